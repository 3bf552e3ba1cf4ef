"""Words that several stages must know alike: meetings, words that say nothing, words that say the same."""

from __future__ import annotations

import re
from functools import lru_cache
from sys import intern

from generator.compiled import regex

MEETING_NOUN = (
    r"(?:meetings?|summits?|conference|congress|talks|gathering|session|ministerial|assembly|hearing|convention|forum)"
)
MEETING_VERB = (
    r"(?:meet|meets|met|meeting|gather|gathers|gathered|gathering|convene|convenes|convened|convening|assemble[sd]?)"
)
_MEETING = regex(rf"\b(?:{MEETING_NOUN}|{MEETING_VERB})\b", re.IGNORECASE)
# one of these is in every word of _MEETING: a look that spares most texts the pattern
_MEETING_PARTS = (
    "meet", "met", "summit", "conference", "congress", "talks", "gather", "session", "ministerial", "assembl",
    "hearing", "conven", "forum",
)  # fmt: skip


def names_meeting(text: str) -> bool:
    """Whether a word of it is a meeting, or tells of people who meet."""
    lower = text.lower()
    return any(part in lower for part in _MEETING_PARTS) and bool(_MEETING.search(text))


STOPWORDS = frozenset(
    "a about after again against all also although am among an and any are as at be because been before being "
    "between both but by can could did do does during each ever every few for from further had has have he her "
    "here hers him his how i if in into is it its itself just like make made many may me might more most much "
    "must my new no nor not now of off on once one only or other our out over own per same say says said she "
    "should since so some such than that the their them then there these they this those through to told too "
    "two under until up upon us very was we were what when where which while who whom whose why will with "
    "within without would year years you your according added ahead amid another around away back became come "
    "comes day days even first get give given go going got week weeks month months last later left long next "
    "still take taken took toward towards well went yet mr mrs ms today yesterday tomorrow monday tuesday "
    "wednesday thursday friday saturday sunday january february march april june july august september october "
    "november december jan feb mar apr jun jul aug sep sept oct nov dec".split()
)

# Verbs by which a speaker goes on with what he was saying, as against making a point of its own.
CONTINUING = (
    "say says said tell tells told write writes wrote add adds added continue continues continued state states stated "
    "remark remarks remarked comment comments commented note notes noted stress stresses stressed"
).split()

# Verbs that tell how something is said and nothing of what is said; "urge" or "warn" are part of it.
MANNER_OF_SAYING = frozenset(CONTINUING) | frozenset(
    "reiterate reiterates reiterated caution cautions cautioned acknowledge acknowledges acknowledged underline "
    "underlines underlined underscore underscores underscored emphasize emphasizes emphasized emphasise emphasises "
    "emphasised explain explains explained recall recalls recalled reaffirm reaffirms reaffirmed insist insists "
    "insisted observe observes observed mention mentions mentioned argue argues argued reveal reveals revealed".split()
)

# What stands in front of a name and is no part of it.
ROLE_WORDS = frozenset(
    "president vice director-general prime minister premier chancellor secretary general secretary-general chief "
    "chairman chairwoman chair chairperson director head leader spokesman spokeswoman spokesperson senator "
    "congressman congresswoman representative governor mayor king queen prince princess pope cardinal archbishop "
    "bishop judge justice attorney prosecutor commissioner commander general admiral colonel major captain lieutenant "
    "sergeant officer superintendent inspector detective ambassador envoy diplomat professor doctor dr mr mrs ms sir "
    "dame lord lady coach manager founder owner editor analyst economist ceo cfo coo executive official lawyer "
    "minister-designate sheriff constable deputy defence defense foreign finance interior health transport economy "
    "state security treasurer councillor council union company board county city fire police school principal "
    "regional national acting former then pm engineer scientist researcher reporter correspondent".split()
)

# Each line is one meaning: a capital city speaks for its country, and news has several words for most happenings.
SAME_MEANING = (
    "russia russian russians moscow kremlin",
    "ukraine ukrainian ukrainians kyiv kiev",
    "u.s us usa america american americans washington",
    "u.k uk britain british london",
    "china chinese beijing",
    "germany german germans berlin",
    "france french paris",
    "begin began begins begun start started starts launch launched launches liftoff lift-off commence commenced",
    "postpone postponed postpones scrub scrubbed scrubs abort aborted aborts",
    "collapse collapsed collapses broke breakdown",
    "war invasion conflict",
    "counteroffensive counter-offensive offensive",
    "weapon weapons arms weaponry armament armaments",
    "ammunition ammo munitions shells",
    "defence defense",
    "soldier soldiers troops servicemen",
    "meet meets met meeting meetings gather gathers gathered gathering convene convened convenes summit talks session",
    "order ordered orders purchase purchased buy bought buys acquire acquired acquisition takeover absorb absorbed",
    "supply supplies supplied provide provided provides deliver delivered delivers deliveries",
    "urge urged urges appeal appealed appeals plead pleads pleaded call called calls",
    "kill killed kills dead died deaths",
    "jet jets aircraft planes plane",
    "increase increased raise raised ramp boost step-up substantially significantly",
    "target targets goal goals",
    "stock stocks stockpile stockpiles",
    "casualty casualties losses",
    "progress headway advance advances advanced advancing forward gains",
)
MEANING: dict[str, str] = {word: line.split()[0] for line in SAME_MEANING for word in line.split()}

