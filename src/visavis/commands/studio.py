"""``visavis studio``: articles into Label Studio, annotations back, and a server to do it with."""

import argparse
import os
import sys
from collections import Counter
from pathlib import Path

from visavis.annotation.passes import checked_name
from visavis.annotation.studio import client, folders, server, team
from visavis.annotation.studio.interface import FIRST_LAYERS
from visavis.annotation.studio.windows import UNITS
from visavis.corpus.layers import SPAN_LAYERS
from visavis.errors import UsageError

TOKEN = "LABEL_STUDIO_API_KEY"  # noqa: S105 - the name of the variable, not its content


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the verbs and their options."""
    verbs = parser.add_subparsers(dest="action", metavar="ACTION", required=True)
    started = verbs.add_parser(
        "up", help="start a server on this machine; the first time installs it"
    )
    started.add_argument("--port", type=int, help="where it listens (default: any that is free)")
    verbs.add_parser("down", help="stop it; what was annotated stays")
    for name, purpose in (
        ("status", "what runs, and how far the annotation is"),
        ("push", "send articles, with the spans that they have"),
        ("pull", "fetch what was annotated into the corpus"),
    ):
        verb = verbs.add_parser(name, help=purpose)
        verb.add_argument(
            "--corpus", type=Path, default=Path(), help="corpus folder (default: here)"
        )
        verb.add_argument("--url", help=f"a server of yours; its token in {TOKEN}")
        verb.add_argument(
            "--untested-version",
            action="store_true",
            help=f"also a Label Studio other than {', '.join(client.VERSIONS)}",
        )
        if name == "status":
            verb.add_argument(
                "--team",
                action="store_true",
                help="also who submitted how much, and which suggestions were taken",
            )
            continue
        which = verb.add_mutually_exclusive_group()
        which.add_argument(
            "--pass", dest="name", metavar="NAME", help="a pass, in a project of its own"
        )
        which.add_argument(
            "--adjudicate", nargs=2, metavar=("A", "B"), help="the differences of two passes"
        )
        if name == "pull":
            verb.add_argument(
                "--theirs", action="store_true", help="the server wins where the corpus differs"
            )
            verb.add_argument(
                "--remove",
                action="store_true",
                help="remove spans of the corpus that a submitted task does not have",
            )
            verb.add_argument(
                "--dry-run", action="store_true", help="only print which files would change"
            )
        if name == "push":
            verb.add_argument("articles", nargs="*", metavar="ARTICLE", help="ids; all by default")
            verb.add_argument(
                "--ours",
                action="store_true",
                help="the corpus wins over tasks that were pulled and are other spans here",
            )
            verb.add_argument("--suggest", action="store_true", help="begin with what is suggested")
            verb.add_argument(
                "--unit",
                choices=UNITS,
                default="pair",
                help="size of one task: sentence pair, paragraph or article (default: pair)",
            )
            verb.add_argument(
                "--layers", nargs="+", choices=[*SPAN_LAYERS], default=[*FIRST_LAYERS],
                help=f"to annotate (default: {' '.join(FIRST_LAYERS)})",
            )  # fmt: skip


def run(args: argparse.Namespace) -> int:
    """Do it; status 1 where an answer was refused or something is still to be decided."""
    actions = {"up": _up, "down": _down, "status": _status, "push": _push, "pull": _pull}
    return actions[args.action](args)


def _up(args: argparse.Namespace) -> int:
    folder = server.home()
    if not server.status(folder):
        _say("Starting Label Studio; the first time it is installed, which takes minutes.")
    running = server.up(folder, args.port)
    print(f"{running.url} is up. Name and password: {server.login_file(folder)}")
    return 0


def _down(_: argparse.Namespace) -> int:
    print("stopped" if server.down(server.home()) else "no server was running")
    return 0


def _status(args: argparse.Namespace) -> int:
    present = _server(args)
    print(f"{present.url}: Label Studio {present.version(untested=args.untested_version)}")
    for project, line in folders.progress(present):
        print(line)
        for part in team.lines(team.team(present, project)) if args.team else ():
            print(f"  {part}")
    return 0


def _push(args: argparse.Namespace) -> int:
    choice = folders.Choice(
        name=_name(args), layers=tuple(args.layers), unit=args.unit, suggest=args.suggest
    )
    present = _server(args)
    present.version(untested=args.untested_version)
    done = folders.push(present, args.corpus, choice, args.articles, _say, ours=args.ours)
    print(
        f"{present.url}/projects/{done.project}/data: {done.new} tasks new, "
        f"{done.replaced} replaced, {done.kept} as they were"
    )
    return 0


def _pull(args: argparse.Namespace) -> int:
    name = _name(args)
    present = _server(args)
    present.version(untested=args.untested_version)
    pulled = folders.pull(
        present, args.corpus, name, theirs=args.theirs, remove=args.remove, dry_run=args.dry_run
    )
    for path in pulled.written:
        print(f"{path}: {'would be ' if args.dry_run else ''}written")
    states = Counter(pulled.states)
    print(
        f"{len(pulled.states)} tasks: {states['done']} submitted, {states['open']} open, "
        f"{states['skipped']} skipped; {pulled.drafts} with work not submitted",
        file=sys.stderr,
    )
    for message in pulled.notes:
        print(f"visavis studio: {message}", file=sys.stderr)
    for problem in pulled.problems:
        print(f"visavis studio: {problem}", file=sys.stderr)
    return int(bool(pulled.problems))


def _name(args: argparse.Namespace) -> str:
    """Return the name of the project: the gold only where no other is asked for."""
    if args.adjudicate is not None:
        return "adjudicate " + " ".join(map(checked_name, args.adjudicate))
    return "gold" if args.name is None else f"pass {checked_name(args.name)}"


def _server(args: argparse.Namespace) -> client.Server:
    if args.url:
        return client.server(args.url, os.environ.get(TOKEN))
    running = server.status(server.home())
    if running is None:
        msg = "no server is running"
        remedy = "Start one with `visavis studio up`, or name yours with --url."
        raise UsageError(msg, remedy=remedy)
    return server.connect(server.home(), running)


def _say(message: str) -> None:
    print(message, file=sys.stderr)
