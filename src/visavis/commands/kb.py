"""``visavis kb list|add|merge``: the entities of the knowledge base."""

import argparse

from visavis.commands import rows
from visavis.commands.rows import run

__all__ = ["add_arguments", "run"]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    rows.declare(parser, "kb", "visavis kb add id=asml type=ORG name_fr=ASML name_en=ASML")
