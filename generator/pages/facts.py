"""Links and facts, of which the views are made, and the facts that a date rests on."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model import Basis, EventMention
from generator.pages.edition import Edition


@dataclass(frozen=True, slots=True)
class Link:
    """A link: path inside the site, or an address outside it."""

    text: str
    path: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """A label and what it says."""

    label: str
    text: str
    link: Link | None = None


def why_this_date(edition: Edition, mention: EventMention, checked: str | None) -> tuple[Fact, ...]:
    """Everything the date rests on: words, rule, anchor, value, other readings, whether a person checked it."""
    words, basis = edition.words, mention.basis
    facts = _reading(edition, basis) if basis else [_no_basis(edition, mention)]
    if mention.date:
        facts.append(Fact(words("why-value"), mention.date))
    if basis and basis.also:
        facts.append(Fact(words("why-also"), " · ".join(edition.date(value).full for value in basis.also)))
    if mention.review:
        facts.append(Fact(words("why-review"), mention.review))
    facts.append(Fact(words("why-checked"), checked or mention.checked or words("why-unchecked")))
    return tuple(facts)


def _reading(edition: Edition, basis: Basis) -> list[Fact]:
    words = edition.words
    read_as = edition.readings.get(basis.rule, basis.rule.replace("-", " ")).replace("'", "’")
    told = (Fact(words("why-words"), f"“{basis.words}”"),) if basis.words else ()
    facts = [*told, Fact(words("why-read"), read_as)]
    if basis.anchor:
        facts.append(Fact(words("why-from"), edition.date(basis.anchor).full))
    return facts


def _no_basis(edition: Edition, mention: EventMention) -> Fact:
    return Fact(edition.words("why-words"), edition.words("why-editor" if mention.date else "why-none"))
