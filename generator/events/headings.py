"""Headings: at most 90 characters cut from the article's own words, never in mid-phrase, never a changed meaning."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.compiled import regex
from generator.events.quotations import quoted_spans
from generator.events.shortening import LIMIT, SHORTEST, cut_clauses, finish, has_verb, may_have_verb, shorten
from generator.events.undated import without_dates
from generator.events.verbs import find_form
from generator.events.vocabulary import LEAD_INS, REPORTING, SAID_BEHIND, is_finite
from generator.lexicon import ROLE_WORDS
from generator.text import Span, squeeze

_LEADING_ADJUNCT = regex(
    r"^(?:also\s+)?(?:before|after|ahead\s+of|during|besides|in\s+addition\s+to|apart\s+from|amid|despite|while|as|with|following|"
    r"through|throughout|within|(?:nearly|almost)(?=[^,]{3,60}\b(?:after|since|before)\b)|speaking|asked|born|upon|among|to(?=\s+[a-z]+\s)|at(?!\s+(?:least|most)\b)|in|on|for|when|under|according\s+to)\b[^,“”\"]{3,160},\s+(?:\d{4},\s+)?"
    r"(?:(?:which|who|where|whose)\b[^,“”\"]{0,90},\s+)?",
    re.IGNORECASE,
)
_LEAD_IN = regex(rf"^(?:{LEAD_INS}[\s,]*)+", re.IGNORECASE)
# behind an aside: "Russia, the United States, Egypt and Qatar" has none
_NO_LIST = r"(?!(?:and|or)\b|(?:[A-Z][\w.’'-]*\s)*[A-Z][\w.’'-]*(?:,|\s+(?:and|or)\s))"
_PARENTHESIS = regex(
    r",\s+\d{1,3},\s+(?:from|of|an?|the)\s+[^,]{2,60},\s+(?!(?:and|or)\b)"
    r"|,\s+(?:however|meanwhile|too|led|known|called|named|aged|including|such\s+as|addressing|speaking|who|which|whose|a|an|the|"
    rf"also|during|in\s+a|\d{{1,2}}(?=,))\b[^,]{{0,90}},\s+(?:(?:an?|the)\s[^,]{{2,60}},\s+)?{_NO_LIST}"
    r"|\s[-–—]\s(?:who|which|whose|a|an|the)\b[^-–—]{0,90}\s[-–—]\s"
    r"|,\s+(?:however|meanwhile|too|also|[a-z]+ed|built|born|held|made|given|taken),\s+"
)
_SPEAKER_WORD = (
    r"(?!(?:and|but|or|that|being|is|are|was|were|be|been|may|might|can|could|will|would|should|must)\b)[\w’'.-]+"
)
TRAILING_ATTRIBUTION = regex(
    rf"(?:,(?!\d)|[”\"])(?:\s*(?:{_SPEAKER_WORD}\s+){{0,7}}{_SPEAKER_WORD}(?:,\s+(?:{_SPEAKER_WORD}\s+){{0,7}}{_SPEAKER_WORD},)?\s+"
    rf"(?:{SAID_BEHIND})\b(?!\s+(?:that|he|she|they|it)\b)[^,“”\"]*[.,]?\s*$"
    r"|(?<=,)\s+according\s+to\s+[^,“”\"]+$)"
)
_INVERTED = regex(r",\s+(?:said|says)\s+(?P<who>(?:[\w’'.-]+\s+){0,8}[A-ZÀ-Þ][\w’'-]+(?:,\s[^“”\"]{2,60})?)$")
# only where the verb asserts what follows, and right behind it: "denied that", "said he hoped that" are no such words
_REPORTING_PREFIX = regex(
    r"^(?:(?!(?:not|never|no|nobody|hardly)\b)[^,“”\"\s]+\s+){1,12}?"
    r"(?:(?:say|said|says|add|added|adds|states?|stated|announced?|announces|claim|claims|claimed|reports?|reported"
    r"|confirms?|confirmed|warns?|warned|stress(?:es|ed)?|insist(?:s|ed)?|argue[sd]?|note[sd]?|emphasi[sz]e[sd]?"
    r"|acknowledge[sd]?|explain(?:s|ed)?|alleged?|alleges|maintain(?:s|ed)?|reaffirm(?:s|ed)?|reiterate[sd]?|reveal(?:s|ed)?"
    r"|underscore[sd]?|underline[sd]?|declare[sd]?|disclose[sd]?|concede[sd]?|admit(?:s|ted)?|conclude[sd]?)\s+"
    r"(?:(?:in|at|on|during|to)\s+(?:(?!that\b)[\w’'-]+\s+){1,5})?that\s+"
    r"|(?:tells|told|assured|reminded)\s+(?!(?:he|she|it|they|we|i|that)\b)(?:(?!that\b)[\w’'-]+\s+){1,9}that\s+"
    r"|(?:said|says)\s+(?=(?:the|a|an)\s+[\w’'-]+\s+(?:would|will|had|has|is|was)\b))"
)
# what a long heading can do without: ", signed by thousands," and "said in a notice that"
_PARTICIPLE = regex(
    r",\s+[a-z]{3,}(?:ed|ing)\b(?:[^,“”\"]{0,60}(?:,\s[A-Z][\w.]{1,20})?,\s+(?=(?P<next>[a-z]+))"
    r"|[^“”\"]{0,120},\s+(?=(?:was|were|is|are|has|have|had|will)\s))"
)
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
_SUBJECT_SAYS = regex(rf"^(?:[\w’'.-]+\s+){{1,14}}?(?P<says>(?:{REPORTING})\s+)")
_SAID = regex(r"said|says")
# "Ann Lee, director of the agency, confirmed"; "(133 miles)"
_APPOSITION = regex(r",\s+(?P<role>(?:[a-z-]+\s+){1,4}?)(?:of|for|at)\s[^,“”\"]{2,90},\s+(?=[a-z])(?!(?:and|or)\b)")
_BRACKETED = regex(r"\s+\([^()]{1,60}\)")
_OF_THE_SPEAKER = regex(r"(?:its|his|her|their|he|she|they|it|we|our|i)\b", re.IGNORECASE)
_ALSO = regex(r"\b(is|are|was|were|has|have|will|[Tt]hey’ll)\s+also\s+")
_ADDED_NAME = regex(r"\b([A-Z][\w’'-]+)\s\[[^\]]{1,30}\]\s(?=[A-Z])")  # "Minister [Oleksii] Reznikov"


def cut_heading(text: str, dates: Sequence[Span]) -> str:
    """A heading out of a sentence or clause. dates: its date expressions, as characters of the text."""
    plain = squeeze(without_dates(text, dates)).strip(" ,;:.")
    plain = _without_lead(plain)
    if "which" in plain or "where" in plain:
        plain = _NEWS_TOLD.sub(r"\g<who> ", plain)
    attributed = TRAILING_ATTRIBUTION.search(plain)
    if attributed and (attributed.start() >= SHORTEST or may_have_verb(plain[: attributed.start()])):
        plain = plain[: attributed.start()]
    plain = _without_inverted(plain)
    if "expect" in plain:
        plain = _SAID_HE_EXPECTS.sub(" ", _EXPECTED_OF.sub(r"\g<who>\g<verb> ", plain))
    plain = _without_asides(plain)
    plain = (_ALSO.sub(r"\1 ", plain) if "also" in plain else plain).rstrip(" .,;:")
    short = _shorten_with_care(plain)
    return finish(short, cut=short != plain)


def _shorten_with_care(text: str) -> str:
    """The text cut from the right; asides, offices and who said so go before a phrase breaks off."""
    if len(text) <= LIMIT:
        return text
    if len(cut_clauses(text)) > LIMIT:
        text = _without_reporting(_OF_THE_SAYING.sub("", _without_participles(_without_brackets(text))))
    short = shorten(text)
    for without in (_without_office, _without_saying):
        shorter = without(text) if len(short) > LIMIT else text
        if shorter != text:
            text, short = shorter, shorten(shorter)
    return short


def _without_asides(text: str) -> str:
    """Without asides such as ", however,"; ", an ally of Lee was arrested, raising" is none, as it has the verb."""
    shorter = _PARENTHESIS.sub(" ", text)
    keeps_verb = has_verb(shorter.partition(" that ")[0]) or not has_verb(text)
    return shorter if shorter == text or keeps_verb else text


def _without_inverted(text: str) -> str:
    """Without "…, said police spokesman Adam Roe"; not where "said" has its subject in front and goes on."""
    said = _INVERTED.search(text)
    if not said or any(map(is_finite, said["who"].split())):
        return text
    return text[: said.start()]


def _without_participles(text: str) -> str:
    """Without asides such as ", founded in Austin, Texas,": what is left needs a verb."""
    aside = _PARTICIPLE.search(text)
    while aside and _goes_on(aside) and has_verb(shorter := f"{text[: aside.start()]} {text[aside.end() :]}"):
        text, aside = shorter, _PARTICIPLE.search(shorter, aside.start())
    return text


def _goes_on(aside: re.Match[str]) -> bool:
    """Whether the verb follows: behind ", demanding more pay, smaller classes and" a list does."""
    return aside["next"] is None or find_form(aside["next"]) is not None


def _without_reporting(text: str) -> str:
    """Without "Lee said that", unless what follows needs it to say whose "its" and "he" are."""
    prefix = _REPORTING_PREFIX.match(text)
    if not prefix or _OF_THE_SPEAKER.match(text, prefix.end()):
        return text
    return _without_lead(text[prefix.end() :])


def _without_brackets(text: str) -> str:
    """Without "(133 miles)" and without ", director of the agency,"."""
    text = _BRACKETED.sub("", text)
    aside = _APPOSITION.search(text)
    if not aside or aside["role"].split()[-1] not in ROLE_WORDS:
        return text
    return f"{text[: aside.start()]} {text[aside.end() :]}"


def _without_office(text: str) -> str:
    """ "Ann Lee said …" of "The alliance's Secretary-General Ann Lee said …"."""
    subject = _SUBJECT_SAYS.match(text)
    words = text[: subject.start("says")].split() if subject else []
    offices = [at for at, word in enumerate(words, 1) if word.lower().strip(".") in ROLE_WORDS]
    name = words[offices[-1] :] if offices else []
    is_full_name = 2 <= len(name) <= 4 and all(word[0].isupper() for word in name)
    return f"{' '.join(name)} {text[subject.start('says') :]}" if subject and is_full_name else text


def _without_saying(text: str) -> str:
    """ "Prices rose" of "The bank said prices rose"."""
    subject = _SUBJECT_SAYS.match(text)
    if not subject or not _SAID.match(subject["says"]) or _OF_THE_SPEAKER.match(text, subject.end()):
        return text
    said = text[subject.end() :]
    return said if has_verb(said) else text


def cut_quotation(text: str) -> str | None:
    """A heading out of what is quoted in a sentence, in quotation marks; None where only scraps are quoted."""
    spoken = [text[start:end].strip('“”"«» ,') for start, end in quoted_spans(text)]
    whole = [words for words in spoken if len(words.split()) >= 5 and words[0].isupper()]
    if not whole:
        return None
    sentences = regex(r"(?<=[a-z]{2}[.!?])\s+(?=[A-Z])|(?<=[.!?])(?=[A-Z][a-z])|\s*…\s*").split(whole[0])
    best = next((part for part in sentences if len(part.split()) >= 5), sentences[0])
    headings = [_quotation_heading(part) for part in (best, *sentences) if len(part.split()) >= 5 or part is best]
    return f"“{next((heading for heading in headings if not heading.endswith('…')), headings[0])}”"


def _quotation_heading(spoken: str) -> str:
    plain = _ADDED_NAME.sub(r"\1 ", spoken).rstrip(" .,;:")
    short = shorten(plain)
    return finish(short, cut=short != plain)


def _without_lead(text: str) -> str:
    """Without "However," and without the adjunct in front of the subject."""
    adjunct = _LEADING_ADJUNCT.match(text)
    if adjunct and has_verb(text[adjunct.end() :]):
        text = text[adjunct.end() :]
    return _LEAD_IN.sub("", text)
