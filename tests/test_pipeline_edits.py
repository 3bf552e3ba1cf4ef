"""A person's word wins, for good: whatever is changed in a content file survives every build, and shows."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from builds import Built, build, copy_seeds, made_by

from generator import pipeline
from generator.articles.seeds import list_seeds
from generator.content.folder import write_records
from generator.content.plans import draw_up
from generator.model import Record
from generator.place import Place
from generator.problems import Problems
from generator.tasks import make_record

# what is edited → in the content file of 001: the pattern found, and what is written instead
EDITS = {
    "the headline": (r"^title: .*", "title: Arms for the offensive"),
    "the outlet": (r"^outlet: .*", "outlet: WE News"),
    "the byline": (r"^byline: .*", "byline: A. Reporter"),
    "the address": (r"^url: .*", "url: https://example.org/moved"),
    "the publication day": (r"^published: .*", "published: 2023-06-13"),
    "what gives the day": (r"^published_basis: .*", "published_basis: the printed paper"),
    "the language": (r"^language: .*", "language: en-GB"),
    "an article hidden": (r"^events:", "hide: true\nevents:"),
    "an article checked": (r"^events:", "checked: 2026-11-20 AB\nevents:"),
    "a date": (r"^    date: .*", "    date: 2023-06"),
    "a heading": (r"^    heading: .*", "    heading: Stoltenberg asks for more arms"),
    "a speaker": (r"^    speaker: .*", "    speaker: NATO's Secretary General"),
    "a status": (r"^    status: .*", "    status: claim"),
    "the basis of a date": (r"^    basis: .*", "    basis: {words: Wednesday, rule: weekday-today}"),
    "an event hidden": (r"^    status: (.*)", r"    status: \1\n    hide: true"),
    "an event checked": (r"^    status: (.*)", r"    status: \1\n    checked: 2026-11-20 AB"),
    "a correction": (
        r"^    status: (.*)",
        r"    status: \1\n    corrections:\n      - {when: 2026-11-20, what: 'date: was 2023-06-13', why: misread}",
    ),
    "an event added": (
        r"\n---\n",
        '\n  - date: 2023-06\n    heading: Added\n    quote: "Russia"\n    status: claim\n---\n',
    ),
    "a comment": (r"^events:", "# compared with the printed paper\nevents:"),
    "a blank at a line's end": (r"^outlet: (.*)", r"outlet: \1 "),
    "a word of the text": (r"Kyiv faces losses", "Kiev faces losses"),
}  # fmt: skip


@pytest.fixture(scope="module")
def records(five: Built) -> tuple[Record, ...]:
    """What a build makes of the seeds, before it looks for edits."""
    place = Place(five.root, five.root / "site", ())
    return tuple(map(make_record, pipeline.read_articles(place, list_seeds(five.root, Problems()), Problems())))


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS.keys())
def test_an_edit_of_any_kind_keeps_the_file_as_the_person_left_it(
    five: Built, records: tuple[Record, ...], tmp_path: Path, edit: tuple[str, str]
) -> None:
    shutil.copytree(five.root / "content", tmp_path / "content")
    path = tmp_path / "content" / five.content("001").name
    edited = re.sub(*edit, path.read_text(encoding="utf-8"), count=1, flags=re.MULTILINE)
    assert edited != path.read_text(encoding="utf-8"), "the edit found nothing to change"
    path.write_text(edited, encoding="utf-8")
    assert write_records(tmp_path, map(draw_up, records), Problems()).kept == (path.stem,)
    assert path.read_text(encoding="utf-8") == edited


@pytest.fixture(scope="module")
def edited(five: Built, tmp_path_factory: pytest.TempPathFactory) -> Built:
    """A timeline whose February article of The Hill a person worked on, built again."""
    root = copy_seeds(tmp_path_factory.mktemp("edited"))
    shutil.copytree(five.root / "content", root / "content")
    path = root / "content" / five.content("003").name
    text = path.read_text(encoding="utf-8")
    for number, (id_, lines) in enumerate(edits_of(five).items(), 1):
        text = re.sub(rf"(  - id: {id_}\n)", rf"\1{lines}", text)
        text = drop_second_of_each_key(text, id_)
        assert text.count("# mine") == number
    path.write_text(text, encoding="utf-8")
    return build(root)


def own_events(built: Built) -> dict[str, Any]:
    """The events that The Hill alone reports, by their ids."""
    slug = built.article("003")["id"]
    return {e["id"]: e for e in built.events if {s["article"] for s in e["sources"]} == {slug}}


def edits_of(five: Built) -> dict[str, str]:
    """Lines put at the head of three events that no other article reports."""
    citizens, killed, mark = (
        next(id_ for id_, event in own_events(five).items() if words in event["heading"])
        for words in ("citizens in Russia", "1,000 Russian soldiers", "one-year mark")
    )
    return {
        citizens: "    date: 2023-02  # mine\n    heading: Citizens are told to leave\n    speaker: Washington\n",
        killed: "    hide: true  # mine\n",
        mark: "    status: claim  # mine\n    checked: 2026-11-20 AB\n",
    }


def drop_second_of_each_key(text: str, id_: str) -> str:
    """The text where the event's own lines of a key that now stands above are gone."""
    before, entry = text.split(f"  - id: {id_}\n")
    lines: list[str] = []
    seen: set[str] = set()
    rest = entry.split("\n")
    while rest and rest[0].startswith("    "):
        line = rest.pop(0)
        key = line.split(":")[0]
        if key not in seen:
            lines.append(line)
        seen.add(key)
    return f"{before}  - id: {id_}\n" + "\n".join([*lines, *rest])


