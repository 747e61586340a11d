# shellcheck shell=bash
# Which compiler and tools build WebAssembly here. Sourced by the other scripts.
#
# The usual compiler is used where it has a standard library for wasm32 (rustup). Otherwise Debian's compiler,
# with a library that scripts/setup.sh built from Debian's sources.

cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit
cache=${XDG_CACHE_HOME:-$HOME/.cache}/wengang
wasm_target=wasm32-unknown-unknown
debian_rustc=/usr/bin/rustc

# Tool and crate must have the very same version.
wasm_bindgen_version=$(sed -n '/^name = "wasm-bindgen"$/{n;s/^version = "\(.*\)"$/\1/p}' Cargo.lock)
wasm_pack_version=0.15.1
geckodriver_version=0.36.0

PATH=$cache/geckodriver-$geckodriver_version/bin:$PATH
PATH=$PWD/node_modules/.bin:$cache/wasm-bindgen-cli-$wasm_bindgen_version/bin:$cache/wasm-pack-$wasm_pack_version/bin:$PATH
export PATH

# The oldest instruction set; scripts/wasm.sh lowers what a prebuilt standard library brings beyond it.
mvp_flags="-Ctarget-cpu=mvp -Ctarget-feature=+mutable-globals"

has_own_std() {
  compgen -G "$("${RUSTC:-rustc}" --print target-libdir --target $wasm_target)/libstd-*.rlib" >/dev/null
}

debian_rustc_field() {
  $debian_rustc -vV | sed -n "s/^$1: //p"
}

debian_sysroot() {
  echo "$cache/rust-std-$(debian_rustc_field release)"
}

debian_lld() {
  echo "lld-$(debian_rustc_field 'LLVM version' | cut -d. -f1)"
}

# same_names RUSTC: flags for it. Panics name the file that they come from: the same name on every machine, whether or not
# the sources of the standard library are installed.
same_names() {
  local registry commit sources
  for registry in "${CARGO_HOME:-$HOME/.cargo}"/registry/src/*/; do
    printf ' --remap-path-prefix=%s=crates' "${registry%/}"
  done
  commit=$("$1" -vV | sed -n 's/^commit-hash: //p')
  sources=$("$1" --print sysroot)/lib/rustlib/src/rust
  printf ' --remap-path-prefix=%s=/rustc/%s' "$sources" "$commit"
  # Debian's are a link.
  [[ ! -L $sources ]] || printf ' --remap-path-prefix=%s=/rustc/%s' "$(realpath "$sources")" "$commit"
}

# Sets the environment of a wasm build, under which native builds must not run, and wasm_toolchain to own or debian.
# shellcheck disable=SC2034
use_wasm_toolchain() {
  export CARGO_TARGET_DIR=$PWD/build/cargo-wasm
  export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS=$mvp_flags
  # Test builds too are stripped, as the release is, of the features that a prebuilt standard library says it needs:
  # wasm-bindgen then keeps to the MVP.
  export CARGO_PROFILE_DEV_STRIP=symbols CARGO_PROFILE_DEV_DEBUG=0
  if has_own_std; then
    wasm_toolchain=own
  else
    wasm_toolchain=debian
    CARGO_TARGET_DIR+=-debian
    CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS+=" --sysroot=$(debian_sysroot)"
    CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER=wasm-ld-$(debian_lld | cut -d- -f2)
    export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER
    export RUSTC=$debian_rustc RUSTDOC=/usr/bin/rustdoc
  fi
  CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS+=$(same_names "${RUSTC:-rustc}")
}
