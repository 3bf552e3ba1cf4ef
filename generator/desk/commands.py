"""Every command and option in one table: the parser, the manual and the shells' completion are made from it."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Mapping
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from generator.desk.crewing import Hands
from generator.desk.session import PROJECT, Session
from generator.desk.terminal import DONE
from generator.text import squeeze

if TYPE_CHECKING:
    from generator.desk.correcting import Told

Run = Callable[[Session, argparse.Namespace], int]
PORT = 8000  # of the preview


def _late(module: str, name: str) -> Callable[..., int]:
    """What does a command, imported when it is called: none waits for what the others need."""

    def do(*arguments: object) -> int:
        done: int = getattr(import_module(f"generator.desk.{module}"), name)(*arguments)
        return done

    return do


build, check = _late("building", "build"), _late("building", "check")
diff, add, new = _late("differing", "diff"), _late("filing", "add"), _late("filing", "new")
review, explain, refresh = (_late("reviewing", name) for name in ("review", "explain", "refresh"))
correct, serve, tag_lines = _late("correcting", "correct"), _late("serving", "serve"), _late("tagging", "tag_lines")


class Argument(NamedTuple):
    """An argument or option of one command: its names, and what argparse is told about it."""

    names: tuple[str, ...]
    told: Mapping[str, object]

    @property
    def shown(self) -> str:
        """As a manual shows it: `--root DIR`, `ARTICLE`."""
        name = self.names[-1]
        value = self.told.get("metavar")
        if not name.startswith("-"):
            return str(value or name.upper())
        return f"{name} {value}" if value else name


class Command(NamedTuple):
    """One command. does: its line in the help; examples: what follows `python build.py`."""

    name: str
    does: str
    run: Run
    examples: tuple[str, ...]
    arguments: tuple[Argument, ...] = ()


def argument(*names: str, **told: object) -> Argument:
    """A row of a command's arguments."""
    return Argument(names, told)


def _count(text: str) -> int:
    if not (text.isdecimal() and 1 <= len(text) <= 4 and int(text)):
        raise argparse.ArgumentTypeError(f"{text!r} is no number of processes; give 1 or more")
    return int(text)


HANDS = (
    argument(
        "--jobs",
        type=_count,
        metavar="N",
        help="processes that share the work; default: one, for hundreds of articles as many as there are processors",
    ),
    argument("--dask", metavar="ADDRESS", help="the Dask scheduler whose workers share the work (docs/scale.md)"),
    argument(
        "--share",
        metavar="URL",
        help="with --dask: a folder that all reach, as fsspec names it, to hand work over; default: the scheduler does",
    ),
)
FACTS = {
    "url": "the address of the article itself",
    "archived_url": "the address of an archived copy",
    "archived_at": "the day of the archived copy",
    "outlet": "who published it",
    "title": "the headline",
    "byline": "who wrote it",
    "published": "when it appeared, like 2023-06-14",
    "language": "the language of the text, like en",
}


def _facts(options: argparse.Namespace) -> dict[str, str]:
    return {key: value for key in FACTS if (value := getattr(options, key))}


def _hands(options: argparse.Namespace) -> Hands:
    return Hands(options.jobs, options.dask, options.share)


def _told(options: argparse.Namespace) -> Told:
    # only `correct` needs them
    from generator.content.correcting import CORRECTABLE
    from generator.desk.correcting import Told, today

    values = {field: value for field in CORRECTABLE if (value := getattr(options, field)) is not None}
    return Told(values, squeeze(options.why), squeeze(options.by), options.on or today())


def _completion(_: Session, options: argparse.Namespace) -> int:
    # it is made from the table below
    from generator.desk.completion import completion_script

    print(completion_script(options.shell), end="")
    return DONE


