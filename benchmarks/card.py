"""A picture of the rendered card, for docs/: Markdown to HTML, and a browser that shows it.

Run after `make build`; needs the packages of requirements-bench.txt and a browser named
``chromium`` (Debian: apt-get install chromium).
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from markdown_it import MarkdownIt

from visavis.corpus.card import parse, read_card

ROOT = Path(__file__).parents[1]
CARD = read_card(ROOT)
RELEASE = ROOT / "dist" / f"{CARD.name}-{CARD.version}"
PICTURE = ROOT / "docs" / "card.png"
WIDTH, HEIGHT = 860, 1500
STYLE = """
body { font: 14px/1.45 sans-serif; margin: 24px auto; max-width: 800px; color: #1f2328 }
table { border-collapse: collapse; margin: 12px 0; font-size: 13px }
th, td { border: 1px solid #d0d7de; padding: 3px 9px; text-align: left }
pre { background: #f6f8fa; padding: 12px } h2 { border-bottom: 1px solid #d0d7de }
"""

browser = shutil.which("chromium")
if browser is None:
    sys.exit("no browser named chromium. Install it, or render the card by other means.")
page = parse((RELEASE / "README.md").read_text(encoding="utf-8"), "README.md").page
html = MarkdownIt("commonmark").enable("table").render(page)
with tempfile.TemporaryDirectory() as scratch:
    shown = Path(scratch) / "card.html"
    shutil.copytree(RELEASE / "pictures", Path(scratch) / "pictures")
    shown.write_text(f"<meta charset='utf-8'><style>{STYLE}</style>{html}", encoding="utf-8")
    options = ["--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"]
    size = f"--window-size={WIDTH},{HEIGHT}"
    subprocess.run(
        [browser, *options, size, f"--screenshot={PICTURE}", shown.as_uri()],
        check=True,
        capture_output=True,
        cwd=scratch,
    )
print(f"{PICTURE}: {PICTURE.stat().st_size} bytes")
