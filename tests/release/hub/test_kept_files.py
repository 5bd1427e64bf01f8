"""What the Hub itself puts into a repository stays when a release is sent."""

import json
from pathlib import Path

from support.hub_clients import made
from support.loopback import Hub
from visavis.release.hub import publish


def test_the_attributes_of_the_repository_stay_and_foreign_files_go(
    hub: Hub, tmp_path: Path
) -> None:
    release = made(tmp_path, "Il pleut.\n")
    hub.create("owner/tiny")
    head = hub.resolve("owner/tiny", "main")
    assert head is not None
    attributes = hub.tree("owner/tiny", head)
    assert ".gitattributes" in attributes
    publish.publish(release, "owner/tiny")
    head = hub.resolve("owner/tiny", "main")
    assert head is not None
    after = hub.tree("owner/tiny", head)
    assert after[".gitattributes"] == attributes[".gitattributes"]
    entries = json.loads((release / "manifest.json").read_text(encoding="utf-8"))["files"]
    assert {entry["path"] for entry in entries} <= set(after)
