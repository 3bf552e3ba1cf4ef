"""The same articles as posts for Pelican and Hugo, and the commands that build them.

Both get what they need for a page for each article, lists and feeds, and nothing more: Pelican its own theme `simple`
and its defaults, Hugo three short templates, as it brings none.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from bench.measure import Run, put_aside, run

HUGO_TEMPLATES = {
    "hugo.toml": 'baseURL = "https://example.org/"\ntitle = "Posts"\n',
    "layouts/_default/baseof.html": (
        '<!doctype html>\n<html lang="en">\n<head><meta charset="utf-8"><title>{{ .Title }}</title></head>\n'
        '<body>{{ block "main" . }}{{ end }}</body>\n</html>\n'
    ),
    "layouts/_default/single.html": (
        '{{ define "main" }}<h1>{{ .Title }}</h1><p>{{ .Date.Format "2 January 2006" }}</p>{{ .Content }}{{ end }}\n'
    ),
    "layouts/_default/list.html": (
        '{{ define "main" }}<h1>{{ .Title }}</h1>{{ range (.Paginate .Pages).Pages }}'
        '<p><a href="{{ .RelPermalink }}">{{ .Title }}</a></p>{{ end }}{{ end }}\n'
    ),
}


@dataclass(frozen=True)
class Post:
    """What a blog needs of an article."""

    slug: str
    title: str
    day: str
    outlet: str
    body: str


def read_posts(content: Path) -> list[Post]:
    """The articles of a folder of content files."""
    return [_read_post(path) for path in sorted(content.glob("*.md"))]


def _read_post(path: Path) -> Post:
    front, _, body = path.read_text(encoding="utf-8").partition("\n---\n")
    facts = dict(line.partition(": ")[::2] for line in front.splitlines() if not line.startswith(" "))
    day = facts.get("published", "null")
    return Post(
        slug=path.stem,
        title=facts.get("title", path.stem).strip("\"'"),
        day=day if len(day) == 10 else "2020-01-01",
        outlet=facts.get("outlet", "null").replace("null", "News").strip("\"'"),
        body=body.strip(),
    )


def pelican(programs: Path, posts: list[Post], folder: Path) -> Callable[[], Run]:
    """A function that builds the posts with Pelican, from nothing."""
    source, out = folder / "content", folder / "out"
    for post in posts:
        head = f"Title: {post.title}\nDate: {post.day}\nCategory: {post.outlet}\nSlug: {post.slug}"
        _write(source / f"{post.slug}.md", f"{head}\n\n{post.body}\n")
    return _from_nothing([programs / "pelican", source, "-o", out, "-t", "simple", "-q"], folder, out)


def hugo(programs: Path, posts: list[Post], folder: Path) -> Callable[[], Run]:
    """A function that builds the posts with Hugo, from nothing."""
    for name, text in HUGO_TEMPLATES.items():
        _write(folder / name, text)
    for post in posts:
        front = {"title": post.title, "date": post.day, "slug": post.slug, "categories": [post.outlet]}
        _write(folder / "content/posts" / f"{post.slug}.md", f"{json.dumps(front)}\n\n{post.body}\n")
    return _from_nothing([_hugo_binary(programs), "--quiet", "-d", folder / "out"], folder, folder / "out")


def _hugo_binary(programs: Path) -> Path:
    """Hugo itself: the script that the package installs would add a start of Python to it."""
    return next(programs.parent.glob("[Ll]ib/**/hugo/binaries/hugo*"), programs / "hugo")


def _from_nothing(command: list[str | Path], folder: Path, out: Path) -> Callable[[], Run]:
    def build() -> Run:
        put_aside(out)
        return run(command, folder)

    return build


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
