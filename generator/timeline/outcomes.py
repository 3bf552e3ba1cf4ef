"""From expectation to outcome: what was announced, and the later report of what came of it. Both stay, linked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

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
        when, mentions = edtf.parse(str(events[index].date)), clusters[index].members
        announced, expected = min(item.record.published or "9999" for item in mentions), features(mentions[0])
        for other, members in reports.like(expected, when):
            first = events[other].when
            if first is None or (first.key < when.key and not first.overlaps(when)):
                continue
            later = (told for told in members if (told.record.published or "") > announced)
            score = max((fulfils(expected, told) for told in later), default=0.0)
            if score >= SAME:
                yield score, index, other


class _Week(NamedTuple):
    """The reports of a week as places in the list of all, and what finds them. told: the features of their members.

    named: those with a name, by name; nameless: those of whom a member has none. rare: by words that few others have,
    None where they are no crowd.
    """

    told: Mapping[int, tuple[Features, ...]]
    named: Mapping[str, Sequence[int]]
    nameless: Sequence[int]
    rare: Mapping[str, Sequence[int]] | None

    def like(self, expected: Features) -> Iterable[int]:
        """Those that can be what came of an expectation: none that has other names, see `fulfils`."""
        if self.rare is not None:
            return sorted({index for word in expected.words for index in self.rare.get(word, ())})
        if not expected.names:
            return self.told
        return sorted({*self.nameless, *(index for name in expected.names for index in self.named.get(name, ()))})


def _make_week(reports: Sequence[int], clusters: Sequence[Cluster]) -> _Week:
    told = {index: tuple(map(features, clusters[index].members)) for index in reports}
    named = _by((name, index) for index, members in told.items() for each in members for name in each.names)
    nameless = [index for index, members in told.items() if not all(each.names for each in members)]
    if len(reports) <= CROWD:
        return _Week(told, named, nameless, None)
    by_word = _by((word, index) for index, members in told.items() for each in members for word in each.words)
    few = rarity(len(reports))
    return _Week(told, named, nameless, {word: held for word, held in by_word.items() if len(held) <= few})


def _by(pairs: Iterable[tuple[str, int]]) -> Mapping[str, Sequence[int]]:
    """Reports by what they have, each once; its pairs follow each other."""
    found: dict[str, list[int]] = defaultdict(list)
    for key, index in pairs:
        held = found[key]
        if not held or held[-1] != index:
            held.append(index)
    return found


class _Reports:
    """Reports of a day or week by the Monday of their first day, to be asked for in the order of time."""

    def __init__(self, clusters: Sequence[Cluster], events: Sequence[Event]) -> None:
        self._clusters = clusters
        self._mondays: dict[date, list[int]] = defaultdict(list)
        self._weeks: dict[date, _Week] = {}  # from the one asked for on
        for index, event in enumerate(events):
            day = event.when.first_day if event.when else None
            if event.status != "expected" and day:
                self._mondays[day - timedelta(days=day.weekday())].append(index)

    def like(self, expected: Features, when: edtf.Edtf) -> Iterator[tuple[int, tuple[Features, ...]]]:
        """Those from the first day expected to some days after the last, each with the features of its members; of a
        crowd only those that share a word with the expectation that few others have."""
        first = min(when.first_day or date.max, _END)
        last = min(when.last_day or first + OPEN, _END) + LATE
        monday = first - timedelta(days=first.weekday())
        for over in [week for week in self._weeks if week < monday]:
            del self._weeks[over]
        while monday <= last:
            if monday in self._mondays:
                week = self._week(monday)
                yield from ((index, week.told[index]) for index in week.like(expected))
            monday += timedelta(days=7)

    def _week(self, monday: date) -> _Week:
        if monday not in self._weeks:
            self._weeks[monday] = _make_week(self._mondays[monday], self._clusters)
        return self._weeks[monday]
