"""What sentences tell of roles, as tables of plain text: add a sentence, and what it says below it.

A block is the sentences of one decision, what stands before them as "> title of the item", "@ whose minutes" where
they are not KKR Nordjylland's, or "@ nyhed whose notice", and a line "= person | body | role | event" for each fact;
"?" is what is not certain, "for", "rep", "from" and "to" what else is known. "¶" stands for an empty line.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kkr_graph.model.extract import Appointment
from tests.minutes.paper import item, paper

FOLDER = Path(__file__).parent / "prose"


def blocks() -> Iterator[tuple[str, str, str, tuple[str, ...]]]:
    """Whose document it is, the title, the sentences and the facts of each block."""
    for path in sorted(FOLDER.glob("*.txt")):
        for block in path.read_text(encoding="utf-8").strip().split("\n\n"):
            lines = [line for line in block.split("\n") if not line.startswith("#")]
            title = next((line[2:] for line in lines if line.startswith("> ")), "Et punkt")
            whose = next((line[2:] for line in lines if line.startswith("@ ")), "KKR Nordjylland")
            told = "\n".join(line for line in lines if not line.startswith(("> ", "@ ", "=")))
            told = told.replace("¶", "").replace("¶", "")
            facts = tuple(sorted(line[2:] for line in lines if line.startswith("= ")))
            yield whose, title, told, facts


def document(whose: str, title: str, told: str) -> str:
    """The sentences as a decision, or as a notice."""
    if whose.startswith("nyhed "):
        return f"Nyhed fra {whose.removeprefix('nyhed ')}, 12. marts 2026\n\n{told}\n"
    head = f"Referat af møde i {whose} den 24. oktober 2025"
    return paper(item("1.", "Dagsorden", "Godkendt."), item("2.", title, told), head=head)


def shown(fact: Appointment) -> str:
    """A fact as the tables write it."""
    said = f"{fact.person} | {fact.body} | {fact.role.value} | {fact.event.value}"
    more = (
        ("for", fact.deputy_for),
        ("rep", fact.replaces),
        ("from", fact.from_),
        ("to", fact.to),
    )
    extra = "".join(f" {name}={value}" for name, value in more if value is not None)
    return said + ("" if fact.certain else " ?") + extra


@pytest.mark.parametrize(("whose", "title", "told", "facts"), list(blocks()))
def test_what_a_decision_tells(whose, title, told, facts, read):
    extract = read(document(whose, title, told))
    assert tuple(sorted(map(shown, extract.appointments))) == facts
