"""What a build does with each content file: write it, leave it as it is, or keep it because a person wrote in it."""

import hashlib
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

from generator.content.edits import format_record, read_wording, rename_events
from generator.content.files import SUFFIX, ContentFile, Draft, Texts, find_files, slug_of
from generator.content.identity import Claim, age, keep_ids, make_distinct
from generator.content.slugs import make_slug, make_unique, name_key
from generator.model import Record
from generator.workers.spool import Spool

Fate = Literal["written", "unchanged", "kept"]


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
    """What was made of one article: its draft, and the text of its file if its events keep their ids; "" of an article
    known from an earlier run."""

    draft: Draft
    text: str


Maker = Callable[[Iterable[Draft]], Iterable[str]]


def fingerprint(raw: bytes) -> str:
    """What tells a file's bytes apart."""
    return hashlib.sha256(raw).hexdigest()


def draw_up(record: Record) -> Fresh:
    """A fresh record as the plans need it."""
    slug = make_slug(record.published, record.outlet, record.title, record.seed or "")
    ids = tuple(event.id for event in record.events)
    text = format_record(record)
    wording = read_wording(text)
    own = wording.rest if wording and wording.ids == ids else None
    return Fresh(Draft(0, record.seed, record.seed_sha256, slug, age(record), ids, own), text)


def all_at_hand(drafts: Iterable[Draft]) -> Iterable[str]:
    """What to call for texts where nothing is known from an earlier run."""
    raise LookupError(f"{[draft.slug for draft in drafts]} came without texts")


class _Texts:
    """Texts by their number, laid aside; those of articles that came without are made when they are asked for."""

    def __init__(self, make: Maker) -> None:
        self._make = make
        self._texts = Spool(str)
        self._places = array("q")  # in these; -1 of what is not there
        self.drafts: list[Draft] = []

    def add(self, fresh: Fresh) -> None:
        """The next article's."""
        self.drafts.append(fresh.draft._replace(number=len(self.drafts)))
        self._places.append(self._put(fresh.text) if fresh.text else -1)

    def complete(self, drafts: Iterable[Draft]) -> None:
        """Have the texts of all these at hand."""
        missing = [draft for draft in drafts if self._places[draft.number] < 0]
        for draft, text in zip(missing, self._make(missing) if missing else (), strict=True):
            self._places[draft.number] = self._put(text)

    def __getitem__(self, number: int) -> str:
        self.complete([self.drafts[number]])
        return self._texts[self._places[number]]

    def _put(self, text: str) -> int:
        self._texts.append(text)
        return len(self._texts) - 1


def make_plans(fresh: Iterable[Fresh], files: tuple[ContentFile, ...], make: Maker = all_at_hand) -> Iterator[Plan]:
    """What to do with the file of each fresh record, in the order of the seeds.

    make: the texts for those that came without, in their order.
    """
    texts = _Texts(make)
    for each in fresh:
        texts.add(each)
    drafts = sorted(texts.drafts, key=lambda draft: draft.seed or "")
    found = find_files(drafts, texts, files)
    slugs = _slugs(drafts, found, {name_key(file.slug) for file in files})
    names = name_events(drafts, texts, found, files)
    done = list(map(_is_done, drafts, names, found))
    texts.complete(draft for draft, is_done in zip(drafts, done, strict=True) if not is_done)
    for draft, ids, file, slug, is_done in zip(drafts, names, found, slugs, done, strict=True):
        if file and is_done:
            yield Plan(file.name, "unchanged", b"", file.facts.digest)
        else:
            text = texts[draft.number]
            yield _plan(text if ids == draft.ids else rename_events(text, ids), file, slug)


def _is_done(draft: Draft, ids: tuple[str, ...], file: ContentFile | None) -> bool:
    """Whether a file holds just what the build would write, as far as that is told without its text."""
    if file is None or not file.pristine or not draft.wording:
        return False
    return (file.facts.wording, file.facts.ids) == (draft.wording, ids)


def name_events(
    drafts: Sequence[Draft], texts: Texts, found: Sequence[ContentFile | None], files: Sequence[ContentFile]
) -> list[tuple[str, ...]]:
    """For each draft the ids that its events have in the file found for it, or get there, in their order."""
    kept = [_kept_ids(draft, texts, file) for draft, file in zip(drafts, found, strict=True)]
    claims = [
        Claim(ids, frozenset(file.facts.ids if file else ()), draft.age)
        for draft, ids, file in zip(drafts, kept, found, strict=True)
    ]
    used = {file.name for file in found if file}
    distinct = make_distinct(claims, (each for file in files if file.name not in used for each in file.facts.ids))
    return [tuple(given.get(name, name) for name in ids) for ids, given in zip(kept, distinct, strict=True)]


def _kept_ids(draft: Draft, texts: Texts, file: ContentFile | None) -> tuple[str, ...]:
    """The ids of a draft's events, as far as its file has them."""
    if file is None or set(file.facts.ids).issuperset(draft.ids):
        return draft.ids
    if draft.wording and draft.wording == file.facts.wording:
        return file.facts.ids
    return keep_ids(draft.ids, texts[draft.number], file.text)


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
