"""What an editor reads in sentences of news: every date of a sentence, and nothing that is none."""

import re
from pathlib import Path

import pytest

from generator.dates.tagger import find_timexes

WEDNESDAY = "2023-06-14"
# a line is a sentence with its [expressions] and, behind an arrow, their TIMEX3 values, "none" where it tells no date
SENTENCES = [
    line for line in (Path(__file__).parent / "news_dates.txt").read_text(encoding="utf-8").splitlines() if "→" in line
]


@pytest.mark.parametrize("line", SENTENCES)
def test_every_date_of_a_sentence_is_read_as_an_editor_reads_it(line: str) -> None:
    marked, _, values = line.rpartition(" → ")
    text = re.sub(r"[][]", "", marked)
    told = [] if values == "none" else zip(re.findall(r"\[([^]]*)\]", marked), values.split(), strict=True)
    assert [(text[timex.start : timex.end], timex.value) for timex in find_timexes(text, WEDNESDAY)] == list(told)
