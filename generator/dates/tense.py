"""Whether the clause around an expression looks back or ahead: the nearest verb or cue decides."""

from __future__ import annotations

from collections.abc import Iterable

from generator.compiled import regex
from generator.dates.cues import AHEAD, BACK, CALENDAR_VERBS, PAST, Cue, find_cues
from generator.dates.vocabulary import MISDEEDS

# what the word right before an expression tells more surely than the verb
AIMS = {"by": AHEAD, "since": BACK}
_ABBREVIATIONS = frozenset(
    """
    mr mrs ms dr gen sen rep gov lt col st jr sr inc corp co ltd vs jan feb mar apr aug sep sept oct nov dec
    """.split()
)
_HAD_HAPPENED = (
    rf"\bhad\s(?:\w{{2,12}}\s)?(?:been|{PAST}(?!\sfor\b)"
    r"|risen|fallen|gone|come|taken|given|seen|become|grown|begun|written|spoken|driven|shown|flown)\b"
)
# begins a clause with a day that something was over by: "by Friday it was clear", "and by Sunday held the town"
_OPENS_BY = regex(r"(?:^\s?|[,:]\s|\b(?:and|but|that)\s|[\"'(])by\s(?:about\s|around\s|early\s|late\s)?$")
_TOLD = frozenset("said told added warned announced promised pledged vowed predicted".split())  # what may be to come
_HAPPENED_IN = rf"\b{PAST}\s(?:in|on)\s$"
# right before a date: it was put there, and is still to come
_TO_COME = regex(
    r"\b(?:as\ssoon\sas|no\slater\sthan|ahead\sof|run-up\sto|in\stime\sfor"
    r"|(?:is|are)(?:\sat\s[\w.:]{1,5}(?:\s[ap]\.?m\.?)?)?(?:\s(?:on|for|at))?"
    r"|(?:moved|postponed|pushed|put|brought|deferred|rescheduled|delayed|extended|adjourned|shifted)"
    r"(?:\s(?:back|off|forward|(?:the|an?|its|his|her|their)(?:\s[\w'-]{1,20}){1,3}))?(?:\sfrom\s[\w.]{2,9}(?:\s\d{1,2})?)?\s(?:to|until|till)"
    r"|ahead\sof(?:\s\w{1,20}){1,4}\s(?:on|in)"
    r"|(?:\b(?:is|are)|'s|'re)\s(?:cancell?ing|closing|hosting|launching|opening|releasing|suspending|visiting|striking)"
    r"(?:\s[\w'-]{1,20}){0,4}\son"
    r"|(?:declare|announce|impose|introduce|order|ban|suspend)(?:[sd]|ed|ned|s)?(?:\s[\w'-]{1,20}){1,6}\sfrom"
    r"|(?:(?<!had\sbeen\s)(?:scheduled|set|planned|booked|slated|organi[sz]ed|arranged|due|summoned|invited)|call(?:s|ed)"
    r"|announce[sd]|plans?|calling|seats?|tables?|tickets?|rooms?)(?:\s[\w'-]{1,20}){0,4}\sfor"
    r"|(?<!was\s)(?<!were\s)(?<!been\s)call(?:s|ed|ing)?\sfor(?:\s[\w'-]{1,20}){1,4}\son)\s$"
)
# right before a month, or behind it: what was counted in it is over
_FIGURES_FOR = regex(
    r"\b(?:figures?|data|numbers|sales|statistics|inflation|unemployment|output|exports?|imports?|orders|revenues?"
    r"|earnings|profits?|readings?)\sfor\s$"
)
_FIGURES = regex(
    r"(?:'s)?\s(?:(?:jobs?|inflation|retail|sales|trade|unemployment|employment|payrolls?|consumer|producer|price|prices"
    r"|industrial|factory|output|production|confidence|growth|monthly|housing|earnings)\s){0,3}"
    r"(?:figures?|data|report|results|numbers|statistics|readings?)\b"
)
# right before a date, perhaps with a clock time between: something goes on up to it
_UNTIL = regex(r"\b(?:until|till|through)\s(?:[\w:.]{1,9}\s(?:[ap]\.?m\.?\s)?(?:on\s)?)?$")
# what goes on at the time of writing, or was put off or forbidden; and what was over by then
_GOES_ON = regex(
    rf"\b(?:(?P<on>(?:has|have)\s{PAST}|(?:is|are|remains?|stays?)(?:\s\w{{2,12}}ly)?(?:\s{PAST})?|will|would|has|have|runs?|lasts?|continues?"
    r"|to\s(?:be|stay|remain|wait|last|run|continue)|(?:suspend|postpon|cancell?|delay|adjourn|extend|defer|jail|bar|bann|ground"
    r"|sidelin|remand|order|allow|grant)ed|gave|given)"
    rf"|(?P<over>{PAST}))\b"
)
# between a verb and the date of what has been: "after a crash on", "in the shooting of two men on"
_OF_NEWS = regex(
    r"\b(?:after|following|over)\s(?:the|an?|his|her|its|their|[a-z]{2,16}ing)\b[^,;]*$"
    rf"|\b(?:in|from|for|by|with)\s(?:the|an?)\s(?:[\w'-]{{1,20}}\s){{0,2}}(?:{'|'.join(MISDEEDS)})\b[^,;]*$"
)
# begins a new clause right after a date: "said on Friday he would leave", "was seized on Friday as he was to leave"
_NEW_CLAUSE = (
    r"(?:\b(?:and|but|or)\s$|\b(?:that|he|she|it|they|we|as|when|while|after|before|because|if|who|which|unless|once"
    r"|the|an?|this|these|his|her|its|their|our|my|mr|mrs|ms)\b)"
)
# between a verb and a date: the date may have its own verb, "said the talks on Monday will last"
_NO_VERB_OF = regex(
    r",|\b(?:said|says|told|announced|reported|believed|thought|hoped|feared|warned|predicted|promised|confirmed|showed"
    r"|found|that|and(?!\s\d)|but|or|when|while|as|if|because|where)\b"
)
# right behind a date: a participle of what stands before it, "a campaign on Monday aimed at children"
_PARTICIPLE = regex(
    r"(?:aimed\sat|(?:designed|intended|meant)\s(?:to|for)|(?:called|organi[sz]ed|hosted|attended|led)\sby"
    r"|charged\s(?:with|over|in)|accused\sof)\b"
)
# right before a date: the clause that it begins goes on behind it, "and on Friday the bank will close"
_CLAUSE_OPENS = r"(?:\b(?:and|but|or|that|when|while|if|because)|,)\s(?:(?:on|in|by)\s)?$"
_BREAK = regex(r"[.!?]['\"]*\s+|\n\s*\n|;")
_ADVERBS = ("usually", "typically", "traditionally", "normally", "customarily", "generally")
_USUALLY = f"(?:{'|'.join(_ADVERBS)})"
# an adverb of habit with its verb, and no other clause up to the date; "the usually quiet town was hit" tells none
_HABIT = (
    rf"\b(?:(?:is|are|was|were|be|been)\s{_USUALLY}\s\w{{2,20}}|(?<!the\s)(?<!a\s)(?<!an\s){_USUALLY}\s"
    r"(?:meets?|begins?|starts?|takes?|comes?|falls?|runs?|closes?|opens?|ends?|gathers?|holds?|reports?|releases?))"
    r"\b[^.,;:!?]{0,60}$"
)
REACH = 200  # characters looked at on either side
OTHER_CLAUSE = 40  # characters that a new clause counts for where the one before it has a verb
COMMA = 12  # characters that a comma between counts for: the verb may be of another clause


