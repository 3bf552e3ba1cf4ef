"""Readings of days, months and years that the text spells out, in full or without the year."""

from __future__ import annotations

import re
from datetime import MAXYEAR

from generator.compiled import regex
from generator.dates import periods
from generator.dates.context import Context, Reading, Told, dated, group, turn_of
from generator.dates.names import month_number, weekday_number
from generator.dates.nearest import nearby_years, nearest
from generator.dates.numbers import full_year, parse_number, parse_ordinal, parse_year_words
from generator.dates.periods import Period, starting
from generator.dates.tense import is_time_of_figures
from generator.dates.vocabulary import (
    ALSO_NAMES,
    MONTH_ABBREVIATIONS,
    MONTH_LINKS,
    MONTH_OPENERS,
    MONTHS,
    WEEKDAYS,
)

# the end of a range that a month begins
_RANGE = regex(rf"\s(?:to|through|until|till)\s(?P<month>{'|'.join([*MONTHS, *MONTH_ABBREVIATIONS])})\b(?!\.?,?\s\d)")
_SET_FOR = regex(r"\b(?:set|planned|scheduled|slated|booked|forecasts?)\sfor\s(?:early\s|late\s|mid-)?$")
_LISTING = regex(r"(?:,|,?\s(?:and|or))\s")
LATEST_YEAR = 2100  # a bare number beyond it is hardly a year


def full_date(match: re.Match[str], context: Context) -> Reading | None:
    """A day with its year; one whose weekday doesn't fit is marked unsure."""
    year = int(match["year"]) if len(match["year"]) > 2 else full_year(match["year"], context.near_year)
    period = periods.day(year, month_number(match["month"]), parse_ordinal(match["day"]))
    return check_weekday(dated(period), group(match, "wday"), period) if period else None


def check_weekday(reading: Reading, weekday: str | None, period: Period) -> Reading:
    """The reading, marked unsure where the weekday beside it is another one."""
    if weekday is None or weekday_number(weekday) == period.first.weekday():
        return reading
    told = next(name for name, number in WEEKDAYS.items() if number == period.first.weekday())
    return reading._replace(unsure=f"{period.value} is a {told.title()}, not a {weekday.rstrip('.').title()}")


def mistyped_date(match: re.Match[str], context: Context) -> Reading | None:
    """A day whose year has one digit too many: the year nearest the article's that leaving one out gives."""
    digits = match["badyear"]
    years = {int(digits[:index] + digits[index + 1 :]) for index in range(5)}
    year = min(years, key=lambda candidate: (abs(candidate - context.day.year), candidate))
    if abs(year - context.day.year) > 150:
        return None
    period = periods.day(year, month_number(match["month"]), parse_ordinal(match["day"]))
    return dated(period)._replace(unsure=f'the year is written "{digits}"') if period else None


def numeric_date(match: re.Match[str], context: Context) -> Reading | None:
    """Digits in the order year, month, day."""
    period = periods.day(int(match["year"]), int(match["m"]), int(match["d"]))
    return dated(period) if period else None


def slashed_date(match: re.Match[str], context: Context) -> Reading | None:
    """Two numbers and a year, day and month in the order of the article's habits; unsure where both are possible."""
    year = int(match["year"]) if len(match["year"]) == 4 else full_year(match["year"], context.near_year)
    american = periods.day(year, int(match["a"]), int(match["b"]))
    european = periods.day(year, int(match["b"]), int(match["a"]))
    if american is None or european is None or american == european:
        only = american or european
        return dated(only) if only else None
    if "." in match[0]:  # nobody writes 9.30.2013
        return dated(european)._replace(also=(american.when,))
    chosen, other = (european, american) if context.habits.day_first else (american, european)
    return dated(chosen)._replace(also=(other.when,), unsure="day and month may be the other way round")


def dashed_date(match: re.Match[str], context: Context) -> Reading | None:
    """ "06-13-98": unsure, as scores and codes look so too."""
    reading = slashed_date(match, context)
    return reading._replace(unsure=reading.unsure or "figures between dashes may be no date") if reading else None


def yearless_day(match: re.Match[str], context: Context) -> Reading | None:
    """A month and a day: that of the nearest year, or the one the tense asks for."""
    month, number = month_number(match["month"]), parse_ordinal(match["day"])
    candidates = [day for year in nearby_years(match, context) if (day := periods.day(year, month, number))]
    if not candidates:
        return None
    reading = nearest(candidates, match, context, f"XXXX-{month:02}-{number:02}")
    if not reading.told or not reading.told.known:
        return reading
    return check_weekday(reading, group(match, "wday"), reading.told.period)


def yearless_month(match: re.Match[str], context: Context) -> Reading | None:
    """A month alone: the nearest one, or the one the tense asks for; no date where the word may be another."""
    if match["month"].rstrip(".") in ALSO_NAMES and not _opened(match, context):
        return None
    up_to = _RANGE.match(context.text, match.end())
    last = _nearest_month(up_to, context) if up_to else None
    if last and last.told:
        return _before(last.told.period, match, last.anchor)
    return _listed_month(match, context) or _nearest_month(match, context)


def _listed_month(match: re.Match[str], context: Context) -> Reading | None:
    """The "July" of "in August and July": the one nearest to the month told just before."""
    told = context.last
    if told is None or told.period.unit != "month":
        return None
    if not _LISTING.fullmatch(context.text, context.last_end, match.start()):
        return None
    month, listed = month_number(match["month"]), told.period.first
    years = (year for year in (listed.year - 1, listed.year, listed.year + 1) if 1 <= year <= MAXYEAR)
    near = min((starting("month", year, month) for year in years), key=lambda one: abs((one.first - listed).days))
    return dated(near, context.today, bare=f"XXXX-{month:02}")


