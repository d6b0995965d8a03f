"""The whole window on the office of a case, as somebody of it has it before him."""

from collections.abc import Callable

import pytest
from PySide6 import QtCore, QtWidgets

from desktop.models.vocabulary import Language
from desktop.views.main_window import MainWindow
from desktop.views.navigation import Route
from desktop.views.shell.looks import dress
from tests.builders.desks import MakeDesk

OpenWindow = Callable[..., MainWindow]
WIDE = (1600, 1000)


@pytest.fixture
def open_window(qtbot, desk_of: MakeDesk) -> OpenWindow:
    """Open the window of somebody: `open_window("manager", route("approval"))`."""

    def open_it(
        username: str = "reviewer",
        first: Route | None = None,
        language: Language = Language.PERSIAN,
        size: tuple[int, int] = WIDE,
    ) -> MainWindow:
        desk = desk_of(username, language)
        desk.preferences.choose_for_now({"still": True})
        dress(desk)
        window = MainWindow(desk, first)
        qtbot.addWidget(window)
        window.resize(*size)
        window.show()
        window.activateWindow()
        settle()
        return window

    return open_it


def settle() -> None:
    """Let everything that waits happen."""
    for _ in range(4):
        QtCore.QCoreApplication.sendPostedEvents(None, QtCore.QEvent.Type.DeferredDelete)
        QtWidgets.QApplication.processEvents()


def opened(kind: type[QtWidgets.QWidget]) -> QtWidgets.QWidget | None:
    """The newest window of this kind that is open over the others."""
    shown = [one for one in QtWidgets.QApplication.topLevelWidgets() if isinstance(one, kind)]
    return next((one for one in reversed(shown) if one.isVisible()), None)
