"""The made articles that benches measure with: deterministic, dated, and shared by several outlets."""

from __future__ import annotations

from itertools import islice
from pathlib import Path
from random import Random

import pytest
from articles_made import read_seeds

from bench.make_articles import FORMATS, make_seeds, make_story, write_seeds
from generator.articles.metadata import read_article
from generator.model import Article
from generator.problems import Problems


def read(root: Path, number: int, form: str) -> tuple[Article, ...]:
    write_seeds(root / "seeds", number, formats=(form,))
    return tuple(read_article(clipping, Problems()) for clipping in read_seeds(root, Problems()))


def test_the_same_seed_gives_the_same_articles() -> None:
    first, second, other = (list(islice(make_seeds(seed), 50)) for seed in (3, 3, 4))
    assert first == second != other


def test_a_shorter_corpus_is_the_beginning_of_a_longer_one() -> None:
    assert list(islice(make_seeds(1), 20)) == list(islice(make_seeds(1), 60))[:20]


@pytest.mark.parametrize("form", FORMATS)
def test_headline_outlet_and_day_are_found_in_every_format(tmp_path: Path, form: str) -> None:
    articles = read(tmp_path, 12, form)
    assert len(articles) == 12
    assert all(article.title and article.outlet and article.published_exact for article in articles)
    assert all((article.published or "") >= "2020-01-06" for article in articles)


def test_a_happening_is_reported_by_several_outlets() -> None:
    stories = [list(make_story(Random(number), 100)) for number in range(30)]
    told = [{article.headline for article in story} for story in stories]
    assert sum(map(len, stories)) > 2 * sum(map(len, told))
