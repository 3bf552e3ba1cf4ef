#!/usr/bin/env python3
"""Build the timeline: seeds/ to content/ to site/. `python build.py --help` shows every command."""

import gc
import sys


def main() -> int:
    """Run the command line and return its exit status: 0 done, 1 problems in the input, 2 usage or nothing written."""
    if sys.version_info < (3, 11):  # noqa: UP036 - the line a user of an older Python sees instead of a traceback
        print("build.py: needs Python 3.11 or newer; this is " + sys.version.split()[0], file=sys.stderr)
        return 2
    from generator import stamp

    if stamp.repeat(sys.argv[1:]):
        return 0
    gc.set_threshold(100_000)  # hardly any cycles are made: one look for them takes 6 % of a build of five articles
    try:
        from generator import cli

        status = cli.main(sys.argv[1:])
    except ModuleNotFoundError as error:
        if (error.name or "").split(".")[0] == "generator":
            raise
        print(
            f"build.py: the package '{error.name}' is not installed; run 'make site', "
            "or 'python -m pip install --require-hashes -r requirements.lock'",
            file=sys.stderr,
        )
        return 2
    gc.freeze()  # the process ends: what it holds need not be searched for cycles once more
    return status


if __name__ == "__main__":
    sys.exit(main())
