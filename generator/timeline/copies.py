"""Articles that are one text: an agency's, printed by several outlets, or one article filed twice. They are one source.

Compared are the reporter's own sentences. What stands in quotation marks is left out, because everyone who was in the
room has it; what is left two reporters hardly ever write alike. An outlet that prints an agency's text cuts its end,
puts its own opening on it and keeps most sentences to the letter, so a sentence is the unit, and each counts its words.
Every sentence is looked up in an index, and articles are compared that stand beside one another there: the cost grows
with the text, not with the pairs of articles. What newsrooms print again and again, whatever the story, tells nothing
and is left out: a firm's line about itself, a town's history, a notice to the reader.
"""

import itertools
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from hashlib import blake2b
from typing import NamedTuple
from urllib.parse import urlsplit

from generator import edtf
from generator.compiled import regex
from generator.model import Article, Record

# Of the shorter text's words so many are the other's. Two reports of one speech, taken with all their words, may share
# half; without the quotations they share next to nothing. Background that a newsroom repeats from day to day comes to
# a third of a story. A text that was cut and dressed anew keeps two thirds of its own sentences and more.
OF_THE_SHORTER = 0.6
# Of the longer one's so many: a long report that took in a short one whole has news of its own.
OF_THE_LONGER = 0.3
FEWEST_WORDS = 40  # in common; two or three sentences may be a notice that everybody prints
# An agency's text is printed within days, by a weekly within weeks; like texts of different seasons are forms filled in
# anew (an earthquake, a quarter's results), each with news of its own.
FARTHEST = 21  # days
SHORTEST_SENTENCE = 5  # words; "He did not elaborate." is everyone's
# A sentence that comes back in so many stretches of FARTHEST days is stock. A text that is printed again a year later,
# by a scraper or to mark the day, makes two stretches.
STRETCHES_OF_STOCK = 3
# what outlets write each in their own way, and what stands instead
TYPOGRAPHY = (("“", '"'), ("”", '"'), ("’", "'"), ("‘", "'"), ("—", "-"), ("–", "-"), ("\u00a0", " "))
# so that each sentence stands on a line, without the signs that outlets set in their own way
SENTENCES = (
    ("\n\n", ". "), ("\n", " "), ("'", ""), ('"', ""), (",", ""), (";", ""), (":", ""), (" - ", " "), ("- ", " "),
    (". ", "\n"), ("! ", "\n"), ("? ", "\n"),
)  # fmt: skip
_QUOTED = regex(r'"[^"\n]{0,2000}"?')
_TRACKING = regex(r"^(?:utm_[a-z]+|fbclid|gclid|ref|cmpid)$")


class Print(NamedTuple):
    """What a text is known by. sentences: the digest of each own sentence; words: how many each has.

    whole: the digest of all the text, None for an empty one. day: of publication, as an ordinal; None where unknown.
    """

    sentences: tuple[int, ...]
    words: tuple[int, ...]
    whole: int | None
    address: str
    day: int | None


class _Known(NamedTuple):
    """A print without stock. sentences: the number of words of each own sentence that is none, by its digest.

    words: of these; all_words: of all own sentences.
    """

    sentences: Mapping[int, int]
    words: int
    all_words: int
    whole: int | None
    address: str
    day: int | None

    def by(self) -> Iterator[int | str]:
        """What another print of the same text has too."""
        yield from self.sentences
        yield from (key for key in (self.whole, self.address) if key)


def find_copies(
    records: Sequence[Record], print_of: Callable[[Record], Print] | None = None
) -> tuple[tuple[str, ...], ...]:
    """The slugs of the articles that are one text, those of each text together, the earliest first.

    print_of: what an article's text is known by, where the record is without it.
    """
    print_of = print_of or make_print
    prints = _without_stock([print_of(record) for record in records])
    printed = sorted(zip(prints, records, strict=True), key=lambda each: (-each[0].words, _age(each[1])))
    groups: dict[int, list[Record]] = {}
    copies: set[int] = set()
    # the longest first, because a text that was cut in two ways shows that only beside the whole
    for longer, part in sorted(_neighbours([each for each, _ in printed])):
        if not {longer, part} & copies and _is_one_text(printed[longer][0], printed[part][0]):
            copies.add(part)
            groups.setdefault(longer, [printed[longer][1]]).append(printed[part][1])
    return tuple(sorted(tuple(record.slug for record in sorted(group, key=_age)) for group in groups.values()))


def _age(record: Record) -> tuple[str, bool, str]:
    """The order of articles of one text: by their day, and those with an address before others."""
    return record.published or "9999", not record.url, record.slug


