"""From the mentions of all articles to clusters: one for each happening, with the reason for every merge."""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from generator import edtf
from generator.compiled import regex
from generator.lexicon import CONTINUING
from generator.model import Record
from generator.text import fold, squeeze
from generator.timeline.likeness import SAME, Features, features, likeness

CROWD = 400  # mentions of one date block that are compared pair by pair; larger blocks go by shared rare words
BACKUP_WITHIN = 3  # paragraphs behind the lede in which the quotation that backs it stands
_VERBS = "|".join(CONTINUING)
# “…,” he said / Stoltenberg added, “… / Stoltenberg added that …
_GOES_ON = regex(
    rf"^(?:(?:but|and|still)\s+)*[“\"][^”\"]{{20,}}[”\"]?[\s,.]*(?:[\w’'-]+\s+){{1,6}}?(?:{_VERBS})\b"
    rf"|^(?:[\w’'-]+\s+){{1,4}}(?:(?:{_VERBS})[,:]?\s+[“\"]|(?:added|continued)\b)",
    re.IGNORECASE,
)
BLOCK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Cluster:
    """Mentions of one happening, best first, and why each later one joined."""

    members: tuple[Features, ...]
    because: tuple[str, ...]


def cluster_mentions(records: Sequence[Record], first_of: Mapping[str, str]) -> tuple[Cluster, ...]:
    """Every visible mention in exactly one cluster. An editor's same_as and distinct_from win over likeness.

    first_of: for an article whose text others have too, the slug of the first that had it.
    """
    items = [
        features(record, mention, order)
        for record in records
        if not record.hide
        for order, mention in enumerate(record.events)
        if not mention.hide
    ]
    groups = _Groups(items)
    for a, b in _forced(items):
        groups.join(a, b, "an editor says so")
    for a, b in _copied(items, first_of):
        groups.join(a, b, "one text")
    pairs = [
        (score, why, a, b)
        for a, b in _candidates(items)
        for score, why in [likeness(items[a], items[b])]
        if score >= SAME
    ]
    for _, why, a, b in sorted(pairs, key=lambda pair: (-pair[0], pair[2], pair[3])):
        groups.join(a, b, why)
    for a, b in _backups(items):
        groups.join(a, b, "the quotation that backs the opening sentence")
    for a, b in _follow_ups(items):
        if groups.is_alone(b):
            groups.join(a, b, "the speaker goes on")
    return groups.clusters()


class _Groups:
    """Disjoint sets of mentions that refuse to join what an editor keeps apart."""

    def __init__(self, items: Sequence[Features]) -> None:
        self._items = items
        self._members = {index: [index] for index in range(len(items))}
        self._group = list(range(len(items)))
        self._because: dict[int, list[str]] = defaultdict(list)
        ids = {item.mention.id: index for index, item in enumerate(items)}
        self._apart = {
            frozenset((index, ids[other]))
            for index, item in enumerate(items)
            for other in item.mention.distinct_from
            if other in ids
        }

    def is_alone(self, index: int) -> bool:
        return len(self._members[self._group[index]]) == 1

    def join(self, a: int, b: int, why: str) -> None:
        keep, drop = sorted((self._group[a], self._group[b]))
        if keep == drop or self._kept_apart(keep, drop):
            return
        for index in self._members[drop]:
            self._group[index] = keep
        self._members[keep] += self._members.pop(drop)
        outlets = sorted({self._items[i].record.outlet or self._items[i].record.slug for i in (a, b)})
        self._because[keep] += [*self._because.pop(drop, []), f"{' and '.join(outlets)}: {why}"]

    def _kept_apart(self, one: int, other: int) -> bool:
        pairs = itertools.product(self._members[one], self._members[other])
        return bool(self._apart) and any(frozenset(pair) in self._apart for pair in pairs)

    def clusters(self) -> tuple[Cluster, ...]:
        return tuple(
            Cluster(
                tuple(sorted((self._items[i] for i in members), key=_rank)), tuple(dict.fromkeys(self._because[group]))
            )
            for group, members in sorted(self._members.items())
        )


def _rank(item: Features) -> tuple[int, int, str, str, int]:
    """The mention that represents a cluster first: with the surest date, then of the earliest article."""
    rule = item.mention.basis.rule if item.mention.basis else ""
    context = rule in (
        "on-or-before",
        "from-then-on",
        "same-occasion",
        "meeting-place",
        "meeting-agenda",
        "meeting-span",
    )
    return item.mention.review is not None, context, item.record.published or "9999", item.record.slug, item.order


