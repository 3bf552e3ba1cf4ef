"""What holds for all texts and all days."""

from __future__ import annotations

import re
import tracemalloc
from collections.abc import Callable, Mapping
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator import edtf
from generator.dates.dispatch import ROWS, matches, starting_points
from generator.dates.grammar import EXAMPLE_DAY, READINGS, RULES
from generator.dates.negatives import NEGATIVES
from generator.dates.patterns import CLASSES, DIGITS, compile_template
from generator.dates.tagger import find_timexes
from generator.dates.vocabulary import MONTHS, WEEKDAYS
from generator.text import fold

DAYS = st.dates(min_value=date(1600, 1, 1), max_value=date(2099, 12, 31))
DCTS = st.one_of(st.none(), st.dates().map(date.isoformat), st.sampled_from(["2023", "2023-06", "-0043", "../2020"]))
MONTH_NAMES = [name.title() for name in MONTHS]
AP_MONTHS = ["Jan.", "Feb.", "March", "April", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec."]


def ordinal(number: int) -> str:
    ending = "th" if 10 < number % 100 < 14 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


PHRASINGS: Mapping[str, Callable[[date], str]] = {
    "American": lambda day: f"{MONTH_NAMES[day.month - 1]} {day.day}, {day.year}",
    "AP style": lambda day: f"{AP_MONTHS[day.month - 1]} {day.day}, {day.year}",
    "British": lambda day: f"{day.day} {MONTH_NAMES[day.month - 1]} {day.year}",
    "ordinal": lambda day: f"{ordinal(day.day)} of {MONTH_NAMES[day.month - 1]} {day.year}",
    "weekday": lambda day: (
        f"{list(WEEKDAYS)[day.weekday()].title()}, {MONTH_NAMES[day.month - 1]} {day.day}, {day.year}"
    ),
    "ISO": lambda day: day.isoformat(),
}
WORDS = sorted({word for listed in CLASSES.values() for word in listed.follows if word and word != DIGITS})
MATCHERS = tuple((compile_template(row.template), row) for row in ROWS)
SCRAPS = st.one_of(
    st.sampled_from(WORDS),
    st.sampled_from(["1998", "31", "4th", "5 p.m.", "3/4/2023", "1990s", "'80s", "the", "of", ",", "ago", "–", "½"]),
    st.integers(0, 99999).map(str),
)
DATE_SALADS = st.lists(st.tuples(SCRAPS, st.sampled_from([" ", "-", ", ", "\n"])), max_size=12).map(
    lambda pairs: "".join(scrap + gap for scrap, gap in pairs)
)
EXAMPLES = st.sampled_from([example for row in RULES for example in row.examples] + [row.example for row in NEGATIVES])


@settings(max_examples=1000)
@given(DAYS, st.sampled_from(sorted(PHRASINGS)), DCTS)
def test_reading_what_was_written_returns_the_day(day: date, phrasing: str, dct: str | None) -> None:
    text = f"It opened on {PHRASINGS[phrasing](day)} in Rome."
    (timex,) = find_timexes(text, dct)
    assert (timex.value, timex.when, timex.unsure) == (day.isoformat(), day.isoformat(), None)
    assert text[timex.start : timex.end] == PHRASINGS[phrasing](day)


@settings(max_examples=300)
@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2090, 1, 1)), st.integers(1, 30))
def test_days_ago_count_back_from_the_documents_day(dct: date, count: int) -> None:
    plural = "s" if count > 1 else ""
    (timex,) = find_timexes(f"He left {count} day{plural} ago.", dct.isoformat())
    assert (timex.when, timex.anchor) == ((dct - timedelta(days=count)).isoformat(), dct.isoformat())


@settings(max_examples=300)
@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2090, 1, 1)), st.sampled_from(list(WEEKDAYS)))
def test_a_weekday_told_in_the_past_lies_within_the_week_before(dct: date, weekday: str) -> None:
    (timex,) = find_timexes(f"He left on {weekday.title()}.", dct.isoformat())
    read = date.fromisoformat(timex.value)
    assert 0 <= (dct - read).days < 7
    assert list(WEEKDAYS)[read.weekday()] == weekday


@settings(max_examples=1500)
@given(st.one_of(DATE_SALADS, st.text(max_size=80)), DCTS, st.booleans())
def test_any_text_is_survived_and_every_timex_is_sound(text: str, dct: str | None, exact: bool) -> None:
    end = 0
    for timex in find_timexes(text, dct, exact=exact):
        assert end <= timex.start < timex.end <= len(text)
        assert timex.rule in READINGS
        assert all(edtf.is_valid(date) for date in (timex.when, timex.anchor, *timex.also) if date is not None)
        end = timex.end


@settings(max_examples=500)
@given(st.one_of(EXAMPLES, DATE_SALADS))
def test_where_a_row_matches_it_is_tried(text: str) -> None:
    folded = fold(text).lower()
    tried = {start: matches(matchers, folded, start) for start, matchers in starting_points(folded)}
    for word in re.finditer(r"\w+", folded):
        matching = [(match[0], row.template) for match, row in matches(MATCHERS, folded, word.start())]
        assert [(match[0], row.template) for match, row in tried.get(word.start(), [])] == matching


@settings(max_examples=300)
@given(DATE_SALADS, DCTS)
def test_typography_changes_nothing(text: str, dct: str | None) -> None:
    assert find_timexes(text, dct) == find_timexes(fold(text), dct)


@settings(max_examples=300)
@given(DATE_SALADS)
def test_an_undated_text_resolves_only_what_stands_by_itself(text: str) -> None:
    for timex in find_timexes(text, None):
        assert timex.when is None or "XX-" not in timex.value


def test_reading_a_long_text_holds_no_list_of_its_words() -> None:
    text = "and the " * 25_000
    find_timexes(text, None)  # compiles what it needs
    tracemalloc.start()
    find_timexes(text, None)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 3 * len(text)


@pytest.mark.parametrize("spaces", ["\n", "  ", " \n", "\n "])
def test_a_line_end_or_a_doubled_space_within_an_expression_makes_no_difference(spaces: str) -> None:
    for example in (example for row in RULES for example in row.examples):
        text = re.sub(r"[\[\]]| → .*", "", example)
        read = [(text[timex.start : timex.end], timex.value) for timex in find_timexes(text, EXAMPLE_DAY)]
        spread = text.replace(" ", spaces)
        found = [(spread[timex.start : timex.end], timex.value) for timex in find_timexes(spread, EXAMPLE_DAY)]
        assert found == [(words.replace(" ", spaces), value) for words, value in read]
