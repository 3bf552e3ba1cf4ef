"""One sentence, several verbs, several dates: each is an event with its own date, status and heading."""

import pytest
from articles_made import DAY, mentions

from generator.dates.tagger import find_timexes
from generator.events.coordination import split_coordinated
from generator.text import Span

# a sentence of an article of Wednesday 14 June 2023 → date, status and heading of each of its events
SEVERAL = {
    "The ministers met on Monday and will meet again on Friday.": [
        ("2023-06-12", "happened", "The ministers met"),
        ("2023-06-16", "expected", "The ministers will meet again"),
    ],
    "The envoy arrived Sunday, met President Bo Diaz on Monday and left on Tuesday.": [
        ("2023-06-11", "happened", "The envoy arrived"),
        ("2023-06-12", "happened", "The envoy met President Bo Diaz"),
        ("2023-06-13", "happened", "The envoy left"),
    ],
    "Ann Lee was arrested on Monday and charged on Tuesday.": [
        ("2023-06-12", "happened", "Ann Lee was arrested"),
        ("2023-06-13", "happened", "Ann Lee was charged"),
    ],
    "Police said a man was arrested on Monday and charged on Tuesday.": [
        ("2023-06-12", "claim", "Police said a man was arrested"),
        ("2023-06-13", "claim", "Police said a man was charged"),
    ],
    "Schools in Porto were closed on Monday and will reopen on Friday, the city council said.": [
        ("2023-06-12", "claim", "Schools in Porto were closed"),
        ("2023-06-16", "expected", "Schools in Porto will reopen"),
    ],
    "The council of Leeds voted on Monday; Mayor Ann Lee resigned on Tuesday.": [
        ("2023-06-12", "happened", "The council of Leeds voted"),
        ("2023-06-13", "happened", "Mayor Ann Lee resigned"),
    ],
    "Transport Secretary Hugh Lane met union leaders on Tuesday before flying to Berlin on Friday.": [
        ("2023-06-13", "happened", "Transport Secretary Hugh Lane met union leaders"),
        ("2023-06-16", "expected", "Transport Secretary Hugh Lane flying to Berlin"),
    ],
    "Striker Jay Cole, who was injured in March and had surgery on April 4, left Leeds on Tuesday.": [
        ("2023-06-13", "happened", "Striker Jay Cole left Leeds"),
        ("2023-03", "happened", "Striker Jay Cole was injured"),
        ("2023-04-04", "happened", "Striker Jay Cole had surgery"),
    ],
    "Jay Cole won the Masters in Leeds on Sunday and will play Bo Diaz for the title in November.": [
        ("2023-06-11", "happened", "Jay Cole won the Masters in Leeds"),
        ("2023-11", "expected", "Jay Cole will play Bo Diaz for the title"),
    ],
    "The ministry of Leeds announced the closure on Monday and said schools would stay shut until July 6.": [
        ("2023-06-12", "statement", "The ministry of Leeds announced the closure"),
        ("2023-07-06", "expected", "The ministry of Leeds said schools would stay shut until July 6"),
    ],
    "The craft, called Selene, was launched on May 2, entered orbit on May 11 and was due to land on May 16.": [
        ("2023-05-02", "happened", "The craft was launched"),
        ("2023-05-11", "happened", "The craft entered orbit"),
        ("2023-05-16", "expected", "The craft was due to land"),
    ],
}


@pytest.mark.parametrize("text", SEVERAL, ids=lambda text: text[:40])
def test_every_verb_with_a_date_is_an_event(text: str) -> None:
    assert [(event.date, event.status, event.heading) for event in mentions(text)] == SEVERAL[text]


@pytest.mark.parametrize("text", SEVERAL, ids=lambda text: text[:40])
def test_each_quotes_the_sentence_exactly_and_has_an_id_of_its_own(text: str) -> None:
    found = mentions(text)
    assert all(text[event.start : event.end] == event.quote for event in found)
    assert len({event.id for event in found}) == len(SEVERAL[text])


