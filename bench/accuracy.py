"""accuracy.py DATA: measure how often the program is right, and write docs/accuracy.md and the about page's figures.

DATA is the folder with the editors' data, which stays outside the repository: bench/timex-train (TimeBank and AQUAINT,
TempEval-3), bench/timex_score.py, bench/gold_score.py, bench/make_corpus.py, gold/seeds_gold.json.
"""

from __future__ import annotations

import hashlib
import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import corpus_score

ROOT = Path(__file__).resolve().parent.parent
CORPUS_ARTICLES, CORPUS_SEED = "300", "7"
Row = tuple[str, str]


def main(data: Path) -> None:
    """Measure everything and write both files."""
    parts = (
        ("Date expressions, English news 1989–2000 (TempEval-3 training data, 256 documents)", dates(data)),
        ("The five articles, against an editor’s list", five(data)),
        (f"A made corpus of {CORPUS_ARTICLES} articles (seed {CORPUS_SEED})", corpus(data)),
    )
    (ROOT / "docs/accuracy.md").write_text(page(parts), encoding="utf-8")
    (ROOT / "templates/partials/accuracy.html").write_text(partial(parts), encoding="utf-8")


def dates(data: Path) -> list[Row]:
    """Scores of the tagger: all documents, and the half kept aside, of whose errors a few were seen in passing."""
    rows = []
    files = sorted((data / "bench/timex-train").glob("*.tml"))
    unseen = [file for file in files if int(hashlib.sha256(file.stem.encode()).hexdigest(), 16) % 2]
    for name, chosen in (("all documents", files), ("the half kept aside", unseen)):
        figures = _timex_score(data, chosen)
        for key, text in (("strict", "exact words"), ("relaxed", "overlapping words")):
            rows.append((f"{text} found, F1, {name}", f"{figures[key]['f1']:.1f} %"))
        rows.append((f"and value right, F1, {name}", f"{figures['value']['f1']:.1f} %"))
    return rows


def five(data: Path) -> list[Row]:
    """Scores of the committed timeline."""
    script, gold = data / "bench/gold_score.py", data / "gold/seeds_gold.json"
    printed = _run([str(script), str(gold), str(ROOT / "seeds"), str(ROOT / "site/timeline.json")])
    counts = dict(re.findall(r"(mentions|dates|status|merged|wrong merges|extra|mistakes) +([\d/]+)", printed))
    return [
        ("mentions found", counts["mentions"]),
        ("dates right", counts["dates"]),
        ("status right", counts["status"]),
        ("reports of one event in one entry, pairs", counts["merged"]),
        ("different events in one entry", counts["wrong merges"]),
        ("entries the editor does not have", counts["extra"]),
        ("planted mistakes made", counts["mistakes"]),
    ]


def corpus(data: Path) -> list[Row]:
    """Scores of merging and dating on a corpus made anew."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _run([str(data / "bench/make_corpus.py"), CORPUS_ARTICLES, str(folder / "seeds"), "--seed", CORPUS_SEED])
        (folder / "seeds/gold.json").rename(folder / "gold.json")
        found = corpus_score.score(folder)
    return [
        ("mentions found", _share(found.found)),
        ("event day right, where the article has a date line", _share(found.days)),
        ("mentions of one event in one entry, pairwise F1 over the mentions found", f"{100 * found.f1:.1f} %"),
        ("the same, recall over all mentions", f"{100 * found.recall_of_all:.1f} %"),
        ("context, plans and captions made events", _share(found.distractors)),
    ]


def page(parts: Sequence[tuple[str, list[Row]]]) -> str:
    """docs/accuracy.md."""
    lines = ["# How often it is right", "", "Made by `make accuracy`; every figure was measured, none is a goal.", ""]
    for title, rows in parts:
        lines += [f"## {title}", "", "| what | measured |", "|---|---|", *(f"| {a} | {b} |" for a, b in rows), ""]
    return "\n".join(lines)


def partial(parts: Sequence[tuple[str, list[Row]]]) -> str:
    """The same as the about page shows it; made of our own words only."""
    lines = ["{# made by make accuracy #}"]
    for title, rows in parts:
        lines += [f"<h3>{title}</h3>", '<dl class="figures">']
        lines += [f"<div><dt>{what}</dt> <dd>{measured}</dd></div>" for what, measured in rows]
        lines.append("</dl>")
    return "\n".join(lines) + "\n"


def _timex_score(data: Path, files: Sequence[Path]) -> dict[str, dict[str, float]]:
    script = str(data / "bench/timex_score.py")
    with tempfile.TemporaryDirectory() as name:
        gold, found = Path(name) / "gold", Path(name) / "found.jsonl"
        gold.mkdir()
        for file in files:
            (gold / file.name).write_bytes(file.read_bytes())
        found.write_text(
            _run([str(ROOT / "build.py"), "timex"], _run([script, "--inputs", str(gold)])), encoding="utf-8"
        )
        scores: dict[str, dict[str, dict[str, float]]] = json.loads(_run([script, str(gold), str(found), "--json"]))
    return scores["all"]


def _share(counts: tuple[int, int]) -> str:
    return f"{counts[0]} of {counts[1]} ({100 * counts[0] / max(1, counts[1]):.1f} %)"


def _run(command: Sequence[str], given: str = "") -> str:
    done = subprocess.run([sys.executable, *command], input=given, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"accuracy: {' '.join(command)}: {done.stderr.strip()[-300:]}")
    return done.stdout


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: accuracy.py DATA")
    main(Path(sys.argv[1]))
