"""docs/dates.md, written from the rule tables: what is read, with an example each, and how it is resolved."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.dates.grammar import EXAMPLE_DAY, RULES, Rule
from generator.dates.holidays import holiday_in
from generator.dates.negatives import NEGATIVES
from generator.dates.vocabulary import HOLIDAYS

_PREAMBLE = """\
# What dates are read, and how

Made from the tables in `generator/dates/` by `generator/dates/reference.py`; a test fails when it is out of date. To
change what is read, change a row there.

The tagger goes through an English text once. At each word the longest match of any rule wins; among equals the upper
row. It gives each expression its TIMEX3 type and value, its date in EDTF, the rule that read it, the date it counted
from, other readings that were possible, and a reason to look where it is unsure.

## How a date is resolved

- **What says it in full** stands by itself.
- **A weekday** is the last one, the article's own day included, unless its clause looks ahead: "will meet on
  Thursday", "is expected Friday", "agreed to leave on Sunday". Where the article's day was only inferred it is the
  nearest one, and marked unsure when the verb looks the other way. The other weekday is kept as a possible reading.
- **A month or a day without its year** is the nearest to the article's day, unless the nearest verb, "by" or "since"
  looks the other way.
- **"a year earlier"** counts from the quarter or year that company figures were told for last, else from a date told
  shortly before, else from the article's day. **"the following day", "that month"** count from the date told last.
- **History** (years by number far outnumber weekdays, "today" and "last week") counts from the year told last, news
  from its own day.
- **What usually happens** then ("is usually held in May", "every Monday and Thursday") is a set, not a date.
- **3/4/2023** follows the article's own habits: other figures that can be read one way only, else "9 May" or "May 9".
  It is marked unsure, with the other reading.
- **A weekday that doesn't fit its date**, or a year with a digit too many, is read and marked.
- **Without a day to count from**, a relative expression has a TIMEX3 value with X for what is unknown, and no EDTF.

In EDTF a week is the interval of its days, a quarter is 33 to 36, a half 40 or 41, a season 21 to 24 after its year,
a decade 199X. Durations and sets have none, but "the past 24 hours" has the days it covers and "two days later" the
day it leads to.
"""


def describe_dates() -> str:
    """The text of docs/dates.md."""
    return "\n".join([_PREAMBLE, *_rule_section(RULES), *_holiday_section(), *_negative_section()]) + "\n"


def _rule_section(rules: Iterable[Rule]) -> Iterator[str]:
    yield f"## The rules\n\nValues are those of an article of {EXAMPLE_DAY}, a Wednesday.\n"
    yield "| Rule | What it is | Examples |\n| --- | --- | --- |"
    for row in rules:
        examples = "; ".join(_example(example) for example in row.examples)
        yield f"| `{row.name}` | {row.meaning} | {examples} |"
    yield ""


def _example(example: str) -> str:
    sentence, _, value = example.rpartition(" → ")
    return f"{sentence.replace('[', '**').replace(']', '**')} → `{value}`"


def _holiday_section() -> Iterator[str]:
    year = int(EXAMPLE_DAY[:4])
    yield f"## Named days\n\n| Day | In {year} |\n| --- | --- |"
    for name in HOLIDAYS:
        yield f"| {name} | {holiday_in(name, year).isoformat()} |"
    yield ""


def _negative_section() -> Iterator[str]:
    yield "## What is no date\n\nBeside words that no rule matches, these are passed over:\n"
    for row in NEGATIVES:
        yield f"- {row.example}"


if __name__ == "__main__":
    print(describe_dates(), end="")
