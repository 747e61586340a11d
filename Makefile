# 稳岗计算器. `make` lists the targets.

SHELL := /bin/bash -o pipefail
MAKEFLAGS += --no-builtin-rules
.DELETE_ON_ERROR:
.DEFAULT_GOAL := help

# Folders too: theirs is the time at which a file was last removed.
policies := $(shell find policies)
engine   := Cargo.toml Cargo.lock $(shell find src)
boundary := $(shell find wasm)
command  := $(shell find cli register -not -path 'cli/tests/*')
page     := $(shell find www)
# The site with its policies.
site     := dist/site/packs/catalogue.json
# Everything the JavaScript tools are configured by.
tools    := package-lock.json

.PHONY: help
help: ## List the targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | column -t -s $$'\t'

.PHONY: setup
setup: ## Find or install what building needs (called by the others)
	@scripts/setup.sh build

.PHONY: setup-test
setup-test:
	@scripts/setup.sh test

.PHONY: setup-compiler
setup-compiler:
	@scripts/setup.sh compiler

.PHONY: build
build: dist/SHA256SUMS ## Build the deliverables into dist/

.PHONY: run
run: $(site) ## Build the page and serve it on http://127.0.0.1:8080 (PORT=… for another port)
	@node scripts/serve.mjs

.PHONY: check-policies
check-policies: | setup-compiler ## Check the policy files, and whether their worked examples notice every slip
	cargo run --quiet --locked -p wengang-cli -- check policies
	cargo run --quiet --locked -p wengang-cli -- check --mutants policies

.PHONY: stale
stale: | setup-compiler ## What to look after: what has run out or soon will, secondary sources only, comparisons long ago
	@cargo run --quiet --locked -p wengang-cli -- stale policies

.PHONY: coverage
coverage: | setup-compiler ## Write docs/coverage.md anew: the policies by region, scheme and year
	cargo run --quiet --locked -p wengang-cli -- coverage policies -o docs/coverage.md