def is_habit(text: str, start: int) -> bool:
    """Whether what stands before tells what usually happens then: "is usually held in", "typically begins in"."""
    before = text[max(0, start - REACH) : start]
    return any(adverb in before for adverb in _ADVERBS) and bool(regex(_HABIT).search(before))


def is_to_come(text: str, start: int) -> bool:
    """Whether what stands right before tells a date to come: "moved to", "as soon as", "called a rally for"."""
    return bool(_TO_COME.search(text, max(0, start - 100), start))


def is_time_of_figures(text: str, start: int, end: int) -> bool:
    """Whether figures beside a month were counted in it: "inflation data for June", "the June jobs report"."""
    return bool(_FIGURES_FOR.search(text, max(0, start - 32), start) or _FIGURES.match(text, end))


def aim_until(text: str, start: int) -> int | None:
    """AHEAD or BACK for a date behind "until", as what goes on up to it still does or not; None for another date."""
    until = _UNTIL.search(text, max(0, start - 32), start)
    if not until:
        return None
    low = clause(text, until.start(), start)[0]
    told = [AHEAD if verb["on"] else BACK for verb in _GOES_ON.finditer(text, low, until.start())]
    return told[-1] if told else direction(text, start, start) or AHEAD


def happened_by(text: str, start: int, end: int) -> bool:
    """Whether the clause tells what had happened by then: "by Thursday, forty people had died"."""
    low, high = clause(text, start, end)
    told = regex(rf"{_HAD_HAPPENED}(?:(?!\bto\b)[^,;]){{0,60}}$").search(text[low:start])
    return bool(told or regex(_HAD_HAPPENED).search(text[end:high])) or _was_by(text, low, start, end, high)


