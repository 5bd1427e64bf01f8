"""Change the code in one place at a time, and count the changes that the tests notice.

    python -m pytest -q --ignore tests/release/page --cov=visavis --cov-context=test --cov-report=
    python benchmarks/mutants.py [--folders text corpus release] [--sample 100] [--only SURVIVORS]

The changes are those of cosmic-ray, drawn at random in each folder with a fixed seed. The coverage
data of the first command tell which tests run a line; only those are asked. A change that none of
them notices has survived: read it, and write a test, or add it to ``EQUIVALENT`` with the reason
why no test can see it. The table goes to benchmarks/results/mutants.json.
"""

import argparse
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from queue import SimpleQueue
from typing import NamedTuple

from cosmic_ray.ast import ast_nodes, get_ast
from cosmic_ray.mutating import mutate_code
from cosmic_ray.plugins import get_operator
from coverage import CoverageData

ROOT = Path(__file__).parents[1]
PACKAGE = Path("src/visavis")
RESULTS = ROOT / "benchmarks" / "results" / "mutants.json"

OPERATORS = [
    *("ReplaceComparisonOperator_" + pair for pair in (
        "Lt_LtE", "LtE_Lt", "Gt_GtE", "GtE_Gt", "Eq_NotEq", "NotEq_Eq", "Is_IsNot",
        "IsNot_Is",
    )),
    *("ReplaceBinaryOperator_" + pair for pair in (
        "Add_Sub", "Sub_Add", "Mul_FloorDiv", "Div_Mul", "FloorDiv_Mul", "Mod_FloorDiv",
        "BitAnd_BitXor",
    )),
    "AddNot", "NumberReplacer", "ReplaceAndWithOr", "ReplaceOrWithAnd", "ReplaceTrueWithFalse",
    "ReplaceFalseWithTrue", "ReplaceBreakWithContinue", "ReplaceContinueWithBreak",
    "ZeroIterationForLoop",
]  # fmt: skip
"""Those of cosmic-ray whose changes mean something in typed code: one other sign for each sign."""

FIRST = 30
"""Tests that are asked first; most changes are noticed by one of them."""

MOST = 400
"""Tests that are asked of a line that more tests run."""

LONGEST = 300
"""Seconds after which a change that makes the tests run on is counted as noticed."""

EQUIVALENT: dict[str, str] = {}
"""Changes that no test can notice, as ``file:line operator number``, with the reason."""


class Mutant(NamedTuple):
    """One change: the operator, and which of its places in the file."""

    path: str
    line: int
    operator: str
    occurrence: int

    def __str__(self) -> str:
        return f"{self.path}:{self.line} {self.operator} {self.occurrence}"


def mutants(path: Path) -> list[Mutant]:
    """Return every change of one file, in the order of its lines."""
    tree = get_ast((ROOT / path).read_text(encoding="utf-8"))
    changes = []
    for name in OPERATORS:
        operator = get_operator(f"core/{name}")()
        places = [place for node in ast_nodes(tree) for place in operator.mutation_positions(node)]
        changes += [Mutant(path.as_posix(), place[0][0], name, n) for n, place in enumerate(places)]
    return sorted(changes, key=lambda change: change.line)


def drawn(folder: str, size: int, seed: int) -> list[Mutant]:
    """Return ``size`` changes of a folder of the package, drawn without replacement."""
    paths = sorted((ROOT / PACKAGE / folder).rglob("*.py"))
    changes = [change for path in paths for change in mutants(path.relative_to(ROOT))]
    draw = random.Random(f"{folder} {seed}")  # noqa: S311 - a sample that can be drawn again
    return draw.sample(changes, min(size, len(changes)))


def tests_of(data: CoverageData, change: Mutant) -> list[str]:
    """Return the tests that run the line of a change, else those that run its module."""
    name = next(name for name in data.measured_files() if name.endswith("/" + change.path))
    contexts = data.contexts_by_lineno(name)
    own = _tests(contexts.get(change.line, ()))
    return own or _tests(context for line in contexts.values() for context in line)


def _tests(contexts: Iterable[str]) -> list[str]:
    """The tests of contexts, without the parameters, whose signs a command line may not take."""
    return sorted({context.partition("|")[0].partition("[")[0] for context in contexts if context})


def judged(change: Mutant, tests: list[str], tree: Path) -> bool:
    """Whether the tests notice the change, made in a copy of the repository."""
    file = tree / change.path
    code = file.read_text(encoding="utf-8")
    operator = get_operator(f"core/{change.operator}")()
    file.write_text(mutate_code(code, operator, change.occurrence), encoding="utf-8")
    order = tests[:]
    random.Random(0).shuffle(order)  # noqa: S311 - an order that can be had again
    try:
        return any(_fail(part, tree) for part in (order[:FIRST], order[FIRST:MOST]) if part)
    finally:
        file.write_text(code, encoding="utf-8")


def _fail(tests: list[str], tree: Path) -> bool:
    environment = os.environ | {"PYTHONPATH": str(tree / "src")}
    command = [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", *tests]
    try:
        answer = subprocess.run(
            command, cwd=tree, env=environment, capture_output=True, timeout=LONGEST, check=False
        )
    except subprocess.TimeoutExpired:
        return True
    return answer.returncode != 0  # a change by which the tests cannot even be collected too


def copies(folder: Path, number: int) -> "SimpleQueue[Path]":
    """Return copies of the repository in which changes are made, one a process."""
    trees: SimpleQueue[Path] = SimpleQueue()
    names = (".venv", ".git", "node_modules", "dist", ".*_cache", ".coverage")
    for place in range(number):
        shutil.copytree(ROOT, folder / str(place), ignore=shutil.ignore_patterns(*names))
        trees.put(folder / str(place))
    return trees


def survivors(changes: list[Mutant], processes: int) -> list[Mutant]:
    """Return the changes that the tests do not notice, and print each as it is found."""
    data = CoverageData(str(ROOT / ".coverage"))
    data.read()
    unnoticed = []
    with tempfile.TemporaryDirectory() as scratch, ThreadPoolExecutor(processes) as pool:
        trees = copies(Path(scratch), processes)

        def judge(change: Mutant) -> bool:
            tree = trees.get()
            try:
                return judged(change, tests_of(data, change), tree)
            finally:
                trees.put(tree)

        for change, noticed in zip(changes, pool.map(judge, changes), strict=True):
            if not noticed:
                unnoticed.append(change)
                print("survived", change, flush=True)
    return unnoticed


def main() -> None:
    """Judge the drawn changes and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folders", nargs="+", default=["text", "corpus", "release"])
    parser.add_argument("--sample", type=int, default=100)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--processes", type=int, default=1)
    parser.add_argument("--only", type=Path, help="judge only the changes of this file, one a line")
    args = parser.parse_args()
    only = set(args.only.read_text(encoding="utf-8").splitlines()) if args.only else None
    table, unnoticed = {}, []
    for folder in args.folders:
        changes = [
            change
            for change in drawn(folder, args.sample, args.seed)
            if str(change) not in EQUIVALENT and (only is None or str(change) in only)
        ]
        left = survivors(changes, args.processes)
        unnoticed += map(str, left)
        table[folder] = {"changes": len(changes), "noticed": len(changes) - len(left)}
    print(json.dumps(table, indent=1))
    if only is None:
        result = {"seed": args.seed, "folders": table, "survivors": unnoticed}
        RESULTS.write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
