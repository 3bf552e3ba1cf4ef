"""Texts laid aside come back with their records, and are told apart unread."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest
from content_samples import a_record

from generator.content.edits import format_record
from generator.content.texts import Texts, part
from generator.model import LeftOut, Record
from generator.passages import around
from generator.saving import ChangedError
from generator.workers.packing import pack

LEFT_OUT = LeftOut("It was built in 1931.", 26, 47, 1, "1931", "the date belongs to a detail")


def lay_aside(texts: Texts, record: Record, *, known: bool = False) -> Record:
    """The record without its text; known: it is left in its file."""
    slim, text = part(record)
    digest = sha256(format_record(record).encode()).hexdigest()
    texts.lay_aside(f"{record.slug}.md", digest, b"" if known else pack(text))
    return slim


def test_a_record_comes_back_with_its_text(tmp_path: Path) -> None:
    record = a_record(left_out=(LEFT_OUT,))
    texts = Texts(tmp_path)
    slim = lay_aside(texts, record)
    assert (slim.body, slim.left_out) == ("", ())
    assert texts.whole(slim).body == record.body
    assert [each.quote for each in texts.whole(slim).left_out] == [LEFT_OUT.quote]


def test_what_stands_around_a_quote_goes_with_it() -> None:
    record = a_record(left_out=(LEFT_OUT,))
    slim, text = part(record)
    for parted, whole in ((slim.events, record.events), (text.left_out, record.left_out)):
        assert [around(slim, each) for each in parted] == [around(record, each) for each in whole]


def test_a_record_that_was_not_laid_aside_is_as_it_was(tmp_path: Path) -> None:
    assert Texts(tmp_path).whole(a_record()) == a_record()


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
