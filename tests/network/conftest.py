from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.network.opened import Opened
from tests.web.visiting import PATIENCE

Open = Callable[..., Opened]


@pytest.fixture
def open_page(browser: Browser, tmp_path: Path) -> Iterator[Open]:
    """Opens pages from files, with the network off."""
    contexts = []
    numbers = count(1)

    def opened(html: str, fragment: str = "", **settings: Any) -> Opened:
        file = tmp_path / f"{next(numbers)}.html"
        file.write_text(html, encoding="utf-8")
        context = browser.new_context(offline=True, **settings)
        context.set_default_timeout(PATIENCE)
        contexts.append(context)
        page = context.new_page()
        result = Opened(page)
        page.on("request", lambda request: result.requests.append(request.url))
        page.on("console", lambda message: result.complaints.append(message.text))
        page.on("pageerror", lambda error: result.complaints.append(str(error)))
        page.on("dialog", lambda dialog: result.complaints.append(f"dialog: {dialog.message}"))
        page.add_init_script(
            "addEventListener('securitypolicyviolation',"
            " e => console.error('policy: ' + e.violatedDirective))"
        )
        page.goto(file.as_uri() + fragment)
        if settings.get("java_script_enabled", True):
            page.locator("body[data-ready]").wait_for()
        return result

    yield opened
    for context in contexts:
        context.close()
