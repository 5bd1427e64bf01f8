# Two commands for everyone: `make build` and `make test`. The others are what CI runs beside them.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: build page page-assets test quick lint types check card docs reference pins clean

build: .venv/built
	$(BIN)/python scripts/hydrate.py
	$(BIN)/python scripts/build.py
	$(BIN)/python scripts/show.py

# The page of this corpus: dist/index.html, which opens in any browser.
page: .venv/built
	mkdir -p dist
	$(BIN)/visavis page . -o dist/index.html

# The program of the page, from page/ (needs npm); the result is committed.
page-assets:
	cd page && npm ci --ignore-scripts && npm run check && npm run build

test: .venv/installed
	$(BIN)/pytest -q -n 2 --dist loadgroup

# The tests that need neither a server nor a browser, nor a whole release.
quick: .venv/installed
	$(BIN)/pytest -q -n 2 tests/text tests/corpus tests/alignment tests/test_architecture.py tests/test_errors.py tests/test_files.py

# The reference pages, from the code.
reference: .venv/installed
	COLUMNS=100 $(BIN)/python scripts/reference.py

# The documentation as a site, into site/.
docs: .venv/installed
	COLUMNS=100 $(BIN)/python scripts/reference.py --check
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --strict --quiet

lint: .venv/installed
	$(BIN)/ruff check
	$(BIN)/ruff format --check

types: .venv/installed
	$(BIN)/mypy

check: test lint types
	$(BIN)/python scripts/validate.py

# The picture of the card in docs/ (needs requirements-bench.txt and a browser named chromium).
card: build
	$(BIN)/python benchmarks/card.py

# What building the corpus needs, pinned with hashes; the package itself from this folder.
.venv/built: requirements-build.txt pyproject.toml
	@echo "Installing what building needs into .venv (about a minute) ..."
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --disable-pip-version-check --require-hashes -r requirements-build.txt
	$(BIN)/pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@
	@echo "The command is $(BIN)/visavis; try: $(BIN)/visavis --help"

# What tests, style and documentation need besides.
.venv/installed: .venv/built requirements.txt
	@echo "Installing what the tests need besides (one or two minutes) ..."
	$(BIN)/pip install --disable-pip-version-check --require-hashes -r requirements.txt
	@touch $@

# Renew the pins from the ranges of pyproject.toml (needs uv).
pins:
	uv pip compile --quiet --universal --generate-hashes --no-annotate --no-header \
	  --python-version 3.11 --group dev pyproject.toml -o requirements.txt
	uv pip compile --quiet --universal --generate-hashes --no-annotate --no-header \
	  --python-version 3.11 --group build -c requirements.txt pyproject.toml \
	  -o requirements-build.txt
	uv pip compile --quiet --universal --generate-hashes --no-annotate --no-header \
	  --python-version 3.11 --group bench -c requirements.txt -o requirements-bench.txt
	echo 'label-studio==1.23.2' | uv pip compile --quiet --universal --generate-hashes --no-annotate \
	  --no-header --python-version 3.11 - -o src/visavis/annotation/studio/requirements-studio.txt

clean:
	rm -rf .venv dist .mypy_cache .pytest_cache .ruff_cache
