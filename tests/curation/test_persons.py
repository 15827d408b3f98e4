"""Parting two who were taken for one, joining two who were taken for two, and undoing. Made up."""

import tempfile
from datetime import date
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from kkr_graph.curation.appearances import read_appearances
from kkr_graph.curation.judgements import read_judgements
from kkr_graph.curation.ledger import read_ledger
from kkr_graph.curation.persons import Word, part, unite
from kkr_graph.curation.review import judge, list_answers, list_pairs, undo
from kkr_graph.errors import ConfigError, ResolveError
from kkr_graph.model.identity import Verdict
from tests.curation.folder import JUDGEMENTS, MENTIONS, build, folder, state
from tests.factory import DAY, mention

UNTIMED = settings(deadline=None, max_examples=60)  # other programs may use the machine
WORD = Word(by="Ida Ask", day=DAY, reason="far og søn")

FATHER, SON, LATER, LAST = ALIKE = [
    mention("Bo Lund", "A", "Aalborg", source=f"{year}.txt", day=date(year, 1, 1), body="Udvalg X")
    for year in (2015, 2017, 2019, 2021)
]
BY_PARTY = mention("Bo Lund", "A", source="b.txt", day=date(2018, 1, 1), body="Udvalg Y")
NAMESAKE = mention("Bo Lund", "V", "Thisted", source="n.txt", day=date(2016, 1, 1))


def slugs(resolution, mentions):
    return [resolution.by_mention.get(each.key) for each in mentions]


def references(*mentions):
    return [each.key.reference for each in mentions]


def test_those_that_are_another_s_get_somebody_new_and_the_rest_keep_the_address(tmp_path):
    config = folder(tmp_path)
    mentions = [*ALIKE, BY_PARTY]
    assert set(slugs(build(config, mentions), mentions)) == {"bo-lund"}
    answer = part(config, "bo-lund", references(SON, LAST), WORD)
    assert (answer.first.verdict, answer.first.by, answer.places) == (
        Verdict.NEGATIVE,
        "Ida Ask",
        2,
    )
    parted = build(config, mentions)
    assert slugs(parted, mentions) == ["bo-lund", "bo-lund-2", "bo-lund", "bo-lund-2", "bo-lund"]
    assert not parted.doubts
    assert not list_pairs(config)
    assert build(config, mentions).by_mention == parted.by_mention


def test_the_first_mention_of_all_may_be_the_other_s(tmp_path):
    config = folder(tmp_path)
    build(config, ALIKE)
    part(config, "bo-lund", references(FATHER), WORD)
    assert slugs(build(config, ALIKE), ALIKE) == ["bo-lund-2", "bo-lund", "bo-lund", "bo-lund"]
    assert slugs(build(config, ALIKE), ALIKE)[0] == "bo-lund-2"


def test_undo_gives_the_former_bytes_and_the_other_s_address_is_nobody_s(tmp_path):
    config = folder(tmp_path)
    config.judgements.write_text(JUDGEMENTS, encoding="utf-8")
    before = state(config, ALIKE)
    answer = part(config, "bo-lund", references(FATHER, SON), WORD)
    assert state(config, ALIKE) != before
    assert undo(config, answer.id) == answer.judgements
    assert state(config, ALIKE) == before


def test_they_may_be_given_to_somebody_who_is_known(tmp_path):
    config = folder(tmp_path)
    mentions = [*ALIKE, NAMESAKE]
    build(config, mentions)
    part(config, "bo-lund", references(LAST), WORD, other="bo-lund-2")
    parted = build(config, mentions)
    assert slugs(parted, mentions) == [*["bo-lund"] * 3, "bo-lund-2", "bo-lund-2"]
    assert not parted.newborn


def test_somebody_new_is_none_of_the_namesakes(tmp_path):
    config = folder(tmp_path)
    either = mention("Bo Lund", None, "Thisted", source="e.txt", day=date(2016, 6, 1))
    mentions = [*ALIKE, NAMESAKE, either]
    build(config, mentions)
    part(config, "bo-lund-2", references(either), WORD)
    assert slugs(build(config, mentions), mentions)[-1] == "bo-lund-3"


def test_a_document_that_comes_later_and_may_be_of_either_is_asked_about(tmp_path):
    config = folder(tmp_path)
    build(config, ALIKE)
    part(config, "bo-lund", references(LAST), WORD)
    new = mention("Bo Lund", "A", "Aalborg", source="ny.txt", day=date(2022, 1, 1))
    resolution = build(config, [*ALIKE, new])
    assert new.key not in resolution.by_mention
    assert [each.pair.candidate for each in list_pairs(config)] == ["bo-lund", "bo-lund-2"]


