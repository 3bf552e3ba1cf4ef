"""The year that a text goes on in: "In 2020 he fled, and in May he was back", "the 2019-20 season ended in March"."""

from __future__ import annotations

import re

from generator.compiled import regex
from generator.dates.context import Context, group
from generator.dates.cues import AHEAD
from generator.dates.names import month_number
from generator.dates.periods import Period
from generator.dates.tense import clause, sentence_goes_on

_WITH_YEAR = regex(r"\d{4}$")
_OPENED_BY_YEAR = regex(r"(?:^|\b(?:and|but)\s)(?:\W{0,3}in\s)(?:early\s|late\s|mid-?)?\d{4}$")
_SEASON_ENDS = regex(r"\d{4}[-/]\d\d$")
_SEASON_OF = regex(r"\s(?:season|campaign|school\syear|academic\syear|term)\b")
# between a year and its day or month: "in 2010, on May 6", "the 2020 election, held in November"
_OF_YEAR = regex(r"(?:(?:\s[a-z]{3,20}){1,3},\s(?:which\swas\s)?(?:held|staged|played|fought)|,)\s(?:in|on)\s")
# something went on to another time: "from September 2001 until his death in May"
_UNTIL = regex(r"[^.;]*\b(?:until|till)\s(?=\w+\s)")
# a date at the end of an aside: "the record, set in July 2016, was broken in August"
_ASIDE = regex(r",\s(?:[a-z'-]{2,16}\s){1,6}(?:in|on|since)\s[^,]{3,20}(?:,\s\d{4})?$")
# what somebody or something was before all else: what follows is of later years
_BORN = regex(r"\bborn\b[^.;]{0,60}$")
_FOUNDED = regex(r"\b(?:founded|established|incorporated)\b[^.;]{0,60}$")
FAR = 183  # days: a date told that far from the document's day has a year of its own, which the sentence goes on in
NEARBY = 100  # characters
JULY = 7  # a season or school year of two years is in its second one before it


def told_year(match: re.Match[str], context: Context) -> int | None:
    """The year of a day, month or named day without one, where the text goes on in a year it told; else None."""
    if context.last is None or not context.last.known:
        return None
    told = context.last.period
    if told.unit == "year" and match.start() - context.last_end < NEARBY:
        found = _season_year(match, context, told) or _opening_year(match, context, told)
        if found:
            return found
    if told.first.year == context.day.year:
        return None
    if told.unit in ("day", "month") and _goes_on(match, context, told):
        return told.first.year + _is_in_new_year(match, told)
    return told.first.year if context.habits.narrative else None


def possible_year(match: re.Match[str], context: Context) -> int | None:
    """A past year that the sentence told just before and may still be in: "jailed in 2019 and freed in March"."""
    told = context.last.period if context.last and context.last.known else None
    if told is None or told.first.year >= context.day.year or not _is_sentence_with_year(match, context):
        return None
    if context.aim(match) == AHEAD or _is_birth(context):
        return None
    return min(told.first.year + _is_before(match, told), context.day.year)


def _season_year(match: re.Match[str], context: Context, told: Period) -> int | None:
    """The year of "March" in "the 2019-20 season was cut short in March"."""
    text, end = context.text, context.last_end
    if not _SEASON_ENDS.search(text, max(0, end - 8), end) or not _SEASON_OF.match(text, end):
        return None
    month = group(match, "month")
    if month is None or not sentence_goes_on(text, end, match.start()):
        return None
    return told.first.year + (month_number(month) < JULY)


def _opening_year(match: re.Match[str], context: Context, told: Period) -> int | None:
    """The year that a sentence begins with, or that stands right before the day: "in 2010, on May 6"."""
    text, end = context.text, context.last_end
    if _OF_YEAR.fullmatch(text, end, match.start()):
        return told.first.year
    low = clause(text, match.start(), match.end())[0]
    if low >= end or told.first.year == context.day.year or not _OPENED_BY_YEAR.search(text[low:end]):
        return None
    return None if _looks_away(match, context, told) else told.first.year


def _goes_on(match: re.Match[str], context: Context, told: Period) -> bool:
    """Whether the same sentence told a far day or month with its year."""
    if abs((told.first - context.day).days) <= FAR or not _is_sentence_with_year(match, context):
        return False
    if _is_before(match, told) and not _is_in_new_year(match, told):
        return False
    begun = _is_birth(context) or _FOUNDED.search(context.text, max(0, context.last_end - NEARBY), context.last_end)
    return not begun and not _looks_away(match, context, told)


def _is_birth(context: Context) -> bool:
    """Whether the date told last is that of a birth."""
    return bool(_BORN.search(context.text, max(0, context.last_end - NEARBY), context.last_end))


def _is_before(match: re.Match[str], told: Period) -> bool:
    """Whether a month comes before the one told in the same year, though it is told after it."""
    month = group(match, "month")
    return month is not None and month_number(month) < told.first.month


def _is_sentence_with_year(match: re.Match[str], context: Context) -> bool:
    """Whether the same sentence told a date with its year nearby, and not in an aside that has ended."""
    text, end = context.text, context.last_end
    if match.start() - end > NEARBY or not _WITH_YEAR.search(text, max(0, end - 4), end):
        return False
    if _UNTIL.match(text, end, match.start()):
        return False
    if text[end : end + 1] == "," and _ASIDE.search(text, max(0, end - 80), end):
        return False
    return sentence_goes_on(text, end, match.start())


def _looks_away(match: re.Match[str], context: Context, told: Period) -> bool:
    """Whether the clause looks ahead from a date long past: "invited in July 1997, they will join on March 12"."""
    return told.first < context.day and context.aim(match) == AHEAD


def _is_in_new_year(match: re.Match[str], told: Period) -> bool:
    """Whether a month that comes long before the one told is the next year's: "in December 2019, and by March"."""
    month = group(match, "month")
    return month is not None and told.first.month - month_number(month) > 12 - JULY
