"""Typing as a Persian keyboard does it; Qt's own test typist knows only Latin letters."""

from collections.abc import Callable

import pytest
from PySide6 import QtCore, QtGui, QtWidgets


@pytest.fixture
def keyboard() -> Callable[[QtWidgets.QWidget, str], None]:
    def write(widget: QtWidgets.QWidget, text: str) -> None:
        kind, none = QtCore.QEvent.Type.KeyPress, QtCore.Qt.KeyboardModifier.NoModifier
        for letter in text:
            press = QtGui.QKeyEvent(kind, 0, none, letter)
            QtWidgets.QApplication.sendEvent(widget, press)

    return write


@pytest.fixture(autouse=True)
def _gone_is_gone(qapp: QtWidgets.QApplication) -> None:
    """Let go what tests before have closed; Qt keeps it otherwise, and every new look dresses it again."""
    QtCore.QCoreApplication.sendPostedEvents(None, QtCore.QEvent.Type.DeferredDelete)
