"""From the mentions of all articles to clusters: one for each happening, with the reason for every merge."""

import itertools
import re
from collections import defaultdict
from collections.abc import Container, Iterator, Mapping, Sequence
from typing import NamedTuple

from generator.compiled import regex
from generator.lexicon import CONTINUING
from generator.model import Record
from generator.text import fold, squeeze
from generator.timeline.blocks import Spread, compare_all, date_blocks
from generator.timeline.features import Telling

BACKUP_WITHIN = 3  # paragraphs behind the lede in which the quotation that backs it stands
_VERBS = "|".join(CONTINUING)
# “…,” he said / Stoltenberg added, “… / Stoltenberg added that …
_GOES_ON = regex(
    rf"^(?:(?:but|and|still)\s+)*[“\"][^”\"]{{20,}}[”\"]?[\s,.]*(?:[\w’'-]+\s+){{1,6}}?(?:{_VERBS})\b"
    rf"|^(?:[\w’'-]+\s+){{1,4}}(?:(?:{_VERBS})[,:]?\s+[“\"]|(?:added|continued)\b)",
    re.IGNORECASE,
)


class Cluster(NamedTuple):
    """Mentions of one happening, best first, and why each later one joined."""

    members: tuple[Telling, ...]
    because: tuple[str, ...]


def cluster_mentions(
    records: Sequence[Record], first_of: Mapping[str, str], spread: Spread = compare_all
) -> tuple[Cluster, ...]:
    """Every visible mention in exactly one cluster. An editor's same_as and distinct_from win over likeness.

    first_of: for an article whose text others have too, the slug of the first that had it. spread: how to call compare
    for many blocks, in their order; others than this process may do it.
    """
    items = [
        Telling(light, mention, order)
        for record in records
        if not record.hide
        for light in [record._replace(events=(), left_out=(), body="")]  # a block may travel
        for order, mention in enumerate(record.events)
        if not mention.hide
    ]
    groups = _Groups(items)
    for a, b in _forced(items):
        groups.join(a, b, "an editor says so")
    for a, b in _copied(items, first_of):
        groups.join(a, b, "one text")
    blocks = tuple(date_blocks(items))
    matches = [block.placed(match) for block, found in zip(blocks, spread(blocks), strict=True) for match in found]
    for _, a, b, why in sorted(matches):
        groups.join(a, b, why)
    for a, b in _backups(items):
        groups.join(a, b, "the quotation that backs the opening sentence")
    for a, b in _follow_ups(items):
        if groups.is_alone(b):
            groups.join(a, b, "the speaker goes on")
    return groups.clusters()


class _Groups:
    """Disjoint sets of mentions that refuse to join what an editor keeps apart."""

    def __init__(self, items: Sequence[Telling]) -> None:
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


def _rank(item: Telling) -> tuple[int, int, str, str, int]:
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


def _forced(items: Sequence[Telling]) -> Iterator[tuple[int, int]]:
    forced = [(index, item.mention.same_as) for index, item in enumerate(items) if item.mention.same_as]
    ids = _indices(items, {other for _, other in forced})
    for index, other in forced:
        if other in ids:
            yield index, ids[other]


def _indices(items: Sequence[Telling], wanted: Container[str]) -> dict[str, int]:
    """Where the mentions with these ids stand."""
    return {item.mention.id: index for index, item in enumerate(items) if item.mention.id in wanted}


def _copied(items: Sequence[Telling], first_of: Mapping[str, str]) -> Iterator[tuple[int, int]]:
    """The same words in two articles that are one text, whatever day either counts from."""
    first: dict[tuple[str, str], int] = {}
    for index, item in enumerate(items):
        if item.record.slug in first_of:
            words = (first_of[item.record.slug], squeeze(fold(item.mention.quote)))
            if first.setdefault(words, index) != index:
                yield first[words], index


def _follow_ups(items: Sequence[Telling]) -> Iterator[tuple[int, int]]:
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


def _same_voice(before: Telling, item: Telling) -> bool:
    """The same speaker, or a spokesman for the body that spoke before."""
    body, person = before.mention.speaker, item.mention.speaker
    if body == person or not body or not person:
        return body == person
    in_front, _, behind = item.mention.quote.partition(body)
    behind = behind.removeprefix("’s").removeprefix("'s")
    return not in_front[-1:].isalnum() and behind[:1].isspace() and person in regex("[“”]").split(behind, maxsplit=1)[0]


def _backups(items: Sequence[Telling]) -> Iterator[tuple[int, int]]:
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
