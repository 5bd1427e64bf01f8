"""``visavis completion SHELL``: a script that completes verbs and options."""

import argparse
from importlib import import_module

import shtab

DESCRIPTION = """\
Source the script, or put it where your shell looks for completions.

example   visavis completion bash > ~/.local/share/bash-completion/completions/visavis
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.description = DESCRIPTION
    parser.add_argument("shell", choices=shtab.SUPPORTED_SHELLS, help="your shell")


def run(args: argparse.Namespace) -> int:
    """Print the script."""
    parser = import_module("visavis.cli").full_parser()
    print(shtab.complete(parser, args.shell))
    return 0
