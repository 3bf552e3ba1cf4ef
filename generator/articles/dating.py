"""Publication days that no page states, inferred from evidence inside the articles and listed for review."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from generator import edtf
from generator.articles.agreement import fit_day, share, tell_days
from generator.articles.archive import Articles
from generator.articles.contradictions import HORIZON, contradicts
from generator.articles.evidence import (
    Told,
    dateline_day,
    english_day,
    fit_anniversary,
    told_day,
)
from generator.articles.facts import Fact, Key, find_facts, find_shared_facts
from generator.articles.pictures import Pictured, caption_days, news_told
from generator.articles.quotes import SharedQuote, find_shared_quotes, quoted_runs
from generator.articles.vocabulary import WEEKDAYS
from generator.model import Article
from generator.problems import Problems

MEND = "write `published` in seeds/sources.yaml where you know better"
_PLANS = timedelta(days=3650)  # ahead of a day that figures surely tell; pictures may be older than the plan
_SAME_NEWS = timedelta(days=1)  # outlets tell the same words on the same day or the next


Holders = Mapping[Key, Sequence[int]]  # the dated articles that tell a fact, by index


class Finding(NamedTuple):
    """What the evidence says: a day, None where it contradicts itself, and the evidence in words."""

    day: date | None
    evidence: str
    exact: bool = False


class Clues(NamedTuple):
    """What one article contributes: its day, as EDTF, or what its own words say of it, its quotes and its facts.

    runs, facts: their digests (see quotes.py, facts.py).
    """

    published: str | None
    own: Finding | None
    runs: tuple[int, ...]
    facts: tuple[int, ...]


def find_clues(article: Article) -> Clues:
    """The clues of one article."""
    own = None if article.published else _by_own_words(article)
    runs = dict.fromkeys(run for run, _ in quoted_runs(article.body))
    return Clues(article.published, own, tuple(runs), tuple({fact.key: 1 for fact in find_facts(article.body)}))


def date_undated(articles: Articles, clues: Sequence[Clues], problems: Problems) -> Iterator[Article]:
    """The articles without a day, in their order, dated where the evidence allows it; a warning for each.

    clues: of each article, by its number.
    """
    for index, finding in _find_days(articles, clues).items():
        article = _dated(articles[index], finding)
        _report(article, finding, problems)
        yield article


def _find_days(articles: Articles, clues: Sequence[Clues]) -> dict[int, Finding | None]:
    """What the evidence says of each article without a day, by its index."""
    asked = [index for index, each in enumerate(clues) if not each.published]
    told = {index: day for index, each in enumerate(clues) if (day := _day(each.published))}
    findings = {index: clues[index].own for index in asked}
    for find in (_find_by_quotes, _find_by_facts):
        days = told | {index: day for index, found in findings.items() if (day := _day_found(found))}
        dated = _Dated(articles, clues, days, dict(findings))
        findings |= {index: found for index, found in find(asked, dated) if found}
    return findings


class _Dated(NamedTuple):
    """All articles and their clues, and the days of those that tell one or that evidence was found for, by index."""

    articles: Articles
    clues: Sequence[Clues]
    days: Mapping[int, date]
    findings: Mapping[int, Finding | None]

    def article(self, index: int) -> Article:
        """One of them, with its day where evidence was found."""
        return _dated(self.articles[index], self.findings.get(index))


def _find_by_quotes(asked: Sequence[int], dated: _Dated) -> Iterator[tuple[int, Finding | None]]:
    """What the quotes say that an article shares with dated ones."""
    runs = {index: dict(quoted_runs(dated.articles[index].body)) for index in asked if index not in dated.days}
    if any(runs.values()):
        told = ((index, dated.clues[index].runs) for index in dated.days)
        for index, quotes in find_shared_quotes(runs, told, dated.days).items():
            others = {quote.other: dated.article(quote.other) for quote in quotes}
            yield index, _by_quotes(dated.articles[index], quotes, others)


def _find_by_facts(asked: Sequence[int], dated: _Dated) -> Iterator[tuple[int, Finding | None]]:
    """What the facts say that an article shares with dated ones."""
    facts = {index: tuple(find_facts(dated.articles[index].body)) for index in asked}
    if any(facts.values()):
        shared = find_shared_facts(facts, ((index, dated.clues[index].facts) for index in dated.days))
        for index in asked:
            others = {fact.key: [each for each in shared.get(fact.key, ()) if each != index] for fact in facts[index]}
            holders = {key: held for key, held in others.items() if held}
            if holders:
                yield index, _by_facts(dated.articles[index], facts[index], holders, dated, index)


def _by_own_words(article: Article) -> Finding | None:
    return _by_dateline(article) or _by_captions(article)


def _by_dateline(article: Article) -> Finding | None:
    found = dateline_day(article)
    if not found:
        return None
    dateline, full = found
    return Finding(dateline.day, f"the dateline says “{dateline.words}”, and “{full}” gives the year", True)


def _by_captions(article: Article) -> Finding | None:
    """The latest caption whose day is the one the lede tells as a weekday, or shortly before it."""
    captions = caption_days(article)
    for caption in captions:
        if news := news_told(article, caption):
            which = "that day" if news.day == caption.day else english_day(news.day)
            evidence = f"{_says(caption)}, and “{news.words}” in the text is {which}"
            return _unless_contradicted(article, news.day, evidence, news)
    told = told_day(article, captions[0].day) if captions else None
    return Finding(None, f"{_says(captions[0])}, but the text tells its news “{told.words}”") if told else None


def _by_quotes(article: Article, quotes: Sequence[SharedQuote], articles: Mapping[int, Article]) -> Finding | None:
    """The day of the news in dated articles that quote the same words, where its own weekday is that day."""
    findings = [found for quote in quotes if (found := _by_quote(article, quote, articles))]
    days = sorted({finding.day for finding in findings if finding.day})
    if days and days[-1] - days[0] > _SAME_NEWS:
        return Finding(None, f"quotes it shares put it on {' and on '.join(map(english_day, days))}")
    return next((finding for finding in findings if finding.day), findings[0] if findings else None)


def _by_quote(article: Article, quote: SharedQuote, articles: Mapping[int, Article]) -> Finding | None:
    other = articles[quote.other]
    published = _day(other.published)
    told = told_day(article, published) if published else None
    if not published or not told:
        return None
    evidence = f"it quotes the words “{quote.words} …” like {_name(other)}"
    if abs(told.day - published) > _SAME_NEWS:
        return Finding(None, f"{evidence}, but tells its news “{told.words}”")
    evidence += f", and “{told.words}” is {english_day(told.day)}"
    if jubilee := fit_anniversary(article, told.day, [other]):
        evidence += f"; “{jubilee[0]}” fits {english_day(jubilee[1].day)}"
    return _unless_contradicted(article, told.day, evidence, told)


def _by_facts(article: Article, facts: Sequence[Fact], holders: Holders, dated: _Dated, index: int) -> Finding | None:
    """The day on which the figures that dated articles give too fit what those tell of them.

    None too where other evidence gives a day that they fit.
    """
    before, shared = dated.findings.get(index), share(article, facts, _days_of_facts(holders, dated))
    day = _day_found(before)
    if not shared or (day and all(each.read(day) for each in shared)):
        return None
    fit = fit_day(article, shared)
    if fit and (not day or abs(fit.day - day) <= _SAME_NEWS):
        evidence = f"{_like(fit.fact, holders, dated)}, “{fit.news.words}” is {english_day(fit.news.day)}"
        found = _unless_contradicted(article, fit.day, f"{evidence}, and other figures fit that", fit.news, _PLANS)
        return found._replace(exact=fit.exact)
    if before and day and not any(each.read(day) for each in shared):
        evidence = f"{before.evidence}; but {_like(shared[0].facts[0], holders, dated)}, of another day"
        return Finding(None, evidence)
    return None


def _like(fact: Fact, holders: Holders, dated: _Dated) -> str:
    return f"it tells of {fact.figure} and {fact.name} like {_name(dated.article(holders[fact.key][0]))}"


def _days_of_facts(holders: Holders, dated: _Dated) -> Mapping[int, set[date]]:
    """The days that dated articles tell of each fact."""
    days: defaultdict[int, set[date]] = defaultdict(set)
    for other in sorted({other for others in holders.values() for other in others}):
        article = dated.article(other)
        for key, day in tell_days(article, tuple(find_facts(article.body)), holders.keys()):
            days[key].add(day)
    return days


def _name(article: Article) -> str:
    """An article as evidence names it: its outlet, or what else it is known by, and its day."""
    published = _day(article.published)
    named = article.outlet or article.title or article.seed
    return f"{named} of {english_day(published)}" if published else named


def _unless_contradicted(article: Article, day: date, evidence: str, told: Told, plans: timedelta = HORIZON) -> Finding:
    """The day, or a contradiction where the text tells what cannot be told on it.

    Exact where the lede's own weekday is that day: its other weekdays count from it, even if it appeared a day later.
    """
    words = contradicts(article.body, day, plans)
    if words:
        return Finding(None, f"{evidence}, but the text tells of “{words}”")
    return Finding(day, evidence, exact=told.words.lower() in WEEKDAYS)


def _says(caption: Pictured) -> str:
    return f"{caption.words} is of {english_day(caption.day)}"


def _day(published: str | None) -> date | None:
    value = edtf.parse(published) if published else None
    return value.first_day if value and value.is_day else None


def _day_found(finding: Finding | None) -> date | None:
    return finding.day if finding else None


def _dated(article: Article, finding: Finding | None) -> Article:
    if not finding or not finding.day:
        return article
    basis = f"inferred: {finding.evidence}"
    return article._replace(published=finding.day.isoformat(), published_basis=basis, published_exact=finding.exact)


def _report(article: Article, finding: Finding | None, problems: Problems) -> None:
    """List an inferred day, or the lack of one, for review."""
    if not finding:
        what = "has no publication day, and nothing in it tells one"
    elif finding.day:
        what = f"has no publication day; {article.published} was inferred: {finding.evidence}"
    else:
        what = f"has no publication day, and what could tell it disagrees: {finding.evidence}"
    problems.add(article.seed, 0, what, MEND, warning=True)
