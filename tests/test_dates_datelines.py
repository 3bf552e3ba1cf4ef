"""Lines that are a date and little more."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import edtf
from generator.dates.datelines import parse_date_line


@pytest.mark.parametrize(
    ("line", "when"),
    [
        ("Wed Jun 14 2023", "2023-06-14"),
        ("date 2023-06-14 June 14, 2023", "2023-06-14"),
        ("Published: June 14, 2023", "2023-06-14"),
        ("Updated June 14, 2023 at 10:35 a.m. EDT", "2023-06-14"),
        ("Last updated on 14 June 2023, 10:35 GMT", "2023-06-14"),
        ("2023-06-14T10:35:00Z", "2023-06-14"),
        ("2023-06-14 10:35:00+02:00", "2023-06-14"),
        ("30/04/2023", "2023-04-30"),
        ("04/30/2023", "2023-04-30"),
        ("Wednesday, 14th of June 2023", "2023-06-14"),
        ("Fri 9 Jun 2023, 11:05 AEST", "2023-06-09"),
        ("June 14, 2023 2 min read", "2023-06-14"),
        ("June 2023", "2023-06"),
    ],
)
def test_a_date_line_gives_its_day(line: str, when: str) -> None:
    assert parse_date_line(line) == when


@pytest.mark.parametrize(
    "line",
    [
        "",
        "Wednesday",
        "03/04/2023",
        "He left on June 14, 2023",
        "June 14, 2023 and June 15, 2023",
        "1998",
        "June 31, 2023",
        "yesterday",
        "10:35",
        "June 14",
        "June 14, '23",
        "14/06/23",
        "the 20th century",
        "x" * 500,
    ],
)
def test_a_line_that_says_more_less_or_two_things_gives_none(line: str) -> None:
    assert parse_date_line(line) is None


@pytest.mark.parametrize(
    ("line", "language", "when"),
    [
        ("14 juin 2023", "fr", "2023-06-14"),
        ("Publié le : 14 juin 2023", "fr", "2023-06-14"),
        ("14. Juni 2023, 10:35 Uhr", "de", "2023-06-14"),
        ("14 de junio de 2023", "es", "2023-06-14"),
        ("2023-06-14", "fr", "2023-06-14"),
        ("30.04.2023", "de", "2023-04-30"),
    ],
)
def test_other_languages_are_read_too(line: str, language: str, when: str) -> None:
    assert parse_date_line(line, language) == when


@pytest.mark.parametrize("line", ["juin", "mercredi", "Le ministre a parlé", "hier", "03/04/2023"])
def test_what_is_no_full_date_in_another_language_gives_none(line: str) -> None:
    assert parse_date_line(line, "fr") is None


def test_an_unknown_language_gives_none() -> None:
    assert parse_date_line("14 juin 2023", "xx") is None


@given(st.text(max_size=60), st.sampled_from(["en", "en-GB"]))
def test_any_line_is_survived(line: str, language: str) -> None:
    when = parse_date_line(line, language)
    assert when is None or edtf.is_valid(when)
