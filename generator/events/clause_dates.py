"""Which of the dates in a clause is that of its event: the day of saying is not that of what is said."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import timedelta

from generator import edtf
from generator.compiled import regex
from generator.events.attribution import Attribution
from generator.events.sentences import Clause
from generator.events.vocabulary import is_finite
from generator.model import Article, Basis, Timex

BESIDE = 8  # characters between two expressions of one date: ", on "
NARROW = timedelta(days=7)  # what is told of a wider stretch is dated by the day it was said
_COMPLEMENT = regex(r"\bthat\b")
_LIGHT_COMPLEMENT = regex(
    r"\s*(?:(?:he|she|it|they|there|the|a|an|its|his|her|their)\b|[A-Z¤]"
    r"|[a-z]+\s+(?:would|will|had|has|have|was|were|are|is|could|may|might)\b)"
)
# begins what is said, "said hundreds of homes fell": not "said on", "said in", "said so"
_NOUN_FIRST = regex(
    r"\s+(?!(?:on|in|at|to|during|by|from|with|late|early|earlier|later|again|so|nothing|little|yes|no|for|about|of|as|after"
    r"|before|when|while|over|this|last|next|both|also|only|reporters|journalists)\b)[a-z]+\s[^.;¤]{0,80}?"
    r"\b(?:was|were|is|are|had|has|have|will|would|[a-z]{3,}ed)\b"
)
_TO_SOMEBODY = frozenset({"speak", "write", "respond", "reply", "point", "object", "appeal"})  # "spoke to reporters"
_YEAR_TO_DATE = regex(r"\bso\s+far\s+$|\balready\s+$", re.IGNORECASE)
_SINCE_BEFORE = regex(r"\bsince\s+$", re.IGNORECASE)
_BETWEEN_YEARS = regex(r"\bbetween\s+(?:\d{4}\s+and\s+)?$", re.IGNORECASE)  # a stretch, of which neither year dates
_BY_BEFORE = regex(r"\bby\s+$")
_BARE_YEAR_BEFORE = regex(r"\b(?:in|since|during|until|of|by|from|early|late|mid|and|through)\s+$|^\s*$", re.IGNORECASE)
_OF_A_NOUN = regex(r"-(?:century|decade|era)$", re.IGNORECASE)  # "a 16th-century head": what it is, not when
_PERFECT = regex(r"\b(?:has|have|’ve|'ve)\b")
# "third-quarter revenue", "in the quarter", "from $2 million a year earlier": what figures count, no day of anything
OF_FIGURES = frozenset(
    {
        "quarter-adjective", "quarter", "quarter-fiscal", "the-quarter", "figure-latest", "figure-year-ago",
        "figure-year-ago-adjective", "figure-same-period", "figure-quarter-year-ago",
    }
)  # fmt: skip
_PAPERS = regex(
    r"according\s+to\s+(?:[\w’'-]+\s+){0,3}?(?:documents?|papers?|records?|filings?|e-?mails?|letters?|minutes|transcripts?"
    r"|messages|indictments?|affidavits?)\b",
    re.IGNORECASE,
)
_FACTUAL = frozenset({"say", "report", "claim", "add", "state", "announce", "disclose", "reveal", "confirm", "tell"})


def can_date(timex: Timex, body: str) -> bool:
    """Whether an expression can be the time of an event: it names a stretch of the calendar, and not in passing."""
    if timex.when is None or timex.type == "SET":
        return False
    if _OF_A_NOUN.search(body, timex.start, timex.end):
        return False
    before = body[max(0, timex.start - 12) : timex.start]
    if _BY_BEFORE.search(before) and not edtf.parse(timex.when).is_day:
        return False  # "promised a bridge by 2025": a time limit
    if edtf.parse(timex.when).precision in ("year", "decade", "century") and body[timex.start : timex.end].isdigit():
        is_of_two = _BETWEEN_YEARS.search(body, max(0, timex.start - 20), timex.start)
        return bool(_BARE_YEAR_BEFORE.search(before)) and not is_of_two
    return True


def saying_and_content(clause: Clause, attribution: Attribution | None) -> tuple[Timex | None, Timex | None]:
    """The date of saying and the date of what is said; for a plain report the second alone."""
    if not attribution or not clause.timexes:
        return None, preferred(clause.timexes)
    source = _source_start(clause, attribution)
    if source:
        told = [timex for timex in clause.timexes if clause.place(timex).end <= source]
        return preferred([timex for timex in clause.timexes if timex not in told]), preferred(told)
    complement = clause.own - len(clause.lead) + _complement_start(clause, attribution)
    last = comes_last(clause.masked, attribution)
    subject = clause.own - len(clause.lead) + attribution.subject.start
    said = [t for t in clause.timexes if t.start < complement and not (last and t.end <= subject)]
    told = [t for t in clause.timexes if t not in said]
    return preferred(said), preferred(told)


def _source_start(clause: Clause, attribution: Attribution) -> int:
    """Where ", according to …" begins behind what it tells; 0 where nothing such ends the clause."""
    at = attribution.verb_span.start
    return at if at and clause.masked.startswith("according", at) else 0


def is_by_a_source(clause: Clause, attribution: Attribution | None, said: Timex | None) -> bool:
    """Whether what is told has its own date alone: by a source without one, or by papers, whatever day they were shown.

    Figures are of the day they are released.
    """
    if attribution is None or not _source_start(clause, attribution):
        return False
    return said is None or bool(_PAPERS.match(clause.masked, attribution.verb_span.start))


def choose(
    attribution: Attribution | None, said: Timex | None, told: Timex | None, expects: bool, by_a_source: bool = False
) -> Timex | None:
    """The date of the event: of what was done or is to come, or, of a statement, the day it was made.

    said, told: the dates of saying and of what is said. expects: the event is still to come. by_a_source: see
    is_by_a_source.
    """
    if by_a_source and told:
        return told
    if not attribution or expects:
        return told or (None if expects and attribution else said)
    is_fact = attribution.verb.kind != "expect" and attribution.verb.forms[0] in _FACTUAL
    return told if told and told.when and is_fact and is_narrow(told) else said


def is_narrow(timex: Timex) -> bool:
    """Whether an expression names a day or some days, less than a week."""
    span = edtf.parse(str(timex.when))
    return bool(span.first_day and span.last_day and span.last_day - span.first_day < NARROW)


def dated(timex: Timex | None, clause: Clause, article: Article) -> tuple[str | None, Basis | None]:
    """The event's date as EDTF, and what it rests on; None for both where no expression tells it."""
    if timex is None or timex.when is None:
        return None, None
    words = article.body[timex.start : timex.end]
    before = article.body[max(clause.start, timex.start - 12) : timex.start]
    value = edtf.parse(timex.when)
    if value.precision == "year" and article.published and _YEAR_TO_DATE.search(before):
        day = edtf.parse(article.published).last_day
        if day and value.contains(edtf.day(day)):
            return f"{day.year:04}-01/{day.year:04}-{day.month:02}", Basis(words, "year-to-date", article.published)
    if article.published and _SINCE_BEFORE.search(before) and is_perfect(clause):
        return up_to_today(timex.when, article.published), Basis(words, "since", article.published)
    return timex.when, Basis(words, timex.rule, timex.anchor, timex.also)


