"""Subordinate clauses that report a happening on a date of their own: "after saying a day prior that …"."""

from collections.abc import Sequence
from typing import NamedTuple

from generator.compiled import regex
from generator.events.details import dating
from generator.events.sentences import Clause, Sentence
from generator.events.vocabulary import AUXILIARIES, CLAUSE_MARKERS, COORDINATORS, SAYING_PARTICIPLE, is_finite
from generator.lexicon import names_meeting
from generator.model import Timex
from generator.text import Span, plain_words

# with these the main clause has the same date when it has none of its own
SIMULTANEOUS = frozenset({"when", "while", "until", "because", "although", "though", "during which"})
WITH_PARTICIPLE = frozenset({"after", "before", "timex after", "timex before"})
# one of these is in every marker
_MARKER_WORDS = COORDINATORS | frozenset(
    "after before since when where while until because although though ahead followed wake during".split()
)


def find_subordinate(sentence: Sentence, masked: str, words: frozenset[str], timexes: Sequence[Timex]) -> list[Clause]:
    """Those of the sentence that are events. masked: it without its quotations; words: what it has then, in lower
    case; timexes: those that can date them."""
    if _MARKER_WORDS.isdisjoint(words) or not (timexes or not SAYING_PARTICIPLE.isdisjoint(words)):
        return []
    found = (_clause(marker, masked, sentence, timexes) for marker in _markers(masked, sentence, timexes))
    return _without_nested([clause for clause in found if clause])


_CLOCK_FIRST = regex(r"(?:about\s+)?\d{1,2}(?:[:.]\d\d)?\s?[ap]\.?m\b")  # "minutes before 5 p.m.": a time


class _Marker(NamedTuple):
    word: str
    at: int
    body: int  # where its clause starts


def _markers(masked: str, sentence: Sentence, timexes: Sequence[Timex]) -> list[_Marker]:
    found = [
        _Marker(" ".join(m["marker"].lower().split()), m.start(), m.end()) for m in CLAUSE_MARKERS.finditer(masked)
    ]
    inside = [(t.start - sentence.start, t.end - sentence.start) for t in timexes]
    markers = []
    for marker in found:
        holder = next((span for span in inside if span[0] <= marker.at < span[1]), None)
        if holder is None:
            markers.append(marker)
        elif holder[1] >= marker.body - 1:  # "a day before …": the expression ends in the marker
            markers.append(_Marker(f"timex {marker.word}", marker.at, marker.body))
    return markers


def _clause(marker: _Marker, masked: str, sentence: Sentence, timexes: Sequence[Timex]) -> Clause | None:
    """The marker's clause when it is an event with its own date and the sentence has something else to say."""
    if marker.word == "followed by" and _is_passive(masked[: marker.at]):
        return None
    end = _clause_end(masked, marker, sentence, timexes)
    start = sentence.start + marker.body
    inside = tuple(t for t in timexes if start <= t.start and t.end <= sentence.start + end)
    text, told = sentence.text[marker.body : end], masked[marker.body : end]
    if _CLOCK_FIRST.match(text) or (inside and _is_preposition(marker, inside[0], sentence)):
        return None
    own = dating(inside, told, start, plain_words(told)) if marker.word == "when" else inside
    first = opening_word(text)
    says = first in SAYING_PARTICIPLE
    others = [t for t in timexes if t not in own]
    does = marker.at > 0 and bool(others) and marker.word in WITH_PARTICIPLE and is_participle(first)
    if not (own or says) or not (says or does or _is_event(text, [Span(t.start - start, t.end - start) for t in own])):
        return None
    if marker.at == 0 and end >= len(masked.rstrip(". ")):
        return None
    if marker.word in SIMULTANEOUS and not others and marker.at > 0:
        return None
    return Clause(start, sentence.start + end, text, told, marker.word, own, start)


def _is_preposition(marker: _Marker, first: Timex, sentence: Sentence) -> bool:
    """ "all flights until Sunday were cancelled": no clause begins there."""
    behind = sentence.text[first.end - sentence.start :].lstrip()
    return first.start == sentence.start + marker.body and opening_word(behind) in AUXILIARIES


def _is_passive(before: str) -> bool:
    """ "is to be followed by talks": the verb of the sentence, which has nothing to tell without it."""
    return before.rstrip().rpartition(" ")[2] in AUXILIARIES


def _clause_end(masked: str, marker: _Marker, sentence: Sentence, timexes: Sequence[Timex]) -> int:
    """Up to the next comma outside a date, the next marker of a dated clause, or the sentence's end."""
    inside = [(t.start - sentence.start, t.end - sentence.start) for t in timexes]
    end = len(masked.rstrip().rstrip('.!?”"’'))
    for stop in regex(r"[,;¤—]").finditer(masked[marker.body : end]):
        at = marker.body + stop.start()
        if not any(start <= at < stop_end for start, stop_end in inside) and not masked[at + 1 : at + 2].isdigit():
            end = at
            break
    following = CLAUSE_MARKERS.search(masked, marker.body, end)
    return following.start() - 1 if following and following.start() > marker.body + 8 else end


def opening_word(text: str) -> str:
    """The first word of a clause, in lower case."""
    first = regex(r"\w+").match(text)
    return first[0].lower() if first else ""


def is_participle(word: str) -> bool:
    """Whether it can be what somebody does "before flying to Berlin"."""
    return len(word) > 5 and word.endswith("ing") and word not in SAYING_PARTICIPLE


def _is_event(text: str, dates: Sequence[Span]) -> bool:
    """Whether it has a subject and a verb, or is a meeting; "a judge and was released" and "the end of May" have not.

    dates: its date expressions.
    """
    previous = ""
    for word in regex(r"[\w’'-]+").finditer(text):
        if is_finite(word[0]) and not any(start <= word.start() < end for start, end in dates):
            return previous not in ("and", "or", "but") or names_meeting(text)
        previous = word[0]
    return names_meeting(text)


def _without_nested(clauses: Sequence[Clause]) -> list[Clause]:
    return [c for c in clauses if not any(o is not c and o.start <= c.start and c.end <= o.end for o in clauses)]
