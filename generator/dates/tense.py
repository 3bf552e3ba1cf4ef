"""Whether the clause around an expression looks back or ahead: the nearest verb or cue decides."""

from __future__ import annotations

import re

AHEAD, BACK = 1, -1
_IRREGULAR = frozenset(
    """
    was were had did said rose fell went came took gave made got saw knew told met held left began became won
    lost sent bought sold paid spent built brought thought felt kept led ran stood struck hit shot put set
    broke spoke wrote flew grew threw drew chose drove ate cut shut quit bid beat hurt let read wore swore
    sank shook fought caught taught sought found heard sat slept swept meant lent dealt won't-back swung hung
    slid rode woke been
    """.split()  # noqa: SIM905 - a table of words
)
_FUTURE = (
    "will", "won't", "would", "'ll", "shall", "going to", "due", "scheduled", "expected", "expects", "expect",
    "expecting", "plans", "plan", "planning", "planned for", "intends", "intend", "set to", "slated", "hopes", "hope",
    "aims", "to begin", "to start", "to meet", "to be", "upcoming", "next", "can", "could", "may", "might", "must",
    "should", "deadline", "until", "is to", "are to", "ahead of", "preparing", "prepares", "prepare", "promises",
)  # fmt: skip
_NOT_PAST = "need|feed|seed|indeed|speed|breed|exceed|proceed|succeed|hundred|red|bed|unmanned|armed|united|allied|used"
_CUE = re.compile(
    r"\b(?:(?P<ahead>" + "|".join(cue.replace(" ", r"\s") for cue in sorted(_FUTURE, key=len, reverse=True))
    + r")|(?P<back>" + "|".join(sorted(_IRREGULAR)) + rf"|(?!(?:{_NOT_PAST})\b)[a-z]{{2,14}}ed))\b"
)  # fmt: skip
_BREAK = re.compile(r"[.!?]['\"]*\s+|\n\s*\n|;")
REACH = 140  # characters looked at on either side


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
    """-1, 0 or 1: the nearest cue in the sentence looks back, there is none, or it looks ahead."""
    low, high = clause(text, start, end)
    nearest, decided = REACH + 1, 0
    for match in _CUE.finditer(text, low, high):
        if match.start() < end and match.end() > start:
            continue
        distance = start - match.end() if match.end() <= start else match.start() - end + 1
        if distance < nearest:
            nearest, decided = distance, AHEAD if match["ahead"] else BACK
    return decided


def _is_abbreviation(text: str, dot: int) -> bool:
    word = re.search(r"[a-z]*$", text[max(0, dot - 5) : dot])
    return bool(text[dot] == "." and word and (len(word[0]) <= 1 or word[0] in _ABBREVIATIONS))


_ABBREVIATIONS = frozenset(
    """
    mr mrs ms dr gen sen rep gov lt col st jr sr inc corp co ltd vs jan feb mar apr aug sep sept oct nov dec
    """.split()  # noqa: SIM905 - a table of words
)
