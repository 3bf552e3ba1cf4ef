"""Templates of the grammar: "<month> <day> ,<year>?" becomes a regular expression and the words it can start with.

A template is elements between single spaces. An element is words ("the", "last|past", "a_few|several"; "_" is a space
inside one) or classes of words ("<month>", or "<end:month>" to call its group "end"); "?" at its end makes it optional.
A sign in front says how it joins what stands left of it: none is white space, "-" a hyphen or white space, "=" a
hyphen alone, "," white space with or without a comma, "+" nothing at all, "~" a dash, "/" a dash or a word for a range.
"""

import re
from collections.abc import Iterable, Mapping
from functools import cache, reduce
from itertools import pairwise
from typing import NamedTuple

from generator.compiled import regex
from generator.dates import vocabulary as words

SPACE = r"\s{1,4}"
RANGE_WORDS = ("to", "through", "thru", "until", "till")
JOINS = {
    "-": rf"(?:\s?-\s?|{SPACE})",
    "=": "-",
    ",": rf"(?:\s?,)?{SPACE}",
    "+": "",
    "~": r"\s?-{1,2}\s?",
    "/": rf"(?:\s?-{{1,2}}\s?|{SPACE}(?:{'|'.join(RANGE_WORDS)}){SPACE})",
}
DIGITS = "#"  # stands for any word that begins with a digit
END = ""  # among the words that can follow inside a class: it may be over


class WordClass(NamedTuple):
    """A set of words or phrases: its regular expression, and what tells early that a text cannot match it.

    follows: for each word it can start with (DIGITS for any with a digit in front), the words that can come second
    inside it, END among them where that one word can be all. further: the words that can come behind the second.
    """

    pattern: str
    follows: Mapping[str, frozenset[str]]
    further: frozenset[str] = frozenset()


def alternatives(words_of: Iterable[str]) -> str:
    """A pattern for any of the words, the longest first, spaces inside them as any white space."""
    ordered = sorted(set(words_of), key=lambda word: (-len(word), word))
    return "|".join(word if word.isalpha() else re.escape(word).replace("\\ ", SPACE) for word in ordered)


def word_class(words_of: Iterable[str], ending: str = "") -> WordClass:
    """The class of these words and phrases, each followed by the pattern `ending`."""
    listed = tuple(words_of)
    return WordClass(f"(?:{alternatives(listed)}){ending}", *_follows(listed))


def _follows(phrases: Iterable[str]) -> tuple[dict[str, frozenset[str]], frozenset[str]]:
    """What can come second behind each first word of these phrases, and what behind that; see WordClass."""
    follows: dict[str, frozenset[str]] = {}
    further: set[str] = set()
    for phrase in phrases:
        tokens = [phrase] if phrase.isalpha() else [_token(word) for word in _TOKEN.findall(phrase)]
        first, second, *others = (*tokens, END, END)
        if first:
            follows[first] = follows.get(first, frozenset()) | {second}
            further.update(others)
    return follows, frozenset(further - {END})


def digits_class(pattern: str, inside: Iterable[str] = (), words_of: Iterable[str] = ()) -> WordClass:
    """A class of figures, whose later words may be some of `inside`; and of these words beside it."""
    figures = WordClass(pattern, {DIGITS: frozenset({END, *inside})}, frozenset(inside))
    return either(figures, word_class(words_of)) if words_of else figures


def either(one: WordClass, other: WordClass) -> WordClass:
    """The words of both."""
    later = {word: after | one.follows.get(word, frozenset()) for word, after in other.follows.items()}
    return WordClass(f"{one.pattern}|{other.pattern}", {**one.follows, **later}, one.further | other.further)


_TOKEN = regex(r"\w+|^'$")


def _token(word: str) -> str:
    return DIGITS if word[0].isdigit() else word


