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
	@{ python3 -m venv .build/rivals && .build/rivals/bin/pip install --quiet dateparser==1.2.0; } >/dev/null 2>&1 \
	  || { rm -rf .build/rivals; echo "daybook: rivals could not be installed; their rows stay empty" >&2; }

# Release build; beside rivals that are installed.
bench: deps .build/rivals/bin/python
	$(SWIFT) build -c release --jobs $(JOBS)
	$(SWIFT) run -c release --skip-build DaybookBenchmarks

# Feeds the date engine with random bytes for SECONDS; what breaks it is kept below .build/fuzz.
SECONDS ?= 300
fuzz: deps
	DAYBOOK_FUZZ=1 $(SWIFT) build -c release --jobs $(JOBS) --scratch-path .build-fuzz --product DaybookFuzz
	@mkdir -p .build/fuzz/seeds .build/fuzz/corpus
	@.build-fuzz/release/DaybookFuzz --seeds .build/fuzz/seeds
	cd .build/fuzz && SWIFT_BACKTRACE=enable=no ASAN_OPTIONS=detect_leaks=0 ../../.build-fuzz/release/DaybookFuzz \
	  -max_total_time=$(SECONDS) -max_len=2048 -timeout=10 -rss_limit_mb=4096 corpus seeds

# Writes reports/ anew; look at the difference before you commit it.
reports: build
	@$(SWIFT) run --skip-build daybook chronology $(CORPUS) -o $(REPORT) --fail-on never --quiet

format:
	$(SWIFT) format --in-place --recursive --parallel Sources Tests Benchmarks Package.swift

lint: deps
	$(SWIFT) format lint --strict --recursive --parallel Sources Tests Benchmarks Package.swift
	python3 corpora/check.py

clean:
	rm -rf .build .build-*