def _was_by(text: str, low: int, start: int, end: int, high: int) -> bool:
    """Whether a clause begins with "by" and goes on in the past: "by Friday it was clear"."""
    if not _OPENS_BY.search(text[low:start]):
        return False
    verb = next(find_cues(text, end, high), None)
    return verb is not None and verb.aim == BACK and text[verb.start : verb.end] not in _TOLD


def happened_in(text: str, start: int) -> bool:
    """Whether a verb in the past stands right before: "ruled in July"."""
    return bool(regex(_HAPPENED_IN).search(text[max(0, start - 24) : start]))


def sentence_goes_on(text: str, start: int, end: int) -> bool:
    """Whether no sentence ends between the two places; a semicolon ends none."""
    ends = (match.start() for match in _BREAK.finditer(text, start, end) if text[match.start()] != ";")
    return all(_is_abbreviation(text, stop) for stop in ends)


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
    cues = tuple(find_cues(text, low, high))
    comma = text.find(",", end, high)
    return _nearest(text, start, end, (cue for cue in cues if cue.end <= comma)) or _nearest(text, start, end, cues)


def _nearest(text: str, start: int, end: int, cues: Iterable[Cue]) -> int:
    """AHEAD or BACK, as the cue does that is nearest to [start, end); 0 where there is none."""
    nearest, decided, has_verb = REACH + 1, 0, False
    for cue in cues:
        if cue.end <= start:
            distance, aim = _distance_before(text, start, cue), _aim_before(text, start, cue)
            has_verb = aim == BACK and not _NO_VERB_OF.search(text, cue.start, start)
        elif cue.start >= end:
            distance, aim = _distance_behind(text, start, end, cue) + OTHER_CLAUSE * has_verb, cue.aim
        else:
            continue
        if distance < nearest:
            nearest, decided = distance, aim
    return decided


def _distance_before(text: str, start: int, cue: Cue) -> int:
    """Characters between a cue and what follows at `start`; more where the cue may be of another clause."""
    return start - cue.end + COMMA * ("," in text[cue.end : start])


def _aim_before(text: str, start: int, cue: Cue) -> int:
    """Where a verb before looks; not ahead where the date is of what has been, "faces charges after a crash on"."""
    is_calendar = cue.aim == AHEAD and text[cue.start : cue.end] in CALENDAR_VERBS
    return BACK if is_calendar and _OF_NEWS.search(text, cue.end, start) else cue.aim


def _distance_behind(text: str, start: int, end: int, cue: Cue) -> int:
    """Characters between [start, end) and a cue behind; more where the cue may be of another clause.

    None where it is the verb of "Monday would be a holiday", whatever stands before.
    """
    between = text[end : cue.start]
    if between == " " and text.startswith(("will", "would"), cue.start):
        return 0
    begins = regex(_CLAUSE_OPENS).search(text[max(0, start - 16) : start])
    is_other = not begins and (regex(_NEW_CLAUSE).search(between) or _PARTICIPLE.match(text, cue.start))
    other = OTHER_CLAUSE if is_other else 0
    return len(between) + 1 + COMMA * ("," in between) + other


def _is_abbreviation(text: str, dot: int) -> bool:
    word = regex(r"[a-z]*$").search(text[max(0, dot - 5) : dot])
    if text[dot] != "." or not word:
        return False
    numbered = word[0] == "no" and text[dot + 2 : dot + 3].isdigit()
    return len(word[0]) == 1 or numbered or word[0] in _ABBREVIATIONS
