"""From the timeline to the files of the site: its pages, and the files that go with them."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Mapping
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from generator.model import Page, Settings, Timeline, Whole, as_it_is
from generator.pages import exports, feeds, structured
from generator.pages.corrections import make_corrections
from generator.pages.downloads import EXPORTS, FEEDS
from generator.pages.edition import Edition, make_edition
from generator.pages.exports import Entries
from generator.pages.longpage import LongPage
from generator.pages.parts import Part, by_year, make_parts, place_in
from generator.pages.permalinks import INDEX, web_address
from generator.pages.press import Kit, Press, as_file, fill_aside, fill_sheet, make_kit, press_of
from generator.pages.proofs import AnyPage, StagedPage, is_listed, known_pages, prove
from generator.pages.share_image import share_image
from generator.pages.sheets import (
    Mark,
    Marks,
    Sheet,
    furnish,
    key_of,
    make_masthead,
    make_part_sheets,
    make_sheets,
    mark_whole,
)
from generator.pages.source_views import SOURCES, count_by_event, make_outlets, make_sources
from generator.pages.staging import Staging
from generator.pages.stretches import make_entries
from generator.pages.strip import make_strip
from generator.pages.templating import read_templates
from generator.pages.timeline_views import Head, make_chapters, make_embedded, make_finder, make_head
from generator.workers.crew import ALONE, Crew, Keeping, Task

SHARE_IMAGE = "share.png"
SEARCH_INDEX = "search.json"
STATIC = ("style.css", "finder.js", "timeline.schema.json")


def render_site(
    timeline: Timeline,
    settings: Settings,
    readings: Mapping[str, str],
    templates: tuple[Path, ...],
    crew: Crew = ALONE,
    whole: Whole = as_it_is,
    mark: Mark = mark_whole,
    staging: Staging | None = None,
) -> Generator[AnyPage]:
    """Every file of the site; of pages that the crew remembers, or has put aside, only what is known of them.

    readings: what each date rule means, in plain English. templates: folders, searched in this order, so that a
    timeline of its own may replace single templates. crew: who fills the pages. whole: gives an article with its text,
    mark what tells it and that text apart. staging: where the crew of this machine puts what it fills.
    """
    edition, sources = make_edition(timeline, settings, readings), read_templates(templates)
    masthead, parts = make_masthead(edition), make_parts(edition)
    kit = make_kit(masthead, sources)
    edition = edition._replace(place=place_in(parts))
    marks = Marks(mark)
    press, task = press_of(kit)._replace(edition=edition), _filling(kit, whole, marks, staging)
    entries = make_entries(edition, kit, crew, marks)
    long_ones = crew.map(task._replace(few=200, chunk=1), make_part_sheets(edition, parts), len(parts))
    count = len(timeline.events) + len(timeline.articles)
    sheets = chain.from_iterable(chain(long_ones, crew.map(task, make_sheets(edition), count)))
    head, listed = make_head(edition), []
    for page in chain(_front(press, parts, head, entries), sheets, _overviews(press, head)):
        if is_listed(page):
            listed.append(page.path)
        yield page
    newest = feeds.make_entries(edition)
    yield from (as_file(path, make(edition, newest)) for _, path, make in FEEDS)
    yield from (LongPage(path, partial(make, edition, entries)) for _, path, make in EXPORTS)
    yield from (as_file(name, press.source(f"static/{name}")) for name in STATIC)
    if web_address(settings.base_url):
        yield from _share_image(edition)
        yield from (as_file(name, text) for name, text in feeds.sitemaps(edition, listed))
    yield as_file("robots.txt", feeds.robots(edition))
    yield _not_found(press)
    yield Page(".nojekyll", b"")


def render_pages(
    timeline: Timeline, settings: Settings, readings: Mapping[str, str], templates: tuple[Path, ...]
) -> Generator[Page]:
    """Every file of the site with its bytes, by this process alone."""
    for page in render_site(timeline, settings, readings, templates):
        assert not isinstance(page, StagedPage), "nothing is put aside where no place was given"
        yield Page(page.path, page.content)


def _filling(kit: Kit, whole: Whole, marks: Marks, staging: Staging | None) -> Task[Sheet, Any]:
    """The work of filling sheets; of pages filled before, what is known of them is kept."""
    keeping: Keeping[Sheet, Any] = Keeping(partial(key_of, marks), prove, known_pages, whole=False, given=kit.key)
    fill = partial(fill_sheet, kit)
    near = partial(fill_aside, kit, staging) if staging else None
    return Task("filling pages", fill, few=4000, keeping=keeping, chunk=64, ready=partial(furnish, whole), near=near)


# ---------------------------------------------------------------- the pages that know everything


def _front(press: Press, parts: tuple[Part, ...], head: Head, entries: Entries) -> Iterator[Page | LongPage]:
    """The front page, which shows a short timeline whole, and for a long one what its finder loads."""
    edition = press.edition
    whole, used = parts[0].path == INDEX, count_by_event(edition)
    everything = tuple(event.id for event in edition.timeline.events)
    yield press.page(
        INDEX,
        "timeline.html",
        head=head,
        chapters=make_chapters(edition, parts[0]) if whole else (),
        years=() if whole else by_year(parts),
        place=edition.place,
        outlets=make_outlets(edition, used, used) if whole else (),
        has_articles=bool(edition.records),
        finder=make_finder(edition, everything, "" if whole else SEARCH_INDEX),
        json_ld=structured.list_of_events(edition, everything if whole else ()),
    )
    if not whole:
        yield LongPage(SEARCH_INDEX, partial(exports.search_index, edition, entries))


def _overviews(press: Press, head: Head) -> Iterator[Page]:
    """The pages that show something of everything."""
    edition = press.edition
    yield from (press.page(path, SOURCES, **view._asdict()) for path, view in make_sources(edition))
    yield press.page("corrections.html", "corrections.html", corrections=make_corrections(edition))
    yield press.page("about.html", "about.html", head=head)
    yield press.page("embed/index.html", "embed.html", title=edition.timeline.title, events=make_embedded(edition))


def _share_image(edition: Edition) -> Iterator[Page]:
    """The picture for shared links; other sites can only fetch it by a whole address."""
    strip = make_strip(edition)
    if strip:
        yield Page(SHARE_IMAGE, share_image(strip))


def _not_found(press: Press) -> Page:
    """404.html, which a server shows at any depth: linked from the root of base_url, else with no link at all."""
    base = web_address(press.edition.settings.base_url)
    home = urlsplit(base).path.rstrip("/") + "/" if base else None
    return press.page("404.html", "404.html", home=home, style=press.source("static/404.css").strip())
