"""Which file is the text of which language, where a format has a file a language."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from visavis.corpus.layers.beads import AlignedBead
from visavis.corpus.sources import slug
from visavis.errors import UsageError
from visavis.interchange.documents import SIDES
from visavis.languages import LANGS, Lang


def texts(paths: Sequence[Path], suffix: str) -> dict[str, dict[Lang, Path]]:
    """Return, by article, the file of each language: ``NAME.fr.txt``, or ``fr/NAME.txt``.

    ``paths`` are a folder, a file, or the French and the English file of one article.

    Raises:
        UsageError: a file does not tell its language, or the folder has no such file.
    """
    if len(paths) == len(SIDES) and not any(path.is_dir() for path in paths):
        name = slug(paths[0].stem.removesuffix(".fr")) or "article"
        listed = [path.with_suffix(suffix) for path in paths]
        return {name: dict(zip(SIDES, listed, strict=True))}
    listing: dict[str, dict[Lang, Path]] = {}
    folder = paths[0]
    files = sorted(filter(Path.is_file, folder.rglob(f"*{suffix}")))
    for path in files if folder.is_dir() else [folder.with_suffix(suffix)]:
        stem, _, last = path.stem.rpartition(".")
        mark = last if stem else path.parent.name
        lang = next((lang for lang in LANGS if lang == mark.lower()), None)
        if lang is None:
            msg = "nothing says in which language the text is"
            remedy = f"Name the files NAME.fr{suffix} and NAME.en{suffix}, or give both of a pair."
            raise UsageError(msg, where=path, remedy=remedy)
        listing.setdefault(slug(stem or path.stem), {})[lang] = path
    if not listing:
        msg = f"no file that ends in {suffix} in the folder"
        raise UsageError(msg, where=folder, remedy=f"Name a folder of {suffix} files.")
    return listing


def collections(paths: Sequence[Path], suffix: str) -> dict[str, dict[Lang, Path]]:
    """Return, by name, the file of each language, where a file holds many articles.

    They are ``fr`` and ``en`` of a folder, or what ``texts`` returns.

    Raises:
        UsageError: a file does not tell its language, or the folder has no such file.
    """
    if len(paths) == len(SIDES):
        return {slug(paths[0].stem.removesuffix(".fr")): dict(zip(SIDES, paths, strict=True))}
    places = {lang: paths[0] / f"{lang}{suffix}" for lang in SIDES}
    present = {lang: path for lang, path in places.items() if path.is_file()}
    return {slug(paths[0].resolve().name): present} if present else texts(paths, suffix)


def in_turn(pieces: Mapping[Lang, Sequence[tuple[int, int]]]) -> list[AlignedBead]:
    """Return a bead for each pair of sentences, where both texts have as many; else none."""
    if len(pieces) != len(SIDES) or len(pieces["fr"]) != len(pieces["en"]):
        return []
    return [
        AlignedBead(id=f"b{number}", fr=(fr,), en=(en,), method="manual")
        for number, (fr, en) in enumerate(zip(pieces["fr"], pieces["en"], strict=True), start=1)
    ]


def tiling(starts: Sequence[int], length: int) -> list[tuple[int, int]]:
    """Return the pieces of a text that begin at ``starts``; the first begins with the text."""
    cuts = sorted({start for start in starts if 0 < start < length})
    return list(zip([0, *cuts], [*cuts, length], strict=True)) if length else []
