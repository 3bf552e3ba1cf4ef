"""The picture for shared links: a PNG that others read, the same bytes everywhere, made without zlib's compressor."""

from __future__ import annotations

import struct
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from newsroom import READINGS, SETTINGS, TEMPLATES, TIMELINE

from generator.model import Settings
from generator.pages.edition import make_edition
from generator.pages.png import LENGTHS, deflate
from generator.pages.render import render_pages
from generator.pages.share_image import share_image
from generator.pages.strip import make_strip

STRIP = make_strip(make_edition(TIMELINE, SETTINGS, READINGS))


def inflated(data: bytes) -> bytes:
    return zlib.decompress(data, wbits=-15)


@given(st.binary(max_size=600), st.integers(1, 40))
def test_what_is_deflated_inflates_to_the_same(data: bytes, row: int) -> None:
    assert inflated(deflate(data, row)) == data


@given(st.lists(st.tuples(st.integers(0, 255), st.integers(1, 700)), max_size=8), st.integers(1, 2000))
def test_runs_of_every_length_survive(runs: list[tuple[int, int]], row: int) -> None:
    data = b"".join(bytes([value]) * length for value, length in runs)
    assert inflated(deflate(data, row)) == data


@pytest.mark.parametrize("length", [*LENGTHS, 12, 34, 257, 259])
def test_each_length_of_a_match_has_its_code(length: int) -> None:
    data = b"\xff" * (length + 1)
    assert inflated(deflate(data, 5)) == data


def test_the_picture_is_a_png_of_the_size_that_links_show() -> None:
    assert STRIP
    picture = share_image(STRIP)
    assert picture.startswith(b"\x89PNG\r\n\x1a\n")
    assert struct.unpack(">II", picture[16:24]) == (1200, 630)
    assert len(picture) < 60_000


def test_the_picture_is_made_and_named_only_where_the_site_has_an_address() -> None:
    for settings, wanted in ((SETTINGS, True), (Settings(), False)):
        site = {page.path: page.content for page in render_pages(TIMELINE, settings, READINGS, TEMPLATES)}
        assert ("share.png" in site) is wanted
        assert (b"og:image" in site["index.html"]) is wanted
