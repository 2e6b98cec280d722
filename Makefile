# The same words here, in the README and in CI. `make serve` and `make test` set up whatever is missing.
PYTHON ?= python3
HOST ?= mkdocs
BIN := .venv/bin
SOURCES := bootstrap.py selfcheck_core plugins tests
SCRIPTS := "plugins/**/*.{mjs,js,css}" "theme/**/*.{mjs,css}" "tests/**/*.mjs"

# Banners of MkDocs' successors; they are printed, not logged, and say nothing about this site.
export NO_MKDOCS_2_WARNING := 1
export DISABLE_MKDOCS_2_WARNING := true
export PATH := $(CURDIR)/$(BIN):$(PATH)

.PHONY: serve build test test-fast test-changed check format bench verify setup setup-tests

serve: setup
	$(BIN)/$(HOST) serve -f mkdocs.yml

build: setup
	$(BIN)/$(HOST) build --strict --clean -f mkdocs.yml

# Two workers a core: a test in a browser waits for it half of its time.
PYTEST := $(BIN)/python -m pytest -n $$((2 * $$(nproc 2>/dev/null || sysctl -n hw.ncpu))) --dist loadgroup

test: setup-tests check
	$(PYTEST)

test-fast: setup
	$(PYTEST) -m "not browser"

test-changed: setup-tests
	@changed="$$($(BIN)/python tests/affected.py)"; \
	if [ -n "$$changed" ]; then $(PYTEST) $$changed; else echo "Kein Test hängt an dem, was geändert ist."; fi

check: setup
	$(BIN)/ruff format --check $(SOURCES)
	$(BIN)/ruff check $(SOURCES)
	$(BIN)/mypy
	node_modules/.bin/prettier --check --log-level warn $(SCRIPTS)
	node_modules/.bin/tsc --project tsconfig.json
	$(BIN)/selfcheck check

format: setup
	$(BIN)/ruff format $(SOURCES)
	$(BIN)/ruff check --fix $(SOURCES)
	node_modules/.bin/prettier --write --log-level warn $(SCRIPTS)

bench: setup-tests
	$(BIN)/python tests/bench/compile.py
	$(BIN)/python tests/bench/build.py
	$(BIN)/python tests/bench/start.py

verify: setup-tests
	$(BIN)/python tests/verify/twice.py

setup:
	@$(PYTHON) bootstrap.py

setup-tests:
	@$(PYTHON) bootstrap.py --tests
