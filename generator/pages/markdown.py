"""An article's body as safe HTML."""

from __future__ import annotations

import re

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
_HEADING = re.compile(r"^(#{1,4})(?=\s)", re.MULTILINE)


def safe_html(body: str) -> str:
    """HTML of a Markdown body: harmless tags only, links that pass nothing on, headings below the page's own."""
    # both are heavy and only a site that republishes whole articles needs them
    import nh3
    from markdown import markdown

    lowered = _HEADING.sub(lambda m: "#" * min(4, max(3, len(m[1]) + 1)), body)
    return nh3.clean(
        markdown(lowered, output_format="html"),
        tags=TAGS,
        attributes={"a": {"href"}},
        url_schemes={"http", "https", "mailto"},
        link_rel="noopener noreferrer",
    )