@pytest.mark.parametrize(
    ("mentions", "word", "told"),
    [
        ([], WORD, "ikke mærket nogen omtaler"),
        (ALIKE, WORD, "alle omtaler er mærket"),
        ([NAMESAKE], WORD, "en af omtalerne er ikke længere bo-lund"),
        ([LAST], Word(by=" ", day=DAY), "mangler et navn"),
    ],
)
def test_what_cannot_be_meant_is_refused_and_nothing_is_written(tmp_path, mentions, word, told):
    config = folder(tmp_path)
    build(config, [*ALIKE, NAMESAKE])
    with pytest.raises(ConfigError, match=told):
        part(config, "bo-lund", references(*mentions), word)
    assert not config.judgements.exists()


def test_what_is_decided_is_not_decided_again(tmp_path):
    config = folder(tmp_path)
    build(config, [*ALIKE, NAMESAKE])
    for other, told in (("bo-lund", "til personen selv"), ("ukendt", "identiteten ukendt")):
        with pytest.raises(ConfigError, match=told):
            part(config, "bo-lund", references(LATER), WORD, other=other)
    part(config, "bo-lund", references(LAST), WORD)
    with pytest.raises(ConfigError, match="allerede afgjort"):
        part(config, "bo-lund", references(LAST), WORD)
    with pytest.raises(ResolveError, match="Ida Ask"):  # that one was said to stay
        part(config, "bo-lund", references(LATER), WORD)


def test_what_contradicts_an_older_answer_is_refused_with_the_chain(tmp_path):
    config = folder(tmp_path)
    build(config, [*ALIKE, NAMESAKE])
    unite(config, "bo-lund", "bo-lund-2", WORD)
    build(config, [*ALIKE, NAMESAKE])
    before = config.judgements.read_bytes()
    with pytest.raises(ResolveError, match="modsiger hinanden"):
        part(config, "bo-lund", references(NAMESAKE), WORD)
    assert config.judgements.read_bytes() == before


def test_two_pages_become_one_and_whoever_was_born_first_keeps_the_address(tmp_path):
    config = folder(tmp_path)
    build(config, [*ALIKE, NAMESAKE])
    answer = unite(config, "bo-lund", "bo-lund-2", WORD)
    united = build(config, [*ALIKE, NAMESAKE])
    assert [(each.slug, each.replaces) for each in united.people] == [("bo-lund", ("bo-lund-2",))]
    with pytest.raises(ConfigError, match="allerede afgjort"):
        unite(config, "bo-lund-2", "bo-lund", WORD)
    undo(config, answer.id)
    assert len(build(config, [*ALIKE, NAMESAKE]).people) == 2


@pytest.mark.parametrize(("other", "told"), [("bo-lund", "den samme side"), ("ukendt", "ukendt")])
def test_somebody_is_united_with_somebody_else_who_is_known(tmp_path, other, told):
    config = folder(tmp_path)
    build(config, ALIKE)
    with pytest.raises(ConfigError, match=told):
        unite(config, "bo-lund", other, WORD)


def test_what_a_rule_joined_is_parted_from_the_list_and_all_else_stays(tmp_path):
    config = folder(tmp_path)
    elsewhere = mention(
        "Bo Lund", None, "Aalborg", source="e.txt", day=date(2016, 6, 1), body="Udvalg Z"
    )
    mentions = [*ALIKE, BY_PARTY, elsewhere]
    before = build(config, mentions)
    first, second = list_pairs(config)
    assert first.pair.joined
    assert first.pair.candidate == second.pair.candidate == "bo-lund"
    judge(config, first.id, Verdict.NEGATIVE, by="Ida", day=DAY)
    assert [each.id for each in list_pairs(config)] == [second.id]
    parted = build(config, mentions)
    moved = [each for each in mentions if each.key.reference in first.pair.subjects]
    assert {parted.by_mention[each.key] for each in moved} == {"bo-lund-2"}
    for each in ALIKE:
        assert parted.by_mention[each.key] == "bo-lund"
    (still,) = (each for each in (BY_PARTY, elsewhere) if each not in moved)
    assert parted.by_mention.get(still.key) != "bo-lund-2"
    with pytest.raises(ConfigError, match=r"allerede afgjort|intet par"):
        judge(config, first.id, Verdict.POSITIVE, by="Ida", day=DAY)
    undo(config, first.id)
    assert build(config, mentions).by_mention == before.by_mention


def test_that_a_rule_was_right_is_remembered(tmp_path):
    config = folder(tmp_path)
    before = build(config, [*ALIKE, BY_PARTY])
    (question,) = list_pairs(config)
    judge(config, question.id, Verdict.POSITIVE, by="Ida", day=DAY)
    assert not list_pairs(config)
    assert build(config, [*ALIKE, BY_PARTY]).by_mention == before.by_mention
    assert not list_pairs(config)


