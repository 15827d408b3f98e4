#!/usr/bin/env bash
# The parts of the machine that tests use and pip cannot install. `make test` calls this: as root on
# Debian it installs what is missing; elsewhere it says which tests will be skipped.
set -euo pipefail

has() { command -v "$1" > /dev/null; }

missing=()
has chromium || has chromium-browser || has google-chrome || missing+=(chromium)
has curl || missing+=(curl)
has virtuoso-t || missing+=(virtuoso-opensource-7-bin virtuoso-opensource-7-common)
[ ${#missing[@]} -eq 0 ] && exit 0

if [ "$(id -u)" = 0 ] && grep -qs '^ID=debian$' /etc/os-release; then
  export DEBIAN_FRONTEND=noninteractive
  echo "Installing ${missing[*]} for the tests ..."
  if apt-get update -qq > /dev/null && apt-get install -y -qq --no-install-recommends "${missing[@]}" > /dev/null 2>&1; then
    exit 0
  fi
fi

echo "Not installed: ${missing[*]}. The tests that need them will be skipped."
