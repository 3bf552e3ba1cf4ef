import os
import shutil
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from content_samples import BODY, LEFT, SHA, a_record, an_event
from hypothesis import given
from hypothesis import strategies as st

from generator.content.edits import format_record, is_pristine
from generator.content.folder import Written, plan_records, write_records
from generator.content.frontmatter import normalise
from generator.content.plans import draw_up
from generator.content.reading import parse_outline, read_records
from generator.content.slugs import make_slug, make_unique, name_key
from generator.model import Correction, Record
from generator.problems import Problems
from generator.saving import LARGEST, replace_file

SLUG = "2021-03-26-the-harbour-fleet-leaves-a-farewell"


def build(root: Path, *fresh: Record) -> tuple[Any, list[str]]:
    """What a build wrote, and its problems."""
    problems = Problems()
    return write_records(root, map(draw_up, fresh or (a_record(),)), problems), [str(problem) for problem in problems]


def read(root: Path) -> tuple[tuple[Record, ...], list[str]]:
    problems = Problems()
    return read_records(root, problems), [str(problem) for problem in problems]


def the_file(root: Path) -> Path:
    return root / "content" / f"{SLUG}.md"


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def edit(root: Path, old: str, new: str) -> bytes:
    """The bytes of the file after a person's edit."""
    text = the_file(root).read_text(encoding="utf-8")
    assert old in text
    the_file(root).write_text(text.replace(old, new, 1), encoding="utf-8")
    return the_file(root).read_bytes()


def test_a_record_comes_back_as_it_was_written(tmp_path: Path) -> None:
    written, problems = build(tmp_path)
    records, more = read(tmp_path)
    assert (written.written, written.unchanged, written.kept, problems, more) == ((SLUG,), (), (), [], [])
    assert records == (a_record(slug=SLUG, generated=records[0].generated),)


def test_a_second_build_touches_nothing(tmp_path: Path) -> None:
    build(tmp_path)
    before = the_file(tmp_path).stat().st_mtime_ns
    written, _ = build(tmp_path)
    assert (written.written, written.unchanged) == ((), (SLUG,))
    assert the_file(tmp_path).stat().st_mtime_ns == before
    assert names(tmp_path / "content") == [f"{SLUG}.md"]


def test_an_untouched_file_follows_its_seed(tmp_path: Path) -> None:
    build(tmp_path)
    written, _ = build(tmp_path, a_record(title="Fleet gone", events=(LEFT,)))
    assert written.written == (SLUG,)
    assert read(tmp_path)[0][0].events == (LEFT,)


EDITS = [
    ("title: ", "title: My "),
    ("byline: null", "byline: A. Writer"),
    ("url: https://example.org/fleet", "url: null"),
    ("published: 2021-03-26", "published: 2021-03-27"),
    ("language: en", "language: en-GB"),
    ("language: en", "language: en\nhide: true"),
    ("language: en", "language: en\nchecked: 2026-11-20 AB"),
    ("    date: 2021-03-23", "    date: 2021-03"),
    ("heading: Fleet leaves", "heading: The fleet leaves"),
    ("    status: happened", "    status: claim\n    speaker: a witness"),
    ("    status: happened", "    status: happened\n    hide: true"),
    ("    status: happened", "    status: happened\n    same_as: e-00000002"),
    ("    status: happened", "    status: happened\n    distinct_from: [e-00000002]"),
    ("    status: happened", "    status: happened\n    checked: 2026-11-20 AB"),
    ("    review: a month without a year\n", ""),
    ("from: 2021-03-26", "from: 2021-03-25"),
    ("quote: The fleet left Harwich on Tuesday.", "quote: The fleet left Harwich"),
    ("events:\n", "events:\n  - {date: null, heading: Unhurt, quote: Nobody was hurt., status: happened}\n"),
    ("events:\n", "# asked the port, they agree\nevents:\n"),
    ("language: en", "language:   en"),
    (f"seed_sha256: {SHA}\n", ""),
    ("Nobody was hurt.", "No one was hurt."),
    ("title: ", "<<<<<<< HEAD\ntitle: "),
    ("title: ", "titel: "),
    ("---\n\nThe fleet", "The fleet"),
]


