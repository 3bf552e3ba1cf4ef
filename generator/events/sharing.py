"""Clauses that take over the subject of another one, so that each can be read by itself."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from generator import edtf
from generator.compiled import regex
from generator.events.coordination import Part, find_subject, split_coordinated
from generator.events.headings import TRAILING_ATTRIBUTION
from generator.events.quotations import mask_quotes
from generator.events.sentences import Clause, Sentence
from generator.events.subordination import WITH_PARTICIPLE, is_participle, opening_word
from generator.events.undated import without_dates
from generator.events.verbs import find_form
from generator.events.vocabulary import COORDINATORS, VERB_BY_FORM, is_finite
from generator.model import Timex
from generator.text import Span, squeeze

# the marker of each part of "met on Monday and will meet again on Friday", the first one too
JOINED = "joined"
RELATIVE = "who"
# times of their own that no calendar has: "scored 19 goals last season and made his debut in March"
_VAGUE_TIME = regex(
    r"\b(?:(?:last|this)\s+season|(?:in|during)\s+(?:its|his|her|their)\s+(?:first|second|last|final|early)\s+"
    r"(?:year|season|month|week|day|decade)s?)\b"
)
_LOOKS_AHEAD = frozenset({"will", "shall"})
_LOOKS_BACK = frozenset({"was", "were", "had"})
_INSIDE_PHRASE = frozenset("in of for from at on with by before after during".split())
RELATIVE_WORDS = frozenset({"who", "which", "whose", "whom"})
# "nine of whom", "whose contract": the clause has a subject of its own
_RELATIVE_CLAUSE = regex(
    r",\s+(?:who|which|(?P<own>whose|(?:(?:\w{2,9}\s+){0,3}?(?:of|in|for|at|on|with|from)\s+)?(?:whom|which)))\s+"
)


def has_joint(words: Collection[str], masked: str) -> bool:
    """Whether a sentence has what joins clauses; it spares most sentences the look."""
    return ";" in masked or not COORDINATORS.isdisjoint(words)


# ---------------------------------------------------------------- "met on Monday and will meet on Friday"


def split_joined(clause: Clause, sentence: Sentence) -> tuple[Clause, ...]:
    """Its parts with a date and an event of their own; the clause as it is where it tells one."""
    masked = clause.masked
    vague = [Span(*found.span()) for found in _VAGUE_TIME.finditer(masked)]
    if len({timex.when for timex in clause.timexes}) + len(vague) < 2:
        return (clause,)
    attribution = TRAILING_ATTRIBUTION.search(masked)
    until = attribution.start() if attribution else len(masked)
    places = [clause.place(timex) for timex in clause.timexes] + vague
    parts = split_coordinated(masked[:until], [place for place in places if place.end <= until])
    joined = (_joined(clause, part, sentence, until) for part in parts)
    return tuple(part for part in joined if part.timexes) or (clause,)


def _joined(clause: Clause, part: Part, sentence: Sentence, until: int) -> Clause:
    """One part as a clause: behind its subject, and in front of who says it where that ends the sentence."""
    own = tuple(timex for timex in clause.timexes if part.start <= clause.place(timex).start < part.end)
    lead = _lead(clause, part.lead) if part.start else clause.lead
    at, end = (clause.own + max(0, place - len(clause.lead)) for place in (part.start, part.end))
    attribution = clause.text[until:]
    words = clause.text[max(part.start, len(clause.lead)) : part.end]
    has_subject = part.lead is None and part.start > 0
    own = tuple(_in_tense(timex, lead + words) for timex in own)
    text = lead + words + attribution
    return Clause(
        at if has_subject else clause.start,
        sentence.end if attribution else end,
        text,
        mask_quotes(text),
        JOINED,
        own,
        at,
        lead,
    )


def _in_tense(timex: Timex, words: str) -> Timex:
    """ "won on Sunday and will play …": the Sunday behind us, where both readings exist."""
    verb = next((word for word in regex(r"[a-z]+").findall(words) if find_form(word) in ("past", "auxiliary")), "")
    ahead = verb in _LOOKS_AHEAD
    back = verb in _LOOKS_BACK or (find_form(verb) == "past" and verb not in VERB_BY_FORM)
    if not timex.anchor or not (ahead or back):
        return timex  # what was said may lie on either side
    today = edtf.parse(timex.anchor)

    def fits(when: edtf.Edtf) -> bool:
        earlier, later = (today, when) if ahead else (when, today)
        return earlier.last is None or later.last is None or earlier.last <= later.last

    return _with_reading(timex, fits)


def _with_reading(timex: Timex, fits: Callable[[edtf.Edtf], bool]) -> Timex:
    """The expression with the first of its readings that fits; as it is where none does."""
    readings = (str(timex.when), *timex.also)
    fitting = next((when for when in readings if fits(edtf.parse(when))), readings[0])
    return timex._replace(when=fitting, also=tuple(when for when in readings if when != fitting))


def _lead(clause: Clause, subject: Span | None) -> str:
    """The words of a subject, with a space behind them and without the dates among them."""
    if subject is None:
        return ""
    places = [clause.place(timex) for timex in clause.timexes]
    dates = [
        Span(start - subject.start, end - subject.start)
        for start, end in places
        if subject.start <= start < subject.end
    ]
    return squeeze(without_dates(clause.text[subject.start : subject.end], dates)) + " "


# ---------------------------------------------------------------- "before flying to Berlin", ", who left in 2020,"


def share_participle(clause: Clause, main: Clause) -> Clause | None:
    """ "before flying to Berlin on Friday": with the main clause's subject, None where it has none to share.

    Any other clause as it is.
    """
    if clause.marker not in WITH_PARTICIPLE or not is_participle(opening_word(clause.text)):
        return clause
    subject = find_subject(main.masked, [main.place(timex) for timex in main.timexes])
    if subject is None:
        return None
    lead = _lead(main, subject)
    before = clause.marker.endswith("before")
    timexes = tuple(_in_order(timex, main.timexes, before) for timex in clause.timexes)
    masked = mask_quotes(lead) + clause.masked
    return clause._replace(start=main.start, text=lead + clause.text, masked=masked, lead=lead, timexes=timexes)


def _in_order(timex: Timex, of_main: Sequence[Timex], before: bool) -> Timex:
    """ "met on Tuesday before flying out on Friday": the Friday behind that Tuesday, where both readings exist."""
    if not of_main:
        return timex
    other = edtf.parse(str(of_main[0].when))

    def fits(when: edtf.Edtf) -> bool:
        earlier, later = (other, when) if before else (when, other)
        return earlier.last is None or later.last is None or earlier.last <= later.last

    return _with_reading(timex, fits)


def find_relatives(sentence: Sentence, masked: str, timexes: Sequence[Timex]) -> list[Clause]:
    """The dated ", who …" clauses, which date nothing else; without text where it can't be told who is meant."""
    found = []
    for opening in _RELATIVE_CLAUSE.finditer(masked):
        end = _relative_end(
            masked, opening.end(), [Span(t.start - sentence.start, t.end - sentence.start) for t in timexes]
        )
        own = tuple(t for t in timexes if opening.end() <= t.start - sentence.start < end)
        if own:
            subject = "" if opening["own"] else _subject_behind(masked, opening.start(), end)
            found.append(_relative(sentence, subject, Span(opening.end(), end), own))
    return found


