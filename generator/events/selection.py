"""What of a news article is context and no entry: history of places and firms, statistics, plans without an actor."""

from __future__ import annotations

import re
from datetime import timedelta

from generator import edtf
from generator.compiled import regex
from generator.events.drafts import Draft
from generator.events.sharing import JOINED
from generator.model import Basis

OLD_YEARS = 2  # a founding told with its year is history once it lies this far behind the article
PLAN = "context: a plan that names nobody"
FIGURES = "context: figures for a stretch of time"
COMPARISON = "context: an earlier time, to compare with"
SILENCE = "context: nobody says anything"
HISTORY = "context: history, told with its date"
_ORIGIN = regex(
    r"\b(?:was|were|is|are|has\s+been|been)?\s*(?:founded|built|established|born|incorporated|erected|dat(?:es|ed|ing)\s+(?:from|back)|"
    r"opened\s+its\s+doors|set\s+up)\b"
)
# steps of somebody's life, told beside the news of today
_CAREER = regex(
    r"\b(?:took\s+(?:charge|over|office)|joined|served\s+as|worked\s+(?:as|for)|studied|graduated|grew\s+up|"
    r"was\s+(?:appointed|named|elected|hired|promoted))\b"
)
_BACKGROUND = frozenset({"when", "after", "before", "until"})  # "broke off when the pandemic began in 2020"
_SILENT = regex(
    r"\b(?:declin|refus)(?:e|es|ed)\s+to\s+comment\b|\bnot\s+(?:immediately\s+)?(?:respond|comment|reply)\b|\bbe\s+reached\b"
)
_SINCE = regex(r"\b(?:\w{2,}est|most|worst|best|first|only|no|not|never)\b[^,;]{0,80}?\bsince\b")
_RECORD = regex(
    r"(?:The|Its|Their)\s+(?:last|first|only|previous)\s+(?:such\s+)?(?:time|instance|occasion|case)\b"
    r"|.{0,120}\b(?:until|up\s+to|before)\s+now\b"
)
_STATISTICS = regex(
    r"\b(?:percent|per\s+cent|population|households|census|survey|poll|average|figures\s+show|statistics)\b|\d%",
    re.IGNORECASE,
)
_ACTOR = regex(r"(?<!^)(?<![.!?]\s)\b[A-ZÀ-Þ][\w’'-]+")
# what has its day in a calendar
_OCCASION = regex(
    r"\b(?:hearings?|trial|retrial|verdict|sentencing|inquest|inquiry|funeral|burial|memorial|service|ceremony|vote|votes"
    r"|ballots?|elections?|by-election|referendum|run-?off|strikes?|walkout|talks|negotiations|meetings?|meets?|summit"
    r"|conference|session|debate|launch|lift-?off|results|figures|minutes|ruling|decision|replay|final|opening|reopens?"
    r"|march|rally|protest|demonstration|parade|auction|festival|anniversary|deadline|sentenced|inaugurat\w+|sworn\s+in)\b"
)
_ONE_OF_MANY = regex(
    r"(?:it|they|he|she|we|this|that|(?:an?|another|the\s+next|more)\s+(?:[\w-]+\s+)?(?:hearings?|meetings?|services?|sessions?"
    r"|ceremony|conference|talks|rally|protest|demonstration))\b|.{0,120}\bwould\s+have\b",
    re.IGNORECASE,
)
# a first word with a capital that every first word has, in front of what somebody does
_SOMEBODY_ACTS = regex(
    r"(?:The\s+)?[A-Z][\w’'-]+(?:[’']s)?(?:,\s\d{1,3},)?\s+(?:[A-Z]|(?:will|is|are|plans?|reports?|votes?|meets?|hosts?|opens?"
    r"|closes?|launch(?:es)?|plays?|faces?|visits?|starts?|begins?|releases?|publish(?:es)?|strikes?|returns?)\b)"
)
_CALENDAR = regex(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Jan|Febr)uary|March|April|May|June|July|August|"
    r"(?:Septem|Octo|Novem|Decem)ber|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)"
)


def find_context(draft: Draft, published: str | None) -> str | None:
    """Why a dated clause only fills in the picture, None where it is news. What somebody says is never context."""
    if draft.is_statement or draft.date is None:
        return None
    words = draft.clause.masked
    if _SILENT.search(words):
        return SILENCE
    if draft.status == "expected":
        is_one_of_several = draft.clause.marker == JOINED  # told beside what the same subject does on another day
        is_told = is_one_of_several or _names_an_actor(words) or _is_occasion(words, edtf.parse(draft.date))
        return None if is_told else PLAN
    when = edtf.parse(draft.date)
    if _is_of_days(when):
        return None
    if _STATISTICS.search(words):
        return FIGURES
    if _is_compared_with(words, draft.basis):
        return COMPARISON
    if draft.clause.marker in _BACKGROUND and when.precision == "year" and not _names_an_actor(words):
        return HISTORY
    is_old = published is None or _years_before(when, published) >= OLD_YEARS
    return HISTORY if is_old and (_ORIGIN.search(words) or _CAREER.search(words)) else None


def _is_of_days(when: edtf.Edtf) -> bool:
    """A day or some days, a week at most: what is told of them is told for its own sake."""
    return bool(when.first_day and when.last_day and when.last_day - when.first_day < timedelta(days=7))


def _is_occasion(words: str, when: edtf.Edtf) -> bool:
    """ "The funeral will be held on Nov. 9": it is known by what it is and its day, whoever comes.

    "A public meeting is planned" is one of many, and so is whatever "it" does.
    """
    return _is_of_days(when) and bool(_OCCASION.search(words)) and not _ONE_OF_MANY.match(words)


def _is_compared_with(words: str, basis: Basis | None) -> bool:
    """ "the strongest since Leslie in October 2018", "has recorded none since 1994", "the last time was in 1979"."""
    if _RECORD.match(words):
        return True
    compared = _SINCE.search(words)
    return bool(compared and basis and basis.words and basis.words in words[compared.end() :])


def _names_an_actor(words: str) -> bool:
    return any(not _CALENDAR.fullmatch(name.rstrip(".")) for name in _ACTOR.findall(words)) or bool(
        _SOMEBODY_ACTS.match(words) and not regex(r"(?:The|A|An|This|Its|His|Her|Their|Work)\s+[a-z]").match(words)
    )


def _years_before(when: edtf.Edtf, published: str | None) -> int:
    day = edtf.parse(published).first if published else None
    return day[0] - when.last[0] if day and when.last else 0
