"""The stamp of a build: what it saw and what it said. While nothing it saw has changed, the same is said at once.

Trusted are digests. A file is only taken for the same unread where its size, its times of change, its inode and its
device are the same and it was old enough when it was looked at: a younger one might have changed twice within one tick
of the clock (Git calls such files racy). Any doubt leads to a real build.

Only modules that Python itself starts with are imported at the top: importing more would be most of the work.
"""

from __future__ import annotations

import os
import stat
import sys
import time

from generator import cache
from generator.lock import BusyError, hold
from generator.streams import is_painted, speak_utf8

NAME = "stamp"
FORM = "1"  # of the file; another program's stamp is known by the digests of its modules
RACY = 2_000_000_000  # nanoseconds; no file system's clock is coarser than FAT's two seconds
FLAGS, VALUES = ("--json", "--quiet"), ("--root", "--out", "--base-url", "--jobs", "--dask", "--share")
COUNTS = ("--jobs",)  # those of the values that are whole numbers from 1
# what a build says: lines for people, JSON, problems without colour and with it
Said = tuple[str, str, str, str]
# label of a file → what tells it apart unread (empty where nothing does), and its digest
Look = dict[str, tuple[str, str]]


# ---------------------------------------------------------------- saying it again


def repeat(arguments: list[str]) -> bool:
    """Say what the last build said, if a build with these arguments would find nothing to do; whether it was said."""
    options = read_options(arguments)
    said = _recall(options) if options is not None else None
    if options is None or said is None:
        return False
    speak_utf8()
    printed = said[1] if "--json" in options else "" if "--quiet" in options else said[0]
    try:
        print(said[3] if is_painted() else said[2], end="", file=sys.stderr)
        print(printed, end="", flush=True)
    except BrokenPipeError:  # whoever read the output has seen enough
        sys.stderr.close()
    return True


def read_options(arguments: list[str]) -> dict[str, str] | None:
    """The options of a plain build, as they were spelled; None for any other command or spelling."""
    given: dict[str, str] = {}
    rest = iter(arguments[1:] if arguments[:1] == ["build"] else arguments)
    for word in rest:
        name, is_set, value = word.partition("=")
        if name in FLAGS and not is_set:
            given[name] = ""
        elif name in VALUES:
            value = value if is_set else next(rest, "")
            if not value or value.startswith("-") or (name in COUNTS and not _is_count(value)):
                return None
            given[name] = value
        else:
            return None
    return given


def _is_count(text: str) -> bool:
    return text.isascii() and text.isdecimal() and text.strip("0") != ""


def _recall(options: dict[str, str]) -> Said | None:
    """What was said, where all that was seen is still the same."""
    root = options.get("--root", cache.PROJECT)
    out = options.get("--out", os.path.join(root, "site"))
    path = os.path.join(root, cache.FOLDER, NAME)
    if not cache.is_own(os.path.dirname(path)) or os.path.lexists(f"{out}.tmp"):  # what a killed build left
        return None
    try:
        with hold(root):
            head = _head(root, out, options.get("--base-url"))
            found = _read(path, head)
            if found is None:
                return None
            said, known = found
            now = look(_inputs(root) | {"site": out}, known)
            if not is_same(now, known):
                return None
            if now != known:  # copied or checked out anew, or old enough by now to be known unread
                _write(path, head, said, now)
            return said
    except (OSError, BusyError, ValueError):  # ValueError: fields that are not those of a stamp
        return None


# ---------------------------------------------------------------- keeping it


def look_at_inputs(root: str) -> Look | None:
    """What a build is about to read; None where that can't be told."""
    try:
        return look(_inputs(root), {})
    except OSError:
        return None


def keep(root: str, out: str, base_url: str | None, before: Look | None, site: dict[str, str], said: Said) -> None:
    """Write the stamp of a build that ended well, where what it read stayed as it was `before` and so does its site.

    site: the SHA-256 of each file that the build made, by its path there. said: what a build says that changes nothing.
    """
    folder = cache.open_cache(root)
    if before is None or folder is None:
        return
    try:
        after = look(_inputs(root) | {"site": out}, before)
        as_made = all(after.get(f"site/{path}", ("", ""))[1] == digest for path, digest in site.items())
        if as_made and is_same(_without_site(after), before):
            _write(os.path.join(folder, NAME), _head(root, out, base_url), said, after)
    except (OSError, ValueError):  # ValueError: a site on another drive
        return  # the next build finds no stamp and does its work


