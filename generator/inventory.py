"""The files a build saw: of each what tells it apart unread, and its digest.

Trusted are digests. A file is only taken for the same unread where its size, its times of change, its inode and its
device are the same and it was old enough when it was looked at: a younger one might have changed twice within one tick
of the clock (Git calls such files racy).

Only modules that Python itself starts with are imported at the top: a build with nothing to do needs no others.
"""

from __future__ import annotations

import os
import stat
import time
from collections.abc import Container, Iterable, Iterator
from itertools import islice

from generator import cache

SITE = "site"  # the label of the folder that is published, wherever it lies
RACY = 2_000_000_000  # nanoseconds; no file system's clock is coarser than FAT's two seconds
TICK = 20_000_000  # nanoseconds; longer than one of the system's clock, which alone sets the time of a link
# label of a file → what tells it apart unread (empty where nothing does), and its digest, in one text
Look = dict[str, str]


class Inventory:
    """What was found at a moment, in nanoseconds; a file that still is as it was then need not be read."""

    def __init__(self, found: Look, moment: int) -> None:
        self.found, self.moment = found, moment

    def digest(self, label: str, path: str, largest: float = float("inf")) -> str | None:
        """The SHA-256 of a file that has not changed since; None where only reading tells, as of one too large."""
        mark, _, digest = self.found.get(label, "").rpartition(" ")
        try:
            status = os.stat(path)
            return digest if mark and mark == _mark(status) and status.st_size <= largest else None
        except OSError:
            return None

    def is_same(self, other: Inventory) -> bool:
        """Whether both saw the same files with the same bytes."""
        return len(self.found) == len(other.found) and all(
            digest_in(other.found.get(label, "-")) == digest_in(entry) for label, entry in self.found.items()
        )


def look(places: dict[str, str], known: Look) -> Inventory:
    """Every file of these places; one that is known and can't have changed since is not read again.

    places: label → path. Raises OSError for what can't be read, or is neither a file nor a folder.
    """
    moment, found = time.time_ns(), {}
    for label, path, status in walk(places):
        mark = _mark(status) if status and _is_old(status, moment) else ""
        same = known.get(label, "")
        if status is None:
            found[label] = " "
        elif mark and same.startswith(f"{mark} "):
            found[label] = same
        else:
            found[label] = f"{mark} {_digest(path)}"
    return Inventory(found, moment)


class Made:
    """What a build made of a folder. digests: of all its files, by their path in it; written: the paths of new ones.

    The others were looked at after the moment `begun` and kept, by a link; at `done` all were in place, and the links
    they had in an old folder gone.
    """

    def __init__(self, digests: dict[str, str], written: Container[str], begun: int, done: int) -> None:
        self.digests, self._written = digests, written
        self._begun, self._done = begun, max(begun, done)

    def is_old(self, path: str, status: os.stat_result) -> bool:
        """Whether a file can't have changed since it was made or looked at."""
        return _is_old(status, self._done if path in self._written else self._begun, self._done - TICK)


def look_at_made(place: str, label: str, made: Made) -> Iterator[tuple[str, str]]:
    """Label and entry of every file of a folder; those that were made are not read. Raises OSError."""
    for name, path, status in walk({label: place}):
        inside = name.partition("/")[2]
        if status is None:
            yield name, " "
        elif inside in made.digests:
            yield name, f"{_mark(status) if made.is_old(inside, status) else ''} {made.digests[inside]}"
        else:
            yield name, f" {_digest(path)}"


def digest_in(entry: str) -> str:
    """The digest of a file, as it stands in its entry."""
    return entry.rpartition(" ")[2]


def walk(places: dict[str, str]) -> Iterator[tuple[str, str, os.stat_result | None]]:
    """Label, path and status of the files at and below the places; of folders too, without a status: an empty one may
    matter."""
    pending = [(label, path) for label, path in places.items() if os.path.lexists(path)]
    while pending:
        label, path = pending.pop()
        status = os.stat(path)
        if stat.S_ISREG(status.st_mode):
            yield label, path, status
        elif stat.S_ISDIR(status.st_mode) and (label in places or not os.path.islink(path)):
            yield f"{label}/", path, None
            pending += [(f"{label}/{name}", f"{path}{os.sep}{name}") for name in os.listdir(path)]
        else:
            raise OSError(f"{path} is neither a file nor a folder")


def pack(entries: Iterable[tuple[str, str]]) -> Iterator[bytes]:
    """Labels and entries as bytes, some hundreds at a time."""
    rest = (f"{label}\0{entry}\0" for label, entry in entries)
    while piece := "".join(islice(rest, 500)):
        yield piece.encode("utf-8", "surrogatepass")


def unpack(content: bytes) -> Look:
    """The entries by their labels, of bytes that were packed."""
    fields = content.decode("utf-8", "surrogatepass").split("\0")
    return dict(zip(fields[:-1:2], fields[1::2], strict=False))


def _is_old(status: os.stat_result, moment: int, linked: int | None = None) -> bool:
    """Whether a file can't have changed since a moment, or be changed, and keep what tells it apart.

    linked: until when it may have got or lost another name, which sets its time of change and no other.
    """
    latest = moment - RACY
    of_change = latest if linked is None else linked
    return os.name != "nt" and status.st_mtime_ns <= latest and status.st_ctime_ns <= of_change  # Windows has no latter


def _mark(status: os.stat_result) -> str:
    """What tells a file apart without reading it."""
    return f"{status.st_size} {status.st_mtime_ns} {status.st_ctime_ns} {status.st_ino} {status.st_dev}"


def _digest(path: str) -> str:
    import hashlib  # loads a large library, which is spared where every file is known

    content = cache.read(path)
    if content is None:
        raise OSError(f"{path} cannot be read")
    return hashlib.sha256(content).hexdigest()
