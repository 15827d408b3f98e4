"""How the pages say things in Danish."""

from collections.abc import Mapping
from datetime import date

from kkr_graph.model import danish
from kkr_graph.model.danish import capitalised as capitalised
from kkr_graph.model.danish import counted as counted  # what the templates say with, too
from kkr_graph.model.danish import whole as whole
from kkr_graph.model.tenure import FOREVER
from kkr_graph.queries.concepts import concept_labels
from kkr_graph.vocab import ADMS, DCTERMS, FOAF, KKR, OA, ORG, PROV, RDF, RDFS, SCHEMA, SH, SKOS

# headings that are longer than what stands under them, with the place where they may be broken
_BREAKABLE: Mapping[str, str] = {
    "Repræsenterer": "Repræsen\u00adterer",
    "Stedfortræder": "Stedfor\u00adtræder",
}
NO_SOURCE = "ingen kilde fundet"
REGISTRY = "registeret"  # the tables under data/registry, which people keep

# what the ontology leaves to the vocabularies that it takes over, and what staff say otherwise
TERM_LABELS: Mapping[str, str] = {
    KKR.Tenure: "post",
    KKR.Participation: "fremmøde",
    KKR.Evidence: "kilde",
    FOAF.Person: "person",
    FOAF.name: "navn",
    SKOS.prefLabel: "navn",
    SKOS.altLabel: "også kaldt",
    SKOS.notation: "nummer",
    SKOS.definition: "definition",
    DCTERMS.title: "titel",
    DCTERMS.date: "dato",
    DCTERMS.isReplacedBy: "er erstattet af",
    ORG.Membership: "medlemskab",
    ORG.member: "person",
    ORG.organization: "organ",
    ORG.role: "rolle",
    ORG.classification: "art",
    ORG.unitOf: "i",
    SCHEMA.Event: "begivenhed",
    SCHEMA.startDate: "begyndte",
    SCHEMA.endDate: "sluttede",
    PROV.wasDerivedFrom: "kilde",
    PROV.generated: "begyndte posten",
    PROV.invalidated: "sluttede posten",
    ADMS.identifier: "nummer",
    ADMS.Identifier: "nummer",
    OA.SpecificResource: "sted i et dokument",
    OA.TextPositionSelector: "tegn i teksten",
    OA.TextQuoteSelector: "citat",
    OA.hasSource: "tekst",
    OA.hasSelector: "tegn i teksten",
    OA.start: "fra tegn",
    OA.end: "til tegn",
    OA.exact: "citat",
    SH.ValidationResult: "fund",
    SH.resultMessage: "fund",
    SH.resultSeverity: "alvor",
    SH.focusNode: "om",
    RDF.type: "slags",
    RDFS.label: "navn",
}


def term_label(iri: str) -> str:
    """The Danish name of a class, a property or a concept; its bare name where it has none."""
    known = TERM_LABELS.get(iri) or concept_labels().get(iri)
    return known or iri.rstrip("/").rpartition("/")[2].rpartition("#")[2]


def day(when: date) -> str:
    """``24.10.2025``; the end of time is ``ingen slutdato``."""
    return "ingen slutdato" if when == FOREVER else danish.day(when)


def written_day(value: str) -> str:
    """The same for a day as the graph writes it; anything else as it stands."""
    try:
        return day(date.fromisoformat(value))
    except ValueError:
        return value


def seconds(took: float) -> str:
    """``0,03 s``."""
    return f"{took:.2f} s".replace(".", ",")


def sentence(problem: str) -> str:
    """A problem as an error tells it, as a sentence of its own; nothing for nothing."""
    return f"{capitalised(problem).rstrip('.')}." if problem else ""


def breakable(heading: str) -> str:
    """A heading for the head of a table, where it must not keep a narrow column wide."""
    return _BREAKABLE.get(heading, heading)
