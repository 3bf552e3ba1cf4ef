"""No script gets in: every vector through every field, in a real Chromium with the content security policy off."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from builds import command
from conftest import serve
from lxml import html
from vectors import vectors

from generator.pages.markdown import safe_html

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

VECTORS = tuple(vector.replace("RUN", "ran(1)") for vector in vectors())
IN_SHARE = 23  # one vector of so many runs every time
POLICY = "default-src 'none'"
Recorded = Callable[[str, int], None]  # pytest's record_property: how many cases a test tried
# a page says here what ran; whatever asks the reader something counts too
LISTEN = """window.caught = []; window.ran = () => window.caught.push("ran");
for (const name of ["alert", "confirm", "prompt", "print"]) window[name] = () => window.caught.push(name);"""
# fires what a reader could, then looks for handlers and addresses that wait to run
PROVOKE = """() => {
  const found = window.caught;
  for (const one of document.querySelectorAll("*")) {
    for (const kind of ["mouseover", "pointerenter", "focus", "error", "load", "animationstart", "toggle"])
      one.dispatchEvent(new Event(kind, {bubbles: true}));
    for (const {name, value} of one.attributes) {
      if (/^on/i.test(name)) found.push(`${one.tagName} ${name}`);
      if (/^[\\s\\x00-\\x20]*(java|vb|live)script:/i.test(value) && /^(href|src|action|formaction|data)$/i.test(name))
        found.push(`${one.tagName} ${name}=${value}`);
    }
    if (one.tagName === "BASE" && one.hasAttribute("href")) found.push("BASE");
    if (/^(iframe|object|embed|form)$/i.test(one.tagName) && one.className !== "finder")
      found.push(one.tagName);
    if (one.tagName === "SCRIPT" && one.type !== "application/ld+json" && !/finder\\.js$/.test(one.src))
      found.push("SCRIPT");
  }
  return [...found];
}"""


def quoted(text: str) -> str:
    """A text as YAML and TOML both read it."""
    return json.dumps(text).replace("\x7f", "\\u007f")


def content_file(number: int, vector: str) -> str:
    """An article with the vector in every field that takes text, and in its body."""
    body = " ".join(vector.split()) or "x"
    words, text = quoted(vector), quoted(body)
    return f"""---
title: {words}
outlet: {words}
byline: {words}
url: "https://example.org/{number}"
published: 2023-06-14
published_basis: {words}
language: en
checked: {quoted(f"2026-11-20 {body}")}
corrections:
  - {{when: 2023-06-15, what: {words}, why: {words}}}
events:
  - id: e-{number}
    date: 2023-{number % 12 + 1:02}-{number % 28 + 1:02}
    heading: {words}
    quote: {text}
    speaker: {words}
    status: statement
    basis: {{words: {words}, rule: {words}, from: 2023-06-14}}
    review: {words}
    checked: {quoted(f"2026-11-20 {body}")}
    corrections:
      - {{when: 2023-06-15, what: {words}, why: {words}}}
---
{body}

{vector}

