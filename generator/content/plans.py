"""What a build does with each content file: write it, leave it as it is, or keep it because a person wrote in it."""

from __future__ import annotations

import hashlib
from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

from generator.content.edits import format_record, read_wording
from generator.content.files import SUFFIX, ContentFile, Draft, Records, find_files, slug_of
from generator.content.identity import Claim, age, keep_ids, make_distinct, with_ids
from generator.content.slugs import make_slug, make_unique, name_key
from generator.model import Record
from generator.workers.packing import pack_text
from generator.workers.spool import Spool

Fate = Literal["written", "unchanged", "kept"]
Formatter = Callable[[Iterable[Record]], Iterable[str]]


class Plan(NamedTuple):
    """What a build does with one file: its new bytes, none where it stays as it is, and the digest of those it must
    still have then.

    found: None where there was no such file.
    """

    name: str
    fate: Fate
    new: bytes
    found: str | None

    @property
    def slug(self) -> str:
        """The file's name without its suffix."""
        return slug_of(self.name)


class Fresh(NamedTuple):
    """What was made of one article: its draft, its record, packed, and the text of its file if its events keep their
    ids; of an article known from an earlier run the draft alone."""

    draft: Draft
    record: str
    text: str


Maker = Callable[[Iterable[Draft]], Iterable[Fresh]]


def fingerprint(raw: bytes) -> str:
    """What tells a file's bytes apart."""
    return hashlib.sha256(raw).hexdigest()


def make_draft(number: int, record: Record, text: str) -> Draft:
    """The draft of the record with this number. text: of its file."""
    slug = make_slug(record.published, record.outlet, record.title, record.seed or "")
    ids = tuple(event.id for event in record.events)
    wording = read_wording(text)
    own = wording.rest if wording and wording.ids == ids else None
    return Draft(number, record.seed, record.seed_sha256, slug, age(record), ids, own)


def draw_up(record: Record) -> Fresh:
    """A fresh record as the plans need it."""
    text = format_record(record)
    return Fresh(make_draft(0, record, text), pack_text(record), text)


def format_records(records: Iterable[Record]) -> Iterable[str]:
    """The texts of the records' files, in their order."""
    return map(format_record, records)


def all_at_hand(drafts: Iterable[Draft]) -> Iterable[Fresh]:
    """What to give where nothing is known from an earlier run."""
    raise LookupError(f"{[draft.slug for draft in drafts]} are without record and text")


class _Making:
    """Records and texts by their number, laid aside; those of an article that is known are made where they are asked
    for."""

    def __init__(self, make: Maker) -> None:
        self._make = make
        self._records, self._texts = Spool(Record), Spool(str)
        self._places = array("q")  # in these; -1 of what is not there
        self.drafts: list[Draft] = []

    def add(self, fresh: Fresh) -> None:
        self.drafts.append(fresh.draft._replace(number=len(self.drafts)))
        self._places.append(-1)
        if fresh.text:
            self._lay_aside(self.drafts[-1], fresh)

    def complete(self, drafts: Iterable[Draft]) -> None:
        """Have the records and texts of all these at hand."""
        missing = [draft for draft in drafts if self._places[draft.number] < 0]
        if missing:
            for draft, fresh in zip(missing, self._make(missing), strict=True):
                self._lay_aside(draft, fresh)

    def __getitem__(self, number: int) -> Record:
        self.complete([self.drafts[number]])
        return self._records[self._places[number]]

    def text(self, number: int) -> str:
        self.complete([self.drafts[number]])
        return self._texts[self._places[number]]

    def _lay_aside(self, draft: Draft, fresh: Fresh) -> None:
        self._places[draft.number] = len(self._texts)
        self._records.append_packed(fresh.record.encode("utf-8", "surrogatepass"))
        self._texts.append(fresh.text)


def make_plans(
    fresh: Iterable[Fresh],
    files: tuple[ContentFile, ...],
    spread: Formatter = format_records,
    make: Maker = all_at_hand,
) -> Iterator[Plan]:
    """What to do with the file of each fresh record, in the order of the seeds.

    make: the same with records and texts, for those that came without.
    """
    making = _Making(make)
    for each in fresh:
        making.add(each)
    drafts = sorted(making.drafts, key=lambda draft: draft.seed or "")
    found = find_files(drafts, making, files)
    slugs = _slugs(drafts, found, {name_key(file.slug) for file in files})
    names = name_events(drafts, making, found, files)
    done = list(map(_is_done, drafts, names, found))
    todo = [(draft, given) for draft, given, is_done in zip(drafts, names, done, strict=True) if not is_done]
    making.complete(draft for draft, _ in todo)
    renamed = iter(spread(with_ids(making[draft.number], given) for draft, given in todo if given))
    for draft, given, file, slug, is_done in zip(drafts, names, found, slugs, done, strict=True):
        if file and is_done:
            yield Plan(file.name, "unchanged", b"", file.facts.digest)
        else:
            yield _plan(next(renamed) if given else making.text(draft.number), file, slug)


def _is_done(draft: Draft, given: Mapping[str, str], file: ContentFile | None) -> bool:
    """Whether a file holds just what the build would write, as far as that is told without its text."""
    if file is None or not file.pristine or not draft.wording:
        return False
    ids = tuple(given.get(each, each) for each in draft.ids)
    return (file.facts.wording, file.facts.ids) == (draft.wording, ids)


def name_events(
    drafts: Sequence[Draft],
    records: Records,
    found: Sequence[ContentFile | None],
    files: Sequence[ContentFile],
) -> list[Mapping[str, str]]:
    """For each draft the ids that its events have in the file found for it, or get there, by those of the reading."""
    kept = [_kept_ids(draft, records, file) for draft, file in zip(drafts, found, strict=True)]
    claims = [
        Claim(ids, frozenset(file.facts.ids if file else ()), draft.age)
        for draft, ids, file in zip(drafts, kept, found, strict=True)
    ]
    used = {file.name for file in found if file}
    distinct = make_distinct(claims, (each for file in files if file.name not in used for each in file.facts.ids))
    return [
        {old: given.get(new, new) for old, new in zip(draft.ids, ids, strict=True) if given.get(new, new) != old}
        for draft, ids, given in zip(drafts, kept, distinct, strict=True)
    ]


def _kept_ids(draft: Draft, records: Records, file: ContentFile | None) -> tuple[str, ...]:
    """The ids of a draft's events, as far as its file has them."""
    if file is None or set(file.facts.ids).issuperset(draft.ids):
        return draft.ids
    if draft.wording and draft.wording == file.facts.wording:
        return file.facts.ids
    return tuple(event.id for event in keep_ids(records[draft.number], file.text).events)


def _plan(text: str, file: ContentFile | None, slug: str) -> Plan:
    new = text.encode("utf-8")
    if file is None:
        return Plan(slug + SUFFIX, "written", new, None)
    same = file.facts.digest == fingerprint(new)
    fate: Fate = "kept" if not file.pristine else "unchanged" if same else "written"
    return Plan(file.name, fate, new, file.facts.digest)


def _slugs(drafts: Sequence[Draft], found: Sequence[ContentFile | None], taken: set[str]) -> list[str]:
    """Each draft's slug, of its file or a new one; of two articles with one name the earlier has it."""
    slugs = [file.slug if file else "" for file in found]
    for index in sorted(range(len(drafts)), key=lambda index: drafts[index].age):
        if not slugs[index]:
            slugs[index] = make_unique(drafts[index].slug, taken)
            taken.add(name_key(slugs[index]))
    return slugs
