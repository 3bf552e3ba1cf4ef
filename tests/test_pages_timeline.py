"""The front page's promise, on the hand-made timeline."""

from __future__ import annotations

import json

import pytest
from lxml import html
from newsroom import READINGS, RECORDS, SETTINGS, TEMPLATES, TIMELINE

from generator.model import Event, Page
from generator.pages.render import render_site

SITE = {
    page.path: page.content.decode(errors="replace")
    for page in render_site(TIMELINE, SETTINGS, READINGS, TEMPLATES)
    if isinstance(page, Page)
}
FRONT = html.fromstring(SITE["index.html"])


@pytest.mark.parametrize("event", TIMELINE.events, ids=lambda event: event.heading)
def test_every_event_stands_on_the_front_page_with_its_heading(event: Event) -> None:
    item = FRONT.get_element_by_id(event.id)
    assert item.xpath("string(.//h3)") == event.heading


def test_timeline_json_gives_quotations_that_stand_at_their_offsets() -> None:
    export = json.loads(SITE["timeline.json"])
    sources = [source for event in export["events"] for source in event["sources"]]
    assert all(RECORDS[s["article"]].body[s["start"] : s["end"]] == s["quote"] for s in sources)
