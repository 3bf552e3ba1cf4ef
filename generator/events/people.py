"""The people an article names, with their offices, and who of them "he" or "the NATO chief" is."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from generator.compiled import regex
from generator.dates.vocabulary import MONTHS, WEEKDAYS
from generator.events.stops import ABBREVIATIONS
from generator.events.vocabulary import COLLECTIVE, HEADS, PRONOUNS, REPORTING
from generator.lexicon import ROLE_WORDS

# looked for fast, as its first character is one of few, and not again with fewer letters where no name goes on
NAME_WORD = r"[A-ZÀ-Þ](?:(?>[\w’'-]{0,40}\w)\.?|(?<=[A-Z])\.)"
_CAPITALS = regex(rf"{NAME_WORD}(?:[ ](?:(?:of|for|de|da|bin|al|von|van|der|la)[ ])?{NAME_WORD})+")
_WORD = regex(r"[\w-]+")
_ARTICLE = regex(r"^(?:the|a|an)\s+", re.IGNORECASE)
_INDEFINITE = regex(r"(?:an?|one|another|some|any|no)\s", re.IGNORECASE)  # "an official": nobody named so far
_PUBLISHED = regex(r"\s+(?:published|released|issued|commissioned|conducted)\s.*$")  # "a study published in Nature"
_OFFICE_END = regex(r"[’']s$|\.$")
_NAME_END = regex(r"[’']s?$")
_OWNER_END = regex(r"[’']s$")
_WORD_OR_STOP = regex(r"[\w’'-]+|[,.;:]")
_SPEAKS = regex(rf"\s+(?:(?:has|had|also|on\s+\w+day)\s+)?(?:{REPORTING})\b")
_COMMON_NOUN = regex(r"^[a-z]+\s+(?=[A-Z][\w’'-]*$)")  # "the operator Kraftnet"
_POSSESSIVE = regex(r"[’']s\s+")
_REACH = 40  # characters in front of a name, or behind it, in which an office stands
_NOUN_BEHIND = regex(r" ([a-z]+)")
_GROUP_NOUNS = COLLECTIVE | (HEADS - {"general"})
_DESCRIBED = regex(r", (?:the |its |an? )?((?:[a-z-]+ ){0,2}[a-z-]+)(?:,| (?:of|at|for|in|with) )")
_NO_NAME = COLLECTIVE | {"the"}
# written with a capital where they open a sentence, before a name: "But Ann Lee said", "On Thursday Ann Lee said"
_OPENERS = frozenset(
    "but and or yet still also besides however meanwhile moreover then now today yesterday tomorrow earlier later "
    "early late last next this that these those when while as if since until after before because although though "
    "both neither either on in at by for from during with without under despite amid like unlike only even perhaps "
    "once here there not asked according instead separately finally indeed why how what where who".split()
)
_OWNED = frozenset("his her its their my our".split())


class Person(NamedTuple):
    """Somebody named in full, and the words of the offices given with the name, in lower case."""

    name: str
    roles: frozenset[str]
    surname: str


class Last(NamedTuple):
    """Who spoke last, and the one person named since then; None where there is none."""

    speaker: str | None = None
    person: str | None = None


def find_people(body: str) -> tuple[Person, ...]:
    """Everybody named in full with an office, or in front of a reporting verb, in order of first naming."""
    found: dict[str, set[str]] = {}
    for match in _CAPITALS.finditer(body):
        named = _offices_and_name(match[0])
        if named is None:
            continue
        behind = body[match.end() : match.end() + _REACH]
        if _is_group(behind):
            continue
        before = body[max(0, match.start() - _REACH) : match.start()]
        roles = named[0] | _roles_before(before) | _roles_behind(behind)
        if roles or (named[1] not in found and _speaks(body, match.end())):
            found.setdefault(named[1], set()).update(roles)
    return tuple(Person(name, frozenset(roles), name.rsplit(" ", 1)[-1]) for name, roles in found.items())


_OWNING = regex(r"[’']s\s+(?:[a-z-]+\s+){0,2}[a-z-]+$")  # "President Lee's office", "Lee's supporters"


def resolve_speaker(phrase: str, people: Sequence[Person], last: Last) -> str | None:
    """The full name behind a subject: by surname, by office, by pronoun; a body that speaks keeps its own words.

    None where nobody can be meant.
    """
    if phrase.lower() in PRONOUNS:
        return _by_pronoun(phrase.lower(), people, last)
    text = _PUBLISHED.sub("", _ARTICLE.sub("", phrase))
    plain = text.lower().split()
    if not plain:
        return None
    words = set(_WORD.findall(text))
    if "and" in words:
        return text  # two who speak with one voice
    named = next((person for person in people if person.surname in words and _can_mean(text, person)), None)
    if named:
        owned = text.partition(named.surname)[2]  # "President Lee's office": its own words, with the whole name
        return named.name + owned if _OWNING.match(owned) else named.name
    if plain[0] in _OWNED:
        return text.partition(" ")[2] or None  # "her lawyer": nobody who has been named so far
    if _head(plain) in HEADS and not _INDEFINITE.match(phrase):
        return _by_office(text, people, last.speaker)
    return _COMMON_NOUN.sub("", text)


def _by_pronoun(pronoun: str, people: Sequence[Person], last: Last) -> str | None:
    """Who spoke last; behind a body that spoke "she" is the person named since, and "they" are never one person."""
    is_person = any(person.name == last.speaker for person in people)
    if pronoun in ("he", "she"):
        return last.speaker if is_person or not last.person else last.person
    return last.speaker if pronoun in ("they", "it") and not is_person else None


def _can_mean(text: str, person: Person) -> bool:
    """Whether a phrase with the surname can mean the person: another first name in front of it is another's."""
    first = (text.partition(person.surname)[0].split() or [""])[-1]
    if len(first) == len("J.") and first.endswith("."):
        return any(first[0] == name[0] for name in person.name.split())
    is_name = first[:1].isupper() and not first.endswith(".") and not _OWNER_END.search(first)
    return not is_name or first.lower() in ROLE_WORDS or first in person.name.split()


