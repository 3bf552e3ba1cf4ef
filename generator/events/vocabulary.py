"""The words by which news tells who says what, what is expected, and what kind of happening it is."""

import re
from collections.abc import Iterable
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from generator.compiled import regex
from generator.lexicon import CONTINUING, MEETING_NOUN


class Verb(NamedTuple):
    """A reporting verb: its finite forms, and what it makes of its clause."""

    forms: tuple[str, ...]
    kind: str  # "say", "claim", "expect"

    @property
    def is_light(self) -> bool:
        """Whether it says nothing but that somebody speaks: what is said begins right behind it."""
        return self.forms[0] in CONTINUING


def _regular(lemma: str) -> tuple[str, ...]:
    if lemma.endswith("e"):
        return lemma, lemma + "s", lemma + "d"
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        return lemma, lemma[:-1] + "ies", lemma[:-1] + "ied"
    suffix = "es" if lemma.endswith(("s", "sh", "ch", "x")) else "s"
    return lemma, lemma + suffix, lemma + "ed"


def _verbs(kind: str, lemmas: str) -> list[Verb]:
    return [Verb(_regular(lemma), kind) for lemma in lemmas.split()]


# Irregular forms are written out; regular ones are made from the lemma.
REPORTING_VERBS: tuple[Verb, ...] = (
    Verb(("say", "says", "said"), "say"),
    Verb(("tell", "tells", "told"), "say"),
    Verb(("write", "writes", "wrote"), "say"),
    Verb(("go on", "goes on", "went on"), "say"),
    *_verbs("say", "add ask continue state remark comment"),
    Verb(("swear", "swears", "swore"), "say"),
    Verb(("underline", "underlines", "underlined"), "say"),
    Verb(("plan", "plans", "planned"), "expect"),
    Verb(("admit", "admits", "admitted"), "say"),
    Verb(("call", "calls", "called"), "say"),
    Verb(("uphold", "upholds", "upheld"), "say"),
    Verb(("plead", "pleads", "pleaded", "pled"), "say"),
    *_verbs(
        "say",
        "accuse acknowledge advise affirm announce answer appeal apologize apologise argue blame caution clarify "
        "complain concede conclude condemn confirm confess contend criticize criticise declare demand denounce deny "
        "disclose downplay dismiss echo emphasize emphasise explain express hail highlight hint indicate "
        "insist joke lament mention object observe plea pledge point praise predict promise propose protest "
        "question reaffirm recall recommend reiterate reject remind renew repeat reply request respond reveal "
        "slam suggest tweet underscore urge vow warn welcome voice",
    ),
    Verb(("speak", "speaks", "spoke"), "say"),
    Verb(("signal", "signals", "signalled", "signaled"), "say"),
    *_verbs("claim", "allege assert assess believe estimate maintain report suspect think"),
    *_verbs("expect", "anticipate expect forecast hope intend"),
)
VERB_BY_FORM: dict[str, Verb] = {form: verb for verb in reversed(REPORTING_VERBS) for form in verb.forms}
REPORTING_WORDS = frozenset(word for form in VERB_BY_FORM for word in form.split())


def _by_first_letter(words: Iterable[str]) -> str:
    """A pattern for any of the words, longer ones before shorter ones.

    `re` tries alternatives in turn, but sees by its first letter that one cannot match: twelve times as fast here.
    """
    ordered = sorted(words, key=lambda word: (word[0], -len(word), word))
    groups = groupby(ordered, key=itemgetter(0))
    return "|".join(f"{first}(?:{'|'.join(re.escape(word[1:]) for word in group)})" for first, group in groups)


REPORTING = _by_first_letter(VERB_BY_FORM)
# what stands behind what is said: "…, police say", and not "…, they joined a protest", "…, she called off the vote"
_SAID_OF_MANY = frozenset("say believe think allege argue warn fear claim add".split())
SAID_BEHIND = _by_first_letter(
    form
    for form, verb in VERB_BY_FORM.items()
    if (form != verb.forms[0] or form in _SAID_OF_MANY) and verb.forms[0] not in ("call", "go on")
)
# "after reassuring that …": saying as a participle, with the main clause's subject as its speaker
SAYING_PARTICIPLE = frozenset(
    "saying telling warning adding announcing insisting arguing claiming reporting reassuring promising pledging "
    "vowing declaring confirming denying stressing suggesting noting revealing urging acknowledging reiterating "
    "admitting".split()
)

