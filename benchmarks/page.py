"""How large the page is and how fast: first view and queries, in a real Chromium.

Prints a table and writes benchmarks/results/page.json. Needs a browser named chromium.

    python benchmarks/page.py              # the page of this corpus
    python benchmarks/page.py --copies 10  # and of that many copies of its articles
    python benchmarks/page.py --large 25000  # a synthetic release, read from its Parquet by ranges
"""

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path
from typing import Any

import polars as pl
from playwright.sync_api import Browser, sync_playwright

from visavis import __version__
from visavis.release.page import serving
from visavis.release.page.content import content
from visavis.release.page.document import document
from visavis.release.page.source import Source, read

ROOT = Path(__file__).parents[1]
RESULTS = Path(__file__).parent / "results" / "page.json"

RUNS = 5
QUERIES: list[dict[str, str]] = [
    {"fr": "milliards"},
    {"fr": "de la"},
    {"en": '"said to"'},
    {"fr": "negoci*", "en": "talk*"},
    {"layer": "mentions", "type": "ORG"},
    {"layer": "amounts", "kind": "money", "unit": "USD", "min": "13 billion", "max": "14 billion"},
    {"layer": "conditionals", "use": "reportative", "rendering": "past|present|none"},
    {"layer": "stances", "holder_entity": "openai", "target_entity": "microsoft"},
    {"entity": "openai", "fr": "dollars"},
]

FIRST_VIEW = """() => {
  const paint = performance.getEntriesByName('first-contentful-paint')[0];
  return [paint ? paint.startTime : 0, performance.timing.loadEventEnd
    - performance.timing.navigationStart]; }"""
ASK = """query => { const start = performance.now(); const rows = visavis.ask(query).length;
  return [performance.now() - start, rows]; }"""
OPEN = """async () => { const { library } = visavis; const { ids } = library.index; const begun =
  performance.now(); for (let at = 1; at <= 10; at += 1) await library.open(ids[Math.floor(at *
  (ids.length - 1) / 10)]); return (performance.now() - begun) / 10000; }"""
SEARCH = """async query => { const begun = performance.now(); const answer = await
  visavis.library.search(query, () => true); return [(performance.now() - begun) / 1000,
  answer.ids.length]; }"""
HEAP = "() => performance.memory ? performance.memory.usedJSHeapSize : 0"
VIEW = """route => { const start = performance.now();
  history.replaceState(null, '', '#/' + visavis.model.about.version + '/' + route);
  dispatchEvent(new HashChangeEvent('hashchange')); document.body.offsetHeight;
  return performance.now() - start; }"""


def copies(source: Source, number: int) -> Source:
    """Return a source with every article ``number`` times, under ids of their own."""
    tables: dict[str, pl.DataFrame] = {}
    for name, table in source.tables.items():
        key = {"articles": "id", "kb": "", "facts": ""}.get(name, "article")
        if not key or key not in table.columns:
            tables[name] = table
            continue
        tables[name] = pl.concat(
            table.with_columns(pl.format("{}-{}", key, pl.lit(index)).alias(key))
            for index in range(number)
        )
        if name == "sentences":
            tables[name] = tables[name].with_columns(
                id=pl.format("{}:{}", "article", pl.col("id").str.split(":").list.last())
            )
    return source._replace(tables=tables, examples=(), rulings=())


def measured(browser: Browser, source: Source, folder: Path) -> dict[str, Any]:
    """Return size and times of the page of a source."""
    path = folder / "index.html"
    path.write_text(document(content(source)), encoding="utf-8")
    views, loads, queries = [], [], {}
    for _ in range(RUNS):
        tab = browser.new_page(viewport={"width": 1400, "height": 900})
        tab.goto(path.as_uri(), wait_until="load")
        tab.wait_for_selector(".bead")
        paint, load = tab.evaluate(FIRST_VIEW)
        views.append(paint)
        loads.append(load)
        for query in QUERIES:
            first, rows = tab.evaluate(ASK, query)
            again, _ = tab.evaluate(ASK, query)
            name = " ".join(f"{key}={value}" for key, value in query.items())
            queries.setdefault(name, {"rows": rows, "first": [], "again": []})
            queries[name]["first"].append(first)
            queries[name]["again"].append(again)
        drawn = {view: tab.evaluate(VIEW, view) for view in ("find?fr=de", "facts", "matrix")}
        heap = tab.evaluate(HEAP)
        tab.close()
    return {
        "pairs": source.tables["beads"].height,
        "megabytes": path.stat().st_size / 1e6,
        "first_paint_ms": statistics.median(views),
        "load_ms": statistics.median(loads),
        "heap_megabytes": heap / 1e6,
        "views_ms": drawn,
        "queries": {
            name: {
                "rows": item["rows"],
                "first_ms": statistics.median(item["first"]),
                "again_ms": statistics.median(item["again"]),
                "worst_ms": max(item["first"] + item["again"]),
            }
            for name, item in queries.items()
        },
    }


