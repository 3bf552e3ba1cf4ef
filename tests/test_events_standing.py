"""The day that stands above a text: a chronology's date headings, the clock times of a live blog."""

import pytest
from articles_made import mentions

Told = tuple[str | None, str, str | None]


def told(*paragraphs: str) -> list[Told]:
    """Date, rule and heading of what an article of Wednesday 14 June 2023 tells."""
    return [(event.date, event.heading, event.basis and event.basis.rule) for event in mentions(*paragraphs)]


@pytest.mark.parametrize("heading", ["## Monday 12 June", "## June 12, 2023", "## June 12: Dawn", "## 12 June – Dawn"])
def test_what_stands_under_a_date_happened_then(heading: str) -> None:
    fell: Told = ("2023-06-12", "The eastern span gives way", "date-heading")
    assert told(heading, "The eastern span gives way.") == [fell]


def test_a_date_heading_ends_at_the_next_heading() -> None:
    assert told("## June 12", "Leeds loses power.", "## What next", "Leeds waits for help.") == [
        ("2023-06-12", "Leeds loses power", "date-heading")
    ]


def test_a_clock_time_under_a_date_is_of_that_day() -> None:
    assert told("## Monday 12 June", "03:15 A nurse calls Leeds police.", "04:40 The bridge was shut by 5am.") == [
        ("2023-06-12", "A nurse calls Leeds police", "date-heading"),
        ("2023-06-12", "The bridge was shut by 5am", "clock"),
    ]


def test_a_statement_under_a_date_was_made_then() -> None:
    (event,) = mentions("## Monday 12 June", "Mayor Ann Lee says the search is over.")
    assert (event.date, event.status, event.speaker) == ("2023-06-12", "statement", "Ann Lee")


def test_a_date_of_its_own_wins() -> None:
    assert told("## Monday 12 June", "Leeds lost power on Sunday.") == [
        ("2023-06-11", "Leeds lost power", "weekday-last")
    ]


@pytest.mark.parametrize("heading", ["## June 30", "## After June 12", "## Leeds"])
def test_a_day_to_come_or_a_heading_with_more_dates_nothing(heading: str) -> None:
    assert told(heading, "The eastern span gives way.") == []


ENTRIES = ("21:45 GMT - Thank you for reading.", "18:30 GMT - Leeds loses power.", "09:15 GMT - Rain floods the town.")


def test_the_entries_of_a_live_blog_are_of_the_articles_day() -> None:
    assert told(*ENTRIES) == [
        ("2023-06-14", "Leeds loses power", "entry-time"),
        ("2023-06-14", "Rain floods the town", "entry-time"),
    ]


def test_entries_that_run_past_midnight_are_not() -> None:
    assert told("22:10 Rain floods Leeds.", "23:50 The town loses power.", "00:40 The river rises.") == []


def test_two_clock_times_are_no_live_blog() -> None:
    assert told("18:30 Leeds loses power.", "18:50 Rain floods the town.") == []
