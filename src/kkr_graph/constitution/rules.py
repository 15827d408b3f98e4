"""The rules that appointments are held against; each says whom it is about, when, and by which law.

A rule that the data cannot decide says so, and never guesses.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from kkr_graph.constitution.breach import Breach, Topic, about_group, about_seating, breach
from kkr_graph.constitution.proposals import Proposal
from kkr_graph.constitution.reading import EVERYTHING, Wanted, deadline, next_term, present_term
from kkr_graph.constitution.seating import Ground, Seating
from kkr_graph.errors import QueryError
from kkr_graph.model import danish
from kkr_graph.model.danish import counted
from kkr_graph.model.extract import Severity
from kkr_graph.model.names import danish_sort_key
from kkr_graph.queries.asking import Questions, Source
from kkr_graph.seats.groups import read_groups
from kkr_graph.store import Graph
from kkr_graph.vocab import KKRC


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """What appointments are held against; ``code`` begins the keys of its breaches, so it stays."""

    code: str
    required: str  # what it asks for, in the words of staff
    check: "Callable[[Rule, Ground], Iterator[Breach]]"  # gets its own rule
    undecided: str = ""  # why documents never tell whether it is kept


_MANY = 3  # so many fora and more are worth a look
_WEEKS = timedelta(days=60)  # between the ends of the two clocks


def read_breaches(
    graph: Graph,
    *,
    day: date,
    wanted: Wanted = EVERYTHING,
    proposals: Sequence[Proposal] = (),
) -> tuple[Breach, ...]:
    """What the rules say of a term: of the present and the next one where none is named.

    Args:
        graph: where to ask.
        day: against which deadlines are held.
        wanted: only a body, the seats that concern a contact council, a term.
        proposals: who is proposed; held to the same rules before the meeting.

    Raises:
        QueryError: the graph has no such forum, council or term.
        StoreError: the graph cannot be asked.
    """
    questions = Questions(graph)
    open_ = wanted.scope(questions, None)
    both = (present_term(open_).label, next_term(open_).label)
    labels = (wanted.term,) if wanted.term else tuple(dict.fromkeys(both))
    _refuse_unknown(questions, proposals)
    ground = Ground(
        questions,
        [wanted.scope(questions, label) for label in labels],
        day=day,
        proposals=proposals,
    )
    found = (each for rule in RULES for each in rule.check(rule, ground))
    return tuple(sorted(found, key=_sort_key))


def _refuse_unknown(questions: Questions, proposals: Sequence[Proposal]) -> None:
    """A proposal for a seat that there is not would be held against no rule."""
    slugs = {group.slug for group in read_groups(questions, EVERYTHING.scope(questions, None))}
    for each in proposals:
        if each.seat.partition(":")[0] not in slugs:
            raise QueryError(
                f"Forslaget om {each.name} gælder pladsen »{each.seat}«, som ingen pladsgruppe har "
                f"({each.source}).",
                "Ret pladsens navn. Pladserne står i kkr-graph constitution board --format csv.",
            )


_RANKS = {Severity.VIOLATION: 0, Severity.WARNING: 1, Severity.INFO: 2}


def _sort_key(found: Breach) -> tuple[int, str, str, str]:
    return _RANKS[found.severity], found.rule, danish_sort_key(found.about), found.key


# --- who may sit ----------------------------------------------------------------------------


def outside_area(rule: Rule, ground: Ground) -> Iterator[Breach]:
    """Politicians whom a contact council appoints are councillors in its area."""
    law = "forretningsorden for KKR § 4, stk. 4"
    for each in ground.seatings:
        councils = ground.councils_of(each.group)
        if not councils or not ground.is_for_elected(each):
            continue
        area = frozenset[str]().union(*(ground.areas[council] for council in councils))
        if each.municipality in area:
            continue
        of = f"{' og '.join(councils)}s område"
        if each.municipality:
            severity = Severity.VIOLATION
            message = f"{each.label} {_verb(each)} {_seat(each)}, men {each.municipality} ligger ikke i {of}."
        else:
            severity = Severity.INFO
            message = (
                f"Kan ikke afgøres: {each.label} {_verb(each)} {_seat(each)}, men det er ikke oplyst, om "
                f"kommunen ligger i {of}."
            )
        yield about_seating(each, rule.code, severity, message, law=law, value=each.municipality)


def chair_not_member(rule: Rule, ground: Ground) -> Iterator[Breach]:
    """The chair and the vice-chair of a contact council are members of it."""
    for each in ground.posts:
        record, forum = each.record, each.record.text("forum")
        leads = record.iri("role") in (KKRC.chair, KKRC.vice_chair)
        if not leads or forum not in ground.areas:
            continue
        listed = ground.attendance.get(forum, frozenset())
        if each.holding.person in listed:
            continue
        who = f"{record.text('person')} er {record.text('role')} for {forum}"
        if listed:
            severity, message = (
                Severity.VIOLATION,
                f"{who}, men står ikke blandt medlemmerne i noget referat.",
            )
        else:
            severity = Severity.INFO
            message = (
                f"Kan ikke afgøres: {who}, men intet referat har en deltagerliste for {forum}."
            )
        yield breach(
            rule.code,
            severity,
            message,
            Topic(
                about=record.text("person"),
                focus=(each.holding.person, record.iri("forum"), record.iri("role")),
                source=record.source,
            ),
            value=str(bool(listed)),
            law="KL's vedtægter § 15",
        )


def reappointed_too_often(rule: Rule, ground: Ground) -> Iterator[Breach]:
    """Nobody is appointed again more often than the seat allows."""
    for each in ground.seatings:
        allowed = each.group.record.number("reappointments")
        if allowed is None or not each.person:
            continue
        held = ground.terms_held(each)
        if held > allowed:
            again = f"genudpeges {allowed} gang{'e' if allowed != 1 else ''}"
            allows = again if allowed else "ikke genudpeges"
            terms = counted(held, "periode", "perioder")
            message = (
                f"{each.label} {_verb(each)} {_seat(each)} efter {terms}; den samme kan {allows}."
            )
            yield about_seating(
                each,
                rule.code,
                Severity.VIOLATION,
                message,
                value=f"{held} {allowed}",
            )


def gender_rule(rule: Rule, ground: Ground) -> Iterator[Breach]:
    """A rule about women and men can only be decided by what is stated, and nothing states it."""
    for _, group in ground.groups:
        stated = group.record.text("gender_rule")
        seated = ground.of(group)
        if stated and seated:
            names = ", ".join(each.name for each in seated)
            message = (
                f"Kan ikke afgøres: {group.label} har reglen »{stated}«, men køn er ikke oplyst for {names} "
                "og gættes aldrig af et navn."
            )
            yield about_group(group, rule.code, Severity.INFO, message, value=names)


# --- the seats ------------------------------------------------------------------------------


def overfilled(rule: Rule, ground: Ground) -> Iterator[Breach]:
    """A group has no more holders than seats."""
    for _, group in ground.groups:
        seated = [each for each in ground.of(group) if each.is_certain]
        if len(seated) > group.seats:
            names = ", ".join(each.label for each in seated)
            seats = counted(group.seats, "plads", "pladser")
            message = f"{group.label} har {seats}, men {len(seated)} indehavere: {names}."
            value = " ".join(each.who for each in seated)
            yield about_group(group, rule.code, Severity.VIOLATION, message, value=value)


def outside_term(rule: Rule, ground: Ground) -> Iterator[Breach]:
    """What is stated of somebody's time lies in the term of the seat."""
    for each in ground.seatings:
        term, ends = each.group.term, each.period.ends
        if each.is_certain and ends and ends > term.ends + _WEEKS:
            message = (
                f"{each.label} {_verb(each)} {_seat(each)} til {danish.day(ends)}, men {term.label} slutter "
                f"{danish.day(term.ends)}."
            )
            yield about_seating(each, rule.code, Severity.WARNING, message, value=ends.isoformat())


