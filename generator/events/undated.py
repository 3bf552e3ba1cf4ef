"""A text without its dates, for headings: the day stands beside them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.compiled import regex
from generator.events.verbs import find_form
from generator.lexicon import MEETING_NOUN
from generator.text import Span

_CARRIES_DATE = regex(
    rf"(?:(?:,\s*|\s+|^)(?:at|during|in)\s+(?:a|an|the)\s+(?:[\w-]+\s+){{0,2}}{MEETING_NOUN}(?=\s+on\b))?"
    r"(?:,\s*|\s+|^)(?:(?:back|late|early|so\s+far)\s+)?(?:(?:on|in|at|by|during|since|until|over|at\s+the\s+end\s+of|as\s+of)\s+(?:the\s+|about\s+|around\s+)?)?"
    r"(?:(?:late|early|so\s+far)\s+)?$",
    re.IGNORECASE,
)
_CLOCK = regex(r"\d{1,2}(?:[:.]\d\d)?\s?(?:[ap]\.?m\b|GMT|UTC)|\d{1,2}[:.]\d\d|noon\b|midnight\b")
_ABOUT = regex(r"(?:,\s*|\s+|^)(?:at\s+)?(?:(?:just|shortly|soon)\s+(?:before|after)|about|around)\s+$", re.IGNORECASE)
_REACH = 80  # characters in front of a date in which the words stand that carry or need it
_BEHIND_TIME = frozenset(
    "and but before after when while where that which who for from with into over during near since until "
    "amid because".split()
)
_BOUND_TO_DATE = frozenset({"since", "until", "by"})
# a date behind one of these can't go without leaving them in the air
_NEEDS_DATE = regex(
    r"\b(?:from|to|between|for|after|before|than|of|through|till|past|about|around|near|following|and|or|the|an?|at\s+(?:least|most)|only)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_COUNTED_ON = regex(r"^\s+(?:later|earlier|afterwards?)\b")  # "three years later" goes as one
_GOES_ON = regex(r"[’']s?\b|-|\s+(?:ended|ending)\s+[A-Z]")  # "Monday’s vote", "the quarter ended Dec. 31"
_MORE_THAN = regex(r"\s+(?:(?:later|earlier|longer|sooner)\s+)?than\b")  # "five days later than planned"
_OPENS_CLAUSE = regex(r"\b(?:how|what|why)\s+(?:the\s+)?$")  # "how the week unfolded": its subject
_AS_SUBJECT = regex(r"\s+(?:was|is|were|are|saw|brought|marks|marked|will\s+(?:be|see|mark))\b")
# "the winter plan", "in the October talks": the date says which
_AS_ADJECTIVE = regex(
    r"(?:the|an?)\s+(?:[A-Z][a-z]+|spring|summer|autumn|winter|weekend|\d{4})\s+(?P<noun>[a-z]{3,})", re.ASCII
)
_LEFT_PARENTHESIS = regex(r"\s\(\s*(?:(?:\d{4}|\d{1,2}[:.]\d\d)\s)?(?:(?:GMT|UTC)\s?)?\)")  # of "(2158 GMT Tuesday)"
_JOINS_DATES = regex(r"\s*(?:,|–|-|\b(?:and|or|at|on)\b(?:\s+again)?(?:\s+(?:on|in)\b)?)?\s*")


def without_dates(text: str, dates: Sequence[Span]) -> str:
    """The text with each date expression taken out together with the words that carry it."""
    for start, end in reversed(_joined(text, dates)):
        is_clock = _CLOCK.match(text, start)
        carrier = (_ABOUT if is_clock else _CARRIES_DATE).search(text, max(0, start - _REACH), start)
        carrier = carrier or _CARRIES_DATE.search(text, max(0, start - _REACH), start)
        at = carrier.start() if carrier else start
        if _is_bound(text, start, end) or text[at:start].strip().lower() in _BOUND_TO_DATE:
            continue
        if _NEEDS_DATE.search(text, max(0, at - _REACH), at + 1):
            continue
        after = _COUNTED_ON.sub("", text[end:], count=1).lstrip()
        if text[at : at + 1] == ",":
            after = after.removeprefix(",").lstrip()
        if at == 0 or text[:at].rstrip().endswith(("that", "said", "—", "–", " -")):
            after = after.lstrip(" ,")
        text = text[:at] + (" " if at else "") + after
    return regex(r"\s+([,.;])").sub(r"\1", _LEFT_PARENTHESIS.sub("", text))


def _joined(text: str, dates: Sequence[Span]) -> list[Span]:
    """The dates in order, "Monday and Tuesday" and "6pm on Friday" as one."""
    joined: list[Span] = []
    for start, end in sorted(dates):
        is_free = not (_is_adjective(text, start) or _MORE_THAN.match(text, end))
        if joined and is_free and _JOINS_DATES.fullmatch(text, joined[-1].end, start):
            joined[-1] = Span(joined[-1].start, end)
        else:
            joined.append(Span(start, end))
    return joined


def _is_bound(text: str, start: int, end: int) -> bool:
    """ "Monday’s vote", "a day after the vote", "Last April was hot": the words around it need the date."""
    if not text[:start].strip() and _AS_SUBJECT.match(text, end):
        return True
    if _MORE_THAN.match(text, end) or _OPENS_CLAUSE.search(text, max(0, start - _REACH), start):
        return True
    if _GOES_ON.match(text, end) or _is_adjective(text, start):
        return True
    if text[start:end].endswith((" before", " after")) and text[end:].strip(" .,"):
        return True  # "a day after he left"
    counted = not _CLOCK.match(text, start) and regex(r"(?:an?|one|two|three|four|five|six|\d+)\b").match(
        text[start:end]
    )
    return bool(counted and regex(r"\s+(?:before|after|ahead)\b").match(text[end:]))


def _is_adjective(text: str, start: int) -> bool:
    at = start - len("the ") if text.startswith("the ", max(0, start - len("the "))) else start
    found = _AS_ADJECTIVE.match(text, at)
    return bool(found and find_form(found["noun"]) not in ("auxiliary", "past") and found["noun"] not in _BEHIND_TIME)