COMMANDS = (
    Command(
        "build",
        "the whole way: seeds to content to site, then one line of figures; what happens without a command",
        lambda session, options: build(session, _hands(options)),
        ("", "build --root my-timeline", "build --json", "build --jobs 4"),
        HANDS,
    ),
    Command(
        "check",
        "compares content/ and site/ with what a build would make; reads every file as a build does, writes nothing",
        lambda session, options: check(session, _hands(options)),
        ("check", "check --json"),
        HANDS,
    ),
    Command(
        "review",
        "lists what a person should look at, least sure first: file and line, what, why, what to do",
        lambda session, _: review(session),
        ("review", "review --json"),
    ),
    Command(
        "diff",
        "shows what a build would change on the site: events added, gone, moved, reworded; writes nothing",
        lambda session, _: diff(session),
        ("diff", "diff --json"),
    ),
    Command(
        "explain",
        "shows every date expression of an article with its value, rule, anchor and other readings, and the events",
        lambda session, options: explain(session, options.article),
        ("explain seeds/article.txt",),
        (argument("article", help="a seed file, a content file or its slug"),),
    ),
    Command(
        "refresh",
        "reads the seed of an edited article again and brings in what is new; every edit stays, each change is told",
        lambda session, options: refresh(session, options.article),
        ("refresh content/2023-06-14-outlet-headline.md",),
        (argument("article", help="a content file or its slug"),),
    ),
    Command(
        "correct",
        "changes an event that readers have seen and tells them: date, heading, status or quote, with day and reason",
        lambda session, options: correct(session, options.event, _told(options)),
        (
            'correct e-3f9a1c72 --date 2023-02-24 --why "the anniversary is a day" --by AB',
            'correct e-3f9a1c72 --why "misheard" # the file was changed by hand already',
        ),
        (
            argument("event", help="the event's id, or the address of its page"),
            argument("--date", metavar="EDTF", help="the right date, like 2023-02-24, 2023-02 or 2023"),
            argument("--heading", metavar="TEXT", help="the right heading"),
            argument("--status", help="the right status: happened, statement, claim or expected"),
            argument("--quote", metavar="TEXT", help="the right words, as they stand in the article"),
            argument("--why", metavar="TEXT", default="", help="the reason; readers see it"),
            argument("--by", metavar="NAME", default="", help="who compared a new date with its source"),
            argument("--on", metavar="DAY", help="the day of the correction; default: today"),
        ),
    ),
    Command(
        "new",
        "begins a timeline in a new or empty folder: settings to fill in, and a place for the articles",
        lambda session, options: new(session, options.folder, options.title),
        ('new my-timeline --title "The harbour bridge"',),
        (
            argument("folder", type=Path, help="the folder; it is made where there is none"),
            argument("--title", metavar="TEXT", help="the heading of the front page"),
        ),
    ),
    Command(
        "add",
        "files an article in seeds/, with what you know about it in seeds/sources.yaml; asks for it on a terminal",
        lambda session, options: add(session, options.file, options.name, _facts(options)),
        (
            'add article.txt --outlet "The Harbour Post" --url https://example.org/bridge',
            "add saved-page.html --root my-timeline",
            "add - --name bridge --published 2024-03-05 < article.txt",
        ),
        (
            argument("file", help="a text, a saved web page or a Markdown file; - is standard input"),
            argument("--name", metavar="NAME", help="the name of its file in seeds/; default: the one it has"),
            *(argument(f"--{key.replace('_', '-')}", metavar="TEXT", help=meaning) for key, meaning in FACTS.items()),
        ),
    ),
    Command(
        "serve",
        "shows the site on this machine, made anew whenever a file changes, with what is wrong in the page",
        lambda session, options: serve(session, options.port),
        ("serve", "serve --root my-timeline --port 8100"),
        (
            argument(
                "--port", type=int, default=PORT, metavar="N", help=f"default: {PORT}; the next free one where taken"
            ),
        ),
    ),
    Command(
        "completion",
        "prints a script that lets a shell complete commands and options",
        _completion,
        ('completion bash # in ~/.bashrc: eval "$(python build.py completion bash)"',),
        (argument("shell", choices=("bash", "fish", "zsh"), help="bash, fish or zsh"),),
    ),
    Command(
        "timex",
        "tags dates in JSON lines: doc, dct and text on standard input, TIMEX3 types, values and offsets out",
        lambda _, options: tag_lines(sys.stdin, options.format, options.jobs),
        ("timex < documents.jsonl", "timex --format tml --jobs 4 < documents.jsonl"),
        (
            argument(
                "--format",
                choices=("json", "tml"),
                default="json",
                metavar="FORM",
                help="json: one line a document, the default; tml: TimeML, one XML document after another",
            ),
            argument(
                "--jobs",
                type=_count,
                default=1,
                metavar="N",
                help="processes that tag at the same time; default: 1; the output is the same",
            ),
        ),
    ),
)
COMMON = (
    argument(
        "--root", type=Path, default=PROJECT, metavar="DIR", help="the timeline's folder; default: build.py's own"
    ),
    argument("--out", type=Path, metavar="DIR", help="the folder the site is written to; default: site/ in the root"),
    argument("--base-url", metavar="URL", help="the address the site will have, instead of the one in timeline.toml"),
    argument("--quiet", action="store_true", help="prints problems only"),
    argument("--json", action="store_true", help="prints the outcome as JSON"),
)
