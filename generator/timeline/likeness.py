"""How alike two mentions are: shared quotations, speakers, figures, names and words on compatible dates."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import timedelta

from generator import edtf
from generator.lexicon import MEETING, STOPWORDS, stem
from generator.model import EventMention, Record
from generator.text import fold, words

SAME = 1.0  # a score from which two mentions are one event
SHARED_RUN = 6  # words of a quotation that nobody else says in the same order
OPEN_REACH = timedelta(days=7)  # how far before "on or before D" a day may lie to be the same event
OPEN_AHEAD = timedelta(days=62)  # the same for "after D"
NEAR_PUBLISHED = timedelta(days=7)  # articles this close that announce one named meeting announce the same
_QUOTED = re.compile(r"[“\"«]([^“”\"«»]{20,}?)(?:[”\"»]|$)")
_NAME = re.compile(r"(?<![.!?]\s)(?<!^)(?<![“\"])\b[A-ZÀ-Þ][\w’'-]+")
_FIGURE = re.compile(r"\$?\d[\d,.]*\d|\d")


@dataclass(frozen=True, slots=True)
class Features:
    """What a mention is compared by. quoted: the words inside quotation marks; stems: meaning classes of its words."""

    record: Record
    mention: EventMention
    order: int  # place among the record's mentions
    when: edtf.Edtf | None
    stems: frozenset[str]
    names: frozenset[str]
    figures: frozenset[str]
    quoted: tuple[str, ...]
    runs: frozenset[str]
    is_meeting: bool

    @property
    def is_statement(self) -> bool:
        """Said or claimed, as against done or to be done."""
        return self.mention.status in ("statement", "claim")


def features(record: Record, mention: EventMention, order: int) -> Features:
    """The features of one mention."""
    text = mention.quote
    plain = [word for word in words(text) if word not in STOPWORDS and len(word) > 2]
    speaker = set(words(mention.speaker or ""))
    quoted = tuple(word for part in _QUOTED.findall(text) for word in words(part))
    names = {stem(fold(name).lower().removesuffix("'s")) for name in _NAME.findall(text)}
    return Features(
        record,
        mention,
        order,
        edtf.parse(mention.date) if mention.date else None,
        frozenset(stem(word) for word in plain if word not in speaker),
        frozenset(names - {stem(word) for word in speaker}),
        frozenset(_FIGURE.findall(text)),
        quoted,
        frozenset(" ".join(quoted[i : i + SHARED_RUN]) for i in range(len(quoted) - SHARED_RUN + 1)),
        mention.speaker is None and bool(MEETING.search(_QUOTED.sub("", text))),
    )


def likeness(a: Features, b: Features) -> tuple[float, str]:
    """A score, at least SAME when both report one event, and the reason in words a reader understands."""
    if a.record.slug == b.record.slug and a.order == b.order:
        return 0.0, ""
    if not compatible(a.when, b.when):
        return _same_named_meeting(a, b)
    if a.runs & b.runs and a.mention.status != "expected" != b.mention.status:
        return 3.0, "the same words are quoted"
    if a.record.slug == b.record.slug:
        return _within_article(a, b)
    if a.is_meeting and b.is_meeting:
        return _meetings(a, b)
    if a.is_statement and b.is_statement:
        return _statements(a, b)
    if a.mention.status == b.mention.status == "expected":
        return _expectations(a, b)
    if a.is_statement or b.is_statement:
        return 0.0, ""
    return _happenings(a, b)


def compatible(a: edtf.Edtf | None, b: edtf.Edtf | None) -> bool:
    """Whether two dates can be one event's: equal, or one inside the other, or bounded by it closely."""
    if a is None or b is None:
        return a is b
    if a.text == b.text:
        return True
    if not a.overlaps(b):
        return False
    for one, other in ((a, b), (b, a)):
        if one.first is None:
            return _reaches(one, other, OPEN_REACH)
        if one.last is None:
            return bool(one.first_day and other.last_day and other.last_day - one.first_day <= OPEN_AHEAD)
    wide = [value.precision == "interval" and _length(value) > timedelta(days=31) for value in (a, b)]
    return wide[0] == wide[1] and (a.contains(b) or b.contains(a))


