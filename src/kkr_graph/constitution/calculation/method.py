"""The ways of turning votes into seats, each as what a list has to show for its next seat."""

from enum import StrEnum
from fractions import Fraction


class Method(StrEnum):
    """How seats follow from votes; the law's is d'Hondt, the others are for comparing."""

    DHONDT = "dhondt"
    SAINTE_LAGUE = "sainte-lague"
    LARGEST_REMAINDER = "largest-remainder"

    @property
    def called(self) -> str:
        """What the method is called among staff."""
        return _TITLES[self]

    def divisor(self, order: int) -> int:
        """What the votes are divided by for a list's seat of this order, counted from one."""
        return 2 * order - 1 if self is Method.SAINTE_LAGUE else order

    def claim(self, votes: Fraction, order: int, quota: Fraction) -> Fraction:
        """What counts for a list's seat of this order; the largest claims take the seats.

        By largest remainder it is how many quotas the votes hold beyond the seats before it: the
        whole ones are above one, the remainder below, so the seats go in the right order.
        """
        if self is Method.LARGEST_REMAINDER:
            return votes / quota - (order - 1)
        return votes / self.divisor(order)


_TITLES = {
    Method.DHONDT: "d'Hondts metode",
    Method.SAINTE_LAGUE: "Sainte-Laguës metode",
    Method.LARGEST_REMAINDER: "største brøks metode",
}