The minister said on Tuesday that it ended. [{body}]({body}) ![{body}]({body})
"""


def settings_file(vector: str) -> str:
    """timeline.toml with the vector in every text."""
    words = quoted(vector)
    return (
        f'title = {words}\nstandfirst = {words}\nlicence = {words}\nrepublish = "full"\n'
        f'[[chapters]]\ntitle = {words}\nstandfirst = {words}\ndate = "2023-01/2023-06"\n'
    )


def seed_file(vector: str) -> str:
    """A plain-text seed with the vector in its headline, byline, dateline and text."""
    return (
        f"{vector} Headline About The Bridge\nBy {vector}\nJune 14, 2023\n\n"
        f"{vector} (Reuters) - Work ended on Tuesday.\n\n"
        f"“{vector} has ended,” Minister Jane {vector} said on Monday. {vector}\n\nOn June 1, {vector} was agreed.\n"
    )


def make_timeline(root: Path, tried: tuple[str, ...], setting: str) -> Path:
    """A built site: a content file and a seed for each vector, and one vector in the settings."""
    (root / "content").mkdir(parents=True)
    (root / "seeds").mkdir()
    (root / "timeline.toml").write_text(settings_file(setting), encoding="utf-8", errors="replace")
    for number, vector in enumerate(tried):
        text = content_file(number, vector)
        (root / f"content/a-{number}.md").write_text(text, encoding="utf-8", newline="")
        name = re.sub(r"[/\0]", "", vector)[:60]
        (root / f"seeds/{number} {name}.txt").write_text(seed_file(vector), encoding="utf-8", newline="")
    command("build", "--root", root)
    return root / "site"


@pytest.fixture(scope="module")
def tab(chromium: Browser) -> Iterator[Page]:
    context = chromium.new_context(bypass_csp=True)
    context.add_init_script(LISTEN)
    context.route(lambda url: not url.startswith("http://127.0.0.1"), lambda route: route.abort())
    yield context.new_page()
    context.close()


def caught(tab: Page, address: str) -> list[str]:
    """What ran on a page, or waited to."""
    tab.goto(address, wait_until="load")
    return [str(what) for what in tab.evaluate(PROVOKE)]


def pages_of(site: Path) -> list[str]:
    """The pages, but for those that only lead to another."""
    paths = sorted(path for path in site.rglob("*.html") if b'http-equiv="refresh"' not in path.read_bytes())
    return [path.relative_to(site).as_posix() for path in paths]


def assert_nothing_runs(site: Path, tab: Page) -> None:
    for address in serve(site):
        pages = pages_of(site)
        assert len(pages) > 10
        assert {path: what for path in pages if (what := caught(tab, f"{address}/{path}"))} == {}


@pytest.mark.browser
def test_no_vector_of_the_share_runs_on_any_page(tab: Page, tmp_path: Path) -> None:
    tried = VECTORS[::IN_SHARE]
    assert_nothing_runs(make_timeline(tmp_path, tried, tried[0]), tab)


@pytest.mark.browser
@pytest.mark.torture
@pytest.mark.parametrize("start", range(0, len(VECTORS), 100))
def test_no_vector_runs_on_any_page(tab: Page, tmp_path: Path, start: int, record_property: Recorded) -> None:
    tried = VECTORS[start : start + 100]
    record_property("cases", len(tried))
    assert_nothing_runs(make_timeline(tmp_path, tried, tried[0]), tab)


@pytest.mark.browser
@pytest.mark.torture
def test_no_vector_in_the_settings_runs(tab: Page, tmp_path: Path, record_property: Recorded) -> None:
    record_property("cases", len(VECTORS[::7]))
    for number, vector in enumerate(VECTORS[::7]):
        site = make_timeline(tmp_path / str(number), ("x",), vector)
        for address in serve(site):
            assert caught(tab, f"{address}/index.html") == [], vector


@pytest.mark.browser
def test_vectors_are_caught_where_nothing_is_escaped(tab: Page, tmp_path: Path) -> None:
    tried = VECTORS[::IN_SHARE]
    for number, vector in enumerate(tried):
        page = f"<!doctype html><meta charset=utf-8><body>{vector}<p title=\"{vector}\"><a href='{vector}'>x</a>"
        (tmp_path / f"{number}.html").write_text(page, encoding="utf-8", errors="replace")
    for address in serve(tmp_path):
        found = [bool(caught(tab, f"{address}/{number}.html")) for number in range(len(tried))]
    assert sum(found) > 0.6 * len(tried)  # the others are of Markdown, JSON, CSV and iCalendar


def test_every_page_has_the_policy_and_none_allows_inline_scripts(tmp_path: Path) -> None:
    site = make_timeline(tmp_path, VECTORS[:3], VECTORS[0])
    for path in site.rglob("*.html"):
        found = html.parse(path).xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
        assert len(found) == 1, path
        assert found[0].startswith(POLICY)
        assert "unsafe" not in found[0]


def test_feeds_calendars_and_tables_hold_the_vectors_as_text(tmp_path: Path) -> None:
    site = make_timeline(tmp_path, VECTORS[::9], VECTORS[0])
    assert html.etree.parse(site / "feed.xml").getroot().tag.endswith("feed")
    assert json.loads((site / "timeline.json").read_text(encoding="utf-8"))["events"]
    lines = (site / "timeline.ics").read_bytes().decode().split("\r\n")
    assert [line for line in lines if re.search(r"[\r\n]", line) or line.upper().startswith(("ATTACH", "URL:J"))] == []
    with (site / "timeline.csv").open(encoding="utf-8-sig", newline="") as table:
        cells = [cell for row in csv.reader(table) for cell in row]
    assert [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))] == []


def test_a_link_of_a_body_leads_to_the_web_or_a_mailbox_or_nowhere() -> None:
    body = "[a](\u00a0javascript:x) [b](https://e.org) [c](mailto:x@y.z) [d](x.html)"
    assert re.findall(r'href="([^"]+)"', safe_html(body)) == ["https://e.org", "mailto:x@y.z"]


def test_the_vectors_are_five_hundred_and_more() -> None:
    assert len(set(VECTORS)) >= 500
