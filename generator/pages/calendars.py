"""The timeline for other programs that show dates: iCalendar (RFC 5545) and TimelineJS 3."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from html import escape

from generator import edtf
from generator.edtf import Edtf
from generator.model import Event
from generator.pages.edition import Edition
from generator.pages.exports import Entries
from generator.pages.feeds import identifier, last_change, site_address
from generator.pages.longpage import json_entries, json_object
from generator.pages.permalinks import event_path, web_address

_FOLD = 74  # octets a line, the space that starts a continuation included (RFC 5545, 3.1 allows 75)
# RFC 5545, 3.3.11: what is escaped, and the control characters that text may not hold
_ESCAPED = {"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"}
_TEXT = str.maketrans({**dict.fromkeys(map(chr, (*range(32), 127))), **_ESCAPED})


def calendar(edition: Edition, entries: Entries) -> Iterator[str]:
    """timeline.ics: the events whose days are known. A month or a year is no day, so coarser dates are left out."""
    name = f"X-WR-CALNAME:{edition.timeline.title.translate(_TEXT)}"
    yield _lines(["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Dateline//timeline//EN", name])
    yield from entries("days")
    yield _lines(["END:VCALENDAR"])


def events_ics(edition: Edition) -> str:
    """The entries of a stretch."""
    spans = ((event, _days(event)) for event in edition.timeline.events)
    return "".join(_lines(_vevent(edition, event, *span)) for event, span in spans if span)


def _lines(lines: Iterable[str]) -> str:
    return "".join(f"{_folded(line)}\r\n" for line in lines)


def _days(event: Event) -> tuple[str, str] | tuple[()]:
    """First day and the day after the last, as iCalendar writes dates; empty where a day is not known."""
    when = event.when
    if not when or not when.first_day or not when.last_day or not all(_is_day(end) for end in when.text.split("/")):
        return ()
    if when.last_day == date.max:  # there is no day after it
        return ()
    return _basic(when.first_day), _basic(when.last_day + timedelta(days=1))


def _basic(day: date) -> str:
    return day.isoformat().replace("-", "")


def _is_day(text: str) -> bool:
    return text not in ("", edtf.OPEN) and edtf.parse(text).is_day


def _vevent(edition: Edition, event: Event, first: str, after: str) -> list[str]:
    base = site_address(edition)
    description = f"{edition.words(event.status)}: {event.text}\n{_outlets(edition, event)}"
    return [
        "BEGIN:VEVENT",
        f"UID:{identifier(event.id).removeprefix('urn:uuid:')}",
        f"DTSTAMP:{last_change(edition, event).replace('-', '')}T120000Z",
        f"DTSTART;VALUE=DATE:{first}",
        f"DTEND;VALUE=DATE:{after}",
        f"SUMMARY:{event.heading.translate(_TEXT)}",
        f"DESCRIPTION:{description.translate(_TEXT)}",
        f"STATUS:{'TENTATIVE' if event.status == 'expected' else 'CONFIRMED'}",
        "TRANSP:TRANSPARENT",
        *([f"URL:{base}{event_path(event.id)}"] if base else []),
        "END:VEVENT",
    ]


def _outlets(edition: Edition, event: Event) -> str:
    names = (edition.outlet(edition.records[source.article]) for source in event.sources)
    return ", ".join(dict.fromkeys(names))


def _folded(line: str) -> str:
    """The line in pieces of at most 75 octets, never cut inside a character."""
    octets, pieces, start = line.encode(errors="replace"), [], 0
    while start < len(octets):
        end = start + _FOLD
        while end < len(octets) and octets[end] & 0xC0 == 0x80:  # the rest of a character in UTF-8
            end -= 1
        pieces.append(octets[start:end].decode())
        start = end
    return "\r\n ".join(pieces)


def timelinejs(edition: Edition, entries: Entries) -> Iterator[str]:
    """timelinejs.json: what TimelineJS 3 loads; undated events have no place on its axis and are left out."""
    timeline = edition.timeline
    return json_object(
        ("title", {"text": {"headline": escape(timeline.title), "text": escape(timeline.standfirst or "")}}),
        ("events", filter(None, entries("slides"))),
    )


def events_timelinejs(edition: Edition) -> str:
    """The slides of a stretch."""
    titles = {chapter.id: edition.chapter_title(chapter) for chapter in edition.timeline.chapters}
    dated = ((event, event.when) for event in edition.timeline.events)
    return json_entries(_slide(edition, event, when, titles) for event, when in dated if when)


def _slide(edition: Edition, event: Event, when: Edtf, titles: Mapping[str, str]) -> Mapping[str, object]:
    start, end = _slide_dates(when)
    slide: dict[str, object] = {"unique_id": event.id, "start_date": start}
    if end:
        slide["end_date"] = end
    slide["display_date"] = edition.date(when.text).full
    slide["group"] = titles.get(edition.chapter_of.get(event.id, ""), "")
    slide["text"] = {"headline": escape(event.heading), "text": _slide_text(edition, event)}
    return slide


def _slide_dates(when: Edtf) -> tuple[Mapping[str, int], Mapping[str, int] | None]:
    """Start and end of a slide, as precise as the date; a decade or season is a span of days there."""
    if when.precision in ("day", "month", "year") and when.first:
        parts = {"day": 3, "month": 2, "year": 1}[when.precision]
        return dict(zip(("year", "month", "day"), when.first[:parts], strict=False)), None
    first, last = when.first or when.last, when.last or when.first
    assert first, "an interval has a start or an end"
    assert last, "and so it has both here"
    names = ("year", "month", "day")
    return dict(zip(names, first, strict=True)), dict(zip(names, last, strict=True)) if last != first else None


def _slide_text(edition: Edition, event: Event) -> str:
    sources = ", ".join(
        _slide_source(edition, slug) for slug in dict.fromkeys(source.article for source in event.sources)
    )
    speaker = f"<p>— {escape(event.speaker)}</p>" if event.speaker else ""
    return f"<p>{edition.words(event.status)}</p><blockquote>{escape(event.text)}</blockquote>{speaker}<p>{sources}</p>"


def _slide_source(edition: Edition, slug: str) -> str:
    record = edition.records[slug]
    name, url = escape(edition.outlet(record)), web_address(record.url)
    return f'<a href="{escape(url)}">{name}</a>' if url else name
