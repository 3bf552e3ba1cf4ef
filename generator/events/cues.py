"""Cues: the words by which a sentence shows that somebody says something, or that something is to come.

They are found once for a whole article: a sentence without a cue and without a date tells no event and costs nothing
more.
"""

from __future__ import annotations

from typing import NamedTuple

from generator.compiled import regex
from generator.events.vocabulary import FIRM_WORDS, SAYING_PARTICIPLE, VERB_BY_FORM, Verb
from generator.text import plain_words

_LONG_VERBS = {form.split()[0]: form for form in VERB_BY_FORM if " " in form}  # by their first words
_FIRST_WORDS = frozenset(form.split()[0] for form in VERB_BY_FORM)
ACCORDING = frozenset({"according", "According"})
_OTHERS = FIRM_WORDS | SAYING_PARTICIPLE | ACCORDING
_CUES = _FIRST_WORDS | _OTHERS
_NOUN_BEFORE = frozenset(
    "the a an its his her their this that these those to of for in no any some more such another each every and or "
    "new latest recent is are was were be been being by my our your".split()
)
_PLURAL_BEFORE = frozenset("they we i who people police you".split())
_WORD = regex(r"[\w’'-]+")
_REACH = 24  # characters in front of a verb in which the word before it stands


class Cue(NamedTuple):
    """A cue, and where it begins. verb: the reporting verb that it is a finite form of; None where it is none here."""

    at: int
    word: str
    verb: Verb | None


def find_cues(masked: str) -> list[Cue]:
    """The cues of a text in its order. masked: it with its quotations blotted out."""
    cues = []
    for word in _CUES.intersection(plain_words(masked)):
        start = masked.find(word)
        while start >= 0:
            end = start + len(word)
            is_part = masked[start - 1 : start].isalnum() or masked[end : end + 1].isalnum()
            if not is_part and (cue := _cue_at(masked, start, word)):
                cues.append(cue)
            start = masked.find(word, end)
    return sorted(cues)


def _cue_at(masked: str, at: int, word: str) -> Cue | None:
    """The cue that a word is here; None where it is none."""
    longer = _LONG_VERBS.get(word, word)
    form = longer if masked.startswith(longer, at) else word
    verb = VERB_BY_FORM.get(form)
    if verb and not _is_finite(masked, at, form, verb):
        verb = None
    return Cue(at, form, verb) if verb or form in _OTHERS else None


def _is_finite(masked: str, at: int, form: str, verb: Verb) -> bool:
    """ "They report", "the mayor said": not "the report", "was said"."""
    previous = _word_before(masked, at)
    if previous in _NOUN_BEFORE or (form.endswith("s") and previous.isdigit()):  # "36 states"
        return False
    if form == verb.forms[0]:
        return previous in _PLURAL_BEFORE or (previous.endswith("s") and not previous.endswith(("’s", "'s")))
    return True


def _word_before(text: str, at: int) -> str:
    """The word in front, in lower case; most often it needs no pattern to be told from what stands around it."""
    last = text[max(0, at - _REACH) : at].rpartition(" ")[0].rpartition(" ")[2]
    if last.isalpha() and text[at - 1] == " ":
        return last.lower()
    words = _WORD.findall(text, max(0, at - _REACH), at)
    return words[-1].lower() if words else ""
