"""An agency's text in several outlets, and one article filed twice, through a whole build: one source, told as such."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from builds import Built, Run, build, command

TEXT = """\
Harbour bridge closed after cracks are found

March 5, 2024

The old bridge over the harbour was closed to all traffic on Monday after engineers found deep cracks in it.

Some 40,000 people cross the bridge on a working day, most of them on their way to the shipyards in the north.

“It is not safe any more,” Mayor Jane Hill said on Tuesday after she had been shown pictures of the damage.

Ferries carry passengers for free until the end of the month, and the railway runs longer trains in the morning.
"""
OWN = """\
Cracks shut the bridge

March 5, 2024

Cracks shut the old harbour bridge on Monday, and engineers expect the closure of the bridge to all traffic to last.
"""
FACTS = {
    "agency.txt": {"outlet": "Coast Agency", "url": "https://coast-agency.example/1"},
    "radio.txt": {"outlet": "Coast Radio"},
    "again.txt": {"outlet": "Coast Agency"},
    "own.txt": {"outlet": "The Harbour Post"},
}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """A timeline of an agency's text, the same at another outlet and once more, and a report of its own."""
    root = tmp_path_factory.mktemp("copies")
    (root / "seeds").mkdir()
    texts = {"agency.txt": TEXT, "radio.txt": TEXT.partition("\n\nFerries")[0], "again.txt": TEXT + "\nMore soon.\n"}
    for name, text in {**texts, "own.txt": OWN}.items():
        (root / "seeds" / name).write_text(text, encoding="utf-8")
    (root / "seeds/sources.yaml").write_text(json.dumps(FACTS), encoding="utf-8")
    return build(root)


def event(built: Built, words: str) -> Any:
    return next(event for event in built.events if words in event["text"])


def page(built: Built, path: str) -> str:
    """A page's text, its tags left out."""
    return " ".join(re.sub(r"<[^>]*>", " ", (built.root / "site" / path).read_text(encoding="utf-8")).split())


def test_what_is_there_twice_is_one_warning_and_what_two_outlets_print_is_none(built: Built) -> None:
    (line,) = built.run.complained.splitlines()
    assert re.match(r"content/\S+\.md: warning: is the article of content/\S+\.md once more", line)
    assert built.run.status == 0


def test_an_event_names_one_source_and_who_also_published_it(built: Built) -> None:
    said = page(built, event(built, "not safe")["page"])
    assert "Coast Agency 5 Mar 2024 also published by Coast Radio" in said
    assert said.count("Read as") == 1


def test_only_reports_of_their_own_count_as_several(built: Built) -> None:
    front = (built.root / "site/index.html").read_text(encoding="utf-8")
    cards = re.findall(r'<li class="event[^>]*id="([^"]*)"[^>]*>', front)
    several = re.findall(r'<li class="event[^>]*id="([^"]*)"[^>]* data-several>', front)
    assert len(cards) > 1
    assert several == [event(built, "closed to all traffic")["id"]]


def test_the_articles_and_the_sources_page_say_whose_text_it_is_too(built: Built) -> None:
    assert "the same text as at Coast Radio; counted once" in page(built, "sources.html")
    slug = next(article["id"] for article in built.timeline["articles"] if article["outlet"] == "Coast Radio")
    assert "Same text at Coast Agency" in page(built, f"articles/{slug}.html")


@pytest.mark.parametrize(
    ("text", "options", "told"),
    [
        (TEXT + "\nMore soon, he said.\n", (), "has the text of content/"),
        (OWN.replace("Cracks", "Rust"), ("--url", "https://coast-agency.example/1"), "has the address of content/"),
        (OWN.replace("Cracks", "Rust").replace("expect", "fear that"), (), ""),
    ],
    ids=["the text", "the address", "neither"],
)
def test_add_tells_of_an_article_that_is_there(
    built: Built, tmp_path: Path, text: str, options: tuple[str, ...], told: str
) -> None:
    root = tmp_path / "t"
    command("new", root)
    command("add", built.root / "seeds/agency.txt", "--root", root, "--url", "https://coast-agency.example/1")
    command("build", "--root", root)
    run: Run = command("add", "-", "--name", "new", "--root", root, *options, stdin=text)
    assert (run.status, bool(run.complained), told in run.complained) == (0, bool(told), True)
