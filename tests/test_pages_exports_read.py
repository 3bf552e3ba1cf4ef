"""What the site offers other programs, read by programs of other people; `make test` installs them."""

from __future__ import annotations

import json
import re
from datetime import date

import pytest
from newsroom import READINGS, RECORDS, SETTINGS, TEMPLATES, TIMELINE

from generator.pages.render import render_pages

icalendar = pytest.importorskip("icalendar", reason="icalendar is not installed; make test installs it")
bibtexparser = pytest.importorskip("bibtexparser", reason="bibtexparser is not installed; make test installs it")
jsonld = pytest.importorskip("pyld.jsonld", reason="PyLD is not installed; make test installs it")
jsonschema = pytest.importorskip("jsonschema", reason="jsonschema is not installed; make test installs it")

SITE = {page.path: page.content for page in render_pages(TIMELINE, SETTINGS, READINGS, TEMPLATES)}
PAGES_WITH_JSON_LD = sorted(path for path, content in SITE.items() if b"application/ld+json" in content)
SCHEMA_ORG = "https://schema.org/"


def test_the_calendar_has_whole_days_that_end_after_they_begin() -> None:
    entries = icalendar.Calendar.from_ical(SITE["timeline.ics"]).walk("VEVENT")
    assert entries
    for entry in entries:
        assert entry.errors == []
        assert type(entry["DTSTART"].dt) is date
        assert entry["DTSTART"].dt < entry["DTEND"].dt


def test_the_calendar_tells_each_event_once_by_its_heading() -> None:
    entries = icalendar.Calendar.from_ical(SITE["timeline.ics"]).walk("VEVENT")
    headings = {event.heading for event in TIMELINE.events}
    assert len({str(entry["UID"]) for entry in entries}) == len(entries)
    assert all(any(heading in str(entry["SUMMARY"]) for heading in headings) for entry in entries)


def test_the_bibliography_gives_each_article_with_its_title_and_address() -> None:
    library = bibtexparser.parse_string(SITE["references.bib"].decode())
    assert library.failed_blocks == []
    assert library.entries_dict.keys() == RECORDS.keys()
    for slug, record in RECORDS.items():
        fields = {key: field.value for key, field in library.entries_dict[slug].fields_dict.items()}
        assert fields["title"].replace("{", "").replace("}", "") == record.title
        assert fields.get("url") == record.url


@pytest.mark.parametrize("path", PAGES_WITH_JSON_LD)
def test_a_pages_description_is_json_ld_of_schema_org(path: str) -> None:
    text = re.findall(r'<script type="application/ld\+json">(.*?)</script>', SITE[path].decode())[0]
    entry = json.loads(text)
    assert entry.pop("@context") == SCHEMA_ORG.rstrip("/")
    # its names are taken as they are: there is no network to fetch schema.org's own context from
    (expanded,) = jsonld.expand({**entry, "@context": {"@vocab": SCHEMA_ORG}})
    assert expanded["@type"] in ([f"{SCHEMA_ORG}ItemList"], [f"{SCHEMA_ORG}Event"])
    assert f"{SCHEMA_ORG}name" in expanded


def test_an_events_description_cites_each_of_its_articles() -> None:
    event = next(event for event in TIMELINE.events if len({source.article for source in event.sources}) > 1)
    text = re.findall(r'ld\+json">(.*?)</script>', SITE[f"events/{event.id}.html"].decode())[0]
    citations = json.loads(text)["citation"]
    slugs = dict.fromkeys(source.article for source in event.sources)
    assert [citation["headline"] for citation in citations] == [RECORDS[slug].title for slug in slugs]


def test_the_export_follows_the_schema_published_beside_it() -> None:
    schema = json.loads(SITE["timeline.schema.json"])
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(json.loads(SITE["timeline.json"]), schema)
