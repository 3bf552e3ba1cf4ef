"""From expectation to outcome: what was announced, and the later report of what came of it. Both stay, linked.

Reports are gone through week by week, each with the expectations that may have come true in it, so that a week can be
left to another process, and need not be gone through again while it is the same.
"""

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import chain
from typing import NamedTuple

from generator import edtf
from generator.model import Event
from generator.timeline.blocks import rarity
from generator.timeline.clusters import Cluster
from generator.timeline.features import Features, Telling, compared_by, features
from generator.timeline.likeness import SAME, fulfils
from generator.workers.packing import pack

LATE = timedelta(days=7)  # how long after the day expected the outcome may come
CROWD = 400  # reports of a week that may each be compared with an expectation; of more only those with rare words
OPEN = timedelta(days=62)  # the same where no day was given
_END = date.max - OPEN - 2 * LATE  # beyond it days can't be counted on


class Expectation(NamedTuple):
    """An event that is expected: its id and date, when it was first announced, and the mention that stands for it."""

    id: str
    date: str
    announced: str
    told: Telling


class Report(NamedTuple):
    """An event that is told: its id, its date and its mentions."""

    id: str
    date: str
    told: tuple[Telling, ...]


class Week(NamedTuple):
    """The reports whose first day is in one week, and the expectations that they may fulfil."""

    expectations: tuple[Expectation, ...]
    reports: tuple[Report, ...]


class Outcome(NamedTuple):
    """That a report, by its id, may tell what came of an expectation; the order is that of belief, the surest first."""

    doubt: float
    expectation: str
    report: str


Spread = Callable[[Iterable[Week]], Iterable[tuple[Outcome, ...]]]


def find_in_all(weeks: Iterable[Week]) -> Iterable[tuple[Outcome, ...]]:
    """The outcomes that each week may hold."""
    return map(find_outcomes, weeks)


def link_outcomes(
    clusters: Sequence[Cluster], events: Sequence[Event], spread: Spread = find_in_all
) -> tuple[Event, ...]:
    """The events with `outcome` and `outcome_of` set, one to one. clusters and events are parallel.

    spread: how to call find_outcomes for many weeks; others than this process may do it.
    """
    outcome: dict[str, str] = {}
    outcome_of: dict[str, str] = {}
    for _, expected, report in sorted(chain.from_iterable(spread(_weeks(clusters, events)))):
        if expected not in outcome and report not in outcome_of:
            outcome[expected], outcome_of[report] = report, expected
    return tuple(
        event._replace(outcome=outcome.get(event.id), outcome_of=outcome_of.get(event.id))
        if event.id in outcome or event.id in outcome_of
        else event
        for event in events
    )


# ---------------------------------------------------------------- the weeks


def _weeks(clusters: Sequence[Cluster], events: Sequence[Event]) -> Iterator[Week]:
    """The weeks in which something that was expected may have come true, in order."""
    reports: dict[date, list[int]] = defaultdict(list)
    for index, event in enumerate(events):
        day = event.when.first_day if event.when else None
        if event.status != "expected" and day:
            reports[_monday(day)].append(index)
    mondays = sorted(reports)
    expectations: dict[date, list[Expectation]] = defaultdict(list)
    for index, event in enumerate(events):
        if event.status == "expected" and event.when and event.when.first_day:
            expectation = _expectation(clusters[index], event)
            for monday in _within_reach(event.when, mondays):
                expectations[monday].append(expectation)
    for monday, expected in sorted(expectations.items()):
        yield Week(tuple(expected), tuple(_report(clusters[index], events[index]) for index in reports[monday]))


def _within_reach(when: edtf.Edtf, mondays: Sequence[date]) -> Sequence[date]:
    """Of the Mondays, which are sorted, those from the week of the first day expected to some days after the last."""
    first = min(when.first_day or date.max, _END)
    last = min(when.last_day or first + OPEN, _END) + LATE
    return mondays[bisect_left(mondays, _monday(first)) : bisect_right(mondays, last)]


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _expectation(cluster: Cluster, event: Event) -> Expectation:
    announced = min(item.record.published or "9999" for item in cluster.members)
    return Expectation(event.id, event.date or "", announced, cluster.members[0])


def _report(cluster: Cluster, event: Event) -> Report:
    return Report(event.id, event.date or "", cluster.members)


# ---------------------------------------------------------------- one week


def key_of(week: Week) -> bytes:
    """What tells apart weeks in which other outcomes may be found."""
    expectations = [(*each[:-1], compared_by(each.told)) for each in week.expectations]
    reports = [(each.id, each.date, [compared_by(item) for item in each.told]) for each in week.reports]
    return pack((expectations, reports))


def find_outcomes(week: Week) -> tuple[Outcome, ...]:
    """The reports of a week that may tell what came of an expectation."""
    told = [tuple(map(features, report.told)) for report in week.reports]
    like, found = _finder(told), []
    for expectation in week.expectations:
        expected = features(expectation.told)
        for index in like(expected):
            report = week.reports[index]
            later = (each for each in told[index] if (each.record.published or "") > expectation.announced)
            score = max((fulfils(expected, each) for each in later), default=0.0)
            if score >= SAME and not _is_before(report.date, expectation.date):
                found.append(Outcome(-score, expectation.id, report.id))
    return tuple(found)


def _is_before(report: str, expectation: str) -> bool:
    """Whether something told cannot be what was expected for a later date."""
    when, expected = edtf.parse(report), edtf.parse(expectation)
    return when.key < expected.key and not when.overlaps(expected)


def _finder(told: Sequence[tuple[Features, ...]]) -> Callable[[Features], Iterator[int]]:
    """What finds the reports that may fulfil an expectation: two that `fulfils` takes for one have two signs in common.

    In a crowd a sign that few others have is asked for: without it everybody there would be compared with everybody.
    """
    by_sign = _by_sign(told)
    is_crowd = len(told) > CROWD
    if is_crowd:
        few = rarity(len(told))
        by_sign = {sign: held for sign, held in by_sign.items() if len(held) <= few}

    def like(expected: Features) -> Iterator[int]:
        common = Counter(chain.from_iterable(by_sign.get(sign, ()) for sign in _signs(expected)))
        return (index for index, count in common.items() if is_crowd or count >= 2)

    return like


def _by_sign(told: Sequence[tuple[Features, ...]]) -> Mapping[str, Sequence[int]]:
    found: dict[str, list[int]] = defaultdict(list)
    for index, members in enumerate(told):
        for sign in set(chain.from_iterable(_signs(each) for each in members if not each.quoted)):
            found[sign].append(index)
    return found


def _signs(item: Features) -> set[str]:
    """Its words, names, full names and figures; a figure counts beside the word that it may be too."""
    return {*item.stems, *item.names, *item.entities, *(f"#{figure}" for figure in item.figures)}
