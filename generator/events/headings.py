"""Headings: at most 90 characters cut from the article's own words, never in mid-phrase, never a changed meaning."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from generator.compiled import regex
from generator.events.sentences import mask_quotes, quoted_spans
from generator.events.verbs import find_form
from generator.events.vocabulary import AUXILIARIES, LEAD_INS, REPORTING, TRAILING_CLAUSE, VERB_BY_FORM, is_finite
from generator.lexicon import MEETING_NOUN
from generator.text import Span, squeeze

LIMIT = 90
SHORTEST = 25  # characters a heading keeps at least while it is being cut
_CARRIES_DATE = regex(
    rf"(?:(?:,\s*|\s+|^)(?:at|during|in)\s+(?:a|an|the)\s+(?:[\w-]+\s+){{0,2}}{MEETING_NOUN}(?=\s+on\b))?"
    r"(?:,\s*|\s+|^)(?:(?:late|early|so\s+far)\s+)?(?:(?:on|in|at|by|during|since|until|over|at\s+the\s+end\s+of|as\s+of)\s+(?:the\s+)?)?"
    r"(?:(?:late|early|so\s+far)\s+)?$",
    re.IGNORECASE,
)
_BOUND_TO_DATE = frozenset({"since", "until", "by"})
# a date behind one of these can't go without leaving them in the air
_NEEDS_DATE = regex(
    r"\b(?:from|to|between|for|after|before|than|of|through|till|past|about|around|near|following|and|or)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_JOINS_DATES = regex(r"\s*(?:,|–|-|\b(?:and|or|at|on)\b(?:\s+again)?(?:\s+(?:on|in)\b)?)?\s*")
_LEADING_ADJUNCT = regex(
    r"^(?:also\s+)?(?:before|after|ahead\s+of|during|besides|in\s+addition\s+to|apart\s+from|amid|despite|while|as|with|following|"
    r"speaking|asked|at|in|on|for|when|under|according\s+to)\b[^,“”\"]{3,90},\s+",
    re.IGNORECASE,
)
_PARENTHESIS = regex(
    r",\s+(?:however|meanwhile|too|led|known|called|named|aged|including|such\s+as|addressing|speaking|who|which|whose|a|an|the|"
    r"also|during|in\s+a|\d{1,2}(?=,))\b[^,]{0,60},\s+(?!(?:and|or)\b)"
    r"|,\s+(?:however|meanwhile|too|also|[a-z]+ed|built|born|held|made|given|taken),\s+"
)
_SPEAKER_WORD = r"(?!(?:and|but|or|is|are|was|were|be|been|may|might|can|could|will|would|should|must)\b)[\w’'.-]+"
TRAILING_ATTRIBUTION = regex(
    rf"[,”\"]\s*(?:{_SPEAKER_WORD}\s+){{0,7}}{_SPEAKER_WORD}(?:,\s+(?:{_SPEAKER_WORD}\s+){{0,7}}{_SPEAKER_WORD},)?\s+"
    rf"(?:{REPORTING})\b(?!\s+(?:that|he|she|they|it)\b)[^,“”\"]*[.,]?\s*$"
)
_REPORTING_PREFIX = regex(
    rf"^[^,“”\"]{{2,80}}?\b(?:(?:{REPORTING})\s+(?:(?!that\b)[\w’'-]+\s+){{0,6}}that\s+"
    r"|(?:said|says)\s+(?=(?:the|a|an)\s+[\w’'-]+\s+(?:would|will|had|has|is|was)\b))"
)
# what a long heading can do without: ", signed by thousands," and "said in a notice that"
_PARTICIPLE = regex(r",\s+[a-z]{3,}(?:ed|ing)\b[^,“”\"]{0,60},\s+(?!(?:and|or)\b)")
_SAYING_ONLY = regex(r"\b(?:said|says|told|tells|informed|assured|reminded|warned)(?:\s+[\w’'-]+){0,4}$")
_OF_THE_SAYING = regex(r"(?<=\b(?:said|says))\s+(?:in|at|during|on|to)\s+(?:[\w’'-]+\s+){0,5}?[\w’'-]+(?=\s+that\b)")
# "Lee said he expected the ministers to agree": the ministers are expected to
_EXPECTED_OF = regex(
    r"^(?:(?!(?:no|not|never|nobody|few|had|has|have)\b)[\w’'.-]+\s+){1,10}?(?P<verb>expected)\s+"
    r"(?P<who>(?:[\w’'-]+\s+){1,12}?)(?=to\s+[“\"a-z])",
    re.IGNORECASE,
)
_SAID_HE_EXPECTS = regex(
    r"\s+(?:further\s+|also\s+)?(?:said|says|stated|added)\s+(?:that\s+)?(?:he|she|it|they)\s+(?=expects?\b)"
)
# "spoke at a conference, during which he said that …": what was said is the news
_NEWS_TOLD = regex(
    r"^(?P<who>[^,“”\"]{2,50}?)\s+(?:spoke|speaks|addressed|addresses|gave|gives|held|holds|appeared)\b[^,“”\"]{2,90},\s+"
    rf"(?:(?:during|at|in)\s+which|where)\s+(?:he|she|they|it)\s+(?=(?:{REPORTING})\s)"
)
# machine translation drops the stop: "pleads “upgrade” NATO invites countries"
_RUN_ON = regex(r"[”\"]\s+(?=(?:[A-Z][\w’'-]+\s+){1,3}(?P<verb>[a-z]+s)\s)")
_OF_THE_SPEAKER = regex(r"(?:its|his|her|their|he|she|they|it|we|our|i)\b", re.IGNORECASE)
_ALSO = regex(r"\b(is|are|was|were|has|have|will|[Tt]hey’ll)\s+also\s+")
_COORDINATION = regex(r",?\s+(?:and|or|but)\s+|[,;]\s+")
_TRAILING_PHRASE = regex(
    r"\s+(?:for|in|at|on|with|from|against|by|during|over|under|near|through|throughout|between|among)\s+"
    r"(?!(?:how|what|whether|who|why|where|when)\b)"
)
_NARROW = regex(r"\s+(?:of|into|about|that)\s+")  # what a noun or verb needs more, and keeps as long as it can
_ADDED_NAME = regex(r"\b([A-Z][\w’'-]+)\s\[[^\]]{1,30}\]\s(?=[A-Z])")  # "Minister [Oleksii] Reznikov"
_LEFT_OVER = regex(r"(?<=\w)\s+(?:to\s+[a-z]+|(?:and|or)\s+[\w-]+)$")
_DANGLING = regex(
    r"[\s,;:—-]+(?:and|or|but|the|a|an|of|to|for|in|on|at|with|by|from|that|as|its|their|his|her|which|who|is|are|was|were|be|will|"
    r"would|has|have|had|not|more|very|such|than|into|about|between|can|could|may|might|must|should|been|being|if|when|while|"
    r"after|before|because|whether|against|during|over|under|through|since|until|among|within|without|this|these|those|our|"
    r"my|your|also|so|who|whose|where|per|via|amid|despite|toward|towards|upon)$",
    re.IGNORECASE,
)


def cut_heading(text: str, dates: Sequence[Span]) -> str:
    """A heading out of a sentence or clause. dates: its date expressions, as characters of the text."""
    plain = squeeze(without_dates(text, dates)).strip(" ,;:.")
    plain = _news_of(_without_lead(plain))
    attributed = TRAILING_ATTRIBUTION.search(plain)
    if attributed and (attributed.start() >= SHORTEST or _may_have_verb(plain[: attributed.start()])):
        plain = plain[: attributed.start()]
    plain = _SAID_HE_EXPECTS.sub(" ", _EXPECTED_OF.sub(r"\g<who>\g<verb> ", plain))
    plain = _ALSO.sub(r"\1 ", _PARENTHESIS.sub(" ", plain)).rstrip(" .,;:")
    if len(_cut_clauses(plain)) > LIMIT:
        plain = _without_reporting(_OF_THE_SAYING.sub("", _PARTICIPLE.sub(" ", plain)))
    short = _shorten(plain)
    return _finish(short, cut=short != plain)


def _news_of(text: str) -> str:
    """What was said at an occasion instead of the occasion; the second of two sentences run together."""
    text = _NEWS_TOLD.sub(r"\g<who> ", text)
    run_on = next((m for m in _RUN_ON.finditer(text) if find_form(m["verb"]) == "present"), None)
    return text[run_on.end() :] if run_on and len(text) - run_on.end() >= SHORTEST else text


def _without_reporting(text: str) -> str:
    """Without "Lee said that", unless what follows needs it to say whose "its" and "he" are."""
    prefix = _REPORTING_PREFIX.match(text)
    if not prefix or _OF_THE_SPEAKER.match(text, prefix.end()):
        return text
    return _without_lead(text[prefix.end() :])


def cut_quotation(text: str) -> str | None:
    """A heading out of what is quoted in a sentence, in quotation marks; None where only scraps are quoted."""
    spoken = [text[start:end].strip('“”"«» ,') for start, end in quoted_spans(text)]
    whole = [words for words in spoken if len(words.split()) >= 5 and words[0].isupper()]
    if not whole:
        return None
    sentences = re.split(r"(?<=[a-z]{2}[.!?])\s+(?=[A-Z])|(?<=[.!?])(?=[A-Z][a-z])|\s*…\s*", whole[0])
    best = next((part for part in sentences if len(part.split()) >= 5), sentences[0])
    headings = [_quotation_heading(part) for part in (best, *sentences) if len(part.split()) >= 5 or part is best]
    return f"“{next((heading for heading in headings if not heading.endswith('…')), headings[0])}”"


def _quotation_heading(spoken: str) -> str:
    plain = _ADDED_NAME.sub(r"\1 ", spoken).rstrip(" .,;:")
    short = _shorten(plain)
    return _finish(short, cut=short != plain)


def without_dates(text: str, dates: Sequence[Span]) -> str:
    """The text with each date expression taken out together with the words that carry it."""
    for start, end in reversed(_joined(text, dates)):
        carrier = _CARRIES_DATE.search(text[:start])
        at = carrier.start() if carrier else start
        if _is_bound(text, start, end) or text[at:start].strip().lower() in _BOUND_TO_DATE:
            continue
        if _NEEDS_DATE.search(text[: at + 1]):
            continue
        after = text[end:].lstrip()
        if text[at : at + 1] == ",":
            after = after.removeprefix(",").lstrip()
        if at == 0 or text[:at].rstrip().endswith(("that", "said")):
            after = after.lstrip(" ,")
        text = text[:at] + (" " if at else "") + after
    return re.sub(r"\s+([,.;])", r"\1", text)


def _joined(text: str, dates: Sequence[Span]) -> list[Span]:
    """The dates in order, "Monday and Tuesday" and "6pm on Friday" as one."""
    joined: list[Span] = []
    for start, end in sorted(dates):
        if joined and _JOINS_DATES.fullmatch(text, joined[-1].end, start):
            joined[-1] = Span(joined[-1].start, end)
        else:
            joined.append(Span(start, end))
    return joined


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
    """Cut from the right: clauses first, then phrases and further members, as long as the verb stays."""
    text = _cut_clauses(text)
    for phrase, is_whole in ((_TRAILING_PHRASE, _has_verb), (_TRAILING_PHRASE, _may_have_verb), (_NARROW, _has_verb)):
        if len(text) > LIMIT:
            text = _cut_phrases(text, phrase, is_whole)
    return text


def _cut_clauses(text: str) -> str:
    while len(text) > LIMIT:
        cuts = [at for at in _starts(TRAILING_CLAUSE, text) if at > SHORTEST and _has_verb(text[:at])]
        if not cuts:
            break
        text = _cut(text, cuts[-1])
    return text


def _cut_phrases(text: str, phrase: re.Pattern[str], is_whole: Callable[[str], bool]) -> str:
    """The longest text that fits and ends in front of a phrase or a member; the text as it is where none does."""
    phrases = _starts(phrase, text)
    members = [at for at in _starts(_COORDINATION, text) if not _splits_list(text, at)]
    for at in sorted({*phrases, *members}, reverse=True):
        short = _cut(text, at)
        if SHORTEST < len(short) <= LIMIT and is_whole(short) and not _says_nothing(short, text[len(short) :]):
            return short
    return text


def _says_nothing(short: str, rest: str) -> bool:
    """ "told jurors", where the rest is "that …"."""
    return bool(_SAYING_ONLY.search(short)) and (short.rpartition(" ")[2] in VERB_BY_FORM or " that " in rest)


def _cut(text: str, at: int) -> str:
    short = _LEFT_OVER.sub("", text[:at].rstrip(" ,;:"))
    if text[at:].lstrip().startswith("by ") and _is_left_participle(short):
        return short.rpartition(" ")[0]
    return short


def _is_left_participle(text: str) -> bool:
    """ "arms made", cut from "arms made by the allies"; "arms were made" can stay."""
    before, participle = ("", *text.split())[-2:]
    return find_form(participle) == "past" and before not in AUXILIARIES


def _splits_list(text: str, at: int) -> bool:
    """Whether a cut here would leave a part of "Denmark, Norway and Sweden": further verbs of a subject may go."""
    if text[at] == ";":
        return False
    if text[at] != "," or re.match(r",\s+(?:and|or|but)\b", text[at:]):
        return "," in text[:at].rpartition("”")[2]
    following = re.match(r",\s+([a-z]+)", text[at:])
    if following and find_form(following[1]):
        return False
    return bool(re.search(r"\s(?:and|or)\s", text[at:]))


def _has_verb(text: str) -> bool:
    masked = mask_quotes(text)
    return "¤" in masked or any(is_finite(word) for word in re.findall(r"[\w’'-]+", masked))


def _may_have_verb(text: str) -> bool:
    return any(find_form(word) for word in re.findall(r"[\w’'-]+", text))


def _starts(pattern: re.Pattern[str], text: str) -> list[int]:
    """Where the pattern can cut, from the widest cut to the narrowest."""
    found, at = [], 0
    while match := pattern.search(text, at):
        found.append(match.start())
        at = match.start() + 1
    return found


def _finish(text: str, *, cut: bool) -> str:
    text = text.strip(" ,;:.")
    if len(text) > LIMIT:
        text = text[: LIMIT - 1].rsplit(" ", 1)[0].rstrip(" ,;:—-") + "…"
    elif cut:
        while (shorter := _DANGLING.sub("", text)) != text:
            text = shorter
    text = re.sub(r",(?=[”\"]$)", "", text)
    if text.count("“") > text.count("”"):
        text += "”"
    if text.count('"') % 2:
        text += '"'
    return text[:1].upper() + text[1:]
