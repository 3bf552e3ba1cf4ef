"""Event mentions: from an article and its dates to what it reports, sentence by sentence."""

import hashlib
from bisect import bisect_right
from collections.abc import Container, Iterable, Mapping, Sequence
from typing import NamedTuple

from generator import edtf
from generator.compiled import regex
from generator.events.clause_dates import OF_FIGURES
from generator.events.drafts import Draft, Standing, draft_sentence, draft_under
from generator.events.headings import cut_heading, cut_quotation
from generator.events.hearing import who_was_heard
from generator.events.left_out import IN_PASSING, NO_DAY, NO_OCCASION, find_left_out
from generator.events.narrative import date_by_context
from generator.events.people import Last, Person, find_people
from generator.events.predicates import blot
from generator.events.selection import PLAN, find_context
from generator.events.sentences import Sentence, split_sentences
from generator.events.standing import standing_days
from generator.events.vocabulary import SAYING_PARTICIPLE
from generator.model import Article, EventMention, LeftOut, Timex
from generator.text import Span, words

_HABITUAL = regex(r"\b(?:has|have)\s+(?:repeatedly|long|often|always|said)\b")
_EMPTY_WORDS = frozenset("it it's is was today this on in at the of good morning evening day date".split())
_JOINED_BEHIND = regex(r",?\s+(?:and|but)\s")
_JOINED_BEFORE = regex(r",?\s+(?:and|but)\s+(?:then\s+|again\s+){1,2}(?:(?:on|in|at)\s+)?$")
_PLACED = regex(r"\bin\s+[A-Z]")
NO_EVIDENCE = frozenset({"on-or-before", "from-then-on"})
INFERRED_DAY = "the article’s own day is inferred"  # a look at the article settles it for all its events
LONGEST_SENTENCE = 1_500  # characters; what runs on without a full stop is a list or no prose
MOST_PEOPLE = 300  # named in one article; a text with more is a register
HEADLINE_SHARE = 0.5  # of the headline's words, for the lede to be what the headline says


class Found(NamedTuple):
    """What an article reports, and its dated sentences of which nothing was made; both in the order of its text."""

    mentions: tuple[EventMention, ...]
    left_out: tuple[LeftOut, ...]


def find_events(article: Article, timexes: Sequence[Timex]) -> Found:
    """What the article reports, and what was left out. timexes: those of article.body."""
    people = find_people("\n".join([article.body, *(caption.text for caption in article.captions)]))[:MOST_PEOPLE]
    sentences = _with_expressions(split_sentences(article.body), timexes)
    dated = date_by_context(article, _draft(article, sentences, people, standing_days(article, timexes)))
    prominent = {person.name for person in people if _is_prominent(person, article.title)}
    lede = sentences[0][0] if sentences else None
    judged = [(draft, _why_left_out(article, draft, prominent, lede)) for draft in dated]
    kept = (draft for draft, why in judged if why is None)
    mentions = _unique(_mention(article, draft) for draft in kept)
    return Found(
        tuple(mentions), tuple(find_left_out(sentences, judged, {person.name for person in people}, article.body))
    )


def _with_expressions(sentences: Iterable[Sentence], timexes: Iterable[Timex]) -> list[tuple[Sentence, list[Timex]]]:
    """The sentences of bearable length, each with the date expressions that stand in it, in the order of the text."""
    found: list[tuple[Sentence, list[Timex]]] = [(s, []) for s in sentences if len(s.text) <= LONGEST_SENTENCE]
    starts = [sentence.start for sentence, _ in found]
    for timex in timexes if found else ():
        sentence, inside = found[bisect_right(starts, timex.start) - 1]
        if sentence.start <= timex.start and timex.end <= sentence.end:
            inside.append(timex)
    return found


def _draft(
    article: Article,
    sentences: Iterable[tuple[Sentence, Sequence[Timex]]],
    people: Sequence[Person],
    standing: Mapping[int, Standing],
) -> list[Draft]:
    """The drafts of all sentences; one without a speaker of its own may go on with the last.

    standing: the dates that stand above paragraphs, by number.
    """
    drafts: list[Draft] = []
    last, names = Last(), frozenset(person.name for person in people)
    for sentence, inside in sentences:
        new = draft_sentence(article, sentence, inside, people, last)
        if sentence.paragraph in standing:
            new = draft_under(standing[sentence.paragraph], article, sentence, new)
        last = who_was_heard(last, new, sentence, people, names)
        drafts.extend(new)
    return drafts


def _why_left_out(
    article: Article, draft: Draft, prominent: Container[str | None], lede: Sentence | None
) -> str | None:
    """Why the clause is no event but context, None where it is one; without a day it needs a speaker with a name.

    lede: the article's first sentence, which need not name who plans what.
    """
    if draft.date is None or draft.basis is None:
        return NO_OCCASION
    if not _tells_anything(draft):
        return IN_PASSING
    context = find_context(draft, article.published)
    if context == PLAN and draft.sentence == lede and not draft.clause.marker:
        return None
    if context or draft.basis.rule not in NO_EVIDENCE:
        return context
    return None if _is_news_without_a_day(draft, draft.speaker in prominent) else NO_DAY


