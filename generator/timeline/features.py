"""What a mention is compared by: its words as meaning classes, its names, figures, places and quoted words."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from functools import lru_cache
from sys import intern

from generator import edtf
from generator.compiled import regex
from generator.lexicon import DISASTERS, ROLE_WORDS, STOPWORDS, event_types, names_meeting, stem
from generator.model import EventMention, Record
from generator.text import fold, words

_QUOTED = regex(r"[“\"«]([^“”\"«»]{20,}?)(?:[”\"»]|$)")
# begun with what it must have, so that `re` skips to it: a capital that neither a sentence nor a quotation begins with
_NAME = regex(r"[A-ZÀ-Þ](?<!^.)(?<![\w\"].)(?<![.!?]\s.)[\w'-]+")
_RUN = regex(r"[A-ZÀ-Þ][\w'-]+(?:[ ][A-ZÀ-Þ][\w'-]+)+")
# "in Brussels to …", not "in Western industries"
_PLACE = regex(
    r"in(?<!\win)\s+([A-ZÀ-Þ][\w-]+)(?=['.,;:)\"]|$|\s+(?:[A-ZÀ-Þ]|on|to|at|and|for|by|with|from|after|before|ahead|where|when|that|"
    r"this|last|next|is|was|were|has|will|as|during|since)\b)"
)
_WHICH = regex(r"\s(?:that|which|who)\s(?:(?:has|have|had)\s)?(?:killed|injured|left|hit|struck)\s.*$")
_OFFICE_REACH = 60  # characters in front of a name in which its office stands
_FIGURE = regex(r"[$\d](?:(?<=\$)\d[\d,.]*\d|(?<=\d)(?:[\d,.]*\d)?)")  # "$5" is 5


@dataclass(frozen=True, slots=True, eq=False)
class Telling:
    """A mention and the article it is in, whose text is no matter here. order: its place among the article's mentions.

    Two are the same only where they are one object, which makes them quick to look up.
    """

    record: Record
    mention: EventMention
    order: int

    @property
    def when(self) -> edtf.Edtf | None:
        """Its date, parsed."""
        return edtf.parse(self.mention.date) if self.mention.date else None

    @property
    def is_statement(self) -> bool:
        """Said or claimed, as against done or to be done."""
        return self.mention.status in ("statement", "claim")

    @property
    def is_meeting(self) -> bool:
        """Whether the writer's own words name a meeting."""
        return self.mention.speaker is None and _names_a_meeting(self.mention.quote)

    @property
    def quoted(self) -> tuple[str, ...]:
        """The words inside quotation marks."""
        spoken = _QUOTED.findall(self.mention.quote) if '"' in fold(self.mention.quote) else ()
        return tuple(intern(word) for part in spoken for word in words(part))


def compared_by(telling: Telling) -> tuple[str | None, ...]:
    """All that anything here reads of a mention and its article: what is the same for both is the same for others."""
    record, mention = telling.record, telling.mention
    return record.slug, record.published, mention.date, mention.status, mention.speaker, mention.quote, mention.heading


@dataclass(frozen=True, slots=True)  # no named tuple: its fields are read for every pair, which slots do twice as fast
class Features:
    """What a mention is compared by. stems: meaning classes of its words; sequence: the same in the order of the text;
    quoted: the words inside quotation marks. Words are interned and small sets are tuples: a week has many."""

    record: Record
    mention: EventMention
    order: int  # place among the record's mentions
    when: edtf.Edtf | None
    stems: frozenset[str]
    sequence: tuple[str, ...]
    names: tuple[str, ...]
    entities: tuple[str, ...]
    figures: tuple[str, ...]
    quoted: tuple[str, ...]
    places: tuple[str, ...]
    is_meeting: bool

    @property
    def words(self) -> frozenset[str]:
        """Its stems, names and figures: two that tell of one event share some."""
        return self.stems.union(self.names, self.figures)

    @property
    def types(self) -> frozenset[str]:
        """The kinds of happening it tells of, looked for only when two mentions come so far as to be compared by them.

        A disaster counts where the heading tells of it: all that is told for days after a quake names the quake.
        """
        told = _WHICH.sub("", self.mention.heading)
        return event_types(told) or event_types(self.mention.quote) - DISASTERS

    @property
    def is_statement(self) -> bool:
        """Said or claimed, as against done or to be done."""
        return self.mention.status in ("statement", "claim")


@lru_cache(maxsize=4096)  # a mention is compared with those of some weeks, and what they need lies side by side
def features(telling: Telling) -> Features:
    """The features of one mention."""
    mention = telling.mention
    text = fold(mention.quote)
    speaker = words(mention.speaker) if mention.speaker else []
    idle = STOPWORDS.union(speaker, _office(text, mention.speaker))
    plain = [word for word in words(text) if len(word) > 2 and word not in idle]
    sequence = tuple(map(stem, plain))
    named = [stem(word) for name in _NAME.findall(text) if (word := name.lower().removesuffix("'s")) not in STOPWORDS]
    own = set(map(stem, speaker))
    return Features(
        telling.record,
        mention,
        telling.order,
        telling.when,
        frozenset(set(sequence)),  # a set's copy is no larger than its words need
        sequence,
        tuple(dict.fromkeys(name for name in named if name not in own)),
        _entities(text),
        tuple(dict.fromkeys(_FIGURE.findall(text))),
        telling.quoted,
        tuple(dict.fromkeys(stem(place.lower()) for place in _PLACE.findall(text))),
        telling.is_meeting,
    )


def _office(text: str, speaker: str | None) -> list[str]:
    """The words of the office in front of the speaker's name: they are no part of what is said."""
    before = words(text.partition(speaker)[0][-_OFFICE_REACH:]) if speaker else []
    return list(itertools.takewhile(ROLE_WORDS.__contains__, reversed(before)))


def _names_a_meeting(text: str) -> bool:
    """Whether the writer's own words name a meeting."""
    return names_meeting(text) and names_meeting(_QUOTED.sub("", text))


def _entities(text: str) -> tuple[str, ...]:
    """Names of two words or more, as stems of each two that stand together, without offices."""
    found: dict[str, None] = {}
    for run in _RUN.findall(text):
        parts = [word for part in run.split(" ") if (word := part.lower().removesuffix("'s"))]
        for one, two in itertools.pairwise(parts):
            if STOPWORDS.isdisjoint((one, two)) and ROLE_WORDS.isdisjoint((one, two)):
                found[intern(f"{stem(one)} {stem(two)}")] = None
    return tuple(found)
