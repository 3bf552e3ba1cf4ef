"""Pages known from an earlier build: where they lie and their digest, so that the site's own file serves again."""

import hashlib
from collections.abc import Callable
from functools import cached_property
from typing import NamedTuple, TypeAlias

from generator.model import Page
from generator.pages.longpage import LongPage
from generator.workers.packing import pack, unpack


class Proof(NamedTuple):
    """What is kept of a page: its path, the SHA-256 of its content, whether search engines should list it."""

    path: str
    digest: str
    listed: bool


class KnownPage:
    """A page as its proof has it; the content is made again only where it is asked for."""

    def __init__(self, proof: Proof, again: Callable[[], tuple[Page, ...]]) -> None:
        self.path, self.listed = proof.path, proof.listed
        self.digest = bytes.fromhex(proof.digest)
        self._again = again

    @cached_property
    def content(self) -> bytes:
        """The bytes of the file."""
        return next(page.content for page in self._again() if page.path == self.path)


class StagedPage(NamedTuple):
    """A page whose file lies where the new site is made; is_new: it is another than the published one."""

    path: str
    digest: bytes
    listed: bool
    is_new: bool


AnyPage: TypeAlias = Page | KnownPage | LongPage | StagedPage


def prove(pages: tuple[AnyPage, ...]) -> bytes:
    """The proofs of pages, packed."""
    return pack(tuple(Proof(page.path, digest_of(page).hex(), is_listed(page)) for page in pages))


def known_pages(data: bytes, again: Callable[[], tuple[Page, ...]]) -> tuple[Page | KnownPage, ...]:
    """The pages that were proved; again: what makes them anew."""
    return tuple(KnownPage(proof, again) for proof in unpack(tuple[Proof, ...], data))


def digest_of(page: AnyPage) -> bytes:
    """The SHA-256 of a page's content."""
    if isinstance(page, KnownPage | StagedPage):
        return page.digest
    digest = hashlib.sha256()
    for chunk in page.chunks() if isinstance(page, LongPage) else (page.content,):
        digest.update(chunk)
    return digest.digest()


def is_listed(page: AnyPage) -> bool:
    """Whether search engines should list a page."""
    if isinstance(page, KnownPage | StagedPage):
        return page.listed
    return page.path.endswith(".html") and b'content="noindex"' not in page.content
