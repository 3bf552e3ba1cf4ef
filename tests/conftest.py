"""A real Chromium for the tests marked `browser`; where there is none they are left out, and the end says so. No
property is held to a time: a busy machine is no failure."""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from builds import Built
    from playwright.sync_api import Browser

settings.register_profile("dateline", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("dateline")

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
# Chromium is kept from asking its maker's hosts; tests need no sandbox, and as root there is none.
FLAGS = (
    "--no-sandbox --disable-gpu --disable-background-networking --disable-component-update --disable-sync "
    "--no-first-run --disable-quic"
).split()
LEFT_OUT = pytest.StashKey[int]()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave the browser's tests out where there is no browser; with CI=true they run, and so fail."""
    if CHROMIUM or os.environ.get("CI") == "true":
        return
    browser_tests = [item for item in items if item.get_closest_marker("browser")]
    config.stash[LEFT_OUT] = len(browser_tests)
    for item in browser_tests:
        item.add_marker(pytest.mark.skip(reason="no Chromium on this machine"))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """One line about what was left out."""
    left_out = config.stash.get(LEFT_OUT, 0)
    if left_out:
        terminalreporter.write_line(
            f"left out: {left_out} tests in tests/test_browser_*.py, which need Debian's package chromium", yellow=True
        )


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """One headless Chromium for all tests."""
    from playwright.sync_api import sync_playwright

    assert CHROMIUM, "CI=true, and there is no Chromium: apt-get install chromium"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


class QuietHandler(SimpleHTTPRequestHandler):
    """Serves files and says nothing about it."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name its base gives it
        """Nothing."""


def serve(folder: Path) -> Iterator[str]:
    """The address of a server for the folder, on this machine's loopback alone."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(QuietHandler, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The hand-made timeline written to disk, in a folder "repo" of the folder returned."""
    from newsroom import READINGS, SETTINGS, TEMPLATES, TIMELINE

    from generator.pages.render import render_pages
    from generator.pages.writer import write_site
    from generator.problems import Problems

    folder = tmp_path_factory.mktemp("www")
    problems = Problems()
    write_site(folder / "repo", lambda _: render_pages(TIMELINE, SETTINGS, READINGS, TEMPLATES), problems)
    assert not list(problems)
    return folder


@pytest.fixture(scope="session")
def address(published: Path) -> Iterator[str]:
    """Where the published timeline is served, under a sub-path as on project pages."""
    for base in serve(published):
        yield f"{base}/repo/"


@pytest.fixture(scope="session")
def five(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The five real articles, built once; tests only read it."""
    from builds import build, copy_seeds

    return build(copy_seeds(tmp_path_factory.mktemp("five")))
