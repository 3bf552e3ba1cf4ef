"""A file put in place whole or not at all, and never over what somebody saved in the meantime."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

LARGEST = 20_000_000  # bytes; what a build makes of the largest seed is smaller
_AT_FDCWD = -100
_RENAME_EXCHANGE = 2


class ChangedError(Exception):
    """A file, named by its path, that was changed while this ran."""


def replace_file(path: Path, new: bytes, found: bytes | None) -> bool:
    """Put new bytes in a file's place, whole or not at all; False where it no longer holds what was found.

    found: None where there was no file.
    """
    if found is not None and path.is_symlink():
        path = path.resolve()  # what a person put elsewhere stays there
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        _write_through(temporary, new)
        if found is None:
            return _put_where_nothing_is(temporary, path)
        return _read(path) == found and _exchange(temporary, path, new, found)
    finally:
        temporary.unlink(missing_ok=True)


def read_regular(path: Path, largest: int = LARGEST) -> bytes:
    """The bytes of a regular file of a sensible size; anything else might wait, or grow, for ever: OSError."""
    status = path.stat()
    if not stat.S_ISREG(status.st_mode):
        raise OSError(errno.EINVAL, "no regular file")
    if status.st_size > largest:
        raise OSError(errno.EFBIG, f"larger than {largest // 1_000_000} MB")
    return path.read_bytes()


def exchange_names(one: Path, other: Path) -> bool:
    """Two names exchanged in one atomic step; False where the system or the file system has none."""
    import ctypes  # not needed where nothing is replaced

    try:
        renameat2 = ctypes.CDLL(None, use_errno=True).renameat2
    except (AttributeError, OSError, TypeError):
        return False
    done = renameat2(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE)
    if done == 0:
        return True
    number = ctypes.get_errno()
    if number in (errno.ENOSYS, errno.EINVAL, errno.ENOTSUP):
        return False
    raise OSError(number, os.strerror(number), str(other))


def _write_through(path: Path, content: bytes) -> None:
    """The bytes on the disk, not only on their way there."""
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _read(path: Path) -> bytes | None:
    """What a file holds; None where there is none."""
    try:
        return read_regular(path)
    except FileNotFoundError:
        return None


def _put_where_nothing_is(temporary: Path, path: Path) -> bool:
    """A link is made only where the name is free; a file that came meanwhile stays."""
    try:
        os.link(temporary, path)
    except FileExistsError:
        return False
    except OSError:  # a file system without hard links
        if os.path.lexists(path):
            return False
        temporary.rename(path)
    return True


def _exchange(temporary: Path, path: Path, new: bytes, found: bytes) -> bool:
    """Whether the new file lies there now; what came to light in exchange must be what was found."""
    temporary.chmod(stat.S_IMODE(path.stat().st_mode))
    if not exchange_names(temporary, path):
        temporary.replace(path)
        return True
    if _read(temporary) == found:
        return True
    exchange_names(temporary, path)  # somebody saved the file after our last look: theirs goes back
    if _read(temporary) != new:
        exchange_names(temporary, path)  # and once more meanwhile: their later one stays
    return False
