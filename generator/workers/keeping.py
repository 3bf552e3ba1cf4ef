"""What work has come to before: results kept in a file, each under a digest of all that it was made from.

The file is believed only as far as its digests go. It holds JSON, which is read and never run, and lies in a folder
that is closed to other users (see cache.py). Losing it costs time and nothing else.
"""

import sqlite3
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import partial
from hashlib import blake2b
from itertools import chain
from pathlib import Path
from typing import Generic, NamedTuple, TypeVar

from generator.problems import Problems
from generator.workers.crew import Crew, Keeping, Task, chunked
from generator.workers.packing import UnpackError

T = TypeVar("T")
R = TypeVar("R")
NAME = "results.sqlite"
FORM = 1  # of the file's tables; another form's file is begun anew
BATCH = 4  # chunks of items looked up together
WAITING = 8  # batches of known items that may wait for others to be done
MARKED = 5  # runs for which the note of an entry's last use may be late: writing it at each would cost too much
SAVED = 5000  # results that are written together: what a killed run had written is not worked out again
UNUSED = 20  # runs after which what nobody asked for is thrown away
LARGEST = 8_000_000_000  # bytes; of a larger file only what the latest runs used is kept
_TABLES = """
    CREATE TABLE IF NOT EXISTS results (key INTEGER PRIMARY KEY, proof BLOB NOT NULL, data BLOB NOT NULL);
    CREATE TABLE IF NOT EXISTS uses (key INTEGER PRIMARY KEY, run INTEGER NOT NULL);
"""
_FIND = "SELECT results.key, proof, data, run FROM results LEFT JOIN uses USING (key) WHERE results.key IN (%s)"


class Store:
    """The file of results, open for one run. Where the file fails, it holds nothing from then on."""

    def __init__(self, path: Path, problems: Problems) -> None:
        self._path, self._problems = path, problems
        self._file: sqlite3.Connection | None = None
        self._run = 0
        self._late: list[int] = []  # what was used and is not noted yet
        with self._careful():
            self._file = _open(path)
            self._run = self._file.execute("PRAGMA user_version").fetchone()[0] % 1_000_000 + 1

    def find(self, keys: Sequence[bytes]) -> dict[bytes, bytes]:
        """What is kept under these keys, as far as it is whole."""
        numbers = {_number(key): key for key in keys}
        found: dict[bytes, bytes] = {}
        with self._careful():
            for some in chunked(numbers, 500):
                for number, proof, data, run in self._rows(some):
                    if isinstance(data, bytes) and proof == _proof(numbers[number], data):
                        found[numbers[number]] = data
                        if run is None or run < self._run - MARKED:
                            self._late.append(number)
        return found

    def keep(self, key: bytes, data: bytes) -> None:
        """Keep data under a key."""
        with self._careful():
            if self._file:
                row = (_number(key), _proof(key, data), data)
                self._file.execute("INSERT OR REPLACE INTO results VALUES (?, ?, ?)", row)
                self._late.append(row[0])
                if len(self._late) >= SAVED:
                    self._save(self._file)

    def close(self) -> None:
        """Note what was used, throw away what nobody uses, write everything."""
        with self._careful():
            if self._file:
                self._save(self._file)
                self._tidy(self._file)
                self._file.execute(f"PRAGMA user_version = {self._run}")
                self._file.commit()
                self._file.close()

    def _rows(self, numbers: list[int]) -> list[tuple[int, bytes, bytes, int | None]]:
        marks = ",".join("?" * len(numbers))
        return self._file.execute(_FIND % marks, numbers).fetchall() if self._file else []

    def _save(self, file: sqlite3.Connection) -> None:
        rows = ((number, self._run) for number in self._late)
        file.executemany("INSERT OR REPLACE INTO uses VALUES (?, ?)", rows)
        file.commit()
        self._late.clear()

    def _tidy(self, file: sqlite3.Connection) -> None:
        size = file.execute("PRAGMA page_count").fetchone()[0] * file.execute("PRAGMA page_size").fetchone()[0]
        oldest = self._run - (MARKED if size > LARGEST else UNUSED)
        file.execute("DELETE FROM results WHERE key IN (SELECT key FROM uses WHERE run < ?)", (oldest,))
        file.execute("DELETE FROM uses WHERE run < ?", (oldest,))

    @contextmanager
    def _careful(self) -> Iterator[None]:
        """Whatever the file does, the work goes on without it."""
        try:
            yield
        except sqlite3.OperationalError:  # busy, full, or not to be written; the next run may have it
            self._file = None
        except sqlite3.DatabaseError:
            self._file = None
            with suppress(OSError):
                self._path.unlink(missing_ok=True)
            where = f"{self._path.parent.name}/{self._path.name}"
            self._problems.add(where, 0, "was damaged; everything is worked out anew", warning=True)


