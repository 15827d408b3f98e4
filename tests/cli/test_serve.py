"""``kkr-graph serve`` as it is called."""

import http.client
import os
import re
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from kkr_graph.cli.serve import command, listen
from kkr_graph.errors import ConfigError, StoreError
from tests.web.conftest import FIXTURE, write_build

PATIENCE = 120  # seconds: a machine with other work is slow, and not wrong


@pytest.fixture(scope="module")
def build(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_build(tmp_path_factory.mktemp("serve") / "build", FIXTURE)


def test_a_missing_graph_is_told_before_anything_is_served(tmp_path):
    error = CliRunner().invoke(command, ["--graph", str(tmp_path / "nothing")]).exception
    assert isinstance(error, StoreError)
    assert "kkr-graph build" in error.hint


def test_a_port_that_is_taken_is_told(build):
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        error = CliRunner().invoke(command, ["--graph", str(build), "--port", str(port)]).exception
    assert isinstance(error, ConfigError)
    assert str(error) == f"Port {port} er optaget eller må ikke bruges."
    assert "--port" in error.hint


def test_without_a_port_the_next_free_one_is_taken():
    with listen(None) as first, listen(None) as second:
        assert first.getsockname()[0] == second.getsockname()[0] == "127.0.0.1"
        assert first.getsockname()[1] < second.getsockname()[1]


@pytest.mark.skipif(os.name == "nt", reason="Ctrl+C is sent otherwise on Windows")
@pytest.mark.parametrize(("options", "offered"), [([], True), (["--read-only"], False)])
def test_adding_documents_is_offered_unless_it_shall_only_read(build, tmp_path, options, offered):
    process = subprocess.Popen(
        [sys.executable, "-m", "kkr_graph", "serve", "--graph", str(build),
         "--data", str(tmp_path), *options],
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )  # fmt: skip
    assert process.stderr is not None
    try:
        match = re.search(r"http://127\.0\.0\.1:(\d+)", process.stderr.readline())
        assert match
        connection = http.client.HTTPConnection("127.0.0.1", int(match[1]), timeout=PATIENCE)
        connection.request("GET", "/")
        assert ('href="/indlaes"' in connection.getresponse().read().decode()) is offered
        connection.close()
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=PATIENCE)
    finally:
        process.kill()


@pytest.mark.skipif(os.name == "nt", reason="Ctrl+C is sent otherwise on Windows")
def test_it_serves_on_this_machine_until_ctrl_c(build):
    """In a process of its own: the address is told, a page comes, the end is told."""
    process = subprocess.Popen(
        [sys.executable, "-m", "kkr_graph", "serve", "--graph", str(build)],
        stderr=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    )
    assert process.stderr is not None
    try:
        told = process.stderr.readline()
        match = re.search(r"http://127\.0\.0\.1:(\d+)", told)
        assert match, told
        connection = http.client.HTTPConnection("127.0.0.1", int(match[1]), timeout=PATIENCE)
        connection.request("GET", "/")
        response = connection.getresponse()
        assert response.status == 200
        assert "server" not in {name.lower() for name, _ in response.getheaders()}
        assert "Hvem sidder hvor" in response.read().decode()
        connection.close()
        process.send_signal(signal.SIGINT)
        out, rest = process.communicate(timeout=PATIENCE)
    finally:
        process.kill()
    assert (process.returncode, out, rest) == (0, "", "Stoppet.\n")
