"""A saved web page: the facts its metadata state, and the lines of its main text."""

import importlib
import json
from collections.abc import Iterable, Iterator
from types import ModuleType
from typing import Any, NamedTuple

from generator.articles.markup import Line, number_lines
from generator.articles.sources import CHECKS, is_web_address
from generator.dates.datelines import parse_date_line
from generator.model import Caption, SourceFacts
from generator.problems import Problems
from generator.text import squeeze

INSTALL = 'run: python -m pip install "trafilatura>=2" lxml_html_clean'
# fact: the fields that state it, the most trustworthy first: "jsonld" is schema.org's JSON-LD, "meta" a meta element
# by name, property or itemprop, "element" an element that means it by itself
FIELDS: dict[str, tuple[str, ...]] = {
    "published": (
        "jsonld datePublished", "meta article:published_time", "meta datepublished", "meta og:article:published_time",
        "meta parsely-pub-date", "meta sailthru.date", "meta dc.date.issued", "meta dcterms.created", "meta pubdate",
        "meta publishdate", "meta publish-date", "meta dc.date", "meta date", "element time",
    ),
    "title": ("jsonld headline", "meta og:title", "meta twitter:title", "meta dc.title", "element h1"),
    "outlet": ("jsonld publisher", "meta og:site_name", "meta application-name"),
    "byline": ("jsonld author", "meta author", "meta parsely-author", "meta dc.creator", "meta byl"),
    "url": ("element link", "meta og:url", "jsonld url"),
    "language": ("element html", "meta og:locale", "meta content-language"),
}  # fmt: skip
_ARTICLE_TYPES = {
    "Article", "NewsArticle", "ReportageNewsArticle", "AnalysisNewsArticle", "OpinionNewsArticle", "BlogPosting",
    "LiveBlogPosting", "BackgroundNewsArticle", "ReviewNewsArticle", "TechArticle", "Report",
}  # fmt: skip
_XPATHS = {
    "time": "//time[@itemprop='datePublished' or @pubdate or contains(@class, 'publish')]/@datetime",
    "h1": "//h1//text()",
    "link": "//link[@rel='canonical']/@href",
    "html": "/html/@lang",
}

_TELLING = 24  # characters that find a line again in the source
_LOOKAHEAD = 200_000

Told = dict[str, str]  # field: what it says, squeezed


class WebPage(NamedTuple):
    """What a clipping's own markup says: the facts, which field told the publication day, the lines, the captions."""

    facts: SourceFacts
    published_basis: str
    lines: tuple[Line, ...]
    captions: tuple[Caption, ...] = ()


UNREAD = WebPage(SourceFacts(), "", ())  # of what can't be read at all, which a problem tells


def parse_page(text: str, path: str, problems: Problems) -> WebPage:
    """The facts and the main text of a page; nothing, and a problem, where what reads pages isn't installed."""
    reader = _load_reader()
    if not reader:
        problems.add(path, 0, "is a web page, and what reads those isn't installed", INSTALL)
        return UNREAD
    tree = reader.load_html(text)
    if tree is None:
        return WebPage(SourceFacts(), "", ())
    told = _read_fields(tree)
    found = {fact: _first_right(fact, told) for fact in FIELDS}
    captions = _read_captions(tree)
    main = reader.extract(tree, include_comments=False, include_tables=False, favor_recall=True) or ""
    rows = [row for row in map(squeeze, main.split("\n")) if row not in captions]
    facts = SourceFacts(**{fact: value for fact, (value, _) in found.items() if value})
    return WebPage(facts, found["published"][1], _place(number_lines(rows), text), tuple(captions.values()))


def _load_reader() -> ModuleType | None:
    """The optional library for web pages; imported by name because most timelines have none, and it is heavy."""
    try:
        return importlib.import_module("trafilatura")
    except ImportError:
        return None


def _read_captions(tree: Any) -> dict[str, Caption]:
    """The captions of figures, each once, by their words."""
    found: dict[str, Caption] = {}
    for element in tree.iter("figcaption"):
        if words := squeeze(" ".join(element.itertext())):
            found.setdefault(words, Caption(words, element.sourceline or 1))
    return found


def _place(lines: Iterable[Line], source: str) -> tuple[Line, ...]:
    """The same lines, numbered as the page's source has them; one not found as written stays with the one before."""
    placed, number, at = [], 1, 0
    for line in lines:
        found = source.find(line.text[:_TELLING], at, at + _LOOKAHEAD)
        if found >= 0:
            number, at = number + source.count("\n", at, found), found
        placed.append(line._replace(number=number))
    return tuple(placed)


def _read_fields(tree: Any) -> Told:
    """What every field of the page says, the first of each name."""
    told: Told = {}
    for name, value in (*_json_fields(tree), *_meta_fields(tree), *_element_fields(tree)):
        if squeeze(value):
            told.setdefault(name, squeeze(value))
    return told


def _meta_fields(tree: Any) -> Iterator[tuple[str, str]]:
    for meta in tree.iter("meta"):
        for attribute in ("property", "name", "itemprop", "http-equiv"):
            if meta.get(attribute):
                yield f"meta {meta.get(attribute).lower()}", meta.get("content") or ""


def _element_fields(tree: Any) -> Iterator[tuple[str, str]]:
    for name, path in _XPATHS.items():
        for value in tree.xpath(path)[:1]:
            yield f"element {name}", str(value)


def _json_fields(tree: Any) -> Iterator[tuple[str, str]]:
    for script in tree.xpath("//script[@type='application/ld+json']/text()"):
        try:
            data = json.loads(str(script))
        except (ValueError, RecursionError):
            continue  # a page's script is not the reader's to mend; its other fields still tell
        for thing in _things(data):
            kinds = thing.get("@type")
            if _ARTICLE_TYPES.intersection(kinds if isinstance(kinds, list) else [str(kinds)]):
                yield from ((f"jsonld {key}", _name_of(value)) for key, value in thing.items())


def _things(data: Any) -> Iterator[dict[str, Any]]:
    """The objects of JSON-LD: alone, in a list, or in a @graph."""
    for thing in data if isinstance(data, list) else [data]:
        if isinstance(thing, dict):
            graph = thing.get("@graph")
            yield thing
            yield from (part for part in graph if isinstance(part, dict)) if isinstance(graph, list) else ()


def _name_of(value: Any) -> str:
    """A text, an object's name, or several of them with "and" between."""
    if isinstance(value, list):
        return " and ".join(filter(None, map(_name_of, value[:6])))
    if isinstance(value, dict):
        return str(value.get("name") or "")
    return value if isinstance(value, str) else ""


def _first_right(fact: str, told: Told) -> tuple[str, str]:
    """The first value of a fact that can be right, and its field; two empty texts where none can."""
    for field in FIELDS[fact]:
        value = _normal(fact, told.get(field, ""))
        if value and not CHECKS[fact](value):
            return value, field.removeprefix("meta ").replace("jsonld", "JSON-LD")
    return "", ""


def _normal(fact: str, value: str) -> str:
    """A field's value as sources.yaml would have it."""
    if fact == "published":
        return value[:10] if not CHECKS[fact](value[:10]) else parse_date_line(value) or ""
    if fact == "language":
        return value.replace("_", "-")
    return "" if fact == "byline" and is_web_address(value) else value
