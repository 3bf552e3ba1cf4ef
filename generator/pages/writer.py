"""From pages to the folder site/: made aside, checked, then exchanged in one step; only files we made are replaced.

A manifest in the site lists each file we made with its digest. What it doesn't list is somebody's (a CNAME, say) and
is carried over untouched.
"""

import os
import shutil
import time
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping
from contextlib import closing
from pathlib import Path
from typing import NamedTuple, TypeAlias

from generator.inventory import SITE, Inventory
from generator.lock import BusyError
from generator.model import Page
from generator.pages.exchange import exchange, workshop
from generator.pages.longpage import LongPage
from generator.pages.proofs import AnyPage, StagedPage, digest_of
from generator.pages.staging import Staging, is_inside, read_digest
from generator.problems import Problem, Problems

MANIFEST = ".dateline-manifest"
_MANIFEST_HEAD = (
    "# The files of this folder that Dateline made, with their SHA-256; a build replaces and removes only these.\n"
)

Making: TypeAlias = Callable[[Staging], Generator[AnyPage]]  # gives the pages of a site, which may be put aside already


class Changed(NamedTuple):
    """What writing the site changed: paths inside it, sorted.

    done: the moment when the new site was whole and the old one gone, in nanoseconds; 0 where the old one stayed.
    """

    written: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    unchanged: int = 0
    done: int = 0


def write_site(out: Path, make: Making, problems: Problems, known: Inventory | None = None) -> Changed:
    """Make `out` hold the pages that are made, whole or not at all; what stands in the way becomes one problem.

    known: what need not be read of `out` to know its digest.
    The pages are taken one by one and none is kept in memory. Where making one raises, `out` stays as it was.
    """
    if not _is_usable(out, problems):
        return Changed()
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        published = os.fspath(out) if out.exists() else None
        # closed before the workshop is cleared, so that nobody who makes pages still puts one there
        with workshop(out) as aside, closing(make(staging := Staging(published, os.fspath(aside)))) as pages:
            changed = _publish(_read_shelf(out, known), staging, pages, problems)
        # only now: with the old folder every file that was kept loses a name, which sets its time of change
        return changed._replace(done=time.time_ns()) if changed.written or changed.removed else changed
    except BusyError:
        problems.add(out.name, 0, "another build is writing this folder", "wait for it to end, then build again")
    except OSError as error:
        problems.add(out.name, 0, f"cannot be written: {error.strerror or error}", "see to its permissions and space")
    return Changed()


def check_site(out: Path, pages: Iterable[AnyPage]) -> tuple[str, ...]:
    """How the folder differs from the pages, one line each; empty when it is what the build would make."""
    made = {page.path: digest_of(page) for page in pages}
    differing: dict[str, str] = {}
    for path, digest in (*made.items(), (MANIFEST, digest_of(_manifest(made)))):
        found = read_digest(f"{out}/{path}")
        if found != digest:
            differing[path] = "is missing" if found is None else "is not what the build makes"
    gone = dict.fromkeys((path for path in read_manifest(out) if path not in made), "is no longer made")
    return tuple(f"{out.name}/{path} {what}" for each in (differing, gone) for path, what in sorted(each.items()))


def read_published(out: Path, path: str) -> bytes | None:
    """A file of the site as it is published now; None where it isn't."""
    return _read(out / path)


# ---------------------------------------------------------------- the pages, one by one


def _manifest(made: Mapping[str, bytes]) -> Page:
    """The list of the pages, from their paths and digests."""
    lines = (f"{digest.hex()}  {path}\n" for path, digest in sorted(made.items()))
    return Page(MANIFEST, (_MANIFEST_HEAD + "".join(lines)).encode())


def _placed(pages: Iterable[AnyPage], site: str, refused: list[Problem]) -> Iterator[AnyPage]:
    """The pages that have a place of their own in the site; `refused` is filled with a problem for each other one."""
    owners: dict[str, str] = {}  # a file system may not tell capitals from small letters
    for page in pages:
        folded = page.path.casefold()
        if folded in owners:
            what = f'two pages want this place (the other is "{owners[folded]}")'
            refused.append(Problem(f"{site}/{page.path}", 0, what))
        elif not is_inside(page.path):
            refused.append(Problem(f"{site}/{page.path}", 0, "is no path inside the site"))
        else:
            owners[page.path if folded == page.path else folded] = page.path  # one text where the two are equal
            yield page


# ---------------------------------------------------------------- the folder as it was found


