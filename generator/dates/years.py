"""Readings of years: "in 2008", "44 B.C.", "died in '98", "nineteen ninety-six"."""

from __future__ import annotations

import re

from generator.compiled import regex
from generator.dates.calendar_dates import LATEST_YEAR
from generator.dates.context import Context, Reading, dated
from generator.dates.numbers import full_year, parse_year_words
from generator.dates.periods import starting
from generator.dates.vocabulary import MONTH_LINKS, MONTH_OPENERS, QUANTITY_WORDS

# what follows four digits that are no year: decimals, what they count, a hyphen with what they measure ("2000-pound")
_NO_YEAR = (
    r"[.,:/]\d|\s(?:gmt|utc|hours)\b|\s(?:[\w.]{1,15}\s){1,3}(?:street|avenue|road|drive|lane|boulevard|st|ave|rd|blvd)\b"
    r"|\s?%|\s(?:per\s?cent|percent|points?|people|euros?|dollars|-)|-\w*\d"
    r"|-(?!(?:era|style|vintage|model|type|based|dated|only|and|or|to)\b)[a-z]"
)
_AFTER_SHORT_YEAR = r"\s?(?:[.,;:!?)]|$)|\s(?:and|but|to|when|in|at|as|with|was|were|he|she|they|it|the|by|for)\b"


def ancient_year(match: re.Match[str], context: Context) -> Reading:
    """A year before Christ: TIMEX3 "BC0044", EDTF -0043."""
    number = int(match["oldyear"])
    return Reading("DATE", f"BC{number:04}", f"-{number - 1:04}" if number > 1 else "0000")


def year_of_our_lord(match: re.Match[str], context: Context) -> Reading | None:
    """A year after Christ that says so: "79 A.D."."""
    number = int(match["oldyear"])
    return dated(starting("year", number)) if number else None


def year(match: re.Match[str], context: Context) -> Reading | None:
    """A year that says it is one."""
    return dated(starting("year", int(match["year"])))


def short_year(match: re.Match[str], context: Context) -> Reading | None:
    """ "fiscal '89"."""
    return dated(starting("year", full_year(match["year"], context.near_year)))


def year_after_apostrophe(match: re.Match[str], context: Context) -> Reading | None:
    """ "in '98"; but "'10 men" opens a quotation."""
    opened = context.word_before(match.start()) in MONTH_OPENERS | MONTH_LINKS
    if not opened or not regex(_AFTER_SHORT_YEAR).match(context.after(match.end(), 9)):
        return None
    return dated(starting("year", full_year(match["shortyear"], context.near_year)))


def bare_year(match: re.Match[str], context: Context) -> Reading | None:
    """Four digits that stand like a year: no decimals, no unit, no count, not far ahead."""
    number = int(match["year"])
    if number > LATEST_YEAR or (number < 1500 and context.word_before(match.start()) != "in"):
        return None
    counted = context.word_before(match.start("year")) in QUANTITY_WORDS
    if counted or regex(_NO_YEAR).match(context.after(match.end())):
        return None
    return dated(starting("year", number))


def year_in_words(match: re.Match[str], context: Context) -> Reading | None:
    """A year as a broadcaster says it: "nineteen ninety-six"."""
    number = parse_year_words(match["yearwords"])
    return dated(starting("year", number)) if 1000 <= number <= LATEST_YEAR else None
