"""Which content file is about which article: found by its seed's name, its seed's bytes, or what is told of it."""

import unicodedata
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple, Protocol

from generator.content import frontmatter
from generator.content.identity import Age, body_of, fields_of, known_events, opening
from generator.content.slugs import name_key

SUFFIX = ".md"


class Facts(NamedTuple):
    """What a content file tells a build. digest: of its bytes.

    seed, sha256: what it says it was read from, outlet: by whom. ids: those it gives events. pristine: just as the
    build wrote it; wording: then, a digest of all but the ids (edits.Wording). broken: it cannot be read, and might be
    about any article.
    """

    digest: str
    seed: str | None
    sha256: str | None
    outlet: str | None
    ids: tuple[str, ...]
    wording: str | None
    pristine: bool
    broken: bool


class Texts(Protocol):
    """The texts of fresh content files by their number; few are asked for."""

    def __getitem__(self, number: int, /) -> str: ...


class ContentFile(NamedTuple):
    """One file as it was found. name: in content/; read: gives the bytes of the file of this name.

    pristine: it is no link, and just as the build wrote it.
    """

    name: str
    read: Callable[[str], bytes]
    facts: Facts
    pristine: bool

    @property
    def slug(self) -> str:
        """The file's name without its suffix."""
        return slug_of(self.name)

    @property
    def text(self) -> str:
        """What it holds, as far as it is text."""
        return decode(self.read(self.name))


class Draft(NamedTuple):
    """What the plans for all files need of one fresh record, which itself may wait elsewhere under its number.

    slug: what its file is called where nothing else names it; ids: those of its events; wording: of its file's text
    but for these.
    """

    number: int
    seed: str | None
    sha256: str | None
    slug: str
    age: Age
    ids: tuple[str, ...]
    wording: str | None


def slug_of(name: str) -> str:
    """A content file's name without its suffix."""
    return name[: -len(SUFFIX)]


def decode(raw: bytes) -> str:
    """What a content file holds, as far as it is text."""
    return frontmatter.normalise(raw.decode("utf-8", "replace"))


def find_files(drafts: Sequence[Draft], texts: Texts, files: Sequence[ContentFile]) -> list[ContentFile | None]:
    """For each draft the file that is about it, if any: by its seed's name, its bytes, or what is told of it."""
    present = {_composed(draft.seed) for draft in drafts}
    orphans = [file for file in files if _composed(file.facts.seed) not in present]
    claims = _Claims(drafts)
    claims.make(lambda draft: draft.seed, ((file.facts.seed, file) for file in files))
    claims.make(lambda draft: _composed(draft.seed), ((_composed(file.facts.seed), file) for file in files))
    claims.make(lambda draft: draft.sha256, ((file.facts.sha256, file) for file in orphans))
    told = [file for file in orphans if file.facts.seed or file.facts.broken]
    claims.make(
        lambda draft: name_key(draft.slug),
        ((name_key(file.slug), file) for file in told),
        lambda draft, file: _is_about(texts[draft.number], file),
    )
    claims.make(
        lambda draft: opening(body_of(texts[draft.number])),
        ((opening(body_of(file.text)), file) for file in told),
        lambda draft, file: _is_of_it(texts[draft.number], file),
    )
    return claims.found


class _Claims:
    """The file of each draft, found in several passes; no file is found twice."""

    def __init__(self, drafts: Sequence[Draft]) -> None:
        self._drafts = drafts
        self._claimed: set[str] = set()
        self.found: list[ContentFile | None] = [None] * len(drafts)

    def make(
        self,
        key_of: Callable[[Draft], str | None],
        files: Iterable[tuple[str | None, ContentFile]],
        fits: Callable[[Draft, ContentFile], bool] = lambda *_: True,
    ) -> None:
        """Give each draft that has no file yet the first one with its key, where it fits."""
        index: dict[str, ContentFile] = {}
        for key, file in files:
            if key and file.name not in self._claimed:
                index.setdefault(key, file)
        for number in [number for number, file in enumerate(self.found) if file is None and index]:
            key = key_of(self._drafts[number]) or ""
            about = index.get(key)
            if about and fits(self._drafts[number], about):
                self.found[number] = index.pop(key)
                self._claimed.add(about.name)


def _is_about(fresh: str, file: ContentFile) -> bool:
    """Whether a file without its seed is about an article of its day, outlet and headline.

    It has its words; what cannot be read, and might be about any article, is taken to be.
    """
    if file.facts.broken and not file.facts.seed:
        return True
    return bool(fields_of(fresh).get("title")) and _has_its_words(fresh, file)


def _is_of_it(fresh: str, file: ContentFile) -> bool:
    """Whether a file without its seed is about an article that opens as it does: of its outlet, with its words."""
    return file.facts.outlet == fields_of(fresh).get("outlet") and _has_its_words(fresh, file)


def _has_its_words(fresh: str, file: ContentFile) -> bool:
    text, events = file.text, known_events(fresh)
    found = sum(event.quote in text for event in events)
    return 0 < found >= len(events) / 2


def _composed(seed: str | None) -> str | None:
    """A seed's name as every file system gives it."""
    return unicodedata.normalize("NFC", seed) if seed else None
