"""``kkr-graph constitution board``: every seat of a term, and who must act."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kkr_graph.cli.options import asks_and_writes
from kkr_graph.model import danish
from kkr_graph.store.opening import graph_at

if TYPE_CHECKING:
    from kkr_graph.constitution.board import Board

_STATES = ("besat", "indstillet", "foreslået", "ledig", "overbesat", "ukendt")
_COLUMNS: Mapping[str, str] = {
    "seat": "Plads",
    "forum": "Forum",
    "term": "Periode",
    "group": "Pladsgruppe",
    "role": "Rolle",
    "seats": "Pladser i gruppen",
    "state": "Tilstand",
    "holder": "Indehaver",
    "party": "Parti",
    "municipality": "Kommune",
    "period": "Tid",
    "before": "Havde den før",
    "nominated_by": "Indstilles af",
    "appointed_by": "Udpeges af",
    "election_form": "Valgform",
    "eligibility": "Krav",
    "legal_basis": "Hjemmel",
    "acts": "Skal handle",
    "deadline": "Frist",
    "days": "Dage",
}
_SHOWN = (
    "role", "eligibility", "state", "holder", "party", "municipality", "before", "acts", "deadline",
)  # fmt: skip


@click.command(
    name="board", short_help="Vis hver plads: hvem har den, hvem skal handle, og inden hvilken dag."
)
@click.option("--forum", help="Kun et forum eller et KKR, fx DEB.")
@click.option("--council", help="Kun pladser, der angår et KKR, fx KKR Nordjylland.")
@click.option(
    "--term", help="En valgperiode; ellers den næste (eller nuværende), fx KKR 2026-2030."
)
@click.option("--date", "day", default="i dag", show_default=True, help="Dagen, der regnes fra.")
@click.option(
    "--proposals", type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="En tabel med forslag til pladser, der ikke er besat.",
)  # fmt: skip
@click.option(
    "--state",
    "states",
    type=click.Choice(_STATES),
    multiple=True,
    help="Kun pladser i en tilstand.",
)
@click.option("--municipality", help="Kun pladser med nogen fra en kommune.")
@click.option("--party", help="Kun pladser med nogen fra et parti.")
@click.option("--until", help="Kun pladser med frist senest en dag.")
@asks_and_writes
def command(  # noqa: PLR0913 - click hands over one per option
    forum: str | None,
    council: str | None,
    term: str | None,
    day: str,
    proposals: Path | None,
    states: tuple[str, ...],
    municipality: str | None,
    party: str | None,
    until: str | None,
    folder: Path,
    endpoint: str | None,
    form: str | None,
    output: str,
) -> None:
    """Vis hver plads i en valgperiode: hvem har den, hvem skal handle, og inden hvilken dag.

    En plads, hvis indehaver intet dokument nævner, er »ukendt« og ikke ledig, medmindre perioden
    først kommer. Et KKR kan ikke besætte en plads før sit eget konstituerende møde.

    \b
    Eksempel:
      kkr-graph constitution board --forum "Erhvervshus Nordjylland"
      kkr-graph constitution board --council "KKR Nordjylland" --state ledig --date 2025-12-01
      kkr-graph constitution board --term "KKR 2026-2030" --format csv -o pladser.csv
    """
    from kkr_graph.constitution.board import SeatState, narrowed, read_board
    from kkr_graph.constitution.proposals import read_proposals
    from kkr_graph.queries.asking import Questions
    from kkr_graph.queries.days import required_day
    from kkr_graph.queries.named import Kind

    graph = graph_at(folder, endpoint)
    questions = Questions(graph)
    board = read_board(
        graph,
        day=required_day(day),
        forum=forum,
        council=council,
        term=term,
        proposals=read_proposals(proposals) if proposals else (),
    )
    shown = narrowed(
        board,
        states=frozenset(SeatState(state) for state in states),
        party=questions.find(Kind.PARTY, party).label if party else None,
        municipality=questions.find(Kind.MUNICIPALITY, municipality).label
        if municipality
        else None,
        until=required_day(until) if until else None,
    )
    _write(shown, form, output)
    click.echo(_summary(shown, hidden=len(board.rows) - len(shown.rows)), err=True)


def _write(board: "Board", form: str | None, output: str) -> None:
    from kkr_graph.cli.rows import to_answer, write_sections
    from kkr_graph.constitution.board import alike

    fora = dict.fromkeys(row.forum for row in board.rows)
    printed = {name: _COLUMNS[name] for name in _SHOWN}
    sections = {
        f"{forum} · {board.term}": to_answer(
            printed,
            [
                replace(row, role=f"{row.role}, {number} pladser") if number > 1 else row
                for row, number in alike(row for row in board.rows if row.forum == forum)
            ],
        )
        for forum in fora
    }
    write_sections(sections, to_answer(_COLUMNS, board.rows), form=form, output=output)


def _summary(board: "Board", *, hidden: int) -> str:
    from kkr_graph.constitution.board import SeatState

    counts = ((state, board.count(state)) for state in SeatState)
    told = ", ".join(f"{number} {_several(state, number)}" for state, number in counts if number)
    where = ", ".join(part for part in (board.body, board.term) if part)
    rest = f" {hidden} er ikke vist." if hidden else ""
    number = len(board.rows)
    seats = f"{number} {'plads' if number == 1 else 'pladser'}"
    return f"{where}, set den {danish.day(board.day)}: {seats}{f' ({told})' if told else ''}.{rest}"


def _several(state: str, number: int) -> str:
    """``3 ledige``; two of the words stay as they are."""
    plural = {"besat": "besatte", "indstillet": "indstillede", "foreslået": "foreslåede",
              "ledig": "ledige", "overbesat": "overbesatte", "ukendt": "ukendte"}  # fmt: skip
    return state if number == 1 else plural[state]
