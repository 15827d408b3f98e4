"""What the benchmarks measure on: a generator that writes nonsense would measure nothing."""

from pathlib import Path

from benchmarks.documents import write_documents
from benchmarks.ratio import measure
from kkr_graph.config import Config
from kkr_graph.model.extract import AttendanceStatus
from kkr_graph.pipeline import read_document
from kkr_graph.registry import read_registry


def test_generated_minutes_are_read_in_full(tmp_path: Path) -> None:
    config = Config(data=tmp_path)
    write_documents(tmp_path / "minutes", read_registry(config.registry), 3)
    for path in (tmp_path / "minutes").iterdir():
        extract = read_document(path, config)
        absent = [who for who in extract.attendance if who.status is AttendanceStatus.ABSENT]
        assert len(extract.items) == 12
        assert all(item.outcomes and item.recommendation for item in extract.items)
        assert len(absent) == 4
        assert extract.appointments
        assert extract.unclaimed == ()


def test_the_same_minutes_are_generated_every_time(tmp_path: Path) -> None:
    registry = read_registry(Config(data=tmp_path).registry)
    for folder in ("one", "other"):
        write_documents(tmp_path / folder, registry, 5)
    texts = [
        [path.read_bytes() for path in sorted((tmp_path / folder).iterdir())]
        for folder in ("one", "other")
    ]
    assert texts[0] == texts[1]
    assert len(set(texts[0])) == 5


def test_a_ratio_says_how_long_one_took_as_a_multiple_of_the_other() -> None:
    calls: list[str] = []
    ratio = measure("a", lambda: calls.append("a"), "b", lambda: calls.append("b"), rounds=2)
    assert calls == ["a", "b"] * 3
    assert len(ratio.rounds) == 2
    assert str(ratio).startswith("| a | b | ")