def find_twice(records: Sequence[Record], copies: Sequence[Sequence[str]]) -> Iterator[tuple[str, str]]:
    """Of the articles that are one text those that seem to be filed twice: the later one's slug, and the earlier's.

    They have one address or one outlet, or none is known for both; what an agency sold to several is no mistake.
    """
    by_slug = {record.slug: record for record in records}
    for group in copies:
        first: dict[str, str] = {}
        for record in (by_slug[slug] for slug in group):
            known = {f"outlet {(record.outlet or '').casefold()}", f"address {_address(record.url) or record.slug}"}
            earlier = min((first[key] for key in known & first.keys()), default=None)
            if earlier:
                yield record.slug, earlier
            first |= dict.fromkeys(known - first.keys(), record.slug)


def find_copies_of(article: Article, records: Sequence[Record]) -> Iterator[Record]:
    """Of the articles on record those that are one text with a new one."""
    new, *prints = _without_stock([make_print(article), *map(make_print, records)])
    return (record for record, each in zip(records, prints, strict=True) if _is_one_text(new, each))


def _without_stock(prints: Sequence[Print]) -> list[_Known]:
    """The same without the sentences that come back for months."""
    last: dict[int, int] = {}  # the day on which the latest stretch of each sentence begins
    stretches: Counter[int] = Counter()
    for each in sorted((each for each in prints if each.day), key=lambda each: each.day or 0):
        for key in each.sentences:
            if key not in last or (each.day or 0) - last[key] > FARTHEST:
                last[key] = each.day or 0
                stretches[key] += 1
    stock = {key for key, number in stretches.items() if number >= STRETCHES_OF_STOCK}
    return [_less(each, stock) for each in prints]


def _less(each: Print, stock: Set[int]) -> _Known:
    sentences = {key: words for key, words in zip(each.sentences, each.words, strict=True) if key not in stock}
    return _Known(sentences, sum(sentences.values()), sum(each.words), each.whole, each.address, each.day)


def _neighbours(prints: Sequence[_Known]) -> set[tuple[int, int]]:
    """Pairs that share a sentence and stand beside one another among those that have it, or one of them first."""
    holders: defaultdict[int | str, list[int]] = defaultdict(list)
    for index, each in enumerate(prints):
        for key in each.by():
            holders[key].append(index)
    shared = [indices for indices in holders.values() if len(indices) > 1]
    first = {(indices[0], other) for indices in shared for other in indices[1:]}
    return first | {pair for indices in shared for pair in itertools.pairwise(indices)}


def _is_one_text(one: _Known, other: _Known) -> bool:
    if (one.whole and one.whole == other.whole) or (one.address and one.address == other.address):
        return True
    if one.day and other.day and abs(one.day - other.day) > FARTHEST:
        return False
    common = sum(one.sentences[key] for key in one.sentences.keys() & other.sentences.keys())
    shorter, longer = min(one.words, other.words), max(one.all_words, other.all_words)
    return common >= max(FEWEST_WORDS, OF_THE_SHORTER * shorter, OF_THE_LONGER * longer)


def make_print(record: Article | Record) -> Print:
    """What the text of an article is known by."""
    # str.replace is many times faster here than a regular expression or str.translate
    text = record.body.lower()
    for written, plain in TYPOGRAPHY:
        text = text.replace(written, plain)
    own = _QUOTED.sub(" ", text)
    for written, plain in SENTENCES:
        own = own.replace(written, plain)
    plain_sentences = (sentence.strip(" .!?") for sentence in own.split("\n"))
    counted = ((sentence, sentence.count(" ") + 1) for sentence in plain_sentences)
    sentences = {_digest(sentence): words for sentence, words in counted if words >= SHORTEST_SENTENCE}
    whole = _digest(text) if text else None
    return Print(tuple(sentences), tuple(sentences.values()), whole, _address(record.url), _day(record.published))


def _digest(text: str) -> int:
    """Not hash(), which differs from process to process."""
    return int.from_bytes(blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest())


def _day(published: str | None) -> int | None:
    first = edtf.parse(published).first_day if published else None
    return first.toordinal() if first else None


def _address(url: str | None) -> str:
    """What tells one page from others in an address; "" for none, and for that of a whole site."""
    try:
        parts = urlsplit(url or "")
    except ValueError:
        return ""
    query = "&".join(sorted(each for each in parts.query.split("&") if not _TRACKING.match(each.partition("=")[0])))
    path = parts.path.rstrip("/")
    return f"{(parts.hostname or '').removeprefix('www.')}{path}?{query}" if path or query else ""
