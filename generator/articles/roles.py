"""What a line of a clipping is by itself, wherever it stands."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from generator.articles.credits import CREDITS
from generator.articles.cues import BYLINES_WITH_CUE, CAPTIONS, PHOTO_CREDIT_END
from generator.articles.furniture import FURNITURE, LIST_OPENERS
from generator.articles.linerules import LONGEST, Sorter, make_sorter
from generator.articles.markup import ENDS_SENTENCE, Line
from generator.compiled import regex

Role = Literal["furniture", "list", "credit", "caption", "byline", "date", "prose", "short", "heading"]
TEXT = ("prose", "short", "heading")
PROSE_WORDS = 20  # make a line prose whatever it ends with
_LONGEST_CREDIT = 120  # characters
_MOST_JOINTS = 3  # words run together; more are links of a menu whose spaces are lost
_QUESTION = regex(
    r"(?:what|why|how|who|when|where|which|is|are|can|could|will|would|does|do|did|should)\b", re.IGNORECASE
)
_JOINT = regex(r"[a-z]{2}[A-Z][a-z]{2}")


class Marked(NamedTuple):
    """A line and what it is."""

    line: Line
    role: Role


SORTER = make_sorter(
    {"list": LIST_OPENERS, "credit": CREDITS, "furniture": FURNITURE, "caption": CAPTIONS, "byline": BYLINES_WITH_CUE}
)


def find_role(line: Line, sorter: Sorter = SORTER) -> Role:
    """What a line is by itself; where it stands may say more. sorter: that of its text."""
    if len(line.text) > LONGEST:
        return "caption" if PHOTO_CREDIT_END.search(line.folded, len(line.folded) - _LONGEST_CREDIT) else "prose"
    if sort := sorter.sort(line.folded):
        return sort
    if is_prose(line):
        return "prose"
    return "furniture" if len(_JOINT.findall(line.text)) > _MOST_JOINTS else "short"


def is_prose(line: Line) -> bool:
    """Whether a line reads as a sentence or more: a full stop ends it, or it is long."""
    if ENDS_SENTENCE.search(line.folded):
        return not (line.folded.endswith("?") and _QUESTION.match(line.folded) and len(line.text.split()) <= 8)
    count = len(line.text.split())
    return count >= PROSE_WORDS or (count >= 4 and line.folded[-1] in ":;,")
