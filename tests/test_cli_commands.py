"""What each command prints, writes and gives as its exit status, on the five real articles."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from xml.etree import ElementTree

import pytest
from builds import Built, command, copy_seeds, files_of, made_by

SEED_004 = "004_d51376cf106bc642.txt"


@pytest.fixture
def copy(five: Built, tmp_path: Path) -> Path:
    """A timeline just built, to be changed by the test."""
    return Path(shutil.copytree(five.root, tmp_path / "copy"))


# ---------------------------------------------------------------- usage


@pytest.mark.parametrize(
    "arguments",
    [["biuld"], ["build", "--rot", "x"], ["explain"], ["--root"], ["refresh"], ["check", "extra"]],
    ids=" ".join,
)
def test_wrong_usage_is_status_2_and_tells_the_usage(arguments: list[str]) -> None:
    run = command(*arguments)
    assert run.status == 2
    assert run.complained.startswith("usage: build.py")


def test_help_is_status_0_and_shows_examples() -> None:
    run = command("--help")
    assert run.status == 0
    assert "examples: build.py" in run.printed


def test_options_without_a_command_mean_build(five: Built, tmp_path: Path) -> None:
    root = copy_seeds(tmp_path)
    assert command("--root", root, "--quiet").status == 0
    assert made_by(root) == made_by(five.root)


# ---------------------------------------------------------------- build


def test_build_ends_with_one_line_of_figures(five: Built) -> None:
    line = five.run.printed.splitlines()[-1]
    merged = sum(len(event["sources"]) > 1 for event in five.events)
    figures = line.split(" · ")
    assert figures[:3] == ["5 articles", f"{len(five.events)} events", f"{merged} merged"]
    assert "0 problems" in figures


def test_one_of_a_kind_is_told_as_one(tmp_path: Path) -> None:
    root = copy_seeds(tmp_path)
    for seed in sorted((root / "seeds").glob("*.txt"))[1:]:
        seed.unlink()
    assert command("--root", root).printed.splitlines()[-1].startswith("1 article · ")


def test_quiet_prints_problems_only(copy: Path) -> None:
    run = command("build", "--root", copy, "--quiet")
    assert run.printed == ""
    assert "20023" in run.complained


def test_json_gives_the_figures_and_every_problem(five: Built, copy: Path) -> None:
    outcome = json.loads(command("build", "--root", copy, "--json").printed)
    assert (outcome["articles"], outcome["events"], outcome["problems"]) == (5, len(five.events), 0)
    assert [problem["warning"] for problem in outcome["found"]] == [True, True, True]


def test_out_writes_the_site_elsewhere_and_nothing_in_the_root(five: Built, copy: Path, tmp_path: Path) -> None:
    before = files_of(copy)
    command("build", "--root", copy, "--out", tmp_path / "elsewhere")
    assert files_of(copy) == before
    assert files_of(tmp_path / "elsewhere") == files_of(five.root / "site")


def test_base_url_stands_in_the_sitemap(copy: Path) -> None:
    command("build", "--root", copy, "--base-url", "https://example.org/t/")
    assert "<loc>https://example.org/t/" in (copy / "site/sitemap.xml").read_text(encoding="utf-8")


def test_a_template_of_the_timelines_own_replaces_the_projects(copy: Path) -> None:
    (copy / "templates").mkdir()
    (copy / "templates/404.html").write_text("Nothing here but {{ site_title }}", encoding="utf-8")
    command("build", "--root", copy)
    assert (copy / "site/404.html").read_text(encoding="utf-8").startswith("Nothing here but Arming Ukraine")


# ---------------------------------------------------------------- check


def test_check_of_a_fresh_build_is_status_0(five: Built) -> None:
    assert command("check", "--root", five.root).status == 0


@pytest.mark.parametrize("path", ["site/index.html", "site/timeline.json", "content/*we-news*.md"])
def test_check_names_what_is_not_current_and_writes_nothing(copy: Path, path: str) -> None:
    file = next(copy.glob(path))
    file.unlink()
    before = files_of(copy)
    run = command("check", "--root", copy)
    assert run.status == 1
    assert [line for line in run.complained.splitlines() if file.name in line and "run python build.py" in line]
    assert files_of(copy) == before


def test_check_finds_a_page_that_is_not_what_the_build_makes(copy: Path) -> None:
    (copy / "site/index.html").write_text("<p>mine</p>", encoding="utf-8")
    run = command("check", "--root", copy)
    assert run.status == 1
    assert "site/index.html is not what the build makes" in run.complained


# ---------------------------------------------------------------- review, explain, refresh


def test_review_lists_each_event_once_with_its_file_and_why(five: Built) -> None:
    rows = json.loads(command("review", "--root", five.root, "--json").printed)
    events = [row["event"] for row in rows if row["event"]]
    assert len(set(events)) == len(events) > 0
    assert all((five.root / row["file"]).is_file() and row["why"] and row["todo"] for row in rows)


def test_explain_finds_an_article_by_seed_content_file_and_slug(five: Built) -> None:
    slug = five.article("004")["id"]
    names = (f"seeds/{SEED_004}", SEED_004, f"content/{slug}.md", slug)
    assert len({command("explain", name, "--root", five.root).printed for name in names}) == 1


@pytest.mark.parametrize(
    "line",
    ["NATO Musters More Arms", "day: 2023-02-14 (inferred: ", "“Feb. 14–15” DATE", "“a day prior” DATE 2023-02-13"],
)
def test_explain_shows_the_article_its_day_and_each_expression(five: Built, line: str) -> None:
    assert line in command("explain", SEED_004, "--root", five.root).printed


def test_explain_shows_the_events_it_made(five: Built) -> None:
    printed = command("explain", SEED_004, "--root", five.root).printed
    ids = {
        event["id"] for event in five.events if {s["article"] for s in event["sources"]} == {five.article("004")["id"]}
    }
    assert ids
    assert ids <= set(re.findall(r"^(e-[0-9a-f]{8}) ", printed, re.MULTILINE))


@pytest.mark.parametrize("name", ["explain", "refresh"])
def test_an_unknown_article_is_status_2_and_one_line_says_what_to_name(five: Built, name: str) -> None:
    run = command(name, "no-such-article", "--root", five.root)
    assert run.status == 2
    assert "name a" in next(line for line in run.complained.splitlines() if "no-such-article" in line)


def test_refresh_brings_in_a_changed_seed_and_keeps_the_edit(five: Built, copy: Path) -> None:
    path = copy / "content" / five.content("001").name
    path.write_text(path.read_text(encoding="utf-8").replace("outlet: WE News English", "outlet: WE News"), "utf-8")
    seed = copy / five.article("001")["seed"]
    seed.write_text(seed.read_text(encoding="utf-8").replace("fierce, fierce fighting", "hard fighting"), "utf-8")
    run = command("refresh", path.stem, "--root", copy)
    text = path.read_text(encoding="utf-8")
    assert run.status == 0
    assert "outlet: WE News\n" in text
    assert "hard fighting" in text
    assert all(line.startswith(f"content/{path.name}: ") for line in run.printed.splitlines())


# ---------------------------------------------------------------- timex


def test_timex_tags_json_lines_in_their_order() -> None:
    lines = ['{"doc": "a", "dct": "2023-06-14", "text": "They meet on Thursday."}', '{"doc": "b", "text": "No date."}']
    run = command("timex", stdin="\n".join(lines))
    tagged = [json.loads(line) for line in run.printed.splitlines()]
    assert run.status == 0
    assert tagged == [
        {"doc": "a", "timexes": [{"start": 13, "end": 21, "type": "DATE", "value": "2023-06-15"}]},
        {"doc": "b", "timexes": []},
    ]


@pytest.mark.parametrize(
    "line", ["not json", "[" * 50_000, "[]", '{"doc": 1}', '{"doc": "a", "dct": "soon", "text": "x"}']
)
def test_timex_names_a_line_it_cannot_use(line: str) -> None:
    run = command("timex", stdin=f'{{"doc": "a", "text": "x"}}\n{line}\n')
    assert run.status == 1
    assert re.match(r"build\.py timex: line 2\b", run.complained)


def test_timex_tags_the_lines_around_a_bad_one_and_names_each_bad_one() -> None:
    run = command("timex", stdin='x\n{"doc": "a", "text": "in 2008"}\n\n[]\n{"doc": "b", "text": "in 2009"}\n')
    assert [json.loads(line)["doc"] for line in run.printed.splitlines()] == ["a", "b"]
    assert re.findall(r"^build\.py timex: (line \d+): .+; write ", run.complained, re.MULTILINE) == ["line 1", "line 4"]


@pytest.mark.parametrize("form", ["json", "tml"])
def test_many_processes_print_what_one_prints(form: str) -> None:
    lines = [json.dumps({"doc": str(n), "text": f"by {1900 + n}"}) if n % 50 else "?" for n in range(120)]
    runs = [command("timex", "--format", form, "--jobs", jobs, stdin="\n".join(lines)) for jobs in "13"]
    assert runs[0].printed.count("2019") == (1 if form == "json" else 2)
    assert runs[0] == runs[1]


def test_timeml_documents_follow_one_another() -> None:
    run = command("timex", "--format", "tml", stdin='{"doc": "a", "text": "in 2008"}\n{"doc": "b", "text": "in 2009"}')
    _, *documents = run.printed.split('<?xml version="1.0" encoding="UTF-8"?>')
    assert [ElementTree.fromstring(document).findtext("TEXT/TIMEX3") for document in documents] == ["2008", "2009"]


@pytest.mark.parametrize("jobs", ["0", "-1", "many", "99999", "²"])
def test_a_wrong_number_of_processes_is_wrong_usage(jobs: str) -> None:
    run = command("timex", f"--jobs={jobs}")
    assert run.status == 2
    assert "give 1 or more" in run.complained
