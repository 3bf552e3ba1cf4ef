"""The subject of a clause, its finite verb, and what further verbs can share of both."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.compiled import regex
from generator.events.verbs import find_form
from generator.events.vocabulary import VERB_BY_FORM
from generator.text import Span

LONGEST_SUBJECT = 14  # words; what is longer is no noun phrase
BLOT = "§"  # stands for each character of a date, which is neither a verb ("May") nor a stop ("June 5, 2023")
_DATE_FIRST = r"(?:(?:(?:on|in|by|at|late|early|later)\s+){0,2}§+(?:\s§+){0,3},?\s+)?"
_ADVERBS = r"(?:(?:also|again|then|later|finally|subsequently|immediately|reportedly|eventually|now|not|never)\s+){0,2}"
VERB_PHRASE = regex(rf"{_DATE_FIRST}{_ADVERBS}(?P<verb>[a-z]+)(?:\s+(?P<next>\S+))?")
_FRONTED_DATE = regex(rf"(?:(?:also|later|earlier)\s+)?{_DATE_FIRST}", re.IGNORECASE)
WORD = regex(r"[\w’'-]+|[,;]")
_OPENER = regex(
    r"\b(?:who|whom|which|whose|that|where|when|while|because|although|though|whether|if|after|before|as|until|since|"
    r"what|how|why)\b"
)
RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})
BEHIND_PARTICIPLE = regex(
    r"\s*(?:$|[,;.]|§|(?:on|in|at|by|of|with|for|from|to|after|before|over|under|without|into|during|as|and|again|"
    r"late|early|last|next|earlier|later)\b)"
)
_GROUP = regex(
    r"(?P<aux>has|have|had|is|are|was|were|will|would|can|could|may|might|must|should)\b"
    r"(?P<more>(?:\s+(?:not|also|now|then|later|be|been|being|have)\b){0,4})"
    r"(?P<to>\s+(?:due|set|expected|scheduled|likely|planning|hoping|going|poised)\s+to\b)?"
    r"|(?:plan|plans|planned|hope|hopes|hoped|intend|intends|intended|expect|expects|expected|want|wants|wanted|"
    r"aim|aims|aimed)(?P<wish>\s+to)\b"
)
_MODALS = frozenset("will would can could may might must should".split())
_PLACE_BEHIND = regex(r",\s[A-Z][\w.]{1,20}(?:\s[A-Z][\w.]{1,20})?,")  # "Texas" of ", founded in Austin, Texas, "
_BE = frozenset("is are was were be been".split())


JOINT = regex(r"(?:;|,?\s+(?P<and>and|but)\b(?:\s+then\b)?|,(?:\s+then\b)?)\s+")


class Core(NamedTuple):
    """The subject of a clause, its finite verb, and the auxiliaries that further verbs can share."""

    subject: Span
    verb: Span
    group_end: int
    takes_base: bool  # "will", "is due to"
    passive: bool
    perfect: bool


def blot(text: str, dates: Sequence[Span]) -> str:
    """Same length, with the dates made unreadable: what is left are words that can be verbs and subjects."""
    for start, end in dates:
        text = text[:start] + BLOT * (end - start) + text[end:]
    return text


def find_core(plain: str, at: int) -> Core | None:
    """The subject and verb of the clause that begins here, past a date in front and past parentheses."""
    start = behind_date(plain, at)
    verb = _main_verb(plain, start)
    if verb is None or verb.start == start:
        return None
    subject = Span(start, start + len(plain[start : verb.start].rstrip()))
    group = _GROUP.match(plain, verb.start)
    if not group:
        return Core(subject, verb, subject.end, takes_base=False, passive=False, perfect=False)
    words = group[0].split()
    return Core(
        subject,
        verb,
        group.end(),
        takes_base="not" not in words and (words[-1] == "to" or words[-1] in _MODALS),
        passive=not group["to"] and not _BE.isdisjoint(words),
        perfect="been" in words or words[-1] in ("has", "have", "had"),
    )


def behind_date(plain: str, at: int) -> int:
    """Behind "Later on Friday," where a clause begins with it."""
    fronted = _FRONTED_DATE.match(plain, at)
    return fronted.end() if fronted else at


def _main_verb(plain: str, start: int) -> Span | None:
    """The finite verb of the main clause: not that of a parenthesis, of "the man who …" or of "a man arrested on …"."""
    skip_to, previous = start, ""
    for count, word in enumerate(WORD.finditer(plain, start)):
        if word.start() < skip_to:
            continue
        if word[0] == ",":
            skip_to = _parenthesis_end(plain, word.start())
        elif word[0] == ";" or count > 3 * LONGEST_SUBJECT:
            return None
        elif find_form(word[0]) in ("auxiliary", "past") or (previous and _is_present(word[0], previous)):
            if previous not in RELATIVE and not _is_reduced_relative(plain, word):
                return Span(*word.span())
            skip_to = _relative_end(plain, word.end())
        previous = word[0]
    return None


def _is_present(word: str, previous: str) -> bool:
    """ "parliament meets": not "the talks", "its votes"."""
    return find_form(word) == "present" and previous not in ("the", "its", "his", "her", "their", "a", "of", ",")


def _parenthesis_end(plain: str, comma: int) -> int:
    """Behind the parenthesis that the comma opens; behind the comma where it opens none."""
    closing = plain.find(",", comma + 1, comma + 160)
    if closing < 0:
        return comma + 1
    place = _PLACE_BEHIND.match(plain, closing)
    closing = place.end() - 1 if place else closing
    phrase = VERB_PHRASE.match(plain, closing + 2)
    follows = phrase is not None and find_form(phrase["verb"]) is not None
    return closing + 1 if follows else comma + 1


def _is_reduced_relative(plain: str, word: re.Match[str]) -> bool:
    """ "a man arrested on Monday was …": a participle with a preposition behind it, and an auxiliary to come."""
    if find_form(word[0]) != "past" or word[0] in VERB_BY_FORM or not BEHIND_PARTICIPLE.match(plain, word.end()):
        return False
    joint = JOINT.search(plain, word.end())
    rest = plain[word.end() : joint.start() if joint else len(plain)]
    return not _OPENER.search(rest) and any(find_form(other) == "auxiliary" for other in rest.split())


def _relative_end(plain: str, at: int) -> int:
    """Behind the verb words that follow each other here: "who was arrested"."""
    for word in WORD.finditer(plain, at):
        if find_form(word[0]) is None:
            return word.start()
    return len(plain)


def is_reported(plain: str, core: Core, until: int) -> bool:
    """ "Police said a man was …": what follows is part of what is said."""
    if plain[core.verb.start : core.verb.end] not in VERB_BY_FORM:
        return False
    return any(find_form(word) in ("auxiliary", "past") for word in _words(plain, core.verb.end, until))


def is_nested(plain: str, start: int, until: int) -> bool:
    """Whether the joint may stand within a subordinate clause that began before it and was not closed by a comma."""
    openers = list(_OPENER.finditer(plain, start, until))
    if not openers:
        return False
    inside = plain[openers[0].end() : until]
    closed = plain[: openers[0].start()].rstrip().endswith(",") and "," in (inside + plain[until : until + 1])
    return not closed and any(find_form(word) for word in _words(plain, openers[0].end(), until))


def _words(plain: str, start: int, end: int) -> Iterator[str]:
    return (word[0] for word in WORD.finditer(plain, start, end))
