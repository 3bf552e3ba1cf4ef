"""What a person changed about the events of a file, told apart from what a new reading would change."""

from collections.abc import Iterator
from typing import NamedTuple

from generator.content import frontmatter
from generator.content.correcting import CORRECTABLE
from generator.content.edits import event_entries, event_facts, facts_digest, id_digest, read_base
from generator.content.frontmatter import FrontmatterError
from generator.content.refresh import find_edited
from generator.content.values import Fields, Value


class HandEdit(NamedTuple):
    """A field of an event that a person gave another value than the build did."""

    event: str
    field: str
    before: str | None
    after: str | None


def find_hand_edits(found: bytes, new: bytes) -> tuple[HandEdit, ...]:
    """The changed fields of a file that a build would keep; none where it is not known what the build wrote.

    new: what a build would make of it.
    """
    try:
        yours, theirs = (frontmatter.parse(raw.decode("utf-8"), "").fields for raw in (found, new))
    except (FrontmatterError, UnicodeDecodeError):
        return ()
    return tuple(_edits(yours, theirs))


def _edits(yours: Fields, theirs: Fields) -> Iterator[HandEdit]:
    base = read_base(yours)
    fresh = {event.get("id"): event for event in event_entries(theirs)}
    for event in event_entries(yours) if base else ():
        written = base.events.get(id_digest(event.get("id"))) if base else None
        reading = fresh.get(event.get("id"))
        if reading is None or written is None:
            continue
        mine, read = event_facts(event), event_facts(reading)
        changed = find_edited(mine, read, lambda facts, written=written: facts_digest(facts) == written)  # type: ignore[misc]
        for field in (field for field in CORRECTABLE if field in changed):
            yield HandEdit(str(event.get("id")), field, _text(read[field]), _text(mine[field]))


def _text(value: Value) -> str | None:
    return value if isinstance(value, str) else None
