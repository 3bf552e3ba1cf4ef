"""EDTF values: what is read, in which order they stand, and when one overlaps or holds another (ISO 8601-2)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import edtf
from generator.edtf import Edtf, EdtfError

DAYS = st.dates(min_value=date(1, 1, 1), max_value=date(9999, 12, 31))
MONTHS = st.builds(lambda day: f"{day:%Y-%m}".zfill(7), DAYS)
YEARS = st.integers(0, 9999).map("{:04}".format)
DECADES = st.integers(0, 999).map("{:03}X".format)
POINTS = st.one_of(DAYS.map(date.isoformat), MONTHS, YEARS, DECADES)
INTERVALS = st.tuples(DAYS, DAYS).map(lambda pair: edtf.interval(min(pair), max(pair)).text)
VALUES = st.one_of(POINTS, INTERVALS, POINTS.map("../{}".format), POINTS.map("{}/..".format)).map(edtf.parse)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2023-06-14", (2023, 6, 14), (2023, 6, 14)),
        ("2024-02", (2024, 2, 1), (2024, 2, 29)),
        ("2023-02~", (2023, 2, 1), (2023, 2, 28)),
        ("2008", (2008, 1, 1), (2008, 12, 31)),
        ("-0043", (-43, 1, 1), (-43, 12, 31)),
        ("2023-21", (2023, 3, 1), (2023, 5, 31)),
        ("2023-24", (2023, 12, 1), (2024, 2, 29)),
        ("2023-36", (2023, 10, 1), (2023, 12, 31)),
        ("2023-40", (2023, 1, 1), (2023, 6, 30)),
        ("199X", (1990, 1, 1), (1999, 12, 31)),
        ("19XX", (1900, 1, 1), (1999, 12, 31)),
        ("2023-02-14/2023-02-15", (2023, 2, 14), (2023, 2, 15)),
        ("../2023-02-14", None, (2023, 2, 14)),
        ("2023-02-14/", (2023, 2, 14), None),
    ],
)
def test_a_value_knows_its_earliest_and_latest_day(
    text: str, first: tuple[int, int, int] | None, last: tuple[int, int, int] | None
) -> None:
    value = edtf.parse(text)
    assert (value.first, value.last) == (first, last)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "yesterday",
        "2023-13",
        "2023-02-30",
        "2023-2-3",
        "14.02.2023",
        "/",
        "../..",
        "2023-05/2023-04",
        "19X5",
        "199X-05",
    ],
)
def test_what_is_no_edtf_is_refused_with_the_text_quoted(text: str) -> None:
    with pytest.raises(EdtfError) as raised:
        edtf.parse(text)
    assert f'"{text}"' in str(raised.value)
    assert not edtf.is_valid(text)


def test_a_loose_date_is_told_how_to_be_written() -> None:
    with pytest.raises(EdtfError, match="write 2021-03-09"):
        edtf.parse("2021/3/9")


@pytest.mark.parametrize(
    "ordered",
    [
        ["-0043", "0001", "1999", "2023"],
        ["202X", "2023", "2023-06", "2023-06-14"],
        ["2023-06-14", "2023-06-14/2023-06-15", "2023-06-15"],
        ["../2023-02-14", "2023-02-14", "2023-02-14/.."],
    ],
)
def test_the_order_is_by_earliest_day_and_the_narrower_first(ordered: list[str]) -> None:
    assert sorted(sorted(ordered), key=edtf.parse) == ordered


def test_a_day_stands_before_the_month_that_begins_with_it() -> None:
    assert edtf.parse("2023-06-01") < edtf.parse("2023-06") < edtf.parse("2023-06-02")


@pytest.mark.parametrize(
    ("outer", "inner"),
    [
        ("2023", "2023-06"),
        ("2023-06", "2023-06-14"),
        ("202X", "2023"),
        ("20XX", "202X"),
        ("2023-06-12/2023-06-18", "2023-06-14"),
        ("../2023-06-14", "1999"),
        ("2023-06-14/..", "2024"),
    ],
)
def test_the_wider_holds_the_narrower_and_not_the_other_way_round(outer: str, inner: str) -> None:
    assert edtf.parse(outer).contains(edtf.parse(inner))
    assert not edtf.parse(inner).contains(edtf.parse(outer))


@pytest.mark.parametrize(("one", "other"), [("2023-06", "2023-07"), ("../2023-06-13", "2023-06-14"), ("199X", "2000")])
def test_neighbours_do_not_overlap(one: str, other: str) -> None:
    assert not edtf.parse(one).overlaps(edtf.parse(other))


@pytest.mark.parametrize(
    ("text", "is_week"),
    [
        ("2023-06-12/2023-06-18", True),
        ("2023-06-13/2023-06-19", False),
        ("2023-06-12/2023-06-19", False),
        ("2023", False),
    ],
)
def test_a_week_is_a_monday_to_its_sunday(text: str, is_week: bool) -> None:
    assert edtf.parse(text).is_week == is_week


@given(DAYS)
def test_a_day_is_read_as_it_was_written(day: date) -> None:
    value = edtf.parse(day.isoformat())
    assert (value.first_day, value.last_day, value.is_day, str(value)) == (day, day, True, day.isoformat())


@given(DAYS, st.integers(0, 400))
def test_an_interval_of_days_is_read_as_it_was_written(start: date, length: int) -> None:
    end = min(date.max.toordinal(), start.toordinal() + length)
    value = edtf.interval(start, date.fromordinal(end))
    assert (value.first_day, value.last_day) == (start, date.fromordinal(end))


@given(VALUES, VALUES, VALUES)
def test_the_order_is_total(one: Edtf, two: Edtf, three: Edtf) -> None:
    assert (one < two) + (two < one) + (one == two) == 1
    assert not (one < two and two < three) or one < three


@given(VALUES, VALUES)
def test_overlap_is_mutual_and_follows_from_containment(one: Edtf, other: Edtf) -> None:
    assert one.overlaps(other) == other.overlaps(one)
    assert not one.contains(other) or one.overlaps(other)


@given(VALUES, VALUES, VALUES)
def test_containment_holds_for_itself_and_is_handed_on(one: Edtf, two: Edtf, three: Edtf) -> None:
    assert one.contains(one)
    assert not (one.contains(two) and two.contains(three)) or one.contains(three)


@given(DAYS)
def test_a_day_lies_in_its_month_its_year_and_its_decade(day: date) -> None:
    value = edtf.day(day)
    for wider in (f"{day.year:04}-{day.month:02}", f"{day.year:04}", f"{day.year // 10:03}X"):
        assert edtf.parse(wider).contains(value)


@given(DAYS.filter(lambda day: day < date.max))
def test_up_to_a_day_holds_that_day_and_not_the_next(day: date) -> None:
    assert edtf.up_to(day).contains(edtf.day(day))
    assert not edtf.up_to(day).overlaps(edtf.day(day + timedelta(days=1)))


@given(st.text(max_size=30))
def test_any_text_is_either_read_or_refused(text: str) -> None:
    assert not edtf.is_valid(text) or edtf.parse(text).text == text
