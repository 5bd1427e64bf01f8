"""The texts of articles as their rows describe them: offsets hold for those bytes alone."""

from typing import TYPE_CHECKING

from visavis import files
from visavis.corpus.model import text_path
from visavis.errors import DataError
from visavis.languages import LANGS, Lang

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from visavis.corpus.articles import Article


def current(folder: "Path", article: "Article") -> dict[Lang, str]:
    """Return the texts of an article that are in the corpus, by language.

    Raises:
        DataError: a text is not UTF-8, or not the one that the row of the article describes: spans
            would mark other words.
    """
    texts: dict[Lang, str] = {}
    for lang in LANGS:
        path = folder / text_path(article.id, lang)
        if path.is_file():
            data = files.read_bytes(path)
            declared = getattr(article, f"sha256_{lang}")
            if files.sha256(data) != declared:
                msg = (
                    f"not the text that the row of {article.id} describes, its sha256 differs"
                    f"{'' if declared else ' (the row has none)'}"
                )
                remedy = "Put the old text back, or move the annotations with `visavis reanchor`."
                raise DataError(msg, where=path, remedy=remedy)
            texts[lang] = files.decode(data, path)
    return texts


def refuse_changed(folder: "Path", articles: "Iterable[Article]") -> None:
    """Refuse articles whose texts have changed since they were annotated; missing ones pass.

    Raises:
        DataError: the message has a line for each text that changed.
    """
    problems = []
    for article in articles:
        try:
            current(folder, article)
        except DataError as error:
            problems.append(str(error))
    if problems:
        raise DataError("\n".join(problems))
