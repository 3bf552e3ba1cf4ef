"""Every row of the grammar reads its own examples."""

from __future__ import annotations

import re

import pytest

from generator.dates.grammar import EXAMPLE_DAY, READINGS, RULES, Rule
from generator.dates.tagger import find_timexes

EXAMPLES = [(row, example) for row in RULES for example in row.examples]


@pytest.mark.parametrize(("row", "example"), EXAMPLES, ids=lambda value: getattr(value, "name", None) or str(value))
def test_each_rule_reads_its_own_example(row: Rule, example: str) -> None:
    sentence, _, value = example.rpartition(" → ")
    start, end = sentence.index("["), sentence.index("]") - 1
    found = find_timexes(re.sub(r"[\[\]]", "", sentence), EXAMPLE_DAY)
    read = [(timex.start, timex.end, timex.value) for timex in found if timex.rule.startswith(row.name)]
    assert (start, end, value) in read


def test_every_rule_has_an_example() -> None:
    assert [row.name for row in RULES if not row.examples] == []


def test_every_reading_is_explained_and_no_name_is_used_twice() -> None:
    assert len({row.name for row in RULES}) == len(RULES)
    assert all(READINGS[row.name] for row in RULES)
