"""The articles by their number, of a long timeline: those without a day wait here, the seed of any other is read again.

Few others are asked for, those that could date one of these; to hold them all would take the memory of all texts.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path, PurePosixPath
from typing import Protocol

from generator.articles.metadata import read_article
from generator.articles.seeds import Listed, Seed, clip, load_seeds
from generator.model import Article
from generator.problems import Problems
from generator.saving import ChangedError
from generator.workers.spool import Spool

LATEST = 64  # articles at hand: one may be asked for several times in a row


def read_article_of(seed: Seed, problems: Problems) -> Article | None:
    """The article in a seed; None, and a problem, where it is none."""
    clipping = clip(seed, problems)
    article = read_article(clipping, problems) if clipping else None
    return article if article and article.body else None


class Articles(Protocol):
    """All articles by their number; few are asked for."""

    def __getitem__(self, index: int, /) -> Article: ...


class Archive:
    """Articles in the order in which they were added."""

    def __init__(self, root: Path, listed: Iterable[Listed]) -> None:
        self._root, self._listed = root, {each.name: each for each in listed}
        self._names: list[str] = []
        self._waiting, self._places = Spool(Article), dict[int, int]()
        self._again = lru_cache(maxsize=LATEST)(self._read_again)

    def add(self, seed: str, undated: Article | None) -> None:
        """The next article: its seed, and itself where it has no day."""
        if undated:
            self._places[len(self._names)] = len(self._waiting)
            self._waiting.append(undated)
        self._names.append(PurePosixPath(seed).name)

    @property
    def undated(self) -> int:
        """How many have no day."""
        return len(self._waiting)

    def __getitem__(self, index: int) -> Article:
        place = self._places.get(index)
        return self._again(index) if place is None else self._waiting[place]

    def _read_again(self, index: int) -> Article:
        ignored = Problems()  # they were told when it was read first
        for seed in load_seeds(self._root, [self._listed[self._names[index]]], ignored):
            article = read_article_of(seed, ignored)
            if article:
                return article
        raise ChangedError(f"seeds/{self._names[index]}")
