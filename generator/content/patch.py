"""Changes to single values of a content file's text, so that all the rest keeps its bytes: comments, order, spacing."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple, TypeAlias, TypeGuard

from generator.content import frontmatter
from generator.content.frontmatter import Document
from generator.content.keys import ARTICLE_KEYS, EVENT_KEYS
from generator.content.values import FENCE, Fields, KeyPath, Place, Value
from generator.content.yaml_writer import format_inline, format_list

EVENTS = "events"
ORDER = {0: [key.name for key in ARTICLE_KEYS], 2: [key.name for key in EVENT_KEYS]}  # by the depth of the mapping
ALWAYS = {key.name for key in (*ARTICLE_KEYS, *EVENT_KEYS) if key.always}


class SetKey(NamedTuple):
    """Give a key of the article, at (), or of an event, at ("events", number), a value; null may drop its line."""

    at: KeyPath
    key: str
    value: Value


class DropEvent(NamedTuple):
    """Delete an event, by its position."""

    number: int


class AddEvents(NamedTuple):
    """Insert events after the one at a position; -1 is before the first."""

    after: int
    events: tuple[Fields, ...]


class SetBody(NamedTuple):
    """Give the article a new text."""

    body: str


class AddItem(NamedTuple):
    """Put an entry behind the last one of a list that has some, at ("events", number, "corrections")."""

    at: KeyPath
    item: Fields


Change: TypeAlias = SetKey | DropEvent | AddEvents | AddItem | SetBody


class _Splice(NamedTuple):
    """New text in place of [start, end) of the file's."""

    start: int
    end: int
    new: str


def can_patch(document: Document) -> bool:
    """Whether fields and events stand on lines of their own, and not all of them in one pair of brackets."""
    source, events = _source(document), document.fields.get(EVENTS)
    top = [place for keys, place in document.places.items() if len(keys) == 1]
    in_lines = not events or (isinstance(events, tuple) and source[document.places[(EVENTS,)].start] == "-")
    return in_lines and all(_column(source, place.key) == 0 for place in top)


def is_as_formatted(document: Document, number: int) -> bool:
    """Whether an event stands there in the build's own layout, without a comment."""
    source, place = _source(document), document.places[(EVENTS, number)]
    start, end = _event_lines(document, number)
    entry = document.fields[EVENTS][number]  # type: ignore[index]  # the place says that it is a list
    return source[start:end] == format_list((entry,), _column(source, _dash(source, place)))


def patch(document: Document, changes: Iterable[Change]) -> str:
    """The file's text with the changes made; those at one place in the order they are given."""
    source, out, done = document.text, [], 0
    splices = (_splice(document, change) for change in changes)
    for splice in sorted(splices, key=lambda each: (each.start, each.end)):
        out += [source[done : splice.start], splice.new]
        done = splice.end
    return "".join([*out, source[done:]])


def _splice(document: Document, change: Change) -> _Splice:
    if isinstance(change, SetBody):
        below = frontmatter.format({}, change.body).partition(f"{FENCE}\n")[2]
        return _Splice(document.ends, len(document.text), below)
    if isinstance(change, SetKey):
        splice = _set_key(document, change)
    elif isinstance(change, AddItem):
        splice = _add_item(document, change)
    elif isinstance(change, DropEvent):
        splice = _Splice(*_event_lines(document, change.number), "")
    else:
        splice = _add_events(document, change)
    return _Splice(document.begins + splice.start, document.begins + splice.end, splice.new)


def _source(document: Document) -> str:
    """The front matter, which places count in."""
    return document.text[document.begins : document.ends]


def _set_key(document: Document, change: SetKey) -> _Splice:
    place = document.places.get((*change.at, change.key))
    source, in_brackets = _source(document), _is_in_brackets(document, change.at)
    if place is None:
        return _add_key(document, change, in_brackets=in_brackets)
    first, last = _line_start(source, place.key), _line_end(source, place.end)
    alone = not (source[first : place.key] + source[place.end : last]).strip()
    if change.value is None and alone and change.key not in ALWAYS:
        return _Splice(first, last, "")
    if _is_entries(change.value) and not in_brackets:
        return _Splice(
            source.index(":", place.key) + 1, last, _format_entries(change.value, _column(source, place.key))
        )
    written = format_inline(change.value, in_brackets=in_brackets)
    before = "" if source[place.start - 1].isspace() else " "  # a key without a value ends with its colon
    after = "\n" if source.endswith("\n", 0, place.end) else ""  # a block of lines ends with its last one
    return _Splice(place.start, place.end, before + written + after)


