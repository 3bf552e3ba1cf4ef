"""What each line of a clipping is: header, paragraph, subheading, caption, credit or furniture."""

import re
from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import NamedTuple

from generator.articles.captions import gather_captions, mark_captions
from generator.articles.chronology import find_date_headings
from generator.articles.cues import AUTHOR_BOX, BYLINES_IN_HEADER, NO_AUTHOR
from generator.articles.furniture import COMMENT_CUE, COMMENT_HEADING, END_MARKS
from generator.articles.glued import take_apart
from generator.articles.headline import (
    BY_AND_DATE,
    find_headline,
    is_echo,
    key_of,
    mark_cut_off,
    mark_like_sentence,
    split_title,
)
from generator.articles.linerules import LONGEST, find_match
from generator.articles.markup import Line
from generator.articles.roles import SORTER, TEXT, Marked, find_role
from generator.articles.stamps import read_either_order, read_stamps
from generator.compiled import regex
from generator.model import Caption
from generator.text import ESCAPED_HASH

_FEWEST_STANDFIRST = 4  # words of a line below the headline that is text of the article
_STANDFIRST_WORDS = 45  # at most, between headline and byline
_HEADING_WORDS = 14
_MOST_HEADINGS = 2  # above one paragraph
_HEADER_REACH = 6  # lines below the first prose that may still be header
_HEADING_START = regex(r"[#'\"(\[]{0,4} ?[A-ZÀ-ÖØ-Þ0-9#]")
# a line that breaks off here goes on in the next: what looks like a date line there is of a sentence
_GOES_ON = regex(r"(?:,|\b(?:in|of|the|and|for|to|from|with|a|an|near))$", re.IGNORECASE)


class Layout(NamedTuple):
    """The lines of a clipping by what they are."""

    headline: Line | None
    title: str | None  # the headline's words, without the site's name
    site: str | None  # which pages put behind it
    header: tuple[Line, ...]  # above the text, headline left out: date lines, bylines, addresses, furniture
    bylines: tuple[Line, ...]  # those of the header that name the author, alone or with a date
    blocks: tuple[str, ...]  # the body's paragraphs and "## " subheadings, in order
    captions: tuple[Caption, ...]
    rest: tuple[Line, ...]  # furniture, credits, author boxes, what stands below the text


def lay_out(lines: Sequence[Line], language: str, title: str | None = None) -> Layout:
    """Every line in its place; title is the headline where something better than the text tells it."""
    marked = _without_lists(_mark(_cut_off_end(tuple(take_apart(lines))), language))
    top = _end_of_header(marked)
    headline = find_headline(marked[:top])
    others = (item.line.text for item in marked if item.role == "short" and item.line != headline)
    own, site = split_title(headline.text, others) if headline else (None, None)
    known = {key_of(text) for text in (title, own, headline and headline.text) if text}
    header = [
        _in_header(item, headline)
        for item in marked[:top]
        if not _repeats(item.line, known) and not (headline and is_echo(item.line, headline.folded))
    ]
    body = [item for item in marked[top:] if not _repeats(item.line, known)]
    text, boxes = _without_author_boxes([item for item in header + body if item.role in TEXT])
    return Layout(
        headline,
        own,
        site,
        tuple(item.line for item in header if item.role not in (*TEXT, "caption")),
        tuple(item.line for item in header if item.role in BY_AND_DATE),
        tuple(_blocks(text)),
        gather_captions(item.line for item in header + body if item.role == "caption"),
        (*(item.line for item in body if item.role not in (*TEXT, "caption")), *boxes),
    )


# ---------------------------------------------------------------- where a line stands


def _mark(lines: Sequence[Line], language: str) -> list[Marked]:
    """The role of each line; near the top a line that holds a date is a date line before anything else."""
    sorter = SORTER.of_text("\n".join([line.folded for line in lines]))
    marked = [Marked(line, find_role(line, sorter)) for line in lines]
    marked = mark_captions(mark_cut_off(marked))
    headings = find_date_headings(lines, {line.number for line, role in marked if role == "prose"})
    reach = _first_prose(marked) + _HEADER_REACH
    before = ["", *(line.folded for line in lines[:reach])]
    dated = (_as_date_line(item, above, language) for above, item in zip(before, marked[:reach], strict=False))
    marked[:reach] = list(dated)
    marked = mark_like_sentence(marked)
    return [Marked(line, "heading" if line.number in headings else role) for line, role in marked]


