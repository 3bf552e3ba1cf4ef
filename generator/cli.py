"""The command line: reads arguments, prints problems and summaries, gives the exit status."""

from __future__ import annotations

import argparse
import io
import json
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from generator import pipeline
from generator.dates.tagger import find_timexes
from generator.dates.timeml import BadLineError, json_lines, to_json_line
from generator.lock import BusyError, hold
from generator.model import Article, Record, Settings, Timeline, Timex
from generator.pipeline import Place
from generator.problems import Problems
from generator.settings import read_settings

HERE = Path(__file__).resolve().parent.parent
DONE, WRONG_INPUT, UNUSABLE = 0, 1, 2


def main(arguments: Sequence[str]) -> int:
    """Run one command; 0 done, 1 problems in the input, 2 usage or nothing written."""
    _speak_utf8()
    options = _parser().parse_args(_with_command(arguments))
    command: Callable[[argparse.Namespace], int] = options.run
    try:
        return command(options)
    except BrokenPipeError:  # whoever read the output has seen enough
        sys.stderr.close()
        return DONE


def _speak_utf8() -> None:
    """The same bytes in and out whatever the locale; a headline's dash must not end a build."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")


def _with_command(arguments: Sequence[str]) -> list[str]:
    """The arguments with `build` in front where they name no command."""
    first = arguments[0] if arguments else ""
    named = first in ("-h", "--help") or (first and not first.startswith("-"))
    return list(arguments) if named else ["build", *arguments]


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="build.py",
        description="News articles in, one sourced timeline out: seeds/ to content/ to site/.",
        epilog="examples: build.py · build.py check · build.py explain seeds/article.txt · build.py --root my-timeline",
    )
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--root", type=Path, default=HERE, help="folder of the timeline (default: where build.py is)")
    common.add_argument("--out", type=Path, help="folder the site is written to (default: site/ in the root)")
    common.add_argument("--base-url", help="address the site will have; instead of the one in timeline.toml")
    common.add_argument("--quiet", action="store_true", help="print problems only")
    common.add_argument("--json", action="store_true", help="print the outcome as JSON")
    commands = parser.add_subparsers(metavar="command", required=True)
    for name, run, text in (
        ("build", _build, "seeds to content to site (what happens without a command)"),
        ("check", _check, "compare content/ and site/ with what a build would make; writes nothing"),
        ("review", _review, "what a person should look at, least sure first"),
        ("refresh", _refresh, "read an edited article's seed again; everything a person wrote stays"),
        ("explain", _explain, "every date expression of an article, and the events made of it"),
        ("timex", _timex, "tag dates: JSON lines with doc, dct and text in, TIMEX3 out"),
    ):
        command = commands.add_parser(name, parents=[common], help=text, description=text)
        command.set_defaults(run=run)
        if name == "explain":
            command.add_argument("article", help="a seed file, a content file or its slug")
        if name == "refresh":
            command.add_argument("article", help="a content file or its slug")
    return parser


def _place(options: argparse.Namespace) -> Place:
    root = options.root
    templates = tuple(dict.fromkeys((root / "templates", HERE / "templates")))
    return Place(root, options.out or root / "site", tuple(folder for folder in templates if folder.is_dir()))


def _settings(options: argparse.Namespace, place: Place, problems: Problems) -> Settings:
    settings = read_settings(place.root, problems)
    return replace(settings, base_url=options.base_url) if options.base_url else settings


# ---------------------------------------------------------------- commands


def _build(options: argparse.Namespace) -> int:
    place = _place(options)
    if not place.root.is_dir():
        print(f"build.py: {options.root} is no folder; name one with --root", file=sys.stderr)
        return UNUSABLE
    try:
        with hold(place.root):
            return _build_alone(options, place)
    except BusyError:
        print(
            f"build.py: another build is at work in {place.root}; wait for it to end, then build again", file=sys.stderr
        )
        return UNUSABLE


def _build_alone(options: argparse.Namespace, place: Place) -> int:
    problems = Problems()
    settings = _settings(options, place, problems)
    content = pipeline.extract(place, problems)
    timeline, changed = pipeline.publish(place, settings, problems)
    pages = len(changed.written) + changed.unchanged
    _print_problems(problems)
    for slug in content.kept:
        _say(options, f"content/{slug}.md: edited by hand, left as it is")
    _summary(options, timeline, problems, {"pages": pages, "changed": len(changed.written) + len(changed.removed)})
    return UNUSABLE if not pages else WRONG_INPUT if problems.errors else DONE


def _check(options: argparse.Namespace) -> int:
    place, problems = _place(options), Problems()
    timeline = pipeline.check(place, _settings(options, place, problems), problems)
    _print_problems(problems)
    _summary(options, timeline, problems, {})
    return WRONG_INPUT if problems.errors else DONE


def _review(options: argparse.Namespace) -> int:
    place, problems = _place(options), Problems()
    timeline = pipeline.assemble(place, _settings(options, place, problems), problems)
    rows = _review_rows(timeline)
    _print_problems(problems)
    if options.json:
        print(json.dumps(rows, ensure_ascii=False, indent=1))
    else:
        for row in rows:
            print(f"{row['file']}: {row['event']} {row['date']}: {row['why']}\n    {row['heading']}")
    return WRONG_INPUT if problems.errors else DONE


def _explain(options: argparse.Namespace) -> int:
    place, problems = _place(options), Problems()
    article = _find_article(options.article, place, problems)
    if article is None:
        print(f"build.py: no article {options.article}; name a file of seeds/ or content/", file=sys.stderr)
        return UNUSABLE
    timexes = find_timexes(article.body, article.published, exact=article.published_exact)
    print(f"{article.title or '(no title)'} · {article.outlet or '(no outlet)'}")
    print(f"day: {article.published or 'unknown'} ({article.published_basis or 'nothing dates it'})\n")
    for timex in timexes:
        print(_explained(timex, article.body))
    for mention in pipeline.make_record(article).events:
        print(f"\n{mention.id} {mention.date or 'undated'} {mention.status}: {mention.heading}")
        if mention.basis:
            print(f"    “{mention.basis.words}”: {pipeline.READINGS.get(mention.basis.rule, mention.basis.rule)}")
    return DONE


def _refresh(options: argparse.Namespace) -> int:
    place, problems = _place(options), Problems()
    slug = Path(options.article).name.removesuffix(".md")
    changes = pipeline.refresh(place, slug, problems)
    _print_problems(problems)
    if changes is None:
        return UNUSABLE
    if options.json:
        print(json.dumps({"article": slug, "changes": changes}, ensure_ascii=False))
    for line in changes or ("nothing to change",):
        _say(options, f"content/{slug}.md: {line}")
    return WRONG_INPUT if problems.errors else DONE


def _timex(options: argparse.Namespace) -> int:
    try:
        for job in json_lines(sys.stdin):
            print(to_json_line(job.doc, find_timexes(job.text, job.dct)))
    except BadLineError as error:
        print(f"build.py timex: {error}", file=sys.stderr)
        return WRONG_INPUT
    return DONE


# ---------------------------------------------------------------- what is printed


def _say(options: argparse.Namespace, line: str) -> None:
    if not (options.quiet or options.json):
        print(line)


def _print_problems(problems: Problems) -> None:
    for problem in problems:
        print(problem, file=sys.stderr)


def _summary(options: argparse.Namespace, timeline: Timeline, problems: Problems, pages: Mapping[str, int]) -> None:
    merged = sum(len(event.sources) > 1 for event in timeline.events)
    figures = {
        "articles": len(timeline.articles),
        "events": len(timeline.events),
        "merged": merged,
        "to review": len(_review_rows(timeline)),
        "problems": problems.errors,
        **pages,
    }
    if options.json:
        lines = [
            {"path": p.path, "line": p.line, "what": p.what, "mend": p.mend, "warning": p.warning} for p in problems
        ]
        print(json.dumps({**figures, "found": lines}, ensure_ascii=False))
    else:
        _say(options, " · ".join(f"{count} {name}" for name, count in figures.items()))


def _review_rows(timeline: Timeline) -> list[dict[str, str]]:
    """What a person should look at: disagreements first, then dates without evidence, then inferred ones."""
    rows = []
    for event in timeline.events:
        reasons = [source.mention.review for source in event.sources if source.mention.date == event.date]
        why = "the sources differ" if event.disagreement else reasons[0] if reasons and all(reasons) else None
        if why and not event.checked:
            file = f"content/{event.sources[0].article}.md"
            rows.append(
                {"file": file, "event": event.id, "date": event.date or "undated", "why": why, "heading": event.heading}
            )
    return sorted(rows, key=lambda row: (row["why"] != "the sources differ", row["why"], row["date"], row["event"]))


def _explained(timex: Timex, body: str) -> str:
    reading = pipeline.READINGS.get(timex.rule, timex.rule)
    counted = f", counted from {timex.anchor}" if timex.anchor else ""
    other = f"; could also be {', '.join(timex.also)}" if timex.also else ""
    unsure = f"; unsure: {timex.unsure}" if timex.unsure else ""
    value = timex.when if timex.when not in (None, timex.value) else ""
    words = " ".join(body[timex.start : timex.end].split())
    return f"{timex.start:6} “{words}” {timex.type} {timex.value} {value}\n       {reading}{counted}{other}{unsure}"


def _find_article(name: str, place: Place, problems: Problems) -> Article | None:
    """By seed path, by content file or slug; a content file's seed is looked up in it."""
    articles = pipeline.read_articles(place, problems)
    wanted = Path(name).name
    by_seed = {Path(article.seed).name: article for article in articles}
    if wanted in by_seed:
        return by_seed[wanted]
    slug = wanted.removesuffix(".md")
    record = next((r for r in pipeline.assemble(place, Settings(), problems).articles if r.slug == slug), None)
    if record and record.seed and Path(record.seed).name in by_seed:
        return by_seed[Path(record.seed).name]
    return _hand_written(record) if record else None


def _hand_written(record: Record) -> Article:
    return Article(
        record.seed or "", record.seed_sha256 or "", record.title, record.outlet, record.byline, record.url,
        record.archived_url, record.archived_at, record.published, record.published_basis, True, record.language,
        record.body, (),
    )  # fmt: skip
