"""An article's body as safe HTML."""

from __future__ import annotations

import re
from itertools import groupby

from generator.compiled import regex

TAGS = {
    "p",
    "h2",
    "h3",
    "h4",
    "em",
    "strong",
    "a",
    "blockquote",
    "ul",
    "ol",
    "li",
    "br",
    "hr",
    "code",
    "pre",
    "sup",
    "sub",
}
# the page's own heading is above every heading of the article
_HEADING = regex(r"^(#{1,4})(?=\s)", re.MULTILINE)

# Python-Markdown looks for the end of each bracket up to the block's end; no paragraph has so many links
_MOST_BRACKETS = 50
_WEB_OR_MAIL = regex(r"https?://|mailto:", re.IGNORECASE)
_BETWEEN_BLOCKS = regex(r"\n[ \t]*\n")


def safe_html(body: str) -> str:
    """HTML of a Markdown body: harmless tags only, links that pass nothing on, headings below the page's own."""
    # they are heavy and only a site that republishes whole articles needs them
    from html import escape

    import nh3
    from markdown import markdown

    lowered = _HEADING.sub(lambda m: "#" * min(4, max(3, len(m[1]) + 1)), body)
    runs = groupby(_BETWEEN_BLOCKS.split(lowered), key=_has_many_brackets)
    made = (
        "\n".join(f"<p>{escape(block)}</p>" for block in blocks)
        if plain
        else markdown("\n\n".join(blocks), output_format="html")
        for plain, blocks in runs
    )
    return nh3.clean(
        "\n".join(made),
        tags=TAGS,
        attributes={"a": {"href"}},
        attribute_filter=_web_or_mail,
        link_rel="noopener noreferrer",
    )


def _web_or_mail(tag: str, attribute: str, value: str) -> str | None:
    """The address of a link as it is, None where it leads neither to the web nor to a mailbox."""
    return value if _WEB_OR_MAIL.match(value) else None


def _has_many_brackets(block: str) -> bool:
    """Whether a block is shown as it stands, because its brackets would take Markdown too long."""
    return block.count("[") > _MOST_BRACKETS
