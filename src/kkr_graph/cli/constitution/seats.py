"""``kkr-graph constitution seats``: who is entitled to which seats, with every quotient."""

from dataclasses import dataclass, replace
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kkr_graph.cli import EXIT_CHECK_FAILED
from kkr_graph.cli.destination import STANDARD_OUTPUT, form_of_output, write_whole
from kkr_graph.errors import ConfigError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kkr_graph.constitution.calculation.calculation import Calculation
    from kkr_graph.constitution.calculation.cases import Asked
    from kkr_graph.constitution.calculation.election import AreaVotes
    from kkr_graph.constitution.calculation.scenario import Case, Comparison, Scenario
    from kkr_graph.model.registry import Registry
    from kkr_graph.queries import Answer

_FORMS = ("table", "csv", "json", "xlsx", "svg")
_KINDS = ("chair", "members", "seats")
_METHODS = ("dhondt", "sainte-lague", "largest-remainder")
_CAP_RULES = ("whole", "supplementary")
_SUFFIXES = {".csv": "csv", ".json": "json", ".xlsx": "xlsx", ".svg": "svg", ".txt": "table"}
_USAGE = "Se kkr-graph constitution seats --help."


@click.command(
    name="seats", short_help="Beregn, hvem der har ret til pladser, med alle kvotienter."
)
@click.option("--area", help='Et KKR eller en kommune, fx "KKR Nordjylland".')
@click.option("--election", "slug", help="Valgets id i data/registry/elections, fx kv21.")
@click.option(
    "--pool", help='I stedet for et valg: grupper med stemmer eller pladser, fx "A=11, B=8".'
)
@click.option(
    "--for", "kind", type=click.Choice(_KINDS),
    help="Formandskab (chair), supplerende medlemmer (members) eller et antal pladser (seats). "
    "Ellers seats, når --seats er givet, og ellers chair.",
)  # fmt: skip
@click.option("--seats", type=click.IntRange(min=1), help="Antal pladser.")
@click.option(
    "--method", type=click.Choice(_METHODS), default="dhondt", show_default=True,
    help="De to andre er til sammenligning.",
)  # fmt: skip
@click.option(
    "--alliance", "alliances", multiple=True,
    help="Et valgforbund i stedet for dem i alliances.csv, fx \"C+D+O\" eller \"(C+D)+O\".",
)  # fmt: skip
@click.option("--no-alliances", is_flag=True, help="Regn uden valgforbund.")
@click.option(
    "--threshold", type=click.FloatRange(0, 99),
    help="Spærre i procent; 2 ved supplerende medlemmer, ellers ingen.",
)  # fmt: skip
@click.option(
    "--cap-rule", type=click.Choice(_CAP_RULES), default="whole", show_default=True,
    help="Hvad der fordeles, når loftet på dobbelt så mange medlemmer som kommuner er nået.",
)  # fmt: skip
@click.option(
    "--what-if", "what_if", type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="En fil med scenarier, der vises ved siden af.",
)  # fmt: skip
@click.option("--compare", is_flag=True, help="Vis valgene ovenfor ved siden af det registrerede.")
@click.option("--partial", is_flag=True, help="Regn også, når resultater fra kommuner mangler.")
@click.option(
    "--lots", type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="Registrerede lodtrækninger i stedet for dem i lots.csv.",
)  # fmt: skip
@click.option("--quotients", is_flag=True, help="Skriv kvotienterne, ikke resultatet, som csv.")
@click.option(
    "--data", type=click.Path(path_type=Path), default=Path("data"), show_default=True,
    help="Mappen med registry/elections.",
)  # fmt: skip
@click.option("--format", "form", type=click.Choice(_FORMS), help="Ellers efter filens endelse.")
@click.option("-o", "--output", default=STANDARD_OUTPUT, help="Filen, der skrives.")
@click.pass_context
def command(context: click.Context, /, form: str | None, output: str, **given: Any) -> None:  # noqa: ANN401 - the fields of _Request
    """Beregn, hvem der har ret til pladser: formandskab, supplerende medlemmer eller et antal.

    Alle tal er præcise brøker. Har to lister samme kvotient, standser beregningen ved pladsen, til
    der er registreret en lodtrækning. Slutkoden er 1, når der skal trækkes lod.

    \b
    Eksempel:
      kkr-graph constitution seats --area Hjørring --election eksempel-hjoerring-2021 --seats 31
      kkr-graph constitution seats --area "KKR Nordjylland" --election eksempel-hjoerring-2021 \\
        --partial
      kkr-graph constitution seats --pool "A=11, B=8" --seats 7 --format svg -o kvotienter.svg
    """
    request = _Request(**given)
    calculation, comparison = request.answer()
    chosen = form or _form_for(output)
    write_whole(_written(calculation, comparison, chosen, quotients=request.quotients), output)
    for line in _told(calculation, request.slug):
        click.echo(line, err=True)
    if not calculation.is_settled:
        context.exit(EXIT_CHECK_FAILED)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Request:
    """The options as they were given."""

    area: str | None
    slug: str | None
    pool: str | None
    kind: str | None
    seats: int | None
    method: str
    alliances: tuple[str, ...]
    no_alliances: bool
    threshold: float | None
    cap_rule: str
    what_if: Path | None
    compare: bool
    partial: bool
    lots: Path | None
    quotients: bool
    data: Path

    def answer(self) -> "tuple[Calculation, Comparison | None]":
        """The calculation, and beside it what else was asked for."""
        case, registry = self._case()
        scenarios = self._scenarios(registry)
        chosen = case.calculate(self._chosen())
        if not scenarios:
            return chosen, None
        if self.what_if is not None and not self.compare:
            case = replace(case, settings=chosen.settings)
        comparison = case.compare(scenarios)
        return (chosen if self.compare else comparison.recorded), comparison

    def _case(self) -> "tuple[Case, Registry]":
        from kkr_graph.config import Config
        from kkr_graph.registry import read_registry

        folder = Config(data=self.data).registry
        registry = read_registry(folder)
        if self.pool is not None:
            return self._pool_case(folder / "elections"), registry
        return self._election_case(folder / "elections", registry), registry

    def _pool_case(self, folder: Path) -> "Case":
        from kkr_graph.constitution.calculation.cases import pool_case

        assert self.pool is not None
        if self.area or self.slug or self.kind not in (None, "seats"):
            raise ConfigError("--pool står i stedet for --area, --election og --for.", _USAGE)
        if self.seats is None:
            raise ConfigError("--pool kræver --seats, antallet af pladser.", _USAGE)
        return pool_case(folder, self.pool, self._asked(), self.lots)

    def _election_case(self, folder: Path, registry: "Registry") -> "Case":
        from kkr_graph.constitution.calculation.cases import election_case

        if not self.area or not self.slug:
            raise ConfigError("Angiv --area og --election, eller --pool.", _USAGE)
        case = election_case(folder, self.slug, self.area, registry, self._asked(), self.lots)
        self._check_whole(case.source.votes({}))
        return case

    def _check_whole(self, votes: "AreaVotes") -> None:
        if votes.missing and not self.partial:
            number = f"{len(votes.missing)} af {votes.municipalities} kommuner"
            raise ConfigError(
                f"{votes.election} mangler resultater fra {number} i {votes.area}: "
                f"{', '.join(votes.missing)}.",
                "Hent dem med kkr-graph constitution import-election, eller regn uden med "
                "--partial.",
            )

    def _asked(self) -> "Asked":
        from kkr_graph.constitution.calculation.calculation import Kind
        from kkr_graph.constitution.calculation.cases import Asked

        kind = Kind(self.kind) if self.kind else Kind.SEATS if self.seats else Kind.CHAIR
        if kind is Kind.SEATS and self.seats is None:
            raise ConfigError("--for seats kræver --seats, antallet af pladser.", _USAGE)
        if kind is not Kind.SEATS and self.seats is not None:
            raise ConfigError("--seats gælder kun --for seats.", _USAGE)
        percent = None if self.threshold is None else Fraction(str(self.threshold))
        return Asked(kind=kind, seats=self.seats, percent=percent)

    def _chosen(self) -> "Scenario":
        """What the options say otherwise than what is recorded."""
        from kkr_graph.constitution.calculation.composition import CapRule
        from kkr_graph.constitution.calculation.group import parse_alliance
        from kkr_graph.constitution.calculation.method import Method
        from kkr_graph.constitution.calculation.scenario import Scenario

        if self.alliances and (self.no_alliances or self.kind == "members"):
            raise ConfigError(
                "--alliance passer hverken med --no-alliances eller --for members.",
                "Supplerende medlemmer regnes uden valgforbund.",
            )
        formed = tuple(map(parse_alliance, self.alliances))
        return Scenario(
            name="Med valgene her",
            alliances=formed if formed or self.no_alliances else None,
            method=Method(self.method),
            cap_rule=CapRule(self.cap_rule),
        )

    def _scenarios(self, registry: "Registry") -> "tuple[Scenario, ...]":
        from kkr_graph.constitution.calculation.scenario import read_scenarios

        here = (self._chosen(),) if self.compare else ()
        file = read_scenarios(self.what_if, registry) if self.what_if else ()
        return (*here, *file)


