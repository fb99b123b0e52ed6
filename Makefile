# Two commands on a fresh machine with Python 3.11+ and make:
#   make run    everything set up, a sample office read in, the site on http://127.0.0.1:8000
#   make test   the whole suite
# and for those who change the code:
#   make core   the quick tests, without database or browser
#   make check  format, lint, types, import layers, unused code, migrations, translations
# Without a network: make run WHEELS=folder-with-wheels

# Tools rewrite their plugins in every process when compiled files may not be kept.
unexport PYTHONDONTWRITEBYTECODE
export UV_COMPILE_BYTECODE := 1

PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
BIND ?= 127.0.0.1:8000
export PEYVAND_HOME ?= $(CURDIR)/var
OFFLINE := $(if $(WHEELS),--no-index --find-links $(WHEELS))

RUNTIME := $(VENV)/.runtime
DEVELOPMENT := $(VENV)/.development
BUILT := $(VENV)/.built

.PHONY: run test core check format lock clean

run: $(BUILT)
	$(BIN)/peyvand demo
	$(BIN)/peyvand serve --bind $(BIND)

test: $(BUILT) $(DEVELOPMENT)
	$(BIN)/python -m tests.run

core: $(BUILT) $(DEVELOPMENT)
	$(BIN)/pytest tests/core tests/lexicon -n auto

check: $(BUILT) $(DEVELOPMENT)
	$(BIN)/ruff format --check src tests benchmarks drills tools
	$(BIN)/ruff check src tests benchmarks drills tools
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	$(BIN)/python -m tools.unused
	$(BIN)/python -m peyvand.config.django makemigrations --check --dry-run
	$(BIN)/python -m peyvand.web.shared.translations check

format: $(DEVELOPMENT)
	$(BIN)/ruff format src tests benchmarks drills tools
	$(BIN)/ruff check --fix src tests benchmarks drills tools

lock: $(RUNTIME)
	for name in uv runtime archives setup dev; do \
	  $(BIN)/uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate \
	    --no-header -q requirements/$$name.in -o requirements/$$name.lock; \
	done

clean:
	rm -rf $(VENV) node_modules src/peyvand/lexicon/places/built src/peyvand/web/shared/static/built

$(BIN)/uv:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Peyvand needs Python 3.11 or newer")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install -q $(OFFLINE) --require-hashes -r requirements/uv.lock

$(RUNTIME): requirements/runtime.lock requirements/setup.lock pyproject.toml | $(BIN)/uv
	$(BIN)/uv pip install -q -p $(BIN)/python $(OFFLINE) --require-hashes -r requirements/runtime.lock -r requirements/setup.lock
	$(BIN)/uv pip install -q -p $(BIN)/python $(OFFLINE) --no-deps --no-build-isolation -e .
	touch $@

$(DEVELOPMENT): requirements/dev.lock $(RUNTIME)
	$(BIN)/uv pip install -q -p $(BIN)/python $(OFFLINE) --require-hashes -r requirements/dev.lock
	touch $@

$(BUILT): $(RUNTIME) package-lock.json $(wildcard src/peyvand/lexicon/places/*) src/peyvand/lexicon/build_places.py \
          $(wildcard src/peyvand/web/shared/static/*) $(shell find src/peyvand -name '*.po')
	$(BIN)/python -m peyvand.lexicon.build_places
	$(BIN)/python -m peyvand.web.shared.assets
	$(BIN)/python -m peyvand.web.shared.translations compile
	touch $@

# Figures beside the named peers, in an environment of their own: make bench TEXTS=folder-of-articles
PEERS := .venv-peers/.installed
TEXTS ?= tests/golden/fa

.PHONY: bench
bench: $(BUILT) $(PEERS)
	$(BIN)/python -m benchmarks.reading $(TEXTS) $(CURDIR)/.venv-peers/bin/python

$(PEERS): requirements/peers.lock | $(BIN)/uv
	$(PYTHON) -m venv .venv-peers
	$(BIN)/uv pip install -q -p .venv-peers/bin/python --require-hashes -r requirements/peers.lock
	touch $@

# The ledger beside nomenklatura's store and plain SQL: make bench-ledger STATEMENTS=1000000 ENGINE=postgres
LEDGER_PEERS := .venv-ledger-peers/.installed
STATEMENTS ?= 20000
ENGINE ?= sqlite

.PHONY: bench-ledger
bench-ledger: $(BUILT) $(DEVELOPMENT) $(LEDGER_PEERS)
	$(BIN)/python -m benchmarks.ledger --statements $(STATEMENTS) --engine $(ENGINE) \
	  --peers $(CURDIR)/.venv-ledger-peers/bin/python

$(LEDGER_PEERS): requirements/ledger-peers.lock | $(BIN)/uv
	$(PYTHON) -m venv .venv-ledger-peers
	$(BIN)/uv pip install -q -p .venv-ledger-peers/bin/python --require-hashes -r requirements/ledger-peers.lock
	touch $@
