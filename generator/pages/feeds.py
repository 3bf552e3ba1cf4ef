"""Atom, JSON Feed, sitemap and robots.txt. Every time comes from the articles and corrections, never from a clock."""

import hashlib
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator import edtf
from generator.model import Event
from generator.pages.edition import Edition
from generator.pages.longpage import json_text
from generator.pages.permalinks import INDEX, event_path, web_address
from generator.text import escape_xml, quote_xml

MOST_ENTRIES = 100
SITEMAP = "sitemap.xml"
MOST_ADDRESSES = 50_000  # in one file, says sitemaps.org
# A day has no time in the sources; a feed wants one, and noon is the same day nearly everywhere.
_NOON = "T12:00:00Z"
_NEVER = "1970-01-01"
_ADDRESSES = bytes.fromhex("6ba7b8119dad11d180b400c04fd430c8")  # the name space of URLs, RFC 9562, section 6.6


class Entry(NamedTuple):
    """One event in a feed: its day is the newest of its articles' days and its corrections."""

    event: Event
    published: str
    updated: str
    summary: str


def make_entries(edition: Edition) -> tuple[Entry, ...]:
    """New and corrected events, newest first; at most MOST_ENTRIES."""
    days = [(last_change(edition, event), event) for event in edition.timeline.events]
    days.sort(key=lambda pair: pair[1].id)
    days.sort(key=lambda pair: pair[0], reverse=True)
    return tuple(_entry(edition, event, updated) for updated, event in days[:MOST_ENTRIES])


def last_change(edition: Edition, event: Event) -> str:
    """The newest day of an event's articles and corrections, ISO."""
    corrections = (correction for source in event.sources for correction in source.mention.corrections)
    return max((*_published(edition, event), *(_day(correction.when) for correction in corrections)))


def _published(edition: Edition, event: Event) -> list[str]:
    return [_day(edition.records[source.article].published) for source in event.sources]


def _entry(edition: Edition, event: Event, updated: str) -> Entry:
    corrections = [correction for source in event.sources for correction in source.mention.corrections]
    summary = [f"{edition.date(event.date).full}." if event.date else f"{edition.words('undated')}."]
    summary.append(f"{edition.words(event.status)}: {event.text}")
    summary += [f"{edition.words('history')}, {c.when}: {c.what}. {c.why}" for c in corrections]
    return Entry(event, min(_published(edition, event)), updated, " ".join(summary))


def _day(value: str | None) -> str:
    """The last day of an EDTF date, ISO; long ago where nothing is known."""
    last = edtf.parse(value).last_day if value and edtf.is_valid(value) else None
    return last.isoformat() if last else _NEVER


def identifier(name: str) -> str:
    """A permanent IRI for an event, whatever the site's address: RFC 4287 wants one that never changes.

    A UUID of version 5 (RFC 9562, section 5.5); the module uuid makes the same and takes long to import.
    """
    octets = bytearray(hashlib.sha1(_ADDRESSES + f"dateline:{name}".encode(), usedforsecurity=False).digest()[:16])
    octets[6], octets[8] = octets[6] & 0x0F | 0x50, octets[8] & 0x3F | 0x80
    digits = octets.hex()
    return f"urn:uuid:{digits[:8]}-{digits[8:12]}-{digits[12:16]}-{digits[16:20]}-{digits[20:]}"


def atom(edition: Edition, entries: Sequence[Entry]) -> str:
    """feed.xml, Atom (RFC 4287)."""
    base, timeline = site_address(edition), edition.timeline
    updated = max((entry.updated for entry in entries), default=_NEVER)
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang={quote_xml(edition.words.language)}>',
        f"<id>{identifier(timeline.title)}</id>",
        f"<title>{_xml(timeline.title)}</title>",
        *([f"<subtitle>{_xml(timeline.standfirst)}</subtitle>"] if timeline.standfirst else []),
        f"<updated>{updated}{_NOON}</updated>",
        f"<author><name>{_xml(timeline.title)}</name></author>",
        f'<link rel="alternate" type="text/html" href={quote_xml(base + INDEX)}/>',
        *([f'<link rel="self" type="application/atom+xml" href={quote_xml(base + "feed.xml")}/>'] if base else []),
        *(_atom_entry(base, entry) for entry in entries),
        "</feed>",
    ]
    return "\n".join(lines) + "\n"


def _atom_entry(base: str, entry: Entry) -> str:
    return "\n".join(
        (
            "<entry>",
            f"<id>{identifier(entry.event.id)}</id>",
            f"<title>{_xml(entry.event.heading)}</title>",
            f'<link rel="alternate" type="text/html" href={quote_xml(base + event_path(entry.event.id))}/>',
            f"<published>{entry.published}{_NOON}</published>",
            f"<updated>{entry.updated}{_NOON}</updated>",
            f"<summary>{_xml(entry.summary)}</summary>",
            "</entry>",
        )
    )


def json_feed(edition: Edition, entries: Sequence[Entry]) -> str:
    """feed.json, JSON Feed 1.1."""
    base = site_address(edition)
    feed: dict[str, object] = {"version": "https://jsonfeed.org/version/1.1", "title": edition.timeline.title}
    if base:
        feed |= {"home_page_url": base + INDEX, "feed_url": base + "feed.json"}
    if edition.timeline.standfirst:
        feed["description"] = edition.timeline.standfirst
    feed["language"] = edition.words.language
    feed["items"] = [
        {
            "id": identifier(entry.event.id),
            "url": base + event_path(entry.event.id),
            "title": entry.event.heading,
            "content_text": entry.summary,
            "date_published": entry.published + _NOON,
            "date_modified": entry.updated + _NOON,
        }
        for entry in entries
    ]
    return json_text(feed)


def sitemaps(edition: Edition, paths: Sequence[str]) -> Iterator[tuple[str, str]]:
    """sitemap.xml of the pages, by name; of more than one file may hold, it lists the files that hold them.

    The protocol wants whole addresses, so there is one only with a base_url.
    """
    if len(paths) <= MOST_ADDRESSES:
        yield SITEMAP, _sitemap(edition, "urlset", "url", paths)
        return
    starts = range(0, len(paths), MOST_ADDRESSES)
    names = [f"sitemap-{number}.xml" for number in range(1, len(starts) + 1)]
    yield SITEMAP, _sitemap(edition, "sitemapindex", "sitemap", names)
    for name, start in zip(names, starts, strict=True):
        yield name, _sitemap(edition, "urlset", "url", paths[start : start + MOST_ADDRESSES])


def _sitemap(edition: Edition, whole: str, entry: str, paths: Sequence[str]) -> str:
    base = site_address(edition)
    entries = "".join(f"<{entry}><loc>{_xml(base + path)}</loc></{entry}>\n" for path in paths)
    head = f'<?xml version="1.0" encoding="utf-8"?>\n<{whole} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
    return f"{head}{entries}</{whole}>\n"


def robots(edition: Edition) -> str:
    """robots.txt: everything may be read."""
    base = site_address(edition)
    return "User-agent: *\nDisallow:\n" + (f"Sitemap: {base}{SITEMAP}\n" if base else "")


def site_address(edition: Edition) -> str:
    """The site's address with one slash at its end, "" where it isn't configured."""
    base = web_address(edition.settings.base_url)
    return f"{base.rstrip('/')}/" if base else ""


def _xml(text: str) -> str:
    """Escaped, without the control characters that XML 1.0 cannot hold."""
    return escape_xml("".join(c for c in text if c >= " " or c in "\t\n\r").replace("\ufffe", "").replace("\uffff", ""))
