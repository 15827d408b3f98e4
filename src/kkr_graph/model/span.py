"""Where something stands in a text layer."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Passage:
    """A half-open stretch ``[start, end)`` of a text layer, with the characters that stand there.

    Positions count Unicode code points of the NFC-normalised layer, as the Web Annotation
    vocabulary's ``oa:TextPositionSelector`` does, and ``layer.text[start:end] == quote`` holds.
    """

    start: int
    end: int
    quote: str

    def __post_init__(self) -> None:
        if self.start < 0 or self.end - self.start != len(self.quote):
            raise ValueError(
                f"passage {self.start}-{self.end} does not fit a quote of {len(self.quote)}"
            )
