"""What a court heard, what papers show, what was ruled: its date is that of what is told, not of the telling."""

from __future__ import annotations

from generator.compiled import regex
from generator.events.expectations import is_after
from generator.events.sentences import Clause

EVIDENCE = "that"  # the marker of a clause with what is told
_TOLD = regex(
    r"\b(?:(?:heard|hears|shows|showed|shown|emerged|emerges|learned|learnt|found|finds|discovered|established|suggests"
    r"|suggested|indicates|indicated|revealed|proved)|(?P<decided>ruled|rules|decided|decides|agreed|held))\s+that\s+(?!out\b)"
)
_OF_SOMEBODY_NAMED = regex(r"(?:he|she|it|they|there|his|her|its|their|this|these|those)\b")


def what_evidence_tells(clause: Clause, published: str | None) -> Clause:
    """The clause with only what "the court heard that" tells, where no date but that of what is told is in it.

    Without dates where that has no subject of its own, or was decided: nobody knows when. Any other clause as it is.
    """
    found = _TOLD.search(clause.masked)
    if not found or not clause.timexes or clause.place(clause.timexes[0]).start < found.end():
        return clause
    if any(is_after(timex, published) for timex in clause.timexes):
        return clause  # "agreed that talks would resume on Friday"
    if found["decided"] or _OF_SOMEBODY_NAMED.match(clause.masked, found.end()):
        return clause._replace(timexes=())
    at = found.end()
    own = clause.own + at - len(clause.lead)
    return clause._replace(text=clause.text[at:], masked=clause.masked[at:], marker=EVIDENCE, own=own, lead="")
