"""Who says so: reporting verbs, their subjects, and the full names behind them."""

import pytest
from articles_made import mentions

from generator.events.attribution import find_attribution
from generator.events.cues import find_cues
from generator.events.people import Last, Person, find_people, resolve_speaker
from generator.events.quotations import mask_quotes
from generator.text import Span

PEOPLE = (
    Person("Jens Stoltenberg", frozenset({"nato", "secretary", "general"}), "Stoltenberg"),
    Person("Dmitry Peskov", frozenset({"kremlin", "spokesman"}), "Peskov"),
    Person("Maria Lopez", frozenset({"mayor"}), "Lopez"),
    Person("William E. Marsh", frozenset({"chairman"}), "Marsh"),
)
SUBJECTS = [
    ("Stoltenberg said the war goes on.", "Stoltenberg", "said"),
    ("The mayor on Tuesday urged residents to leave.", "The mayor", "urged"),
    ("“We wait,” Lopez told reporters.", "Lopez", "told"),
    ("“We wait,” said Kremlin spokesman Dmitry Peskov.", "Kremlin spokesman Dmitry Peskov", "said"),
    ("Shares will fall, analysts warned.", "analysts", "warned"),
    ("Stoltenberg, however, downplayed the jets.", "Stoltenberg", "downplayed"),
    ("Stoltenberg, addressing journalists, stated that all is well.", "Stoltenberg", "stated"),
    ("Kyiv last week reported that the town fell.", "Kyiv", "reported"),
    ("The town fell, according to police.", "police", "reported"),
    ("Lopez, a former judge, said she would go.", "Lopez", "said"),
    ("“He is innocent,” her lawyer, Istvan Kos, told reporters.", "Istvan Kos", "told"),
    ("The mayor called for calm.", "The mayor", "called"),
    ("“Who will pay for the new school?” the district asked.", "the district", "asked"),
    ("“We will pay!” the district said on Tuesday.", "the district", "said"),
    ("In addition, the alliance chief also announced a plan.", "the alliance chief", "announced"),
    ("On Tuesday Lopez said she would go.", "Lopez", "said"),
    ("Tuesday Lopez said she would go.", "Lopez", "said"),
    ("Earlier last week the mayor said she would go.", "the mayor", "said"),
    ("France, Germany and Italy said they would help.", "France, Germany and Italy", "said"),
    ("The governors of Adan, North Bral, and Cole declared war.", "Adan, North Bral, and Cole", "declared"),
    ("In Berlin, Adler and Kronbach said they would help.", "Adler and Kronbach", "said"),
    ("Lopez — who resigned amid a scandal — said she was innocent.", "Lopez", "said"),
    ("The firm responded that the sum was wrong.", "The firm", "responded"),
    ("“We do not see why,” said the ferry’s director, Ann Roe.", "Ann Roe", "said"),
    ("Helix, the maker of No. 2 pencils, on Tuesday said it would grow.", "Helix", "said"),
]


@pytest.mark.parametrize(("text", "subject", "verb"), SUBJECTS, ids=lambda value: str(value)[:30])
def test_the_subject_of_the_reporting_verb_speaks(text: str, subject: str, verb: str) -> None:
    dates = [Span(m, m + len(word)) for word in ("Tuesday", "last week") if (m := text.find(word)) >= 0]
    found = find_attribution(mask_quotes(text), find_cues(mask_quotes(text)), dates)
    assert found is not None
    assert text[found[0].start : found[0].end] == subject
    assert verb in found[1].forms


@pytest.mark.parametrize(
    "text",
    [
        "The report was published on Monday.",
        "Only four of the 36 states had voted.",
        "Firefighters responded to a call.",
        "The year begins in May according to the lunar calendar.",
        "A fire broke out at the plant.",
        "More calls came from the town.",
        "The expected offensive began.",
        "The war began in February, with expansion blamed for it.",
        "Its appeal was in vain.",
        "The craft, called Selene, was launched.",
        "The premier called an early election.",
        "The mayor spread a “hoax” the paper reported.",
        "The council asked residents for patience.",
        "A man accused of theft stayed in jail.",
        "Orbis (OU), a trade union of pilots, announced the walkout on Tuesday.",
        "Crews searched the hull as the owner said nothing was lost.",
        "The council met to discuss the plan, which Helix has denied.",
        "Helix agreed to buy Orbis in a deal expected to close in May.",
    ],
)
def test_a_noun_or_a_passive_is_no_attribution(text: str) -> None:
    assert find_attribution(mask_quotes(text), find_cues(mask_quotes(text)), []) is None


SPEAKERS = [
    ("Stoltenberg", None, "Jens Stoltenberg"),
    ("NATO Secretary General Jens Stoltenberg", None, "Jens Stoltenberg"),
    ("The NATO chief", None, "Jens Stoltenberg"),
    ("NATO’s top official", None, "Jens Stoltenberg"),
    ("the chief", "Maria Lopez", "Maria Lopez"),
    ("he", "Dmitry Peskov", "Dmitry Peskov"),
    ("she", None, None),
    ("the Kremlin", None, "Kremlin"),
    ("Ukraine’s military", "Jens Stoltenberg", "Ukraine’s military"),
    ("her lawyer", "Maria Lopez", "lawyer"),
    ("the EU chief", "Jens Stoltenberg", "EU chief"),
    ("a NATO official", "Jens Stoltenberg", "NATO official"),
    ("another minister", "Maria Lopez", "another minister"),
    ("Anna Lopez", "Maria Lopez", "Anna Lopez"),
    ("Mr. Peskov", None, "Dmitry Peskov"),
    ("Sgt. Lopez", None, "Maria Lopez"),
    ("D. Peskov", None, "Dmitry Peskov"),
    ("A. Peskov", None, "A. Peskov"),
    ("Mayor Lopez's supporters", None, "Maria Lopez's supporters"),
    ("Lopez's office", None, "Maria Lopez's office"),
    ("Chairman William E. Marsh", None, "William E. Marsh"),
    ("Kyiv’s Lopez", None, "Maria Lopez"),
]


