#!/usr/bin/env bash
# Brings a Debian or Ubuntu with only python3 and make to where the program runs ("run") or is tested ("test").
# Installs only what is missing, says nothing when nothing is, and may be started twice at once.
set -euo pipefail
cd "$(dirname "$0")/../.."

purpose=${1:?run or test}
python=${PYTHON:-python3}
venv=.venv

stop() {
    printf '%s\n' "$@" >&2
    exit 1
}

# What Qt needs to draw a window: each library and the Debian package that brings it.
window_libraries="
libglib-2.0.so.0 libglib2.0-0
libGL.so.1 libgl1
libEGL.so.1 libegl1
libxkbcommon.so.0 libxkbcommon0
libdbus-1.so.3 libdbus-1-3
libfontconfig.so.1 libfontconfig1
libX11-xcb.so.1 libx11-xcb1
libxkbcommon-x11.so.0 libxkbcommon-x11-0
libxcb-cursor.so.0 libxcb-cursor0
libxcb-icccm.so.4 libxcb-icccm4
libxcb-image.so.0 libxcb-image0
libxcb-keysyms.so.1 libxcb-keysyms1
libxcb-randr.so.0 libxcb-randr0
libxcb-render-util.so.0 libxcb-render-util0
libxcb-shape.so.0 libxcb-shape0
libxcb-shm.so.0 libxcb-shm0
libxcb-sync.so.1 libxcb-sync1
libxcb-xfixes.so.0 libxcb-xfixes0
libxcb-xkb.so.1 libxcb-xkb1
"

# Prints the Debian packages that this purpose needs and this machine lacks.
missing_packages() {
    if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
        "$python" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])'
    fi
    local known library package
    known=$(PATH="$PATH:/sbin:/usr/sbin" ldconfig -p 2>/dev/null || true)
    while read -r library package; do
        [ -z "$library" ] || [[ "$known" == *"$library"* ]] || echo "$package"
    done <<<"$window_libraries"
    if [ "$purpose" = test ]; then
        command -v pdftotext >/dev/null || echo poppler-utils
        command -v qpdf >/dev/null || echo qpdf
        command -v Xvfb >/dev/null || echo xvfb
        command -v xdotool >/dev/null || echo xdotool
    fi
}

# Package lists are fetched only when the ones at hand do not know the packages: a machine may be offline.
apt_install() {
    local apt=("$@")
    "${apt[@]}" install "${missing[@]}" >build/apt.log 2>&1 && return
    "${apt[@]}" update >build/apt.log 2>&1 || true
    "${apt[@]}" install "${missing[@]}" >build/apt.log 2>&1 || {
        tail -n 20 build/apt.log >&2
        return 1
    }
}

install_packages() {
    local apt=(apt-get -qq -y --no-install-recommends -o DPkg::Lock::Timeout=600)
    local by_hand="Install them with: apt-get install ${missing[*]}"
    command -v apt-get >/dev/null || stop "Missing on this machine: ${missing[*]}" "$by_hand (or what your system calls them)."
    echo "Installing system packages: ${missing[*]}"
    if [ "$(id -u)" -eq 0 ]; then
        apt_install env DEBIAN_FRONTEND=noninteractive "${apt[@]}" || stop "apt-get failed." "$by_hand"
    elif command -v sudo >/dev/null && { sudo -n true 2>/dev/null || { [ -t 0 ] && sudo -v; }; }; then
        apt_install sudo -n env DEBIAN_FRONTEND=noninteractive "${apt[@]}" || stop "apt-get failed." "$by_hand"
    else
        stop "Missing on this machine: ${missing[*]}" "$by_hand" "Then run the same command again."
    fi
}

# What an environment was made from; another interpreter, place or lock makes another signature.
signature() {
    { "$python" -c 'import sys; print(sys.version, sys.base_prefix)'; pwd; cat "$@"; } | sha256sum
}

is_current() {
    [ -x "$venv/bin/python" ] && [ -f "$venv/.made-from-$1" ] && [ "$(cat "$venv/.made-from-$1")" = "$2" ]
}

install_locked() {
    "$venv/bin/python" -m pip install -qq --no-input --disable-pip-version-check \
        --require-hashes --only-binary :all: --requirement "requirements/$purpose.txt" ||
        stop "The locked requirements/$purpose.txt could not be installed; pip says why above."
}

install_program() {
    "$venv/bin/python" -m pip install -qq --no-input --disable-pip-version-check \
        --no-index --no-deps --no-build-isolation --editable .
}

command -v "$python" >/dev/null || stop "Parvandeh needs Python 3.11 or newer: apt-get install python3"
"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' ||
    stop "Parvandeh needs Python 3.11 or newer; $python is $("$python" -V). Name another one with: make $purpose PYTHON=…"

mkdir -p build
if command -v flock >/dev/null; then
    exec 9>build/setup.lock
    flock 9
fi

mapfile -t missing < <(missing_packages)
if [ "${#missing[@]}" -gt 0 ]; then
    install_packages
    mapfile -t missing < <(missing_packages)
    [ "${#missing[@]}" -eq 0 ] || stop "Still missing after installing: ${missing[*]}"
fi

run_signature=$(signature requirements/run.txt)
wanted=$(signature "requirements/$purpose.txt")
if ! is_current "$purpose" "$wanted"; then
    echo "Making the virtual environment in $venv from requirements/$purpose.txt"
    # Adding the test tools to an environment of `make run` is cheap; anything else starts from an empty one,
    # so that a library that left the lock is really gone.
    if [ -f "$venv/.made-from-$purpose" ] || ! is_current run "$run_signature"; then
        "$python" -m venv --clear "$venv"
    fi
    install_locked
    install_program
    "$venv/bin/python" -m desktop.views.theme.fonts # now, so that the first start need not wait for them
    echo "$run_signature" >"$venv/.made-from-run"
    echo "$wanted" >"$venv/.made-from-$purpose"
    sha256sum pyproject.toml >"$venv/.program"
fi
if ! sha256sum --check --status "$venv/.program" 2>/dev/null; then
    install_program
    sha256sum pyproject.toml >"$venv/.program"
fi
