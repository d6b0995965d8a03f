"""Qt without a screen, and the look every widget asks for."""

import os
from collections.abc import Iterator

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest

import desktop.views  # noqa: F401 - the first meeting with Qt, before pytest-qt's own

# isort: split
from PySide6 import QtCore, QtWidgets

from desktop.views.theme.look import Look, put_on
from tests.builders.desks import desk, desk_of
from tests.builders.windows import open_window

__all__ = ["desk", "desk_of", "open_window"]


@pytest.fixture
def worn(qapp) -> Look:
    """The Persian light look, as most tests want it."""
    return put_on(qapp, still=True)


@pytest.fixture(autouse=True)
def _nothing_left_over() -> Iterator[None]:
    """Let widgets that a test closed go at once: outside of Qt's loop nobody else takes them away."""
    yield
    if QtWidgets.QApplication.instance() is not None:
        QtCore.QCoreApplication.sendPostedEvents(None, QtCore.QEvent.Type.DeferredDelete)
