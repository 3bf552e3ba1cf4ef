"""Whom a page names as author, and which outlet: in its byline, its date line, or a line of its own."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from typing import NamedTuple

from generator.articles import cues
from generator.articles.layout import Layout
from generator.articles.linerules import find_match
from generator.articles.markup import Line
from generator.articles.stamps import LONGEST_DATE_LINE
from generator.articles.vocabulary import AGENCY, NAME, NAMED_PAPER, NEWSROOM, PAPER, SECTION, STAFF
from generator.compiled import regex

_BETWEEN = regex(r",? (?:and|&|for|at|in|from|of) |, ?| ?[|·•/] ?| - ")
_BEFORE_OUTLET = ("|", "·", "•", "for")  # behind one of these it may have any name
_PLACE_FOLLOWS = ("in", "from", "of")
_PERSON = regex(NAME)
_POST = regex(rf"\b{STAFF}\b", re.IGNORECASE)
_WORD = r"[A-Z][\w'&-]{0,25}"
_NEWSROOM = regex(rf"(?:^|(?<= ))(?:the )?(?P<outlet>{NEWSROOM})(?= |$)")
_PAPER = regex(rf"(?P<outlet>[Tt]he (?:{_WORD} ){{0,3}}{NAMED_PAPER}|(?:{_WORD} ){{1,3}}{PAPER})$")
# two words and nothing behind them may be one more author: "Emily Post"
_NAMED_PAPER = regex(
    rf"(?P<outlet>[Tt]he (?:{_WORD} ){{0,3}}{NAMED_PAPER}|(?:{_WORD} ){{2,3}}{NAMED_PAPER}|(?:{_WORD} )?{PAPER}"
    rf"|{_WORD} {NAMED_PAPER}(?= \w))(?= |$)"
)
_ANY_NAME = regex(rf"(?P<outlet>{_WORD}(?: {_WORD}){{0,3}}) ?(?:staff.{{0,20}})?$")
_DATE_PIECES = regex(r"[|·•,]")
_YEAR = regex(r"\b(?:19|20)\d\d\b")
_AGENCY = regex(AGENCY)
# a section of many papers, not a paper: "Local News"
_SECTION = regex(
    rf"{SECTION}|(?:{SECTION}|local|regional|daily|related|community|good|other|all) (?:news|wire|magazine|bulletin)",
    re.IGNORECASE,
)
_OWN_LINE = regex(rf"{NEWSROOM}|(?:The )?(?:{_WORD} ){{1,3}}(?!News\b){NAMED_PAPER}")


class Byline(NamedTuple):
    """The names as written, and the outlet among or behind them; None for what it doesn't tell."""

    names: str | None
    outlet: str | None


class _Piece(NamedTuple):
    """What stands between two separators of a byline, where, and what separates it from the piece before."""

    start: int
    text: str
    separator: str


def find_byline(header: Iterable[Line]) -> str | None:
    """The names in the first byline that names somebody, without "By", an outlet among them and what follows."""
    return next((byline.names for line in header if (byline := _read(line)) and byline.names), None)


def find_outlet(layout: Layout) -> str | None:
    """The outlet as its byline, its copyright line, its address line, its author's box or its own line names it."""
    told = ((find, line) for line in (*layout.header, *layout.rest) for find in _FINDERS)
    own = ((_outlet_of_own_line, line) for line in layout.header if line not in layout.bylines)
    return next((outlet for find, line in chain(told, own) if (outlet := find(line))), None)


# ---------------------------------------------------------------- bylines


def _read(line: Line) -> Byline | None:
    """The byline that a line is, alone or beside a date."""
    if match := find_match(line, cues.BYLINES):
        return _split(_written(line, match, "names"), _written(line, match, "after"))
    if match := cues.BYLINE_WITH_DATE.search(line.folded):
        return _split(_written(line, match, "names" if match["names"] else "after_date"), "")
    return None


def _written(line: Line, match: re.Match[str], group: str) -> str:
    return line.text[match.start(group) : match.end(group)]


def _split(names: str, after: str) -> Byline:
    """The people who stand first among the names, and the first outlet among all."""
    outlet = next((found for piece in _pieces(names + after) if (found := _outlet_of_piece(piece))), None)
    end = 0
    for piece in _pieces(names):
        person = _without_newsroom(piece)
        if not _PERSON.fullmatch(person) or _SECTION.fullmatch(person) or (outlet and person.startswith(outlet)):
            break
        end = piece.start + len(person)
    return Byline(names[:end] or None, outlet)


def _pieces(text: str) -> Iterator[_Piece]:
    start, separator = 0, ""
    for between in _BETWEEN.finditer(text):
        yield _Piece(start, text[start : between.start()], separator)
        start, separator = between.end(), between[0].strip(" ,")
    yield _Piece(start, text[start:], separator)


def _outlet_of_piece(piece: _Piece) -> str | None:
    """The outlet a piece names; behind a person it needs less to be one."""
    if piece.separator in _PLACE_FOLLOWS or _SECTION.fullmatch(piece.text):
        return None
    patterns = [_NEWSROOM, _PAPER if piece.start == 0 else _NAMED_PAPER]
    if piece.separator in _BEFORE_OUTLET and not _POST.search(piece.text):
        patterns.insert(0, _ANY_NAME)
    found = next((match for pattern in patterns if (match := _look(pattern, piece))), None)
    return found["outlet"] if found else None


def _look(pattern: re.Pattern[str], piece: _Piece) -> re.Match[str] | None:
    return pattern.search(piece.text) if pattern is _NEWSROOM else pattern.match(piece.text)


def _without_newsroom(piece: _Piece) -> str:
    """The person of "Jane Doe Global News"."""
    found = _NEWSROOM.search(piece.text)
    return piece.text[: found.start()].rstrip() if found else piece.text


# ---------------------------------------------------------------- other lines


def _outlet_of_byline(line: Line) -> str | None:
    byline = _read(line) if find_match(line, cues.BYLINES) else None
    return byline.outlet if byline else None


def _outlet_of_line(line: Line) -> str | None:
    match = find_match(line, cues.OUTLETS)
    return match["outlet"].strip() if match else None


def _outlet_of_author_box(line: Line) -> str | None:
    box = cues.AUTHOR_BOX.fullmatch(line.folded)
    match = cues.AUTHOR_BOX_OUTLET.search(line.folded) if box else None
    return match["outlet"] if match else None


def _outlet_of_date_line(line: Line) -> str | None:
    """The "Reuters" of "Sept 16, 2024 | Reuters", the paper of "The Valley Post, 4 May 2018"."""
    if len(line.text) > LONGEST_DATE_LINE or not _YEAR.search(line.text):
        return None
    pieces = (piece.strip() for piece in _DATE_PIECES.split(line.text))
    return next((piece for piece in pieces if _AGENCY.fullmatch(piece) or _is_paper(piece)), None)


def _outlet_of_own_line(line: Line) -> str | None:
    return line.text if _OWN_LINE.fullmatch(line.folded) and not _SECTION.fullmatch(line.folded) else None


def _is_paper(name: str) -> bool:
    return bool(_PAPER.fullmatch(name)) and not _SECTION.fullmatch(name)


_FINDERS: tuple[Callable[[Line], str | None], ...] = (
    _outlet_of_byline,
    _outlet_of_line,
    _outlet_of_author_box,
    _outlet_of_date_line,
)