def _form_for(output: str) -> str:
    if output != STANDARD_OUTPUT:
        return _SUFFIXES.get(Path(output).suffix.casefold(), "json")
    return form_of_output()


def _written(
    calculation: "Calculation", comparison: "Comparison | None", form: str, *, quotients: bool
) -> bytes:
    match form:
        case "svg":
            from kkr_graph.constitution.calculation.picture import to_svg

            return to_svg(calculation).encode()
        case "xlsx":
            from kkr_graph.constitution.calculation.sheet import to_xlsx

            return to_xlsx(calculation, comparison)
        case "json":
            from kkr_graph.constitution.calculation.record import to_json

            return to_json(calculation, comparison)
        case "csv":
            return _csv(calculation, comparison, quotients=quotients)
        case _:
            return "\n".join(_sections(calculation, comparison)).encode()


def _csv(calculation: "Calculation", comparison: "Comparison | None", *, quotients: bool) -> bytes:
    from kkr_graph.cli.output import to_csv
    from kkr_graph.cli.rows import to_answer
    from kkr_graph.constitution.calculation.tables import (
        QUOTIENTS,
        quotient_lines,
        result_columns,
        result_lines,
    )

    if quotients:
        return to_csv(to_answer(QUOTIENTS, quotient_lines(calculation), cited=False))
    if comparison is not None:
        return to_csv(_compared(comparison))
    lines = result_lines(calculation)
    return to_csv(to_answer(result_columns(calculation), lines, cited=False))


