"""Which mentions are compared: what can be one event always is, and a pair is compared once."""

import itertools
from collections.abc import Iterator
from dataclasses import replace

from articles_made import mention, record

from generator.timeline.blocks import Match, compare, date_blocks, key_of
from generator.timeline.features import Telling, compared_by, features
from generator.timeline.likeness import SAME, likeness

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


def matches_of(held: list[Telling]) -> Iterator[Match]:
    return (block.placed(match) for block in date_blocks(held) for match in compare(block))


def test_every_pair_of_dates_that_share_a_week_or_month_is_compared_once() -> None:
    held = items()
    found = [(match.a, match.b) for match in matches_of(held)]
    told = [features(each) for each in held]
    alike = {(a, b) for a, b in itertools.combinations(range(len(told)), 2) if likeness(told[a], told[b])[0] >= SAME}
    assert len(found) == len(set(found))
    assert set(found) <= alike
    assert {(0, 1), (0, 4), (0, 6), (4, 6)} <= set(found)  # the day, its month, its week


def test_a_crowd_of_one_day_is_compared_by_what_few_others_have() -> None:
    texts = [f"A fire broke out at mill number{index // 2} in Ashford{index // 2}." for index in range(820)]
    held = [Telling(record(f"paper-{i}", mention(text)), mention(text), 0) for i, text in enumerate(texts)]
    found = {(match.a, match.b) for match in matches_of(held)}
    assert found >= {(index, index + 1) for index in range(0, 820, 2)}


def test_a_week_is_known_again_by_what_is_told_in_it_wherever_that_stands_in_the_list() -> None:
    fire, flood = (
        items(),
        Telling(record("zz", mention("A flood.", "1931-01-01")), mention("A flood.", "1931-01-01"), 0),
    )
    alone, behind = ({key_of(block) for block in date_blocks(held)} for held in (fire, [flood, *fire]))
    assert alone < behind
    assert alone.isdisjoint({key_of(block) for block in date_blocks([changed(each) for each in fire])})


def test_mentions_are_compared_by_nothing_but_what_tells_blocks_apart() -> None:
    told = [
        mention("Ada Moreau said the port of Ashford would open in June.", "2023-06-14", "statement", "Ada Moreau"),
        mention("The leaders will meet at a summit in Ashford.", "2023-06-20", "expected"),
        mention("“The port will open in June and not a day later,” Moreau said.", "2023-06-14", "claim", "Ada Moreau"),
    ]
    others = [Telling(record(f"{paper}-{each.id}", each), each, 0) for each in told for paper in "ab"]
    held = [*items(), *others]
    assert list(matches_of([stripped(each) for each in held])) == list(matches_of(held)) != []


def stripped(telling: Telling) -> Telling:
    """A mention without all that is no matter."""
    slug, published, date, _, speaker, quote, heading = compared_by(telling)
    bare = mention(quote or "", date, telling.mention.status, speaker, id="", heading=heading, basis=None)
    return Telling(record(slug or "", published=published), bare, 9)


def changed(telling: Telling) -> Telling:
    return replace(telling, mention=telling.mention._replace(status="claim"))
