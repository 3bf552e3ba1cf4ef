"""site_check.py SITE [--big SITE]: hold published sites to the goals of docs/site.md, with other people's tools.

axe-core, the Nu HTML checker and Lighthouse look at the pages in Debian's Chromium; feedparser, icalendar,
bibtexparser, PyLD, jsonschema and lxml read the exports. `make site-check` installs them. One line a goal; exit status
1 where one is missed. A tool that this machine cannot run is named with the reason; with CI=true that is a miss too.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

HERE = Path(__file__).parent
TOOLS = HERE / "node_modules"
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-background-networking --disable-component-update --disable-sync "
    "--no-first-run --disable-quic"
).split()
LIGHTHOUSE_RUNS = 3
FRONT_PAGE_BYTES = {"small": 20_000, "big": 60_000}
LIGHTHOUSE_GOALS = {
    "small": {"performance": 99, "accessibility": 100, "best-practices": 100, "seo": 100},
    "big": {"performance": 95, "accessibility": 100, "best-practices": 100, "seo": 100},
}


@dataclass(frozen=True, slots=True)
class Result:
    """One goal and what was measured. met: None where the tool could not run; then `measured` says why."""

    goal: str
    measured: str
    met: bool | None

    def __str__(self) -> str:
        sign = {True: "ok  ", False: "MISS", None: "skip"}[self.met]
        return f"{sign} {self.goal}: {self.measured}"


@dataclass(frozen=True, slots=True)
class Site:
    """A published site on disk, and where it is served. size: "small" or "big", for the goals."""

    folder: Path
    address: str
    size: str

    def kinds(self) -> list[str]:
        """One page of each kind; the longest of those there are many of."""
        found = ["index.html", "sources.html", "corrections.html", "about.html", "404.html", "embed/index.html"]
        for pattern in ("events/*.html", "articles/*.html", "timeline/*.html"):
            pages = sorted(self.folder.glob(pattern), key=lambda path: (path.stat().st_size, path.name))
            found += [pages[-1].relative_to(self.folder).as_posix()] if pages else []
        return found


def main(arguments: list[str]) -> int:
    """Check the sites named, print a line a goal; 0 when none is missed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("site", type=Path, help="a site of some dozens of events")
    parser.add_argument("--big", type=Path, help="a site of a thousand events")
    given = parser.parse_args(arguments)
    results = []
    for folder, size in ((given.site, "small"), (given.big, "big")):
        if folder:
            print(f"{folder} ({size})")
            results += list(_printed(check(folder, size)))
    strict = os.environ.get("CI") == "true"
    return int(any(result.met is False or (strict and result.met is None) for result in results))


def _printed(results: Iterator[Result]) -> Iterator[Result]:
    for result in results:
        print(f"  {result}", flush=True)
        yield result


def check(folder: Path, size: str) -> Iterator[Result]:
    """Every goal for one site, measured."""
    with served(folder.resolve()) as address, sync_playwright() as playwright:
        site = Site(folder.resolve(), address, size)
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield from check_weight(site)
        yield from check_axe(site, browser)
        browser.close()
        yield check_html(site)
        yield check_css(site)
        yield from check_lighthouse(site)
        yield from check_exports(site)


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The folder on loopback, under /repo/ as a project's pages are."""
    handler = partial(_Quiet, directory=str(folder))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/repo/"
    server.shutdown()
    server.server_close()


class _Quiet(SimpleHTTPRequestHandler):
    """Serves the folder as /repo/, compressed as pages hosts do, and says nothing."""

    def translate_path(self, path: str) -> str:
        return super().translate_path(path.removeprefix("/repo"))

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(404)
            return
        content = gzip.compress(path.read_bytes(), 6, mtime=0)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(path))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "max-age=600")
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name its base gives it
        pass


