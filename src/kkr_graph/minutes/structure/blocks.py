"""What the structure of minutes consists of: the front, the items, and the sections of an item."""

from collections.abc import Iterator
from dataclasses import dataclass

from kkr_graph.model.lexicon import SectionKind
from kkr_graph.model.text import Line, TextLayer


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A stretch ``[start, end)`` of the reading, and the lines it stands on."""

    start: int
    end: int
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """One section of an item."""

    kind: SectionKind
    heading: Line
    body: Stretch


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemBlock:
    """One agenda item as laid out. Lines that belong to no section stand in ``loose``."""

    number: str
    title: Stretch
    case: str | None
    initials: tuple[str, ...]
    case_line: Line | None
    sections: tuple[Section, ...]
    loose: Stretch
    lines: tuple[Line, ...]
    numbered: bool = True  # False: counted, since it has no number of its own

    @property
    def told_at(self) -> int:
        """Where what is told begins: behind the title, which an agenda far above may have given."""
        head = self.lines[0]
        return self.title.end if self.title.end > head.read_start else head.read_end

    def body(self, kind: SectionKind) -> tuple[Section, ...]:
        """The sections of one kind."""
        return tuple(section for section in self.sections if section.kind == kind)


@dataclass(frozen=True, slots=True, kw_only=True)
class Structure:
    """The lines before the first item, and the items."""

    front: tuple[Line, ...]
    items: tuple[ItemBlock, ...]
    numbered: bool = True  # False: the items are counted, since the document does not number them

    @property
    def front_end(self) -> int:
        """Where, in the reading, the items begin; its end where there are none."""
        return self.front[-1].read_end if self.front else 0


def paragraphs(layer: TextLayer, stretch: Stretch) -> Iterator[tuple[int, int]]:
    """The ``[start, end)`` of each paragraph of a stretch of the reading."""
    start = stretch.start
    text = layer.reading.text
    while start < stretch.end:
        newline = text.find("\n", start, stretch.end)
        end = stretch.end if newline < 0 else newline
        if text[start:end].strip():
            yield start, end
        start = end + 1
