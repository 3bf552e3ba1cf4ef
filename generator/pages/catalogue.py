"""The interface's words, one table per language; dates and numbers come from Babel's tables for the same language.

A key with "|" holds singular and plural, chosen by `n`. A language is added by adding its table: a test holds every
table to the English keys and placeholders.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, TypeAlias

from generator import cache, compiled
from generator.pages.english import ENGLISH
from generator.pages.german import GERMAN

if TYPE_CHECKING:
    from babel import Locale

CATALOGUES: Mapping[str, Mapping[str, str]] = {"de": GERMAN, "en": ENGLISH}
# kind → number (months from 1, weekdays from Monday as 0) or code → name
Names: TypeAlias = dict[str, dict[str, str]]
# The English of the pages is written day before month.
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
