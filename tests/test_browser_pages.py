"""The published pages in a real Chromium: nothing fails, nothing is asked of others, all can be reached."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urldefrag, urljoin

import pytest
from lxml import html
from newsroom import TIMELINE

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

EVENT = f"events/{TIMELINE.events[0].id}.html"
ARTICLE = f"articles/{TIMELINE.articles[0].slug}.html"
KINDS = ("index.html", EVENT, ARTICLE, "sources.html", "corrections.html", "about.html", "404.html", "embed/index.html")


@dataclass(frozen=True, slots=True)
class Visit:
    """What happened while a page was opened: what its console said, and the addresses it asked for."""

    said: tuple[str, ...]
    asked: tuple[str, ...]


@pytest.fixture(scope="module", params=KINDS)
def visit(request: pytest.FixtureRequest, chromium: Browser, address: str) -> Visit:
    said: list[str] = []
    asked: list[str] = []
    page = chromium.new_page()
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address + request.param, wait_until="networkidle")
    page.close()
    return Visit(tuple(said), tuple(url for url in asked if not url.startswith("data:")))


def test_a_page_loads_without_script_errors_or_messages(visit: Visit) -> None:
    assert visit.said == ()


def test_a_page_asks_at_most_three_files_and_all_of_its_own_site(visit: Visit, address: str) -> None:
    assert 1 <= len(visit.asked) <= 3
    assert all(url.startswith(address) for url in visit.asked)


@pytest.mark.parametrize("path", KINDS)
def test_no_page_scrolls_sideways_on_a_narrow_screen_or_with_text_twice_as_large(
    chromium: Browser, address: str, path: str
) -> None:
    page, too_wide = chromium.new_page(), []
    page.goto(address + path)
    for width, text in ((320, 1), (360, 2), (768, 2), (1280, 2)):
        page.set_viewport_size({"width": width, "height": 800})
        page.evaluate(f"document.documentElement.style.fontSize = '{17 * text}px'")
        if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
            too_wide.append((width, text))
    page.close()
    assert too_wide == []


def test_an_address_as_an_outlets_name_is_broken_where_it_is_wider_than_the_screen(
    chromium: Browser, address: str
) -> None:
    page = chromium.new_page(viewport={"width": 180, "height": 370})
    page.goto(address + "index.html")
    page.evaluate("document.querySelector('.chips a').textContent = 'archive.pakistantoday.example'")
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    page.close()


def test_tab_reaches_every_event_and_shows_where_it_is(chromium: Browser, address: str) -> None:
    page = chromium.new_page()
    page.goto(address + "index.html")
    stops = page.evaluate("document.querySelectorAll('a[href], summary, input, select, button').length")
    reached = set()
    for _ in range(stops + 2):
        page.keyboard.press("Tab")
        inside, outline = page.evaluate(
            "[document.activeElement.closest('.event')?.id, getComputedStyle(document.activeElement).outlineStyle]"
        )
        reached.add(inside)
        assert outline != "none"
        if page.evaluate("document.activeElement.closest('.colophon') !== null"):
            break
    page.close()
    assert reached >= {event.id for event in TIMELINE.events}


def test_without_javascript_every_event_quotation_source_and_download_is_there(chromium: Browser, address: str) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + "index.html")
    for event in TIMELINE.events:
        item = page.locator(f"[id='{event.id}']")
        assert item.locator("h3").is_visible()
        assert item.locator("blockquote").is_visible()
        assert item.locator(".chips a").count() >= len({source.article for source in event.sources})
    assert page.locator(".colophon a[href='timeline.json']").is_visible()
    assert not page.locator(".finder").is_visible()
    context.close()


def test_every_link_inside_the_site_leads_to_a_file_and_a_place_in_it(published: Path) -> None:
    root = published / "repo"
    places = {p: set(html.parse(p).xpath("//@id")) for p in root.rglob("*.html")}
    for path, tree in ((p, html.parse(p)) for p in places if p.name != "404.html"):
        for link in tree.xpath("//*/@href | //*/@src"):
            if ":" in link.split("/")[0]:
                continue
            target, fragment = urldefrag(urljoin(path.as_uri(), link))
            file = Path(target.removeprefix("file://"))
            assert root in file.parents and file.is_file(), f"{path.name}: {link}"  # noqa: PT018 - one place to look
            assert not fragment or fragment in places[file], f"{path.name}: {link}"


def test_the_site_opens_from_the_disk_with_its_looks(chromium: Browser, published: Path) -> None:
    page = chromium.new_page()
    page.goto((published / "repo" / EVENT).as_uri())
    display = page.evaluate("getComputedStyle(document.querySelector('.event')).display")
    page.close()
    assert display == "grid"


def test_a_merged_events_old_address_leads_to_the_event(chromium: Browser, address: str) -> None:
    event = next(event for event in TIMELINE.events if len(event.sources) > 1)
    page = chromium.new_page()
    page.goto(f"{address}events/{event.sources[1].mention.id}.html")
    page.wait_for_url(f"{address}events/{event.id}.html")
    assert page.locator("h1").inner_text() == event.heading
    page.close()


def test_nothing_moves_while_the_page_loads(chromium: Browser, address: str) -> None:
    page = chromium.new_page(viewport={"width": 360, "height": 740})
    page.goto(address + "index.html", wait_until="networkidle")
    shift = page.evaluate(
        """() => new Promise(done => { let sum = 0;
        new PerformanceObserver(list => { for (const e of list.getEntries()) sum += e.value; })
          .observe({type: "layout-shift", buffered: true});
        setTimeout(() => done(sum), 200); })"""
    )
    page.close()
    assert shift <= 0.01
