"""Twenty-five kinds of hand edits, each in an article of its own, through ten builds and a refresh.

Between the builds the seeds change, get new names and go, sources.yaml says otherwise, and another version of the
program reads them.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from builds import Run, command

from generator import pipeline
from generator.articles.seeds import list_seeds
from generator.content.folder import write_records
from generator.content.plans import draw_up
from generator.desk.session import make_place
from generator.model import Record
from generator.problems import Problems
from generator.tasks import make_record

ARTICLE = """\
Bridge {n} closes on Monday

By Anna Lee

March 5, 2024

The bridge number {n} will close on Monday, the city said on Tuesday.

“Bridge {n} is not safe any more,” Mayor Jane Hill said on Wednesday.

Work on river wall {n} began in May 2023.
"""
# what is edited → the pattern found, what stands there instead, and what must still stand there after a refresh
EDITS = {
    "the headline": (r"title: .*", "title: A headline of mine", "title: A headline of mine\n"),
    "the outlet": (r"outlet: .*", "outlet: Harbour Post", "outlet: Harbour Post\n"),
    "the byline": (r"byline: .*", "byline: null", "byline: null\n"),
    "the address": (r"url: .*", "url: https://example.org/mine", "url: https://example.org/mine\n"),
    "the archive": (r"url: .*", "url: null\narchived_url: https://example.org/old", "archived_url: https://example.org/old\n"),
    "the publication day": (r"published: .*", "published: 2024-03-04", "published: 2024-03-04\n"),
    "what gives the day": (r"published_basis: .*", "published_basis: the paper", "published_basis: the paper\n"),
    "the language": (r"language: .*", "language: en-GB", "language: en-GB\n"),
    "an article hidden": (r"events:", "hide: true\nevents:", "hide: true\n"),
    "an article checked": (r"events:", "checked: 2026-11-20 AB\nevents:", "checked: 2026-11-20 AB\n"),
    "an article corrected": (
        r"events:",
        "corrections: [{when: 2026-11-20, what: outlet, why: wrong}]\nevents:",
        "corrections: [{when: 2026-11-20, what: outlet, why: wrong}]\n",
    ),
    "a date": (r"    date: .*", "    date: 2024-04", "    date: 2024-04\n"),
    "a date taken away": (r"    date: .*", "    date: null", "    date: null\n"),
    "a heading": (r"    heading: .*", "    heading: My heading", "    heading: My heading\n"),
    "a speaker": (r"    speaker: .*", "    speaker: A spokesman", "    speaker: A spokesman\n"),
    "a status": (r"    status: .*", "    status: claim", "    status: claim\n"),
    "a basis": (r"    basis: .*", "    basis: {words: Monday, rule: mine}", "basis: {words: Monday, rule: mine}\n"),
    "an event hidden": (r"    status: ", "    hide: true\n    status: ", "    hide: true\n"),
    "an event checked": (r"    status: ", "    checked: 2026-11-20 AB\n    status: ", "    checked: 2026-11-20 AB\n"),
    "an event corrected": (
        r"    status: ",
        "    corrections: [{when: 2026-11-20, what: 'date: 1', why: wrong}]\n    status: ",
        "    corrections: [{when: 2026-11-20, what: 'date: 1', why: wrong}]\n",
    ),
    "an event kept apart": (r"    status: ", "    distinct_from: []\n    status: ", "    distinct_from: []\n"),
    "an event added": (
        r"\n(?=left_out:|---\n)",
        "\n  - {date: 2024-03, heading: Mine, quote: is not safe, status: claim}\n",
        "  - {date: 2024-03, heading: Mine, quote: is not safe, status: claim}\n",
    ),
    "an event deleted": (r"  - id: (?:.|\n)*?(?=  - id: )", "", ""),
    "a comment": (r"events:", "# seen in print\nevents:", "# seen in print\n"),
    "quotes around a value": (r"language: en", "language: 'en'", "language: 'en'\n"),
    "the order of the fields": (r"title: (.*)\noutlet: (.*)", r"outlet: \2\ntitle: \1", "outlet: null\ntitle: "),
    "a word of the text": (
        r"is not safe any more(,” (?:.|\n)*?)is not safe any more",
        r"is unsafe\1is unsafe",
        "“Bridge 26 is unsafe,” Mayor Jane Hill said",
    ),
}  # fmt: skip
KINDS = tuple(EDITS)
TEXT_STAYS = {"an article checked", "an article corrected", "a word of the text"}  # a person stands for it


def seed(root: Path, number: int) -> Path:
    return root / f"seeds/s{number:02}.txt"


def each_seed(root: Path, change: Callable[[str], str], encoding: str = "utf-8") -> None:
    for path in sorted((root / "seeds").glob("*.txt")):
        path.write_bytes(change(path.read_text(encoding="utf-8")).encode(encoding))


def rename(root: Path, old: str, new: str) -> None:
    for path in sorted((root / "seeds").glob(f"{old}*.txt")):
        path.rename(path.with_name(new + path.name.removeprefix(old)))


def write_all(root: Path) -> None:
    for number in range(len(KINDS)):
        seed(root, number).write_text(ARTICLE.format(n=number), encoding="utf-8")


def other_outlets(root: Path) -> None:
    rows = (f"s{number:02}.txt:\n  outlet: Another Post\n" for number in range(len(KINDS)))
    (root / "seeds/sources.yaml").write_text("".join(rows), encoding="utf-8")


def remove(root: Path, pattern: str) -> None:
    for path in (root / "seeds").glob(pattern):
        path.unlink()


def read_otherwise(record: Record) -> Record:
    """What another version of the program makes of an article."""
    events = tuple(event._replace(heading=f"{event.heading}!", date="2001", review="new") for event in record.events)
    return record._replace(title="Otherwise", byline="Nobody", language="fr", events=events[1:])


def build_otherwise(root: Path) -> None:
    articles = pipeline.read_articles(make_place(root), list_seeds(root, Problems()), Problems())
    write_records(root, (draw_up(read_otherwise(make_record(each))) for each in articles), Problems())


# before each build: what happened since the one before
SINCE: dict[str, Callable[[Path], object]] = {
    "nothing happened": lambda root: None,
    "every seed got another sentence": lambda root: each_seed(root, lambda text: text + "\nIt opened in 1931.\n"),
    "every seed got another headline": lambda root: each_seed(root, lambda text: text.replace("closes", "shuts", 1)),
    "every seed got another name": lambda root: rename(root, "s", "renamed-"),
    "every seed got its name back": lambda root: rename(root, "renamed-", "s"),
    "sources.yaml says otherwise": other_outlets,
    "some seeds went": lambda root: remove(root, "s0*.txt"),
    "all seeds went": lambda root: remove(root, "*"),
    "all seeds are back": write_all,
    "another version of the program read them": build_otherwise,
}


@pytest.fixture(scope="module")
def history(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, list[str]]]:
    """The folder, and for each kind of edit its file's text: edited first, then after each build."""
    root = tmp_path_factory.mktemp("edits")
    (root / "seeds").mkdir()
    write_all(root)
    command("build", "--root", root)
    files = {kind: next((root / "content").glob(f"*-bridge-{n}-closes-*.md")) for n, kind in enumerate(KINDS)}
    for kind, path in files.items():
        text = path.read_text(encoding="utf-8")
        edited = re.sub(*EDITS[kind][:2], text, count=1)
        assert edited != text, f"{kind}: the edit found nothing to change"
        path.write_text(edited, encoding="utf-8")
    told = {kind: [path.read_text(encoding="utf-8")] for kind, path in files.items()}
    for happened in SINCE.values():
        happened(root)
        command("build", "--root", root)
        for kind, path in files.items():
            told[kind].append(path.read_text(encoding="utf-8"))
    return root, told


