"""Which of several dates dates the event: the one of what the clause tells, not of a detail in it."""

import pytest
from articles_made import mentions

# a sentence of an article of Wednesday 14 June 2023 → the date of its event
OCCASIONS = [
    ("A painting by Vermeer that was stolen in 1991 went back on display in Delft on Tuesday.", "2023-06-13"),
    ("A man arrested on June 2 was charged with murder in Leeds on Tuesday.", "2023-06-13"),
    ("Adler and Kronbach ended talks on Tuesday that began in September.", "2023-06-13"),
    ("Police raided the club on Tuesday after a complaint made in May.", "2023-06-13"),
    ("Leeds played on Tuesday in a hall opened in 1998.", "2023-06-13"),
    ("The board of Leeds moved the vote from Monday to Tuesday.", "2023-06-13"),
    ("Helix, founded in 1998 in Leeds, Texas, reported first-quarter revenue of $3 million on Tuesday.", "2023-06-13"),
    ("Rovers of Leeds sacked Ann Roe following Sunday's defeat at home, the club said on Tuesday.", "2023-06-13"),
    ("The 2006-07 fiscal year of Leeds began on June 1.", "2023-06-01"),
    ("The council of Leeds opened an inquiry on Tuesday into the 2012 Olympic bid.", "2023-06-13"),
    ("A march in Leeds was broken up by officers during Tuesday's storm.", "2023-06-13"),
    ("Leeds and Helix, whose contract expires on July 31, called off a strike on Tuesday.", "2023-06-13"),
    ("Police in Leeds froze nine accounts on Tuesday, two of which were opened in May.", "2023-06-13"),
    ("Helix Corp. of Leeds said on Tuesday it would buy Orbis in a deal expected to close in May 2024.", "2023-06-13"),
    ("Helix Corp. of Leeds agreed on Tuesday to buy Orbis in a deal expected to close next year.", "2023-06-13"),
    ("Two people are dead in Leeds after a crash on Tuesday, police said.", "2023-06-13"),
    ("The mayor of Leeds resigned after a vote on Tuesday.", "2023-06-13"),
    ("Nine died when a ferry sank off Leeds on Sunday, and the mayor of Leeds resigned on Tuesday.", "2023-06-11"),
    ("Born in Leeds on May 4, 1950, Ann Lee died on June 9.", "2023-06-09"),
    ("Ann Lee, born in Leeds in 1950, resigned on Tuesday.", "2023-06-13"),
    # a day that the verb itself fixes
    ("The union of sailors in Leeds has called a one-day strike for June 24.", "2023-06-24"),
    ("A court in Leeds set the trial of Adam Roe for next Monday.", "2023-06-19"),
    # a date in front of a condition, of a comparison or of what follows by the same verb
    ("Mayor Ann Lee promised on Tuesday to resign if no budget is passed by July 1.", "2023-06-13"),
    ("Leeds is to be followed by Hull, where Helix will hold talks later this month.", "2023-06"),
    # the only date there is still dates what happened …
    ("Firefighters in Leeds fought a blaze that destroyed a warehouse on Tuesday.", "2023-06-13"),
]


@pytest.mark.parametrize(("text", "date"), OCCASIONS, ids=lambda value: value[:40])
def test_the_date_of_a_detail_is_not_that_of_the_event(text: str, date: str) -> None:
    assert mentions(text)[0].date == date


