"""What a build does with each content file: write it, leave it as it is, or keep it because a person wrote in it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from generator.content.edits import format_record
from generator.content.slugs import make_slug, make_unique, name_key
from generator.model import Record

SUFFIX = ".md"
Fate = Literal["written", "unchanged", "kept"]


@dataclass(frozen=True, slots=True)
class ContentFile:
    """One file as it was found. name: in content/. seed, sha256: what it says it was read from.

    pristine: just as the build wrote it; broken: it cannot be read, and might be about any article.
    """

    name: str
    raw: bytes
    seed: str | None
    sha256: str | None
    pristine: bool
    broken: bool

    @property
    def slug(self) -> str:
        """The file's name without its suffix."""
        return slug_of(self.name)


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


def make_plans(fresh: Iterable[Record], files: tuple[ContentFile, ...]) -> tuple[Plan, ...]:
    """What to do with the file of each fresh record, in the order of the seeds."""
    records = sorted(fresh, key=lambda record: record.seed or "")
    return tuple(_plan(record, file, slug) for record, file, slug in _match(records, files))


def _plan(record: Record, file: ContentFile | None, slug: str) -> Plan:
    new = format_record(replace(record, slug=slug)).encode("utf-8")
    if file is None:
        return Plan(slug + SUFFIX, "written", new, None)
    fate: Fate = "kept" if not file.pristine else "unchanged" if file.raw == new else "written"
    return Plan(file.name, fate, new, file.raw)


def _match(records: list[Record], files: tuple[ContentFile, ...]) -> Iterator[tuple[Record, ContentFile | None, str]]:
    """Each record with the file that is about it, if any, and its slug; no file is about two."""
    names = {record.seed for record in records}
    composed = {_composed(name) for name in names}
    by_name = _index((file.seed, file) for file in files)
    by_composed = _index((_composed(file.seed), file) for file in files if file.seed not in names)
    by_sha = _index((file.sha256, file) for file in files if _composed(file.seed) not in composed)
    unknown = {name_key(file.slug): file for file in files if file.broken and not file.seed}
    taken = {name_key(file.slug) for file in files}
    free = {file.name for file in files}
    for record in records:
        slug = make_slug(record.published, record.outlet, record.title, record.seed or "")
        seed, sha256 = record.seed, record.seed_sha256
        found = (by_name.get(seed), by_composed.get(_composed(seed)), by_sha.get(sha256), unknown.get(name_key(slug)))
        file = next((each for each in found if each and each.name in free), None)
        free -= {file.name} if file else set()
        slug = file.slug if file else make_unique(slug, taken)
        taken.add(name_key(slug))
        yield record, file, slug


def _index(pairs: Iterable[tuple[str | None, ContentFile]]) -> Mapping[str | None, ContentFile]:
    """The first file of each key."""
    index: dict[str | None, ContentFile] = {}
    for key, file in pairs:
        if key:
            index.setdefault(key, file)
    return index


def _composed(seed: str | None) -> str | None:
    """A seed's name as every file system gives it."""
    return unicodedata.normalize("NFC", seed) if seed else None
