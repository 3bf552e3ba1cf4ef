"""From clusters to the events of the timeline: which date, status and heading stand for them all, and who differs."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import timedelta
from itertools import chain, groupby
from typing import NamedTuple, TypeAlias

from generator import edtf
from generator.model import STATUSES, Event, Source, Status, Version
from generator.timeline.clusters import Cluster
from generator.timeline.features import Telling, compared_by, features
from generator.timeline.likeness import compatible, overlap, quotes_the_same
from generator.workers.crew import chunked
from generator.workers.packing import pack

CROWD = 12  # mentions of a cluster that are compared to find the one that stands for all
MONTH = len("2023-02")
TOGETHER = 32  # choices that are kept together
# rules that read context, not words: a date the words give goes before theirs
CONTEXT_RULES = frozenset(
    {"on-or-before", "from-then-on", "same-occasion", "meeting-place", "meeting-agenda", "meeting-span"}
)


class Choice(NamedTuple):
    """Those who speak for an event, and which of them may stand for it: places in the former."""

    voices: tuple[Telling, ...]
    best: tuple[int, ...]


Choices: TypeAlias = tuple[Choice, ...]
Spread: TypeAlias = Callable[[Iterable[Choices]], Iterable[tuple[int, ...]]]


def choose_in_all(choices: Iterable[Choices]) -> Iterable[tuple[int, ...]]:
    """Who stands for each event."""
    return map(choose, choices)


def make_events(
    clusters: Sequence[Cluster], first_of: Mapping[str, str], spread: Spread = choose_in_all
) -> list[Event]:
    """The entry for each cluster. Articles that are one text (first_of, as in clusters.py) have one voice.

    spread: how to call choose for many choices, in their order; others than this process may do it.
    """
    drafts = [_make_draft(cluster, first_of) for cluster in clusters]
    chosen = chain.from_iterable(spread(_choices(drafts)))
    return [
        _make_event(draft, draft.voices[next(chosen) if len(draft.best) > 1 else draft.best[0]]) for draft in drafts
    ]


class _Draft(NamedTuple):
    """A cluster, the article that speaks for each of its articles, who speaks for it, and what they say."""

    cluster: Cluster
    speaks: Mapping[str, str]
    voices: tuple[Telling, ...]
    date: str | None
    status: Status
    best: tuple[int, ...]


def _make_draft(cluster: Cluster, first_of: Mapping[str, str]) -> _Draft:
    speaks = _speakers(cluster.members, first_of)
    voices = tuple(
        item for item in cluster.members if speaks[item.record.slug] == item.record.slug or item.mention.checked
    )
    date, status = _best_date(voices), _status(voices)
    return _Draft(cluster, speaks, voices, date, status, _best(voices, date, status))


def _make_event(draft: _Draft, lead: Telling) -> Event:
    members = draft.cluster.members
    return Event(
        id=lead.mention.id,
        date=draft.date,
        heading=lead.mention.heading,
        text=lead.mention.quote,
        status=draft.status,
        speaker=lead.mention.speaker,
        sources=tuple(_source(item, draft.speaks[item.record.slug]) for item in _shown_order(members, lead)),
        merged_because=draft.cluster.because,
        disagreement=_disagreement(draft.voices, draft.date),
        checked=next((item.mention.checked for item in members if item.mention.checked), None),
    )


def _speakers(members: Sequence[Telling], first_of: Mapping[str, str]) -> Mapping[str, str]:
    """For each article of a cluster the one that speaks for its text: the first that had it, or the earliest there."""
    speaks: dict[str, str] = {}
    ordered = sorted((item.record.published or "9999", item.record.slug) for item in members)
    slugs = [slug for _, slug in ordered]
    for slug in sorted(slugs, key=lambda slug: slug != first_of.get(slug, slug)):
        speaks.setdefault(first_of.get(slug, slug), slug)
    return {slug: speaks[first_of.get(slug, slug)] for slug in slugs}


def _source(item: Telling, speaker: str) -> Source:
    slug = item.record.slug
    return Source(slug, item.mention, speaker if speaker != slug else None)


def _best_date(members: Sequence[Telling]) -> str | None:
    """The date most articles support, the more precise where one contains the other; a checked one wins."""
    checked = [item for item in members if item.mention.checked and item.mention.date]
    pool = checked or [item for item in members if item.mention.date and not _is_vague(item)] or list(members)
    votes: Counter[str] = Counter()
    for value in sorted({item.mention.date for item in pool if item.mention.date}):
        supporters = {item.record.slug for item in pool if item.mention.date and _supports(item.mention.date, value)}
        votes[value] = len(supporters)
    if not votes:
        return None
    explicit = {
        item.mention.date for item in pool if item.mention.basis and item.mention.basis.rule not in CONTEXT_RULES
    }
    doubt = {value: _doubt(members, value) for value in votes}
    return min(votes, key=lambda value: (-votes[value], value not in explicit, doubt[value], _width(value), value))


def _is_vague(item: Telling) -> bool:
    return item.when is None or item.when.first is None or item.when.last is None


def _supports(date: str, value: str) -> bool:
    return date == value or edtf.parse(date).contains(edtf.parse(value))


def _width(value: str) -> timedelta:
    parsed = edtf.parse(value)
    return parsed.last_day - parsed.first_day if parsed.first_day and parsed.last_day else timedelta.max


def _doubt(members: Sequence[Telling], value: str) -> int:
    return min((item.mention.review is not None for item in members if item.mention.date == value), default=True)


def _best(voices: Sequence[Telling], date: str | None, status: Status) -> tuple[int, ...]:
    """Whose heading and words may stand for the entry.

    One of its status and date, surely dated, a sentence and no part of one, not cut short, and of those the lede that
    its article's headline sums up.
    """
    dated = [index for index, item in enumerate(voices) if item.mention.date == date] or range(len(voices))
    flaws = {index: _flaws(voices[index], status) for index in dated}
    fewest = min(flaws.values())
    return tuple(index for index in dated if flaws[index] == fewest)


def _flaws(item: Telling, status: Status) -> tuple[bool, ...]:
    heading = item.mention.heading
    return (
        item.mention.status != status,
        item.mention.review is not None,
        item.mention.quote[:1].islower(),
        heading.endswith(("…", "…”")),
        heading != item.record.title,
    )


def _choices(drafts: Iterable[_Draft]) -> Iterator[Choices]:
    """What is to be chosen, by the month of the articles, so that one more moves few others into another group."""
    for _, group in groupby(drafts, key=lambda draft: (draft.voices[0].record.published or "")[:MONTH]):
        yield from map(tuple, chunked((Choice(d.voices, d.best) for d in group if len(d.best) > 1), TOGETHER))


def key_of(choices: Choices) -> bytes:
    """What tells apart choices that may come out otherwise."""
    return pack([(each.best, [compared_by(item) for item in each.voices]) for each in choices])


def choose(choices: Choices) -> tuple[int, ...]:
    """Of each choice the one most like the others."""
    return tuple(max(each.best, key=lambda index: _likeness(each.voices[index], each.voices)) for each in choices)


def _likeness(item: Telling, voices: Sequence[Telling]) -> float:
    """How well a mention stands for the others; in a crowd the first few stand for all."""
    own, others = features(item), [features(other) for other in voices[:CROWD] if other is not item]
    return round(sum(overlap(own, other)[1] + quotes_the_same(own, other) for other in others), 6)


def _shown_order(members: Sequence[Telling], lead: Telling) -> list[Telling]:
    rest = [item for item in members if item is not lead]
    return [lead, *sorted(rest, key=lambda i: (i.record.published or "9999", i.record.slug, i.order))]


def _status(members: Sequence[Telling]) -> Status:
    """Happened as soon as one article tells it as past; otherwise the status most mentions give."""
    given = Counter(item.mention.status for item in members)
    if given["happened"]:
        return "happened"
    return max(STATUSES, key=lambda status: (given[status], -STATUSES.index(status)))


def _disagreement(members: Sequence[Telling], date: str | None) -> tuple[Version, ...]:
    """The dates that cannot both be right, one version an article; none when all are compatible."""
    if date is None:
        return ()
    best = edtf.parse(date)
    differing = [
        item for item in members if item.when and not compatible(best, item.when) and not best.overlaps(item.when)
    ]
    if not differing:
        return ()
    agreeing = [item for item in members if item.mention.date == date]
    told = {(item.record.slug, str(item.mention.date)) for item in (*agreeing, *differing)}
    return tuple(Version("date", slug, value) for slug, value in sorted(told))
