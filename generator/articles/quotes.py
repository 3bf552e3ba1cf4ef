"""Verbatim words that articles share: runs of quoted words, found by hashing, in time linear in the text."""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from generator.compiled import regex
from generator.text import fold

RUN = 7  # words in a row that two articles don't share by chance
_FEWEST_RUNS = 8  # a shared quote of fourteen words
_COMMONEST = 24  # articles; a run in more of them is boilerplate
_MOST_PARTNERS = 4
_NEWS_DAYS = timedelta(days=3)
_QUOTED = regex(r'"([^"\n]{24,2000})"?')
_WORD = regex(r"[^\W_]+(?:['.-][^\W_]+)*")

Run = int  # the words' digest, 64 bits: among a million articles with fifty runs each two differ by it all the same


class SharedQuote(NamedTuple):
    """Words that an article quotes and another one has too: the other's index, the words as quoted, how many runs."""

    other: int
    words: str
    runs: int


def find_shared_quotes(
    asked: Mapping[int, Mapping[Run, str]], told: Iterable[tuple[int, tuple[Run, ...]]], days: Mapping[int, date]
) -> Mapping[int, tuple[SharedQuote, ...]]:
    """For the asking articles, by index: the dated ones that share a quote of their news, most shared runs first.

    asked: the runs of those that ask, with their words; told: the dated ones in order, with their runs; days: theirs.
    """
    wanted = {run for runs in asked.values() for run in runs}
    news = {run: others for run, others in find_holders(wanted, told).items() if _is_news(others, days)}
    return {index: _partners(runs, news) for index, runs in asked.items()}


def find_holders(wanted: set[int], told: Iterable[tuple[int, tuple[int, ...]]]) -> dict[int, list[int]]:
    """Which articles, by index and in order, hold each digest that is wanted."""
    holders: dict[int, list[int]] = defaultdict(list)
    for index, digests in told:
        for each in wanted.intersection(digests):
            holders[each].append(index)
    return holders


def _is_news(holders: Sequence[int], days: Mapping[int, date]) -> bool:
    """Words quoted on days far apart are recalled or a phrase of everyone's: they date nothing."""
    told = [days[index] for index in holders]
    return len(told) <= _COMMONEST and max(told) - min(told) <= _NEWS_DAYS


def _partners(runs: Mapping[Run, str], holders: Mapping[Run, list[int]]) -> tuple[SharedQuote, ...]:
    counts: Counter[int] = Counter()
    first: dict[int, str] = {}
    for run, words in runs.items():
        for other in holders.get(run, ()):
            counts[other] += 1
            first.setdefault(other, words)
    close = [other for other, runs in counts.items() if runs >= _FEWEST_RUNS]
    best = sorted(close, key=lambda other: (-counts[other], other))[:_MOST_PARTNERS]
    return tuple(SharedQuote(other, first[other], counts[other]) for other in best)


def quoted_runs(body: str) -> Iterator[tuple[Run, str]]:
    """Every run of words inside quotation marks, whatever their capitals, with the words from there on as written."""
    for quote in _QUOTED.finditer(fold(body)):
        found = list(_WORD.finditer(quote[1]))
        keys = [match[0].casefold() for match in found]
        for index in range(len(keys) - RUN + 1):
            start = quote.start(1) + found[index].start()
            end = quote.start(1) + found[index + RUN - 1].end()
            yield digest(keys[index : index + RUN]), body[start:end]


def digest(words: Sequence[str]) -> int:
    """64 bits that stand for these words."""
    return int.from_bytes(hashlib.blake2b("\0".join(words).encode("utf-8", "replace"), digest_size=8).digest(), "big")
