"""An extract that holds less says the same."""

from dataclasses import fields

import pytest

from kkr_graph.model.extract import Extract
from kkr_graph.model.kept import KeptExtract, without_long_parts
from tests.factory import appointment, attendance, extract, item, statement

WHOLE = extract(
    attendance("Per Bo Lund", "V", "Thisted"),
    item("1", "Udpegning", decision="Per Bo Lund blev udpeget."),
    item("2", "Eventuelt"),
    appointment("Per Bo Lund"),
    statement("Ida Krag"),
)


def kept(asked):
    def part(name):
        asked.append(name)
        return getattr(WHOLE, name)

    return KeptExtract.of(without_long_parts(WHOLE), WHOLE.agenda, part)


def test_it_says_the_same():
    for part in fields(Extract):
        assert getattr(kept([]), part.name) == getattr(WHOLE, part.name)


def test_what_every_build_asks_needs_no_long_part():
    asked: list[str] = []
    short = kept(asked)
    assert [line.is_decided for line in short.agenda] == [True, False]
    assert short.document == WHOLE.document
    assert len(short.appointments) == 1
    assert not asked


def test_what_no_extract_has_it_has_not_either():
    with pytest.raises(AttributeError):
        _ = kept([]).nothing
