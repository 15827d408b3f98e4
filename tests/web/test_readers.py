"""Many readers at once, while the graph they read is built again."""

import re
import shutil
import threading
from collections import Counter
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from itertools import count, cycle, islice

import httpx
import pytest

from kkr_graph.config import Config
from kkr_graph.pipeline import build_graph
from kkr_graph.web.app import create_app
from tests.pipeline.folder import OCTOBER
from tests.web.conftest import PATIENCE
from tests.web.serving import served

HTML = {"accept": "text/html"}
READERS = 50
BUILDS = 2
PAGES = (
    "/", "/id/person/ditte-bro", "/id/meeting/nordjylland/2025-10-24", "/id/kkr/nordjylland",
    "/oversigt", "/spoergsmaal/meetings", "/soeg?q=ditte&alle=1", "/netvaerk/person/ditte-bro",
    "/fund",
)  # fmt: skip
PARTS = re.compile(r"<h[12][^>]*>(.*?)</h[12]>|<table[^>]*>|(</html>)\s*$", re.DOTALL)


@pytest.fixture
def config(two_minutes, tmp_path):
    shutil.copytree(two_minutes, tmp_path / "two")
    base = "https://data.example.org/kkr/"
    return Config(data=tmp_path / "two" / "data", out=tmp_path / "two" / "build", base=base)


def parts(page: str) -> Counter[str]:
    """The headings, how many tables there are, and whether the end is there; no numbers."""
    return Counter(re.sub(r"\d+", "", "".join(part)) for part in PARTS.findall(page))


def readings(
    address: str, whole: Mapping[str, Counter[str]], first: int, over: threading.Event
) -> Iterator[str]:
    """What one reader sees amiss, page after page, until the builds are over and once more.

    A page has at least the parts that it had when nothing was built: the builds only add.
    """
    with httpx.Client(base_url=address, headers=HTML, timeout=PATIENCE) as client:
        for path in islice(cycle(whole), first, None):
            last = over.is_set()
            answer = client.get(path)
            if answer.status_code != 200:
                yield f"{answer.status_code} {path}"
            elif missing := whole[path] - parts(answer.text):
                yield f"{path} lacks {missing}"
            if last:
                return


def test_fifty_readers_see_whole_pages_while_the_graph_is_built(config):
    over, started = threading.Event(), count()
    with (
        served(create_app(config.out, None, data=config.data)) as address,
        ThreadPoolExecutor(READERS) as readers,
    ):
        with httpx.Client(base_url=address, headers=HTML, timeout=PATIENCE) as client:
            whole = {path: parts(client.get(path).text) for path in PAGES}
        assert all(each["</html>"] and each.total() > 1 for each in whole.values())
        reading = [
            readers.submit(lambda: list(readings(address, whole, next(started), over)))
            for _ in range(READERS)
        ]
        try:
            for day in range(1, BUILDS + 1):
                text = OCTOBER.replace("24. oktober", f"{day}. december")
                (config.data / "minutes" / f"december-{day}.txt").write_text(text, encoding="utf-8")
                build_graph(config)
        finally:
            over.set()
        assert sorted({amiss for each in reading for amiss in each.result()}) == []
        meetings = httpx.get(f"{address}/spoergsmaal/meetings", headers=HTML, timeout=PATIENCE)
        assert all(f"{day:02}.12.2025" in meetings.text for day in range(1, BUILDS + 1))
