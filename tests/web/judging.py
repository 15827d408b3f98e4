"""A folder with one pair to be decided, and the pages over it. The people are made up."""

import re
from html import unescape
from pathlib import Path

from starlette.testclient import TestClient

from kkr_graph.config import Config
from kkr_graph.pipeline import build_graph
from kkr_graph.web.app import create_app
from tests.pipeline.folder import MINUTES, make
from tests.web.conftest import HOST

KRAG = MINUTES.format(day="25. august 2023", person="Erik Holt").replace("Ditte Bro", "Ditte Krag")
NYRUP = MINUTES.format(day="23. august 2024", person="Erik Holt").replace(
    "Ditte Bro", "Ditte Nyrup Krag"
)
HEADER = "left,right,verdict,by,day,reason,score,pair\n"


def pair_folder(folder: Path, **more: str) -> Config:
    """Ditte Krag, and Ditte Nyrup Krag, who may be one person; built."""
    documents = {"a.txt": KRAG, "b.txt": NYRUP} | {
        f"{name}.txt": each for name, each in more.items()
    }
    config = Config(data=make(folder / "data", documents), out=folder / "build")
    build_graph(config)
    return config


class Staff:
    """Somebody with a browser that has no window."""

    def __init__(self, config: Config, *, read_only: bool = False) -> None:
        self.app = create_app(config.out, None, data=config.data, read_only=read_only)
        self.client = TestClient(self.app, base_url=HOST)

    def see(self, path: str) -> str:
        """A page."""
        response = self.client.get(path)
        assert response.status_code == 200, response.text
        text: str = response.text
        return text

    def send(self, path: str, **fields: str | list[str]):
        """A form of a page, with what comes of it."""
        writer = self.app.state.writer
        token = writer.token if writer else ""
        return self.client.post(path, data={"token": token, **fields}, headers={"origin": HOST})


def kept(config: Config) -> dict[str, bytes]:
    """What a judgement may change, when it is taken back and built again."""
    paths = (config.quads, config.review, config.ledger, config.judgements)
    return {path.name: path.read_bytes() for path in paths if path.exists()}


def text_of(page: str) -> str:
    """What can be read on a page."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", page)).split())
