"""``visavis segment``: print the sentences of a text, one JSON object a line.

A line is ``{"start": 0, "end": 9, "text": "Il part. "}``: offsets are Unicode code points of the
file exactly as it is, with its line ends and, if it has one, its byte order mark; the texts put
together again are the file. Output is UTF-8.
"""

import json
import sys
from argparse import ArgumentParser, Namespace

from visavis.commands.inputs import STDIN, read_text
from visavis.languages import known
from visavis.text.sentences import segment


def add_arguments(parser: ArgumentParser) -> None:
    """Declare the options of ``visavis segment``."""
    codes = ", ".join(known("abbreviations.txt"))
    parser.add_argument("--lang", required=True, help=f"language of the text: {codes}")
    parser.add_argument(
        "file", nargs="?", default=STDIN, help="a text in UTF-8; - (the default) is standard input"
    )


def run(args: Namespace) -> int:
    """Print the sentences; the exit status is 0."""
    text = read_text(args.file)
    output = sys.stdout.buffer
    for start, end in segment(text, args.lang):
        row = {"start": start, "end": end, "text": text[start:end]}
        output.write(json.dumps(row, ensure_ascii=False).encode() + b"\n")
    output.flush()
    return 0
