"""What a build does with each content file: write it, leave it as it is, or keep it because a person wrote in it."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

from generator.content import frontmatter
from generator.content.edits import format_record
from generator.content.identity import Age, Claim, age, body_of, keep_ids, make_distinct, opening, with_ids
from generator.content.slugs import make_slug, make_unique, name_key
from generator.model import Record
from generator.workers.spool import Spool

SUFFIX = ".md"
Fate = Literal["written", "unchanged", "kept"]
Formatter = Callable[[Iterable[Record]], Iterable[str]]


class ContentFile(NamedTuple):
    """One file as it was found. name: in content/; digest: of its bytes; read: gives those of the file of this name.

    seed, sha256: what it says it was read from, outlet: by whom. ids: those it gives events. pristine: just as the
    build wrote it; broken: it cannot be read, and might be about any article.
    """

    name: str
    digest: bytes
    read: Callable[[str], bytes]
    seed: str | None
    sha256: str | None
    outlet: str | None
    ids: frozenset[str]
    pristine: bool
    broken: bool

    @property
    def slug(self) -> str:
        """The file's name without its suffix."""
        return slug_of(self.name)

    @property
    def text(self) -> str:
        """What it holds, as far as it is text."""
        return decode(self.read(self.name))


class Plan(NamedTuple):
    """What a build does with one file: its new bytes, and the digest of those it must still have then.

    found: None where there was no such file.
    """

    name: str
    fate: Fate
    new: bytes
    found: bytes | None

    @property
    def slug(self) -> str:
        """The file's name without its suffix."""
        return slug_of(self.name)


class Draft(NamedTuple):
    """What the plans for all files need of one fresh record, which itself may wait elsewhere under its number.

    slug: what its file is called where nothing else names it; ids: those of its events.
    """

    number: int
    seed: str | None
    sha256: str | None
    slug: str
    age: Age
    ids: tuple[str, ...]


def slug_of(name: str) -> str:
    """A content file's name without its suffix."""
    return name[: -len(SUFFIX)]


def decode(raw: bytes) -> str:
    """What a content file holds, as far as it is text."""
    return frontmatter.normalise(raw.decode("utf-8", "replace"))


def fingerprint(raw: bytes) -> bytes:
    """What tells a file's bytes apart."""
    return hashlib.sha256(raw).digest()


def make_draft(number: int, record: Record) -> Draft:
    """The draft of the record with this number."""
    slug = make_slug(record.published, record.outlet, record.title, record.seed or "")
    ids = tuple(event.id for event in record.events)
    return Draft(number, record.seed, record.seed_sha256, slug, age(record), ids)


def format_records(records: Iterable[Record]) -> Iterable[str]:
    """The texts of the records' files, in their order."""
    return map(format_record, records)


def make_plans(
    fresh: Iterable[Record], files: tuple[ContentFile, ...], spread: Formatter = format_records
) -> Iterator[Plan]:
    """What to do with the file of each fresh record, in the order of the seeds."""
    records, drafts = Spool(Record), []
    for number, record in enumerate(fresh):
        records.append(record)
        drafts.append(make_draft(number, record))
    drafts.sort(key=lambda draft: draft.seed or "")
    found = find_files(drafts, records, files)
    slugs = _slugs(drafts, found, {name_key(file.slug) for file in files})
    names = name_events(drafts, records, found, files)
    named = (with_ids(records[draft.number], given) for draft, given in zip(drafts, names, strict=True))
    return map(_plan, spread(named), found, slugs)


def name_events(
    drafts: Sequence[Draft],
    records: Sequence[Record],
    found: Sequence[ContentFile | None],
    files: Sequence[ContentFile],
) -> list[Mapping[str, str]]:
    """For each draft the ids that its events have in the file found for it, or get there, by those of the reading."""
    kept = [_kept_ids(draft, records, file) for draft, file in zip(drafts, found, strict=True)]
    claims = [
        Claim(ids, file.ids if file else frozenset(), draft.age)
        for draft, ids, file in zip(drafts, kept, found, strict=True)
    ]
    used = {file.name for file in found if file}
    distinct = make_distinct(claims, (each for file in files if file.name not in used for each in file.ids))
    return [
        {old: given.get(new, new) for old, new in zip(draft.ids, ids, strict=True) if given.get(new, new) != old}
        for draft, ids, given in zip(drafts, kept, distinct, strict=True)
    ]


def _kept_ids(draft: Draft, records: Sequence[Record], file: ContentFile | None) -> tuple[str, ...]:
    """The ids of a draft's events, as far as its file has them."""
    if file is None or file.ids.issuperset(draft.ids):
        return draft.ids
    return tuple(event.id for event in keep_ids(records[draft.number], file.text).events)


def _plan(text: str, file: ContentFile | None, slug: str) -> Plan:
    new = text.encode("utf-8")
    if file is None:
        return Plan(slug + SUFFIX, "written", new, None)
    fate: Fate = "kept" if not file.pristine else "unchanged" if file.digest == fingerprint(new) else "written"
    return Plan(file.name, fate, new, file.digest)


def _slugs(drafts: Sequence[Draft], found: Sequence[ContentFile | None], taken: set[str]) -> list[str]:
    """Each draft's slug, of its file or a new one; of two articles with one name the earlier has it."""
    slugs = [file.slug if file else "" for file in found]
    for index in sorted(range(len(drafts)), key=lambda index: drafts[index].age):
        if not slugs[index]:
            slugs[index] = make_unique(drafts[index].slug, taken)
            taken.add(name_key(slugs[index]))
    return slugs


def find_files(
    drafts: Sequence[Draft], records: Sequence[Record], files: Sequence[ContentFile]
) -> list[ContentFile | None]:
    """For each draft the file that is about it, if any: by its seed's name, its bytes, or what is told of it."""
    present = {_composed(draft.seed) for draft in drafts}
    orphans = [file for file in files if _composed(file.seed) not in present]
    claims = _Claims(drafts)
    claims.make(lambda draft: draft.seed, ((file.seed, file) for file in files))
    claims.make(lambda draft: _composed(draft.seed), ((_composed(file.seed), file) for file in files))
    claims.make(lambda draft: draft.sha256, ((file.sha256, file) for file in orphans))
    told = [file for file in orphans if file.seed or file.broken]
    claims.make(
        lambda draft: name_key(draft.slug),
        ((name_key(file.slug), file) for file in told),
        lambda draft, file: _is_about(records[draft.number], file),
    )
    claims.make(
        lambda draft: opening(records[draft.number].body),
        ((opening(body_of(file.text)), file) for file in told),
        lambda draft, file: _is_of_it(records[draft.number], file),
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


def _is_about(record: Record, file: ContentFile) -> bool:
    """Whether a file without its seed is about an article of its day, outlet and headline.

    It has its words; what cannot be read, and might be about any article, is taken to be.
    """
    return (file.broken and not file.seed) or (bool(record.title) and _has_its_words(record, file))


def _is_of_it(record: Record, file: ContentFile) -> bool:
    """Whether a file without its seed is about an article that opens as it does: of its outlet, with its words."""
    return file.outlet == record.outlet and _has_its_words(record, file)


def _has_its_words(record: Record, file: ContentFile) -> bool:
    text = file.text
    found = sum(event.quote in text for event in record.events)
    return 0 < found >= len(record.events) / 2


def _composed(seed: str | None) -> str | None:
    """A seed's name as every file system gives it."""
    return unicodedata.normalize("NFC", seed) if seed else None
