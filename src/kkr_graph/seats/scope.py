"""Which terms, days and bodies a question about seats covers."""

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property

from kkr_graph.model.names import danish_sort_key
from kkr_graph.model.tenure import FOREVER
from kkr_graph.queries.asking import Questions, Record
from kkr_graph.queries.named import Kind
from kkr_graph.vocab import KKRC

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """An electoral term; both days inclusive.

    Each contact council's own term begins at its constituent meeting: see ``Scope.own_term``.
    """

    iri: str
    label: str
    clock: str
    starts: date
    ends: date

    def reaches(self, first: date | None, last: date | None) -> bool:
        """Whether a stretch of time touches the term."""
        return (first or date.min) <= self.ends and (last or date.max) >= self.starts

    def follows(self, other: "Term") -> bool:
        """Whether the term begins by the same clock on the day after the other one."""
        return self.clock == other.clock and self.starts - other.ends == _DAY

    def lies_mostly_in(self, other: "Term") -> bool:
        """Whether more than half of the term lies in the other one.

        Councils and contact councils count their terms by two clocks, some weeks apart.
        """
        shared = min(self.ends, other.ends) - max(self.starts, other.starts)
        return 2 * shared > self.ends - self.starts


@dataclass(frozen=True, slots=True, kw_only=True)
class Forum:
    """What is known of a body: ``kind`` of those in the registry; ``serves`` are contact councils."""

    label: str = ""
    kind: str = ""
    is_council: bool = False
    purpose: str = ""
    legal_basis: str = ""
    serves: frozenset[str] = frozenset()

    @property
    def council(self) -> str:
        """The contact council that it is, or that it alone serves; or none."""
        return self.label if self.is_council else only_one(self.serves)


