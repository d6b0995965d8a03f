"""Runs the commands of a text and writes under each what it answers; run as a module it renews README.md."""

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[2]
README = ROOT / "README.md"
AT = "2026-06-14T09:30+03:30"
"""The moment of the README's case."""

_BLOCK = re.compile(r"(?<=```console\n).*?(?=^```$)", re.DOTALL | re.MULTILINE)
_SYMBOL_CODE = re.compile(r"(symbol code +)\S+")


def renewed(text: str, folder: Path) -> str:
    """The text with every command's answer as it is now, run one after another in `folder`."""
    return _BLOCK.sub(lambda block: "".join(_answered(line, folder) for line in _commands(block[0])), text)


def comparable(text: str) -> str:
    """The text without what is different each time."""
    return _SYMBOL_CODE.sub(r"\1…", text)


def _commands(block: str) -> list[str]:
    return [line.removeprefix("$ ") for line in block.splitlines() if line.startswith("$ ")]


def _answered(line: str, folder: Path) -> str:
    surroundings = {
        **{name: value for name, value in os.environ.items() if not name.startswith("PARVANDEH_")},
        "PATH": f"{_program(folder)}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT),
        "PARVANDEH_OFFICE": str(folder / "office"),
        "PARVANDEH_LANG": "en",
        "PARVANDEH_AT": AT,
    }
    heard = subprocess.run(
        ["bash", "-c", f"{line} 2>&1"],
        cwd=folder,
        env=surroundings,
        capture_output=True,
        text=True,
        check=False,
    )
    return f"$ {line}\n{heard.stdout.replace(str(folder), '…')}"


def _program(folder: Path) -> Path:
    """A folder with the program under its name, as the setup puts it into the environment."""
    place = folder / "bin"
    place.mkdir(exist_ok=True)
    program = place / "parvandeh"
    program.write_text(f'#!/bin/sh\nexec {sys.executable} -m desktop "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    return place


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as new_folder:
        now = renewed(README.read_text(encoding="utf-8"), Path(new_folder))
    if "The program has failed" in now:
        sys.exit("The program has failed; README.md stays as it is.")
    README.write_text(now, encoding="utf-8")
