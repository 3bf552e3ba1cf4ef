"""Readings in company news: the quarter, year or months that figures are told for."""

from __future__ import annotations

import re

from generator.compiled import regex
from generator.dates import periods
from generator.dates.context import Context, Reading, Told, dated, duration
from generator.dates.lengths import length
from generator.dates.names import singular
from generator.dates.periods import Period
from generator.dates.vocabulary import MONTH_ABBREVIATIONS, MONTHS
from generator.dates.yearless import yearless_day, yearless_month

_ENDED = regex(
    rf"\s(?:that\s)?(?:ended|ending)\s(?:in\s)?(?P<month>{'|'.join([*MONTHS, *MONTH_ABBREVIATIONS])})\b\.?"
    r"(?:\s(?P<day>\d{1,2})\b)?"
)
HALF_QUARTER = 45  # days


def the_quarter(match: re.Match[str], context: Context) -> Reading:
    """ "the quarter": the one figures were told for last, else the one that ends on a day told right after, else the
    latest that is over."""
    if context.figure and context.figure.period.unit == "quarter":
        return dated(context.figure.period, context.figure)._replace(figure=True)
    latest = ended_quarter(match, context) or periods.containing("quarter", context.day).shift(-1)
    return dated(latest, context.today)._replace(figure=True)


def ended_quarter(match: re.Match[str], context: Context) -> Period | None:
    """The quarter of the calendar that most of a quarter "ended July 31" lies in: that of its middle."""
    told = _ENDED.match(context.text, match.end())
    if told is None:
        return None
    end = yearless_day(told, context) if told["day"] else yearless_month(told, context)
    if end is None or end.told is None:
        return None
    return periods.containing("quarter", periods.add_days(end.told.period.last, -HALF_QUARTER))


def the_figure_year(match: re.Match[str], context: Context) -> Reading:
    """ "the year ended March 31": a length of one year, which figures are then about."""
    end = match.start() + match[0].rindex("end") - 1
    return duration("P1Y")._replace(
        end=end,
        told=Told(periods.containing("year", context.day), context.dated),
        remember=False,
        figure=True,
    )


def the_fiscal_year(match: re.Match[str], context: Context) -> Reading:
    """ "the fiscal year": the document's own; the latest one is the one that is over."""
    over = -1 if "latest" in match[0] else 0
    return dated(periods.containing("year", context.day).shift(over), context.today)._replace(figure=True)


def figure_length(match: re.Match[str], context: Context) -> Reading | None:
    """ "the nine months": a length that company figures are about, so that "a year earlier" is a year before it."""
    reading = length(match, context)
    if reading is None or singular(match["unit"]) != "month":
        return reading
    year = Period("year", periods.containing("year", context.day).first)
    return reading._replace(told=Told(year, context.dated), remember=False, figure=True)


def unit_of_figures(match: re.Match[str], context: Context) -> Reading:
    """ "the prior year", "prior-year": the one before the figures' year, else before the document's own."""
    unit = match["period"]
    anchor = context.figure if context.figure and context.figure.period.unit == unit else context.today
    return dated(periods.containing(unit, anchor.period.first).shift(-1), anchor)._replace(remember=False)
