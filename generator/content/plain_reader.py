"""Front matter in the very layout that yaml_writer gives it, read line by line; any other is left to a YAML parser.

Nearly every content file is just as the build wrote it, and that needs no parser: a value is the text behind its key.
Whatever YAML could take for anything else (an escape, a comment, a value over several lines, another indentation) is
not read here, so that both readers give the same values wherever this one gives any.
"""

import re
from collections.abc import Mapping
from typing import NamedTuple

from generator.compiled import regex
from generator.content.values import PLAIN_VALUES, Fields, KeyPath, Value
from generator.plainyaml import ODD, RESERVED, OtherLayoutError, check_plain, unquoted

DEEPEST = 12  # columns; corrections of an event stand in column 8
# where a line begins, its key, what stands behind it
_ROW = regex(r"^((?: {2}){0,6}(?:- )?)([a-z][a-z0-9_]{0,39}):(?: (.+))?$", re.MULTILINE)
_PLAIN_INLINE = r"[^-?:,\[\]{}#&*!|>'\"%@` ][^:#,\[\]{}'\" ]*(?: [^:#,\[\]{}'\" ]+)*"
_QUOTED = r"\"[^\"\\]*\"|'[^']*'"
_PAIR = regex(rf"([a-z][a-z0-9_]{{0,39}}): ({_PLAIN_INLINE}|{_QUOTED}|\[[^\[\]]*\])(?:, (?!\}}$)|\}}$)")
_ITEM = regex(rf"({_PLAIN_INLINE}|{_QUOTED})(?:, (?!\]$)|\]$)")


class Plain(NamedTuple):
    """The fields, and the 0-based line of each value."""

    fields: Fields
    lines: Mapping[KeyPath, int]


def read_plain(text: str) -> Plain | None:
    """The fields of front matter and their lines; None where it isn't laid out as the build does it."""
    rows = _ROW.findall(text)
    if not rows or rows[0][0] or len(rows) != text.count("\n") or ODD.search(text):
        return None
    lines: dict[KeyPath, int] = {}
    try:
        fields, end = _read_block(rows, 0, 0, (), lines)
    except OtherLayoutError:
        return None
    return Plain(fields, lines) if end == len(rows) else None


def _read_block(
    rows: list[tuple[str, str, str]], at: int, column: int, path: KeyPath, lines: dict[KeyPath, int]
) -> tuple[dict[str, Value], int]:
    """The mapping whose first key is that of row `at`, the others below in the same column; the row behind it."""
    fields: dict[str, Value] = {}
    margin = " " * column
    while True:
        _, key, value = rows[at]
        if key in fields:
            raise OtherLayoutError
        place = (*path, key)
        lines[place] = at
        at += 1
        if value:
            fields[key] = _read_value(value)
        else:
            fields[key], at = _read_list(rows, at, column + 4, place, lines)
        if at == len(rows) or rows[at][0] != margin:
            return fields, at


def _read_list(
    rows: list[tuple[str, str, str]], at: int, column: int, path: KeyPath, lines: dict[KeyPath, int]
) -> tuple[tuple[Value, ...], int]:
    """The mappings that begin with a dash two columns left of their keys; the row behind the last."""
    entries: list[Value] = []
    dash = " " * (column - 2) + "- "
    while at < len(rows) and rows[at][0] == dash:
        place = (*path, len(entries))
        lines[place] = at
        entry, at = _read_block(rows, at, column, place, lines)
        entries.append(entry)
    if not entries or column > DEEPEST:
        raise OtherLayoutError
    return tuple(entries), at


def _read_value(written: str) -> Value:
    first, last = written[0], written[-1]
    if first not in RESERVED:
        return PLAIN_VALUES.get(check_plain(written), written)
    if first == "{" and last == "}":
        return _read_pairs(written)
    if first == "[" and last == "]":
        return _read_items(written)
    return unquoted(written)


def _read_pairs(written: str) -> dict[str, Value]:
    """The mapping in braces."""
    pairs: dict[str, Value] = {}
    at = 1
    while at < len(written):
        pair = _PAIR.match(written, at)
        if pair is None or pair[1] in pairs:
            raise OtherLayoutError
        pairs[pair[1]] = _read_items(pair[2]) if pair[2][0] == "[" else _read_inline(pair[2])
        at = pair.end()
    return pairs


def _read_items(written: str) -> tuple[Value, ...]:
    """The list in brackets."""
    items: list[Value] = []
    at = 1
    while at < len(written) and written != "[]":
        item = _ITEM.match(written, at)
        if item is None:
            raise OtherLayoutError
        items.append(_read_inline(item[1]))
        at = item.end()
    return tuple(items)


def _read_inline(written: str) -> Value:
    return unquoted(written) if written[0] in RESERVED else PLAIN_VALUES.get(written, written)