# the sentence's parts, each behind the subject and the auxiliary that it shares
PARTS = {
    "She was elected in 2010 and joined the board in 2012": "She was elected in 2010 | She + joined the board in 2012",
    "The bill was tabled in May and stalled in June": "The bill was tabled in May | The bill + stalled in June",
    "She was elected in 2010 and resigned in 2012": "She was elected in 2010 | She + resigned in 2012",
    "He has met the king on Monday and visited the port on Tuesday": "He has met the king on Monday | "
    "He has + visited the port on Tuesday",
    "He is due to visit Paris on Monday and meet Macron on Tuesday": "He is due to visit Paris on Monday | "
    "He is due to + meet Macron on Tuesday",
    "The rule was drafted in May, approved in June and will take effect in August": "The rule was drafted in May | "
    "The rule was + approved in June | The rule + will take effect in August",
    "A man arrested on Monday was charged on Tuesday and freed on Friday": "A man arrested on Monday was charged on "
    "Tuesday | A man arrested on Monday was + freed on Friday",
    "The man who shot a guard was caught on Monday and charged on Tuesday": "The man who shot a guard was caught on "
    "Monday | The man who shot a guard was + charged on Tuesday",
    "On Monday the team flew to Rome and on Tuesday beat Lazio": "On Monday the team flew to Rome | "
    "the team + on Tuesday beat Lazio",
    "Lee, a former judge, said she would begin on Tuesday and hoped to end in July": "Lee, a former judge, said she "
    "would begin on Tuesday | Lee, a former judge, + hoped to end in July",
    "Crews found a leak on May 5, stopped the pump and freed it on May 9": "Crews found a leak on May 5 | "
    "Crews + freed it on May 9",
    "The suspect was caught and charged on Monday and freed on Tuesday": "The suspect was caught and charged on Monday "
    "| The suspect was + freed on Tuesday",
}


def _parts(text: str) -> list[str]:
    """The parts as "lead + words"."""
    dates = [Span(timex.start, timex.end) for timex in find_timexes(text, DAY)]
    parts = split_coordinated(text, dates)
    return [(text[slice(*part.lead)] + " + " if part.lead else "") + text[part.start : part.end] for part in parts]


@pytest.mark.parametrize("text", PARTS, ids=lambda text: text[:40])
def test_verbs_share_a_subject_and_where_they_need_it_an_auxiliary(text: str) -> None:
    assert " | ".join(_parts(text)) == PARTS[text]


ONE = [
    "The talks ran from Monday to Friday",
    "They met on Monday and Tuesday",
    "They met on Monday and again on Friday",
    "The court extended on Monday the deadline set on Friday",
    "The ministers agreed on Monday to meet and discuss on Friday",
    "He met Smith, who arrived on Monday and left on Friday",
    "Police arrested a man who fled on Monday and charged him on Tuesday",
    "The minister will visit Paris on Monday and Berlin on Tuesday",
    "The minister will meet staff on Monday and union leaders on Tuesday",
    "The mayor said on Monday the plan was dead and resigned on Tuesday",
    "The shops close on Monday and the banks on Tuesday",
    "They will not meet on Monday and vote on Tuesday",
    "Labour won in May and in June",
    "They met on Monday, and Wednesday will bring more talks",
]


@pytest.mark.parametrize("text", ONE, ids=lambda text: text[:40])
def test_one_event_with_two_dates_stays_one(text: str) -> None:
    assert _parts(text) == []


DETAILS = [
    ("Chief executive Maria Lund, who joined in 2020, will face Leeds shareholders on Friday.", "2023-06-16"),
    ("A fire destroyed the hall, which was built in 1908, on Tuesday.", "2023-06-13"),
]


@pytest.mark.parametrize(("text", "date"), DETAILS)
def test_the_date_of_a_relative_clause_does_not_date_the_main_one(text: str, date: str) -> None:
    assert mentions(text)[0].date == date


def test_a_judge_is_no_time() -> None:
    (event,) = mentions("Ann Lee was seen when she appeared before a judge on Tuesday and was released.")
    assert (event.date, event.quote[:7]) == ("2023-06-13", "Ann Lee")
