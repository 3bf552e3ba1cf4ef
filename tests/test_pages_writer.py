"""Writing site/: whole or not at all, only what changed, never what is not ours."""

from __future__ import annotations

from collections.abc import Generator
from pathlib import Path

import pytest

from generator.model import Page
from generator.pages.exchange import exchange, workshop
from generator.pages.writer import MANIFEST, Changed, check_site, write_site
from generator.problems import Problems

PAGES = (Page("index.html", b"front"), Page("events/a.html", b"a"), Page("events/b.html", b"b"))


def write(out: Path, pages: tuple[Page, ...] = PAGES) -> tuple[Changed, list[str]]:
    problems = Problems()
    return write_site(out, lambda _: (page for page in pages), problems), [str(problem) for problem in problems]


def files(out: Path) -> dict[str, bytes]:
    return {p.relative_to(out).as_posix(): p.read_bytes() for p in out.rglob("*") if p.is_file()}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    out = tmp_path / "site"
    write(out)
    return out


def test_the_site_holds_the_pages_and_a_list_of_them(site: Path) -> None:
    assert files(site).keys() == {page.path for page in PAGES} | {MANIFEST}
    assert check_site(site, PAGES) == ()


def test_a_second_build_changes_no_file(site: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in site.rglob("*")}
    assert write(site) == (Changed((), (), 4), [])
    assert before == {path: path.stat().st_mtime_ns for path in site.rglob("*")}


def test_pages_that_stay_the_same_keep_their_times(site: Path) -> None:
    before = (site / "events/a.html").stat().st_mtime_ns
    changed, _ = write(site, (*PAGES[:2], Page("events/b.html", b"new")))
    assert changed.written == (MANIFEST, "events/b.html")
    assert (site / "events/a.html").stat().st_mtime_ns == before


def test_none_of_them_changes_after_the_new_site_is_said_to_be_done(tmp_path: Path) -> None:
    many = tuple(Page(f"events/{number}.html", b"a") for number in range(2000))
    write(tmp_path / "site", (PAGES[0], *many))
    changed, _ = write(tmp_path / "site", (PAGES[0]._replace(content=b"new"), *many))
    assert max(path.stat().st_ctime_ns for path in tmp_path.rglob("*.html")) <= changed.done


def test_a_page_no_longer_made_is_removed(site: Path) -> None:
    changed, problems = write(site, PAGES[:2])
    assert changed.removed == ("events/b.html",)
    assert not (site / "events/b.html").exists()
    assert problems == []


def test_files_that_are_not_ours_are_kept(site: Path) -> None:
    (site / "CNAME").write_text("news.example")
    (site / "events" / "picture.png").write_bytes(b"\x89PNG")
    write(site, PAGES[:1])
    assert files(site).keys() == {"index.html", MANIFEST, "CNAME", "events/picture.png"}


def test_a_page_that_a_person_changed_is_not_removed(site: Path) -> None:
    (site / "events/b.html").write_text("by hand")
    write(site, PAGES[:2])
    assert (site / "events/b.html").read_text() == "by hand"


def test_a_file_of_somebody_elses_in_a_pages_place_stops_the_build_and_is_kept(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "index.html").write_text("mine")
    changed, problems = write(tmp_path / "site")
    assert changed == Changed()
    assert problems == [
        "site/index.html: was not made by the build, and a page belongs there; move it away; nothing was published"
    ]
    assert files(tmp_path / "site") == {"index.html": b"mine"}


def test_a_folder_in_a_pages_place_is_one_clear_line(site: Path) -> None:
    (site / "about.html").mkdir()
    _, problems = write(site, (*PAGES, Page("about.html", b"x")))
    assert len(problems) == 1
    assert problems[0].startswith("site/about.html: was not made by the build")


def test_the_same_bytes_by_another_hand_are_welcome(site: Path) -> None:
    (site / MANIFEST).unlink()
    assert write(site)[1] == []


def test_a_file_instead_of_the_folder_is_one_clear_line(tmp_path: Path) -> None:
    (tmp_path / "site").write_text("")
    assert write(tmp_path / "site")[1] == [
        "site: is a file, not a folder; move it away, or choose another place with --out"
    ]


