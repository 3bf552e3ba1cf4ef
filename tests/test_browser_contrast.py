"""Colours in Chromium: every text against what it stands on, and what tells controls and kinds apart (WCAG 2.2, AA)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import pytest
from test_browser_pages import ARTICLE, EVENT, KINDS

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

Scheme = Literal["light", "dark"]

# The contrast of two colours, and the colour behind an element: its own or the nearest opaque one around it.
COLOURS = """
const parts = (colour) => colour.match(/[\\d.]+/g).map(Number);
const linear = (part) => (part /= 255) <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
const light = ([r, g, b]) => 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
const contrast = (one, other) => {
  const [dark, bright] = [light(parts(one)), light(parts(other))].sort((a, b) => a - b);
  return (bright + 0.05) / (dark + 0.05);
};
const behind = (element) => {
  for (let e = element; e; e = e.parentElement) {
    const [, , , alpha = 1] = parts(getComputedStyle(e).backgroundColor);
    if (alpha === 1) return getComputedStyle(e).backgroundColor;
  }
  return "rgb(255, 255, 255)";
};
"""
# Words of 24 px, or of 18.66 px and bold, may have 3 : 1.
PALE_WORDS = (
    "() => {"
    + COLOURS
    + """
  document.querySelectorAll("details").forEach((d) => { d.open = true; });
  const speaks = (e) => [...e.childNodes].some((n) => n.nodeType === Node.TEXT_NODE && n.data.trim());
  const least = (style) => {
    const size = parseFloat(style.fontSize);
    return size >= 24 || (size >= 18.66 && style.fontWeight >= 700) ? 3 : 4.5;
  };
  return [...document.body.querySelectorAll("*")].filter((e) => speaks(e) && e.getClientRects().length)
    .filter((e) => contrast(getComputedStyle(e).color, behind(e)) < least(getComputedStyle(e)))
    .map((e) => `${e.tagName}.${e.className}: ${e.textContent.slice(0, 40)}`);
}"""
)
# What is no text: the edges of fields, the outlines of dots, and the ring of focus.
PALE_SHAPES = (
    "() => {"
    + COLOURS
    + """
  const shapes = [
    ...[...document.querySelectorAll(".finder input[type=search], .finder select, .finder button")]
      .map((e) => [e.name || e.type, getComputedStyle(e).borderTopColor, behind(e.parentElement)]),
    ...[...document.querySelectorAll(".strip circle, .strip rect")]
      .map((e) => [e.tagName, getComputedStyle(e).stroke, behind(e)]),
    ...[...document.querySelectorAll(".event .status")]
      .map((e) => ["status", getComputedStyle(e, "::before").borderTopColor, behind(e)]),
  ];
  const link = document.querySelector("a[href]");
  link.focus({ focusVisible: true });
  shapes.push(["focus", getComputedStyle(link).outlineColor, behind(link)]);
  return [shapes.length, shapes.filter(([, colour, ground]) => contrast(colour, ground) < 3).map(([name]) => name)];
}"""
)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", KINDS)
def test_every_word_stands_out_from_what_it_is_written_on(
    chromium: Browser, address: str, path: str, scheme: Scheme
) -> None:
    page = chromium.new_page(color_scheme=scheme)
    page.goto(address + path)
    pale = page.evaluate(PALE_WORDS)
    page.close()
    assert pale == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_fields_dots_and_the_focus_stand_out_too(chromium: Browser, address: str, scheme: Scheme) -> None:
    page = chromium.new_page(color_scheme=scheme)
    page.goto(address + "index.html")
    count, pale = page.evaluate(PALE_SHAPES)
    page.close()
    assert pale == []
    assert count > 40


@pytest.mark.parametrize("path", [EVENT, ARTICLE])
def test_the_measure_finds_a_pale_word(chromium: Browser, address: str, path: str) -> None:
    page = chromium.new_page()
    page.goto(address + path)
    page.evaluate("document.querySelector('h1').style.color = '#aaa'")
    pale = page.evaluate(PALE_WORDS)
    page.close()
    assert [each.split(".")[0] for each in pale] == ["H1"]
