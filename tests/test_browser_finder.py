"""The finder in Chromium: what it shows, what it says, and that the address keeps the choice."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import cycle, islice
from typing import TYPE_CHECKING

import pytest
from conftest import serve
from newsroom import READINGS, SETTINGS, TEMPLATES, TIMELINE

from generator.model import Chapter
from generator.pages.render import render_pages
from generator.pages.writer import write_site
from generator.problems import Problems

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

ALL = len(TIMELINE.events)
EXPECTED = sum(event.status == "expected" for event in TIMELINE.events)
SEVERAL = sum(len({source.article for source in event.sources}) > 1 for event in TIMELINE.events)
SEARCHES = [
    ("?status=expected", EXPECTED),
    ("?several=1", SEVERAL),
    ("?q=ammunition+STOCK", 3),
    ("?q=no+such+words", 0),
    ("?outlet=Iron+Blade", sum(any("blade" in s.article for s in event.sources) for event in TIMELINE.events)),
    ("?unknown=1", ALL),
]


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    page = chromium.new_page()
    yield page
    page.close()


def shown(page: Page) -> int:
    return page.locator(".event[id]:not([hidden])").count()


@pytest.mark.parametrize(("query", "found"), SEARCHES)
def test_an_address_with_a_choice_shows_what_was_chosen(page: Page, address: str, query: str, found: int) -> None:
    page.goto(f"{address}index.html{query}")
    assert shown(page) == found


def test_typing_finds_events_says_how_many_and_puts_the_words_in_the_address(page: Page, address: str) -> None:
    page.goto(f"{address}index.html")
    page.get_by_label("Words").type("bakhmut")
    page.wait_for_url("**?q=bakhmut")
    assert page.get_by_role("status").inner_text() == f"{shown(page)} of {ALL} events"
    assert 0 < shown(page) < ALL


def test_chapters_without_a_find_are_hidden(page: Page, address: str) -> None:
    page.goto(f"{address}index.html?q=vilnius")
    assert not page.locator("#background").is_visible()
    assert page.locator("#later").is_visible()


def test_clear_shows_everything_again(page: Page, address: str) -> None:
    page.goto(f"{address}index.html?q=bakhmut&status=claim")
    page.get_by_role("button", name="Clear").click()
    page.wait_for_url(f"{address}index.html")
    assert shown(page) == ALL
    assert page.get_by_role("status").inner_text() == ""


def test_a_link_to_a_hidden_event_shows_it(page: Page, address: str) -> None:
    page.goto(f"{address}index.html?q=vilnius")
    page.evaluate(f"location.hash = '{TIMELINE.events[0].id}'")
    page.wait_for_function("document.querySelector('.event[id]:not([hidden])') && !location.search")
    assert page.locator(f"[id='{TIMELINE.events[0].id}']").is_visible()


@pytest.fixture(scope="module")
def long_address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A timeline of 400 events over two years, served."""
    events = tuple(
        event._replace(
            id=f"e-{number:08x}",
            date=(date(2022, 1, 1) + timedelta(days=number)).isoformat(),
            heading=f"{event.heading}, {number}",
            sources=(event.sources[0]._replace(mention=event.sources[0].mention._replace(id=f"e-{number:08x}")),),
            outcome=None,
            outcome_of=None,
        )
        for number, event in enumerate(islice(cycle(TIMELINE.events), 400))
    )
    chapters = (Chapter("all", "All", None, tuple(event.id for event in events)),)
    folder = tmp_path_factory.mktemp("long")
    timeline = TIMELINE._replace(events=events, chapters=chapters)
    write_site(folder, lambda _: render_pages(timeline, SETTINGS, READINGS, TEMPLATES), Problems())
    yield from serve(folder)


def test_a_long_timeline_is_searched_from_its_front_page(page: Page, long_address: str) -> None:
    page.goto(f"{long_address}/index.html")
    assert page.locator("#found li").count() == 0
    page.get_by_label("Words").fill("guidelines 394")  # typed slowly, its beginning would find more
    found = page.locator("#found a")
    found.wait_for()
    assert page.get_by_role("status").inner_text() == "1 of 400 events"
    found.click()
    assert page.url.startswith(f"{long_address}/timeline/2023")
    assert page.locator(":target h3").inner_text().endswith(", 394")


def test_the_index_is_asked_for_only_when_something_is_looked_for(page: Page, long_address: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{long_address}/index.html", wait_until="networkidle")
    assert not [url for url in asked if url.endswith("search.json")]