# Words between a subject and its verb that belong to neither.
MID_WORDS = frozenset(
    "also further again then later earlier repeatedly recently now has have had is was are were been previously "
    "reportedly publicly openly strongly once already however meanwhile today yesterday still finally only just "
    "himself herself explicitly flatly firmly angrily quickly since never not".split()
)
PRONOUNS = frozenset("he she they it we i".split())
LEAD_INS = (
    r"(?:also|and|but|so|yet|still|besides|however|meanwhile|furthermore|moreover|additionally|separately|earlier|later|"
    r"then|now|today|yesterday|indeed|in addition|in turn|for (?:his|her|its|their) part|at the same time|"
    r"on the other hand|as a result|of course|but still|and so)\b"
)

# ---------------------------------------------------------------- people and their offices

# a definite phrase with one of these heads stands for somebody already named ("the NATO chief")
HEADS = frozenset(
    "chief head leader boss official president minister spokesman spokeswoman spokesperson secretary-general "
    "director-general general premier chancellor governor mayor senator commander ambassador envoy chairman "
    "chairwoman chair director executive officer judge prosecutor lawyer coach manager founder chief-executive "
    "politician diplomat".split()
)
# what is no person though it has capitals and speaks; it speaks as itself
COLLECTIVE = frozenset(
    "military army navy police government ministry kremlin pentagon white house council court company union committee "
    "commission agency department office authority authorities officials forces parliament senate congress board bank "
    "group organisation organization alliance party team prosecutors lawyers investigators experts analysts residents "
    "witnesses sources workers ministers shareholders".split()
)

# ---------------------------------------------------------------- what is to come

# "are expected by Friday", and not "by analysts"
_DAY_OR_END = (
    r"(?:(?:late|early|the\s+end|next|mid-?)\b|\w{3,6}day\b|(?:noon|midnight)\b|\d|[A-Z][a-z]{2,8}\s+\d|20\d\d\b)"
)
# The writer's own words that make a happening an expectation. "would" counts only where a date or an agenda says so.
EXPECTING = regex(
    r"\b(?:(?:is|are|was|were|be)\s+(?:also\s+|now\s+)?(?:set|due|expected|scheduled|slated|planned|poised|likely|about|"
    rf"to be|looking|hoping|seeking|preparing|going|invited)\b(?!\s+by\b(?!\s+{_DAY_OR_END}))"
    r"|(?:he|she|they|it)\s+expect(?:s|ed)?\b|"
    r"(?<!had )expect(?:s|ed)?\s+(?:to|that|the|a|an|[A-Z“\"])|plan(?:s|ned)?\s+to|hope[sd]?\s+to|intend(?:s|ed)?\s+to|"
    r"on\s+the\s+agenda|on\s+(?:track|course)\s+to|upcoming|forthcoming|aim(?:s|ed)?\s+to|will\s+(?:be|also|then|now|soon|have|hit|meet|"
    r"[a-z]+)|(?:they|he|she|it|we)[’']ll\b|would\s+[a-z]+)"
)
FIRM_EXPECTING = regex(
    r"\b(?:(?<!that )(?<!which )(?<!who )"
    r"(?:is|are|was|were)\s+(?:also\s+|now\s+)?(?:set|due|expected|scheduled|slated|planned|poised|invited)\s+(?:to|for)\b|"
    r"(?<!had )expect(?:s|ed)?\b|on\s+the\s+agenda|will\b|[’']ll\b|(?:is|are)\s+(?:also\s+)?"
    r"(?:looking|seeking|hoping|planning|going)\b|plan(?:s|ned)?\s+to|would\s+(?:discuss|decide|meet|hold|consider|vote|sign|take\s+up|be\s+discussed))"
)

# one of these words is in every FIRM_EXPECTING
FIRM_WORDS = frozenset(
    "set due expected scheduled slated planned poised invited expect expects agenda will ll looking seeking hoping "
    "planning going plan plans would".split()
)

# ---------------------------------------------------------------- meetings

