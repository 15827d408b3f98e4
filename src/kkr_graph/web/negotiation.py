"""Which of several forms a reader would rather have, from what its ``Accept`` says."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

_ANYTHING = "*"


@dataclass(frozen=True, slots=True)
class _Range:
    """``text/*;q=0.5``."""

    kind: str
    part: str
    quality: float

    def fits(self, media_type: str) -> bool:
        kind, _, part = media_type.partition("/")
        return self.kind in (_ANYTHING, kind) and self.part in (_ANYTHING, part)

    @property
    def narrowness(self) -> int:
        """A range that names more counts before one that names less."""
        return (self.kind != _ANYTHING) + (self.part != _ANYTHING)


def choose(accept: str, offered: Mapping[str, Sequence[str]]) -> str | None:
    """The form that is accepted most, of several the first; None where none is acceptable.

    Args:
        accept: the header; empty accepts anything.
        offered: the names of the forms, the preferred first, with their media types.
    """
    ranges = [_range(part) for part in accept.split(",") if part.strip()]
    if not ranges:
        return next(iter(offered), None)
    qualities = {name: _quality(ranges, types) for name, types in offered.items()}
    best = max(qualities.values(), default=0.0)
    return next((name for name, quality in qualities.items() if quality == best > 0), None)


def _quality(ranges: Sequence[_Range], media_types: Sequence[str]) -> float:
    """How much a form is wanted; one that is refused by its first name is not given by another."""
    found = [_quality_of(ranges, media_type) for media_type in media_types]
    return 0.0 if found[0] == 0.0 else max(quality or 0.0 for quality in found)


def _quality_of(ranges: Sequence[_Range], media_type: str) -> float | None:
    fitting = [each for each in ranges if each.fits(media_type)]
    return max(fitting, key=lambda each: each.narrowness).quality if fitting else None


def _range(part: str) -> _Range:
    name, *parameters = (piece.strip().lower() for piece in part.split(";"))
    kind, _, sub = name.partition("/")
    given = dict(parameter.partition("=")[::2] for parameter in parameters)
    try:
        quality = float(given.get("q", "1"))
    except ValueError:
        quality = 0.0
    return _Range(kind, sub or _ANYTHING, quality if 0.0 <= quality <= 1.0 else 0.0)
