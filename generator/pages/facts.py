"""Links and facts, of which the views are made, and the facts that a date rests on."""

from typing import NamedTuple

from generator import edtf
from generator.edtf import Edtf
from generator.model import Basis, Event, EventMention
from generator.pages.edition import Edition
from generator.pages.permalinks import event_path


class Link(NamedTuple):
    """A link: path inside the site, or an address outside it."""

    text: str
    path: str = ""
    address: str = ""


class Fact(NamedTuple):
    """A label and what it says."""

    label: str
    text: str
    link: Link | None = None


def event_link(edition: Edition, event: Event) -> Link:
    """A link to an event, named by its date and heading."""
    date = f"{edition.date(event.date).plain}: " if event.date else ""
    return Link(f"{date}{event.heading}", path=event_path(event.id))


def why_this_date(edition: Edition, mention: EventMention, checked: str | None) -> tuple[Fact, ...]:
    """Everything the date rests on: words, rule, anchor, value, other readings, whether a person checked it."""
    words, basis = edition.words, mention.basis
    facts = _reading(edition, basis) if basis else [_no_basis(edition, mention)]
    if mention.date:
        facts.append(Fact(words("why-value"), mention.date))
    if others := _possible(mention):
        facts.append(Fact(words("why-also"), " · ".join(edition.date(value).full for value in others)))
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


def _possible(mention: EventMention) -> tuple[str, ...]:
    """The other readings that can be true: what was done is not after the article, what is expected not before it.

    All of them where a person is asked to look.
    """
    basis = mention.basis
    told = edtf.parse(basis.anchor) if basis and basis.anchor else None
    if not basis or not told or mention.review:
        return basis.also if basis else ()
    if mention.status == "expected":
        return tuple(value for value in basis.also if not _is_before(edtf.parse(value), told))
    return tuple(value for value in basis.also if not _is_before(told, edtf.parse(value)))


def _is_before(one: Edtf, other: Edtf) -> bool:
    return bool(one.last_day and other.first_day and one.last_day < other.first_day)


def _no_basis(edition: Edition, mention: EventMention) -> Fact:
    return Fact(edition.words("why-words"), edition.words("why-editor" if mention.date else "why-none"))
