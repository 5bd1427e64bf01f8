"""Collecting: a new corpus, new articles, and the third-party texts that users hold themselves."""

from collections import ChainMap
from importlib.resources import files as resources
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

import msgspec

from visavis import files
from visavis.corpus import journal, offers
from visavis.corpus.articles import Article, Split, is_third_party, recipe
from visavis.corpus.canonical import layer_bytes
from visavis.corpus.installation import install_command
from visavis.corpus.layers.arrangement import arrangement
from visavis.corpus.model import ARTICLES, layer_path, text_path
from visavis.corpus.page import guess_regions
from visavis.corpus.reading import read_articles
from visavis.corpus.records import encode
from visavis.corpus.settings import Settings, Splits, read_settings
from visavis.corpus.sources import Source, slug
from visavis.corpus.spool import Spool
from visavis.errors import DataError, UsageError
from visavis.languages import LANGS, Lang

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


def ignore_path(lang: Lang) -> Path:
    """Return the path of the file that names the texts that git must not take."""
    return Path("raw", lang, ".gitignore")


State = Literal["hydrated", "present", "changed", "missing"]


class Hydration(NamedTuple):
    """What became of a third-party text: its article and language, and its state.

    hydrated: copied into the corpus; present: there already; changed: what is there is not the
    declared text; missing: no file with the declared bytes was found.
    """

    article: str
    lang: Lang
    state: State


def start(folder: Path, name: str) -> list[Path]:
    """Make an empty corpus in ``folder``; return the files that were written.

    Files that a killed call left are taken as they are.

    Raises:
        UsageError: ``folder`` holds one of these files already, or cannot be written.
    """
    short = slug(name).replace("_", "-")[:64]
    if not short:
        msg = f"no name of a folder can be made of {name!r}"
        raise UsageError(msg, remedy="Give a name with a letter or a digit with --name.")
    values = {"{name}": name, "{slug}": short, "{install}": install_command()}
    templates = sorted(resources("visavis").joinpath("corpus", "template").iterdir(), key=str)
    contents: dict[Path, bytes] = {}
    for template in templates:
        path = Path(template.name.replace("__", "/").replace("dot-", ".", 1))
        text = template.read_text(encoding="utf-8")
        for place, value in values.items():
            text = text.replace(place, value)
        contents[path] = text.encode()
    present = [path for path in contents if (folder / path).exists()]
    others = [path for path in present if files.read_bytes(folder / path) != contents[path]]
    if others or len(present) == len(contents):
        msg = "exists already"
        remedy = "Choose an empty folder."
        raise UsageError(msg, where=folder / [*others, *present][0], remedy=remedy)
    for path, content in contents.items():
        files.write(folder / path, content)
    return list(contents)


def add(
    folder: Path,
    sources: "Iterable[Source]",
    by_id: "Mapping[str, object]",
    *,
    dry_run: bool = False,
) -> list[Article]:
    """Add texts to the corpus in ``folder`` and return their rows.

    What is ``known`` of all of them counts before the defaults of ``corpus.toml``, and what a
    source says of its article before both. Regions are guessed. Texts of a third party are named in
    the ``.gitignore`` of their folder before they are written; the texts are kept for `reanchor`.
    Sources are taken one by one, so that there may be more than memory holds.

    Raises:
        UsageError: a file cannot be read, or an id or what is known is not allowed.
        DataError: a text is not UTF-8, or is in the corpus already.
    """
    settings = read_settings(folder)
    defaults = msgspec.to_builtins(settings.defaults)
    by_id = {name: value for name, value in defaults.items() if value is not None} | {**by_id}
    articles = read_articles(folder)
    taken = {article.id: article for article in articles}
    hashes = {article.sha256_fr: article for article in articles}
    added: list[Article] = []
    with Spool() as contents:
        for source in sources:
            article = _row(source, by_id, settings)
            _refuse_known(article, source.where, taken, hashes)
            taken[article.id] = hashes[article.sha256_fr] = article
            added.append(article)
            contents.update(_files(article, source))
        for path, content in contents.items():
            if (folder / path).exists() and files.read_bytes(folder / path) != content:
                msg = "exists, with other content"
                remedy = "Remove it or choose another id."
                raise DataError(msg, where=folder / path, remedy=remedy)
        everything = sorted([*articles, *added], key=attrgetter("id"))
        if not dry_run:
            # The last map comes first: ignore files, then texts, then the rows of the articles.
            rows = {ARTICLES: encode(everything)}
            ordered = ChainMap(rows, contents, ignored(folder, everything))
            journal.change(folder, "add", ordered)
            paths = [text_path(article.id, lang) for article in added for lang in LANGS]
            journal.keep_texts(folder, (contents[path] for path in paths if path in contents))
    return added


