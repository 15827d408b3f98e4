"""However a secretary writes the items and what was decided, the same is read."""

import pytest

from tests.minutes.item_layouts import GAPS, HEADINGS, MATTERS, SECTIONS, USUAL, text_of

USUAL_HEADING, USUAL_SECTIONS = USUAL
LAYOUTS = {
    ("{t}", "Beslutning\n{d}"),
    ("{shout}", "Beslutning: {d}"),
    *((heading, sections) for heading in HEADINGS for sections in USUAL_SECTIONS),
    *((USUAL_HEADING, sections) for sections in SECTIONS),
}
CAME = {("Anna Birkholm", "present"), ("Bo Lundegaard", "present"), ("Eva Skovmand", "absent")}


@pytest.mark.parametrize("gaps", GAPS)
@pytest.mark.parametrize(("heading", "sections"), sorted(LAYOUTS))
def test_every_layout_tells_the_same(heading, sections, gaps, read):
    extract = read(text_of(heading, sections, gaps))
    told = [(one.title.casefold(), one.decision, one.outcomes) for one in extract.items]
    assert told == [(one.title.casefold(), one.decided, (one.outcome,)) for one in MATTERS]
    assert len({one.number for one in extract.items}) == len(MATTERS)
    assert {(one.name, one.status) for one in extract.attendance} == CAME
    assert extract.unclaimed == ()


@pytest.mark.parametrize("sections", [each for each in SECTIONS if "{i}" in each])
@pytest.mark.parametrize("gaps", GAPS)
def test_what_is_proposed_is_told_apart_from_what_is_decided(sections, gaps, read):
    extract = read(text_of(USUAL_HEADING, sections, gaps))
    for item, matter in zip(extract.items, MATTERS, strict=True):
        assert matter.proposed in (item.recommendation or "")
