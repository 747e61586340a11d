#!/usr/bin/env bash
# Builds the last commit once more, in a fresh copy elsewhere, and compares every file with what is in dist/. Where the compiler
# here has the sources of its standard library beside it (rust-src), the copy is built by one that has not, and the other way about.

set -euo pipefail
cd "$(dirname "$0")/.."

elsewhere=$(mktemp -d)
trap 'rm -rf "$elsewhere"' EXIT
[[ -z $(git status --porcelain --untracked-files=no) ]] ||
  echo "reproduce: there are changes that are not committed; what is compared with is the last commit" >&2
commit=$(git rev-parse --short HEAD)
git clone --quiet . "$elsewhere/wengang"

# A compiler that is the one here but for the sources.
own=$(rustc --print sysroot)
libraries=$elsewhere/rust/lib/rustlib
mkdir -p "$libraries"
ln -s "$own"/bin "$elsewhere/rust/"
find "$own/lib" -mindepth 1 -maxdepth 1 ! -name rustlib -exec ln -s {} "$elsewhere/rust/lib/" \;
find "$own/lib/rustlib" -mindepth 1 -maxdepth 1 ! -name src -exec ln -s {} "$libraries/" \;
if [[ ! -e $own/lib/rustlib/src/rust/library/std/src/lib.rs ]]; then
  # That they are there is all that counts.
  mkdir -p "$libraries/src/rust/library/std/src"
  touch "$libraries/src/rust/library/std/src/lib.rs"
fi
printf '#!/bin/sh\nexec rustc --sysroot="%s" "$@"\n' "$elsewhere/rust" >"$elsewhere/rustc"
chmod +x "$elsewhere/rustc"

# Nothing of the build that called this.
RUSTC=$elsewhere/rustc env -u MAKEFLAGS -u MAKELEVEL make --silent -C "$elsewhere/wengang" build
if diff dist/SHA256SUMS "$elsewhere/wengang/dist/SHA256SUMS"; then
  echo "reproduce: $commit gives the same $(wc -l <dist/SHA256SUMS) files, byte for byte"
else
  echo "reproduce: the files above differ" >&2
  exit 1
fi