def _forced(items: Sequence[Features]) -> Iterator[tuple[int, int]]:
    ids = {item.mention.id: index for index, item in enumerate(items)}
    for index, item in enumerate(items):
        if item.mention.same_as in ids:
            yield index, ids[item.mention.same_as]


def _copied(items: Sequence[Features], first_of: Mapping[str, str]) -> Iterator[tuple[int, int]]:
    """The same words in two articles that are one text, whatever day either counts from."""
    first: dict[tuple[str, str], int] = {}
    for index, item in enumerate(items):
        if item.record.slug in first_of:
            words = (first_of[item.record.slug], squeeze(fold(item.mention.quote)))
            if first.setdefault(words, index) != index:
                yield first[words], index


def _candidates(items: Sequence[Features]) -> Iterator[tuple[int, int]]:
    """Pairs worth comparing: those in one date block, so that the cost grows with the days, not the square."""
    blocks: defaultdict[date | None, list[int]] = defaultdict(list)
    for index, item in enumerate(items):
        for key in _block_keys(item):
            blocks[key].append(index)
    seen: set[tuple[int, int]] = set()
    for members in blocks.values():
        pairs = itertools.combinations(members, 2) if len(members) <= CROWD else _sharing_words(items, members)
        for pair in pairs:
            if pair not in seen:
                seen.add(pair)
                yield pair


def _block_keys(item: Features) -> Iterable[date | None]:
    """The weeks a mention's date touches, at its two ends; a meeting announced also counts where it was announced."""
    keys: set[date | None] = set()
    when = item.when
    ends: list[date | None] = [when.first_day, when.last_day] if when else []
    if item.is_meeting and item.record.published:
        ends.append(edtf.parse(item.record.published).first_day)
    for day in ends:
        if day is not None:
            monday = day - timedelta(days=day.weekday())
            keys |= {monday, monday - BLOCK} if monday > date.min + BLOCK else {monday}
            if when and not when.is_day:
                keys.add(date(day.year, day.month, 1))
    if when and when.is_day and when.first_day:
        keys.add(date(when.first_day.year, when.first_day.month, 1))
    return keys or [None]


def _sharing_words(items: Sequence[Features], members: Sequence[int]) -> Iterator[tuple[int, int]]:
    """In a crowded block only those that share a word few others have."""
    by_word: dict[str, list[int]] = defaultdict(list)
    for index in members:
        for word in items[index].stems | items[index].names | items[index].figures:
            by_word[word].append(index)
    for word in sorted(by_word):
        if len(by_word[word]) <= max(12, len(members) // 50):
            yield from itertools.combinations(by_word[word], 2)


def _follow_ups(items: Sequence[Features]) -> Iterator[tuple[int, int]]:
    """A statement and the bare quotation right behind it by the same speaker."""
    for index in range(1, len(items)):
        before, item = items[index - 1], items[index]
        if (
            before.record is item.record
            and item.is_statement
            and before.is_statement
            and before.mention.date == item.mention.date
            and item.mention.paragraph - before.mention.paragraph <= 1
            and _same_voice(before, item)
            and (_GOES_ON.match(item.mention.quote) or before.mention.speaker != item.mention.speaker)
        ):
            yield index - 1, index


def _same_voice(before: Features, item: Features) -> bool:
    """The same speaker, or a spokesman for the body that spoke before."""
    body, person = before.mention.speaker, item.mention.speaker
    if body == person or not body or not person:
        return body == person
    return bool(re.search(rf"\b{re.escape(body)}(?:[’']s)?\s[^“”]*{re.escape(person)}", item.mention.quote))


def _backups(items: Sequence[Features]) -> Iterator[tuple[int, int]]:
    """An article that opens with what somebody said, and the first quotation of the speaker behind it."""
    for index, lede in enumerate(items):
        if lede.order != 0 or not lede.is_statement or lede.quoted:
            continue
        for later in range(index + 1, len(items)):
            item = items[later]
            if item.record is not lede.record or item.mention.paragraph > lede.mention.paragraph + BACKUP_WITHIN:
                break
            same = (item.mention.speaker, item.mention.date) == (lede.mention.speaker, lede.mention.date)
            if item.is_statement and same and item.quoted:
                yield index, later
                break
