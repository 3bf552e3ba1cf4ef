"""From expectation to outcome: what was announced, and the later report of what came of it. Both stay, linked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from generator import edtf
from generator.model import Event
from generator.timeline.blocks import rarity
from generator.timeline.clusters import Cluster
from generator.timeline.features import Features, features
from generator.timeline.likeness import SAME, fulfils

LATE = timedelta(days=7)  # how long after the day expected the outcome may come
CROWD = 400  # reports of a week that an expectation is compared with one by one
OPEN = timedelta(days=62)  # the same where no day was given


def link_outcomes(clusters: Sequence[Cluster], events: Sequence[Event]) -> tuple[Event, ...]:
    """The events with `outcome` and `outcome_of` set, one to one. clusters and events are parallel."""
    pairs = sorted(_pairs(clusters, events), key=lambda pair: (-pair[0], events[pair[1]].id, events[pair[2]].id))
    outcome: dict[int, int] = {}
    taken: set[int] = set()
    for _, expected, report in pairs:
        if expected not in outcome and report not in taken:
            outcome[expected] = report
            taken.add(report)
    outcome_of = {report: expected for expected, report in outcome.items()}
    return tuple(
        event._replace(
            outcome=events[outcome[index]].id if index in outcome else None,
            outcome_of=events[outcome_of[index]].id if index in outcome_of else None,
        )
        for index, event in enumerate(events)
    )


def _pairs(clusters: Sequence[Cluster], events: Sequence[Event]) -> Iterator[tuple[float, int, int]]:
    """(likeness, expectation, report) for every report that may be an expectation's outcome."""
    reports = _Reports(clusters, events)
    expectations = ((event.when, index) for index, event in enumerate(events) if event.status == "expected")
    dated = [(when.first_day, index) for when, index in expectations if when and when.first_day]
    for _, index in sorted(dated):
        when, members = edtf.parse(str(events[index].date)), clusters[index].members
        announced, expected = min(item.record.published or "9999" for item in members), features(members[0])
        for other in reports.like(expected, when):
            first = events[other].when
            if first is None or (first.key < when.key and not first.overlaps(when)):
                continue
            later = [item for item in clusters[other].members if (item.record.published or "") > announced]
            score = max((fulfils(expected, features(item)) for item in later), default=0.0)
            if score >= SAME:
                yield score, index, other


class _Reports:
    """Reports of a day or week by the Monday of their first day, to be asked for in the order of time."""

    def __init__(self, clusters: Sequence[Cluster], events: Sequence[Event]) -> None:
        self._clusters = clusters
        self._weeks: dict[date, list[int]] = defaultdict(list)
        self._rare: dict[date, Mapping[str, Sequence[int]]] = {}  # of crowded weeks, from the one asked for on
        for index, event in enumerate(events):
            day = event.when.first_day if event.when else None
            if event.status != "expected" and day:
                self._weeks[day - timedelta(days=day.weekday())].append(index)

    def like(self, expected: Features, when: edtf.Edtf) -> Iterator[int]:
        """Those from the first day expected to some days after the last; of a crowd only those that share a word with
        the expectation that few others have."""
        first = when.first_day or date.max
        last = (when.last_day or first + OPEN) + LATE
        monday = first - timedelta(days=first.weekday())
        self._rare = {week: words for week, words in self._rare.items() if week >= monday}
        while monday <= last:
            yield from self._of_week(monday, expected)
            monday += timedelta(days=7)

    def _of_week(self, monday: date, expected: Features) -> Sequence[int]:
        week = self._weeks.get(monday, ())
        if len(week) <= CROWD:
            return week
        if monday not in self._rare:
            self._rare[monday] = self._rare_words(week)
        rare = self._rare[monday]
        return sorted({index for word in expected.words for index in rare.get(word, ())})

    def _rare_words(self, week: Sequence[int]) -> Mapping[str, Sequence[int]]:
        by_word: dict[str, list[int]] = defaultdict(list)
        for index in week:
            for word in set().union(*(features(item).words for item in self._clusters[index].members)):
                by_word[word].append(index)
        return {word: held for word, held in by_word.items() if len(held) <= rarity(len(week))}
