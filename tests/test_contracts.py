"""The import contracts hold for this tree, and each one turns red on a tree that breaks it."""

import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from desktop.views.registry import SCREENS

ROOT = Path(__file__).parents[1]
CONTRACTS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"][
    "contracts"
]
INDEPENDENT = next(one["modules"] for one in CONTRACTS if one["type"] == "independence")
PRESENTER = """
from typing import TYPE_CHECKING
from desktop.services import review
if TYPE_CHECKING:
    import desktop.views.desk
"""
SOUND = {
    "desktop/__init__.py": "",
    "desktop/app.py": "from desktop import commands",
    "desktop/models/__init__.py": "",
    "desktop/models/errors.py": "",
    "desktop/models/vocabulary.py": "",
    "desktop/models/dossier.py": "import sqlalchemy",
    "desktop/services/__init__.py": "",
    "desktop/services/review.py": "from desktop.models import dossier",
    "desktop/language/__init__.py": "",
    "desktop/language/formats.py": "from desktop.models import errors\nfrom desktop.services import review",
    "desktop/commands/__init__.py": "",
    "desktop/commands/step.py": "from desktop.models import errors\nfrom desktop.services import review",
    "desktop/views/__init__.py": "",
    "desktop/views/desk.py": "import PySide6",
    **{f"{screen.replace('.', '/')}/__init__.py": "" for screen in INDEPENDENT},
    "desktop/views/queue/screen.py": "import PySide6\nfrom desktop.models import vocabulary",
    "desktop/views/queue/presenter.py": PRESENTER,
    "desktop/views/dossier_list/__init__.py": "",
    "desktop/views/home/screen.py": "import desktop.views.dossier_list",
}
BREACHES = [
    ("1", "desktop/models/errors.py", "from desktop.services import review"),
    ("1", "desktop/services/review.py", "import desktop.commands"),
    ("1", "desktop/commands/step.py", "import desktop.views.queue.screen"),
    ("1", "desktop/services/review.py", "from desktop.language import formats"),
    ("1", "desktop/language/formats.py", "import desktop.commands"),
    ("1", "desktop/utils.py", ""),
    ("2", "desktop/services/review.py", "from PySide6 import QtCore"),
    ("2", "desktop/models/dossier.py", "import PySide6"),
    ("2", "desktop/language/formats.py", "from PySide6 import QtCore"),
    ("3", "desktop/commands/step.py", "from sqlalchemy import select"),
    ("3", "desktop/views/queue/screen.py", "import sqlite3"),
    ("3", "desktop/language/formats.py", "import sqlalchemy"),
    ("4", "desktop/commands/step.py", "from desktop.models.dossier import Dossier"),
    ("4", "desktop/views/queue/screen.py", "from desktop.models import dossier"),
    ("4", "desktop/language/formats.py", "from desktop.models import dossier"),
    ("5", "desktop/views/queue/presenter.py", "from PySide6 import QtCore"),
    ("5", "desktop/views/queue/presenter.py", "from desktop.views.queue import screen"),
    ("5", "desktop/views/queue/presenter.py", "import desktop.views.desk"),
    ("6", "desktop/views/queue/screen.py", "from desktop.views.home import screen"),
    ("6", "desktop/views/dossier_list/__init__.py", "import desktop.views.queue.screen"),
]


def broken_contracts(tree: Path) -> set[str]:
    """The numbers of the contracts that lint-imports finds broken in `tree`."""
    lint_imports = Path(sys.executable).with_name("lint-imports")
    config = ROOT / "pyproject.toml" if tree == ROOT else shutil.copy(ROOT / "pyproject.toml", tree)
    command = [lint_imports, "--config", config, "--no-cache"]
    run = subprocess.run(command, cwd=tree, capture_output=True, text=True, check=False)
    broken = {line[0] for line in run.stdout.splitlines() if " BROKEN" in line}
    assert run.returncode == (1 if broken else 0), run.stdout + run.stderr
    return broken


def plant(tree: Path, files: dict[str, str]) -> None:
    for name, source in files.items():
        path = tree / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(source + "\n", encoding="utf-8")


def test_the_program_keeps_every_contract():
    assert broken_contracts(ROOT) == set()


def test_a_sound_tree_with_screens_keeps_every_contract(tmp_path):
    plant(tmp_path, SOUND)
    assert broken_contracts(tmp_path) == set()


def test_the_contract_of_independence_names_every_screen():
    assert sorted({entry.place.partition(".screen:")[0] for entry in SCREENS.values()}) == INDEPENDENT


@pytest.mark.parametrize(("contract", "module", "source"), BREACHES)
def test_a_breach_turns_its_contract_red(tmp_path, contract, module, source):
    plant(tmp_path, SOUND | {module: source})
    assert contract in broken_contracts(tmp_path)
