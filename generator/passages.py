"""A passage of an article's text: what of the text around it is shown with it, and the words an address finds it by."""

from __future__ import annotations

from functools import lru_cache

from generator.compiled import regex
from generator.model import EventMention, LeftOut, Record, Surroundings
from generator.text import Span, fold, paragraphs

# A passage longer than this is found by its first and last words: addresses stay short, and a typo that the publisher
# mends in the middle breaks nothing.
SHORT = 80
EDGE_WORDS = 5
PREFIX_WORDS = (3, 6, 12)
# a closing quotation mark ends what is quoted, whatever stands before it
_SENTENCE_END = (".", "!", "?", ":", "…", "”", '"', ")")
_LEADING_SIGNS = regex(r"^[^\w$€£]+")
_WORD_EDGES = regex(r"^[^\w$€£]+|[^\w%]+$")


def around(record: Record, quoted: EventMention | LeftOut) -> Surroundings:
    """What stands around a quote: as it goes with it, else by its article's text."""
    span = Span(quoted.start, quoted.end)
    return quoted.around or find_surroundings(record.body, span, addressed=bool(record.url))


def find_surroundings(body: str, span: Span, *, addressed: bool) -> Surroundings:
    """What stands around body[start:end]; addressed: whether an address will have to find it."""
    line_end = body.find("\n", span.end)
    passage = body[span.start : span.end]
    before = body[body.rfind("\n", 0, span.start) + 1 : span.start].rstrip()
    after = body[span.end : line_end if line_end >= 0 else None].strip()
    begun = bool(before) and not before.endswith(_SENTENCE_END)
    ended = passage.rstrip().endswith(_SENTENCE_END) or after.startswith((".", "!", "?"))
    in_front = _words_in_front(body, span.start, edges(passage)[0]) if addressed else ""
    return Surroundings(begun, bool(after) and not ended, in_front)


def edges(passage: str) -> tuple[str, str]:
    """The words that a passage is found by: all of a short one and "", else the first and the last; "" where it has no
    words at all."""
    blocks = [words for paragraph in paragraphs(passage) if (words := _squeezed_words(paragraph.text))]
    if not blocks:
        return "", ""
    first, last = blocks[0], blocks[-1]
    if len(blocks) == 1 and len(" ".join(first)) <= SHORT:
        return " ".join(first), ""
    # inside one paragraph the two edges must not overlap
    room = len(first) // 2 if len(blocks) == 1 else EDGE_WORDS
    count = max(1, min(EDGE_WORDS, room))
    return " ".join(_trimmed(first[:count])), " ".join(_trimmed(last[-count:]))


def _squeezed_words(text: str) -> list[str]:
    """The words without punctuation at the two ends, where browsers want word boundaries."""
    return _WORD_EDGES.sub("", " ".join(text.split())).split()


def _trimmed(words: list[str]) -> list[str]:
    """The words without punctuation at the ends; a lone sign stays itself."""
    return _squeezed_words(" ".join(words)) or words


def _words_in_front(body: str, start: int, found: str) -> str:
    """Those right in front where the words to be found also stand earlier, because a browser takes the first place that
    fits: signs included, and as few as tell the two apart."""
    wanted = _flat(found)
    if not wanted or _flat_text(body).count(wanted) < 2:  # its own place
        return ""
    earlier = _flat(body[:start])
    if wanted not in earlier:
        return ""
    opening = body[start:].partition(found.split()[0])[0]
    preceding = (body[:start] + opening).split()
    for count in PREFIX_WORDS:
        prefix = _LEADING_SIGNS.sub("", " ".join(preceding[-count:]))
        if prefix and f"{_flat(prefix)} {wanted}" not in earlier:
            break
    return prefix


def _flat(text: str) -> str:
    """As browsers compare: one space between words, no difference of case."""
    return fold(" ".join(text.split())).casefold()


_flat_text = lru_cache(maxsize=64)(_flat)  # of articles, each asked about sentence after sentence
