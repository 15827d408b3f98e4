#!/usr/bin/env bash
# The parts of the machine that tests use and pip cannot install. `make test` calls this: as root on
# Debian it installs what is missing; elsewhere it says which tests will be skipped.
set -euo pipefail

if command -v chromium > /dev/null || command -v chromium-browser > /dev/null || command -v google-chrome > /dev/null; then
  exit 0
fi

if [ "$(id -u)" = 0 ] && grep -qs '^ID=debian$' /etc/os-release; then
  export DEBIAN_FRONTEND=noninteractive
  echo "Installing chromium for the browser tests ..."
  if apt-get update -qq > /dev/null && apt-get install -y -qq --no-install-recommends chromium > /dev/null 2>&1; then
    exit 0
  fi
fi

echo "chromium is not installed: the tests that open pages in a browser will be skipped."
