"""Drafts: what each clause of an article reports, with the date its own words give it, before context is used."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import timedelta
from typing import NamedTuple

from generator import edtf
from generator.compiled import regex
from generator.events.attribution import Attribution, Person, find_attribution, resolve_speaker
from generator.events.clauses import split_clauses
from generator.events.sentences import Clause, Sentence, mask_quotes, vocabulary
from generator.events.sharing import JOINED, RELATIVE
from generator.events.vocabulary import (
    EXPECTING,
    FIRM_EXPECTING,
    FIRM_WORDS,
    REPORTING,
    SAYING_PARTICIPLE,
    VERB_BY_FORM,
    is_finite,
)
from generator.lexicon import MEETING
from generator.model import Article, Basis, Status, Timex

LOOSE_DATE = "the day may belong to the sentence and not to this meeting"
BESIDE = 8  # characters between two expressions of one date: ", on "
NARROW = timedelta(days=7)  # what is told of a wider stretch is dated by the day it was said
_COMPLEMENT = regex(r"\bthat\b")
_LIGHT_COMPLEMENT = regex(
    r"\s*(?:(?:he|she|it|they|there|the|a|an|its|his|her|their)\b|[A-Z¤]"
    r"|[a-z]+\s+(?:would|will|had|has|have|was|were|are|is|could|may|might)\b)"
)
_TO_SOMEBODY = frozenset({"speak", "write", "respond", "reply", "point", "object", "appeal"})  # "spoke to reporters"
_YEAR_TO_DATE = regex(r"\bso\s+far\s+$|\balready\s+$", re.IGNORECASE)
_SINCE_BEFORE = regex(r"\bsince\s+$")
_BY_BEFORE = regex(r"\bby\s+$")
_BARE_YEAR_BEFORE = regex(r"\b(?:in|since|during|until|of|by|from|early|late|mid|and|through)\s+$|^\s*$", re.IGNORECASE)
_SAYING_WORDS = frozenset(form.split()[0] for form in VERB_BY_FORM) | frozenset(
    "will ll would set due expected scheduled slated planned poised agenda according looking seeking hoping planning "
    "going invited upcoming forthcoming aims aimed".split()
)
# "issued a warning and said winds would …", "sent it to the House, which is expected to vote"
_ANOTHER_CLAUSE = regex(rf"\b(?:and|but)\s+(?:{REPORTING})\b|,\s+(?:which|who|where|when|as)\b")
# what was to be is not told as having been, even where its day is past
_WAS_TO = regex(r"\b(?:was|were)\s+(?:due|scheduled|supposed|meant|slated|originally\s+\w+)\s+to\b")
_PERFECT = regex(r"\b(?:has|have|’ve|'ve)\b")


class Draft(NamedTuple):
    """One clause that may become a mention.

    date and basis are None while only context can date it. saying: the day it was said, where the words give it.
    anchors: later remarks of the speaker count from its day.
    """

    clause: Clause
    sentence: Sentence
    section: int
    status: Status
    attribution: Attribution | None
    speaker: str | None
    date: str | None
    basis: Basis | None
    saying: str | None
    anchors: bool
    unsure: str | None = None

    @property
    def is_statement(self) -> bool:
        """Somebody is reported to say it."""
        return self.attribution is not None

    @property
    def is_meeting(self) -> bool:
        """It is itself a meeting: a gathering of people, not what they talk about."""
        return bool(MEETING.search(mask_quotes(self.clause.text)))


def draft_sentence(
    article: Article,
    sentence: Sentence,
    section: int,
    timexes: Sequence[Timex],
    people: Sequence[Person],
    last_speaker: str | None,
) -> tuple[Draft, ...]:
    """The main clause's draft first, then those of its dated subordinate clauses; none of a sentence without either
    a date or a word that says or expects something."""
    usable = [timex for timex in timexes if _can_date(timex, article.body)]
    if not usable and not says_or_expects(mask_quotes(sentence.text)):
        return ()
    main, *others = split_clauses(sentence, usable)
    attribution = _attribute(main, people, last_speaker, usable)
    if not usable and not attribution and not _is_expected(main, None, None, article.published):
        return ()
    first = _main_draft(article, sentence, section, main, attribution)
    if others and first.date is None:
        first = _since(first, others, article.published)
    drafts = [first]
    for clause in others:
        if clause.marker in (JOINED, RELATIVE):
            spoken = _attribute(clause, people, first.speaker or last_speaker, usable)
            drafts.append(_main_draft(article, sentence, section, clause, spoken))
        else:
            drafts.append(_sub_draft(article, sentence, section, clause, first))
    return tuple(drafts)


def says_or_expects(text: str) -> bool:
    """Whether a sentence has a word by which news reports speech or announces what is to come."""
    return not _SAYING_WORDS.isdisjoint(vocabulary(text))


def _can_date(timex: Timex, body: str) -> bool:
    """Whether an expression can be the time of an event: it names a stretch of the calendar, and not in passing."""
    if timex.when is None or timex.type == "SET":
        return False
    before = body[max(0, timex.start - 12) : timex.start]
    if _BY_BEFORE.search(before) and not edtf.parse(timex.when).is_day:
        return False  # "promised a bridge by 2025": a time limit
    if edtf.parse(timex.when).precision in ("year", "decade", "century") and body[timex.start : timex.end].isdigit():
        return bool(_BARE_YEAR_BEFORE.search(before))
    return True


def _attribute(
    clause: Clause, people: Sequence[Person], last: str | None, timexes: Sequence[Timex]
) -> Attribution | None:
    masked = mask_quotes(clause.text)
    spans = [clause.place(t) for t in timexes if clause.own <= t.start < clause.end]
    found = find_attribution(masked, spans)
    if not found:
        return None
    subject, verb, verb_span = found
    speaker = resolve_speaker(clause.text[subject.start : subject.end], people, last)
    return Attribution(speaker, verb, verb_span, subject) if speaker else None


def _main_draft(
    article: Article, sentence: Sentence, section: int, clause: Clause, attribution: Attribution | None
) -> Draft:
    said, told = _saying_and_content(clause, attribution)
    expects = not (said and not told) and _is_expected(clause, attribution, told or said, article.published)
    chosen = _choose(attribution, said, told, expects)
    date, basis = _dated(chosen, clause, article)
    return Draft(
        clause,
        sentence,
        section,
        _status(attribution, expects, chosen, told),
        attribution,
        attribution.speaker if attribution else None,
        date,
        basis,
        said.when if said and attribution else None,
        anchors=attribution is not None,
        unsure=chosen.unsure if chosen else None,
    )


def _saying_and_content(clause: Clause, attribution: Attribution | None) -> tuple[Timex | None, Timex | None]:
    """The date of saying and the date of what is said; for a plain report the second alone."""
    if not attribution or not clause.timexes:
        return None, _preferred(clause.timexes)
    complement = clause.own - len(clause.lead) + _complement_start(clause, attribution)
    last = _comes_last(mask_quotes(clause.text), attribution)
    subject = clause.own - len(clause.lead) + attribution.subject.start
    said = [t for t in clause.timexes if t.start < complement and not (last and t.end <= subject)]
    told = [t for t in clause.timexes if t not in said]
    return _preferred(said), _preferred(told)


def _complement_start(clause: Clause, attribution: Attribution) -> int:
    """Where the words of the reporting end and those of what is reported begin."""
    after = attribution.verb_span.end
    masked = mask_quotes(clause.text)
    if _comes_last(masked, attribution):
        return len(clause.text)  # everything behind what is said is about the saying
    that = _COMPLEMENT.search(masked, after, after + 60)
    if that:
        return that.start()
    if attribution.verb.is_light and _LIGHT_COMPLEMENT.match(masked, after):
        return after
    if attribution.verb.forms[0] in _TO_SOMEBODY:
        return len(clause.text)
    infinitive = re.search(r"\bto\s+[a-z]", masked[after:])
    return after + infinitive.start() if infinitive else len(clause.text)


def _comes_last(masked: str, attribution: Attribution) -> bool:
    """ "…, he said": whether what is said stands before the words that say so."""
    before = masked[: attribution.subject.start]
    ends = not masked[attribution.verb_span.end :].strip(" .") and before.rstrip().endswith(",")
    return (
        "¤" in before
        or ends
        or (before.rstrip().endswith(",") and any(is_finite(word) for word in re.findall(r"[\w’'-]+", before)))
    )


def _own_words(masked: str, attribution: Attribution | None) -> str:
    """The reporter's words for what is reported: without the attribution, and not past a quotation."""
    if not attribution:
        other = _ANOTHER_CLAUSE.search(masked)
        return masked[: other.start()] if other else masked
    if _comes_last(masked, attribution):
        return masked[: attribution.subject.start].split("¤")[0]
    return masked[attribution.verb_span.end :].split("¤")[0]


