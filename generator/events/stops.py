"""Which full stops end a sentence: not those of abbreviations, and some with no space behind them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.compiled import regex
from generator.events.vocabulary import REPORTING_WORDS

_LAST_WORD = regex(r"(?<![0-9A-Za-z])([A-Za-z](?:[\w’'-]|\.(?=\w)){0,20})$")
_NEXT_WORD = regex(r"[\"“‘'«(\[]*(\w+)")
# "said.The", "2023.Troops", "war.”The": text copied from a page that breaks lines where we see no space
_GLUED_STOP = regex(
    r"[.!?](?!\s)(?<=[a-z0-9%].)(?P<close>[”»’)\]]{0,2})(?=[“‘«(]?(?P<next>[A-Za-z][a-zA-Z0-9_’'-]{0,30})(?P<after>\S?\w?))"
)
_YEAR = regex(r"(?:1[89]|20)\d\d")
_FIGURE = regex(r"[$€£]?\d[\d,.]+%?|\d%")  # one digit counts items of a list
_APOSTROPHE = regex(r"[’']")
_SHORTEST = 4  # letters of a word that is no program's name, as in "os.Exit"
_PLAIN_WORD = regex(r"[a-z]{2,}(?:[’'-][a-z]+)*")
_STARTING_WORD = regex(r"(?:[A-Z][a-z]+|[AI])(?:[’'-][A-Za-z]+)*")
# what such a stop stands in front of in the names of sites, files and programs
_ENDINGS = frozenset(
    "com org net gov edu info biz tv io ai uk de fr eu us js py net exe pdf doc docx html php zip".split()
)
# words that end in a full stop without ending the sentence
ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof gen sen rep gov lt col sgt capt maj adm st sr jr hon rev pres supt insp messrs mt ft "
    "jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun "
    "no nos vs inc corp co ltd llc bros dept univ est approx fig vol ed al etc e.g i.e cf w.e.f".split()
)
# abbreviations that may also end one: they do where the next word can only start a sentence
MAY_END = frozenset("u.s u.k u.n e.u u.a.e d.c a.m p.m inc corp co ltd jr sr etc al est".split())
_SHORT = ABBREVIATIONS | MAY_END
STARTERS = frozenset(
    "the a an this that these those he she it they we i but and in on at for however meanwhile when while after before "
    "as if there his her its their our also last next".split()
)


def is_abbreviation(text: str, stop: str, at: int, behind: int) -> bool:
    """Whether a full stop ends only a word. stop: the marks that stand there, at: where; behind: where text goes on."""
    if stop != ".":
        return False
    before = text[max(0, at - 24) : at]
    ending = before.rpartition(" ")[2]
    if _is_plain(ending):
        return False
    last = _LAST_WORD.search(ending)
    if not last:
        return False
    word = last[1].lower()
    following = _NEXT_WORD.match(text, behind, behind + 24)
    next_word = following[1].lower() if following else ""
    if word in MAY_END:
        return next_word not in STARTERS
    if word in ABBREVIATIONS:
        return word != "no" or next_word.isdigit()
    return len(word) == 1 and last[1].isupper() and word != "i"


def _is_plain(ending: str) -> bool:
    """Whether a word is no abbreviation for sure; a look that spares most full stops two patterns."""
    return len(ending) > 1 and ending.isascii() and ending.isalpha() and ending.lower() not in _SHORT


def find_glued_stops(text: str) -> Iterator[int]:
    """Where a sentence ends though no space follows: behind the stop and the marks that close with it."""
    for found in _GLUED_STOP.finditer(text):
        before = text[max(0, found.start() - 40) : found.start()].rpartition(" ")[2].lstrip("“‘«(\"'")
        starts_text = found.start() == len(before)
        if not _is_of_name(found) and _ends_sentence(before, found, starts_text=starts_text):
            yield found.end()


def _is_of_name(found: re.Match[str]) -> bool:
    """Whether what follows goes on as names of sites, files and programs do: "Booking.com", "fmt.Println(x)"."""
    return found["next"].lower() in _ENDINGS or found["after"][:1] in ("/", "@", "(") or found["after"][1:].isalnum()


def _ends_sentence(before: str, found: re.Match[str], *, starts_text: bool) -> bool:
    """Whether the word before ends a sentence and the next one begins another."""
    following = found["next"]
    if following.islower():  # machine translation leaves words over: "he said.warned that"
        return not found["close"] and before in REPORTING_WORDS and before.endswith(("ed", "id", "ld"))
    if not _STARTING_WORD.fullmatch(following):
        return False
    if found["close"] or found[0][0] == "?" or _YEAR.fullmatch(before):
        return True
    if before.lower() in ABBREVIATIONS and before.lower() not in MAY_END:
        return False
    if _PLAIN_WORD.fullmatch(before) and before not in ABBREVIATIONS and len(before) >= _SHORTEST:
        return True
    is_word = before.isalpha() or (bool(_FIGURE.fullmatch(before)) and not starts_text)
    return is_word and _APOSTROPHE.split(following.lower())[0] in STARTERS