_TENS = alternatives(words.TENS)
_ONES = alternatives(words.ONES)
_SCALES = "dozen|hundred|thousand|million|billion"
_NUMBER_WORDS = rf"(?:(?:{_TENS})(?:[-\s](?:{_ONES}))?|{_ONES})"
_NUMBER = (
    rf"(?:\d{{1,3}}(?:,\d{{3}}){{1,4}}|\d{{1,4}}(?:\.\d{{1,2}})?|{_NUMBER_WORDS})"
    rf"(?:(?:\s|-)?(?:1/2|1/4|3/4|½|¼|¾)|[\s-](?:and[\s-])?a[\s-](?:half|quarter)"
    rf"|[\s-]and[\s-]one[\s-](?:half|quarter))?(?:[\s-](?:{_SCALES}))?|(?:a\s)?(?:{_SCALES})"
)
_YEAR_WORDS = (
    rf"(?:seventeen|eighteen|nineteen)[\s-](?:hundred(?:\sand)?[\s-])?{_NUMBER_WORDS}"
    rf"|two\sthousand(?:\s(?:and\s)?(?:{_ONES}))?|twenty[\s-](?:ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen"
    rf"|seventeen|eighteen|nineteen|twenty(?:[\s-](?:{_ONES}))?)"
)
_HOURS = tuple(word for word, number in words.ONES.items() if 1 <= number <= 12)
_MERIDIEM = r"\s?[ap](?:\.\s?m\.|\.m|\s?m)"
_CLOCK = (
    rf"(?:[01]\d|2[0-4]|[1-9]):[0-5]\d(?::[0-5]\d)?(?:{_MERIDIEM})?|(?:1[0-2]|0?[1-9])(?:\.[0-5]\d)?{_MERIDIEM}"
    r"|(?:1[0-2]|[1-9])\so'clock|(?<!\()[0-2]\d[0-5]\d(?=\s(?:gmt|utc|hours)\b)"
)
_SINGULAR = tuple(words.UNITS)
_PLURAL = (*(f"{unit}s" for unit in words.UNITS if unit != "century"), *words.IRREGULAR_PLURALS)
_LONG = tuple(unit for unit in _SINGULAR if unit not in ("second", "quarter", "night", "weekend"))
_CALENDAR = ("day", "week", "weekend", "month", "quarter", "year", "decade", "century")
_ORDINAL_DIGITS = r"\d{1,3}(?:st|nd|rd|th)"

_NUMBER_INSIDE = frozenset({END, DIGITS, "and", "a", "½", "¼", "¾", *words.ONES, *words.TENS, *words.SCALES})


