"""`correct` writes a new value and what readers are told; `check` and `review` notice a change that nobody told."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from builds import Built, Run, command, converse

from generator.content import frontmatter
from generator.content.correcting import Amendment, amend
from generator.content.reading import RawFile, parse_outline
from generator.desk.correcting import today
from generator.model import Correction, EventMention

ON = ("--on", "2026-11-22")


@pytest.fixture
def copy(five: Built, tmp_path: Path) -> Path:
    """A timeline just built, in no repository."""
    return Path(shutil.copytree(five.root, tmp_path / "copy"))


@pytest.fixture
def event(five: Built) -> Any:
    """An event that one article alone reports."""
    slug = five.article("003")["id"]
    return next(e for e in five.events if [s["article"] for s in e["sources"]] == [slug])


def content(five: Built, copy: Path) -> Path:
    return copy / "content" / five.content("003").name


def correct(copy: Path, event: Any, *arguments: str) -> Run:
    return command("correct", event["id"], *arguments, *ON, "--root", copy)


def replace_in(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def entry(path: Path, event: Any) -> str:
    """The event's lines in its file."""
    found = re.search(rf"  - id: {event['id']}\n(?:    .*\n)+", path.read_text(encoding="utf-8"))
    assert found
    return found[0]


# ---------------------------------------------------------------- the file


HEAD = "---\n# mine\ntitle: T\noutlet: null\npublished: null\nevents:\n"
ENTRY = (
    "  - id: e-1\n    date: 2021-03-23 # seen\n    heading: Fleet\n    quote: The fleet left.\n    status: happened\n"
)
LAYOUTS = {
    "lines": ENTRY,
    "a basis and a doubt": f"{ENTRY}    basis: {{words: Tuesday, rule: weekday}}\n    review: unsure\n",
    "a basis in lines": f"{ENTRY}    basis:\n      words: Tuesday # so\n      rule: weekday\n",
    "corrections in brackets": f"{ENTRY}    corrections: [{{when: 2026, what: heading, why: w}}] # one\n",
    "corrections in lines": f"{ENTRY}    corrections:\n    - when: 2026\n      what: heading\n      why: w # one\n",
    "no corrections yet": f"{ENTRY}    corrections: null\n",
    "an entry in brackets": "  - {id: e-1, date: 2021-03-23, heading: F, quote: The fleet left., status: happened}\n",
    "brackets and no id": "  - {date: 2021-03-23, heading: F, quote: The fleet left., status: happened}\n",
    "no id": ENTRY.replace("- id: e-1\n    date", "- date"),
}  # fmt: skip


@pytest.mark.parametrize("after", ["", "  - {date: null, heading: H, quote: Nobody was hurt., status: claim}\n"])
@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS.keys())
def test_a_correction_fits_every_layout_and_leaves_all_else(layout: str, after: str) -> None:
    text = f"{HEAD}{layout}{after}---\n\nThe fleet left. Nobody was hurt.\n"
    before = read(text)
    told = Correction("2026-11-22", "date: 2021-03-23 → 2021-03-24", "a typo: #1")
    changed = amend(
        frontmatter.parse(text, "a.md"), Amendment(before[0], {"date": "2021-03-24"}, (told,), "2026-11-22 AB")
    )
    assert changed
    event, *others = read(changed)
    assert (event.id, event.date, event.checked) == (before[0].id, "2021-03-24", "2026-11-22 AB")
    assert (event.corrections, others) == ((*before[0].corrections, told), list(before[1:]))
    assert [mark in changed for mark in ("# mine", "# seen", "# one")] == [
        mark in text for mark in ("# mine", "# seen", "# one")
    ]


def read(text: str) -> tuple[EventMention, ...]:
    found, problems = parse_outline(RawFile("a.md", text.encode()))
    assert found
    assert problems == ()
    return found.record.events


# ---------------------------------------------------------------- the command


