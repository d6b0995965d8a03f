#!/usr/bin/env bash
# Renews requirements/*.txt from requirements/*.in; run it on the oldest Python that is tested.
# Where this machine's pip looks for packages is used and not written down: a lock is for any machine.
set -euo pipefail
cd "$(dirname "$0")/../requirements"

tools=../build/lock-tools
"$1" -m venv --clear "$tools"
"$tools/bin/python" -m pip install -qq --disable-pip-version-check --require-hashes --requirement lock.txt

export CUSTOM_COMPILE_COMMAND="make lock"
compile() {
    "$tools/bin/pip-compile" --quiet --upgrade --generate-hashes --strip-extras --newline=lf --allow-unsafe \
        --no-emit-options --no-emit-index-url --no-emit-find-links --no-emit-trusted-host --output-file "$1.txt" "$1.in"
}
compile run
compile test
compile lock
