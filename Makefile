# `make run` needs only make and Python 3.11 or newer; `make test` is what CI runs.
.DEFAULT_GOAL := help
.PHONY: help run test lint test-sqlite test-postgresql test-browser format lock bench train

export PORT ?= 8000
PYTHON := .venv/bin/python
INSTALL := $(PYTHON) -m pip install -q --disable-pip-version-check --require-hashes --only-binary :all:
LOCK := $(PYTHON) -m uv pip compile -q --universal --python-version 3.11 --generate-hashes \
	--no-header --no-emit-index-url --no-annotate --upgrade
# Checks and tests keep their own files, and never meet the database of `make run`.
ALONE := env -u DATABASE_URL -u CAREERGUIDE_ENV -u CAREERGUIDE_DEBUG CAREERGUIDE_VAR="$(CURDIR)/var/test"

help:  ## Show these lines
	@sed -nE 's/^([a-z-]+):[^#]*## *(.*)/  make \1|\2/p' $(MAKEFILE_LIST) | awk -F'|' '{printf "%-24s%s\n", $$1, $$2}'

run: .venv/.installed  ## Serve the site on http://localhost:8000 (or: make run PORT=8001)
	@$(PYTHON) manage.py prepare --port "$(PORT)"
	@exec $(PYTHON) -m gunicorn careerguide.wsgi

test: .venv/.installed-dev  ## Everything that CI checks; needs PostgreSQL's programs and Chromium
	@# Three at a time leave none of two cores idle; the longest goes first, and a browser, which waits now and
	@# then, comes last. Where make can, what each of them says comes in one piece.
	@$(MAKE) --no-print-directory -j 3 $(if $(filter output-sync,$(.FEATURES)),--output-sync=target) \
		lint test-sqlite test-postgresql test-browser

lint: .venv/.installed-dev  ## Form, types, layers, migrations
	$(PYTHON) -m ruff format --check .
	$(PYTHON) -m ruff check .
	$(PYTHON) -m djlint templates --lint --quiet
	$(PYTHON) -c "from importlinter.cli import lint_imports_command; lint_imports_command()"
	$(ALONE) $(PYTHON) -m mypy .
	$(ALONE) $(PYTHON) manage.py makemigrations --check --dry-run

test-sqlite: .venv/.installed-dev
	$(ALONE) $(PYTHON) -m pytest --ignore=tests/browser

test-postgresql: .venv/.installed-dev
	nice -n 5 $(ALONE) $(PYTHON) -m pytest --ignore=tests/browser --pg

test-browser: .venv/.installed-dev
	nice -n 5 $(ALONE) $(PYTHON) -m pytest tests/browser

format: .venv/.installed-dev  ## Put the code into the form that the checks ask for
	$(PYTHON) -m ruff check --fix-only .
	$(PYTHON) -m ruff format .

bench: .venv/.installed  ## Measure pages against an empty view, reviews against the truth, lists of a long job search
	$(PYTHON) bench/pages.py
	$(PYTHON) bench/reviews.py
	$(PYTHON) bench/matches.py
	$(PYTHON) bench/ads.py
	$(PYTHON) bench/coach.py
	$(PYTHON) bench/jobs.py
	$(PYTHON) bench/casework.py

train: .venv/.installed-train  ## Find the coefficients of interview feedback anew, and say how well they read
	OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 $(PYTHON) -m training.train

lock: .venv/.installed-dev  ## Lock the newest versions that pyproject.toml allows, with hashes
	$(LOCK) pyproject.toml -o requirements.txt
	$(LOCK) --group pyproject.toml:dev -c requirements.txt -o requirements-dev.txt
	$(LOCK) --group pyproject.toml:train -c requirements.txt -o requirements-train.txt

.venv/.installed: requirements.txt bin/make_environment
	@sh bin/make_environment
	@echo "Installing the locked packages. The first time takes about a minute."
	@$(INSTALL) -r requirements.txt
	@touch $@

.venv/.installed-dev: .venv/.installed requirements-dev.txt
	@echo "Installing the locked packages for tests."
	@$(INSTALL) -r requirements-dev.txt
	@touch $@

.venv/.installed-train: .venv/.installed requirements-train.txt
	@echo "Installing the locked packages for training."
	@$(INSTALL) -r requirements-train.txt
	@touch $@
