"""Numbers, ties and results as Danish staff read them."""

from fractions import Fraction

from kkr_graph.constitution.calculation.calculation import CHAIRS, Calculation, Kind, ResultRow
from kkr_graph.constitution.calculation.lots import WHOLE, Tie
from kkr_graph.model import danish

HERE = "hele området"


def count(number: int | Fraction) -> str:
    """``11.207``; with decimals where it is no whole number."""
    value = Fraction(number)
    return decimal(value) if value.denominator > 1 else danish.whole(int(value))


def decimal(value: Fraction, places: int = 2) -> str:
    """``987,21``, rounded half up on the exact number."""
    scaled = value * 10**places
    whole, part = divmod(
        (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator), 10**places
    )
    return f"{danish.whole(whole)},{part:0{places}d}"


def exact(value: Fraction) -> str:
    """``987 4/19``: the number itself, however long."""
    whole, rest = divmod(value.numerator, value.denominator)
    if not rest:
        return danish.whole(whole)
    part = f"{rest}/{value.denominator}"
    return f"{danish.whole(whole)} {part}" if whole else part


def level(name: str) -> str:
    """Where a contest is held."""
    return HERE if name == WHOLE else name


def role(calculation: Calculation, seat: int) -> str:
    """What the seat of a number is: for the chair's it is the office."""
    if calculation.settings.kind is Kind.CHAIR and seat <= len(CHAIRS):
        return CHAIRS[seat - 1]
    return f"plads {seat}"


def told(tie: Tie, calculation: Calculation) -> str:
    """A tie in one sentence."""
    names = f"{', '.join(tie.among[:-1])} og {tie.among[-1]}"
    same = f"{names} har samme kvotient, {exact(tie.claim)}"
    if tie.order:
        seats = " og ".join(str(tie.seat + at) for at in range(tie.contested))
        return f"{same}: rækkefølgen af plads {seats} afgøres ved lodtrækning."
    number = "én plads" if tie.contested == 1 else f"{tie.contested} pladser"
    return f"{same}, til {number} (fra {role(calculation, tie.seat)}): der skal trækkes lod."


def row_to_record(tie: Tie, calculation: Calculation, slug: str) -> str:
    """The row to fill in, in the file of drawings."""
    among = "|".join(sorted(tie.among))
    cells = (slug, calculation.area, calculation.settings.kind.called, level(tie.level))
    return ";".join((*cells, str(tie.seat), among, "<udtrukket>", "<dato>", "<kilde>"))


def seats(row: ResultRow) -> str:
    """``9``, or ``9–10`` where lots decide."""
    return f"{row.seats}–{row.seats + 1}" if row.in_lots else str(row.seats)


def whole(row: ResultRow | None) -> str:
    """All that a list has, mayors among them; empty where it is not in the calculation."""
    if row is None:
        return ""
    return f"{row.members}–{row.members + 1}" if row.in_lots else str(row.members)