def edited_event(five: Built, edited: Built, words: str) -> Any:
    id_ = next(id_ for id_, event in own_events(five).items() if words in event["heading"])
    return next((event for event in edited.events if event["id"] == id_), None)


def test_the_build_tells_which_file_was_edited_by_hand_in_one_line(edited: Built) -> None:
    told = [line for line in edited.run.printed.splitlines() if "edited by hand" in line]
    assert [line.split(":")[0] for line in told] == [f"content/{edited.content('003').name}"]
    assert edited.run.status == 0


def test_an_edited_date_heading_and_speaker_are_what_the_timeline_shows(five: Built, edited: Built) -> None:
    event = edited_event(five, edited, "citizens in Russia")
    shown = [event[key] for key in ("date", "heading", "speaker")]
    assert shown == ["2023-02", "Citizens are told to leave", "Washington"]


def test_an_edited_status_and_who_checked_it_are_what_the_timeline_shows(five: Built, edited: Built) -> None:
    event = edited_event(five, edited, "one-year mark")
    assert (event["status"], event["checked"]) == ("claim", "2026-11-20 AB")


def test_a_hidden_event_is_shown_nowhere_on_the_site(five: Built, edited: Built) -> None:
    words = "1,000 Russian soldiers"
    assert edited_event(five, edited, words) is None
    site = {path: page for path, page in made_by(edited.root).items() if path.startswith("site/")}
    assert [path for path, page in site.items() if words.encode() in page] == []


def test_a_later_build_of_an_edited_folder_changes_nothing(edited: Built) -> None:
    before = made_by(edited.root)
    build(edited.root)
    assert made_by(edited.root) == before


def test_a_seed_that_vanished_leaves_its_content_file_alone(five: Built, tmp_path: Path) -> None:
    root = copy_seeds(tmp_path)
    shutil.copytree(five.root / "content", root / "content")
    (root / five.article("002")["seed"]).unlink()
    sources = root / "seeds/sources.yaml"
    row = r"^002_.*\n(?:  .*\n)+"
    sources.write_text(re.sub(row, "", sources.read_text(encoding="utf-8"), flags=re.MULTILINE), encoding="utf-8")
    built = build(root)
    assert built.content("002").read_bytes() == five.content("002").read_bytes()
    assert built.timeline == five.timeline
