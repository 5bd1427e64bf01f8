"""The option of the verbs whose work a cluster can do."""

import argparse


def add_cluster(parser: argparse.ArgumentParser) -> None:
    """Declare ``--cluster``."""
    parser.add_argument(
        "--cluster",
        metavar="ADDRESS",
        help="let a Ray cluster do the work: auto (that of `ray start`), HOST:6379, "
        "ray://HOST:10001, or local for one of this call (needs visavis[cluster])",
    )
