# Every word an editor or a developer needs. Only make, and a Python with venv and pip, must be there before.

PYTHON ?= $(shell for python in python3 python3.14 python3.13 python3.12 python3.11; do \
	if $$python -c 'import ensurepip, sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; \
	then echo $$python; break; fi; done)

VENV := .venv
PY := $(VENV)/bin/python
CLNM := $(PY) -m plugins.desk
PIP := $(PY) -m pip --disable-pip-version-check --quiet
PYTEST = CHROMIUM="$$($(PY) tools/find_browser.py --install)" && export CHROMIUM && $(PY) -m pytest -n 2
COMPILE = env -u PIP_FIND_LINKS -u PIP_EXTRA_INDEX_URL PIP_CONFIG_FILE=/dev/null CUSTOM_COMPILE_COMMAND='make lock' \
	$(PY) -m piptools compile --quiet --generate-hashes --allow-unsafe --strip-extras \
	--no-emit-index-url --no-emit-find-links --no-emit-trusted-host --no-emit-options

# These come from the command line: make new KIND=story.
KIND ?=
ISSUE ?=
STORY ?=
MONTH ?=
DEMO ?=
ARGS ?=

.DEFAULT_GOAL := site
.DELETE_ON_ERROR:
.NOTPARALLEL:
.PHONY: site help serve new next receipt check edition proof issue due admin gallery withdraw publish rollback schemas lint format test test-all bench golden lock audit sbom extras clean clean-all

site: $(VENV)/run ## install what is needed, build the site (AS_OF=2026-12-01 make: as of that day)
	@$(CLNM) build $(ARGS)

help: ## list these words
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-9s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

serve: $(VENV)/run ## show the site in a browser on this machine
	@$(CLNM) serve $(ARGS)

new: $(VENV)/run ## start a new piece of content: make new KIND=story
	@$(CLNM) new $(KIND) $(ARGS)

next: $(VENV)/run ## say when something next appears or disappears by itself
	@$(CLNM) next $(ARGS)

receipt: $(VENV)/run ## write what a storyteller reads before they say yes: make receipt STORY=stories/first-keys
	@$(CLNM) receipt $(STORY) $(ARGS)

check: $(VENV)/run ## say what is wrong with the content; write nothing
	@$(CLNM) check $(ARGS)

edition: $(VENV)/run ## make the email of one issue, weigh it and show it: make edition ISSUE=2026-12
	@$(CLNM) edition $(ISSUE) --open $(ARGS)

proof: $(VENV)/run ## one page with all that a document's readers get: make proof STORY=stories/first-keys
	@$(CLNM) proof $(STORY) $(ARGS)

issue: $(VENV)/run ## begin an issue with all that is new: make issue MONTH=2027-01
	@$(CLNM) issue $(MONTH) --gather $(ARGS)

due: $(VENV)/run ## say what the team must do next
	@$(CLNM) due $(ARGS)

admin: $(VENV)/run ## write in a form in the browser (needs Node.js)
	@$(CLNM) admin $(ARGS)

gallery: $(VENV)/run ## show every component on every target
	@$(CLNM) gallery $(ARGS)

withdraw: $(VENV)/run ## take something down everywhere: make withdraw STORY=stories/first-keys
	@$(CLNM) withdraw $(STORY) $(ARGS)

publish: $(VENV)/run ## build and check the site, then put it online in one step (DEMO=1: with the sample content)
	@$(CLNM) publish $(if $(DEMO),--demo) $(ARGS)

rollback: $(VENV)/run ## bring an earlier release back online (ARGS=--list: which there are)
	@$(CLNM) rollback $(ARGS)

schemas: $(VENV)/run ## write schemas/ and docs/fields.md again, from the content model
	@$(CLNM) schemas $(ARGS)

lint: $(VENV)/dev ## judge the code: ruff, mypy, the rooms, the lock, the drawings
	$(VENV)/bin/ruff check
	$(VENV)/bin/ruff format --check
	$(VENV)/bin/mypy
	$(VENV)/bin/lint-imports
	@sed -n 's/^ *"\([a-z0-9-]*==[^"]*\)",$$/\1/p' pyproject.toml | while read -r pin; do \
	grep -qF "$$pin " requirements/dev.lock || { echo "$$pin is not in requirements/dev.lock: make lock" >&2; exit 1; }; done
	$(PY) tools/draw_illustrations.py --check

format: $(VENV)/dev ## lay the code out as ruff wants it
	$(VENV)/bin/ruff check --fix
	$(VENV)/bin/ruff format

test: $(VENV)/dev ## run the tests but the slow ones (finds or installs a browser)
	@$(PYTEST) --dist loadfile --no-loadscope-reorder -m 'not slow' $(ARGS)

test-all: $(VENV)/dev ## run every test
	@$(PYTEST) $(ARGS)

bench: $(VENV)/dev ## measure how fast builds are, against others too, and write docs/speed.md (an hour; ARGS=mix-1000: that part)
	$(PY) -m tests.bench --write $(ARGS)

golden: $(VENV)/dev ## keep today's renderings as the right ones; read the diff before you commit it
	$(PY) -m pytest $(or $(ARGS),tests/golden) --update-golden

lock: $(VENV)/dev ## write requirements/*.lock again from pyproject.toml
	$(COMPILE) --only-build-deps --build-deps-for editable --output-file requirements/build.lock pyproject.toml
	$(COMPILE) --constraint requirements/build.lock --output-file requirements/run.lock pyproject.toml
	$(COMPILE) --constraint requirements/build.lock --constraint requirements/run.lock --extra s3 --extra ses \
		--extra subscriptions --output-file requirements/extras.lock pyproject.toml
	$(COMPILE) --constraint requirements/build.lock --constraint requirements/extras.lock --extra lint --extra s3 --extra ses \
		--extra subscriptions --extra test --output-file requirements/dev.lock pyproject.toml

audit: $(VENV)/dev ## ask whether what we install has known faults (ARGS=--must: fail where nobody can be asked)
	@$(PY) tools/audit.py $(ARGS)

sbom: $(VENV)/dev ## write sbom.json: everything that an editor's machine gets (CycloneDX)
	@$(VENV)/bin/cyclonedx-py requirements requirements/run.lock --pyproject pyproject.toml --output-reproducible \
		--output-file sbom.json
	@echo "Written: sbom.json"

clean: ## take away everything that make has made, its own Python included, but not the pictures it has drawn
	rm -rf output output-* public public-* sbom.json gallery proofs receipts .*.press .*.releases .bench $(VENV) *.egg-info .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis
	find plugins tools tests -type d -name __pycache__ -prune -exec rm -rf {} +

clean-all: clean ## take away the drawn pictures (.cache) too
	rm -rf .cache

$(VENV)/run: requirements/build.lock requirements/run.lock
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer with venv and pip is needed (on Debian: apt install python3-venv)." >&2; exit 1; }
	@echo "Installing what the press needs, once, in $(VENV) …"
	@$(PYTHON) -m venv --clear $(VENV)
	@$(PIP) install --require-hashes --requirement requirements/build.lock
	@$(PIP) install --require-hashes --no-build-isolation --requirement requirements/run.lock
	@$(PIP) install --no-build-isolation --no-deps --editable .
	@touch $@

extras: $(VENV)/run ## install what some need on top: to publish to S3, or to run the sign-up application
	@$(PIP) install --require-hashes --no-build-isolation --requirement requirements/extras.lock

$(VENV)/dev: requirements/dev.lock $(VENV)/run
	@echo "Installing what its tests need, once, in $(VENV) …"
	@$(PIP) install --require-hashes --no-build-isolation --requirement requirements/dev.lock
	@touch $@