def deputy_missing(rule: Rule, ground: Ground) -> Iterator[Breach]:
    """Where a seat must have a deputy, one is known."""
    for each in ground.seatings:
        if each.group.record.text("requires_deputy") != "true" or each.deputy:
            continue
        severity = Severity.INFO if each.is_certain else Severity.WARNING
        told = "er fundet i dokumenterne" if each.is_certain else "er foreslået"
        message = f"{each.label} {_verb(each)} {_seat(each)}, som skal have en stedfortræder; ingen {told}."
        yield about_seating(each, rule.code, severity, message, value="")


def nomination_overdue(rule: Rule, ground: Ground) -> Iterator[Breach]:
    """Who is nominated is appointed before the deadline."""
    for scope, group in ground.groups:
        due = deadline(scope, group)
        for each in ground.of(group):
            if each.nominated_on and not each.is_certain and due and due < ground.day:
                who = group.record.text("appointing") or "den, der udpeger"
                message = (
                    f"{each.label} blev indstillet {danish.day(each.nominated_on)} til {_seat(each)}; fristen var "
                    f"{danish.day(due)}, og intet dokument viser, at {who} har udpeget."
                )
                yield about_seating(
                    each, rule.code, Severity.WARNING, message, value=due.isoformat()
                )


# --- the whole ------------------------------------------------------------------------------


