# The commands of the project. Each installs what is missing first, and asks for nothing.

SWIFT ?= swift
# Two jobs: more do not help on two cores, and cost memory on larger machines.
JOBS ?= 2
CORPUS := corpora/attendance-2022/papers
REPORT := reports/attendance-2022
BUILD := $(SWIFT) build --jobs $(JOBS) --explicit-target-dependency-import-check error

.PHONY: deps run build test bench fuzz reports check-reports format lint clean

deps:
	@./.ci/deps

build: deps
	$(BUILD)

# Builds, reads the sample corpus, prints its chronology and where the files are.
run: build
	@$(SWIFT) run --skip-build daybook chronology $(CORPUS) -o .build/sample --fail-on never
	@$(SWIFT) run --skip-build daybook chronology $(CORPUS) --fail-on never --quiet

test: deps
	$(SWIFT) build --build-tests --jobs $(JOBS) --explicit-target-dependency-import-check error
	$(SWIFT) test --skip-build --parallel --num-workers $(JOBS)

# Rivals that come from package registries, in an environment of their own; a benchmark without its rival says so.
.build/rivals/bin/python:
	@{ python3 -m venv .build/rivals \
	  && .build/rivals/bin/pip install --quiet dateparser==1.2.0 "python-redlines[docxodus]==2.0.0"; } >/dev/null 2>&1 \
	  || { rm -rf .build/rivals; echo "daybook: rivals could not be installed; their rows stay empty" >&2; }

# Release build; beside rivals that are installed.
bench: deps .build/rivals/bin/python
	$(SWIFT) build -c release --jobs $(JOBS)
	$(SWIFT) run -c release --skip-build DaybookBenchmarks

# Feeds the date engine, the comparison of versions, the reader of printed headers and that of quotations with random
# bytes, each for SECONDS; what breaks them is kept below .build/fuzz.
SECONDS ?= 300
FUZZED ?= dates diff headers quotes
fuzz: deps
	DAYBOOK_FUZZ=1 $(SWIFT) build -c release --jobs $(JOBS) --scratch-path .build-fuzz --product DaybookFuzz
	@for target in $(FUZZED); do \
	  mkdir -p .build/fuzz/$$target/seeds .build/fuzz/$$target/corpus; \
	  .build-fuzz/release/DaybookFuzz --seeds $$target .build/fuzz/$$target/seeds; \
	  (cd .build/fuzz/$$target && SWIFT_BACKTRACE=enable=no ASAN_OPTIONS=detect_leaks=0 \
	    ../../../.build-fuzz/release/DaybookFuzz $$target -max_total_time=$(SECONDS) -max_len=2048 -timeout=10 \
	    -rss_limit_mb=4096 corpus seeds) || exit 1; \
	done

# Writes reports/ anew; look at the difference before you commit it.
reports: build
	@$(SWIFT) run --skip-build daybook chronology $(CORPUS) -o $(REPORT) --fail-on never --quiet
	@DAYBOOK_RECORD=1 $(SWIFT) test --jobs $(JOBS) --filter SpeechActFigureTests

format:
	$(SWIFT) format --in-place --recursive --parallel Sources Tests Benchmarks Package.swift

lint: deps
	$(SWIFT) format lint --strict --recursive --parallel Sources Tests Benchmarks Package.swift
	python3 corpora/check.py

clean:
	rm -rf .build .build-*
