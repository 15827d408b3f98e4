"""However a secretary writes who came, the same is read."""

import pytest

from kkr_graph.minutes import parse_minutes
from kkr_graph.sources import read_source
from kkr_graph.text import lay_out
from tests.minutes.layout_tables import (
    PAGES,
    TABLES,
    as_columns,
    as_list_page,
    as_page,
    as_tabs,
    as_word,
)
from tests.minutes.layout_wordings import WORDINGS
from tests.minutes.layouts import (
    LEAVER,
    LISTS,
    MEMBERS,
    REPLACED,
    STAFF,
    STAND_IN,
    TITLES,
    VISITOR,
    text_of,
)

CAME = {
    *((one.name, "absent" if one.away else "present", None, None) for one in MEMBERS),
    *((one.name, "guest", None, None) for one in STAFF),
    (STAND_IN.name, "present", None, REPLACED.name),
    (LEAVER.name, "absent", ("6",), None),
    (VISITOR.name, "guest", ("3",), None),
}
PEOPLE = {one.name: one for one in (*MEMBERS, STAND_IN, *STAFF, VISITOR)}
FILES = {
    **{
        f"{name}, text.txt": text_of(layout).encode()
        for name, layout in {**LISTS, **WORDINGS}.items()
    },
    **{f"{name}, tabs.txt": as_tabs(name).encode() for name in TABLES},
    **{f"{name}, columns.txt": as_columns(name).encode() for name in TABLES},
    **{f"{name}, page.html": as_page(name) for name in TABLES},
    **{f"{name}, word.docx": as_word(name) for name in TABLES},
    **{f"{name}, list.html": as_list_page(name) for name in PAGES},
}


@pytest.mark.parametrize("file", FILES)
def test_every_layout_tells_the_same(file, tmp_path, registry, lexicon):
    path = (tmp_path / "referat").with_suffix(file[file.rindex(".") :])
    path.write_bytes(FILES[file])
    extract = parse_minutes(lay_out(read_source(path, name=path.name)), registry, lexicon)
    told = [
        (_in_full(one.name), one.status, one.items, one.deputy_for and _in_full(one.deputy_for))
        for one in extract.attendance
    ]
    assert sorted(told, key=str) == sorted(CAME, key=str)
    assert [found for one in extract.attendance for found in _wrong(one)] == []
    assert len(extract.items) == len(TITLES)


def _in_full(name):
    """A name as it is written elsewhere, where a layout has names in capitals."""
    return next(one for one in PEOPLE if one.casefold() == name.casefold())


def _wrong(told):
    """What is told of somebody and is not so; a layout need not say everything."""
    one = PEOPLE[_in_full(told.name)]
    yield from {told.party} - {one.party, None}
    yield from {told.municipality} - {one.place, None}
    organization = told.organization or ""
    yield from {organization.removesuffix(" Kommune")} - {one.sender, one.place, ""}
    if told.status == "guest":
        yield from {(told.title or "").lower(), organization} ^ {one.title, one.sender}
