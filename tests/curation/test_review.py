"""Asking, judging and undoing, through the files that a build reads and writes. People are made up."""

import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from kkr_graph.config import Config
from kkr_graph.curation.judgements import read_judgements
from kkr_graph.curation.review import (
    is_outdated,
    judge,
    list_answers,
    list_open_mentions,
    list_pairs,
    undo,
)
from kkr_graph.errors import ConfigError, ResolveError, StoreError
from kkr_graph.lock import only_build
from kkr_graph.model.identity import Verdict
from kkr_graph.resolve.identity import resolve_people
from tests.curation.folder import MENTIONS, build, folder, state
from tests.factory import DAY, mention

UNTIMED = settings(deadline=None, max_examples=20)  # other programs may use the machine

POSITIVE, NEGATIVE, UNSURE = Verdict.POSITIVE, Verdict.NEGATIVE, Verdict.UNSURE

FULL = mention("Mette Holst Krag", "A", "Aalborg", source="1.txt", day=date(2023, 1, 1))
MARRIED = mention("Mette Holst Nyrup", "A", "Aalborg", source="2.txt", day=date(2024, 1, 1))
BARE = mention("Mette Holst Krag", source="3.txt", day=date(2025, 1, 1), body="Udvalg X")


def decide(config: Config, verdict: Verdict, nth: int = 0, reason: str = ""):
    pairs = list_pairs(config)
    return judge(config, pairs[nth].id, verdict, by="Ida Ask", day=DAY, reason=reason)


def test_a_judgement_is_one_line_with_who_when_why_and_how_alike(tmp_path):
    config = folder(tmp_path)
    build(config, [FULL, MARRIED])
    (question,) = list_pairs(config)
    decide(config, POSITIVE, reason="Gift,\n 2023")
    assert config.judgements.read_text(encoding="utf-8") == (
        "left,right,verdict,by,day,reason,score,pair\n"
        "mette-holst-nyrup,mette-holst-krag,positive,Ida Ask,2025-10-24,"
        f'"Gift, 2023",{question.pair.score},{question.id}\n'
    )


def test_the_next_build_uses_it_and_undo_gives_the_former_bytes(tmp_path):
    config = folder(tmp_path)
    first = build(config, [FULL, MARRIED])
    ledger = config.ledger.read_bytes()
    decide(config, POSITIVE)
    assert list_pairs(config) == ()
    joined = build(config, [FULL, MARRIED])
    assert [person.replaces for person in joined.people] == [("mette-holst-nyrup",)]
    (taken,) = undo(config)
    assert (taken.verdict, taken.by) == (POSITIVE, "Ida Ask")
    assert read_judgements(config.judgements) == ()
    assert build(config, [FULL, MARRIED]).people == first.people
    assert config.ledger.read_bytes() == ledger


def test_lines_that_others_wrote_stay_byte_for_byte(tmp_path):
    config = folder(tmp_path)
    build(config, [FULL, MARRIED])
    before = (
        b"left,right,verdict,by,day,reason\r\n\r\n"
        b'"mette-holst-krag",mette-holst-x,unsure,Bo,2020-01-01,"to\r\nlinjer"\r\n'
    )
    config.judgements.write_bytes(before)
    decide(config, NEGATIVE)
    after = config.judgements.read_bytes()
    assert after == before + b"mette-holst-nyrup,mette-holst-krag,negative,Ida Ask,2025-10-24,\r\n"
    undo(config)
    assert config.judgements.read_bytes() == before


def test_negative_is_remembered_and_unsure_comes_last(tmp_path):
    config = folder(tmp_path)
    other = mention("Mette Holst Vang", "A", "Aalborg", source="4.txt", day=date(2022, 1, 1))
    mentions = [FULL, MARRIED, other]
    build(config, mentions)
    unsure = decide(config, UNSURE)
    assert [each.id for each in list_pairs(config)][-1] == unsure.id
    assert [each.pair.unsure for each in list_pairs(config)] == [False, False, True]
    denied = decide(config, NEGATIVE)
    build(config, mentions)
    assert denied.id not in {each.id for each in list_pairs(config)}
    assert [each.pair.unsure for each in list_pairs(config)] == [False, True]
    assert decide(config, POSITIVE, nth=1).id == unsure.id


