"""What front matter holds: nested values, the path of keys to each, and its place in the text."""

from collections.abc import Mapping
from typing import NamedTuple, TypeAlias

FENCE = "---"  # the line above front matter and the line below it
Value: TypeAlias = "str | bool | tuple[Value, ...] | Mapping[str, Value] | None"
Fields: TypeAlias = Mapping[str, Value]
KeyPath: TypeAlias = tuple[str | int, ...]  # ("events", 2, "basis", "from"); list positions count from 0
# the words without quotes that are no text: of the core schema of YAML 1.2
PLAIN_VALUES: dict[str, bool | None] = {
    "": None, "~": None, "null": None, "Null": None, "NULL": None,
    "true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False,
}  # fmt: skip


class Place(NamedTuple):
    """Where a value stands in the front matter: its 0-based line, and character offsets.

    key: where its key begins (for an item of a list, the value itself). start, end: the value, half-open, without a
    comment that follows it.
    """

    line: int
    key: int
    start: int
    end: int


class YamlError(Exception):
    """Text that cannot be read. line: 0-based, in that text; what is wrong; how to mend it."""

    def __init__(self, line: int, what: str, mend: str) -> None:
        super().__init__(what)
        self.line, self.what, self.mend = line, what, mend
