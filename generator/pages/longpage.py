"""Files of the site that tell everything: written piece by piece, since a long timeline's would fill the memory."""

import json
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from generator.workers.crew import chunked

HELD = 65_536  # characters that are written together
TOGETHER = 64  # items of a list that are encoded together: for each call with `indent`, `json` makes a new encoder


class LongPage(NamedTuple):
    """One file of the site. path: as a page's; pieces: gives its text from the beginning, each time it is called."""

    path: str
    pieces: Callable[[], Iterable[str]]

    def chunks(self) -> Iterator[bytes]:
        """The bytes of the file, some thousands at a time."""
        held, size = [], 0
        for piece in self.pieces():
            held.append(piece)
            size += len(piece)
            if size > HELD:
                yield _encode(held)
                held, size = [], 0
        yield _encode(held)

    @property
    def content(self) -> bytes:
        """All bytes of the file."""
        return b"".join(self.chunks())


def _encode(pieces: list[str]) -> bytes:
    # half a surrogate pair, which only an escape in a content file can hold, has no bytes in UTF-8
    return "".join(pieces).encode(errors="replace")


def json_text(value: object) -> str:
    """JSON as every file of the site is written: two spaces, letters as they are, a newline at the end."""
    return _dump(value) + "\n"


def json_pieces(*members: tuple[str, object]) -> Iterator[str]:
    """The same of an object, piece by piece; an iterator among its values is a list, taken item by item."""
    opened = "{"
    for key, value in members:
        yield f"{opened}\n  {_dump(key)}: "
        yield from json_list(value, "\n  ") if isinstance(value, Iterator) else (_dump(value, "\n  "),)
        opened = ","
    yield "\n}\n"


def json_list(items: Iterable[object], line: str = "\n") -> Iterator[str]:
    """The pieces of a list. line: what begins each line of its own."""
    opened = "["
    for some in chunked(items, TOGETHER):
        yield opened + _dump(some, line)[len("[") : -len(f"{line}]")]
        opened = ","
    yield f"{line}]" if opened == "," else "[]"


def _dump(value: object, line: str = "\n") -> str:
    """A value inside a file. line: what begins each further line; a line end in a text is escaped, so all are ours."""
    return json.dumps(value, ensure_ascii=False, indent=2).replace("\n", line)
