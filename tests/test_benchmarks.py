"""What the benchmarks measure on: a generator that writes nonsense would measure nothing."""

from pathlib import Path

from benchmarks.documents import meetings, write_documents
from benchmarks.ratio import measure
from kkr_graph.config import Config
from kkr_graph.model.extract import AttendanceStatus
from kkr_graph.pipeline import read_document
from kkr_graph.registry import read_registry


def test_generated_minutes_are_read_in_full_whatever_layout_and_format(tmp_path: Path) -> None:
    config = Config(data=tmp_path)
    registry = read_registry(config.registry)
    formats = ("txt", "txt", "txt", "pdf", "docx", "pdf", "docx", "pdf", "docx")
    paths = write_documents(tmp_path / "minutes", registry, 9, formats)
    for path, meeting in zip(paths, meetings(registry, 9), strict=True):
        extract = read_document(path, config)
        came = [who.name for who in extract.attendance if who.status is AttendanceStatus.PRESENT]
        away = [who.name for who in extract.attendance if who.status is AttendanceStatus.ABSENT]
        assert (extract.document.body, extract.document.date) == (meeting.council, meeting.day)
        assert came == [who.name for who in meeting.present]
        assert away == [who.name for who in meeting.absent]
        assert [item.title for item in extract.items] == [case.title for case in meeting.cases]
        assert all(item.outcomes and item.recommendation for item in extract.items)
        assert len(extract.appointments) == 2
        assert len(extract.statements) == 1
        assert extract.unclaimed == ()


def test_the_same_minutes_are_generated_every_time_each_of_its_own_day(tmp_path: Path) -> None:
    registry = read_registry(Config(data=tmp_path).registry)
    texts = [
        [path.read_bytes() for path in write_documents(tmp_path / folder, registry, 5)]
        for folder in ("one", "other")
    ]
    assert texts[0] == texts[1]
    assert len({(meeting.council, meeting.day) for meeting in meetings(registry, 6000)}) == 6000


def test_a_ratio_says_how_long_one_took_as_a_multiple_of_the_other() -> None:
    calls: list[str] = []
    ratio = measure("a", lambda: calls.append("a"), "b", lambda: calls.append("b"), rounds=2)
    assert calls == ["a", "b"] * 3
    assert len(ratio.rounds) == 2
    assert str(ratio).startswith("| a | b | ")