@lru_cache(maxsize=4_096)
def _offices_and_name(phrase: str) -> tuple[frozenset[str], str] | None:
    """Split a run of capitals into offices and name; a possessive starts anew: "Ukraine’s Minister Oleksiy X".

    A name comes again in its article and in others, and is taken apart once.
    """
    *owners, owned = _POSSESSIVE.split(phrase)
    words = owned.split() if owners else _without_opening(owned.split())
    last_role = max((i for i, word in enumerate(words) if word.lower().strip(".") in ROLE_WORDS), default=-1)
    name = _up_to_end(words[last_role + 1 :])
    proper = [word for word in name if word[0].isupper()]
    if not 2 <= len(proper) <= 4 or len(name) > 5 or any(word.lower() in _NO_NAME for word in name):
        return None
    office = [*words[: last_role + 1], *" ".join(owners[-1:]).split()[-1:]]
    roles = frozenset(_OFFICE_END.sub("", word.lower()) for word in office)
    return roles, _NAME_END.sub("", " ".join(name))


def _without_opening(words: list[str]) -> list[str]:
    """The words without "But" and "On Thursday"; "Sunday Adeyemi" and "April Lee" are names."""
    at = 0
    while at < len(words) and words[at].lower() in _OPENERS:
        at += 1
    first = words[at].lower() if at < len(words) else ""
    is_date = first in WEEKDAYS or (at > 0 and first in MONTHS)
    named = 1 if at else 2  # words that a name has at least behind the date
    return words[at + 1 :] if is_date and len(words) - at > named else words[at:]


def _up_to_end(words: Sequence[str]) -> Sequence[str]:
    """The words up to one that ends a sentence or the name: "Tariq Aziz. Ritter", "Ann Lee of Cascade Foods"."""
    for count, word in enumerate(words, 1):
        plain = word.lower().rstrip(".")
        if word in ("of", "for"):
            return words[: count - 1]
        if word.endswith(".") and len(plain) > 1 and plain not in ABBREVIATIONS and plain not in ROLE_WORDS:
            return [*words[: count - 1], word.rstrip(".")]
    return words


def _roles_before(text: str) -> set[str]:
    """Offices in lower case in front of a name: "regional governor "."""
    roles: set[str] = set()
    *_, last = text.rsplit(None, 1) or [""]
    if last.isalpha() and last.lower() not in ROLE_WORDS:
        return roles  # as in front of most names
    for word in reversed(_WORD_OR_STOP.findall(text.lower())):
        owner = _OWNER_END.sub("", word)
        if word not in ROLE_WORDS:
            if (roles or owner != word) and owner.isalpha():
                roles.add(owner)
            break
        roles.add(word)
    return roles


def _is_group(behind: str) -> bool:
    """Whether capitals name who somebody leads or is of: "Liberal Democrat" in front of "leader" or "party"."""
    following = _NOUN_BEHIND.match(behind)
    return bool(following and following[1] in _GROUP_NOUNS)


def _roles_behind(behind: str) -> frozenset[str]:
    """The office behind a name: ", leader of the Labour Party,"."""
    described = _DESCRIBED.match(behind)
    return ROLE_WORDS.intersection(described[1].split()) if described else frozenset()


def _speaks(body: str, at: int) -> bool:
    return bool(_SPEAKS.match(body, at, at + 40))


def _head(words: Sequence[str]) -> str:
    """The last word before any "of" or "for": "head of the agency" is a head."""
    for stop in ("of", "for", "at"):
        if stop in words:
            words = words[: words.index(stop)]
    return words[-1] if words else ""


def _by_office(text: str, people: Iterable[Person], last: str | None) -> str:
    organisations = {
        _OWNER_END.sub("", word).lower()
        for word in text.split()
        if word[0].isupper() and word.lower() not in ROLE_WORDS
    }
    holders = [person for person in people if organisations & person.roles]
    if holders:
        return holders[0].name
    named_last = last is not None and any(person.name == last for person in people)
    return last if last and named_last and not organisations else text
