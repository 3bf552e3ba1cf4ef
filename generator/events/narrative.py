"""Narrative time: the day of a sentence that names none, where the article gives evidence for it, and only there."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import islice

from generator import edtf
from generator.compiled import regex
from generator.events.drafts import Draft
from generator.events.vocabulary import FIRM_EXPECTING, MEETING_SIDE
from generator.model import Article, Basis

REACH = 24  # characters between who is to act and the words that expect it
MOST_MEETINGS = 50  # that date what is said and planned in one article
LOOK_AHEAD = 3  # paragraphs in which the speaker's first dated remark may follow an undated one
_PLACE = regex(r"\bin\s+(?P<place>[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+)?)")
_AGENDA = regex(
    r"\b(?:ministers|leaders|delegates|delegations|negotiators|envoys|participants|agenda|meeting|summit|talks|"
    r"conference|session|they(?:[’']ll)?|heads\s+of\s+state)\b",
    re.IGNORECASE,
)


def date_by_context(article: Article, drafts: Sequence[Draft]) -> tuple[Draft, ...]:
    """The drafts with every date that context gives; what stays undated has no evidence."""
    dated = _meeting_spans(_remarks(article, _meeting_spans(drafts)))
    meetings = _meetings(dated)
    if meetings:
        dated = _remarks(article, [_by_meeting(article, draft, meetings) for draft in dated])
    last = edtf.parse(article.published).last_day if article.published else None
    if last is None:
        return tuple(dated)
    by_then = str(edtf.up_to(last))
    return tuple(_last_resort(draft, str(article.published), by_then) for draft in dated)


def _remarks(article: Article, drafts: Sequence[Draft]) -> tuple[Draft, ...]:
    """Undated statements take the day of the same speaker's last dated one, or of the next one close by."""
    done: list[Draft] = []
    latest: dict[str | None, Draft] = {}
    anchors = _anchors(drafts)
    for index, draft in enumerate(drafts):
        if draft.date is None and draft.is_statement:
            if _is_aside(draft):
                draft = _before_main(draft, _main_clause(drafts, index), article)
            elif draft.status != "expected" and draft.speaker in anchors:
                model = latest.get(draft.speaker) or _same_speaker_ahead(drafts, anchors[draft.speaker], index)
                draft = _on_day(draft, model.saying, model.basis) if model else draft
        done.append(draft)
        if draft.anchors and draft.saying:
            latest[draft.speaker] = draft
    return tuple(done)


def _anchors(drafts: Sequence[Draft]) -> dict[str | None, list[int]]:
    """For each speaker the drafts whose words give the day it was said; the date of what is said is another."""
    anchors: dict[str | None, list[int]] = {}
    for index, draft in enumerate(drafts):
        if draft.anchors and draft.saying:
            anchors.setdefault(draft.speaker, []).append(index)
    return anchors


def _is_aside(draft: Draft) -> bool:
    """ "after reassuring that …": said by the same speaker, but earlier."""
    return draft.clause.marker == "after" and draft.is_statement


def _main_clause(drafts: Sequence[Draft], index: int) -> Draft:
    """The first draft of the same sentence, which is its main clause's."""
    while index and drafts[index - 1].sentence == drafts[index].sentence:
        index -= 1
    return drafts[index]


def _same_speaker_ahead(drafts: Sequence[Draft], anchors: Sequence[int], index: int) -> Draft | None:
    """The speaker's next remark with a day of its own, where it follows closely under the same subheading."""
    following = bisect_right(anchors, index)
    if following == len(anchors):
        return None
    draft, later = drafts[index], drafts[anchors[following]]
    is_near = later.sentence.paragraph <= draft.sentence.paragraph + LOOK_AHEAD and not _opens_with_a_day(later)
    return later if is_near and later.sentence.section == draft.sentence.section else None


def _opens_with_a_day(draft: Draft) -> bool:
    """ "On September 18, the company …": another occasion than that of the sentences before."""
    opening = draft.sentence.start + len("In early ")
    return any(timex.start <= opening for timex in draft.clause.timexes)


def _on_day(draft: Draft, day: str | None, model: Basis | None) -> Draft:
    if day is None:
        return draft
    words = model.words if model else None
    return draft._replace(date=day, saying=day, basis=Basis(words, "same-occasion", day))


def _before_main(draft: Draft, main: Draft, article: Article) -> Draft:
    limit = main.date or article.published
    last = edtf.parse(limit).last_day if limit else None
    if last is None:
        return draft
    return draft._replace(date=str(edtf.up_to(last)), basis=Basis(None, "on-or-before", last.isoformat()))


# ---------------------------------------------------------------- meetings


def _meeting_spans(drafts: Sequence[Draft]) -> tuple[Draft, ...]:
    """ "a two-day meeting" that starts on the day of its sentence."""
    if not any(draft.clause.span_days for draft in drafts):
        return tuple(drafts)
    return tuple(
        _meeting_span(draft, _main_clause(drafts, index)) if draft.clause.span_days and draft.date is None else draft
        for index, draft in enumerate(drafts)
    )


