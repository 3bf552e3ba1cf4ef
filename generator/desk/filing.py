"""`new` and `add`: a timeline begun in an empty folder, and an article put into it with what is known about it."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from functools import partial
from pathlib import Path

from generator.articles.archive import read_article_of
from generator.articles.filing import check_facts, choose_name, file_article, find_same
from generator.articles.seeds import LARGEST, Seed
from generator.content.reading import read_records
from generator.desk.session import Session
from generator.desk.terminal import DONE, UNUSABLE, status
from generator.model import Article, SourceFacts
from generator.problems import Problems
from generator.text import squeeze
from generator.timeline.copies import find_copies_of

ASKED = {
    "title": "the headline",
    "outlet": "who published it",
    "published": "when it appeared, like 2023-06-14",
    "url": "its address, https://…",
}
TIMELINE_TOML = """\
# What you decide about this timeline. Every key may be left out; docs/configuration.md explains them.
title = {title}
language = "en"
# standfirst = "One or two sentences that say what it is about."
# starts = "2023-02"                            # what is older goes to a chapter "Background"
# base_url = "https://example.org/timeline/"    # where it will be published

# [[chapters]]
# title = "The February meeting"
# meeting = "2023-02"                           # its days are found in the articles
"""


def new(session: Session, folder: Path, title: str | None) -> int:
    """Begin a timeline in a new or empty folder: settings to fill in, and a place for the articles."""
    name = title or folder.resolve().name.replace("-", " ").replace("_", " ").strip().capitalize() or "Timeline"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if visible := sorted(path.name for path in folder.iterdir() if not path.name.startswith(".")):
            return session.terminal.refuse(
                f"{folder} is not empty ({visible[0]} is there); name an empty or new folder"
            )
        (folder / "seeds").mkdir()
        toml = TIMELINE_TOML.format(title=json.dumps(squeeze(name), ensure_ascii=False))
        (folder / "timeline.toml").write_text(toml, encoding="utf-8")
    except OSError as error:
        return session.terminal.refuse(f"{folder} cannot be used ({error.strerror or error}); name another folder")
    session.terminal.hand_over({"root": str(folder), "title": name})
    session.terminal.say(f"{folder}: a timeline named “{name}”; its settings are in timeline.toml")
    session.terminal.say(f"next: python build.py add ARTICLE --root {folder}")
    return DONE


def add(session: Session, source: str, name: str | None, facts: Mapping[str, str]) -> int:
    """File an article: "-" is standard input. facts: what is known about it, by the keys of sources.yaml."""
    root = session.place.root
    if not root.is_dir():
        return session.terminal.refuse(f"{root} is no folder; begin a timeline with: python build.py new {root}")
    if wrong := check_facts(facts):
        return session.terminal.refuse("; ".join(wrong))
    try:
        content = _read_input(source)
    except OSError as error:
        return session.terminal.refuse(
            f"{source} cannot be read ({error.strerror or error}); name a file, or - for input"
        )
    if len(content) > LARGEST:
        return session.terminal.refuse(f"{source} is larger than {LARGEST // 1_000_000} MB; cut it down to one article")
    return _add(session, content, name or ("article" if source == "-" else Path(source).name), dict(facts))


def _read_input(source: str) -> bytes:
    """The bytes of a file or of standard input, and one more than any article may have at most."""
    if source == "-":
        return sys.stdin.buffer.read(LARGEST + 1)
    with Path(source).open("rb") as file:
        return file.read(LARGEST + 1)


def _add(session: Session, content: bytes, found: str, facts: dict[str, str]) -> int:
    root, problems = session.place.root, Problems()
    if same := find_same(root, content):
        return session.terminal.refuse(f"{same} is this very article; nothing was filed")
    name = choose_name(root, found, content)
    article = _read(name, content, facts, problems)
    if article is None or problems.errors:
        session.terminal.report(problems)
        return UNUSABLE
    facts |= _ask(session, article)
    filed = session.alone(lambda: file_article(root, name, content, facts, problems))
    if not filed:
        session.terminal.report(problems)
        return UNUSABLE
    article = _read(name, content, facts, Problems()) or article
    _warn_of_copies(session, article, problems)
    session.terminal.report(problems)
    _tell(session, article)
    return status(problems)


def _read(name: str, content: bytes, facts: Mapping[str, str], problems: Problems) -> Article | None:
    """The article as a build will read it, but for a day that only other articles tell."""
    return read_article_of(Seed(name, content, SourceFacts(**facts)), problems)


def _ask(session: Session, article: Article) -> dict[str, str]:
    """What a person at the terminal answers to what the article doesn't tell; an empty answer leaves it unknown."""
    if not session.terminal.can_ask:
        return {}
    answers = {}
    for key, meaning in ASKED.items():
        if getattr(article, key) is None:
            answers[key] = session.terminal.ask(f"{key} ({meaning}; Enter if unknown)", partial(_find_fault, key))
    return {key: answer for key, answer in answers.items() if answer}


def _find_fault(key: str, answer: str) -> str:
    return next(iter(check_facts({key: answer})), "")


def _warn_of_copies(session: Session, article: Article, problems: Problems) -> None:
    """Tell of the articles that have this one's address or text."""
    records = read_records(session.place.root, Problems())
    for record in find_copies_of(article, [record for record in records if record.seed != article.seed]):
        same = "address" if article.url and article.url == record.url else "text"
        mend = f"if it is the same article, delete {article.seed}; printed by another outlet, the two are one source"
        problems.add(article.seed, 0, f"has the {same} of content/{record.slug}.md", mend, warning=True)


def _tell(session: Session, article: Article) -> None:
    told = {
        "seed": article.seed,
        "title": article.title,
        "outlet": article.outlet,
        "byline": article.byline,
        "url": article.url,
        "published": article.published,
        "published_basis": article.published_basis,
    }
    session.terminal.hand_over(told)
    session.terminal.say(f"{article.seed}: filed")
    for key, value in list(told.items())[1:]:
        session.terminal.say(f"  {key:16} {value or 'unknown'}")
    root = session.place.root
    session.terminal.say(f"next: python build.py --root {root}")
