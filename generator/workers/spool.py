"""Values laid aside while they wait for their turn, so that a long timeline's texts need no memory meanwhile."""

from __future__ import annotations

import weakref
from array import array
from collections.abc import Sequence
from typing import IO, Generic, TypeVar, overload

from generator.workers.packing import pack, unpack

T = TypeVar("T")
IN_MEMORY = 2_000_000  # bytes; so much is held before it goes to the disk in one piece


class Spool(Sequence[T], Generic[T]):
    """A sequence that grows at its end. What it holds lies in a file without a name, which ends with this process.

    kind: the type of the values (see packing.py). Where the disk takes nothing, the values stay in memory.
    """

    def __init__(self, kind: type[T]) -> None:
        self._kind = kind
        self._file: IO[bytes] | None = None
        self._ends = array("Q", [0])  # in the file, of the values there; each begins where the one before it ends
        self._held: list[bytes] = []  # those behind them
        self._limit, self._size = IN_MEMORY, 0

    def append(self, value: T) -> None:
        """Lay a value aside."""
        self.append_packed(pack(value))

    def append_packed(self, data: bytes) -> None:
        """Lay a value aside that is packed already."""
        self._held.append(data)
        self._size += len(data)
        if self._size > self._limit:
            self._pour()

    def __len__(self) -> int:
        return len(self._ends) - 1 + len(self._held)

    @overload
    def __getitem__(self, index: int) -> T: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[T]: ...

    def __getitem__(self, index: int | slice) -> T | Sequence[T]:
        if isinstance(index, slice):
            return [self[number] for number in range(*index.indices(len(self)))]
        value: T = unpack(self._kind, self._read(range(len(self))[index]))
        return value

    def _read(self, index: int) -> bytes:
        behind = index - (len(self._ends) - 1)
        if behind >= 0 or self._file is None:
            return self._held[behind]
        self._file.seek(self._ends[index])
        return self._file.read(self._ends[index + 1] - self._ends[index])

    def _pour(self) -> None:
        """What is held goes to the file."""
        try:
            self._file = self._file or _open(self)
            self._file.seek(self._ends[-1])
            if self._file.write(b"".join(self._held)) != self._size:
                raise OSError("the disk is full")
        except OSError:
            self._limit *= 2  # it is tried again, but not for every value
            return
        for data in self._held:
            self._ends.append(self._ends[-1] + len(data))
        self._held, self._size, self._limit = [], 0, IN_MEMORY


class Drawer(Generic[T]):
    """Values of one kind by name, laid aside as they come: packed."""

    def __init__(self, kind: type[T]) -> None:
        self._values = Spool(kind)
        self._numbers: dict[str, int] = {}

    def put(self, name: str, packed: bytes) -> None:
        """Lay a value aside under a name."""
        self._numbers[name] = len(self._values)
        self._values.append_packed(packed)

    def __contains__(self, name: str) -> bool:
        return name in self._numbers

    def __getitem__(self, name: str) -> T:
        return self._values[self._numbers[name]]


def _open(owner: object) -> IO[bytes]:
    """A file without a name, which is closed when its owner goes."""
    # loads much that a short timeline does without
    import tempfile

    file = tempfile.TemporaryFile(buffering=0)  # noqa: SIM115 - it is open as long as its owner is there
    weakref.finalize(owner, file.close)
    return file
