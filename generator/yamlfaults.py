"""What is wrong with YAML that a person wrote, in an editor's words, at the line where the trouble begins."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from generator.compiled import regex

if TYPE_CHECKING:
    from yaml import Mark, MarkedYAMLError

NEVER_CLOSED = "quotes are never closed", "end the value with the quote it begins with"
INDENTATION = (
    "text after a closing quote, or wrong indentation",
    "put the whole value in quotes, or begin the line in the column of its neighbours",
)
# part of what PyYAML's parsers say, the one in C or the one in Python; what that means to an editor, and what to do
MESSAGES = (
    (
        "mapping values are not allowed",
        "a second colon in one line",
        "put the value in quotes, or mend the indentation",
    ),
    ("found unexpected end of stream", *NEVER_CLOSED),
    ("found unexpected document", *NEVER_CLOSED),
    ("could not find expected ':'", "a line that is no 'key: value'", "add the key, or put a long value in quotes"),
    ("did not find expected key", *INDENTATION),
    ("expected <block end>", *INDENTATION),
    ("expected ',' or", "a bracket is never closed", "close it, with commas between the values"),
    ("node content", "a bracket without its other half", "add that, or put a value with brackets in quotes"),
    ("did not find expected '-' indicator", "wrong indentation", "line up the entries of the list"),
    ("cannot start any token", "a value that begins with a reserved sign", "put it in quotes"),
    ("found unknown escape character", "an unknown escape in double quotes", r"write \\ for a backslash"),
    ("did not find expected <document start>", "a second YAML document", "delete the line '...' or '%…'"),
    ("found undefined tag handle", 'a tag ("!")', "put the value in quotes"),
    ("found undefined alias", 'an alias ("*")', "put the value in quotes"),
)
BEGUN = ("quoted scalar", "flow", "simple key")  # what was begun, and not ended where the parser gives up


class Fault(NamedTuple):
    """What is wrong. line: 0-based, in the text that was read; mend: what to do."""

    line: int
    what: str
    mend: str


def explain(error: MarkedYAMLError, text: str) -> Fault:
    """The parser's complaint about a text as a person is told of it."""
    said, rows = error.problem or "unreadable YAML", text.split("\n")
    opened = _line_of_opening_quote(rows, error.problem_mark) if error.problem_mark else None
    if opened is not None:
        return Fault(opened, *NEVER_CLOSED)
    begun = any(part in (error.context or "") for part in BEGUN)
    mark = error.context_mark if begun else error.problem_mark
    line = min(mark.line, len(rows) - 1) if mark else 0
    if "\t" in rows[line][: len(rows[line]) - len(rows[line].lstrip())]:
        return Fault(line, "a tab before the text", "indent with spaces")
    for part, what, mend in MESSAGES:
        if part in said:
            return Fault(line, what, mend)
    return Fault(line, f"YAML that cannot be read ({said})", "check quotes and indentation")


def _line_of_opening_quote(rows: Sequence[str], mark: Mark) -> int | None:
    """The line above where a value begins with the quote that ends in front of a place, meant to begin another one."""
    sign = rows[mark.line][: mark.column].rstrip()[-1:] if mark.line < len(rows) else ""
    if sign not in ("'", '"'):
        return None
    opening = regex(rf"(?:^|[:\-\[,] +){sign}[^{sign}]*$")
    return next((number for number in range(mark.line - 1, -1, -1) if opening.search(rows[number])), None)
