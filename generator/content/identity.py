"""Whose id is whose: an event keeps the id that its file gave it, and no event gets one that another has.

An id is an address that readers keep. It is made once, from the event's words; from then on the content file holds it,
whatever a later reading would make of the same words.
"""

import hashlib
import re
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from itertools import count
from typing import NamedTuple, TypeAlias

from generator.compiled import regex
from generator.content import frontmatter
from generator.content.edits import event_entries
from generator.content.frontmatter import FrontmatterError
from generator.content.values import Fields
from generator.model import Record
from generator.text import paragraphs

_ID_LINE = regex(r"^[ ]{0,20}(?:-[ ]{1,4})?id:[ ]{0,4}[\"']?([a-z0-9-]{1,80})", re.MULTILINE)


class Known(NamedTuple):
    """An event as a content file has it."""

    id: str
    quote: str


Age: TypeAlias = tuple[str, str, str]


class Claim(NamedTuple):
    """The ids that an article's events would have, those that its file gives events, and what orders articles."""

    ids: tuple[str, ...]
    held: Set[str]
    age: Age


def keep_ids(ids: tuple[str, ...], fresh: str, text: str) -> tuple[str, ...]:
    """The ids of the events of a fresh text, but those that the events of the same words have in its file's text.

    The same words, or words of which one holds the other: a later reading may cut a sentence otherwise.
    """
    known = known_events(text)
    own = {each.id for each in known}
    free = [each for each in known if each.id not in ids]
    given: dict[str, str] = {}
    for is_same in _LIKENESSES:
        for event in (event for event in known_events(fresh) if event.id not in own | given.keys()):
            found = next((each for each in free if is_same(each.quote, event.quote)), None)
            if found:
                free.remove(found)
                given[event.id] = found.id
    return tuple(given.get(name, name) for name in ids)


def make_distinct(claims: Sequence[Claim], others: Iterable[str]) -> list[Mapping[str, str]]:
    """For each article the new ids of those of its events whose id another event has, by the old ones.

    others: the ids in all other files. Of two new events with one id the one of the earlier article has it, whatever
    the names of the files.
    """
    taken = set(others).union(*(claim.held & set(claim.ids) for claim in claims))
    given: list[Mapping[str, str]] = [{} for _ in claims]
    for index in sorted(range(len(claims)), key=lambda index: claims[index].age):
        new = {}
        for name in (name for name in claims[index].ids if name not in claims[index].held):
            new[name] = _next_free(name, taken)
            taken.add(new[name])
        given[index] = {old: name for old, name in new.items() if old != name}
    return given


def ids_in(text: str) -> tuple[str, ...]:
    """The ids that a content file's text gives events, whether it can be read or not."""
    return tuple(_ID_LINE.findall(text))


def opening(body: str) -> str:
    """The first paragraph that is no heading; "" where there is none."""
    return next((paragraph.text for paragraph in paragraphs(body) if not paragraph.is_heading), "")


def body_of(text: str) -> str:
    """What stands below the front matter of a content file's text, whether that can be read or not."""
    return text.partition("\n---\n")[2]


def age(record: Record) -> Age:
    """What orders articles whatever their files are called: their day, and the digest of what was found."""
    return record.published or "9999", record.seed_sha256 or "", record.seed or ""


def _next_free(name: str, taken: set[str]) -> str:
    """The id, or where another event has it one made from it."""
    made = (f"e-{hashlib.sha256(f'{name} {number}'.encode()).hexdigest()[:8]}" for number in count(2))
    return name if name not in taken else next(each for each in made if each not in taken)


def known_events(text: str) -> list[Known]:
    """The events of a content file's text that have an id; none where it cannot be read."""
    told = ((entry.get("id"), entry.get("quote")) for entry in event_entries(fields_of(text)))
    return [Known(name, quote.strip()) for name, quote in told if isinstance(name, str) and isinstance(quote, str)]


def fields_of(text: str) -> Fields:
    """The front matter of a content file's text; nothing where it cannot be read."""
    try:
        return frontmatter.parse(text, "").fields
    except FrontmatterError:
        return {}


def _is_equal(one: str, other: str) -> bool:
    return one == other


def _is_part(one: str, other: str) -> bool:
    return one in other or other in one


_LIKENESSES: tuple[Callable[[str, str], bool], ...] = (_is_equal, _is_part)
