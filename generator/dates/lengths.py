"""Readings of how long and how often: durations ("two years", "the past 24 hours") and sets ("every day")."""

from __future__ import annotations

import re

from generator.compiled import regex
from generator.dates import periods
from generator.dates.context import Context, Reading, duration, group, key, repeated
from generator.dates.names import month_number, singular, weekday_number
from generator.dates.numbers import parse_number
from generator.dates.vocabulary import DAY_PARTS, LONGS, OFTEN, SEASONS, UNITS

# a fraction of a unit is told in the next smaller one: its TIMEX3 letter and how many make the larger
_SMALLER = {
    ("", "Y"): ("M", 12),
    ("", "W"): ("D", 7),
    ("", "D"): ("H", 24),
    ("T", "H"): ("M", 60),
    ("T", "M"): ("S", 60),
}
# units from the largest on
LARGEST_FIRST = (("", "Y"), ("", "Q"), ("", "M"), ("", "W"), ("", "D"), ("T", "H"), ("T", "M"), ("T", "S"))
SPANNING = frozenset({"over", "during", "within", "for", "throughout"})  # before "the last year": it is a length
_OPENS_A_LENGTH = (
    r"\b(?:for|in|within|over|after|through|take|takes|took|last|lasts|lasted|lasting|spend|spends|spent|spending"
    r"|wait|waits|waited|waiting|follows)\s$"
)
_BEFORE_VERBS = frozenset({"to", "will", "would", "could", "can", "may", "might", "should", "must", "not", "typically"})
_VAGUE = {"decade": "DE", "century": "CE", "millennium": "ML"}


def length_value(number: float | None, unit: str) -> str:
    """The TIMEX3 value: "P2Y", "PT24H", "P1Y6M" for a year and a half; X where the number is vague."""
    time, letter, factor = UNITS[unit]
    if number is None:
        return f"P{time}X{_VAGUE.get(unit, letter)}"
    amount = number * factor
    if amount == int(amount):
        return f"P{time}{int(amount)}{letter}"
    return _mixed_value(amount, time, letter)


def _mixed_value(amount: float, time: str, letter: str) -> str:
    if (time, letter) not in _SMALLER:
        return f"P{time}{amount:.4g}{letter}"
    smaller, count = _SMALLER[time, letter]
    whole, rest = int(amount), round((amount - int(amount)) * count)
    first = f"{whole}{letter}" if whole else ""
    between = "T" if smaller == "H" else ""
    return f"P{time}{first}{between}{rest}{smaller}"


def length(match: re.Match[str], context: Context) -> Reading | None:
    """A number of units, or an unknown number of them; no fraction such as "three-quarters"."""
    number, unit = group(match, "n"), group(match, "unit") or match["units"]
    if regex(r"1[5-9]\d\d|20\d\d").fullmatch(number or "") and unit == singular(unit):
        return None
    if unit == "quarters" and regex(r"(?:\d|half|third|three|two)[-]quarters$").search(match[0]):
        return None
    return duration(length_value(parse_number(number) if number else None, singular(unit)))


def length_range(match: re.Match[str], context: Context) -> Reading | None:
    """ "4-6 weeks": the shorter; in "won 3-2 days later" it is a score."""
    return length(match, context) if parse_number(match["n"]) < parse_number(match["more"]) else None


def one_length(match: re.Match[str], context: Context) -> Reading | None:
    """One unit: "a single day"; after a number or what is counted, how often: "$5 a day"."""
    value = length_value(1, match["span"])
    if context.after(match.end(), 1) == "-":
        return None
    return repeated(value) if _is_rate(match, context) else duration(value)


_COUNTED = (
    r"(?:\d|%|\b(?:once|twice|percent|million|billion|hundred|thousand|people"
    r"|(?!(?:was|is|has|as|this|its|lasts|takes|spends|needs|gives|gets|wants|plus|less|across|unless|perhaps|does|makes"
    r"|earns|always|sometimes|years|months|weeks|days|hours)\b)[a-z]{2,20}s))\s$"
)


def _is_rate(match: re.Match[str], context: Context) -> bool:
    """Whether something counted stands right before "a day"; but "it comes a day after" tells no rate."""
    if regex(r"\s(?:after|before|later|earlier|from|on)\b").match(context.after(match.end(), 9)):
        return False
    return bool(regex(r"an?\s").match(match[0]) and regex(_COUNTED).search(context.before(match.start(), 24)))


def unit_up_to_now(match: re.Match[str], context: Context) -> Reading | None:
    """ "over the last year": a length; but "the last week of May" counts within something."""
    spans = context.word_before(match.start()) in SPANNING and context.after(match.end(), 3) != " of"
    return duration(length_value(1, match["period"])) if spans else None


def mixed_length(match: re.Match[str], context: Context) -> Reading | None:
    """ "an hour and 20 minutes", "two years, three months": a number of units and one of smaller units."""
    large, small = UNITS[singular(match["unit"])], UNITS[singular(match["moreunit"])]
    if LARGEST_FIRST.index(large[:2]) >= LARGEST_FIRST.index(small[:2]):
        return None
    first = length_value(parse_number(group(match, "n") or "1"), singular(match["unit"]))
    rest = length_value(parse_number(match["more"]), singular(match["moreunit"])).removeprefix("P")
    return duration(first + (rest.removeprefix("T") if "T" in first else rest))


def length_and_half(match: re.Match[str], context: Context) -> Reading:
    """ "a year and a half"."""
    number = parse_number(group(match, "n") or "1")
    fraction = 0.25 if "quarter" in match[0].rpartition(" ")[2] else 0.5
    return duration(length_value(number + fraction, singular(group(match, "unit") or match["span"])))


