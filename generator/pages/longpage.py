"""Files of the site that tell everything: written piece by piece, since a long timeline's would fill the memory."""

import json
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

HELD = 65_536  # characters that are written together
_LINE = json.JSONEncoder(ensure_ascii=False)


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
    """JSON as every short file of the site is written: two spaces, letters as they are, a newline at the end."""
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def json_entries(values: Iterable[object]) -> str:
    """Entries of a list in a long file, one on a line: indented ones would take `json` several times as long."""
    return ",\n".join(map(_LINE.encode, values))


def json_list(pieces: Iterable[str]) -> Iterator[str]:
    """A list, piece by piece. pieces: entries as `json_entries` gives them, none of them empty."""
    opened = "["
    for piece in pieces:
        yield f"{opened}\n{piece}"
        opened = ","
    yield "\n]" if opened == "," else "[]"


def json_object(*members: tuple[str, object]) -> Iterator[str]:
    """An object, piece by piece; an iterator among its values is a list, given as to `json_list`."""
    opened = "{"
    for key, value in members:
        yield f"{opened}\n{_LINE.encode(key)}: "
        yield from json_list(value) if isinstance(value, Iterator) else (_LINE.encode(value),)
        opened = ","
    yield "\n}\n"
