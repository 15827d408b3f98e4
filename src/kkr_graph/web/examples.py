"""Questions in SPARQL to begin from; a test holds each to have an answer on the sample data."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Example:
    """A question with what it is called."""

    title: str
    sparql: str


EXAMPLES = (
    Example(
        "Hvem sidder hvor, og hvad beviser det",
        """\
SELECT ?person ?organ ?rolle ?citat WHERE {
  ?post a kkr:Tenure ; org:member ?person ; org:organization ?organ ; org:role ?rolle .
  OPTIONAL { ?post prov:wasDerivedFrom/oa:hasSelector/oa:exact ?citat }
}
ORDER BY ?organ ?person""",
    ),
    Example(
        "Hvor mange beslutninger hvert møde tog",
        """\
SELECT ?møde ?dag (COUNT(DISTINCT ?beslutning) AS ?antal) WHERE {
  ?møde a kkr:Meeting ; kkr:meetingDate ?dag .
  ?punkt kkr:ofMeeting ?møde .
  ?beslutning a kkr:Decision ; kkr:decidedAt ?punkt .
}
GROUP BY ?møde ?dag
ORDER BY ?dag""",
    ),
    Example(
        "Deltagere efter parti",
        """\
SELECT ?parti (COUNT(DISTINCT ?person) AS ?antal) WHERE {
  ?deltagelse a kkr:Participation ; kkr:participant ?person ; kkr:politicalAffiliation ?parti .
}
GROUP BY ?parti
ORDER BY DESC(?antal)""",
    ),
    Example(
        "Alt, hvad grafen siger om en kommune",
        """\
DESCRIBE ?kommune WHERE { ?kommune a kkr:Municipality ; skos:prefLabel "Aalborg"@da }""",
    ),
    Example(
        "Hvilke kommuner hvert KKR dækker",
        """\
SELECT ?kkr (COUNT(DISTINCT ?kommune) AS ?antal) (GROUP_CONCAT(DISTINCT ?navn; SEPARATOR=", ") AS ?kommuner) WHERE {
  ?kkr a kkr:ContactCouncil ; kkr:coversMunicipality ?kommune .
  ?kommune skos:prefLabel ?navn .
}
GROUP BY ?kkr
ORDER BY ?kkr""",
    ),
    Example(
        "Poster, hvis slutning ikke kendes",
        """\
SELECT ?person ?organ ?rolle ?set WHERE {
  ?post a kkr:Tenure ; org:member ?person ; org:organization ?organ ; org:role ?rolle ;
    kkr:endStatus kkrc:end-unknown .
  OPTIONAL { ?post kkr:lastSeen ?set }
}
ORDER BY DESC(?set)""",
    ),
    Example(
        "Punkter med et ord i titlen",
        """\
SELECT ?møde ?nummer ?punkt WHERE {
  ?punkt a kkr:AgendaItem ; kkr:ofMeeting ?møde ; kkr:itemNumber ?nummer ; dcterms:title ?titel .
  FILTER(CONTAINS(LCASE(?titel), "trafik"))
}
ORDER BY DESC(?møde) ?nummer""",
    ),
    Example(
        "Hvor mange steder i hvert dokument der beviser noget",
        """\
SELECT ?dokument (COUNT(DISTINCT ?bevis) AS ?steder) WHERE {
  ?bevis a kkr:Evidence ; oa:hasSource/prov:wasDerivedFrom ?dokument .
}
GROUP BY ?dokument
ORDER BY DESC(?steder)""",
    ),
    Example(
        "Hvad der kan siges om en post",
        """\
SELECT ?egenskab (COUNT(DISTINCT ?post) AS ?poster) WHERE {
  ?post a kkr:Tenure ; ?egenskab ?værdi .
}
GROUP BY ?egenskab
ORDER BY DESC(?poster) ?egenskab""",
    ),
)
