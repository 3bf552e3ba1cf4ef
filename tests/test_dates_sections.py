"""What stands under a subheading that is a date counts from that day; under any other, from the article's."""

from __future__ import annotations

import pytest

from generator.dates.tagger import find_timexes

SATURDAY = "2024-09-14"


def values(text: str) -> list[str]:
    """The values of a text written on the Saturday, headings left out."""
    return [timex.value for timex in find_timexes(text, SATURDAY) if text[: timex.start].rpartition("\n")[2][:1] != "#"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("## Tuesday 10 September\n\n03:15 The deck drops.", ["2024-09-10T03:15"]),
        ("## Tuesday 10 September\n\nThe bridge fell at 9am.", ["2024-09-10T09:00"]),
        ("## Sept. 10:\n\nHe quit this morning.", ["2024-09-10TMO"]),
        ("## 10 September 2024 - The fall\n\nHe spoke on Monday.", ["2024-09-09"]),
        ("## Sept. 10: The fall\n\nHe spoke on Monday. He will speak again tomorrow.", ["2024-09-09", "2024-09-11"]),
    ],
)
def test_under_a_date_everything_counts_from_it(text: str, told: list[str]) -> None:
    assert values(text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("## What happens next\n\nHe spoke at 9am.", ["2024-09-14T09:00"]),
        ("## Tuesday 10 September\n\nIt fell.\n\n## What next\n\nHe spoke at 9am.", ["2024-09-14T09:00"]),
        ("## The fall of 10 September and after\n\nHe spoke at 9am.", ["2024-09-14T09:00"]),
        ("## September 2024\n\nHe spoke at 9am.", ["2024-09-14T09:00"]),
        ("Tuesday 10 September was wet.\n\nHe spoke at 9am.", ["2024-09-10", "2024-09-14T09:00"]),
    ],
)
def test_under_any_other_heading_it_counts_from_the_article(text: str, told: list[str]) -> None:
    assert values(text) == told