@pytest.mark.parametrize(("old", "new"), EDITS)
def test_whatever_a_person_changes_survives_every_build(tmp_path: Path, old: Any, new: Any) -> None:
    build(tmp_path)
    edited = edit(tmp_path, old, new)
    for fresh in (a_record(), a_record(title="Fleet gone", events=(LEFT,), body=BODY + "\n\nMore.")):
        assert build(tmp_path, fresh)[0].kept == (SLUG,)
        assert the_file(tmp_path).read_bytes() == edited


def test_removing_the_digest_makes_the_file_a_persons_own(tmp_path: Path) -> None:
    build(tmp_path)
    lines = the_file(tmp_path).read_text(encoding="utf-8").splitlines(keepends=True)
    the_file(tmp_path).write_text(
        "".join(line for line in lines if not line.startswith("generated:")), encoding="utf-8"
    )
    assert build(tmp_path, a_record(title="Fleet gone"))[0].kept == (SLUG,)


def test_the_kind_of_newline_is_no_edit(tmp_path: Path) -> None:
    build(tmp_path)
    the_file(tmp_path).write_bytes(the_file(tmp_path).read_bytes().replace(b"\n", b"\r\n"))
    assert build(tmp_path, a_record(title="Fleet gone"))[0].written == (SLUG,)


def test_a_deleted_file_is_written_anew_and_one_without_a_seed_is_left_alone(tmp_path: Path) -> None:
    build(tmp_path)
    kept = the_file(tmp_path).read_bytes()
    other = a_record(seed="seeds/other.txt", seed_sha256="0" * 64, title="Other", body="All new.", events=())
    assert build(tmp_path, other)[0].written == ("2021-03-26-the-harbour-other",)
    assert the_file(tmp_path).read_bytes() == kept
    the_file(tmp_path).unlink()
    assert build(tmp_path)[0].written == (SLUG,)
    assert the_file(tmp_path).read_bytes() == kept


def test_the_name_stays_when_headline_and_day_change_or_a_person_renames_the_file(tmp_path: Path) -> None:
    build(tmp_path)
    the_file(tmp_path).rename(tmp_path / "content" / "harwich.md")
    assert build(tmp_path, a_record(title="New", published="2021-03-27"))[0].written == ("harwich",)
    assert names(tmp_path / "content") == ["harwich.md"]


def test_seeds_whose_names_differ_by_composition_have_a_file_each(tmp_path: Path) -> None:
    fresh = [
        a_record(seed=f"seeds/{name}.txt", seed_sha256=sha * 64) for name, sha in (("\u00e9", "0"), ("e\u0301", "1"))
    ]
    assert len(build(tmp_path, *fresh)[0].written) == 2
    assert build(tmp_path, *fresh) == (Written((), (SLUG, f"{SLUG}-2"), ()), [])


def test_a_seed_that_a_file_system_composes_anew_keeps_its_file(tmp_path: Path) -> None:
    build(tmp_path, a_record(seed="seeds/e\u0301.txt"))
    build(tmp_path, a_record(seed="seeds/\u00e9.txt"))
    assert names(tmp_path / "content") == [f"{SLUG}.md"]


def test_two_copies_of_a_renamed_seed_have_a_file_each(tmp_path: Path) -> None:
    build(tmp_path)
    copies = [a_record(seed="seeds/copy-1.txt"), a_record(seed="seeds/copy-2.txt")]
    assert build(tmp_path, *copies) == (Written((SLUG, f"{SLUG}-2"), (), ()), [])


def test_a_renamed_seed_keeps_its_file(tmp_path: Path) -> None:
    build(tmp_path)
    assert build(tmp_path, a_record(seed="seeds/renamed.txt"))[0].written == (SLUG,)
    assert read(tmp_path)[0][0].seed == "seeds/renamed.txt"


def test_two_seeds_of_the_same_bytes_have_two_files(tmp_path: Path) -> None:
    written, _ = build(tmp_path, a_record(), a_record(seed="seeds/again.txt"))
    assert written.written == (SLUG, f"{SLUG}-2")
    assert build(tmp_path, a_record(seed="seeds/again.txt"), a_record())[0].unchanged == (SLUG, f"{SLUG}-2")


