# Two commands for a newcomer: `make demo` and `make test`. Each sets up all it needs in .venv.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
SHARED ?= ../shared
BIN := .venv/bin
READY := .venv/.ready

.PHONY: setup demo test check lock clean bench-structure bench-structure-wide bench-initiatives bench-talk bench-crowd bench-search bench-rules bench-frames bench-latin bench-lacking bench-import bench-speed bench-clock bench-load bench-hostile bench-keep bench-compare

setup: $(READY)

# --require-hashes: what is installed is what was reviewed. --no-deps: the lock is whole, and pip would look past its
# pins for a requirement with an extra (coverage[toml]) as soon as a newer release is out; pip check proves it whole.
# The package itself is built by the hatchling of the lock.
# compileall: some libraries ship files for other Pythons, which do not compile and are never read.
$(READY): requirements.lock pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	$(BIN)/python -m pip check
	$(BIN)/python -m corpus.text.lexicon
	$(BIN)/python -m compileall -q $$($(BIN)/python -c 'import sysconfig; print(sysconfig.get_path("purelib"))') bot handlers db corpus > /dev/null || true
	git config core.hooksPath .githooks 2> /dev/null || true
	touch $(READY)

demo: setup
	@mkdir -p build
	@rm -f build/demo.db build/demo.db-wal build/demo.db-shm
	@$(BIN)/policy-bot import corpus/articles --db build/demo.db
	@$(BIN)/policy-bot console --db build/demo.db

# Bytecode is written whatever the shell says: without it each process makes each test file's asserts anew, each time.
test: setup
	PYTHONDONTWRITEBYTECODE= $(BIN)/python -m pytest -q -n $${TEST_PROCESSES:-2} --dist worksteal --cov --cov-report=term

check: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

# The lock names no index: it installs from whichever one the machine uses.
lock:
	$(PYTHON) -m venv build/lock
	build/lock/bin/python -m pip install --quiet uv
	build/lock/bin/uv pip compile pyproject.toml --all-extras --generate-hashes --no-emit-index-url --universal \
		--python-version 3.11 --custom-compile-command "make lock" -o requirements.lock

bench-structure: setup
	$(BIN)/python bench/structure.py --bench $(SHARED)/bench/structure --worst 10

bench-structure-wide: setup
	$(BIN)/python bench/rerender.py $(SHARED)/bench/structure

bench-initiatives: setup
	$(BIN)/python bench/initiatives.py $(SHARED)

bench-talk: setup
	$(BIN)/python bench/talk.py $(SHARED)

bench-crowd: setup
	$(BIN)/python bench/crowd.py

bench-search: setup
	$(BIN)/python bench/search.py $(SHARED)/bench

bench-rules: setup
	$(BIN)/python bench/rules.py $(SHARED)/bench

bench-frames: setup
	$(BIN)/python bench/frames.py $(SHARED) $(LIBRARY)

bench-latin: setup
	$(BIN)/python bench/latin.py $(SHARED)/bench

bench-lacking: setup
	$(BIN)/python bench/lacking.py $(SHARED)/bench

bench-import: setup
	$(BIN)/python -m bench.importing $(SHARED)/bench

bench-speed: setup
	$(BIN)/python bench/speed.py $(SHARED)/bench

# Keep before a change that must change nothing, compare after it; minutes each.
bench-keep: setup
	$(BIN)/python bench/same.py keep build/same --shared $(SHARED)

bench-compare: setup
	$(BIN)/python bench/same.py compare build/same --shared $(SHARED)

bench-clock: setup
	$(BIN)/python bench/clock.py
	$(BIN)/python bench/year.py

# ten minutes, and the machine to itself: real servers under load and faults; PROGRAM is another checkout's policy-bot
bench-load: setup
	$(BIN)/python -m bench.load $(SHARED)/bench --json build/load/rows.json $(if $(PROGRAM),--program $(PROGRAM)) $(if $(ONLY),--only $(ONLY))

bench-hostile: setup
	$(BIN)/python -m bench.hostile

clean:
	rm -rf .venv build
