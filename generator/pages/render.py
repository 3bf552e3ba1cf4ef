"""From the timeline to the pages of the site: templates filled with views, and the files that go with them."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable, Iterator, Mapping, MutableMapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import jinja2
from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined, TemplateSyntaxError
from jinja2.bccache import Bucket
from markupsafe import Markup

from generator import compiled
from generator.model import Page, Settings, Timeline
from generator.pages import calendars, exports, feeds, structured
from generator.pages.article_views import make_article_page
from generator.pages.catalogue import direction
from generator.pages.corrections import make_corrections
from generator.pages.detail_views import make_event_page, make_outlets
from generator.pages.edition import Edition, make_edition
from generator.pages.markdown import safe_html
from generator.pages.parts import Part, by_year, make_parts
from generator.pages.permalinks import INDEX, article_path, event_path, way_up, web_address
from generator.pages.share_image import share_image
from generator.pages.strip import make_strip
from generator.pages.timeline_views import make_chapters, make_embedded, make_finder, make_head
from generator.problems import Problem

SHARE_IMAGE = "share.png"
SEARCH_INDEX = "search.json"
MOST_TEMPLATES = 300  # kept compiled; more are those of folders that went
STATIC = ("style.css", "finder.js", "timeline.schema.json")
DOWNLOADS: tuple[tuple[str, str, Callable[[Edition], str]], ...] = (
    ("feed", "feed.xml", feeds.atom),
    ("download-jsonfeed", "feed.json", feeds.json_feed),
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
        super().__init__(str(self.problem))


def render_site(
    timeline: Timeline, settings: Settings, readings: Mapping[str, str], templates: tuple[Path, ...]
) -> Iterator[Page]:
    """Every file of the site.

    readings: what each date rule means, in plain English. templates: folders, searched in this order, so that a
    timeline of its own may replace single templates.
    """
    edition = make_edition(timeline, settings, readings)
    press = _Press(edition, _environment(edition, templates))
    pages = tuple(press.html_pages())
    yield from pages
    yield from (_file(path, make(edition)) for _, path, make in DOWNLOADS)
    yield from (_file(name, press.source(f"static/{name}")) for name in STATIC)
    if web_address(settings.base_url):
        yield from press.share_image()
        found = tuple(page.path for page in pages if _is_for_search_engines(page))
        yield _file("sitemap.xml", feeds.sitemap(edition, found))
    yield _file("robots.txt", feeds.robots(edition))
    yield Page("404.html", press.not_found())
    yield Page(".nojekyll", b"")


class _Kept(BytecodeCache):
    """Compiled templates, kept with the program's own compiled modules; each is good as long as its source stays."""

    def __init__(self) -> None:
        self._compiled: dict[str, bytes] | None = None

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill the bucket, where its template was compiled before; it compares the sources itself."""
        if self._compiled is None:
            self._compiled = compiled.read("templates")
        if bucket.key in self._compiled:
            bucket.bytecode_from_string(self._compiled[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled."""
        known = self._compiled or {}
        self._compiled = (known if len(known) < MOST_TEMPLATES else {}) | {bucket.key: bucket.bytecode_to_string()}
        compiled.write("templates", self._compiled)


_COMPILED = _Kept()


class _Environment(Environment):
    """Jinja2 whose templates have plain dictionaries of globals: every import compares them, on every page."""

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """The globals of one template."""
        return {**self.globals, **(d or {})}


