"""The sources page: outlets and their articles, on one page or on many."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html
from newsroom import HILL, READINGS, RECORDS, TEMPLATES

from generator.model import Record, Settings, Timeline
from generator.pages.edition import Edition, make_edition
from generator.pages.render import render_pages
from generator.pages.source_views import MOST_ARTICLES, SOURCES, SourcesPage, make_sources

DAYS = st.dates(min_value=date(1990, 1, 1), max_value=date(1993, 1, 1)).map(str)
PUBLISHED = st.one_of(st.none(), DAYS, DAYS.map(lambda day: day[:7]), DAYS.map(lambda day: day[:4]))


def article(number: int, published: str | None, outlet: str | None = "The Mountain") -> Record:
    return RECORDS[HILL]._replace(slug=f"a-{number:04}", published=published, outlet=outlet, url=None, events=())


def edition(*articles: Record) -> Edition:
    return make_edition(Timeline("T", None, None, articles, (), ()), Settings(), {})


def daily(count: int) -> list[Record]:
    first = date(2021, 1, 1)
    return [article(number, (first + timedelta(days=number)).isoformat()) for number in range(count)]


def listed(view: SourcesPage) -> list[str]:
    return [row.page.path for outlet in view.outlets for row in outlet.rows]


@pytest.mark.parametrize(
    ("count", "paths"),
    [
        (0, [SOURCES]),
        (MOST_ARTICLES, [SOURCES]),
        (MOST_ARTICLES + 1, [SOURCES, *(f"sources/2021-{month:02}.html" for month in range(1, 11))]),
        (
            MOST_ARTICLES + 80,
            [SOURCES, *(f"sources/2021-{month:02}.html" for month in range(1, 13)), "sources/2022.html"],
        ),
    ],
)
def test_many_articles_are_parted_by_the_year_or_month_they_appeared_in(count: int, paths: list[str]) -> None:
    assert [path for path, _ in make_sources(edition(*daily(count)))] == paths


@given(st.lists(PUBLISHED, max_size=MOST_ARTICLES * 2))
@settings(max_examples=20)
def test_every_article_stands_on_one_page_and_no_page_is_too_long(published: list[str | None]) -> None:
    views = [view for _, view in make_sources(edition(*(article(n, day) for n, day in enumerate(published))))]
    shown = [path for view in views for path in listed(view)]
    assert sorted(shown) == [f"articles/a-{number:04}.html" for number in range(len(published))]
    assert max(len(listed(view)) for view in views) <= MOST_ARTICLES


def test_the_newest_article_of_an_outlet_comes_first_and_the_unknown_outlet_last() -> None:
    articles = (article(1, "2021-01-01", None), article(2, "2021-01-01", "Zebra"), article(3, "2021-02-01", "Zebra"))
    ((_, view),) = make_sources(edition(*articles))
    assert [outlet.name for outlet in view.outlets] == ["Zebra", "Outlet unknown"]
    assert listed(view) == ["articles/a-0003.html", "articles/a-0002.html", "articles/a-0001.html"]


def test_the_page_of_all_leads_to_each_and_counts_the_outlets_articles() -> None:
    timeline = Timeline("T", None, None, tuple(daily(MOST_ARTICLES + 80)), (), ())
    site = {page.path: page.content for page in render_pages(timeline, Settings(), READINGS, TEMPLATES)}
    page = html.fromstring(site[SOURCES])
    parts = [path for path in site if path.startswith("sources/")]
    assert page.xpath("//section[@class='contents']//a/@href") == parts
    assert page.xpath("string(//dl[@class='figures'])").split() == ["The", "Mountain", "380", "articles"]
    assert "Earlier: November 2021" in html.fromstring(site["sources/2021-12.html"]).text_content()
