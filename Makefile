# Each target works alone on a fresh clone with Python 3.11 or newer, make and a package index.

PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready
PYTEST_FLAGS ?=

# z3 takes some megabytes from the system for every question. glibc gives them back at once unless it is told to keep
# them, which doubles the time of a short question in a large process; elsewhere these say nothing.
export MALLOC_TRIM_THRESHOLD_ := 268435456
export MALLOC_MMAP_THRESHOLD_ := 33554432

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help test report exhaustive bench check-all format clean

help:  ## say what the targets do
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "make %-11s %s\n", $$1, $$2}' Makefile

test: $(READY)  ## format, lint, types, tests and coverage
	$(BIN)/ruff format --check
	$(BIN)/ruff check
	$(BIN)/mypy
	$(BIN)/pytest -n auto --cov $(PYTEST_FLAGS)

report: $(READY)  ## write the report on every claim to build/report
	$(BIN)/gametheory report --out build/report

exhaustive: $(READY)  ## run the exhaustive checks with their full counts
	GAMETHEORY_EXHAUSTIVE=1 $(BIN)/pytest -n auto -m exhaustive $(PYTEST_FLAGS)

bench: $(READY)  ## print ratios of running times, measured in one run
	$(BIN)/python tests/benchmarks/run.py

check-all: PYTEST_FLAGS += -rs
check-all: test exhaustive  ## test and exhaustive, and say what was skipped

format: $(READY)  ## format the code and mend what ruff can mend
	$(BIN)/ruff format
	$(BIN)/ruff check --fix

clean:  ## remove everything the other targets made, .venv included
	rm -rf .venv build dist .coverage .hypothesis .mypy_cache .pytest_cache .ruff_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(READY): pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "This project needs Python 3.11 or newer, and '$(PYTHON)' is not." \
			"Name another, for example: make test PYTHON=python3.12" >&2; exit 1; }
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[dev]'
	@touch $@
