import polars as pl

from support.paths import CLEAN
from visavis.corpus import reading
from visavis.dataset.baselines import grammar, names
from visavis.dataset.tables import TAGS


def rows(*articles: tuple[str, str, str, str]) -> pl.DataFrame:
    """Sentences as article, split, words and tags."""
    table = [
        {"article": article, "split": split, "tokens": words.split(), "tags": tags.split()}
        for article, split, words, tags in articles
    ]
    return pl.DataFrame(table, schema_overrides={"tags": pl.List(TAGS)})


TABLE = rows(
    ("a", "train", "Elf Total buys Elf", "B-ORG I-ORG O B-ORG"),
    ("a", "train", "Elf is a word", "B-CONCEPT O O O"),
    ("b", "train", "Elf met Ana", "B-ORG O B-PER"),
    ("c", "test", "Elf Total and Elf and Ana and Bo", "B-ORG I-ORG O B-ORG O B-LOC O B-PER"),
)
STORIES = {"a": "first", "b": "second", "c": "third"}


def test_the_longest_known_name_has_the_type_that_it_has_most_often() -> None:
    result = names({"ner_fr": TABLE}, STORIES).row(0, named=True)
    assert result == {
        "lang": "fr", "scored on": "test", "names": 3, "right": 2, "found": 3, "gold": 4,
        "F1": 4 / 7,
    }  # fmt: skip


def test_each_training_story_is_read_by_the_names_of_the_others() -> None:
    result = names({"ner_fr": TABLE}, STORIES).row(1, named=True)
    assert (result["scored on"], result["right"], result["found"], result["gold"]) == (
        "train, by story", 1, 4, 5,
    )  # fmt: skip


def test_without_training_text_there_is_no_figure() -> None:
    assert names({}, STORIES).is_empty()
    assert names({"ner_en": TABLE.filter(pl.col("split") == "test")}, STORIES).is_empty()


def test_the_grammar_is_scored_on_the_texts_that_are_there() -> None:
    corpus = reading.read(CLEAN)
    result = grammar(corpus)
    assert result["gold"].sum() > 0
    assert result.select(pl.col("right") <= pl.min_horizontal("found", "gold")).to_series().all()
    assert grammar(corpus.part([])).is_empty()