# Each policy in a file of its own, which the deliverables bring along: nothing of the engine hangs on it, and no script. A broken
# policy is reported by the command, with the place and what to write instead, before anything is built from it.
build/packs/catalogue.json: $(policies) $(engine) $(command) | setup
	@mkdir -p $(@D) $(@D).new/earlier
	@cp policies/earlier/*.pack $(@D).new/earlier
	cargo run --quiet --locked -p wengang-cli -- pack policies -o $(@D).new
	@rm -rf $(@D) && mv $(@D).new $(@D)

module_needs := policies/calendar.toml $(engine) $(boundary) scripts/wasm.sh scripts/toolchain.sh scripts/exports-used.mjs \
  scripts/engine-without-wasm.mjs $(tools)

build/wasm/wengang_bg.wasm: $(module_needs) | setup
	scripts/wasm.sh build $(@D)

build/wasm-page/wengang_bg.wasm: $(module_needs) | setup
	scripts/wasm.sh page $(@D)

build/wasm-authoring/wengang_bg.wasm: $(module_needs) scripts/glue-of.mjs | setup
	scripts/wasm.sh authoring $(@D)

build/wasm-command/wengang_bg.wasm: policies/calendar.toml $(engine) $(command) scripts/wasm.sh scripts/toolchain.sh scripts/exports-used.mjs $(tools) | setup
	scripts/wasm.sh command $(@D)

# Called by the glue of the page's module, which takes its place.
build/wasm-first/wengang_bg.wasm: build/wasm-page/wengang_bg.wasm scripts/same-glue.mjs
	scripts/wasm.sh first $(@D)
	node scripts/same-glue.mjs $(@D) $(<D)

dist/npm/runtime/index.js: build/wasm-page/wengang_bg.wasm $(wildcard pkg-config/*.mjs pkg-config/npm/*) | setup
	node pkg-config/npm/build.mjs runtime

dist/npm/runtime/packs/catalogue.json: dist/npm/runtime/index.js build/packs/catalogue.json
	node pkg-config/npm/build.mjs runtime-policies
	@touch $@

dist/npm/package.json: dist/npm/runtime/packs/catalogue.json build/wasm/wengang_bg.wasm build/wasm-authoring/wengang_bg.wasm build/wasm-command/wengang_bg.wasm wasm/types.d.ts LICENSE
	node pkg-config/npm/build.mjs package

# Who runs this copy of the site: the file says, or none. Another one makes another site.
build/operator: FORCE
	@mkdir -p $(@D)
	@echo '$(OPERATOR)' | cmp --silent - $@ || echo '$(OPERATOR)' >$@

.PHONY: FORCE

dist/site/index.html: dist/npm/runtime/index.js build/wasm-first/wengang_bg.wasm build/operator $(OPERATOR) $(page) $(wildcard pkg-config/*.mjs) $(wildcard pkg-config/site/*) | setup build/packs/catalogue.json
	OPERATOR=$(OPERATOR) node pkg-config/site/build.mjs

# The policies of the site, where only they have changed.
dist/site/packs/catalogue.json: dist/site/index.html build/packs/catalogue.json $(command)
	node pkg-config/site/policies.mjs
	@touch $@

dist/embed/index.html: dist/npm/runtime/packs/catalogue.json $(page) $(wildcard pkg-config/*.mjs) $(shell find pkg-config/embed -type f) | setup
	node pkg-config/embed/build.mjs

dist/handout/all.html: dist/npm/runtime/packs/catalogue.json $(page) $(command) $(wildcard pkg-config/handout/* pkg-config/compressed/* pkg-config/*.mjs) \
  | setup
	node pkg-config/handout/build.mjs

dist/miniprogram/project.config.json: dist/npm/runtime/packs/catalogue.json $(site) $(shell find pkg-config/miniprogram pkg-config/compressed -type f) | setup
	node pkg-config/miniprogram/build.mjs

deliverables := dist/npm/package.json $(site) dist/embed/index.html dist/handout/all.html dist/miniprogram/project.config.json

dist/SHA256SUMS: $(deliverables) $(shell find pkg-config/release) LICENSE | setup
	node pkg-config/release/build.mjs

.PHONY: reproduce
reproduce: dist/SHA256SUMS ## Build the last commit again elsewhere and compare (takes some minutes)
	@scripts/reproduce.sh

.PHONY: check
check: dist/npm/package.json $(site) | setup-test ## The quick loop: lints, Rust tests, contract cases in Node, what people come to the page for
	cargo fmt --all --check
	cargo clippy --quiet --locked --workspace --all-targets --all-features -- -D warnings
	npx biome check --error-on-warnings
	npx tsc
	node scripts/check-templates.mjs
	cargo test --quiet --locked --workspace --all-features -- --skip no_pack_that_was_changed
	node --test --test-concurrency=2 tests/contract/node.test.mjs tests/contract/packs.test.mjs tests/contract/library.test.mjs \
	  tests/browser/tasks.test.mjs

.PHONY: test
test: setup-test lint test-rust test-wasm test-package test-npm test-page test-hosting test-miniprogram ## Run every check and test

.PHONY: lint
lint: lint-rust lint-js lint-policies lint-licences ## Formatting, lints, types, licences

.PHONY: lint-rust
lint-rust: | setup-test
	cargo fmt --all --check
	cargo clippy --quiet --locked --workspace --all-targets --all-features -- -D warnings
	scripts/wasm.sh lint

.PHONY: lint-js
lint-js: dist/npm/package.json
	npx biome check --error-on-warnings
	npx tsc
	node scripts/check-templates.mjs

.PHONY: lint-policies
lint-policies: | setup-compiler
	cargo run --quiet --locked -p wengang-cli -- fmt --check policies

.PHONY: lint-licences
lint-licences: | setup
	node scripts/check-licences.mjs

.PHONY: test-rust
test-rust: | setup-compiler
	cargo test --quiet --locked --workspace --all-features

.PHONY: test-wasm
test-wasm: | setup-test
	scripts/wasm.sh test

.PHONY: test-package
test-package: dist/SHA256SUMS
	node --test --test-reporter=spec tests/contract/*.test.mjs
	INPUTS=200 node --import ./tests/contract/without-webassembly.mjs --test --test-reporter=spec \
	  $(patsubst %,tests/contract/%.test.mjs,node columns properties added-policy hostile)

.PHONY: test-npm
test-npm: dist/npm/package.json | setup-test
	node --test --test-reporter=spec --test-concurrency=2 tests/npm/*.test.mjs

.PHONY: test-page
test-page: dist/npm/package.json $(site) dist/embed/index.html dist/handout/all.html | setup-test
	node --test --test-reporter=spec --test-concurrency=2 tests/browser/*.test.mjs

.PHONY: test-hosting
test-hosting: $(site) dist/embed/index.html | setup-test
	node --test --test-reporter=spec tests/hosting/*.test.mjs

.PHONY: test-miniprogram
test-miniprogram: dist/miniprogram/project.config.json | setup-test
	node --test --test-reporter=spec --test-concurrency=2 tests/miniprogram/*.test.mjs

.PHONY: bench
bench: dist/npm/package.json $(site) | setup-test ## Measure the package beside decimal.js, and the page (takes some minutes)
	node bench/index.mjs
	node bench/page.mjs

.PHONY: bench-scale
bench-scale: dist/npm/package.json $(site) | setup-test ## Measure what more policies cost: 13, 130 and 1300 (takes a minute)
	node bench/scale.mjs

.PHONY: format
format: | setup ## Format all source files
	cargo fmt --all
	npx biome check --write

.PHONY: clean
clean: ## Remove everything built (installed tools stay)
	rm -rf build dist target
