"""Shortening: what a heading of at most 90 characters can leave out, clause by clause, then phrase by phrase."""

from __future__ import annotations

import re
from collections.abc import Callable
from string import ascii_letters, whitespace

from generator.compiled import regex
from generator.events.predicates import find_core
from generator.events.quotations import mask_quotes
from generator.events.verbs import find_form
from generator.events.vocabulary import AUXILIARIES, TRAILING_CLAUSE, VERB_BY_FORM, is_finite

LIMIT = 90
SHORTEST = 25  # characters a heading keeps at least while it is being cut
_SAYING_ONLY = regex(r"\b(?:said|says|told|tells|informed|assured|reminded|warned)(?:,?\s+[\w’'.-]+){0,9},?$")
_COORDINATION = regex(r",?\s+(?:and|or|but)\s+|[,;]\s+|\s[-–—]\s")
_TRAILING_PHRASE = regex(
    r"\s+(?:for|in|at|on|with|from|against|by|during|over|under|near|through|throughout|between|among|according\s+to)\s+"
    r"(?!(?:how|what|whether|who|why|where|when)\b)"
)
_SUBORDINATE_LEAD = regex(
    r"(?:If|When|While|As|After|Before|Because|Although|Though|Since|Unless|Until|Once|Within|In|On|At|For|With|Without"
    r"|Despite|Given|During|Under)\s[^,]{3,160},\s+"
)
_NARROW = regex(r"\s+(?:of|into|about|that)\s+")  # what a noun or verb needs more, and keeps as long as it can
_COMPOUND = regex(
    r"\s+(?:and|or)\s+(?!(?:the|a|an|its|his|her|their|our|other|more|to)\s)[a-z-]+\s+[a-z-]{3,}(?<!ly)\b"
)
_LEFT_OVER = regex(r"(?<=\w)(?:\s+(?:to\s+[a-z]+|(?:and|or)\s+[\w-]+)|,\s+[a-z]+ing)$")
# a heading ends with none of these
_IN_THE_AIR = frozenset(
    "and or but the a an of to for in on at with by from that as its their his her which who is are was were be will "
    "would has have had not more very such than into about between can could may might must should been being if when "
    "while after before because whether against during over under through since until among within without this these "
    "those our my your also so who whose where per via amid despite toward towards upon".split()
)
_NOUN_FOLLOWS = frozenset("of a an the as with by for in its his her their".split())
_CLOCK_END = regex(r"(\b[ap]\.m)$")
_BETWEEN_WORDS = f"{whitespace}\u00a0,;:—-"
_AFTER_OR_BEFORE = regex(r",?\s+(?:after|before)\b")
# how long before or after: it goes with the clause that says what
MEASURE = regex(
    r"(?<!\blast)(?<!\bnext)(?<!\bthis),?\s+(?:shortly|soon|just|immediately|right|barely|hardly|moments|(?:(?:an?|one|two|three|four|five|six|seven|eight|nine|ten"
    r"|\d+|several|some|few|many)\s+)?(?:minute|hour|day|week|month|year)s?)$"
)


def _behind_main_verb(text: str) -> int:
    """Where the main verb ends, past "If …," and "Within hours of …,": no cut goes before it; 0 where none is found."""
    lead = _SUBORDINATE_LEAD.match(text)
    start = lead.end() if lead else 0
    core = find_core(mask_quotes(text), start)
    if core is None:
        return start
    commas = text[start : core.verb.start].count(",")
    is_sure = commas == 0 or (commas == 2 and text[: core.verb.start].endswith(", "))  # "Lee, head of it, warned"
    return core.verb.end if is_sure else start


def shorten(text: str) -> str:
    """Cut from the right: clauses first, then phrases and further members, as long as the verb stays."""
    if len(text) <= LIMIT:
        return text
    least = max(SHORTEST, _behind_main_verb(text))
    text = cut_clauses(text, least)
    for phrase, is_whole in ((_TRAILING_PHRASE, has_verb), (_TRAILING_PHRASE, may_have_verb), (_NARROW, has_verb)):
        if len(text) > LIMIT:
            text = _cut_phrases(text, phrase, is_whole, least)
    if len(text) > LIMIT and not has_verb(text):  # its verb is one that is not known, and can stand anywhere
        text = _cut_phrases(text, _TRAILING_PHRASE, bool, least)
    return text


def finish(text: str, *, cut: bool) -> str:
    """A heading with a capital, its quotation marks closed; where it was cut, without the words left in the air."""
    text = _CLOCK_END.sub(r"\1.", text.strip(" ,;:."))
    if len(text) > LIMIT:
        text = _without_dangling(text[: LIMIT - 1].rsplit(" ", 1)[0].rstrip(" ,;:—-")) + "…"
    elif cut:
        text = _without_dangling(text)
    text = regex(r",(?=[”\"]$)").sub("", text)
    if text.count("“") > text.count("”"):
        text += "”"
    if text.count('"') % 2:
        text += '"'
    return text[:1].upper() + text[1:]


