"""A build whose options are spelled out needs no parser, and means what the parser makes of it."""

from __future__ import annotations

import pytest

from generator.cli import parse_command, plain_build
from generator.desk.commands import _hands
from generator.desk.crewing import Hands
from generator.stamp import read_options


@pytest.mark.parametrize(
    "arguments",
    [
        "",
        "build",
        "--root a --out b",
        "build --root=a --base-url https://example.org/",
        "--quiet --json --jobs 12",
        "--jobs=2 --jobs 03 --dask tcp://127.0.0.1:8786 --share file:///a",
    ],
)
def test_a_plain_build_is_what_the_parser_makes_of_it(arguments: str) -> None:
    options = read_options(arguments.split())
    assert options is not None
    (session, work), (parsed, parsed_work) = plain_build(options), parse_command(arguments.split())
    assert session == parsed
    assert work.args[1] == _hands(parsed_work.args[1])  # type: ignore[attr-defined]  # both are partial


def test_how_many_share_the_work_is_a_number() -> None:
    _, work = plain_build({"--jobs": "3"})
    assert work.args[1] == Hands(jobs=3)  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "arguments", ["check", "--help", "--jobs 0", "--jobs 12345", "--jobs two", "--js", "--root", "x"]
)
def test_whatever_is_spelled_otherwise_is_left_to_the_parser(arguments: str) -> None:
    assert read_options(arguments.split()) is None
