"""TEI P5: ours is valid by the schema of the TEI; bitexts of other projects are read."""

import lzma
import tempfile
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from lxml import etree

from support.formats import export, without_controls, written
from support.paths import ROOT
from support.strategies import corpora
from visavis.corpus.model import Corpus
from visavis.corpus.reading import read
from visavis.errors import DataError
from visavis.interchange import tei
from visavis.interchange.documents import Document, documents
from visavis.interchange.formats import FORMATS

SCHEMA = Path(__file__).parent / "tei_all-4.3.0.rng.xz"
"""RELAX NG of TEI P5 4.3.0 (TEI Consortium, BSD-2-Clause), without its documentation."""


@cache
def schema() -> etree.RelaxNG:
    return etree.RelaxNG(etree.fromstring(lzma.decompress(SCHEMA.read_bytes())))


def valid(path: Path) -> str:
    """Return what the schema finds wrong, or nothing."""
    schema().validate(etree.parse(path))
    return str(schema().error_log)


def test_our_corpus_is_valid_tei(tmp_path: Path) -> None:
    listed = list(documents(read(ROOT).part(["ai-act-report", "altman-novembre"])))
    assert not valid(export(FORMATS["tei"], listed, tmp_path))


@given(corpora())
def test_any_corpus_is_valid_tei(corpus: Corpus) -> None:
    with tempfile.TemporaryDirectory() as folder:
        listed = without_controls(corpus)
        assert not listed or not valid(export(FORMATS["tei"], listed, Path(folder)))


HEADER = """<teiHeader><fileDesc><titleStmt><title>T</title></titleStmt><publicationStmt><p/>
</publicationStmt><sourceDesc><p/></sourceDesc></fileDesc></teiHeader>"""

LINKED = f"""<TEI xmlns="http://www.tei-c.org/ns/1.0">{HEADER}
<text><body>
<div xml:lang="fr"><head>Titre</head><p xml:id="p1"><s xml:id="f1">M. <persName>Paul
  Martin</persName> dort.</s> <s xml:id="f2">Il<note>sic</note> a <hi>raison</hi>.</s></p>
  <p xml:id="p2"><s xml:id="f3">🎉 <name type="place">Nîmes</name> !</s></p></div>
<div xml:lang="en-GB"><head>Title</head><p xml:id="q1"><s xml:id="e1">Mr <persName>Paul
Martin</persName> is asleep and he is right.</s></p><p xml:id="q2"><s xml:id="e3">🎉
<rs type="ship">Nîmes</rs>!</s></p></div>
</body><back><div type="alignment"><p/>
<linkGrp type="alignment"><link target="#p1 #q1"/><link target="#f1 #f2 #e1"/>
<link target="#f3 #e3"/><link target="#f3 #zz"/></linkGrp></div></back></text></TEI>"""


def sides(doc: Document) -> list[tuple[str, str]]:
    """Return the words of each bead."""
    return [
        (
            "|".join(doc.texts["fr"][low:high].strip() for low, high in bead.fr),
            "|".join(doc.texts["en"][low:high].strip() for low, high in bead.en),
        )
        for bead in doc.beads
    ]


def test_linked_sentences(tmp_path: Path) -> None:
    path = written(tmp_path / "Élan.xml", LINKED)
    assert not valid(path)
    (doc,) = tei.read([path])
    assert doc.id == "elan"
    assert doc.texts["fr"] == "Titre\nM. Paul Martin dort. Il a raison.\n🎉 Nîmes !\n"
    assert sides(doc) == [
        ("Titre", ""),
        ("", "Title"),
        ("M. Paul Martin dort.|Il a raison.", "Mr Paul Martin is asleep and he is right."),
        ("🎉 Nîmes !", "🎉 Nîmes!"),
    ]
    names = [(m.lang, doc.texts[m.lang][m.start : m.end]) for m in doc.spans["mentions"]]
    assert names == [("en", "Paul Martin"), ("fr", "Paul Martin"), ("fr", "Nîmes")]
    assert doc.notes == ["a name of type ship was left out"]


SIDE = '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text><body>{}</body></text></TEI>'


