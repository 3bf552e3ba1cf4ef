"""What must hold between content files: a seed in one file, an id at one event, and no reference to nowhere."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from generator.content.edits import event_entries
from generator.content.frontmatter import Document
from generator.content.values import Fields
from generator.model import EventMention, Record
from generator.problems import Problems

Pair = tuple[Document, Record]


def check_references(pairs: tuple[Pair, ...], problems: Problems, *, complete: bool) -> tuple[Record, ...]:
    """The records, without second files of a seed and second events of an id.

    complete: every content file could be read, so that an id nobody has is a mistake.
    """
    single = _drop_copies(pairs, problems)
    records = _drop_second_ids(single, problems)
    if complete:
        _check_ids(single, problems)
    return records


def _drop_copies(pairs: tuple[Pair, ...], problems: Problems) -> tuple[Pair, ...]:
    """The first file of each seed, and every file without one."""
    first: dict[str, Document] = {}
    kept = []
    for document, record in pairs:
        if record.seed and record.seed in first:
            what = f"{record.seed} has a content file already, {first[record.seed].path}"
            problems.add(document.path, document.line("seed"), what, "delete one of the two files")
            continue
        if record.seed:
            first[record.seed] = document
        kept.append((document, record))
    return tuple(kept)


def _drop_second_ids(pairs: tuple[Pair, ...], problems: Problems) -> tuple[Record, ...]:
    owners: dict[str, Document] = {}
    records = []
    for document, record in pairs:
        for event in record.events:
            if owners.setdefault(event.id, document) is not document:
                what = f"the event id {event.id} is taken by {owners[event.id].path}"
                problems.add(document.path, _line(document, event, "id"), what, "give this event another id")
        own = tuple(event for event in record.events if owners[event.id] is document)
        records.append(replace(record, events=own))
    return tuple(records)


def _check_ids(pairs: tuple[Pair, ...], problems: Problems) -> None:
    # events that were left out for a problem of their own count too: one mistake, one line
    written = {str(entry.get("id")) for document, _ in pairs for entry in event_entries(document.fields)}
    known = written.union(event.id for _, record in pairs for event in record.events)
    for document, event, key, name in _references(pairs):
        if name not in known:
            what, mend = f"{key}: no event has the id {name}", "copy the id from the other event's entry"
            problems.add(document.path, _line(document, event, key), what, mend)


def _references(pairs: tuple[Pair, ...]) -> Iterator[tuple[Document, EventMention, str, str]]:
    for document, record in pairs:
        for event in record.events:
            if event.same_as:
                yield document, event, "same_as", event.same_as
            yield from ((document, event, "distinct_from", name) for name in event.distinct_from)


def _line(document: Document, event: EventMention, key: str) -> int:
    """The line of a key of an event, which its file knows by its id or, without one, by its quote."""
    events = document.fields["events"]
    for number, entry in enumerate(events if isinstance(events, tuple) else ()):
        if isinstance(entry, Mapping) and _is_entry_of(entry, event):
            return document.line("events", number, key)
    return document.line("events")


def _is_entry_of(entry: Fields, event: EventMention) -> bool:
    return entry.get("id") == event.id or (not entry.get("id") and str(entry.get("quote")).strip() == event.quote)
