"""Data goes one way: a module imports only from the modules named before it."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import visavis

PACKAGE = Path(__file__).parents[1] / "src" / "visavis"

PIPELINE = [
    "errors",
    "files",
    "terminal",
    "languages",
    "text",
    "corpus",
    "alignment",
    "annotation",
    "dataset",
    "validation",
    "release",
    "hub",
    "loading",
    "commands",
    "cli",
]
"""The modules and folders of the package, in the order in which data flows."""

ADAPTERS = {
    "label_studio_sdk": "annotation",
    "huggingface_hub": "hub",
    "sentence_transformers": "alignment",
    "cryptography": "release",
}
"""Each vendor library and the one module that may import it."""


def imports(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {f"{node.module}.{alias.name}" for alias in node.names} | {node.module}
    return found


def stage(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


MODULES = [p for p in sorted(PACKAGE.rglob("*.py")) if not stage(p).startswith("__")]


def test_the_pipeline_names_every_module() -> None:
    assert sorted({stage(path) for path in MODULES}) == sorted(PIPELINE)


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_a_module_imports_only_from_those_before_it(path: Path) -> None:
    allowed = {*PIPELINE[: PIPELINE.index(stage(path)) + 1], "__version__"}
    used = {name.split(".")[1] for name in imports(path) if name.startswith("visavis.")}
    assert used <= allowed


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_a_vendor_library_is_imported_by_its_adapter_only(path: Path) -> None:
    vendors = {name.split(".")[0] for name in imports(path)} & ADAPTERS.keys()
    assert {ADAPTERS[vendor] for vendor in vendors} <= {stage(path)}


def test_importing_the_package_imports_nothing_heavy() -> None:
    code = "import sys, visavis; print(*{m.split('.')[0] for m in sys.modules})"
    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    heavy = {"datasets", "polars", "pyarrow", "pandas", "numpy", "huggingface_hub", "msgspec"}
    assert not heavy & set(loaded.stdout.split())


def test_every_public_name_is_there() -> None:
    assert visavis.__all__ == sorted(visavis.__all__)
    assert all(callable(getattr(visavis, name)) for name in visavis.__all__)
    assert set(visavis.__all__) <= set(dir(visavis))
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = visavis.nothing