@pytest.mark.parametrize(
    "body",
    [
        (
            '<ab><seg xml:lang="fr">Oui.</seg><seg xml:lang="en">Yes.</seg></ab>\n'
            '<ab><seg xml:lang="fr">Non. Non.</seg><seg xml:lang="en">No.</seg></ab>'
        ),
        (
            '<p xml:lang="fra"><seg corresp="#a">Oui.</seg> <seg corresp="x.xml#b">Non. Non.</seg>'
            "</p>"
            '<p xml:lang="eng"><seg xml:id="a">Yes.</seg><seg xml:id="b">No.</seg></p>'
        ),
        (
            '<div xml:lang="fr"><p>Oui.</p><p>Non. Non.</p></div>'
            '<div xml:lang="en"><p>Yes.</p><p>No.</p></div><div xml:lang="de"><p>Ja.</p></div>'
        ),
        (
            '<p xml:lang="fr" xml:id="p">Oui.</p><p xml:lang="fr" xml:id="q">Non. Non.</p>'
            '<div xml:lang="en"><p>Yes.</p><p>No.</p></div>'
        ),
    ],
)
def test_segments_that_go_together(body: str, tmp_path: Path) -> None:
    (doc,) = tei.read([written(tmp_path / "a.xml", SIDE.format(body))])
    assert sides(doc) == [("Oui.", "Yes."), ("Non.|Non.", "No.")]


def test_a_file_a_language(tmp_path: Path) -> None:
    french = written(tmp_path / "a.fr.xml", SIDE.format("<p><s>Oui.</s> <s>Non.</s></p>"))
    english = written(tmp_path / "a.en.xml", SIDE.format("<p><w>Yes</w><pc>.</pc> No.</p>"))
    (doc,) = tei.read([french, english])
    assert (doc.id, dict(doc.texts)) == ("a", {"en": "Yes. No.\n", "fr": "Oui. Non.\n"})
    assert not doc.beads
    with pytest.raises(DataError, match=r"a.fr.xml: no text in French. Name its language"):
        list(tei.read([french]))


def test_a_corpus_of_bitexts_is_an_article_each(tmp_path: Path) -> None:
    body = '<p xml:lang="fr">Oui.</p><p xml:lang="en">Yes.</p>'
    both = SIDE.format(body) + SIDE.format(body).replace("<TEI", '<TEI xml:id="Deux"')
    path = written(tmp_path / "a.xml", f"<teiCorpus>{both}</teiCorpus>")
    assert [doc.id for doc in tei.read([path])] == ["a-1", "deux"]
    apart = SIDE.format('<p xml:lang="fr">Oui.</p>') + SIDE.format('<p xml:lang="en">Yes.</p>')
    (doc,) = tei.read([written(tmp_path / "b.xml", f"<teiCorpus>{apart}</teiCorpus>")])
    assert sides(doc) == [("Oui.", "Yes.")]


DAMAGES = [
    ('type="mentions" xml:lang', 'type="names" xml:lang', "there is no layer 'names'"),
    ("#string-range(", "#range(", "is no #string-range"),
    ('ana="#fs.', 'ana="#x.', "there is no feature structure '#x."),
    ('target="#fr.', 'target="#xx.', "points to no sentence"),
    ('<binary value="true"/>', '<binary value="yes"/>', "'yes' is no binary"),
    ('<binary value="true"/>', "", "has no value"),
    ('<text xml:lang="en">', '<text xml:lang="it">', "neither French (fr) nor English (en)"),
    ('fVal="#fr.', 'fVal="#xx.', "points to no span"),
]


@pytest.mark.parametrize(("before", "after", "message"), DAMAGES)
def test_a_damaged_export_is_refused_with_its_line(
    before: str, after: str, message: str, tmp_path: Path
) -> None:
    listed = list(documents(read(ROOT).part(["altman-novembre"])))
    path = export(FORMATS["tei"], listed, tmp_path)
    content = path.read_text(encoding="utf-8")
    assert before in content
    path.write_text(content.replace(before, after), encoding="utf-8")
    with pytest.raises(DataError) as caught:
        list(tei.read([path]))
    assert message in str(caught.value)
    assert caught.value.line
