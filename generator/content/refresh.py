"""A fresh reading of a seed brought into a file that a person has edited: what they changed stays, the rest follows.

A three-way merge without the third text. Of what the build wrote last, only digests are known; but where a person and
the new reading changed different fields, that text is the one mixture of both whose digest is the old one, and trying
the mixtures finds it. Where none fits, both changed the same field, and the person's word stands for all.
"""

from collections.abc import Callable, Iterator, Mapping
from itertools import chain, combinations
from typing import NamedTuple

from generator.content import frontmatter
from generator.content.edits import (
    BODY,
    GENERATED,
    LEFT_OUT,
    Base,
    article_facts,
    digest,
    event_facts,
    facts_digest,
    format_record,
    id_digest,
    is_edited,
    read_base,
)
from generator.content.frontmatter import Document
from generator.content.kinds import cite
from generator.content.patch import AddEvents, Change, DropEvent, SetBody, SetKey, is_as_formatted, patch
from generator.content.schema import to_fields
from generator.content.values import Fields, Value
from generator.model import Record

MOST_MIXTURES = 12  # differing fields up to which all mixtures are tried: an article has 10, an event 7
VOUCHED = ("checked", "corrections")  # with one of these a person stands for every field
MARKS = ("hide", "same_as", "distinct_from", *VOUCHED)


class Refreshed(NamedTuple):
    """The file's new text, and a line for each thing that changed or that a person's edit kept from changing."""

    text: str
    changes: tuple[str, ...]


class _Step(NamedTuple):
    """One change of the text, None where nothing changes, and the line that tells about it."""

    change: Change | None
    told: str


def merge_refresh(edited: Document, fresh: Record) -> Refreshed:
    """The file with everything of a fresh reading that a person has not decided otherwise."""
    fields = to_fields(fresh._replace(generated=None))
    body = frontmatter.normalise(fresh.body).strip()
    base = read_base(edited.fields)
    article = list(_merge_article(edited, fields, body, base))
    new_body = next((step.change.body for step in article if isinstance(step.change, SetBody)), edited.body)
    steps = [*article, *_merge_events(edited, _by_id(fields), base, new_body)]
    digests = (("seed", fresh.seed), ("seed_sha256", fresh.seed_sha256), (GENERATED, digest(fields, body)))
    stamp = [SetKey((), key, value) for key, value in digests if edited.fields.get(key) != value]
    changes = [step.change for step in steps if step.change]
    # where a person left everything as it was, new events also get their place among the others
    text = patch(edited, [*stamp, *_with_events_together(changes)]) if is_edited(edited) else format_record(fresh)
    return Refreshed(text, tuple(step.told for step in steps))


def find_edited(yours: Fields, fresh: Fields, is_base: Callable[[Fields], bool]) -> frozenset[str]:
    """The fields a person changed: of all that differ, the fewest that give the old text with fresh values instead."""
    differing = [key for key in yours if yours[key] != fresh[key]]
    if len(differing) <= MOST_MIXTURES:
        for some in chain.from_iterable(combinations(differing, count) for count in range(len(differing) + 1)):
            if is_base({**yours, **{key: fresh[key] for key in some}}):
                return frozenset(some)
    return frozenset(differing)


# ---------------------------------------------------------------- the article


def _merge_article(edited: Document, fields: Fields, body: str, base: Base | None) -> Iterator[_Step]:
    yours, theirs = article_facts(edited.fields, edited.body), article_facts(fields, body)
    kept = _kept(edited.fields, yours, theirs, base.article if base else None)
    for key in (key for key in yours if key not in (BODY, LEFT_OUT) and yours[key] != theirs[key]):
        yield _merge_field("article", (), key, theirs[key], kept)
    new_body = edited.body
    if yours[BODY] != theirs[BODY]:
        step = _merge_body(edited, body, BODY in kept, _by_id(fields), base)
        new_body = step.change.body if isinstance(step.change, SetBody) else edited.body
        yield step
    left_out = _quoted_from(new_body, theirs[LEFT_OUT])
    if yours[LEFT_OUT] != left_out:
        yield _merge_field("article", (), LEFT_OUT, left_out, kept)


def _quoted_from(body: str, entries: Value) -> Value:
    """The entries whose words the text has; None where none is left."""
    listed = entries if isinstance(entries, tuple) else ()
    return tuple(each for each in listed if isinstance(each, Mapping) and str(each["quote"]) in body) or None


def _merge_body(edited: Document, body: str, is_kept: bool, fresh: Mapping[str, Fields], base: Base | None) -> _Step:
    """The new text, unless the old one was edited or a person's event quotes words the new one lacks."""
    if is_kept:
        return _Step(None, "article: your text is kept")
    for number, event in _events(edited):
        quote = str(event.get("quote")).strip()
        if quote not in body and not _may_go(edited, number, event, fresh, base):
            return _Step(None, f"article: the old text is kept, for {event.get('id')} quotes {cite(quote)}")
    return _Step(SetBody(body), "article: new text")