def shared(a: frozenset[str], b: frozenset[str]) -> float:
    """The share of the smaller set that both have, 0 for empty ones."""
    smaller = min(len(a), len(b))
    return len(a & b) / smaller if smaller else 0.0


def _reaches(one: edtf.Edtf, other: edtf.Edtf, reach: timedelta) -> bool:
    if other.first is None:
        return one.last == other.last
    return bool(one.last_day and other.first_day and one.last_day - other.first_day <= reach)


def _length(value: edtf.Edtf) -> timedelta:
    return value.last_day - value.first_day if value.first_day and value.last_day else timedelta.max


def _within_article(a: Features, b: Features) -> tuple[float, str]:
    """One article tells one thing twice when it uses most of the same words, or names one meeting again."""
    if a.is_statement != b.is_statement or a.mention.speaker != b.mention.speaker:
        return 0.0, ""
    if a.is_meeting and b.is_meeting and a.names & b.names and a.mention.status == b.mention.status:
        return 1.1, "the article speaks of the same meeting again"
    same_day = a.mention.date == b.mention.date
    if same_day and len(a.stems & b.stems) >= 4 and shared(a.stems, b.stems) >= 0.5:
        return 1.1, "the article says it again"
    return 0.0, ""


def _meetings(a: Features, b: Features) -> tuple[float, str]:
    places = {name for name in a.names & b.names if name not in ("nato",)}
    if places and (shared(a.stems, b.stems) >= 0.25 or len(a.stems & b.stems) >= 3):
        return 1.5, "a meeting at the same place on the same day"
    if len(a.stems & b.stems) >= 3 and shared(a.stems, b.stems) >= 0.5:
        return 1.3, "a meeting of the same people on the same day"
    return 0.0, ""


def _same_named_meeting(a: Features, b: Features) -> tuple[float, str]:
    """Different days for one named meeting, announced by articles of the same days: the sources disagree."""
    if not (a.is_meeting and b.is_meeting and a.mention.status == b.mention.status == "expected"):
        return 0.0, ""
    published = [edtf.parse(r.published).first_day if r.published else None for r in (a.record, b.record)]
    if None in published or abs(published[0] - published[1]) > NEAR_PUBLISHED:  # type: ignore[operator]
        return 0.0, ""
    kinds = {"summit", "congress", "conference", "convention", "forum", "assembly", "hearing"}
    kind = kinds & set(words(a.mention.quote)) & set(words(b.mention.quote))
    place = a.names & b.names
    return (1.2, "the same meeting is announced, for another day") if kind and place else (0.0, "")


def _statements(a: Features, b: Features) -> tuple[float, str]:
    if a.mention.speaker != b.mention.speaker or a.mention.speaker is None:
        return 0.0, ""
    if a.quoted and b.quoted and _fuzzy_quotes(a, b):
        return 2.0, "the same words are quoted, differently put"
    common = a.stems & b.stems
    share = shared(a.stems, b.stems)
    if (len(common) >= 4 and share >= 0.4) or (len(common) >= 3 and share >= 0.6):
        return 1.0 + share, "the same speaker says the same on the same day"
    return 0.0, ""


def _fuzzy_quotes(a: Features, b: Features) -> bool:
    from rapidfuzz import fuzz  # imported late: start-up pays for it only when quotations are compared

    if min(len(a.quoted), len(b.quoted)) < SHARED_RUN:
        return False
    return fuzz.token_set_ratio(" ".join(a.quoted), " ".join(b.quoted)) >= 75


def _expectations(a: Features, b: Features) -> tuple[float, str]:
    common = a.stems & b.stems
    share = shared(a.stems, b.stems)
    if len(common) >= 4 and share >= 0.4:
        return 1.0 + share, "the same is expected for the same time"
    return 0.0, ""


def _happenings(a: Features, b: Features) -> tuple[float, str]:
    common = a.stems & b.stems
    share = shared(a.stems, b.stems)
    named = bool(a.names & b.names) or bool(a.figures & b.figures - {"1", "2"})
    if named and ((len(common) >= 3 and share >= 0.4) or len(common) >= 5):
        return 1.0 + share, "the same names and words on the same day"
    if len(common) >= 2 and share >= 0.5:
        return 1.0 + share / 2, "the same words on the same day"
    return 0.0, ""
