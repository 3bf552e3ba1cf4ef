"""Lines that hold several things of a page are taken apart, and halves of one thing put together."""

from __future__ import annotations

import pytest

from generator.articles.glued import take_apart
from generator.articles.markup import number_lines


def take(*lines: str) -> list[str]:
    return [line.text for line in take_apart(number_lines(list(lines)))]


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("date 2018-05-04 3 hours ago", ["date 2018-05-04", "3 hours ago"]),
        ("date 2018-05-04 × Dam holds", ["date 2018-05-04", "Dam holds"]),
        ("Valley News2 days ago", ["Valley News", "2 days ago"]),
        (
            "Dam holds after the flood By Ann Roe | May 4, 2018",
            ["Dam holds after the flood", "By Ann Roe | May 4, 2018"],
        ),
        ("• BY Ann Roe |", ["BY Ann Roe"]),
        ("• June 04, 2009", ["June 04, 2009"]),
        ("• The dam held, they say", ["• The dam held, they say"]),
        ("The dam will be closed 2 days ago", ["The dam will be closed 2 days ago"]),
        ("A book By Ann Roe was read", ["A book By Ann Roe was read"]),
    ],
)
def test_each_part_of_a_line_is_a_line(line: str, parts: list[str]) -> None:
    assert take(line) == parts


def test_a_name_below_its_label_is_a_byline() -> None:
    assert take("By:", "ANN ROE", "Author:", "the county") == ["By: ANN ROE", "Author:", "the county"]


@pytest.mark.parametrize(
    ("line", "rest"),
    [
        ("The mayor said there are a", "number of things to be proud of."),
        ("The dam above the valley held on Wednesday,", "the engineers said."),
    ],
)
def test_a_sentence_that_breaks_off_goes_on_in_the_next_line(line: str, rest: str) -> None:
    assert take(line, rest) == [f"{line} {rest}"]


@pytest.mark.parametrize(
    ("line", "below"),
    [
        ("The dam above the valley held", "by Ann Roe of Marrow"),
        ("The dam above the valley held", "The engineers were glad about it."),
        ("The dam above the valley held.", "the engineers were glad about it."),
        ("The dam above the valley held", "eValley shows the dam"),
        ("The dam above the valley held", "“nobody was hurt in the flood”"),
        ("The dam above the valley held", "von der Roe sees the dam"),
        ("Valley news", "the dam above the valley held"),
        ("Related topics: Marrow | Dams | Valley Water", "the valley has about 15 thousand residents."),
        ("Published June 24, 2022 | Updated June 24, 2022", "the valley has about 15 thousand residents."),
    ],
)
def test_lines_that_only_follow_each_other_stay_two(line: str, below: str) -> None:
    assert take(line, below) == [line, below]
