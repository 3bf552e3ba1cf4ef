"""The new site while it is made: pages put aside by whoever fills them, whichever process of this machine that is."""

import hashlib
import os
from collections.abc import Callable
from typing import NamedTuple

from generator.model import Page
from generator.pages.longpage import LongPage
from generator.pages.proofs import KnownPage, StagedPage, digest_of, is_listed

PIECE = 1_000_000  # bytes of a file read at a time
_NEW_FILE = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0)  # Windows would change line ends


class Staging(NamedTuple):
    """Where a site is made. published: the folder as readers find it, if any; aside: the one that takes its place."""

    published: str | None
    aside: str

    def find(self, path: str) -> bytes | None:
        """The digest of what is published at a path; None where nothing is."""
        return read_digest(f"{self.published}/{path}") if self.published else None

    def put(self, page: Page | KnownPage, published: bytes | None) -> StagedPage:
        """The page, put aside unless it has the digest of the published one."""
        digest = digest_of(page)
        if digest != published:
            _write(f"{self.aside}/{page.path}", page.content)
        return StagedPage(page.path, digest, is_listed(page), digest != published)

    def put_long(self, page: LongPage, find: Callable[[str], bytes | None]) -> StagedPage:
        """The same of a page that is not held in memory: it is compared once it is written.

        find: gives the digest of what is published at a path, which is asked for only where both are as long.
        """
        target = f"{self.aside}/{page.path}"
        digest = _write_long(target, page)
        is_new = not self._is_as_long(page.path) or digest != find(page.path)
        if not is_new:
            os.unlink(target)
        return StagedPage(page.path, digest, is_listed(page), is_new)

    def _is_as_long(self, path: str) -> bool:
        published = f"{self.published}/{path}"
        return os.path.isfile(published) and os.stat(published).st_size == os.stat(f"{self.aside}/{path}").st_size


def is_inside(path: str) -> bool:
    """Whether a page's path leads to a place inside the site."""
    parts = path.split("/")
    return bool(path) and not any(part in ("", ".", "..") or "\\" in part or "\0" in part for part in parts)


def read_digest(path: str) -> bytes | None:
    """The SHA-256 of a file, which may be larger than the memory; None where it can't be read."""
    digest = hashlib.sha256()
    try:
        with open(path, "rb", buffering=0) as file:
            while chunk := file.read(PIECE):
                digest.update(chunk)
    except OSError:
        return None
    return digest.digest()


def _write(target: str, content: bytes) -> None:
    """A file, whole, also where a process that was killed began it."""
    file = _open(target)
    try:
        if os.write(file, content) != len(content):
            raise OSError(f"{os.path.basename(target)} did not arrive whole")
    finally:
        os.close(file)


def _open(target: str) -> int:
    """A new file's descriptor; the file's folder is made where it is the first there."""
    try:
        return os.open(target, _NEW_FILE, 0o666)
    except FileNotFoundError:
        os.makedirs(os.path.dirname(target), exist_ok=True)
        return os.open(target, _NEW_FILE, 0o666)


def _write_long(target: str, page: LongPage) -> bytes:
    """A new file, written as it is made; its digest."""
    digest, size = hashlib.sha256(), 0
    with os.fdopen(_open(target), "wb") as file:
        for chunk in page.chunks():
            digest.update(chunk)
            size += file.write(chunk)
    if os.stat(target).st_size != size:
        raise OSError(f"{os.path.basename(target)} did not arrive whole")
    return digest.digest()
