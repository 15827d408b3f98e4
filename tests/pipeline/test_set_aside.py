"""Findings that somebody has looked at are counted apart by the build. The people are made up."""

import json

from kkr_graph.config import Config
from kkr_graph.overview.findings import read_findings
from kkr_graph.pipeline import build_graph
from kkr_graph.queries.asking import Questions
from kkr_graph.store.embedded import open_graph
from tests.pipeline.folder import OCTOBER, make

IMPOSSIBLE = OCTOBER.replace(
    "godkendte dagsordenen.", "godkendte dagsordenen den 31. november 2025."
)


def test_a_finding_that_is_set_aside_is_counted_apart_and_returns_when_it_changes(tmp_path):
    config = Config(data=make(tmp_path / "data", {"a.txt": IMPOSSIBLE}), out=tmp_path / "build")
    before = build_graph(config)
    found = [*before.findings, *before.documents[0].findings]
    assert found
    lines = [f'"{each.key}",{value(config, each)},Ea,2025-12-01,set efter\n' for each in found]
    config.silenced.write_text("key,value,by,day,reason\n" + "".join(lines), encoding="utf-8")
    after = build_graph(config)
    assert sum(before.by_severity.values()) == len(found)
    assert (sum(after.by_severity.values()), after.set_aside) == (0, len(found))
    assert json.loads(config.report.read_bytes())["set_aside"] == len(found)
    config.silenced.write_text(
        config.silenced.read_text("utf-8").replace(value(config, found[0]), "00000000", 1), "utf-8"
    )
    changed = build_graph(config)
    assert (sum(changed.by_severity.values()), changed.set_aside) == (1, len(found) - 1)


def value(config, finding):
    """As the graph's own list of findings says it."""
    listed = read_findings(Questions(open_graph(config.out)))
    return next(each.value for each in listed if each.key == finding.key)
