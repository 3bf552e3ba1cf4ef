"""An attribution behind a comma does not turn around what the words before it decide."""

import pytest

from generator.dates.tagger import find_timexes

DCT = "2024-03-05"  # a Tuesday


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The bridge will close to traffic on Monday, Mayor Jane Hill said on Tuesday.", "2024-03-11"),
        ("Nurses will begin a campaign on Monday aimed at children, a spokeswoman said on Tuesday.", "2024-03-11"),
        ("Nordfar has announced it's cancelling 80 ferries on Friday, most of them to Oslo.", "2024-03-08"),
        ("The council is expected to vote on Friday, she said.", "2024-03-08"),
        ("He was arrested on Monday, police said.", "2024-03-04"),
        ("Talks on Friday, which failed, will be held again.", "2024-03-01"),
    ],
)
def test_the_weekday_goes_with_its_own_clause(text: str, day: str) -> None:
    assert find_timexes(text, DCT)[0].when == day
