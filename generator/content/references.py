"""What must hold between content files: a seed in one file, an id at one event, and no reference to nowhere."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from generator.content.edits import event_entries
from generator.content.frontmatter import Document
from generator.model import Record
from generator.problems import Problems

REFERENCES = ("id", "same_as", "distinct_from")


class Outline(NamedTuple):
    """A record and what messages need of its file; the places of all values would be too much for 10,000 files.

    ids: those the file gives its events, also the ones that were left out. lines: event, key and line of each event's
    id and references.
    """

    record: Record
    path: str
    seed_line: int
    ids: tuple[str, ...]
    lines: tuple[tuple[str, str, int], ...]

    def line(self, event: str, key: str) -> int:
        """The line of one key of an event."""
        return next(line for owner, name, line in self.lines if (owner, name) == (event, key))


def outline(document: Document, record: Record) -> Outline:
    """The outline of one content file."""
    ids = tuple(str(entry["id"]) for entry in event_entries(document.fields) if "id" in entry)
    made = {event.quote: event.id for event in record.events if event.id not in ids}
    lines: dict[tuple[str, str], int] = {}
    events = document.fields.get("events")
    for number, entry in enumerate(events if isinstance(events, tuple) else ()):
        if isinstance(entry, Mapping):
            name = str(entry.get("id") or made.get(str(entry.get("quote")).strip()))
            given = (key for key in REFERENCES if key in entry or key == "id")
            lines |= {(name, key): document.line("events", number, key) for key in given}
    told = tuple((*key, line) for key, line in lines.items())
    return Outline(record, document.path, document.line("seed"), ids, told)


def check_references(outlines: tuple[Outline, ...], problems: Problems, *, complete: bool) -> tuple[Record, ...]:
    """The records, without second files of a seed and second events of an id.

    complete: every content file could be read, so that an id nobody has is a mistake.
    """
    single = _drop_copies(outlines, problems)
    if complete:
        _check_ids(single, problems)
    return _drop_second_ids(single, problems)


def _drop_copies(outlines: tuple[Outline, ...], problems: Problems) -> tuple[Outline, ...]:
    """The first file of each seed, and every file without one."""
    first: dict[str, Outline] = {}
    kept = []
    for each in outlines:
        seed = each.record.seed
        if seed is None or first.setdefault(seed, each) is each:
            kept.append(each)
        else:
            what = f"{seed} has a content file already, {first[seed].path}"
            problems.add(each.path, each.seed_line, what, "delete one of the two files")
    return tuple(kept)


def _drop_second_ids(outlines: tuple[Outline, ...], problems: Problems) -> tuple[Record, ...]:
    owners: dict[str, Outline] = {}
    records = []
    for each in outlines:
        for event in each.record.events:
            if owners.setdefault(event.id, each) is not each:
                what = f"the event id {event.id} is taken by {owners[event.id].path}"
                problems.add(each.path, each.line(event.id, "id"), what, "give this event another id")
        own = tuple(event for event in each.record.events if owners[event.id] is each)
        records.append(each.record._replace(events=own))
    return tuple(records)


def _check_ids(outlines: tuple[Outline, ...], problems: Problems) -> None:
    # events that were left out for a problem of their own count too: one mistake, one line
    known = {name for each in outlines for name in (*each.ids, *(event.id for event in each.record.events))}
    for each, event_id, key, name in _references(outlines):
        if name not in known:
            what, mend = f"{key}: no event has the id {name}", "copy the id from the other event's entry"
            problems.add(each.path, each.line(event_id, key), what, mend)


def _references(outlines: tuple[Outline, ...]) -> Iterator[tuple[Outline, str, str, str]]:
    """Each id that an event's key names."""
    for each in outlines:
        for event in each.record.events:
            if event.same_as:
                yield each, event.id, "same_as", event.same_as
            yield from ((each, event.id, "distinct_from", name) for name in event.distinct_from)