def half_length(match: re.Match[str], context: Context) -> Reading:
    """ "half an hour", "a quarter-century"."""
    return duration(length_value(0.25 if "quarter" in match[0] else 0.5, match["span"]))


def one_day(match: re.Match[str], context: Context) -> Reading:
    """ "one day" in a clause that looks ahead is no length but some day to come."""
    ahead = regex(r"\b(?:will|would|could|may|might|can|hopes?|wants?)\b[^.!?]*$").search(
        context.before(match.start(), 80)
    )
    if regex(r"\s(?:after|before|later|earlier|of)\b").match(context.after(match.end(), 9)):
        return duration("P1D")
    starts = regex(r"(?:^|[.!?\"]\s?)$").search(context.before(match.start(), 3))
    ahead = ahead or (
        starts and regex(r"\s\w{1,12}\s(?:will|would|could|may|might)\b").match(context.after(match.end()))
    )
    within = regex(r"\b(?:for|in|within|just|only|than|least)\s$").search(context.before(match.start(), 8))
    return Reading("DATE", "FUTURE_REF") if ahead and not within else duration("P1D")


def vague_length(match: re.Match[str], context: Context) -> Reading:
    """ "for months": an unknown number of them."""
    return duration(length_value(None, singular(match["units"])))


def bare_units(match: re.Match[str], context: Context) -> Reading | None:
    """ "for months", "within weeks": an unknown number, after a word that says it is a length."""
    opened = regex(_OPENS_A_LENGTH).search(context.before(match.start(), 12))
    followed = regex(r"\s(?:before|after|later|earlier|that followed)\b").match(context.after(match.end(), 16))
    return vague_length(match, context) if opened or followed else None


def unit_long(match: re.Match[str], context: Context) -> Reading:
    """ "year-long", "all week"."""
    return duration(length_value(1, match["span"]))


def long_word(match: re.Match[str], context: Context) -> Reading:
    """ "weeklong"."""
    return duration(length_value(1, LONGS[match["longs"]]))


def year_up_to(match: re.Match[str], context: Context) -> Reading:
    """ "the year to March": the twelve months that end there."""
    return duration("P1Y")._replace(end=match.start() + match[0].index("year") + len("year"))


def some_while(match: re.Match[str], context: Context) -> Reading:
    """ "a while": no unit is told."""
    return duration("PXX")


def length_up_to_now(match: re.Match[str], context: Context) -> Reading | None:
    """ "the past 24 hours": a length, its dates those up to the document's day; "to last two weeks" has a verb."""
    if match[0].startswith("last") and context.word_before(match.start()) in _BEFORE_VERBS:
        return None
    reading, number = length(match, context), group(match, "n")
    unit = singular(match["unit"])
    scale = {"hour": 1 / 24, "day": 1, "night": 1, "week": 7, "fortnight": 14}.get(unit)
    if reading is None or number is None or not context.dated or scale is None:
        return reading
    first = periods.add_days(context.day, -max(1, round(parse_number(number) * scale)))
    return reading._replace(when=f"{first.isoformat()}/{context.day.isoformat()}", anchor=context.today)


def every_unit(match: re.Match[str], context: Context) -> Reading:
    """ "every two weeks", "each day", "every other month"."""
    number = group(match, "n")
    count = 2 if " other " in match[0] else parse_number(number) if number else 1
    return repeated(length_value(count, singular(match["unit"])))


def every_weekday(match: re.Match[str], context: Context) -> Reading:
    """ "every Friday", "Fridays", "Monday nights"."""
    name = group(match, "weekday") or match["weekdays"]
    part = group(match, "dayparts") or group(match, "daypart")
    suffix = f"T{DAY_PARTS[part if part in DAY_PARTS else part.removesuffix('s')]}" if part else ""
    return repeated(f"XXXX-WXX-{weekday_number(name) + 1}{suffix}")


def every_part(match: re.Match[str], context: Context) -> Reading:
    """ "every morning", "each evening"."""
    return repeated(f"XXXX-XX-XXT{DAY_PARTS[match['daypart']]}")


def every_month(match: re.Match[str], context: Context) -> Reading:
    """ "every October"."""
    return repeated(f"XXXX-{month_number(match['month']):02}")


def every_season(match: re.Match[str], context: Context) -> Reading:
    """ "each summer"."""
    return repeated(f"XXXX-{SEASONS[match['season']]}")


def every_holiday(match: re.Match[str], context: Context) -> Reading:
    """ "every Christmas": once a year."""
    return repeated("P1Y")


def weekday_among_parts(match: re.Match[str], context: Context) -> Reading:
    """ "Friday" of "Friday and Saturday nights"."""
    return every_weekday(match, context)._replace(end=match.end("weekday"))


def weekends(match: re.Match[str], context: Context) -> Reading | None:
    """ "on weekends"."""
    opened = context.word_before(match.start()) in ("on", "at", "most", "during")
    return repeated("XXXX-WXX-WE") if opened else None


def often(match: re.Match[str], context: Context) -> Reading:
    """ "daily", "annually"."""
    return repeated(OFTEN[key(match, "often")])


def one_length_set(match: re.Match[str], context: Context) -> Reading | None:
    """ "twice a week"; but "nine months a year ago" tells no rate."""
    if regex(r"\s(?:ago|earlier|before|later)\b").match(context.after(match.end(), 9)):
        return None
    return repeated(length_value(1, match["span"]))
