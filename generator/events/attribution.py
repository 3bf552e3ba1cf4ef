"""Who says so: the reporting verb of a sentence and its subject."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from generator.compiled import regex
from generator.events.cues import ACCORDING, Cue
from generator.events.people import NAME_WORD
from generator.events.speech import is_speech, is_told_beside
from generator.events.verbs import find_form
from generator.events.vocabulary import (
    AUXILIARIES,
    COLLECTIVE,
    HEADS,
    IRREGULAR_PAST,
    LEAD_INS,
    MID_WORDS,
    PRONOUNS,
    VERB_BY_FORM,
    Verb,
)
from generator.text import Span

_CUT_MARK = regex(r"[,;:—()“”\"¤]¤*")
_CUT_WORD = regex(r"\b(?:that|after|before|since|when|where|while|until|because|although|though|as|and|but|which)\b")
_THE_SPEAKER = regex(r"the\s+(?:[a-z][\w’'-]+\s+){0,2}[a-z][\w’'-]+")
_NAME_BEFORE = regex(r"\b[A-ZÀ-Þ][\w’'-]+\s$")
_NAME_BEHIND = regex(r"\s[A-ZÀ-Þ][\w’'-]+\s")
_LIST_BEFORE = regex(
    rf"(?:{NAME_WORD}(?:\s{NAME_WORD}){{0,3}},\s+){{0,6}}{NAME_WORD}(?:\s{NAME_WORD}){{0,3}},(?:\s+and)?$"
)
_APPOSITION = regex(rf"[a-z],\s+(?P<name>{NAME_WORD}(?:\s{NAME_WORD}){{1,3}}),\s+$")
_LONGEST_ASIDE = 100  # characters
_DESCRIBES = regex(
    r"(?<=[\w)]),\s(?:the|an?|its|his|her)\s[^,“”]{3,90}$"
)  # "Helix, the maker of boats, on Tuesday said"
# "said the airline’s director, Ann Lee."
_NAMED_BEHIND = regex(rf",\s(?P<name>{NAME_WORD}(?:\s{NAME_WORD}){{1,3}})(?=,|\.?\s*$)")
_BEHIND_SPEECH = regex(r"[¤,]\s*$")
_LEAD = regex(rf"\s*(?:{LEAD_INS}[\s,]*)*", re.IGNORECASE)
_DATE_PREPOSITION = regex(r"\s+(?:on|in|late|early|by|at|over|during)\s*$")
_DATE_FIRST = regex(r"(?:(?:on|in|late|early|earlier|later|by|at|over|during)\s+){0,2}", re.IGNORECASE)
_UTTERANCE = 25  # characters
_SPEAKERS = HEADS | COLLECTIVE
_FINITE = AUXILIARIES | IRREGULAR_PAST
_PREPOSITIONS = frozenset("on in at by for from with during of to over under".split())
_INVERTED = regex(
    r"\s+(?P<np>(?:the\s+)?(?:[\w’'.-]+\s+){0,7}?[A-ZÀ-Þ][\w’'-]+|(?:the|a|an)\s+[a-z’' -]{3,40}?)"
    r"(?=[,.;¤]|\s+(?:in|on|at|during|who|after|to|of|as|from|with|[a-z]+ed)\b|\s*$)"
)
_ACCORDING_TO = regex(
    r"\baccording\s+to\s+(?P<np>(?:[\w’'-]+\s+){0,7}?[\w’'-]+)"
    r"(?=[,.;¤]|\s+(?:in|on|at|who|which|released|published)\b|\s*$)",
    re.IGNORECASE,
)
# what something accords with, and nobody who says so
_GUIDES = frozenset("calendar schedule timetable plan plans rules law constitution tradition itinerary agenda".split())


class Attribution(NamedTuple):
    """Who says so in one sentence. verb_span and subject are characters of the sentence."""

    speaker: str
    verb: Verb
    verb_span: Span
    subject: Span


def find_attribution(masked: str, cues: Sequence[Cue], timexes: Sequence[Span]) -> tuple[Span, Verb, Span] | None:
    """The subject, the reporting verb and where it stands, in a sentence with its quotations blotted out.

    cues: all that it has. timexes: its date expressions, which may stand between subject and verb.
    """
    for at, form, verb in cues:
        span = Span(at, at + len(form))
        if verb is None or not is_speech(masked, form, verb, span.end):
            continue
        subject = _subject_before(masked, at, timexes) or _subject_after(masked, span, verb)
        if subject and not is_told_beside(masked, subject.start):
            return subject, verb, span
    return None if ACCORDING.isdisjoint([cue.word for cue in cues]) else _according(masked)


def _according(masked: str) -> tuple[Span, Verb, Span] | None:
    """ "The town fell, according to police"."""
    found = _ACCORDING_TO.search(masked)
    if not found or found["np"].rpartition(" ")[2] in _GUIDES:
        return None
    return Span(*found.span("np")), VERB_BY_FORM["reported"], Span(found.start(), found.start("np"))


def _subject_before(masked: str, verb_at: int, timexes: Sequence[Span]) -> Span | None:
    """The noun phrase a reporting verb follows, past a parenthesis such as ", however," or "— who resigned —"."""
    before = masked[:verb_at].rstrip()
    if before.endswith("¤"):
        return None  # "“…,” said Ann Lee"
    mark = before[-1:]
    if mark not in (",", "—"):
        return _phrase_up_to(masked, verb_at, timexes)
    # a single comma parts no subject from its verb: "the craft, called Selene" says nothing
    opening = masked.rfind(mark, 0, masked.rfind(mark, 0, verb_at))
    return _name_in_apposition(masked, verb_at) or _phrase_up_to(masked, max(opening, 0), timexes)


def _name_in_apposition(masked: str, verb_at: int) -> Span | None:
    """ "her lawyer, Istvan Kos, said"."""
    found = _APPOSITION.search(masked, max(0, verb_at - 60), verb_at)
    return Span(*found.span("name")) if found else None


def _phrase_up_to(masked: str, end: int, timexes: Sequence[Span]) -> Span | None:
    """The last phrase before an offset that can speak, at most two commas back."""
    for _ in range(3):
        cut = _last_cut(masked, end)
        subject = _trim(masked, Span(cut.end, end), timexes)
        if subject and (_can_speak(masked[subject.start : subject.end]) or _is_the_speaker(masked, subject, cut)):
            return _with_list(masked, subject, cut, timexes)
        is_aside = subject is not None and _begins_with_participle(masked[subject.start : subject.end])
        if (subject and not is_aside) or masked[cut.start : cut.end] != ",":
            return None  # past a comma only where nothing but a date or ", founded in Austin," stands behind it
        end = cut.start
        aside = _DESCRIBES.search(masked, max(0, end - _LONGEST_ASIDE), end)
        end = aside.start() if aside else end
    return None


def _with_list(masked: str, subject: Span, cut: Span, timexes: Sequence[Span]) -> Span:
    """The subject from the first of those who speak together: "France, Germany and Italy said"."""
    joint = masked[cut.start : cut.end] == "and" or " and " in masked[subject.start : subject.end]
    listed = _LIST_BEFORE.search(masked, max(0, cut.start - 120), cut.end) if joint else None
    if (
        not listed
        or listed[0].split(" ", 1)[0].lower() in _PREPOSITIONS
        or any(listed.start() < date.end and date.start < cut.end for date in timexes)
    ):
        return subject
    return Span(listed.start(), subject.end)


def _last_cut(masked: str, end: int) -> Span:
    """The last mark or word before an offset that no subject reaches across; ends at 0 where there is none."""
    marks = list(_CUT_MARK.finditer(masked, 0, end))
    mark = marks[-1].end() - 1 if marks else -1
    words = [word for word in _CUT_WORD.finditer(masked, mark + 1, end) if not _joins_names(masked, word)]
    return Span(*words[-1].span()) if words else Span(mark, mark + 1)


def _is_the_speaker(masked: str, subject: Span, cut: Span) -> bool:
    """ "…, the district said", "“…?” the district asked": behind what was said a common noun speaks, too."""
    is_behind = masked[cut.start : cut.end] == "," or _is_utterance(masked, cut.end)
    return is_behind and subject.start <= cut.end + 1 and bool(_THE_SPEAKER.fullmatch(masked, *subject))


def _is_utterance(masked: str, end: int) -> bool:
    """Whether a quotation ends here that is more than a word or two, as in "the “hoax” the paper reported"."""
    start = len(masked[:end].rstrip("¤"))
    return end - start >= _UTTERANCE or (start == 0 < end)


def _joins_names(masked: str, word: re.Match[str]) -> bool:
    """ "Adler and Kronbach said"."""
    if word[0] != "and" or not _NAME_BEHIND.match(masked, word.end()):
        return False
    return bool(_NAME_BEFORE.search(masked, 0, word.start()))


def _trim(masked: str, span: Span, timexes: Sequence[Span]) -> Span | None:
    """The phrase without lead-ins, adverbs, auxiliaries and dates around it."""
    lead = _LEAD.match(masked, span.start, span.end)
    start = _behind_date(masked, lead.end() if lead else span.start, span.end, timexes)
    end = start + len(masked[start : span.end].rstrip())
    while end > start:
        shorter = _before_date(masked, start, end, timexes) if timexes else None
        shorter = _before_mid_word(masked, start, end) if shorter is None else shorter
        if shorter is None:
            return Span(start, end)
        end = start + len(masked[start:shorter].rstrip())
    return None


def _behind_date(masked: str, start: int, end: int, timexes: Sequence[Span]) -> int:
    """Where the phrase goes on behind a date that begins it: "On Thursday police said"."""
    for date in timexes:
        opens = date.start <= start or _DATE_FIRST.fullmatch(masked, start, date.start)
        if start < date.end < end and opens and masked[date.end].isspace():
            return date.end + 1
    return start


def _before_date(masked: str, start: int, end: int, timexes: Sequence[Span]) -> int | None:
    """Where a date that ends the phrase begins, with its preposition; None where none ends it."""
    for date in timexes:
        if date.start >= start and date.end <= end and not masked[date.end : end].strip():
            return start + len(_DATE_PREPOSITION.sub("", masked[start : date.start]))
    return None


def _before_mid_word(masked: str, start: int, end: int) -> int | None:
    """Where "also" or "has" begins that ends the phrase; None where none does."""
    at = masked.rfind(" ", start, end)
    return at if at > start and masked[at + 1 : end].lower() in MID_WORDS else None


def _can_speak(phrase: str) -> bool:
    words = phrase.split()
    if not words or len(words) > 12:
        return False
    if words[0].lower() in PRONOUNS:
        return len(words) == 1
    if words[0].lower() in _PREPOSITIONS or _begins_with_participle(phrase):
        return False
    lowered = {word.lower().removesuffix("’s").removesuffix("'s") for word in words}
    if not _FINITE.isdisjoint(lowered):
        return False  # a clause of its own, not a noun phrase
    return any(word[0].isupper() for word in words) or not _SPEAKERS.isdisjoint(lowered)


def _begins_with_participle(phrase: str) -> bool:
    """ "founded in 1998 in Austin" of "Quantel, founded in 1998 in Austin, reported": an aside, and nobody."""
    first = phrase.split(" ", 1)[0]
    return first.islower() and find_form(first) == "past"


def _subject_after(masked: str, verb: Span, reporting: Verb) -> Span | None:
    """ "…,” said Kremlin spokesman Dmitry Peskov": only right behind a quotation or a comma.

    "…, announced the walkout" has its object there.
    """
    if not _BEHIND_SPEECH.search(masked, max(0, verb.start - 4), verb.start):
        return None
    inverted = _INVERTED.match(masked, verb.end)
    if not inverted or not _can_speak(inverted["np"]):
        return None
    is_quoted = masked[: verb.start].rstrip(" ,").endswith("¤")
    if not (is_quoted or reporting.is_light) and inverted["np"].startswith(("the ", "a ", "an ")):
        return None
    start, end = inverted.span("np")
    named = _NAMED_BEHIND.match(masked, end)
    if named:
        return Span(named.start("name"), named.start("name") + len(named["name"].rstrip(".")))
    return Span(start, start + len(masked[start:end].rstrip()))
