"""Whether a clause tells what is still to come: by its date, by its verb of saying, or by the writer's own words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from generator import edtf
from generator.compiled import regex
from generator.events.attribution import Attribution
from generator.events.clause_dates import comes_last
from generator.events.cues import Cue
from generator.events.predicates import blot, find_core
from generator.events.sentences import Clause
from generator.events.verbs import find_form
from generator.events.vocabulary import EXPECTING, FIRM_EXPECTING, FIRM_WORDS, REPORTING
from generator.model import Timex

# "issued a warning and said winds would …", "sent it to the House, which is expected to vote"
_ANOTHER_CLAUSE = regex(rf"\b(?:and|but)\s+(?:{REPORTING})\b|,\s+(?:which|who|where|when|as)\b|\s(?:which|who)\b")
# what was to be is not told as having been, even where its day is past
_WAS_TO = regex(
    r"\b(?:was|were|had\s+been)\s+(?:due|set|expected|planned|scheduled|supposed|meant|slated|originally\s+\w+)\s+to\b"
)
# where the article's own day is not known, these still tell what is to come
_AHEAD = regex(
    r"\b(?:will\s+[a-z]|(?:is|are)\s+(?:now\s+)?(?:due|set|expected|scheduled|slated)\b|(?:now\s+)?expects?\b)"
)
# between a verb that fixes a day and the day: "has called a strike for Oct. 24", "has set the vote for Friday"
_CALLED = frozenset(
    "called calls announced set sets scheduled fixed arranged organised organized convened booked".split()
)
_WISHED = frozenset("planned hoped expected intended aimed wanted".split())
_MAIN_VERB = regex(r"\s*([a-z]+)")
_FOR_DAY = regex(r"\s+(?:[\w’'-]+\s+){0,8}for\s+(?:(?:late|early|next)\s+)?")


def called_for(clause: Clause, timexes: Sequence[Timex], published: str | None) -> tuple[Timex, ...]:
    """The day to come that a clause's own verb fixes for something; nothing where it fixes none.

    timexes: those of the sentence.
    """
    own = [timex for timex in timexes if clause.own <= timex.start < clause.end and is_after(timex, published)]
    if len(own) != 1 or "for" not in clause.masked:
        return ()
    day = clause.place(own[0])
    core = find_core(blot(clause.masked, [day]), 0)
    if core is None:
        return ()
    verb = _MAIN_VERB.match(clause.masked, core.group_end if core.perfect else core.verb.start)
    is_fixed = verb and verb[1] in _CALLED and _FOR_DAY.fullmatch(clause.masked, verb.end(), day.start)
    return tuple(own) if is_fixed else ()


def expects(masked: str, attribution: Attribution | None, timex: Timex, published: str | None) -> bool:
    """Whether what a clause tells with a date is, or was, to come.

    masked: the clause with its quotations blotted out. timex: the date of what it tells.
    """
    if attribution is None and is_after(timex, published):
        return True
    if attribution and attribution.verb.kind == "expect":
        return True
    own = _own_words(masked, attribution)
    was_to, is_to_come = bool(_WAS_TO.search(own)), bool(EXPECTING.search(own))
    if (was_to or is_to_come) and attribution is None and _tells_what_happened(own):
        return False
    if was_to or not timex.when or not is_to_come:
        return was_to
    return not _is_over(timex, published) if published else bool(_AHEAD.search(own))


def _tells_what_happened(own: str) -> bool:
    """Whether the main verb is a plain past tense: "scrubbed the launch of a crew that would have flown home"."""
    core = find_core(own, 0)
    verb = own[core.verb.start : core.verb.end] if core else ""
    return find_form(verb) == "past" and verb not in _WISHED


def expects_some_day(masked: str, cues: Iterable[Cue], attribution: Attribution | None) -> bool:
    """Whether what a clause tells without a date is to come. cues: those of its sentence."""
    if attribution and attribution.verb.kind == "expect":
        return True
    is_likely = not FIRM_WORDS.isdisjoint([cue.word for cue in cues])
    return is_likely and bool(FIRM_EXPECTING.search(_own_words(masked, attribution)))


def is_after(timex: Timex, published: str | None) -> bool:
    """Whether a date lies behind the article's day; False where either is not known."""
    if not timex.when or not published:
        return False
    first, day = edtf.parse(timex.when).first_day, edtf.parse(published).last_day
    return bool(first and day and first > day)


def _is_over(timex: Timex, published: str | None) -> bool:
    """Whether the article's day lies behind the date, or either is not known."""
    if not timex.when or not published:
        return True
    last, day = edtf.parse(timex.when).last_day, edtf.parse(published).first_day
    return not (last and day and last >= day)


def _own_words(masked: str, attribution: Attribution | None) -> str:
    """The reporter's words for what is reported: without the attribution, and not past a quotation."""
    if not attribution:
        other = _ANOTHER_CLAUSE.search(masked)
        return masked[: other.start()] if other else masked
    verb, subject = attribution.verb_span, attribution.subject
    if 0 < verb.start < subject.start:  # "…, according to Lee", "…, said Lee"
        return masked[: verb.start].split("¤")[0]
    if comes_last(masked, attribution):
        return masked[: subject.start].split("¤")[0]
    return masked[verb.end :].split("¤")[0]
