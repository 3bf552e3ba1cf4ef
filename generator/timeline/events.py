"""From clusters to the events of the timeline: which date, status and heading stand for them all, and who differs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import timedelta

from generator import edtf
from generator.model import STATUSES, Event, Source, Status, Version
from generator.timeline.clusters import Cluster
from generator.timeline.features import Telling, features
from generator.timeline.likeness import compatible, overlap, quotes_the_same

CROWD = 12  # mentions of a cluster that are compared to find the one that stands for all
# rules that read context, not words: a date the words give goes before theirs
CONTEXT_RULES = frozenset(
    {"on-or-before", "from-then-on", "same-occasion", "meeting-place", "meeting-agenda", "meeting-span"}
)


def make_event(cluster: Cluster, first_of: Mapping[str, str]) -> Event:
    """The entry for one cluster. Articles that are one text (first_of, as in clusters.py) have one voice."""
    speaks = _speakers(cluster.members, first_of)
    voices = [item for item in cluster.members if speaks[item.record.slug] == item.record.slug or item.mention.checked]
    date = _best_date(voices)
    status = _status(voices)
    lead = _lead(voices, date, status)
    return Event(
        id=lead.mention.id,
        date=date,
        heading=lead.mention.heading,
        text=lead.mention.quote,
        status=status,
        speaker=lead.mention.speaker,
        sources=tuple(_source(item, speaks[item.record.slug]) for item in _shown_order(cluster.members, lead)),
        merged_because=cluster.because,
        disagreement=_disagreement(voices, date),
        checked=next((item.mention.checked for item in cluster.members if item.mention.checked), None),
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


def _lead(members: Sequence[Telling], date: str | None, status: Status) -> Telling:
    """Whose heading and words stand for the entry.

    One of its status and date, surely dated, a sentence and no part of one, not cut short; of those the lede that its
    article's headline sums up, else the one most like the others.
    """
    dated = [item for item in members if item.mention.date == date] or list(members)
    fewest = min(_flaws(item, status) for item in dated)
    best = [item for item in dated if _flaws(item, status) == fewest]
    return max(best, key=lambda item: _likeness(item, members)) if len(best) > 1 else best[0]


def _flaws(item: Telling, status: Status) -> tuple[bool, ...]:
    heading = item.mention.heading
    return (
        item.mention.status != status,
        item.mention.review is not None,
        item.mention.quote[:1].islower(),
        heading.endswith(("…", "…”")),
        heading != item.record.title,
    )


def _likeness(item: Telling, members: Sequence[Telling]) -> float:
    """How well a mention stands for the others; in a crowd the first few stand for all."""
    own, others = features(item), [features(other) for other in members[:CROWD] if other is not item]
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
