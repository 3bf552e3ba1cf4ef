"""The exports of a site read by programs of other people."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator

from sites import Result, Site


def check_exports(site: Site) -> Iterator[Result]:
    """Each export read by a program that is not ours; what it says of a broken one is shown."""
    for name, read in READERS.items():
        goal = f"{name} is read by others"
        try:
            yield Result(goal, read(site), True)
        except ModuleNotFoundError as error:
            yield Result(goal, f"{error.name} is not installed here", None)
        except Exception as error:
            yield Result(goal, f"{type(error).__name__}: {error}", False)


def _export(site: Site) -> dict[str, list[dict[str, str]]]:
    export: dict[str, list[dict[str, str]]] = json.loads((site.folder / "timeline.json").read_text("utf-8"))
    return export


def _expect(found: object, wanted: object) -> None:
    if found != wanted:
        raise ValueError(f"{found} where {wanted} were published")


def read_feed(site: Site) -> str:
    """feed.xml by feedparser."""
    import feedparser

    feed = feedparser.parse((site.folder / "feed.xml").read_bytes())
    if feed.bozo:
        raise feed.bozo_exception
    _expect(len(feed.entries), min(100, len(_export(site)["events"])))
    return f"feedparser: {len(feed.entries)} entries, {feed.version}"


def read_calendar(site: Site) -> str:
    """timeline.ics by icalendar."""
    from icalendar import Calendar

    calendar = Calendar.from_ical((site.folder / "timeline.ics").read_bytes())
    entries = calendar.walk("VEVENT")
    if any(entry["DTEND"].dt <= entry["DTSTART"].dt or entry.errors for entry in entries):
        raise ValueError("an entry that ends before it starts, or has errors")
    return f"icalendar: {len(entries)} entries"


def read_bibliography(site: Site) -> str:
    """references.bib by bibtexparser."""
    import bibtexparser

    library = bibtexparser.parse_string((site.folder / "references.bib").read_text("utf-8"))
    _expect(len(library.failed_blocks), 0)
    _expect([entry.key for entry in library.entries], [article["id"] for article in _export(site)["articles"]])
    return f"bibtexparser: {len(library.entries)} entries"


def read_json_ld(site: Site) -> str:
    """The JSON-LD of every page by PyLD, with schema.org's names taken as they are: there is no network."""
    from pyld import jsonld

    count = 0
    for path in site.folder.rglob("*.html"):
        for text in re.findall(r'<script type="application/ld\+json">(.*?)</script>', path.read_text("utf-8")):
            entry = json.loads(text)
            _expect(entry.pop("@context"), "https://schema.org")
            expanded = jsonld.expand({**entry, "@context": {"@vocab": "https://schema.org/"}})
            _expect(len(expanded), 1)
            count += 1
    return f"PyLD: {count} descriptions"


def read_json(site: Site) -> str:
    """timeline.json by jsonschema, with the schema published beside it."""
    import jsonschema

    schema = json.loads((site.folder / "timeline.schema.json").read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(_export(site), schema)
    return f"jsonschema: {len(_export(site)['events'])} events follow the schema"


def read_sitemap(site: Site) -> str:
    """sitemap.xml by lxml; every address in it leads to a file."""
    from lxml import etree

    if not (site.folder / "sitemap.xml").exists():
        return "none, as no base_url is set"
    addresses = [loc.text or "" for loc in etree.parse(site.folder / "sitemap.xml").iter("{*}loc")]
    root = addresses[0].removesuffix("index.html")
    lost = [a for a in addresses if not (site.folder / a.removeprefix(root)).is_file()]
    _expect(lost, [])
    return f"lxml: {len(addresses)} addresses"


READERS: dict[str, Callable[[Site], str]] = {
    "feed.xml": read_feed,
    "timeline.ics": read_calendar,
    "references.bib": read_bibliography,
    "JSON-LD": read_json_ld,
    "timeline.json": read_json,
    "sitemap.xml": read_sitemap,
}
