"""From the mentions of all articles to clusters: one for each happening, with the reason for every merge."""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from generator import edtf
from generator.lexicon import CONTINUING
from generator.model import Record
from generator.timeline.likeness import SAME, Features, features, fit, likeness

CROWD = 400  # mentions of one date that are compared pair by pair; larger crowds go by shared rare words
BACKUP_WITHIN = 3  # paragraphs behind the lede in which the quotation that backs it stands
_VERBS = "|".join(CONTINUING)
# “…,” he said / Stoltenberg added, “… / Stoltenberg added that …
_GOES_ON = re.compile(
    rf"^(?:(?:but|and|still)\s+)*[“\"][^”\"]{{20,}}[”\"]?[\s,.]*(?:[\w’'-]+\s+){{1,6}}?(?:{_VERBS})\b"
    rf"|^(?:[\w’'-]+\s+){{1,4}}(?:(?:{_VERBS})[,:]?\s+[“\"]|(?:added|continued)\b)",
    re.IGNORECASE,
)
WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Cluster:
    """Mentions of one happening, best first, and why each later one joined."""

    members: tuple[Features, ...]
    because: tuple[str, ...]


def cluster_mentions(records: Sequence[Record]) -> tuple[Cluster, ...]:
    """Every visible mention in exactly one cluster. An editor's same_as and distinct_from win over likeness."""
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
    matches = [match for block in date_blocks(items) for match in compare(block)]
    for _, a, b, why in sorted(matches):
        groups.join(a, b, why)
    for a, b in _backups(items):
        groups.join(a, b, "the quotation that backs the opening sentence")
    for a, b in _follow_ups(items):
        if groups.is_alone(b):
            groups.join(a, b, "the speaker goes on")
    return groups.clusters()


class _Slot(NamedTuple):
    """Mentions of one date, as EDTF, that are compared in the same weeks."""

    when: str | None
    weeks: tuple[date | None, ...]


class _Groups:
    """Disjoint sets of mentions that refuse to join what an editor keeps apart."""

    def __init__(self, items: Sequence[Features]) -> None:
        self._items = items
        self._members = {index: [index] for index in range(len(items))}
        self._group = list(range(len(items)))
        self._because: dict[int, list[str]] = defaultdict(list)
        apart = [(index, other) for index, item in enumerate(items) for other in item.mention.distinct_from]
        ids = _indices(items, {other for _, other in apart})
        self._apart = {frozenset((index, ids[other])) for index, other in apart if other in ids}

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
    forced = [(index, item.mention.same_as) for index, item in enumerate(items) if item.mention.same_as]
    ids = _indices(items, {other for _, other in forced})
    for index, other in forced:
        if other in ids:
            yield index, ids[other]


def _indices(items: Sequence[Features], wanted: Container[str]) -> dict[str, int]:
    """Where the mentions with these ids stand."""
    return {item.mention.id: index for index, item in enumerate(items) if item.mention.id in wanted}


class Block(NamedTuple):
    """The mentions of one week: their places in the list of all, and by date and weeks which of them."""

    week: date | None
    items: Mapping[int, Features]
    slots: Mapping[_Slot, Sequence[int]]


class Match(NamedTuple):
    """Two mentions of one event, in the order in which matches are believed: the surest first."""

    doubt: float
    a: int
    b: int
    why: str


def date_blocks(items: Sequence[Features]) -> Iterator[Block]:
    """The mentions week by week: only those of one week are compared, so that the cost grows with the weeks."""
    slots: defaultdict[_Slot, list[int]] = defaultdict(list)
    for index, item in enumerate(items):
        slots[_Slot(item.mention.date, _weeks(item))].append(index)
    blocks: defaultdict[date | None, list[_Slot]] = defaultdict(list)
    for slot in slots:
        for week in slot.weeks:
            blocks[week].append(slot)
    for week, held in blocks.items():
        indices = [index for slot in held for index in slots[slot]]
        yield Block(week, {index: items[index] for index in indices}, {slot: slots[slot] for slot in held})


def compare(block: Block) -> list[Match]:
    """The pairs of a block that are one event. A pair of two common weeks is compared in the first."""
    matches = []
    for one, other in itertools.combinations_with_replacement(block.slots, 2):
        if next(week for week in one.weeks if week in other.weeks) != block.week:
            continue
        for a, b in _pairs(block, one, other):
            score, why = likeness(block.items[a], block.items[b])
            if score >= SAME:
                matches.append(Match(-score, min(a, b), max(a, b), why))
    return matches


def _pairs(block: Block, one: _Slot, other: _Slot) -> Iterable[tuple[int, int]]:
    """Pairs worth comparing: of dates that fit, else only meetings announced for different days."""
    left, right = block.slots[one], block.slots[other]
    if not fit(one.when, other.when):
        left, right = ([i for i in side if _announces_a_meeting(block.items[i])] for side in (left, right))
    if len(left) * len(right) > CROWD * CROWD:
        return _sharing_words(block.items, left, right)
    return itertools.combinations(left, 2) if one is other else itertools.product(left, right)


def _announces_a_meeting(item: Features) -> bool:
    return item.is_meeting and item.mention.status == "expected"


def _weeks(item: Features) -> tuple[date | None, ...]:
    """The weeks a mention's date touches, at its two ends, and the first of their months, where a day meets its month;
    a meeting announced also counts where it was announced."""
    when = item.when
    ends = [day for day in (when.first_day, when.last_day) if day] if when else []
    keys = {day.replace(day=1) for day in ends}
    announced = edtf.parse(item.record.published).first_day if item.is_meeting and item.record.published else None
    for day in [*ends, announced] if announced else ends:
        monday = day - timedelta(days=day.weekday())
        keys |= {monday, monday - WEEK} if monday > date.min + WEEK else {monday}
    return tuple(sorted(keys)) or (None,)


def _sharing_words(
    items: Mapping[int, Features], left: Sequence[int], right: Sequence[int]
) -> Iterable[tuple[int, int]]:
    """In a crowd only those that share a word few others have."""
    by_word: dict[str, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    for side, members in enumerate((left, right)):
        for index in members:
            for word in {*items[index].stems, *items[index].names, *items[index].figures}:
                by_word[word][side].append(index)
    rare = max(12, (len(left) + len(right)) // 100)
    shared = (pair for pair in by_word.values() if len(pair[0]) <= rare and len(pair[1]) <= rare)
    return {(a, b) for lefts, rights in shared for a in lefts for b in rights if a < b or left is not right}


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
    in_front, _, behind = item.mention.quote.partition(body)
    behind = behind.removeprefix("’s").removeprefix("'s")
    return not in_front[-1:].isalnum() and behind[:1].isspace() and person in re.split("[“”]", behind, maxsplit=1)[0]


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
