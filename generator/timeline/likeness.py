"""How alike two mentions are: shared quotations, speakers, figures, names and words on compatible dates."""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from datetime import timedelta
from functools import lru_cache

from generator import edtf
from generator.compiled import regex
from generator.lexicon import MANNER_OF_SAYING, stem
from generator.text import words
from generator.timeline.features import Features

SAME = 1.0  # a score from which two mentions are one event
SHARED_RUN = 6  # words of a quotation that nobody else says in the same order
FEW_WORDS = 0.5  # of the shorter quotation; of 128,778 pairs in the news 26 were alike, all with 0.61 or more in common
OPEN_REACH = timedelta(days=7)  # how far before "on or before D" a day may lie to be the same event
OPEN_AHEAD = timedelta(days=62)  # the same for "after D"
NEAR_PUBLISHED = timedelta(days=7)  # articles this close that announce one named meeting announce the same
MANNER = frozenset(map(stem, MANNER_OF_SAYING))


def likeness(a: Features, b: Features) -> tuple[float, str]:
    """A score, at least SAME when both report one event, and the reason in words a reader understands."""
    if a is b or _have_nothing_in_common(a, b):
        return 0.0, ""
    if not fit(a.mention.date, b.mention.date):
        return _same_named_meeting(a, b)
    if a.mention.status != "expected" != b.mention.status and quotes_the_same(a, b):
        return 3.0, "the same words are quoted"
    if a.record.slug == b.record.slug:
        return _within_article(a, b)
    if a.is_meeting and b.is_meeting:
        return _meetings(a, b)
    if (
        a.is_statement
        and b.is_statement
        and (a.mention.speaker == b.mention.speaker or a.mention.status == b.mention.status == "statement")
    ):
        return _statements(a, b)
    if a.mention.status == b.mention.status == "expected":
        return _expectations(a, b)
    if "expected" in (a.mention.status, b.mention.status):
        return 0.0, ""  # what came of it is another event, linked (see outcomes.py)
    if (a.is_statement and a.quoted) or (b.is_statement and b.quoted):
        return 0.0, ""  # what somebody was heard to say is no report of a happening
    return _happenings(a, b)


def _have_nothing_in_common(a: Features, b: Features) -> bool:
    return a.stems.isdisjoint(b.stems) and not both(a.entities + a.figures, b.entities + b.figures)


@lru_cache(maxsize=4096)
def fit(a: str | None, b: str | None) -> bool:
    """Whether two dates, as EDTF, can be one event's."""
    return compatible(edtf.parse(a) if a else None, edtf.parse(b) if b else None)


def quotes_the_same(a: Features, b: Features) -> bool:
    """Whether both quote SHARED_RUN words in the same order."""
    return bool(a.quoted and b.quoted) and not _runs(a.quoted).isdisjoint(_runs(b.quoted))


@lru_cache(maxsize=2048)
def _runs(quoted: tuple[str, ...]) -> frozenset[tuple[str, ...]]:
    return frozenset(quoted[at : at + SHARED_RUN] for at in range(len(quoted) - SHARED_RUN + 1))


def both(one: Iterable[str], other: tuple[str, ...]) -> set[str]:
    """What stands in both: with a handful of each, tuples are quick enough and much smaller than sets."""
    return {each for each in one if each in other}


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


def overlap(a: Features, b: Features, idle: frozenset[str] = frozenset()) -> tuple[float, float]:
    """The weight of what both say, and its share of the smaller one's, in which idle words do not count.

    A word counts 1, a name half, since everybody in one story names the same ones; two words that stand together in
    both count half more.
    """
    common = a.stems & b.stems
    if not common:
        return 0.0, 0.0
    names = {*a.names, *b.names}
    together = len(_phrases(a.sequence) & _phrases(b.sequence)) if len(common) > 1 else 0
    weight = _weight(common, names) + together / 2
    smaller = min(_weight(a.stems - idle, names), _weight(b.stems - idle, names))
    return weight, weight / smaller if smaller else 0.0


def _weight(stems: frozenset[str], names: set[str]) -> float:
    return len(stems) - len(stems & names) / 2


@lru_cache(maxsize=1024)
def _phrases(sequence: tuple[str, ...]) -> frozenset[tuple[str, str]]:
    """The pairs of words that stand together."""
    return frozenset(itertools.pairwise(sequence))


KEPT = (_runs, _phrases)  # what mentions were compared by, as long as it is at hand


def telling_figures(a: Features, b: Features) -> bool:
    """A figure of two digits or more, no year, in both."""
    return any(
        len(regex(r"\D").sub("", f)) >= 2 and not regex(r"(?:19|20)\d\d").fullmatch(f)
        for f in both(a.figures, b.figures)
    )


def _reaches(one: edtf.Edtf, other: edtf.Edtf, reach: timedelta) -> bool:
    if other.first is None:
        return one.last == other.last
    return bool(one.last_day and other.first_day and one.last_day - other.first_day <= reach)


def _length(value: edtf.Edtf) -> timedelta:
    return value.last_day - value.first_day if value.first_day and value.last_day else timedelta.max


def _within_article(a: Features, b: Features) -> tuple[float, str]:
    """One article tells one thing twice when it uses most of the same words, or names one meeting again."""
    if a.mention.speaker != b.mention.speaker and (a.quoted or b.quoted):
        return 0.0, ""
    if a.is_meeting and b.is_meeting and _same_place(a, b) and a.mention.status == b.mention.status:
        return 1.1, "the article speaks of the same meeting again"
    same_day = a.mention.date == b.mention.date
    if same_day and len(a.stems & b.stems) >= 4 and shared(a.stems, b.stems) >= 0.5:
        return 1.1, "the article says it again"
    if same_day and a.types & b.types and not (a.quoted or b.quoted):
        return _happenings(a, b)
    return 0.0, ""


