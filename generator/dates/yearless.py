"""Readings of days and months without a year: the nearest, as the verb looks, or what a list or range tells."""

from __future__ import annotations

import re
from datetime import MAXYEAR, date

from generator.compiled import regex
from generator.dates import periods
from generator.dates.calendar_dates import check_weekday, month_of_year
from generator.dates.context import Context, Reading, Told, dated, group
from generator.dates.names import month_number
from generator.dates.nearest import nearby_years, nearest
from generator.dates.numbers import parse_ordinal
from generator.dates.periods import Period, starting
from generator.dates.tense import is_time_of_figures
from generator.dates.vocabulary import ALSO_NAMES, MONTH_ABBREVIATIONS, MONTH_LINKS, MONTH_OPENERS, MONTHS

# the end of a range that a month begins
_MONTH = rf"(?P<month>{'|'.join([*MONTHS, *MONTH_ABBREVIATIONS])})\b"
_END = rf"\s{_MONTH}(?!\.?,?\s\d)"
_RANGE = regex(rf"\s(?:to|through|until|till){_END}")
_AND = regex(rf"\sand{_END}")
_DAY = r"(?P<day>3[01]|[12]\d|[1-9])(?:st|nd|rd|th)?"
_UP_TO = regex(r"\s(?:to|and|through|until|till)\s")
_NO_YEAR = r"\b(?!,?\s(?:\d{4}\b|of\s|last\s|next\s|this\s))"
_MONTH_DAY = regex(rf"{_MONTH}\.?\s{_DAY}{_NO_YEAR}")
_DAY_MONTH = regex(rf"{_DAY}\s(?:of\s)?{_MONTH}{_NO_YEAR}")
_BETWEEN = regex(r"\bbetween\s[a-z]{3,9}\.?$")
_SET_FOR = regex(r"\b(?:set|planned|scheduled|slated|booked|forecasts?)\sfor\s(?:early\s|late\s|mid-)?$")
_LISTING = regex(r"(?:,|,?\s(?:and|or))\s")


def yearless_day(match: re.Match[str], context: Context) -> Reading | None:
    """A month and a day: that of the nearest year, or the one the tense asks for."""
    month, number = month_number(match["month"]), parse_ordinal(match["day"])
    last = _last_of_range(match, context)
    years = (last.first.year, last.first.year - 1) if last else nearby_years(match, context)
    candidates = [day for year in years if (day := periods.day(year, month, number))]
    if last:
        candidates = [day for day in candidates if day.first <= last.first][:1]
    if not candidates:
        return None
    reading = nearest(candidates, match, context, f"XXXX-{month:02}-{number:02}")
    if not reading.told or not reading.told.known:
        return reading
    return check_weekday(reading, group(match, "wday"), reading.told.period)


def _last_of_range(match: re.Match[str], context: Context) -> Period | None:
    """The day that ends the range which a day without a year begins: "between 20 November and 2 January"."""
    if context.word_before(match.start()) not in ("between", "from"):
        return None
    up_to = _UP_TO.match(context.text, match.end())
    day = (_DAY_MONTH if match[0][0].isdigit() else _MONTH_DAY).match(context.text, up_to.end()) if up_to else None
    reading = yearless_day(day, context) if day else None
    return reading.told.period if reading and reading.told else None


def yearless_month(match: re.Match[str], context: Context) -> Reading | None:
    """A month alone: the nearest one, or the one the tense asks for; no date where the word may be another."""
    if match["month"].rstrip(".") in ALSO_NAMES and not _opened(match, context):
        return None
    ends = _AND if context.word_before(match.start()) == "between" else _RANGE
    up_to = ends.match(context.text, match.end())
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
    candidates = [starting("month", year, month) for year in _listed_years(month, listed, context)]
    near = min(candidates, key=lambda one: abs((one.first - listed).days))
    return dated(near, context.today, bare=f"XXXX-{month:02}")


def _listed_years(month: int, listed: date, context: Context) -> list[int]:
    """The years that a month listed behind another may be of."""
    if _BETWEEN.search(context.text, max(0, context.last_end - 24), context.last_end):
        return [min(listed.year + (month < listed.month), MAXYEAR)]
    if month > listed.month and (listed.year, month) <= (context.day.year, context.day.month):
        return [listed.year]
    return [year for year in (listed.year - 1, listed.year, listed.year + 1) if 1 <= year <= MAXYEAR]


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


def end_of_month(match: re.Match[str], context: Context) -> Reading | None:
    """ "end-June", "end-June 2024"."""
    return month_of_year(match, context) if match["year"] else yearless_month(match, context)
