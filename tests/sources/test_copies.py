"""The same minutes in every format give the same facts."""

from pathlib import Path
from typing import Any

import pytest

from kkr_graph.lookups import read_lexicon
from kkr_graph.minutes import parse_minutes
from kkr_graph.model.extract import Extract, to_json
from kkr_graph.model.text import TextLayer
from kkr_graph.registry import read_registry
from kkr_graph.sources import read_source
from kkr_graph.text import lay_out
from tests.sources.copies import as_docx, as_html, as_pdf, paragraphs

ROOT = Path(__file__).parents[2]
SAMPLES = [
    *sorted((ROOT.parent / "shared" / "seeds").glob("*.txt")),  # real minutes, where they lie
    *sorted((ROOT / "data" / "minutes").glob("*.txt")),
    *sorted((ROOT / "tests" / "documents").glob("0*.txt")),
    *sorted((ROOT / "tests" / "documents" / "late").glob("1[5-7]*.txt")),
    ROOT / "tests" / "documents" / "late" / "20-beslutningsreferat-skema.txt",
]
FACTS = ("attendance", "items", "appointments", "statements", "dates", "bodies", "seat_rules")


@pytest.fixture(scope="module")
def parse():
    registry = read_registry(ROOT / "data" / "registry")
    lexicon = read_lexicon(ROOT / "data" / "curation" / "lookups")
    return lambda layer: parse_minutes(layer, registry, lexicon)


def layer_of(path: Path) -> TextLayer:
    return lay_out(read_source(path, name=path.name))


def facts(extract: Extract) -> dict[str, Any]:
    """The facts of a document without their positions; blanks count as one."""
    found: dict[str, Any] = to_json(extract)
    return {
        kind: [
            {
                key: " ".join(value.split()) if isinstance(value, str) else value
                for key, value in fact.items()
                if not key.endswith(("span", "quote"))
            }
            for fact in found[kind]
        ]
        for kind in FACTS
    }


@pytest.mark.parametrize("form", ["pdf", "docx", "html"])
@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_minutes_give_the_same_facts_in_every_format(sample, form, parse, tmp_path):
    original = layer_of(sample)
    extract = parse(original)
    content = list(paragraphs(original, extract))
    header = f"{extract.document.body or 'Referat'} | {extract.document.date:%d-%m-%Y}"
    copy = tmp_path / f"kopi.{form}"
    copy.write_bytes(
        {
            "pdf": lambda: as_pdf(content, header),
            "docx": lambda: as_docx(content, header),
            "html": lambda: as_html(content),
        }[form]()
    )
    again = parse(layer_of(copy))
    assert facts(again) == facts(extract)
    assert (again.document.body, again.document.date, again.document.kind) == (
        extract.document.body,
        extract.document.date,
        extract.document.kind,
    )