def _as_date_line(item: Marked, above: str, language: str) -> Marked:
    is_dated = read_stamps(item.line, language) or read_either_order(item.line)
    return Marked(item.line, "date") if is_dated and not _GOES_ON.search(above) else item


def _first_prose(marked: Sequence[Marked]) -> int:
    return next((index for index, item in enumerate(marked) if item.role == "prose"), len(marked))


def _cut_off_end(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines up to a mark that ends a press release or to readers' comments."""
    for index, line in enumerate(lines):
        if index > len(lines) // 2 and END_MARKS.fullmatch(line.folded):
            return lines[:index]
        if COMMENT_HEADING.fullmatch(line.folded):
            following = lines[index + 1 : index + 7]
            if any(COMMENT_CUE.fullmatch(reply.folded) for reply in following if len(reply.text) < 90):
                return lines[:index]
    return lines


def _without_lists(marked: Sequence[Marked]) -> list[Marked]:
    """The same lines with the links below "Most read" and the like as furniture, up to the next text."""
    result, in_list = [], False
    for item in marked:
        in_list = item.role == "list" or (in_list and item.role not in ("prose", "caption"))
        result.append(Marked(item.line, "furniture") if in_list else item)
    return result


def _end_of_header(marked: Sequence[Marked]) -> int:
    """Where the text starts: at the first prose, or below a date or byline that follows no more than a standfirst."""
    start = _first_prose(marked)
    end = start
    for index, (line, role) in enumerate(marked[start : start + _HEADER_REACH], start):
        if role == "prose" and len(line.text.split()) > _STANDFIRST_WORDS:
            break
        if role in BY_AND_DATE:
            end = index + 1
    return end


def _in_header(item: Marked, headline: Line | None) -> Marked:
    """A short line of the header: only a name, it is the author's; above the headline, or a word or two, furniture."""
    if item.role != "short":
        return item
    is_below = headline is None or item.line.number > headline.number
    byline = find_match(item.line, BYLINES_IN_HEADER) if is_below else None
    if byline and not NO_AUTHOR.search(byline["names"]):
        return Marked(item.line, "byline")
    is_standfirst = is_below and headline and len(key_of(item.line.text)) >= _FEWEST_STANDFIRST
    return item if is_standfirst else Marked(item.line, "furniture")


def _repeats(line: Line, known: Iterable[tuple[str, ...]]) -> bool:
    """Whether the line says the headline again; one that is long or lacks a word of it isn't taken apart to see."""
    if len(line.text) > LONGEST:
        return False
    said = line.folded.casefold()
    return any(all(word in said for word in key) for key in known) and key_of(line.text) in known


# ---------------------------------------------------------------- the text


def _without_author_boxes(text: Sequence[Marked]) -> tuple[list[Marked], list[Line]]:
    """The text without sentences about its author at either end, and those sentences."""
    prose = [index for index, item in enumerate(text) if item.role == "prose"]
    found = {index: AUTHOR_BOX.fullmatch(text[index].line.folded) for index in prose[:1] + prose[-3:]}
    named = {index: key_of(box["names"]) for index, box in found.items() if box}
    names = {key_of(item.line.text) for item in text if item.role == "short"} if named else set()
    boxes = {index for index, name in named.items() if name in names}
    kept = [item for index, item in enumerate(text) if index not in boxes]
    return kept, [text[index].line for index in sorted(boxes)]


def _blocks(text: Sequence[Marked]) -> list[str]:
    """Paragraphs, and the short lines directly above one as subheadings; longer runs of short lines are furniture."""
    blocks: list[str] = []
    headings: list[str] = []
    for role, group in groupby(text, key=lambda item: item.role):
        items = [item.line for item in group]
        if role != "prose":
            headings = [line.text for line in items if _is_heading(line)] if len(items) <= _MOST_HEADINGS else []
        else:
            blocks += [f"## {heading.lstrip('# ')}" for heading in headings] + [
                _as_paragraph(line.text) for line in items
            ]
            headings = []
    return blocks


def _is_heading(line: Line) -> bool:
    count = len(line.text.split())
    return count <= _HEADING_WORDS and bool(_HEADING_START.match(line.folded))


def _as_paragraph(text: str) -> str:
    """The text as one Markdown paragraph: a leading # would make it a heading."""
    return ESCAPED_HASH + text[1:] if text.startswith("#") else text
