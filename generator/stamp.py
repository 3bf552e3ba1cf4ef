"""The stamp of a build: what it saw and what it said. While nothing it saw has changed, the same is said at once.

Any doubt leads to a real build; that one knows by the stamp which files it need not read (inventory.py).

Only modules that Python itself starts with are imported at the top: importing more would be most of the work.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from itertools import chain

from generator import cache
from generator.inventory import SITE, Inventory, Look, Made, look, look_at_made, pack, unpack
from generator.lock import BusyError, hold
from generator.streams import is_painted, speak_utf8

NAME = "stamp"
FORM = "2"  # of the file; another program's stamp is known by the digests of its modules
FLAGS, VALUES = ("--json", "--quiet"), ("--root", "--out", "--base-url", "--jobs", "--dask", "--share")
COUNTS = ("--jobs",)  # those of the values that are whole numbers from 1 to 9999
# what a build says: lines for people, JSON, problems without colour and with it
Said = tuple[str, str, str, str]
NOTHING: Said = ("", "", "", "")
CHECKSUM = 8  # digits at the end of the file


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
    return text.isascii() and text.isdecimal() and len(text) <= 4 and text.strip("0") != ""


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
            found = _read(path)
            if found is None or found[0] != head:
                return None
            _, said, known = found
            now = look(_inputs(root) | {SITE: out}, known)
            if not now.is_same(Inventory(known, 0)):
                return None
            if now.found != known:  # copied or checked out anew, or old enough by now to be known unread
                _write(path, head, said, now.found.items())
            return said
    except (OSError, BusyError, ValueError):  # ValueError: fields that are not those of a stamp
        return None


# ---------------------------------------------------------------- keeping it


class Seen:
    """What there is before a build: its inputs as they are, and the site as the last build left it, which may have
    changed since."""

    def __init__(self, inputs: Inventory, site: Inventory) -> None:
        self.inputs, self.site = inputs, site


def look_before(root: str) -> Seen | None:
    """What a build is about to read; None where that can't be told. What the last one saw need not be read again."""
    folder = os.path.join(root, cache.FOLDER)
    try:
        found = _read(os.path.join(folder, NAME)) if cache.is_own(folder) else None
        known = found[2] if found else {}
        inputs = look(_inputs(root), known)
    except (OSError, ValueError):
        return None
    site = {label: entry for label, entry in known.items() if label.startswith(f"{SITE}/")}
    return Seen(inputs, Inventory(site, inputs.moment))


def keep(root: str, out: str, base_url: str | None, before: Inventory | None, made: Made, said: Said | None) -> None:
    """Write the stamp of a build: what is there now, and what to say while that stays so.

    made: the site. said: what a build says that changes nothing; None where it did not end well. What did not stay as
    it was `before`, or another site, leads to a real build too.
    """
    folder = cache.open_cache(root)
    if before is None or folder is None:
        return
    try:
        after = look(_inputs(root), before.found)
        entries = dict(look_at_made(out, SITE, made))
        as_made = all(f"{SITE}/{path}" in entries for path in made.digests)
        head = _head(root, out, base_url) if said and as_made and after.is_same(before) else ""
        _write(os.path.join(folder, NAME), head, said or NOTHING, chain(after.found.items(), entries.items()))
    except (OSError, ValueError):  # ValueError: a site on another drive
        return  # the next build finds no stamp and does its work


def forget(root: str) -> None:
    """Leave nothing of what was seen: what was noted was not so."""
    path = os.path.join(root, cache.FOLDER, NAME)
    if os.path.isfile(path):
        os.unlink(path)


def _inputs(root: str) -> dict[str, str]:
    """All that decides what a build makes, by label."""
    names = ("seeds", "content", "templates", "timeline.toml")
    own = {name: os.path.join(root, name) for name in names}
    code = {f"code/{name}": path for name, path in cache.code_files()}
    return {**own, "project": os.path.join(cache.PROJECT, "templates"), **code}


# ---------------------------------------------------------------- the file


def _head(root: str, out: str, base_url: str | None) -> str:
    """What else a build depends on; a timeline that was moved or copied whole is the same one."""
    return repr((FORM, os.path.relpath(out, root), base_url, *cache.surroundings()))


def _read(path: str) -> tuple[str, Said, Look] | None:
    """Head, words and files of a whole stamp. Raises ValueError."""
    content = cache.read(path) or b""
    if not content or content[-CHECKSUM:] != _checksum(content[:-CHECKSUM]):
        return None
    *fields, listed = content[:-CHECKSUM].split(b"\0", 5)
    head, people, json, plain, painted = (field.decode("utf-8", "surrogatepass") for field in fields)
    return head, (people, json, plain, painted), unpack(listed)


def _write(path: str, head: str, said: Said, entries: Iterable[tuple[str, str]]) -> None:
    words = "".join(f"{field}\0" for field in (head, *said)).encode("utf-8", "surrogatepass")
    cache.replace(path, _with_checksum(chain([words], pack(entries))))


def _with_checksum(pieces: Iterable[bytes]) -> Iterator[bytes]:
    checksum = _checksum(b"")
    for piece in pieces:
        checksum = _checksum(piece, checksum)
        yield piece
    yield checksum


def _checksum(content: bytes, before: bytes = b"0") -> bytes:
    """The checksum of bytes, which follow others of such a checksum."""
    import zlib  # not among the modules that Python starts with

    return b"%08x" % zlib.crc32(content, int(before, 16))