def memory() -> dict[str, float]:
    """Return the memory of the tabs of our browser: proportional set size in megabytes."""
    parents, sizes = {}, {}
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            parents[int(entry.name)] = int(
                (entry / "stat").read_text(encoding="utf-8").rpartition(")")[2].split()[1]
            )
            if b"--type=renderer" in (entry / "cmdline").read_bytes():
                rollup = (entry / "smaps_rollup").read_text(encoding="utf-8")
                sizes[int(entry.name)] = int(rollup.partition("Pss:")[2].split()[0]) / 1e3
        except OSError:
            continue

    def ours(process: int) -> bool:
        return process == os.getpid() or (process in parents and ours(parents[process]))

    return {"tab_megabytes": max(size for process, size in sizes.items() if ours(process))}


def large(browser: Browser, folder: Path, articles: int) -> dict[str, Any]:
    """Return times and memory of the page of a synthetic release that it reads by ranges."""
    stored, release = folder / "stored", folder / "release"
    stored.mkdir()
    # In processes of their own, so that they give back their memory.
    code = (
        "import sys; from pathlib import Path; sys.path.insert(0, sys.argv[1]); import build;"
        "build.store(build.synthetic(int(sys.argv[3])), Path(sys.argv[2]))"
    )
    here = str(Path(__file__).parent)
    subprocess.run([sys.executable, "-c", code, here, str(stored), str(articles)], check=True)
    subprocess.run(
        [sys.executable, f"{here}/build.py", str(stored), str(release)],
        check=True,
        stdout=subprocess.DEVNULL,
    )
    page = folder / "index.html"
    made = [sys.executable, "-m", "visavis", "page", str(release), "-o", str(page)]
    subprocess.run(made, check=True, stdout=subprocess.DEVNULL)
    views, opens, searches, sizes = [], [], [], []
    with serving.server(folder, 0) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        for _ in range(RUNS):
            tab = browser.new_page(viewport={"width": 1400, "height": 900})
            begun = time.monotonic()
            tab.goto(f"http://127.0.0.1:{server.server_address[1]}/index.html")
            tab.wait_for_selector(".bead")
            views.append(time.monotonic() - begun)
            sizes.append(memory()["tab_megabytes"])
            opens.append(tab.evaluate(OPEN))
            tab.close()
        tab = browser.new_page(viewport={"width": 1400, "height": 900})
        tab.goto(f"http://127.0.0.1:{server.server_address[1]}/index.html")
        tab.wait_for_selector(".bead")
        for query in ({"fr": "a*", "en": "b*"}, {"type_bead": "1-1"}):
            seconds, rows = tab.evaluate(SEARCH, query)
            most = memory()["tab_megabytes"]
            tab.context.new_cdp_session(tab).send("HeapProfiler.collectGarbage")
            searches.append(
                {
                    "query": query,
                    "seconds": seconds,
                    "rows": rows,
                    "megabytes_at_its_end": most,
                    "megabytes_without_garbage": memory()["tab_megabytes"],
                }
            )
        tab.close()
        server.shutdown()
    parquet = sum(path.stat().st_size for path in release.rglob("*.parquet"))
    return {
        "pairs": articles * 20,
        "page_megabytes": page.stat().st_size / 1e6,
        "release_megabytes": parquet / 1e6,
        "first_view_seconds": statistics.median(views),
        "first_view_megabytes": max(sizes),
        "open_article_seconds": statistics.median(opens),
        "searches": searches,
    }


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--copies", type=int, nargs="*", default=[])
    parser.add_argument("--large", type=int, help="articles of 20 pairs that are read by ranges")
    args = parser.parse_args()
    program = shutil.which("chromium") or shutil.which("chromium-browser")
    if program is None:
        print("no Chromium here: apt-get install chromium", file=sys.stderr)
        return 2
    source = read(ROOT, __version__)
    results = []
    with sync_playwright() as driver, tempfile.TemporaryDirectory() as folder:
        flags = ["--no-sandbox", "--disable-gpu", "--enable-precise-memory-info"]
        browser = driver.chromium.launch(executable_path=program, args=flags)
        for number in [] if args.large else [1, *args.copies]:
            some = source if number == 1 else copies(source, number)
            result = measured(browser, some, Path(folder))
            results.append(result)
            print(
                f"{result['pairs']} pairs: {result['megabytes']:.1f} MB, first paint "
                f"{result['first_paint_ms']:.0f} ms, loaded {result['load_ms']:.0f} ms, heap "
                f"{result['heap_megabytes']:.0f} MB"
            )
            for name, item in result["queries"].items():
                print(
                    f"  {item['first_ms']:7.1f} ms first {item['again_ms']:6.1f} ms again "
                    f"{item['rows']:6} rows  {name}"
                )
            for name, time in result["views_ms"].items():
                print(f"  {time:7.1f} ms to draw {name}")
        if args.large:
            results = json.loads(RESULTS.read_text(encoding="utf-8"))
            results = [item for item in results if "first_view_seconds" not in item]
            results.append(large(browser, Path(folder), args.large))
            print(json.dumps(results[-1], indent=1))
        browser.close()
    RESULTS.parent.mkdir(exist_ok=True)
    RESULTS.write_text(json.dumps(results, indent=1), encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
