# Every target stands alone on a bare machine: packaging/linux/setup.sh brings what is missing, then the work starts.

PYTHON ?= python3
VENV := .venv/bin/python
SETUP := PYTHON="$(PYTHON)" packaging/linux/setup.sh

unexport PYTHONPATH PYTHONHOME VIRTUAL_ENV

.PHONY: run test check bench faults screenshots lock

run: ## the window on the demo office, which is made when it is not there
	@$(SETUP) run
	@$(VENV) -m desktop window --demo

test: ## everything a change must pass; goes on after a failed check so that one run tells all
	@$(SETUP) test
	@failed=0; \
	$(MAKE) --no-print-directory check || failed=1; \
	$(VENV) -m pytest -n auto || failed=1; \
	exit $$failed

check: ## style, form, types, import contracts
	@$(SETUP) test
	@failed=0; \
	$(VENV) -m ruff check || failed=1; \
	$(VENV) -m ruff format --check || failed=1; \
	$(VENV) -m mypy || failed=1; \
	.venv/bin/lint-imports --no-logo || failed=1; \
	exit $$failed

bench: ## speed as ratios measured in one run
	@$(SETUP) test
	@$(VENV) -m tests.benchmarks

faults: ## every kind of fault at its full count, then the generated cases (`make test` has both at small counts)
	@$(SETUP) test
	@failed=0; \
	$(VENV) -m pytest --full -s tests/faults tests/stories/test_random_walk.py || failed=1; \
	$(VENV) -m pytest --full -n auto -m hypothesis --ignore tests/stories || failed=1; \
	exit $$failed

screenshots: ## every screen in three languages, two themes, two sizes, into build/screenshots
	@$(SETUP) test
	@$(VENV) -m tests.screenshots

lock: ## requirements/*.in → requirements/*.txt, newest allowed versions with hashes
	@packaging/lock.sh $(PYTHON)
