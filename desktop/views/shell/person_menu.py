"""The menu under a person's name: settings, language, theme, help, changing places with somebody else."""

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui, QtWidgets

from desktop.models.vocabulary import Language
from desktop.views.navigation import route
from desktop.views.shell.looks import THEMES, choose
from desktop.views.theme.look import look

if TYPE_CHECKING:
    from desktop.views.main_window import MainWindow

_OWN_NAMES = {Language.PERSIAN: "فارسی", Language.ARABIC: "العربية", Language.ENGLISH: "English"}


class PersonMenu(QtWidgets.QMenu):
    """Every line of it is also in the settings."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._desk = window.desk
        text = self._desk.words.of("shell")
        self._line("gear", text("screen.settings"), lambda: self._desk.go(route("settings")))
        self._line("info", text("screen.about"), lambda: self._desk.go(route("about")))
        self.addSeparator()
        self._choices(list(_OWN_NAMES.values()), self._desk.words.language, list(_OWN_NAMES), "language")
        self.addSeparator()
        names = [text(f"theme_{theme}") for theme in THEMES]
        self._choices(names, self._desk.preferences.get("theme", "light"), list(THEMES), "theme")
        self.addSeparator()
        self._line("sign-out", text("sign_out"), self._desk.signed_out.emit)

    def open_under(self, button: QtWidgets.QWidget) -> None:
        """Open under the person's name."""
        width = max(self.sizeHint().width(), look().px(200))
        self.setMinimumWidth(width)
        x = 0 if look().rtl else button.width() - width
        self.popup(button.mapToGlobal(QtCore.QPoint(x, button.height() + look().px(4))))

    def _line(self, icon: str, said: str, run: object) -> None:
        action = QtGui.QAction(look().icon(icon), said, self)
        action.triggered.connect(run)
        self.addAction(action)

    def _choices(self, names: list[str], chosen: object, values: list[str], key: str) -> None:
        group = QtGui.QActionGroup(self)
        for name, value in zip(names, values, strict=True):
            action = QtGui.QAction(name, self, checkable=True, checked=value == chosen)
            action.triggered.connect(lambda _=False, value=value: choose(self._desk, key, str(value)))
            group.addAction(action)
            self.addAction(action)