def test_a_hand_written_file_of_the_same_name_is_not_taken_over(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    the_file(tmp_path).write_text("---\ntitle: Mine\noutlet: null\npublished: null\n---\n\nText.\n", encoding="utf-8")
    assert build(tmp_path)[0].written == (f"{SLUG}-2",)
    assert "Mine" in the_file(tmp_path).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", [SLUG.upper() + ".md", SLUG + ".MD"])
def test_a_name_that_differs_in_case_alone_is_taken(tmp_path: Path, name: Any) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / name).write_text("---\ntitle: Mine\n---\n", encoding="utf-8")
    assert build(tmp_path)[0].written == (f"{SLUG}-2",)


BROKEN = [
    b"",
    b"half",
    b"---\ntitle: A\n",
    b"---\ntitle: 'A\n---\n",
    b"\xff\xfe-\x00-\x00",
    b"---\n\tseed: seeds/fleet.txt\n---\n",
]


@pytest.mark.parametrize("raw", BROKEN)
def test_a_file_that_cannot_be_read_is_one_problem_and_stays_as_it_is(tmp_path: Path, raw: Any) -> None:
    (tmp_path / "content").mkdir()
    the_file(tmp_path).write_bytes(raw)
    written, problems = build(tmp_path)
    assert (written.kept, written.written, len(problems)) == ((SLUG,), (), 1)
    assert the_file(tmp_path).read_bytes() == raw
    assert read(tmp_path) == ((), problems)


def test_a_broken_file_is_known_by_the_seed_it_names(tmp_path: Path) -> None:
    build(tmp_path)
    the_file(tmp_path).rename(tmp_path / "content" / "harwich.md")
    broken = tmp_path / "content" / "harwich.md"
    broken.write_bytes(broken.read_bytes().replace(b"title: ", b"title: '"))
    assert build(tmp_path)[0].kept == ("harwich",)
    assert names(tmp_path / "content") == ["harwich.md"]


def test_a_file_with_a_second_fence_on_top_is_known_by_the_seed_it_names(tmp_path: Path) -> None:
    build(tmp_path)
    edit(tmp_path, "---\n", "---\n---\n")
    assert build(tmp_path)[0].kept == (SLUG,)
    assert names(tmp_path / "content") == [f"{SLUG}.md"]


def test_what_is_no_regular_file_is_a_problem_and_never_waited_for(tmp_path: Path) -> None:
    (tmp_path / "content" / "folder.md").mkdir(parents=True)
    os.mkfifo(tmp_path / "content" / "pipe.md")
    (tmp_path / "content" / "nowhere.md").symlink_to("gone")
    records, problems = read(tmp_path)
    assert (records, len(problems)) == ((), 3)


@pytest.mark.parametrize("name", ["harwich.markdown", "harwich.txt", "harwich.md.bak", "2021/harwich.md"])
def test_a_file_that_is_not_read_is_warned_of(tmp_path: Path, name: str) -> None:
    build(tmp_path)
    other = tmp_path / "content" / name
    other.parent.mkdir(exist_ok=True)
    the_file(tmp_path).rename(other)
    (problem,) = build(tmp_path)[1]
    assert problem.startswith(f"content/{name.partition('/')[0]}: warning: is not read; ")


@pytest.mark.parametrize("name", [".harwich.md", "harwich.md~", "#harwich.md#", "harwich.md.swp", ".gitkeep"])
def test_what_is_hidden_or_left_by_an_editor_is_not(tmp_path: Path, name: str) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / name).write_text("no content file", encoding="utf-8")
    assert read(tmp_path) == ((), [])


