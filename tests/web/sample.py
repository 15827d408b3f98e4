"""The sample data served as staff have it, with a pair to be settled, and one page of every kind."""

import shutil
from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path

import pyoxigraph as ox

from kkr_graph.config import Config
from kkr_graph.vocab import FOAF, KKR
from kkr_graph.web.constitution.workspace import PAGES
from tests.web.judging import KRAG, NYRUP

DATA = Path(__file__).parents[2] / "data"
_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"

SHOWN: Mapping[str, str] = {
    "person": FOAF.Person,
    "council": KKR.ContactCouncil,
    "forum": KKR.Forum,
    "municipal council": KKR.MunicipalCouncil,
    "municipality": KKR.Municipality,
    "party": KKR.Party,
    "meeting": KKR.Meeting,
    "item": KKR.AgendaItem,
    "term": KKR.ElectoralTerm,
    "document": KKR.SourceDocument,
    "evidence": KKR.Evidence,
    "tenure": KKR.Tenure,
    "hypothesis": KKR.Hypothesis,
    "act": KKR.PersonnelAct,
    "seat group": KKR.SeatGroup,
    "case": KKR.Case,
    "finding": "http://www.w3.org/ns/shacl#ValidationResult",
}
"""The things that have a page, by class; ``{person}`` in a path is the one of which most is known."""

PATHS: Mapping[str, str] = {
    "front": "/",
    "search": "/soeg?q=hjørring&alle=1",
    "nothing found": "/soeg?q=qqqq",
    "questions": "/spoergsmaal",
    "question": "/spoergsmaal/chairs",
    "question with a field": "/spoergsmaal/who-represents?forum=DEB",
    "field not understood": "/spoergsmaal/who-represents?forum=qqqq&date=x",
    "question in Danish": "/spoerg?q=Hvem+er+formand+for+BRN%3F",
    "question not understood": "/spoerg?q=qqqq",
    "SPARQL": "/sparql",
    "SPARQL result": "/sparql?query=SELECT+*+%7B+%3Fs+a+kkr%3AForum+%3B+%3Fp+%3Fo+%7D",
    "SPARQL mistake": "/sparql?query=SELECT+*+%7B+%3Fs",
    **{kind: f"{{{kind}}}" for kind in SHOWN},
    "person on a day": "{person}?dato=2023-06-01",
    "passage": "{document}?linje=5",
    "overview": "/oversigt",
    "overview of nothing": "/oversigt?forum=qqqq",
    "numbers": "/tal",
    "networks": "/netvaerk",
    "connection": "/netvaerk/sammenhaeng?fra={person name}&til=BRN",
    "terms": "/netvaerk/perioder",
    "findings": "/fund",
    "who is who": "/hvem-er-hvem",
    "not the same": "/hvem-er-hvem/ikke-samme?person={person slug}",
    "nothing to part": "/hvem-er-hvem/ikke-samme?person=ditte-krag",
    "the same": "/hvem-er-hvem/samme?person=ditte-krag&q=krag",
    "the same as nobody": "/hvem-er-hvem/samme?person=ditte-krag&q=qqqq",
    "other names": "/andre-navne?organ={council slug}",
    "other names of nothing": "/andre-navne?organ=findes-ikke",
    "adding": "/indlaes",
    **{f"workspace {title}": path for path, title in PAGES.items()},
    "seats": f"{[*PAGES][2]}?pulje=A%3D11%2C+B%3D8&pladser=7",
    "no such page": "/findes-ikke",
    "no such thing": "/id/person/findes-ikke",
    "bad day": "{person}?dato=x",
    **{f"network of {kind}": f"/netvaerk/{{{kind} key}}" for kind in ("person", "council")},
}
"""One page of every kind and state, by a name for it."""


def sample_folder(folder: Path) -> Config:
    """The sample data and two documents more; not built yet."""
    shutil.copytree(DATA, folder / "data")
    for name, text in (("krag.txt", KRAG), ("nyrup.txt", NYRUP)):
        (folder / "data" / "minutes" / name).write_text(text, encoding="utf-8")
    return Config(data=folder / "data", out=folder / "build")


def finder(config: Config) -> Callable[[str], str]:
    """What turns a path with names of kinds into one of this graph."""
    known: Counter[str] = Counter()
    kinds: dict[str, set[str]] = {}
    names: dict[str, str] = {}
    for quad in ox.parse(path=str(config.quads)):
        if not isinstance(quad.subject, ox.NamedNode) or not quad.subject.value.startswith(
            config.base
        ):
            continue
        known[quad.subject.value] += 1
        if quad.predicate.value == _TYPE:
            kinds.setdefault(quad.object.value, set()).add(quad.subject.value)
        elif quad.predicate.value == FOAF.name:
            names[quad.subject.value] = quad.object.value
    richest = {
        kind: max(kinds[iri], key=lambda thing: (known[thing], thing))
        for kind, iri in SHOWN.items()
    }
    values = {kind: f"/{iri.removeprefix(config.base)}" for kind, iri in richest.items()}
    values |= {f"{kind} key": path.removeprefix("/id/") for kind, path in values.items()}
    values["person name"] = names[richest["person"]]
    for kind in ("person", "council"):
        values[f"{kind} slug"] = richest[kind].rpartition("/")[2]
    return lambda path: path.format_map(values)