def up_to_today(when: str, published: str) -> str:
    """From the start of a stretch of time to the article's day."""
    value = f"{when.split('/')[0]}/{published}"
    return value if edtf.is_valid(value) else when


def comes_last(masked: str, attribution: Attribution) -> bool:
    """ "…, he said": whether what is said stands before the words that say so."""
    before = masked[: min(attribution.subject.start, attribution.verb_span.start)]
    ends = not masked[attribution.verb_span.end :].strip(" .") and before.rstrip().endswith(",")
    return (
        "¤" in before
        or ends
        or (before.rstrip().endswith(",") and any(is_finite(word) for word in regex(r"[\w’'-]+").findall(before)))
    )


def preferred(timexes: Sequence[Timex]) -> Timex | None:
    """The expression that dates the clause: a date before a duration and before what figures are about, the first, or
    the one beside that narrows it.

    The day beside an hour ("6pm on Christmas Eve") is the hour's, too.
    """
    dates = [t for t in timexes if t.type in ("DATE", "TIME")] or list(timexes)
    dates = [t for t in dates if t.rule not in OF_FIGURES] or dates
    if not dates:
        return None
    first, *others = dates
    near = [timex for timex in others if timex.start - first.end <= BESIDE]
    if first.rule == "clock" and near:
        return near[0]
    return next((inner for timex in near if (inner := _inside(timex, first))), first)


def is_perfect(clause: Clause) -> bool:
    """ "have provided": what began earlier and goes on."""
    return bool(_PERFECT.search(clause.masked))


def _complement_start(clause: Clause, attribution: Attribution) -> int:
    """Where the words of the reporting end and those of what is reported begin."""
    after = attribution.verb_span.end
    masked = clause.masked
    if after <= attribution.subject.start and not comes_last(masked, attribution):  # "According to Lee, …"
        comma = masked.find(",", attribution.subject.end)
        return comma if comma >= 0 else attribution.subject.end
    if comes_last(masked, attribution):
        return len(clause.text)  # everything behind what is said is about the saying
    that = _COMPLEMENT.search(masked, after, after + 60)
    if that:
        return that.start()
    if attribution.verb.is_light:
        opening = _behind_day(clause, after)
        if _LIGHT_COMPLEMENT.match(masked, opening) or (_NOUN_FIRST.match(masked, opening) and opening == after):
            return opening
    if attribution.verb.forms[0] in _TO_SOMEBODY:
        return len(clause.text)
    infinitive = regex(r"\bto\s+[a-z]").search(masked[after:])
    return after + infinitive.start() if infinitive else len(clause.text)


def _behind_day(clause: Clause, at: int) -> int:
    """Behind the day that stands right behind the verb: "said Monday the man died on Saturday"."""
    places = (clause.place(timex) for timex in clause.timexes)
    return next((place.end for place in places if 0 <= place.start - at <= len(" early ")), at)


def _inside(timex: Timex, other: Timex) -> Timex | None:
    """ "earlier this year, on July 1": the second, in the reading that says which day of the first it was."""
    outer, readings = edtf.parse(str(other.when)), (str(timex.when), *timex.also)
    inner = next((when for when in readings if when != outer.text and outer.contains(edtf.parse(when))), None)
    return timex._replace(when=inner, also=tuple(when for when in readings if when != inner)) if inner else None
