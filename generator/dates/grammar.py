"""The grammar: one row per kind of expression, with the template it matches, the function that reads it, what a reader
is told of it, and examples that a test runs.

At each place of a text the longest match wins, and among equals the upper row. An example is words around an
[expression] and its TIMEX3 value on Wednesday 14 June 2023, the example day.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from generator.dates import calendar_dates as told
from generator.dates import clock, lengths, relative
from generator.dates.context import Context, Read, Reading, reference
from generator.dates.patterns import starts_of

EXAMPLE_DAY = "2023-06-14"
TURNS = {
    "last": "the last one up to the article's day",
    "today": "the article's own day",
    "next": "the next one after the article's day",
}


@dataclass(frozen=True, slots=True)
class Rule:
    """One row. meaning: a phrase for readers. turns: its name gets "-last", "-today" or "-next" once decided."""

    name: str
    template: str
    read: Read
    meaning: str
    examples: tuple[str, ...]
    turns: bool = False


def rule(name: str, template: str, read: Read, meaning: str, *examples: str, turns: bool = False) -> Rule:
    """One row of RULES."""
    return Rule(name, template, read, meaning, examples, turns)


def refer(value: str) -> Read:
    """A reading: always that reference."""

    def read(match: object, context: Context) -> Reading:
        return reference(value)

    return read


RULES: tuple[Rule, ...] = (
    # ------------------------------------------------------------ dates in full
    rule("date", "<wday>? ,<month> <day> ,<year>", told.full_date, "a date in full",
         "on [Feb. 24, 2022] → 2022-02-24", "[Wed Jun 14 2023] → 2023-06-14"),
    rule("date-day-first", "<wday>? ,<day:dayth> of? <month> ,<year>", told.full_date, "a date in full",
         "the [30th of September 2013] → 2013-09-30"),
    rule("date-british", "<wday>? ,<day> <month> ,<year>", told.full_date, "a date in full",
         "on [14 June 2023] → 2023-06-14"),
    rule("date-mistyped", "<month> <day> ,<badyear>", told.mistyped_date, "a date in full with a mistyped year",
         "taken [Feb. 14, 20023] → 2023-02-14"),
    rule("date-iso", "<year> =<m:num> =<d:num>", told.numeric_date, "a date in figures",
         "on [2023-06-14] → 2023-06-14"),
    rule("date-slashes", "<a:num> +/ +<b:num> +/ +<year>", told.slashed_date, "a date in figures",
         "on [30/9/2013] → 2013-09-30"),
    rule("date-slashes-short", "<a:num> +/ +<b:num> +/ +<year:shortyear>", told.slashed_date, "a date in figures",
         "on [9/30/13] → 2013-09-30"),
    # ------------------------------------------------------------ days and months without a year
    rule("day-of-month", "<wday>? ,<month> <day>", told.yearless_day, "a day, in the nearest year",
         "on [Aug. 2] → 2023-08-02"),
    rule("day-of-month-british", "<wday>? ,<day> of? <month>", told.yearless_day, "a day, in the nearest year",
         "on [14 May] → 2023-05-14"),
    rule("day-range", "<month> <day> /<endday:day> ,<year>?", told.day_range, "days of a month",
         "met [Feb. 14–15] → 2023-02-14/2023-02-15"),
    rule("month-of-year", "<month> ,<year>", told.month_of_year, "a month of a year", "in [March 1998] → 1998-03"),
    rule("month-year-of", "<month> of <year>", told.month_of_year, "a month of a year",
         "in [March of 1998] → 1998-03"),
    rule("month-year-words", "<month> <yearwords>", told.month_of_year_in_words, "a month of a year",
         "[January nineteen ninety-seven] → 1997-01"),
    rule("month", "<month>", told.yearless_month, "a month, in the nearest year", "since [April] → 2023-04"),
    rule("month-last-year", "<month> of? <turn> year", relative.month_of_turned_year, "a month of a near year",
         "began in [February last year] → 2022-02"),
    rule("month-turned", "<turn> <month>", relative.month_turned, "the last, this or the next such month",
         "signed [last May] → 2023-05"),
    # ------------------------------------------------------------ years and longer
    rule("year", "<year>", told.year, "a year", "agreed in [2008] → 2008"),
    rule("year-words", "<yearwords>", told.year_in_words, "a year in words", "in [nineteen ninety-six] → 1996"),
    rule("decade", "the? <early>? -<decade>", told.decade, "a decade", "in [the 1990s] → 199"),
    rule("century", "the? <early>? -<nth> century", told.century, "a century", "in [the 20th century] → 19"),
    rule("quarter-of-year", "the? <nth> -quarter|half of? <year>", told.quarter_of_year, "a quarter or half of a year",
         "in [the third quarter of 1984] → 1984-Q3"),
    rule("quarter", "the? <nth> -quarter|half", told.quarter, "a quarter or half, the latest one begun",
         "its [first-quarter] loss → 2023-Q1"),
    rule("season-of-year", "<season> of? <year>", told.season_of_year, "a season of a year",
         "in [fall 1998] → 1998-FA"),
    rule("season-turned", "<turn> <season>", relative.season_turned, "the last, this or the next such season",
         "shot [last fall] → 2022-FA"),
    # ------------------------------------------------------------ counted from the article's day
    rule("today", "today|tonight", relative.day_from_today(0), "the article's own day", "said [today] → 2023-06-14"),
    rule("yesterday", "yesterday", relative.day_from_today(-1), "the day before the article's",
         "said [yesterday] → 2023-06-13"),
    rule("tomorrow", "tomorrow", relative.day_from_today(1), "the day after the article's",
         "due [tomorrow] → 2023-06-15"),
    rule("weekday", "<weekday>", relative.weekday, "a weekday",
         "spoke on [Tuesday] → 2023-06-13", "said on [Wednesday] → 2023-06-14", "will meet on [Thursday] → 2023-06-15",
         turns=True),
    rule("weekday-turned", "<turn> <weekday>", relative.weekday_turned, "the last, this or the next such weekday",
         "bought [last Friday] → 2023-06-09"),
    rule("weekday-part", "<weekday> <daypart>", clock.part_of_weekday, "a part of a weekday",
         "on [Tuesday night] → 2023-06-13TNI", turns=True),
    rule("part-of-today", "this <daypart>", clock.part_of_today(0), "a part of the article's day",
         "said [this morning] → 2023-06-14TMO"),
    rule("last-unit", "last|past <unit>", relative.unit_from_today(-1), "the one before the article's own",
         "visited [last week] → 2023-W23", "sales [last year] → 2022"),
    rule("this-unit", "this <unit>", relative.unit_from_today(0), "the article's own", "so far [this year] → 2023"),
    rule("next-unit", "next <unit>", relative.unit_from_today(1), "the one after the article's own",
         "meets [next month] → 2023-07"),
    rule("ago", "<approx>? <n> -<unit> ago", relative.counted(-1), "counted back from the article's day",
         "left [two years ago] → 2021"),
    rule("a-unit-ago", "<approx>? a|an <unit> ago", relative.counted(-1), "counted back from the article's day",
         "up from [a year ago] → 2022"),
    rule("vague-ago", "<vague> <unit> ago", relative.counted(-1), "some time ago", "[several years ago] → PAST_REF"),
    rule("day-before", "a|one|the day before", relative.day_before_told,
         "the day before the one the sentence goes on to tell",
         "said [a day before] ministers met on Tuesday → 2023-06-12"),
    rule("unit-earlier", "a|one <unit> earlier|before|prior|previously", relative.counted(-1, from_told=True),
         "counted back from the date told last", "spoke [a day prior] → 2023-06-13"),
    rule("units-earlier", "<n> <unit> earlier", relative.counted(-1, from_told=True),
         "counted back from the date told last", "[two weeks earlier] → 2023-W22"),
    # ------------------------------------------------------------ durations and sets
    rule("length", "<approx>? <n> -<unit> -old?", lengths.length, "a length of time", "a [two-day] meeting → P2D"),
    rule("one-length", "<approx>? a|an single? <unit>", lengths.one_length, "a length of time",
         "within [a year] → P1Y"),
    rule("vague-length", "<vague> <unit>", lengths.length, "a length of time", "for [several months] → PXM"),
    rule("past-length", "the? past|last|next|coming <n> <unit>", lengths.length_up_to_now,
         "a length of time up to the article's day", "over [the past 24 hours] → PT24H"),
    rule("half-length", "half a|an <unit>", lengths.half_length, "a length of time", "for [half an hour] → PT30M"),
    rule("length-and-half", "a|an <unit> and a half", lengths.length_and_half, "a length of time",
         "[a year and a half] → P1Y6M"),
    rule("every-unit", "every|each <n>? <unit>", lengths.every_unit, "how often", "attacks [every day] → P1D"),
    rule("every-weekday", "every|each <weekday>", lengths.every_weekday, "how often",
         "meets [every Friday] → XXXX-WXX-5"),
    rule("adverb",
         "hourly|daily|nightly|weekly|biweekly|fortnightly|monthly|bimonthly|quarterly|yearly|annually|annual",
         lengths.adverb, "how often", "meets [weekly] → P1W"),
    # ------------------------------------------------------------ no place in the calendar
    rule("present", "<present>", refer("PRESENT_REF"), "the present", "is [now] over → PRESENT_REF"),
    rule("past", "<past>", refer("PAST_REF"), "the past", "[recently] left → PAST_REF"),
    rule("future", "<future>", refer("FUTURE_REF"), "the future", "will [soon] end → FUTURE_REF"),
)  # fmt: skip

READINGS: Mapping[str, str] = {row.name: row.meaning for row in RULES} | {
    f"{row.name}-{turn}": f"{row.meaning}: {phrase}" for row in RULES if row.turns for turn, phrase in TURNS.items()
}


@cache
def rules_by_start() -> Mapping[str, tuple[Rule, ...]]:
    """The rules a first word can begin, in the table's order."""
    index: dict[str, list[Rule]] = {}
    for row in RULES:
        for word in starts_of(row.template):
            index.setdefault(word, []).append(row)
    return {word: tuple(rows) for word, rows in index.items()}
