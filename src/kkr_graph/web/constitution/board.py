"""The gap board: every seat of a term, who has it, and who must act before which day."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from kkr_graph.constitution.board import (
    Board,
    BoardRow,
    SeatState,
    alike,
    narrowed,
    read_board,
)
from kkr_graph.queries import Kind
from kkr_graph.queries.days import today
from kkr_graph.web.addresses import with_query
from kkr_graph.web.constitution.form import NEXT, Form
from kkr_graph.web.constitution.workspace import HOME, Count, Workspace, numbered
from kkr_graph.web.leads import Leads, leads_of
from kkr_graph.web.site import Site
from kkr_graph.web.view import EMPTY, Cell, Line, Look, Piece, Section, plain, table
from kkr_graph.web.wording import capitalised, counted, day

SYMBOLS: Mapping[SeatState, str] = {
    SeatState.FILLED: "●",
    SeatState.NOMINATED: "◕",
    SeatState.PROPOSED: "◑",
    SeatState.VACANT: "○",
    SeatState.OVERFILLED: "⊕",
    SeatState.UNKNOWN: "?",
}
"""What stands before the word for a state, so that a column is read at a glance."""

_HEADINGS = (
    "Plads", "Tilstand", "Indehaver", "Parti", "Kommune", "Havde den før", "Skal handle", "Frist",
    "Krav", "Kilde",
)  # fmt: skip
_PAPERS: Mapping[str, str] = {
    "xlsx": "Excel", "docx": "Word", "pdf": "PDF", "html": "webside", "csv": "CSV",
}  # fmt: skip


def board_page(site: Site, values: Mapping[str, str]) -> Workspace:
    """The seats as the form asks for them: of the coming term where none is chosen."""
    form = Form(site, HOME, values)
    asked = _read_form(form)
    board = form.make(lambda: _board(site, asked))
    page = Workspace(
        title="Pladser og mangler", path=HOME, fields=form.fields, problem=form.problem
    )
    if board is None:
        return page
    wide = narrowed(board, party=asked.party, municipality=asked.municipality)
    shown = narrowed(wide, states=asked.states)
    return replace(
        page,
        lead=_lead(wide),
        notices=_notices(site, board),
        counted="Pladser efter tilstand",
        counts=tuple(_counts(form, wide, asked.states)),
        files=_papers(values, board.term),
        sections=tuple(_sections(site, shown)),
        empty="Ingen pladser passer. Vælg en anden periode, eller fjern et filter.",
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    forum: str | None
    council: str | None
    term: str | None
    states: frozenset[SeatState]
    party: str | None
    municipality: str | None
    day: date


def _read_form(form: Form) -> _Asked:
    forum = form.thing("forum", "Forum", Kind.FORUM)
    council = form.council()
    term = form.term("periode", "Valgperiode", NEXT)
    state = form.choice("tilstand", "Tilstand", [(each, capitalised(each)) for each in SeatState])
    party = form.thing("parti", "Parti", Kind.PARTY)
    municipality = form.thing("kommune", "Kommune", Kind.MUNICIPALITY)
    now = form.day("dato", "I dag er", today())
    return _Asked(
        forum=forum.iri if forum else None,
        council=council.iri if council else None,
        term=term.label if term else None,
        states=frozenset({SeatState(state)}) if state else frozenset(),
        party=party.label if party else None,
        municipality=municipality.label if municipality else None,
        day=now or today(),
    )


def _board(site: Site, asked: _Asked) -> Board:
    """The board before it is filtered, kept: on a large graph it takes seconds."""
    key = ("board", asked.day, asked.forum, asked.council, asked.term)
    return site.kept(
        key,
        lambda: read_board(
            site.graph,
            day=asked.day,
            forum=asked.forum,
            council=asked.council,
            term=asked.term,
        ),
    )


def _lead(board: Board) -> str:
    where = ", ".join(part for part in (board.body, board.term) if part)
    seats = counted(len(board.rows), "plads", "pladser")
    return f"{where}, set den {day(board.day)}: {seats}."


def _notices(site: Site, board: Board) -> tuple[str, ...]:
    through = site.data_through
    if through is None or board.day <= through:
        return ()
    return (f"Dokumenterne rækker til og med {day(through)}; det, der er sket siden, kendes ikke.",)


def _counts(form: Form, board: Board, states: frozenset[SeatState]) -> Iterator[Count]:
    """A link for each state, and one for all of them."""
    yield Count(
        label="alle", number=len(board.rows), href=form.address(tilstand=""), current=not states
    )
    for state in SeatState:
        number = board.count(state)
        if number or state in states:
            yield Count(
                label=state,
                number=number,
                href=form.address(tilstand=state),
                symbol=SYMBOLS[state],
                current=state in states,
            )


def _papers(values: Mapping[str, str], term: str) -> tuple[Piece, ...]:
    """The appointment overview of the same seats, to send out."""
    whose = values.get("forum", "").strip() or values.get("kkr", "").strip()
    return tuple(
        Piece(name, with_query(f"/udpegningsoversigt.{form}", forum=whose, periode=term))
        for form, name in _PAPERS.items()
    )


def _sections(site: Site, board: Board) -> Iterator[Section]:
    """The seats under their fora."""
    leads = leads_of(site)
    for forum, anchor in numbered("forum", (row.forum for row in board.rows)).items():
        rows = [row for row in board.rows if row.forum == forum]
        lines = [_line(row, number, leads) for row, number in alike(rows)]
        yield Section(
            id=anchor,
            heading=forum,
            href=leads.path(forum),
            note=_basis(rows),
            table=table(f"Pladser i {forum}, {board.term}", _HEADINGS, lines),
        )


def _line(row: BoardRow, number: int, leads: Leads) -> Line:
    cells = _cells(row, leads)
    if number > 1:
        told = Piece(f", {counted(number, 'plads', 'pladser')}", look=Look.QUIET)
        cells = ((*cells[0], told), *cells[1:])
    return Line(cells=cells)


def _basis(rows: list[BoardRow]) -> str:
    """Which law or statute the seats are by."""
    known = dict.fromkeys(row.legal_basis for row in rows if row.legal_basis)
    return f"Hjemmel: {'; '.join(known)}." if known else ""


def _cells(row: BoardRow, leads: Leads) -> tuple[Cell, ...]:
    slug = row.seat.partition(":")[2]
    return (
        plain(capitalised(row.role)),
        (Piece(row.state, look=Look.STATE, symbol=SYMBOLS[row.state]),),
        leads.person(row.holder, "" if row.before else slug),
        leads.name(row.party),
        leads.name(row.municipality),
        leads.person(row.before, slug),
        leads.names(row.acts),
        _due(row),
        plain(row.eligibility),
        _source(row, leads),
    )


def _source(row: BoardRow, leads: Leads) -> Cell:
    """The passage; a seat of which nothing is known claims nothing that one would have to prove."""
    claims = row.holder and row.state != SeatState.UNKNOWN
    return leads.source(row.source) if row.source.document or claims else EMPTY


def _due(row: BoardRow) -> Cell:
    if row.deadline is None or row.days is None:
        return EMPTY
    return (Piece(day(row.deadline)), Piece(f" {in_days(row.days)}", look=_look(row.days)))


def in_days(days: int) -> str:
    """How far off a day is."""
    if days == 0:
        return "i dag"
    if days < 0:
        return f"overskredet med {counted(-days, 'dag', 'dage')}"
    return f"om {counted(days, 'dag', 'dage')}"


def _look(days: int) -> Look:
    return Look.MISSING if days < 0 else Look.QUIET