def test_a_link_instead_of_the_folder_is_one_clear_line(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "site").symlink_to("elsewhere")
    assert write(tmp_path / "site")[1] == [
        "site: is a link, not a folder; remove the link, or name its target with --out"
    ]
    assert files(tmp_path / "elsewhere") == {}


@pytest.mark.parametrize("path", ["../x.html", "/x.html", "a//b.html", "", "a/./b", "a\\b"])
def test_a_path_outside_the_site_publishes_nothing(tmp_path: Path, path: str) -> None:
    changed, problems = write(tmp_path / "site", (Page(path, b""),))
    assert changed == Changed()
    assert len(problems) == 1
    assert not (tmp_path / "site").exists()


@pytest.mark.parametrize("other", ["index.html", "INDEX.html"])
def test_two_pages_at_one_place_are_a_problem(tmp_path: Path, other: str) -> None:
    _, problems = write(tmp_path / "site", (*PAGES, Page(other, b"again")))
    assert problems == [f'site/{other}: two pages want this place (the other is "index.html")']


def test_a_second_build_at_the_same_time_is_told_to_wait(site: Path) -> None:
    with workshop(site):
        changed, problems = write(site, PAGES[:1])
    assert changed == Changed()
    assert problems == ["site: another build is writing this folder; wait for it to end, then build again"]


def test_what_a_killed_build_left_is_cleared(site: Path) -> None:
    (site.parent / "site.tmp" / "site" / "events").mkdir(parents=True)
    (site.parent / "site.tmp" / "site" / "index.html").write_text("half")
    assert write(site, PAGES[:1])[1] == []
    assert [path.name for path in site.parent.iterdir()] == ["site"]


def test_a_failure_in_the_middle_leaves_the_old_site_whole(site: Path) -> None:
    before = files(site)
    too_long = Page("x" * 300 + ".html", b"")
    changed, problems = write(site, (*PAGES, too_long))
    assert changed == Changed()
    assert len(problems) == 1
    assert files(site) == before
    assert [path.name for path in site.parent.iterdir()] == ["site"]


def test_a_page_that_cannot_be_made_leaves_the_old_site_whole(site: Path) -> None:
    def pages() -> Generator[Page]:
        yield Page("index.html", b"new")
        raise RecursionError

    before = files(site)
    with pytest.raises(RecursionError):
        write_site(site, lambda _: pages(), Problems())
    assert files(site) == before
    assert [path.name for path in site.parent.iterdir()] == ["site"]


def test_the_exchange_leaves_the_old_folder_in_the_new_ones_place(tmp_path: Path) -> None:
    (tmp_path / "old").mkdir()
    (tmp_path / "new").mkdir()
    (tmp_path / "new" / "page").write_text("new")
    number = (tmp_path / "old").stat().st_ino
    exchange(tmp_path / "new", tmp_path / "old")
    assert (tmp_path / "old" / "page").read_text() == "new"
    assert (tmp_path / "new").stat().st_ino == number


DRIFT = [
    (lambda site: (site / "index.html").unlink(), "site/index.html is missing"),
    (lambda site: (site / "index.html").write_text("x"), "site/index.html is not what the build makes"),
]


@pytest.mark.parametrize(("change", "line"), DRIFT)
def test_check_names_each_difference(site: Path, change: object, line: str) -> None:
    assert callable(change)
    change(site)
    assert check_site(site, PAGES) == (line,)


def test_check_names_what_is_no_longer_made(site: Path) -> None:
    assert "site/events/b.html is no longer made" in check_site(site, PAGES[:2])


def test_check_of_a_site_never_built_lists_every_page(tmp_path: Path) -> None:
    assert len(check_site(tmp_path / "site", PAGES)) == len(PAGES) + 1


def test_an_old_site_that_was_moved_aside_by_a_killed_build_comes_back_with_what_is_not_ours(site: Path) -> None:
    (site / "CNAME").write_text("news.example")
    (site.parent / "site.tmp").mkdir()
    site.rename(site.parent / "site.tmp" / "site.old")
    assert write(site, PAGES[:1])[1] == []
    assert files(site).keys() == {"index.html", MANIFEST, "CNAME"}
