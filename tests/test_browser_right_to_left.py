"""Right to left in Chromium: quotations in Arabic and Hebrew on an English page, and a page whose own words run so."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from conftest import serve
from newsroom import HILL, READINGS, RECORDS, SETTINGS, TEMPLATES, TIMELINE

from generator.model import Basis, Chapter, Event, EventMention, Record, Source
from generator.pages.catalogue import CATALOGUES
from generator.pages.render import render_pages
from generator.pages.writer import write_site
from generator.problems import Problems

if TYPE_CHECKING:
    from playwright.sync_api import Browser, FloatRect, Page

pytestmark = pytest.mark.browser

ARABIC = "قال الأمين العام لحلف شمال الأطلسي يوم الثلاثاء إن على الحلفاء زيادة إنتاج الذخيرة (2023) لأوكرانيا."
HEBREW = 'מזכ"ל נאט"ו אמר ביום שלישי כי על בעלות הברית להגביר את ייצור התחמושת.'
FOREIGN = [("ar", "الجزيرة", ARABIC, "يوم الثلاثاء"), ("he", "הארץ", HEBREW, "ביום שלישי")]


def article(language: str, outlet: str, body: str) -> Record:
    address = f"https://{language}.example/"
    return RECORDS[HILL]._replace(
        slug=language, language=language, outlet=outlet, title=body, body=body, url=address, events=()
    )


def event(language: str, body: str, words: str) -> Event:
    basis = Basis(words, "weekday-today", "2023-02-14")
    mention = EventMention(f"e-{language}", "2023-02-14", body, body, 0, len(body), 1, "happened", basis)
    return Event(mention.id, "2023-02-14", body, body, "happened", None, (Source(language, mention),))


@pytest.fixture(scope="module", params=["en", "ar"])
def address(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The timeline with two quotations that run right to left, in an interface that does not and in one that does."""
    events = (*(event(language, body, words) for language, _, body, words in FOREIGN), TIMELINE.events[3])
    chapters = (Chapter("all", "All", "2023-02", tuple(each.id for each in events)),)
    articles = (*TIMELINE.articles, *(article(language, outlet, body) for language, outlet, body, _ in FOREIGN))
    timeline = TIMELINE._replace(articles=articles, events=events, chapters=chapters)
    folder = tmp_path_factory.mktemp(request.param)
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(CATALOGUES, "ar", CATALOGUES["en"])
        settings = SETTINGS._replace(language=request.param)
        write_site(folder, lambda _: render_pages(timeline, settings, READINGS, TEMPLATES), Problems())
    yield from serve(folder)


@pytest.fixture
def page(chromium: Browser, address: str) -> Iterator[Page]:
    page = chromium.new_page(viewport={"width": 1000, "height": 800})
    page.goto(f"{address}/index.html")
    yield page
    page.close()


def box(page: Page, selector: str) -> FloatRect:
    found = page.locator(selector).first.bounding_box()
    assert found
    return found


WAYS = [("e-ar", "rtl"), ("e-he", "rtl"), (TIMELINE.events[3].id, "ltr")]


@pytest.mark.parametrize(("event_id", "way"), WAYS)
def test_a_quotation_runs_as_its_own_language_does(page: Page, event_id: str, way: str) -> None:
    quote = page.locator(f"#{event_id} blockquote")
    assert quote.evaluate("quote => getComputedStyle(quote).direction") == way


def test_the_dates_stand_on_the_side_where_reading_begins(page: Page) -> None:
    dates, text = box(page, ".event .when"), box(page, ".event article")
    begins_left = page.locator("html").get_attribute("dir") == "ltr"
    assert (dates["x"] < text["x"]) is begins_left


def test_an_outlet_and_its_day_do_not_run_into_each_other(page: Page) -> None:
    name, day = box(page, "#e-ar .chips a"), box(page, "#e-ar .chips span")
    first, second = sorted((name, day), key=lambda part: part["x"])
    assert first["x"] + first["width"] <= second["x"] + 1


def test_no_page_is_wider_than_a_narrow_screen(page: Page) -> None:
    for width, size in ((320, 17), (768, 34)):
        page.set_viewport_size({"width": width, "height": 800})
        page.evaluate(f"document.documentElement.style.fontSize = '{size}px'")
        assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
