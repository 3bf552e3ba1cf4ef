"""An expectation stays one; the later report of its outcome is linked to it."""

import pytest
from articles_made import DAY, mention, record
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model import Event, EventMention, Settings
from generator.timeline.assemble import make_timeline
from generator.timeline.features import Telling, features
from generator.timeline.likeness import SAME, fulfils
from generator.timeline.outcomes import CROWD, Expectation, Report, Week, find_outcomes, key_of


def linked(expected: EventMention, report: EventMention, told: str = "2023-06-17") -> list[Event]:
    """The events of an article of 14 June that expects, and one published on the day told that reports."""
    articles = [record("a", expected, published="2023-06-14"), record("b", report, published=told)]
    return sorted(make_timeline(articles, Settings()).events, key=lambda event: event.status != "expected")


VOTE = mention("The council of Ashford will vote on the Halcyon wind farm", "2023-06-16", "expected")
FULFILLED = [
    ("The council of Ashford approved the Halcyon wind farm.", "2023-06-16"),
    ("The council of Ashford approved the Halcyon wind farm.", "2023-06-19"),
]


@pytest.mark.parametrize(("text", "day"), FULFILLED)
def test_a_later_report_of_it_is_its_outcome(text: str, day: str) -> None:
    expected, report = linked(VOTE, mention(text, day), told="2023-06-20")
    assert (expected.status, report.status) == ("expected", "happened")
    assert (expected.outcome, report.outcome_of) == (report.id, expected.id)


NOT_FULFILLED = [
    ("The council of Ashford approved the Halcyon wind farm.", "2023-06-15", "2023-06-20"),  # before the day
    ("The council of Ashford approved the Halcyon wind farm.", "2023-07-16", "2023-07-20"),  # weeks too late
    ("A fire broke out at the mill of Ashford.", "2023-06-16", "2023-06-20"),
    ("The council of Wellford approved the Larkspur port.", "2023-06-16", "2023-06-20"),
    (
        "The council of Ashford approved the Halcyon wind farm.",
        "2023-06-16",
        "2023-06-13",
    ),  # told before it was expected
]


@pytest.mark.parametrize(("text", "day", "told"), NOT_FULFILLED)
def test_something_else_is_not(text: str, day: str, told: str) -> None:
    assert all(event.outcome is event.outcome_of is None for event in linked(VOTE, mention(text, day), told))


def test_one_report_is_the_outcome_of_one_expectation() -> None:
    twin = mention("The council of Ashford will also vote on the Halcyon wind farm plan", "2023-06-17", "expected")
    report = mention("The council of Ashford approved the Halcyon wind farm.", "2023-06-18")
    articles = [record("a", VOTE, twin, published="2023-06-14"), record("b", report, published="2023-06-19")]
    events = make_timeline(articles, Settings()).events
    assert sum(event.outcome is not None for event in events) == 1


def test_in_a_crowded_week_it_is_found_by_the_words_that_few_others_have() -> None:
    report = mention("The council of Ashford approved the Halcyon wind farm.", "2023-06-16")
    crowd = [mention(f"The board of Mill{number} opened Hall{number}.", "2023-06-15") for number in range(CROWD)]
    articles = [record("a", VOTE, published="2023-06-14"), record("b", report, *crowd, published="2023-06-17")]
    found = [event for event in make_timeline(articles, Settings()).events if event.outcome]
    assert [event.heading for event in found] == [VOTE.heading]


@pytest.mark.parametrize("day", ["9999", "9999-12-31", "9999-12-20/..", "0001-01-01"])
def test_no_day_is_too_far_to_look_for_its_outcome(day: str) -> None:
    vote = mention("The council of Ashford will vote on the Halcyon wind farm", day, "expected")
    assert all(event.outcome is None for event in linked(vote, mention("A fire broke out at the mill.", day)))


PHRASES = st.sampled_from(
    "council approve vote fire bridge open Ashford Halcyon $250 1,400 40 2,500 Ada Moreau, summit talks Xi Jinping,"
    " strike to on port".split()
)
SENTENCES = st.lists(PHRASES, min_size=1, max_size=9).map(" ".join)


@settings(max_examples=300)
@given(SENTENCES, st.lists(SENTENCES, min_size=1, max_size=6))
def test_no_report_that_fulfils_an_expectation_is_passed_over(expected: str, told: list[str]) -> None:
    voting = Expectation("e", "2023-06-16", DAY, telling(expected))
    reports = tuple(Report(f"r-{number}", "2023-06-16", (telling(text),)) for number, text in enumerate(told))
    fulfilling = {each.id for each in reports if fulfils(features(voting.told), features(each.told[0])) >= SAME}
    assert {found.report for found in find_outcomes(Week((voting,), reports))} == fulfilling


def telling(text: str) -> Telling:
    """A sentence of an article of the week after."""
    return Telling(record("a", published="2023-06-20"), mention(text, "2023-06-16"), 0)


def test_weeks_in_which_other_outcomes_may_be_found_are_told_apart() -> None:
    week = Week(
        (Expectation("e", "2023-06-16", DAY, telling("It will open")),), (Report("r", DAY, (telling("It opened"),)),)
    )
    (expectation,), (report,) = week
    others = (
        Week((expectation._replace(announced="2023-06-15"),), week.reports),
        Week((expectation._replace(told=telling("It will close")),), week.reports),
        Week(week.expectations, (report._replace(date="2023-06-15"),)),
        Week(week.expectations, (report._replace(told=(telling("It closed"),)),)),
        Week(week.expectations, (report, report._replace(id="s"))),
    )
    assert len({key_of(each) for each in (week, *others)}) == len(others) + 1
