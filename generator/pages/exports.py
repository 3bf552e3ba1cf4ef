"""The timeline as data: timeline.json (the public export), timeline.csv, BibTeX and CSL-JSON."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence

from generator.model import Basis, Chapter, Event, Record, Source
from generator.pages.citations import bibtex, csl
from generator.pages.edition import Edition
from generator.pages.longpage import json_list, json_pieces
from generator.pages.permalinks import article_path, event_path

# A spreadsheet runs a cell that starts with one of these as a formula (OWASP, CSV injection).
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
CSV_COLUMNS = (
    "id", "date", "status", "heading", "text", "speaker", "chapter", "outlets", "urls",
    "date_words", "date_rule", "checked", "outcome_of", "outcome", "page",
)  # fmt: skip


def timeline_json(edition: Edition) -> Iterator[str]:
    """The export described in docs/site.md; body[start:end] of the content file is each source's quote."""
    timeline = edition.timeline
    return json_pieces(
        ("title", timeline.title),
        ("starts", timeline.starts),
        ("articles", (_article(edition, record) for record in edition.records.values())),
        ("chapters", (_chapter(chapter) for chapter in timeline.chapters)),
        ("events", (_event(edition, event) for event in timeline.events)),
    )


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


def timeline_csv(edition: Edition) -> Iterator[str]:
    """One row an event, for a spreadsheet: UTF-8 with a mark so that it opens right, and no cell that runs."""
    yield "\ufeff" + _csv_line(CSV_COLUMNS)
    for event in edition.timeline.events:
        yield _csv_line([_cell(value) for value in _row(edition, event)])


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


def references_bib(edition: Edition) -> Iterator[str]:
    """Every article as a BibTeX entry, with a line between them."""
    for number, record in enumerate(edition.records.values()):
        yield ("\n" if number else "") + bibtex(edition, record)


def references_csl(edition: Edition) -> Iterator[str]:
    """Every article as CSL-JSON."""
    yield from json_list(csl(edition, record) for record in edition.records.values())
    yield "\n"


def search_index(edition: Edition, place: Mapping[str, str]) -> Iterator[str]:
    """What the finder of a long timeline loads: for each event where it stands, and the words to find it by."""
    yield from json_list(_found(edition, event, place[event.id]) for event in edition.timeline.events)
    yield "\n"


def _found(edition: Edition, event: Event, path: str) -> Mapping[str, object]:
    return {
        "at": f"{path}#{event.id}",
        "when": edition.date(event.date).full if event.date else edition.words("undated"),
        "heading": event.heading,
        "text": event.text,
        "status": event.status,
        "several": len(edition.independent_outlets(event)) > 1,
        "outlets": list(dict.fromkeys(edition.outlet(edition.records[s.article]) for s in event.sources)),
    }