UNDATED = [
    "Helix will pay $38 a share, a premium of 27% to its closing price on Friday.",
    "Police in Leeds have released footage of a man after a robbery on June 8.",
    "A man has been arrested after a stabbing in Leeds on Saturday.",
    "Born in 1950 in Leeds, Ann Lee joined the party at 17.",
    # … but not what was only planned for it, nor a saying
    "President Ann Lee cancelled a trip to Geneva that was planned for Monday.",
    "A second meeting in Leeds, scheduled for last Monday, was cancelled.",
    "Mayor Ann Lee said officers had acted on a court order issued on Tuesday.",
    # what a clause with "that", "whose" or "of whom" tells is another time, unless it is of the same days
    "The deal ended a saga that began in Leeds in mid-March.",
    "The deal ended a row that began on Friday.",
    "The bank ended a run of rises that drew crowds to Leeds in 2021.",
    "Police in Leeds are looking for two men, one of whom fled last month.",
    "The sailors of Leeds, whose contract expires on July 31, called off a strike.",
    # what is said of a thing behind a comma is not what happened
    "Ann Lee worked in a mill, an experience she drew on for her first novel, published in 1961.",
    "Leeds is to give back a 16th-century bronze head.",
    "Mayor Ann Lee condemned the raid and called a rally for Monday.",
    "The death toll from Monday's quake in Leeds has climbed to 10,000.",
    "The results of Sunday's vote in Leeds were rejected by the opposition.",
    "Helix of Leeds lost $2 million, or 3 cents, compared with $3 million, or 4 cents, in the same quarter of 2021.",
    "A jury in Leeds heard on its first day of the May 24, 2021, murder of a teenager.",
    # nor what went before, what is measured, and what it is compared with
    "Adam Roe was charged in Leeds in connection with last November's riot.",
    "Ann Roe was elected mayor of Leeds after last year's scandal over fees.",
    "Leeds-based Helix posted profits of $8.7 million for the three months ended March 31.",
    "Helix of Leeds lost $265 million, compared with a loss of $253 million in the same quarter of 2021.",
    "Helix of Leeds affirmed its outlook for growth of 6% to 7% for fiscal 2024.",
    "President Ann Lee rejected the results of elections announced on Monday.",
    # what a quarter's figures were, or are compared with
    "Helix of Leeds sold 12,000 boats in the first half, a fifth more than in the year-earlier period.",
    "Helix of Leeds earned $3 million in the three months ending May 27, from $2 million in the same period last year.",
    "Helix pays $38 a share, a premium of 27% over its closing price last Friday.",
    # a condition, what is not so, an aside in parentheses, a purpose, and what is so today
    "If Saturday's test succeeds, Helix of Leeds will need no other rocket.",
    "Both armies in Leeds must pull back 70 km, rather than the 30 km agreed on 19 May.",
    "The deal is the largest ever made in Leeds (Helix bought Orbis for $2 billion in 2013).",
    "Adam Roe is standing trial in Leeds over a fight at a petrol station on June 7, 2021.",
    "The pact is much like the one agreed upon by Leeds and Hull in April.",
    # a stretch of years, a time in front of which, and what somebody's scheme was
    "Between 2018 and 2022 Helix of Leeds gave boats to schools.",
    "Prosecutors of Leeds have described a scheme in which a judge shut the home in 2002.",
    # the last time such a thing happened
    "The last time a mayor of Leeds was voted out was in 1979.",
    "Helix had until now bought nothing larger than Orbis of Leeds in 2011.",
]


@pytest.mark.parametrize("text", UNDATED, ids=lambda text: text[:40])
def test_a_date_of_nothing_but_a_detail_dates_no_event(text: str) -> None:
    assert [event.date for event in mentions(text) if event.date != "../2023-06-14"] == []


def test_a_time_of_day_begins_no_clause() -> None:
    told = mentions("The charges handed down in Leeds minutes before 5 p.m. in court were not shown to Ann Lee.")
    assert [event.heading for event in told if event.heading.startswith("In court")] == []


def test_what_has_been_since_a_year_lasts_to_the_articles_day() -> None:
    (event,) = mentions("The rocket firm Helix has launched nine rockets since 2019.")
    assert (event.date, event.basis.rule if event.basis else None) == ("2019/2023-06-14", "since")
    (fronted,) = mentions("Since May, the mayor of Leeds has faced nine charges.")
    assert fronted.date == "2023-05/2023-06-14"


def test_the_day_of_what_somebody_knew_is_not_when_he_spoke() -> None:
    told, said = mentions(
        "According to prosecutor Lars Wiklund, the firm knew of the leak since at least 12 May.",
        "Wiklund said that nobody at Helix had been arrested.",
    )
    assert (told.date, told.heading) == ("2023-05-12", "The firm knew of the leak since at least 12 May")
    assert said.date == "../2023-06-14"


