"""The counter's screen on the case's office, and how one types into it."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6 import QtCore, QtWidgets

from desktop.views.counter.screen import CounterScreen
from desktop.views.navigation import route
from tests.builders.windows import settle

LEFT = QtCore.Qt.MouseButton.LeftButton


@pytest.fixture
def clerk(desk_of, worn):
    return desk_of("clerk")


@pytest.fixture
def open_counter(qtbot, clerk) -> Callable[[], CounterScreen]:
    """Open the counter; what others change is read again, as the window does."""

    def open_it() -> CounterScreen:
        screen = CounterScreen(clerk, route("counter"))
        clerk.changes.listen(screen, lambda noted: screen.refresh() if screen.interested_in(noted) else None)
        qtbot.addWidget(screen)
        screen.resize(1400, 850)
        screen.show()
        settle()
        return screen

    return open_it


@pytest.fixture
def screen(open_counter) -> CounterScreen:
    return open_counter()


def typed(qtbot, screen: CounterScreen, path: str, value: Any) -> None:
    """Enter a value into the field of a path as a person would: keys, clicks, pasted Persian."""
    field = screen.form.fields[path].field
    if isinstance(value, list):
        for code in value:
            qtbot.mouseClick(field.boxes[code], LEFT, pos=QtCore.QPoint(8, field.boxes[code].height() // 2))
    elif isinstance(field, QtWidgets.QComboBox):
        field.choose(value)
        field.chosen.emit(value)
    elif isinstance(field, QtWidgets.QCheckBox):
        field.setChecked(value)
    elif isinstance(field, QtWidgets.QLineEdit) and value.isascii():
        field.clear()
        qtbot.keyClicks(field, value)
    elif isinstance(field, QtWidgets.QLineEdit):
        field.clear()
        field.insert(value)
        field.textEdited.emit(value)
    elif isinstance(field, QtWidgets.QTextEdit):
        field.insertPlainText(value)
    else:
        field.editor.setFocus()
        qtbot.keyClicks(field.editor, value)
        qtbot.keyClick(field.editor, QtCore.Qt.Key.Key_Tab)


def error_under(screen: CounterScreen, path: str) -> str:
    """What stands in red under a field; empty when nothing does."""
    settle()
    field = screen.form.fields[path]
    return field._below.text() if field._icon.isVisibleTo(field) else ""


def judged(screen: CounterScreen) -> None:
    """Let the pause pass after which what was typed is judged."""
    screen._judge.stop()
    screen._judge.timeout.emit()
    settle()
