"""Every format over one suite: what it declares to hold comes back; bad files are refused."""

import csv
import json
import re
import tempfile
from dataclasses import replace
from functools import cache
from itertools import pairwise
from pathlib import Path

import msgspec
import pytest
from hypothesis import given

from support.formats import export, plain, without_controls, written
from support.paths import CLEAN, ROOT
from support.strategies import corpora
from visavis.cli import main
from visavis.corpus.model import Corpus
from visavis.corpus.reading import read, read_articles
from visavis.errors import VisavisError
from visavis.interchange import documents as documents_
from visavis.interchange.documents import Document, documents
from visavis.interchange.formats import FORMATS, markdown
from visavis.interchange.losses import losses

READABLE = sorted(name for name, form in FORMATS.items() if form.read)


@cache
def our_corpus() -> Corpus:
    return read(ROOT)


@given(corpora())
def test_what_a_format_holds_comes_back_and_the_rest_is_counted(corpus: Corpus) -> None:
    # All formats share a corpus: to generate one takes longer than to write and read it.
    for form in FORMATS.values():
        for each in documents(corpus):
            held = form.held(each)
            remaining, widened, dropped = losses(each, held)
            total = {"texts": len(each.texts), "beads": len(each.beads)}
            total |= {layer: len(spans) for layer, spans in each.spans.items()}
            assert remaining + widened + dropped == {kind: n for kind, n in total.items() if n}
            assert (not widened and not dropped) == (plain(held) == plain(each))
        listed = [each for each in without_controls(corpus) if form.held(each)]
        with tempfile.TemporaryDirectory() as folder:
            path = export(form, listed, Path(folder))
            if form.read and listed:
                assert {each.id: plain(each) for each in form.read([path])} == {
                    each.id: plain(form.held(each)) for each in listed
                }


@pytest.mark.parametrize("name", READABLE)
def test_our_own_corpus_comes_back_into_a_new_one(name: str, tmp_path: Path) -> None:
    path = tmp_path / "export"
    ids = ["ai-act-report", "altman-novembre"]
    assert main(["export", name, *ids, "-o", str(path), "--corpus", str(ROOT)]) == 0
    new = tmp_path / "new"
    assert main(["init", str(new), "--name", "new"]) == 0
    call = ["import", name, str(path), "--corpus", str(new), "--rights", "CC-BY-4.0"]
    assert main([*call, "--dry-run"]) == 0
    assert read_articles(new) == []
    assert main(call) == 0
    old = {each.id: each for each in documents(our_corpus().part(ids))}
    assert [each.id for each in read_articles(new)] == ids
    for each in documents(read(new)):
        held = FORMATS[name].held(old[each.id])
        assert held is not None
        regions = {} if "regions" in held.spans else {"regions": each.spans["regions"]}
        assert plain(each) == plain(replace(held, spans={**held.spans, **regions}))
    assert main(call) == 1  # the ids are taken


