# One verb per need. `make help` lists them.
.DEFAULT_GOAL := help
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
KKR := $(BIN)/kkr-graph

.PHONY: help setup run serve test lint fix smoke accuracy bench bench-large docs clean lock

help:  ## List the targets
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

setup: $(STAMP)  ## Make .venv with exactly the locked packages

$(STAMP): requirements.lock pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "kkr_graph needs Python 3.11 or newer: make PYTHON=python3.12 setup")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

run: setup  ## Build the graph from data/, answer a question, write a network page and the overview
	$(KKR) build
	$(KKR) ask "Hvem repræsenterer KKR Nordjylland i Danmarks Erhvervsfremmebestyrelse?" --format table
	$(KKR) view --forum "KKR Nordjylland" -o build/netvaerk.html
	$(KKR) export overview -o build/udpegningsoversigt.xlsx
	@printf '%s\n' "" \
	  "Netværket:             build/netvaerk.html (åbn i en browser)" \
	  "Udpegningsoversigten:  build/udpegningsoversigt.xlsx (åbn i Excel)" \
	  "Videre:                $(KKR) ask --list · $(KKR) --help · make serve"

serve: setup  ## Open the local web page (Ctrl+C stops it)
	@test -e build/graph.nq || $(KKR) build
	$(KKR) serve

test: setup  ## Run all tests
	@bash tests/machine-parts.sh
	$(BIN)/coverage run -m pytest
	@$(BIN)/coverage report --format=total > /dev/null || { $(BIN)/coverage report; exit 1; }

lint: setup  ## Style, types and the one-way imports
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports

fix: setup  ## Let ruff mend what it can
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

smoke: setup  ## The wheel alone, installed without the development tools
	bash tests/smoke.sh

accuracy: setup  ## How well documents are read, with every miss
	$(BIN)/python -m tests.accuracy -v

bench: setup  ## Side-by-side measurements on 10 and 600 meetings
	@bash tests/machine-parts.sh
	$(BIN)/python -m benchmarks 10 600
	$(BIN)/python -m benchmarks.pages 1000 5

bench-large: setup  ## The same on 6,000 meetings, which are built first; hours
	@mkdir -p build/benchmarks
	bash -o pipefail -c "$(BIN)/python -m benchmarks 6000 | tee build/benchmarks/rows-6000.md"

docs: setup  ## Write the generated reference pages
	$(BIN)/python -m docs.generate

lock:  ## Renew requirements.lock (needs uv)
	uv pip compile pyproject.toml --group dev --universal --python-version 3.11 \
	  --generate-hashes --no-emit-index-url --no-emit-find-links --no-header --no-annotate -q -o requirements.lock

clean:  ## Remove everything that is made
	rm -rf $(VENV) build dist .coverage .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
