"""Articles that are one text: an agency's, printed by several outlets, or one article filed twice. They are one source.

Compared are the reporter's own sentences. What stands in quotation marks is left out, because everyone who was in the
room has it; what is left two reporters hardly ever write alike. An outlet that prints an agency's text cuts its end,
puts its own opening on it and keeps most sentences to the letter, so a sentence is the unit, and each counts its words.
Every sentence is looked up in an index, and articles are compared that stand beside one another there: the cost grows
with the text, not with the pairs of articles.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from urllib.parse import urlsplit

from generator.model import Record
from generator.text import fold

# Of the shorter text's words so many are the other's. Two reports of one speech, taken with all their words, may share
# half; without the quotations they share next to nothing. Background that a newsroom repeats from day to day comes to
# a third of a story. A text that was cut and dressed anew keeps two thirds of its own sentences and more.
OF_THE_SHORTER = 0.6
# Of the longer one's so many: a long report that took in a short one whole has news of its own.
OF_THE_LONGER = 0.3
FEWEST_WORDS = 40  # in common; two or three sentences may be a notice that everybody prints
SHORTEST_SENTENCE = 5  # words; "He did not elaborate." is everyone's
_QUOTED = re.compile(r'"[^"\n]{0,2000}"?')
_SENTENCE_END = re.compile(r"(?:[.!?:;]['\")\]]{0,2})?\s*\n\s*|[.!?]['\")\]]{0,2}\s+")
_MARKS = re.compile(r"[^\w\s]")
_TRACKING = re.compile(r"^(?:utm_[a-z]+|fbclid|gclid|ref|cmpid)$")


@dataclass(frozen=True, slots=True)
class _Print:
    """What a text is known by. sentences: the words of each own sentence, by its digest; whole, address: of all."""

    sentences: Mapping[bytes, int]
    whole: bytes
    address: str

    @property
    def words(self) -> int:
        return sum(self.sentences.values())

    def keys(self) -> Iterator[bytes | str]:
        """What another print of the same text has too."""
        yield from self.sentences
        yield self.whole
        if self.address:
            yield self.address


def find_copies(records: Sequence[Record]) -> Mapping[str, str]:
    """For each article whose text another one had before: that one's slug. The earliest of a text has none."""
    printed = sorted(((_print(record), record) for record in records), key=lambda each: (-each[0].words, _age(each[1])))
    groups: dict[int, list[Record]] = {}
    copies: set[int] = set()
    # the longest first, because a text that was cut in two ways shows that only beside the whole
    for whole, part in sorted(_neighbours([each for each, _ in printed])):
        if whole not in copies and part not in copies | groups.keys() and _is_one_text(printed[whole][0], printed[part][0]):
            copies.add(part)
            groups.setdefault(whole, [printed[whole][1]]).append(printed[part][1])
    earliest = [(min(group, key=_age), group) for group in groups.values()]
    return {record.slug: first.slug for first, group in earliest for record in group if record is not first}


def _age(record: Record) -> tuple[str, str]:
    return record.published or "9999", record.slug


def is_copy(one: Record, other: Record) -> bool:
    """Whether two articles are one text."""
    return _is_one_text(_print(one), _print(other))


def _neighbours(prints: Sequence[_Print]) -> set[tuple[int, int]]:
    """Pairs that share a sentence and stand beside one another among those that have it, or one of them first."""
    holders: defaultdict[bytes | str, list[int]] = defaultdict(list)
    for index, each in enumerate(prints):
        for key in each.keys():
            holders[key].append(index)
    shared = [indices for indices in holders.values() if len(indices) > 1]
    first = {(indices[0], other) for indices in shared for other in indices[1:]}
    return first | {pair for indices in shared for pair in zip(indices, indices[1:], strict=False)}


def _is_one_text(one: _Print, other: _Print) -> bool:
    if one.whole == other.whole or (one.address and one.address == other.address):
        return True
    common = sum(one.sentences[key] for key in one.sentences.keys() & other.sentences.keys())
    shorter, longer = sorted((one.words, other.words))
    return common >= max(FEWEST_WORDS, OF_THE_SHORTER * shorter, OF_THE_LONGER * longer)


def _print(record: Record) -> _Print:
    text = fold(record.body).casefold()
    plain = (" ".join(_MARKS.sub("", each).split()) for each in _SENTENCE_END.split(_QUOTED.sub(" ", text)))
    counted = ((each, each.count(" ") + 1) for each in plain)
    sentences = {_digest(each): words for each, words in counted if words >= SHORTEST_SENTENCE}
    return _Print(sentences, _digest(" ".join(text.split())), _address(record.url))


def _digest(text: str) -> bytes:
    return blake2b(text.encode("utf-8", "replace"), digest_size=8).digest()


def _address(url: str | None) -> str:
    """What tells one page from others in an address; "" for none, and for that of a whole site."""
    try:
        parts = urlsplit(url or "")
    except ValueError:
        return ""
    query = "&".join(sorted(each for each in parts.query.split("&") if not _TRACKING.match(each.partition("=")[0])))
    path = parts.path.rstrip("/")
    return f"{(parts.hostname or '').removeprefix('www.')}{path}?{query}" if path or query else ""
