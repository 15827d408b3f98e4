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
)
