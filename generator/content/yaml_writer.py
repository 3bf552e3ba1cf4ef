"""Nested values as YAML that every reader takes the same way, of YAML 1.1 and of 1.2: one line for each value.

A string stands as it is where no reader could take it for anything else, and in quotes otherwise. One exception: a
calendar day is written bare, because a YAML 1.1 reader that makes it a date means that same day.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import date
from functools import lru_cache

from generator.compiled import regex
from generator.content.values import Fields, Value

INLINE_KEYS = frozenset({"basis", "also", "distinct_from"})  # short enough to read on one line
# null, booleans, merge keys, numbers (with base 60 and exponents), dates: of YAML 1.1 and 1.2 together
_NO_STRING = regex(
    r"~|=|<<|null|true|false|yes|no|on|off|y|n"
    r"|[-+]?\.?\d[\d_.,:]*(?:e[-+]?\d+)?|[-+]?0[xob][\da-f_]+|[-+]?\.(?:inf|nan)"
    r"|\d{4}-\d\d?-\d\d?(?:[t\s].*)?",
    re.IGNORECASE | re.ASCII,
)
_PLAIN_IN_LINES = regex(r"""[^-?:,\[\]{}#&*!|>'"%@`\s](?:[^\s:#]++|:(?=\S)|(?<! )#| (?=[^ #]))*""", re.ASCII)
_PLAIN_INLINE = regex(r"""[^-?:,\[\]{}#&*!|>'"%@`\s](?:[^\s:#,\[\]{}'"]| (?=[^ ]))*""", re.ASCII)
# no plain string may hold these: line breaks, byte order marks, what is not printable; JSON escapes only some
_ESCAPED = regex("[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")


def format_yaml(fields: Fields) -> str:
    """The fields in their order, a line or an indented block for each; ends with a newline."""
    return "".join(f"{line}\n" for line in _lines(fields, ""))


def format_list(values: tuple[Value, ...], indent: int = 0) -> str:
    """The entries of a list, each `- …` indented; ends with a newline."""
    return "".join(f"{line}\n" for line in _items(values, " " * indent))


def format_inline(value: Value, *, in_brackets: bool = False) -> str:
    """A value on one line, as it stands after `key: `, in brackets where others follow it there."""
    if in_brackets or not isinstance(value, str):
        return _flow(value)
    return _scalar(value, _PLAIN_IN_LINES)


def _lines(fields: Fields, margin: str) -> list[str]:
    lines = []
    for key, value in fields.items():
        name = _scalar(key, _PLAIN_INLINE)
        if not value or isinstance(value, str | bool) or key in INLINE_KEYS:
            lines.append(f"{margin}{name}: {format_inline(value)}")
        else:
            deeper = f"{margin}  "
            inner = _items(value, deeper) if isinstance(value, tuple) else _lines(value, deeper)
            lines += [f"{margin}{name}:", *inner]
    return lines


def _items(values: tuple[Value, ...], margin: str) -> list[str]:
    lines = []
    for value in values:
        if isinstance(value, Mapping) and value:
            first, *others = _lines(value, f"{margin}  ")
            lines += [f"{margin}- {first.lstrip(' ')}", *others]
        else:
            lines.append(f"{margin}- {format_inline(value)}")
    return lines


def _flow(value: Value) -> str:
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{_scalar(key, _PLAIN_INLINE)}: {_flow(each)}" for key, each in value.items()) + "}"
    if isinstance(value, tuple):
        return "[" + ", ".join(map(_flow, value)) + "]"
    return _scalar(value, _PLAIN_INLINE)


@lru_cache(maxsize=4096)  # keys, statuses and rules recur
def _scalar(value: str | bool | None, plain: re.Pattern[str]) -> str:
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if plain.fullmatch(value) and not _ESCAPED.search(value) and (not _NO_STRING.fullmatch(value) or _is_day(value)):
        return value
    return _quoted(value)


def _quoted(value: str) -> str:
    double = _ESCAPED.sub(lambda match: f"\\u{ord(match[0]):04x}", json.dumps(value, ensure_ascii=False))
    only_quotes_escaped = "\\" in double and double.count("\\") == value.count('"')
    if only_quotes_escaped:
        return "'" + value.replace("'", "''") + "'"
    return double


def _is_day(value: str) -> bool:
    try:
        return len(value) == 10 and date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False
