"""Articles that are asked for again are those that were read, and a seed that changed meanwhile is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.articles.archive import Archive, read_article_of
from generator.articles.seeds import Listed, Seed, load_seed, load_seeds
from generator.inventory import look
from generator.model import Article, SourceFacts
from generator.problems import Problems
from generator.saving import ChangedError

DATED = "The bridge reopens\n\nWed Jun 14 2023\n\nThe bridge reopened on Tuesday, the mayor said.\n"
UNDATED = "The bridge closes\n\nThe bridge was closed on Friday, the mayor said.\n"
LISTED = (Listed("a.txt", SourceFacts(outlet="The Post")), Listed("b.txt", SourceFacts()))


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds/a.txt").write_text(DATED)
    (tmp_path / "seeds/b.txt").write_text(UNDATED)
    return tmp_path


def filed(root: Path) -> tuple[Archive, list[Article]]:
    """An archive of the two articles, and themselves."""
    archive, articles = Archive(root, LISTED), []
    for seed in load_seeds(root, LISTED, Problems()):
        article = read_article_of(seed, Problems())
        assert article
        archive.add(article.seed, None if article.published else article)
        articles.append(article)
    return archive, articles


def test_every_article_comes_back_as_it_was_read(root: Path) -> None:
    archive, articles = filed(root)
    assert [archive[0], archive[1]] == articles
    assert articles[0].outlet == "The Post"
    assert archive.undated == 1


def test_only_one_without_a_day_is_there_when_its_seed_went(root: Path) -> None:
    archive, articles = filed(root)
    for path in (root / "seeds").iterdir():
        path.unlink()
    assert archive[1] == articles[1]
    with pytest.raises(ChangedError, match=r"seeds/a\.txt"):
        archive[0]


def test_a_seed_that_is_known_unread_is_read_when_it_is_needed(root: Path) -> None:
    (seed, _) = load_seeds(root, LISTED, Problems())
    digest = look({"seeds": str(root / "seeds")}, {}).found["seeds/a.txt"].strip()
    assert load_seed(root, seed._replace(content=b"", digest=digest)) == seed


def test_a_seed_that_is_no_longer_what_was_seen_is_told(root: Path) -> None:
    with pytest.raises(ChangedError, match=r"seeds/a\.txt"):
        load_seed(root, Seed("a.txt", b"", SourceFacts(), "0" * 64))
