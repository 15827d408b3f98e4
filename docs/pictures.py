"""Takes the README's pictures from the running program: ``python -m docs.pictures``.

Needs Chromium, LibreOffice and pdftoppm, so it is run by hand when the looks have changed.
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).parents[1]
IMAGES = ROOT / "docs" / "images"
_FORUM = "KKR Nordjylland"


def take_pictures() -> None:
    """Build the sample's graph, draw its network, and render its overview."""
    IMAGES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        _make(folder)
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"]
        )
        _photograph(browser, folder / "network.html", IMAGES / "network.png", height=800)
        _photograph(browser, _overview(folder), IMAGES / "overview.png", height=320)
        browser.close()


def _make(folder: Path) -> None:
    build = str(folder / "build")
    for arguments in (
        ["build", "--locked", "--data", str(ROOT / "data"), "--out", build],
        ["view", "--forum", _FORUM, "--graph", build, "-o", str(folder / "network.html")],
        ["export", "overview", "--graph", build, "-o", str(folder / "overview.xlsx")],
    ):
        _run(sys.executable, "-m", "kkr_graph", *arguments)


def _run(*command: str | Path) -> None:
    subprocess.run(command, check=True, capture_output=True)  # noqa: S603 - nothing from outside


def _overview(folder: Path) -> Path:
    """The first sheet as LibreOffice prints it, on a page for the browser."""
    _run(
        "soffice", "--headless", "--convert-to", "pdf", "--outdir", folder, folder / "overview.xlsx"
    )
    _run(
        "pdftoppm", "-png", "-r", "125", "-singlefile", folder / "overview.pdf", folder / "overview"
    )
    page = folder / "overview.html"
    style = "margin:-34px 0 0 -38px;width:1356px"
    page.write_text(f'<body><img src="overview.png" style="{style}">', encoding="utf-8")
    return page


def _photograph(browser: Browser, page: Path, image: Path, *, height: int) -> None:
    tab = browser.new_page(viewport={"width": 1280, "height": height})
    tab.goto(page.as_uri())
    tab.wait_for_timeout(1500)
    tab.screenshot(path=image)
    tab.close()


if __name__ == "__main__":
    take_pictures()
