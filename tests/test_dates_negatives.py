"""Phrases that look like dates and are none."""

from __future__ import annotations

import pytest

from generator.dates.negatives import NEGATIVES, Negative
from generator.dates.tagger import find_timexes

DCT = "2023-06-14"


@pytest.mark.parametrize("row", NEGATIVES, ids=lambda row: row.example)
def test_each_negative_silences_its_own_example(row: Negative) -> None:
    assert find_timexes(row.example, DCT) == ()


@pytest.mark.parametrize(
    "text",
    [
        "We met them and sat in the sun.",
        "They may march on, the second to do so.",
        "Theresa May said so.",
        "The march was long.",
        "An august body of men.",
        "The Second World War.",
        "Prices rose 2.5 per cent to $1,999.",
        "It cost $2023 and €1999.",
        "The index closed at 2082.1, up from 1678.5.",
        "They won 21-14 and lost 3-2.",
        "Call 555-1998 or see page 1998.",
        "Resolution 1973 and Flight 2023.",
        "About 2000 people came.",
        "A 2000-pound bomb and a 1500-strong crowd.",
        "The wed couple mon ami.",
        "Version 10.3.2 of the program.",
        "Jan Kowalski and April Jones.",
        "three-quarters of them",
        "A 44-year-old man, a six-month-old girl.",
        "He wants a second opinion.",
        "Seven people and five cars.",
        "The man of the year lives on the 13th floor.",
        "Highs will be in the 60s; she is in her late 20s.",
        "An Audi Q3 and a Q4 model.",
        "They won 3-2 and the record is 20-15-10.",
        "It is the last of the next thing to come.",
        "He is in his 60s, and in the heat of the day the night before he left was cool.",
    ],
)
def test_a_sentence_without_a_date_has_none(text: str) -> None:
    assert [(text[t.start : t.end], t.rule) for t in find_timexes(text, DCT)] == []


def test_a_name_is_a_name_only_with_its_capitals() -> None:
    assert find_timexes("told the Sunday Times", DCT) == ()
    assert [t.value for t in find_timexes("at a Sunday news conference", DCT)] == ["2023-06-11"]
