"""UIMA CAS XMI: offsets in UTF-16, files as INCEpTION and DKPro write them, damages."""

import re
import warnings
from pathlib import Path

import cassis
import pytest

from support.formats import export, written
from visavis.errors import DataError
from visavis.interchange import cas, documents
from visavis.interchange.documents import Document
from visavis.interchange.formats import FORMATS

DKPRO = "de.tudarmstadt.ukp.dkpro.core.api."


def article() -> Document:
    """Return an article with a name after characters of two UTF-16 units, and words of a field."""
    rows = {
        "mentions": [
            {"id": "m1", "start": 3, "end": 7, "type": "PER", "form": "NAM"},
            {"id": "m2", "start": 0, "end": 9, "type": "ORG", "form": "NOM", "parent": "m1"},
        ],
        "stances": [
            {
                "id": "s1", "start": 8, "end": 9, "attitude": "desire", "polarity": "neutral",
                "factuality": "CT+", "holder": "m1", "target_span": (0, 2),
            }
        ],
    }  # fmt: skip
    spans = {
        layer: [documents.span_of(layer, {"lang": "fr", **cells}, Path()) for cells in listed]
        for layer, listed in rows.items()
    }
    return Document("a", {"fr": "🎉𝒜 Paul !\r\n"}, spans=spans)


def test_offsets_are_utf_16_in_the_file_and_code_points_for_us(tmp_path: Path) -> None:
    folder = export(FORMATS["cas"], [article()], tmp_path)
    content = (folder / "a.fr.xmi").read_text(encoding="utf-8")
    (place,) = re.findall(r'Mentions [^>]*begin="(\d+)" end="(\d+)"[^>]* id="m1"', content)
    assert place == ("5", "9")
    with (folder / "TypeSystem.xml").open("rb") as file:
        system = cassis.load_typesystem(file)
    with (folder / "a.fr.xmi").open("rb") as file:
        loaded = cassis.load_cas_from_xmi(file, typesystem=system)
    (relation,) = loaded.select("webanno.custom.MentionsParent")
    assert relation.Governor.id == "m2"
    assert relation.Dependent.get_covered_text() == "Paul"
    (stance,) = loaded.select("webanno.custom.Stances")
    assert [link.target.id for link in stance.holder.elements] == ["m1"]
    assert [link.target.get_covered_text() for link in stance.target_span.elements] == ["🎉𝒜"]
    assert [each.get_covered_text() for each in loaded.select(f"{DKPRO}segmentation.type.Token")]


def test_a_span_that_was_drawn_in_inception_gets_an_id(tmp_path: Path) -> None:
    folder = export(FORMATS["cas"], [article()], tmp_path)
    path = folder / "a.fr.xmi"
    content = path.read_text(encoding="utf-8")
    path.write_text(content.replace(' id="m2"', ""), encoding="utf-8")
    (doc,) = cas.read([folder])
    assert [m.id for m in doc.spans["mentions"]] == ["m-fr-1", "m1"]


def foreign(folder: Path, lang: str, text: str, names: list[tuple[str, str]]) -> None:
    """Write a CAS as a pipeline of DKPro Core does."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        system = cassis.load_dkpro_core_typesystem()
    made = cassis.Cas(typesystem=system, sofa_string=text, sofa_mime="text/plain")
    sentence = system.get_type(f"{DKPRO}segmentation.type.Sentence")
    entity = system.get_type(f"{DKPRO}ner.type.NamedEntity")
    for match in re.finditer(r"[^ ].*?[.!]", text):
        made.add(sentence(begin=match.start(), end=match.end()))
    for label, words in names:
        start = text.index(words)
        made.add(entity(begin=start, end=start + len(words), value=label))
    written(folder / f"Été.{lang}.xmi", made.to_xmi())


def test_named_entities_and_sentences_of_dkpro(tmp_path: Path) -> None:
    foreign(
        tmp_path, "fr", "🎉 Anne dort. Nîmes !", [("PER", "Anne"), ("LOC", "Nîmes"), ("X", "dort")]
    )
    foreign(tmp_path, "en", "🎉 Anne sleeps. Nîmes!", [("I-PER", "Anne")])
    (doc,) = cas.read([tmp_path])
    assert doc.id == "ete"
    places = [(m.lang, m.id, doc.texts[m.lang][m.start : m.end]) for m in doc.spans["mentions"]]
    assert places == [("en", "n1", "Anne"), ("fr", "m1", "Anne"), ("fr", "m2", "Nîmes")]
    assert [(bead.fr, bead.en) for bead in doc.beads] == [
        (((0, 13),), ((0, 15),)), (((13, 20),), ((15, 21),)),
    ]  # fmt: skip
    assert list(doc.notes) == ["Été.fr.xmi: 1 of type NamedEntity X left out: no layer holds them"]


DAMAGES = [
    ("<xmi:XMI", '<!DOCTYPE x [<!ENTITY a "aa">]><xmi:XMI', "the DOCTYPE declares"),
    ("</xmi:XMI>", "", "no CAS that can be read"),
    ('begin="5"', 'begin="3"', "no CAS that can be read"),  # inside a character of two units
    ('end="9"', 'end="900"', "no CAS that can be read"),
    (' label="PER"', "", "mentions m1 at 3-7: "),
    (' form="NAM"', "", "missing required field `form`"),
    ('id="m1"', 'id="m1" other="{"', "not JSON"),
]


@pytest.mark.parametrize(("before", "after", "message"), DAMAGES)
def test_a_damaged_cas_is_refused(before: str, after: str, message: str, tmp_path: Path) -> None:
    folder = export(FORMATS["cas"], [article()], tmp_path)
    path = folder / "a.fr.xmi"
    content = path.read_text(encoding="utf-8")
    assert before in content
    path.write_text(content.replace(before, after, 1), encoding="utf-8")
    with pytest.raises(DataError) as caught:
        list(cas.read([folder]))
    assert message in str(caught.value)
