#!/usr/bin/env bash
# Builds, lints or tests the WebAssembly crate with the toolchain that scripts/setup.sh found.
#
#   scripts/wasm.sh build DIRECTORY    JavaScript glue and module, fit for every WebAssembly engine since 2017; the module
#                                      as JavaScript too, for where there is none
#   scripts/wasm.sh page DIRECTORY     the same for pages: small, and without reading policies at run time
#   scripts/wasm.sh first DIRECTORY    the same for the first result on a page, without what only comes after it
#   scripts/wasm.sh authoring DIRECTORY  the same for editors of policy files: only what checks them
#   scripts/wasm.sh command DIRECTORY    the command for Node
#   scripts/wasm.sh register DIRECTORY   the reader of registers, for a worker of the page
#   scripts/wasm.sh for DIRECTORY        the page's module with what a script calls, which comes in by standard input
#   scripts/wasm.sh compiler           prints which compiler that is
#   scripts/wasm.sh lint
#   scripts/wasm.sh test               in headless Chromium

set -euo pipefail
# shellcheck source=scripts/toolchain.sh
. "$(dirname "$0")/toolchain.sh"
use_wasm_toolchain

# The functions that a module is made for; none for all. The crate that it is made of.
exports=()
crate=wasm

# build DIRECTORY PROFILE LEVEL [CARGO ARGUMENT...]
build() {
  local out=$PWD/$1 profile=$2 level=$3
  shift 3
  rm -rf "$out"
  # force: whether there is a standard library is known already, and not necessarily to rustup.
  wasm-pack build "$crate" --target bundler --profile "$profile" --mode force --no-opt --no-pack --no-typescript \
    --out-dir "$out" --out-name wengang -- --locked "$@"
  local module=$out/wengang_bg.wasm
  if ((${#exports[@]})); then
    node scripts/glue-of.mjs "${exports[@]}" <"$out/wengang_bg.js" >"$out/glue.js"
    mv "$out/glue.js" "$out/wengang_bg.js"
  fi
  node scripts/exports-used.mjs <"$out/wengang_bg.js" >"$out/exports.json"
  without_unused "$out" "$module"
  wasm-opt "$module" -o "$module" "${features[@]}" --strip-producers \
    --signext-lowering --llvm-memory-copy-fill-lowering --llvm-nontrapping-fptoint-lowering "$level"
  # Node has WebAssembly.
  [[ $crate == wasm ]] || return 0
  as_javascript "$module"
}

# A prebuilt standard library uses instructions newer than the MVP: allowed on the way in, rewritten on the way out.
features=(--enable-bulk-memory --enable-sign-ext --enable-nontrapping-float-to-int --enable-mutable-globals)

# without_unused DIRECTORY MODULE: the module as DIRECTORY has it, without what its exports.json does not name
without_unused() {
  wasm-metadce "${features[@]}" --graph-file "$1/exports.json" "$2" -o "$1/wengang_bg.wasm" >"$1/unused.txt"
}

# as_javascript MODULE: a function from imports to exports, for where there is no WebAssembly
as_javascript() {
  wasm2js "$1" --emscripten -Oz | node scripts/engine-without-wasm.mjs | esbuild --minify --log-level=error >"$1.js"
}

# made_for DIRECTORY: again only where the script calls something else, or the module is another
made_for() {
  local out=$1 page=build/wasm-page/wengang_bg.wasm
  local module=$out/wengang_bg.wasm
  mkdir -p "$out"
  node scripts/exports-used.mjs >"$out/exports.new"
  if cmp --silent "$out/exports.new" "$out/exports.json" && [[ $module.js -nt $page ]]; then
    rm "$out/exports.new"
    return
  fi
  mv "$out/exports.new" "$out/exports.json"
  without_unused "$out" "$page"
  wasm-opt "$module" -o "$module" --mvp-features -Oz
  as_javascript "$module"
}

lint() {
  lint_with -p wengang-wasm --all-targets --all-features
  lint_with -p wengang-wasm --lib --no-default-features
  lint_with -p wengang-register --lib
  lint_with -p wengang-register-wasm --lib
  lint_with -p wengang-node --lib
}

# lint_with CARGO ARGUMENT...
lint_with() {
  local arguments=(--target "$wasm_target" --locked "$@")
  if [[ $wasm_toolchain == own ]]; then
    cargo clippy "${arguments[@]}" -- -D warnings
  elif [[ -x /usr/bin/cargo-clippy ]]; then
    /usr/bin/cargo-clippy clippy "${arguments[@]}" -- -D warnings
  else
    echo "No clippy for $RUSTC: checking the wasm32 code with the compiler's own warnings only."
    CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS+=" -Dwarnings" cargo check "${arguments[@]}"
  fi
}

run_tests() {
  local driver
  driver=$(command -v chromedriver)
  WASM_BINDGEN_TEST_WEBDRIVER_JSON=$PWD/webdriver.json \
    wasm-pack test --headless --chrome --chromedriver "$driver" --mode no-install wasm --locked
}

case ${1:-} in
  build) build "$2" release -O3 ;;
  page) build "$2" page -Oz --no-default-features --features analysis ;;
  authoring)
    exports=(checkPolicy runExamples completions)
    build "$2" page -Oz --features authoring
    ;;
  command)
    crate=cli/node
    build "$2" page -Oz
    ;;
  register)
    crate=register/wasm
    build "$2" release -O3
    ;;
  first) build "$2" page -Oz --no-default-features ;;
  for) made_for "$2" ;;
  compiler) "${RUSTC:-rustc}" --version ;;
  lint) lint ;;
  test) run_tests ;;
  *) sed -n '2,/^$/s/^# \{0,1\}//p' "$0" && exit 2 ;;
esac
