"""Facts that articles share: a figure and a name in one sentence, found by hashing, in time linear in the text."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import groupby
from typing import NamedTuple

from generator.articles.quotes import digest, find_holders
from generator.articles.vocabulary import MONTHS, WEEKDAYS
from generator.compiled import regex
from generator.text import Span

_COMMONEST = 16  # articles; what more of them tell is a figure that everyone knows
_SHORTEST_NAME = 4  # letters; shorter ones are mostly words that begin a sentence
# what stands in front, or may not, is looked at behind the first character: a pattern that begins with one of a few is
# looked for fast
_BREAK = regex(r"[.!?\n](?:(?<=\n)\n*|(?<!\n)[\"”’)]?\s+(?=[\"“‘]?[A-ZÀ-Þ]))")
_FIGURE = regex(r"\d(?<![\w.,:/-]\d)(?:\d{0,2}(?:,\d{3}){1,4}|\d{1,8})(?:\.\d{1,4})?(?![\w:/-])")
_YEAR = regex(r"(?:1[89]|20)\d\d")
_NAME = regex(rf"\b[A-ZÀ-Þ][\w’-]{{{_SHORTEST_NAME - 1},40}}")
_DAYS = frozenset((*MONTHS, *WEEKDAYS))
_MONTHS = frozenset(month[:3] for month in MONTHS)

Key = int  # the digest of figure and name, 64 bits


class Fact(NamedTuple):
    """A figure and a name that stand in one sentence of a body, as written, and where the sentence stands."""

    key: Key
    figure: str
    name: str
    sentence: Span


def find_facts(body: str) -> Iterator[Fact]:
    """The facts of a body, in order. Years and days of months are no figures."""
    figures = (found for found in _FIGURE.finditer(body) if not _tells_date(found))
    for sentence, told in groupby(figures, _sentence_of(body)):
        names = dict.fromkeys(_names(body, sentence))
        yield from (Fact(digest((each[0], name)), each[0], name, sentence) for each in told for name in names)


def find_shared_facts(
    asked: Mapping[int, Iterable[Fact]], told: Iterable[tuple[int, tuple[Key, ...]]]
) -> Mapping[Key, list[int]]:
    """Which of the telling articles, by index, hold a fact that an asking one has; none for what too many tell."""
    wanted = {fact.key for facts in asked.values() for fact in facts}
    return {key: others for key, others in find_holders(wanted, told).items() if len(others) <= _COMMONEST}


def _sentence_of(body: str) -> Callable[[re.Match[str]], Span]:
    """Tells roughly in which sentence something was found: one cut in two at an abbreviation only tells less."""
    breaks = list(_BREAK.finditer(body))
    starts, ends = [0, *(each.end() for each in breaks)], [*(each.start() + 1 for each in breaks), len(body)]

    def sentence(found: re.Match[str]) -> Span:
        index = bisect_right(starts, found.start()) - 1
        return Span(starts[index], ends[index])

    return sentence


def _names(body: str, sentence: Span) -> Iterator[str]:
    """Capitalized words that name no day; the sentence's first only where another follows it."""
    for found in _NAME.finditer(body, *sentence):
        first = found.start() <= sentence.start + 1
        if found[0].lower() not in _DAYS and (not first or _NAME.match(body, found.end() + 1)):
            yield found[0]


def _tells_date(figure: re.Match[str]) -> bool:
    """Whether it is a year, or stands beside a month."""
    if _YEAR.fullmatch(figure[0]):
        return True
    before = figure.string[max(0, figure.start() - 12) : figure.start()].split()
    after = figure.string[figure.end() : figure.end() + 12].split()
    return any(word[:3].lower() in _MONTHS for word in (*before[-1:], *after[:1]))
