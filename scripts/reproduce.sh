#!/usr/bin/env bash
# Builds the last commit once more, in a fresh copy elsewhere, and compares every file with what is in dist/.

set -euo pipefail
cd "$(dirname "$0")/.."

elsewhere=$(mktemp -d)
trap 'rm -rf "$elsewhere"' EXIT
[[ -z $(git status --porcelain --untracked-files=no) ]] ||
  echo "reproduce: there are changes that are not committed; what is compared with is the last commit" >&2
commit=$(git rev-parse --short HEAD)
git clone --quiet . "$elsewhere/wengang"
# Nothing of the build that called this.
env -u MAKEFLAGS -u MAKELEVEL make --silent -C "$elsewhere/wengang" build
if diff dist/SHA256SUMS "$elsewhere/wengang/dist/SHA256SUMS"; then
  echo "reproduce: $commit gives the same $(wc -l <dist/SHA256SUMS) files, byte for byte"
else
  echo "reproduce: the files above differ" >&2
  exit 1
fi