def test_there_are_twenty_five_kinds_and_ten_builds() -> None:
    assert (len(EDITS) >= 25, len(SINCE)) == (True, 10)


@pytest.mark.parametrize("kind", KINDS)
def test_no_build_changes_a_letter_of_an_edited_file(history: tuple[Path, dict[str, list[str]]], kind: str) -> None:
    edited, *after = history[1][kind]
    assert dict(zip(SINCE, after, strict=True)) == dict.fromkeys(SINCE, edited)


@pytest.fixture(scope="module")
def refreshed(history: tuple[Path, dict[str, list[str]]]) -> dict[str, tuple[Run, str]]:
    """For each kind of edit what a refresh said, and the file after it; the seeds have new words by then."""
    root, _ = history
    each_seed(root, lambda text: text.replace("river wall", "sea wall") + "\nA new bridge will open in 2026.\n")
    found = {}
    for number, kind in enumerate(KINDS):
        path = next((root / "content").glob(f"*-bridge-{number}-closes-*.md"))
        found[kind] = command("refresh", path.stem, "--root", root), path.read_text(encoding="utf-8")
    return found


@pytest.mark.parametrize("kind", KINDS)
def test_a_refresh_keeps_the_edit_and_brings_in_the_new_words(refreshed: dict[str, tuple[Run, str]], kind: str) -> None:
    run, text = refreshed[kind]
    assert run.status == 0
    assert EDITS[kind][2] in text
    assert ("sea wall" in text) == (kind not in TEXT_STAYS)


def test_a_refresh_leaves_a_deleted_event_deleted(refreshed: dict[str, tuple[Run, str]]) -> None:
    run, text = refreshed["an event deleted"]
    assert "stays deleted" in run.printed
    assert len(re.findall(r"^  - id: ", text, re.MULTILINE)) == len(
        re.findall(r"^  - id: ", refreshed["a comment"][1], re.MULTILINE)
    ) - 1  # fmt: skip


def test_a_refresh_names_the_events_whose_words_an_edited_text_lacks(refreshed: dict[str, tuple[Run, str]]) -> None:
    run, _ = refreshed["a word of the text"]
    assert "your text is kept" in run.printed
    assert re.search(r'^content/\S+: e-[0-9a-f]{8}: left out, for your text lacks "', run.printed, re.MULTILINE)


def test_after_the_refresh_a_build_finds_no_mistake(
    history: tuple[Path, dict[str, list[str]]], refreshed: dict[str, tuple[Run, str]]
) -> None:
    assert refreshed
    assert command("build", "--root", history[0]).status == 0
