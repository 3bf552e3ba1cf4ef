"""Drafts: what each clause of an article reports, with the date its own words give it, before context is used."""

import re
from collections.abc import Sequence
from typing import NamedTuple, TypeAlias

from generator import edtf
from generator.compiled import regex
from generator.events.attribution import Attribution, find_attribution
from generator.events.clause_dates import (
    NARROW,
    OF_FIGURES,
    can_date,
    choose,
    comes_last,
    dated,
    is_by_a_source,
    is_perfect,
    preferred,
    saying_and_content,
    up_to_today,
)
from generator.events.clauses import split_clauses
from generator.events.cues import find_cues
from generator.events.day_ranges import join_days
from generator.events.evidence import EVIDENCE, what_evidence_tells
from generator.events.expectations import called_for, expects, expects_some_day, is_after
from generator.events.people import Last, Person, resolve_speaker
from generator.events.predicates import find_core
from generator.events.sentences import Clause, Sentence
from generator.events.sharing import JOINED, RELATIVE
from generator.events.vocabulary import SAYING_PARTICIPLE, is_finite
from generator.lexicon import names_meeting
from generator.model import Article, Basis, Status, Timex

Standing: TypeAlias = "tuple[str, Basis]"  # the date, EDTF, that stands above a sentence, and what it rests on
_SHORTEST = 3  # words of a sentence that tells something
# what a live blog says to its readers, or goes on with: no happening of its own
_TO_READERS = regex(r"(?:we|i|you|our|your|thanks?|here|good|hello|welcome|this|that|it|there)\b", re.IGNORECASE)
# what somebody is or does at the time of writing; "is accused of", "is believed to have" tell what is past
_STATES = frozenset({"is", "are", "remain", "remains"})
_IS_SO = regex(r"(?:is|are|remains?)\s+(?!(?:not\s+)?[a-z]+(?:ed|en|ought|ung|ade|d)\b)[a-z]")
LOOSE_DATE = "the day may belong to the sentence and not to this meeting"


class Draft(NamedTuple):
    """One clause that may become a mention.

    date and basis are None while only context can date it. saying: the day it was said, where the words give it.
    anchors: later remarks of the speaker count from its day.
    """

    clause: Clause
    sentence: Sentence
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
        return names_meeting(self.clause.masked)


def draft_under(standing: Standing, article: Article, sentence: Sentence, drafts: Sequence[Draft]) -> tuple[Draft, ...]:
    """The drafts of a sentence that a date stands above, each with a date; one of a sentence that has none of its own.

    What is to come is not of the day that stands above it.
    """
    if not drafts and len(sentence.masked.split()) >= _SHORTEST and not _TO_READERS.match(sentence.masked):
        whole = Clause(sentence.start, sentence.end, sentence.text, sentence.masked, "", (), sentence.start)
        drafts = [_main_draft(article, sentence, whole, None)]
    return tuple(_standing(draft, *standing) for draft in drafts)


def _standing(draft: Draft, when: str, basis: Basis) -> Draft:
    if draft.date or draft.status == "expected":
        return draft
    return draft._replace(date=when, basis=basis, saying=when if draft.is_statement else None)


def draft_sentence(
    article: Article, sentence: Sentence, timexes: Sequence[Timex], people: Sequence[Person], last: Last
) -> tuple[Draft, ...]:
    """The main clause's draft first, then those of its dated subordinate clauses; none of a sentence without either
    a date or a word that says or expects something."""
    usable = join_days([timex for timex in timexes if can_date(timex, article.body)], article.body) if timexes else []
    if not (usable or sentence.cues):
        return ()
    main, *others = split_clauses(sentence, usable)
    attribution = _attribute(main, sentence, usable, people, last)
    if attribution is None and usable:
        called = main if main.timexes else main._replace(timexes=called_for(main, usable, article.published))
        main = what_evidence_tells(called, article.published)
    first = _main_draft(article, sentence, main, attribution)
    if not usable and not attribution and first.status != "expected":
        return ()
    if others and first.date is None:
        first = _since(first, others, article.published)
    drafts = [first]
    for clause in others:
        if clause.marker in (JOINED, RELATIVE):
            before = Last(first.speaker) if first.speaker else last
            spoken = _attribute(clause, sentence, usable, people, before)
            drafts.append(_on_the_day(_main_draft(article, sentence, clause, spoken), first))
        else:
            drafts.append(_sub_draft(article, sentence, clause, first))
    return tuple(drafts)


def _on_the_day(draft: Draft, first: Draft) -> Draft:
    """ "cut its rate on Monday and signaled more cuts this year": what is said has no wider date than what was done."""
    if not (draft.is_statement and draft.date and first.date) or draft.status == "expected":
        return draft
    wide, day = edtf.parse(draft.date), edtf.parse(first.date)
    return draft._replace(date=first.date, basis=first.basis) if day.is_day and wide.contains(day) else draft


