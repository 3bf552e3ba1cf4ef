"""A correction written into a content file: the new values, and what is told about each; every other byte stays."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from generator.content.frontmatter import Document
from generator.content.keys import EDITOR, EVENT_KEYS
from generator.content.kinds import WrongValueError
from generator.content.patch import AddItem, Change, SetKey, patch
from generator.content.quotes import QuoteFinder
from generator.content.values import Fields
from generator.model import Correction, EventMention

CORRECTABLE = ("date", "heading", "status", "quote")  # a reader who saw the old value is owed a word
_KINDS = {key.name: key.kind for key in EVENT_KEYS}


class Amendment(NamedTuple):
    """What to change about one event. values: new ones, by key; corrections: what readers are told; checked: by whom
    it was compared with its source, where the date is among the values."""

    event: EventMention
    values: Mapping[str, str | None]
    corrections: tuple[Correction, ...]
    checked: str


def find_fault(field: str, value: str, body: str) -> str:
    """What is wrong with a new value, and how to mend it; "" when it is right."""
    kind, finder = _KINDS[field], QuoteFinder(body)
    try:
        assert kind, "every correctable key has a kind"
        kind.read(value)
    except WrongValueError as error:
        return f"{field} {error.what}; {error.mend}"
    if field == "quote" and not finder.find(value.strip()):
        return f"quote is not in the article's text; {finder.clue(value)}"
    return ""


def amend(document: Document, amendment: Amendment) -> str | None:
    """The file's text with the amendment; None where it has no such event."""
    number = _find_entry(document, amendment.event)
    return patch(document, _changes(document, ("events", number), amendment)) if number is not None else None


def _find_entry(document: Document, event: EventMention) -> int | None:
    """The position of an event's entry; one that was written without an id is known by its words."""
    events = document.fields.get("events")
    for number, entry in enumerate(events if isinstance(events, tuple) else ()):
        if isinstance(entry, Mapping):
            words = str(entry.get("quote")).strip()
            if entry.get("id") == event.id or ("id" not in entry and words == event.quote):
                return number
    return None


def _changes(document: Document, at: tuple[str, int], amendment: Amendment) -> Iterator[Change]:
    event, values = amendment.event, amendment.values
    if (*at, "id") not in document.places:
        yield SetKey(at, "id", event.id)  # made from the words so far, which may change now
    yield from (SetKey(at, key, value) for key, value in values.items())
    if "date" in values and event.basis:
        yield SetKey(at, "basis", {"words": event.basis.words, "rule": EDITOR})
    if values and event.review:
        yield SetKey(at, "review", None)
    if "date" in values:
        yield SetKey(at, "checked", amendment.checked)
    told = tuple(_as_fields(correction) for correction in amendment.corrections)
    if event.corrections:
        yield from (AddItem((*at, "corrections"), each) for each in told)
    else:
        yield SetKey(at, "corrections", told)


def _as_fields(correction: Correction) -> Fields:
    return {"when": correction.when, "what": correction.what, "why": correction.why}
