"""Dates of details: "a painting that was stolen in 1991 went back on display on Wednesday" happened on Wednesday."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from generator.compiled import regex
from generator.dates.vocabulary import MISDEEDS
from generator.events.clause_dates import is_narrow
from generator.events.predicates import RELATIVE, blot, find_core
from generator.events.verbs import NEVER_PASSIVE, find_form
from generator.events.vocabulary import AUXILIARIES, MID_WORDS, VERB_BY_FORM
from generator.model import Timex
from generator.text import Span

_CARRIER = r"(?:(?:on|in|at|by|for|late|early|during|last|next)\s+){0,2}$"
_WORD_BEFORE = regex(rf"([a-z-]+)\s+{_CARRIER}")
# "a trip that was planned for Monday", "a meeting, scheduled for Friday, …"
PLAN_WORDS = frozenset("planned scheduled slated set due".split())
_BESIDE_DATES = frozenset(
    "for price level value ended ending through compared versus s if unless rather bid effort attempt order "
    "born expected likely after over following connection".split()
)  # s: "Monday's"
# without one of these a clause with one date has no detail to tell from it
_DEED_WORDS = frozenset(f"{deed}{end}" for deed in MISDEEDS for end in ("", "s"))
DETAIL_WORDS = PLAN_WORDS | RELATIVE | frozenset(VERB_BY_FORM) | _BESIDE_DATES | _DEED_WORDS
_PLANNED = regex(
    rf"(?:,|\bthat\s+(?:is|was|were|had\s+been))\s+(?:{'|'.join(sorted(PLAN_WORDS))})\s+(?:to\s+[\w-]+\s+)?{_CARRIER}"
)
# "have released footage after a robbery in Leeds on Monday": what is new is of no day told
_NEWS_AFTER = regex(
    r"\b(?:is|are|has|have|faces?)\b(?!\s+(?:to|dead|missing|feared|died|been\s+(?:killed|injured|hurt|wounded))\b)"
    r"[^;.]{0,90}\b(?:after|over|following|in\s+connection\s+with)\s+(?:an?|the|his|her|its|their)"
    rf"\s+(?:(?!(?:was|were|had|has|is)\b)[\w’'-]+\s+){{1,6}}?{_CARRIER}"
)
# "called a rally for Friday": the rally is on Friday
_FOR_DATE = regex(
    r"(?:\b(?!(?:planned|scheduled|slated|set|due|booked|expected)\b)[\w’'-]+|%)\s+for\s+"
    r"(?:(?:late|early|last|next)\s+)?$"
)
# "recalled the deaths of last winter": what the noun names happened then; "at the end of 2020" is a time
_OF_NOUN = regex(
    r"\b(?!(?:end|start|beginning|middle|close|course|rest|half|quarter|month|week|weekend|day|eve|morning|afternoon|"
    r"evening|night|hours|days|weeks|months|as|out|ahead|because|instead|spring|summer|autumn|fall|winter)\b)[a-z]+\s+of\s+$"
)
# "a premium to its closing price on Friday": what it was worth then
_PRICE_OF = regex(
    r"\b(?:closing|opening|share|stock|market)\s+(?:price|level|value)s?\s+(?:(?:on|of)\s+)?(?:late\s+|last\s+)?$"
)
# "if no deal is made by Friday", "rather than the 30 km agreed on 19 September": a condition, what it is not
_UNREAL = regex(r"\b(?:[Ii]f|[Uu]nless|rather\s+than)\s[^,;.]{0,110}$")
_IN_WHICH = regex(
    r"(?<!,)\s(?:in|under|through|by)\s+which\s[^;.]{0,110}$"
)  # "a scheme in which he shut a home in 2002"
_IN_PARENTHESES = regex(r"\((?:[\w’'$.,-]+\s+){2,24}$")  # "the largest so far (it bought Orbis in 2013)"
_PURPOSE = regex(r"\b(?:bid|effort|attempt|order)\s+to\s[^,;.]{0,90}$")  # "in a bid to force an election in June"
_WILL = regex(r"\b(?:will|is|are)\s+(?:be|due|set|expected|planned)\b")
# "profits for the three months ended Sept. 30", "compared with a loss in the same quarter of 2015": what is measured
_MEASURED = regex(
    r"\b(?:(?:months?|weeks?|quarter|half|year|period)\s+(?:that\s+)?(?:ended|ending|through|to)"
    r"|(?:compared\s+(?:with|to)|versus)\b(?:[^;.,]|[.,](?=\d)|,\sor\s){0,90},?)\s+(?:on\s+|in\s+|the\s+)?$"
)
# "sacked him following Saturday's defeat", "charged in connection with last May's riot": what went before
_AFTER = regex(
    r"\b(?:following|from|of|after|despite|amid|since|over|ahead\s+of|before|in\s+connection\s+with|linked\s+to|related\s+to"
    r"|(?:role|involvement)\s+in|blamed\s+for|responsible\s+for|convicted\s+of|accused\s+of)\s+(?:last\s+|next\s+)?$"
)
# "on trial for the December 24, 2005, murder of a teenager"
_OF_DEED = regex(r"\b(?:for|in|over|of)\s+(?:the|a|an)\s+$")
_DEED = regex(rf",?\s+(?:{'|'.join(MISDEEDS)})s?\b")
_YEAR = regex(r"\d{4}(?:[-–/]\d{2,4})?")
_NOUN = regex(
    r"\s(?!(?:and|or|but|to|as|when|while|after|before|that|which|who|was|were|is|are|has|had)\b)[A-Za-z]{3,}"
)
_OF_WHICH = regex(r"\b(?:the|a|an|its|his|her|their|this)\s$", re.IGNORECASE)
_OWNING = regex(r"[’']s\s")
# "moved the vote from Monday to Wednesday": nothing happened on that Monday
_MOVED_FROM = regex(
    r"\b(?:moved|postponed|pushed|put|brought|delayed|deferred|rescheduled|shifted|changed|switched)\b[^.;,]{0,40}"
    r"\bfrom\s+$"
)
# "in a deal expected to close in May": what the noun of an adjunct is still to do
_EXPECTED_OF = regex(
    r"\b(?:in|with|under|of|for|by)\s+(?:an?|the)\s+(?:[\w’'$-]+\s+){1,3}(?:expected|due|set|scheduled|slated|likely)\s+to"
    rf"(?:\s+[\w-]+){{1,5}}?\s+{_CARRIER}"
)
_BORN = regex(r"(?:^|[,(–—-]\s?)[Bb]orn\b[^;.,]{0,60}$")  # "Born on May 4, 1950, she died"; "was born on" is an event
# before a date that is none of the event's; each with the words of which it has one
_NOT_OF_THE_EVENT = (
    (PLAN_WORDS, _PLANNED),
    (frozenset("price prices level levels value values".split()), _PRICE_OF),
    (frozenset({"for"}), _FOR_DATE),
    (frozenset({"born"}), _BORN),
    (frozenset("after over following connection".split()), _NEWS_AFTER),
    (frozenset("expected due set scheduled slated likely".split()), _EXPECTED_OF),
    (frozenset({"from"}), _MOVED_FROM),
    (frozenset("ended ending through to compared versus".split()), _MEASURED),
    (frozenset({"if", "unless", "rather"}), _UNREAL),
    (frozenset({"which"}), _IN_WHICH),
)
_RELATIVE_WORDS = ("that", "who", "which")
_RELATIVE = regex(rf"\b(?P<before>[\w’'-]+)\s+(?:{'|'.join(_RELATIVE_WORDS)})\s+(?P<verb>[a-z]+)")
_BEGUN = regex(
    r"\b(?:that|which|who)\s+(?:had\s+)?(?:began|begun|begins|started|starts|opened|opens|ended|ends|expired|expires|erupted"
    r"|dates|took\s+effect|takes\s+effect)\b[^,;¤]*$"
)
_CLAUSE_START = regex(rf"[,;¤]|\b(?:and|but|{'|'.join(sorted(RELATIVE))}|after|before|when|while|because|as)\b")


def dating(timexes: tuple[Timex, ...], masked: str, at: int, words: Collection[str]) -> tuple[Timex, ...]:
    """Those of a clause's expressions that can date what it tells; most have one, and nothing it could be of instead.

    masked: the clause with its quotations blotted out, which begins at this place of the body; words: what it has.
    """
    if not timexes or (len(timexes) == 1 and DETAIL_WORDS.isdisjoint(words) and "(" not in masked):
        return timexes
    places = {Span(timex.start - at, timex.end - at): timex for timex in timexes}
    is_reported = any(word in VERB_BY_FORM for word in words)
    wide = [span for span, timex in places.items() if not is_narrow(timex)]
    return tuple(places[span] for span in _find_occasions(masked, list(places), is_reported, wide, words))


def _find_occasions(
    masked: str, dates: Sequence[Span], is_reported: bool, wide: Collection[Span], words: Collection[str]
) -> tuple[Span, ...]:
    """Those of a clause's dates that can date what it tells; where each is of a detail, those of the same days.

    masked: the clause with its quotations blotted out. is_reported: somebody says it, and what is said about a detail
    dates neither the saying nor what is said. wide: those of a month or longer, in which a detail is another time.
    """
    asked = _patterns_for(words, masked)
    free = [
        span
        for span in dates
        if not (
            _stands_behind(asked, masked, span.start)
            or _is_of_before(masked, span)
            or (span in wide and _PURPOSE.search(masked, max(0, span.start - 120), span.start))
        )
    ]
    plain = blot(masked, dates)
    relatives = _relative_clauses(plain) if any(word in plain for word in _RELATIVE_WORDS) else []
    of_detail = {
        span
        for span in free
        if any(start <= span.start < end for start, end in relatives) or _follows_participle(plain, span)
    }
    own = [
        span
        for span in free
        if span not in of_detail
        and not _OF_NOUN.search(plain, max(0, span.start - 40), span.start)
        and not _is_year_of_noun(masked, span)
    ]
    if own or is_reported:
        return tuple(span for span in own if is_reported or not _is_of_subject(plain, span, own))
    core = find_core(plain, 0) if of_detail else None
    goes_on = core is not None and plain[core.verb.start : core.verb.end] in ("is", "are", "remains", "remain")
    other_times = {span for span in of_detail if goes_on or span in wide or _begins(plain, span)}
    return tuple(span for span in free if span not in other_times)


def _is_of_subject(plain: str, date: Span, others: Sequence[Span]) -> bool:
    """ "Minutes of this week's meeting will be published on Oct. 9": the first only says which meeting."""
    after = [span for span in others if span.start > date.end]
    return bool(after and _OWNING.match(plain, date.end) and _WILL.search(plain, date.end, after[0].start))


def _begins(plain: str, date: Span) -> bool:
    """Whether something begins or ends on the date: "ended a saga that began on Friday" tells two days."""
    return bool(_BEGUN.search(plain, max(0, date.start - 60), date.start))


def _patterns_for(words: Collection[str], masked: str) -> Sequence[re.Pattern[str]]:
    """Those that can be found before the dates of a clause with these words."""
    found = [pattern for some, pattern in _NOT_OF_THE_EVENT if not some.isdisjoint(words)]
    return [*found, _IN_PARENTHESES] if "(" in masked else found


def _stands_behind(patterns: Sequence[re.Pattern[str]], masked: str, at: int) -> bool:
    before = masked[max(0, at - 120) : at]
    return any(pattern.search(before) for pattern in patterns)


def _is_of_before(masked: str, date: Span) -> bool:
    if _DEED.match(masked, date.end) and _OF_DEED.search(masked, max(0, date.start - 12), date.start):
        return True
    return bool(_OWNING.match(masked, date.end) and _AFTER.search(masked, max(0, date.start - 30), date.start))


def _is_year_of_noun(masked: str, date: Span) -> bool:
    """ "the 2006-07 fiscal year began July 1": the year says which year, not when."""
    return bool(
        _YEAR.fullmatch(masked, *date) and _NOUN.match(masked, date.end) and _OF_WHICH.search(masked, 0, date.start)
    )


def _relative_clauses(plain: str) -> list[Span]:
    """ "that was stolen in 1991": up to the main verb, the next comma or the end."""
    found = []
    for opening in _RELATIVE.finditer(plain):
        if opening["before"] in VERB_BY_FORM or find_form(opening["verb"]) in (None, "base"):
            continue
        core = find_core(plain, 0)
        if core and core.verb.start > opening.end():
            end = core.verb.start
        else:
            comma = plain.find(",", opening.end())
            end = comma if comma >= 0 else len(plain)
        found.append(Span(opening.start("verb"), end))
    return found


def _follows_participle(plain: str, date: Span) -> bool:
    """ "acted on a court order issued on Tuesday": the participle has the date, not the verb before it."""
    found = _WORD_BEFORE.search(plain, max(0, date.start - 40), date.start)
    if not found or find_form(found[1]) != "past" or found[1] in NEVER_PASSIVE:
        return False
    core = find_core(plain, 0)
    if core and date.start < core.verb.start:
        return True  # "a man arrested on Monday was …"
    starts = [match.end() for match in _CLAUSE_START.finditer(plain, 0, found.start())]
    words = regex(r"[\w’'-]+").findall(plain[max(starts, default=0) : found.start()])
    if not words and core and core.verb.end < found.start() and plain[: found.start()].rstrip()[-1:] in ",¤":
        return not plain[date.end :].strip(" .,")  # "her first novel, published in 1961."
    said = [index for index, word in enumerate(words) if word in VERB_BY_FORM and VERB_BY_FORM[word].is_light]
    words = words[said[-1] + 1 :] if said else words
    has_verb = any(find_form(word) in ("auxiliary", "past") for word in words)
    return has_verb and words[-1] not in AUXILIARIES and words[-1] not in MID_WORDS
