"""What front matter holds: nested values, the path of keys to each, and its place in the text."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple, TypeAlias

Value: TypeAlias = "str | bool | tuple[Value, ...] | Mapping[str, Value] | None"
Fields: TypeAlias = Mapping[str, Value]
KeyPath: TypeAlias = tuple[str | int, ...]  # ("events", 2, "basis", "from"); list positions count from 0


class Place(NamedTuple):
    """Where a value stands in the front matter: its 0-based line, and character offsets.

    key: where its key begins (for an item of a list, the value itself). start, end: the value, half-open, without a
    comment that follows it.
    """

    line: int
    key: int
    start: int
    end: int
