import warnings
from collections.abc import Callable
from pathlib import Path

import pyoxigraph as ox
import pytest
from starlette.exceptions import StarletteDeprecationWarning

from kkr_graph.web.app import create_app
from tests.stores import swap_in

with warnings.catch_warnings():  # it would rather have a client that is not among our packages
    warnings.simplefilter("ignore", StarletteDeprecationWarning)
    from starlette.testclient import TestClient

FIXTURE = Path(__file__).parents[1] / "queries" / "fixture.trig"
HOST = "http://127.0.0.1:8000"
PATIENCE = 250  # seconds for a page, or for a question that is not to be stopped: machines are slow

Build = Callable[..., Path]


def write_build(folder: Path, *trig: Path | str) -> Path:
    """A build folder with a store, as the build leaves it."""
    folder.mkdir(parents=True, exist_ok=True)
    parsed = (
        ox.parse(path=str(each))
        if isinstance(each, Path)
        else ox.parse(each, format=ox.RdfFormat.TRIG)
        for each in trig
    )
    quads = sorted({f"{quad} .\n" for part in parsed for quad in part})
    (folder / "graph.nq").write_text("".join(quads), encoding="utf-8", newline="")
    swap_in(folder / "graph.nq", folder / "store")
    return folder


def open_client(
    folder: Path,
    data: Path | None = None,
    *,
    raise_server_exceptions: bool = True,
    seconds: float = PATIENCE,
) -> TestClient:
    """A browser without a window, on the application's own address."""
    app = create_app(folder, None, data=data, seconds=seconds)
    return TestClient(app, base_url=HOST, raise_server_exceptions=raise_server_exceptions)


@pytest.fixture(scope="session")
def build(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_build(tmp_path_factory.mktemp("web") / "build", FIXTURE)


@pytest.fixture(scope="session")
def client(build: Path) -> TestClient:
    return open_client(build)
