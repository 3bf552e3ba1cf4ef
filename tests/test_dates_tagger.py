"""What the tagger makes of news sentences: spans, types, values, EDTF, anchors, other readings, doubts."""

from __future__ import annotations

import pytest

from generator.dates.grammar import READINGS
from generator.dates.tagger import find_timexes
from generator.model import Timex

WEDNESDAY = "2023-06-14"


def one(text: str, dct: str | None = WEDNESDAY, *, exact: bool = True) -> Timex:
    """The only timex of a text."""
    (timex,) = find_timexes(text, dct, exact=exact)
    return timex


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("He spoke on Wednesday.", "2023-06-14"),
        ("He spoke on Tuesday.", "2023-06-13"),
        ("Officials said Thursday that it was over.", "2023-06-08"),
        ("Ministers will meet on Thursday.", "2023-06-15"),
        ("The group is expected to convene Friday in Oslo.", "2023-06-16"),
        ("He agreed to leave on Sunday.", "2023-06-18"),
        ("The truce was to begin on Friday.", "2023-06-16"),
        ("The vote had been scheduled for Monday.", "2023-06-12"),
        ("The bank said it would close on Friday.", "2023-06-16"),
        ("Voters elected her last Friday.", "2023-06-09"),
        ("She returns next Wednesday.", "2023-06-21"),
        ("She leaves Sunday for Paris.", "2023-06-18"),
        ("They have until Friday to respond.", "2023-06-16"),
        ("The court has to decide by Monday.", "2023-06-19"),
        ("The army would leave Monday, he told reporters.", "2023-06-19"),
        ("They would appeal Monday's ruling.", "2023-06-12"),
        ("Monday's vote will be crucial.", "2023-06-19"),
        ("By Monday, forty people had died.", "2023-06-12"),
        ("Forty people had died by Monday.", "2023-06-12"),
        ("He had agreed to pay by Monday.", "2023-06-19"),
        ("The loan, which had been agreed, is to be paid by Monday.", "2023-06-19"),
        ("He may be released as early as Monday.", "2023-06-19"),
        ("The bill passes as soon as Monday.", "2023-06-19"),
        ("No one could be reached on Monday.", "2023-06-12"),
        ("The minister is resigning on Monday.", "2023-06-19"),
        ("A hearing was set for Monday.", "2023-06-19"),
        ("Snow is forecast for Monday.", "2023-06-19"),
        ("More rain is likely Monday.", "2023-06-19"),
        ("Voters go to the polls on Sunday.", "2023-06-18"),
        ("Voters went to the polls on Sunday.", "2023-06-11"),
        ("He told reporters on Monday he would stay.", "2023-06-12"),
        ("In a statement on Monday the bank said the mines will close.", "2023-06-12"),
        ("He was seized on Monday as he was to leave.", "2023-06-12"),
        ("He is back, and on Monday the bank will close.", "2023-06-19"),
    ],
)
def test_a_weekday_is_the_last_one_unless_its_clause_looks_ahead(sentence: str, value: str) -> None:
    assert one(sentence).value == value


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("It closed in April.", "2023-04"),
        ("It will open in September.", "2023-09"),
        ("Prices fell in December.", "2022-12"),
        ("It must be done by March.", "2024-03"),
        ("It expects a loss in the fourth quarter.", "2023-Q4"),
        ("It will report a loss in the first quarter.", "2023-Q1"),
        ("It has been shut since November.", "2022-11"),
        ("Talks ended on Dec. 30.", "2022-12-30"),
        ("The dividend is payable Dec. 7.", "2023-12-07"),
        ("The law takes effect Jan. 1.", "2024-01-01"),
        ("The court ruled in July.", "2022-07"),
        ("He announced a summit in July.", "2023-07"),
        ("By July it had closed.", "2022-07"),
        ("The trial was moved to September.", "2023-09"),
        ("The vote was pushed back to January.", "2024-01"),
        ("It goes to holders of record Nov. 10.", "2023-11-10"),
        ("The rules come into force on 1 January.", "2024-01-01"),
        ("The rules came into force on 1 January.", "2023-01-01"),
    ],
)
def test_a_month_without_its_year_lies_where_the_verb_looks(sentence: str, value: str) -> None:
    assert one(sentence).value == value