def _may_go(edited: Document, number: int, event: Fields, fresh: Mapping[str, Fields], base: Base | None) -> bool:
    """Whether an event's quote is the build's alone, so that it follows the text."""
    theirs = fresh.get(str(event.get("id")))
    if theirs is None:
        return _is_droppable(edited, number, event, base)
    return "quote" not in _kept_of_event(event, theirs, base)


# ---------------------------------------------------------------- events


def _merge_events(edited: Document, fresh: Mapping[str, Fields], base: Base | None, body: str) -> Iterator[_Step]:
    numbers = {str(event.get("id")): number for number, event in _events(edited)}
    for number, event in _events(edited):
        theirs = fresh.get(str(event.get("id")))
        if theirs is None:
            yield from _merge_missing(edited, number, event, base)
        elif str(theirs["quote"]) in body:
            yield from _merge_event(number, event, theirs, base)
    after = -1
    for name, theirs in fresh.items():
        after = numbers.get(name, after)
        if name not in numbers:
            yield _add_event(name, theirs, after, base, body)


def _merge_missing(edited: Document, number: int, event: Fields, base: Base | None) -> Iterator[_Step]:
    """What becomes of an event that the new reading has not; of one that a person added there is nothing to tell."""
    name, heading = event.get("id"), cite(event.get("heading"))
    if _is_droppable(edited, number, event, base):
        yield _Step(DropEvent(number), f"{name}: no longer found, dropped: {heading}")
    elif base and id_digest(name) in base.events:
        yield _Step(None, f"{name}: no longer found, kept for your edit: {heading}")


def _merge_event(number: int, event: Fields, theirs: Fields, base: Base | None) -> Iterator[_Step]:
    yours, fresh = event_facts(event), event_facts(theirs)
    kept = _kept_of_event(event, theirs, base)
    for key in (key for key in yours if yours[key] != fresh[key]):
        yield _merge_field(str(event["id"]), ("events", number), key, fresh[key], kept)


def _add_event(name: str, event: Fields, after: int, base: Base | None, body: str) -> _Step:
    if base and id_digest(name) in base.events:
        return _Step(None, f"{name}: stays deleted: {cite(event['heading'])}")
    if str(event["quote"]) not in body:
        return _Step(None, f"{name}: left out, for your text lacks {cite(event['quote'])}")
    return _Step(AddEvents(after, (event,)), f"{name}: new: {event['date'] or 'undated'}, {cite(event['heading'])}")


def _is_droppable(edited: Document, number: int, event: Fields, base: Base | None) -> bool:
    """Whether nobody but the build wrote an event, comments included."""
    written = base.events.get(id_digest(event.get("id"))) if base else None
    unmarked = not any(key in event for key in MARKS)
    return unmarked and written == facts_digest(event_facts(event)) and is_as_formatted(edited, number)


def _kept_of_event(event: Fields, theirs: Fields, base: Base | None) -> frozenset[str]:
    """The fields that stay as a person wrote them; a date and what it rests on stay together."""
    written = base.events.get(id_digest(event.get("id"))) if base else None
    kept = _kept(event, event_facts(event), event_facts(theirs), written)
    return kept | {"date", "basis"} if kept & {"date", "basis"} else kept


# ---------------------------------------------------------------- both


def _kept(entry: Fields, yours: Fields, theirs: Fields, written: str | None) -> frozenset[str]:
    """The fields that stay as a person wrote them: all where they vouch for the entry, or wrote it."""
    if written is None or any(entry.get(key) for key in VOUCHED):
        return frozenset(key for key in yours if yours[key] != theirs[key])
    return find_edited(yours, theirs, lambda facts: facts_digest(facts) == written)


def _merge_field(name: str, at: tuple[str | int, ...], key: str, value: Value, kept: frozenset[str]) -> _Step:
    others = "another list" if isinstance(value, tuple) else "another one"
    said = cite(value) if isinstance(value, str) else "nothing" if value is None else others
    if key in kept:
        return _Step(None, f"{name}: your {key} is kept; the new reading has {said}")
    return _Step(SetKey(at, key, value), f"{name}: {key} is now {said}")


def _events(document: Document) -> list[tuple[int, Fields]]:
    """The positions and entries of the events."""
    events = document.fields.get("events")
    entries = enumerate(events if isinstance(events, tuple) else ())
    return [(number, entry) for number, entry in entries if isinstance(entry, Mapping)]


def _by_id(fields: Fields) -> dict[str, Fields]:
    """The fresh events by id, in their order."""
    events = fields["events"] if isinstance(fields["events"], tuple) else ()
    return {str(event["id"]): event for event in events if isinstance(event, Mapping)}


def _with_events_together(changes: list[Change]) -> list[Change]:
    """The same changes, one for all events added at a position, and what stands behind the events last."""
    added: dict[int, tuple[Fields, ...]] = {}
    for change in changes:
        if isinstance(change, AddEvents):
            added[change.after] = added.get(change.after, ()) + change.events
    others = [change for change in changes if not isinstance(change, AddEvents)]
    behind = [change for change in others if isinstance(change, SetKey) and change.key == LEFT_OUT]
    before = [change for change in others if change not in behind]
    return [*before, *(AddEvents(after, events) for after, events in added.items()), *behind]