def _environment(edition: Edition, templates: tuple[Path, ...]) -> Environment:
    """Jinja2 that escapes everything, fails on an unknown name, and knows the site's words."""
    environment = _Environment(
        loader=FileSystemLoader([str(folder) for folder in templates]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        bytecode_cache=_COMPILED,
        auto_reload=False,  # an environment lives as long as one build
    )
    environment.filters["csp_hash"] = _csp_hash
    environment.globals.update(
        t=edition.words,
        once=_Once(environment),
        language=edition.words.language,
        text_direction=direction(edition.words.language),
        site_title=edition.timeline.title,
        site_address=feeds.site_address(edition),
        licence=edition.settings.licence,
        downloads=[(edition.words(key), path) for key, path, _ in DOWNLOADS],
    )
    return environment


class _Once:
    """Fills a partial that depends on nothing but the way to the root, once for each."""

    def __init__(self, environment: Environment) -> None:
        self._environment = environment
        self._filled: dict[tuple[str, str], Markup] = {}

    def __call__(self, name: str, root: str) -> Markup:
        """The partial's HTML."""
        if (name, root) not in self._filled:
            self._filled[name, root] = Markup(self._environment.get_template(name).render(root=root))
        return self._filled[name, root]


def _file(path: str, text: str) -> Page:
    # half a surrogate pair, which only an escape in a content file can hold, has no bytes in UTF-8
    return Page(path, text.encode(errors="replace"))


def _is_for_search_engines(page: Page) -> bool:
    return page.path.endswith(".html") and b'content="noindex"' not in page.content


def _csp_hash(text: str) -> str:
    """What a content security policy calls an inline script or style by (CSP 3, hash-source)."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode(errors="replace")).digest()).decode()


@dataclass(frozen=True, slots=True)
class _Press:
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

    def html_pages(self) -> Iterator[Page]:
        """The pages a reader opens, the front page first."""
        yield from self.timeline_pages()
        yield from self.event_pages()
        for record in self.edition.records.values():
            body = safe_html(record.body) if self.edition.settings.republish == "full" else ""
            view = make_article_page(self.edition, record, body)
            yield self.page(article_path(record.slug), "article.html", article=view)
        yield self.page("sources.html", "sources.html", outlets=make_outlets(self.edition))
        yield self.page("corrections.html", "corrections.html", corrections=make_corrections(self.edition))
        yield self.page("about.html", "about.html", head=make_head(self.edition))
        key_events = make_embedded(self.edition)
        yield self.page("embed/index.html", "embed.html", title=self.edition.timeline.title, events=key_events)

    def timeline_pages(self) -> Iterator[Page]:
        """The front page, and where the timeline is long the pages of its parts."""
        parts = make_parts(self.edition)
        place = {event: part.path for part in parts for event in part.events}
        whole = parts[0].path == INDEX
        rest = () if whole else parts
        everything = tuple(event.id for event in self.edition.timeline.events)
        yield self.page(
            INDEX,
            "timeline.html",
            head=make_head(self.edition),
            chapters=make_chapters(self.edition, parts[0]) if whole else (),
            years=by_year(rest),
            place=place,
            outlets=make_outlets(self.edition),
            finder=make_finder(self.edition, everything, "" if whole else SEARCH_INDEX),
            json_ld=structured.list_of_events(self.edition, everything if whole else ()),
        )
        if rest:
            yield _file(SEARCH_INDEX, exports.search_index(self.edition, place))
        for number, part in enumerate(rest):
            around = (parts[number - 1] if number else None, parts[number + 1] if number + 1 < len(parts) else None)
            yield self._part(part, around)

    def _part(self, part: Part, around: tuple[Part | None, Part | None]) -> Page:
        chapters = make_chapters(self.edition, part)
        return self.page(
            part.path,
            "part.html",
            part=part,
            chapters=chapters,
            before=around[0],
            after=around[1],
            finder=make_finder(self.edition, part.events),
            json_ld=structured.list_of_events(self.edition, part.events),
        )

    def event_pages(self) -> Iterator[Page]:
        """A page for every event, and for every other mention of it a page that leads there."""
        events = self.edition.timeline.events
        for before, event, after in zip((None, *events), events, (*events[1:], None), strict=False):
            view = make_event_page(self.edition, event, before, after)
            json_ld = structured.one_event(self.edition, event)
            yield self.page(event_path(event.id), "event.html", event=view, json_ld=json_ld)
        for event in events:
            moved = {source.mention.id for source in event.sources} - self.edition.events.keys()
            for mention in sorted(moved):
                yield self.page(event_path(mention), "moved.html", event=event, target=event_path(event.id))

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
