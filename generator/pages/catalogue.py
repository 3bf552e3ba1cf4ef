"""The interface's words, one table per language; dates and numbers come from Babel's tables for the same language.

A key with "|" holds singular and plural, chosen by `n`. A language is added by adding its table: a test holds every
table to the English keys and placeholders.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, TypeAlias

from generator import cache, compiled
from generator.pages.german import GERMAN

if TYPE_CHECKING:
    from babel import Locale

ENGLISH: Mapping[str, str] = {
    # every page
    "skip": "Skip to the content",
    "site-pages": "Site",
    "page-timeline": "Timeline",
    "page-sources": "Sources",
    "page-corrections": "Corrections",
    "page-about": "How this is made",
    "downloads": "Take it with you",
    "feed": "Feed",
    "download-json": "JSON",
    "download-csv": "CSV",
    "download-ics": "Calendar",
    "download-bib": "BibTeX",
    "download-csl": "CSL-JSON",
    "download-timelinejs": "TimelineJS",
    "download-jsonfeed": "JSON Feed",
    "licence": "Licence: {licence}",
    "back": "Back to the timeline",
    # the timeline's head
    "fact-events": "Events",
    "fact-articles": "Articles",
    "fact-outlets": "Outlets",
    "fact-span": "Span",
    "fact-newest": "Newest article",
    "fact-several": "With several sources",
    "fact-differ": "Where sources differ",
    "fact-checked": "Checked by a person",
    "fact-corrections": "Corrections",
    "thousands": ",",
    "of": "{n} of {all}",
    "key-events": "Reported most",
    "strip": "Events over time",
    "strip-break-days": "{n} day|{n} days",
    "strip-break": "{n} month|{n} months",
    "strip-break-years": "{n} year|{n} years",
    "strip-void": "without events",
    "meeting": "meeting {when}",
    "strip-legend": "Each dot is an event:",
    "strip-legend-bars": "Each bar counts events:",
    "count-events": "{n} event|{n} events",
    "count-articles": "{n} article|{n} articles",
    "no-events": "No events yet. Put an article into seeds/ and build again.",
    "no-events-found": "No event was found in the articles so far.",
    "no-articles": "No articles yet.",
    "later-pages": "The whole timeline, by year",
    "earlier": "Earlier",
    "later": "Later",
    # an event
    "happened": "Happened",
    "statement": "Said",
    "claim": "Claimed",
    "expected": "Expected",
    "undated": "Undated",
    "sources": "Sources",
    "archived": "archived {when}",
    "on-our-page": "our\u00a0page",
    "more-sentences": "· {n} more sentence|· {n} more sentences",
    "also-published": "also published by",
    "differ": "Sources differ",
    "field-date": "on the date",
    "field-status": "on what it is",
    "field-speaker": "on who said it",
    "field-other": "on “{field}”",
    "outcome": "What came of it:",
    "outcome-of": "Was expected:",
    "no-outcome": "No report of the outcome in these articles.",
    "still-ahead": "Still ahead when the newest article appeared, {when}.",
    "why": "Why this date?",
    "unsure": "– not yet sure",
    "why-words": "The words",
    "why-read": "Read as",
    "why-from": "Counted from",
    "why-value": "Recorded as",
    "why-also": "Could also be",
    "why-review": "Unsure because",
    "why-checked": "Checked",
    "why-unchecked": "by no person yet",
    "why-none": "No date stands in the sentence or near it; the event is left undated.",
    "why-editor": "Set by an editor; no words of the text are recorded for it.",
    "edit": "Edit this event",
    "report": "Report an error",
    "where": "paragraph\u00a0{n}",
    "merged": "Why these are one event",
    "on-timeline": "See it on the timeline",
    "cite": "Cite this event",
    "history": "Corrections",
    "previous": "Before",
    "next": "After",
    "moved": "This event moved",
    "moved-to": "It is now part of: {heading}",
    # articles and sources
    "article": "Article",
    "read-original": "Read the article at {outlet}",
    "no-address": "No address is known for this article.",
    "published": "Published",
    "published-unknown": "day unknown",
    "published-basis": "How we know",
    "byline": "By",
    "archive": "Archive copy",
    "outlet-unknown": "Outlet unknown",
    "language": "Language",
    "seed": "Kept as",
    "same-text": "Same text at",
    "same-text-as": "the same text as at {outlets}; counted once",
    "quoted": "What the timeline quotes",
    "nothing-quoted": "The timeline quotes nothing of this article.",
    "left-out": "Dated sentences not used",
    "full-text": "The article",
    "short-quotes": "Only short quotations are shown.",
    "whole-article": "The whole stands at its publisher’s, at the link above.",
    "sources-by-year": "All articles, by when they appeared",
    "sources-lead": "Every line of the timeline comes from one of these articles.",
    # corrections
    "corrections-lead": "What was changed after it was published, and why. The feed carries these too.",
    "no-corrections": "Nothing has been corrected so far.",
    "correction-day": "When",
    "correction-where": "Where",
    "correction-what": "What",
    "correction-why": "Why",
    # 404
    "not-found": "Page not found",
    "not-found-lead": "There is no page at this address. Events keep their addresses; the link may be cut off.",
    # finder
    "find": "Find in the timeline",
    "find-text": "Words",
    "find-status": "Kind",
    "find-outlet": "Outlet",
    "find-several": "several sources only",
    "find-any": "any",
    "find-clear": "Clear",
    "find-missing": "The search index could not be loaded. Opened from a disk, browsers don’t allow it.",
    "find-found": "{n} of {all} events",
    # dates: {d} day, {m} month, {y} year, {w} weekday, {a} and {b} the two ends
    "date-dm": "{d} {m}",
    "date-my": "{m} {y}",
    "date-range": "{a} – {b}",
    "date-range-tight": "{a}–{b}",
    "date-week": "week of",
    "date-by": "by",
    "date-from": "from",
    "date-about": "about {a}",
    "date-unsure": "{a}, uncertain",
    "date-about-unsure": "about {a}, uncertain",
    "date-bc": "{y} BC",
    "date-decade": "{y}s",
    "date-time": "{a}, {time}",
    "precision-week": "a week",
    "precision-month": "month only",
    "precision-season": "season only",
    "precision-quarter": "quarter only",
    "precision-half": "part of a year",
    "precision-year": "year only",
    "precision-decade": "decade only",
    "precision-century": "century only",
    "precision-by": "on or before",
    "precision-from": "on or after",
    "season-21": "spring {y}",
    "season-22": "summer {y}",
    "season-23": "autumn {y}",
    "season-24": "winter {y}",
    "season-33": "first quarter of {y}",
    "season-34": "second quarter of {y}",
    "season-35": "third quarter of {y}",
    "season-36": "fourth quarter of {y}",
    "season-37": "first third of {y}",
    "season-38": "second third of {y}",
    "season-39": "last third of {y}",
    "season-40": "first half of {y}",
    "season-41": "second half of {y}",
}

CATALOGUES: Mapping[str, Mapping[str, str]] = {"de": GERMAN, "en": ENGLISH}
# The English of the pages is written day before month.
# kind → number (months from 1, weekdays from Monday as 0) or code → name
Names: TypeAlias = dict[str, dict[str, str]]
LOCALES: Mapping[str, str] = {"en": "en_GB"}
RIGHT_TO_LEFT = frozenset({"ar", "dv", "fa", "he", "ku", "ps", "sd", "ug", "ur", "yi"})


class Words:
    """The interface in one language; call it with a key and the values its text names."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._texts = CATALOGUES[language]

    def __call__(self, key: str, **values: object) -> str:
        """The words for a key; `n` chooses between singular and plural and is written the language's way."""
        text = self._texts[key]
        if not values and "{" not in text and "|" not in text:
            return text
        singular, bar, plural = text.partition("|")
        if bar:
            text = singular if values.get("n") == 1 else plural
        return text.format(**{k: self.number(v) if isinstance(v, int) else v for k, v in values.items()})

    def number(self, value: int) -> str:
        """A whole number with the language's separators."""
        return f"{value:,}".replace(",", self._texts["thousands"])

    @property
    def names(self) -> Names:
        """What months, weekdays and languages are called, after Babel's tables."""
        return _names(LOCALES.get(self.language, self.language))