def many_seats(rule: Rule, ground: Ground) -> Iterator[Breach]:
    """One person in many fora."""
    named: dict[str, tuple[str, Source]] = {}
    found: dict[str, set[str]] = {}
    for who, name, forum, source in _places(ground):
        named.setdefault(who, (name, source))
        found.setdefault(who, set()).add(forum)
    for who, places in sorted(found.items()):
        if len(places) >= _MANY:
            fora = ", ".join(sorted(places, key=danish_sort_key))
            name, source = named[who]
            message = f"{name} har eller er tiltænkt pladser i {len(places)} fora: {fora}."
            yield breach(
                rule.code,
                Severity.INFO,
                message,
                Topic(about=name, focus=(who,), source=source),
                value=fora,
            )


def _places(ground: Ground) -> Iterator[tuple[str, str, str, Source]]:
    """Who sits or is to sit in which forum, also where no seat group is known."""
    for each in ground.seatings:
        yield each.who, each.name, each.group.record.text("forum"), each.source
    for post in ground.posts:
        record = post.record
        yield post.holding.person, record.text("person"), record.text("forum"), record.source


def spread(rule: Rule, ground: Ground) -> Iterator[Breach]:
    """From how many municipalities and parties those come whom a contact council appoints."""
    found: dict[tuple[str, str, str], list[Seating]] = {}
    for each in ground.seatings:
        for council in ground.councils_of(each.group):
            place = (each.group.record.text("forum"), each.group.term.label, council)
            found.setdefault(place, []).append(each)
    for (forum, term, council), seatings in sorted(found.items()):
        if len(seatings) < 2:
            continue
        places = Counter(each.municipality or "ukendt kommune" for each in seatings)
        parties = Counter(each.party or "intet oplyst parti" for each in seatings)
        message = (
            f"{forum}, {term}: {len(seatings)} for {council} fra {_counted(places)}; "
            f"{_counted(parties)}. {council} har {len(ground.areas[council])} kommuner."
        )
        yield breach(
            rule.code,
            Severity.INFO,
            message,
            Topic(about=forum, focus=(forum, term, council)),
            value=message,
        )


def sources_disagree(rule: Rule, ground: Ground) -> Iterator[Breach]:
    """Two documents do not say two different things of one matter."""
    for record in ground.questions.ask("conflicts"):
        subject, what = record.text("subject"), record.text("what")
        where = record.text("where_found")
        one, other = record.words("one"), record.words("other")
        place = f" ({where})" if where and where != subject else ""
        message = f"To oplysninger om {what} for {subject}{place}: {one} og {other}."
        yield breach(
            rule.code,
            Severity.WARNING,
            message,
            Topic(about=subject, focus=(what, record.iri("subject"), record.iri("where_found"))),
            value=f"{one} {other}",
        )


RULES: Final = (
    Rule(
        code="outside-area",
        required="En politiker, som et KKR udpeger, er fra en kommune i dets område.",
        check=outside_area,
    ),
    Rule(
        code="chair-not-member",
        required="Formand og næstformand for et KKR er blandt medlemmerne i referatet.",
        check=chair_not_member,
    ),
    Rule(
        code="reappointed-too-often",
        required="Ingen har pladsen i flere perioder i træk, end genudpegning er tilladt.",
        check=reappointed_too_often,
    ),
    Rule(
        code="gender-rule",
        required="En pladsgruppe med en regel om køn følger den.",
        check=gender_rule,
        undecided="Kan ikke afgøres: køn er ikke oplyst og tages aldrig fra et navn.",
    ),
    Rule(
        code="overfilled",
        required="En pladsgruppe har ikke flere indehavere end pladser.",
        check=overfilled,
    ),
    Rule(
        code="outside-term",
        required="En oplyst slutning ligger i pladsens periode.",
        check=outside_term,
    ),
    Rule(
        code="deputy-missing",
        required="En plads, der skal have en stedfortræder, har en.",
        check=deputy_missing,
    ),
    Rule(
        code="nomination-overdue",
        required="Den, der er indstillet, er udpeget inden fristen.",
        check=nomination_overdue,
    ),
    Rule(
        code="many-seats",
        required="Ingen sidder i tre fora eller flere.",
        check=many_seats,
    ),
    Rule(
        code="spread",
        required="Kommuner og partier i hvert forum er talt op.",
        check=spread,
    ),
    Rule(
        code="sources-disagree",
        required="To dokumenter siger ikke to forskellige ting.",
        check=sources_disagree,
    ),
)
"""Every rule, in the order in which they are shown."""


# --- words ----------------------------------------------------------------------------------


def _verb(seating: Seating) -> str:
    if seating.is_certain:
        return "er"
    return "er indstillet som" if seating.nominated_on else "er foreslået som"


def _seat(seating: Seating) -> str:
    record = seating.group.record
    return f"{record.text('role')} i {record.text('forum')}, {seating.group.term.label}"


def _counted(counts: Counter[str]) -> str:
    ordered = sorted(counts.items(), key=lambda pair: (-pair[1], danish_sort_key(pair[0])))
    return ", ".join(f"{name} {number}" for name, number in ordered)