def test_a_day_in_a_companys_calendar_is_expected() -> None:
    (event,) = mentions("Helix reports its quarterly results on July 7.")
    assert (event.date, event.status, event.speaker) == ("2023-07-07", "expected", None)


@pytest.mark.parametrize(
    "text",
    [
        "Flights in Leeds should return to normal by Sunday, the airline Helix said.",
        "A second strike at Helix has been announced for Sunday.",
    ],
)
def test_what_is_told_of_a_day_to_come_is_expected(text: str) -> None:
    assert [(event.date, event.status) for event in mentions(text)] == [("2023-06-18", "expected")]


def test_what_was_to_be_has_not_happened() -> None:
    (event,) = mentions("The strike at Helix had been set to end on Tuesday.")
    assert (event.date, event.status) == ("2023-06-13", "expected")


def test_a_plan_names_somebody_with_its_first_word_too() -> None:
    assert [event.date for event in mentions("The town is small.", "Shareholders vote on July 14.")] == ["2023-07-14"]


def test_nobody_has_spoken_on_a_day_to_come() -> None:
    (event,) = mentions("President Ann Lee declared three days of mourning from Friday.")
    assert (event.date, event.status) == ("../2023-06-14", "statement")


def test_the_office_of_somebody_is_not_he() -> None:
    event = mentions("Mayor Ann Lee wept.", "Lee's office denied the report on Tuesday.")[-1]
    assert event.speaker == "Ann Lee's office"


def test_two_who_speak_with_one_voice_are_both_named() -> None:
    (event,) = mentions("Adler and Kronbach said on Tuesday that the talks had ended.")
    assert event.speaker == "Adler and Kronbach"


def test_he_is_whom_the_last_sentence_named_where_nobody_has_spoken() -> None:
    found = mentions(
        "Museum director Saskia Vos wept in Delft.", "“We never gave up hope at all,” she said on Tuesday."
    )
    assert [(event.date, event.speaker) for event in found] == [("2023-06-13", "Saskia Vos")]


def test_the_first_sentence_need_not_name_who_plans() -> None:
    plan = "More snow will fall on Friday."
    assert [event.status for event in mentions(plan)] == ["expected"]
    assert mentions("The town is small.", plan) == ()


def test_who_says_so_at_the_end_says_the_main_clause_too() -> None:
    text = "A storm killed two people in Leeds on Monday before moving into Wales on Tuesday, police said."
    assert next((event.status, event.speaker) for event in mentions(text)) == ("claim", "Police")


def test_those_polled_between_two_days_were_asked_on_all_of_them() -> None:
    (event,) = mentions("Voters of Leeds polled between May 9 and May 13 were split.")
    assert event.date == "2023-05-09/2023-05-13"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Talks in Leeds broke down on Tuesday, hours after Mayor Ann Lee urged both sides to settle.", None),
        ("Mayor Ann Lee urged both sides to settle on Tuesday, hours after talks broke down.", "Ann Lee"),
        ("After talks broke down on Tuesday, Mayor Ann Lee urged both sides to settle.", "Ann Lee"),
    ],
)
def test_who_spoke_before_it_does_not_say_what_happened(text: str, speaker: str | None) -> None:
    assert mentions(text)[0].speaker == speaker


@pytest.mark.parametrize(
    ("text", "date", "heading"),
    [
        ("The funeral will be held on June 30.", "2023-06-30", "The funeral will be held"),
        ("A second strike has been announced for July 3-5.", "2023-07-03/2023-07-05", None),
        ("The board will hold an emergency meeting on Thursday.", "2023-06-15", None),
        ("A separate case in state court goes to trial on July 15.", "2023-07-15", None),
        ("Minutes of this week's meeting will be published on June 29.", "2023-06-29", None),
        ("The board next meets on July 6, and then on Aug. 11.", "2023-07-06", "The board next meets"),
    ],
)
def test_an_occasion_with_its_day_is_told_whoever_comes(text: str, date: str, heading: str | None) -> None:
    (event,) = mentions("The town is small.", text)
    assert (event.date, event.status) == (date, "expected")
    assert heading in (None, event.heading)
