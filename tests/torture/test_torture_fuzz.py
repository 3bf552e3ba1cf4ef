"""Whole builds of folders that Hypothesis makes up from good and bad parts, and of those that once broke a build.

A case is a mapping of paths to texts (Latin-1, one character a byte), kept as JSON in corpus/: one more file is one
more test. Of a failure, Hypothesis prints the smallest case there is: keep it there.
"""

from __future__ import annotations

import json
import shutil
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path

import pytest
from bad_inputs import (
    BYTES,
    DATES,
    EVENT_FIELDS,
    FIELD_VALUES,
    FIELDS,
    MORE,
    TEXT,
    TOML,
    YAML,
    article_with,
    event_with,
)
from bad_inputs import SOURCES as SOURCES_ROWS
from builds import command, files_of
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

Case = Mapping[str, str]
CORPUS = tuple(sorted((Path(__file__).parent / "corpus").glob("*.json")))
SECONDS = 600  # of `make torture`; what is made up later is let pass unbuilt
PIECES = (
    *(content.decode("latin-1") for content in BYTES.values() if len(content) < 3_000),
    *(f"It was agreed on {date} that work ends, he said.\n" for date in DATES),
    *(article_with(field, value) for field, value in zip(FIELDS, FIELD_VALUES, strict=False)),
    *(event_with(field, value) for field, value in zip(EVENT_FIELDS, FIELD_VALUES, strict=False)),
    *YAML.values(),
    *(text if isinstance(text, str) else text.decode("latin-1") for text in TOML.values()),
    *SOURCES_ROWS.values(),
    TEXT,
    MORE,
    "---\n",
    "events:\n",
    "\n\n",
)  # fmt: skip
GOOD = {"seeds/good.txt": TEXT + MORE}
PATHS = (
    "seeds/a.txt", "seeds/b.md", "seeds/c.html", "seeds/sources.yaml", "content/a.md", "content/b.md", "timeline.toml",
)  # fmt: skip


@st.composite
def damaged(draw: st.DrawFn) -> str:
    """Some pieces one after the other, with a stretch cut out, doubled or replaced."""
    text = "".join(draw(st.lists(st.sampled_from(PIECES), min_size=1, max_size=4)))
    start, end = sorted(draw(st.tuples(st.integers(0, len(text)), st.integers(0, len(text)))))
    middle = draw(st.sampled_from(["", text[start:end] * 2, draw(st.text(max_size=5))]))
    return (text[:start] + middle + text[end:]).encode("utf-8", "replace").decode("latin-1")


CASES = st.dictionaries(st.sampled_from(PATHS), damaged(), min_size=1, max_size=3)


def assert_built_or_complained_of(case: Case) -> None:
    """No traceback, lines that name their file, and a second build that changes nothing."""
    root = Path(tempfile.mkdtemp())
    try:
        for path, text in {**GOOD, **case}.items():
            (root / path).parent.mkdir(exist_ok=True)
            (root / path).write_bytes(text.encode("latin-1"))
        first = command("build", "--root", root)
        made = files_of(root / "site")
        second = command("build", "--root", root)
        assert (first.status in (0, 1), second.status, files_of(root / "site") == made) == (True, first.status, True)
        named = [
            line.startswith(("seeds", "content", "site", "timeline.toml")) for line in first.complained.splitlines()
        ]
        assert all(named), first.complained
        assert "seeds/good.txt" in made["timeline.json"].decode()
    finally:
        shutil.rmtree(root)


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.stem)
def test_what_once_broke_a_build_does_no_more(path: Path) -> None:
    assert_built_or_complained_of(json.loads(path.read_text(encoding="utf-8")))


@settings(max_examples=12, suppress_health_check=list(HealthCheck), derandomize=True)
@given(case=CASES)
def test_a_few_made_up_folders_are_built_or_complained_of(case: Case) -> None:
    assert_built_or_complained_of(case)


@pytest.mark.torture
def test_any_folder_is_built_or_complained_of(record_property: object) -> None:
    assert callable(record_property)
    built, end = [], time.monotonic() + SECONDS

    @settings(max_examples=1_500, suppress_health_check=list(HealthCheck), database=None)
    @given(case=CASES)
    def build_one(case: Case) -> None:
        if time.monotonic() < end:
            built.append(1)
            assert_built_or_complained_of(case)

    build_one()
    record_property("cases", len(built))
