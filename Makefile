# Everything is installed into .venv, once; a second call is quick.

BIN := .venv/bin
UV := $(shell command -v uv 2>/dev/null)
PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)

.PHONY: demo test lint bench install browser clean

demo: install ## a shop's letter on two phones, before and after mending
	$(BIN)/parcours demo

test: browser ## all tests; more for pytest in ARGS, for example ARGS="-k viewport"
	$(BIN)/pytest -n auto $(ARGS)

lint: install
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

bench: browser ## what it all costs, beside bare Playwright and others; QUICK=1 for a first impression
	$(BIN)/python bench/run.py $(if $(QUICK),--quick)

install: .venv/.installed

.venv/.installed: pyproject.toml
ifdef UV
	uv venv --quiet --allow-existing --python '>=3.11' .venv
	uv pip install --quiet --python $(BIN)/python --editable . --group dev
else
	@test -n "$(PYTHON)" || { echo "parcours needs Python 3.11 or newer; set PYTHON=/path/to/python" >&2; exit 1; }
	test -x $(BIN)/python || "$(PYTHON)" -m venv .venv
	$(BIN)/python -m pip install --quiet --upgrade 'pip>=25.1'
	$(BIN)/python -m pip install --quiet --editable . --group dev
endif
	@touch $@

# Nothing is fetched when a browser is there already.
browser: install
	@$(BIN)/parcours doctor >/dev/null 2>&1 || $(BIN)/parcours doctor --download --install

clean:
	rm -rf .venv build dist .mypy_cache .pytest_cache .ruff_cache
	find src tests bench scenarios -name __pycache__ -type d -prune -exec rm -rf {} +
