"""spaCy DocBin: our groups and entities as spaCy reads them, and Docs of other pipelines."""

import json
from pathlib import Path

import pytest
import spacy as vendor
from spacy.tokens import Doc, DocBin, Span

from support.formats import export, written
from support.paths import ROOT
from visavis.corpus.reading import read
from visavis.errors import DataError, UsageError
from visavis.interchange import spacy
from visavis.interchange.documents import Document, bead_of, documents, span_of
from visavis.interchange.formats import FORMATS


def test_spacy_reads_our_groups_entities_and_sentences(tmp_path: Path) -> None:
    (doc,) = documents(read(ROOT).part(["ai-act-report"]))
    folder = export(FORMATS["spacy"], [doc], tmp_path)
    for lang, text in doc.texts.items():
        (made,) = DocBin().from_disk(folder / f"{lang}.spacy").get_docs(vendor.blank(lang).vocab)
        assert made.text == text
        assert len(list(made.sents)) == sum(len(getattr(bead, lang)) for bead in doc.beads)
        for layer, spans in doc.spans.items():
            ours = [(s.id, text[s.start : s.end]) for s in spans if s.lang == lang]
            assert [(span.id_, span.text) for span in made.spans[layer]] == ours
        names = {(m.start, m.end) for m in doc.spans["mentions"] if m.lang == lang}
        assert made.ents
        assert {(ent.start_char, ent.end_char) for ent in made.ents} <= names
        assert "ai-act" in {ent.kb_id_ for ent in made.ents}
        json.dumps(made.user_data)


def test_spaces_belong_to_tokens_unless_a_span_needs_them(tmp_path: Path) -> None:
    text = " a  b\u00a0c 🎉\r\n"
    spans = [
        span_of("flaws", {"id": f"f{start}", "lang": "fr", "start": start, "end": end,
                          "category": "spelling", "severity": "minor", "recoverable": "no"}, Path())
        for start, end in [(2, 4), (1, 3), (9, 11)]
    ]  # fmt: skip
    bead = bead_of(
        {"id": "b1", "fr": [(0, 6), (6, 11)], "en": [(0, 1)], "method": "manual"}, Path()
    )
    doc = Document("a", {"fr": text, "en": "a"}, [bead], {"flaws": spans})
    folder = export(FORMATS["spacy"], [doc], tmp_path)
    (made,) = DocBin().from_disk(folder / "fr.spacy").get_docs(vendor.blank("fr").vocab)
    assert made.text == text
    assert [span.text for span in made.spans["flaws"]] == ["  ", "a ", "\r\n"]
    assert [sentence.text for sentence in made.sents] == [" a  b\u00a0", "c 🎉\r\n"]


def saved(path: Path, docs: list[Doc]) -> Path:
    DocBin(docs=docs, store_user_data=True).to_disk(path)
    return path


def test_entities_and_groups_of_another_pipeline(tmp_path: Path) -> None:
    french, english = vendor.blank("fr"), vendor.blank("en")
    for pipeline in (french, english):
        pipeline.add_pipe("sentencizer")
    fr = french("🎉 Anne dort. Nîmes aussi.")
    fr.ents = [Span(fr, 1, 2, label="PER"), Span(fr, 2, 3, label="VERB")]
    en = english("🎉 Anne sleeps. So does Nîmes.")
    en.spans["sc"] = [Span(en, 1, 2, label="PERSON"), Span(en, 6, 7, label="GPE")]
    en.spans["again"] = [Span(en, 1, 2, label="PERSON")]
    for names in (("L’été.fr.spacy", "L’été.en.spacy"), ("fr.spacy", "en.spacy")):
        folder = tmp_path / f"of {names[0]}"
        folder.mkdir()
        saved(folder / names[0], [fr])
        saved(folder / names[1], [en])
        (doc,) = spacy.read([folder])
        assert doc.id == ("l-ete" if "été" in names[0] else "of-fr-spacy")
        places = [(m.lang, m.id, doc.texts[m.lang][m.start : m.end]) for m in doc.spans["mentions"]]
        assert places == [("en", "n1", "Anne"), ("en", "n2", "Nîmes"), ("fr", "m1", "Anne")]
        assert [bead.en for bead in doc.beads] == [((0, 15),), ((15, 29),)]
        assert "label VERB left out" in "".join(doc.notes)
    twice = [saved(tmp_path / "fr.spacy", [fr, fr]), saved(tmp_path / "en.spacy", [en, en])]
    assert [doc.id for doc in spacy.read(twice)] == ["fr-1", "fr-2"]
    saved(tmp_path / "en.spacy", [en])
    with pytest.raises(DataError, match=r"fr.spacy: 2 Docs, and en.spacy has 1. Give"):
        list(spacy.read(twice))


def test_an_edited_group_is_read_with_its_fields(tmp_path: Path) -> None:
    cells = {"id": "m1", "lang": "fr", "start": 0, "end": 4, "type": "PER", "form": "NAM"}
    doc = Document(
        "a", {"fr": "Anne et Paul"}, spans={"mentions": [span_of("mentions", cells, Path())]}
    )
    path = export(FORMATS["spacy"], [doc], tmp_path) / "fr.spacy"
    (made,) = DocBin().from_disk(path).get_docs(vendor.blank("fr").vocab)
    made.spans["mentions"].append(Span(made, 2, 3, label="PER"))
    saved(path, [made])
    (doc,) = spacy.read([path.parent])
    assert [(m.id, m.start, m.end) for m in doc.spans["mentions"]] == [("m1", 0, 4), ("m2", 8, 12)]
    made.spans["mentions"] = []
    saved(path, [made])
    with pytest.raises(DataError, match="mentions: 0 spans, and fields of 1"):
        list(spacy.read([path.parent]))


def test_what_is_no_docbin_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"fr.spacy: no DocBin of spaCy \(ValueError\)"):
        list(spacy.read([written(tmp_path / "fr.spacy", "Oui."), tmp_path / "fr.spacy"]))
    with pytest.raises(UsageError, match=r"x.spacy: nothing says in which language"):
        list(spacy.read([written(tmp_path / "x.spacy", "Oui.")]))
