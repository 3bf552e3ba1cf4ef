"""Headings are cut from the article's own words, by grammar, to at most 90 characters."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.events.headings import cut_heading, cut_quotation
from generator.events.predicates import find_core
from generator.events.quotations import mask_quotes
from generator.events.sentences import split_sentences
from generator.events.shortening import LIMIT
from generator.text import Span

CUTS = [
    (
        "The company, which employs 400 people in Leeds, went into administration [last week] after it had lost the"
        " largest of its contracts in Hull.",
        "The company went into administration",
    ),
    ("Born in Leeds on May 4, 1950, she died on [June 9].", "She died"),
    (
        "At talks in Bern the union's General Secretary Ana Lopez said European states need to raise their steel output"
        " for Adan in what she called a race against time.",
        "Ana Lopez said European states need to raise their steel output for Adan",
    ),
    (
        "Police in the northern part of New York said drivers need to keep their headlights switched on along valleys.",
        "Drivers need to keep their headlights switched on along valleys",
    ),
    (
        "The head of the harbour office said she remembered vessels being asked repeatedly when help had been needed.",
        "The head of the harbour office said she remembered vessels being asked repeatedly",
    ),
    (
        "Luis Roe, director of the national agency for railway safety, confirmed that the recorders had been seized.",
        "The recorders had been seized",
    ),
    (
        "Luis Roe, director of the national agency for railway safety, confirmed the recorders of the ship were found.",
        "Luis Roe confirmed the recorders of the ship were found",
    ),
    (
        "Luis Roe, father of two small children at a city school, confirmed that the recorders had been taken away.",
        "Luis Roe, father of two small children at a city school, confirmed that the recorders…",
    ),
    (
        "The shallow quake struck 213 kilometres (133 miles) south-southwest of the ancient market town of Kashan.",
        "The shallow quake struck 213 kilometres south-southwest of the ancient market town",
    ),
    (
        "[Friday] marks the longest day of the Year of the Otter according to the calendar of the islanders.",
        "Friday marks the longest day of the Year of the Otter",
    ),
    (
        "The provincial office of earthquakes said more than 1,180 tremors had hit the region, five of them strong.",
        "The provincial office of earthquakes said more than 1,180 tremors had hit the region",
    ),
    (
        "Talks resumed with Railnet saying they wanted to continue until a deal is found that satisfies its workers.",
        "Talks resumed with Railnet saying they wanted to continue until a deal is found",
    ),
    ("Okoro, 31, from Leeds, was last seen on [Oct. 26].", "Okoro was last seen"),
    # what is denied, doubted or only hoped is not told as so
    (
        "Mayor Ann Lee denied that the council of Leeds had sold the old town hall to a company of her brother’s wife.",
        "Mayor Ann Lee denied that the council of Leeds had sold the old town hall to a company",
    ),
    (
        "Captain Ann Lee said [on Monday] she has not given up hope that some sailors who were on board have survived.",
        "Ann Lee said she has not given up hope that some sailors who were on board have survived",
    ),
    (
        "Captain Ann Lee told the owners and the widows of the crew [on Monday] that the ferry had been quite safe.",
        "The ferry had been quite safe",
    ),
    # no figure is cut apart, no list loses its first member, and words that only look like saying are none
    (
        "The schools of Leeds will stay closed for a second day as about 5,000 teachers continue their strike there.",
        "The schools of Leeds will stay closed for a second day",
    ),
    (
        "More than a hundred sailors gathered in Hull, demanding better pay, smaller crews and a safety committee.",
        "More than a hundred sailors gathered",
    ),
    (
        "[On Monday], teachers met, and in Leeds, they joined a protest.",
        "Teachers met, and in Leeds, they joined a protest",
    ),
    (
        "Crews of the coast guard were going through the debris of the lost ferry of Hull, looking for signs of life.",
        "Crews of the coast guard were going through the debris of the lost ferry of Hull",
    ),
    # the time of day goes with the day
    ("The union broke off talks about [3 a.m. Tuesday] after six days.", "The union broke off talks after six days"),
    ("Just before [8 p.m. Saturday], a guard found a hole.", "A guard found a hole"),
    ("Rain stopped the race — [as of Monday], it was wet.", "Rain stopped the race — it was wet"),
    (
        "He was reported missing [two days] later when he failed to return.",
        "He was reported missing when he failed to return",
    ),
    (
        "Quantel, founded in [1998] in Austin, Texas, reported third-quarter revenue of $312 million, up 9% from May.",
        "Quantel reported third-quarter revenue of $312 million, up 9% from May",
    ),
    (
        "The car ferry Havsol caught fire at about [6:40 a.m.] on [Oct. 7], shortly after leaving Holmvik.",
        "The car ferry Havsol caught fire, shortly after leaving Holmvik",
    ),
    (
        "Police searched the headquarters of the ferry company Nordfar [yesterday], ten days after the fire on board.",
        "Police searched the headquarters of the ferry company Nordfar",
    ),
    ("On [Monday], the council approved the plan.", "The council approved the plan"),
    (
        "In another badly hit town, which is near the coast, 40 people were reported dead on [Monday].",
        "40 people were reported dead",
    ),
    ("To mark the day, the mayor opened a bridge on [Monday].", "The mayor opened a bridge"),
    (
        "Ali Rask, a commander of its armed wing, the Al Qadr Brigades, was killed on [Monday].",
        "Ali Rask was killed",
    ),
    ("Upon learning that he was jailed, Keith Roe collapsed on [Monday].", "Keith Roe collapsed"),
    ("Back in [July] the council approved the plan.", "The council approved the plan"),
    (
        "As divers went on with the search of the wreck of the ferry Havsol near the small western port of Holmvik,"
        " officials said on [Monday] that it had burned.",
        "Officials said that it had burned",
    ),
    ("The quake struck at [5:58 am] (2158 GMT [Monday]) near Kaldo.", "The quake struck near Kaldo"),
    (
        "Adan, the United States, Egypt and Bral took part in the talks.",
        "Adan, the United States, Egypt and Bral took part in the talks",
    ),
    (
        "Alvar, an ally of Lee was arrested on [Tuesday], increasing pressure on a party that could break in two.",
        "Alvar, an ally of Lee was arrested, increasing pressure on a party that could break in two",
    ),
    ("Clemente Roe - who resigned [last week] - said his party would go.", "Clemente Roe said his party would go"),
    (
        "The loss was $3 million in [the fourth quarter] ended Dec. 31.",
        "The loss was $3 million in the fourth quarter ended Dec. 31",
    ),
    ("At least 12 people were killed, officials said [Monday].", "At least 12 people were killed"),
    ("The river burst its banks [Monday], said agency spokesman Hassan Adu.", "The river burst its banks"),
    (
        "The company, which makes steel, said Norvik would buy it on [Monday].",
        "The company said Norvik would buy it",
    ),
    ("Drescu, 49, a former prosecutor, founded the party in [2022].", "Drescu founded the party"),
    ("This is how [the week] unfolded.", "This is how the week unfolded"),
    (
        "The craft is on its way after a flawless launch [Sunday], [five days] later than planned.",
        "The craft is on its way after a flawless launch",
    ),
    (
        "The accused, identified as Imran Shaikh (29), Vikas Pawar (31) and Deepak Rane (27), were picked up at home.",
        "The accused were picked up at home",
    ),
    (
        "A coalition of aid groups put the toll at 74 and said at least eight children were among those still missing.",
        "A coalition of aid groups put the toll at 74",
    ),
    (
        "The minister, Helen Doyle, saw the site and ordered an inquiry, to be led by the retired judge Peter Mallon.",
        "The minister, Helen Doyle, saw the site and ordered an inquiry",
    ),
    ("The council approved the plan on [Monday].", "The council approved the plan"),
    ("However, the council rejected the plan.", "The council rejected the plan"),
    ("The plan was not approved, the mayor said.", "The plan was not approved"),
    ("Stoltenberg, however, downplayed the jets.", "Stoltenberg downplayed the jets"),
    ("The ministers may meet at a second session on [Friday] to vote.", "The ministers may meet to vote"),
    (
        "He said he expected the ministers to agree to raise targets.",
        "The ministers expected to agree to raise targets",
    ),
    ("Varga served as minister from [2014] to [2020].", "Varga served as minister from 2014 to 2020"),
    ("A petition, which was long, was handed in on [Monday].", "A petition was handed in"),
    ("The shops closed on [Monday] and [Tuesday].", "The shops closed"),
    ("The minister presented on [Monday] [the winter] plan.", "The minister presented the winter plan"),
    ("About 500 people attended a [Sunday night] service.", "About 500 people attended a Sunday night service"),
    (
        "Police found a clue in the [October] murder of Lee on [Monday].",
        "Police found a clue in the October murder of Lee",
    ),
    ("The council met the [Monday] before the vote.", "The council met the Monday before the vote"),
    ("The council closed the [Sunday] market in [May].", "The council closed the Sunday market"),
    ("[Last April] was the hottest on record.", "Last April was the hottest on record"),
    ("A meeting is planned for the [14th of June].", "A meeting is planned for the 14th of June"),
    ("A jury met on the [14th of June].", "A jury met"),
    (
        "Lee, who was then the mayor, said that he remembered being asked to help.",
        "Lee said that he remembered being asked to help",
    ),
    ("Two men died on [Monday], according to the police.", "Two men died"),
    ("Lee, 51, took charge.", "Lee took charge"),
    ("Lee spoke at a talk in Leeds, during which he said that prices rose.", "Lee said that prices rose"),
    ("Lee added that he expects the council to agree.", "Lee expects the council to agree"),
    ("Nobody expected the bridge to fall.", "Nobody expected the bridge to fall"),
    (
        "The council of the whole region unanimously approved health and education budgets for three years to come",
        "The council of the whole region unanimously approved health and education budgets",
    ),
    (
        "The council of the region and its towns approved health and education budgets the ministry had long opposed",
        "The council of the region and its towns approved health and education budgets…",
    ),
    (
        "The council of the northern region and of all its towns at last approved cuts, and then went home",
        "The council of the northern region and of all its towns at last approved cuts",
    ),
    (
        "Ukraine’s military said that its forces had repelled attacks in five towns in Luhansk and in six in Donetsk",
        "Ukraine’s military said that its forces had repelled attacks in five towns in Luhansk",
    ),
    (
        "The storm cut power to 70,000 homes, closed the port of Leixoes and forced the airline to cancel 40 flights",
        "The storm cut power to 70,000 homes",
    ),
    (
        "Arms and ammunition for the allied forces in the north were made by Denmark, Germany, Norway and Sweden",
        "Arms and ammunition for the allied forces in the north were made",
    ),
    (
        "The Financial Board said in a notice that it was looking at how Arden valued its loans and at the way of it",
        "The Financial Board said that it was looking at how Arden valued its loans",
    ),
    (
        "Quispe visited the families and promised that the mine, which was closed for safety reasons and reopened last "
        "year, would never open again",
        "Quispe visited the families and promised that the mine would never open again",
    ),
    (
        "Odell and Zephyr’s chief executive Ann Price are to meet under the mediation of the ministry of labour",
        "Odell and Zephyr’s chief executive Ann Price are to meet",
    ),
    (
        "A further strike, planned for [January 3], may be called off if the companies improve their present offer",
        "A further strike may be called off if the companies improve their present offer",
    ),
    (
        "Besides calling for calm, the mayor told residents of the old town to leave their houses at once because the "
        "river was still rising fast.",
        "The mayor told residents of the old town to leave their houses at once",
    ),
    (
        "Allies, led by the United States, have already provided weaponry worth tens of billions of dollars to the "
        "country to assist in its defense against the invader.",
        "Allies have already provided weaponry worth tens of billions of dollars to the country",
    ),
]


def _without_marks(marked: str) -> tuple[str, list[Span]]:
    """The text without its [brackets], and where they stood."""
    spans, text = [], ""
    for piece in re.split(r"(\[[^\]]*\])", marked):
        start = len(text)
        text += piece.strip("[]") if piece.startswith("[") else piece
        if piece.startswith("["):
            spans.append(Span(start, len(text)))
    return text, spans


@pytest.mark.parametrize(("marked", "heading"), CUTS, ids=lambda value: value[:30])
def test_a_sentence_gives_this_heading(marked: str, heading: str) -> None:
    assert cut_heading(*_without_marks(marked)) == heading


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("“We see no signs of peace. What we see is the opposite,” he said.", "“We see no signs of peace”"),
        ("“Nothing is closed until we say so,” he said.", "“Nothing is closed until we say so”"),
        (
            "“Minister [Oleksii] Reznikov and the military commanders of Ukraine will tell us their urgent needs,”",
            "“Minister Reznikov and the military commanders of Ukraine will tell us their urgent needs”",
        ),
        # cut behind the main verb, or not at all
        (
            "“The only road left to this cabinet for leading the country out of its crisis is to resign,” she said.",
            "“The only road left to this cabinet for leading the country out of its crisis is to resign”",
        ),
        (
            "“If there is a lesson from this day, it is this: the mayor called a vote as she wanted seats,” he said.",
            "“If there is a lesson from this day, it is this: the mayor called a vote”",
        ),
        ("He called it “hard”.", None),
        ("She said it was “a plan of great size for us all”.", None),
    ],
)
def test_whole_quoted_sentences_make_headings_and_scraps_do_not(text: str, heading: str | None) -> None:
    assert cut_quotation(text) == heading


HERE = Path(__file__).parent
ARTICLES = sorted([*HERE.parent.glob("seeds/*.txt"), *HERE.glob("styles/*.txt"), *HERE.glob("fields/*.txt")])
SENTENCES = [
    sentence.text
    for path in ARTICLES
    for sentence in split_sentences(path.read_text(encoding="utf-8", errors="replace"))
    if not sentence.text[0].islower()  # what machine translation left over
]
# what no heading ends with: a preposition, an article, a conjunction, an auxiliary, an opening mark
MID_PHRASE = re.compile(
    r"(?:\b(?:a|an|the|and|or|but|of|to|for|from|with|at|by|into|than|that|which|who|whose|is|are|was|were|be|been|has|"
    r"have|had|will|would|can|could|may|might|must|should|not|its|their|his|her|as|if|because|while|between|against|"
    r"during)|[,;:(“])[”\"]?$"
)


@given(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=2), st.sampled_from([", and ", " after ", "; "]))
def test_a_heading_cut_from_news_ends_with_a_phrase(sentences: list[str], joint: str) -> None:
    text = joint.join(sentences)
    heading = cut_heading(text, [])
    assert len(heading) <= LIMIT + 1
    assert not MID_PHRASE.search(heading)


@pytest.mark.parametrize("text", SENTENCES, ids=lambda text: text[:30])
def test_negation_and_modality_of_the_main_verb_stay(text: str) -> None:
    masked = mask_quotes(text)
    core, heading = find_core(masked, 0), cut_heading(text, [])
    if core and heading.startswith(text[slice(*core.subject)] + " "):
        assert set(text[core.verb.start : core.group_end].split()) - {"also"} <= set(heading.split())


WORDS = (
    "the council ministers said on that approved plan, because not and of Friday will meet in Brussels “we agree” to"
).split()


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=60).map(" ".join))
def test_no_heading_is_too_long_or_ends_in_mid_phrase(text: str) -> None:
    heading = cut_heading(text, [])
    assert len(heading) <= LIMIT + 1  # a closing quotation mark may be added
    assert not heading.endswith((",", ";", ":"))


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=60).map(" ".join))
def test_a_heading_has_only_words_of_its_sentence(text: str) -> None:
    assert set(re.findall(r"\w+", cut_heading(text, []).lower())) <= set(re.findall(r"\w+", text.lower()))