def test_rights_keep_a_text_unless_it_stays_private(
    clean: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = (clean / "raw/articles.jsonl").read_text(encoding="utf-8").splitlines()
    texts = {path.read_text(encoding="utf-8") for path in clean.glob("raw/*/*.txt")}
    shut = [
        json.loads(row) | {"rights_fr": "third-party", "rights_en": "third-party"} for row in rows
    ]
    lines = "".join(json.dumps(row) + "\n" for row in shut)
    (clean / "raw/articles.jsonl").write_text(lines, encoding="utf-8")
    for name in FORMATS:
        call = ["export", name, "--corpus", str(clean), "-o", str(tmp_path / name)]
        assert main(call) == 1
        assert not (tmp_path / name).exists()
        assert main([*call, "--private"]) == 0
        assert (tmp_path / name).exists()
    assert texts
    assert "their rights keep them" in capsys.readouterr().err


@pytest.mark.parametrize("name", FORMATS)
def test_an_export_replaces_nothing(name: str, tmp_path: Path) -> None:
    (tmp_path / "x").write_text("work", encoding="utf-8")
    assert main(["export", name, "--corpus", str(CLEAN), "-o", str(tmp_path / "x")]) == 2
    assert [path.name for path in tmp_path.iterdir()] == ["x"]
    assert (tmp_path / "x").read_text(encoding="utf-8") == "work"


@pytest.mark.parametrize("name", FORMATS)
def test_lossless_is_refused_where_something_is_lost(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lossless = all(plain(FORMATS[name].held(d)) == plain(d) for d in documents(read(CLEAN)))
    call = ["export", name, "--corpus", str(CLEAN), "-o", str(tmp_path / "x"), "--lossless"]
    assert main(call) == 1  # a text of a third party stays here
    call.append("--private")
    assert main(call) == (0 if lossless else 1)
    assert (tmp_path / "x").exists() is lossless
    assert main(["export", name, "--explain"]) == 0
    assert FORMATS[name].drops in capsys.readouterr().out


BOMB = '<!DOCTYPE x [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]>\n'
OUTSIDE = '<!DOCTYPE x [\n<!ENTITY a SYSTEM "file:///etc/passwd">]>\n'
TMX = '<tmx version="1.4"><header/><body>\n<tu><tuv xml:lang="FR-fr"><seg>Oui{}</seg></tuv><tuv xml:lang="en_US"><seg>Yes <bpt i="1">b</bpt>he<ept i="1">/b</ept> <hi>can</hi>.</seg></tuv></tu>\n</body></tmx>'  # noqa: E501


REFUSED: list[tuple[str, str, str | bytes, str]] = [
    ("tmx", "a.tmx", BOMB + TMX.format("&b;"), "a.tmx:1: the DOCTYPE declares"),
    ("tmx", "a.tmx", OUTSIDE + TMX.format("&a;"), "a.tmx:1: the DOCTYPE declares"),
    ("tmx", "a.tmx", '<!DOCTYPE tmx SYSTEM "tmx14.dtd">' + TMX.format("&a;"), "not declared"),
    ("tmx", "a.tmx", TMX.format("<"), "a.tmx:2: not well-formed"),
    ("tmx", "a.tmx", TMX.format("é").encode("latin-1"), "a.tmx:2: not well-formed"),
    ("tmx", "a.tmx", TMX.replace("FR-fr", "de").replace("en_US", "it"), "no unit in French"),
    ("tmx", "a.tmx", "", "no element"),
    ("tmx", "a.tmx", "Il pleut.", "not well-formed"),
    ("tsv", "a.tsv", "Oui.\tYes.\nNon.\n", "a.tsv:2: 1 columns in place of 2"),
    ("tsv", "a.tsv", "Oui.\tYes.\n\xe9\tNo.\n".encode("latin-1"), "a.tsv:2: byte 0xe9"),
    ("brat", "a/b.txt", "Oui.\n", "b.txt: nothing says in which language"),
    ("brat", "a/b.txt/c", "Oui.\n", "in/a: no file that ends in .txt"),
    *(
        ("brat", f"{n}/b.fr.ann", line, f"b.fr.ann:1: {message}")
        for n, (line, message) in enumerate(
            [
                ("T1\tPER 0 4\tMoi.\n", "T1: the text at 0 4 is 'Oui.'"),
                ("T1\tPER 0 9\tOui.\n", "T1: the text at 0 9"),
                ("T1\tPER 0 4\n", "not a line of brat stand-off"),
                (
                    "R1\tmentions_parent Arg1:T1 Arg2:T2\n",
                    "not a line of brat stand-off: there is no T1",
                ),
                (
                    'T1\tmentions_PER 0 3\tOui\n#1\tAnnotatorNotes T1\t{"id": "m1"}\n',
                    "mentions: Object missing",
                ),
            ]
        )
    ),
    ("tei", "a.xml", BOMB + "<x/>", "a.xml:1: the DOCTYPE declares"),
    ("tei", "a.xml", OUTSIDE + "<TEI>&a;</TEI>", "a.xml:1: the DOCTYPE declares"),
    ("tei", "a.xml", "<TEI>\n\xe9</TEI>".encode("latin-1"), "a.xml:2: not well-formed"),
    ("tei", "a.xml", "<text/>", "a.xml: no TEI element"),
    ("tei", "a.xml", "<TEI><text><p>Oui.</p></text></TEI>", "a.xml: no text in French"),
    ("cas", "a/b.fr.xmi", BOMB + "<x/>", "b.fr.xmi:1: the DOCTYPE declares"),
    ("cas", "a/b.fr.xmi", "<x/>", "b.fr.xmi: no CAS that can be read"),
    ("cas", "a/b.xmi", "<x/>", "b.xmi: nothing says in which language"),
    ("spacy", "a/fr.spacy", "Oui.", "fr.spacy: no DocBin of spaCy"),
    ("label-studio", "a.fr.json", "[\n{", "a.fr.json:2: not JSON"),
    ("label-studio", "a.fr.json", "\xe9".encode("latin-1"), "a.fr.json:1: byte 0xe9"),
    ("xliff", "a.xlf", BOMB + "<x/>", "a.xlf:1: the DOCTYPE declares"),
    ("xliff", "a.xlf", "<xliff><file>\n<unit></xliff>", "a.xlf:2: not well-formed"),
    ("xliff", "a.xlf", "<xliff srcLang='de'><file/></xliff>", "no unit in French"),
    ("conllu", "a.conllu", "1\t2\n", "a.conllu: nothing says in which language"),
    ("conllu", "a/fr.conllu", "1\t2\n", "fr.conllu:1: 2 columns in place of 10"),
    (
        "conllu",
        "a/fr.conllu",
        "# text = Oui.\n1\tNon\t_\tX\t_\t_\t0\troot\t_\t_\n\n",
        "fr.conllu:1: the tokens make 'Non'",
    ),
    ("conllu", "a/fr.conllu", "\xe9".encode("latin-1"), "fr.conllu:1: byte 0xe9"),
    ("moses", "a/b.txt", "Oui.\n", "no pair of line-aligned files"),
]


@pytest.mark.parametrize(("name", "file", "content", "message"), REFUSED)
def test_a_bad_file_is_refused_and_nothing_is_written(
    name: str, file: str, content: str | bytes, message: str,
    tmp_path: Path, capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    assert main(["init", str(tmp_path / "new"), "--name", "new"]) == 0
    written(tmp_path / "in" / file, content)
    if file.endswith(".ann"):
        written((tmp_path / "in" / file).with_suffix(".txt"), "Oui.\n")
    path = tmp_path / "in" / file.partition("/")[0]
    before = sorted((tmp_path / "new").rglob("*"))
    status = main(
        ["import", name, str(path), "--corpus", str(tmp_path / "new"), "--rights", "CC0-1.0"]
    )
    error = capsys.readouterr().err
    assert status in (1, 2), error
    assert message in error
    assert error.count("\n") == 1
    assert sorted((tmp_path / "new").rglob("*")) == before


@pytest.mark.parametrize("name", ["tmx", "xliff", "conllu", "tei", "cas"])
def test_xml_refuses_characters_that_it_cannot_hold(name: str) -> None:
    bead = documents_.bead_of(
        {"id": "b1", "fr": [(0, 3)], "en": [(0, 1)], "method": "manual"}, Path()
    )
    result = Document("a", {"en": "a", "fr": "a\x0bb"}, [bead])
    with pytest.raises(
        VisavisError, match=r"a: the fr text has U\+000B at offset 1, which .* cannot hold"
    ):
        list(FORMATS[name].write([result]))


# Foreign files, and foreign readers of ours.


def test_a_tmx_of_another_tool(tmp_path: Path) -> None:
    path = written(
        tmp_path / "Mémoire.tmx", '<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n' + TMX.format(".")
    )
    (result,) = FORMATS["tmx"].read([path])  # type: ignore[misc]
    assert result.id == "memoire"
    assert dict(result.texts) == {"en": "Yes he can.\n", "fr": "Oui.\n"}
    path.write_bytes(TMX.format(".").encode("utf-16"))
    (result,) = FORMATS["tmx"].read([path])  # type: ignore[misc]
    assert dict(result.texts) == {"en": "Yes he can.\n", "fr": "Oui.\n"}


def unit(number: int, prop: str = "") -> str:
    sides = "".join(
        f'<tuv xml:lang="{lang}"><seg>{lang} {number}.</seg></tuv>' for lang in ("fr", "en")
    )
    return f"<tu>{prop}{sides}</tu>"


def test_a_long_tmx_of_another_tool_is_many_articles(tmp_path: Path) -> None:
    def ids(units: list[str]) -> list[tuple[str, int]]:
        body = f"<tmx><body>{''.join(units)}</body></tmx>"
        path = written(tmp_path / "a.tmx", body)
        return [(doc.id, len(doc.beads)) for doc in FORMATS["tmx"].read([path])]  # type: ignore[misc]

    assert ids([unit(n) for n in range(1000)]) == [("a", 1000)]
    assert ids([unit(n) for n in range(1001)]) == [("a-1", 1000), ("a-2", 1)]
    props = ['<prop type="x-document">Été.docx</prop>', '<prop type="x-document">b</prop>']
    mixed = [unit(1, props[0]), unit(2, props[0]), unit(3, props[1]), unit(4, props[0]), unit(5)]
    assert ids(mixed) == [("ete-docx", 2), ("b", 1), ("ete-docx-2", 1), ("a", 1)]


def test_translate_toolkit_reads_and_writes_tmx(tmp_path: Path) -> None:
    tmx = pytest.importorskip("translate.storage.tmx")
    listed = [each for each in documents(read(CLEAN)) if FORMATS["tmx"].held(each)]
    store = tmx.tmxfile.parsefile(str(export(FORMATS["tmx"], listed, tmp_path)))
    beads = [(each, bead) for each in listed for bead in each.beads if bead.fr and bead.en]
    ours = [
        tuple(
            "".join(each.texts[lang][a:b] for a, b in getattr(bead, lang)).strip()
            for lang in ("fr", "en")
        )
        for each, bead in beads
    ]
    assert ours
    read_units = [(unit.source, unit.target) for unit in store.units]
    assert [pair for pair in read_units if None not in pair] == ours
    made = tmx.tmxfile()
    for fr, en in ours:
        made.addtranslation(fr, "fr", en, "en")
    made.savefile(str(tmp_path / "made.tmx"))
    (result,) = FORMATS["tmx"].read([tmp_path / "made.tmx"])  # type: ignore[misc]
    assert result.texts["fr"].split("\n") == [*(" ".join(fr.split("\n")) for fr, _ in ours), ""]
    assert len(result.beads) == len(ours)


def test_a_brat_folder_of_another_tool(tmp_path: Path) -> None:
    written(tmp_path / "in/fr/L’été.txt", "Paul 🎉 Martin\net Airbus\r\n")
    lines = [
        "T1\tPerson 0 4;7 13\tPaul Martin\r", "T2\tORG 17 23\tAirbus\r", "T3\tVerb 14 16\tet\r",
        "E1\tBuy:T3 Who:T1\r", "R1\tOwns Arg1:T1 Arg2:T2\r", "A1\tNegated T3\r", "*\tEquiv T1 T2\r",
        "N1\tReference T1 Wikipedia:1\tPaul\r", "#1\tAnnotatorNotes T1\tsure?\r", "",
    ]  # fmt: skip
    written(tmp_path / "in/fr/L’été.ann", "\n".join(lines))
    written(tmp_path / "in/en/L’été.txt", "Paul\n")
    (result,) = FORMATS["brat"].read([tmp_path / "in"])  # type: ignore[misc]
    assert result.id == "l-ete"
    assert [(m.id, m.start, m.end) for m in result.spans["mentions"]] == [
        ("m1", 0, 13),
        ("m2", 17, 23),
    ]
    notes = "\n".join(result.notes)
    for word in (
        "T1 has several pieces",
        "Verb",
        "Buy:T3",
        "Owns",
        "Negated",
        "Equiv",
        "Reference",
    ):
        assert word in notes
    pair = [tmp_path / "in" / lang / "L’été.ann" for lang in ("fr", "en")]
    (result,) = FORMATS["brat"].read(pair)  # type: ignore[misc]
    assert set(result.texts) == {"fr", "en"}


def test_bratly_reads_our_folder(tmp_path: Path) -> None:
    io = pytest.importorskip("bratly.io.file_read_src")
    listed = list(documents(our_corpus().part(["ai-act-report", "altman-novembre"])))
    path = export(FORMATS["brat"], listed, tmp_path)
    read_back = io.read_document_collection_from_folder(str(path))
    kinds = [
        type(each).__name__
        for document in read_back.documents
        for collection in document.annotation_collections
        for each in collection.annotations
    ]
    spans = sum(len(spans) for each in listed for spans in each.spans.values())
    pieces = sum(len(b.fr) + len(b.en) for each in listed for b in each.beads)
    assert kinds.count("EntityAnnotation") == spans + pieces
    assert kinds.count("NoteAnnotation") == spans + pieces
    assert kinds.count("RelationAnnotation") > 10
    assert kinds.count("AttributeAnnotation") > 100


def test_the_validator_of_universal_dependencies_passes_ours(tmp_path: Path) -> None:
    udtools = pytest.importorskip("udtools")
    parser = pytest.importorskip("udtools.argparser")
    args = parser.parse_args_validator(["--lang", "ud", "--level", "2", "--quiet"])
    listed = list(documents(our_corpus().part(["ai-act-report", "altman-novembre"])))
    path = export(FORMATS["conllu"], listed, tmp_path)
    for lang in ("fr", "en"):
        checker = udtools.Validator(lang="ud", level=2, check_coref=True, args=args)
        state = checker.validate_files([str(path / f"{lang}.conllu")])
        assert state.passed()


def test_conllu_reads_ours(tmp_path: Path) -> None:
    conllu = pytest.importorskip("conllu")
    listed = list(documents(our_corpus().part(["ai-act-report"])))
    path = export(FORMATS["conllu"], listed, tmp_path)
    sentences = conllu.parse((path / "fr.conllu").read_text(encoding="utf-8"))
    assert len(sentences) == sum(len(bead.fr) for bead in listed[0].beads)
    entities = "".join(t["misc"].get("Entity", "") for s in sentences for t in s if t["misc"])
    names = [m for m in listed[0].spans["mentions"] if m.lang == "fr"]
    assert entities.count("(") == entities.count(")") == len(names)


TREEBANK = """\
# sent_id = 1
# text = Paul va au marché.
1\tPaul\tPaul\tPROPN\t_\t_\t2\tnsubj\t_\tEntity=(e1-person-1-)
2\tva\taller\tVERB\t_\t_\t0\troot\t_\t_
3-4\tau\t_\t_\t_\t_\t_\t_\t_\t_
3\tà\tà\tADP\t_\t_\t5\tcase\t_\t_
4\tle\tle\tDET\t_\t_\t5\tdet\t_\tEntity=(e2-place-2-
5\tmarché\tmarché\tNOUN\t_\t_\t2\tobl\t_\tEntity=e2)|SpaceAfter=No
5.1\tvide\t_\t_\t_\t_\t_\t_\t_\t_
6\t.\t.\tPUNCT\t_\t_\t2\tpunct\t_\t_

"""


def test_a_treebank_of_another_tool(tmp_path: Path) -> None:
    french = written(tmp_path / "fr_x.conllu", TREEBANK)
    english = written(
        tmp_path / "en_x.conllu",
        "# text = Paul goes.\n1\tPaul\t_\tX\t_\t_\t0\troot\t_\t_\n"
        "2\tgoes\t_\tX\t_\t_\t1\tdep\t_\tSpaceAfter=No\n3\t.\t_\tX\t_\t_\t1\tdep\t_\t_\n\n",
    )
    result, *others = FORMATS["conllu"].read([french, english])  # type: ignore[misc]
    assert not others
    assert dict(result.texts) == {"en": "Paul goes. ", "fr": "Paul va au marché. "}
    assert [(msgspec.to_builtins(m)["type"], m.start, m.end) for m in result.spans["mentions"]] == [
        ("PER", 0, 4),
        ("LOC", 8, 17),
    ]
    assert [(b.fr, b.en) for b in result.beads] == [(((0, 19),), ((0, 11),))]


def test_names_flaws_stances_and_links_for_their_tasks(tmp_path: Path) -> None:
    article = list(documents(our_corpus().part(["ai-act-report"])))
    for name in ("iob2", "sentiment", "pharaoh"):
        (tmp_path / name).mkdir()
    rows = (export(FORMATS["iob2"], article, tmp_path / "iob2") / "fr.conll").read_text("utf-8")
    tags = [line.split(" ") for line in rows.split("\n") if line]
    assert {len(cells) for cells in tags} == {4}
    assert [tag for *_, tag in tags[1:3]] == ["B-WORK", "I-WORK"]
    for before, after in pairwise(tag for *_, tag in tags):
        assert not after.startswith("I-") or before[1:] == after[1:]
    path = export(FORMATS["sentiment"], article, tmp_path / "sentiment")
    opinions = 0
    for lang in ("fr", "en"):
        for sentence in json.loads((path / f"{lang}.json").read_text(encoding="utf-8")):
            for opinion in sentence["opinions"]:
                opinions += 1
                for part in ("Source", "Target", "Polar_expression"):
                    words, places = opinion[part]
                    for word, place in zip(words, places, strict=True):
                        low, high = map(int, place.split(":"))
                        assert sentence["text"][low:high] == word
    assert opinions == len(article[0].spans["stances"])
    path = export(FORMATS["pharaoh"], article, tmp_path / "pharaoh")
    lines = [
        (path / f"corpus.{end}").read_text("utf-8").split("\n") for end in ("fr", "en", "links")
    ]
    assert len({len(each) for each in lines}) == 1
    linked = set()
    for fr, en, links in zip(*lines, strict=True):
        for link in links.split():
            i, j = map(int, link.split("-"))
            linked.add((fr.split(" ")[i], en.split(" ")[j]))
    assert ("Bruxelles", "Brussels") in linked


def test_flaws_are_marked_in_their_segments(tmp_path: Path) -> None:
    flaw = documents_.span_of(
        "flaws",
        {
            "id": "f1",
            "lang": "en",
            "start": 4,
            "end": 7,
            "category": "grammar",
            "severity": "major",
            "recoverable": "no",
        },
        Path(),
    )
    rows = [
        {"id": "b1", "fr": [(0, 4)], "en": [(0, 8)], "method": "manual"},
        {"id": "b2", "fr": [(4, 8)], "en": [(8, 11)], "method": "manual"},
    ]
    beads = [documents_.bead_of(row, Path()) for row in rows]
    result = Document("a", {"en": "Yes cat\nNo.", "fr": "Oui\nNon."}, beads, {"flaws": [flaw]})
    content = export(FORMATS["mqm"], [result], tmp_path).read_text(encoding="utf-8")
    _, first, second = list(
        csv.reader(content.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)
    )
    assert first[3:] == ["1", "corpus", "Oui", "Yes <v>cat</v>", "grammar", "major"]
    assert second[3:] == ["2", "corpus", "Non.", "No.", "No-error", "no-error"]


def test_translate_toolkit_reads_our_xliff(tmp_path: Path) -> None:
    xliff = pytest.importorskip("translate.storage.xliff2")
    listed = list(documents(our_corpus().part(["ai-act-report"])))
    store = xliff.Xliff2File.parsefile(str(export(FORMATS["xliff"], listed, tmp_path)))
    beads = [bead for bead in listed[0].beads if bead.fr and bead.en]
    ours = [
        tuple(
            "".join(listed[0].texts[lang][a:b] for a, b in getattr(bead, lang)).strip()
            for lang in ("fr", "en")
        )
        for bead in beads
    ]
    theirs = [
        (str(u.source).strip(), str(u.target).strip()) for u in store.units if u.source and u.target
    ]
    assert theirs == ours


XLIFF_1 = """\
<xliff version="1.2"><file original="x" source-language="en-GB" target-language="fr"><body><group>
<trans-unit id="1"><source>Yes <g id="1">he</g> <ph id="2">b</ph>can.</source><target>Oui.</target>
<alt-trans><target>Non.</target></alt-trans></trans-unit></group></body></file></xliff>
"""
XLIFF_2 = """\
<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="en" trgLang="fr-CA">
<file id="f"><unit id="1"><segment><source>Yes <pc id="1">he</pc> </source><target>Ou</target>
</segment><segment><source>can.</source><target>i.</target></segment></unit></file></xliff>
"""


@pytest.mark.parametrize("content", [XLIFF_1, XLIFF_2])
def test_an_xliff_of_another_tool(content: str, tmp_path: Path) -> None:
    (result,) = FORMATS["xliff"].read([written(tmp_path / "a.xlf", content)])  # type: ignore[misc]
    assert dict(result.texts) == {"en": "Yes he can.\n", "fr": "Oui.\n"}


PAGE = ROOT / "docs" / "formats.md"


def test_the_page_of_formats_is_current() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert markdown() in page
    article = list(documents(our_corpus().part(["ai-act-report"])))
    blocks = re.findall(r"^`(\w+)`:\n\n```text\n(.*?)\n```$", page, re.DOTALL | re.MULTILINE)
    assert len(blocks) == 4
    for name, block in blocks:
        content = b"".join(part.data for part in FORMATS[name].write(article)).decode()
        assert not {*block.split("\n")} - {*content.split("\n")}
