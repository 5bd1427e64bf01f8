"""The type system of our CAS files: INCEpTION's custom layers, made of the layers of the corpus."""

from functools import cache
from typing import Any

from visavis.annotation.studio.interface import Attribute, attributes
from visavis.corpus.layers import SPAN_LAYERS
from visavis.errors import UsageError

Vendor = Any
"""What dkpro-cassis makes: it declares its types by names at run time."""

DKPRO = "de.tudarmstadt.ukp.dkpro.core.api."
SENTENCE = f"{DKPRO}segmentation.type.Sentence"
TOKEN = f"{DKPRO}segmentation.type.Token"
META = f"{DKPRO}metadata.type.DocumentMetaData"
ENTITY = f"{DKPRO}ner.type.NamedEntity"
CUSTOM = "webanno.custom."
WORDS = f"{CUSTOM}Words"
BEADS = f"{CUSTOM}Beads"

STRUCTURE = frozenset(
    {SENTENCE, TOKEN, META, WORDS, BEADS, "uima.tcas.DocumentAnnotation", "uima.cas.Sofa"}
)
"""Types that are no annotation of a layer."""


def library() -> Vendor:
    """Return the module of dkpro-cassis.

    Raises:
        UsageError: it is not installed.
    """
    try:
        import cassis  # noqa: PLC0415 - an extra, imported where it is used
    except ImportError as error:
        msg = "dkpro-cassis is not installed"
        raise UsageError(msg, remedy="Run `pip install visavis[cas]`.") from error
    return cassis


def type_name(layer: str, field: str = "") -> str:
    """Return the type of the spans of a layer, or of what a field of it makes."""
    name = "".join(part.capitalize() for part in field.split("_"))
    return f"{CUSTOM}{layer.capitalize()}{name}"


def is_relation(each: Attribute) -> bool:
    """Return whether a field names a span of its own layer, and is a relation of INCEpTION."""
    return each.kind == "reference" and each.refers == each.layer


def linked(layer: str) -> list[Attribute]:
    """Return the fields of a layer that are link features."""
    return [
        each
        for each in attributes(layer)
        if each.kind in {"reference", "words", "pieces"} and not is_relation(each)
    ]


@cache
def typesystem() -> Vendor:
    """Return the types of sentences, tokens, beads and all layers."""
    system = library().TypeSystem()
    system.create_type(SENTENCE)
    system.create_type(TOKEN)
    meta = system.create_type(META, "uima.tcas.DocumentAnnotation")
    for name in ("documentTitle", "documentId"):
        system.create_feature(meta, name, "uima.cas.String")
    words = system.create_type(WORDS)
    system.create_feature(words, "label", "uima.cas.String")
    beads = system.create_type(BEADS)
    for name in ("id", "method", "confidence"):
        system.create_feature(beads, name, "uima.cas.String")
    system.create_feature(beads, "verified", "uima.cas.Boolean")
    system.create_feature(beads, "place", "uima.cas.Integer")
    for layer in SPAN_LAYERS:
        system.create_type(type_name(layer))
    for layer in SPAN_LAYERS:
        _add_features(system, layer)
    return system


def _add_features(system: Vendor, layer: str) -> None:
    own = system.get_type(type_name(layer))
    for name in ("id", "label", "other"):
        system.create_feature(own, name, "uima.cas.String")
    ranges = {"choice": "String", "text": "String", "choices": "StringArray", "flag": "Boolean"}
    for each in attributes(layer):
        if is_relation(each):
            relation = system.create_type(type_name(layer, each.name))
            system.create_feature(relation, "Governor", own)
            system.create_feature(relation, "Dependent", own)
        elif each.kind in ranges:
            system.create_feature(own, each.name, f"uima.cas.{ranges[each.kind]}")
        else:
            link = system.create_type(f"{type_name(layer, each.name)}Link", "uima.cas.TOP")
            system.create_feature(link, "role", "uima.cas.String")
            target = type_name(each.refers) if each.refers else WORDS
            system.create_feature(link, "target", system.get_type(target))
            system.create_feature(own, each.name, "uima.cas.FSArray", elementType=link)
