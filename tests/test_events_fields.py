"""Ten articles of our own in ten fields of news, each with the entries an editor would make of it."""

from pathlib import Path

import pytest

from generator.articles.metadata import read_article
from generator.model import Clipping, SourceFacts
from generator.problems import Problems
from generator.tasks import make_record

FIELDS = Path(__file__).parent / "fields"
# field → "date status speaker: heading" of every entry, in the order of the text
ENTRIES: dict[str, list[str]] = {
    "courts": [
        "2023-09-11 claim Prosecutors: Former transport minister Joan Varga was arrested",
        (
            "2023-09-13 claim Prosecutors: "
            "Former transport minister Joan Varga was charged with taking bribes worth 2 million euros"
        ),
        (
            "2023-09-14 statement Joan Varga: "
            "Varga denied the charges when she appeared before a judge and was released on bail"
        ),
        "2023-09-12 statement Mavex: Mavex said in a statement that it had never paid a public official",
        "2023-07 happened -: The company's chief executive, Leo Brandt, resigned",
        "2023-08 happened -: The company's chief executive, Leo Brandt, left the country",
        "2023-11 expected -: The court will hear the case",
        "2024 expected -: A verdict is not expected until next year",
    ],
    "culture": [
        "2023-05-20 happened -: Director Ana Rios wins top prize at Lindau festival",
        "../2023-05-21 statement Ana Rios: “She taught me to look, and then to look again”",
        "2023-05-10 happened -: The festival opened with a concert",
        "2023-05-20 happened -: The festival closed with the ceremony, which was interrupted by climate activists",
        "2023-05-20 happened -: Police detained six people",
        "2023-05-21 happened -: Police released them without charge",
        '2023-06-15 expected -: "The Salt Road" opens in cinemas in Chile',
    ],
    "election": [
        "2023-06-25 happened -: The opposition Centre Alliance won Sunday's parliamentary election in Norland",
        "2023-06-25 statement Erik Dahl: Premier Erik Dahl conceded defeat",
        "2023-06-26 happened -: Premier Erik Dahl congratulated Alliance leader Sonja Brekke",
        "2023-06-25 statement Erik Dahl: “The people have spoken, and I respect their choice”",
        (
            "2023-06-27 expected Sonja Brekke: "
            "Brekke said she would begin coalition talks and hoped to present a government by mid-July"
        ),
        "2023-04 happened -: Dahl called the early election after two ministers resigned over a property scandal",
        "2023-07-11 expected -: The new parliament meets",
        "2023-07-12 expected -: The new parliament will elect a speaker",
    ],
    "health": [
        "2024-01-17 statement Health officials: Health officials confirm measles outbreak at Eastham school",
        "2024-01-08 claim Neil Abbas: The first case was detected",
        "2024-01-11 claim Neil Abbas: The first case was confirmed by a laboratory",
        "../2024-01-17 statement Neil Abbas: “Parents should check their records today, not next week”",
        "2024-01-12 happened -: The school closed",
        "2024-01-29 expected School: The school is not expected to reopen before Jan. 29",
        "2024-01-13/2024-01-14 happened -: Two children were taken to hospital",
        "2024-01-15 happened -: One was discharged and the other remains in intensive care",
        "2024-01-16 statement Ruth Hale: Governor Ruth Hale declared a public health emergency",
    ],
    "jury": [
        "2022-06-03 happened -: Jury finds ex-banker guilty of laundering cartel money",
        "2022-09-15 expected -: Marsh will be sentenced and faces up to 20 years in prison",
        "2020-11 happened -: He was arrested in Miami",
        "2021-03 happened -: He was extradited",
        "2021-04 happened -: He pleaded not guilty",
        '2022-06-01 statement Karen Wu: Marsh "knew exactly whose money it was."',
        "../2022-06-03 statement Samuel Ortega: Defense lawyer Samuel Ortega said he would appeal",
        "../2022-06-03 statement Samuel Ortega: “This verdict will not stand”",
        "2021 happened -: Two of Marsh's former colleagues pleaded guilty",
        "2022-05 happened -: Two of Marsh's former colleagues testified against him",
        "2021 happened -: The bank, First Atlantic, paid a fine of $110 million without admitting wrongdoing",
    ],
    "museum": [
        "2024-05-08 happened -: Stolen Vermeer returned to Delft after 33 years",
        '2024-03 happened -: The painting, "The Letter", was found in a flat in Antwerp',
        "2024-05-08 statement Saskia Vos: “We never gave up hope, though I admit we had stopped expecting it”",
        "2024-03-14 happened -: Belgian police arrested a 71-year-old man and released him a week later",
        "2024-04 happened -: The museum restored the frame and insured the work for 90 million euros",
        "2024-05-10 expected -: King Willem-Alexander will see the painting",
        "2024-05-11 expected -: King Willem-Alexander opening an exhibition on the theft",
        "2025 expected -: It will travel to Tokyo and New York the year after",
    ],
    "science": [
        "2022-08-23 claim European agency: Probe lands near lunar south pole after week of delays",
        "2022-08-02 happened -: The craft was launched from Kourou",
        "2022-08-11 happened -: The craft entered lunar orbit",
        "2022-08-16 expected -: The craft was due to land",
        "2022-08-15 happened -: Engineers found a stuck valve",
        "2022-08-19 happened -: Engineers freed the valve by firing the main engine twice",
        (
            "../2022-08-23 statement Carla Wirth: "
            "“We heard the signal at 14:06 and the room went quiet, and then everybody was shouting”"
        ),
        "2022-08-25 expected -: The probe will drill its first sample",
        "2022-11 expected -: The probe is expected to send data until the end of November",
        "2019-04 happened -: A previous probe, Selene-1, crashed because of a software error",
        "../2022-08-23 statement Carla Wirth: The findings could help to show how much ice lies under the surface",
        ("2022-07 statement Study: A study published in Nature suggested that there is less ice than had been thought"),
    ],
    "sports": [
        "2024-05-09 happened -: Harlow Town sack manager after cup defeat",
        "2024-05-08 happened -: Chairwoman Alice Benn met him",
        "2024-05-09 statement Alice Benn: Chairwoman Alice Benn told him of the decision",
        (
            "2024-05-09 statement Alice Benn: "
            "“Dean leaves with our thanks, but results this year have not been good enough”"
        ),
        (
            "2024-05-10 expected -: "
            "Assistant coach Luis Ferro will take training and will pick the team for Sunday's match"
        ),
        "2024-05 expected Club: The club said a new manager would be appointed before the end of May",
        "2024-03 happened -: Striker Jay Cole was injured",
        "2024-04-04 happened -: Striker Jay Cole had surgery",
    ],
    "transport": [
        "2022-12-13/2022-12-14 expected -: Rail workers will strike",
        "2022-12-12 happened -: Talks between the union and train companies broke down",
        "2022-12-09 happened -: The two sides met",
        "2022-12-10/2022-12-11 happened -: The two sides adjourned",
        "2022-12-12 happened -: The two sides resumed, but failed to agree on pay",
        "../2022-12-12 statement Carol Finch: Union leader Carol Finch rejected an offer of 8% over two years",
        "../2022-12-12 statement Hugh Lane: Transport Secretary Hugh Lane said he was disappointed",
        "2022-10 happened -: About 40,000 workers walked out",
        (
            "../2022-12-12 statement Carol Finch: "
            "A further strike may be called off if the companies improve their offer"
        ),
        "2022-12-24 expected -: Trains will not run after 6pm on Christmas Eve",
        "2022-12-14 expected -: Lane is due to meet train bosses",
        "2022-12-15 expected -: Lane flying to Brussels",
    ],
    "weather": [
        "2021-11-10 claim Authorities: Storm Ines killed at least three people in Portugal",
        "2021-11-11 happened -: Storm Ines moving into northern Spain",
        "2021-11-10 happened -: A man was swept into the sea at Nazare and a woman and her son died",
        (
            "2021-11-11 claim Rui Teles: "
            "Civil protection commander Rui Teles said his crews had dealt with more than 900 incidents"
        ),
        "2021-11-10 happened -: The storm cut power to 70,000 homes",
        (
            "2021-11-11 happened -: "
            "Spain's weather agency issued a red warning for Galicia and said winds would reach 140 kph"
        ),
        "2021-11-11 claim City council: Schools in Porto were closed",
        "2021-11-15 expected City council: Schools in Porto will reopen",
    ],
}


def _entries(field: str) -> list[str]:
    text = (FIELDS / f"{field}.txt").read_text(encoding="utf-8")
    article = read_article(Clipping(f"seeds/{field}.txt", "0" * 64, "text", text, SourceFacts()), Problems())
    return [f"{e.date} {e.status} {e.speaker or '-'}: {e.heading}" for e in make_record(article).events]


def test_every_field_has_its_expected_entries() -> None:
    assert {path.stem for path in FIELDS.glob("*.txt")} == set(ENTRIES)


@pytest.mark.parametrize("field", sorted(ENTRIES))
def test_an_article_of_this_field_gives_these_entries(field: str) -> None:
    assert _entries(field) == ENTRIES[field]