def test_a_file_that_is_no_article_by_its_size_is_one_problem(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    with (tmp_path / "content/a.md").open("wb") as file:
        file.truncate(LARGEST + 1)
    assert read(tmp_path) == ((), ["content/a.md: cannot be read (larger than 20 MB); make it a file that can be read"])


def test_a_link_is_a_persons_and_stays_a_link(tmp_path: Path) -> None:
    build(tmp_path)
    the_file(tmp_path).rename(tmp_path / "elsewhere.md")
    the_file(tmp_path).symlink_to(tmp_path / "elsewhere.md")
    assert build(tmp_path, a_record(title="Fleet gone"))[0].kept == (SLUG,)
    assert the_file(tmp_path).is_symlink()


def test_without_content_there_are_no_records_and_no_problems(tmp_path: Path) -> None:
    assert read(tmp_path) == ((), [])


def test_content_that_is_a_file_is_one_problem(tmp_path: Path) -> None:
    (tmp_path / "content").write_text("", encoding="utf-8")
    assert len(read(tmp_path)[1]) == 1
    assert len(build(tmp_path)[1]) >= 1


def test_a_plan_writes_nothing(tmp_path: Path) -> None:
    (plan,) = plan_records(tmp_path, [draw_up(a_record())], Problems())
    assert (plan.slug, plan.fate, plan.found) == (SLUG, "written", None)
    assert names(tmp_path) == []


@pytest.mark.parametrize("found", [None, b"other"])
def test_a_file_saved_in_the_meantime_is_not_replaced(tmp_path: Path, found: Any) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"a person's")
    assert not replace_file(path, b"new", found)
    assert (names(tmp_path), path.read_bytes()) == (["a.md"], b"a person's")


def test_a_replaced_file_keeps_its_permissions(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"old")
    path.chmod(0o640)
    assert replace_file(path, b"new", b"old")
    assert (path.read_bytes(), path.stat().st_mode & 0o777) == (b"new", 0o640)


def test_a_link_in_a_files_place_stays_and_its_target_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "target.md").write_bytes(b"old")
    (tmp_path / "a.md").symlink_to("target.md")
    assert replace_file(tmp_path / "a.md", b"new", b"old")
    assert ((tmp_path / "a.md").is_symlink(), (tmp_path / "target.md").read_bytes()) == (True, b"new")


def test_a_file_that_went_meanwhile_is_not_made_again(tmp_path: Path) -> None:
    assert not replace_file(tmp_path / "a.md", b"new", b"old")
    assert names(tmp_path) == []


def test_hidden_articles_are_read_too_and_sorted_by_slug(tmp_path: Path) -> None:
    build(tmp_path, a_record(), a_record(seed="seeds/a.txt", seed_sha256="0" * 64, title="A", events=()))
    edit(tmp_path, "language: en", "language: en\nhide: true")
    assert [(record.slug, record.hide) for record in read(tmp_path)[0]] == [
        ("2021-03-26-the-harbour-a", False),
        (SLUG, True),
    ]


def test_a_copied_file_is_one_problem_and_read_once(tmp_path: Path) -> None:
    build(tmp_path)
    shutil.copy(the_file(tmp_path), tmp_path / "content" / "zcopy.md")
    records, problems = read(tmp_path)
    assert [record.slug for record in records] == [SLUG]
    assert len(problems) == 1
    assert f"content/zcopy.md:9: seeds/fleet.txt has a content file already, content/{SLUG}.md" in problems[0]


def test_an_id_in_two_files_is_a_problem_and_stays_with_the_first(tmp_path: Path) -> None:
    build(tmp_path, a_record(), a_record(seed="seeds/z.txt", seed_sha256="0" * 64, title="Zebra", events=()))
    zebra = tmp_path / "content/2021-03-26-the-harbour-zebra.md"
    entry = f"events:\n  - {{id: {LEFT.id}, date: null, heading: Unhurt, quote: Nobody was hurt., status: happened}}"
    zebra.write_text(zebra.read_text(encoding="utf-8").replace("events: []", entry), encoding="utf-8")
    records, problems = read(tmp_path)
    assert [len(record.events) for record in records] == [2, 0]
    assert len(problems) == 1


def test_a_reference_to_no_event_is_a_problem_with_its_line(tmp_path: Path) -> None:
    build(tmp_path)
    edit(tmp_path, "    status: happened", "    status: happened\n    same_as: e-99999999")
    records, (problem,) = read(tmp_path)
    assert "e-99999999" in problem
    assert records[0].events[0].same_as == "e-99999999"


def test_a_reference_to_an_event_that_was_left_out_is_no_second_problem(tmp_path: Path) -> None:
    build(tmp_path)
    edit(tmp_path, "    status: happened", "    status: happened\n    same_as: e-00000002")
    edit(tmp_path, "date: 2021-07", "date: July")
    assert len(read(tmp_path)[1]) == 1


