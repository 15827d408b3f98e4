"""The guard in ``tests/conftest.py`` is what the promise "no request leaves" rests on."""

import socket
import threading

import pytest


@pytest.mark.parametrize("address", [("192.0.2.1", 80), ("::ffff:c000:201", 80)], ids=str)
def test_another_machine_cannot_be_reached(address):
    family = socket.AF_INET6 if ":" in address[0] else socket.AF_INET
    with socket.socket(family) as reaching, pytest.raises(pytest.fail.Exception, match="machine"):
        reaching.connect(address)


def test_the_name_of_another_machine_is_not_asked_for():
    with pytest.raises(pytest.fail.Exception, match=r"example\.org"):
        socket.create_connection(("example.org", 443))


def test_code_that_catches_errors_cannot_hide_it():
    def careful() -> None:
        try:
            socket.create_connection(("example.org", 443))
        except Exception as hidden:
            raise AssertionError("hidden") from hidden

    with pytest.raises(pytest.fail.Exception):
        careful()


def test_this_machine_can_be_reached():
    with socket.create_server(("127.0.0.1", 0)) as server:
        accepting = threading.Thread(target=lambda: server.accept()[0].close())
        accepting.start()
        socket.create_connection(("localhost", server.getsockname()[1])).close()
        accepting.join()


def test_sockets_between_processes_are_allowed():
    left, right = socket.socketpair(socket.AF_UNIX)
    with left, right:
        left.sendall(b"hej")
        assert right.recv(3) == b"hej"
