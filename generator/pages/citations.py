"""Citations of the articles behind the timeline: BibTeX, CSL-JSON and plain text."""

from __future__ import annotations

from collections.abc import Mapping

from generator import edtf
from generator.compiled import regex
from generator.model import Event, Record
from generator.pages.edition import Edition, known_outlet
from generator.pages.permalinks import event_path, web_address
from generator.pages.quotes import in_quotation_marks

# What BibTeX gives a meaning, and how it is written as itself.
_BIBTEX = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\{",
        "}": r"\}",
        "&": r"\&",
        "%": r"\%",
        "#": r"\#",
        "$": r"\$",
        "_": r"\_",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
    }
)


def bibtex(edition: Edition, record: Record) -> str:
    """The @online entry of an article, keyed by its slug; fields nobody knows are left out."""
    fields = {
        "title": _bibtex_text(record.title),
        "author": _bibtex_text(record.byline),
        "organization": _bibtex_text(record.outlet),
        "date": _bibtex_date(record.published),
        "url": regex(r"[{}\\\s]").sub(lambda m: f"%{ord(m[0]):02X}", web_address(record.url) or ""),
        "langid": record.language,
    }
    # the title's second braces keep BibTeX styles from changing its capitals
    lines = [f"  {k} = {{{{{v}}}}}" if k in ("title", "author") else f"  {k} = {{{v}}}" for k, v in fields.items() if v]
    return f"@online{{{record.slug},\n" + ",\n".join(lines) + "\n}\n"


def _bibtex_text(text: str | None) -> str:
    return " ".join((text or "").split()).translate(_BIBTEX)


def _bibtex_date(published: str | None) -> str:
    """biblatex reads EDTF; what is no plain date is left out."""
    return published if published and edtf.parse(published).precision in ("day", "month", "year") else ""


def csl(edition: Edition, record: Record) -> Mapping[str, object]:
    """The article as CSL-JSON (a "article-newspaper" item)."""
    item: dict[str, object] = {"id": record.slug, "type": "article-newspaper", "language": record.language}
    if record.title:
        item["title"] = record.title
    if record.outlet:
        item["container-title"] = record.outlet
    if record.byline:
        item["author"] = [{"literal": record.byline}]
    if web_address(record.url):
        item["URL"] = web_address(record.url)
    date = _bibtex_date(record.published)
    if date:
        item["issued"] = {"date-parts": [[int(part) for part in regex(r"\d+").findall(date)[:3]]]}
    return item


def plain_citation(edition: Edition, event: Event) -> str:
    """One paragraph that names the event, this timeline and every article behind it."""
    date = f", {edition.date(event.date).full}" if event.date else ""
    articles = list(dict.fromkeys(source.article for source in event.sources))
    sources = "; ".join(_plain(edition, edition.records[slug]) for slug in articles)
    base = web_address(edition.settings.base_url)
    own = f" {base.rstrip('/')}/{event_path(event.id)}" if base else ""
    heading = in_quotation_marks(event.heading)
    return f"{heading}{date}. {edition.timeline.title}.{own} {edition.words('sources')}: {sources}."


def _plain(edition: Edition, record: Record) -> str:
    when = edition.date(record.published).plain if record.published else edition.words("published-unknown")
    outlet = known_outlet(record)
    title = in_quotation_marks(edition.title(record)) if record.title or not outlet else ""
    return ", ".join(part for part in (outlet, title, when, web_address(record.url)) if part)
