"""Templates of the grammar: "<month> <day> ,<year>?" becomes a regular expression and the words it can start with.

A template is elements between single spaces. An element is words ("the", "last|past", "a_few|several"; "_" is a space
inside one) or a class of words ("<month>", or "<end:month>" to call its group "end"); "?" at its end makes it optional.
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
_NUMBER_WORDS = rf"(?:(?:{_TENS})(?:[-\s](?:{_ONES}))?|{_ONES})"
_NUMBER = (
    rf"(?:\d{{1,3}}(?:,\d{{3}})+|\d{{1,4}}(?:\.\d{{1,2}})?|{_NUMBER_WORDS})"
    r"(?:(?:\s|-)?(?:1/2|1/4|3/4|½|¼|¾)|\s(?:and\s)?a\s(?:half|quarter))?(?:[\s-](?:dozen|hundred|thousand|million|billion))?"
    r"|(?:a\s)?(?:dozen|hundred|thousand|million|billion)"
)
_YEAR_WORDS = rf"(?:nineteen|eighteen|twenty|seventeen)[\s-](?:hundred(?:\sand)?[\s-])?{_NUMBER_WORDS}"
_CLOCK_DIGITS = (
    r"(?:[01]?\d|2[0-4])[:.][0-5]\d(?::[0-5]\d)?(?:\s?[ap]\.?\s?m\b\.?)?|(?:1[0-2]|0?[1-9])\s?[ap]\.?\s?m\b\.?"
)
_UNITS = [*words.UNITS, *(f"{unit}s" for unit in words.UNITS), *words.IRREGULAR_PLURALS]

CLASSES: dict[str, WordClass] = {
    "month": word_class([*words.MONTHS, *words.MONTH_ABBREVIATIONS], r"\.?"),
    "weekday": word_class(words.WEEKDAYS),
    "weekdays": word_class([f"{day}s" for day in words.WEEKDAYS]),
    "wday": word_class([*words.WEEKDAYS, *words.WEEKDAY_ABBREVIATIONS], r"\.?"),
    "day": word_class((), digits=r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"),
    "dayth": word_class(words.ORDINALS, digits=r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)"),
    "year": word_class((), digits=r"(?:1[0-9]|20|21)\d\d"),
    "anyyear": word_class((), digits=r"\d{1,5}"),
    "shortyear": word_class((), digits=r"\d\d"),
    "badyear": word_class((), digits=r"\d{5}"),
    "num": word_class((), digits=r"\d{1,2}"),
    "yearwords": word_class(("nineteen", "eighteen", "twenty", "seventeen"), digits=""),
    "n": word_class([*words.ONES, *words.TENS, "a dozen", "a hundred", "a thousand", "dozen", "hundred"], digits=r"\d"),
    "vague": word_class(words.VAGUE),
    "unit": word_class(_UNITS),
    "season": word_class(words.SEASONS),
    "nth": word_class(words.ORDINALS, digits=r"\d{1,3}(?:st|nd|rd|th)"),
    "decade": word_class(words.DECADES, digits=r"(?:1[0-9]|20)\d0'?s"),
    "daypart": word_class(words.DAY_PARTS),
    "clock": word_class((), digits=_CLOCK_DIGITS),
    "zone": word_class(words.ZONES),
    "early": word_class(["early", "late", "mid", "middle", "earlier", "later"]),
    "approx": word_class(words.APPROXIMATELY),
    "turn": word_class(words.TURNS),
    "present": word_class(words.REFERENCES["PRESENT_REF"]),
    "past": word_class(words.REFERENCES["PAST_REF"]),
    "future": word_class(words.REFERENCES["FUTURE_REF"]),
}  # fmt: skip
CLASSES["yearwords"] = WordClass(_YEAR_WORDS, CLASSES["yearwords"].starts)
CLASSES["n"] = WordClass(_NUMBER, CLASSES["n"].starts | {"a"})

_ELEMENT = re.compile(r"(?P<join>[-=,+/])?(?:<(?:(?P<group>\w+):)?(?P<name>\w+)>|(?P<words>[^<>?]+))(?P<optional>\?)?")


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
    if match["name"]:
        chosen = CLASSES[match["name"]]
        pattern = f"(?P<{match['group'] or match['name']}>{chosen.pattern})"
    else:
        listed = [word.replace("_", " ") for word in match["words"].split("|")]
        chosen = word_class(listed)
        pattern = f"(?:{chosen.pattern})"
    return Element(JOINS.get(match["join"], SPACE), pattern, chosen.starts, bool(match["optional"]))


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