def test_a_new_date_is_written_checked_and_told(five: Built, copy: Path, event: Any) -> None:
    path = content(five, copy)
    replace_in(path, "events:\n", "# my note\nevents:\n")
    run = correct(copy, event, "--date", "2023-02", "--why", "the day was guessed", "--by", "AB")
    written = entry(path, event)
    assert (run.status, run.complained) == (0, "")
    assert "date: 2023-02\n" in written
    assert "rule: editor" in written
    assert 'checked: "2026-11-22 AB"\n' in written
    assert (
        f'- when: 2026-11-22\n        what: "date: {event["date"]} → 2023-02"\n        why: the day was guessed\n'
        in written
    )
    assert "# my note" in path.read_text(encoding="utf-8")
    assert re.match(rf"content/{path.name}:\d+: date: {event['date']} → 2023-02\n", run.printed)


def test_readers_are_told_everywhere(copy: Path, event: Any) -> None:
    correct(copy, event, "--date", "2023-02", "--why", "the day was guessed")
    assert command("build", "--root", copy).status == 0
    for page in (event["page"], "corrections.html", "feed.xml"):
        assert "the day was guessed" in (copy / "site" / page).read_text(encoding="utf-8")


def test_the_address_of_the_events_page_names_it_too(copy: Path, event: Any) -> None:
    address = f"https://example.org/timeline/{event['page']}#top"
    run = command("correct", address, "--heading", "Another", "--why", "shorter", *ON, "--root", copy, "--json")
    told = json.loads(run.printed)
    assert (told["event"], told["corrections"][0]["what"]) == (
        event["id"],
        f"heading: {event['heading'][:59]}… → Another",
    ) or (told["corrections"][0]["what"] == f"heading: {event['heading']} → Another")


WRONG = {
    "no reason": (["--date", "2023-02"], "give --why"),
    "nothing to correct": (["--why", "x"], "give --date, --heading, --status, --quote, and --why"),
    "no date": (["--date", "February", "--why", "x"], 'date "February" is not EDTF'),
    "an empty heading": (["--heading", " ", "--why", "x"], "heading is empty"),
    "words nobody said": (["--quote", "We surrender to nobody", "--why", "x"], "quote is not in the article’s text"),
    "no day": (["--date", "2023-02", "--why", "x", "--on", "tomorrow"], "tomorrow is no day"),
}


@pytest.mark.parametrize(("arguments", "told"), WRONG.values(), ids=WRONG.keys())
def test_what_cannot_be_corrected_is_one_line_and_changes_nothing(
    five: Built, copy: Path, event: Any, arguments: list[str], told: str
) -> None:
    before = content(five, copy).read_bytes()
    run = command("correct", event["id"], "--root", copy, *arguments)
    assert (run.status, run.complained.count("\n"), told in run.complained.replace("'", "’")) == (2, 1, True)
    assert content(five, copy).read_bytes() == before


def test_the_value_that_stands_there_is_no_correction(copy: Path, event: Any) -> None:
    assert "already" in correct(copy, event, "--date", str(event["date"]), "--why", "x").complained


def test_an_id_that_nobody_has_leads_to_the_closest(copy: Path, event: Any) -> None:
    run = command("correct", event["id"][:-1], "--date", "2023", "--why", "x", "--root", copy)
    assert (run.status, f"did you mean {event['id']}?" in run.complained) == (2, True)


def test_a_layout_that_cannot_be_patched_is_one_line(five: Built, copy: Path, event: Any) -> None:
    path = content(five, copy)
    path.write_text(re.sub(r"^(\w+): (.*)$", r" \1: \2", path.read_text("utf-8"), count=1, flags=re.M), "utf-8")
    run = correct(copy, event, "--date", "2023-02", "--why", "x")
    assert run.status == 2
    assert run.complained.count("\n") == 1


@pytest.mark.parametrize(
    ("environment", "day"), [({"SOURCE_DATE_EPOCH": "86400"}, "1970-01-02"), ({}, r"20\d\d-\d\d-\d\d")]
)
def test_a_correction_is_of_today_unless_the_environment_says_otherwise(environment: dict[str, str], day: str) -> None:
    assert re.fullmatch(day, today(environment))


# ---------------------------------------------------------------- what is owed


def test_a_hand_edit_is_noticed_until_it_is_told(five: Built, copy: Path, event: Any) -> None:
    replace_in(content(five, copy), f"heading: {event['heading']}\n", "heading: Mine\n")
    command("build", "--root", copy)
    check = command("check", "--root", copy)
    assert (check.status, f"correct {event['id']} --why WHY --root" in check.complained) == (0, True)
    assert json.loads(command("review", "--root", copy, "--json").printed)[0]["kind"] == "changed by hand"
    assert correct(copy, event, "--why", "too long").status == 0
    command("build", "--root", copy)
    assert event["id"] not in command("check", "--root", copy).complained