def check_weight(site: Site) -> Iterator[Result]:
    """What a page of the timeline weighs with everything it loads, compressed; the heaviest of them counts."""
    loaded = sum(_packed(site.folder / name) for name in ("style.css", "finder.js"))
    pages = [site.folder / "index.html", *site.folder.glob("timeline/*.html")]
    weight = max(_packed(page) for page in pages) + loaded
    goal = FRONT_PAGE_BYTES[site.size]
    yield Result(f"heaviest timeline page, gzip, with all it loads ≤ {goal:,} B", f"{weight:,} B", weight <= goal)
    script = _packed(site.folder / "finder.js")
    yield Result("finder ≤ 4,096 B gzip", f"{script:,} B", script <= 4096)


def _packed(path: Path) -> int:
    return len(gzip.compress(path.read_bytes(), 6, mtime=0))


def check_axe(site: Site, browser: Browser) -> Iterator[Result]:
    """axe-core's findings over every kind of page: A, AA and best practice, light and dark, narrow and wide."""
    axe = (TOOLS / "axe-core" / "axe.min.js").read_text(encoding="utf-8")
    found, runs = [], 0
    for scheme in ("light", "dark"):
        for width in (320, 1280):
            context = browser.new_context(
                viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=True
            )
            page = context.new_page()
            for path in site.kinds():
                page.goto(site.address + path)
                page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
                page.evaluate(axe)
                violations = page.evaluate("axe.run().then(result => result.violations)")
                found += [f"{path} {scheme} {width}px {v['id']} ({len(v['nodes'])})" for v in violations]
                runs += 1
            context.close()
    yield Result("axe-core violations 0", f"{len(found)} in {runs} page views" + _listed(found), not found)


def _listed(found: list[str]) -> str:
    return "".join(f"\n         {line}" for line in found[:10])


def check_html(site: Site) -> Result:
    """The Nu HTML checker's errors and warnings over every page, as served."""
    goal = "Nu HTML checker errors and warnings 0"
    if not shutil.which("java"):
        return Result(goal, "there is no Java on this machine", None)
    paths = sorted(path.relative_to(site.folder).as_posix() for path in site.folder.rglob("*.html"))
    messages = []
    for start in range(0, len(paths), 200):
        addresses = [site.address + path for path in paths[start : start + 200]]
        messages += json.loads(_nu("--format", "json", *addresses))["messages"]
    found = [f"{m.get('url', '').removeprefix(site.address)}:{m.get('lastLine')} {m['message']}" for m in messages]
    return Result(goal, f"{len(found)} in {len(paths)} pages" + _listed(found), not found)


def check_css(site: Site) -> Result:
    """The Nu checker's errors and warnings in the style sheet."""
    goal = "style sheet valid"
    if not shutil.which("java"):
        return Result(goal, "there is no Java on this machine", None)
    messages = json.loads(_nu("--format", "json", "--css", str(site.folder / "style.css")))["messages"]
    found = [f"style.css:{m.get('lastLine')} {m['message']}" for m in messages]
    return Result(goal, f"{len(found)} messages" + _listed(found), not found)


def _nu(*arguments: str) -> str:
    jar = TOOLS / "vnu-jar" / "build" / "dist" / "vnu.jar"
    # the checker asks loopback only when told that it may
    java = ["java", "-Dnu.validator.servlet.allow-forbidden-hosts=true", "-jar", str(jar)]
    return subprocess.run([*java, *arguments], capture_output=True, text=True, check=False).stderr


def check_lighthouse(site: Site) -> Iterator[Result]:
    """Lighthouse for phones, the median of some runs, on the front page and the longest event page and part."""
    for path in (path for path in site.kinds() if path.startswith(("index", "events/", "timeline/"))):
        runs = [_lighthouse(site.address + path) for _ in range(LIGHTHOUSE_RUNS)]
        for category, goal in LIGHTHOUSE_GOALS[site.size].items():
            median = round(100 * statistics.median(run["categories"][category]["score"] for run in runs))
            name = path.partition("/")[0].removesuffix(".html")
            yield Result(f"Lighthouse {name} {category} ≥ {goal}", str(median), median >= goal)
        shift = max(run["audits"]["cumulative-layout-shift"]["numericValue"] for run in runs)
        yield Result("layout shift ≤ 0.01", f"{shift:.4f}", shift <= 0.01)


