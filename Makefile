# Dateline: `make site` builds the timeline, `make test` checks everything. Both set up what they need.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: site test torture bench accuracy site-check big-site clean lock
.DEFAULT_GOAL := site

site: $(VENV)/.site-ready
	@$(BIN)/python build.py
	@echo "Open site/index.html in a browser."

test: $(VENV)/.test-ready
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python -m pytest
	$(BIN)/python build.py check

# All kills, bad inputs, script vectors and variations of docs/promises.md, of which `make test` runs a share; the page's
# table is made from what they find.
torture: $(VENV)/.test-ready
	PYTHONPATH=tests:tests/torture $(BIN)/python -m pytest tests/torture tests/test_browser_fragments.py \
		-m "torture or not torture" -p recording

# Speed, in ratios to other tools where there are any; two minutes. FULL=1 takes hours: it measures at the sizes the gates
# are meant for, up to a hundred thousand articles, and writes docs/performance.md.
PEERS := .venv-peers
SIZES := $(if $(FULL),--largest 100000 --write,--small 60 --large 200)
bench: $(VENV)/.test-ready $(PEERS)/.ready
	$(BIN)/python bench/bench_dates.py $(TIMEML)
	$(BIN)/python bench/bench_events.py
	$(BIN)/python bench/bench_build.py $(PEERS)/bin $(SIZES)

$(PEERS)/.ready: bench/peers/requirements.lock | $(BIN)/python
	@$(PYTHON) -m venv $(PEERS)
	@$(PEERS)/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r $<
	@touch $@

# docs/accuracy.md and the about page's figures, from data that stays outside the repository.
DATA ?= ../shared
accuracy: $(VENV)/.test-ready
	$(BIN)/python bench/accuracy.py $(DATA)
	$(BIN)/python build.py

# The published pages held to the goals of docs/site.md; BIG=FOLDER, a timeline of a thousand events, is held to its own.
# What can't be had here (npm's packages, Java) is left out with a line that says so; with STRICT=1 that is a failure.
# PARTS="browser nu exports" leaves out Lighthouse, whose figures need a machine that does nothing else.
site-check: $(VENV)/.test-ready
	@npm ci --prefix bench/site_check --ignore-scripts --loglevel=error || \
	echo "site-check: npm ci failed; the goals that need axe-core, the Nu checker and Lighthouse are not measured" >&2
	$(BIN)/python bench/site_check/site_check.py site $(if $(BIG),--big $(BIG)/site) $(PARTS:%=--only %) $(if $(STRICT),--strict)

# A timeline of a thousand events to hold to the goals: make big-site BIG=FOLDER, then make site-check BIG=FOLDER.
big-site: $(VENV)/.site-ready
	@test -n "$(BIG)" || { echo "name a folder: make big-site BIG=FOLDER" >&2; exit 2; }
	@$(BIN)/python bench/make_articles.py 1100 $(BIG)/seeds
	@$(BIN)/python build.py --root $(BIG)

$(BIN)/python:
	@command -v $(PYTHON) >/dev/null || { echo "Dateline needs Python 3.11 or newer; there is no $(PYTHON) here" >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Dateline needs Python 3.11 or newer: make PYTHON=python3.12 site")'
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { echo "$(PYTHON) cannot make virtual environments; on Debian and Ubuntu: apt-get install python3-venv" >&2; exit 1; }
	@echo "Setting up $(VENV), once; this takes less than a minute."
	@$(PYTHON) -m venv $(VENV)

$(VENV)/.site-ready: requirements.lock | $(BIN)/python
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@touch $@

$(VENV)/.test-ready: requirements-dev.lock | $(BIN)/python
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@touch $@ $(VENV)/.site-ready

# After a change to the dependencies in pyproject.toml; needs uv.
COMPILE := uv pip compile --quiet --generate-hashes --python-version 3.11 --universal --no-header --no-emit-index-url
lock:
	$(COMPILE) pyproject.toml -o requirements.lock
	$(COMPILE) --extra html pyproject.toml -o requirements-html.lock
	$(COMPILE) --extra cluster pyproject.toml -o requirements-cluster.lock
	$(COMPILE) bench/peers/requirements.in -o bench/peers/requirements.lock
	$(COMPILE) --extra html --extra cluster --extra test pyproject.toml -o requirements-dev.lock
	$(COMPILE) .github/requirements.in -o .github/requirements.lock

clean:
	rm -rf $(VENV) $(PEERS) .dateline-cache .mypy_cache .ruff_cache .pytest_cache