@pytest.mark.parametrize(("phrase", "last", "speaker"), SPEAKERS)
def test_a_subject_stands_for_this_speaker(phrase: str, last: str | None, speaker: str | None) -> None:
    assert resolve_speaker(phrase, PEOPLE, Last(last)) == speaker


@pytest.mark.parametrize(
    ("pronoun", "last", "speaker"),
    [
        ("she", Last("Northern Rail", "Maria Lopez"), "Maria Lopez"),
        ("it", Last("Northern Rail", "Maria Lopez"), "Northern Rail"),
        ("he", Last("Dmitry Peskov", "Maria Lopez"), "Dmitry Peskov"),
        ("he", Last("Northern Rail"), "Northern Rail"),
    ],
)
def test_behind_a_body_that_spoke_she_is_the_person_named_since(pronoun: str, last: Last, speaker: str) -> None:
    assert resolve_speaker(pronoun, PEOPLE, last) == speaker


OPENINGS = [
    ("But Lee Kwan said no.", "Lee Kwan"),
    ("On Thursday Lee Kwan said no.", "Lee Kwan"),
    ("In March Lee Kwan said no.", "Lee Kwan"),
    ("Thursday Lee Kwan said no.", "Lee Kwan"),
    ("April Lee said no.", "April Lee"),
    ("Sunday Adeyemi said no.", "Sunday Adeyemi"),
    ("Interior Minister Theresa May said no.", "Theresa May"),
]


@pytest.mark.parametrize(("text", "name"), OPENINGS)
def test_what_opens_a_sentence_is_no_part_of_a_name(text: str, name: str) -> None:
    assert [person.name for person in find_people(text)] == [name]


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("Regional governor Pavlo Kyrylenko told a broadcaster.", "Pavlo Kyrylenko", "governor"),
        ("Ukraine’s Defense Minister Oleksiy Reznikov came.", "Oleksiy Reznikov", "ukraine"),
        ("Secretary of Defense Lloyd Austin left.", "Lloyd Austin", "secretary"),
        ("Chief economist Ann Lee of Cascade Foods came.", "Ann Lee", "economist"),
        ("They met Deputy Premier Tariq Aziz. Ritter left.", "Tariq Aziz", "premier"),
        ("Then Cie. de Navigation Chairman Marc Fournier spoke.", "Marc Fournier", "chairman"),
        ("Then Mayor John B. Lee Jr. spoke.", "John B. Lee Jr.", "mayor"),
        ("Ann Lee, leader of the Blue Party, urged him to go.", "Ann Lee", "leader"),
        ("Then PM Ann Lee spoke.", "Ann Lee", "pm"),
        ("Then on Friday police met Mayor Ann Lee.", "Ann Lee", "mayor"),
        ("the alliance’s Secretary-General Jens Stoltenberg spoke", "Jens Stoltenberg", "alliance"),
    ],
)
def test_people_are_known_by_name_and_office(text: str, name: str, role: str) -> None:
    people = {person.name: person.roles for person in find_people(text)}
    assert role in people[name]


@pytest.mark.parametrize(
    "text",
    [
        "The White House Council met.",
        "New York Stock Exchange fell.",
        "The Association of Securities Dealers said so.",
        "On Monday Night Football lost.",
        "Britain's Liberal Democrat party lost.",
    ],
)
def test_bodies_and_titles_are_no_people(text: str) -> None:
    assert find_people(text) == ()


def test_he_is_whom_the_sentence_before_was_about() -> None:
    spokesman, president = mentions(
        "Army spokesman Adam Roe said on Monday that tanks had crossed the river.",
        "President Karl Ode smiled.",
        "“We have agreed on a truce,” he told reporters on Tuesday.",
    )
    assert (spokesman.speaker, president.speaker) == ("Adam Roe", "Karl Ode")


def test_a_day_behind_the_verb_of_saying_is_not_that_of_what_is_said() -> None:
    (death,) = mentions("Police said Monday the sailor died on Saturday.")
    assert (death.date, death.status) == ("2023-06-10", "claim")


def test_what_a_noun_with_its_verb_tells_behind_said_is_claimed() -> None:
    (fall,) = mentions("Officials said hundreds of homes collapsed in the village of Hull on Saturday.")
    assert (fall.date, fall.status, fall.speaker) == ("2023-06-10", "claim", "Officials")


@pytest.mark.parametrize(("pronoun", "last"), [("they", Last("Jens Stoltenberg")), ("it", Last("Jens Stoltenberg"))])
def test_one_person_is_never_they(pronoun: str, last: Last) -> None:
    assert resolve_speaker(pronoun, PEOPLE, last) is None


def test_a_body_is_they_in_the_next_sentence_only() -> None:
    told = mentions(
        "The union proposed the deal on Monday.",
        "They insisted that it was fair.",
        "Two tribes of the lake sued in May 2022.",
        "They argued that the lake was at risk.",
    )
    assert [event.speaker for event in told] == ["Union", "Union", None]
