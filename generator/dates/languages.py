"""Texts in other languages: recognised as outside what the grammar reads, their dates in figures found all the same."""

from __future__ import annotations

import re

from generator.dates.tagger import find_timexes
from generator.timex import Timex

# the commonest English words that are rare in other languages written with the same letters
_ENGLISH = frozenset(
    """
    the of and to that with was for his by from which it this are is has had have said they
    """.split()
)
_WORD = r"[^\W\d_]+"
_SAMPLE = 20_000  # characters that are enough to tell
ENOUGH_WORDS = 20  # fewer tell nothing
ENGLISH_SHARE = 0.08  # of the words; English news has a quarter, French or German news a hundredth
FIGURES = frozenset({"date-iso", "date-iso-slashes", "date-slashes", "date-dots"})


def is_english(text: str) -> bool:
    """Whether the text is English, or too short to tell."""
    words = [word.lower() for word in re.findall(_WORD, text[:_SAMPLE])]
    if len(words) < ENOUGH_WORDS:
        return True
    return sum(word in _ENGLISH for word in words) >= ENGLISH_SHARE * len(words)


def find_dates_in_figures(text: str) -> tuple[Timex, ...]:
    """The full dates in figures ("2023-06-14", "14.06.2023"), which mean the same in every language."""
    return tuple(timex for timex in find_timexes(text, None) if timex.rule in FIGURES)
