"""That an item is open or closed to the public: written beside its title, and no part of it."""

import re

_DOORS = r"(?:(?:åben|lukket|fortrolig|offentlig)(?: sag)?|(?:åbent|lukket|fortroligt|offentligt)(?: (?:punkt|dagsordenspunkt|møde))?)"
# a line of its own, or a cell: "Åben sag", "(Lukket punkt)"
_ALONE = re.compile(rf"\(?{_DOORS}\)?", re.IGNORECASE)
# in a cell of its own behind the title; in brackets, or after a dash, it is written in the title
_BEHIND = re.compile(
    rf"\t\(?{_DOORS}\)?$|(?-i: (?:(?:Åben|Lukket|Fortrolig) sag|(?:Åbent|Lukket|Fortroligt) punkt)$)",
    re.IGNORECASE,
)
# "Lukkede punkter", "Tillægsdagsorden": over the items that follow
_GROUP = re.compile(
    r"(?:(?:åbne|lukkede|fortrolige|offentlige) (?:punkter|sager|dagsordenspunkter)"
    r"|(?:åben|lukket|fortrolig|offentlig|tillægs)[ -]?(?:dagsorden|del)(?: \(?(?:åben|lukket)\)?)?"
    r"|(?:åbent|lukket) møde|(?:punkter|sager) (?:for|til behandling for) (?:åbne|lukkede) døre"
    r"|(?:for )?(?:åbne|lukkede) døre):?",
    re.IGNORECASE,
)


def tells_doors(line: str) -> bool:
    """Whether a line says no more than whether the item is open to the public."""
    return _ALONE.fullmatch(line) is not None


def groups_by_doors(line: str) -> bool:
    """Whether a line heads the open, the closed or the added items of a meeting."""
    return _GROUP.fullmatch(line) is not None


def without_doors(title: str) -> str:
    """A title without a cell behind it that tells whether the item is open; never an empty one."""
    match = _BEHIND.search(title)
    return title if match is None or match.start() == 0 else title[: match.start()]