def _open(path: Path) -> sqlite3.Connection:
    file = sqlite3.connect(path, timeout=2)
    if file.execute("PRAGMA application_id").fetchone()[0] != FORM:
        file.executescript(f"DROP TABLE IF EXISTS results; DROP TABLE IF EXISTS uses; PRAGMA application_id = {FORM}")
    file.execute("PRAGMA journal_mode = WAL")  # a killed run leaves the file whole
    file.execute("PRAGMA synchronous = OFF")  # a power cut may not; the digests tell
    file.executescript(_TABLES)
    return file


def _number(key: bytes) -> int:
    return int.from_bytes(key[:8], "big", signed=True)


def _proof(key: bytes, data: bytes) -> bytes:
    return blake2b(data, digest_size=16, key=key).digest()


class _Known(NamedTuple, Generic[T]):
    """An item, its key, and what is kept of its result; None where nothing is."""

    item: T
    key: bytes
    data: bytes | None


class Remembering:
    """A crew that is not asked again for what it has done before.

    code: a digest of the program; what other code made counts for nothing.
    """

    def __init__(self, crew: Crew, store: Store, code: str) -> None:
        self._crew, self._store = crew, store
        self._code = code.encode()

    def map(self, task: Task[T, R], items: Iterable[T], count: int = 0) -> Iterator[R]:
        """The results in the order of the items."""
        if task.keeping is None:
            return self._crew.map(task, items, count)
        return self._recall(task, task.keeping, items)

    def _recall(self, task: Task[T, R], keeping: Keeping[T, R], items: Iterable[T]) -> Iterator[R]:
        begun = blake2b(b"\0".join((self._code, task.name.encode(), keeping.given)), digest_size=16).digest()
        function = partial(_do, task.function, keeping.pack, keeping.whole)
        near = partial(_do, task.near, keeping.pack, keeping.whole) if task.near else None
        work = Task(task.name, function, task.few, chunk=task.chunk, ready=task.ready, near=near)
        batches = chunked(items, BATCH * task.chunk)
        for batch in batches:
            waiting: deque[_Known[T]] = deque()
            # one after the other, as long as there is something to do, so that nobody waits for a batch to end
            unknown = self._unknown(keeping, begun, chain([batch], batches), waiting)
            for data, result in self._crew.map(work, unknown):
                while waiting[0].data is not None:
                    yield _unpack(task, keeping, waiting.popleft())
                done = waiting.popleft()
                if data is not None:
                    self._store.keep(done.key, data)
                yield _unpack(task, keeping, _Known(done.item, done.key, data)) if result is None else result
            for known in waiting:
                yield _unpack(task, keeping, known)

    def _unknown(
        self, keeping: Keeping[T, R], begun: bytes, batches: Iterable[list[T]], waiting: deque[_Known[T]]
    ) -> Iterator[T]:
        """The items that nothing is known of; all go to those that wait for their turn, until many known ones do."""
        known = 0
        for batch in batches:
            keys = [blake2b(keeping.key(item), digest_size=16, key=begun).digest() for item in batch]
            found = self._store.find(keys)
            waiting.extend(_Known(item, key, found.get(key)) for item, key in zip(batch, keys, strict=True))
            yield from (item for item, key in zip(batch, keys, strict=True) if key not in found)
            known += len(found)
            if known > WAITING * len(batch):
                return


def _unpack(task: Task[T, R], keeping: Keeping[T, R], known: _Known[T]) -> R:
    """The result that was kept, or worked out anew where that can't be read."""
    again = partial(_do_again, task, known.item)
    try:
        return keeping.unpack(known.data or b"", again)
    except UnpackError:
        return again()


def _do_again(task: Task[T, R], item: T) -> R:
    return task.function(next(task.readied([item])))


def _do(
    function: Callable[[T], R], packed: Callable[[R], bytes] | None, whole: bool, item: T
) -> tuple[bytes | None, R | None]:
    """What to keep of one result, if anything, and the result where that isn't the whole of it."""
    result = function(item)
    return packed(result) if packed else None, None if whole else result
