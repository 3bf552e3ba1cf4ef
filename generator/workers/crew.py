"""Many pieces of one kind of work: the results come in the order of the items, whoever did them."""

import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import Any, Generic, NamedTuple, Protocol, TypeVar

T = TypeVar("T")
R = TypeVar("R")
HERE = sys.maxsize  # as `few` of a task: on one machine its items cost more to hand over than to work on
TRIES = 3  # how often work whose worker was lost is given to another before this process does it itself


class Keeping(NamedTuple, Generic[T, R]):
    """How results are kept for later runs.

    key: bytes that are the same for items with the same result. pack, unpack: a result to bytes and back; unpack is
    also given what works the result out again; pack is None where only another task of the same name keeps its own,
    which serve. whole: the bytes are all of the result. given: what is the same for all items and decides the result.
    """

    key: Callable[[T], bytes]
    pack: Callable[[R], bytes] | None
    unpack: Callable[[bytes, Callable[[], R]], R]
    whole: bool = True
    given: bytes = b""


class Task(NamedTuple, Generic[T, R]):
    """One kind of work. Function, items and results must be fit to travel (pickle).

    name: as a person reads it while it goes on. few: as many items are done sooner here than another could begin.
    chunk: items that travel together, enough to make the way worth it, few enough to share evenly. ready: adds to an
    item what only the work itself needs, here and as late as can be; None where nothing is missing. near: the function
    as a process of this machine does it, which shares our files; None where that is no matter.
    """

    name: str
    function: Callable[[T], R]
    few: int
    keeping: Keeping[T, R] | None = None
    chunk: int = 16
    ready: Callable[[T], T] | None = None
    near: Callable[[T], R] | None = None

    def readied(self, items: Iterable[T]) -> Iterator[T]:
        """The items, each made ready when it is drawn."""
        return map(self.ready, items) if self.ready else iter(items)


class Crew(Protocol):
    """Those who do the work."""

    def map(self, task: Task[T, R], items: Iterable[T], count: int = 0) -> Iterator[R]:
        """The results in the order of the items, which are drawn as they are needed.

        count: how many items there will be at most, for whoever watches; 0 where nobody knows.
        """


class Pending(Protocol):
    """Work under way; concurrent.futures and dask.distributed both have it."""

    def result(self) -> Any:
        """What came of it, once it is done; raises what it raised."""


Submit = Callable[[Callable[[T], R], list[T]], Pending]


class Alone:
    """This process does everything."""

    def map(self, task: Task[T, R], items: Iterable[T], count: int = 0) -> Iterator[R]:
        """The results, one after the other."""
        return map(task.near or task.function, task.readied(items))


ALONE = Alone()


def do(function: Callable[[T], R], chunk: list[T]) -> list[R]:
    """The results of one chunk, computed here."""
    return [function(item) for item in chunk]


def chunked(items: Iterable[T], size: int) -> Iterator[list[T]]:
    """The items in lists of at most this size."""
    rest = iter(items)
    while chunk := list(islice(rest, size)):
        yield chunk


def share_out(
    submit: Submit[T, R],
    function: Callable[[T], R],
    chunks: Iterable[list[T]],
    window: int,
    lost: tuple[type[BaseException], ...],
) -> Iterator[R]:
    """The results of all chunks in their order, at most `window` chunks under way, so that memory stays bounded.

    lost: what a pending task raises when its worker died; such a task is given out again.
    """
    pending: deque[tuple[list[T], Pending]] = deque()
    for chunk in chunks:
        pending.append((chunk, submit(function, chunk)))
        if len(pending) >= window:
            yield from _finish(submit, function, *pending.popleft(), lost)
    while pending:
        yield from _finish(submit, function, *pending.popleft(), lost)


def _finish(
    submit: Submit[T, R],
    function: Callable[[T], R],
    chunk: list[T],
    pending: Pending,
    lost: tuple[type[BaseException], ...],
) -> list[R]:
    for _ in range(TRIES):
        try:
            done: list[R] = pending.result()
        except lost:
            pending = submit(function, chunk)
        else:
            return done
    return do(function, chunk)
