"""Addresses: of the pages inside the site, and of a sentence inside somebody else's page (text fragments).

Every address inside the site is a path from its root to an explicit file; templates put the way up before it, so the
site opens from a disk, from a domain and from a folder of one alike.
"""

from __future__ import annotations

from functools import lru_cache
from urllib.parse import quote as percent_encode
from urllib.parse import urlsplit

from generator.compiled import regex
from generator.text import fold, paragraphs

INDEX = "index.html"
# A sentence longer than this is addressed by its first and last words: addresses stay short, and a typo that the
# publisher mends in the middle breaks nothing.
WHOLE_FRAGMENT = 80
EDGE_WORDS = 5
PREFIX_WORDS = (3, 6, 12)
_LEADING_SIGNS = regex(r"^[^\w$€£]+")
_WORD_EDGES = regex(r"^[^\w$€£]+|[^\w%]+$")


def event_path(event_id: str) -> str:
    """Where an event's own page lies."""
    return f"events/{event_id}.html"


def article_path(slug: str) -> str:
    """Where an article's page lies."""
    return f"articles/{slug}.html"


def way_up(path: str) -> str:
    """What a page puts before a path inside the site: "" at the root, "../" one folder down."""
    return "../" * path.count("/")


@lru_cache(maxsize=1024)  # an article's is asked for at each of its events
def web_address(url: str | None) -> str | None:
    """The address if it is one a browser may be sent to (http or https with a host), else None."""
    if not url:
        return None
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return None
    return url.strip() if parts.scheme in ("http", "https") and parts.hostname else None


def host(url: str | None) -> str | None:
    """The name of the site an address leads to, without "www."."""
    address = web_address(url)
    return (urlsplit(address).hostname or "").removeprefix("www.") if address else None


def sentence_address(url: str, body: str, start: int, end: int) -> str:
    """The address of body[start:end] inside the page at url, by a text fragment (WICG Scroll to Text Fragment).

    An address that has a fragment of its own keeps it and gets the directive after it.
    """
    directive = _directive(body, start, end)
    if not directive:
        return url
    return f"{url}{'' if '#' in url else '#'}:~:text={directive}"


def _directive(body: str, start: int, end: int) -> str:
    blocks = [_squeezed_words(p.text) for p in paragraphs(body[start:end])]
    blocks = [words for words in blocks if words]
    if not blocks:
        return ""
    first, last = blocks[0], blocks[-1]
    if len(blocks) == 1 and len(" ".join(first)) <= WHOLE_FRAGMENT:
        fragment, found = _encode(first), " ".join(first)
    else:
        # inside one paragraph the two edges must not overlap
        room = len(first) // 2 if len(blocks) == 1 else EDGE_WORDS
        count = max(1, min(EDGE_WORDS, room))
        head, tail = _trimmed(first[:count]), _trimmed(last[-count:])
        fragment, found = f"{_encode(head)},{_encode(tail)}", " ".join(head)
    return _before(body, start, found) + fragment


def _squeezed_words(text: str) -> list[str]:
    """The words without punctuation at the two ends, where browsers want word boundaries."""
    return _WORD_EDGES.sub("", " ".join(text.split())).split()


def _trimmed(words: list[str]) -> list[str]:
    """The words without punctuation at the ends; a lone sign stays itself."""
    return _squeezed_words(" ".join(words)) or words


def _before(body: str, start: int, found: str) -> str:
    """A prefix where the same words also stand earlier, because a browser takes the first place that fits.

    It runs right up to the words, signs included, and is as short as tells them apart.
    """
    wanted = _flat(found)
    if _flat_text(body).count(wanted) < 2:  # its own place
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
    return f"{_encode(prefix.split())}-," if prefix else ""


def _flat(text: str) -> str:
    """As browsers compare: one space between words, no difference of case."""
    return fold(" ".join(text.split())).casefold()


_flat_text = lru_cache(maxsize=64)(_flat)  # of articles, each asked about sentence after sentence


def _encode(words: list[str]) -> str:
    """Percent-encoded whole; "-" too, because the directive's grammar gives it a meaning."""
    return percent_encode(" ".join(words), safe="").replace("-", "%2D")
