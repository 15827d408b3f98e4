"""The straight lines that are drawn on a page of a PDF document, as borders of cells are."""

import ctypes
from collections.abc import Callable, Iterator, Sequence
from itertools import islice, pairwise
from typing import TypeAlias

import pypdfium2
import pypdfium2.raw as pdfium

from kkr_graph.sources.grid import Stroke

Point: TypeAlias = tuple[float, float]
Box: TypeAlias = tuple[float, float, float, float]  # left, bottom, right, top

_THIN = 3.0  # points: a filled shape no thicker than that is a line
_SHORTEST = 4.0  # points
_MOST = 10_000  # paths on a page: with more than that it is a drawing, and has no tables
_LEVEL = 0.5  # points that the ends of a level line may differ


def find_strokes(
    page: pypdfium2.PdfPage, shown: Callable[[Box], Box]
) -> tuple[list[Stroke], list[Stroke]]:
    """The lines across a page and down it; ``shown`` is where a page that is turned shows a box."""
    across: list[Stroke] = []
    down: list[Stroke] = []
    paths = page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH], max_depth=1)
    drawings = list(islice(paths, _MOST + 1))
    for drawn in drawings if len(drawings) <= _MOST else ():
        is_stroked = _is_stroked(drawn)
        for shape in _shapes(drawn):
            for (x, y), (x1, y1) in _lines(shape, is_stroked=is_stroked):
                x0, y0, x1, y1 = shown((min(x, x1), min(y, y1), max(x, x1), max(y, y1)))
                if y1 - y0 <= _LEVEL and x1 - x0 >= _SHORTEST:
                    across.append(Stroke((y0 + y1) / 2, x0, x1))
                elif x1 - x0 <= _LEVEL and y1 - y0 >= _SHORTEST:
                    down.append(Stroke((x0 + x1) / 2, y0, y1))
    return across, down


def _lines(shape: Sequence[Point], *, is_stroked: bool) -> Iterator[tuple[Point, Point]]:
    """The lines of a shape: its outline, or itself where it is as thin as a line."""
    if is_stroked:
        yield from pairwise(shape)
        return
    (x0, *_, x1), (y0, *_, y1) = (sorted(values) for values in zip(*shape, strict=True))
    if y1 - y0 <= _THIN:
        yield (x0, (y0 + y1) / 2), (x1, (y0 + y1) / 2)
    elif x1 - x0 <= _THIN:
        yield ((x0 + x1) / 2, y0), ((x0 + x1) / 2, y1)


def _is_stroked(drawn: pypdfium2.PdfObject) -> bool:
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(drawn, ctypes.byref(fill), ctypes.byref(stroke))
    return bool(stroke.value)


def _shapes(drawn: pypdfium2.PdfObject) -> Iterator[list[Point]]:
    """The shapes of a path by their corners; curves are left out."""
    matrix = drawn.get_matrix()
    shape: list[Point] = []
    for index in range(pdfium.FPDFPath_CountSegments(drawn)):
        segment = pdfium.FPDFPath_GetPathSegment(drawn, index)
        x, y = ctypes.c_float(), ctypes.c_float()
        pdfium.FPDFPathSegment_GetPoint(segment, ctypes.byref(x), ctypes.byref(y))
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if kind != pdfium.FPDF_SEGMENT_LINETO:
            if len(shape) > 1:
                yield shape
            shape = []
        shape.append(matrix.on_point(x.value, y.value))
        if pdfium.FPDFPathSegment_GetClose(segment) and len(shape) > 1:
            yield [*shape, shape[0]]
            shape = []
    if len(shape) > 1:
        yield shape
