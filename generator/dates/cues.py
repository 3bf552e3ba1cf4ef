"""The words that look back or ahead: verbs in the past, plans, what is put off; found word by word."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from generator.compiled import regex

AHEAD, BACK = 1, -1


class Cue(NamedTuple):
    """A verb or phrase at [start, end) of a text, and whether it looks AHEAD or BACK."""

    start: int
    end: int
    aim: int


class Phrase(NamedTuple):
    """A row of PHRASES: any of the first words, with what must follow it and what stand before it as patterns."""

    aim: int
    first: str
    rest: str = ""
    before: str = ""


# pasts that don't end in -ed
_PASTS = frozenset(
    """
    was were had did said rose fell went came took gave made got saw knew told met held left began became won lost sent
    bought sold paid spent built brought thought felt kept led ran stood struck hit shot put set broke spoke wrote flew
    grew threw drew chose drove ate shut quit beat hurt swore sank shook fought caught taught sought found heard sat
    slept swept meant lent dealt swung hung slid rode woke been fled bled shed split
    tore swam sang rang bit bore blew clung crept dug fed flung forgot froze hid laid leapt overcame overtook shone
    shrank sprang spun stole stuck stung upheld withdrew withheld wore wept undertook underwent arose strove
    """.split()
)
# adjectives and nouns in -ed
_NOT_PASTS = frozenset(
    """
    need feed seed indeed speed breed exceed proceed succeed hundred red bed unmanned armed united allied used
    """.split()
)
PAST = rf"(?:{'|'.join(sorted(_PASTS))}|(?!(?:{'|'.join(sorted(_NOT_PASTS))})\b)[a-z]{{2,14}}ed)"
# who plans, agrees or is due "to" do something looks ahead
_PLANS = """
    agreed agreement agrees plan plans planned planning scheduled schedules expected expects hope hopes hoped intend
    intends intended vowed vows promised promises pledged pledges set due slated deadline decided offered threatened
    wants want seeks invited likely ready prepared preparing poised aims about going supposed ordered expecting hoping
    deal pact proposal bid effort
"""
# what looks ahead by itself
_AHEAD = frozenset(
    """
    upcoming expect expects anticipate anticipates scheduled expected due payable effective expire expiring mature
    slated deadline meet arrive gather convene plans planned
    """.split()
)
# verbs that tell in the present what stands in a calendar; behind one of _DETERMINERS they are nouns
_IN_CALENDARS = frozenset(
    """
    airs arrives begins blasts closes competes concludes continues convenes debuts decides delivers departs ends
    expires faces flies gathers goes hosts joins launches leaves marks marries matures meets opens performs
    plays premieres publishes receives reconvenes reopens resigns resumes retires returns runs sits speaks
    starts testifies travels turns undergoes unveils visits votes
    """.split()
)
_DETERMINERS = regex(
    r"\b(?:the|an?|of|his|her|its|their|our|my|this|these|those|that|two|three|four|five|some|any|all|no|many|more|several"
    r"|for|in|on|by|with|from|at|\w{1,20}'s|\d[\d.]{0,9})\s$"
)
# the same with several who do it: behind a plural, "and" or "they", as "a visit" and "to visit" tell nothing
_WITH_PLURALS = """
    arrive begin close conclude continue convene depart end expire face go host launch open perform play
    reconvene reopen resume retire return start travel visit vote
"""
_PLURAL = (
    r"(?:(?<=s\s)(?<!'s\s)(?<!ss\s)(?<!\bhis\s)(?<!\bits\s)(?<!\bthis\s)"
    r"|(?<=\band\s)|(?<=\bthen\s)|(?<=\bthey\s)|(?<=\bwe\s))"
)
# the same with a team, which takes a plural in British English: "Leeds play Hull"; nothing else stands in its clause
_OF_TEAMS = frozenset("play host face visit meet entertain tackle".split())
_TEAM = regex(
    r"(?:^|[.,:;]\s|\n|\b(?:and|but|when|as|that|before|after|if|while)\s)"
    r"(?!(?:he|she|it|the|a|an|to|not|will|would|can|could|may|must|should|of|in|for)\b)(?:[a-z][\w'-]{1,20}\s){1,2}$"
)
_OPPONENT = regex(r"\s(?!(?:on|in|at|of|for|by|with|to|and|or|was|were|is|are|has|had|will|said)\b)[a-z]")
# what looks ahead after "is" or "are"
_GOING = """
    leaving returning traveling travelling flying heading going coming visiting hosting holding opening closing starting
    launching releasing resigning retiring staging
