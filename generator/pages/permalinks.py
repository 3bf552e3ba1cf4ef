"""Addresses: of the pages inside the site, and of a sentence inside somebody else's page (text fragments).

Every address inside the site is a path from its root to an explicit file; templates put the way up before it, so the
site opens from a disk, from a domain and from a folder of one alike.
"""

from __future__ import annotations

import re
from urllib.parse import quote as percent_encode
from urllib.parse import urlsplit

from generator.text import fold, paragraphs

INDEX = "index.html"
# A sentence longer than this is addressed by its first and last words: addresses stay short, and a typo that the
# publisher mends in the middle breaks nothing.
WHOLE_FRAGMENT = 80
EDGE_WORDS = 5
_WORD_EDGES = re.compile(r"^[^\w$€£]+|[^\w%]+$")


def event_path(event_id: str) -> str:
    """Where an event's own page lies."""
    return f"events/{event_id}.html"


def article_path(slug: str) -> str:
    """Where an article's page lies."""
    return f"articles/{slug}.html"


def way_up(path: str) -> str:
    """What a page puts before a path inside the site: "" at the root, "../" one folder down."""
    return "../" * path.count("/")


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
        head, tail = _edge(first, first=True), _edge(last, first=False)
        fragment, found = f"{_encode(head)},{_encode(tail)}", " ".join(head)
    return _before(body, start, found) + fragment


def _squeezed_words(text: str) -> list[str]:
    """The words without punctuation at the two ends, where browsers want word boundaries."""
    return _WORD_EDGES.sub("", " ".join(text.split())).split()


def _edge(words: list[str], *, first: bool) -> list[str]:
    """The first or last few words; half of them where a short sentence would make the two overlap."""
    count = max(1, min(EDGE_WORDS, len(words) // 2))
    edge = words[:count] if first else words[-count:]
    return _WORD_EDGES.sub("", " ".join(edge)).split() or edge


def _before(body: str, start: int, found: str) -> str:
    """A prefix where the same words also stand earlier: a browser takes the first place that fits."""
    flat = fold(" ".join(body[:start].split())).casefold()
    if fold(found).casefold() not in flat:
        return ""
    block = paragraphs(body[:start])
    starts_paragraph = not body[:start].rstrip(" ") or body[:start].rstrip(" ").endswith("\n")
    words = _squeezed_words(block[-1].text)[-3:] if block and not starts_paragraph else []
    return f"{_encode(words)}-," if words else ""


def _encode(words: list[str]) -> str:
    """Percent-encoded whole; "-" too, because the directive's grammar gives it a meaning."""
    return percent_encode(" ".join(words), safe="").replace("-", "%2D")