def _lighthouse(url: str) -> dict[str, dict[str, dict[str, float]]]:
    command = [str(TOOLS / ".bin" / "lighthouse"), url, "--quiet", "--output=json", f"--chrome-flags={' '.join(FLAGS)}"]
    done = subprocess.run(
        command, capture_output=True, text=True, check=True, env={**os.environ, "CHROME_PATH": str(CHROMIUM)}
    )
    report: dict[str, dict[str, dict[str, float]]] = json.loads(done.stdout)
    return report


def check_exports(site: Site) -> Iterator[Result]:
    """Each export read by a program that is not ours; what it says of a broken one is shown."""
    for name, read in READERS.items():
        try:
            yield Result(f"{name} is read by others", read(site), True)
        except Exception as error:
            yield Result(f"{name} is read by others", f"{type(error).__name__}: {error}", False)


def _export(site: Site) -> dict[str, list[dict[str, str]]]:
    export: dict[str, list[dict[str, str]]] = json.loads((site.folder / "timeline.json").read_text("utf-8"))
    return export


def _expect(found: object, wanted: object) -> None:
    if found != wanted:
        raise ValueError(f"{found} where {wanted} were published")


def read_feed(site: Site) -> str:
    """feed.xml by feedparser."""
    import feedparser

    feed = feedparser.parse((site.folder / "feed.xml").read_bytes())
    if feed.bozo:
        raise feed.bozo_exception
    _expect(len(feed.entries), min(100, len(_export(site)["events"])))
    return f"feedparser: {len(feed.entries)} entries, {feed.version}"


def read_calendar(site: Site) -> str:
    """timeline.ics by icalendar."""
    from icalendar import Calendar

    calendar = Calendar.from_ical((site.folder / "timeline.ics").read_bytes())
    entries = calendar.walk("VEVENT")
    if any(entry["DTEND"].dt <= entry["DTSTART"].dt or entry.errors for entry in entries):
        raise ValueError("an entry that ends before it starts, or has errors")
    return f"icalendar: {len(entries)} entries"


def read_bibliography(site: Site) -> str:
    """references.bib by bibtexparser."""
    import bibtexparser

    library = bibtexparser.parse_string((site.folder / "references.bib").read_text("utf-8"))
    _expect(len(library.failed_blocks), 0)
    _expect([entry.key for entry in library.entries], [article["id"] for article in _export(site)["articles"]])
    return f"bibtexparser: {len(library.entries)} entries"


def read_json_ld(site: Site) -> str:
    """The JSON-LD of every page by PyLD, with schema.org's names taken as they are: there is no network."""
    from pyld import jsonld

    count = 0
    for path in site.folder.rglob("*.html"):
        for text in re.findall(r'<script type="application/ld\+json">(.*?)</script>', path.read_text("utf-8")):
            entry = json.loads(text)
            _expect(entry.pop("@context"), "https://schema.org")
            expanded = jsonld.expand({**entry, "@context": {"@vocab": "https://schema.org/"}})
            _expect(len(expanded), 1)
            count += 1
    return f"PyLD: {count} descriptions"


def read_json(site: Site) -> str:
    """timeline.json by jsonschema, with the schema published beside it."""
    import jsonschema

    schema = json.loads((site.folder / "timeline.schema.json").read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(_export(site), schema)
    return f"jsonschema: {len(_export(site)['events'])} events follow the schema"


def read_sitemap(site: Site) -> str:
    """sitemap.xml by lxml; every address in it leads to a file."""
    from lxml import etree

    if not (site.folder / "sitemap.xml").exists():
        return "none, as no base_url is set"
    addresses = [loc.text or "" for loc in etree.parse(site.folder / "sitemap.xml").iter("{*}loc")]
    root = addresses[0].removesuffix("index.html")
    lost = [a for a in addresses if not (site.folder / a.removeprefix(root)).is_file()]
    _expect(lost, [])
    return f"lxml: {len(addresses)} addresses"


READERS: dict[str, Callable[[Site], str]] = {
    "feed.xml": read_feed,
    "timeline.ics": read_calendar,
    "references.bib": read_bibliography,
    "JSON-LD": read_json_ld,
    "timeline.json": read_json,
    "sitemap.xml": read_sitemap,
}

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
