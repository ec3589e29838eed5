# Two commands: `make site` builds the example, `make test` checks everything.

PYTHON ?= python3
export PIP_DISABLE_PIP_VERSION_CHECK := 1
SITE_ENV := .venv/.site
TEST_ENV := .venv/.test

.PHONY: site test pictures accept reference lock

site: $(SITE_ENV)
	.venv/bin/okrsite build

test: $(TEST_ENV)
	scripts/install-test-tools
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/mypy --strict
	.venv/bin/python -m pytest -n 2

# Every kind of page as it looks, to be looked at: light, dark, narrow, in few colours, from right to left. See .pictures/
pictures: $(TEST_ENV)
	PICTURES=.pictures .venv/bin/python -m pytest tests/browser/test_pictures.py

# What the small sites in tests/sites become now, once a change of it has been read and is meant.
accept: $(TEST_ENV)
	ACCEPT=1 .venv/bin/python -m pytest tests/test_whole_sites.py

# What docs/reference/ says of keys and rules, after they changed.
reference: $(SITE_ENV)
	.venv/bin/python scripts/write-reference

# Newer versions of everything that the project is developed with.
lock:
	scripts/lock $(PYTHON)

.venv/bin/pip:
	scripts/create-venv $(PYTHON)

$(SITE_ENV): pyproject.toml | .venv/bin/pip
	.venv/bin/pip install --quiet --editable .
	touch $@

$(TEST_ENV): pyproject.toml requirements-dev.lock | .venv/bin/pip
	.venv/bin/pip install --quiet --requirement requirements-dev.lock
	.venv/bin/pip install --quiet --no-build-isolation --no-deps --editable .
	touch $@ $(SITE_ENV)
