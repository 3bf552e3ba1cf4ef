"""When the five articles appeared, and what says so."""

from __future__ import annotations

import pytest
from builds import Built, build, copy_seeds

# seed → publication day, the start of its basis
DAYS = {
    "000": ("2023-06-15", "address: "),
    "001": ("2023-06-14", "line 3: 'Wed Jun 14 2023'"),
    "002": ("2023-06-14", "line 1: "),
    "003": ("2023-02-14", "inferred: "),
    "004": ("2023-02-14", "inferred: "),
}
DAYS_WITHOUT_SOURCES = {**DAYS, "000": ("2023-06-14", "inferred: ")}


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The five articles without what a person wrote about them."""
    return build(copy_seeds(tmp_path_factory.mktemp("bare"), sources=False))


def assert_day(built: Built, seed: str, day: str, basis: str) -> None:
    article = built.article(seed)
    assert article["published"] == day
    assert article["published_basis"].startswith(basis)


@pytest.mark.parametrize(("seed", "told"), DAYS.items())
def test_the_day_of_each_article_and_its_basis(five: Built, seed: str, told: tuple[str, str]) -> None:
    assert_day(five, seed, *told)


@pytest.mark.parametrize(("seed", "told"), DAYS_WITHOUT_SOURCES.items())
def test_the_day_of_each_article_without_sources_yaml(bare: Built, seed: str, told: tuple[str, str]) -> None:
    assert_day(bare, seed, *told)


@pytest.mark.parametrize("seed", ["003", "004"])
def test_an_inferred_day_is_told_in_one_line_with_its_evidence(five: Built, seed: str) -> None:
    lines = [line for line in five.run.complained.splitlines() if f"seeds/{seed}_" in line and "inferred" in line]
    assert len(lines) == 1
    assert five.article(seed)["published_basis"].removeprefix("inferred: ") in lines[0]


def test_a_day_inferred_from_another_article_says_which_and_what_agrees(five: Built) -> None:
    basis = five.article("003")["published_basis"]
    assert "The Epoch Times of 14 February 2023" in basis
    assert "next week" in basis


def test_an_impossible_year_is_told_in_one_line_and_dates_nothing(five: Built) -> None:
    lines = [line for line in five.run.complained.splitlines() if "20023" in line]
    assert len(lines) == 1
    assert lines[0].startswith("seeds/004_")
    assert not any("20023" in (event["date"] or "") for event in five.events)


@pytest.mark.parametrize(
    ("seed", "furniture"),
    [
        ("000", ["SHARE THIS ARTICLE", "www.presstv.ir", "Photo by AFP", "alternate addresses"]),
        ("001", ["icon-facebook", "Wed Jun 14 2023"]),
        ("002", ["min read", "date 2023-06-14", "Rusty Knowles"]),
        ("004", ["0:00", "Updated:", "20023", "Related Topics", "senior reporter", "Sputnik/"]),
    ],
)
def test_no_furniture_and_no_caption_is_left_in_the_text(five: Built, seed: str, furniture: list[str]) -> None:
    text = five.content(seed).read_text(encoding="utf-8").split("\n---\n", 1)[1]
    assert [words for words in furniture if words in text] == []


def test_what_nobody_wrote_is_null_and_never_invented(bare: Built) -> None:
    article = bare.article("003")
    assert [article[key] for key in ("title", "outlet", "byline", "url", "archived_url")] == [None] * 5
