"""What the first reader after a build would wait for, made before anybody asks."""

import threading
from collections.abc import Hashable

import pytest
from starlette.applications import Starlette

from kkr_graph.web.ahead import read_ahead, reading_ahead
from kkr_graph.web.app import create_app
from kkr_graph.web.site import Site
from tests.web.conftest import FIXTURE, write_build
from tests.web.test_site import NEWER

OVER_THE_WHOLE_GRAPH = ("index", "explorer", "found", ("overview", None, None, ()))


def is_made(site: Site, what: Hashable) -> bool:
    """Whether somebody has asked for it already."""

    def nobody_did() -> None:
        raise LookupError

    try:
        site.kept(what, nobody_did)
    except LookupError:
        return False
    return True


def wait_until_made(app: Starlette) -> Site:
    """The site of now, when all that is read ahead is there; a test that hangs is ended by its limit."""
    pause = threading.Event()
    while True:
        site: Site = app.state.sites.current()
        if all(is_made(site, what) for what in OVER_THE_WHOLE_GRAPH):
            return site
        pause.wait(0.02)


def test_what_is_made_of_the_whole_graph_is_made_ahead(build):
    app = create_app(build, None)
    site = app.state.sites.current()
    assert not any(is_made(site, what) for what in OVER_THE_WHOLE_GRAPH)
    read_ahead(app, site, threading.Event())
    assert all(is_made(site, what) for what in OVER_THE_WHOLE_GRAPH)


def test_nothing_is_made_when_it_is_not_wanted_any_more(build):
    app = create_app(build, None)
    site = app.state.sites.current()
    ended = threading.Event()
    ended.set()
    read_ahead(app, site, ended)
    assert not is_made(site, "index")


def test_a_graph_that_is_built_again_is_read_ahead_too_and_the_thread_ends_with_the_server(
    tmp_path,
):
    app = create_app(write_build(tmp_path, FIXTURE), None)
    with reading_ahead(app, every=0.01) as thread:
        before = wait_until_made(app)
        write_build(tmp_path, FIXTURE, NEWER)
        after = wait_until_made(app)
        assert after is not before
        assert after.index.search("ny nielsen", now=after.day).total == 1
    thread.join()


def test_a_graph_that_is_not_there_yet_is_waited_for(tmp_path):
    app = create_app(tmp_path / "later", None)
    with reading_ahead(app, every=0.01) as thread:
        write_build(tmp_path / "later", FIXTURE)
        wait_until_made(app)
    thread.join()


def test_what_two_ask_for_at_once_is_made_once(build):
    site: Site = create_app(build, None).state.sites.current()
    made, answers = [], []
    begun, go_on = threading.Event(), threading.Event()

    def make() -> str:
        made.append("made")
        begun.set()
        go_on.wait()
        return "answer"

    first = threading.Thread(target=lambda: answers.append(site.kept("slow", make)))
    second = threading.Thread(target=lambda: answers.append(site.kept("slow", make)))
    first.start()
    begun.wait()
    second.start()
    go_on.set()
    first.join()
    second.join()
    assert (made, answers) == (["made"], ["answer", "answer"])


def test_what_could_not_be_made_is_tried_again(build):
    site: Site = create_app(build, None).state.sites.current()
    with pytest.raises(ZeroDivisionError):
        site.kept("number", lambda: 1 // 0)
    assert site.kept("number", lambda: 7) == 7


def test_of_what_is_told_apart_the_last_asked_for_stays_and_what_there_is_one_of(build):
    site: Site = create_app(build, None).state.sites.current()
    site.kept("one", lambda: 1)
    for number in range(250):
        site.kept(("page", 0), lambda: 0)
        site.kept(("page", number), object)
    assert is_made(site, "one")
    assert is_made(site, ("page", 0))
    assert is_made(site, ("page", 249))
    assert not is_made(site, ("page", 1))
