"""Which mentions are compared: what can be one event always is, and a pair is compared once."""

import itertools

from articles_made import mention, record

from generator.timeline.blocks import compare, date_blocks
from generator.timeline.likeness import SAME, Telling, features, likeness

DATES = [
    "2023-06-14", "2023-06-12", "2023-06", "2023-06-12/2023-06-18", "../2023-06-14", "2023", "2023-05-31",
    "2023-06-14/..",
]  # fmt: skip


def items() -> list[Telling]:
    """The same fire, told by two papers for each date."""
    fire = "A fire broke out at the Halcyon mill in Ashford."
    return [
        Telling(record(f"{date}-{paper}", mention(fire, date)), mention(fire, date), 0)
        for date in DATES
        for paper in "ab"
    ]


def test_every_pair_of_dates_that_share_a_week_or_month_is_compared_once() -> None:
    held = items()
    found = [(match.a, match.b) for block in date_blocks(held) for match in compare(block)]
    told = [features(each) for each in held]
    alike = {(a, b) for a, b in itertools.combinations(range(len(told)), 2) if likeness(told[a], told[b])[0] >= SAME}
    assert len(found) == len(set(found))
    assert set(found) <= alike
    assert {(0, 1), (0, 4), (0, 6), (4, 6)} <= set(found)  # the day, its month, its week


def test_a_crowd_of_one_day_is_compared_by_what_few_others_have() -> None:
    texts = [f"A fire broke out at mill number{index // 2} in Ashford{index // 2}." for index in range(820)]
    held = [Telling(record(f"paper-{i}", mention(text)), mention(text), 0) for i, text in enumerate(texts)]
    found = {(match.a, match.b) for block in date_blocks(held) for match in compare(block)}
    assert found >= {(index, index + 1) for index in range(0, 820, 2)}
