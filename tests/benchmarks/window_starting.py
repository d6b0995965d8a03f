"""The window from nothing to its first page, beside an empty Qt window with the same fonts."""

import os
import subprocess
import sys
from pathlib import Path

from tests.benchmarks.measuring import Ratio, by_turns, within

ROOT = Path(__file__).parents[2]
USERNAME = "mina"
"""A reviewer of the demo office."""
PATIENCE_SECONDS = 120


def window_start(demo: Path) -> Ratio:
    """Whole processes, from nothing until they are painted and end themselves."""
    from desktop.views.theme.fonts import fonts_folder, make_fonts  # noqa: PLC0415 - Qt only where it is measured

    fonts = [str(path) for path in make_fonts(fonts_folder())]
    ours, other = by_turns(9, lambda: _run("window", str(demo), USERNAME), lambda: _run("empty", *fonts))
    return within("window: start to its first page", ours, "an empty Qt window", other, bar=1.6)


def _run(*arguments: str) -> None:
    command = [sys.executable, "-m", "tests.benchmarks.window_processes", *arguments]
    subprocess.run(
        command, cwd=ROOT, check=True, timeout=PATIENCE_SECONDS, env={**os.environ, "LC_ALL": "C.UTF-8"}
    )
