"""The words that reading depends on: strict tables, and the project's own."""

import re
import shutil
from pathlib import Path

import pytest

from kkr_graph.errors import RegistryError
from kkr_graph.lookups import read_elected_words, read_lexicon, with_elected_seats
from kkr_graph.model.extract import AttendanceStatus, Outcome, Role
from kkr_graph.model.lexicon import SectionKind
from kkr_graph.model.names import fold
from kkr_graph.model.registry import Registry, SeatGroup

OWN = Path(__file__).parents[2] / "data" / "curation" / "lookups"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the project's look-ups to spoil."""
    return Path(shutil.copytree(OWN, tmp_path / "lookups"))


_LINES = re.MULTILINE | re.DOTALL


def spoil(folder: Path, name: str, old: str, new: str) -> None:
    path = folder / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


# --- the project's own ------------------------------------------------------------------------------


def test_words_lead_to_what_they_mean_however_they_are_written():
    lexicon = read_lexicon(OWN)
    assert lexicon.sections[fold("BAGGRUND")] == SectionKind.BACKGROUND
    assert lexicon.people_headings[fold("Til stede")] == AttendanceStatus.PRESENT
    assert lexicon.status_words[fold("afbud")] == AttendanceStatus.ABSENT
    assert lexicon.roles[fold("Næstformand")] == Role.VICE_CHAIR


def test_every_kind_of_the_model_has_words():
    lexicon = read_lexicon(OWN)
    assert set(lexicon.sections.values()) == set(SectionKind)
    assert set(lexicon.people_headings.values()) == set(AttendanceStatus)
    assert {outcome for outcome, _ in lexicon.outcomes} == set(Outcome) - {Outcome.NONE}
    assert set(lexicon.roles.values()) == set(Role)


def test_all_words_are_folded_so_that_look_ups_find_them():
    lexicon = read_lexicon(OWN)
    words = {
        *lexicon.sections,
        *lexicon.people_headings,
        *lexicon.status_words,
        *lexicon.roles,
        *lexicon.titles,
        *lexicon.organization_words,
        *lexicon.given_names,
        *lexicon.list_headings,
        *lexicon.writer_headings,
    }
    assert {word for word in words if word != fold(word)} == set()


def test_a_role_is_a_title_too_where_it_stands_beside_a_name():
    lexicon = read_lexicon(OWN)
    for word in ("formand", "næstformand", "medlem", "observatør", "suppleant"):
        assert word in lexicon.roles
        assert word in lexicon.titles


# --- tables that are wrong -----------------------------------------------------------------------


@pytest.mark.parametrize(
    "name", ["attendance.toml", "names.toml", "outcomes.toml", "roles.toml", "sections.toml"]
)
def test_a_missing_file_is_named(name, folder):
    (folder / name).unlink()
    with pytest.raises(RegistryError, match=rf"{re.escape(name)} findes ikke") as caught:
        read_lexicon(folder)
    assert "data-mappe" in caught.value.args[1]


@pytest.mark.parametrize("content", [b"[x\n", b"x = \xff\xfe"], ids=["no toml", "no utf-8"])
def test_a_file_that_is_no_toml_is_named(content, folder):
    (folder / "sections.toml").write_bytes(content)
    with pytest.raises(RegistryError, match="kan ikke læses som TOML"):
        read_lexicon(folder)


def test_a_word_with_two_meanings_is_refused(folder):
    spoil(folder, "sections.toml", "background = [", 'background = ["Beslutning", ')
    with pytest.raises(RegistryError, match="to betydninger"):
        read_lexicon(folder)


def test_a_word_may_be_given_twice_with_one_meaning(folder):
    spoil(folder, "sections.toml", "background = [", 'background = ["BAGGRUND", ')
    assert read_lexicon(folder).sections["baggrund"] == SectionKind.BACKGROUND


def test_an_unknown_kind_is_named_with_those_that_are_known(folder):
    spoil(folder, "sections.toml", "background = [", "baggrunde = [")
    with pytest.raises(RegistryError, match=r"ukendt gruppe »baggrunde« .*background"):
        read_lexicon(folder)


def test_an_expression_that_is_none_is_named(folder):
    spoil(folder, "outcomes.toml", "approved = [", "approved = ['(', ")
    with pytest.raises(RegistryError, match=r"»\(« er ikke et mønster"):
        read_lexicon(folder)


@pytest.mark.parametrize(
    ("words", "problem"),
    [("'nok', '('", r"»\(« er ikke et mønster"), ("'(?P<a>1)', '(?P<a>2)'", "i samme gruppe")],
)
@pytest.mark.parametrize(
    ("file", "group"), [("personnel.toml", "leaves = ["), ("lists.toml", "dated = [")]
)
def test_expressions_of_which_one_pattern_is_made_are_refused_too(
    file, group, words, problem, folder
):
    spoil(folder, file, group, f"{group}{words}, ")
    with pytest.raises(RegistryError, match=problem):
        read_lexicon(folder)


@pytest.mark.parametrize(
    ("file", "group", "name"),
    [
        ("personnel.toml", r"\[nouns\]$", "nouns"),
        ("personnel.toml", r"approving = \[.*?^\]$", "approving"),
        ("lists.toml", r"leavers = \[.*?\]$", "leavers"),
    ],
)
def test_a_group_that_an_older_file_lacks_is_named(file, group, name, folder):
    path = folder / file
    whole = path.read_text(encoding="utf-8")
    older = re.sub(f"^{group}", "[old]" if name == "nouns" else "", whole, count=1, flags=_LINES)
    assert older != whole
    path.write_text(older, encoding="utf-8")
    with pytest.raises(RegistryError, match=f"mangler gruppen »{name}«"):
        read_lexicon(folder)


def test_words_that_have_not_changed_are_made_patterns_of_once():
    first, second = read_lexicon(OWN).lists.patterns, read_lexicon(OWN).lists.patterns
    assert first
    assert all(first[kind] is second[kind] for kind in first)


@pytest.mark.parametrize(
    ("eligibility", "elected"),
    [
        ("kommunale politiske repræsentanter", True),
        ("to medlemmer, begge folkevalgte", True),
        ("virksomhedsrepræsentanter", False),
        (None, False),
    ],
)
def test_a_seat_is_for_the_elected_where_the_words_of_its_rule_say_so(eligibility, elected):
    group = SeatGroup(slug="a", body="b", term="c", seats=1, role="member", eligibility=eligibility)
    told = with_elected_seats(Registry(seat_groups=(group,)), read_elected_words(OWN))
    assert [each.requires_elected for each in told.seat_groups] == [elected]
