"""What can be taken from the site beside its pages: the key of its name, its path, what makes it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from generator.pages import calendars, exports, feeds
from generator.pages.edition import Edition
from generator.pages.exports import Entries

FEEDS: tuple[tuple[str, str, Callable[[Edition, Sequence[feeds.Entry]], str]], ...] = (
    ("feed", "feed.xml", feeds.atom),
    ("download-jsonfeed", "feed.json", feeds.json_feed),
)
EXPORTS: tuple[tuple[str, str, Callable[[Edition, Entries], Iterator[str]]], ...] = (
    ("download-json", "timeline.json", exports.timeline_json),
    ("download-csv", "timeline.csv", exports.timeline_csv),
    ("download-ics", "timeline.ics", calendars.calendar),
    ("download-timelinejs", "timelinejs.json", calendars.timelinejs),
    ("download-bib", "references.bib", exports.references_bib),
    ("download-csl", "references.json", exports.references_csl),
)
