"""schema.org descriptions for search engines, as JSON-LD: the list of events, and one event with its citations."""

from __future__ import annotations

import json
from collections.abc import Mapping

from markupsafe import Markup

from generator import edtf
from generator.model import Event, Record
from generator.pages.edition import Edition
from generator.pages.feeds import identifier, site_address
from generator.pages.permalinks import event_path, web_address

_CONTEXT = "https://schema.org"
# "<" and "&" could end the script element or open a comment in it
_UNSAFE = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"})


def list_of_events(edition: Edition, events: tuple[str, ...]) -> Markup:
    """The events of a page, in order, as an ItemList."""
    items = [
        {"@type": "ListItem", "position": number, "item": _event(edition, edition.events[event])}
        for number, event in enumerate(events, 1)
    ]
    return _json_ld({"@type": "ItemList", "name": edition.timeline.title, "itemListElement": items})


def one_event(edition: Edition, event: Event) -> Markup:
    """One event with the articles that report it."""
    slugs = dict.fromkeys(source.article for source in event.sources)
    citations = [_article(edition, edition.records[slug]) for slug in slugs]
    return _json_ld({**_event(edition, event), "description": event.text, "citation": citations})


def _event(edition: Edition, event: Event) -> Mapping[str, object]:
    base = site_address(edition)
    entry: dict[str, object] = {"@type": "Event", "@id": identifier(event.id), "name": event.heading}
    if base:
        entry["url"] = base + event_path(event.id)
    return {**entry, **_dates(event.date)}


def _dates(value: str | None) -> Mapping[str, str]:
    """startDate and endDate where ISO 8601 has them; schema.org knows no "about" and no open end."""
    ends = (value or "").split("/")
    if not all(_is_iso(end) for end in ends):
        return {}
    return {"startDate": ends[0]} if len(ends) == 1 else {"startDate": ends[0], "endDate": ends[1]}


def _is_iso(text: str) -> bool:
    if text in ("", edtf.OPEN) or text[-1] in "~?%":
        return False
    when = edtf.parse(text)
    return when.precision in ("day", "month", "year") and bool(when.first and when.first[0] > 0)


def _article(edition: Edition, record: Record) -> Mapping[str, object]:
    article: dict[str, object] = {"@type": "NewsArticle", "headline": edition.title(record)}
    if record.outlet:
        article["publisher"] = {"@type": "Organization", "name": record.outlet}
    if record.published and _is_iso(record.published):
        article["datePublished"] = record.published
    if web_address(record.url):
        article["url"] = web_address(record.url)
    return article


def _json_ld(value: Mapping[str, object]) -> Markup:
    text = json.dumps({"@context": _CONTEXT, **value}, ensure_ascii=False, separators=(",", ":"))
    return Markup(text.translate(_UNSAFE))