@pytest.mark.parametrize(
    ("phrase", "type_", "value", "when"),
    [
        ("early February 2023", "DATE", "2023-02", "2023-02"),
        ("the third quarter of 2019", "DATE", "2019-Q3", "2019-35"),
        ("the first half of 2019", "DATE", "2019-H1", "2019-40"),
        ("the summer of 1969", "DATE", "1969-SU", "1969-22"),
        ("the 1980s", "DATE", "198", "198X"),
        ("the 20th century", "DATE", "19", "19XX"),
        ("last week", "DATE", "2023-W23", "2023-06-05/2023-06-11"),
        ("this year", "DATE", "2023", "2023"),
        ("next month", "DATE", "2023-07", "2023-07"),
        ("Feb. 14–15", "DATE", "2023-02-14/2023-02-15", "2023-02-14/2023-02-15"),
        ("14 to 15 February 2023", "DATE", "2023-02-14/2023-02-15", "2023-02-14/2023-02-15"),
        ("2 ½ years", "DURATION", "P2Y6M", None),
        ("44 B.C.", "DATE", "BC0044", "-0043"),
        ("over the past 24 hours", "DURATION", "PT24H", "2023-06-13/2023-06-14"),
        ("two and a half years", "DURATION", "P2Y6M", None),
        ("several months", "DURATION", "PXM", None),
        ("every two weeks", "SET", "P2W", None),
        ("recently", "DATE", "PAST_REF", None),
        ("recent months", "DURATION", "PXM", None),
        ("an hour and 20 minutes", "DURATION", "PT1H20M", None),
        ("two days and three hours", "DURATION", "P2DT3H", None),
        ("three and one-half years", "DURATION", "P3Y6M", None),
        ("every October", "SET", "XXXX-10", None),
        ("every Christmas", "SET", "P1Y", None),
        ("the mid-to-late 1980s", "DATE", "198", "198X"),
        ("a week ago Friday", "DATE", "2023-06-09", "2023-06-09"),
        ("month-end", "DATE", "2023-06", "2023-06"),
        ("year-end 1988", "DATE", "1988", "1988"),
        ("two Fridays ago", "DATE", "2023-06-02", "2023-06-02"),
        ("the past couple of weeks", "DURATION", "PXW", None),
        ("the new year", "DATE", "2024", "2024"),
        ("5:30 p.m. Tuesday", "TIME", "2023-06-13T17:30", "2023-06-13"),
        ("Christmas", "DATE", "2022-12-25", "2022-12-25"),
        ("the end of the first half of 2019", "DATE", "2019-H1", "2019-40"),
        ("about 9:15 in the evening", "TIME", "2023-06-14T21:15", "2023-06-14"),
    ],
)
def test_a_phrase_has_its_timex3_and_its_edtf(phrase: str, type_: str, value: str, when: str | None) -> None:
    timex = one(f"It lasted {phrase}.")
    assert (timex.type, timex.value, timex.when) == (type_, value, when)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("between 1994 and 1997", ["1994", "1997"]),
        ("from March to May 2020", ["2020-03", "2020-05"]),
        ("on June 3 and 4", ["2023-06-03", "2023-06-04"]),
        ("They meet on Thursday and Friday.", ["2023-06-15", "2023-06-16"]),
        ("It is set for next Tuesday and Wednesday.", ["2023-06-20", "2023-06-21"]),
        ("He bought them from March 14 to Thursday.", ["2023-03-14", "2023-06-08"]),
        ("The fair begins on 20 November 2025 and ends on 18 December.", ["2025-11-20", "2025-12-18"]),
        ("On the night of June 5-6 it broke.", ["2023-06-05/2023-06-06"]),
        ("In May 1998 it rose; the following month it fell.", ["1998-05", "1998-06"]),
        ("He left in 1990 and returned later that year.", ["1990", "1990"]),
        ("On March 3, 2010 he fled; two days later he was caught.", ["2010-03-03", "P2D"]),
        ("He said so a day before envoys met on Tuesday.", ["2023-06-12", "2023-06-13"]),
        ("A first-quarter loss, against a profit a year earlier.", ["2023-Q1", "2022-Q1"]),
        ("In the second and third quarters of 2019 it lost money.", ["2019-Q2", "2019-Q3"]),
        ("It was so for the comparable nine months a year ago.", ["P9M", "2022"]),
        ("They met Monday-Friday.", ["2023-06-12", "2023-06-16"]),
        ("It is to arrive late Wednesday or early Thursday.", ["2023-06-14", "2023-06-15"]),
        ("A week before the vote he left.", ["P1W"]),
        ("Sales rose in the quarter ended July 31.", ["2022-Q2", "2022-07-31"]),
        ("Sales rose in the quarter ended in March.", ["2023-Q1", "2023-03"]),
        ("On the second Tuesday of November 2020 he won.", ["2020-11-10"]),
        ("He came on May 6 and 7, 2010.", ["2010-05-06", "2010-05-07"]),
        ("It lasted from Dec. 30 to Jan. 2, 2011.", ["2010-12-30", "2011-01-02"]),
        ("In 1990 he fled, and in March of that year he was back.", ["1990", "1990-03"]),
        ("They play on Friday and Saturday nights.", ["XXXX-WXX-5TNI", "XXXX-WXX-6TNI"]),
        ("It flies every Monday, Wednesday and Friday.", ["XXXX-WXX-1", "XXXX-WXX-3", "XXXX-WXX-5"]),
        ("On May 6 he was caught; the night before, he had fled.", ["2023-05-06", "2023-05-05TNI"]),
        ("In May 2010 sales rose; for the month, they were up 3 per cent.", ["2010-05", "2010-05"]),
        ("In two days, two weeks early, he was back.", ["P2D", "P2W"]),
        ("They talked on 18 and 19 June 2019.", ["2019-06-18", "2019-06-19"]),
        ("Sales are usually held in the second and fourth quarters.", ["XXXX-Q2", "XXXX-Q4"]),
        ("The fair typically begins in October.", ["XXXX-10"]),
        ("The board is usually seen on Monday morning.", ["XXXX-WXX-1TMO"]),
        ("The usually quiet town was hit on Monday.", ["2023-06-12"]),
        (
            "Overnight it snowed; on Friday it was down from the previous Friday.",
            ["2023-06-13TNI", "2023-06-09", "2023-06-02"],
        ),
        ("Sales rose in Q1 and Q2 2019.", ["2019-Q1", "2019-Q2"]),
        ("The dividend is higher this year than last.", ["2023", "2022"]),
        ("He comes this week or next.", ["2023-W24", "2023-W25"]),
        ("They won 3-2 days after 4-6 weeks of rest.", ["PXD", "P4W"]),
        ("They talk from 3 to 6 July.", ["2023-07-03/2023-07-06"]),
        ("On Oct. 3, last year's champion lost.", ["2022-10-03", "2022"]),
        ("They met on the 9th and 10th of June.", ["2023-06-09", "2023-06-10"]),
        ("In May and June last year it rained.", ["2022-05", "2022-06"]),
        ("In the year to June 2022 prices rose 9 per cent.", ["P1Y", "2022-06"]),
        ("The October 7 attack came after the Sept. 11 attacks.", ["2022-10-07", "2001-09-11"]),
    ],
)
def test_dates_lean_on_each_other(text: str, values: list[str]) -> None:
    assert [timex.value for timex in find_timexes(text, WEDNESDAY)] == values