def fulfils(expected: Features, report: Features) -> float:
    """How surely a report tells what came of an expectation: SAME or more when it does."""
    if report.quoted or _other_names(expected, report):
        return 0.0
    if expected.names and report.names and not both(expected.names, report.names):
        return 0.0
    if _other_kind(expected, report):  # last: the kinds are looked for in all words
        return 0.0
    common, share = overlap(expected, report)
    return max(1.0 + share if common >= 3 and share >= 0.4 else 0.0, _evidence(expected, report) / 2.1)


def _same_place(a: Features, b: Features) -> bool:
    """One says where, the other names the place ("in Lithuania’s capital Vilnius", "in Vilnius")."""
    return bool(both(a.places, b.places + b.names) or both(b.places, a.names))


def _meetings(a: Features, b: Features) -> tuple[float, str]:
    if a.places and b.places and not _same_place(a, b):
        return 0.0, ""
    if _same_place(a, b) and overlap(a, b)[0] >= 2:
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
    place = both(a.names, b.names)
    return (1.2, "the same meeting is announced, for another day") if kind and place else (0.0, "")


def _statements(a: Features, b: Features) -> tuple[float, str]:
    if a.mention.speaker is None or a.mention.speaker != b.mention.speaker:
        return 0.0, ""  # the saying is the event, and two speakers are two
    if a.quoted and b.quoted and _fuzzy_quotes(a, b):
        return 2.0, "the same words are quoted, differently put"
    # one that gives figures of its own is likely another point of the same speech
    other_figures = bool(a.figures or b.figures) and not both(a.figures, b.figures)
    common, share = overlap(a, b) if other_figures else overlap(a, b, MANNER)
    if _has_most(common, share, 3.0, 0.4) or (common >= 2.5 and share >= 0.6):
        return 1.0 + share, "the same speaker says the same on the same day"
    if telling_figures(a, b) and common >= 2:
        return 1.0 + share, "the same speaker gives the same figures on the same day"
    return 0.0, ""


def _has_most(common: float, share: float, least: float, part: float) -> bool:
    """Whether so much, and so large a part of the shorter one, is common; of a longer one, which has room for more that
    the other leaves out, an eighth less of the part is asked for each further word."""
    return common >= least and share >= part * (1 - min(2.0, common - least) / 8)


def _fuzzy_quotes(a: Features, b: Features) -> bool:
    if min(len(a.quoted), len(b.quoted)) < SHARED_RUN or shared(frozenset(a.quoted), frozenset(b.quoted)) < FEW_WORDS:
        return False
    from rapidfuzz import fuzz  # imported late: start-up pays for it only when quotations are compared

    return fuzz.token_set_ratio(" ".join(a.quoted), " ".join(b.quoted)) >= 75


def _expectations(a: Features, b: Features) -> tuple[float, str]:
    common, share = overlap(a, b)
    if _has_most(common, share, 3.5, 0.35):
        return 1.0 + share, "the same is expected for the same time"
    return 0.0, ""


def _happenings(a: Features, b: Features) -> tuple[float, str]:
    same_figure = bool(a.types & b.types) and telling_figures(a, b)
    if a.names and b.names and not same_figure and not both(a.names, b.names):
        return 0.0, ""
    common, share = overlap(a, b)
    evidence = _evidence(a, b)
    if evidence >= _evidence_needed(a, b):
        return 1.0 + evidence / 4, "the same names on the same day"
    alike = a.is_statement == b.is_statement and not _other_kind(a, b) and not _other_names(a, b)
    named = bool(both(a.names, b.names)) or telling_figures(a, b)
    if alike and named and ((common >= 2 and share >= 0.4) or common >= 4):
        return 1.0 + share, "the same names and words on the same day"
    if alike and len(a.stems & b.stems) >= 2 and share >= 0.5:
        return 1.0 + share / 2, "the same words on the same day"
    return 0.0, ""


def _evidence(a: Features, b: Features) -> float:
    """What both name: the kind and full names 1 each, other names a half, a figure 1, words three fifths."""
    entities = both(a.entities, b.entities)
    names = both(a.names, b.names)
    inside = {word for entity in entities for word in entity.split()}
    plain = (a.stems & b.stems).difference(a.names, b.names, inside)
    if not entities and not (a.types & b.types and (names or len(plain) > 1 or telling_figures(a, b))):
        return 0.0
    names -= inside
    return len(entities) + 0.5 * len(names) + 0.6 * len(plain) + telling_figures(a, b) + bool(a.types & b.types)


def _evidence_needed(a: Features, b: Features) -> float:
    """More where the dates only fit, or one is told and the other claimed."""
    same_day = a.mention.date == b.mention.date and a.when is not None and a.when.is_day
    month = all(f.when is not None and f.when.precision in ("day", "month") for f in (a, b))
    needed = 1.5 if same_day else 2.1 if month else 2.7
    return needed + 0.5 * (a.is_statement != b.is_statement) + _other_kind(a, b)


def _other_kind(a: Features, b: Features) -> bool:
    return bool(a.types and b.types and not a.types & b.types)


def _other_names(a: Features, b: Features) -> bool:
    return bool(a.entities and b.entities and not both(a.entities, b.entities))