def test_what_follows_from_two_judgements_is_not_asked(tmp_path):
    config = folder(tmp_path)
    other = mention("Mette Holst Vang", "A", "Aalborg", source="4.txt", day=date(2022, 1, 1))
    build(config, [FULL, MARRIED, other])
    decide(config, POSITIVE)
    decide(config, NEGATIVE)
    assert list_pairs(config) == ()


def test_a_name_that_is_said_to_be_one_of_two_is_not_asked_about_as_the_other(tmp_path):
    config = folder(tmp_path)
    build(config, [FULL, mention(FULL.name, "V", "Thisted", source="2.txt"), BARE])
    mine, others = [q for q in list_pairs(config) if q.pair.subjects == (BARE.key.reference,)]
    judge(config, mine.id, POSITIVE, by="Ida Ask", day=DAY)
    assert others.id not in {each.id for each in list_pairs(config)}
    who = r"Mette Holst Krag \(kun navnet\) og Mette Holst Krag er samme person"
    with pytest.raises(ConfigError, match=who):
        judge(config, others.id, POSITIVE, by="Ida Ask", day=DAY)


def test_mentions_of_which_the_same_is_said_are_one_question_and_one_answer(tmp_path):
    config = folder(tmp_path)
    again = mention("Mette Holst Krag", source="5.txt", day=date(2025, 3, 1), body="Udvalg X")
    mentions = [FULL, BARE, again]
    before = build(config, mentions)
    (question,) = list_pairs(config)
    assert len(question.pair.subjects) == 2
    decide(config, POSITIVE)
    assert len(read_judgements(config.judgements)) == 2
    joined = build(config, mentions)
    assert {joined.by_mention[each.key] for each in mentions} == {"mette-holst-krag"}
    assert len(undo(config)) == 2
    assert build(config, mentions) == replace(before, newborn=())


def test_somebody_who_was_made_by_a_judgement_goes_with_it(tmp_path):
    config = folder(tmp_path)
    build(config, [FULL, BARE])
    ledger = config.ledger.read_bytes()
    decide(config, NEGATIVE)
    assert [person.slug for person in build(config, [FULL, BARE]).people] == [
        "mette-holst-krag",
        "mette-holst-krag-2",
    ]
    undo(config)
    assert config.ledger.read_bytes() == ledger


@pytest.mark.parametrize(
    ("pair", "by", "complaint"),
    [("0123456789", "Ida", "intet par, der hedder 0123456789"), (None, " ", "mangler et navn")],
)
def test_a_judgement_about_nothing_or_by_nobody_is_refused(tmp_path, pair, by, complaint):
    config = folder(tmp_path)
    build(config, [FULL, MARRIED])
    pair = pair or list_pairs(config)[0].id
    with pytest.raises(ConfigError, match=complaint):
        judge(config, pair, POSITIVE, by=by, day=DAY)
    assert not config.judgements.exists()


def test_what_is_decided_is_not_decided_again(tmp_path):
    config = folder(tmp_path)
    build(config, [FULL, MARRIED])
    question = decide(config, UNSURE)
    with pytest.raises(ConfigError, match="står allerede som usikkert"):
        judge(config, question.id, UNSURE, by="Bo", day=DAY)
    decide(config, POSITIVE)
    with pytest.raises(ConfigError, match="allerede afgjort"):
        judge(config, question.id, NEGATIVE, by="Bo", day=DAY)


