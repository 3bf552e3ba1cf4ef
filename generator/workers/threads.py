"""Work that waits for the disk, several pieces at a time, so that they wait together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import chain, islice
from typing import TypeVar

from generator.workers.crew import chunked, do, share_out

T = TypeVar("T")
R = TypeVar("R")
FEW = 50  # so many pieces are done sooner than threads are loaded
THREADS = 8  # a disk that writes so many files through at once needs hardly longer than for one
AHEAD = 4  # pieces under way for each thread; they lie in memory


def at_once(function: Callable[[T], R], items: Iterable[T]) -> Iterator[R]:
    """The results in the order of the items, which are drawn here as they are needed; several calls run at a time."""
    rest = iter(items)
    head = list(islice(rest, FEW))
    if len(head) < FEW:
        yield from map(function, head)
        return
    # what only a long timeline needs takes longer to import than a short one's files to write
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(THREADS) as threads:
        pieces = chunked(chain(head, rest), 1)
        yield from share_out(
            lambda work, piece: threads.submit(do, work, piece), function, pieces, THREADS * AHEAD, lost=()
        )
