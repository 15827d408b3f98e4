"""The overview put together as a paper: a chapter for each forum, then what is missing."""

from collections.abc import Iterator, Sequence

from kkr_graph.constitution.board import BoardRow, SeatState
from kkr_graph.constitution.proposals import of_seat
from kkr_graph.model import danish
from kkr_graph.model.danish import counted, whole
from kkr_graph.model.names import fold
from kkr_graph.overview import conditions
from kkr_graph.overview.appendix import appendix
from kkr_graph.overview.content import Coming, Overview, OverviewRow, SeatRow
from kkr_graph.overview.groups import ComingGroup, coming_groups
from kkr_graph.overview.notes import Notes
from kkr_graph.overview.paper import (
    BLANK,
    Chapter,
    Grid,
    Heading,
    Line,
    Paper,
    Told,
    fitted,
)
from kkr_graph.overview.tables import UNDATED, subtitle, titled
from kkr_graph.seats.holders import Certainty
from kkr_graph.seats.scope import Forum

_NOT_TOLD = "ikke oplyst"
_SEATS = (
    Heading("Plads", 22),
    Heading("Repræsentant nu", 24),
    Heading("Navn", 19),
    Heading("Parti", 11),
    Heading("Kommune", 12),
    Heading("Stedfortræder", 15),
)
_HOLDERS = (
    Heading("Rolle", 13),
    Heading("Navn", 20),
    Heading("Parti", 17),
    Heading("Kommune", 14),
    Heading("Repræsenterer", 16),
    Heading("Periode", 24),
    Heading("Stedfortræder", 16),
    Heading("Besluttet", 15),
)


def to_paper(overview: Overview, coming: Coming | None) -> Paper:
    """The paper about a coming term, or about who sits where when there is none."""
    return _Composing(overview, coming).paper()


