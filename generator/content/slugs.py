"""File names of content files: DATE-outlet-headline-words, stable once written."""

from __future__ import annotations

import unicodedata
from collections.abc import Container
from itertools import count
from pathlib import PurePosixPath

from generator.text import slugify

UNDATED = "undated"


def make_slug(published: str | None, outlet: str | None, title: str | None, seed: str) -> str:
    """The slug of a new content file; the seed's name stands in for a headline without Latin letters."""
    day = (published or "").removeprefix("../").partition("/")[0]
    words = slugify(title or "", 60) or slugify(PurePosixPath(seed).stem, 60) or "article"
    return "-".join(part for part in (slugify(day, 20) or UNDATED, slugify(outlet or "", 30), words) if part)


def make_unique(slug: str, taken: Container[str]) -> str:
    """The slug, or with -2, -3 … the first whose name_key is not taken."""
    numbered = (f"{slug}-{number}" if number > 1 else slug for number in count(1))
    return next(each for each in numbered if name_key(each) not in taken)


def name_key(name: str) -> str:
    """The same for names that a file system may take for one: upper and lower case, composed accents or not."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())
