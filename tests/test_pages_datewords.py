"""Dates in words: as people write them, never more precise than they are."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import edtf
from generator.pages.catalogue import words_for
from generator.pages.datewords import date_words

ENGLISH = words_for("en")

FULL = [
    ("2023-02-14", "Tue 14 Feb 2023"),
    ("2023-02-14/2023-02-15", "Tue–Wed 14–15 Feb 2023"),
    ("2023-02-27/2023-03-02", "Mon–Thu 27 Feb – 2 Mar 2023"),
    ("2023-02-01/2023-03-15", "1 Feb – 15 Mar 2023"),
    ("2022-12-30/2023-01-02", "Fri–Mon 30 Dec 2022 – 2 Jan 2023"),
    ("2023-02-06/2023-02-12", "week of 6 Feb 2023"),
    ("2023-07", "July 2023"),
    ("2023-02/2023-06", "Feb 2023 – Jun 2023"),
    ("2008", "2008"),
    ("2008/2012", "2008–2012"),
    ("../2023-06-14", "by 14 Jun 2023"),
    ("2023-06-14/..", "from 14 Jun 2023"),
    ("/2023-07", "by July 2023"),
    ("2023-02-14~", "about 14 Feb 2023"),
    ("2023-02?", "February 2023, uncertain"),
    ("2023%", "about 2023, uncertain"),
    ("2023-21", "spring 2023"),
    ("2023-35", "third quarter of 2023"),
    ("2023-40", "first half of 2023"),
    ("199X", "1990s"),
    ("19XX", "1900–1999"),
    ("-0043-03-15", "15 Mar 44 BC"),
    ("0000", "1 BC"),
    ("2023-02-14T10:30", "Tue 14 Feb 2023, 10:30"),
]
MACHINE = [
    ("2023-02-14", "2023-02-14"),
    ("2023-07", "2023-07"),
    ("2008", "2008"),
    ("2023-02-06/2023-02-12", "2023-W06"),
    ("2023-02-14T10:30", "2023-02-14T10:30"),
    ("2023-02-14/2023-02-15", None),
    ("../2023-06-14", None),
    ("199X", None),
    ("2023-21", None),
    ("-0043", None),
    ("0000", None),
]
PRECISION = [
    ("2023-02-14", ""),
    ("2023-07", "month only"),
    ("2008", "year only"),
    ("2023-21", "season only"),
    ("2023-33", "quarter only"),
    ("2023-02-06/2023-02-12", "a week"),
    ("../2023-06-14", "on or before"),
]
DAYS = st.dates(min_value=date(1, 1, 2)).map(str)
POINTS = st.one_of(DAYS, DAYS.map(lambda day: day[:7]), DAYS.map(lambda day: day[:4]))
# values of the time element's datetime attribute (HTML, 3.5.6: month, date, week, year, local date and time)
HTML_DATE = re.compile(r"\d{4}(-\d\d(-\d\d(T\d\d:\d\d)?)?)?|\d{4}-W\d\d")


@pytest.mark.parametrize(("value", "expected"), FULL)
def test_a_date_is_written_as_people_write_it(value: str, expected: str) -> None:
    assert date_words(value, ENGLISH).full == expected


@pytest.mark.parametrize(("value", "expected"), MACHINE)
def test_a_date_has_a_machine_value_only_where_html_knows_one(value: str, expected: str | None) -> None:
    assert date_words(value, ENGLISH).machine == expected


@pytest.mark.parametrize(("value", "expected"), PRECISION)
def test_what_is_no_day_says_what_it_is(value: str, expected: str) -> None:
    assert date_words(value, ENGLISH).precision == expected


def test_months_are_spelled_out_where_there_is_room() -> None:
    assert date_words("2023-02-14/2023-02-15", ENGLISH, "wide").plain == "14–15 February 2023"


@given(POINTS)
def test_a_month_or_year_never_gains_a_day(value: str) -> None:
    numbers = re.findall(r"\d+", date_words(value, ENGLISH).full)
    assert len(numbers) == (2 if len(value) == 10 else 1)


@given(POINTS, POINTS)
def test_every_interval_can_be_written_and_its_machine_value_is_html(one: str, other: str) -> None:
    first, last = sorted((edtf.parse(one), edtf.parse(other)))
    value = f"{first}/{last}"
    if not edtf.is_valid(value):
        return
    words = date_words(value, ENGLISH)
    assert words.full
    assert words.machine is None or HTML_DATE.fullmatch(words.machine)


@given(st.text("0123456789-/.X~?%T:", max_size=24))
def test_whatever_edtf_reads_can_be_written(value: str) -> None:
    if edtf.is_valid(value):
        assert date_words(value, ENGLISH).full.strip()
