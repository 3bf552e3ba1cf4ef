"""Feeds and data files, read by other people's programs where the standard library or the test packages have one."""

from __future__ import annotations

import csv
import io
import json
import re

import feedparser
import pytest
from lxml import etree
from newsroom import READINGS, RECORDS, SETTINGS, TEMPLATES, TIMELINE

from generator.model import Event, Settings
from generator.pages.edition import make_edition
from generator.pages.feeds import MOST_ADDRESSES, sitemaps
from generator.pages.render import render_pages


def published(settings: Settings = SETTINGS) -> dict[str, bytes]:
    return {page.path: page.content for page in render_pages(TIMELINE, settings, READINGS, TEMPLATES)}


def locations(sitemap: bytes) -> list[str]:
    found = etree.fromstring(sitemap).iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")
    return [str(location.text) for location in found]


SITE = published()
EXPORT = json.loads(SITE["timeline.json"])
FEED = feedparser.parse(SITE["feed.xml"])
CALENDAR = SITE["timeline.ics"].decode()
KEYS = {
    "articles": {
        "id", "seed", "title", "outlet", "byline", "url", "archived_url", "published", "published_basis", "language",
        "page",
    },
    "chapters": {"id", "title", "date", "events"},
    "events": {
        "id", "date", "heading", "text", "status", "speaker", "page", "chapter", "checked", "sources", "disagreement",
        "outcome_of", "outcome",
    },
}  # fmt: skip


@pytest.mark.parametrize("name", KEYS)
def test_timeline_json_has_the_keys_the_contract_names(name: str) -> None:
    assert all(entry.keys() == KEYS[name] for entry in EXPORT[name])


def test_timeline_json_follows_its_own_schema() -> None:
    schema = json.loads(SITE["timeline.schema.json"])
    assert schema["properties"].keys() == EXPORT.keys()
    for name, keys in KEYS.items():
        assert schema["$defs"][name.removesuffix("s")]["properties"].keys() == keys


def test_the_schema_lets_a_date_be_read_from_context_without_words() -> None:
    schema = json.loads(SITE["timeline.schema.json"])
    assert "null" in schema["$defs"]["text"]["type"]
    assert schema["$defs"]["basis"]["properties"]["words"]["$ref"] == "#/$defs/text"


def test_every_quotation_stands_at_its_offsets_in_the_body() -> None:
    sources = [source for event in EXPORT["events"] for source in event["sources"]]
    assert sources
    assert all(RECORDS[s["article"]].body[s["start"] : s["end"]] == s["quote"] for s in sources)


def test_every_page_an_export_names_is_there() -> None:
    assert {entry["page"] for name in ("articles", "events") for entry in EXPORT[name]} <= SITE.keys()


def test_csv_has_a_row_for_every_event() -> None:
    rows = list(csv.DictReader(io.StringIO(SITE["timeline.csv"].decode("utf-8-sig"))))
    assert [row["id"] for row in rows] == [event.id for event in TIMELINE.events]


def test_the_feed_is_well_formed_with_an_entry_for_every_event() -> None:
    assert not FEED.bozo
    assert {entry.title for entry in FEED.entries} == {event.heading for event in TIMELINE.events}
    assert len({entry.id for entry in FEED.entries}) == len(TIMELINE.events)


def test_feed_days_come_from_articles_and_corrections_and_the_newest_is_first() -> None:
    assert FEED.entries[0].updated == "2023-06-20T12:00:00Z"
    assert FEED.entries[0].published == "2023-06-14T12:00:00Z"
    assert [e.updated for e in FEED.entries] == sorted((e.updated for e in FEED.entries), reverse=True)


def test_the_json_feed_tells_the_same_as_the_atom_feed() -> None:
    items = json.loads(SITE["feed.json"])["items"]
    assert [(item["id"], item["url"]) for item in items] == [(entry.id, entry.link) for entry in FEED.entries]


def test_the_sitemap_lists_every_page_by_its_whole_address() -> None:
    pages = {path for path in SITE if path.endswith(".html") and path != "404.html" and b"noindex" not in SITE[path]}
    assert set(locations(SITE["sitemap.xml"])) == {f"https://example.org/repo/{path}" for path in pages}


