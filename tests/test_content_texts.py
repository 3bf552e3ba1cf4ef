"""Texts laid aside come back with their records, and are told apart unread."""

from __future__ import annotations

from content_samples import a_record

from generator.content.texts import Texts, part
from generator.model import LeftOut, Record
from generator.workers.packing import pack_text


def lay_aside(texts: Texts, record: Record) -> Record:
    slim, text = part(record)
    texts.lay_aside(slim.slug, pack_text(text))
    return slim


def test_a_record_comes_back_with_its_text() -> None:
    record = a_record(left_out=(LeftOut("In 1931.", 0, 8, 1, "1931", "no verb"),))
    texts = Texts()
    slim = lay_aside(texts, record)
    assert (slim.body, slim.left_out, slim.events) == ("", (), record.events)
    assert texts.whole(slim) == record


def test_a_record_that_was_not_laid_aside_is_as_it_was() -> None:
    assert Texts().whole(a_record()) == a_record()


def test_only_the_same_texts_have_the_same_mark() -> None:
    texts = Texts()
    same, too, other = (
        lay_aside(texts, a_record(slug=slug, body=body)) for slug, body in (("a", "One."), ("b", "One."), ("c", "Two."))
    )
    assert texts.mark(same) == texts.mark(too) != texts.mark(other)