class Scope:
    """What the reader asked for, in one graph."""

    def __init__(
        self,
        questions: Questions,
        *,
        forum: str | None,
        term: str | None,
        council: str | None = None,
    ) -> None:
        """Find what the names mean.

        Raises:
            QueryError: the graph has no such forum, term or council.
        """
        self._questions = questions
        self.council = questions.find(Kind.COUNCIL, council) if council is not None else None
        self.forum = questions.find(Kind.FORUM, forum) if forum is not None else None
        wanted = questions.find(Kind.TERM, term).iri if term is not None else None
        self.term = next((each for each in self.terms if each.iri == wanted), None)

    @cached_property
    def terms(self) -> tuple[Term, ...]:
        """All terms, in the order of their days."""
        return tuple(
            Term(
                iri=record.iri("term"),
                label=record.text("term"),
                clock=record.iri("clock"),
                starts=record.day("from") or date.min,
                ends=record.day("through") or FOREVER,
            )
            for record in self._questions.ask("term-dates")
        )

    @cached_property
    def constituent_meetings(self) -> Mapping[tuple[Term, str], date]:
        """The days on which contact councils' own terms begin, by term and name of the council."""
        by_iri = {term.iri: term for term in self.terms}
        return {
            (by_iri[record.iri("term")], record.text("council")): day
            for record in self._questions.ask("constituent-meetings")
            if (day := record.day("date"))
        }

    def own_term(self, term: Term, council: str) -> Term:
        """A term as one contact council counts it, as far as its constituent meetings are known.

        It lasts until the next one begins, where the two follow upon each other.
        """
        after = next((each for each in self.terms if each.follows(term)), None)
        begins = self.constituent_meetings.get((term, council), term.starts)
        next_begins = self.constituent_meetings.get((after, council)) if after else None
        ends = next_begins - _DAY if next_begins else term.ends
        return replace(term, starts=begins, ends=ends)

    def may_act_from(self, names: Iterable[str], term: Term) -> date | None:
        """The day on which contact councils fill their seats of a term: when they constitute it.

        The seats may be counted by the other clock; then it is the councils' term that lies in it.
        None where no council of these names has a day that is known.
        """
        wanted = set(names)
        days = (
            day
            for (each, council), day in self.constituent_meetings.items()
            if council in wanted and (each == term or each.lies_mostly_in(term))
        )
        return max(days, default=None)

    @cached_property
    def fora(self) -> Mapping[str, Forum]:
        """The bodies of the registry, by IRI."""
        return {
            record.iri("forum"): Forum(
                label=record.text("forum"),
                kind=record.text("kind"),
                is_council=record.iri("kind") == KKRC.contact_council,
                purpose=record.text("purpose"),
                legal_basis=record.text("legal_basis"),
                serves=frozenset(filter(None, record.text("council").split(", "))),
            )
            for record in self._questions.ask("bodies")
        }

    def forum_of(self, record: Record) -> Forum:
        """The body that a row is about; one that is not in the registry is only a name."""
        return self.fora.get(record.iri("forum"), Forum())

    @cached_property
    def council_by_municipality(self) -> Mapping[str, str]:
        """The contact council that covers each municipality, by names."""
        return {
            record.text("municipality"): record.text("council")
            for record in self._questions.ask("covered-municipalities")
        }

    def council_of(self, record: Record) -> str:
        """The contact council by whose term somebody in a role sits.

        The body's, or else the one they sit for, or else that of their own municipality.
        """
        represents = record.text("represents")
        return (
            self.forum_of(record).council
            or self.council_among((represents,))
            or self.council_by_municipality.get(record.text("municipality"), "")
        )

    def council_among(self, names: Iterable[str]) -> str:
        """The one contact council among some names; or none."""
        return only_one(self._council_names.intersection(names))

    @cached_property
    def _council_names(self) -> frozenset[str]:
        return frozenset(self.council_by_municipality.values())

    @cached_property
    def councils(self) -> tuple[str, ...]:
        """The contact council that was asked for, or those whose meetings the documents are about."""
        if self.council:
            return (self.council.label,)
        held = {record.iri("forum") for record in self._questions.ask("meetings")}
        labels = (
            forum.label for iri, forum in self.fora.items() if iri in held and forum.is_council
        )
        return tuple(sorted(labels, key=danish_sort_key))

    @property
    def asked_councils(self) -> tuple[str, ...]:
        """The contact council of the forum that was asked for, or else those above."""
        own = self.fora.get(self.forum.iri, Forum()).council if self.forum else ""
        return (own,) if own else self.councils

    @property
    def data_through(self) -> date:
        """The day up to which the documents can be trusted."""
        return self._questions.data_through or FOREVER

    def known_through(self, council: str) -> date:
        """The day up to which the documents tell of a contact council; of all where it has none."""
        return self._questions.data_through_by_council.get(council, self.data_through)

    @property
    def days(self) -> tuple[date, ...]:
        """The days to ask about: the last that is known, and those that show who is to begin later."""
        if self.term and self.awaiting(self.term):  # some begin after the first day
            return (max(self.term.starts, self.data_through), self.term.ends)
        if self.term:
            return (min(self.term.ends, self.data_through),)
        return (self.data_through, *self._questions.days_of_posts_to_begin)

    def is_coming(self, term: Term, council: str = "") -> bool:
        """Whether a term begins after all that is known, of one contact council where it is given."""
        return term.starts > self.known_through(council)

    def awaiting(self, term: Term) -> tuple[str, ...]:
        """The contact councils asked about that have not begun a term, as far as documents tell.

        One without a name where no council is known.
        """
        councils = self.asked_councils or ("",)
        return tuple(each for each in councils if self.is_coming(self.own_term(term, each), each))

    def covers(self, record: Record, first: date | None, last: date | None) -> bool:
        """Whether somebody's time in a role belongs to the term, if one was asked for."""
        if self.term is None:
            return True
        return self.own_term(self.term, self.council_of(record)).reaches(first, last)

    def has_seats_of(self, term: Term, council: str) -> bool:
        """Whether the seats of a term are shown: the chosen one's, or all that are not over."""
        if self.term:
            return term.lies_mostly_in(self.term)
        return term.ends >= self.known_through(council)

    def is_former(self, record: Record, last_shown: date | None) -> bool:
        """Whether a post was last shown in a term that its contact council has since ended."""
        term = self._present_term(self.council_of(record)) if self.term is None else None
        return term is not None and last_shown is not None and last_shown < term.starts

    def _present_term(self, council: str) -> Term | None:
        """The contact council's term on the last day that documents tell of it."""
        day = self.known_through(council)
        own = (self.own_term(term, council) for term in self.terms if term.clock == KKRC.kkr_clock)
        return next((term for term in own if term.reaches(day, day)), None)

    def concerns(self, names: Set[str]) -> bool:
        """Whether one of the bodies is a council that is asked about.

        Who asks for one forum wants all its seats; so does who has no council's minutes.
        """
        if self.council is None and (self.forum is not None or not self.councils):
            return True
        return bool(names & set(self.councils))

    def concerns_post(self, record: Record) -> bool:
        """Whether a post or vacant seat is looked at: all are, unless a council is asked about.

        One in a body that the registry does not have concerns the council of the holder's municipality.
        """
        if self.council is None:
            return True
        forum = self.forum_of(record)
        told = ("represents", "nominated_by", "appointing", "forum")
        names = {*map(record.text, told), *forum.serves}
        if not forum.kind:
            names.add(self.council_of(record))
        return self.council.label in names

    @property
    def body_label(self) -> str:
        """For the title: the chosen forum, or the councils, by name."""
        return self.forum.label if self.forum else ", ".join(self.councils)

    @property
    def term_label(self) -> str:
        """For the title: the chosen term, or that of the contact councils on the last day.

        Where they are in different terms, each with the councils that are in it.
        """
        if self.term:
            return self.term.label
        found: dict[str, list[str]] = {}
        for council in self.asked_councils or ("",):
            if term := self._present_term(council):
                found.setdefault(term.label, []).append(council)
        if len(found) == 1:
            return next(iter(found))
        return ", ".join(f"{label} ({', '.join(found[label])})" for label in sorted(found))

    @property
    def arguments(self) -> dict[str, str | None]:
        """What narrows a question that takes a forum."""
        return {"forum": self.forum.iri if self.forum else None}


def only_one(names: Set[str]) -> str:
    """The one name, or none where there are none or several."""
    return next(iter(names)) if len(names) == 1 else ""
