"""The folder of what may be thrown away: what a build would otherwise work out again, kept beside the timeline.

Nothing in it is needed, and nothing in it is believed unless its digest and the key of its inputs fit. Only modules
that Python itself starts with are imported at the top: a build with nothing to do reads this folder and ends.
"""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterable

FOLDER = ".dateline-cache"
PROJECT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
_UNFINISHED = ".tmp"
# so that neither Git nor a backup keeps it (bford.info/cachedir)
_SIGNS = {
    ".gitignore": b"*\n",
    "CACHEDIR.TAG": b"Signature: 8a477f597d28d172789f06886806bc55\n# Dateline's cache, safe to delete.\n",
}


def open_cache(root: str) -> str | None:
    """The cache folder of a timeline, made where there is none; None where it cannot be this user's alone.

    For whoever holds the timeline's lock: what killed builds left half written is removed.
    """
    folder = os.path.join(root, FOLDER)
    try:
        if not os.path.lexists(folder):
            os.mkdir(folder, 0o700)
        if not is_own(folder):
            return None
        for name in (name for name in os.listdir(folder) if name.endswith(_UNFINISHED)):
            os.unlink(os.path.join(folder, name))
        for name, content in _SIGNS.items():
            if not os.path.lexists(os.path.join(folder, name)):
                replace(os.path.join(folder, name), [content])
    except OSError:
        return None
    return folder


def is_own(folder: str) -> bool:
    """Whether a folder is this user's and closed to all others, who could else put words in a build's mouth.

    A folder that came with a clone or an archive of somebody's is not closed, and so not believed.
    """
    try:
        found = os.lstat(folder)
    except OSError:
        return False
    owner = os.getuid() if hasattr(os, "getuid") else found.st_uid  # Windows keeps users apart by their profiles
    closed = os.name == "nt" or not found.st_mode & (stat.S_IRWXG | stat.S_IRWXO)
    return stat.S_ISDIR(found.st_mode) and found.st_uid == owner and closed


def read(path: str) -> bytes | None:
    """A file's bytes; None where it can't be read."""
    try:
        with open(path, "rb") as file:
            return file.read()
    except OSError:
        return None


def replace(path: str, pieces: Iterable[bytes]) -> None:
    """Put a file in place whole, whoever else writes it at the same time; raises OSError where that fails."""
    temporary = f"{path}.{os.getpid()}{_UNFINISHED}"
    try:
        with open(temporary, "wb") as file:
            file.writelines(pieces)
        os.replace(temporary, path)
    except OSError:
        if os.path.lexists(temporary):
            os.unlink(temporary)
        raise


def code_key() -> str:
    """A digest of all that can change what is made of the same input: this program, Python, the installed packages."""
    import hashlib  # loads a large library, which a build with nothing to do can spare

    digest = hashlib.sha256(repr(surroundings()).encode())
    for name, path in code_files():
        content = read(path)
        digest.update(f"\0{name}\0{len(content or b'')}\0".encode() + (content or b""))
    return digest.hexdigest()


def surroundings() -> tuple[str, ...]:
    """What is around the program: the version of Python, and the names and versions of the installed packages."""
    folders = [folder for folder in sys.path if os.path.basename(folder) in ("site-packages", "dist-packages")]
    installed = (name for folder in folders if os.path.isdir(folder) for name in os.listdir(folder))
    return sys.version, *sorted(name for name in installed if name.endswith((".dist-info", ".egg-info", ".egg-link")))


def code_files() -> list[tuple[str, str]]:
    """The program's own modules, sorted: names relative to the project, with forward slashes, and paths."""
    found = [("build.py", os.path.join(PROJECT, "build.py"))]
    pending = [("generator", os.path.join(PROJECT, "generator"))]
    while pending:
        above, folder = pending.pop()
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.name.endswith(".py"):
                    found.append((f"{above}/{entry.name}", entry.path))
                elif entry.is_dir() and entry.name != "__pycache__":
                    pending.append((f"{above}/{entry.name}", entry.path))
    return sorted(found)