def _add_key(document: Document, change: SetKey, *, in_brackets: bool) -> _Splice:
    """Put a new key after the last of those that come before it."""
    source, order = _source(document), ORDER[len(change.at)]
    earlier = order[: order.index(change.key)]
    places = [document.places[(*change.at, name)] for name in earlier if (*change.at, name) in document.places]
    written = f"{change.key}: {format_inline(change.value, in_brackets=in_brackets)}"
    if not places and change.at:
        first = min(place.key for keys, place in document.places.items() if keys[:-1] == change.at)
        return _Splice(first, first, f"{written}, " if in_brackets else f"{written}\n{' ' * _column(source, first)}")
    if in_brackets:
        end = max(place.end for place in places)
        return _Splice(end, end, f", {written}")
    end = _line_end(source, max((place.end for place in places), default=0))
    indent = _column(source, document.places[change.at].key) if change.at else 0
    if _is_entries(change.value):
        return _Splice(end, end, f"{' ' * indent}{change.key}:{_format_entries(change.value, indent)}")
    return _Splice(end, end, f"{' ' * indent}{written}\n")


def _is_entries(value: Value) -> TypeGuard[tuple[Value, ...]]:
    """Whether it is a list of entries with keys of their own, each of which takes lines of its own."""
    return isinstance(value, tuple) and any(isinstance(entry, Mapping) for entry in value)


def _format_entries(entries: tuple[Value, ...], indent: int) -> str:
    """The entries as they stand after `key:`, which is indented so far."""
    return f"\n{format_list(entries, indent + 2)}"


def _add_item(document: Document, change: AddItem) -> _Splice:
    source = _source(document)
    last = max(keys for keys in document.places if keys[:-1] == change.at)
    place = document.places[last]
    if source[document.places[change.at].start] == "[":
        return _Splice(place.end, place.end, f", {format_inline(change.item, in_brackets=True)}")
    end = _line_end(source, place.end)
    return _Splice(end, end, format_list((change.item,), _column(source, _dash(source, place))))


def _add_events(document: Document, change: AddEvents) -> _Splice:
    source, place = _source(document), document.places.get((EVENTS,))
    if place is None:
        return _Splice(len(source), len(source), f"{EVENTS}:{_format_entries(change.events, 0)}")
    if not document.fields[EVENTS]:
        colon = place.key + len(EVENTS) + 1
        return _Splice(colon, _line_end(source, place.end), _format_entries(change.events, 0))
    dash = _dash(source, document.places[(EVENTS, 0)])
    position = _event_lines(document, change.after)[1] if change.after >= 0 else _line_start(source, dash)
    return _Splice(position, position, format_list(change.events, _column(source, dash)))


def _event_lines(document: Document, number: int) -> tuple[int, int]:
    """From the line of an event's dash to the end of its last line."""
    source, place = _source(document), document.places[(EVENTS, number)]
    return _line_start(source, _dash(source, place)), _line_end(source, place.end)


def _is_in_brackets(document: Document, at: KeyPath) -> bool:
    return bool(at) and _source(document)[document.places[at].start] == "{"


def _dash(source: str, entry: Place) -> int:
    """The offset of the dash before an entry of a list."""
    start = _line_start(source, entry.start)
    while start and not source[start : entry.start].lstrip(" ").startswith("-"):
        start = _line_start(source, start - 1)
    return source.index("-", start)


def _line_start(source: str, offset: int) -> int:
    return source.rfind("\n", 0, offset) + 1


def _line_end(source: str, offset: int) -> int:
    """Just after the newline at or after an offset; the offset itself where a line begins there."""
    if not offset or source.endswith("\n", 0, offset):
        return offset
    end = source.find("\n", offset)
    return len(source) if end < 0 else end + 1


def _column(source: str, offset: int) -> int:
    return offset - _line_start(source, offset)
