"""The paper as PDF/UA-1: tagged, so that a screen reader can read its tables.

Typst sets it, with the fonts that it brings. Words travel as data and are never markup.
"""

import json
from dataclasses import asdict
from datetime import UTC, datetime
from importlib.resources import files
from typing import Any

import typst

from kkr_graph.model.cells import clean_text
from kkr_graph.overview.paper import Grid, Note, Paper


def to_pdf(paper: Paper) -> bytes:
    """The file's bytes; the same paper gives the same ones."""
    content = typst.compile(
        files("kkr_graph.overview").joinpath("paper.typ").read_bytes(),
        format="pdf",
        sys_inputs={"paper": json.dumps(_cleaned(_data(paper)), ensure_ascii=False)},
        ignore_system_fonts=True,
        pdf_standards=["ua-1"],
        timestamp=datetime(*paper.day, tzinfo=UTC),
    )
    assert isinstance(content, bytes)
    return content


def _data(paper: Paper) -> dict[str, Any]:
    data = asdict(paper)
    data["summary"] = _grid(paper.summary)
    parts = zip(
        (*data["chapters"], data["appendix"]), (*paper.chapters, paper.appendix), strict=True
    )
    for told, chapter in parts:
        told["grids"] = [_grid(grid) for grid in chapter.grids]
    data["notes"] = [_note(note) for note in paper.notes]
    return data


def _grid(grid: Grid) -> dict[str, Any]:
    data = asdict(grid) | {"is_short": grid.is_short}
    for told, line in zip(data["lines"], grid.lines, strict=True):
        told["is_form"] = line.is_form
    return data


def _note(note: Note) -> dict[str, Any]:
    return {"number": note.number, "where": note.where, "words": note.words}


def _cleaned(value: object) -> object:
    """The same data with every text on one line and without what cannot be seen."""
    match value:
        case str():
            return clean_text(value)
        case dict():
            return {key: _cleaned(each) for key, each in value.items()}
        case list() | tuple():
            return [_cleaned(each) for each in value]
        case _:
            return value
