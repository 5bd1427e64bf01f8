"""The names of passes: ids, and never a way out of the folder of passes."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from visavis import cli
from visavis.annotation import passes
from visavis.annotation.studio.folders import Choice
from visavis.errors import UsageError

BAD = ["", ".", "..", "../../..", "a/b", "reader one", "a\n", "é", "_x", "a" * 65, "/etc"]
LINES = {
    "studio push": ["studio", "push", "--url", "http://127.0.0.1:9", "--pass=NAME"],
    "studio pull": ["studio", "pull", "--url", "http://127.0.0.1:9", "--pass=NAME"],
    "suggest": ["suggest", "--pass=NAME"],
    "worksheet": ["worksheet", "a", "--pass=NAME"],
    "kb accept": ["kb", "accept", "NAME"],
}


@pytest.mark.parametrize("name", BAD)
@pytest.mark.parametrize("line", LINES.values(), ids=LINES.keys())
def test_a_name_that_is_no_id_is_refused(
    line: list[str], name: str, clean: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = {path: path.read_bytes() for path in clean.parent.rglob("*") if path.is_file()}
    arguments = [word.replace("NAME", name) for word in line]
    assert cli.main([*arguments, "--corpus", str(clean)]) == 2
    assert f"{name!r} is not the name of a pass. Use " in capsys.readouterr().err
    assert before == {path: path.read_bytes() for path in clean.parent.rglob("*") if path.is_file()}


@pytest.mark.parametrize("name", ["", "pass", "pass ", "pass a b", "pass ..", "adjudicate a", "x"])
def test_a_project_has_one_of_three_names(name: str) -> None:
    with pytest.raises(UsageError):
        Choice(name, ("mentions",))


@pytest.mark.parametrize("name", ["gold", "pass " + "a" * 64, "adjudicate a-1 B_2"])
def test_the_three_names_of_projects(name: str) -> None:
    assert [*Choice(name, ("mentions",)).passes] == name.split()[1:]


@given(st.text(max_size=70) | st.from_regex(r"[A-Za-z0-9_./-]{0,66}", fullmatch=True))
def test_a_pass_is_a_folder_directly_below_that_of_passes(name: str) -> None:
    corpus = Path("/corpus")
    try:
        folder = passes.pass_folder(corpus, name)
    except UsageError:
        return
    assert folder.parent == corpus / passes.PASSES
    assert folder.name == name
    assert name.isascii()
