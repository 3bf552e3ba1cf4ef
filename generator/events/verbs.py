"""Verbs as news conjugates them: which word can head a verb phrase, and in which form."""

from __future__ import annotations

from typing import Literal

from generator.events.vocabulary import AUXILIARIES, IRREGULAR_PAST, PAST_EXCEPTIONS, REPORTING_VERBS

Form = Literal["auxiliary", "past", "present", "base"]

# Verbs that are read in their base form ("will arrive and meet") and in the present ("opens", "votes").
BASE_VERBS = frozenset(
    "accept address agree announce appear apply approve arrive ask attend be become begin bid break bring build buy "
    "call campaign cancel carry celebrate choose close come compete complete conclude consider continue contest cut "
    "debate decide declare deliver demand depart deploy discuss drop elect end enter examine expire extend face "
    "fight file fill find finish fly follow gather get give go hand have head hear help hold host increase inspect "
    "install introduce invite issue join keep kick land launch lay lead leave lift lose make march meet move name "
    "need negotiate nominate offer open pass pay perform pick place play present produce publish pull put raise "
    "reach receive reduce release relocate remain remove reopen repay replace report represent resign resume retire "
    "return reveal review rise run sail say seek select sell send serve set settle show shut sign speak stage stand "
    "start stay step stop submit suspend swear switch take talk tell test tour train travel try undergo unveil urge "
    "visit vote walk want withdraw win work write".split()
)
# forms that are past participles and no past tense: with a shared auxiliary only ("was named and given the prize")
PARTICIPLES_ONLY = frozenset(
    "beaten begun born broken brought chosen done drawn driven eaten fallen flown forgotten frozen given gone grown "
    "hidden known proven ridden risen seen sung sunk shaken shown spoken stolen struck sworn taken thrown torn "
    "withdrawn woken worn written".split()
) - {"brought", "struck"}
# past tenses that are no participle, and verbs without a passive: behind "was arrested and" they begin anew
NEVER_PASSIVE = frozenset(
    "agreed apologised apologized appeared argued arrived ate became began broke came chose climbed collapsed "
    "collided competed continued crashed departed died dipped disappeared drew drove emerged erupted escaped expired "
    "exploded faded failed fell fled flew gave graduated grew happened headed jumped knew lasted left lived moved "
    "occurred peaked persisted plummeted plunged prevailed qualified rallied ran rebounded recovered refused remained "
    "resigned responded retired returned rode rose said sang sank saw served shook showed slipped slumped soared "
    "spoke stalled stayed stole stood struggled surged surrendered swore threw took tore traveled travelled tumbled "
    "vanished waited walked weakened went withdrew woke wore worked wrote".split()
)
_PAST = IRREGULAR_PAST | PARTICIPLES_ONLY | NEVER_PASSIVE | {"beat"}
_NOT_FINITE = frozenset({"be", "been", "being"})


def _third_person(verb: str) -> str:
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return verb[:-1] + "ies"
    return verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "o")) else "s")


PRESENT_VERBS = frozenset(_third_person(verb) for verb in BASE_VERBS) - {"bes", "haves"}
# of a word that has two the lower line's
_FORMS: dict[str, Form] = {
    **dict.fromkeys((verb.forms[1] for verb in REPORTING_VERBS), "present"),
    **dict.fromkeys(PRESENT_VERBS, "present"),
    **dict.fromkeys(BASE_VERBS, "base"),
    **dict.fromkeys(_PAST, "past"),
    **dict.fromkeys(AUXILIARIES - _NOT_FINITE, "auxiliary"),
}


def find_form(word: str) -> Form | None:
    """The form in which a word in lower case can head a verb phrase, None where it is no verb we know."""
    return _FORMS.get(word) or ("past" if _ends_as_past(word) else None)


def _ends_as_past(word: str) -> bool:
    return len(word) > 3 and word.endswith("ed") and word[0].islower() and word not in PAST_EXCEPTIONS