def _tells_anything(draft: Draft) -> bool:
    """Whether it has words beside its date; "It's Thursday, 6 February 2025." has none that count."""
    if draft.is_statement:
        return True  # who says so, at least
    clause = draft.clause
    plain = blot(clause.text, [clause.place(timex) for timex in clause.timexes])
    return not set(words(plain)) <= _EMPTY_WORDS


def _is_news_without_a_day(draft: Draft, is_named: bool) -> bool:
    if draft.status == "expected":
        return is_named or (draft.is_meeting and bool(_PLACED.search(draft.clause.masked)))
    return is_named and draft.is_statement and not _HABITUAL.search(draft.clause.text)


def _is_prominent(person: Person, title: str | None) -> bool:
    """Named with an office in front ("governor Pavlo K"), or in the headline; a resident's remark is colour."""
    return bool(person.roles) or person.name.split()[-1] in (title or "")


def _mention(article: Article, draft: Draft) -> EventMention:
    quote = article.body[draft.clause.start : draft.clause.end].strip()
    start = article.body.index(quote, draft.clause.start)
    own = [draft.clause.text] if draft.clause.lead else []  # one quotation can back several events
    identity = hashlib.sha256("\n".join([draft.clause.marker, quote, *own]).encode()).hexdigest()
    return EventMention(
        id=f"e-{identity[:8]}",
        date=draft.date,
        heading=_heading(article, draft),
        quote=quote,
        start=start,
        end=start + len(quote),
        paragraph=draft.sentence.paragraph,
        status=draft.status,
        basis=draft.basis,
        speaker=_speaker_name(draft),
        review=_review(article, draft),
    )


def _speaker_name(draft: Draft) -> str | None:
    name = draft.speaker
    return name[:1].upper() + name[1:] if name else None


def _review(article: Article, draft: Draft) -> str | None:
    """Why a person should look at the date, None when it is safe."""
    if draft.unsure:
        return draft.unsure
    if draft.basis and draft.basis.rule in NO_EVIDENCE:
        return "the text gives no day for this"
    if draft.basis and draft.basis.rule == "meeting-place":
        return "the day is not told; it is taken from the meeting at the same place"
    if not article.published_exact and draft.basis and draft.basis.anchor and _is_narrow(draft.date):
        return INFERRED_DAY
    return None


def _is_narrow(value: str | None) -> bool:
    """Whether a few days more or less would change the date: not that of "next month"."""
    return value is not None and edtf.parse(value).precision in ("day", "interval")


def _heading(article: Article, draft: Draft) -> str:
    clause = draft.clause
    text = clause.text
    if not clause.marker and _is_headline(article, draft):
        return str(article.title).rstrip(".")
    if clause.text.split(" ", 1)[0] in SAYING_PARTICIPLE:
        text = regex(r"^\w+ing\s+(?:(?:[\w’-]+\s+){1,4}(?=that\b))?(?:that\s+)?").sub("", text)
    cut = len(clause.text) - len(text)
    own = [timex for timex in clause.timexes if _is_of_the_event(timex, draft)]  # another time stays
    if len(own) < len(clause.timexes):
        others = [clause.place(timex) for timex in clause.timexes if timex not in own and timex.rule not in OF_FIGURES]
        text = _up_to_next_time(text, [clause.place(timex).end - cut for timex in own], [at - cut for at, _ in others])
    told = (clause.place(timex) for timex in own)
    dates = [Span(start - cut, end - cut) for start, end in told if start >= cut and end - cut <= len(text)]
    return (cut_quotation(text) if draft.is_statement else None) or cut_heading(text, dates)


def _is_of_the_event(timex: Timex, draft: Draft) -> bool:
    """Whether an expression tells the time that stands beside the heading, or a stretch or part of it."""
    if timex.rule in OF_FIGURES:
        return False
    if not draft.date or not timex.when:
        return True
    event, told = edtf.parse(draft.date), edtf.parse(timex.when)
    return event.contains(told) or told.contains(event)


def _up_to_next_time(text: str, ends: Iterable[int], others: Iterable[int]) -> str:
    """ "rejected a bid on Monday", of "… and a second two weeks later": up to what is joined behind its date.

    ends: where the event's dates end; others: where other ones begin, as in "meets on Monday, and then on Friday".
    """
    behind = [_JOINED_BEHIND.match(text, end) for end in ends]
    before = [_JOINED_BEFORE.search(text, max(0, at - 30), at) for at in others if at > 0]
    return next((text[: joint.start()] for joint in (*behind, *before) if joint), text)


def _is_headline(article: Article, draft: Draft) -> bool:
    """Whether it is the lede, which the headline sums up."""
    return draft.sentence.paragraph == 1 and _says_the_headline(article.title, draft.clause.text)


def _says_the_headline(title: str | None, text: str) -> bool:
    if not title or len(title) > 110 or regex(r",\s\d{1,3},").search(title):
        return False  # "Ilse Morgen, 91, maker of maps" says who, not what
    wanted = {word for word in words(title) if len(word) > 3}
    return bool(wanted) and len(wanted & set(words(text))) >= HEADLINE_SHARE * len(wanted)


def _unique(mentions: Iterable[EventMention]) -> list[EventMention]:
    seen: dict[str, EventMention] = {}
    for mention in mentions:
        seen.setdefault(mention.id, mention)
    return list(seen.values())