CLASSES: dict[str, WordClass] = {
    "month": either(word_class(words.MONTHS), word_class(words.MONTH_ABBREVIATIONS, r"\b\.?")),
    "weekday": word_class(words.WEEKDAYS),
    "weekdays": word_class([f"{day}s" for day in words.WEEKDAYS]),
    "wday": either(word_class(words.WEEKDAYS), word_class(words.WEEKDAY_ABBREVIATIONS, r"\b\.?")),
    "day": digits_class(r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"),
    "dayth": digits_class(r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)", (), words.DAY_ORDINALS),
    "dayword": word_class(words.DAY_ORDINALS),
    "year": digits_class(r"(?:1\d|20|21)\d\d"),
    "oldyear": digits_class(r"\d{1,4}"),
    "shortyear": digits_class(r"\d\d"),
    "apostropheyear": WordClass(r"'(?P<shortyear>\d\d)", {"'": frozenset({DIGITS})}),
    "badyear": digits_class(r"\d{5}"),
    "num": digits_class(r"\d{1,2}"),
    "twodigits": digits_class(r"[0-3]\d"),
    "dayfigure": digits_class(r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)"),
    "digits": digits_class(r"\d{1,6}"),
    "yearwords": WordClass(
        _YEAR_WORDS,
        dict.fromkeys(("seventeen", "eighteen", "nineteen", "two", "twenty"), _NUMBER_INSIDE - {DIGITS}),
        _NUMBER_INSIDE,
    ),
    "n": WordClass(
        _NUMBER,
        dict.fromkeys((*words.ONES, *words.TENS, *words.SCALES, "a", DIGITS), _NUMBER_INSIDE),
        _NUMBER_INSIDE | {"half", "quarter"},
    ),
    "vague": word_class(words.VAGUE),
    "unit": word_class((*_SINGULAR, *_PLURAL)),
    "units": word_class(_PLURAL),
    "span": word_class(_LONG),
    "period": word_class(_CALENDAR),
    "season": word_class(words.SEASONS),
    "nth": digits_class(_ORDINAL_DIGITS, (), words.ORDINALS),
    "quartercode": word_class(("q1", "q2", "q3", "q4")),
    "halfcode": word_class(("q1", "q2", "q3", "q4", "h1", "h2")),
    "ago": word_class(("year-ago", "year ago", "year-earlier", "year earlier", "year-before")),
    "decade": WordClass(
        r"(?:1\d|20)\d0'?s|'[1-9]0s", {DIGITS: frozenset({END, "s"}), "'": frozenset({DIGITS})}, frozenset("s")
    ),
    "shortdecade": WordClass(r"[2-9]0'?s", {DIGITS: frozenset({END, "s"})}),
    "decadewords": word_class(words.DECADES),
    "daypart": word_class(words.DAY_PARTS),
    "dayparts": word_class([f"{part}s" for part in words.DAY_PARTS]),
    "clock": digits_class(_CLOCK, (DIGITS, "a", "p", "m", "am", "pm", "o", "clock", "gmt", "utc", "hours")),
    "clockwords": WordClass(
        rf"(?P<spoken>{alternatives(_HOURS)})(?:\so'clock(?:\sin\sthe\s(?:morning|afternoon|evening))?"
        rf"|\sin\sthe\s(?:morning|afternoon|evening)|{_MERIDIEM})",
        dict.fromkeys(_HOURS, frozenset({"o", "in", "a", "p", "am", "pm"})),
        frozenset({"clock", "in", "the", "m", "morning", "afternoon", "evening"}),
    ),
    "time": WordClass(r"t[0-2]\d:[0-5]\d(?::[0-5]\d(?:\.\d{1,6})?)?(?:z|[+-][0-2]\d:?[0-5]\d)?", {}),
    "hourword": word_class(_HOURS),
    "minutes": word_class(words.MINUTES_PAST),
    "hour": word_class(("noon", "midnight", "midday")),
    "zone": word_class(words.ZONES),
    "part": word_class(words.PARTS),
    "edge": word_class(words.EDGES),
    "approx": word_class(words.APPROXIMATELY),
    "minimum": word_class(words.MINIMUM),
    "about": word_class(words.ABOUT),
    "full": word_class(words.FULLNESS),
    "turn": word_class(words.TURNS),
    "longs": word_class(words.LONGS),
    "holiday": word_class(words.HOLIDAYS),
    "deed": word_class(words.DEEDS),
    "often": word_class(words.OFTEN),
    "present": word_class(words.REFERENCES["PRESENT_REF"]),
    "past": word_class(words.REFERENCES["PAST_REF"]),
    "future": word_class(words.REFERENCES["FUTURE_REF"]),
}

_ELEMENT = regex(r"(?P<join>[-=,+/~](?=.))?(?P<body>[^?]+?)(?P<optional>\?)?")
_CLASS = regex(r"<(?:(?P<group>\w+):)?(?P<name>\w+)>")


class Element(NamedTuple):
    """One element of a template: how it joins its left, its alternatives, their words (see WordClass), if it may be
    absent. passable: a text can go on without a word of it, as it may be absent or is a mere sign."""

    join: str
    body: str
    follows: Mapping[str, frozenset[str]]
    further: frozenset[str]
    optional: bool
    passable: bool

    @property
    def pattern(self) -> str:
        """Its regular expression."""
        return _pattern_of(self.body)


@cache  # "the?" and "<year>" stand in many templates
def parse_element(source: str) -> Element:
    """Read one element; raises ValueError for one that is none, KeyError for a class that isn't listed."""
    match = _ELEMENT.fullmatch(source)
    if not match:
        raise ValueError(f'"{source}" is no element of a template')
    phrases, classes = [], []
    for each in match["body"].split("|"):
        named = _CLASS.fullmatch(each)
        if named:
            classes.append(CLASSES[named["name"]])
        else:
            phrases.append(each.replace("_", " "))
    own = WordClass("", *_follows(phrases)) if phrases else classes.pop()
    _, follows, further = reduce(either, classes, own)
    join, optional = JOINS.get(match["join"], SPACE), bool(match["optional"])
    return Element(join, match["body"], follows, further, optional, optional or not follows)


@cache
def _pattern_of(body: str) -> str:
    """The pattern of an element's alternatives."""
    return f"(?:{'|'.join(map(_alternative, body.split('|')))})"


def _alternative(source: str) -> str:
    """The pattern of a class, in a named group, or of a word."""
    match = _CLASS.fullmatch(source)
    if not match:
        return f"(?:{alternatives([source.replace('_', ' ')])})"
    return f"(?P<{match['group'] or match['name']}>{CLASSES[match['name']].pattern})"


@cache
def parse_template(template: str) -> tuple[Element, ...]:
    """The elements of a template, in order."""
    return tuple(map(parse_element, template.split()))


@cache
def compile_template(template: str) -> re.Pattern[str]:
    """The regular expression of a template, for folded text; compiled when a text first needs it."""
    elements = parse_template(template)
    head = next(index for index, element in enumerate(elements) if not element.optional)
    before = (f"(?:{left.pattern}{right.join})?" for left, right in pairwise(elements[: head + 1]))
    after = (
        f"(?:{element.join}{element.pattern})?" if element.optional else f"{element.join}{element.pattern}"
        for element in elements[head + 1 :]
    )
    return regex("".join([*before, elements[head].pattern, *after]) + r"(?!\w)")
