"""What all tests share: nothing leaves the machine, and a browser where there is one."""

import ipaddress
import os
import shutil
import socket
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from playwright.sync_api import Browser, sync_playwright

# A machine with other work is slow, and not wrong. In CI the examples are always the same, so that a
# change fails for what it changed; by hand they are drawn anew, and what they find is a bug to mend.
settings.register_profile(
    "any-machine",
    deadline=None,
    max_examples=50,
    suppress_health_check=[HealthCheck.too_slow],
    derandomize=os.environ.get("KKR_NO_SKIPS") == "1",
)
settings.load_profile("any-machine")

_CHROMIUM = ("chromium", "chromium-browser", "google-chrome")
_ARGUMENTS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--no-first-run",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(autouse=True, scope="session")
def _only_this_machine() -> Iterator[None]:
    """Fail a test that reaches for another machine, before anything is sent.

    The failure is no ``Exception``: code that turns connection errors into its own cannot hide it.
    """
    with pytest.MonkeyPatch.context() as patch:
        for name in ("connect", "connect_ex", "sendto"):
            patch.setattr(socket.socket, name, _guarded(getattr(socket.socket, name)))
        patch.setattr(socket, "getaddrinfo", _resolving(socket.getaddrinfo))
        yield


def _guarded(original: Callable[..., Any]) -> Callable[..., Any]:
    def guarded(self: socket.socket, *arguments: Any) -> Any:
        address = arguments[-1]
        if self.family in (socket.AF_INET, socket.AF_INET6) and not _is_here(address[0]):
            pytest.fail(f"a test reaches for another machine: {address!r}")
        return original(self, *arguments)

    return guarded


def _resolving(original: Callable[..., Any]) -> Callable[..., Any]:
    def getaddrinfo(host: Any, *arguments: Any, **named: Any) -> Any:
        if host and not _is_here(host) and not _is_number(host):
            pytest.fail(f"a test asks for the address of another machine: {host!r}")
        return original(host, *arguments, **named)

    return getaddrinfo


def _is_here(host: str | bytes) -> bool:
    name = host.decode() if isinstance(host, bytes) else host
    return name in ("localhost", "") or (_is_number(name) and _number(name).is_loopback)


def _is_number(host: str | bytes) -> bool:
    try:
        _number(host)
    except ValueError:
        return False
    return True


def _number(host: str | bytes) -> ipaddress.IPv4Address | ipaddress.IPv6Address:
    name = host.decode() if isinstance(host, bytes) else host
    return ipaddress.ip_address(name.partition("%")[0])


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium without a window.

    It lives as long as one module of tests: while it does, no other event loop can run.
    """
    executable = next((found for name in _CHROMIUM if (found := shutil.which(name))), None)
    if executable is None:
        _missing("chromium is not installed (tests/machine-parts.sh installs it as root on Debian)")
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=executable, args=_ARGUMENTS)
        yield running
        running.close()


@pytest.fixture(scope="session")
def two_minutes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with ``data`` of two documents and their graph in ``build``, to be copied."""
    from kkr_graph.config import Config
    from kkr_graph.pipeline import build_graph
    from tests.pipeline.folder import AUGUST, OCTOBER, make

    folder = tmp_path_factory.mktemp("two")
    data = make(folder / "data", {"a.txt": OCTOBER, "b.txt": AUGUST})
    build_graph(Config(data=data, out=folder / "build", base="https://data.example.org/kkr/"))
    return folder


@pytest.fixture(scope="session")
def program() -> Callable[[str], str]:
    """Where a program of the machine is; the test is skipped where it is not installed."""

    def found(name: str) -> str:
        path = shutil.which(name)
        if path is None:
            _missing(f"{name} is not installed (tests/machine-parts.sh installs it on Debian)")
        assert path is not None
        return path

    return found


def _missing(part: str) -> None:
    if os.environ.get("KKR_NO_SKIPS") == "1":
        pytest.fail(part)
    pytest.skip(part)
