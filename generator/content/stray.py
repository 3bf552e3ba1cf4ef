"""Fields that stand in an article's text: a line `---` cut them off, or a second file was pasted below the first."""

from generator.compiled import regex
from generator.content.frontmatter import Document
from generator.content.keys import ARTICLE_KEYS, EVENT_KEYS
from generator.content.values import FENCE

_NAMES = "|".join(dict.fromkeys(key.name for key in (*ARTICLE_KEYS, *EVENT_KEYS)))
_FIELD = rf"[ ]*(?:- )?(?:{_NAMES}):(?: .*)?\n"
# two, as one alone may be words of an article; the build never writes two lines of a text without an empty one between
_FENCED = regex(rf"{FENCE}(?<=\n{FENCE})[ \t]*\n\s*{_FIELD * 2}")


def find_stray_fields(document: Document) -> int | None:
    """The 1-based line of a `---` with fields in the text below it; the one that ends the front matter counts too."""
    found = _FENCED.search(document.text, document.ends)
    return document.text.count("\n", 0, found.start()) + 1 if found else None
