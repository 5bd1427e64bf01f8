"""``visavis fetch OWNER/NAME[@VERSION]``: a published release as a folder, proved."""

import argparse
from collections.abc import Iterator
from pathlib import Path

from visavis import files
from visavis.release.hub.fetch import fetch
from visavis.release.hub.history import named
from visavis.release.manifest import BESIDE, listed

DESCRIPTION = """\
Download a version, compare every file with its manifest, and write the release into a folder:
load_dataset, visavis.load, page, diff and build --previous take it. Without @VERSION, the newest.
A folder is replaced only where it is a release with no other file in it.

example   visavis fetch owner/name@1.2.0
"""


PIECE = 1 << 20
"""Bytes of a file that are in memory at a time."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.description = DESCRIPTION
    parser.add_argument("version", metavar="REPO[@VERSION]", help="as owner/name@1.2.3")
    parser.add_argument(
        "-o", "--output", type=Path, metavar="FOLDER", help="(default: NAME-VERSION, here)"
    )
    parser.add_argument("--key", type=Path, help="it must be signed by the owner of this key")
    parser.add_argument("--dry-run", action="store_true", help="only print what would be written")


def run(args: argparse.Namespace) -> int:
    """Fetch the release and print its folder."""
    repo, version = named(args.version)
    fetched = fetch(repo, version, args.key)
    name = f"{fetched.manifest.name}-{fetched.manifest.version}"
    target = args.output or Path(name)
    if args.dry_run:
        files.check_replaceable(target, listed)
        print(f"would {'replace' if target.exists() else 'create'} {target}")
        return 0
    unlisted = [name for name in sorted(BESIDE) if (fetched.folder / name).is_file()]
    with files.replace_folder(target, listed) as folder:
        for path in [*fetched.manifest.paths, *unlisted]:
            files.write(folder / path, _pieces(fetched.folder / path))
    print(target)
    return 0


def _pieces(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while piece := file.read(PIECE):
            yield piece
