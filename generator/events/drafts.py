"""Drafts: what each clause of an article reports, with the date its own words give it, before context is used."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from generator import edtf
from generator.compiled import regex
from generator.events.attribution import Attribution, find_attribution
from generator.events.clause_dates import (
    can_date,
    choose,
    comes_last,
    dated,
    is_perfect,
    preferred,
    saying_and_content,
    up_to_today,
)
from generator.events.clauses import split_clauses
from generator.events.people import Person, resolve_speaker
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
_SAYING_WORDS = frozenset(form.split()[0] for form in VERB_BY_FORM) | frozenset(
    "will ll would set due expected scheduled slated planned poised agenda according looking seeking hoping planning "
    "going invited upcoming forthcoming aims aimed".split()
)
# "issued a warning and said winds would …", "sent it to the House, which is expected to vote"
_ANOTHER_CLAUSE = regex(rf"\b(?:and|but)\s+(?:{REPORTING})\b|,\s+(?:which|who|where|when|as)\b")
# what was to be is not told as having been, even where its day is past
_WAS_TO = regex(r"\b(?:was|were)\s+(?:due|scheduled|supposed|meant|slated|originally\s+\w+)\s+to\b")


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
    usable = [timex for timex in timexes if can_date(timex, article.body)]
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
    said, told = saying_and_content(clause, attribution)
    expects = not (said and not told) and _is_expected(clause, attribution, told or said, article.published)
    chosen = choose(attribution, said, told, expects)
    date, basis = dated(chosen, clause, article)
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


def _own_words(masked: str, attribution: Attribution | None) -> str:
    """The reporter's words for what is reported: without the attribution, and not past a quotation."""
    if not attribution:
        other = _ANOTHER_CLAUSE.search(masked)
        return masked[: other.start()] if other else masked
    if comes_last(masked, attribution):
        return masked[: attribution.subject.start].split("¤")[0]
    return masked[attribution.verb_span.end :].split("¤")[0]


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


def _since(draft: Draft, others: Sequence[Clause], published: str | None) -> Draft:
    """ "have provided arms since Moscow launched its war in February 2022": from then up to the article's day."""
    since = next((c for c in others if c.marker == "since" and c.timexes), None)
    if not since or not published or not is_perfect(draft.clause):
        return draft
    timex = since.timexes[0]
    date = up_to_today(str(timex.when), published)
    words = draft.sentence.text[timex.start - draft.sentence.start : timex.end - draft.sentence.start]
    return draft._replace(date=date, basis=Basis(words, "since", published))


def _sub_draft(article: Article, sentence: Sentence, section: int, clause: Clause, main: Draft) -> Draft:
    """A subordinate clause's draft: a saying participle keeps the main clause's speaker."""
    timex = preferred(clause.timexes)
    date, basis = dated(timex, clause, article)
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
