"""Pages as a person opens them, in a browser that tells whatever is wrong with them."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, Request, Route, expect

Visit = Callable[..., Page]
PATIENCE = 120_000  # milliseconds: a machine with other work is slow, and not wrong
expect.set_options(timeout=PATIENCE)


def arrive(shown: Locator) -> None:
    """Wait for the page that shows this, down to its end: a click does not wait for where it leads.

    A heading is there before the rest of its page is, which matters to whoever counts what it shows.
    """
    shown.first.wait_for()
    shown.page.wait_for_load_state()


def first(held: list[Route], page: Page) -> Route:
    """The first request that a test holds back, which arrives here a moment after the page has sent it."""
    while not held:
        page.evaluate("0")  # lets what was asked for arrive
    return held[0]


@contextmanager
def visits(browser: Browser, address: str, *, allowed: str = "") -> Iterator[Visit]:
    """Opens pages; at the end, nothing may have been complained of, and nobody else been asked.

    Args:
        browser: where to open them.
        address: what the paths are below.
        allowed: complaints that hold this are expected.
    """
    contexts, complaints = [], []

    def foreign(request: Request) -> None:
        if not request.url.startswith((address, "data:", "blob:")):
            complaints.append(f"foreign: {request.url}")

    def opened(path: str = "/", **settings: Any) -> Page:
        context = browser.new_context(locale="da-DK", **settings)
        context.set_default_timeout(PATIENCE)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("dialog", lambda dialog: complaints.append(f"dialog: {dialog.message}"))
        page.on("request", foreign)
        page.add_init_script(
            "addEventListener('securitypolicyviolation',"
            " e => console.error('policy: ' + e.violatedDirective))"
        )
        page.goto(address + path)
        return page

    try:
        yield opened
    finally:  # else pages of a test that fails would go on beside the next
        for context in contexts:
            context.close()
    if told := [each for each in complaints if not allowed or allowed not in each]:
        pytest.fail("\n".join(told))
