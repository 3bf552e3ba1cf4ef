"""What a build does with each content file: write it, leave it as it is, or keep it because a person wrote in it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

from generator.content.edits import format_record, rename_events
from generator.content.files import SUFFIX, ContentFile, Draft, find_files, slug_of
from generator.content.identity import Claim, age, keep_ids, make_distinct
from generator.content.slugs import make_slug, make_unique, name_key
from generator.model import Record
from generator.workers.spool import Spool

Fate = Literal["written", "unchanged", "kept"]


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
    """What was made of one article: its draft, and the text of its file if its events keep their ids."""

    draft: Draft
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
    return Fresh(make_draft(0, record), format_record(record))


def make_plans(fresh: Iterable[Fresh], files: tuple[ContentFile, ...]) -> Iterator[Plan]:
    """What to do with the file of each fresh record, in the order of the seeds."""
    texts, drafts = Spool(str), []
    for number, (draft, text) in enumerate(fresh):
        texts.append(text)
        drafts.append(draft._replace(number=number))
    drafts.sort(key=lambda draft: draft.seed or "")
    found = find_files(drafts, texts, files)
    slugs = _slugs(drafts, found, {name_key(file.slug) for file in files})
    names = name_events(drafts, texts, found, files)
    for draft, ids, file, slug in zip(drafts, names, found, slugs, strict=True):
        text = texts[draft.number]
        yield _plan(text if ids == draft.ids else rename_events(text, ids), file, slug)


def name_events(
    drafts: Sequence[Draft], texts: Sequence[str], found: Sequence[ContentFile | None], files: Sequence[ContentFile]
) -> list[tuple[str, ...]]:
    """For each draft the ids that its events have in the file found for it, or get there, in their order."""
    kept = [_kept_ids(draft, texts, file) for draft, file in zip(drafts, found, strict=True)]
    claims = [
        Claim(ids, file.ids if file else frozenset(), draft.age)
        for draft, ids, file in zip(drafts, kept, found, strict=True)
    ]
    used = {file.name for file in found if file}
    distinct = make_distinct(claims, (each for file in files if file.name not in used for each in file.ids))
    return [tuple(given.get(name, name) for name in ids) for ids, given in zip(kept, distinct, strict=True)]


def _kept_ids(draft: Draft, texts: Sequence[str], file: ContentFile | None) -> tuple[str, ...]:
    """The ids of a draft's events, as far as its file has them."""
    if file is None or file.ids.issuperset(draft.ids):
        return draft.ids
    return keep_ids(draft.ids, texts[draft.number], file.text)


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
