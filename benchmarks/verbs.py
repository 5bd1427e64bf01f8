"""CPU seconds of everyday verbs, beside those of the code at another revision, in one run.

python benchmarks/verbs.py [--against REVISION] [--rounds 3]

Each verb runs in a process of its own on this corpus (validate also on thirteen of its articles);
the best of the rounds counts, the two codes taking turns.
"""

import argparse
import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
RESULTS = ROOT / "benchmarks" / "results" / "verbs.json"
ARTICLES = 13
"""Articles of the small corpus."""

VERBS = {
    "list": ["list"],
    "view": ["view", "mistral-asml"],
    "stats": ["stats"],
    "validate, 13 articles": ["validate", "--corpus", "{small}"],
    "validate": ["validate"],
    "diff of two releases": ["diff", "{release}", "{release}"],
}


def cpu(command: list[str], source: Path) -> float:
    """Return the CPU seconds of a process that runs the package of ``source``."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    environment = os.environ | {"PYTHONPATH": str(source / "src")}
    subprocess.run(
        [sys.executable, "-m", "visavis", *command],
        cwd=ROOT,
        env=environment,
        check=False,
        capture_output=True,
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def small_corpus(folder: Path) -> Path:
    """Return a copy of the corpus with its last ``ARTICLES`` articles."""
    for name in ("raw", "annotations"):
        shutil.copytree(ROOT / name, folder / name)
    for name in ("corpus.toml", "dataset_card.md"):
        shutil.copyfile(ROOT / name, folder / name)
    rows = (ROOT / "raw" / "articles.jsonl").read_text(encoding="utf-8").splitlines()
    ids = [json.loads(row)["id"] for row in rows[:-ARTICLES]]
    command = [sys.executable, "-m", "visavis", "remove", *ids, "--yes", "--corpus", str(folder)]
    subprocess.run(command, check=True, capture_output=True)
    return folder


def main() -> None:
    """Print the table and write it to ``results/verbs.json``."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--against", default="HEAD~1", help="the revision to compare with")
    parser.add_argument("--rounds", type=int, default=3)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        other = Path(scratch) / "other"
        git = shutil.which("git") or "git"
        subprocess.run(
            [git, "worktree", "add", "--detach", str(other), args.against],
            cwd=ROOT,
            check=True,
            capture_output=True,
        )
        try:
            places = {"small": str(small_corpus(Path(scratch) / "small")), "release": ""}
            build = [sys.executable, "-m", "visavis", "build", "--dist", f"{scratch}/dist"]
            answer = subprocess.run(build, cwd=ROOT, check=True, capture_output=True, text=True)
            places["release"] = answer.stdout.strip()
            rows = {}
            for verb, words in VERBS.items():
                command = [word.format(**places) for word in words]
                times = [
                    [cpu(command, source) for source in (ROOT, other)] for _ in range(args.rounds)
                ]
                new, old = (min(column) for column in zip(*times, strict=True))
                rows[verb] = {"seconds": round(new, 2), "of_before": round(new / old, 2)}
                print(f"{verb:24} {new:6.2f} s CPU, {new / old:4.2f} of {args.against}")
        finally:
            subprocess.run([git, "worktree", "remove", "--force", str(other)], cwd=ROOT, check=True)
    RESULTS.parent.mkdir(exist_ok=True)
    RESULTS.write_text(json.dumps(rows, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
