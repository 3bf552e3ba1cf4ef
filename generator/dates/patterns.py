"""Templates of the grammar: "<month> <day> ,<year>?" becomes a regular expression and the words it can start with.

A template is elements between single spaces. An element is words ("the", "last|past", "a_few|several"; "_" is a space
inside one) or classes of words ("<month>", or "<end:month>" to call its group "end"); "?" at its end makes it optional.
A sign in front says how it joins what stands left of it: none is white space, "-" a hyphen or white space, "=" a
hyphen alone, "," white space with or without a comma, "+" nothing at all, "/" a dash or a word for a range.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from generator.dates import vocabulary as words

SPACE = r"\s{1,4}"
JOINS = {
    "-": rf"(?:\s?-\s?|{SPACE})",
    "=": "-",
    ",": rf"(?:\s?,)?{SPACE}",
    "+": "",
    "/": rf"(?:\s?-{{1,2}}\s?|{SPACE}(?:to|through|thru|until|till){SPACE})",
}
DIGITS = "#"  # stands for any word that begins with a digit among the words a template can start with


@dataclass(frozen=True, slots=True)
class WordClass:
    """A named set of words: its regular expression, and the first words it can start with (DIGITS for digits)."""

    pattern: str
    starts: frozenset[str]


def alternatives(words_of: Iterable[str]) -> str:
    """A pattern for any of the words, the longest first, spaces inside them as any white space."""
    ordered = sorted(set(words_of), key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace("\\ ", SPACE) for word in ordered)


def word_class(words_of: Iterable[str], ending: str = "", digits: str = "") -> WordClass:
    """The class of these words, each perhaps followed by the pattern `ending`, or of the pattern `digits`."""
    listed = tuple(words_of)
    parts = [digits] if digits else []
    if listed:
        parts.append(f"(?:{alternatives(listed)}){ending}")
    starts = {first_word(word) for word in listed} | ({DIGITS} if digits else set())
    return WordClass("|".join(parts), frozenset(starts))


def first_word(phrase: str) -> str:
    """The first word as the tagger cuts words; DIGITS where it begins with a digit."""
    word = re.split(r"\W", phrase, maxsplit=1)[0]
    return DIGITS if not word or word[0].isdigit() else word


_TENS = alternatives(words.TENS)
_ONES = alternatives(words.ONES)
_SCALES = "dozen|hundred|thousand|million|billion"
_NUMBER_WORDS = rf"(?:(?:{_TENS})(?:[-\s](?:{_ONES}))?|{_ONES})"
_NUMBER = (
    rf"(?:\d{{1,3}}(?:,\d{{3}})+|\d{{1,4}}(?:\.\d{{1,2}})?|{_NUMBER_WORDS})"
    rf"(?:(?:\s|-)?(?:1/2|1/4|3/4|½|¼|¾)|\s(?:and\s)?a\s(?:half|quarter))?(?:[\s-](?:{_SCALES}))?|(?:a\s)?(?:{_SCALES})"
)
_YEAR_WORDS = (
    rf"(?:seventeen|eighteen|nineteen)[\s-](?:hundred(?:\sand)?[\s-])?{_NUMBER_WORDS}"
    rf"|two\sthousand(?:\s(?:and\s)?(?:{_ONES}))?|twenty[\s-](?:ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen"
    rf"|seventeen|eighteen|nineteen|twenty(?:[\s-](?:{_ONES}))?)"
)
_MERIDIEM = r"\s?[ap](?:\.\s?m\.|\.m|\s?m)"
_CLOCK = (
    rf"(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?(?:{_MERIDIEM})?|(?:1[0-2]|0?[1-9])(?:\.[0-5]\d)?{_MERIDIEM}"
    r"|(?:1[0-2]|[1-9])\so'clock|[0-2]\d[0-5]\d(?=\s(?:gmt|utc|hours)\b)"
)
_SINGULAR = tuple(words.UNITS)
_PLURAL = (*(f"{unit}s" for unit in words.UNITS if unit != "century"), *words.IRREGULAR_PLURALS)
_LONG = tuple(unit for unit in _SINGULAR if unit not in ("second", "quarter", "night", "weekend"))
_CALENDAR = ("day", "week", "weekend", "month", "quarter", "year", "decade", "century")
_ORDINAL_DIGITS = r"\d{1,3}(?:st|nd|rd|th)"

CLASSES: dict[str, WordClass] = {
    "month": WordClass(
        rf"(?:{alternatives(words.MONTHS)})|(?:{alternatives(words.MONTH_ABBREVIATIONS)})\b\.?",
        frozenset({*words.MONTHS, *words.MONTH_ABBREVIATIONS}),
    ),
    "weekday": word_class(words.WEEKDAYS),
    "weekdays": word_class([f"{day}s" for day in words.WEEKDAYS]),
    "wday": WordClass(
        rf"(?:{alternatives(words.WEEKDAYS)})|(?:{alternatives(words.WEEKDAY_ABBREVIATIONS)})\b\.?",
        frozenset({*words.WEEKDAYS, *words.WEEKDAY_ABBREVIATIONS}),
    ),
    "day": word_class((), digits=r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"),
    "dayth": word_class(words.DAY_ORDINALS, digits=r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)"),
    "year": word_class((), digits=r"(?:1\d|20|21)\d\d"),
    "oldyear": word_class((), digits=r"\d{1,4}"),
    "shortyear": word_class((), digits=r"\d\d"),
    "badyear": word_class((), digits=r"\d{5}"),
    "num": word_class((), digits=r"\d{1,2}"),
    "digits": word_class((), digits=r"\d{1,6}"),
    "yearwords": WordClass(_YEAR_WORDS, frozenset({"seventeen", "eighteen", "nineteen", "two", "twenty"})),
    "n": WordClass(_NUMBER, frozenset({*words.ONES, *words.TENS, *words.SCALES, "a", DIGITS})),
    "vague": word_class(words.VAGUE),
    "unit": word_class((*_SINGULAR, *_PLURAL)),
    "units": word_class(_PLURAL),
    "span": word_class(_LONG),
    "period": word_class(_CALENDAR),
    "season": word_class(words.SEASONS),
    "nth": word_class(words.ORDINALS, digits=_ORDINAL_DIGITS),
    "quarterdigit": word_class((), digits=r"[1-4]"),
    "ago": word_class(("year-ago", "year ago", "year-earlier", "year earlier")),
    "decade": WordClass(r"(?:1\d|20)\d0'?s|'[1-9]0s", frozenset({DIGITS, "'"})),
    "decadewords": word_class(words.DECADES),
    "daypart": word_class(words.DAY_PARTS),
    "dayparts": word_class([f"{part}s" for part in words.DAY_PARTS]),
    "clock": word_class((), digits=_CLOCK),
    "hour": word_class(("noon", "midnight", "midday")),
    "zone": word_class(words.ZONES),
    "part": word_class(words.PARTS),
    "edge": word_class(words.EDGES),
    "approx": word_class(words.APPROXIMATELY),
    "about": word_class(words.ABOUT),
    "full": word_class(words.FULLNESS),
    "turn": word_class(words.TURNS),
    "holiday": word_class(words.HOLIDAYS),
    "often": word_class(words.OFTEN),
    "present": word_class(words.REFERENCES["PRESENT_REF"]),
    "past": word_class(words.REFERENCES["PAST_REF"]),
    "future": word_class(words.REFERENCES["FUTURE_REF"]),
}

_ELEMENT = re.compile(r"(?P<join>[-=,+/](?=.))?(?P<body>[^?]+?)(?P<optional>\?)?")
_CLASS = re.compile(r"<(?:(?P<group>\w+):)?(?P<name>\w+)>")


@dataclass(frozen=True, slots=True)
class Element:
    """One element of a template: how it joins its left, its pattern, its possible starts, and if it may be absent."""

    join: str
    pattern: str
    starts: frozenset[str]
    optional: bool


def parse_element(source: str) -> Element:
    """Read one element; raises ValueError for one that is none, KeyError for a class that isn't listed."""
    match = _ELEMENT.fullmatch(source)
    if not match:
        raise ValueError(f'"{source}" is no element of a template')
    chosen = [_alternative(part) for part in match["body"].split("|")]
    pattern = "|".join(one.pattern for one in chosen)
    starts = frozenset().union(*(one.starts for one in chosen))
    return Element(JOINS.get(match["join"], SPACE), f"(?:{pattern})", starts, bool(match["optional"]))


def _alternative(source: str) -> WordClass:
    """A class by its name, in a named group, or a word."""
    match = _CLASS.fullmatch(source)
    if not match:
        return word_class([source.replace("_", " ")])
    chosen = CLASSES[match["name"]]
    return WordClass(f"(?P<{match['group'] or match['name']}>{chosen.pattern})", chosen.starts)


@cache
def compile_template(template: str) -> re.Pattern[str]:
    """The regular expression of a template, for folded text; compiled when a text first needs it."""
    elements = [parse_element(source) for source in template.split()]
    head = next(index for index, element in enumerate(elements) if not element.optional)
    before = (f"(?:{left.pattern}{right.join})?" for left, right in pairwise(elements[: head + 1]))
    after = (
        f"(?:{element.join}{element.pattern})?" if element.optional else f"{element.join}{element.pattern}"
        for element in elements[head + 1 :]
    )
    return re.compile("".join([*before, elements[head].pattern, *after]) + r"(?!\w)")


@cache
def starts_of(template: str) -> frozenset[str]:
    """The first words a text that matches the template can have."""
    starts: set[str] = set()
    for element in map(parse_element, template.split()):
        starts |= element.starts
        if not element.optional:
            break
    return frozenset(starts)
