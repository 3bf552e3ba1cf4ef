"""Headings: at most 90 characters cut from the article's own words, never in mid-phrase, never a changed meaning."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.events.sentences import quoted_spans
from generator.events.vocabulary import LEAD_INS, REPORTING, TRAILING_CLAUSE
from generator.text import Span, squeeze

LIMIT = 90
_DATE_PREPOSITION = re.compile(
    r"(?:,\s*|\s+|^)(?:(?:on|in|by|during|since|until|late|early|so\s+far|over|at\s+the\s+end\s+of|as\s+of)\s+)*$",
    re.IGNORECASE,
)
_TRAILING_ATTRIBUTION = re.compile(rf"[,”\"]\s*(?:[\w’'.-]+\s+){{1,8}}(?:{REPORTING})\b[^,“”\"]*[.,]?\s*$")
_TRAILING_PHRASE = re.compile(
    r"\s+(?:for|in|at|on|with|from|against|by|during|over|under|near|through|throughout)\s+\S[^,]*$"
)
_DANGLING = re.compile(
    r"[\s,;:—-]+(?:and|or|but|the|a|an|of|to|for|in|on|at|with|by|from|that|as|its|their|his|her|which|who|is|are|was|were|be|will|"
    r"would|has|have|had|not|more|very|such|than|into|about|between)$",
    re.IGNORECASE,
)


def cut_heading(text: str, dates: Sequence[Span]) -> str:
    """A heading out of a sentence or clause. dates: its date expressions, as characters of the text."""
    plain = squeeze(_without_dates(text, dates)).strip(" ,;:")
    plain = re.sub(rf"^(?:{LEAD_INS}[\s,]*)+", "", plain, flags=re.IGNORECASE)
    plain = re.sub(r"^(?:besides|in addition to|apart from)\s[^,]{3,80},\s*", "", plain, flags=re.IGNORECASE)
    plain = _shorten(plain.rstrip(" .,;:"))
    return _finish(plain)


def cut_quotation(text: str) -> str | None:
    """A heading out of what is quoted in a sentence, in quotation marks; None where only scraps are quoted."""
    spoken = [text[start:end].strip('“”"«» ,') for start, end in quoted_spans(text)]
    long_enough = [words for words in spoken if len(words.split()) >= 5]
    if not long_enough:
        return None
    first = re.split(r"(?<=[a-z]{2}[.!?])\s+(?=[A-Z])|(?<=[.!?])(?=[A-Z][a-z])|\s*…\s*", long_enough[0])
    best = next((part for part in first if len(part.split()) >= 5), first[0])
    return f"“{_finish(_shorten(best.rstrip(' .,;:')), keep_case=True)}”"


def _without_dates(text: str, dates: Sequence[Span]) -> str:
    """The text with each date expression taken out together with the preposition that carries it."""
    for start, end in sorted(dates, reverse=True):
        before = _DATE_PREPOSITION.search(text[:start])
        at = before.start() if before else start
        if re.match(r"[’']s?\b|-|\s+(?:before|after)\b", text[end:]) or text[at:start].strip().lower() in (
            "since",
            "until",
            "by",
        ):
            continue
        after = text[end:]
        if at == 0:
            after = after.lstrip(" ,")
        text = text[:at] + (" " if at else "") + after.lstrip()
    return re.sub(r"\s+([,.;])", r"\1", text)


def _shorten(text: str) -> str:
    attributed = _TRAILING_ATTRIBUTION.search(text)
    if attributed and attributed.start() > 20:
        text = text[: attributed.start()]
    for pattern in (TRAILING_CLAUSE, re.compile(r",?\s+(?:and|or)\s+[^,]*$|,\s+[^,]*$"), _TRAILING_PHRASE):
        while len(text) > LIMIT:
            matches = [m for m in _ends(pattern, text) if m > 25]
            if not matches:
                break
            text = text[: matches[-1]]
    return text


def _ends(pattern: re.Pattern[str], text: str) -> list[int]:
    """Where the pattern can cut, from the widest cut to the narrowest."""
    found, at = [], 0
    while match := pattern.search(text, at):
        found.append(match.start())
        at = match.start() + 1
    return found


def _finish(text: str, *, keep_case: bool = False) -> str:
    text = text.strip(" ,;:.")
    if len(text) > LIMIT:
        text = text[: LIMIT - 1].rsplit(" ", 1)[0] + "…"
    else:
        while shorter := _DANGLING.sub("", text):
            if shorter == text:
                break
            text = shorter
    if not keep_case:
        text = re.sub(r"^[\"“]", "", text) if text.count("“") + text.count('"') == 1 else text
    return text[:1].upper() + text[1:]
