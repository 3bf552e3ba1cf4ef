"""The timeline as data: timeline.json (the public export), timeline.csv, BibTeX and CSL-JSON.

Of each there is what writes the entries of one stretch, and what makes the file of all of them.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TypeAlias

from generator.model import Basis, Chapter, Event, Record, Source
from generator.pages.citations import bibtex, csl
from generator.pages.edition import Edition
from generator.pages.longpage import json_entries, json_list, json_object
from generator.pages.permalinks import article_path, event_path

Entries: TypeAlias = Callable[[str], Iterator[str]]  # gives the entries of this name, those of a stretch in one piece
# A spreadsheet runs a cell that starts with one of these as a formula (OWASP, CSV injection).
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
CSV_COLUMNS = (
    "id", "date", "status", "heading", "text", "speaker", "chapter", "outlets", "urls",
    "date_words", "date_rule", "checked", "outcome_of", "outcome", "page",
)  # fmt: skip


def timeline_json(edition: Edition, entries: Entries) -> Iterator[str]:
    """The export described in docs/site.md; body[start:end] of the content file is each source's quote."""
    timeline = edition.timeline
    return json_object(
        ("title", timeline.title),
        ("starts", timeline.starts),
        ("articles", entries("articles")),
        ("chapters", (json_entries([_chapter(chapter)]) for chapter in timeline.chapters)),
        ("events", entries("events")),
    )


def articles_json(edition: Edition) -> str:
    """The articles of a stretch in timeline.json."""
    return json_entries(_article(edition, record) for record in edition.records.values())


def events_json(edition: Edition) -> str:
    """The events of a stretch there."""
    return json_entries(_event(edition, event) for event in edition.timeline.events)


def _article(edition: Edition, record: Record) -> Mapping[str, object]:
    return {
        "id": record.slug,
        "seed": record.seed,
        "title": record.title,
        "outlet": record.outlet,
        "byline": record.byline,
        "url": record.url,
        "archived_url": record.archived_url,
        "published": record.published,
        "published_basis": record.published_basis,
        "language": record.language,
        "page": article_path(record.slug),
    }


def _chapter(chapter: Chapter) -> Mapping[str, object]:
    return {"id": chapter.id, "title": chapter.title, "date": chapter.date, "events": list(chapter.events)}


def _event(edition: Edition, event: Event) -> Mapping[str, object]:
    return {
        "id": event.id,
        "date": event.date,
        "heading": event.heading,
        "text": event.text,
        "status": event.status,
        "speaker": event.speaker,
        "page": event_path(event.id),
        "chapter": edition.chapter_of.get(event.id),
        "checked": event.checked,
        "sources": [_source(source) for source in event.sources],
        "disagreement": [{"field": v.field, "article": v.article, "value": v.value} for v in event.disagreement]
        or None,
        "outcome_of": event.outcome_of,
        "outcome": event.outcome,
    }


def _source(source: Source) -> Mapping[str, object]:
    mention = source.mention
    return {
        "article": source.article,
        "quote": mention.quote,
        "paragraph": mention.paragraph,
        "start": mention.start,
        "end": mention.end,
        "date": mention.date,
        "status": mention.status,
        "basis": _basis(mention.basis) if mention.basis else None,
    }


def _basis(basis: Basis) -> Mapping[str, object]:
    return {"words": basis.words, "rule": basis.rule, "from": basis.anchor, "also": list(basis.also)}


def timeline_csv(_: Edition, entries: Entries) -> Iterator[str]:
    """One row an event, for a spreadsheet: UTF-8 with a mark so that it opens right, and no cell that runs."""
    yield "\ufeff" + _csv_line(CSV_COLUMNS)
    yield from entries("rows")


def events_csv(edition: Edition) -> str:
    """The rows of a stretch."""
    return "".join(_csv_line([_cell(value) for value in _row(edition, event)]) for event in edition.timeline.events)


def _csv_line(cells: Sequence[str]) -> str:
    line = io.StringIO()
    csv.writer(line, lineterminator="\r\n").writerow(cells)
    return line.getvalue()


def _row(edition: Edition, event: Event) -> tuple[str | None, ...]:
    basis = edition.lead_source(event).mention.basis
    records = [edition.records[slug] for slug in dict.fromkeys(source.article for source in event.sources)]
    return (
        event.id,
        event.date,
        event.status,
        event.heading,
        event.text,
        event.speaker,
        edition.chapter_of.get(event.id),
        " · ".join(edition.outlet(record) for record in records),
        " ".join(record.url for record in records if record.url),
        basis.words if basis else None,
        basis.rule if basis else None,
        event.checked,
        event.outcome_of,
        event.outcome,
        event_path(event.id),
    )


def _cell(value: str | None) -> str:
    text = value or ""
    return f"'{text}" if text.startswith(_FORMULA) else text


def references_bib(_: Edition, entries: Entries) -> Iterator[str]:
    """Every article as a BibTeX entry, with a line between them."""
    for number, piece in enumerate(entries("bibtex")):
        yield ("\n" if number else "") + piece


def articles_bib(edition: Edition) -> str:
    """The BibTeX entries of a stretch."""
    return "\n".join(bibtex(edition, record) for record in edition.records.values())


def references_csl(_: Edition, entries: Entries) -> Iterator[str]:
    """Every article as CSL-JSON."""
    yield from json_list(entries("csl"))
    yield "\n"


def articles_csl(edition: Edition) -> str:
    """The CSL-JSON entries of a stretch."""
    return json_entries(csl(edition, record) for record in edition.records.values())


def search_index(_: Edition, entries: Entries) -> Iterator[str]:
    """What the finder of a long timeline loads: for each event where it stands, and the words to find it by."""
    yield from json_list(entries("found"))
    yield "\n"


def events_found(edition: Edition) -> str:
    """What it loads of a stretch."""
    return json_entries(_found(edition, event) for event in edition.timeline.events)


def _found(edition: Edition, event: Event) -> Mapping[str, object]:
    return {
        "at": f"{edition.place[event.id]}#{event.id}",
        "when": edition.date(event.date).full if event.date else edition.words("undated"),
        "heading": event.heading,
        "text": event.text,
        "status": event.status,
        "several": len(edition.independent_outlets(event)) > 1,
        "outlets": list(dict.fromkeys(edition.outlet(edition.records[s.article]) for s in event.sources)),
    }