class _Composing:
    """One paper while it is put together; notes are numbered as they come."""

    def __init__(self, overview: Overview, coming: Coming | None) -> None:
        self.overview = overview
        self.coming = coming
        self.notes = Notes()
        self.groups = list(coming_groups(overview, coming)) if coming else []
        self.rows = coming.present if coming else overview.rows
        self.term = coming.board.term if coming else overview.term

    def paper(self) -> Paper:
        fora = list(self._fora())
        chapters = tuple(self._chapter(forum) for forum in fora)
        day = self.overview.data_through or UNDATED
        return Paper(
            title=titled("Udpegningsoversigt", self.overview),
            subtitle=subtitle(self.overview),
            day=(day.year, day.month, day.day),
            text=tuple(self._opening(len(fora))),
            summary=self._summary(fora),
            chapters=chapters,
            appendix=appendix(self.overview, self.coming),
            notes=self.notes.all(),
        )

    def _fora(self) -> Iterator[Forum]:
        """Those of which there is something to tell, in the order of a printed list."""
        named = {row.forum for row in (*self.rows, *self.overview.rows)}
        named |= {group.forum for group in self.groups}
        yield from (forum for forum in self.overview.fora if forum.label in named)
        known = {forum.label for forum in self.overview.fora}
        yield from (Forum(label=label) for label in sorted(named - known))

    def _opening(self, fora: int) -> Iterator[str]:
        if not self.coming:
            former = sum(row.is_former for row in self.rows)
            of_them = (
                f", heraf {whole(former)} fra forrige periode, som ikke er set i den nye"
                if former
                else ""
            )
            yield (
                f"Oversigten viser, hvem der sidder hvor: {counted(len(self.rows), 'post', 'poster')}"
                f" i {counted(fora, 'forum', 'fora')}{of_them}. Det, der ikke er sikkert, er skrevet "
                "med kursiv. Tallene henviser til kilderne sidst i oversigten."
            )
            return
        open_ = self.coming.open_seats
        yield (
            f"Oversigten viser pladserne i {self.coming.term}: "
            f"{counted(open_, 'plads', 'pladser')} skal besættes. Ved siden af hver plads står, hvem "
            "der har den i dag, så vidt dokumenterne siger det. De tomme felter er til forslag."
        )
        yield (
            "Det, der ikke er sikkert, er skrevet med kursiv. Tallene henviser til kilderne sidst i "
            "oversigten. Hvad der mangler, står i bilaget."
        )

    def _summary(self, fora: Sequence[Forum]) -> Grid:
        lines = tuple(self._summary_line(forum) for forum in fora)
        headings = (
            Heading("Forum", 34),
            Heading("Udpeges af", 26),
            Heading("Pladser", 10),
            Heading("Skal besættes", 13),
            Heading("Kendte nu", 11),
            Heading("Frist", 12),
        )
        grid = Grid(
            caption="Overblik",
            description="Fora med antal pladser, hvor mange der skal besættes, og frist.",
            headings=headings,
            lines=lines,
        )
        return fitted(grid)

    def _summary_line(self, forum: Forum) -> Line:
        groups = [group for group in self.groups if group.forum == forum.label]
        about = [group.about for group in groups] or self._seats_now(forum)
        holders = {row.holder for row in self.rows if row.forum == forum.label and row.has_seat}
        deadlines = sorted({row.deadline for group in groups for row in group.rows if row.deadline})
        return Line(
            cells=(
                Told(text=forum.label, link=_anchor(forum)),
                Told(text=", ".join(conditions.distinct(row.appointed_by for row in about))),
                Told(text=str(sum(row.seats for row in about) or "")),
                Told(text=str(conditions.open_seats(groups)) if groups else ""),
                Told(text=str(len(holders))),
                Told(text=danish.day(deadlines[0]) if deadlines else ""),
            )
        )

    def _seats_now(self, forum: Forum) -> list[SeatRow]:
        """The seats of the term that is shown, where it has begun."""
        own = [row for row in self.overview.seats if row.forum == forum.label]
        return [] if self.coming else [row for row in own if row.to_fill is None]

    def _chapter(self, forum: Forum) -> Chapter:
        groups = [group for group in self.groups if group.forum == forum.label]
        about = [group.about for group in groups] or self._seats_now(forum)
        grids = []
        if groups:
            grids.append(self._seat_grid(forum, groups))
        others = list(self._others(forum, groups))
        if others:
            grids.append(self._holder_grid(forum, others, beside=bool(groups)))
        return Chapter(
            anchor=_anchor(forum),
            heading=forum.label,
            facts=tuple(conditions.of_forum(forum, about, groups)),
            grids=tuple(grids),
        )

    def _seat_grid(self, forum: Forum, groups: Sequence[ComingGroup]) -> Grid:
        return fitted(
            Grid(
                caption=f"{forum.label}: pladser i {groups[0].about.term}",
                description=f"Pladserne i {forum.label}, hvem der har dem nu, og tomme felter til "
                "forslag.",
                headings=_SEATS,
                lines=tuple(line for group in groups for line in self._seat_lines(group, groups)),
            )
        )

    def _seat_lines(self, group: ComingGroup, groups: Sequence[ComingGroup]) -> Iterator[Line]:
        rules = "; ".join(conditions.of_group(group, groups))
        if group.about.is_by_office:
            yield Line(
                cells=(_headed(group, rules), Told(text="følger embedet"), *[Told()] * 4),
                opens=True,
            )
            return
        is_headed = bool(rules) and len(group.rows) > 1
        if is_headed:
            yield Line(cells=(_headed(group, rules),), opens=True, heads=True)
        for at, row in enumerate(group.rows):
            seat = Told(text=group.seat_label(row), small="" if is_headed else rules)
            yield Line(
                cells=(seat, self._present(row), *self._chosen(row)),
                opens=at == 0 and not is_headed,
            )

    def _present(self, row: BoardRow) -> Told:
        """Who has the seat now."""
        if not row.before:
            return Told(small=_NOT_TOLD)
        holder = next((each for each in self.rows if _is_in(each, row)), None)
        if holder is None:
            return Told(text=row.before)
        told = (holder.party, holder.municipality, *_circumstances(holder))
        return Told(
            text=holder.holder,
            small=" · ".join(part for part in told if part),
            notes=self.notes.of(holder.source),
        )

    def _chosen(self, row: BoardRow) -> tuple[Told, Told, Told, Told]:
        """Who is to have the seat, or the cells for it."""
        if row.state == SeatState.VACANT:
            return BLANK, BLANK, BLANK, BLANK
        doubtful = row.state in (SeatState.PROPOSED, SeatState.UNKNOWN)
        name = Told(
            text=row.holder or _NOT_TOLD,
            small=row.state.value if row.holder else "",
            notes=self.notes.of(row.source),
            is_doubtful=doubtful,
        )
        return (
            name,
            Told(text=row.party, is_doubtful=doubtful),
            Told(text=row.municipality, is_doubtful=doubtful),
            self._deputy(row),
        )

    def _deputy(self, row: BoardRow) -> Told:
        proposal = of_seat(self.coming.proposals, row.seat) if self.coming else None
        if proposal and proposal.deputy:
            return Told(text=proposal.deputy, is_doubtful=True)
        return BLANK

    def _others(self, forum: Forum, groups: Sequence[ComingGroup]) -> Iterator[OverviewRow]:
        """Those who sit in the forum and do not stand beside one of its seats."""
        seats = [row for group in groups for row in group.rows]
        rows = dict.fromkeys((*self.rows, *(self.overview.rows if self.coming else ())))
        for row in rows:
            if row.forum == forum.label and not any(_is_in(row, seat) for seat in seats):
                yield row

    def _holder_grid(self, forum: Forum, rows: Sequence[OverviewRow], *, beside: bool) -> Grid:
        words = f"{'øvrige ' if beside else ''}{_when(rows)}"
        return fitted(
            Grid(
                caption=f"{forum.label}: {words}",
                description=f"Hvem der har en post i {forum.label}.",
                headings=_HOLDERS,
                lines=tuple(self._holder_line(row) for row in rows),
            )
        )

    def _holder_line(self, row: OverviewRow) -> Line:
        doubtful = row.certainty.is_doubtful
        name = Told(
            text=row.name,
            small=row.certainty.value if doubtful else "",
            notes=self.notes.of(row.source),
            is_doubtful=doubtful,
        )
        rest = (
            row.party,
            row.municipality,
            row.represents,
            row.period,
            row.deputy,
            row.decided,
        )
        return Line(
            cells=(
                Told(text=row.role, is_doubtful=doubtful),
                name,
                *(Told(text=text, is_doubtful=doubtful and bool(text)) for text in rest),
            )
        )


