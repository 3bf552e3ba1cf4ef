"""Front matter in YAML: the nested values, and where each stands in the text.

The scalars are those of the core schema of YAML 1.2 (section 10.3) with one simplification: no key holds a number, so
a number stays the text it was written as, and `title: 1984` or `date: 2008` mean what they look like. Words of YAML
1.1 (yes, on, 12:30, 2023-06-14) are text. What a content file never needs is refused: anchors, aliases, tags, several
documents, one key twice, deep nesting.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import yaml

from generator.compiled import regex
from generator.content.values import PLAIN_VALUES, Fields, KeyPath, Place, Value, YamlError
from generator.yamlfaults import explain

if not yaml.__with_libyaml__:
    raise ImportError(
        "PyYAML was installed without its C parser, which reads content files 10 times faster; "
        "run 'python -m pip install --force-reinstall --only-binary pyyaml pyyaml'"
    )

DEEPEST = 8  # events > event > basis > also is 4
# what is not printable, and what ends a line for YAML but for no editor
_UNPRINTABLE = regex("[^\t\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(slots=True)
class _Reading:
    """The parser's events still to come, and the places of what was read so far."""

    next_event: Callable[[], yaml.Event]
    places: dict[KeyPath, Place] = field(default_factory=dict)


def read_yaml(text: str) -> tuple[Fields, Mapping[KeyPath, Place]]:
    """The mapping a YAML text holds and the place of each value in it; raises YamlError."""
    unprintable = _UNPRINTABLE.search(text)
    if unprintable:
        line = text.count("\n", 0, unprintable.start())
        raise YamlError(line, f"an invisible character (U+{ord(unprintable[0]):04X})", "delete it")
    try:
        return _read_document(_Reading(yaml.CSafeLoader(text).get_event))  # type: ignore[arg-type]  # None after the end
    except yaml.MarkedYAMLError as error:
        raise YamlError(*explain(error, text)) from error


def _read_document(reading: _Reading) -> tuple[Fields, Mapping[KeyPath, Place]]:
    reading.next_event()  # StreamStartEvent
    start = reading.next_event()
    if isinstance(start, yaml.StreamEndEvent):
        return {}, {}
    top = reading.next_event()
    value, _ = _read_value(reading, top, ())
    if not isinstance(value, Mapping):
        raise YamlError(_line(top), "front matter that is no list of 'key: value' lines", "write 'title: …'")
    reading.next_event()  # DocumentEndEvent
    after = reading.next_event()
    if not isinstance(after, yaml.StreamEndEvent):
        raise YamlError(_line(after), "a second YAML document", "delete the line '...' and what follows")
    return value, reading.places


def _read_value(reading: _Reading, event: yaml.Event, path: KeyPath) -> tuple[Value, int]:
    """A value and the offset where it ends."""
    if isinstance(event, yaml.ScalarEvent):
        _refuse_extras(event)
        value = event.value
        return value if event.style else PLAIN_VALUES.get(value, value), _end(event)
    _refuse_extras(event)
    if len(path) > DEEPEST:
        raise YamlError(_line(event), f"lists nested more than {DEEPEST} deep", "put a value with brackets in quotes")
    if isinstance(event, yaml.MappingStartEvent):
        return _read_mapping(reading, event, path)
    return _read_sequence(reading, event, path)


def _read_mapping(reading: _Reading, start: yaml.Event, path: KeyPath) -> tuple[Fields, int]:
    fields: dict[str, Value] = {}
    end = _end(start)
    while not isinstance(event := reading.next_event(), yaml.MappingEndEvent):
        key = _read_key(event)
        if key in fields:
            raise YamlError(_line(event), f'the key "{key}" a second time', "keep one of the two")
        value_event, place = reading.next_event(), (*path, key)
        fields[key], end = _read_value(reading, value_event, place)
        reading.places[place] = Place(_line(event), _start(event), _start(value_event), end)
    return fields, _end(event) if _is_flow(start) else end


def _read_sequence(reading: _Reading, start: yaml.Event, path: KeyPath) -> tuple[tuple[Value, ...], int]:
    items: list[Value] = []
    end = _end(start)
    while not isinstance(event := reading.next_event(), yaml.SequenceEndEvent):
        value, end = _read_value(reading, event, (*path, len(items)))
        reading.places[(*path, len(items))] = Place(_line(event), _start(event), _start(event), end)
        items.append(value)
    return tuple(items), _end(event) if _is_flow(start) else end


def _read_key(event: yaml.Event) -> str:
    _refuse_extras(event)
    if isinstance(event, yaml.ScalarEvent):
        return event.value
    raise YamlError(_line(event), "a list or mapping as a key", "put a value with brackets in quotes")


def _is_flow(start: yaml.Event) -> bool:
    """Whether a collection is written in brackets; one in lines ends with its last value, before any comment."""
    return bool(getattr(start, "flow_style", False))


def _line(event: yaml.Event) -> int:
    return event.start_mark.line if event.start_mark else 0


def _start(event: yaml.Event) -> int:
    return event.start_mark.index if event.start_mark else 0


def _end(event: yaml.Event) -> int:
    return event.end_mark.index if event.end_mark else 0


def _refuse_extras(event: yaml.Event) -> None:
    anchor, tag = getattr(event, "anchor", None), getattr(event, "tag", None)
    if anchor is tag is None:
        return
    if isinstance(event, yaml.AliasEvent):
        raise YamlError(
            _line(event), f'an alias ("*{anchor}")', "put the value in quotes, or repeat what it stands for"
        )
    if anchor:
        raise YamlError(_line(event), 'an anchor ("&")', "put the value in quotes")
    if tag:
        raise YamlError(_line(event), 'a tag ("!")', "put the value in quotes")
