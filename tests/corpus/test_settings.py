"""corpus.toml: what a corpus declares, and how the rules follow it."""

import json
import shutil
from pathlib import Path

import pytest

from support.paths import CLEAN, ROOT
from visavis.cli import main
from visavis.corpus.reading import read
from visavis.corpus.settings import SETTINGS, Settings, parse_settings, read_settings, schema
from visavis.errors import DataError
from visavis.validation.engine import severity
from visavis.validation.folder import check_folder
from visavis.validation.rules import COMPLETE, RULES
from visavis.validation.rules.translation import sentence_quotes

ALL = [rule for rules in RULES.values() for rule in rules]


def test_a_folder_without_the_file_has_every_layer_partial(tmp_path: Path) -> None:
    settings = read_settings(tmp_path)
    assert settings == Settings()
    assert settings.state("mentions", "a") == "partial"


def test_an_article_overrides_the_state_of_a_layer() -> None:
    settings = parse_settings('[layers]\nmentions = "none"\n[articles.a]\nmentions = "complete"\n')
    assert settings.state("mentions", "a") == "complete"
    assert settings.state("mentions", "b") == "none"
    assert settings.complete("mentions", ["a", "b"]) == ["a"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("nmae = 'x'", "corpus.toml: Object contains unknown field `nmae`"),
        ("name = 'Été'", "corpus.toml: Expected `str` matching regex"),
        ("name =", "corpus.toml: not TOML (Invalid value"),
        ("direction = 'de-fr'", "corpus.toml: Invalid enum value 'de-fr' - at `$.direction`"),
        ("[layers]\nmention = 'none'", "[layers]: there is no layer 'mention'. Did you mean men"),
        ("[articles.a]\nxyz = 'none'", "[articles.a]: there is no layer 'xyz'. Choose among reg"),
        ("[layers]\nmentions = 'done'", "Invalid enum value 'done' - at `$.layers[...]`"),
        ("[splits]\ntest = 1.5", "Expected `float` <= 1.0 - at `$.splits.test`"),
    ],
)
def test_a_wrong_key_or_value_is_refused(text: str, message: str) -> None:
    with pytest.raises(DataError) as refused:
        parse_settings(text)
    assert message in str(refused.value)


def test_a_rule_that_does_not_exist_is_refused(clean: Path) -> None:
    (clean / SETTINGS).write_text('[rules]\nsentence-quote = "off"\n', encoding="utf-8")
    with pytest.raises(DataError, match=r"no rule 'sentence-quote'\. Did you mean sentence-quotes"):
        list(check_folder(clean))


def test_a_rule_is_raised_lowered_and_switched_off() -> None:
    assert severity(sentence_quotes) == "warning"
    for level in ("off", "warning", "error"):
        settings = parse_settings(f'[rules]\nsentence-quotes = "{level}"\n')
        assert severity(sentence_quotes, settings) == level


@pytest.mark.parametrize(("level", "status"), [("off", 0), ("warning", 0), ("error", 1)])
def test_the_level_of_a_rule_decides_the_exit_status(
    level: str, status: int, clean: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(CLEAN.parent / "sentence-quotes", clean, dirs_exist_ok=True)
    (clean / SETTINGS).write_text(f'[rules]\nsentence-quotes = "{level}"\n', encoding="utf-8")
    assert main(["validate", "--corpus", str(clean)]) == status
    assert ("[sentence-quotes]" in capsys.readouterr().out) == (level != "off")


@pytest.mark.parametrize("rule", ["candidate-undecided", "counterpart-missing", "label-rate"])
def test_incompleteness_is_a_finding_only_where_a_layer_is_complete(rule: str, clean: Path) -> None:
    shutil.copytree(CLEAN.parent / rule, clean, dirs_exist_ok=True)
    removed = clean / "removed.txt"
    for name in removed.read_text(encoding="utf-8").split() if removed.exists() else []:
        (clean / name).unlink()
    assert rule in {finding.rule for finding in check_folder(clean)}
    (clean / SETTINGS).unlink()
    assert rule not in {finding.rule for finding in check_folder(clean)}


def test_rules_that_presume_completeness_name_layers() -> None:
    assert set(COMPLETE) <= set(ALL)
    for layers in COMPLETE.values():
        parse_settings("[layers]\n" + "".join(f'{layer} = "complete"\n' for layer in layers))


def test_this_corpus_declares_itself_complete() -> None:
    settings = read_settings(ROOT)
    corpus = read(ROOT)
    assert all(settings.state(layer, "000") == "complete" for layer in corpus.layers)


def test_the_published_schema_is_current() -> None:
    path = ROOT / "docs" / "reference" / "corpus.schema.json"
    assert path.read_text(encoding="utf-8") == json.dumps(schema(), indent=1) + "\n"