def _preferred(timexes: Sequence[Timex]) -> Timex | None:
    """The expression that dates the clause: a date before a duration, the first, or the one beside that narrows it.

    The day beside an hour ("6pm on Christmas Eve") is the hour's, too.
    """
    dates = [t for t in timexes if t.type in ("DATE", "TIME")] or list(timexes)
    if not dates:
        return None
    first, *others = dates
    beside = (t for t in others if t.start - first.end <= BESIDE and (first.rule == "clock" or _narrows(t, first)))
    return next(beside, first)


def _narrows(timex: Timex, other: Timex) -> bool:
    """ "earlier this year, on July 1": the second says which day of the first."""
    inner, outer = edtf.parse(str(timex.when)), edtf.parse(str(other.when))
    return inner.text != outer.text and outer.contains(inner)


def _choose(attribution: Attribution | None, said: Timex | None, told: Timex | None, expects: bool) -> Timex | None:
    if not attribution or expects:
        return told or (None if expects and attribution else said)
    if told and told.when and attribution.verb.kind != "expect" and attribution.verb.forms[0] in _FACTUAL:
        span = edtf.parse(told.when)
        first, last = span.first_day, span.last_day
        if first and last and last - first < NARROW:
            return told
    return said


_FACTUAL = frozenset({"say", "report", "claim", "add", "state", "announce", "disclose", "reveal", "confirm", "tell"})


