"""Ten articles of our own in ten styles, each with the entries an editor would make of it."""

from pathlib import Path

import pytest

from generator.articles.metadata import read_article
from generator.model import Clipping, SourceFacts
from generator.problems import Problems
from generator.tasks import make_record

STYLES = Path(__file__).parent / "styles"
# style → (date, status, speaker, heading) of every entry, in the order of the text
ENTRIES: dict[str, list[tuple[str, str, str | None, str]]] = {
    "wire": [
        (
            "2023-03-03",
            "claim",
            "Disaster agency",
            "A strong earthquake struck eastern Turkey, killing at least 12 people and injuring dozens",
        ),
        ("2023-03-04", "expected", "Selim Aydin", "President Selim Aydin said he would visit the region"),
        ("../2023-03-03", "statement", "Selim Aydin", "“We will not leave our people alone in these hard days”"),
    ],
    "ticker": [
        ("2023-05-08", "happened", None, "Shares in Norvik Steel fell 4.2% after the firm cut its forecast"),
        ("2023-05-08", "statement", "Norvik Steel", "Norvik Steel said it would close its mill in Lund"),
        ("2023-05-11", "expected", None, "The central bank will announce its decision in Oslo"),
    ],
    "blog": [
        (
            "2022-08-18",
            "happened",
            None,
            "The city finally opened the new footbridge to the public, after two years of work",
        ),
    ],
    "transcript": [
        (
            "2021-10-11",
            "claim",
            "Lena Fors",
            "Foreign Minister Lena Fors said the delegations met in Geneva",
        ),
        ("2021-10-25", "expected", "Lena Fors", "Foreign Minister Lena Fors said the delegations would meet again"),
        ("../2021-10-12", "statement", "Lena Fors", "“We will sign only when the text is complete”"),
    ],
    "list": [
        ("2023-06-04", "happened", None, "The Harlow bridge was closed to lorries"),
        ("2023-06-02", "statement", "Tom Reed", "Union leader Tom Reed announced that drivers would strike"),
        ("2023-06-07", "expected", None, "The county council of Essex votes on its budget"),
    ],
    "liveblog": [
        ("2023-02-17", "statement", "Kraftnet", "Power is back in most of Malmo"),
        ("2023-02-17", "claim", "Police", "Police said a man was killed when a tree fell on his car near Lund"),
        ("2023-02-17", "happened", None, "The Oresund bridge was closed"),
    ],
    "opinion": [("2022-12-08", "happened", None, "The parliament of Latvia ratified the treaty")],
    "obituary": [
        ("2023-03-12", "happened", None, "Ilse Morgen died at her home in Bern"),
        ("1968", "happened", None, "She led the first expedition of women to the Karakoram"),
        ("2023-03-13", "statement", "Anna Morgen", "Her daughter Anna Morgen confirmed the death"),
    ],
    "company": [
        ("2023-07-27", "claim", "Helvar Group", "Helvar Group reports record quarter"),
        ("../2023-07-27", "statement", "Paul Egger", "Chief executive Paul Egger said demand from Asia had recovered"),
        ("2023-07-20", "happened", None, "The company agreed to buy its rival Tessin Optics for 1.3 billion francs"),
        ("2023-10", "expected", "Helvar Group", "The takeover is expected to close"),
    ],
    "court": [
        ("2022-09-06", "happened", None, "Former treasurer convicted of fraud"),
        ("2021-03", "happened", None, "Pike was arrested"),
        ("2022-10-04", "expected", "Helen Moss", "Judge Helen Moss said he would be sentenced"),
        ("../2022-09-06", "statement", "Helen Moss", "“You betrayed people who trusted you for twenty years”"),
        ("2022-08-15", "happened", None, "The trial began"),
    ],
}


def test_every_style_has_its_expected_entries() -> None:
    assert {path.stem for path in STYLES.glob("*.txt")} == set(ENTRIES)


@pytest.mark.parametrize("style", sorted(ENTRIES))
def test_an_article_of_this_style_gives_these_entries(style: str) -> None:
    text = (STYLES / f"{style}.txt").read_text(encoding="utf-8")
    article = read_article(Clipping(f"seeds/{style}.txt", "0" * 64, "text", text, SourceFacts()), Problems())
    found = [(event.date, event.status, event.speaker, event.heading) for event in make_record(article).events]
    assert found == ENTRIES[style]
