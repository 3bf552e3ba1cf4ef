"""Texts laid aside come back with their records, and are told apart unread."""

from __future__ import annotations

from content_samples import a_record

from generator.content.texts import Texts
from generator.model import LeftOut


def test_a_record_comes_back_with_its_text() -> None:
    record = a_record(left_out=(LeftOut("In 1931.", 0, 8, 1, "1931", "no verb"),))
    texts = Texts()
    slim = texts.lay_aside(record)
    assert (slim.body, slim.left_out, slim.events) == ("", (), record.events)
    assert texts.whole(slim) == record


def test_a_record_that_was_not_laid_aside_is_as_it_was() -> None:
    assert Texts().whole(a_record()) == a_record()


def test_only_the_same_texts_have_the_same_mark() -> None:
    texts = Texts()
    same, too, other = (
        texts.lay_aside(a_record(slug=slug, body=body)) for slug, body in (("a", "One."), ("b", "One."), ("c", "Two."))
    )
    assert texts.mark(same) == texts.mark(too) != texts.mark(other)
