"""Numbers in words and digits: "two", "twenty-five", "2 1/2", "two and a half", "nineteen ninety-seven"."""

from __future__ import annotations

from generator.compiled import regex
from generator.dates.vocabulary import FRACTIONS, ONES, ORDINALS, SCALES, TENS

_PART = regex(r"\d+/\d|[½¼¾]|\d+(?:\.\d+)?|[a-z]+")
_GLYPHS = {"½": 0.5, "¼": 0.25, "¾": 0.75}


def parse_number(text: str) -> float:
    """The number told, whole or with a fraction; 1 for "a" or "an"."""
    total, current = 0.0, 0.0
    halves = bool(regex(r"\b(?:a|and[\s-]one)[\s-](?:half|quarter)").search(text))
    for part in _PART.findall(regex(r"and[\s-]one[\s-](?=half|quarter)").sub("", text.replace(",", ""))):
        if part in SCALES:
            current = (current or 1) * SCALES[part]
        elif part in _GLYPHS or (part in FRACTIONS and (halves or "/" in part)):
            total += FRACTIONS.get(part, _GLYPHS.get(part, 0))
        elif part in ONES or part in TENS:
            current += ONES.get(part, TENS.get(part, 0))
        elif part[0].isdigit():
            current += float(part)
    return (total + current) or 1


def parse_ordinal(text: str) -> int:
    """The number of "third", "23rd" or "twenty-third"."""
    digits = regex(r"\d+").search(text)
    if digits:
        return int(digits[0])
    return sum(ORDINALS.get(part, 0) or TENS.get(part, 0) for part in regex(r"[-\s]").split(text))


def parse_year_words(text: str) -> int:
    """The year of "nineteen ninety-seven" or "nineteen hundred and five"."""
    if text.startswith("two"):
        return 2000 + sum(ONES.get(part, 0) for part in text.split()[2:])
    first, *rest = regex(r"[-\s]+").split(text)
    century = (ONES.get(first) or TENS.get(first, 0)) * 100
    return century + sum(ONES.get(part, 0) or TENS.get(part, 0) for part in rest)


def full_year(text: str, near: int) -> int:
    """The year meant by two digits, with or without an apostrophe: the one nearest `near`, at most 20 years ahead."""
    short = int(regex(r"\D").sub("", text))
    century = near // 100 * 100
    return next(year for year in (century + 100 + short, century + short, century - 100 + short) if year <= near + 20)
