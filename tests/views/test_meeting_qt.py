"""The first import of Qt leaves Python as it was, and calls into Qt leave None alone."""

import subprocess
import sys
from pathlib import Path

from PySide6 import QtCore

ROOT = Path(__file__).parents[2]
MEETING = """
import builtins, sys
before = builtins.__import__
import desktop.views
assert "PySide6.QtWidgets" in sys.modules
assert builtins.__import__ is before
"""


def test_importing_the_window_puts_the_built_in_import_back():
    done = subprocess.run(
        [sys.executable, "-c", MEETING], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_calls_that_answer_nothing_do_not_wear_none_out():
    thing = QtCore.QObject()
    before = sys.getrefcount(None)
    for _ in range(1000):
        thing.setObjectName("worn")
    assert before - sys.getrefcount(None) < 100
