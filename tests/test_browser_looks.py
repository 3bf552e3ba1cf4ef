"""What a reader's hand, eyes and printer need of the published pages, in a real Chromium."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from test_browser_pages import ARTICLE, EVENT, KINDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

FINGER = 44  # CSS pixels
# A link inside a sentence is as high as its line; the strip's columns are as wide as what they show.
TOO_SMALL = f"""[...document.querySelectorAll("a[href], summary, select, button, .check, [type=search]")]
    .filter((e) => !e.closest(".strip, .skip, .prose > p, .reasons, .versions, .note, table, .empty"))
    .filter((e) => e.getBoundingClientRect().height < {FINGER} && e.getBoundingClientRect().width > 0)
    .map((e) => e.textContent)"""
# Neighbours whose boxes share more than the leading of a line.
OVERLAPPING = """(() => {
  const all = [...document.querySelectorAll("a[href], summary, select, button")]
    .filter((e) => e.matches("summary") || !e.closest("details:not([open])"));
  const shared = (a, b) => Math.min(a.right, b.right) > Math.max(a.left, b.left) + 1 &&
    Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 10;
  const meet = (one, other) => [...one.getClientRects()].some((a) =>
    [...other.getClientRects()].some((b) => shared(a, b)));
  return all.slice(1).filter((e, i) => meet(all[i], e)).map((e) => e.textContent);
})()"""
CUT_WORDS = """[...document.querySelectorAll("h1, h2, h3")].filter((e) => {
  e.style.overflowWrap = "normal";
  return e.scrollWidth > e.clientWidth;
}).map((e) => e.textContent)"""


@pytest.fixture(scope="module")
def phone(chromium: Browser) -> Iterator[Page]:
    """A page on a screen that is touched."""
    context = chromium.new_context(viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("path", [kind for kind in KINDS if kind != "404.html"])
def test_a_finger_can_hit_everything_and_hits_one_thing(phone: Page, address: str, path: str) -> None:
    phone.goto(address + path)
    assert phone.evaluate(TOO_SMALL) == []
    assert phone.evaluate(OVERLAPPING) == []


@pytest.mark.parametrize("path", KINDS)
def test_no_word_of_a_heading_is_cut_where_a_phone_shows_letters_twice_as_large(
    chromium: Browser, address: str, path: str
) -> None:
    page = chromium.new_page(viewport={"width": 180, "height": 370})
    page.goto(address + path)
    cut = page.evaluate(CUT_WORDS)
    page.close()
    assert cut == []


@pytest.mark.parametrize(("path", "link"), [(ARTICLE, ".original a"), ("sources.html", ".articles .origin a")])
def test_on_paper_a_link_to_an_article_shows_its_address(chromium: Browser, address: str, path: str, link: str) -> None:
    page = chromium.new_page()
    page.goto(address + path)
    page.emulate_media(media="print")
    shown = page.locator(link).first.evaluate("e => [getComputedStyle(e, '::after').content, e.href]")
    page.close()
    assert shown[0] == f'": {shown[1]}"'


def test_on_paper_an_events_page_shows_why_it_has_its_date_and_no_way_back(chromium: Browser, address: str) -> None:
    page = chromium.new_page()
    page.goto(address + EVENT)
    page.emulate_media(media="print")
    shown = [page.locator(part).first.is_visible() for part in (".why[open] dl", ".why summary", ".place")]
    page.close()
    assert shown == [True, False, False]


def test_with_forced_colours_the_kinds_of_events_can_still_be_told_apart(chromium: Browser, address: str) -> None:
    context = chromium.new_context(forced_colors="active")
    page = context.new_page()
    page.goto(address + "index.html")
    fills = page.evaluate(
        "[...new Set([...document.querySelectorAll('.strip circle')].map(c => getComputedStyle(c).fill))]"
    )
    context.close()
    assert len(fills) == 3