def test_days_later_carry_the_day_they_lead_to() -> None:
    later = find_timexes("On March 3, 2010 he fled; two days later he was caught.", WEDNESDAY)[1]
    assert (later.type, later.when, later.anchor) == ("DURATION", "2010-03-05", "2010-03-03")


def test_a_history_counts_from_the_date_told_last() -> None:
    text = "War came in 1914. By 1916 it had spread; in March two towns fell. In 1917 it turned, and in 1918 it ended."
    march = find_timexes(text, WEDNESDAY)[2]
    assert (march.value, march.anchor) == ("1916-03", "1916")


def test_news_counts_from_its_own_day_whatever_year_it_mentions() -> None:
    text = "In 1991 he fled. On Monday he returned; he was jailed last week, and charged in March."
    assert find_timexes(text, WEDNESDAY)[-1].value == "2023-03"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("yesterday", "XXXX-XX-XX"),
        ("on Tuesday", "XXXX-WXX-2"),
        ("last week", "XXXX-WXX"),
        ("this year", "XXXX"),
        ("in December", "XXXX-12"),
        ("on May 6", "XXXX-05-06"),
        ("in the third quarter", "XXXX-Q3"),
        ("last fall", "XXXX-FA"),
    ],
)
def test_without_a_day_to_count_from_the_value_says_what_is_unknown(text: str, value: str) -> None:
    timex = one(text, None)
    assert (timex.value, timex.when, timex.anchor) == (value, None, None)


def test_a_full_date_needs_no_day_to_count_from() -> None:
    assert one("on May 6, 2019", None).when == "2019-05-06"


