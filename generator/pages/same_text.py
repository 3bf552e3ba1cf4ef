"""What several outlets printed of one text: shown once, with the names of all."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model import Event, Record, Source
from generator.pages.cards import by_article
from generator.pages.edition import Edition
from generator.text import fold, squeeze


def with_copies(event: Event) -> Iterator[tuple[Source, tuple[Source, ...]]]:
    """Each source, those of an article together, with the same sentence in articles of the same text, shown once."""
    sources = [source for sources in by_article(event) for source in sources]
    said = {(source.article, _plain(source)) for source in sources}
    for source in sources:
        if (source.copy_of, _plain(source)) not in said:
            same = (each for each in sources if each.copy_of == source.article and _plain(each) == _plain(source))
            yield source, tuple(same)


def _plain(source: Source) -> str:
    return squeeze(fold(source.mention.quote))


def other_outlets(edition: Edition, record: Record) -> tuple[str, ...]:
    """Who else printed an article's text."""
    names = dict.fromkeys(edition.outlet(copy) for copy in edition.copies_of(record))
    return tuple(name for name in names if name != edition.outlet(record))
