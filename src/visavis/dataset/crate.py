"""RO-Crate: the description of a release that archives read, so that a DOI is one upload away.

Source: RO-Crate Metadata Specification 1.1, https://w3id.org/ro/crate/1.1
"""

from collections.abc import Mapping
from typing import Any

from visavis.dataset.croissant import LICENCE_PAGE, About

CRATE = "ro-crate-metadata.json"
_CONTEXT = "https://w3id.org/ro/crate/1.1/context"
_FORMATS = {
    "parquet": "application/vnd.apache.parquet",
    "json": "application/json",
    "md": "text/markdown",
    "svg": "image/svg+xml",
    "cff": "text/yaml",
}
"""Suffix of a file -> its media type; any other is plain text."""


def crate(about: About, sizes: Mapping[str, int]) -> dict[str, Any]:
    """Return the RO-Crate description of a release, as JSON.

    Args:
        about: what the release says of itself.
        sizes: bytes of its files, by path.
    """
    licences = [LICENCE_PAGE.format(licence) for licence in about.licences]
    authors = [
        {"@id": f"#author-{number}", "@type": "Organization", "name": name}
        for number, name in enumerate(about.creators, start=1)
    ]
    root = {
        "@id": "./",
        "@type": "Dataset",
        "name": about.name,
        "description": about.description,
        "version": about.version,
        "keywords": list(about.keywords),
        "inLanguage": list(about.languages),
        "author": [{"@id": author["@id"]} for author in authors],
        "license": [{"@id": page} for page in licences],
        "hasPart": [{"@id": path} for path in sorted(sizes)],
        **({"datePublished": about.published} if about.published else {}),
    }
    descriptor = {
        "@id": CRATE,
        "@type": "CreativeWork",
        "about": {"@id": "./"},
        "conformsTo": {"@id": "https://w3id.org/ro/crate/1.1"},
    }
    pages = [{"@id": page, "@type": "CreativeWork", "name": page} for page in licences]
    return {"@context": _CONTEXT, "@graph": [descriptor, root, *authors, *pages, *_files(sizes)]}


def _files(sizes: Mapping[str, int]) -> list[dict[str, Any]]:
    return [
        {
            "@id": path,
            "@type": "File",
            "name": path,
            "contentSize": str(sizes[path]),
            "encodingFormat": _FORMATS.get(path.rpartition(".")[2], "text/plain"),
        }
        for path in sorted(sizes)
    ]