# ---------------------------------------------------------------- looking


def look(places: dict[str, str], known: Look) -> Look:
    """Every file of these places; one that is known and can't have changed since is not read again.

    places: label → path. Raises OSError for what can't be read, or is neither a file nor a folder.
    """
    moment = time.time_ns()
    seen: Look = {}
    for label, (path, status) in _gather(places).items():
        if status is None:
            seen[label] = ("", "")
            continue
        mark = _mark(status, moment)
        same = known.get(label)
        seen[label] = same if same and mark and same[0] == mark else (mark, _digest(path))
    return seen


def is_same(one: Look, other: Look) -> bool:
    """Whether both saw the same files with the same bytes."""
    return _digests(one) == _digests(other)


def _digests(seen: Look) -> dict[str, str]:
    return {label: digest for label, (_, digest) in seen.items()}


def _without_site(seen: Look) -> Look:
    return {label: found for label, found in seen.items() if label.partition("/")[0] != "site"}


def _inputs(root: str) -> dict[str, str]:
    """All that decides what a build makes, by label."""
    names = ("seeds", "content", "templates", "timeline.toml")
    own = {name: os.path.join(root, name) for name in names}
    code = {f"code/{name}": path for name, path in cache.code_files()}
    return {**own, "project": os.path.join(cache.PROJECT, "templates"), **code}


def _gather(places: dict[str, str]) -> dict[str, tuple[str, os.stat_result | None]]:
    """The files at and below the places, by label; folders too, without a status: an empty one may matter."""
    found: dict[str, tuple[str, os.stat_result | None]] = {}
    pending = [(label, path) for label, path in places.items() if os.path.lexists(path)]
    while pending:
        label, path = pending.pop()
        status = os.stat(path)
        if stat.S_ISREG(status.st_mode):
            found[label] = (path, status)
        elif stat.S_ISDIR(status.st_mode) and (label in places or not os.path.islink(path)):
            found[f"{label}/"] = (path, None)
            pending += [(f"{label}/{name}", os.path.join(path, name)) for name in os.listdir(path)]
        else:
            raise OSError(f"{path} is neither a file nor a folder")
    return found


def _mark(status: os.stat_result, moment: int) -> str:
    """What tells a file apart without reading it; empty where it may change and keep that."""
    if os.name == "nt" or max(status.st_mtime_ns, status.st_ctime_ns) > moment - RACY:  # Windows has no time of change
        return ""
    return f"{status.st_size} {status.st_mtime_ns} {status.st_ctime_ns} {status.st_ino} {status.st_dev}"


def _digest(path: str) -> str:
    import hashlib  # loads a large library, which is spared where every file is known

    content = cache.read(path)
    if content is None:
        raise OSError(f"{path} cannot be read")
    return hashlib.sha256(content).hexdigest()


# ---------------------------------------------------------------- the file


def _head(root: str, out: str, base_url: str | None) -> str:
    """What else a build depends on; a timeline that was moved or copied whole is the same one."""
    return repr((FORM, os.path.relpath(out, root), base_url, *cache.surroundings()))


def _read(path: str, head: str) -> tuple[Said, Look] | None:
    """A whole stamp with this head."""
    checksum, _, content = (cache.read(path) or b"").partition(b"\0")
    if checksum != _checksum(content):
        return None
    found, people, json, plain, painted, *rest = content.decode("utf-8", "surrogatepass").split("\0")
    known = {label: (mark, digest) for label, mark, digest in zip(rest[::3], rest[1::3], rest[2::3], strict=True)}
    return ((people, json, plain, painted), known) if found == head else None


def _write(path: str, head: str, said: Said, seen: Look) -> None:
    fields = [head, *said, *(field for label, found in sorted(seen.items()) for field in (label, *found))]
    content = "\0".join(fields).encode("utf-8", "surrogatepass")
    cache.replace(path, _checksum(content) + b"\0" + content)


def _checksum(content: bytes) -> bytes:
    import zlib  # not among the modules that Python starts with

    return b"%08x" % zlib.crc32(content)
