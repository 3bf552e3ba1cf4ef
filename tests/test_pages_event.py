"""What a reader finds on an event's own page."""

from __future__ import annotations

import pytest
from lxml import html
from newsroom import BLADE, PRESS, READINGS, RECORDS, SETTINGS, TEMPLATES, TIMELINE

from generator.model import Event, Status, Timeline
from generator.pages.parts import MOST_EVENTS
from generator.pages.render import render_pages

SUMMIT = next(event for event in TIMELINE.events if event.heading.startswith("A summit in Vilnius"))


def page_of(event: Event, timeline: Timeline = TIMELINE) -> html.HtmlElement:
    pages = render_pages(timeline, SETTINGS, READINGS, TEMPLATES)
    return html.fromstring(next(page.content for page in pages if page.path == f"events/{event.id}.html"))


def with_event(event: Event) -> Timeline:
    return TIMELINE._replace(events=tuple(event if old.id == event.id else old for old in TIMELINE.events))


def copy_of(event: Event, number: int) -> Event:
    """Another event, a year earlier, with a mention of its own."""
    name, (first, *_) = f"e-{number:08x}", event.sources
    source = first._replace(mention=first.mention._replace(id=name))
    return event._replace(id=name, date="2022-07", sources=(source,))


def words(element: html.HtmlElement, path: str) -> list[str]:
    return [" ".join(found.text_content().split()) for found in element.xpath(path)]


def test_an_events_page_leads_to_its_place_on_the_timeline() -> None:
    assert page_of(SUMMIT).xpath("//article//p[@class='original']/a/@href") == [f"../index.html#{SUMMIT.id}"]


def test_of_a_long_timeline_it_leads_to_the_page_that_shows_the_event() -> None:
    events = (*(copy_of(SUMMIT, number) for number in range(MOST_EVENTS)), SUMMIT)
    chapter = TIMELINE.chapters[0]._replace(events=tuple(event.id for event in events))
    page = page_of(SUMMIT, TIMELINE._replace(events=events, chapters=(chapter,)))
    place = page.xpath("//article//p[@class='original']/a/@href")
    assert place == [f"../timeline/2023.html#{SUMMIT.id}"]


def test_each_article_is_named_once_with_all_its_sentences() -> None:
    first, second = SUMMIT.sources
    again = first._replace(mention=first.mention._replace(id="e-again", paragraph=9))
    page = page_of(SUMMIT, with_event(SUMMIT._replace(sources=(first, second, again))))
    reports = page.xpath("//ol[@class='witnesses']/li")
    assert [words(report, ".//p[@class='chips']/a") for report in reports] == [["Press TV"], ["Iron Blade"]]
    assert [words(report, ".//blockquote/following::p[1]/a") for report in reports] == [
        ["paragraph 7", "paragraph 9"],
        ["paragraph 2"],
    ]


def test_a_sentence_is_linked_to_its_words_in_the_article_or_to_our_page_of_it() -> None:
    links = page_of(SUMMIT).xpath("//ol[@class='witnesses']//blockquote/following::p[1]/a/@href")
    assert links[0].startswith(f"{RECORDS[PRESS].url}#:~:text=")
    assert links[1] == f"../articles/{BLADE}.html#{SUMMIT.sources[1].mention.id}"


@pytest.mark.parametrize("status", ["expected", "claim"])
def test_what_a_sentence_makes_of_the_event_is_said_where_the_entry_says_otherwise(status: Status) -> None:
    first, second = SUMMIT.sources
    told = second._replace(mention=second.mention._replace(status=status))
    page = page_of(SUMMIT, with_event(SUMMIT._replace(status="expected", sources=(first, told))))
    assert ("· Claimed" in page.xpath("string(//ol[@class='witnesses'])")) is (status == "claim")


def test_why_the_entry_has_its_date_is_open_and_the_other_sentences_reasons_are_closed() -> None:
    details = page_of(SUMMIT).xpath("//ol[@class='witnesses']//details")
    assert ["open" in each.attrib for each in details] == [True, False]
