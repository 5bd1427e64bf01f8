"""The table of formats: what each keeps, widens and drops, how it is written and read."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from visavis.interchange import (
    brat,
    cas,
    conllu,
    label_studio,
    labels,
    lines,
    spacy,
    tei,
    tmx,
    xliff,
)
from visavis.interchange.documents import Document, Part, aligned_texts, with_beads


@dataclass(frozen=True)
class Format:
    """A format that a corpus is exported to, and imported from.

    Attributes:
        title: its name and version.
        keeps: what comes back as it was.
        widens: what comes back changed.
        drops: what does not come back.
        held: what of a document comes back, or None where the format cannot hold the document.
        write: the bytes of documents; parts without a name make one file, the others a folder.
        read: the documents of files or folders, or None where the format cannot carry a corpus.
        reader: the tool that reads the export in the tests.
        folder: an export is a folder.
    """

    title: str
    keeps: str
    widens: str
    drops: str
    held: Callable[[Document], Document | None]
    write: Callable[[Iterable[Document]], Iterator[Part]]
    read: Callable[[Sequence[Path]], Iterator[Document]] | None
    reader: str
    folder: bool = False


FORMATS = {
    "tsv": Format(
        title="TSV",
        keeps="the words of both texts, which go together",
        widens="line breaks and tabs to spaces, sentences to those of the segmenter, bead ids",
        drops="spans; how beads were made; articles without beads or without one of the texts",
        held=lines.held,
        write=lines.write_tsv,
        read=lines.read_tsv,
        reader="csv",
    ),
    "moses": Format(
        title="Moses pair",
        keeps="the words of both texts, which go together",
        widens="line breaks and tabs to spaces, sentences to those of the segmenter, bead ids",
        drops="spans; how beads were made; articles without beads or without one of the texts",
        held=lines.held,
        write=lines.write_moses,
        read=lines.read_moses,
        reader="wc -l",
        folder=True,
    ),
    "tmx": Format(
        title="TMX 1.4b",
        keeps="texts, sentences, beads and how they were made",
        widens="nothing",
        drops="spans; articles without beads or without one of the texts",
        held=aligned_texts,
        write=tmx.write,
        read=tmx.read,
        reader="translate-toolkit",
    ),
    "brat": Format(
        title="brat stand-off",
        keeps="texts, sentences, beads and all spans with their fields",
        widens="nothing",
        drops="beads that do not cover both texts",
        held=with_beads,
        write=brat.write,
        read=brat.read,
        reader="bratly",
        folder=True,
    ),
    "conllu": Format(
        title="CoNLL-U",
        keeps="texts, sentences, beads and all spans and fields; names as CorefUD entities too",
        widens="nothing",
        drops="beads that do not cover both texts; articles with a sentence of white space alone",
        held=conllu.held,
        write=conllu.write,
        read=conllu.read,
        reader="udtools (levels 1 and 2), conllu",
        folder=True,
    ),
    "xliff": Format(
        title="XLIFF 2.1",
        keeps="texts, sentences, beads and all spans with their fields",
        widens="nothing",
        drops="articles without beads or without one of the texts",
        held=xliff.held,
        write=xliff.write,
        read=xliff.read,
        reader="translate-toolkit",
    ),
    "tei": Format(
        title="TEI P5",
        keeps="texts, sentences, beads and all spans with their fields",
        widens="nothing",
        drops="beads that do not cover both texts",
        held=with_beads,
        write=tei.write,
        read=tei.read,
        reader="lxml with the RELAX NG schema of TEI P5 4.3.0",
    ),
    "cas": Format(
        title="UIMA CAS XMI (INCEpTION)",
        keeps="texts, sentences, beads and all spans with their fields",
        widens="nothing",
        drops="beads that do not cover both texts",
        held=with_beads,
        write=cas.write,
        read=cas.read,
        reader="dkpro-cassis",
        folder=True,
    ),
    "spacy": Format(
        title="spaCy DocBin",
        keeps="texts, sentences, beads and all spans with their fields; names as entities too",
        widens="nothing",
        drops="beads that do not cover both texts",
        held=with_beads,
        write=spacy.write,
        read=spacy.read,
        reader="spaCy",
        folder=True,
    ),
    "label-studio": Format(
        title="Label Studio JSON",
        keeps="texts, sentences, beads and spans with their fields",
        widens="nothing",
        drops="beads that do not cover both texts; spans that share an id in one text, name a span "
        "of the wrong layer, or point outside their text",
        held=label_studio.held,
        write=label_studio.write,
        read=label_studio.read,
        reader="label_studio_sdk",
        folder=True,
    ),
    "iob2": Format(
        title="CoNLL-2003 (IOB2)",
        keeps="nothing",
        widens="texts to tokens; the outermost names to their type",
        drops="nested and other mentions; names whose edges are not those of tokens; all else",
        held=labels.held_iob2,
        write=labels.write_iob2,
        read=None,
        reader="our own test alone",
        folder=True,
    ),
    "mqm": Format(
        title="WMT MQM TSV",
        keeps="category and severity of flaws",
        widens="texts to segments on one line; flaws, which lose their other fields",
        drops="flaws across segments; all other layers; articles without beads or one of the texts",
        held=labels.held_mqm,
        write=labels.write_mqm,
        read=None,
        reader="csv",
    ),
    "sentiment": Format(
        title="SemEval-2022 structured sentiment",
        keeps="texts as sentences; holder, target, polarity and intensity of stances",
        widens="stances, which lose their other fields",
        drops="stances across sentences; holders and targets in other sentences; all other layers",
        held=labels.held_sentiment,
        write=labels.write_sentiment,
        read=None,
        reader="our own test alone",
        folder=True,
    ),
    "pharaoh": Format(
        title="Pharaoh links",
        keeps="which tokens of linked spans go together",
        widens="texts to tokens",
        drops="what the spans are; beads without one side; articles without beads or one text",
        held=labels.held_pharaoh,
        write=labels.write_pharaoh,
        read=None,
        reader="str.split",
        folder=True,
    ),
}
"""Name of the format -> how it is written and read."""


def markdown() -> str:
    """Return the table of formats for the documentation."""
    head = (
        "| format | | keeps | widens | drops | import | read in tests by |\n"
        "|---|---|---|---|---|---|---|\n"
    )
    return head + "".join(
        f"| `{name}` | {each.title} | {each.keeps} | {each.widens} | {each.drops} | "
        f"{'yes' if each.read else 'no'} | {each.reader} |\n"
        for name, each in FORMATS.items()
    )
