"""Whether the clause around an expression looks back or ahead: the nearest verb or cue decides."""

from __future__ import annotations

import re
from functools import cache

from generator.compiled import regex

AHEAD, BACK = 1, -1
# what the word right before an expression tells more surely than the verb
AIMS = {"by": AHEAD, "since": BACK}
# pasts that don't end in -ed
_PASTS = """
    was were had did said rose fell went came took gave made got saw knew told met held left began became won lost sent
    bought sold paid spent built brought thought felt kept led ran stood struck hit shot put set broke spoke wrote flew
    grew threw drew chose drove ate shut quit beat hurt swore sank shook fought caught taught sought found heard sat
    slept swept meant lent dealt swung hung slid rode woke been fled bled shed split
""".split()
# adjectives and nouns in -ed
_NOT_PASTS = (
    "need|feed|seed|indeed|speed|breed|exceed|proceed|succeed|hundred|red|bed|unmanned|armed|united|allied|used"
)
# who plans, agrees or is due "to" do something looks ahead
_PLANS = """
    agreed agreement agrees plan plans planned planning scheduled schedules expected expects hope hopes hoped intend
    intends intended vowed vows promised promises pledged pledges set due slated deadline decided offered threatened
    wants want seeks invited likely ready prepared preparing poised aims about going supposed ordered expecting hoping
    deal pact proposal bid effort
""".split()
# what looks ahead by itself
_AHEAD = """
    upcoming leaves goes returns departs travels flies expects anticipates
    scheduled expected due payable effective expire expires expiring mature matures
    slated deadline begins opens starts convenes meet meets resumes votes arrives arrive hosts gather gathers convene
    plans planned is_to are_to was_to were_to ahead_of polls_open polls_close
    set_for of_record forecast_for is_likely are_likely go_to_the_polls head_to_the_polls retires kicks_in
    come_into_force comes_into_force enter_into_force enters_into_force come_into_effect comes_into_effect
    go_into_effect goes_into_effect
    takes_effect take_effect takes_place ends runs
""".split()
# what looks ahead after "is" or "are"
_GOING = """
    leaving returning traveling travelling flying heading going coming visiting hosting holding opening closing starting
    launching releasing resigning retiring staging
""".split()
_PAST = rf"(?:{'|'.join(_PASTS)}|(?!(?:{_NOT_PASTS})\b)[a-z]{{2,14}}ed)"
_ABBREVIATIONS = frozenset(
    """
    mr mrs ms dr gen sen rep gov lt col st jr sr inc corp co ltd vs jan feb mar apr aug sep sept oct nov dec
    """.split()
)
_HAD_HAPPENED = (
    rf"\bhad\s(?:\w{{2,12}}\s)?(?:been|{_PAST}"
    r"|risen|fallen|gone|come|taken|given|seen|become|grown|begun|written|spoken|driven|shown|flown)\b"
)
_HAPPENED_IN = rf"\b{_PAST}\s(?:in|on)\s$"
# right before a date: it was put there, and is still to come
_PUT_OFF = (
    r"\b(?:as\ssoon\sas|no\slater\sthan|(?:moved|postponed|pushed|put|brought|deferred|rescheduled|delayed|extended|adjourned"
    r"|shifted)(?:\s(?:back|off|forward))?(?:\sfrom\s\w{2,9})?\s(?:to|until|till))\s$"
)
# begins a new clause right after a date: "said on Friday he would leave", "was seized on Friday as he was to leave"
_NEW_CLAUSE = (
    r"\b(?:that|he|she|it|they|we|as|when|while|after|before|because|if|who|which"
    r"|the|an?|this|these|his|her|its|their|our|my|mr|mrs|ms)\b"
)
# right before a date: the clause that it begins goes on behind it, "and on Friday the bank will close"
_CLAUSE_OPENS = r"(?:\b(?:and|but|or|that|when|while|if|because)|,)\s(?:(?:on|in|by)\s)?$"
# "could be seen" tells what was, "could be released" what may come
_COULD_BE_KNOWN = r"could\s(?:not\s)?be\s(?:seen|heard|found|reached|located|felt|determined|learned|confirmed)"
_BREAK = regex(r"[.!?]['\"]*\s+|\n\s*\n|;")
_USUALLY = r"(?:usually|typically|traditionally|normally|customarily|generally)"
# an adverb of habit with its verb, and no other clause up to the date; "the usually quiet town was hit" tells none
_HABIT = (
    rf"\b(?:(?:is|are|was|were|be|been)\s{_USUALLY}\s\w{{2,20}}|(?<!the\s)(?<!a\s)(?<!an\s){_USUALLY}\s"
    r"(?:meets?|begins?|starts?|takes?|comes?|falls?|runs?|closes?|opens?|ends?|gathers?|holds?|reports?|releases?))"
    r"\b[^.,;:!?]{0,60}$"
)
REACH = 140  # characters looked at on either side
OTHER_CLAUSE = 40  # characters that a new clause counts for where the one before it has a verb
COMMA = 12  # characters that a comma between counts for: the verb may be of another clause