@pytest.mark.parametrize(
    ("sentence", "value", "unsure"),
    [
        ("He spoke on Tuesday.", "2023-06-13", False),
        ("He spoke on Friday.", "2023-06-16", True),
        ("He will speak on Friday.", "2023-06-16", False),
        ("He will speak on Monday.", "2023-06-12", True),
    ],
)
def test_from_an_inferred_day_a_weekday_is_the_nearest(sentence: str, value: str, unsure: bool) -> None:
    timex = one(sentence, exact=False)
    assert (timex.value, timex.unsure is not None) == (value, unsure)


def test_the_other_weekday_that_was_possible_is_kept() -> None:
    timex = one("He spoke on Tuesday.")
    assert (timex.rule, timex.anchor, timex.also) == ("weekday-last", WEDNESDAY, ("2023-06-20",))


def test_the_articles_own_weekday_may_be_the_next_where_the_clause_looks_ahead() -> None:
    assert one("He will speak on Wednesday.").also == ("2023-06-21",)
    assert one("He spoke on Wednesday.").also == ()


@pytest.mark.parametrize(
    ("text", "when", "told"),
    [
        ("taken on Feb. 14, 20023", "2023-02-14", "20023"),
        ("He left on the 13th.", "2023-06-13", "the month isn't told"),
        ("filed 06-13-23", "2023-06-13", "may be no date"),
        ("on Monday, June 13, 2023", "2023-06-13", "Tuesday"),
        ("on 3/4/2023", "2023-03-04", "other way round"),
    ],
)
def test_what_contradicts_itself_is_read_and_marked(text: str, when: str, told: str) -> None:
    timex = one(text)
    assert timex.when == when
    assert told in (timex.unsure or "")


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("He joined on 3 May 1950 and left on 9 March.", "1951-03-09"),
        ("He was jailed in 2019 and freed in March.", "2019-03"),
        ("The firm was founded on 3 May 1950 and went bankrupt on 9 June.", "1950-06-09"),
        ("He was born on 24 December 1950 and died on 9 March.", None),
    ],
)
def test_a_day_behind_one_of_another_year_may_be_of_that_year(text: str, other: str | None) -> None:
    timex = find_timexes(text, WEDNESDAY)[-1]
    assert str(timex.when).startswith("2023")
    assert (timex.also[:1], timex.unsure is not None) == ((other,) if other else (), other is not None)


@pytest.mark.parametrize(
    ("habit", "when"),
    [
        ("He wrote on 25/12/2022.", "2023-04-03"),
        ("He wrote on 12/25/2022.", "2023-03-04"),
        ("On 9 May 2022.", "2023-04-03"),
    ],
)
def test_the_articles_own_habits_order_day_and_month(habit: str, when: str) -> None:
    assert find_timexes(f"{habit} It was 3/4/2023.", WEDNESDAY)[-1].when == when


@pytest.mark.parametrize("dct", ["2023-06", "2023", "2023-06-14/2023-06-16", "-0043", "199X"])
def test_a_document_dated_no_closer_than_that_leaves_yesterday_open(dct: str) -> None:
    assert one("yesterday", dct).when is None


def test_capitals_and_typography_make_no_difference() -> None:
    spellings = ["last week", "Last week", "LAST WEEK", "last\u00a0week", "last\nweek"]
    assert {one(spelling).value for spelling in spellings} == {"2023-W23"}


def test_every_rule_that_reads_can_be_explained_to_a_reader() -> None:
    text = (
        "On Tuesday he left; last week, on May 3, at 5 p.m. Friday, a year earlier, he was here each day for two weeks."
    )
    assert {timex.rule for timex in find_timexes(text, WEDNESDAY)} <= set(READINGS)


@pytest.mark.parametrize(
    ("date_line", "value"),
    [
        ("Updated: 18/06/2023, 09:42 IST", "2023-05-03"),
        ("06/18/2023", "2023-03-05"),
        ("Wed 14 June 2023", "2023-05-03"),
        ("", "2023-03-05"),
    ],
)
def test_the_date_line_shows_how_figures_are_to_be_read(date_line: str, value: str) -> None:
    (timex,) = find_timexes("It came to light on 03/05/2023.", WEDNESDAY, date_line=date_line)
    assert timex.value == value
    assert timex.unsure == "day and month may be the other way round"


@pytest.mark.parametrize(("text", "value"), [("on 1/7/24", "2024-01-07"), ("on 1/7/85", "1985-01-07")])
def test_two_digits_are_a_year_of_our_time_where_the_article_has_no_day(text: str, value: str) -> None:
    assert one(text, None).value == value
