"""The grammar: one row per kind of expression, with the template it matches, the function that reads it, what a reader
is told of it, and examples that a test runs.

At each place of a text the longest match wins, and among equals the upper row. An example is words around an
[expression] and its TIMEX3 value on Wednesday 14 June 2023, the example day.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.dates import anaphora, clock, holidays, lengths, relative
from generator.dates import calendar_dates as told
from generator.dates import long_periods as long
from generator.dates.context import Read, refer

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


FULL = "a date in full"
FIGURES = "a date in figures"
NEAREST_DAY = "a day without its year: the nearest, as the verb looks back or ahead"
NEAREST_MONTH = "a month without its year: the nearest, as the verb looks back or ahead"
BACK = "counted back from the article's day"
FROM_TOLD = "counted from the date told before it"
LENGTH = "a length of time"
OFTEN = "how often"

RULES: tuple[Rule, ...] = (
    # ------------------------------------------------------------ dates in full
    rule("date", "<wday>? ,<month> <day> ,<year>", told.full_date, FULL,
         "on [Feb. 24, 2022] → 2022-02-24", "[Wed Jun 14 2023] → 2023-06-14"),
    rule("date-day-first", "<wday>? ,<day:dayth> of? <month> ,<year>", told.full_date, FULL,
         "the [30th of September 2013] → 2013-09-30"),
    rule("date-british", "<wday>? ,<day> =<month> =<year>", told.full_date, FULL, "on [14-Jun-2023] → 2023-06-14"),
    rule("date-british-spaced", "<wday>? ,<day> <month> ,<year>", told.full_date, FULL, "on [14 June 2023] → 2023-06-14"),
    rule("date-short-year", "<month> <day> ,' +<year:shortyear>", told.full_date, FULL, "on [June 14, '98] → 1998-06-14"),
    rule("date-mistyped", "<month> <day> ,<badyear>", told.mistyped_date, "a date in full with a mistyped year",
         "taken [Feb. 14, 20023] → 2023-02-14"),
    rule("date-iso", "<year> =<m:num> =<d:num>", told.numeric_date, FIGURES, "on [2023-06-14] → 2023-06-14"),
    rule("date-iso-slashes", "<year> +/ +<m:num> +/ +<d:num>", told.numeric_date, FIGURES, "on [2023/06/14] → 2023-06-14"),
    rule("date-slashes", "<a:num> +/ +<b:num> +/ +<year>", told.slashed_date, FIGURES, "on [30/9/2013] → 2013-09-30"),
    rule("date-dots", "<a:num> +. +<b:num> +. +<year>", told.slashed_date, FIGURES, "on [30.9.2013] → 2013-09-30"),
    rule("date-slashes-short", "<a:num> +/ +<b:num> +/ +<year:shortyear>", told.slashed_date, FIGURES,
         "on [9/30/13] → 2013-09-30"),
    # ------------------------------------------------------------ days without a year, ranges, lists
    rule("day-of-month", "<wday>? ,<month> <day>", told.yearless_day, NEAREST_DAY, "on [Aug. 2] → 2023-08-02",
         "[Tuesday, June 6] → 2023-06-06"),
    rule("day-of-month-the", "<month> the <day:dayth>", told.yearless_day, NEAREST_DAY, "on [May the 4th] → 2023-05-04"),
    rule("day-of-month-british", "<wday>? ,<day> of? <month>", told.yearless_day, NEAREST_DAY, "on [14 May] → 2023-05-14"),
    rule("day-of-month-words", "the <day:dayth> of <month>", told.yearless_day, NEAREST_DAY,
         "on [the fourteenth of May] → 2023-05-14"),
    rule("day-range", "<month> <day> /<endday:day> ,<year>?", told.day_range, "days of a month",
         "met [Feb. 14–15] → 2023-02-14/2023-02-15"),
    rule("day-range-months", "<month> <day> /<endmonth:month> <endday:day> ,<year>?", told.day_range, "days of two months",
         "from [May 30 to June 2] → 2023-05-30/2023-06-02"),
    rule("day-range-british", "<day> /<endday:day> <month> ,<year>?", told.day_range, "days of a month",
         "met [14-15 February 2023] → 2023-02-14/2023-02-15"),
    rule("day-in-list", "<day>", told.listed_day, "another day of the month told just before it",
         "on June 3 and [4] → 2023-06-04"),
    # ------------------------------------------------------------ months
    rule("month-of-year", "<edge>? <part>? -<month> ,of? <year>", told.month_of_year, "a month of a year",
         "in [March 1998] → 1998-03", "in [early February 2023] → 2023-02"),
    rule("month-year-words", "<month> <yearwords>", told.month_of_year_in_words, "a month of a year in words",
         "[January nineteen ninety-seven] → 1997-01"),
    rule("month-before-year", "<month> and|or|to|through|until <endmonth:month> ,<year>", told.month_before_year,
         "a month whose year stands with the next", "from [March] to May 2020 → 2020-03"),
    rule("month-range", "<month> /<endmonth:month> ,<year>", told.month_range, "months of a year",
         "in [March-May 2020] → 2020-03/2020-05"),
    rule("month", "<edge>? <part>? -<month>", told.yearless_month, NEAREST_MONTH, "since [April] → 2023-04",
         "in [mid-November] → 2022-11", "by [the end of July] → 2023-07"),
    rule("month-last-year", "<edge>? <part>? -<month> ,of? <turn> year", told.month_of_turned_year, "a month of a near year",
         "began in [February last year] → 2022-02"),
    rule("month-turned", "<part>? <turn> <month>", relative.month_turned, "the last, this or the next such month",
         "signed [last May] → 2023-05"),
    # ------------------------------------------------------------ years and longer
    rule("year", "<year>", told.bare_year, "a year", "agreed in [2008] → 2008"),
    rule("year-part", "<part> -<year>", told.year, "a part of a year", "in [early 1990] → 1990"),
    rule("year-edge", "<edge> <part>? -<year>", told.year, "a part of a year", "by [the end of 1990] → 1990"),
    rule("year-named", "the year <year>", told.year, "a year", "in [the year 1000] → 1000"),
    rule("year-named-words", "the year <yearwords>", told.year_in_words, "a year in words",
         "[the year two thousand] → 2000"),
    rule("year-words", "<yearwords>", told.year_in_words, "a year in words", "in [nineteen ninety-six] → 1996"),
    rule("year-fiscal", "the? fiscal|financial -year? <year>", told.year, "a fiscal year", "in [fiscal 1989] → 1989"),
    rule("year-or-later", "<year> or later|earlier", told.year, "a year", "until [1994 or later] → 1994"),
    rule("year-range", "<year> =<endyear:shortyear>", told.year_range, "years", "from [2008-11] → 2008/2011"),
    rule("year-range-long", "<year> =<endyear:year>", told.year_range, "years", "in [2008-2011] → 2008/2011"),
    rule("year-bc", "<oldyear> b.c.|bc|bce|b.c.e.", told.ancient_year, "a year before Christ", "in [44 B.C.] → BC0044"),
    rule("decade", "<part>? -<decade>", long.decade, "a decade", "in the [1990s] → 199X", "the [late '80s] → 198X"),
    rule("decade-the", "the? <part>? -<decadewords>", long.decade, "a decade", "in [the nineties] → 199X"),
    rule("decade-edge", "<edge> the? <decade>", long.decade, "a part of a decade", "[the end of the 1980s] → 198X"),
    rule("century", "the? <part>? -<nth> -century", long.century, "a century", "in [the 20th century] → 19XX"),
    rule("century-bc", "the? <nth> century b.c.|bc|bce", long.ancient_century, "a century before Christ",
         "in [the fifth century BC] → BC04"),
    # ------------------------------------------------------------ quarters, halves, seasons
    rule("quarter-of-year", "the? first|last? fiscal? <nth>? -quarter|half of? <year>", long.part_of_told_year,
         "a quarter or half of a year", "in [the third quarter of 1984] → 1984-Q3"),
    rule("quarter-of-near-year", "the? <nth> quarter|half of? <turn> year", long.part_of_told_year,
         "a quarter or half of a near year", "in [the third quarter of last year] → 2022-Q3"),
    rule("quarter-with-year", "the? <year> <nth> -quarter|half", long.part_of_told_year, "a quarter or half of a year",
         "in [the 1988 third quarter] → 1988-Q3"),
    rule("quarter-with-near-year", "<turn> year's <nth> -quarter|half", long.part_of_told_year,
         "a quarter or half of a near year", "in [last year's third quarter] → 2022-Q3"),
    rule("quarter", "the? fiscal? -<nth> quarter|half", long.part_of_near_year, "a quarter or half: the latest one begun",
         "in [the first quarter] → 2023-Q1"),
    rule("quarter-adjective", "<nth> =quarter|half", long.part_of_near_year, "a quarter or half: the latest one begun",
         "its [first-quarter] loss → 2023-Q1"),
    rule("quarter-code", "q +<nth:quarterdigit> <year>", long.part_of_told_year, "a quarter of a year",
         "in [Q3 2020] → 2020-Q3"),
    rule("quarter-year-ago", "the? comparable|corresponding|same? <ago> <nth> -quarter|half",
         long.year_ago_quarter, "a quarter of the year before", "in [the year-ago first quarter] → 2022-Q1"),
    rule("quarter-of-that-year", "the <year> quarter", long.quarter_of_year, "the quarter told before, of a year",
         "from a fourth-quarter loss in [the 1988 quarter] → 1988-Q4"),
    rule("quarter-of-turned-year", "<turn> year's quarter", long.quarter_of_year, "the quarter told before, of a near year",
         "a first-quarter loss, up from [last year's quarter] → 2022-Q1"),
    rule("figure-year-ago", "the? comparable|corresponding|same? <ago> quarter|period|month|half",
         long.figure_quarter(-1), "the same quarter or year, one year before",
         "a first-quarter loss, from a profit in [the year-ago period] → 2022-Q1"),
    rule("figure-year-ago-adjective", "<ago>", long.figure_quarter(-1),
         "the same quarter or year, one year before", "a first-quarter loss after a [year-earlier] profit → 2022-Q1"),
    rule("figure-same-period", "the comparable|corresponding|same|like quarter|period|month last year|a_year_ago|a_year_earlier",
         long.figure_quarter(-1), "the same quarter or year, one year before",
         "a first-quarter loss, up from [the same period last year] → 2022-Q1"),
    rule("figure-quarter-year-ago", "the quarter|period a_year_ago|a_year_earlier|last_year", long.figure_quarter(-1),
         "the same quarter or year, one year before",
         "a first-quarter loss, up from [the quarter a year earlier] → 2022-Q1"),
    rule("figure-latest", "the latest|most_recent|just_ended quarter|period", anaphora.the_quarter,
         "the quarter told before, else the latest that is over", "in [the latest quarter] → 2023-Q1"),
    rule("season-of-year", "the? <edge>? <part>? -<season> of? <year>", long.season_of_year, "a season of a year",
         "in [fall 1998] → 1998-FA"),
    rule("season-turned", "<part>? <turn> <season>", long.season_turned, "the last, this or the next such season",
         "shot [last fall] → 2022-FA"),
    rule("season", "the <part>? <season>", long.season, "a season, the nearest", "over [the winter] → 2022-WI"),
    # ------------------------------------------------------------ named days
    rule("holiday", "<turn>? <holiday> ,<year>?", holidays.holiday, "a named day, the nearest",
         "until [Election Day] → 2023-11-07", "on [Good Friday] → 2023-04-07", "on [Christmas Day, 1998] → 1998-12-25"),
    rule("holiday-week", "<turn>? <holiday> week", holidays.holiday_week, "the week of a named day",
         "as [Easter week] began → 2023-W15"),
    # ------------------------------------------------------------ counted from the article's day
    rule("today", "<part>? today", relative.day_from_today(0), "the article's own day", "said [today] → 2023-06-14"),
    rule("tonight", "tonight", clock.tonight, "the night of the article's day", "plays [tonight] → 2023-06-14TNI"),
    rule("yesterday", "<part>? yesterday", relative.day_from_today(-1), "the day before the article's",
         "said [late yesterday] → 2023-06-13"),
    rule("tomorrow", "<part>? tomorrow", relative.day_from_today(1), "the day after the article's", "due [tomorrow] → 2023-06-15"),
    rule("day-before-yesterday", "the day before yesterday", relative.day_from_today(-2), "two days before the article's",
         "left [the day before yesterday] → 2023-06-12"),
    rule("day-after-tomorrow", "the day after tomorrow", relative.day_from_today(2), "two days after the article's",
         "leaves [the day after tomorrow] → 2023-06-16"),
    rule("yesterday-part", "yesterday <daypart>", clock.part_of_day(-1), "a part of the day before the article's",
         "said [yesterday afternoon] → 2023-06-13TAF"),
    rule("tomorrow-part", "tomorrow <daypart>", clock.part_of_day(1), "a part of the day after the article's",
         "begins [tomorrow morning] → 2023-06-15TMO"),
    rule("today-part", "<part>? this <daypart>", clock.part_of_day(0), "a part of the article's day",
         "said [this morning] → 2023-06-14TMO"),
    rule("last-night", "last night", clock.last_night, "the night before the article's day", "won [last night] → 2023-06-13TNI"),
    rule("overnight", "overnight", clock.last_night, "the night before the article's day", "fell [overnight] → 2023-06-13TNI"),
    rule("weekday", "<weekday>", relative.weekday, "a weekday", "spoke on [Tuesday] → 2023-06-13",
         "said on [Wednesday] → 2023-06-14", "will meet on [Thursday] → 2023-06-15", turns=True),
    rule("weekday-turned", "<turn> <weekday>", relative.weekday_turned, "the last, this or the next such weekday",
         "bought [last Friday] → 2023-06-09"),
    rule("weekday-of-week", "<weekday> of? <turn> week", relative.weekday_of_week, "a weekday of a near week",
         "on [Tuesday of last week] → 2023-06-06"),
    rule("weekday-part", "<turn>? <weekday> <daypart>", clock.part_of_weekday, "a part of a weekday",
         "on [Tuesday night] → 2023-06-13TNI", turns=True),
    rule("week-from-weekday", "a week from <weekday>", relative.week_after_weekday, "a week after the coming weekday",
         "meets [a week from Friday] → 2023-06-23"),
    rule("unit-turned", "<edge>? <part>? <turn> <period>", relative.unit_turned, "counted in calendar weeks, months or years",
         "visited [last week] → 2023-W23", "[earlier this month] → 2023-06", "by [the end of next year] → 2024"),
    rule("past-period", "the past <period>", relative.past_period, "a length of time up to the article's day",
         "over [the past year] → P1Y"),
    rule("ago", "<about>? <n> -<unit> ago", relative.counted(-1), BACK, "left [two years ago] → 2021",
         "[nearly six weeks ago] → 2023-W18"),
    rule("ago-one", "<about>? a|an|one <span> ago", anaphora.year_ago, BACK, "up from [a year ago] → 2022"),
    rule("ago-half", "<about>? a|one <span> and a half ago", relative.counted(-1), BACK, "left [a year and a half ago] → 2022"),
    rule("ago-today", "<n>|a <unit> ago today", relative.year_ago_today, "the same day of another year",
         "died [ten years ago today] → 2013-06-14"),
    rule("ago-vague", "<vague> <unit> ago", refer("PAST_REF"), "some time ago", "[several years ago] → PAST_REF"),
    rule("from-now", "<about>? <n> <unit> from_now|hence", relative.counted(1), "counted on from the article's day",
         "ends [two years from now] → 2025"),
    rule("from-now-one", "a|an <span> from_now|hence", relative.counted(1), "counted on from the article's day",
         "ends [a year from now] → 2024"),
    # ------------------------------------------------------------ counted from a date told before
    rule("day-before", "a|one|the day before|after", anaphora.day_before_told,
         "beside the day that the sentence goes on to tell", "said [a day before] ministers met on Tuesday → 2023-06-12"),
    rule("day-beside", "a|one|the day before|after|earlier|later", anaphora.neighbouring_day, "beside the day told before it",
         "On May 6 he left; [a day later] he was back → 2023-05-07"),
    rule("day-before-weekday", "the? day|night before|after <turn>? <weekday>", anaphora.day_before_weekday, "beside a weekday",
         "said [the day before last Tuesday] → 2023-06-12"),
    rule("earlier-one", "<about>? a|an|one <span> earlier|before|prior|previously", anaphora.units_earlier, FROM_TOLD,
         "spoke [a day prior] → 2023-06-13", "In May 2010 it was 5 per cent, from 4 [a year earlier] → 2009-05"),
    rule("earlier", "<about>? <n> -<unit> earlier|previously|prior", anaphora.units_earlier, FROM_TOLD,
         "In 1990 he returned; [two years earlier] he had fled → 1988"),
    rule("later", "<n> <unit> later|afterward|afterwards", anaphora.units_later, "a length of time from the date told before it",
         "He fled on May 6; [three days] later he was caught → P3D"),
    rule("that-unit", "<part>? that|the_same|that_same <period>", anaphora.told_unit(0), "that of the date told before it",
         "He fled in 1990 and was back [later that year] → 1990"),
    rule("following-unit", "the following|next|ensuing|subsequent <period>", anaphora.told_unit(1),
         "the one after the date told before it", "He fled in May 1990; [the following month] he was back → 1990-06"),
    rule("previous-unit", "the previous|preceding|prior <period>", anaphora.told_unit(-1), "the one before the date told before it",
         "In 1990 sales fell; in [the previous year] they rose → 1989"),
    rule("year-before", "the year|month|week before", anaphora.unit_before, "the one before the date told before it",
         "up in 1990 from [the year before] → 1989"),
    rule("following-part", "the following|next <daypart>", anaphora.told_day_part(1), "a part of the day after the one told before it",
         "He fled on May 6 and was caught [the next morning] → 2023-05-07TMO"),
    rule("that-part", "that|the_same <daypart>", anaphora.told_day_part(0), "a part of the day told before it",
         "He fled on May 6 and was caught [that night] → 2023-05-06TNI"),
    rule("weekday-beside", "the previous|preceding|following|next <weekday>", anaphora.neighbouring_weekday,
         "a weekday beside the day told before it", "On May 6, 2021 he fled; [the following Monday] he was back → 2021-05-10"),
    rule("week-of", "the week of|beginning|ending|ended <month> <day>", anaphora.week_of, "the week of a day",
         "opens [the week of March 6] → 2023-W10"),
    rule("the-week", "the week", anaphora.the_week, "the week of the date told before it, or the article's",
         "For [the week], the index fell → 2023-W24"),
    rule("the-weekend", "the <part>? weekend", anaphora.the_weekend, "the weekend before the article's day, or the coming one",
         "Over [the weekend], he called → 2023-W23-WE"),
    rule("the-quarter", "the quarter", anaphora.the_quarter, "the quarter told before, else the latest that is over",
         "sales in [the quarter] rose → 2023-Q1"),
    rule("the-year-ended", "the fiscal|financial|full? year ended|ending", anaphora.the_figure_year, "a year of company figures",
         "for [the year] ended March 31 → P1Y"),
    rule("the-fiscal-year", "the current|latest? fiscal|financial year", anaphora.the_fiscal_year, "the article's fiscal year",
         "for [the fiscal year] → 2023"),
    rule("end-of-the-unit", "<edge> the? <period>", anaphora.told_unit(0), "the end of the unit told before, or the article's",
         "by [the end of the year] → 2023"),
    rule("year-end", "year -end", anaphora.year_end, "the end of the article's year", "by [year-end] → 2023", "at [year end] → 2023"),
    rule("year-end-possessive", "the? year's end", anaphora.year_end, "the end of the article's year", "by [year's end] → 2023"),
    # ------------------------------------------------------------ clock times
    rule("clock", "<part>? <clock> <zone>?", clock.clock_time, "a clock time", "at [10:35 a.m.] → 2023-06-14T10:35"),
    rule("clock-weekday", "<clock> <zone>? ,<weekday>|yesterday|today|tomorrow", clock.clock_time, "a clock time of a day",
         "until [5 p.m. EST, Friday] → 2023-06-09T17:00"),
    rule("clock-day", "<clock> <zone>? ,<month> <day>", clock.clock_time, "a clock time of a day",
         "until [5 p.m. EST, Nov. 6] → 2023-11-06T17:00"),
    rule("hour", "<hour>", clock.clock_time, "noon or midnight", "at [midday] → 2023-06-14T12:00"),
    rule("hour-weekday", "<hour> ,<weekday>", clock.clock_time, "noon or midnight of a day", "at [midnight Friday] → 2023-06-09T24:00"),
    rule("mid-part", "mid|late|early -<daypart>", clock.clock_time, "a part of a day", "by [mid-afternoon] → 2023-06-14TAF"),
    rule("mid-part-day", "mid|late|early? -<daypart> yesterday|today|tomorrow", clock.clock_time, "a part of a day",
         "at [mid-afternoon yesterday] → 2023-06-13TAF"),
    rule("part-of-date", "the <daypart> of <month> <day> ,<year>?", clock.part_of_date, "a part of a day",
         "on [the evening of June 6] → 2023-06-06TEV"),
    # ------------------------------------------------------------ lengths
    rule("length", "<approx>? <n> <full>? -<unit>", lengths.length, LENGTH, "a [two-day] meeting → P2D", "for [nearly two years] → P2Y"),
    rule("length-range", "<approx>? <n> to|or <more:n> -<unit>", lengths.length, LENGTH, "in [two to three weeks] → P2W"),
    rule("length-the", "the <n> <unit>", anaphora.figure_length, LENGTH, "In [the nine months], sales rose → P9M"),
    rule("length-first", "the first|last|latest|final <n> <unit>", anaphora.figure_length, LENGTH, "In [the first nine months] → P9M"),
    rule("length-past", "<approx>? the? past|last|latest|previous|preceding <n> <full>? <unit>", lengths.length_up_to_now,
         "a length of time up to the article's day", "over [the past 24 hours] → PT24H"),
    rule("length-next", "<approx>? the? next|coming|following|first|final|remaining <n> <full>? <unit>", lengths.length, LENGTH,
         "over [the next four years] → P4Y"),
    rule("length-turned-vague", "the? past|last|next|coming|first|final|previous <vague> <unit>", lengths.length, LENGTH,
         "in [the past few years] → PXY"),
    rule("length-period", "a <n> -<unit> period|span|stretch", lengths.length, LENGTH, "over [a three-year period] → P3Y"),
    rule("length-one", "<approx>? a|an single|full|whole|entire? <span>", lengths.one_length, LENGTH, "within [a year] → P1Y",
         "killed in [a single day] → P1D", "sells 500 [a day] → P1D"),
    rule("length-and-half", "<approx>? a|an|one <span> and a half|quarter", lengths.length_and_half, LENGTH,
         "[a year and a half] → P1Y6M"),
    rule("length-half", "half a|an <span>", lengths.half_length, LENGTH, "for [half an hour] → PT30M"),
    rule("length-vague", "<vague> more? <unit>", lengths.length, LENGTH, "for [several months] → PXM"),
    rule("length-ahead", "the <units> ahead|to_come", lengths.vague_length, LENGTH, "in [the weeks ahead] → PXW"),
    rule("length-coming", "coming <units>", lengths.vague_length, LENGTH, "in the [coming years] → PXY"),
    rule("length-long", "<units> =long", lengths.vague_length, LENGTH, "a [decades-long] battle → PXDE"),
    rule("length-multi", "multi =<units:span>", lengths.vague_length, LENGTH, "a [multi-year] plan → PXY"),
    rule("while", "a while", lengths.some_while, LENGTH, "for [a while] → PXX"),
    # ------------------------------------------------------------ how often
    rule("every-unit", "every|each other? <n>? <unit>", lengths.every_unit, OFTEN, "attacks [every day] → P1D",
         "meets [every two weeks] → P2W"),
    rule("every-weekday", "every|each <weekday> <daypart>?", lengths.every_weekday, OFTEN, "meets [every Friday] → XXXX-WXX-5"),
    rule("weekdays", "<weekdays>", lengths.every_weekday, OFTEN, "closed on [Mondays] → XXXX-WXX-1"),
    rule("weekday-parts", "<weekday> <dayparts>", lengths.every_weekday, OFTEN, "on [Monday nights] → XXXX-WXX-1TNI"),
    rule("every-part", "every|each <daypart>", lengths.every_part, OFTEN, "prays [every morning] → XXXX-XX-XXTMO"),
    rule("often", "<often>", lengths.often, OFTEN, "meets [weekly] → P1W"),
    rule("times-a-unit", "once|twice a|an|each|every <span>", lengths.one_length_set, OFTEN, "meets [twice a week] → P1W"),
    # ------------------------------------------------------------ no place in the calendar
    rule("present", "<present>", refer("PRESENT_REF"), "the present", "is [now] over → PRESENT_REF"),
    rule("past", "<past>", refer("PAST_REF"), "the past", "[recently] left → PAST_REF"),
    rule("future", "<future>", refer("FUTURE_REF"), "the future", "look to [the future] → FUTURE_REF"),
)  # fmt: skip

READINGS: Mapping[str, str] = {row.name: row.meaning for row in RULES} | {
    f"{row.name}-{turn}": f"{row.meaning}: {phrase}" for row in RULES if row.turns for turn, phrase in TURNS.items()
}
