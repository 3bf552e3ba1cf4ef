"""The promises, the tests that hold each, and the table of docs/promises.md, which is made from recorded runs."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass

from builds import PROJECT

PAGE = PROJECT / "docs/promises.md"
RESULTS = PROJECT / "docs/promises.json"
BEGIN, END = "<!-- made by make torture -->\n", "<!-- to here -->\n"


@dataclass(frozen=True, slots=True)
class Promise:
    """One promise. tests: FILE::FUNCTION in tests/torture; cases: what one case is; fewest: how many are asked for."""

    text: str
    cases: str
    fewest: int
    tests: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Result:
    """What a run of one test found: cases held and broken, the day, and the commit it ran on."""

    held: int
    broken: int
    day: str
    commit: str


def _of(file: str, *functions: str) -> tuple[str, ...]:
    return tuple(f"test_torture_{file}.py::test_{function}" for function in functions)


PROMISES = (
    Promise(
        "No script gets in: not by text, byline, outlet, headings, quotations, speakers, corrections, addresses, "
        "settings, file names, Markdown, JSON-LD, feeds, CSV or iCalendar",
        "vectors, each in 17 fields, in a real Chromium with the policy off",
        500,
        _of("scripts", "no_vector_runs_on_any_page"),
    ),
    Promise(
        "… nor by a text of timeline.toml",
        "vectors in four of its texts",
        100,
        _of("scripts", "no_vector_in_the_settings_runs"),
    ),
    Promise(
        "The site is whole or old, `content/` is whole, the next build makes what a clean one does, nothing is left "
        "behind, wherever a build is killed",
        "kills of first builds and of rebuilds: before each change of the disk, and at random moments",
        200,
        _of(
            "crashes", "a_kill_before_any_change_of_the_disk_leaves_all_whole", "a_kill_at_any_moment_leaves_all_whole"
        ),
    ),
    Promise(
        "… and whatever the disk refuses: full, over quota, read-only, not permitted, broken; once or from then on",
        "errors at each change of the disk, and files cut short",
        200,
        _of(
            "crashes",
            "an_error_of_the_disk_at_any_change_leaves_all_whole",
            "files_cut_short_by_a_full_disk_leave_all_whole",
        ),
    ),
    Promise(
        "One build at a time in a folder: another waits for nothing and says so; a killed one leaves no lock",
        "commands at once",
        8,
        _of("together", "two_commands_at_once_leave_what_one_after_the_other_does", "a_killed_build_leaves_no_lock"),
    ),
    Promise(
        "A person's work is never lost: saved, moved, linked or removed while a build runs",
        "operations in the middle of a build, at each of its own on `content/` and `seeds/`",
        300,
        _of("meanwhile", "what_a_person_does_in_the_middle_of_a_build_stays"),
    ),
    Promise(
        "… nor by a later build, however odd the edit; what cannot be read of it is told on one line",
        "edits by hand, each built twice with news in the seed",
        70,
        _of(
            "hand_edits",
            "an_edit_that_can_be_read_is_kept_to_the_byte",
            "an_edit_that_cannot_be_read_is_kept_too_and_told_on_its_line",
            "an_edited_file_that_was_moved_or_copied_is_kept_or_told",
        ),
    ),
    Promise(
        "… nor on a file system that takes upper and lower case for one and forbids the names of devices",
        "builds on NTFS; left out where it cannot be mounted",
        2,
        _of(
            "names",
            "builds_on_a_file_system_that_ignores_case_are_whole",
            "articles_that_want_one_name_leave_a_persons_file_of_that_name_in_other_letters",
        ),
    ),
    Promise(
        "Bad input costs one line: no traceback, the good articles are built, the line names the file and steers no "
        "terminal, 60 s and 800 MB at most",
        "inputs, each built twice",
        300,
        _of(
            "bad_input",
            "a_bad_input_ends_in_no_traceback_and_good_articles_are_built",
            "what_leaves_nothing_to_build_ends_in_lines_too",
            "a_huge_input_costs_a_line_a_minute_and_800_mb_at_most",
        ),
    ),
    Promise(
        "… in whatever combination and damage",
        "folders made up by Hypothesis",
        200,
        _of("fuzz", "any_folder_is_built_or_complained_of"),
    ),
    Promise(
        "No input is slow on purpose: from 100,000 to 1,000,000 characters time grows with at most the 1.2th power",
        "patterns repeated, through all stages of an article and through Markdown",
        12,
        _of("linear", "a_text_of_a_million_characters_takes_time_linear_in_its_length"),
    ),
    Promise(
        "Same bytes for any hash seed, time zone, locale, clock, umask, working folder, order and age of files, number "
        "of workers, Python flags",
        "surroundings",
        24,
        _of("same_bytes", "the_same_bytes_in_any_surroundings"),
    ),
    Promise(
        "No command opens a socket, but `serve`, which listens on the loopback address",
        "commands",
        3,
        _of("same_bytes", "a_build_opens_no_socket", "no_other_command_opens_a_socket"),
    ),
)


def read_results() -> dict[str, Result]:
    """What the latest recorded run of each test found."""
    return {test: Result(**found) for test, found in json.loads(RESULTS.read_text(encoding="utf-8")).items()}


def write_results(results: Mapping[str, Result]) -> None:
    """Keep the results of the tests that hold a promise, and make the page's table anew."""
    kept = {test: results[test] for promise in PROMISES for test in promise.tests if test in results}
    text = json.dumps({test: asdict(found) for test, found in kept.items()}, indent=2) + "\n"
    RESULTS.write_text(text, encoding="utf-8")
    before, _, rest = PAGE.read_text(encoding="utf-8").partition(BEGIN)
    PAGE.write_text(before + BEGIN + table(kept) + END + rest.partition(END)[2], encoding="utf-8")


def table(results: Mapping[str, Result]) -> str:
    """The promises with what was found of each."""
    head = "\n| promise | tests | cases | result | measured |\n|---|---|---|---|---|\n"
    return head + "".join(_row(promise, results) for promise in PROMISES) + "\n"


def _row(promise: Promise, results: Mapping[str, Result]) -> str:
    files = ", ".join(sorted({f"`{test.partition('::')[0]}`" for test in promise.tests}))
    found = [results[test] for test in promise.tests if test in results]
    count, broken = sum(each.held + each.broken for each in found), sum(each.broken for each in found)
    result = f"{broken} broken" if len(found) == len(promise.tests) else "not measured whole"
    when = ", ".join(sorted({f"{each.day}, {each.commit}" for each in found})) or "–"
    return f"| {promise.text} | {files} | {count} {promise.cases} | {result} | {when} |\n"
