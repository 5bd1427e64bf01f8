"""``visavis facts list|add|merge``: the amount facts."""

import argparse

from visavis.commands import rows
from visavis.commands.rows import run

__all__ = ["add_arguments", "run"]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    rows.declare(parser, "facts", "visavis facts merge asml-stake asml-share")