def _meeting_span(draft: Draft, main: Draft) -> Draft:
    if draft.clause.span_days is None:
        return draft
    day = edtf.parse(main.date).first_day if main.date and edtf.parse(main.date).is_day else None
    if day is None:
        return draft
    edge, days = draft.clause.span_days
    start = {"start": day, "second": day - timedelta(1), "end": day - timedelta(days - 1)}[edge]
    date_ = str(edtf.interval(start, start + timedelta(days - 1)))
    words = draft.clause.text
    return draft._replace(date=date_, basis=Basis(words, "meeting-span", day.isoformat()), status="happened")


def _meetings(drafts: Sequence[Draft]) -> tuple[Draft, ...]:
    """Meetings with days of their own, which can date what is said at them or planned for them."""
    told = (d for d in drafts if d.date and d.attribution is None and _is_short(d.date) and d.is_meeting)
    return tuple(islice(told, MOST_MEETINGS))


def _is_short(value: str) -> bool:
    parsed = edtf.parse(value)
    return bool(parsed.first_day and parsed.last_day and parsed.last_day - parsed.first_day <= timedelta(days=10))


def _by_meeting(article: Article, draft: Draft, meetings: Sequence[Draft]) -> Draft:
    if draft.date is not None or not meetings or article.published is None:
        return draft
    side = MEETING_SIDE.match(draft.clause.text)
    if side:
        return _before_meeting(draft, side[0], meetings)
    if draft.status == "expected":
        return _on_agenda(article, draft, meetings)
    return _at_meeting(article, draft, meetings) if draft.is_statement else draft


def _before_meeting(draft: Draft, words: str, meetings: Sequence[Draft]) -> Draft:
    first = edtf.parse(str(meetings[0].date)).first_day
    if first is None:
        return draft
    return draft._replace(date=str(edtf.up_to(first)), basis=Basis(words, "before-meeting", str(meetings[0].date)))


def _on_agenda(article: Article, draft: Draft, meetings: Sequence[Draft]) -> Draft:
    """What ministers are to discuss is expected for the days of their meeting, if those are not over."""
    agenda = _agenda_word(draft.clause.masked)
    meetings = [m for m in meetings if m.sentence != draft.sentence and agenda and _takes_part(agenda[0].lower(), m)]
    today = edtf.parse(str(article.published)).first_day
    coming = [m for m in meetings if today and (edtf.parse(str(m.date)).last_day or date.min) >= today]
    if not agenda or not coming:
        return draft
    named = [m for m in coming if _places(draft) & _places(m)] if _places(draft) else coming
    if not named:
        return draft
    return draft._replace(date=named[0].date, basis=Basis(None, "meeting-agenda", named[0].date))


def _at_meeting(article: Article, draft: Draft, meetings: Sequence[Draft]) -> Draft:
    """Said where the meeting is held, by somebody whose day is not told: the meeting's days up to the article's."""
    place = _PLACE.search(draft.clause.text)
    last = edtf.parse(str(article.published)).last_day
    if not place or last is None:
        return draft
    for meeting in meetings:
        value = edtf.parse(str(meeting.date))
        if place["place"] in meeting.sentence.text and value.first_day and value.first_day <= last:
            days = edtf.interval(value.first_day, min(value.last_day or last, last))
            return draft._replace(date=str(days), saying=str(days), basis=Basis(None, "meeting-place", meeting.date))
    return draft


def _agenda_word(words: str) -> re.Match[str] | None:
    """Who is to act, right in front of the words that expect it: "the ministers are set to …", "on the agenda"."""
    for agenda in _AGENDA.finditer(words):
        if agenda[0].lower() == "agenda" or FIRM_EXPECTING.search(words, agenda.start(), agenda.end() + REACH):
            return agenda
    return None


def _takes_part(agenda: str, meeting: Draft) -> bool:
    """Whether those who are to act are those who meet; "delegates" and "they" are whoever meets."""
    if agenda not in ("ministers", "leaders", "heads of state"):
        return True
    wanted = ("minister",) if agenda == "ministers" else ("summit", "leader")
    return any(word in meeting.clause.text.lower() for word in wanted)


def _places(draft: Draft) -> set[str]:
    return {match["place"] for match in _PLACE.finditer(draft.clause.masked)}


def _last_resort(draft: Draft, published: str, by_then: str) -> Draft:
    """No evidence: what is said, on or before the article's day (by_then); what is expected, after it."""
    if draft.date is not None or not (draft.is_statement or draft.status == "expected"):
        return draft
    if draft.status == "expected":
        return draft._replace(date=f"{published}/..", basis=Basis(None, "from-then-on", published))
    return draft._replace(date=by_then, basis=Basis(None, "on-or-before", published))
