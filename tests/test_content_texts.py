"""Texts laid aside come back with their records, and are told apart unread."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest
from content_samples import a_record

from generator.content.edits import format_record
from generator.content.texts import Texts, pack_text, part
from generator.model import LeftOut, Record
from generator.saving import ChangedError

LEFT_OUT = LeftOut("It was built in 1931.", 26, 47, 1, "1931", "the date belongs to a detail")


def lay_aside(texts: Texts, record: Record, *, known: bool = False) -> Record:
    """The record without its text; known: it is left in its file."""
    slim, text = part(record)
    digest = sha256(format_record(record).encode()).hexdigest()
    texts.lay_aside(f"{record.slug}.md", digest, b"" if known else pack_text(text))
    return slim


def test_a_record_comes_back_with_its_text(tmp_path: Path) -> None:
    record = a_record(left_out=(LEFT_OUT,))
    texts = Texts(tmp_path)
    slim = lay_aside(texts, record)
    assert (slim.body, slim.left_out, slim.events) == ("", (), record.events)
    assert texts.whole(slim) == record
    assert texts.whole(slim, bare=True) == record._replace(left_out=())


def test_a_record_that_was_not_laid_aside_is_as_it_was(tmp_path: Path) -> None:
    record = a_record(left_out=(LEFT_OUT,))
    assert Texts(tmp_path).whole(record) == record
    assert Texts(tmp_path).whole(record, bare=True) == record._replace(left_out=())


def write(root: Path, record: Record) -> Path:
    path = root / f"content/{record.slug}.md"
    path.parent.mkdir(exist_ok=True)
    path.write_text(format_record(record))
    return path


def test_a_text_that_was_left_in_its_file_is_read_from_there(tmp_path: Path) -> None:
    record, texts = a_record(slug="bridge"), Texts(tmp_path)
    write(tmp_path, record)
    assert texts.whole(lay_aside(texts, record, known=True)).body == record.body


def test_a_file_that_changed_meanwhile_is_not_taken_for_what_it_was(tmp_path: Path) -> None:
    record, texts = a_record(slug="bridge"), Texts(tmp_path)
    write(tmp_path, record).write_text("Something else")
    with pytest.raises(ChangedError):
        texts.whole(lay_aside(texts, record, known=True))


def test_records_of_different_files_have_different_marks(tmp_path: Path) -> None:
    texts = Texts(tmp_path)
    one, same, other = (
        lay_aside(texts, a_record(slug=slug, title=t)) for slug, t in (("a", "A"), ("b", "A"), ("c", "C"))
    )
    assert texts.mark(one) == texts.mark(same) != texts.mark(other)
