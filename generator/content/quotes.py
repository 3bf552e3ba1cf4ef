"""Where a quote stands in the body of its article."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from generator.content.kinds import cite
from generator.text import Span, fold, paragraphs

SHORTEST_CLUE = 8  # characters in common below which pointing at them would mislead


class QuoteFinder:
    """Finds the quotes of one article in its body, each occurrence of the same words once before any twice."""

    def __init__(self, body: str) -> None:
        self.body = body
        self._starts = [paragraph.start for paragraph in paragraphs(body)]
        self._searches: dict[str, Iterator[Span]] = {}
        self._latest: dict[str, Span] = {}

    def find(self, quote: str) -> Span | None:
        """The next occurrence of the words, or else their last; None when the body has no such words."""
        if quote not in self._searches:
            self._searches[quote] = self._occurrences(quote)
        span = next(self._searches[quote], None)
        if span:
            self._latest[quote] = span
        return self._latest.get(quote)

    def paragraph(self, offset: int) -> int:
        """The 1-based number of the paragraph that holds an offset."""
        return max(1, bisect_right(self._starts, offset))

    def clue(self, quote: str) -> str:
        """Where a quote that was not found departs from the body, for the message about it."""
        body, wanted = fold(self.body), fold(quote)
        low, high = 0, len(wanted)
        while low < high:
            middle = (low + high + 1) // 2
            low, high = (middle, high) if wanted[:middle] in body else (low, middle - 1)
        if low < SHORTEST_CLUE:
            return "copy the exact words from below the front matter"
        parting = body.index(wanted[:low]) + low
        start = self.body.rfind(" ", 0, max(0, parting - 30)) + 1
        end = self.body.find(" ", parting + 30)
        return f"the text has {cite(self.body[start : end if end >= 0 else None])}: copy its exact words"

    def _occurrences(self, quote: str) -> Iterator[Span]:
        start = self.body.find(quote)
        while start >= 0:
            yield Span(start, start + len(quote))
            start = self.body.find(quote, start + len(quote))
