"""From the timeline to the pages of the site: templates filled with views, and the files that go with them."""

import hashlib
from collections.abc import Callable, Generator, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache, partial
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlsplit

import jinja2
from jinja2 import TemplateSyntaxError

from generator.model import Page, Settings, Timeline, Whole, as_it_is
from generator.pages import calendars, exports, feeds, structured
from generator.pages.article_views import make_article_page
from generator.pages.catalogue import direction
from generator.pages.corrections import make_corrections
from generator.pages.detail_views import make_event_page, make_outlets
from generator.pages.edition import Edition, make_edition
from generator.pages.longpage import LongPage
from generator.pages.markdown import safe_html
from generator.pages.parts import Part, by_year, make_parts
from generator.pages.permalinks import INDEX, article_path, event_path, way_up, web_address
from generator.pages.proofs import AnyPage, StagedPage, is_listed, known_pages, prove
from generator.pages.share_image import share_image
from generator.pages.sheets import (
    Mark,
    Masthead,
    Sheet,
    articles_behind,
    edition_of,
    furnish,
    key_of,
    make_masthead,
    make_part_sheets,
    make_sheets,
    mark_whole,
    with_sheet,
)
from generator.pages.staging import Staging, is_inside
from generator.pages.strip import make_strip
from generator.pages.templating import Environment, Templates, make_environment, read_templates
from generator.pages.timeline_views import make_chapters, make_embedded, make_finder, make_head
from generator.problems import Problem
from generator.workers.crew import ALONE, Crew, Keeping, Task
from generator.workers.packing import pack

SHARE_IMAGE = "share.png"
SEARCH_INDEX = "search.json"
STATIC = ("style.css", "finder.js", "timeline.schema.json")
FEEDS: tuple[tuple[str, str, Callable[[Edition], str]], ...] = (
    ("feed", "feed.xml", feeds.atom),
    ("download-jsonfeed", "feed.json", feeds.json_feed),
)
EXPORTS: tuple[tuple[str, str, Callable[[Edition], Iterator[str]]], ...] = (
    ("download-json", "timeline.json", exports.timeline_json),
    ("download-csv", "timeline.csv", exports.timeline_csv),
    ("download-ics", "timeline.ics", calendars.calendar),
    ("download-timelinejs", "timelinejs.json", calendars.timelinejs),
    ("download-bib", "references.bib", exports.references_bib),
    ("download-csl", "references.json", exports.references_csl),
)


class TemplateError(Exception):
    """A template of the timeline's own that cannot be filled; `problem` is the line to print."""

    def __init__(self, name: str, line: int, what: str) -> None:
        mend = "mend it, or delete it to use the project's own"
        self.problem = Problem(f"templates/{name}", line, f"cannot be filled: {what}", mend)
        super().__init__(name, line, what)  # what it is made of again where it comes from another process

    def __str__(self) -> str:
        return str(self.problem)


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
    if parts[0].path == INDEX:  # the front page shows every event
        edition = edition.with_texts(articles_behind(timeline.events), whole)
    kit = _make_kit(masthead, sources)
    press, task = _press(kit)._replace(edition=edition), _filling(kit, whole, mark, staging)
    long_ones = crew.map(task._replace(few=200, chunk=1), make_part_sheets(edition, parts), len(parts))
    count = len(timeline.events) + len(timeline.articles)
    sheets = chain.from_iterable(chain(long_ones, crew.map(task, make_sheets(edition), count)))
    listed = []
    for page in chain(press.front(parts), sheets, press.overviews()):
        if is_listed(page):
            listed.append(page.path)
        yield page
    yield from (_file(path, make(edition)) for _, path, make in FEEDS)
    yield from (LongPage(path, partial(make, edition)) for _, path, make in EXPORTS)
    yield from (_file(name, press.source(f"static/{name}")) for name in STATIC)
    if web_address(settings.base_url):
        yield from press.share_image()
        yield from (_file(name, text) for name, text in feeds.sitemaps(edition, listed))
    yield _file("robots.txt", feeds.robots(edition))
    yield Page("404.html", press.not_found())
    yield Page(".nojekyll", b"")


def render_pages(
    timeline: Timeline, settings: Settings, readings: Mapping[str, str], templates: tuple[Path, ...]
) -> Generator[Page]:
    """Every file of the site with its bytes, by this process alone."""
    for page in render_site(timeline, settings, readings, templates):
        assert not isinstance(page, StagedPage), "nothing is put aside where no place was given"
        yield Page(page.path, page.content)


@dataclass(frozen=True)
class Kit:
    """What all pages are made with. key: a digest of it, which stands for it."""

    key: bytes
    masthead: Masthead = field(compare=False)
    templates: Templates = field(compare=False)


def _make_kit(masthead: Masthead, templates: Templates) -> Kit:
    digests = [(name, hashlib.sha256(text).hexdigest()) for name, text in templates]
    return Kit(hashlib.sha256(pack((masthead, digests))).digest(), masthead, templates)


def _filling(kit: Kit, whole: Whole, mark: Mark, staging: Staging | None) -> Task[Sheet, Any]:
    """The work of filling sheets; of pages filled before, what is known of them is kept."""
    keeping: Keeping[Sheet, Any] = Keeping(partial(key_of, mark), prove, known_pages, whole=False, given=kit.key)
    fill = partial(fill_sheet, kit)
    near = partial(fill_aside, kit, staging) if staging else None
    return Task("filling pages", fill, few=4000, keeping=keeping, chunk=64, ready=partial(furnish, whole), near=near)


