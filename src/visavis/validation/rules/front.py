"""Rules on the front matter of the card: keys and words that the Hub knows, each key once."""

import functools
import json
from collections import Counter
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from visavis.corpus.card import CARD, front_lines, parse
from visavis.errors import DataError
from visavis.validation.rules.card import findings

if TYPE_CHECKING:
    from collections.abc import Iterator

    import polars as pl

    from visavis.corpus.model import Corpus

KEYS = frozenset([
    "annotations_creators", "arxiv", "configs", "dataset_info", "doi",
    "extra_gated_button_content", "extra_gated_description", "extra_gated_eu_disallowed",
    "extra_gated_fields", "extra_gated_heading", "extra_gated_prompt", "language",
    "language_bcp47", "language_creators", "language_details", "license", "license_details",
    "license_link", "license_name", "multilinguality", "paperswithcode_id", "pretty_name",
    "size_categories", "source_datasets", "tags", "task_categories", "task_ids", "thumbnail",
    "train-eval-index", "version", "viewer",
])  # fmt: skip
"""The keys that the Hub reads in the front matter of a dataset card, and ``version``."""

TASKS = frozenset([
    "any-to-any", "audio-classification", "audio-text-to-text", "audio-to-audio",
    "automatic-speech-recognition", "depth-estimation", "document-question-answering",
    "feature-extraction", "fill-mask", "graph-ml", "image-classification",
    "image-feature-extraction", "image-segmentation", "image-text-to-image",
    "image-text-to-text", "image-text-to-video", "image-to-3d", "image-to-image",
    "image-to-text", "image-to-video", "keypoint-detection", "mask-generation",
    "multiple-choice", "object-detection", "other", "question-answering",
    "reinforcement-learning", "robotics", "sentence-similarity", "summarization",
    "table-question-answering", "table-to-text", "tabular-classification", "tabular-regression",
    "tabular-to-text", "text-classification", "text-generation", "text-ranking",
    "text-retrieval", "text-to-3d", "text-to-audio", "text-to-image", "text-to-speech",
    "text-to-video", "text2text-generation", "time-series-forecasting", "token-classification",
    "translation", "unconditional-image-generation", "video-classification",
    "video-text-to-text", "video-to-video", "visual-document-retrieval",
    "visual-question-answering", "voice-activity-detection", "zero-shot-classification",
    "zero-shot-image-classification", "zero-shot-object-detection",
])  # fmt: skip
"""The task categories of the Hub."""

LICENCES = frozenset([
    "afl-3.0", "agpl-3.0", "apache-2.0", "apple-amlr", "apple-ascl", "artistic-2.0",
    "bigcode-openrail-m", "bigscience-bloom-rail-1.0", "bigscience-openrail-m", "bsd",
    "bsd-2-clause", "bsd-3-clause", "bsd-3-clause-clear", "bsl-1.0", "c-uda", "cc", "cc-by-2.0",
    "cc-by-2.5", "cc-by-3.0", "cc-by-4.0", "cc-by-nc-2.0", "cc-by-nc-3.0", "cc-by-nc-4.0",
    "cc-by-nc-nd-3.0", "cc-by-nc-nd-4.0", "cc-by-nc-sa-2.0", "cc-by-nc-sa-3.0",
    "cc-by-nc-sa-4.0", "cc-by-nd-4.0", "cc-by-sa-3.0", "cc-by-sa-4.0", "cc0-1.0",
    "cdla-permissive-1.0", "cdla-permissive-2.0", "cdla-sharing-1.0", "creativeml-openrail-m",
    "deepfloyd-if-license", "ecl-2.0", "epl-1.0", "epl-2.0", "etalab-2.0", "eupl-1.1",
    "eupl-1.2", "fair-noncommercial-research-license", "gemma", "gfdl", "gpl", "gpl-2.0",
    "gpl-3.0", "h-research", "intel-research", "isc", "lgpl", "lgpl-2.1", "lgpl-3.0", "lgpl-lr",
    "llama2", "llama3", "llama3.1", "llama3.2", "llama3.3", "llama4", "lppl-1.3c", "mit",
    "mpl-2.0", "ms-pl", "ncsa", "odbl", "odc-by", "ofl-1.1", "openmdw-1.0", "openrail",
    "openrail++", "osl-3.0", "other", "pddl", "postgresql", "unknown", "unlicense", "wtfpl",
    "zlib",
])  # fmt: skip
"""The identifiers of licences that the Hub knows."""


def card_keys(corpus: "Corpus") -> "pl.DataFrame":
    """The front matter has a doubled key, or a key or word that the Hub does not know.

    Of a doubled key the last silently wins. An unknown key, task, language or licence is not shown,
    filtered by or searched for: the mistake is seen by nobody.

    Remedy: correct the word; languages are ISO 639 codes, licences and tasks as the Hub lists them.
    """
    try:
        front = parse(corpus.card or "", CARD).front
        lines = front_lines(corpus.card or "")
    except (DataError, yaml.YAMLError):
        return findings([])
    place = dict(lines)
    counts = Counter(key for key, _ in lines)
    entries = [
        *((key, f"has {key} {n} times, the last wins") for key, n in counts.items() if n > 1),
        *((key, f"has the key {key}, which the Hub does not read") for key in _unknown(front)),
        *_words(front),
    ]
    return findings(
        (CARD, place.get(key, 1), f"the front matter {message}") for key, message in entries
    )


def _unknown(front: dict[str, Any]) -> list[str]:
    return [str(key) for key in front if str(key) not in KEYS]


def _words(front: dict[str, Any]) -> "Iterator[tuple[str, str]]":
    """Yield the key and what is wrong for each word that the Hub does not know."""
    for task in _listed(front, "task_categories"):
        if task not in TASKS:
            yield "task_categories", f"names the task {task}, which the Hub does not know"
    for licence in _listed(front, "license"):
        if licence not in LICENCES:
            meant = licence.lower() if licence.lower() in LICENCES else "other with a license_name"
            yield (
                "license",
                f"names the licence {licence}, which the Hub does not know; write {meant}",
            )
    codes, names = _languages()
    for language in _listed(front, "language"):
        if language.partition("-")[0] not in codes:
            meant = names.get(language.casefold(), "")
            yield (
                "language",
                f"names the language {language}, which is no code"
                + (f"; write {meant}" if meant else ""),
            )


def _listed(front: dict[str, Any], key: str) -> list[str]:
    """Return the words of a key, which may be one or a list; what is no word is for others."""
    value = front.get(key)
    return [
        str(word)
        for word in (value if isinstance(value, list) else [value])
        if isinstance(word, str)
    ]


@functools.cache
def _languages() -> tuple[frozenset[str], dict[str, str]]:
    """Return the codes of languages, and the shortest code of each English name."""
    # To find the file is not to import the package, which takes more than all rules together.
    package = find_spec("datasets")
    folder = Path(package.origin or "").parent if package else Path()
    path = folder / "utils" / "resources" / "languages.json"
    by_code: dict[str, str] = json.loads(path.read_text(encoding="utf-8"))
    names: dict[str, str] = {}
    for code in sorted(by_code, key=len, reverse=True):
        for name in by_code[code].split(";"):
            names[name.strip().casefold()] = code
    return frozenset(by_code) - {"code"}, names