def test_there_is_nothing_to_undo_and_no_list_before_a_build(tmp_path):
    config = folder(tmp_path)
    with pytest.raises(ConfigError, match="intet at fortryde"):
        undo(config)
    with pytest.raises(ConfigError, match=r"review\.json findes ikke"):
        list_pairs(config)
    config.review.write_text("{", encoding="utf-8")
    with pytest.raises(ConfigError, match="kan ikke læses"):
        list_open_mentions(config)


def test_who_comes_second_is_told_by_whom_it_was_decided(tmp_path):
    config = folder(tmp_path)
    build(config, [FULL, MARRIED])
    question = decide(config, POSITIVE)
    with pytest.raises(ConfigError, match=r"afgjort af Ida Ask den 24\.10\.2025: samme person"):
        judge(config, question.id, NEGATIVE, by="Bo", day=DAY)
    assert len(read_judgements(config.judgements)) == 1


def test_two_who_judge_at_once_write_one_answer(tmp_path):
    config = folder(tmp_path)
    build(config, [FULL, MARRIED])
    pair = list_pairs(config)[0].id

    def answer(name):
        try:
            return judge(config, pair, POSITIVE, by=name, day=DAY).id
        except ConfigError as error:
            return str(error)

    with ThreadPoolExecutor(8) as people:
        told = sorted(people.map(answer, "ABCDEFGH"))
    assert told[0] == pair
    assert all("allerede afgjort af" in each for each in told[1:])
    assert len(read_judgements(config.judgements)) == 1


def test_an_answer_waits_for_whoever_writes_in_another_process(tmp_path):
    config = folder(tmp_path)
    build(config, [FULL, MARRIED])
    holding = (
        "import sys\nfrom pathlib import Path\nfrom kkr_graph.lock import one_hand\n"
        "with one_hand(Path(sys.argv[1])):\n    print(flush=True)\n    sys.stdin.read()"
    )
    command = [sys.executable, "-c", holding, str(config.judgements.parent)]
    with (
        subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other,
        ThreadPoolExecutor(1) as people,
    ):
        assert other.stdin is not None
        assert other.stdout is not None
        other.stdout.readline()
        answer = people.submit(decide, config, POSITIVE)
        with pytest.raises(TimeoutError):
            answer.result(timeout=0.2)
        assert not config.judgements.exists()
        other.stdin.close()
        assert answer.result().left.name
    assert len(read_judgements(config.judgements)) == 1


def test_what_contradicts_is_told_with_the_chain_and_not_written(tmp_path):
    config = folder(tmp_path)
    build(config, [FULL, BARE])
    line = f"{BARE.key.reference},mette-holst-krag,positive,Bo,2025-01-02,,,\n"
    denied = f"{FULL.key.reference},{BARE.key.reference},negative,Ea,2025-01-03,,,\n"
    config.judgements.write_text(
        "left,right,verdict,by,day,reason,score,pair\n" + denied, encoding="utf-8"
    )
    before = config.judgements.read_bytes()
    with pytest.raises(ResolveError) as caught:
        decide(config, POSITIVE)
    told = str(caught.value)
    assert "(identities.csv)" in told
    assert "(Ida Ask, 2025-10-24), men" in told
    assert "≠" in told
    assert "(Ea, 2025-01-03). Vurderingen er ikke skrevet ned." in told
    assert config.judgements.read_bytes() == before
    assert line  # the build says the same of a line written by hand
    config.judgements.write_bytes(before + line.encode())
    with pytest.raises(ResolveError, match="modsiger hinanden"):
        build(config, [FULL, BARE])


def test_any_answer_can_be_taken_back_and_no_other_line_moves(tmp_path):
    config = folder(tmp_path)
    other = mention("Mette Holst Vang", "A", "Aalborg", source="4.txt", day=date(2022, 1, 1))
    build(config, [FULL, MARRIED, other])
    first, second = decide(config, NEGATIVE), decide(config, NEGATIVE)
    both = config.judgements.read_text(encoding="utf-8").splitlines(keepends=True)
    latest, earliest = list_answers(config)
    assert [each.first.pair for each in (latest, earliest)] == [second.id, first.id]
    assert [each.pair for each in undo(config, earliest.id)] == [first.id]
    assert config.judgements.read_text(encoding="utf-8") == both[0] + both[2]
    assert first.id in {each.id for each in list_pairs(config)}
    with pytest.raises(ConfigError, match="måske allerede fortrudt"):
        undo(config, earliest.id)