def _files(article: Article, source: Source) -> dict[Path, bytes]:
    """Return the new files of an article: texts, regions, beads, and the copies for `reanchor`."""
    texts = {lang: data.decode() for lang, data in source.texts.items()}
    contents = {text_path(article.id, lang): data for lang, data in source.texts.items()}
    layers = source.layers
    if "regions" not in layers:
        contents[layer_path(article.id, "regions")] = encode(guess_regions(texts))
    for name, spans in layers.items():
        contents[layer_path(article.id, name)] = layer_bytes(spans, article, texts, source.where)
    if source.beads:
        contents[layer_path(article.id, "beads")] = encode(
            source.beads[i] for i in arrangement(source.beads)
        )
    return contents


def hydrate(folder: Path, source: Path | None, *, dry_run: bool = False) -> list[Hydration]:
    """Copy the third-party texts from ``source`` into the corpus, by sha256, or make them there.

    A text that no file is may be made by the recipe of its row, from lines of a file. A file that
    is in the corpus is never written over.

    Args:
        folder: the corpus.
        source: a folder that holds the texts, under any names and at any depth; None only looks.
        dry_run: only tell what would be copied.

    Raises:
        UsageError: ``folder`` is not a corpus, or ``source`` is not a folder.
        DataError: a file has the name of a recipe, and its lines are not the text; nothing is
            written.
    """
    if source is not None and not source.is_dir():
        msg = "not a folder"
        raise UsageError(msg, where=source, remedy="Name the folder that holds the texts.")
    articles = read_articles(folder)
    sides = [
        (article, lang, str(getattr(article, f"sha256_{lang}")))
        for article in articles
        for lang in LANGS
        if is_third_party(article, lang) and getattr(article, f"sha256_{lang}")
    ]
    wanted = {sha256 for _, _, sha256 in sides}
    by_recipe = {
        sha256: steps
        for article, lang, sha256 in sides
        if (steps := recipe(article, lang)) and not (folder / text_path(article.id, lang)).is_file()
    }
    offered = offers.search(source, wanted, by_recipe) if source and sides else offers.NOTHING
    states = [_state(folder, article, lang, sha256, offered) for article, lang, sha256 in sides]
    texts = {
        text_path(article.id, lang): offered.read(sha256)
        for (article, lang, sha256), state in zip(sides, states, strict=True)
        if state.state == "hydrated"
    }
    if texts and not dry_run:
        journal.change(folder, "hydrate", {**ignored(folder, articles), **texts})
        journal.keep_texts(folder, texts.values())
    return states


def _state(
    folder: Path, article: Article, lang: Lang, sha256: str, offered: "offers.Offers"
) -> Hydration:
    path = folder / text_path(article.id, lang)
    if path.is_file():
        same = files.sha256(files.read_bytes(path)) == sha256
        return Hydration(article.id, lang, "present" if same else "changed")
    return Hydration(article.id, lang, "hydrated" if offered.has(sha256) else "missing")


