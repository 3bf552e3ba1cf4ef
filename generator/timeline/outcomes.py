"""From expectation to outcome: what was announced, and the later report of what came of it. Both stay, linked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from generator import edtf
from generator.model import Event
from generator.timeline.clusters import Cluster
from generator.timeline.features import features
from generator.timeline.likeness import SAME, fulfils

LATE = timedelta(days=7)  # how long after the day expected the outcome may come
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
    reports = _by_week(events)
    for index, event in enumerate(events):
        if event.status != "expected" or event.when is None:
            continue
        members = clusters[index].members
        announced, expected = min(item.record.published or "9999" for item in members), features(members[0])
        for other in _within(event.when, reports):
            first = events[other].when
            if first is None or (first.key < event.when.key and not first.overlaps(event.when)):
                continue
            later = [item for item in clusters[other].members if (item.record.published or "") > announced]
            score = max((fulfils(expected, features(item)) for item in later), default=0.0)
            if score >= SAME:
                yield score, index, other


def _by_week(events: Sequence[Event]) -> dict[date, list[int]]:
    """Reports of a day or week by the Monday of their first day."""
    weeks: dict[date, list[int]] = defaultdict(list)
    for index, event in enumerate(events):
        day = event.when.first_day if event.when else None
        if event.status != "expected" and day:
            weeks[day - timedelta(days=day.weekday())].append(index)
    return weeks


def _within(when: edtf.Edtf, reports: dict[date, list[int]]) -> Iterator[int]:
    """Reports from the first day expected to some days after the last."""
    first = when.first_day
    if first is None:
        return
    last = (when.last_day or first + OPEN) + LATE
    monday = first - timedelta(days=first.weekday())
    while monday <= last:
        yield from reports.get(monday, ())
        monday += timedelta(days=7)