def _relative_end(masked: str, at: int, dates: Sequence[Span]) -> int:
    """Where the next comma stands that is not part of a date, or the sentence ends."""
    commas = (match.start() for match in regex(",").finditer(masked[at:]))
    free = (at + comma for comma in commas if not any(start <= at + comma < end for start, end in dates))
    return next(free, len(masked.rstrip(" .")))


def _subject_behind(masked: str, at: int, end: int) -> str:
    """What stands in front of ", who …," when it is the subject that begins the sentence, else nothing."""
    before = masked[:at]
    is_subject = end < len(masked.rstrip(" .")) and "," not in before and "¤" not in before
    words = regex(r"[\w’'-]+").findall(before)
    is_plain = _INSIDE_PHRASE.isdisjoint(words)  # in "shares in Zephyr, which listed" it may be either
    return before if is_subject and is_plain and len(words) <= 8 and not any(map(is_finite, words)) else ""


def _relative(sentence: Sentence, subject: str, span: Span, own: tuple[Timex, ...]) -> Clause:
    start = sentence.start + (0 if subject else span.start)
    lead = f"{subject} " if subject else ""
    text = lead + sentence.text[span.start : span.end] if subject else ""
    at, end = sentence.start + span.start, sentence.start + span.end
    return Clause(start, end, text, mask_quotes(text), RELATIVE, own, at, lead)
