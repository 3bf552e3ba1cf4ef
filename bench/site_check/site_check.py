"""site_check.py SITE [--big SITE] [--only PART]: hold published sites to the goals of docs/site.md.

browser: what Chromium shows, with axe-core; nu: the Nu HTML checker; lighthouse; exports: feedparser, icalendar,
bibtexparser, PyLD, jsonschema and lxml read what the site offers. `make site-check` installs them. One line a goal;
exit status 1 where one is missed. What this machine cannot run is named with the reason; with --strict it is a miss.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path

from browser import check_in_browser
from exports import check_exports
from sites import Result, Site, served
from tools import check_with_lighthouse, check_with_nu

LIGHTHOUSE_RUNS = 3


def main(arguments: list[str]) -> int:
    """Check the sites named, print a line a goal; 0 when none is missed."""
    given = _parser().parse_args(arguments)
    parts: Mapping[str, Callable[[Site], Iterator[Result]]] = {
        "browser": check_in_browser,
        "nu": check_with_nu,
        "lighthouse": partial(check_with_lighthouse, runs=given.runs),
        "exports": check_exports,
    }
    results = []
    for folder, size in ((given.site, "small"), (given.big, "big")):
        if folder:
            print(f"{folder} ({size})", flush=True)
            with served(folder.resolve(), size) as site:
                chosen = (check for part, check in parts.items() if part in (given.only or parts))
                results += [_printed(result) for check in chosen for result in check(site)]
    return int(any(result.met is False or (given.strict and result.met is None) for result in results))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("site", type=Path, help="a site of some dozens of events")
    parser.add_argument("--big", type=Path, help="a site of a thousand events")
    choices = ("browser", "nu", "lighthouse", "exports")
    parser.add_argument("--only", action="append", choices=choices, help="this part alone; may be given again")
    parser.add_argument("--runs", type=int, default=LIGHTHOUSE_RUNS, help="of Lighthouse; their median counts")
    parser.add_argument("--strict", action="store_true", help="what could not be measured is a miss")
    return parser


def _printed(result: Result) -> Result:
    print(f"  {result}", flush=True)
    return result


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