def _nearest_month(match: re.Match[str], context: Context) -> Reading:
    month = month_number(match["month"])
    candidates = [starting("month", year, month) for year in nearby_years(match, context)]
    if is_time_of_figures(context.text, match.start("month"), match.end("month")):
        candidates = [one for one in candidates if one.first <= context.day] or candidates
    return nearest(candidates, match, context, f"XXXX-{month:02}")


def _before(last: Period, match: re.Match[str], anchor: Told | None) -> Reading:
    """The "May" of "from May to September": the latest up to the month at the end of the range."""
    month = month_number(match["month"])
    year = last.first.year - (month > last.first.month)
    return dated(starting("month", year, month), anchor, bare=f"XXXX-{month:02}")


def _opened(match: re.Match[str], context: Context) -> bool:
    """Whether what stands before says that "may" or "april" is a month: "in May", "between March and May"."""
    before = context.word_before(match.start("month"))
    listed = (before in MONTH_LINKS or _follows_month(match, context)) and match.start() - context.last_end < 8
    measured = regex(r"\b(?:years?|months?|quarter|half)\sto\s$").search(context.before(match.start("month"), 16))
    start, end = match.span("month")
    counted = before in ("for", "the") and is_time_of_figures(context.text, start, end)
    planned = _SET_FOR.search(context.before(start))
    return before in MONTH_OPENERS or bool((listed and context.last) or measured or counted or planned)


def _follows_month(match: re.Match[str], context: Context) -> bool:
    """Whether only a comma stands between it and another month: "in April, May and June"."""
    is_next = context.text.startswith(", ", context.last_end) and match.start() == context.last_end + len(", ")
    return is_next and bool(context.last and context.last.period.unit == "month")


def month_of_year(match: re.Match[str], context: Context) -> Reading:
    """A month of a told year."""
    return dated(starting("month", int(match["year"]), month_number(match["month"])))


def month_of_turned_year(match: re.Match[str], context: Context) -> Reading:
    """ "February last year"."""
    year = periods.containing("year", context.day).shift(turn_of(match)).first.year
    return dated(starting("month", year, month_number(match["month"])), context.today)


def end_of_month(match: re.Match[str], context: Context) -> Reading | None:
    """ "end-June", "end-June 2024"."""
    return month_of_year(match, context) if match["year"] else yearless_month(match, context)


def month_of_year_in_words(match: re.Match[str], context: Context) -> Reading | None:
    """A month of a year in words."""
    number = parse_year_words(match["yearwords"])
    if not 1000 <= number <= LATEST_YEAR:
        return None
    return dated(starting("month", number, month_number(match["month"])))


def date_spoken(match: re.Match[str], context: Context) -> Reading | None:
    """A day and its year as a broadcaster says them."""
    period = periods.day(
        parse_year_words(match["yearwords"]), month_number(match["month"]), parse_ordinal(match["day"])
    )
    return check_weekday(dated(period), group(match, "wday"), period) if period else None


def day_of_turned_year(match: re.Match[str], context: Context) -> Reading | None:
    """ "Oct. 3 last year", "Oct. 3, last year"; but "on Oct. 3, last year's champion lost"."""
    if "," in match[0] and context.after(match.end(), 2) == "'s":
        return None
    year = periods.containing("year", context.day).shift(turn_of(match)).first.year
    period = periods.day(year, month_number(match["month"]), parse_ordinal(match["day"]))
    return dated(period, context.today) if period else None


def day_of_turned_month(match: re.Match[str], context: Context) -> Reading | None:
    """ "the 15th of next month"."""
    month = periods.containing("month", context.day).shift(turn_of(match)).first
    period = periods.day(month.year, month.month, parse_ordinal(match["day"]))
    return dated(period, context.today) if period else None


def day_of_told_year(match: re.Match[str], context: Context) -> Reading | None:
    """ "March 5 of that year", "March 5 the following year": by the date told last."""
    anchor = context.told_or_today
    period = periods.day(_told_year(match, anchor), month_number(match["month"]), parse_ordinal(match["day"]))
    return dated(period, anchor) if period else None


def month_of_told_year(match: re.Match[str], context: Context) -> Reading:
    """ "March of that year", "March the following year": by the date told last."""
    anchor = context.told_or_today
    return dated(starting("month", _told_year(match, anchor), month_number(match["month"])), anchor)


def _told_year(match: re.Match[str], anchor: Told) -> int:
    """The year told last, the one after "following", the one before "previous"."""
    beside = regex(r"\b(?:(?P<after>following|next)|previous)\syear$").search(match[0])
    return anchor.period.first.year + ((1 if beside["after"] else -1) if beside else 0)


def month_years_ago(match: re.Match[str], context: Context) -> Reading:
    """ "March two years ago"."""
    year = context.day.year - round(parse_number(group(match, "n") or "1"))
    return dated(starting("month", year, month_number(match["month"])), context.today)


def day_alone(match: re.Match[str], context: Context) -> Reading | None:
    """ "on the 13th.": the nearest such day, as the verb looks; unsure, as its month isn't told."""
    opened = context.word_before(match.start()) in ("on", "until", "till", "since", "by")
    if not opened or not regex(r"\s?(?:[.,;:)]|$)|\s(?:at|but|when)\b").match(context.after(match.end(), 6)):
        return None
    months = (periods.add_months(context.day.replace(day=1), count) for count in (-1, 0, 1))
    days = [day for one in months if (day := periods.day(one.year, one.month, parse_ordinal(match["day"])))]
    reading = nearest(days, match, context, f"XXXX-XX-{parse_ordinal(match['day']):02}")
    return reading._replace(unsure="the month isn't told")