def test_several_processes_read_the_same(tmp_path: Path) -> None:
    build(tmp_path, *(a_record(seed=f"seeds/{n}.txt", seed_sha256=f"{n:064}", title=f"A{n}") for n in range(5)))
    edit_of = tmp_path / "content" / "2021-03-26-the-harbour-a3.md"
    edit_of.write_text(edit_of.read_text(encoding="utf-8").replace("date: 2021-07", "date: July"), encoding="utf-8")
    one, several = Problems(), Problems()
    with ProcessPoolExecutor(2) as pool:
        assert read_records(tmp_path, several, partial(pool.map, parse_outline)) == read_records(tmp_path, one)
    assert list(several) == list(one) != []


PIECES = [
    b"\n",
    b"---\n",
    b": ",
    b"- ",
    b"\t",
    b"{",
    b"]",
    b"'",
    b'"',
    b"#",
    b"&a ",
    b"*a ",
    b"!x ",
    b"|",
    b"\xff",
    b"\x00",
    b"\r",
]
PIECES += [
    "\u2028".encode(),
    b"null",
    b"e-00000001",
    b"events:",
    b"? ",
    b"seed: seeds/x.txt\n",
    b"...\n",
    b"\xef\xbb\xbf",
]


@given(st.lists(st.tuples(st.floats(0, 1), st.integers(0, 40), st.sampled_from(PIECES) | st.binary(max_size=3))))
def test_no_half_done_edit_stops_a_build_or_is_written_over(cuts: list[tuple[float, int, bytes]]) -> None:
    raw = format_record(a_record()).encode()
    for share, length, piece in cuts:
        start = int(share * len(raw))
        raw = raw[:start] + piece + raw[start + length :]
    with TemporaryDirectory() as folder:
        (Path(folder) / "content").mkdir()
        the_file(Path(folder)).write_bytes(raw)
        read(Path(folder))
        build(Path(folder))
        assert is_pristine(normalise(raw.decode("utf-8", "replace"))) or the_file(Path(folder)).read_bytes() == raw


def test_corrections_come_back(tmp_path: Path) -> None:
    correction = Correction("2026-11-20", "date: 2021-03-22 to 2021-03-23", "the port's log")
    event = an_event(
        "Nobody was hurt.", corrections=(correction,), checked="2026-11-20 AB", distinct_from=("e-00000001",), id="e-1"
    )
    build(tmp_path, a_record(events=(LEFT, event), corrections=(correction,), checked="2026-11-20"))
    assert read(tmp_path)[0][0].events == (LEFT, event)


@pytest.mark.parametrize(
    ("facts", "slug"),
    [
        (("2021-03-26", "The Harbour", "Fleet leaves: a farewell", "seeds/a.txt"), SLUG),
        ((None, None, None, "seeds/001_ab.txt"), "undated-001-ab"),
        (("2021-03", "ÉCHO", "L’été", "seeds/a.txt"), "2021-03-echo-lete"),
        (("../2021-03-26", None, "北约", "seeds/b.txt"), "2021-03-26-b"),
        (("2021-03-26/2021-03-27", "", "A", "seeds/b.txt"), "2021-03-26-a"),
        ((None, "北", "北", "seeds/北.txt"), "undated-article"),
    ],
)  # fmt: skip
def test_a_slug_is_day_outlet_and_headline(facts: Any, slug: Any) -> None:
    assert make_slug(*facts) == slug


@given(st.text(), st.text(), st.text(), st.text())
def test_any_slug_can_be_part_of_an_address(published: Any, outlet: Any, title: Any, seed: Any) -> None:
    slug = make_slug(published, outlet, title, seed)
    assert slug == slug.lower()
    assert slug.replace("-", "").isascii()
    assert len(slug) <= 115


def test_a_taken_slug_gets_the_next_number() -> None:
    assert make_unique("a", {"a", "a-2"}) == "a-3"


def test_names_that_a_file_system_may_confuse_have_one_key() -> None:
    assert name_key("Z\u00fcrich") == name_key("zu\u0308rich")
