"""Every way to spoil a release that its clients do not see, and the rule that sees it."""

import json
from collections.abc import Callable
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from support.paths import CLEAN
from visavis.cli import main
from visavis.errors import UsageError
from visavis.release.build import build
from visavis.release.checks import RELEASE_RULES, inspect
from visavis.release.manifest import MANIFEST, README
from visavis.validation.findings import remedy, rule_id


@pytest.fixture
def release(tmp_path: Path) -> Path:
    return build(CLEAN, tmp_path)


def replaced(old: str, new: str, path: str = README) -> Callable[[Path], object]:
    def spoil(release: Path) -> None:
        text = (release / path).read_text(encoding="utf-8")
        assert old in text
        (release / path).write_text(text.replace(old, new, 1), encoding="utf-8")

    return spoil


def relabelled(release: Path) -> None:
    path = release / "kb" / "corpus-00000-of-00001.parquet"
    table = pq.read_table(path)
    pq.write_table(table.replace_schema_metadata({}), path)


def shortened(release: Path) -> None:
    manifest = json.loads((release / MANIFEST).read_text(encoding="utf-8"))
    next(entry for entry in manifest["files"] if "rows" in entry)["rows"] += 1
    (release / MANIFEST).write_text(json.dumps(manifest), encoding="utf-8")


SPOILED: "list[tuple[str, str, Callable[[Path], object]]]" = [
    ("release-file", "is not in the manifest", lambda r: (r / "more.txt").write_text("x")),
    ("release-file", "is missing", lambda r: (r / "pictures" / "layers.svg").unlink()),
    ("release-file", "has other bytes", replaced("Not known.", "Known.")),
    ("release-config", "configs has kb twice", replaced("config_name: beads", "config_name: kb")),
    (
        "release-config",
        "dataset_info lacks kb",
        replaced("- config_name: kb\n  features", "- config_name: bk\n  features"),
    ),
    ("release-config", "a config has the key typo", replaced("  default: true", "  typo: true")),
    ("release-config", "not exactly one config", replaced("  default: true\n", "")),
    ("release-config", "../kb", replaced("path: kb/", "path: ../kb/")),
    (
        "release-config",
        ".huggingface.yaml overrides",
        lambda r: (r / ".huggingface.yaml").write_text("{}"),
    ),
    ("release-features", "the card gives", replaced("      dtype: int32", "      dtype: int64")),
    ("release-features", "other features than the code gives its table", relabelled),
    ("release-count", "the manifest counts", shortened),
    ("release-count", "the card counts", replaced("num_examples: ", "num_examples: 7")),
    ("release-count", "a download_size other", replaced("download_size: ", "download_size: 1")),
    ("release-stale", "README.md is not what", replaced("## Uses", "## Usage")),
    (
        "release-stale",
        "sizes.svg is not what",
        replaced("#0072B2", "#0072B3", "pictures/sizes.svg"),
    ),
]


def test_every_rule_is_broken_and_says_what_to_do() -> None:
    assert {rule for rule, *_ in SPOILED} == {rule_id(rule) for rule in RELEASE_RULES}
    assert all(remedy(rule).endswith(".") for rule in RELEASE_RULES)


def test_a_release_as_it_was_built_has_no_findings(release: Path) -> None:
    assert inspect(release, CLEAN) == []
    assert main(["validate", "--corpus", str(CLEAN), "--release", str(release)]) == 0


@pytest.mark.parametrize(("rule", "message", "spoil"), SPOILED, ids=[m for _, m, _ in SPOILED])
def test_a_spoiled_release_is_found(
    release: Path, rule: str, message: str, spoil: Callable[[Path], object]
) -> None:
    spoil(release)
    entries = [finding for finding in inspect(release, CLEAN) if finding.rule == rule]
    assert any(message in finding.message for finding in entries)


def test_a_corpus_that_went_on_makes_its_release_stale(release: Path, clean: Path) -> None:
    replaced('"name_en":"', '"name_en":"New ', "annotations/kb.jsonl")(clean)
    assert main(["validate", "--corpus", str(clean), "--release", str(release)]) == 1


def test_what_is_no_release_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="not a release"):
        inspect(tmp_path, CLEAN)