def fill_sheet(kit: Kit, sheet: Sheet) -> tuple[Page, ...]:
    """The pages of one sheet, in whatever process; raises TemplateError."""
    press = _press(kit)
    return press._replace(edition=with_sheet(press.edition, sheet)).fill(sheet)


def fill_aside(kit: Kit, staging: Staging, sheet: Sheet) -> tuple[AnyPage, ...]:
    """The same, put aside at once; a page without a place in the site is left to whoever gathers them."""
    pages = fill_sheet(kit, sheet)
    return tuple(staging.put(page, staging.find(page.path)) if is_inside(page.path) else page for page in pages)


@lru_cache(maxsize=2)
def _press(kit: Kit) -> "_Press":
    """What fills pages that know no more than every page does."""
    edition = edition_of(kit.masthead)
    environment = make_environment(kit.templates, edition.words)
    environment.globals.update(
        t=edition.words,
        language=edition.words.language,
        text_direction=direction(edition.words.language),
        site_title=edition.timeline.title,
        site_address=feeds.site_address(edition),
        licence=edition.settings.licence,
        downloads=[(edition.words(key), path) for key, path, _ in (*FEEDS, *EXPORTS)],
    )
    return _Press(edition, environment)


def _file(path: str, text: str) -> Page:
    # half a surrogate pair, which only an escape in a content file can hold, has no bytes in UTF-8
    return Page(path, text.encode(errors="replace"))


class _Press(NamedTuple):
    """Fills templates for one edition."""

    edition: Edition
    environment: Environment

    def page(self, path: str, template: str, **view: object) -> Page:
        """One page; `root` is the way from it to the site's root."""
        try:
            text = self.environment.get_template(template).render(root=way_up(path), path=path, **view)
        except TemplateSyntaxError as error:
            raise TemplateError(error.name or template, error.lineno, str(error.message)) from error
        except (jinja2.TemplateError, UnicodeDecodeError, RecursionError) as error:
            raise TemplateError(template, 0, str(error)) from error
        return _file(path, text)

    def source(self, name: str) -> str:
        """A file of the template folders as it stands."""
        assert self.environment.loader, "the environment was made with a loader"
        return self.environment.loader.get_source(self.environment, name)[0]

    def fill(self, sheet: Sheet) -> tuple[Page, ...]:
        """The pages of a sheet, whose edition this press was made for."""
        return {"part": self._part, "event": self._event, "article": self._article}[sheet.kind](sheet)

    def front(self, parts: tuple[Part, ...]) -> Iterator[Page | LongPage]:
        """The front page, which shows a short timeline whole, and for a long one what its finder loads."""
        place = {event: part.path for part in parts for event in part.events}
        whole = parts[0].path == INDEX
        everything = tuple(event.id for event in self.edition.timeline.events)
        yield self.page(
            INDEX,
            "timeline.html",
            head=make_head(self.edition),
            chapters=make_chapters(self.edition, parts[0]) if whole else (),
            years=() if whole else by_year(parts),
            place=place,
            outlets=make_outlets(self.edition),
            finder=make_finder(self.edition, everything, "" if whole else SEARCH_INDEX),
            json_ld=structured.list_of_events(self.edition, everything if whole else ()),
        )
        if not whole:
            yield LongPage(SEARCH_INDEX, partial(exports.search_index, self.edition, place))

    def overviews(self) -> Iterator[Page]:
        """The pages that show something of everything."""
        yield self.page("sources.html", "sources.html", outlets=make_outlets(self.edition))
        yield self.page("corrections.html", "corrections.html", corrections=make_corrections(self.edition))
        yield self.page("about.html", "about.html", head=make_head(self.edition))
        key_events = make_embedded(self.edition)
        yield self.page("embed/index.html", "embed.html", title=self.edition.timeline.title, events=key_events)

    def _part(self, sheet: Sheet) -> tuple[Page, ...]:
        part, before, after = sheet.parts
        assert part, "a part's sheet names it first"
        page = self.page(
            part.path,
            "part.html",
            part=part,
            chapters=make_chapters(self.edition, part),
            before=before,
            after=after,
            finder=make_finder(self.edition, part.events),
            json_ld=structured.list_of_events(self.edition, part.events),
        )
        return (page,)

    def _event(self, sheet: Sheet) -> tuple[Page, ...]:
        """An event's page, and for every other mention of it a page that leads there."""
        event = self.edition.events[sheet.name]
        before, after = (self.edition.events.get(name or "") for name in sheet.around)
        view = make_event_page(self.edition, event, before, after)
        json_ld = structured.one_event(self.edition, event)
        target = event_path(event.id)
        own = self.page(target, "event.html", event=view, json_ld=json_ld)
        moved = sorted({source.mention.id for source in event.sources} - {event.id})
        leading = self.page(target, "moved.html", event=event, target=target) if moved else own
        return own, *(leading._replace(path=event_path(each)) for each in moved)

    def _article(self, sheet: Sheet) -> tuple[Page, ...]:
        record = self.edition.records[sheet.name]
        body = safe_html(record.body) if self.edition.settings.republish == "full" else ""
        view = make_article_page(self.edition, record, body)
        return (self.page(article_path(record.slug), "article.html", article=view),)

    def share_image(self) -> Iterator[Page]:
        """The picture for shared links; other sites can only fetch it by a whole address."""
        strip = make_strip(self.edition)
        if strip:
            yield Page(SHARE_IMAGE, share_image(strip))

    def not_found(self) -> bytes:
        """404.html, which a server shows at any depth: linked from the root of base_url, else with no link at all."""
        base = web_address(self.edition.settings.base_url)
        home = urlsplit(base).path.rstrip("/") + "/" if base else None
        style = self.source("static/404.css").strip()
        return self.page("404.html", "404.html", home=home, style=style).content