"""
# "in May" is a month, and before a preposition "may" is no verb's
_NO_MONTH = "".join(rf"(?<!\b{word}\s)" for word in ("in", "of", "by", "to", "from", "since", "until", "last", "late"))
_NO_VERB = r"(?:from|to|and|or|in|of|by|through|until|as|was|were|is|after|before|when|for|with|at|on|the)\b"
_MID = r"\s(?:(?:also|now|already|not|just)\s)?"
# where two rows match the upper one wins
PHRASES = (
    Phrase(BACK, "had", r"\s(?:not\s|previously\s)?been\s\w+(?:\sto\s\w+)?"),
    # what has been called off or announced with its day is still to come: a perfect is told of no past day
    Phrase(AHEAD, "has have", rf"{_MID}been\s(?:cancell?ed|called\soff|scheduled|planned|organi[sz]ed|announced\sfor)"),
    Phrase(
        AHEAD,
        "has have",
        rf"{_MID}(?:cancell?ed|called|announced|organi[sz]ed|scheduled|planned|suspended|banned|booked|invited|summoned|voted\sto"
        r"|threatened)(?!\s(?:on|in|last|late|early|that)\b)",
    ),
    Phrase(BACK, "has have", r"\s(?:not\s)?been"),
    Phrase(BACK, "was were", r"\s(?:to\shave|due(?!\sto\b))"),
    Phrase(BACK, "ago"),
    Phrase(BACK, "deadline", r"\s(?:had\s)?(?:passed|expired|lapsed)"),
    # "could be seen" tells what was, "could be released" what may come
    Phrase(BACK, "could", r"\s(?:not\s)?be\s(?:seen|heard|found|reached|located|felt|determined|learned|confirmed)"),
    Phrase(AHEAD, "will won't would 'll shall", rf"(?:\s(?:not|also|be|then|now))?(?:\s[a-z]+(?:\s{PAST})?)?"),
    Phrase(AHEAD, "postponed delayed extended adjourned have has had", r"\s(?:until|till)"),
    Phrase(AHEAD, "put", r"\soff\s(?:until|till)"),
    Phrase(AHEAD, "may", rf"\s(?:not\s)?(?!have\b|not\b|{_NO_VERB})[a-z]+(?:\s{PAST})?", _NO_MONTH),
    Phrase(AHEAD, "might can must should", rf"\s(?:not\s)?(?!have\b|not\b)[a-z]+(?:\s{PAST})?"),
    Phrase(AHEAD, "could", rf"\s(?:still\s)?(?!have\b|not\b)[a-z]+(?:\s{PAST})?"),
    Phrase(AHEAD, _PLANS, r"\sto\s[a-z]+"),
    Phrase(AHEAD, "is are be", rf"\s(?:(?:being\s)?{PAST}|{'|'.join(_GOING.split())})"),
    Phrase(AHEAD, "is are was were", r"\sto"),
    Phrase(AHEAD, "is are", r"\sback\s(?:in|at|on)"),
    Phrase(AHEAD, "is are", r"\s(?:likely|unlikely|possible|certain|forecast|in\sstore)"),
    Phrase(AHEAD, "need needs", r"\s(?:an?|to|the|two|three|more)"),
    Phrase(AHEAD, "polls", r"\s(?:open|close)"),
    Phrase(AHEAD, "set forecast", r"\sfor"),
    Phrase(AHEAD, "of", r"\srecord"),
    Phrase(AHEAD, "go head", r"\sto\sthe\spolls"),
    Phrase(AHEAD, "kicks", r"\s(?:in|off)"),
    Phrase(AHEAD, "come comes enter enters", r"\sinto\sforce"),
    Phrase(AHEAD, "come comes go goes", r"\s(?:into\seffect|out|on\ssale)"),
    Phrase(AHEAD, "take", r"\seffect"),
    Phrase(AHEAD, "takes", r"\s(?:effect|place|office|over|on)"),
    Phrase(AHEAD, "steps", r"\sdown"),
    Phrase(AHEAD, "reports", before=r"(?<=\bwhich\s)"),
    Phrase(AHEAD, "gets", r"\sunder\s?way"),
    Phrase(AHEAD, _WITH_PLURALS, before=_PLURAL),
)  # fmt: skip
_WORD = regex(r"\b(?:[a-z]+(?:'t)?|'ll)\b")
# a cue is one of these or ends in "ed"
CALENDAR_VERBS = _IN_CALENDARS | _OF_TEAMS | frozenset(_WITH_PLURALS.split())
_CUE_WORDS = frozenset(word for phrase in PHRASES for word in phrase.first.split()) | _AHEAD | CALENDAR_VERBS | _PASTS


def find_cues(text: str, start: int, end: int) -> Iterator[Cue]:
    """The cues between two places of a folded text, in order, none within another."""
    phrases, done = _by_first_word(), start
    for word in _WORD.finditer(text, start, end):
        if not (word[0] in _CUE_WORDS or word[0].endswith("ed")) or word.start() < done:
            continue
        cue = _phrase_at(phrases.get(word[0], ()), text, word.start(), end) or _cue_of_word(word, text)
        if cue:
            done = cue.end
            yield cue


def _phrase_at(phrases: tuple[tuple[re.Pattern[str], int], ...], text: str, start: int, end: int) -> Cue | None:
    for pattern, aim in phrases:
        match = pattern.match(text, start, end)
        if match:
            return Cue(start, match.end(), aim)
    return None


def _cue_of_word(word: re.Match[str], text: str) -> Cue | None:
    """The cue that one word is by itself."""
    told = word[0]
    if told in _AHEAD or (told in _IN_CALENDARS and not _is_noun(word, text)) or _is_fixture(word, text):
        return Cue(word.start(), word.end(), AHEAD)
    if told in _PASTS or (told.endswith("ed") and 4 <= len(told) <= 16 and told not in _NOT_PASTS):
        return Cue(word.start(), word.end(), BACK)
    return None


def _is_fixture(word: re.Match[str], text: str) -> bool:
    """Whether a team is to meet another: "Leeds play Hull"."""
    if word[0] not in _OF_TEAMS or not _OPPONENT.match(text, word.end()):
        return False
    return bool(_TEAM.search(text, max(0, word.start() - 48), word.start()))


def _is_noun(word: re.Match[str], text: str) -> bool:
    """Whether what stands before makes it a noun: "of votes", "two visits"."""
    return bool(_DETERMINERS.search(text, max(0, word.start() - 24), word.start()))


@cache
def _by_first_word() -> Mapping[str, tuple[tuple[re.Pattern[str], int], ...]]:
    """The phrases that each word begins; compiled when first needed, as imports should be quick."""
    found: dict[str, tuple[tuple[re.Pattern[str], int], ...]] = {}
    for phrase in PHRASES:
        pattern = regex(rf"{phrase.before}[a-z']+{phrase.rest}\b")
        for word in phrase.first.split():
            found[word] = (*found.get(word, ()), (pattern, phrase.aim))
    return found
