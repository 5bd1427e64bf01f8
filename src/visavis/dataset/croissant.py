"""Croissant: the description of a release that machines read, with its responsible-AI fields.

Croissant 1.1 (https://docs.mlcommons.org/croissant/docs/croissant-spec-1.1.html) and its RAI
vocabulary 1.0. The prose is that of the card; nothing is told twice.
"""

from typing import TYPE_CHECKING, Any, NamedTuple

import polars as pl

from visavis.dataset.columns import kind, meaning
from visavis.dataset.tables import CONFIGS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from polars.datatypes import DataTypeClass

CROISSANT = "croissant.json"
CONFORMS_TO = (
    "http://mlcommons.org/croissant/1.1",
    "http://mlcommons.org/croissant/RAI/1.0",
)

RAI = {
    "dataCollection": ("acquired", "mechanisms"),
    "dataCollectionType": ("acquired",),
    "dataCollectionMissingData": ("missing",),
    "dataCollectionRawData": ("raw",),
    "dataCollectionTimeframe": ("timeframe",),
    "dataImputationProtocol": ("missing",),
    "dataPreprocessingProtocol": ("preprocessed",),
    "dataManipulationProtocol": ("preprocessed",),
    "dataAnnotationProtocol": ("labels",),
    "dataAnnotationPlatform": ("software",),
    "dataAnnotationAnalysis": ("errors",),
    "annotationsPerItem": ("labels",),
    "annotatorDemographics": ("annotators",),
    "machineAnnotationTools": ("software",),
    "dataUseCases": ("used", "tasks"),
    "dataBiases": ("impact",),
    "dataLimitations": ("avoid", "errors"),
    "dataSocialImpact": ("analysis",),
    "personalSensitiveInformation": ("individuals", "sensitive"),
    "dataReleaseMaintenancePlan": ("updated", "versions"),
}
"""Property of the RAI vocabulary -> the entries of the datasheet that answer it."""

_CONTEXT = {
    "@language": "en",
    "@vocab": "https://schema.org/",
    "arrayShape": "cr:arrayShape",
    "citeAs": "cr:citeAs",
    "column": "cr:column",
    "conformsTo": "dct:conformsTo",
    "containedIn": "cr:containedIn",
    "cr": "http://mlcommons.org/croissant/",
    "data": {"@id": "cr:data", "@type": "@json"},
    "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
    "dct": "http://purl.org/dc/terms/",
    "examples": {"@id": "cr:examples", "@type": "@json"},
    "extract": "cr:extract",
    "field": "cr:field",
    "fileObject": "cr:fileObject",
    "fileProperty": "cr:fileProperty",
    "fileSet": "cr:fileSet",
    "format": "cr:format",
    "includes": "cr:includes",
    "isArray": "cr:isArray",
    "isLiveDataset": "cr:isLiveDataset",
    "jsonPath": "cr:jsonPath",
    "key": "cr:key",
    "md5": "cr:md5",
    "parentField": "cr:parentField",
    "path": "cr:path",
    "equivalentProperty": "cr:equivalentProperty",
    "repeated": "cr:repeated",
    "samplingRate": "cr:samplingRate",
    "rai": "http://mlcommons.org/croissant/RAI/",
    "recordSet": "cr:recordSet",
    "references": "cr:references",
    "regex": "cr:regex",
    "replace": "cr:replace",
    "sc": "https://schema.org/",
    "separator": "cr:separator",
    "source": "cr:source",
    "subField": "cr:subField",
    "transform": "cr:transform",
}
HUB = "https://huggingface.co/datasets"
LICENCE_PAGE = "https://spdx.org/licenses/{}.html"


class File(NamedTuple):
    """A Parquet file of a release."""

    config: str
    split: str
    path: str
    sha256: str
    size: str


class About(NamedTuple):
    """What a release says of itself; what is not known is left out."""

    name: str
    version: str
    description: str
    licences: "Sequence[str]"
    languages: "Sequence[str]"
    keywords: "Sequence[str]"
    creators: "Sequence[str]"
    published: str | None
    cite_as: str | None
    repository: str | None = None

    @property
    def url(self) -> str | None:
        """Where the data set is on the Hub."""
        return f"{HUB}/{self.repository}" if self.repository else None


