"""From what somebody asks for to the votes and the rules that the calculation begins with."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from kkr_graph.constitution.calculation.calculation import CHAIRS, Kind, Settings
from kkr_graph.constitution.calculation.election import RecordedDraw, Threshold, area_of
from kkr_graph.constitution.calculation.group import Alliance
from kkr_graph.constitution.calculation.lots import Draw
from kkr_graph.constitution.calculation.pool import POOL, parse_pool
from kkr_graph.constitution.calculation.records import read_draws, read_election
from kkr_graph.constitution.calculation.scenario import Case, ElectionVotes
from kkr_graph.errors import ConfigError
from kkr_graph.model.registry import Registry


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What to calculate. ``percent`` is the threshold; None is the one that the kind has."""

    kind: Kind
    seats: int | None = None
    percent: Fraction | None = None

    def settings(self, recorded: tuple[Alliance, ...] = ()) -> Settings:
        """The calculation as recorded: by the law's method, with the recorded alliances."""
        return Settings(
            kind=self.kind,
            seats=self.seats or len(CHAIRS),
            alliances=() if self.kind is Kind.MEMBERS else recorded,
            threshold=self._threshold(),
        )

    def _threshold(self) -> Threshold | None:
        if self.percent is None:
            return Threshold() if self.kind is Kind.MEMBERS else None
        return Threshold(share=self.percent / 100) if self.percent else None


def pool_case(folder: Path, written: str, asked: Asked, lots: Path | None = None) -> Case:
    """Seats among groups that somebody typed; ``folder`` may have recorded drawings of lots.

    Raises:
        ConfigError: the pool cannot be read.
        RegistryError: the table of drawings has a mistake.
    """
    settings = asked.settings()
    draws = _fitting(read_draws(folder, POOL, lots), POOL, settings)
    return Case(source=parse_pool(written), settings=settings, draws=draws)


def election_case(
    folder: Path,
    slug: str,
    written: str,
    registry: Registry,
    asked: Asked,
    lots: Path | None = None,
) -> Case:
    """Seats from the votes of an election in an area.

    Raises:
        ConfigError: there is no such area or election.
        RegistryError: a table is missing or has a mistake.
    """
    area = area_of(registry, written)
    if area is None:
        raise ConfigError(
            f"»{written}« er hverken et KKR eller en kommune.",
            "Skriv f.eks. KKR Nordjylland eller Hjørring.",
        )
    election = read_election(folder, slug, registry, lots)
    settings = asked.settings(election.alliances.get(area.name, ()))
    return Case(
        source=ElectionVotes(election=election, area=area, registry=registry),
        settings=settings,
        draws=_fitting(election.draws, area.name, settings),
    )


def _fitting(recorded: Sequence[RecordedDraw], area: str, settings: Settings) -> tuple[Draw, ...]:
    """The draws that were made for this very calculation."""
    wanted = (area, settings.kind.called)
    return tuple(each.draw for each in recorded if (each.area, each.calculation) == wanted)