NUMBER_WORDS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}
# "at the start of a two-day meeting": how far the meeting reaches from the day of the sentence
MEETING_SPAN = regex(
    rf"\b(?:at|on|during|for|as)\s+the\s+(?P<edge>start|beginning|opening|outset|first\s+day|end|close|conclusion|last\s+day|final\s+day|second\s+day)\s+of\s+"
    rf"(?P<np>(?:a|an|the|their|its)\s+(?P<days>\d{{1,2}}|{'|'.join(NUMBER_WORDS)})-day\s+(?:[\w’'-]+\s+){{0,4}}?{MEETING_NOUN}(?:\s+(?:of|between|with|among)\s+(?:(?!on\b|in\b|at\b|where\b|which\b)[\w’'-]+\s?){{1,6}})?)",
    re.IGNORECASE,
)
# "Ahead of the NATO meeting, …": before (or after) a meeting whose days the article gives
MEETING_SIDE = regex(
    rf"^(?P<side>ahead\s+of|before|prior\s+to|on\s+the\s+eve\s+of)\s+(?:the|a|an|this|their|its)\s+(?:[\w’'-]+\s+){{0,4}}?{MEETING_NOUN}\b",
    re.IGNORECASE,
)

# ---------------------------------------------------------------- clauses

_COORDINATOR = (
    r"(?<=,\s)(?:and|but)(?!\s+(?:[a-z]+ed|said|told)\b)"
    r"(?=\s+(?:[\w’'-]+\s+){1,5}(?:has|have|had|is|are|was|were|will|would)\b)"
)
COORDINATORS = frozenset({"and", "but"})
COORDINATE = regex(rf",\s(?P<clause>{_COORDINATOR}\s+)", re.IGNORECASE)
CLAUSE_MARKERS = regex(
    r"\b(?P<marker>after|before|since|when|where|while|until|because|although|though|ahead\s+of|followed\s+by|"
    rf"in\s+the\s+wake\s+of|during\s+which|{_COORDINATOR})\s+",
    re.IGNORECASE,
)
# where clauses begin that a heading can do without; never one that carries negation or condition
TRAILING_CLAUSE = regex(
    r"[,\s](?:(?<=,)\s+(?:as|after|before|while|when|where|which|who|whose|because|since|although|though|despite|in\s+a\s+bid|"
    r"with|amid|to\s+be|according\s+to|including|especially|during\s+which|adding|saying|forcing|leaving|causing|killing|"
    r"injuring|bringing|raising|ending|prompting|followed|following|led|known|organi[sz]ed|but|and)\b"
    r"|(?<!,)\s*(?:but|as|after|while|when|where|because|although|though|amid|despite|ahead\s+of|in\s+the\s+wake\s+of|"
    r"in\s+a\s+bid\s+to|in\s+what|since|before|so\s+that)\s)"
)
AUXILIARIES = frozenset(
    "is are was were be been being has have had will would can could may might must should shall do does did".split()
)
IRREGULAR_PAST = frozenset(
    "became began bought broke brought built burst came caught chose cut dealt drew drove fell felt fled flew "
    "forced fought found gave got grew had heard held hit hurt kept knew laid launched led left lost made meant met "
    "paid put quit ran rose said sank sat saw sent set shook shot showed shut sold sought spent split spoke "
    "spread stole stood struck swept took told thought threw took told tore went wept won wore wrote".split()
)
PAST_EXCEPTIONS = frozenset("need indeed hundred speed breed bleed seed feed red bed shed exceed proceed naked".split())


def is_finite(word: str) -> bool:
    """Whether a word can be the finite verb of a clause: an auxiliary, a past form, "meet", "convenes"."""
    if word in AUXILIARIES or word in IRREGULAR_PAST or word in VERB_BY_FORM:
        return True  # with a capital it is a name: "May", "the United Nations"
    return len(word) > 3 and word.endswith("ed") and word[0].islower() and word not in PAST_EXCEPTIONS


READINGS: dict[str, str] = {
    "same-occasion": "no day of its own: the day the same speaker was last reported to speak in this article",
    "meeting-place": "no day of its own: said where the meeting was held, on the days the article gives for it",
    "date-heading": "no day of its own: the date heading above it",
    "entry-time": "no day of its own: the day of the entry’s clock time",
    "on-or-before": "no day is told: on or before the article’s day",
    "from-then-on": "no day is told for what is expected: after the article’s day",
    "meeting-agenda": "what a meeting is to take up: the days the article gives for the meeting",
    "meeting-span": "the meeting’s length, counted from the day of the sentence",
    "before-meeting": "before the meeting’s first day, which the article gives",
    "since": "from the date told up to the article’s day",
    "year-to-date": "from the start of the year up to the article’s day",
    "by-hand": "set by an editor",
}
