"""A pool of processes on this machine."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from itertools import chain, islice
from typing import TYPE_CHECKING, TypeVar

from generator.workers.crew import HERE, Alone, Crew, Task, chunked, do, share_out

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor

T = TypeVar("T")
R = TypeVar("R")
MOST = 60  # processes; Windows can wait for no more
AHEAD = 3  # chunks under way for each process, so that none waits for work
CYCLES = 100_000  # new objects after which a process looks for cycles, as build.py has it: hardly any are made


def processors() -> int:
    """How many processes can run at once here; a container's or a job's limit counts."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@contextmanager
def hire(jobs: int | None = None) -> Iterator[Crew]:
    """A crew of so many processes, started when the first task comes, ended with the block.

    jobs: None takes what the machine has, and leaves it idle where the work is little.
    """
    count = min(jobs or processors(), MOST)
    if count == 1:
        yield Alone()
        return
    pool = Pool(count, eager=jobs is not None)
    try:
        yield pool
    finally:
        pool.close()


class Pool:
    """Processes that import the program anew, so that they share no lock, file or thread with this one.

    eager: not to ask whether the work is worth it.
    """

    def __init__(self, count: int, *, eager: bool) -> None:
        self._count, self._eager = count, eager
        self._executor: ProcessPoolExecutor | None = None

    def map(self, task: Task[T, R], items: Iterable[T], count: int = 0) -> Iterator[R]:
        """The results in the order of the items."""
        work = task.near or task.function
        if task.few == HERE:
            return map(work, task.readied(items))
        rest = iter(items)
        head = [] if self._eager else list(islice(rest, task.few))
        if not self._eager and len(head) < task.few:
            return map(work, task.readied(head))
        return self._share_out(work, chunked(task.readied(chain(head, rest)), task.chunk))

    def _share_out(self, work: Callable[[T], R], chunks: Iterable[list[T]]) -> Iterator[R]:
        # what only a long timeline needs takes longer to import than a short one's articles to read
        from concurrent.futures import BrokenExecutor, wait

        window = self._count * AHEAD
        given: deque[Future[list[R]]] = deque(maxlen=window)

        def submit(function: Callable[[T], R], chunk: list[T]) -> Future[list[R]]:
            given.append(self._submit(function, chunk))
            return given[-1]

        try:
            yield from share_out(submit, work, chunks, window, (BrokenExecutor,))
        finally:  # where somebody stopped asking, nothing is under way any more when we return
            wait([future for future in given if not future.cancel()])

    def close(self) -> None:
        """End the processes; what is under way is dropped."""
        if self._executor:
            self._executor.shutdown(cancel_futures=True)
            self._executor = None

    def _submit(self, function: Callable[[T], R], chunk: list[T]) -> Future[list[R]]:
        from concurrent.futures import BrokenExecutor

        try:
            return self._hired().submit(do, function, chunk)
        except BrokenExecutor:  # a process was killed; its executor takes no more work
            self.close()
            return self._hired().submit(do, function, chunk)

    def _hired(self) -> ProcessPoolExecutor:
        from concurrent.futures import ProcessPoolExecutor
        from multiprocessing import get_context

        if self._executor is None:
            self._executor = ProcessPoolExecutor(self._count, get_context("spawn"), _begin)
        return self._executor


def _begin() -> None:
    """How a process of the pool begins: an interrupt is the parent's to handle, and it ends when the parent does."""
    import atexit
    import gc
    import signal
    import threading

    gc.set_threshold(CYCLES)
    atexit.register(gc.freeze)  # a process that ends need not search what it holds for cycles once more
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    from multiprocessing import parent_process

    parent = parent_process()
    if parent:
        parent.join()
        os._exit(1)