def metadata(
    about: About,
    answers: "Mapping[str, str]",
    files: "Iterable[File]",
    schemas: "Mapping[str, pl.Schema]",
) -> dict[str, Any]:
    """The Croissant description of a release, as JSON.

    Args:
        about: what the release says of itself.
        answers: the entries of its datasheet, by id.
        files: its Parquet files.
        schemas: the columns of each of its tables, without ``split``.
    """
    files = list(files)
    configs = [name for name in schemas if any(file.config == name for file in files)]
    return {
        "@context": _CONTEXT,
        "@type": "sc:Dataset",
        "conformsTo": list(CONFORMS_TO),
        "name": about.name,
        "description": about.description,
        "version": about.version,
        "license": [LICENCE_PAGE.format(licence) for licence in about.licences],
        "inLanguage": list(about.languages),
        "keywords": list(about.keywords),
        "creator": [{"@type": "sc:Organization", "name": name} for name in about.creators],
        **_published(about),
        **({"citeAs": about.cite_as} if about.cite_as else {}),
        "isLiveDataset": False,
        **_responsible(answers),
        "distribution": [_object(file, about) for file in files] + [_set(name) for name in configs],
        "recordSet": [_records(name, schemas[name]) for name in configs],
    }


def _responsible(answers: "Mapping[str, str]") -> dict[str, str]:
    record = {
        f"rai:{name}": " ".join(answers[entry] for entry in entries if entry in answers)
        for name, entries in RAI.items()
    }
    return {name: text for name, text in record.items() if text}


def _published(about: About) -> dict[str, Any]:
    """When and where a release is published, as far as the corpus says so."""
    days = dict.fromkeys(("datePublished", "dateModified"), about.published)
    dates = days if about.published else {}
    if about.repository is None:
        return dates
    owner = about.repository.partition("/")[0]
    return {
        **dates,
        "url": about.url,
        "identifier": f"{about.url}/tree/v{about.version}",
        "publisher": {"@type": "sc:Organization", "name": owner},
    }


def _object(file: File, about: About) -> dict[str, Any]:
    place = f"{about.url}/resolve/v{about.version}/" if about.repository else ""
    return {
        "@type": "cr:FileObject",
        "@id": file.path,
        "name": file.path,
        "contentUrl": f"{place}{file.path}",
        "contentSize": f"{file.size} B",
        "encodingFormat": "application/x-parquet",
        "sha256": file.sha256,
    }


def _set(config: str) -> dict[str, Any]:
    return {
        "@type": "cr:FileSet",
        "@id": f"{config}-files",
        "name": f"{config}-files",
        "encodingFormat": "application/x-parquet",
        "includes": f"{config}/*.parquet",
    }


def _records(config: str, schema: pl.Schema) -> dict[str, Any]:
    return {
        "@type": "cr:RecordSet",
        "@id": config,
        "name": config,
        "description": f"a row is {CONFIGS[config].row}",
        "field": [_split(config)] + [_field(config, name, dtype) for name, dtype in schema.items()],
    }


def _split(config: str) -> dict[str, Any]:
    """The split of a record, which its file's path tells."""
    return {
        "@type": "cr:Field",
        "@id": f"{config}/split",
        "name": "split",
        "description": meaning(config, "split"),
        "dataType": "sc:Text",
        "source": {
            "fileSet": {"@id": f"{config}-files"},
            "extract": {"fileProperty": "fullpath"},
            "transform": {"regex": r"^(?:.*/)?(\w+)-[^/]*$"},
        },
    }


def _field(config: str, name: str, dtype: "pl.DataType | DataTypeClass") -> dict[str, Any]:
    inner = dtype.inner if isinstance(dtype, pl.List) else dtype
    described: dict[str, Any] = {
        "@type": "cr:Field",
        "@id": f"{config}/{name}",
        "name": name,
        "description": f"{meaning(config, name)} ({_labels(dtype)})",
    }
    if isinstance(dtype, pl.List):
        described |= {"isArray": True, "arrayShape": "-1"}
    if isinstance(inner, pl.Struct):
        parts = [
            {
                "@type": "cr:Field",
                "@id": f"{config}/{name}/{part.name}",
                "name": part.name,
                "description": _labels(part.dtype),
                "dataType": _type(part.dtype),
                "source": _source(config, name) | {"transform": {"jsonPath": part.name}},
            }
            for part in inner.fields
        ]
        return described | {"subField": parts}
    return described | {"dataType": _type(inner), "source": _source(config, name)}


def _source(config: str, column: str) -> dict[str, Any]:
    return {"fileSet": {"@id": f"{config}-files"}, "extract": {"column": column}}


def _labels(dtype: "pl.DataType | DataTypeClass") -> str:
    """The type in words; of a label, which word each number stands for."""
    inner = dtype.inner if isinstance(dtype, pl.List) else dtype
    if isinstance(inner, pl.Enum):
        return ", ".join(f"{rank}: {word}" for rank, word in enumerate(inner.categories))
    return kind(dtype)


def _type(dtype: "pl.DataType | DataTypeClass") -> str:
    if isinstance(dtype, pl.Enum):
        return "sc:Integer"
    if isinstance(dtype, pl.Decimal):
        return "sc:Float"
    return {
        "String": "sc:Text",
        "Boolean": "sc:Boolean",
        "Int32": "sc:Integer",
        "Float64": "sc:Float",
    }[str(dtype)]
