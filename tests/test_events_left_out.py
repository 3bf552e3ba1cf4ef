"""Sentences of which no event is made, and the reason that an editor reads."""

import pytest
from articles_made import article, mentions

from generator.dates.tagger import find_timexes
from generator.events.mentions import find_events
from generator.model import LeftOut

LEDE = "Mayor Ann Lee opened the bridge in Leeds on Tuesday."
LEFT_OUT = [
    (
        "The depot was built in 1976.",
        "1976",
        "1976",
        "context: history, told with its date",
    ),
    ("In 2007, 6 percent of households had no car.", "2007", "2007", "context: figures for a stretch of time"),
    ("The next hearing is set for June 28.", "2023-06-28", "June 28", "context: a plan that names nobody"),
    ("It wants a tunnel by 2030.", "2030", "2030", "the date is named in passing"),
    ("Lee has repeatedly said that the tunnel is safe.", "../2023-06-14", None, "the text gives no day for it"),
]
USED_OR_UNDATED = [
    "The ministers met in Oslo on Monday.",
    "The town is small.",
    "Opponents say that it would spoil the view.",
    "The bus runs every Tuesday.",
]


def left_out(*paragraphs: str) -> tuple[LeftOut, ...]:
    made = article(*paragraphs)
    return find_events(made, find_timexes(made.body, made.published)).left_out


@pytest.mark.parametrize(("sentence", "date", "words", "why"), LEFT_OUT)
def test_a_dated_sentence_without_an_event_is_kept_with_its_reason(
    sentence: str, date: str, words: str | None, why: str
) -> None:
    (found,) = left_out(LEDE, sentence)
    assert (found.quote, found.date, found.words, found.why) == (sentence, date, words, why)
    assert found.paragraph == 2


@pytest.mark.parametrize("sentence", USED_OR_UNDATED)
def test_what_is_used_or_tells_neither_date_nor_speaker_is_not_listed(sentence: str) -> None:
    assert left_out(LEDE, sentence) == ()


def test_the_quotation_stands_at_its_offsets_without_the_dateline() -> None:
    made = article("BRUSSELS: The depot was built in 1976.")
    (found,) = find_events(made, find_timexes(made.body, made.published)).left_out
    assert found.quote == "The depot was built in 1976." == made.body[found.start : found.end]


@pytest.mark.parametrize(
    "text", ["It's Thursday, 8 June 2023.", "Good morning. It is Tuesday.", "This is June 8, 2023."]
)
def test_a_sentence_that_only_names_a_day_tells_nothing(text: str) -> None:
    assert mentions(text) == ()
