"""From pages to the folder site/: made aside, checked, then exchanged in one step; only files we made are replaced.

A manifest in the site lists each file we made with its digest. What it doesn't list is somebody's (a CNAME, say) and
is carried over untouched.
"""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.lock import BusyError
from generator.model import Page
from generator.pages.exchange import exchange, workshop
from generator.problems import Problems

MANIFEST = ".dateline-manifest"
_MANIFEST_HEAD = (
    "# The files of this folder that Dateline made, with their SHA-256; a build replaces and removes only these.\n"
)


@dataclass(frozen=True, slots=True)
class Changed:
    """What writing the site changed: paths inside it, sorted."""

    written: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    unchanged: int = 0


def write_site(out: Path, pages: Iterable[Page], problems: Problems) -> Changed:
    """Make `out` hold these pages, whole or not at all; what stands in the way becomes one problem."""
    wanted = _collect(out, pages, problems)
    if wanted is None or not _is_usable(out, problems):
        return Changed()
    try:
        return _publish(out, wanted, problems)
    except BusyError:
        problems.add(out.name, 0, "another build is writing this folder", "wait for it to end, then build again")
    except OSError as error:
        problems.add(out.name, 0, f"cannot be written: {error.strerror or error}", "see to its permissions and space")
    return Changed()


def check_site(out: Path, pages: Iterable[Page]) -> tuple[str, ...]:
    """How the folder differs from the pages, one line each; empty when it is what the build would make."""
    wanted = _with_manifest({page.path: page.content for page in pages})
    listed = read_manifest(out)
    lines = []
    for path, content in sorted(wanted.items()):
        found = _read(out / path)
        if found is None:
            lines.append(f"{out.name}/{path} is missing")
        elif found != content:
            lines.append(f"{out.name}/{path} is not what the build makes")
    lines += [f"{out.name}/{path} is no longer made" for path in sorted(listed) if path not in wanted]
    return tuple(lines)


def read_published(out: Path, path: str) -> bytes | None:
    """A file of the site as it is published now; None where it isn't."""
    return _read(out / path)


def _collect(out: Path, pages: Iterable[Page], problems: Problems) -> dict[str, bytes] | None:
    """The pages by path with their manifest; None, and a problem each, where two want one place or leave the folder."""
    wanted: dict[str, bytes] = {}
    folded: dict[str, str] = {}
    sound = True
    for page in pages:
        other = folded.setdefault(page.path.casefold(), page.path)
        if page.path in wanted or other != page.path:
            problems.add(f"{out.name}/{page.path}", 0, f'two pages want this place (the other is "{other}")')
            sound = False
        if not _is_inside(page.path):
            problems.add(f"{out.name}/{page.path}", 0, "is no path inside the site")
            sound = False
        wanted[page.path] = page.content
    return _with_manifest(wanted) if sound else None


def _is_inside(path: str) -> bool:
    parts = path.split("/")
    return bool(path) and not any(part in ("", ".", "..") or "\\" in part or "\0" in part for part in parts)


def _with_manifest(wanted: Mapping[str, bytes]) -> dict[str, bytes]:
    lines = (f"{hashlib.sha256(content).hexdigest()}  {path}\n" for path, content in sorted(wanted.items()))
    return {**wanted, MANIFEST: (_MANIFEST_HEAD + "".join(lines)).encode()}


def _is_usable(out: Path, problems: Problems) -> bool:
    if out.is_symlink():
        problems.add(out.name, 0, "is a link, not a folder", "remove the link, or name its target with --out")
    elif out.exists() and not out.is_dir():
        problems.add(out.name, 0, "is a file, not a folder", "move it away, or choose another place with --out")
    else:
        return True
    return False


def _publish(out: Path, wanted: Mapping[str, bytes], problems: Problems) -> Changed:
    out.parent.mkdir(parents=True, exist_ok=True)
    with workshop(out) as aside:
        made = read_manifest(out)
        present = _files(out)
        blocked = sorted(path for path in wanted if _is_foreign(out, path, present, made, wanted[path]))
        if blocked:
            rest = f" and {len(blocked) - 1} more" if len(blocked) > 1 else ""
            what = f"was not made by the build, and a page belongs there{rest}"
            problems.add(f"{out.name}/{blocked[0]}", 0, what, "move it away; nothing was published")
            return Changed()
        removed = tuple(sorted(p for p in made if p in present and p not in wanted and _is_ours(out, p, made)))
        written = tuple(sorted(path for path, content in wanted.items() if _read(out / path) != content))
        changed = Changed(written, removed, len(wanted) - len(written))
        if written or removed:
            _build(
                aside,
                out,
                wanted,
                frozenset(written),
                tuple(p for p in present if p not in wanted and p not in removed),
            )
            exchange(aside, out)
        return changed


def _is_foreign(out: Path, path: str, present: frozenset[str], made: Mapping[str, str], content: bytes) -> bool:
    """Whether something that we did not make stands where a page belongs; the same bytes are welcome."""
    folder_in_the_way = (out / path).is_dir() or any(str(parent) in present for parent in Path(path).parents)
    unlisted = path in present and path not in made and path != MANIFEST
    return folder_in_the_way or (unlisted and _read(out / path) != content)


def _is_ours(out: Path, path: str, made: Mapping[str, str]) -> bool:
    """Whether a file is still as we made it: one that a person changed since is kept."""
    content = _read(out / path)
    return content is not None and hashlib.sha256(content).hexdigest() == made[path]


def _build(aside: Path, out: Path, wanted: Mapping[str, bytes], written: frozenset[str], kept: tuple[str, ...]) -> None:
    """The new folder, whole; files that stay as they are keep their times."""
    for path in kept:
        _carry(out / path, aside / path)
    for path, content in wanted.items():
        if path not in written:
            _carry(out / path, aside / path)
            continue
        (aside / path).parent.mkdir(parents=True, exist_ok=True)
        (aside / path).write_bytes(content)
    lost = [path for path, content in wanted.items() if _read(aside / path) != content]
    if lost:
        raise OSError(f"{lost[0]} did not arrive whole")
    if out.exists():
        shutil.copystat(out, aside)


def _carry(source: Path, target: Path) -> None:
    """A file into the new folder, by a hard link where the file system has them."""
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(source, target, follow_symlinks=False)
    except OSError:
        shutil.copy2(source, target, follow_symlinks=False)


def _files(out: Path) -> frozenset[str]:
    """Every file and link in the folder, as paths inside it."""
    found = set()
    for folder, names, files in os.walk(out):
        links = [name for name in names if (Path(folder) / name).is_symlink()]
        found |= {(Path(folder) / name).relative_to(out).as_posix() for name in [*files, *links]}
    return frozenset(found)


def read_manifest(out: Path) -> dict[str, str]:
    """Digest by path of the files we made; a line that is none of ours counts for nothing."""
    text = (_read(out / MANIFEST) or b"").decode(errors="replace")
    pairs = (line.partition("  ") for line in text.splitlines() if not line.startswith("#"))
    return {path: digest for digest, _, path in pairs if len(digest) == 64 and _is_inside(path)}


def _read(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None
