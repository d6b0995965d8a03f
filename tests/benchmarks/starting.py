"""The command line from start to end beside bare Python importing the same libraries."""

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from desktop.services.bulk_load import load_dossiers
from tests.benchmarks.invented import invented_rows
from tests.benchmarks.measuring import Ratio, by_turns, within
from tests.benchmarks.offices import acting, enamad_version, furnished_office

ROOT = Path(__file__).parents[2]
DOSSIERS = 300
ASK_WHAT_IS_LOADED = """
import runpy, sys
try:
    runpy.run_module("desktop", run_name="__main__", alter_sys=True)
finally:
    ours = {"__main__", "desktop", *sys.stdlib_module_names}
    print(*(name for name in sys.modules if name.split(".")[0] not in ours), file=sys.stderr)
"""
IMPORT = "import importlib, sys; [importlib.import_module(name) for name in sys.argv[1:]]"


def starts(folder: Path) -> list[Ratio]:
    """A list of dossiers from a small office, and what waits: whole processes, from nothing to the answer."""
    office = furnished_office(folder)
    list(load_dossiers(office, acting(office, "golnaz"), invented_rows(DOSSIERS, enamad_version(office))))
    office.close()
    return [
        _start(folder, "dossier list", ["dossier", "list"]),
        _start(folder, "queue counts", ["queue", "counts"]),
    ]


def _start(folder: Path, name: str, command: Sequence[str]) -> Ratio:
    arguments = [*command, "--office", str(folder), "--as", "sara"]
    libraries = _run("-c", ASK_WHAT_IS_LOADED, *arguments).stderr.split()
    ours, other = by_turns(
        9, lambda: _run("-m", "desktop", *arguments), lambda: _run("-c", IMPORT, *libraries)
    )
    return within(f"command line: {name}", ours, "importing its libraries", other, bar=1.3)


def _run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, *arguments], cwd=ROOT, check=True, capture_output=True, text=True)
