"""Templates filled with views: the press of an edition, and the pages of its sheets, in whatever process."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from generator.model import Page
from generator.pages import feeds, structured
from generator.pages.article_views import make_article_page
from generator.pages.catalogue import direction
from generator.pages.detail_views import make_event_page
from generator.pages.downloads import EXPORTS, FEEDS
from generator.pages.edition import Edition
from generator.pages.markdown import safe_html
from generator.pages.permalinks import article_path, event_path, way_up
from generator.pages.proofs import AnyPage
from generator.pages.sheets import Masthead, Sheet, edition_of, with_sheet
from generator.pages.staging import Staging, is_inside
from generator.pages.templating import MISTAKES, Environment, Templates, blame, make_environment
from generator.pages.timeline_views import make_chapters, make_finder
from generator.workers.packing import pack


@dataclass(frozen=True)
class Kit:
    """What all pages are made with. key: a digest of it, which stands for it."""

    key: bytes
    masthead: Masthead = field(compare=False)
    templates: Templates = field(compare=False)


def make_kit(masthead: Masthead, templates: Templates) -> Kit:
    """The kit of a masthead and templates."""
    digests = [(name, hashlib.sha256(text).hexdigest()) for name, text in templates]
    return Kit(hashlib.sha256(pack((masthead, digests))).digest(), masthead, templates)


class Press(NamedTuple):
    """Fills templates for one edition."""

    edition: Edition
    environment: Environment

    def page(self, path: str, template: str, **view: object) -> Page:
        """One page; `root` is the way from it to the site's root. Raises TemplateError."""
        try:
            text = self.environment.get_template(template).render(root=way_up(path), path=path, **view)
        except MISTAKES as error:
            raise blame(template, error) from error
        return as_file(path, text)

    def source(self, name: str) -> str:
        """A file of the template folders as it stands."""
        assert self.environment.loader, "the environment was made with a loader"
        return self.environment.loader.get_source(self.environment, name)[0]


def as_file(path: str, text: str) -> Page:
    """A file of the site with this text."""
    # half a surrogate pair, which only an escape in a content file can hold, has no bytes in UTF-8
    return Page(path, text.encode(errors="replace"))


@lru_cache(maxsize=2)
def press_of(kit: Kit) -> Press:
    """What fills pages that know no more than every page does; raises TemplateError."""
    edition = edition_of(kit.masthead)
    return Press(edition, make_environment(kit.templates, edition.words, _common_names(edition)))


def _common_names(edition: Edition) -> Mapping[str, object]:
    """What every template knows."""
    return {
        "t": edition.words,
        "language": edition.words.language,
        "text_direction": direction(edition.words.language),
        "site_title": edition.timeline.title,
        "site_address": feeds.site_address(edition),
        "licence": edition.settings.licence,
        "downloads": [(edition.words(key), path) for key, path, _ in (*FEEDS, *EXPORTS)],
    }


# ---------------------------------------------------------------- the pages of a sheet


def fill_sheet(kit: Kit, sheet: Sheet) -> tuple[Page, ...]:
    """The pages of one sheet, in whatever process; raises TemplateError."""
    press = press_of(kit)
    fill = {"part": _fill_part, "event": _fill_event, "article": _fill_article}[sheet.kind]
    return fill(press._replace(edition=with_sheet(press.edition, sheet)), sheet)


def fill_aside(kit: Kit, staging: Staging, sheet: Sheet) -> tuple[AnyPage, ...]:
    """The same, put aside at once; a page without a place in the site is left to whoever gathers them."""
    pages = fill_sheet(kit, sheet)
    return tuple(staging.put(page, staging.find(page.path)) if is_inside(page.path) else page for page in pages)


def _fill_part(press: Press, sheet: Sheet) -> tuple[Page, ...]:
    part, before, after = sheet.parts
    assert part, "a part's sheet names it first"
    page = press.page(
        part.path,
        "part.html",
        part=part,
        chapters=make_chapters(press.edition, part),
        before=before,
        after=after,
        finder=make_finder(press.edition, part.names),
        json_ld=structured.list_of_events(press.edition, part.names),
    )
    return (page,)


def _fill_event(press: Press, sheet: Sheet) -> tuple[Page, ...]:
    """An event's page, and for every other mention of it a page that leads there."""
    event = press.edition.events[sheet.name]
    before, after = (press.edition.events.get(name or "") for name in sheet.around)
    view = make_event_page(press.edition, event, before, after, sheet.place)
    json_ld = structured.one_event(press.edition, event)
    target = event_path(event.id)
    own = press.page(target, "event.html", event=view, json_ld=json_ld)
    moved = sorted({source.mention.id for source in event.sources} - {event.id})
    leading = press.page(target, "moved.html", event=event, target=target) if moved else own
    return own, *(leading._replace(path=event_path(each)) for each in moved)


def _fill_article(press: Press, sheet: Sheet) -> tuple[Page, ...]:
    record = press.edition.records[sheet.name]
    body = safe_html(record.body) if press.edition.settings.republish == "full" else ""
    view = make_article_page(press.edition, record, body)
    return (press.page(article_path(record.slug), "article.html", article=view),)
