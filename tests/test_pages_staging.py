"""The site while it is made: a page lies aside where it is another than the published one, whoever put it there."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from generator.model import Page
from generator.pages.longpage import LongPage
from generator.pages.proofs import StagedPage
from generator.pages.staging import Staging, is_inside

PAGE = Page("events/a.html", b"words")
LONG = LongPage("events/a.html", lambda: iter(["wor", "ds"]))
DIGEST = hashlib.sha256(b"words").digest()


@pytest.fixture
def staging(tmp_path: Path) -> Staging:
    return Staging(str(tmp_path / "site"), str(tmp_path / "new"))


def put(staging: Staging, page: Page | LongPage) -> StagedPage:
    if isinstance(page, LongPage):
        return staging.put_long(page, staging.find)
    return staging.put(page, staging.find(page.path))


@pytest.mark.parametrize("page", [PAGE, LONG], ids=["page", "long page"])
@pytest.mark.parametrize("published", [None, b"other words", b"words"])
def test_a_page_lies_aside_unless_the_same_is_published(
    staging: Staging, tmp_path: Path, page: Page | LongPage, published: bytes | None
) -> None:
    if published is not None:
        (tmp_path / "site/events").mkdir(parents=True)
        (tmp_path / "site/events/a.html").write_bytes(published)
    is_new = published != b"words"
    assert put(staging, page) == StagedPage("events/a.html", DIGEST, listed=True, is_new=is_new)
    assert (tmp_path / "new/events/a.html").exists() == is_new


def test_where_nothing_is_published_yet_nothing_is_found(tmp_path: Path) -> None:
    staging = Staging(None, str(tmp_path / "new"))
    assert staging.find("events/a.html") is None
    assert put(staging, PAGE).is_new


def test_what_a_killed_process_began_to_put_aside_is_put_there_whole(staging: Staging, tmp_path: Path) -> None:
    (tmp_path / "new/events").mkdir(parents=True)
    (tmp_path / "new/events/a.html").write_bytes(b"half a page that is longer than the whole")
    put(staging, PAGE)
    assert (tmp_path / "new/events/a.html").read_bytes() == b"words"


@pytest.mark.parametrize("path", ["index.html", "events/a.html", "a..b/c", ".nojekyll"])
def test_a_path_inside_the_site(path: str) -> None:
    assert is_inside(path)


@pytest.mark.parametrize("path", ["", "/etc/passwd", "../a", "events/../../a", "./a", "a//b", "a\\b", "a\0b", "a/"])
def test_a_path_that_leads_elsewhere(path: str) -> None:
    assert not is_inside(path)
