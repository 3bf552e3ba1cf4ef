"""Text as XML holds it: what the standard library writes, whose own module for it takes long to import."""

from __future__ import annotations

from uuid import NAMESPACE_URL, uuid5
from xml.etree import ElementTree
from xml.sax import saxutils

from hypothesis import given
from hypothesis import strategies as st

from generator.desk import tagging
from generator.desk.commands import COMMANDS
from generator.pages.feeds import identifier
from generator.text import escape_xml, quote_xml

TEXT = st.text(st.characters(min_codepoint=32, exclude_categories=["Cs", "Cn", "Cc"]) | st.sampled_from("<>&\"'\n\t"))


@given(TEXT)
def test_text_between_tags_is_escaped_as_the_standard_library_does(text: str) -> None:
    assert escape_xml(text) == saxutils.escape(text)


@given(TEXT)
def test_a_value_is_read_again_as_it_was_written(text: str) -> None:
    assert ElementTree.fromstring(f"<a b={quote_xml(text)}/>").get("b") == text


@given(TEXT)
def test_an_identifier_is_a_uuid_made_from_its_name(name: str) -> None:
    assert identifier(name) == f"urn:uuid:{uuid5(NAMESPACE_URL, f'dateline:{name}')}"


def test_timex_offers_the_formats_there_are() -> None:
    options = next(command for command in COMMANDS if command.name == "timex").arguments
    assert next(row.told["choices"] for row in options if "--format" in row.names) == tuple(tagging.WRITERS)