def hints(folder: Path, source: Path, states: "Iterable[Hydration]") -> list[str]:
    """Return, for the texts that ``hydrate`` did not find, which files are likely meant.

    Args:
        folder: the corpus.
        source: the folder in which the texts were looked for.
        states: what ``hydrate`` returned.
    """
    articles = {article.id: article for article in read_articles(folder)}
    lacking = [
        offers.Lacking(article, lang, str(getattr(articles[article], f"sha256_{lang}")))
        for article, lang, state in states
        if state == "missing"
    ]
    declared = {
        sha256 for article in articles.values() for sha256 in (article.sha256_fr, article.sha256_en)
    }
    offered = offers.search(source, {sha256 for sha256 in declared if sha256})
    likely = offers.hints(source, lacking, offered.paths.values())
    lines = [f"{path}: {why}; passed over" for path, why in offered.unreadable]
    for text in lacking:
        row = articles[text.article]
        entries = [likely[text.sha256]] if text.sha256 in likely else []
        steps = row.recipe_fr if text.lang == "fr" else row.recipe_en
        entries += [f"made of {steps}"] * bool(steps)
        entries += ["published by " + ", ".join(s for s in (row.publisher, row.url) if s)] * bool(
            row.publisher or row.url
        )
        lines += [f"{text.article} ({text.lang}): {'; '.join(entries)}"] if entries else []
    return lines


def _row(source: Source, known_values: "Mapping[str, object]", settings: Settings) -> Article:
    known_values = {**known_values, **source.known}
    rights = known_values.pop("rights", None)
    story = str(known_values.get("story") or source.id.replace("_", "-"))
    english = "en" in source.texts
    row = {
        "genre": None,
        "title": None,
        "publisher": None,
        "url": None,
        "published": None,
        "collected": None,
        "origin": "unknown",
        "origin_evidence": None,
        "sources": (),
        "split": split_of(story, settings.splits),
        "rights_fr": rights,
        **known_values,
        "rights_en": known_values.get("rights_en", rights) if english else None,
        "id": source.id,
        "story": story,
        "translation": known_values.get("translation", _made(settings)) if english else None,
        "sha256_fr": files.sha256(source.texts["fr"]),
        "sha256_en": files.sha256(source.texts["en"]) if english else None,
    }
    if row["rights_fr"] is None:
        msg = "nothing says under which licence the text may be used"
        remedy = "Give --rights, or [defaults] rights in corpus.toml."
        raise UsageError(msg, where=source.where, remedy=remedy)
    try:
        return msgspec.convert(row, Article)
    except msgspec.ValidationError as error:
        remedy = "Correct the option, column or default of that name."
        raise UsageError(str(error), where=source.where, remedy=remedy) from error


def _made(settings: Settings) -> str:
    """Return how the English of a new article was made, where nothing else tells it."""
    return "original" if settings.direction == "en-fr" else "unknown"


def split_of(story: str, shares: Splits) -> Split:
    """Return the split of a story: the same at every call, so that a story is never torn apart."""
    place = int(files.sha256(story.encode())[:8], 16) / 16**8
    if place < shares.test:
        return "test"
    return "validation" if place < shares.test + shares.validation else "train"


def _refuse_known(
    article: Article,
    path: Path,
    taken: "Mapping[str, Article]",
    hashes: "Mapping[str, Article]",
) -> None:
    if article.sha256_fr in hashes:
        msg = f"this text is in the corpus already, as {hashes[article.sha256_fr].id!r}"
        raise DataError(msg, where=path, remedy="Leave it out.")
    if article.id in taken:
        remedy = "Choose another with --id, or name the file otherwise."
        msg_0 = f"the id {article.id!r} is taken"
        raise DataError(msg_0, where=path, remedy=remedy)


def ignored(folder: Path, articles: "Iterable[Article]") -> dict[Path, bytes]:
    """Return the ``.gitignore`` of each language that keeps the third-party texts out of git.

    What a file says already stays.
    """
    listed = list(articles)
    contents: dict[Path, bytes] = {}
    for lang in LANGS:
        path = ignore_path(lang)
        names = {f"{article.id}.txt" for article in listed if is_third_party(article, lang)}
        if not names:
            continue
        before = b""
        if (folder / path).is_file():
            before = files.read_bytes(folder / path)
        missing = names - {line.strip() for line in before.decode(errors="replace").splitlines()}
        gap = b"" if before.endswith(b"\n") or not before else b"\n"
        added = "".join(f"{name}\n" for name in sorted(missing)).encode()
        contents[path] = before + gap + added if missing else before
    return contents
