"""Days told together are one stretch of time, read in an article of Thursday, 15 June 2023."""

import pytest

from generator.dates.tagger import find_timexes
from generator.events.day_ranges import join_days

TOGETHER = [
    ("Ministers met on Tuesday and Wednesday.", "Tuesday and Wednesday", "2023-06-13/2023-06-14"),
    ("Schools will be closed on Friday, Saturday and Sunday.", "Friday, Saturday and Sunday", "2023-06-16/2023-06-18"),
    ("Shops will be closed on Friday and on Saturday.", "Friday and on Saturday", "2023-06-16/2023-06-17"),
    ("The ministers will meet on July 11 and 12.", "July 11 and 12", "2023-07-11/2023-07-12"),
    ("The strike took place on 13 and 14 June.", "13 and 14 June", "2023-06-13/2023-06-14"),
    ("They met on June 30 and July 1, 2022.", "June 30 and July 1, 2022", "2022-06-30/2022-07-01"),
    ("It rained overnight on Sunday and Monday.", "overnight on Sunday and Monday", "2023-06-11/2023-06-12"),
    ("The airport was closed from Monday to Wednesday.", "Monday to Wednesday", "2023-06-12/2023-06-14"),
    ("Voting took place between June 2 and June 9.", "June 2 and June 9", "2023-06-02/2023-06-09"),
    ("Between 2 and 9 June, 300 people drowned.", "2 and 9 June", "2023-06-02/2023-06-09"),
    ("Between January and May, 300 people drowned.", "January and May", "2023-01/2023-05"),
    ("Sales fell from October to March.", "October to March", "2022-10/2023-03"),
    ("It was built between 2018 and 2021.", "2018 and 2021", "2018/2021"),
]
APART = [
    ("They came on Sunday, and on Monday they left.", ["2023-06-11", "2023-06-12"]),
    ("Police came on Sunday and on Monday Lee was held.", ["2023-06-11", "2023-06-12"]),
    ("The vote was moved from Monday to Wednesday.", ["2023-06-12", "2023-06-14"]),
    ("Talks broke down on Monday and Tuesday’s session was cancelled.", ["2023-06-12", "2023-06-13"]),
    ("They met on Monday, and Tuesday was quiet.", ["2023-06-12", "2023-06-13"]),
    ("He was held on Monday and freed on Tuesday.", ["2023-06-12", "2023-06-13"]),
    ("They met on Monday, June 12, and left.", ["2023-06-12"]),
    ("They spoke on Monday, Tuesday at the latest.", ["2023-06-12", "2023-06-13"]),
    ("They met in May and June.", ["2023-05", "2023-06"]),
    ("The vote was moved from May to July.", ["2023-05", "2023-07"]),
]


@pytest.mark.parametrize(("text", "words", "when"), TOGETHER)
def test_days_that_follow_each_other_are_one_stretch(text: str, words: str, when: str) -> None:
    (joined,) = join_days(find_timexes(text, "2023-06-15"), text)
    assert (text[joined.start : joined.end], joined.when) == (words, when)


@pytest.mark.parametrize(("text", "when"), APART)
def test_days_told_each_for_itself_stay_apart(text: str, when: list[str]) -> None:
    assert [(timex.when, timex.unsure) for timex in join_days(find_timexes(text, "2023-06-15"), text)] == [
        (each, None) for each in when
    ]


def test_days_with_others_between_them_are_to_be_reviewed() -> None:
    text = "Trains stopped on Monday and Wednesday."
    first, _ = join_days(find_timexes(text, "2023-06-15"), text)
    assert (first.when, first.unsure) == ("2023-06-12", "the text names several days: Monday and Wednesday")
