"""The sheet of keys: what can be done on this screen at the start, in the whole window beside it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6 import QtCore, QtWidgets

from desktop.services.wording import fold
from desktop.views.screen import Command
from desktop.views.shell.overlay import Overlay
from desktop.views.theme.look import look
from desktop.views.widgets.fields import LineField
from desktop.views.widgets.key_cap import KeyCaps
from desktop.views.widgets.label import Label

if TYPE_CHECKING:
    from desktop.views.main_window import MainWindow

WIDTH, HEIGHT = 860, 640


class KeySheet(Overlay):
    """Every key that does something now; a field narrows it by name."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window, WIDTH, HEIGHT)
        self._window = window
        text = window.desk.words.of("shell")
        self.field = LineField(placeholder=text("keys_filter"))
        self.field.setFixedHeight(look().px(32))
        self.field.setMinimumWidth(look().px(220))
        self.field.setAccessibleName(text("keys_filter"))
        lines = QtWidgets.QVBoxLayout(self)
        gap = look().px(16)
        lines.setContentsMargins(gap, gap, gap, gap)
        lines.setSpacing(look().px(12))
        head = QtWidgets.QHBoxLayout()
        head.addWidget(Label(text("command.keys"), "h2"))
        head.addStretch(1)
        head.addWidget(self.field)
        lines.addLayout(head)
        columns = QtWidgets.QHBoxLayout()
        columns.setSpacing(look().px(32))
        own = window.screen_shown.commands() if window.screen_shown is not None else ()
        known = {command.code for command in own}
        rest = [one for one in window.commands() if one.code not in known]
        title = window.screen_shown.title() if window.screen_shown is not None else ""
        self._groups = [
            self._column(columns, title, own),
            self._column(columns, text("keys_everywhere"), rest),
        ]
        lines.addLayout(columns, 1)
        self.field.textChanged.connect(self._narrow)
        self.setFocusProxy(self.field)

    def _column(
        self, columns: QtWidgets.QHBoxLayout, title: str, commands: Sequence[Command]
    ) -> list[tuple[str, QtWidgets.QWidget]]:
        inside = QtWidgets.QWidget()
        lines = QtWidgets.QVBoxLayout(inside)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        lines.addWidget(Label(title, "dense", 600, "text2"))
        rows = []
        for command in commands:
            key = self._window.key_of(command)
            if not key or command.code.endswith("_too"):
                continue
            name = self._window.name_of(command)
            row = _row(key, name)
            rows.append((fold(f"{name} {key}"), row))
            lines.addWidget(row)
        lines.addStretch(1)
        area = QtWidgets.QScrollArea()
        area.setFrameShape(QtWidgets.QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setWidget(inside)
        # On the sheet's own ground, not on the ground of a list.
        area.viewport().setAutoFillBackground(False)
        inside.setAutoFillBackground(False)
        columns.addWidget(area, 1)
        return rows

    def _narrow(self) -> None:
        wanted = fold(self.field.text())
        for rows in self._groups:
            for said, row in rows:
                row.setVisible(wanted in said)


def _row(key: str, name: str) -> QtWidgets.QWidget:
    row = QtWidgets.QWidget()
    row.setFixedHeight(look().px(30))
    parts = QtWidgets.QHBoxLayout(row)
    parts.setContentsMargins(0, 0, 0, 0)
    place = QtWidgets.QHBoxLayout()
    place.addWidget(KeyCaps(key))
    place.addStretch(1)
    caps = QtWidgets.QWidget()
    caps.setFixedWidth(look().px(130))
    place.setContentsMargins(0, 0, 0, 0)
    caps.setLayout(place)
    parts.addWidget(caps, 0, QtCore.Qt.AlignmentFlag.AlignVCenter)
    parts.addWidget(Label(name, "dense"), 1)
    return row