def test_of_whom_a_rule_joined_it_may_be_unsure_and_later_settled(tmp_path):
    config = folder(tmp_path)
    build(config, [*ALIKE, BY_PARTY])
    (question,) = list_pairs(config)
    judge(config, question.id, Verdict.UNSURE, by="Ida", day=DAY)
    unsure = build(config, [*ALIKE, BY_PARTY])
    assert slugs(unsure, [*ALIKE, BY_PARTY]) == [*["bo-lund"] * 4, None]
    (still,) = list_pairs(config)
    assert (still.pair.unsure, still.pair.joined) == (True, False)
    judge(config, still.id, Verdict.POSITIVE, by="Ida", day=DAY)
    assert set(slugs(build(config, [*ALIKE, BY_PARTY]), [*ALIKE, BY_PARTY])) == {"bo-lund"}


# Properties: whatever is decided, from a page or the list, and in whatever order.

ONE_NAME = st.lists(
    st.builds(
        mention,
        st.sampled_from(("Jens Dam", "Jens-Dam")),
        st.sampled_from(("A", "A", "A", None, "V")),
        st.sampled_from(("Aalborg", "Aalborg", None)),
        source=st.integers(0, 9).map(str),
        body=st.sampled_from(("Udvalg X", "Udvalg Y")),
        day=st.sampled_from((date(2016, 1, 1), date(2020, 1, 1))),
    ),
    unique_by=lambda each: each.key,
    min_size=3,
    max_size=7,
)
STEPS = st.lists(
    st.tuples(
        st.sampled_from(("part", "part", "unite", "judge")),
        st.integers(0, 9),
        st.integers(1, 31),
        st.sampled_from(tuple(Verdict)),
        st.booleans(),
    ),
    min_size=1,
    max_size=4,
)


def take(config, step):
    """Decide something, as far as it is there to be decided; whether it was."""
    what, nth, marks, verdict, _ = step
    ledger = [entry.slug for entry in read_ledger(config.ledger)]
    slug, other = ledger[nth % len(ledger)], ledger[marks % len(ledger)]
    known = read_appearances(config.appearances, slug)
    marked = [each.mention for at, each in enumerate(known) if marks >> at & 1]
    pairs = list_pairs(config)
    try:
        if what == "part":
            part(config, slug, marked, WORD, other=other if nth % 2 and other != slug else None)
        elif what == "unite":
            unite(config, slug, other, WORD)
        elif pairs:
            judge(config, pairs[nth % len(pairs)].id, verdict, by="Ida", day=DAY)
        else:
            return False
    except (ConfigError, ResolveError):
        return False
    return True


@UNTIMED
@given(MENTIONS | ONE_NAME, STEPS)
def test_whatever_is_decided_undoing_gives_the_former_bytes(mentions, steps):
    with tempfile.TemporaryDirectory() as here:
        config = folder(Path(here))
        config.judgements.write_text(JUDGEMENTS, "utf-8")
        states = [state(config, mentions)]
        assume(read_ledger(config.ledger))
        for step in steps:
            if take(config, step):
                states += [state(config, mentions) if step[-1] else ()]
        assert len(list_answers(config)) == len(states) - 1
        for former in reversed(states[:-1]):
            undo(config)
            if former:
                assert state(config, mentions) == former
        assert not read_judgements(config.judgements)


@UNTIMED
@given(MENTIONS | ONE_NAME, STEPS, st.randoms(use_true_random=False))
def test_in_whatever_order_it_is_undone_nothing_is_left(mentions, steps, chance):
    with tempfile.TemporaryDirectory() as here:
        config = folder(Path(here))
        config.judgements.write_text(JUDGEMENTS, "utf-8")
        before = state(config, mentions)
        assume(read_ledger(config.ledger))
        for step in steps:
            take(config, step)
            state(config, mentions)
        while answers := list(list_answers(config)):
            chance.shuffle(answers)
            assert any(undone(config, answer.id) for answer in answers)
            state(config, mentions)
        assert state(config, mentions) == before


def undone(config, answer_id):
    """Take an answer back, if nothing rests on it; whether it was."""
    try:
        undo(config, answer_id)
    except ConfigError:
        return False
    return True


@UNTIMED
@given(ONE_NAME, st.integers(1, 62))
def test_a_parting_moves_those_that_are_marked_and_nobody_else(mentions, marks):
    with tempfile.TemporaryDirectory() as here:
        config = folder(Path(here))
        before = build(config, mentions).by_mention
        slug = max(before.values(), key=[*before.values()].count)
        known = read_appearances(config.appearances, slug)
        marked = {each.mention for at, each in enumerate(known) if marks >> at & 1}
        assume(0 < len(marked) < len(known))
        part(config, slug, marked, WORD)
        after = build(config, mentions).by_mention
        moved = {after.get(each.key) for each in mentions if each.key.reference in marked}
        assert len(moved) == 1
        assert moved.isdisjoint(before.values())
        for each in mentions:
            if before.get(each.key) == slug and each.key.reference not in marked:
                assert after[each.key] == slug