def _headed(group: ComingGroup, rules: str) -> Told:
    """What stands above the seats of a group."""
    seats = counted(group.about.seats, "plads", "pladser")
    return Told(text=f"{danish.capitalised(group.about.role)}, {seats}", small=rules)


def _is_in(holder: OverviewRow, seat: BoardRow) -> bool:
    """Whether a row of the overview is shown beside a seat, as who has it or is to have it."""
    return holder.forum == seat.forum and holder.name in (seat.before, seat.holder)


def _when(rows: Sequence[OverviewRow]) -> str:
    """``poster nu``, or what tells those that are of a term that is over, or are to begin."""
    certain = [row for row in rows if row.certainty == Certainty.CERTAIN]
    told = {
        "nu": any(not (row.is_former or row.is_to_begin) for row in certain) or not certain,
        "fra forrige periode": any(row.is_former for row in certain),
        "senere": any(row.is_to_begin for row in certain),
    }
    return f"poster {danish.listed([words for words, is_so in told.items() if is_so])}"


def _circumstances(row: OverviewRow) -> Iterator[str]:
    yield row.period
    if row.decided_on:
        yield f"besluttet {row.decided}"
    if row.deputy:
        yield f"stedfortræder: {row.deputy}"


def _anchor(forum: Forum) -> str:
    return "forum-" + "-".join(fold(forum.label).split())
