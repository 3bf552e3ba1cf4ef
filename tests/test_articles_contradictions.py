"""What an article tells that cannot stand in one of a day."""

from datetime import date

import pytest

from generator.articles.contradictions import contradicts, latest_past

CONTRADICTIONS = [
    ("Work is due to finish by October 2022.", "October 2022"),
    ("The bridge will open in May 2021, the company says.", "May 2021"),
    ("The vote is still expected on 3 March 2023.", "3 March 2023"),
    ("A march is to be held on June 5, 2020.", "June 5, 2020"),
    ("It was shut in January 2024.", "January 2024"),
    ("The court ruled on 20 June 2023.", "20 June 2023"),
]
AGREEING = [
    "Work was due to finish by October 2022.",
    "He said in 2020 that the bridge would open in May 2021.",
    "The bridge will open in July 2023.",
    "The bridge was shut in May 2021 and will open again.",
    "Work is due to finish by May 2023.",  # hardly over
    "The tax will be paid until it ends. It began in May 2021.",
]


@pytest.mark.parametrize(("text", "words"), CONTRADICTIONS)
def test_what_is_over_is_not_to_come_and_what_is_past_is_not_later(text: str, words: str) -> None:
    assert contradicts(text, date(2023, 6, 14)) == words


@pytest.mark.parametrize("text", AGREEING)
def test_what_can_be_told_on_the_day_contradicts_nothing(text: str) -> None:
    assert contradicts(text, date(2023, 6, 14)) is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("In 2011, 43 percent had no car. It was built in 1925.", date(2011, 1, 1)),
        ("It will open in 2030.", None),
        ("It was built last year.", None),
    ],
)
def test_the_latest_time_told_as_past_begins_on_a_day(text: str, day: date | None) -> None:
    assert latest_past(text) == day
