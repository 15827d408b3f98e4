from collections.abc import Iterator

import pytest

from tests import servers


@pytest.fixture(scope="session")
def oxigraph_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[servers.Server]:
    with servers.oxigraph(tmp_path_factory.mktemp("oxigraph")) as running:
        yield running


@pytest.fixture(scope="session")
def virtuoso_server(tmp_path_factory, program) -> Iterator[servers.Server]:
    folder = tmp_path_factory.mktemp("virtuoso")
    with servers.virtuoso(folder, program("virtuoso-t")) as running:
        yield running


@pytest.fixture(params=["oxigraph", "virtuoso"])
def server(request) -> servers.Server:
    """Each of the servers."""
    running: servers.Server = request.getfixturevalue(f"{request.param}_server")
    return running
