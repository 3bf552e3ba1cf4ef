"""What was published, where, by whom and when: one article out of one clipping."""

from collections.abc import Iterable

from generator.articles.bylines import find_byline, find_outlet
from generator.articles.language import guess_language
from generator.articles.layout import lay_out
from generator.articles.markup import Line, has_open_front_matter, parse_lines, parse_markdown
from generator.articles.publication import find_published
from generator.articles.sources import is_web_address, parse_front_matter
from generator.articles.stamps import find_typo
from generator.articles.webpage import UNREAD, WebPage, parse_page
from generator.compiled import regex
from generator.model import Article, Clipping, SourceFacts
from generator.problems import Problems

_ADDRESS = regex(r"https?://[^\s<>\"')\]]{4,400}")


def read_article(clipping: Clipping, problems: Problems) -> Article:
    """The article in a clipping; what neither a person, the page nor the text tells stays None.

    Its body is empty, and a problem says why, where the clipping holds none.
    """
    page = _read_page(clipping, problems)
    facts = merge_facts(clipping.facts, page.facts)
    language = facts.language or guess_language("\n".join(line.folded for line in page.lines))
    layout = lay_out(page.lines, language.partition("-")[0], facts.title)
    _report_typo(clipping.seed, page.lines, problems)
    url = facts.url or _find_address(layout.header)
    if not layout.blocks and page is not UNREAD:
        problems.add(clipping.seed, 0, "holds no sentence of an article", "put the article's text in it, or remove it")
    published = find_published(clipping.facts, page, layout, url, language)
    if published and published.doubt:
        problems.add(clipping.seed, 0, published.doubt, "write `published` in seeds/sources.yaml", warning=True)
    return Article(
        seed=clipping.seed,
        seed_sha256=clipping.sha256,
        title=facts.title or layout.title,
        outlet=facts.outlet or find_outlet(layout) or (None if facts.title else layout.site),
        byline=facts.byline or find_byline(layout.bylines),
        url=url,
        archived_url=facts.archived_url,
        archived_at=facts.archived_at,
        published=published.value if published else None,
        published_basis=published.basis if published else None,
        published_exact=published is not None,
        language=language,
        body="\n\n".join(layout.blocks),
        captions=(*page.captions, *layout.captions),
    )


def _read_page(clipping: Clipping, problems: Problems) -> WebPage:
    """The lines of a clipping of any format, with the facts its page states."""
    if clipping.format == "html":
        return parse_page(clipping.text, clipping.seed, problems)
    if clipping.format == "markdown":
        return _read_markdown(clipping, problems)
    return WebPage(SourceFacts(), "", parse_lines(clipping.text))


def _read_markdown(clipping: Clipping, problems: Problems) -> WebPage:
    """The same of a Markdown file; nothing where its front matter can't be read, which says what the article is."""
    if has_open_front_matter(clipping.text):
        problems.add(clipping.seed, 1, "has front matter that never ends", "write a line '---' below the fields")
        return UNREAD
    front, lines, captions = parse_markdown(clipping.text)
    facts = parse_front_matter(front, clipping.seed, 1, problems)
    return UNREAD if facts is None else WebPage(facts, "front matter", lines, captions)


def merge_facts(first: SourceFacts, second: SourceFacts) -> SourceFacts:
    """Every fact of the first, and the second's where it has none."""
    return SourceFacts(*(one or other for one, other in zip(first, second, strict=True)))


def _report_typo(seed: str, lines: Iterable[Line], problems: Problems) -> None:
    """Warn of the first date that no calendar has."""
    for line in lines:
        if typo := find_typo(line):
            read_as = f"read as {typo.when}" if typo.when else "not read as a date"
            problems.add(seed, line.number, f'"{typo.words}" is no date; {read_as}', "check it", warning=True)
            return


def _find_address(header: Iterable[Line]) -> str | None:
    """The address that stands above the text."""
    found = (match[0].rstrip(".,;") for line in header for match in _ADDRESS.finditer(line.text))
    return next((address for address in found if is_web_address(address)), None)
