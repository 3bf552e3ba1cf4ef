"""Coordinated verb phrases: "met on Monday and will meet again on Friday" tells two events of one subject."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from generator.compiled import regex
from generator.events.predicates import (
    BEHIND_PARTICIPLE,
    BLOT,
    JOINT,
    LONGEST_SUBJECT,
    RELATIVE,
    VERB_PHRASE,
    WORD,
    Core,
    behind_date,
    blot,
    find_core,
    is_nested,
    is_reported,
)
from generator.events.verbs import NEVER_PASSIVE, PARTICIPLES_ONLY, Form, find_form
from generator.events.vocabulary import VERB_BY_FORM
from generator.text import Span

_OWN_SUBJECT = regex(r"(?:the|a|an|its|his|her|their|one|two|three|both|another|some|he|she|they|it|\d+)\b|[A-ZÀ-Þ]")


class Part(NamedTuple):
    """A stretch that tells an event of its own: characters [start, end) of the text.

    lead: the characters of the subject it shares, with the auxiliary it shares; None where it has a subject.
    """

    start: int
    end: int
    lead: Span | None


def split_coordinated(masked: str, dates: Sequence[Span]) -> tuple[Part, ...]:
    """The parts of a clause that each have a date of their own; none where it tells one event.

    masked: the clause with its quotations blotted out. dates: its date expressions.
    """
    plain = blot(masked, dates)
    core = find_core(plain, 0)
    if core is None:
        return ()
    bounds = [Part(0, len(plain), None)]
    for joint in JOINT.finditer(plain, core.verb.end):
        part = _open_part(plain, core, joint, dates)
        if part:
            bounds[-1] = bounds[-1]._replace(end=joint.start())
            bounds.append(part)
    parts = _dated(plain, bounds, Span(core.subject.start, core.group_end), dates)
    return tuple(parts) if len(parts) > 1 else ()


def find_subject(masked: str, dates: Sequence[Span]) -> Span | None:
    """The subject of a clause, without a date in front of it; None where it can't be told, or has said something."""
    plain = blot(masked, dates)
    core = find_core(plain, 0)
    return core.subject if core and not is_reported(plain, core, len(plain)) else None


def _open_part(plain: str, core: Core, joint: re.Match[str], dates: Sequence[Span]) -> Part | None:
    """What the joint opens: a verb phrase of the same subject or a clause of another; None where it joins less."""
    is_date_subject = plain.startswith(BLOT, joint.end())  # "and Wednesday will bring more talks"
    phrase = None if is_date_subject else VERB_PHRASE.match(plain, joint.end())
    form = find_form(phrase["verb"]) if phrase else None
    if phrase and form:
        lead = _find_lead(plain, core, joint.start(), phrase, form, dates)
        return Part(joint.end(), len(plain), lead) if lead else None
    if (joint["and"] or joint[0][0] == ";") and _opens_clause(plain, joint.end()):
        return Part(joint.end(), len(plain), None)
    return None


def _opens_clause(plain: str, at: int) -> bool:
    """ "the mayor resigned …": a noun phrase and its verb."""
    at = behind_date(plain, at)
    if not _OWN_SUBJECT.match(plain, at):
        return False
    for count, word in enumerate(WORD.finditer(plain, at)):
        if count > LONGEST_SUBJECT // 2 or word[0] in ",;" or word[0] in RELATIVE:
            return False
        if count and find_form(word[0]) in ("auxiliary", "past"):
            return True
    return False


def _dated(plain: str, parts: Sequence[Part], lead: Span, dates: Sequence[Span]) -> list[Part]:
    """The parts with a date of their own; an undated first verb joins the next, an undated last one the one before."""
    found: list[Part] = []
    for part in parts:
        if any(part.start <= start < part.end for start, _ in dates):
            found.append(part)
        elif found and part is parts[-1] and plain[: part.start].endswith(("and ", "but ")):
            found[-1] = found[-1]._replace(end=part.end)
    if found and found[0] is not parts[0] and found[0] is parts[1]:
        joined = plain[: found[0].start].endswith("and ")
        found[0] = Part(0, found[0].end, None) if joined else found[0]._replace(lead=found[0].lead or lead)
    return found


# ---------------------------------------------------------------- what is shared


def _find_lead(
    plain: str, core: Core, until: int, phrase: re.Match[str], form: Form, dates: Sequence[Span]
) -> Span | None:
    """What stands in front of the verb phrase when it is told by itself; None where that cannot be said for sure."""
    if is_reported(plain, core, until):
        if phrase["verb"] in VERB_BY_FORM:
            return core.subject
        return _lead_inside(plain, core, until, phrase, form, dates)
    if is_nested(plain, core.verb.end, until):
        return None
    return _share(core, phrase, form)


def _share(core: Core, phrase: re.Match[str], form: Form) -> Span | None:
    """The subject, with the auxiliary where the verb cannot stand without it."""
    with_auxiliary = Span(core.subject.start, core.group_end)
    if form == "base":
        return with_auxiliary if core.takes_base else None
    if form == "past" and _needs_auxiliary(core, phrase):
        return with_auxiliary if core.passive or core.perfect else None
    return core.subject


def _needs_auxiliary(core: Core, phrase: re.Match[str]) -> bool:
    """ "was arrested and charged on", but "was injured and had", "was elected and joined the board"."""
    verb = phrase["verb"]
    if verb in PARTICIPLES_ONLY:
        return True
    if verb in NEVER_PASSIVE:
        return core.takes_base
    return core.takes_base or core.perfect or (core.passive and _stands_alone(phrase))


def _stands_alone(phrase: re.Match[str]) -> bool:
    return bool(BEHIND_PARTICIPLE.match(phrase.string, phrase.end("verb")))


def _lead_inside(
    plain: str, core: Core, until: int, phrase: re.Match[str], form: Form, dates: Sequence[Span]
) -> Span | None:
    """The lead of a verb phrase within what is said: from the speaker to the inner subject."""
    that = plain.find(" that ", core.verb.end, until)
    inner = find_core(plain, that + 6 if that >= 0 else core.verb.end + 1)
    if inner is None or inner.verb.start >= until or is_nested(plain, inner.verb.end, until):
        return None
    if not any(inner.verb.end <= start < until for start, _ in dates):
        return None  # "said on Monday the plan was dead and resigned on Tuesday": who resigned?
    shared = _share(inner, phrase, form)
    return Span(core.subject.start, shared.end) if shared else None
