"""One build at a time in a folder: a lock that ends with its process, so that a killed build leaves none behind."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class BusyError(Exception):
    """Another build holds the folder."""


@contextmanager
def hold(folder: Path) -> Iterator[None]:
    """Hold a folder; raises BusyError when another process has it. Where the system has no locks nothing is held."""
    descriptor = _lock(folder)
    try:
        yield
    finally:
        if descriptor is not None:
            os.close(descriptor)


def _lock(folder: Path) -> int | None:
    """The descriptor that holds the lock."""
    try:
        import fcntl  # absent on Windows

        descriptor = os.open(folder, os.O_RDONLY)
    except (ImportError, OSError):
        return None
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        if not folder.exists() or os.fstat(descriptor).st_ino != folder.stat().st_ino:
            raise BlockingIOError  # the build before us removed its folder between our two steps
    except BlockingIOError:
        os.close(descriptor)
        raise BusyError(folder) from None
    except OSError:  # some network file systems have no locks
        os.close(descriptor)
        return None
    return descriptor
