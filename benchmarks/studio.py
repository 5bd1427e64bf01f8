"""Push and pull of sentence pairs with spans, beside the import and export of Label Studio's SDK.

A server of its own is started from the template of ``visavis studio up``; each measured step is a
process of its own, whose peak memory is taken. The SDK is the one in the server's environment: it
imports the same tasks and exports them, and checks nothing.

    .venv/bin/python benchmarks/studio.py [PAIRS]
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from support import studio_pages
from visavis.annotation.studio import exchange, folders, server
from visavis.annotation.studio.folders import Choice
from visavis.annotation.studio.interface import FIRST_LAYERS

PAIRS_AN_ARTICLE = 100

SDK = """
import json, sys, time
from label_studio_sdk import LabelStudio
url, token, config, path, out = sys.argv[1:]
ls = LabelStudio(base_url=url, api_key=token, timeout=600)
tasks = json.load(open(path))
project = ls.projects.create(title="SDK", label_config=open(config).read())
started = time.perf_counter()
for at in range(0, len(tasks), 250):
    ls.projects.import_tasks(id=project.id, request=tasks[at : at + 250],
                             request_options={"max_retries": 0})
imported = time.perf_counter()
with open(out, "wb") as file:
    for block in ls.projects.exports.download_sync(id=project.id, export_type="JSON",
                                                   download_all_tasks=True):
        file.write(block)
exported = time.perf_counter()
print(json.dumps([imported - started, exported - imported, len(json.load(open(out)))]))
"""


def peak(line: list[str], environment: dict[str, str]) -> tuple[float, float, str]:
    """Seconds, MB at the peak, and output of a process."""
    started = time.perf_counter()
    with tempfile.TemporaryFile("w+") as out:
        child = subprocess.Popen(line, env=environment, stdout=out)
        _, status, usage = os.wait4(child.pid, 0)
        seconds = time.perf_counter() - started
        out.seek(0)
        text = out.read()
    if status:
        sys.exit(f"{line} failed: {text}")
    return seconds, usage.ru_maxrss / 1024, text


def main(pairs: int) -> None:
    """Print the table."""
    home = server.home()
    program = server.install(home)
    with tempfile.TemporaryDirectory() as name:
        base = Path(name)
        data, folder = base / "data", base / "corpus"
        shutil.copytree(server.template(home, program), data)
        pages = [
            studio_pages.page(f"g{n}", PAIRS_AN_ARTICLE, n, FIRST_LAYERS)
            for n in range(pairs // PAIRS_AN_ARTICLE)
        ]
        studio_pages.write(folder, pages)
        spans = sum(len(rows) for page in pages for rows in page.rows.values())
        running = server.start(program, data, None)
        try:
            measure(base, folder, running.url, server.token(data), program)
        finally:
            server.stop(running)
        print(f"{pairs} pairs, {spans} spans")


def measure(base: Path, folder: Path, url: str, token: str, program: Path) -> None:
    """The figures of both ways, on one server, one after the other."""
    environment = os.environ | {"LABEL_STUDIO_API_KEY": token}
    verb = [sys.executable, "-m", "visavis", "studio"]
    before = studio_pages.snapshot(folder)
    for action in (["push"], ["pull", "--theirs"], ["push"]):
        line = [*verb, *action, "--url", url, "--corpus", str(folder)]
        seconds, memory, _ = peak(line, environment)
        print(f"visavis studio {' '.join(action)}: {seconds:.1f} s, {memory:.0f} MB")
    print(f"the same bytes: {studio_pages.snapshot(folder) == before}")
    choice = Choice("gold", FIRST_LAYERS)
    result = folders._known(folder, [], print)  # noqa: SLF001 - what a push reads
    tasks = [
        task.body()
        for article in result
        for task in folders.tasks_of(folders._page(folder, article, choice), choice)  # noqa: SLF001
    ]
    (base / "tasks.json").write_text(json.dumps(tasks), encoding="utf-8")
    project = exchange.Project(corpus="c", name="gold", layers=FIRST_LAYERS, unit="pair")
    (base / "config.xml").write_text(project.configuration, encoding="utf-8")
    python = str(program.with_name("python"))
    paths = [str(base / name) for name in ("config.xml", "tasks.json", "export.json")]
    _, memory, text = peak([python, "-c", SDK, url, token, *paths], dict(os.environ))
    imported, exported, count = json.loads(text.splitlines()[-1])
    print(f"SDK import: {imported:.1f} s; export: {exported:.1f} s; {count} tasks, {memory:.0f} MB")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5000)