def test_more_pages_than_one_sitemap_may_list_are_spread_over_several() -> None:
    paths = [f"events/{number}.html" for number in range(2 * MOST_ADDRESSES + 1)]
    files = {name: locations(text.encode()) for name, text in sitemaps(make_edition(TIMELINE, SETTINGS, {}), paths)}
    index, *rest = files.values()
    assert index == [f"{SETTINGS.base_url}{name}" for name in files if name != "sitemap.xml"]
    assert [len(listed) for listed in rest] == [MOST_ADDRESSES, MOST_ADDRESSES, 1]
    assert [address.rpartition("/repo/")[2] for listed in rest for address in listed] == paths


def test_without_a_base_address_there_is_no_sitemap_and_robots_names_none() -> None:
    site = published(Settings())
    assert "sitemap.xml" not in site
    assert b"Sitemap" not in site["robots.txt"]
    assert not feedparser.parse(site["feed.xml"]).bozo


def test_calendar_lines_are_short_and_end_as_the_standard_says() -> None:
    lines = SITE["timeline.ics"].split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert CALENDAR.count("BEGIN:VEVENT") == CALENDAR.count("END:VEVENT") > 0


DATED = [("2023-02-14/2023-02-15", "20230214", "20230216"), ("2023-02-06/2023-02-12", "20230206", "20230213")]


@pytest.mark.parametrize(("date", "first", "after"), DATED)
def test_a_calendar_entry_ends_the_day_after_its_last(date: str, first: str, after: str) -> None:
    event = next(event for event in TIMELINE.events if event.date == date)
    entry = next(part for part in CALENDAR.split("BEGIN:VEVENT") if f"events/{event.id}" in part.replace("\r\n ", ""))
    assert f"DTSTART;VALUE=DATE:{first}\r\nDTEND;VALUE=DATE:{after}" in entry


NO_DAY = [event for event in TIMELINE.events if not event.date or len(event.date) < 10 or event.date.startswith("..")]


@pytest.mark.parametrize("event", NO_DAY, ids=lambda event: str(event.date))
def test_what_has_no_day_is_not_put_on_one_in_the_calendar(event: Event) -> None:
    assert f"events/{event.id}" not in CALENDAR.replace("\r\n ", "")


def test_timelinejs_gets_every_dated_event_no_more_precise_than_it_is() -> None:
    slides = {slide["unique_id"]: slide for slide in json.loads(SITE["timelinejs.json"])["events"]}
    assert slides.keys() == {event.id for event in TIMELINE.events if event.date}
    july = next(event for event in TIMELINE.events if event.date == "2023-07")
    assert slides[july.id]["start_date"] == {"year": 2023, "month": 7}


def test_json_ld_lists_every_event_and_cites_every_article() -> None:
    front = SITE["index.html"].decode()
    listed = json.loads(re.findall(r'<script type="application/ld\+json">(.*?)</script>', front)[0])
    assert [item["item"]["name"] for item in listed["itemListElement"]] == [e.heading for e in TIMELINE.events]


def test_bibliographies_name_every_article() -> None:
    assert re.findall(r"^@online\{(.+),$", SITE["references.bib"].decode(), re.MULTILINE) == list(RECORDS)
    assert [item["id"] for item in json.loads(SITE["references.json"])] == list(RECORDS)


ODD = "a\x00b\x0bc\ud800d; e, f\\g\r\nh " + "ä" * 80


def test_odd_characters_break_no_file() -> None:
    event = TIMELINE.events[2]._replace(heading=ODD, text=ODD)
    events = tuple(event if old.id == event.id else old for old in TIMELINE.events)
    timeline = TIMELINE._replace(events=events)
    site = {page.path: page.content for page in render_pages(timeline, SETTINGS, READINGS, TEMPLATES)}
    assert not feedparser.parse(site["feed.xml"]).bozo
    assert json.loads(site["timeline.json"])["events"][2]["id"] == event.id
    assert max(map(len, site["timeline.ics"].split(b"\r\n"))) <= 75
    assert b"\x00" not in site["timeline.ics"]
