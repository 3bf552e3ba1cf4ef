"""Which files of seeds/ become clippings, how they are decoded, and what is said of those that can't."""

from __future__ import annotations

import os
from hashlib import sha256
from pathlib import Path

import pytest
from articles_made import read_seeds
from hypothesis import given
from hypothesis import strategies as st

from generator.articles import seeds
from generator.articles.seeds import clean, decode
from generator.model import Clipping
from generator.problems import Problems


def read(root: Path, **files: bytes) -> tuple[tuple[Clipping, ...], list[str]]:
    """Clippings and problems of seeds/ with these files; "__" in a name stands for its dot."""
    (root / "seeds").mkdir(exist_ok=True)
    for name, content in files.items():
        (root / "seeds" / name.replace("__", ".")).write_bytes(content)
    problems = Problems()
    return read_seeds(root, problems), [str(problem) for problem in problems]


def test_a_timeline_without_seeds_has_no_clippings_and_no_problem(tmp_path: Path) -> None:
    problems = Problems()
    assert (read_seeds(tmp_path, problems), len(problems)) == ((), 0)


def test_clippings_come_in_the_order_of_their_names_with_their_formats(tmp_path: Path) -> None:
    clippings, problems = read(tmp_path, b__txt=b"B", a__html=b"<p>A", c__md=b"C", d__HTM=b"D", __hidden=b"no")
    assert [(clipping.seed, clipping.format) for clipping in clippings] == [
        ("seeds/a.html", "html"), ("seeds/b.txt", "text"), ("seeds/c.md", "markdown"), ("seeds/d.HTM", "html"),
    ]  # fmt: skip
    assert problems == []


def test_a_clipping_keeps_the_digest_of_its_bytes(tmp_path: Path) -> None:
    clippings, _ = read(tmp_path, a__txt=b"A\r\n")
    assert (clippings[0].sha256, clippings[0].text) == (sha256(b"A\r\n").hexdigest(), "A\n")


@pytest.mark.parametrize(
    "content",
    [
        "café “now”".encode(),
        b"\xef\xbb\xbf" + "café “now”".encode(),
        "café “now”".encode("utf-16"),
        b"\xfe\xff" + "café “now”".encode("utf-16-be"),
        "café “now”".encode("cp1252"),
    ],
    ids=["utf-8", "utf-8 with mark", "utf-16", "utf-16 big-endian", "cp1252"],
)
def test_text_is_decoded_whatever_it_was_saved_as(content: bytes) -> None:
    assert decode(content) == "café “now”"


def test_a_page_is_decoded_as_it_declares(tmp_path: Path) -> None:
    page = '<meta charset="windows-1251"><p>Київ'.encode("cp1251")
    assert read(tmp_path, a__html=page)[0][0].text.endswith("Київ")


@pytest.mark.parametrize("declared", ["iso-8859-1", "rot13", "no-such-code", "undefined"])
def test_a_wrong_declaration_falls_back_to_cp1252(declared: str) -> None:
    assert decode(b"\x93now\x94", declared) == "“now”"


@given(st.binary(max_size=200))
def test_any_bytes_are_decoded_and_cleaned_once_and_for_all(content: bytes) -> None:
    text = clean(decode(content))
    assert clean(text) == text
    assert text.encode("utf-8").decode("utf-8") == text


@pytest.mark.parametrize(
    ("dirty", "tidy"),
    [
        ("a\r\nb\rc\u2028d", "a\nb\nc\nd"),
        ("\ufeffa\u200bb\u00adc", "abc"),
        ("a\u202eb\u2066c\u200fd", "abcd"),
        ("a\x00\x07b\x1b[0m", "ab[0m"),
        ("naïve – “café”\tend", "naïve – “café”\tend"),
    ],
)
def test_nobody_sees_what_is_removed(dirty: str, tidy: str) -> None:
    assert clean(dirty) == tidy