# What kind of happening a sentence tells of, after the event types of ACE 2005: two sentences of different kinds are
# hardly one event, two of one kind on one day at one place mostly are. The names are only labels.
EVENT_TYPES: dict[str, str] = {
    "fire": r"fires?|blazes?|infernos?|flames|ablaze|burn(?:ed|t)\s+(?:to\s+the\s+ground|down)|gutt(?:ed|s)|"
    r"caught\s+fire|arson",
    "flood": r"flood(?:s|ed|ing|water)?|inundated|submerged|burst\s+(?:its|their)\s+banks|rooftops|under\s+water|"
    r"overflowed|deluge|heavy\s+rain|water\s+(?:rose|pouring)",
    "quake": r"earthquakes?|quakes?|tremors?|magnitude|aftershocks?|seismic",
    "storm": r"storms?|hurricanes?|cyclones?|typhoons?|tornado(?:es)?|gales?|blizzards?",
    "crash": r"derail\w*|crash(?:ed|es)?|collid\w+|collision|overturned|came\s+off\s+the\s+rails|"
    r"left\s+the\s+track|pile-up|capsized",
    "blast": r"explo(?:ded|sion|sions|des)|blasts?|bomb(?:s|ed|ing|ings|ardment|arded)?|shell(?:ed|ing)|"
    r"airstrikes?|missiles?",
    "arrest": r"arrest(?:s|ed)?|detain(?:s|ed)?|custody|handcuffs|picked\s+up|seized\s+by\s+police|apprehended",
    "verdict": r"convict(?:s|ed|ion)?|guilty|verdict|acquitted|jury|jurors|sentenced|jailed",
    "lawsuit": r"su(?:ed|es|ing)|lawsuits?|indict(?:ed|ment)|prosecut\w+|charged\s+with",
    "vote": r"vot(?:ed|es|e)|approv(?:ed|es|al)|go-ahead|passed|consent|backing|councillors|lawmakers|ballot|"
    r"referendum",
    "election": r"elect(?:ed|ion|ions)|re-elected|polls|ballots|landslide",
    "deal": r"takeover|acqui(?:red|res|re|sition)|merg(?:er|ed|es)|buy(?:s|ing|out)?|bought|sold\s+to|absorb\w*|"
    r"swallow\w*|bid\s+for",
    "layoff": r"lay-?offs?|laid\s+off|redundanc\w+|jobs?|posts|axe[ds]?|would\s+(?:close|shut)|job\s+cuts",
    "strike": r"walk(?:ed|s)?\s+(?:out|off)|strikes?|walkout|stoppage|pickets?|downed\s+tools|industrial\s+action",
    "protest": r"protest\w*|demonstrat\w+|march(?:ed|es)?\s+(?:through|on|against)|rall(?:y|ied|ies)|"
    r"took\s+to\s+the\s+streets|opponents",
    "appointment": r"appoint\w*|nam(?:ed|es)\s|to\s+lead|top\s+job|takes?\s+the\s+helm|hand(?:ed|s)\s+the\s+reins|"
    r"chief\s+executive|succeed(?:s|ed|ing)?",
    "resignation": r"resign\w*|step(?:ped|s)\s+down|quit(?:s)?|forced\s+.{2,40}\s+out|ousted|stood\s+down",
    "opening": r"open(?:ed|s)\s+(?:to|its|their|in|as)|ribbon|opened|inaugurat\w+|first\s+visitors|unveil\w*|doors",
    "breach": r"hack(?:ed|ers|ing)?|breach(?:es|ed)?|cyber\W?attack|cyber|intruders|data\s+leak|personal\s+details|"
    r"ransomware",
    "recall": r"recall(?:s|ed)?|faulty|off\s+(?:their|the)\s+shelves|withdr(?:ew|awn)\s+from\s+sale|defect\w*|withdraw",
    "death": r"died|dies|killed|dead|death",
    "results": r"profits?|earnings|revenues?|quarterly|losses",
}
# of which a story goes on to tell for days: searches, tolls and visits all name them
DISASTERS = frozenset({"quake", "storm", "flood", "crash", "blast", "fire", "death"})
# for lower case: where capitals must match too, `re` tries every word at every place
_EVENT_TYPE = regex(rf"\b(?:{'|'.join(f'(?P<{name}>{words})' for name, words in EVENT_TYPES.items())})(?:\b|(?<=\s))")


@lru_cache(maxsize=65_536)
def event_types(text: str) -> frozenset[str]:
    """The kinds of happening whose words the text has: {"fire", "death"}."""
    return frozenset(match.lastgroup for match in _EVENT_TYPE.finditer(text.lower()) if match.lastgroup)


@lru_cache(maxsize=65_536)
def stem(word: str) -> str:
    """The meaning class of a lower-case word, else its first six letters: "offensive" and "offensives" are one."""
    word = word.removesuffix("'s")
    return MEANING.get(word) or intern(word.removesuffix("s")[:6])
