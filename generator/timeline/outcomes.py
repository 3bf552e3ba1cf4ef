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
_END = date.max - OPEN - 2 * LATE  # beyond it days can't be counted on


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
            later = (told for told in reports.features_of(other) if (told.record.published or "") > announced)
            score = max((fulfils(expected, told) for told in later), default=0.0)
            if score >= SAME:
                yield score, index, other


class _Reports:
    """Reports of a day or week by the Monday of their first day, to be asked for in the order of time."""

    def __init__(self, clusters: Sequence[Cluster], events: Sequence[Event]) -> None:
        self._clusters = clusters
        self._weeks: dict[date, list[int]] = defaultdict(list)
        # of crowded weeks, from the one asked for on
        self._rare: dict[date, Mapping[str, Sequence[int]]] = {}
        self._features: dict[int, tuple[Features, ...]] = {}
        for index, event in enumerate(events):
            day = event.when.first_day if event.when else None
            if event.status != "expected" and day:
                self._weeks[day - timedelta(days=day.weekday())].append(index)

    def like(self, expected: Features, when: edtf.Edtf) -> Iterator[int]:
        """Those from the first day expected to some days after the last; of a crowd only those that share a word with
        the expectation that few others have."""
        first = min(when.first_day or date.max, _END)
        last = min(when.last_day or first + OPEN, _END) + LATE
        monday = first - timedelta(days=first.weekday())
        self._forget_before(monday)
        while monday <= last:
            yield from self._of_week(monday, expected)
            monday += timedelta(days=7)

    def features_of(self, index: int) -> tuple[Features, ...]:
        """Those of a report's members."""
        return self._features.get(index) or tuple(map(features, self._clusters[index].members))

    def _forget_before(self, monday: date) -> None:
        for week in [week for week in self._rare if week < monday]:
            del self._rare[week]
            for index in self._weeks[week]:
                del self._features[index]

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
            self._features[index] = self.features_of(index)
            for word in set().union(*(told.words for told in self._features[index])):
                by_word[word].append(index)
        return {word: held for word, held in by_word.items() if len(held) <= rarity(len(week))}
