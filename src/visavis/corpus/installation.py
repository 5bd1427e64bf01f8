"""How this very Visavis can be installed elsewhere, by pip's own record of where it came from."""

import json
from importlib.metadata import PackageNotFoundError, distribution
from typing import Any

from visavis import __version__

UNKNOWN = 'echo "Fill in this line: how to install Visavis in CI." && exit 1  # FILL IN'
"""The command where nothing public is known: it fails and says so, and installs no stranger's."""


def install_command() -> str:
    """Return the shell command that installs the Visavis that is running."""
    try:
        record = distribution("visavis").read_text("direct_url.json")
    except PackageNotFoundError:
        return UNKNOWN
    return command_of(json.loads(record) if record else None)


def command_of(record: "dict[str, Any] | None") -> str:
    """Return the command for a record of PEP 610; None stands for a package from an index.

    >>> command_of({"url": "https://example.org/visavis.whl"})
    'pip install "visavis @ https://example.org/visavis.whl"'
    """
    if record is None:
        return f"pip install visavis=={__version__}"
    url = str(record.get("url", ""))
    if not url.startswith("https://") or "@" in url:
        return UNKNOWN  # a folder of this machine, or an address with a password
    if vcs := record.get("vcs_info"):
        return f'pip install "visavis @ {vcs["vcs"]}+{url}@{vcs["commit_id"]}"'
    digest = (record.get("archive_info") or {}).get("hash")
    return f'pip install "visavis @ {url}{f"#{digest}" if digest else ""}"'