def _attribute(
    clause: Clause, sentence: Sentence, timexes: Sequence[Timex], people: Sequence[Person], last: Last
) -> Attribution | None:
    """Who says what a clause tells. timexes: those of the whole sentence."""
    cues = sentence.cues if clause.masked == sentence.masked else find_cues(clause.masked)
    spans = [clause.place(timex) for timex in timexes if clause.own <= timex.start < clause.end]
    found = find_attribution(clause.masked, cues, spans)
    if not found:
        return None
    subject, verb, verb_span = found
    speaker = resolve_speaker(clause.text[subject.start : subject.end], people, last)
    return Attribution(speaker, verb, verb_span, subject) if speaker else None


def _main_draft(article: Article, sentence: Sentence, clause: Clause, attribution: Attribution | None) -> Draft:
    speaker = attribution.speaker if attribution else None
    if not clause.timexes:
        status = _status(attribution, expects_some_day(clause.masked, sentence.cues, attribution), None, None)
        return Draft(clause, sentence, status, attribution, speaker, None, None, None, attribution is not None)
    said, told = saying_and_content(clause, attribution)
    if said and is_after(said, article.published):
        # nobody has spoken on a day to come: "declared mourning from Friday", "“…,” he said, calling a vote for Friday"
        is_of_the_saying = attribution is not None and comes_last(clause.masked, attribution)
        said, told = None, told or (None if is_of_the_saying else said)
    is_expected = told is not None and expects(clause.masked, attribution, told, article.published)
    chosen = choose(attribution, said, told, is_expected, is_by_a_source(clause, attribution, said))
    is_expected = is_expected or (chosen is not None and chosen is told and is_after(chosen, article.published))
    if chosen and not is_expected and (chosen.rule in OF_FIGURES or _is_long_over(chosen, clause, article.published)):
        chosen = None
    date, basis = dated(chosen, clause, article)
    return Draft(
        clause,
        sentence,
        _status(attribution, is_expected, chosen, told, clause.marker == EVIDENCE),
        attribution,
        speaker,
        date,
        basis,
        said.when if said and attribution else None,
        anchors=attribution is not None,
        unsure=chosen.unsure if chosen else None,
    )


def _is_long_over(timex: Timex, clause: Clause, published: str | None) -> bool:
    """Whether a clause tells what is so, "is standing trial in a shooting on June 7, 2021": its date is of a detail."""
    day, last = (edtf.parse(value).last_day if value else None for value in (published, timex.when))
    is_over = day and last and day - last >= NARROW
    if not is_over or _STATES.isdisjoint(clause.masked.split()):
        return False
    core = find_core(clause.masked, 0)
    return core is not None and bool(_IS_SO.match(clause.masked, core.verb.start))


def _status(
    attribution: Attribution | None,
    is_expected: bool,
    chosen: Timex | None,
    told: Timex | None,
    is_evidence: bool = False,
) -> Status:
    if is_expected:
        return "expected"
    if not attribution:
        return "claim" if is_evidence else "happened"
    is_claim = attribution.verb.kind == "claim" or (told is not None and told is chosen)
    return "claim" if is_claim else "statement"


def _since(draft: Draft, others: Sequence[Clause], published: str | None) -> Draft:
    """ "have provided arms since Moscow launched its war in February 2022": from then up to the article's day."""
    since = next((c for c in others if c.marker == "since" and c.timexes), None)
    if not since or not published or not is_perfect(draft.clause):
        return draft
    timex = since.timexes[0]
    date = up_to_today(str(timex.when), published)
    words = draft.sentence.text[timex.start - draft.sentence.start : timex.end - draft.sentence.start]
    return draft._replace(date=date, basis=Basis(words, "since", published))


def _sub_draft(article: Article, sentence: Sentence, clause: Clause, main: Draft) -> Draft:
    """A subordinate clause's draft: a saying participle keeps the main clause's speaker."""
    timex = preferred(clause.timexes)
    date, basis = dated(timex, clause, article)
    first = clause.text.split(" ", 1)[0].lower()
    says = first in SAYING_PARTICIPLE and main.speaker is not None
    is_expected = not says and _is_to_come(clause, sentence, timex, article.published)
    status: Status = "statement" if says else "expected" if is_expected else "happened"
    return Draft(
        clause,
        sentence,
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


def _is_to_come(clause: Clause, sentence: Sentence, timex: Timex | None, published: str | None) -> bool:
    if timex and is_after(timex, published):
        return True
    if _told_as_past(clause):
        return False
    if timex is None:
        return expects_some_day(clause.masked, sentence.cues, None)
    return expects(clause.masked, None, timex, published)


def _has_verb(clause: Clause) -> bool:
    return any(is_finite(word) for word in regex(r"[\w’'-]+").findall(clause.text))


def _told_as_past(clause: Clause) -> bool:
    return any(regex(r"\w+ed|met|held|was|were|began").fullmatch(word) for word in clause.text.split())
