"""The reference pages and the site are made from the code, and current."""

import importlib.util
import os
import subprocess
import sys
from types import ModuleType

import pytest
import yaml

from support.paths import ROOT

DOCS = ROOT / "docs"


def reference() -> ModuleType:
    spec = importlib.util.spec_from_file_location("reference", ROOT / "scripts" / "reference.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.skipif(sys.version_info[:2] != (3, 11), reason="help texts are those of Python 3.11")
def test_the_reference_is_current() -> None:
    run = subprocess.run(
        [sys.executable, str(ROOT / "scripts" / "reference.py"), "--check"],
        env=os.environ | {"COLUMNS": "100"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr


def test_every_record_type_of_a_row_file_has_its_meanings() -> None:
    module = reference()
    for path, kind in module.FILES.items():
        assert kind.__doc__, path
        for field in module.fields(kind):
            assert any(meta.description for meta in module.metas(field.type)), (path, field.name)


def test_every_page_is_in_the_site() -> None:
    config = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    nav = str(yaml.safe_load(config)["nav"])
    pages = {path.relative_to(DOCS).as_posix() for path in DOCS.rglob("*.md")}
    guidelines = {path.name for path in (ROOT / "annotations" / "guidelines").glob("*.md")}
    assert [page for page in sorted(pages) if page not in nav] == []
    assert [page for page in sorted(guidelines) if f"guidelines/{page}" not in nav] == []
