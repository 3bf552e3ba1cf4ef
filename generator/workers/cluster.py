"""Work done on a Dask cluster: the extra [cluster], for timelines beyond one machine (docs/scale.md).

Chunks go to the workers by way of the scheduler, or of any place that fsspec knows and all of them can reach. A worker
that runs other code than this process refuses to work, since its bytes could be others.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import cache, partial
from importlib import import_module
from itertools import count as counter
from typing import Any, TypeVar

from generator.cache import code_key
from generator.workers.crew import Crew, Pending, Task, chunked, do, share_out

T = TypeVar("T")
R = TypeVar("R")
FARTHER = 2  # times as many items travel together as on one machine
AHEAD = 4  # chunks under way for each thread of the cluster
PATIENCE = 30  # seconds for the scheduler to answer, and for a first worker
OTHER = "other code than this; start scheduler and workers in this environment, PYTHONPATH set to this checkout"
INSTALL = "python -m pip install --require-hashes -r requirements-cluster.lock"


class ClusterError(Exception):
    """There is no cluster to work with; the message is one line with its remedy."""


class OtherCodeError(Exception):
    """A worker runs another program, Python or packages than the process that asks it."""


@contextmanager
def join(address: str, share: str | None = None) -> Iterator[Crew]:
    """The crew of the Dask scheduler at this address.

    share: the fsspec address of a folder that all can reach, where chunks are handed over; None: by the scheduler.
    Raises ClusterError.
    """
    import logging  # loads much that a build without a cluster does without

    try:
        # an extra, heavy, and typed in part
        distributed, fsspec = import_module("distributed"), import_module("fsspec")
    except ImportError as error:
        raise ClusterError(f"--dask needs the package {error.name}; run {INSTALL}") from error
    logging.getLogger("distributed").setLevel(logging.CRITICAL)  # what goes wrong is told here, in one line
    try:
        client = distributed.Client(address, timeout=PATIENCE, set_as_default=False)
    except (OSError, ValueError) as error:
        raise ClusterError(f"no Dask scheduler answers at {address}; start one, or mend the address") from error
    lost = (distributed.KilledWorker, distributed.client.FutureCancelledError, distributed.comm.CommClosedError)
    place = Place(fsspec.open, f"{share.rstrip('/')}/{os.urandom(16).hex()}") if share else None
    with client:
        try:
            client.wait_for_workers(1, timeout=PATIENCE)
            yield Cluster(client, place, lost)
        except TimeoutError as error:
            raise ClusterError(f"the Dask scheduler at {address} has no workers; start some") from error
        except (OtherCodeError, ModuleNotFoundError) as error:
            raise ClusterError(f"the Dask workers run {OTHER} ({error})") from error
        except RuntimeError as error:
            if "deserialization" not in str(error):
                raise
            raise ClusterError(f"the Dask scheduler runs {OTHER}") from error


class Place:
    """A folder that this process and the workers reach: values are put there and taken from there once."""

    def __init__(self, open_file: Callable[[str, str], Any], folder: str) -> None:
        self._open, self._folder, self._numbers = open_file, folder, counter()

    def put(self, value: object) -> str:
        """Where a value lies now."""
        address = f"{self._folder}-{next(self._numbers):08}"
        write(self._open, address, value)
        return address

    def take(self, address: str) -> Any:
        """The value that lies at an address, which is empty then."""
        value = read(self._open, address)
        self.clear(address)
        return value

    def clear(self, address: str) -> None:
        """Leave nothing at an address."""
        opened = self._open(address, "rb")
        opened.fs.rm(opened.path)


class Cluster:
    """The workers of one Dask scheduler. lost: what a future raises when its workers died, or the scheduler did."""

    def __init__(self, client: Any, place: Place | None, lost: tuple[type[BaseException], ...]) -> None:
        self._client, self._place, self._lost, self._code = client, place, lost, code_key()

    def map(self, task: Task[T, R], items: Iterable[T], count: int = 0) -> Iterator[R]:
        """The results in the order of the items."""
        threads = sum(self._client.nthreads().values()) or 1
        chunks = chunked(task.readied(items), FARTHER * task.chunk)
        return share_out(self._submit, task.function, chunks, threads * AHEAD, self._lost)

    def _submit(self, function: Callable[[T], R], chunk: list[T]) -> Pending:
        if self._client.status != "running":
            return _Here(partial(do, function, chunk))  # the scheduler is gone
        submit = partial(self._client.submit, pure=False)
        if self._place is None:
            future: Pending = submit(do_alike, self._code, function, chunk)
            return future
        address = self._place.put(chunk)
        return _Laid(self._place, address, submit(do_laid, self._code, function, address))


class _Here:
    """Work that nobody else can do."""

    def __init__(self, work: Callable[[], Any]) -> None:
        self.result = work


class _Laid:
    """Work that lies at an address, and whose result will lie at another."""

    def __init__(self, place: Place, address: str, future: Any) -> None:
        self._place, self._address, self._future = place, address, future

    def result(self) -> Any:
        """The result, taken from there."""
        try:
            return self._place.take(self._future.result())
        finally:
            self._place.clear(self._address)  # only now: a worker that is killed leaves its work to another


# ---------------------------------------------------------------- on the workers


def do_alike(code: str, function: Callable[[T], R], chunk: list[T]) -> list[R]:
    """The results of a chunk; raises OtherCodeError where this process would work otherwise than the asking one."""
    if _own_code() != code:
        raise OtherCodeError("another program, Python or packages")
    return do(function, chunk)


def do_laid(code: str, function: Callable[[T], R], address: str) -> str:
    """The same for a chunk that lies at an address; gives the address of the results."""
    import fsspec  # there, since Dask needs it

    write(fsspec.open, f"{address}-done", do_alike(code, function, read(fsspec.open, address)))
    return f"{address}-done"


@cache
def _own_code() -> str:
    return code_key()


def write(open_file: Callable[[str, str], Any], address: str, value: object) -> None:
    """Lay a value down. Whoever can write there can make the workers run code, like whoever reaches the scheduler."""
    import pickle  # as late as the others

    with open_file(address, "wb") as file:
        file.write(pickle.dumps(value))


def read(open_file: Callable[[str, str], Any], address: str) -> Any:
    """The value that lies at an address."""
    import pickle

    with open_file(address, "rb") as file:
        return pickle.loads(file.read())