def test_a_hand_edit_that_somebody_checked_before_it_was_seen_is_no_debt(five: Built, copy: Path, event: Any) -> None:
    replace_in(content(five, copy), f"heading: {event['heading']}\n", "heading: Mine\n    checked: 2026-11-20 AB\n")
    command("build", "--root", copy)
    assert event["id"] not in command("check", "--root", copy).complained


def test_a_new_reading_of_an_unedited_file_is_no_hand_edit(copy: Path) -> None:
    seed = next((copy / "seeds").glob("003*"))
    seed.write_text(seed.read_text(encoding="utf-8").replace("Tuesday", "Monday"), encoding="utf-8")
    assert "by hand" not in command("check", "--root", copy).complained


@pytest.fixture
def committed(copy: Path) -> Path:
    """The timeline in a repository, its site committed."""
    git = ["git", "-C", str(copy), "-c", "user.name=A", "-c", "user.email=a@example.org"]
    for arguments in (["init", "-q"], ["add", "-A"], ["commit", "-qm", "published"]):
        subprocess.run([*git, *arguments], check=True, capture_output=True)
    return copy


needs_git = pytest.mark.skipif(not shutil.which("git"), reason="no git on this machine")


@needs_git
def test_what_was_committed_and_changed_by_hand_since_is_an_error(five: Built, committed: Path, event: Any) -> None:
    edit = f"heading: {event['heading']}\n", "heading: Mine\n    checked: 2026-11-20 AB\n"
    replace_in(content(five, committed), *edit)
    command("build", "--root", committed)
    run = command("check", "--root", committed)
    assert run.status == 1
    assert f"no correction tells that {event['id']} was published with another heading" in run.complained
    assert json.loads(command("review", "--root", committed, "--json").printed)[0]["kind"] == "correction owed"
    correct(committed, event, "--why", "too long")
    command("build", "--root", committed)
    assert command("check", "--root", committed).status == 0


@needs_git
def test_what_was_committed_and_is_read_otherwise_now_is_a_warning(committed: Path) -> None:
    seed = next((committed / "seeds").glob("003*"))
    seed.write_text(seed.read_text(encoding="utf-8").replace("Tuesday", "Monday"), encoding="utf-8")
    command("build", "--root", committed)
    run = command("check", "--root", committed)
    assert (run.status, "warning: no correction tells that" in run.complained) == (0, True)


@needs_git
def test_what_was_never_committed_is_owed_to_nobody(five: Built, copy: Path, event: Any) -> None:
    subprocess.run(["git", "-C", str(copy), "init", "-q"], check=True, capture_output=True)
    replace_in(content(five, copy), f"heading: {event['heading']}\n", "heading: Mine\n    checked: 2026-11-20 AB\n")
    assert "no correction tells" not in command("check", "--root", copy).complained


# ---------------------------------------------------------------- on a terminal


def test_on_a_terminal_it_shows_the_event_and_asks_for_what_is_missing(five: Built, copy: Path, event: Any) -> None:
    answers = ("soon", "2023-02", "", "", "", "the day was guessed")
    status, shown = converse("correct", event["id"], *ON, "--root", copy, answers=answers)
    assert status == 0
    assert "heading  " in shown
    assert 'date "soon" is not EDTF' in shown
    assert "why: the day was guessed" in entry(content(five, copy), event)


def test_on_a_terminal_add_asks_for_what_the_article_does_not_tell(tmp_path: Path) -> None:
    command("new", tmp_path / "t")
    (tmp_path / "a.txt").write_text(
        "Bridge closes\n\nThe bridge will close on Monday, the city said on Tuesday.\n", "utf-8"
    )
    answers = ("The Harbour Post", "yesterday", "2024-03-05", "")
    status, shown = converse("add", tmp_path / "a.txt", "--root", tmp_path / "t", answers=answers)
    assert status == 0
    assert 'published "yesterday" is no date' in shown
    sources = (tmp_path / "t/seeds/sources.yaml").read_text(encoding="utf-8")
    assert "outlet: The Harbour Post" in sources
    assert "url" not in sources
