"""What a build does with each content file: write it, leave it as it is, or keep it because a person wrote in it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

from generator.content.edits import format_record
from generator.content.files import SUFFIX, ContentFile, Draft, find_files, slug_of
from generator.content.identity import Claim, age, keep_ids, make_distinct, with_ids
from generator.content.slugs import make_slug, make_unique, name_key
from generator.model import Record
from generator.workers.packing import pack_text
from generator.workers.spool import Spool

Fate = Literal["written", "unchanged", "kept"]
Formatter = Callable[[Iterable[Record]], Iterable[str]]


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


class Fresh(NamedTuple):
    """What was made of one article: its draft, its record, packed, and the text of its file if its events keep their
    ids."""

    draft: Draft
    record: str
    text: str


def fingerprint(raw: bytes) -> bytes:
    """What tells a file's bytes apart."""
    return hashlib.sha256(raw).digest()


def make_draft(number: int, record: Record) -> Draft:
    """The draft of the record with this number."""
    slug = make_slug(record.published, record.outlet, record.title, record.seed or "")
    ids = tuple(event.id for event in record.events)
    return Draft(number, record.seed, record.seed_sha256, slug, age(record), ids)


def draw_up(record: Record) -> Fresh:
    """A fresh record as the plans need it."""
    return Fresh(make_draft(0, record), pack_text(record), format_record(record))


def format_records(records: Iterable[Record]) -> Iterable[str]:
    """The texts of the records' files, in their order."""
    return map(format_record, records)


def make_plans(
    fresh: Iterable[Fresh], files: tuple[ContentFile, ...], spread: Formatter = format_records
) -> Iterator[Plan]:
    """What to do with the file of each fresh record, in the order of the seeds."""
    records, texts, drafts = Spool(Record), Spool(str), []
    for number, (draft, record, text) in enumerate(fresh):
        records.append_packed(record.encode("utf-8", "surrogatepass"))
        texts.append(text)
        drafts.append(draft._replace(number=number))
    drafts.sort(key=lambda draft: draft.seed or "")
    found = find_files(drafts, records, files)
    slugs = _slugs(drafts, found, {name_key(file.slug) for file in files})
    names = name_events(drafts, records, found, files)
    named = [(draft.number, given) for draft, given in zip(drafts, names, strict=True) if given]
    renamed = iter(spread(with_ids(records[number], given) for number, given in named))
    for draft, given, file, slug in zip(drafts, names, found, slugs, strict=True):
        yield _plan(next(renamed) if given else texts[draft.number], file, slug)


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
