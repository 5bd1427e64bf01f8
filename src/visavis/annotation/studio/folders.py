"""The corpus at this end: pages read from its folder, pulled rows written into it."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from visavis import files
from visavis.annotation.adjudication import RULINGS, Ruling, differences, key, recorded, undecided
from visavis.annotation.passes import INFO, Pass, checked_name, pass_folder
from visavis.annotation.passes import read as read_pass
from visavis.annotation.studio import calls, disputes, exchange, guides, merging, projects
from visavis.annotation.studio.answers import Answer
from visavis.annotation.studio.client import Server
from visavis.annotation.studio.exchange import Pushed
from visavis.annotation.studio.merging import Merged
from visavis.annotation.studio.plans import Task
from visavis.annotation.studio.projects import Project, There
from visavis.annotation.studio.refusals import REFUSALS
from visavis.annotation.studio.shapes import Progress
from visavis.annotation.studio.tasks import data, digest, regions
from visavis.annotation.studio.windows import Page, Rows, Unit, windows
from visavis.annotation.suggest import suggestions
from visavis.corpus import journal
from visavis.corpus.articles import Article, is_open
from visavis.corpus.card import CARD, read_card
from visavis.corpus.layers import SPAN_LAYERS
from visavis.corpus.layers.beads import AlignedBead
from visavis.corpus.layers.regions import Region
from visavis.corpus.model import layer_path, text_path
from visavis.corpus.reading import read as read_corpus
from visavis.corpus.reading import read_articles, read_rows
from visavis.corpus.records import encode
from visavis.corpus.texts import refuse_changed
from visavis.errors import UsageError
from visavis.languages import LANGS, Lang

SUGGESTED = "suggested"
"""Name of the predictions that ``--suggest`` sends."""

Suggest = Callable[[str], Rows]
"""Article -> the spans that are suggested, by layer."""


@dataclass(frozen=True)
class Choice:
    """What a push was asked for.

    Attributes:
        name: ``gold``, ``pass NAME`` or ``adjudicate A B``.
        layers: to annotate.
        unit: of a task.
        suggest: whether to begin with suggestions.
    """

    name: str
    layers: tuple[str, ...]
    unit: Unit = "pair"
    suggest: bool = False

    def __post_init__(self) -> None:
        """Refuse a name that is none.

        Raises:
            UsageError: the name of a pass is not of the alphabet of ids.
        """
        for name in self.passes:
            checked_name(name)
        if len(self.passes) != _PASSES.get(self.name.split(" ", maxsplit=1)[0]):
            msg = f"{self.name!r}: write gold, pass NAME or adjudicate A B."
            raise UsageError(msg)

    @property
    def passes(self) -> list[str]:
        """The passes that it names."""
        return self.name.split(" ")[1:]


_PASSES = {"gold": 0, "pass": 1, "adjudicate": 2}
"""How many passes each kind of project names."""


@dataclass
class Pulled:
    """What a pull brought: files written, states of the tasks, problems and notes with links."""

    written: list[Path] = field(default_factory=list)
    states: list[str] = field(default_factory=list)
    drafts: int = 0
    problems: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


class _Part(NamedTuple):
    """An article of the corpus as the project annotates it."""

    article: Article
    page: Page


def push(  # noqa: PLR0913 - what, where to, and who is to win
    server: Server,
    folder: Path,
    choice: Choice,
    articles: Sequence[str] = (),
    report: Callable[[str], None] = lambda _: None,
    *,
    ours: bool = False,
) -> Pushed:
    """Send articles of the corpus in ``folder`` to a server.

    Submitted tasks that were pulled are replaced only if their spans are in the corpus here, unless
    the corpus is to win (``ours``); those that were never pulled are never replaced.

    Raises:
        UsageError: an article is unknown or has no text here, or there are no suggestions.
        DataError: a row is malformed, or an annotator has worked on what has changed here.
        ServerError: the server refuses, or is lost for good.
    """
    project = Project(
        corpus=_corpus_name(folder), name=choice.name, layers=choice.layers, unit=choice.unit
    )
    lookup = _known(folder, articles, report)
    refuse_changed(folder, lookup)
    pages = {article.id: _page(folder, article, choice) for article in lookup}
    if choice.name.startswith("adjudicate "):
        tasks = [task for article in lookup for task in _disputed(folder, article, choice)]
    else:
        suggest = partial(suggestions, read_corpus(folder)) if choice.suggest else None
        tasks = [task for page in pages.values() for task in tasks_of(page, choice, suggest)]
    guideline = guides.page(folder, choice.layers)

    def is_here(answer: Answer) -> bool:
        return merging.is_here(pages[answer.data["article"]], answer)

    return exchange.push(
        server, project, tasks, is_here, ours=ours, guideline=guideline, report=report
    )


def pull(  # noqa: PLR0913 - what, where to, and who is to win
    server: Server,
    folder: Path,
    name: str,
    *,
    theirs: bool = False,
    remove: bool = False,
    dry_run: bool = False,
) -> Pulled:
    """Fetch what was annotated into the corpus in ``folder``; an article that is refused stays.

    Where both have changed since the push the article is refused, unless the server is to win
    (``theirs``). Where a submitted task lacks spans of the corpus it is refused, unless these are
    to be removed (``remove``). With ``dry_run`` nothing is written, here or on the server.

    Raises:
        UsageError: there is no such project.
        ServerError: the server refuses, is lost for good, or has another interface.
    """
    present = projects.find(server, _corpus_name(folder), name)
    if present is None:
        msg = f"nothing of {name!r} was pushed there"
        raise UsageError(msg, where=server.url, remedy="Run `visavis studio push` first.")
    choice = Choice(name, present.project.layers, present.project.unit)
    by_id = {article.id: article for article in read_articles(folder)}
    of_article: dict[str, list[Answer]] = defaultdict(list)
    pulled = Pulled()
    for answer in exchange.answers(server, present):
        pulled.states.append(answer.state)
        pulled.drafts += answer.draft
        of_article[str(answer.data.get("article", ""))].append(answer)
    rulings: list[Ruling] = []
    contents: dict[Path, bytes | None] = {}
    taken: list[tuple[Sequence[Answer], Merged]] = []
    for article, answers in sorted(of_article.items()):
        if article not in by_id:
            place = projects.link(server, present.number, answers[0].task)
            why = REFUSALS["article-unknown"]
            pulled.problems.append(f"{article or 'a task'}: {why} [article-unknown]. See {place}")
            continue
        item = _Part(by_id[article], _page(folder, by_id[article], choice))
        outcome = merging.merged(
            item.page,
            answers,
            choice.layers,
            show=frozenset(lang for lang in LANGS if is_open(item.article, lang)),
            theirs=theirs,
            remove=remove,
        )
        refusals = list(outcome.refusals)
        if name.startswith("adjudicate ") and not refusals:
            result, problems = _rulings(folder, item, answers, choice, outcome)
            rulings += result
            refusals += problems
        pulled.problems += [
            f"{refusal} See {projects.link(server, present.number, refusal.task)}"
            for refusal in refusals
        ]
        pulled.notes += [
            f"{answer.data['article']} {answer.data['sentence']}: the corpus differs from the "
            "submitted task, which is as it was sent or last pulled; the corpus was left as it is. "
            "Send it with a push (--ours if it was pulled), or pull with --theirs. "
            f"See {projects.link(server, present.number, answer.task)}"
            for answer in outcome.differing
        ]
        if not refusals and any(answer.state == "done" for answer in answers):
            contents |= _layers(folder, article, choice, outcome)
            taken.append((answers, outcome))
    if name.startswith("adjudicate "):
        contents |= _decisions(folder, choice, rulings)
    if name.startswith("pass ") and contents:
        contents |= _info(folder, choice)
    # One change, so that `visavis undo` takes back the whole pull. A process that is killed before
    # the tasks are acknowledged finds them again at the next pull, and equal to the corpus.
    act = journal.plan if dry_run else partial(journal.change, verb="pull")
    pulled.written += [folder / step.path for step in act(folder, contents=contents)]
    for fetched, outcome in taken if not dry_run else ():
        exchange.acknowledge(server, fetched, outcome.taken)
    return pulled


def progress(server: Server) -> Iterator[tuple[There, str]]:
    """A line a project of ours: what it is, and how many of its tasks are submitted."""
    for item in projects.ours(server):
        row = server.ask(calls.project(item.number), Progress)
        done = f"{row['finished_task_number']} of {row['task_number']} tasks submitted"
        place = projects.link(server, item.number, None)
        yield item, f"{item.project.corpus}, {item.project.name}: {done}  {place}"


def tasks_of(page: Page, choice: Choice, suggest: Suggest | None = None) -> list[Task]:
    """The tasks of an article: done where it is annotated, else open, with suggestions if asked."""
    offered = suggest(page.article) if suggest and not page.annotated else None
    rows = page.rows if offered is None else offered
    cut = windows(_with(page, rows), choice.layers, choice.unit)
    tasks = []
    for number, window in enumerate(cut, 1):
        rendered = data(page, window, (number, len(cut)))
        result = regions(window, page.texts)
        if offered is not None:
            rendered["rows"] = digest({})
        tasks.append(
            Task(
                rendered,
                result if page.annotated else None,
                {SUGGESTED: result} if offered is not None and result else {},
            )
        )
    return tasks


def _with(page: Page, rows: Rows) -> Page:
    return Page(page.article, page.texts, page.beads, page.regions, rows, page.annotated)


def _corpus_name(folder: Path) -> str:
    return read_card(folder).name if (folder / CARD).is_file() else folder.resolve().name


def _known(folder: Path, wanted: Sequence[str], report: Callable[[str], None]) -> list[Article]:
    """The articles that are wanted, or all whose texts are here."""
    articles = sorted(read_articles(folder), key=lambda article: article.id)
    unknown = set(wanted) - {article.id for article in articles}
    if unknown:
        msg = f"no such article in {folder}"
        raise UsageError(msg, where=min(unknown), remedy="See raw/articles.jsonl.")
    result = []
    for article in articles:
        present = (folder / text_path(article.id, "fr")).is_file()
        if article.id in wanted and not present:
            msg = "its French text is not here"
            raise UsageError(msg, where=article.id, remedy="Run `visavis hydrate` first.")
        if not wanted and not present:
            report(f"{article.id}: not hydrated, left out")
        if present and (not wanted or article.id in wanted):
            result.append(article)
    return result


def _page(folder: Path, article: Article, choice: Choice) -> Page:
    """An article as the project annotates it: its gold, or what a pass has."""
    name = article.id
    base = pass_folder(folder, choice.passes[0]) if choice.name.startswith("pass ") else None
    rows, annotated = {}, False
    for layer in choice.layers:
        path = base / layer / f"{name}.jsonl" if base else folder / layer_path(name, layer)
        rows[layer] = read_rows(path, SPAN_LAYERS[layer])
        annotated |= path.is_file()
    page = Page(
        article=name,
        texts={lang: _text(folder, name, lang) for lang in LANGS},
        beads=read_rows(folder / layer_path(name, "beads"), AlignedBead),
        regions=read_rows(folder / layer_path(name, "regions"), Region),
        rows=rows,
        annotated=annotated,
    )
    if choice.name.startswith("adjudicate ") and not annotated:
        return _with(page, _sides(folder, page, choice).agreed)
    return page


def _text(folder: Path, article: str, lang: Lang) -> str:
    path = folder / text_path(article, lang)
    return files.decode(files.read_bytes(path), path) if path.is_file() else ""


def _sides(folder: Path, page: Page, choice: Choice) -> disputes.Sides:
    read = [
        {
            layer: read_rows(pass_folder(folder, name) / layer / f"{page.article}.jsonl", kind)
            for layer, kind in SPAN_LAYERS.items()
            if layer in choice.layers
        }
        for name in choice.passes
    ]
    entries = [r for r in _differences(folder, choice) if r.article == page.article]
    return disputes.sides(read[0], read[1], page.rows if page.annotated else None, entries)


def _differences(folder: Path, choice: Choice) -> list[Ruling]:
    names = choice.passes[0], choice.passes[1]
    first, second = (read_pass(folder, name) for name in names)
    result = differences(names, first, second)
    return [ruling for ruling in result if ruling.layer in choice.layers]


def _disputed(folder: Path, article: Article, choice: Choice) -> list[Task]:
    """The tasks of an article in which the passes differ, where nobody has ruled yet."""
    page = _page(folder, article, choice)
    before = read_rows(folder / RULINGS, Ruling)
    result = undecided(_differences(folder, choice), before)
    here = [r for r in result if r.article == article.id and r.kept is None]
    if not here:
        return []
    both = _sides(folder, page, choice)
    return [
        Task(dispute.data, None, dispute.predictions)
        for dispute in disputes.disputes(page, both, here, choice.passes)
    ]


def _rulings(
    folder: Path, part: _Part, answers: Sequence[Answer], choice: Choice, outcome: Merged
) -> tuple[list[Ruling], list[Any]]:
    both = _sides(folder, part.page, choice)
    entries: list[Ruling] = []
    problems: list[Any] = []
    for answer in answers:
        if answer.state == "done":
            ruled, wrong = disputes.ruled(answer, both, outcome.rows)
            entries += ruled
            problems += wrong
    return entries, problems


def _layers(
    folder: Path, article: str, choice: Choice, outcome: Merged
) -> dict[Path, bytes | None]:
    """Return the files of an article that a pull changes, by path in the corpus."""
    contents: dict[Path, bytes | None] = {}
    for layer in choice.layers:
        path = layer_path(article, layer)
        if choice.name.startswith("pass "):
            base = pass_folder(folder, choice.passes[0]).relative_to(folder)
            path = base / layer / f"{article}.jsonl"
        new = encode(outcome.rows.get(layer, ()))
        # An empty file says that nothing was found, which tasks that were not taken do not say.
        found_nothing = choice.name.startswith("pass ") and not outcome.differing
        if (folder / path).is_file() or new or found_nothing:
            contents[path] = new
    return contents


def _decisions(folder: Path, choice: Choice, rulings: Sequence[Ruling]) -> dict[Path, bytes | None]:
    """Return the decision log brought up to date: every difference, with what was ruled."""
    before = {key(r): r for r in read_rows(folder / RULINGS, Ruling)}
    before |= {key(r): r for r in rulings}
    names = choice.passes[0], choice.passes[1]
    first, second = (read_pass(folder, name) for name in names)
    new = encode(recorded(names, differences(names, first, second), before.values()))
    return {RULINGS: new} if rulings else {}


def _info(folder: Path, choice: Choice) -> dict[Path, bytes | None]:
    """Return the row that says who made a pass, where nothing says it yet."""
    path = pass_folder(folder, choice.passes[0]).relative_to(folder) / INFO
    if (folder / path).is_file():
        return {}
    today = datetime.now(UTC).date().isoformat()
    made = Pass(id=choice.passes[0], annotator="human", made=today, guidelines=guides.state(folder))
    return {path: encode([made])}
