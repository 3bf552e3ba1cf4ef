"""What a build does with each content file: write it, leave it as it is, or keep it because a person wrote in it."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal

from generator.content import frontmatter
from generator.content.edits import format_record
from generator.content.identity import age, body_of, ids_in, keep_ids, make_distinct, opening
from generator.content.slugs import make_slug, make_unique, name_key
from generator.model import Record

SUFFIX = ".md"
Fate = Literal["written", "unchanged", "kept"]
Formatter = Callable[[Iterable[Record]], Iterable[str]]


@dataclass(frozen=True, slots=True)
class ContentFile:
    """One file as it was found. name: in content/. seed, sha256: what it says it was read from, outlet: by whom.

    pristine: just as the build wrote it; broken: it cannot be read, and might be about any article.
    """

    name: str
    raw: bytes
    seed: str | None
    sha256: str | None
    outlet: str | None
    pristine: bool
    broken: bool

    @property
    def slug(self) -> str:
        """The file's name without its suffix."""
        return slug_of(self.name)

    @property
    def text(self) -> str:
        """What it holds, as far as it is text."""
        return frontmatter.normalise(self.raw.decode("utf-8", "replace"))


@dataclass(frozen=True, slots=True)
class Plan:
    """What a build does with one file: its new bytes, and those it must still have then (None: no such file)."""

    name: str
    fate: Fate
    new: bytes
    found: bytes | None

    @property
    def slug(self) -> str:
        """The file's name without its suffix."""
        return slug_of(self.name)


def slug_of(name: str) -> str:
    """A content file's name without its suffix."""
    return name[: -len(SUFFIX)]


def format_records(records: Iterable[Record]) -> Iterable[str]:
    """The texts of the records' files, in their order."""
    return map(format_record, records)


def make_plans(
    fresh: Iterable[Record], files: tuple[ContentFile, ...], spread: Formatter = format_records
) -> tuple[Plan, ...]:
    """What to do with the file of each fresh record, in the order of the seeds."""
    records = sorted(fresh, key=lambda record: record.seed or "")
    found = find_files(records, files)
    slugs = _slugs(records, found, {name_key(file.slug) for file in files})
    texts = spread(name_events(records, found, files))
    return tuple(_plan(*each) for each in zip(texts, found, slugs, strict=True))


def name_events(records: list[Record], found: list[ContentFile | None], files: tuple[ContentFile, ...]) -> list[Record]:
    """The records with the ids their events have in the files found for them, or get there."""
    texts = [file.text if file else "" for file in found]
    used = {file.name for file in found if file}
    others = {each for file in files if file.name not in used for each in ids_in(file.text)}
    return make_distinct([keep_ids(*each) for each in zip(records, texts, strict=True)], texts, others)


def _plan(text: str, file: ContentFile | None, slug: str) -> Plan:
    new = text.encode("utf-8")
    if file is None:
        return Plan(slug + SUFFIX, "written", new, None)
    fate: Fate = "kept" if not file.pristine else "unchanged" if file.raw == new else "written"
    return Plan(file.name, fate, new, file.raw)


def _slugs(records: list[Record], found: list[ContentFile | None], taken: set[str]) -> list[str]:
    """Each record's slug, of its file or a new one; of two articles with one name the earlier has it."""
    slugs = [file.slug if file else "" for file in found]
    for index in sorted(range(len(records)), key=lambda index: age(records[index])):
        if not slugs[index]:
            slugs[index] = make_unique(_natural_slug(records[index]), taken)
            taken.add(name_key(slugs[index]))
    return slugs


def _natural_slug(record: Record) -> str:
    return make_slug(record.published, record.outlet, record.title, record.seed or "")


def find_files(records: list[Record], files: tuple[ContentFile, ...]) -> list[ContentFile | None]:
    """For each record the file that is about it, if any: by its seed's name, its bytes, or what is told of it."""
    present = {_composed(record.seed) for record in records}
    orphans = [file for file in files if _composed(file.seed) not in present]
    claims = _Claims(records)
    claims.make(lambda record: record.seed, ((file.seed, file) for file in files))
    claims.make(lambda record: _composed(record.seed), ((_composed(file.seed), file) for file in files))
    claims.make(lambda record: record.seed_sha256, ((file.sha256, file) for file in orphans))
    told = [file for file in orphans if file.seed or file.broken]
    claims.make(
        lambda record: name_key(_natural_slug(record)), ((name_key(file.slug), file) for file in told), _is_about
    )
    claims.make(lambda record: opening(record.body), ((opening(body_of(file.text)), file) for file in told), _is_of_it)
    return claims.found


class _Claims:
    """The file of each record, found in several passes; no file is found twice."""

    def __init__(self, records: list[Record]) -> None:
        self._records = records
        self._claimed: set[str] = set()
        self.found: list[ContentFile | None] = [None] * len(records)

    def make(
        self,
        key_of: Callable[[Record], str | None],
        files: Iterable[tuple[str | None, ContentFile]],
        fits: Callable[[Record, ContentFile], bool] = lambda *_: True,
    ) -> None:
        """Give each record that has no file yet the first one with its key, where it fits."""
        index: dict[str, ContentFile] = {}
        for key, file in files:
            if key and file.name not in self._claimed:
                index.setdefault(key, file)
        for number in [number for number, file in enumerate(self.found) if file is None and index]:
            key = key_of(self._records[number]) or ""
            about = index.get(key)
            if about and fits(self._records[number], about):
                self.found[number] = index.pop(key)
                self._claimed.add(about.name)


def _is_about(record: Record, file: ContentFile) -> bool:
    """Whether a file without its seed is about an article of its day, outlet and headline.

    It has its words; what cannot be read, and might be about any article, is taken to be.
    """
    return (file.broken and not file.seed) or (bool(record.title) and _has_its_words(record, file))


def _is_of_it(record: Record, file: ContentFile) -> bool:
    """Whether a file without its seed is about an article that opens as it does: of its outlet, with its words."""
    return file.outlet == record.outlet and _has_its_words(record, file)


def _has_its_words(record: Record, file: ContentFile) -> bool:
    found = sum(event.quote in file.text for event in record.events)
    return 0 < found >= len(record.events) / 2


def _composed(seed: str | None) -> str | None:
    """A seed's name as every file system gives it."""
    return unicodedata.normalize("NFC", seed) if seed else None
