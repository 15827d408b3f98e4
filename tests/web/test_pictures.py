"""Pictures say what tables say: to the eye by place and look, to others in words."""

from datetime import date
from xml.etree import ElementTree

import pytest

from kkr_graph.web.pictures.timeline import Band, Stretch, to_timeline

SVG = "{http://www.w3.org/2000/svg}"
DAY, THROUGH = date(2025, 6, 1), date(2025, 10, 24)
BANDS = (
    Band("KKR 2022-2026", date(2022, 2, 1), date(2026, 1, 22)),
    Band("KKR 2026-2030", date(2026, 1, 23), date(2030, 1, 31)),
)


def stretch(**more):
    told = {"name": "Bo Lund, formand", "begin_is_stated": True, "end_is_stated": True}
    days = {"first": date(2023, 1, 1), "last": date(2024, 12, 31)}
    return Stretch(**{**told, **days, **more})


def drawn(*stretches, bands=BANDS):
    return ElementTree.fromstring(to_timeline(stretches, bands, DAY, THROUGH))


def words(root):
    return [text.text for text in root.iter(f"{SVG}text")]


def bars(root):
    """The boxes of the first post: where they are across, and how they are filled."""
    (group, *_) = root.iter(f"{SVG}g")
    return [
        (float(box.get("x").rstrip("%")), float(box.get("width").rstrip("%")), box.get("fill"))
        for box in group.iter(f"{SVG}rect")
    ]


def share(day):
    first, last = date(2022, 2, 1), date(2025, 12, 31)
    return pytest.approx(100 * (day - first).days / (last - first).days, abs=0.01)


def test_a_bar_stands_where_its_days_are_and_terms_behind_it():
    root = drawn(stretch())
    ((left, width, _),) = bars(root)
    assert left == share(date(2023, 1, 1))
    assert left + width == share(date(2024, 12, 31))
    assert {"Bo Lund, formand", "KKR 2022-2026", "2024", "01.06.2025"} <= set(words(root))
    assert "KKR 2026-2030" not in words(root)  # begins after what is drawn


def test_an_end_that_nobody_tells_is_hatched_up_to_where_the_documents_reach():
    root = drawn(stretch(end_is_stated=False))
    (unknown, known) = bars(root)
    assert unknown[2] == "url(#tidslinje-ukendt)"
    assert unknown[0] == share(date(2024, 12, 31))
    assert unknown[0] + unknown[1] == share(THROUGH)
    assert not known[2].startswith("url")
    assert root.find(f".//{SVG}pattern[@id='tidslinje-ukendt']") is not None


def test_an_open_end_reaches_the_edge_and_a_stated_beginning_has_no_dots():
    ((left, width, _), _) = bars(drawn(stretch(end_is_stated=False, is_open=True)))
    assert left + width == pytest.approx(100, abs=0.01)
    dots = f".//{SVG}g/{SVG}line"
    assert drawn(stretch()).find(dots) is None
    assert drawn(stretch(begin_is_stated=False)).find(dots) is not None


def test_what_is_to_come_is_lighter_than_what_was():
    days = {"first": date(2025, 6, 1), "last": date(2026, 6, 1)}
    to_come, was = bars(drawn(stretch(**days)))
    assert to_come[2] != was[2]
    assert was[0] + was[1] == pytest.approx(to_come[0], abs=0.01)
    alone = bars(drawn(stretch(first=date(2026, 1, 1), last=date(2026, 6, 1))))
    assert [fill for *_, fill in alone] == [to_come[2]]


def test_a_post_that_is_seen_once_says_when():
    root = drawn(stretch(first=THROUGH, last=THROUGH, begin_is_stated=False, end_is_stated=False))
    assert "Bo Lund, formand, set 24.10.2025" in words(root)


def test_the_line_of_the_day_runs_through_bars_and_not_through_names():
    root = drawn(stretch(), stretch(name="Åse Dahl, medlem"))
    lines = [part for part in root if part.get("stroke-width") == "2"]
    names = [
        float(part.get("y")) for part in root if (part.text or "").endswith(("mand", "medlem"))
    ]
    assert len(lines) == len(names) == 2
    assert all(
        not float(line.get("y1")) < y - 5 < float(line.get("y2")) for line in lines for y in names
    )


def test_a_supposition_looks_like_one_without_colour_and_says_so():
    root = drawn(stretch(doubt="formodning"))
    (group, *_) = root.iter(f"{SVG}g")
    (box,) = group.iter(f"{SVG}rect")
    assert box.get("stroke-dasharray")
    assert "Bo Lund, formand (formodning)" in words(root)


def test_whoever_does_not_see_it_is_told_the_same():
    root = drawn(stretch(), stretch(name="Anna Holm, medlem", begin_is_stated=False,
                                    end_is_stated=False))  # fmt: skip
    assert root.get("role") == "img"
    assert root.get("aria-labelledby") == "tidslinje-titel tidslinje-tekst"
    assert root.find(f"{SVG}desc").text == (
        "2 poster. Bo Lund, formand: fra 01.01.2023 til 31.12.2024; "
        "Anna Holm, medlem: set fra 01.01.2023, slutning ukendt, sidst set 31.12.2024."
    )


def test_names_cannot_become_markup_and_long_ones_are_broken_over_lines():
    name = (
        '</text><script>alert("x")</script> & en bestyrelse med et meget langt navn i Nordjylland'
    )
    root = drawn(stretch(name=name))
    assert root.find(f".//{SVG}script") is None
    assert any("<script>" in line for line in words(root))
    assert all(len(line) <= 60 for line in words(root))


def test_a_post_outside_every_term_is_drawn_too():
    assert bars(drawn(stretch(), bands=()))
