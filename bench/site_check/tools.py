"""The Nu HTML checker and Lighthouse on a site, where npm and Java can be had."""

from __future__ import annotations

import json
import os
import shutil
import statistics
import subprocess
from collections.abc import Iterator

from browser import CHROMIUM, FLAGS, TOOLS
from sites import Result, Site, none_of

NU = TOOLS / "vnu-jar" / "build" / "dist" / "vnu.jar"
LIGHTHOUSE = TOOLS / ".bin" / "lighthouse"
LIGHTHOUSE_GOALS = {
    "small": {"performance": 99, "accessibility": 100, "best-practices": 100, "seo": 100},
    "big": {"performance": 95, "accessibility": 100, "best-practices": 100, "seo": 100},
}
MOST_PAGES = 600  # checked one by one, a second for ten; of more every second, third, … one
Report = dict[str, dict[str, dict[str, float]]]


def check_with_nu(site: Site) -> Iterator[Result]:
    """The Nu HTML checker's errors and warnings: every page as served, and the style sheet."""
    goal = "Nu HTML checker errors and warnings 0"
    if not shutil.which("java") or not NU.is_file():
        missing = "vnu-jar is not installed: npm ci could not fetch it here" if shutil.which("java") else "no Java here"
        yield Result(goal, missing, None)
        return
    every = sorted(path.relative_to(site.folder).as_posix() for path in site.folder.rglob("*.html"))
    paths = every[:: -(-len(every) // MOST_PAGES)]
    messages = []
    for start in range(0, len(paths), 200):
        messages += _nu(*(site.address + path for path in paths[start : start + 200]))
    found = [f"{m.get('url', '').removeprefix(site.address)}:{m.get('lastLine')} {m['message']}" for m in messages]
    yield none_of(goal, found, f"{len(paths):,} of {len(every):,} pages")
    found = [f"style.css:{m.get('lastLine')} {m['message']}" for m in _nu("--css", str(site.folder / "style.css"))]
    yield none_of("style sheet: errors and warnings 0", found, "style.css")


def _nu(*arguments: str, again: bool = True) -> list[dict[str, str]]:
    # the checker asks loopback only when told that it may
    command = ["java", "-Dnu.validator.servlet.allow-forbidden-hosts=true", "-jar", str(NU), "--format", "json"]
    done = subprocess.run([*command, *arguments], capture_output=True, text=True, check=False)
    messages: list[dict[str, str]] = json.loads(done.stderr)["messages"]
    if again and any(message["type"] == "non-document-error" for message in messages):
        return _nu(*arguments, again=False)  # a page that a busy machine didn't serve within its five seconds
    return messages


def check_with_lighthouse(site: Site, runs: int) -> Iterator[Result]:
    """Lighthouse for phones, the median of some runs: the front page, the longest event page and the longest part."""
    if not CHROMIUM or not LIGHTHOUSE.exists():
        yield Result("Lighthouse", "it is not installed: npm ci could not fetch it here, or there is no Chromium", None)
        return
    for path in ("index.html", *site.longest("events"), *site.longest("timeline")):
        reports = [_lighthouse(site.address + path) for _ in range(runs)]
        kind = path.partition("/")[0].removesuffix(".html")
        for category, goal in LIGHTHOUSE_GOALS[site.size].items():
            scores = [round(100 * report["categories"][category]["score"]) for report in reports]
            yield _judged(f"Lighthouse {kind} {category} ≥ {goal}", category, scores, goal)
        shift = max(report["audits"]["cumulative-layout-shift"]["numericValue"] for report in reports)
        yield Result(f"Lighthouse {kind} layout shift ≤ 0.01", f"{shift:.4f}", shift <= 0.01)


def _judged(name: str, category: str, scores: list[int], goal: int) -> Result:
    """The median against its goal; speed that was missed on a machine with other work is not judged."""
    median, load, cores = statistics.median(scores), os.getloadavg()[0], os.cpu_count() or 1
    measured = f"{median:g} (of {', '.join(map(str, scores))})"
    if category == "performance" and median < goal and load > cores:
        return Result(name, f"{measured}; not judged, the machine has other work: load {load:.1f} on {cores}", None)
    return Result(name, measured, median >= goal)


def _lighthouse(url: str) -> Report:
    command = [str(LIGHTHOUSE), url, "--quiet", "--output=json", f"--chrome-flags={' '.join(FLAGS)}"]
    environment = {**os.environ, "CHROME_PATH": str(CHROMIUM)}
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
    report: Report = json.loads(done.stdout)
    return report
