"""One build at a time in a folder: a lock that ends with its process, so that a killed build leaves none behind."""

from __future__ import annotations

import os


class BusyError(Exception):
    """Another build holds the folder."""


class hold:  # noqa: N801 - used as `with hold(folder):`; contextlib would take longer to import than a build with no work
    """Hold a folder; raises BusyError when another process has it. Where the system has no locks nothing is held."""

    def __init__(self, folder: str | os.PathLike[str]) -> None:
        self._folder = os.fspath(folder)
        self._descriptor: int | None = None

    def __enter__(self) -> None:
        self._descriptor = _lock(self._folder)

    def __exit__(self, *_: object) -> None:
        if self._descriptor is not None:
            os.close(self._descriptor)


def _lock(folder: str) -> int | None:
    """The descriptor that holds the lock."""
    try:
        import fcntl  # absent on Windows

        descriptor = os.open(folder, os.O_RDONLY)
    except (ImportError, OSError):
        return None
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        if not os.path.exists(folder) or os.fstat(descriptor).st_ino != os.stat(folder).st_ino:
            raise BlockingIOError  # the build before us removed its folder between our two steps
    except BlockingIOError:
        os.close(descriptor)
        raise BusyError(folder) from None
    except OSError:  # some network file systems have no locks
        os.close(descriptor)
        return None
    return descriptor