@pytest.mark.parametrize(
    ("files", "problem"),
    [
        ({"bad__txt": b""}, "seeds/bad.txt: is empty; put the article's text in it, or remove it"),
        ({"bad__txt": b" \n\xef\xbb\xbf"}, "seeds/bad.txt: is empty; put the article's text in it, or remove it"),
        ({"bad__txt": b"a\0b"}, "seeds/bad.txt: is no text: it holds NUL bytes; save the article as text, UTF-8"),
        ({"bad__docx": b"PK"}, "seeds/bad.docx: warning: is not read; articles end in .txt, .html, .htm, .md"),
        ({"sources__yml": b"{}"}, "seeds/sources.yml: is not read; did you mean sources.yaml?"),
    ],
)
def test_a_bad_file_is_one_problem_and_the_others_are_still_read(
    tmp_path: Path, files: dict[str, bytes], problem: str
) -> None:
    clippings, problems = read(tmp_path, good__txt=b"Good.", **files)
    assert [clipping.seed for clipping in clippings] == ["seeds/good.txt"]
    assert problems == [problem]


def test_what_is_no_regular_file_is_a_problem_each(tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "folder.txt").mkdir()
    os.mkfifo(tmp_path / "seeds" / "pipe.txt")
    (tmp_path / "seeds" / "dangling.txt").symlink_to("nowhere")
    clippings, problems = read(tmp_path, good__txt=b"Good.")
    assert len(clippings) == 1
    assert problems == [
        "seeds/dangling.txt: can't be read: No such file or directory; mend or remove it",
        "seeds/folder.txt: is no regular file; put the article's text in a file",
        "seeds/pipe.txt: is no regular file; put the article's text in a file",
    ]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every file")
def test_a_file_that_may_not_be_read_is_a_problem(tmp_path: Path) -> None:
    read(tmp_path, secret__txt=b"Secret.")
    (tmp_path / "seeds" / "secret.txt").chmod(0)
    assert read(tmp_path)[1] == ["seeds/secret.txt: can't be read: Permission denied; mend or remove it"]


def test_a_file_too_large_for_an_article_is_a_problem(tmp_path: Path) -> None:
    read(tmp_path, huge__txt=b"A")
    os.truncate(tmp_path / "seeds" / "huge.txt", seeds.LARGEST + 1)
    assert read(tmp_path) == ((), ["seeds/huge.txt: is larger than 5 MB; cut it down to one article"])


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (b"word " * 200_001, "is longer than 1,000,000 characters"),
        (b"\n" * 20_001 + b"word", "has more than 20,000 lines"),
    ],
)
def test_a_text_too_long_for_an_article_is_a_problem(tmp_path: Path, text: bytes, why: str) -> None:
    assert read(tmp_path, huge__txt=text) == ((), [f"seeds/huge.txt: {why}; cut it down to one article"])


def test_seeds_that_is_a_file_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "seeds").write_text("A")
    problems = Problems()
    assert read_seeds(tmp_path, problems) == ()
    assert [str(problem) for problem in problems] == [
        "seeds: cannot be listed (Not a directory); make it a folder with the articles in it"
    ]


def test_a_page_of_too_many_elements_is_a_problem(tmp_path: Path) -> None:
    page = b"<p>He said on Tuesday that it ended.</p>" * 20_001
    assert read(tmp_path, huge__html=page) == (
        (),
        ["seeds/huge.html: has more than 40,000 tags; cut it down to one article"],
    )


def test_seeds_that_lead_nowhere_are_one_problem(tmp_path: Path) -> None:
    (tmp_path / "seeds").symlink_to("gone")
    problems = Problems()
    assert read_seeds(tmp_path, problems) == ()
    assert len(list(problems)) == 1


def test_a_name_with_unprintable_characters_is_a_problem(tmp_path: Path) -> None:
    read(tmp_path)
    (tmp_path / "seeds" / "a\nb.txt").write_text("A")
    assert read(tmp_path)[1] == ["seeds/'a\\nb.txt': has a name with unprintable characters; rename it"]