def test_an_answer_that_another_rests_on_is_not_taken_back_first(tmp_path):
    config = folder(tmp_path)
    build(config, [FULL, BARE])
    decide(config, NEGATIVE)
    build(config, [FULL, BARE, MARRIED])
    judged = config.judgements.read_text(encoding="utf-8")
    by_hand = "mette-holst-krag-2,mette-holst-nyrup,unsure,Bo,2025-12-01,,,\n"
    config.judgements.write_text(judged + by_hand, encoding="utf-8")
    before = config.judgements.read_bytes(), config.ledger.read_bytes()
    earliest = list_answers(config)[-1]
    with pytest.raises(ConfigError, match=r"mette-holst-krag-2 findes kun på grund af"):
        undo(config, earliest.id)
    assert (config.judgements.read_bytes(), config.ledger.read_bytes()) == before


def test_nothing_is_taken_back_while_a_build_may_give_out_identities(tmp_path):
    config = folder(tmp_path)
    build(config, [FULL, MARRIED])
    decide(config, POSITIVE)
    with only_build(config.out), pytest.raises(StoreError, match="bygning er i gang"):
        undo(config)
    assert len(read_judgements(config.judgements)) == 1


def test_it_is_known_whether_the_build_has_what_was_judged(tmp_path):
    config = folder(tmp_path)
    build(config, [FULL, MARRIED])
    assert not is_outdated(config)
    decide(config, UNSURE)
    assert is_outdated(config)
    undo(config)
    assert not is_outdated(config)


# Any mentions, judged in any order: few names and places, so that the cases collide.

ANSWERS = st.lists(
    st.tuples(st.integers(0, 9), st.sampled_from((POSITIVE, NEGATIVE, UNSURE)), st.booleans()),
    min_size=1,
    max_size=4,
)


@UNTIMED
@given(MENTIONS, ANSWERS)
def test_undo_gives_the_former_bytes(mentions, answers):
    with tempfile.TemporaryDirectory() as here:
        config = folder(Path(here))
        config.judgements.write_text("left,right,verdict,by,day,reason,score,pair\n", "utf-8")
        states = [state(config, mentions)]
        for nth, verdict, is_built in answers:
            open_ = [q for q in list_pairs(config) if verdict != UNSURE or not q.pair.unsure]
            if not open_:
                break
            judge(config, open_[nth % len(open_)].id, verdict, by="Ida", day=DAY)
            try:
                states.append(state(config, mentions) if is_built else ())
            except ResolveError:
                assume(False)  # somebody of the ledger was kept from the mention they come from
        assume(len(states) > 1)
        for former in reversed(states[:-1]):
            undo(config)
            if former:
                assert state(config, mentions) == former


@UNTIMED
@given(MENTIONS, st.integers(0, 9))
def test_a_negative_judgement_joins_nobody(mentions, nth):
    with tempfile.TemporaryDirectory() as here:
        config = folder(Path(here))
        before = build(config, mentions).by_mention
        pairs = list_pairs(config)
        assume(pairs)
        judge(config, pairs[nth % len(pairs)].id, NEGATIVE, by="Ida", day=DAY)
        after = build(config, mentions).by_mention
        for one in after:
            for other in after:
                if after[one] == after[other]:
                    assert before.get(one) == before.get(other)


@UNTIMED
@given(MENTIONS, st.randoms(use_true_random=False))
def test_the_list_does_not_depend_on_the_order_of_documents(mentions, chance):
    shuffled = list(mentions)
    chance.shuffle(shuffled)
    assert resolve_people(shuffled, (), ()).pairs == resolve_people(mentions, (), ()).pairs