def words_for(language: str) -> Words:
    """The words of a language, or of English where no table has it."""
    base = language.split("-")[0].lower()
    return _words(base if base in CATALOGUES else "en")


_words = lru_cache(maxsize=8)(Words)


def direction(language: str) -> str:
    """The value of the dir attribute for text of this language."""
    return "rtl" if language.split("-")[0].lower() in RIGHT_TO_LEFT else "ltr"


@lru_cache(maxsize=8)
def _names(locale: str) -> Names:
    """The names of one locale. They are kept as Babel gave them: loading its tables takes longer than using them."""
    babel = next((name for name in cache.surroundings() if name.lower().startswith("babel-")), "")
    kept: dict[str, Names] = {key: names for key, names in compiled.read("names").items() if key.endswith(babel)}
    key = f"{locale} {babel}"
    if key not in kept:
        kept[key] = _read_names(_locale(locale))
        compiled.write("names", kept)
    return kept[key]


def _read_names(locale: Locale) -> Names:
    months, days = locale.months["format"], locale.days["format"]
    return {
        "months": {str(number): str(name) for number, name in months["wide"].items()},
        "months-abbreviated": {str(number): str(name) for number, name in months["abbreviated"].items()},
        "weekdays-abbreviated": {str(number): str(name) for number, name in days["abbreviated"].items()},
        "languages": {str(code): str(name) for code, name in locale.languages.items()},
    }


@lru_cache(maxsize=8)
def _locale(name: str) -> Locale:
    # babel is heavy and only wanted once pages are made
    from babel import Locale

    return Locale.parse(name)