def _sections(calculation: "Calculation", comparison: "Comparison | None") -> "Iterator[str]":
    """The tables for people, each under its heading."""
    from kkr_graph.cli.rows import to_answer
    from kkr_graph.cli.table import to_table
    from kkr_graph.constitution.calculation.picture import heading
    from kkr_graph.constitution.calculation.tables import (
        QUOTIENTS,
        result_columns,
        result_lines,
        telling_quotients,
    )

    columns = result_columns(calculation, narrow=True)
    results = to_answer(columns, result_lines(calculation), cited=False)
    yield f"{heading(calculation)}\n"
    yield to_table(results).decode()
    if comparison is not None:
        yield "Hvad nu hvis\n"
        yield to_table(_compared(comparison)).decode()
    telling = telling_quotients(calculation)
    left_out = sum(len(level.quotients) for level in calculation.allocation.levels) - len(telling)
    rest = f" ({left_out} mindre er i --format csv --quotients)" if left_out else ""
    yield f"Kvotienter: dem, der fik en plads, og hver listes næste{rest}\n"
    yield to_table(to_answer(QUOTIENTS, telling, cited=False)).decode()


def _compared(comparison: "Comparison") -> "Answer":
    """Each list as recorded, and in each scenario with the difference."""
    from kkr_graph.constitution.calculation.sheet import comparison_cells, comparison_headings
    from kkr_graph.model.solutions import Term
    from kkr_graph.queries import Answer, Column
    from kkr_graph.vocab import XSD

    headings = comparison_headings(comparison)
    names = [f"column{at}" for at in range(len(headings))]
    return Answer(
        title="",
        columns=tuple(map(Column, names, headings)),
        rows=tuple(
            {
                name: Term(value=f"{cell:+d}" if cell else "0", datatype=XSD.integer)
                if isinstance(cell, int)
                else Term(value=cell)
                for name, cell in zip(names, cells, strict=True)
                if cell != ""
            }
            for cells in comparison_cells(comparison)
        ),
        labels={},
    )


def _told(calculation: "Calculation", slug: str | None) -> "Iterator[str]":
    """What a reader must know beside the numbers, and how lots are recorded."""
    from kkr_graph.constitution.calculation import wording
    from kkr_graph.constitution.calculation.sheet import remarks

    yield from remarks(calculation)
    if calculation.ties:
        yield "Skriv lodtrækningen i data/registry/elections/lots.csv, eller en fil til --lots:"
        yield from (
            wording.row_to_record(tie, calculation, slug or calculation.area)
            for tie in calculation.ties
        )