def _is_expected(clause: Clause, attribution: Attribution | None, timex: Timex | None, published: str | None) -> bool:
    masked = mask_quotes(clause.text)
    if timex and timex.when and published and attribution is None:
        first, day = edtf.parse(timex.when).first_day, edtf.parse(published).last_day
        if first and day and first > day:
            return True
    if attribution and attribution.verb.kind == "expect":
        return True
    if timex and _WAS_TO.search(_own_words(masked, attribution)):
        return True
    if timex is None:
        firm = not FIRM_WORDS.isdisjoint(vocabulary(masked))
        return firm and bool(FIRM_EXPECTING.search(_own_words(masked, attribution)))
    if timex.when and published and EXPECTING.search(_own_words(masked, attribution)):
        last, day = edtf.parse(timex.when).last_day, edtf.parse(published).first_day
        return bool(last and day and last >= day)
    return False


def _status(attribution: Attribution | None, expects: bool, chosen: Timex | None, told: Timex | None) -> Status:
    if expects:
        return "expected"
    if not attribution:
        return "happened"
    is_claim = attribution.verb.kind == "claim" or (told is not None and told is chosen)
    return "claim" if is_claim else "statement"


def _dated(timex: Timex | None, clause: Clause, article: Article) -> tuple[str | None, Basis | None]:
    if timex is None or timex.when is None:
        return None, None
    words = article.body[timex.start : timex.end]
    before = article.body[max(clause.start, timex.start - 12) : timex.start]
    value = edtf.parse(timex.when)
    if value.precision == "year" and article.published and _YEAR_TO_DATE.search(before):
        day = edtf.parse(article.published).last_day
        if day and value.contains(edtf.day(day)):
            return f"{day.year:04}-01/{day.year:04}-{day.month:02}", Basis(words, "year-to-date", article.published)
    if article.published and _SINCE_BEFORE.search(before) and _PERFECT.search(mask_quotes(clause.text)):
        return _up_to_today(timex.when, article.published), Basis(words, "since", article.published)
    return timex.when, Basis(words, timex.rule, timex.anchor, timex.also)


def _since(draft: Draft, others: Sequence[Clause], published: str | None) -> Draft:
    """ "have provided arms since Moscow launched its war in February 2022": from then up to the article's day."""
    since = next((c for c in others if c.marker == "since" and c.timexes), None)
    if not since or not published or not _PERFECT.search(mask_quotes(draft.clause.text)):
        return draft
    timex = since.timexes[0]
    date = _up_to_today(str(timex.when), published)
    words = draft.sentence.text[timex.start - draft.sentence.start : timex.end - draft.sentence.start]
    return draft._replace(date=date, basis=Basis(words, "since", published))


def _up_to_today(when: str, published: str) -> str:
    """From the start of a stretch of time to the article's day."""
    value = f"{when.split('/')[0]}/{published}"
    return value if edtf.is_valid(value) else when


def _sub_draft(article: Article, sentence: Sentence, section: int, clause: Clause, main: Draft) -> Draft:
    """A subordinate clause's draft: a saying participle keeps the main clause's speaker."""
    timex = _preferred(clause.timexes)
    date, basis = _dated(timex, clause, article)
    first = clause.text.split(" ", 1)[0].lower()
    says = first in SAYING_PARTICIPLE and main.speaker is not None
    expects = not says and _is_expected(clause, None, timex, article.published) and not _told_as_past(clause)
    status: Status = "statement" if says else "expected" if expects else "happened"
    return Draft(
        clause,
        sentence,
        section,
        status,
        main.attribution if says else None,
        main.speaker if says else None,
        date,
        basis,
        date if says else None,
        anchors=False,
        unsure=timex.unsure
        if timex and timex.unsure
        else None
        if says or clause.span_days or _has_verb(clause)
        else LOOSE_DATE,
    )


def _has_verb(clause: Clause) -> bool:
    return any(is_finite(word) for word in re.findall(r"[\w’'-]+", clause.text))


def _told_as_past(clause: Clause) -> bool:
    return any(re.fullmatch(r"\w+ed|met|held|was|were|began", word) for word in clause.text.split())
