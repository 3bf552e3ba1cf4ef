"""Headings: at most 90 characters cut from the article's own words, never in mid-phrase, never a changed meaning."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.compiled import regex
from generator.events.sentences import mask_quotes, quoted_spans
from generator.events.vocabulary import LEAD_INS, REPORTING, TRAILING_CLAUSE, is_finite
from generator.lexicon import MEETING_NOUN
from generator.text import Span, squeeze

LIMIT = 90
SHORTEST = 25  # characters a heading keeps at least while it is being cut
_CARRIES_DATE = regex(
    rf"(?:(?:,\s*|\s+|^)(?:at|during|in)\s+(?:a|an|the)\s+(?:[\w-]+\s+){{0,2}}{MEETING_NOUN}(?=\s+on\b))?"
    r"(?:,\s*|\s+|^)(?:(?:on|in|by|during|since|until|late|early|so\s+far|over|at\s+the\s+end\s+of|as\s+of)\s+)*$",
    re.IGNORECASE,
)
_BOUND_TO_DATE = frozenset({"since", "until", "by"})
_LEADING_ADJUNCT = regex(
    r"^(?:also\s+)?(?:before|after|ahead\s+of|during|besides|in\s+addition\s+to|apart\s+from|amid|despite|while|as|with|following|"
    r"speaking|asked|at|in|on|for|when|under|according\s+to)\b[^,“”\"]{3,90},\s+",
    re.IGNORECASE,
)
_PARENTHESIS = regex(
    r",\s+(?:however|meanwhile|too|led|known|including|such\s+as|addressing|speaking|who|which|whose|a|an|the|also)\b[^,]{0,60},\s+"
    r"|,\s+(?:however|meanwhile|too|also),\s+"
)
_TRAILING_ATTRIBUTION = regex(
    rf"[,”\"]\s*(?:[\w’'.-]+\s+){{1,8}}(?:{REPORTING})\b(?!\s+(?:that|he|she|they|it)\b)[^,“”\"]*[.,]?\s*$"
)
_REPORTING_PREFIX = regex(rf"^[^,“”\"]{{2,80}}?\b(?:{REPORTING})\s+that\s+")
_EXPECTING_PREFIX = regex(r"^[^,“”\"]{2,80}?\bexpect(?:s|ed)?\s+(?:that\s+)?(?=(?:[\w’'-]+\s+){1,12}?to\s+[“\"a-z])")
_ALSO = regex(r"\b(is|are|was|were|has|have|will|[Tt]hey’ll)\s+also\s+")
_COORDINATION = regex(r",?\s+(?:and|or|but)\s+[^,]*$|,\s+[^,]*$")
_TRAILING_PHRASE = regex(
    r"\s+(?:for|in|at|on|with|from|against|by|during|over|under|near|through|throughout|between|among)\s+\S[^,]*$"
)
_LEFT_OVER = regex(r"(?<=\w)\s+(?:to\s+[a-z]+|(?:and|or)\s+[\w-]+)$")
_DANGLING = regex(
    r"[\s,;:—-]+(?:and|or|but|the|a|an|of|to|for|in|on|at|with|by|from|that|as|its|their|his|her|which|who|is|are|was|were|be|will|"
    r"would|has|have|had|not|more|very|such|than|into|about|between)$",
    re.IGNORECASE,
)


def cut_heading(text: str, dates: Sequence[Span]) -> str:
    """A heading out of a sentence or clause. dates: its date expressions, as characters of the text."""
    plain = squeeze(_without_dates(text, dates)).strip(" ,;:.")
    plain = _without_lead(plain)
    if attributed := _TRAILING_ATTRIBUTION.search(plain):
        plain = plain[: attributed.start()] if attributed.start() >= SHORTEST else plain
    plain = _EXPECTING_PREFIX.sub("", plain)
    plain = _ALSO.sub(r"\1 ", _PARENTHESIS.sub(" ", plain)).rstrip(" .,;:")
    with_prefix = _cut_back(plain, (TRAILING_CLAUSE,))
    if len(with_prefix) > LIMIT:
        plain = _without_lead(_REPORTING_PREFIX.sub("", plain))
    short = _shorten(plain)
    return _finish(short, cut=short != plain)


def cut_quotation(text: str) -> str | None:
    """A heading out of what is quoted in a sentence, in quotation marks; None where only scraps are quoted."""
    spoken = [text[start:end].strip('“”"«» ,') for start, end in quoted_spans(text)]
    whole = [words for words in spoken if len(words.split()) >= 5 and words[0].isupper()]
    if not whole:
        return None
    sentences = re.split(r"(?<=[a-z]{2}[.!?])\s+(?=[A-Z])|(?<=[.!?])(?=[A-Z][a-z])|\s*…\s*", whole[0])
    best = next((part for part in sentences if len(part.split()) >= 5), sentences[0])
    return f"“{_finish(_shorten(best.rstrip(' .,;:')))}”"


def _without_dates(text: str, dates: Sequence[Span]) -> str:
    """The text with each date expression taken out together with the words that carry it."""
    for start, end in sorted(dates, reverse=True):
        carrier = _CARRIES_DATE.search(text[:start])
        at = carrier.start() if carrier else start
        if _is_bound(text, start, end) or text[at:start].strip().lower() in _BOUND_TO_DATE:
            continue
        after = text[end:].lstrip()
        if text[at : at + 1] == ",":
            after = after.removeprefix(",").lstrip()
        if at == 0 or text[:at].rstrip().endswith(("that", "said")):
            after = after.lstrip(" ,")
        text = text[:at] + (" " if at else "") + after
    return re.sub(r"\s+([,.;])", r"\1", text)


def _is_bound(text: str, start: int, end: int) -> bool:
    """ "Monday’s vote", "a day after the vote": the words around it need the date."""
    if re.match(r"[’']s?\b|-", text[end:]):
        return True
    counted = re.match(r"(?:an?|one|two|three|four|five|six|\d+)\b", text[start:end])
    return bool(counted and re.match(r"\s+(?:before|after|ahead)\b", text[end:]))


def _without_lead(text: str) -> str:
    """Without "However," and without the adjunct in front of the subject."""
    adjunct = _LEADING_ADJUNCT.match(text)
    if adjunct and _has_verb(text[adjunct.end() :]):
        text = text[adjunct.end() :]
    return re.sub(rf"^(?:{LEAD_INS}[\s,]*)+", "", text, flags=re.IGNORECASE)


def _shorten(text: str) -> str:
    """Cut from the right, widest cut last, as long as the verb stays."""
    return _cut_back(text, (TRAILING_CLAUSE, _TRAILING_PHRASE, _COORDINATION))


def _cut_back(text: str, patterns: Sequence[re.Pattern[str]]) -> str:
    """Cut by the first pattern as often as it takes, then by the next, as long as a verb stays."""
    for pattern in patterns:
        while len(text) > LIMIT:
            cuts = [at for at in _starts(pattern, text) if at > SHORTEST and _has_verb(text[:at])]
            if not cuts:
                break
            text = _LEFT_OVER.sub("", text[: cuts[-1]].rstrip(" ,;:"))
    return text


def _has_verb(text: str) -> bool:
    return any(is_finite(word) for word in re.findall(r"[\w’'-]+", mask_quotes(text)) if word) or "¤" in mask_quotes(
        text
    )


def _starts(pattern: re.Pattern[str], text: str) -> list[int]:
    """Where the pattern can cut, from the widest cut to the narrowest."""
    found, at = [], 0
    while match := pattern.search(text, at):
        found.append(match.start())
        at = match.start() + 1
    return found


def _finish(text: str, *, cut: bool = True) -> str:
    text = text.strip(" ,;:.")
    if len(text) > LIMIT:
        text = text[: LIMIT - 1].rsplit(" ", 1)[0].rstrip(" ,;:—-") + "…"
    elif cut:
        while (shorter := _DANGLING.sub("", text)) != text:
            text = shorter
    if text.count("“") > text.count("”"):
        text += "”"
    return text[:1].upper() + text[1:]