def _without_dangling(text: str) -> str:
    while True:
        before = text.rstrip(ascii_letters)
        shorter = before.rstrip(_BETWEEN_WORDS)
        last = text[len(before) :]
        if shorter == before or last == "May" or last.lower() not in _IN_THE_AIR:
            return text
        text = shorter


def cut_clauses(text: str, least: int = SHORTEST) -> str:
    """The text without as many of its last clauses as it takes to fit, as long as a verb and its first `least`
    characters stay."""
    while len(text) > LIMIT:
        cuts = [at for at in _starts(TRAILING_CLAUSE, text) if at >= least and has_verb(text[:at])]
        if not cuts:
            break
        is_later = _AFTER_OR_BEFORE.match(text, cuts[-1])
        text = text[: cuts[-1]].rstrip(" ,;:")
        text = MEASURE.sub("", text) if is_later else text
    return text


def _cut_phrases(text: str, phrase: re.Pattern[str], is_whole: Callable[[str], bool], least: int) -> str:
    """The longest text that fits and ends in front of a phrase or a member; the text as it is where none does."""
    phrases = _starts(phrase, text)
    members = [at for at in _starts(_COORDINATION, text) if not _splits_list(text, at) and not _splits_noun(text, at)]
    for at in sorted({*phrases, *members}, reverse=True):
        short = _cut(text, at)
        if at < least or not SHORTEST < len(short) <= LIMIT or short.rpartition(" ")[2] in AUXILIARIES:
            continue
        if is_whole(short) and not _says_nothing(short, text[len(short) :]):
            return short
    return text


def _says_nothing(short: str, rest: str) -> bool:
    """ "told jurors", where the rest is "that …"."""
    last = short.rpartition(" ")[2]
    ends_in_saying = last in VERB_BY_FORM
    if rest.startswith(" that ") and (ends_in_saying or last.endswith("ing")):
        return True
    told = _SAYING_ONLY.search(short)
    if not told or any(map(is_finite, told[0].split()[1:])):
        return False
    return ends_in_saying or " that " in rest


def _cut(text: str, at: int) -> str:
    whole = text[:at].rstrip(" ,;:")
    short = _without_left_over(whole)
    if find_form(short.rpartition(" ")[2]):
        short = whole  # "are to meet", "expects to win"
    if text[at:].lstrip().startswith("by ") and _is_left_participle(short):
        return short.rpartition(" ")[0]
    return short


def _without_left_over(text: str) -> str:
    """Without "to meet", "and votes", ", looking" that a cut left at the end."""
    last = text.rsplit(maxsplit=2)
    is_left = len(last) == 3 and (last[1] in ("to", "and", "or") or last[1].endswith(","))
    return _LEFT_OVER.sub("", text) if is_left else text


def _is_left_participle(text: str) -> bool:
    """ "arms made", cut from "arms made by the allies"; "arms were made" can stay."""
    before, participle = ("", *text.split())[-2:]
    return find_form(participle) == "past" and before not in AUXILIARIES


def _splits_list(text: str, at: int) -> bool:
    """Whether a cut here would leave a part of "Denmark, Norway and Sweden": further verbs of a subject may go."""
    if text[at] == ";":
        return False
    if text[at] != "," or regex(r",\s+(?:and|or|but)\b").match(text[at:]):
        return "," in text[:at].rpartition("”")[2]
    following = regex(r",\s+([a-z]+)").match(text[at:])
    if following and find_form(following[1]):
        return False
    return bool(regex(r"\s(?:and|or)\s").search(text[at:]))


def _splits_noun(text: str, at: int) -> bool:
    """Whether a cut here could leave "approved health" of "approved health and education budgets"."""
    before = text[:at].rpartition(" ")[0].rpartition(" ")[2]
    return bool(find_form(before) and before not in AUXILIARIES and _COMPOUND.match(text, at))


def has_verb(text: str) -> bool:
    """Whether a word of it is surely a finite verb; what is quoted may have one."""
    masked = mask_quotes(text).rpartition(" that ")[2]  # "promised that the mine" has none where it counts
    return _quotes_clause(masked) or any(is_finite(word) for word in regex(r"[\w’'-]+").findall(masked))


def _quotes_clause(masked: str) -> bool:
    """Whether it quotes more than the noun behind "of" or "the"."""
    before, quoted, _ = masked.partition("¤")
    return bool(quoted) and before.rstrip().rpartition(" ")[2].lower() not in _NOUN_FOLLOWS


def may_have_verb(text: str) -> bool:
    """Whether a word of it can be a verb, as "place" can."""
    return any(find_form(word) for word in regex(r"[\w’'-]+").findall(text.rpartition(" that ")[2]))


def _starts(pattern: re.Pattern[str], text: str) -> list[int]:
    """Where the pattern can cut, from the widest cut to the narrowest."""
    found, at = [], 0
    while match := pattern.search(text, at):
        found.append(match.start())
        at = match.start() + 1
    return found
