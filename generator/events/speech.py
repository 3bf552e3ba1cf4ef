"""Where a reporting verb says something: "called for calm" does, "called an election" does not."""

from __future__ import annotations

from generator.compiled import regex
from generator.events.vocabulary import Verb, is_finite

_ACCUSED_OF = regex(r"\s+of\b")  # "a man accused of murder" says nothing
_CALLS_FOR = regex(r"\s+(?:for|on|upon)\b|[^.;]{0,60}¤")
_OF_ADJUNCT = regex(r"\b(?:in|with|under)\s+(?:an?|the)\s+(?:[\w’'$-]+\s+){1,3}$")  # "in a deal expected to close"
_GUILTY = regex(r"\s+(?:not\s+)?guilty\b|\s+no\s+contest\b")
_WITH_SPEECH = frozenset(("ask", "continue", "go on"))  # say something only where words are told, "the race continues"
# "reports its results on Nov. 7": a day in a company's calendar, and nothing that it says
_FIGURES = regex(
    r"\s+(?:(?:an?|its|their|own|net|record|higher|lower|full-year|half-year|annual|quarterly|[a-z]+-quarter)\s+){0,4}"
    r"(?:results|earnings|figures|profits?|loss(?:es)?|sales|revenues?|income|turnover)\b"
)
_VIEW = regex(r"\b(?:view|claim|charge|idea|notion|point)\s+(?:that\s+)?$")  # ", a view that Ann Lee rejects"
_WHICH = regex(r"\bwhich\s+(?:the\s+)?$")  # ", which Ann Lee denies"
_BESIDE = regex(r"(?:\b(?:after|before|when|until|because|since|although|though)|(?<![,—])\sas)\s+(?:the\s+)?$")


def is_speech(masked: str, form: str, verb: Verb, end: int) -> bool:
    """ "called for calm" and "called it “hard”" are; "called an election" and "the race continues" are not."""
    lemma = verb.forms[0]
    if lemma == "report" and form != "reported" and _FIGURES.match(masked, end):
        return False
    if lemma == "respond":
        return "¤" in masked or masked.startswith((" that ", " by "), end)
    if lemma == "accuse" and _ACCUSED_OF.match(masked, end):
        return False
    if form == "expected":
        start = end - len(form)
        return not _OF_ADJUNCT.search(masked, max(0, start - 60), start)
    if lemma == "plead":
        return not _GUILTY.match(masked, end)
    if lemma in _WITH_SPEECH:
        return "¤" in masked or not masked[end:].strip(" .")
    return lemma != "call" or bool(_CALLS_FOR.match(masked, end))


def is_told_beside(masked: str, at: int) -> bool:
    """Whether a speaker here says nothing of what the main clause tells: "fell hours after Ann Lee urged calm"."""
    is_aside = "¤" not in masked and _WHICH.search(masked, max(0, at - 12), at)
    if is_aside or _VIEW.search(masked, max(0, at - 20), at):
        return True
    beside = _BESIDE.search(masked, max(0, at - 12), at)
    return bool(beside and any(map(is_finite, regex(r"[\w’'-]+").findall(masked[: beside.start()]))))