@cache
def _cue() -> re.Pattern[str]:
    """The cues in order of preference; compiled when first needed, as imports should be quick."""
    return regex(
        r"\b(?:"
        rf"(?P<back>had\s(?:not\s|previously\s)?been\s\w+(?:\sto\s\w+)?|(?:has|have)\s(?:not\s)?been|ago"
        rf"|{_COULD_BE_KNOWN})"
        r"|(?P<ahead>(?:will|won't|would|'ll|shall)(?:\s(?:not|also|be|then|now))?(?:\s[a-z]+)?"
        r"|(?:postponed|delayed|extended|adjourned|put\soff|have|has|had)\s(?:until|till)"
        rf"|(?:(?:may|might|can|must|should)\s(?:not\s)?|could\s)(?!have\b|not\b)[a-z]+(?:\s{_PAST})?"
        rf"|(?:{'|'.join(_PLANS)})\sto\s[a-z]+|(?:is|are|be)\s(?:(?:being\s)?{_PAST}|{'|'.join(_GOING)})"
        rf"|{'|'.join(cue.replace('_', chr(92) + 's') for cue in _AHEAD)})"
        rf"|(?P<past>{_PAST}))\b"
    )


def is_habit(text: str, start: int) -> bool:
    """Whether what stands before tells what usually happens then: "is usually held in", "typically begins in"."""
    return bool(re.search(_HABIT, text[max(0, start - REACH) : start]))


def is_put_off(text: str, start: int) -> bool:
    """Whether a date to come is told right before: "moved to", "as soon as"."""
    return bool(re.search(_PUT_OFF, text[max(0, start - 60) : start]))


def happened_by(text: str, start: int, end: int) -> bool:
    """Whether the clause tells what had happened by then: "by Thursday, forty people had died"."""
    low, high = clause(text, start, end)
    told = re.search(rf"{_HAD_HAPPENED}(?:(?!\bto\b)[^,;]){{0,60}}$", text[low:start])
    return bool(told or re.search(_HAD_HAPPENED, text[end:high]))


def happened_in(text: str, start: int) -> bool:
    """Whether a verb in the past stands right before: "ruled in July"."""
    return bool(re.search(_HAPPENED_IN, text[max(0, start - 24) : start]))


def clause(text: str, start: int, end: int) -> tuple[int, int]:
    """The sentence around [start, end), at most REACH characters either side."""
    low, high = max(0, start - REACH), min(len(text), end + REACH)
    for match in _BREAK.finditer(text, low, start):
        if not _is_abbreviation(text, match.start()):
            low = match.end()
    for match in _BREAK.finditer(text, end, high):
        if not _is_abbreviation(text, match.start()):
            return low, match.start()
    return low, high


def direction(text: str, start: int, end: int) -> int:
    """-1, 0 or 1: the nearest cue in the sentence looks back, there is none, or it looks ahead.

    What stands behind a comma counts only where the words before it decide nothing: "will close on Monday, he said".
    """
    low, high = clause(text, start, end)
    comma = text.find(",", end, high)
    near = _nearest_cue(text, start, end, (low, comma)) if comma >= 0 else 0
    return near or _nearest_cue(text, start, end, (low, high))


def _nearest_cue(text: str, start: int, end: int, within: tuple[int, int]) -> int:
    nearest, decided = REACH + 1, 0
    for match in _cue().finditer(text, *within):
        if match.start() < end and match.end() > start:
            continue
        distance = _distance(text, start, end, match)
        if distance < nearest:
            nearest, decided = distance, AHEAD if match["ahead"] else BACK
    return decided


def _distance(text: str, start: int, end: int, cue: re.Match[str]) -> int:
    """Characters between a cue and [start, end); more where the cue may be of another clause."""
    if cue.end() <= start:
        return start - cue.end() + COMMA * ("," in text[cue.end() : start])
    between = text[end : cue.start()]
    begins = re.search(_CLAUSE_OPENS, text[max(0, start - 16) : start])
    other = OTHER_CLAUSE if not begins and re.search(_NEW_CLAUSE, between) else 0
    return len(between) + 1 + COMMA * ("," in between) + other


def _is_abbreviation(text: str, dot: int) -> bool:
    word = re.search(r"[a-z]*$", text[max(0, dot - 5) : dot])
    return bool(text[dot] == "." and word and (len(word[0]) <= 1 or word[0] in _ABBREVIATIONS))
