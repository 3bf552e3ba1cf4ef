"""What a person wrote as `key: value` lines: a tree of nodes whose scalars are text as written.

No word turns into a truth value, no date into an object. Two levels of plain lines are read as they stand, since a YAML
parser takes longer to load than all else that a few articles need; any other text is left to one.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from generator.compiled import regex
from generator.plainyaml import ODD, OtherLayoutError, check_plain, unquoted
from generator.problems import Problems

_NOTHING = frozenset(("~", "null", "Null", "NULL"))
# an empty line, a comment, or a key in the first or third column with or without a value
_LINE = regex(r" *(?:#.*)?|(?P<margin>  )?(?P<key>[A-Za-z0-9_][A-Za-z0-9_.-]{0,200}):(?: (?P<value>.+))?")


class Node(NamedTuple):
    """A key or value. kind: "text", "nothing", "list", "mapping" or "unread"; line: where it begins, 0-based.

    text: of a scalar, as written; pairs: keys and values of a mapping, to be gone through once.
    """

    kind: str
    line: int
    text: str = ""
    pairs: Iterable[tuple[Node, Node]] = ()


def read_rows(text: str, path: str, problems: Problems, first_line: int = 0) -> Node:
    """The tree of a text; an unread one, and a problem, where it is no YAML.

    first_line: the 0-based line of the file on which the text starts.
    """
    try:
        return read_plain(text)
    except OtherLayoutError:
        from generator.articles.yaml_rows import compose  # loads the parser

        return compose(text, path, problems, first_line)


def read_plain(text: str) -> Node:
    """The tree of a text without any YAML that needs a parser; raises OtherLayoutError for any other."""
    if ODD.search(text):
        raise OtherLayoutError
    rows: list[tuple[Node, Node, list[tuple[Node, Node]]]] = []
    for number, line in enumerate(text.split("\n")):
        match = _LINE.fullmatch(line)
        if not match:
            raise OtherLayoutError
        if match["key"]:
            key, value = _read_scalar(match["key"], number), _read_scalar(match["value"], number)
            if not match["margin"]:
                rows.append((key, value, []))
            elif rows and rows[-1][1].kind == "nothing" and not rows[-1][1].text:
                rows[-1][2].append((key, value))
            else:
                raise OtherLayoutError
    pairs = [(key, Node("mapping", inner[0][0].line, pairs=inner) if inner else value) for key, value, inner in rows]
    return Node("mapping", pairs[0][0].line, pairs=pairs) if pairs else Node("nothing", 0)


def _read_scalar(written: str | None, line: int) -> Node:
    """A scalar; raises OtherLayoutError."""
    if written is None:
        return Node("nothing", line)
    if written[0] in "'\"":
        return Node("text", line, unquoted(written))
    return Node("nothing" if written in _NOTHING else "text", line, check_plain(written))
