"""Addresses: of the pages inside the site, and of a sentence inside somebody else's page (text fragments).

Every address inside the site is a path from its root to an explicit file; templates put the way up before it, so the
site opens from a disk, from a domain and from a folder of one alike.
"""

from __future__ import annotations

from functools import lru_cache
from urllib.parse import quote as percent_encode
from urllib.parse import urlsplit

from generator.passages import edges

INDEX = "index.html"


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


def sentence_address(url: str, quote: str, in_front: str) -> str:
    """The address of a quote inside the page at url, by a text fragment (WICG Scroll to Text Fragment).

    in_front: the words before it that tell it from the same words further up. An address that has a fragment of its own
    keeps it and gets the directive after it.
    """
    first, last = edges(quote)
    if not first:
        return url
    prefix = f"{_encode(in_front)}-," if in_front else ""
    suffix = f",{_encode(last)}" if last else ""
    return f"{url}{'' if '#' in url else '#'}:~:text={prefix}{_encode(first)}{suffix}"


def _encode(words: str) -> str:
    """Percent-encoded whole; "-" too, because the directive's grammar gives it a meaning."""
    return percent_encode(words, safe="").replace("-", "%2D")
