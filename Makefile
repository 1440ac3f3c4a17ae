# The only door: every command a developer or a new user needs.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
OUT ?= out

.PHONY: help setup demo test check bench screens translations soak bundle lock audit clean

help: ## list the targets
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/\t/'

setup: $(STAMP) ## build .venv with the command `asbuilt` in it

$(STAMP): requirements.lock pyproject.toml installer/system-packages.sh
	@sh installer/system-packages.sh python
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

demo: setup ## the reference story on this machine, with a summary
	@sh installer/system-packages.sh screen
	$(BIN)/asbuilt demo --out $(OUT)

check: setup ## ruff, formatting, types, import contracts
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

test: check ## everything that must be green before a change lands
	@sh installer/system-packages.sh screen display browser
	$(BIN)/python -m pytest -q -n 3 --dist worksteal

bench: setup ## speed as ratios against a baseline measured in the same run
	$(BIN)/python -m bench

screens: setup ## every screen and page as a picture in docs/screens
	@sh installer/system-packages.sh screen browser
	$(BIN)/python -m tests.screens

translations: setup ## the words of ui/words_*.py into the .ts files, and the .qm from those
	$(BIN)/pyside6-lupdate ui/words_*.py -silent -no-obsolete -sort-messages -locations none \
	  -disable-heuristic sametext -disable-heuristic similartext -source-language en \
	  -ts resources/translations/*.ts
	$(BIN)/pyside6-lrelease -silent resources/translations/*.ts

soak: setup ## the long versions of the randomised tests
	@sh installer/system-packages.sh screen
	HYPOTHESIS_PROFILE=soak $(BIN)/python -m pytest -q --timeout 3600 tests/unit tests/faults \
	  tests/flows/test_sync_days_offline.py tests/migrations/test_journal_three_behind.py \
	  tests/contract/test_server_drawing.py tests/judge

bundle: setup ## the station as one folder that needs no Python: dist/asbuilt
	@sh installer/system-packages.sh screen bundle
	$(BIN)/pyinstaller --noconfirm --log-level WARN installer/asbuilt.spec
	$(BIN)/python installer/check_bundle.py dist/asbuilt
	dist/asbuilt/asbuilt demo --headless --units 1 --out build/demo

lock: ## resolve the newest versions into requirements.lock
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header \
	  --no-emit-index-url --all-extras --group dev --no-annotate -o requirements.lock pyproject.toml

audit: setup ## known vulnerabilities of what requirements.lock names, as PyPI knows them
	$(BIN)/uv tool run --quiet --from pip-audit==2.10.1 pip-audit --strict --disable-pip --no-deps \
	  --requirement requirements.lock

clean:
	rm -rf build dist $(OUT) .mypy_cache .ruff_cache .pytest_cache
