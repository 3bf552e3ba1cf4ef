"""Which mentions are compared: those of one week, and of these only the ones whose dates can be one event’s."""

import itertools
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import lru_cache
from hashlib import blake2b
from typing import NamedTuple

from generator import edtf
from generator.timeline.features import Features, Telling, compared_by, features
from generator.timeline.likeness import KEPT, SAME, fit, likeness
from generator.workers.packing import pack

CROWD = 400  # mentions of one date that are compared pair by pair; larger crowds go by shared rare words
WEEK = timedelta(days=7)


class _Slot(NamedTuple):
    """Mentions of one date, as EDTF, that are compared in the same weeks."""

    when: str | None
    weeks: tuple[date | None, ...]


class Match(NamedTuple):
    """Two mentions of one event, the earlier in its list first; the order is that of belief, the surest first."""

    doubt: float
    a: int
    b: int
    why: str


class Block(NamedTuple):
    """The mentions of one week in their order, their places in the list of all, and by date and weeks which of them."""

    week: date | None
    items: Sequence[Telling]
    places: Sequence[int]
    slots: Mapping[_Slot, Sequence[int]]

    def placed(self, match: Match) -> Match:
        """A match of this block with the places of its mentions in the list of all."""
        return match._replace(a=self.places[match.a], b=self.places[match.b])


def date_blocks(items: Sequence[Telling]) -> Iterator[Block]:
    """The mentions week by week: only those of one week are compared, so that the cost grows with the weeks.

    The weeks come in order, since neighbours have mentions in common.
    """
    slots: defaultdict[_Slot, list[int]] = defaultdict(list)
    for index, item in enumerate(items):
        slots[_Slot(item.mention.date, _weeks(item))].append(index)
    blocks: defaultdict[date | None, list[_Slot]] = defaultdict(list)
    for slot in slots:
        for week in slot.weeks:
            blocks[week].append(slot)
    for week, held in sorted(blocks.items(), key=lambda block: block[0] or date.min):
        places = sorted(index for slot in held for index in slots[slot])
        inside = {place: index for index, place in enumerate(places)}
        own = {slot: [inside[place] for place in slots[slot]] for slot in held}
        yield Block(week, [items[place] for place in places], places, own)


def key_of(block: Block) -> bytes:
    """What tells apart blocks whose mentions match otherwise."""
    return pack(block.week) + b"".join(map(_digest, block.items))


@lru_cache(maxsize=4096)  # most are in two or three neighbouring weeks
def _digest(item: Telling) -> bytes:
    return blake2b(pack(compared_by(item)), digest_size=16).digest()


Spread = Callable[[Iterable[Block]], Iterable[tuple[Match, ...]]]


def compare_all(blocks: Iterable[Block]) -> Iterable[tuple[Match, ...]]:
    """The pairs of each block that are one event."""
    return map(compare, blocks)


def compare(block: Block) -> tuple[Match, ...]:
    """The pairs of a block that are one event. A pair of two common weeks is compared in the first."""
    matches, items = [], [features(item) for item in block.items]
    for a, b in _pairs(items, block):
        score, why = likeness(items[a], items[b])
        if score >= SAME:
            matches.append(Match(-score, min(a, b), max(a, b), why))
    return tuple(matches)


def forget_comparisons() -> None:
    """Drop what mentions were compared by; it is worked out again where it is asked for."""
    for cache in (_digest, features, *KEPT):
        cache.cache_clear()


def _pairs(items: Sequence[Features], block: Block) -> Iterator[tuple[int, int]]:
    """Pairs worth comparing: of dates that fit, else only meetings announced for different days."""
    announced = {
        slot: [index for index in held if _announces_a_meeting(items[index])] for slot, held in block.slots.items()
    }
    for one, other in itertools.combinations_with_replacement(block.slots, 2):
        sides = block.slots if fit(one.when, other.when) else announced
        left, right = sides[one], sides[other]
        if not (left and right) or next(week for week in one.weeks if week in other.weeks) != block.week:
            continue
        if len(left) * len(right) > CROWD * CROWD:
            yield from _sharing_words(items, left, right)
        else:
            yield from itertools.combinations(left, 2) if one is other else itertools.product(left, right)


def _announces_a_meeting(item: Features) -> bool:
    return item.is_meeting and item.mention.status == "expected"


def _weeks(item: Telling) -> tuple[date | None, ...]:
    """The weeks that a mention is compared in; a meeting announced also counts where it was announced."""
    return _touched(item.mention.date, item.record.published if item.is_meeting else None)


@lru_cache(maxsize=4096)  # a day is told of many times
def _touched(value: str | None, announced: str | None) -> tuple[date | None, ...]:
    """The weeks that a date touches, at its two ends, and the first of their months, where a day meets its month."""
    when = edtf.parse(value) if value else None
    ends = [day for day in (when.first_day, when.last_day) if day] if when else []
    keys = {day.replace(day=1) for day in ends}
    told = edtf.parse(announced).first_day if announced else None
    for day in [*ends, told] if told else ends:
        monday = day - timedelta(days=day.weekday())
        keys |= {monday, monday - WEEK} if monday > date.min + WEEK else {monday}
    return tuple(sorted(keys)) or (None,)


def rarity(crowd: int) -> int:
    """How many of a crowd may have a word that still tells something."""
    return max(12, crowd // 100)


def _sharing_words(items: Sequence[Features], left: Sequence[int], right: Sequence[int]) -> Iterable[tuple[int, int]]:
    """In a crowd only those that share a word few others have."""
    by_word: dict[str, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    for side, members in enumerate((left, right)):
        for index in members:
            for word in items[index].words:
                by_word[word][side].append(index)
    rare = rarity(len(left) + len(right))
    shared = (pair for pair in by_word.values() if len(pair[0]) <= rare and len(pair[1]) <= rare)
    return {(a, b) for lefts, rights in shared for a in lefts for b in rights if a < b or left is not right}
