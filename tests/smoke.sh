#!/usr/bin/env bash
# The wheel as a user installs it: in an environment of its own, without the development tools,
# used in a folder outside the checkout, with data that has neither registry nor lookups.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
python="$PWD/.venv/bin/python"
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
unset PYTHONPATH
export PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_INPUT=1

say() { printf -- '-- %s\n' "$*" >&2; }

say "the wheel"
"$python" -m hatchling build --target wheel --directory "$scratch/dist" > /dev/null 2>&1
say "an environment with what the program itself needs"
"$python" tests/runtime_requirements.py > "$scratch/runtime.lock"
"$python" -m venv "$scratch/venv"
"$scratch/venv/bin/pip" install --quiet --require-hashes --requirement "$scratch/runtime.lock"
"$scratch/venv/bin/pip" install --quiet --no-deps --no-index "$scratch"/dist/*.whl
"$scratch/venv/bin/pip" check

say "every module finds what it imports"
(cd "$scratch" && venv/bin/python -c '
import importlib, pkgutil, kkr_graph
for module in pkgutil.walk_packages(kkr_graph.__path__, "kkr_graph."):
    if not module.name.endswith("__main__"):
        importlib.import_module(module.name)
')

say "documents alone: the registry and the lookups come from the wheel"
mkdir -p "$scratch/elsewhere/data/curation"
cp -R data/minutes "$scratch/elsewhere/data"
cp data/curation/*.csv "$scratch/elsewhere/data/curation"
cd "$scratch/elsewhere"
kkr() {
  say "kkr-graph $*"
  "$scratch/venv/bin/kkr-graph" "$@"
}
kkr --help > help.txt
kkr build --locked > report.txt
tail -n 1 report.txt
kkr read "$(find data/minutes -name '*.txt' | sort | tail -n 1)" --format json > read.json
"$scratch/venv/bin/python" -c '
from openpyxl import Workbook
book = Workbook()
book.active.append(["Navn", "Parti", "Kommune"])
book.save("liste.xlsx")
'
kkr read liste.xlsx --format text
kkr ask chairs --format csv -o chairs.csv
echo 'SELECT (COUNT(*) AS ?facts) { ?fact prov:wasDerivedFrom ?evidence }' | kkr query - --format csv
kkr view "KKR Nordjylland" -o network.html
kkr export overview -o overview.xlsx
kkr export graph -o graph.ttl
kkr check > findings.json
test "$(wc -l < chairs.csv)" -gt 1
for made in help.txt read.json network.html overview.xlsx graph.ttl findings.json; do
  test -s "$made"
done
say "the wheel works on its own"
