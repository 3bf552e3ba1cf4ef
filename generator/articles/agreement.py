"""The day an article appeared, where facts that it shares with dated articles fit together on it."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence, Set
from datetime import date, timedelta
from typing import NamedTuple

from generator.articles.evidence import Told, days_told, lede_of
from generator.articles.facts import Fact, Key
from generator.model import Article
from generator.text import Span

_LATEST = 6  # days after its news that an article still calls it by the weekday
_ANY_DAY = "2000-01-01"  # read as of any day, a sentence tells one or not
_FEWEST = 3  # shared facts in sentences with a day; a figure with one name may be another story's


class Shared(NamedTuple):
    """A dated sentence with facts that dated articles tell too, and the days they tell of them."""

    words: str
    facts: tuple[Fact, ...]
    days: frozenset[date]

    def read(self, day: date) -> Told | None:
        """What the sentence tells of those days when it is read in an article of the given one."""
        told = days_told(self.words, day.isoformat(), exact=True)
        return next((each for each in told if each.day in self.days), None)


class Fit(NamedTuple):
    """The day that fits, the day of the news as the lede tells it, and the fact by which the news is known.

    exact: no other day fits.
    """

    day: date
    news: Told
    fact: Fact
    exact: bool


def tell_days(article: Article, facts: Sequence[Fact], keys: Set[Key]) -> Iterator[tuple[Key, date]]:
    """The days in the sentences of a dated article that hold these facts."""
    for fact in facts:
        if fact.key in keys:
            words = article.body[slice(*fact.sentence)]
            for told in days_told(words, article.published, exact=article.published_exact):
                yield fact.key, told.day


def share(article: Article, facts: Sequence[Fact], days: Mapping[Key, Collection[date]]) -> list[Shared]:
    """The sentences with a day of their own and a fact whose days are known, in order.

    Empty where the facts are too few. days: what dated articles tell of each fact.
    """
    found: defaultdict[Span, list[Fact]] = defaultdict(list)
    for fact in facts:
        if fact.key in days:
            found[fact.sentence].append(fact)
    shared = (
        Shared(article.body[slice(*span)], tuple(known), frozenset(day for fact in known for day in days[fact.key]))
        for span, known in found.items()
    )
    dated = [each for each in shared if any(days_told(each.words, _ANY_DAY, exact=True))]
    return dated if sum(len(each.facts) for each in dated) >= _FEWEST else []


def fit_day(article: Article, shared: Sequence[Shared]) -> Fit | None:
    """The first day on which every shared sentence tells a day that dated articles tell of it too.

    None where no day fits them all, or several do; a lede without such a sentence leaves only words that fit one day
    ("three days ago").
    """
    lede = len(lede_of(article.body))
    first = [each for each in shared if each.facts[0].sentence.end <= lede][:1]
    fits = [fit for each in first or shared for news in sorted(each.days) if (fit := _fit(each, shared, news))]
    fits = fits if first else [fit for fit in fits if fit.exact]
    return fits[0] if len({fit.day for fit in fits}) == 1 else None


def _fit(first: Shared, shared: Sequence[Shared], news: date) -> Fit | None:
    """The first day from that of the news on which all can be read."""
    days = [news + timedelta(days=wait) for wait in range(_LATEST + 1)]
    fitting = [day for day in days if all(each.read(day) for each in shared)]
    told = first.read(fitting[0]) if fitting else None
    return Fit(fitting[0], told, first.facts[0], len(fitting) == 1) if told and told.day == news else None