class _Shelf(NamedTuple):
    """The folder as it was found: its files and folders as paths inside it, and the digests of those we made.

    known: what need not be read to know its digest.
    """

    out: Path
    files: frozenset[str]
    folders: frozenset[str]
    made: Mapping[str, str]
    known: Inventory | None

    def digest(self, path: str) -> bytes | None:
        """The SHA-256 of a file that is there; None where there is none."""
        if path not in self.files:
            return None
        known = self.known.digest(f"{SITE}/{path}", f"{self.out}/{path}") if self.known else None
        return bytes.fromhex(known) if known else read_digest(f"{self.out}/{path}")

    def is_blocked(self, page: AnyPage) -> bool:
        """Whether something that we did not make stands where a page belongs; the same bytes are welcome."""
        if page.path in self.folders or any(folder in self.files for folder in _folders(page.path)):
            return True
        unlisted = page.path in self.files and page.path not in self.made and page.path != MANIFEST
        return unlisted and self.digest(page.path) != digest_of(page)

    def is_ours(self, path: str) -> bool:
        """Whether a file is still as we made it: one that a person changed since is kept."""
        digest = read_digest(f"{self.out}/{path}")
        return digest is not None and digest.hex() == self.made[path]


def _read_shelf(out: Path, known: Inventory | None) -> _Shelf:
    files: set[str] = set()
    folders: set[str] = set()
    for folder, names, found in os.walk(out):
        inside = Path(folder).relative_to(out).as_posix()
        before = "" if inside == "." else f"{inside}/"
        links = [name for name in names if (Path(folder) / name).is_symlink()]
        files |= {before + name for name in [*found, *links]}
        folders |= {before + name for name in names}
    return _Shelf(out, frozenset(files), frozenset(folders), read_manifest(out), known)


def _folders(path: str) -> Iterator[str]:
    """The folders a file lies in, the nearest first."""
    while path := path.rpartition("/")[0]:
        yield path


def _is_usable(out: Path, problems: Problems) -> bool:
    if out.is_symlink():
        problems.add(out.name, 0, "is a link, not a folder", "remove the link, or name its target with --out")
    elif out.exists() and not out.is_dir():
        problems.add(out.name, 0, "is a file, not a folder", "move it away, or choose another place with --out")
    else:
        return True
    return False


# ---------------------------------------------------------------- the new folder


def _publish(shelf: _Shelf, staging: Staging, pages: Iterable[AnyPage], problems: Problems) -> Changed:
    made: dict[str, bytes] = {}
    refused: list[Problem] = []
    blocked, written = [], []
    for page in _with_manifest(_placed(pages, shelf.out.name, refused), made):
        if shelf.is_blocked(page):
            blocked.append(page.path)
            continue
        staged = _put(shelf, staging, page)
        made[page.path] = staged.digest
        written += [page.path] if staged.is_new else []
    problems.extend([*refused, *_told(shelf.out.name, sorted(blocked))])
    if refused or blocked:
        return Changed()
    gone = (path for path in shelf.made if path in shelf.files and path not in made)
    removed = tuple(sorted(path for path in gone if shelf.is_ours(path)))
    if written or removed:
        _carry_over(shelf, shelf.files.difference(written, removed), Path(staging.aside))
        exchange(Path(staging.aside), shelf.out)
    return Changed(tuple(sorted(written)), removed, len(made) - len(written))


def _with_manifest(pages: Iterable[AnyPage], made: Mapping[str, bytes]) -> Iterator[AnyPage]:
    """The pages, then the list of all that were made of them."""
    yield from pages
    yield _manifest(made)


def _put(shelf: _Shelf, staging: Staging, page: AnyPage) -> StagedPage:
    """A page put aside now, if it was not when it was made."""
    if isinstance(page, StagedPage):
        return page
    if isinstance(page, LongPage):
        return staging.put_long(page, shelf.digest)
    return staging.put(page, shelf.digest(page.path))


def _told(site: str, blocked: list[str]) -> Iterator[Problem]:
    """One problem for all places that something else has."""
    if blocked:
        rest = f" and {len(blocked) - 1} more" if len(blocked) > 1 else ""
        what = f"was not made by the build, and a page belongs there{rest}"
        yield Problem(f"{site}/{blocked[0]}", 0, what, "move it away; nothing was published")


def _carry_over(shelf: _Shelf, paths: Iterable[str], aside: Path) -> None:
    """What stays as it is, into the new folder: by a hard link, which keeps its times, where the system has them."""
    old, new = os.fspath(shelf.out), os.fspath(aside)
    folders: set[str] = set()
    for path in sorted(paths):
        if path.rpartition("/")[0] not in folders:
            (aside / path).parent.mkdir(parents=True, exist_ok=True)
            folders.add(path.rpartition("/")[0])
        try:
            os.link(f"{old}/{path}", f"{new}/{path}", follow_symlinks=False)
        except OSError:
            shutil.copy2(f"{old}/{path}", f"{new}/{path}", follow_symlinks=False)
    if shelf.out.exists():
        shutil.copystat(shelf.out, aside)


def read_manifest(out: Path) -> dict[str, str]:
    """Digest by path of the files we made; a line that is none of ours counts for nothing."""
    text = (_read(out / MANIFEST) or b"").decode(errors="replace")
    pairs = (line.partition("  ") for line in text.splitlines() if not line.startswith("#"))
    return {path: digest for digest, _, path in pairs if len(digest) == 64 and is_inside(path)}


def _read(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None
