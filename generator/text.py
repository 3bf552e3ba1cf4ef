"""What several stages do to text: paragraphs of a body, words, slugs, folding of typography."""

from __future__ import annotations

import unicodedata
from typing import NamedTuple

from generator.compiled import regex

_WORD = regex(r"[^\W_]+(?:['’.-][^\W_]+)*")
# one replacement after the other: 5 µs for an article of 4 kB, where str.translate takes 1,400
_FOLD = (
    ("“", '"'), ("”", '"'), ("„", '"'), ("«", '"'), ("»", '"'), ("‘", "'"), ("’", "'"), ("–", "-"), ("—", "-"),
    ("\u00a0", " "),
)  # fmt: skip

# a table for bytes: ASCII letters as they are, a space for all else
_LETTERS = bytes(byte if byte < 128 and chr(byte).isalpha() else ord(" ") for byte in range(256))

ESCAPED_HASH = "\\#"  # begins a paragraph whose own first character is "#"; without the backslash it were a heading

# controls, zero-width space, marks that turn or hide what follows, tags; not the joiners that many scripts need
_STEERING = regex(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u061c\u180e\u200b\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\U000e0000-\U000e007f]"
)
_ALPHABETS = ("LATIN", "CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE", "COPTIC")  # whose letters look like one another's
# a pattern's start: no name that Windows keeps for devices, whatever ending it has
NO_DEVICE = r"(?!(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|$))"


class Span(NamedTuple):
    """Characters [start, end) of some text."""

    start: int
    end: int


class Paragraph(NamedTuple):
    """One paragraph of a body: its 1-based number, as provenance counts it, and its characters [start, end)."""

    number: int
    start: int
    end: int
    text: str

    @property
    def is_heading(self) -> bool:
        """A subheading inside the article: it orders the text and reports nothing."""
        return self.text.startswith("#")


def paragraphs(body: str) -> tuple[Paragraph, ...]:
    """The paragraphs of a content file's body: blocks between blank lines, in order."""
    blocks = regex(r"[^\n]+(?:\n(?!\s*\n)[^\n]+)*").finditer(body)
    return tuple(Paragraph(number, m.start(), m.end(), m[0]) for number, m in enumerate(blocks, 1))


def fold(text: str) -> str:
    """Same length, typography evened out: straight quotes, hyphens for dashes, plain spaces."""
    if not text.isascii():
        for typographic, plain in _FOLD:
            text = text.replace(typographic, plain)
    return text


def squeeze(text: str) -> str:
    """White space, no-break spaces included, folded to single spaces, none at the ends."""
    return " ".join(text.split())


def words(text: str) -> list[str]:
    """The words, in lower case, without punctuation; "U.S." is one word, "u.s"."""
    return _WORD.findall(fold(text).casefold())


def plain_words(text: str) -> list[str]:
    """The words of a text as far as they are of ASCII letters: a look at them spares most texts most patterns."""
    return text.encode("ascii", "replace").translate(_LETTERS).decode("ascii").split()


def escape_xml(text: str) -> str:
    """Text as XML and HTML hold it between tags."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def quote_xml(text: str) -> str:
    """Text as the value of an XML attribute, in quotation marks; line ends survive (XML 1.0, section 3.3.3)."""
    value = escape_xml(text).replace('"', "&quot;")
    return '"' + value.replace("\n", "&#10;").replace("\r", "&#13;").replace("\t", "&#9;") + '"'


def slugify(text: str, limit: int = 60) -> str:
    """Lower-case ASCII letters, digits and hyphens, at most `limit` characters, cut between words; may be empty."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    parts = regex(r"[a-z0-9]+").findall(regex(r"['’.]").sub("", plain))
    slug = ""
    for part in parts:
        longer = f"{slug}-{part}" if slug else part[:limit]
        if len(longer) > limit:
            break
        slug = longer
    return slug


def name_stem(text: str, limit: int) -> str:
    """A slug that can be a file's name on every system: never empty, and no name of a device."""
    slug = slugify(text, limit)
    return slug if regex(f"{NO_DEVICE}.").match(slug) else f"{slug}-article".strip("-")


def without_steering(text: str) -> str:
    """The same without characters that nobody sees and that turn, hide or end what stands around them."""
    return text if text.isprintable() else _STEERING.sub("", text)


def find_mixed_word(text: str) -> str | None:
    """The first word with letters of two alphabets that look like one another's; it may pass for another word."""
    if text.isascii():
        return None
    return next((word for word in regex(r"\w+").findall(text) if len(_alphabets(word)) > 1), None)


def _alphabets(word: str) -> set[str]:
    names = (unicodedata.name(letter, "").partition(" ")[0] for letter in word)
    return {name for name in names if name in _ALPHABETS}
