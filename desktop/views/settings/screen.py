"""The settings: sections one under the other, a field that narrows them; what is chosen applies at once."""

from collections.abc import Sequence
from functools import partial

from PySide6 import QtCore, QtWidgets

from desktop.views.desk import Desk
from desktop.views.layouts import empty
from desktop.views.navigation import Route
from desktop.views.screen import Command, Screen
from desktop.views.settings.key_settings import KeySettings
from desktop.views.settings.presenter import Setting, SettingsPresenter
from desktop.views.shell.grounds import on_ground
from desktop.views.theme.look import look
from desktop.views.widgets.fields import ChoiceField, LineField
from desktop.views.widgets.form_field import FormField
from desktop.views.widgets.label import Label

WIDTH = 640


class SettingsScreen(Screen):
    """Everybody's own choices."""

    code = "settings"

    def __init__(self, desk: Desk, route: Route) -> None:
        super().__init__(desk, route)
        self._presenter = SettingsPresenter(desk)
        on_ground(self, "surface")
        self.field = LineField(placeholder=self.text("filter"))
        self.field.setAccessibleName(self.text("filter"))
        self.field.setFixedHeight(look().px(32))
        self.field.setMaximumWidth(look().px(280))
        self.field.textChanged.connect(self._narrow)
        head = QtWidgets.QHBoxLayout()
        head.addWidget(Label(self.text("title"), "h1"))
        head.addStretch(1)
        head.addWidget(self.field)
        inside = QtWidgets.QWidget()
        inside.setMaximumWidth(look().px(WIDTH))
        self._sections = QtWidgets.QVBoxLayout(inside)
        self._sections.setContentsMargins(0, 0, look().px(16), look().px(16))
        self._sections.setSpacing(look().px(14))
        area = QtWidgets.QScrollArea()
        area.setFrameShape(QtWidgets.QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setWidget(inside)
        area.viewport().setAutoFillBackground(False)
        inside.setAutoFillBackground(False)
        self._area = area
        whole = QtWidgets.QVBoxLayout(self)
        gap = look().px(24)
        whole.setContentsMargins(gap, look().px(16), gap, 0)
        whole.setSpacing(look().px(16))
        whole.addLayout(head)
        whole.addWidget(area, 1)
        self._narrow("")

    def commands(self) -> Sequence[Command]:
        """The field that narrows the settings has the key that it has in lists."""
        return [Command("filter", "/", self.field.setFocus)]

    def interested_in(self, changes: frozenset[tuple[str, int]]) -> bool:  # noqa: ARG002 - no change concerns it
        """Choices are shown as they are made."""
        return False

    def kept(self) -> dict[str, object]:
        """How far it was scrolled."""
        return {"scrolled": self._area.verticalScrollBar().value(), "typed": self.field.text()}

    def restore(self, kept: dict[str, object]) -> None:
        """Scroll there again when the window has measured itself."""
        self.field.setText(str(kept.get("typed", "")))
        scrolled = int(str(kept.get("scrolled", 0)))
        QtCore.QTimer.singleShot(0, self, lambda: self._area.verticalScrollBar().setValue(scrolled))

    def _narrow(self, typed: str) -> None:
        empty(self._sections)
        for name, settings in self._presenter.sections(typed):
            self._sections.addWidget(Label(self.text(f"section.{name}"), "h2"))
            for setting in settings:
                self._sections.addWidget(self._field(setting))
            if name == "keys":
                self._sections.addWidget(KeySettings(self.desk))
            self._sections.addSpacing(look().px(10))
        self._sections.addStretch(1)

    def _field(self, setting: Setting) -> QtWidgets.QWidget:
        said, explained = self.text(setting.key), self.text(f"{setting.key}.help")
        if setting.kind == "switch":
            return self._switch(setting, said, explained)
        field = ChoiceField(self._presenter.choices(setting), self._presenter.value(setting))
        field.setMaximumWidth(look().px(280))
        field.setAccessibleName(said)
        field.chosen.connect(partial(self._presenter.choose, setting))
        return FormField(said, field, explained=explained)

    def _switch(self, setting: Setting, said: str, explained: str) -> QtWidgets.QWidget:
        box = QtWidgets.QCheckBox(said)
        box.setChecked(self._presenter.value(setting))
        box.toggled.connect(partial(self._presenter.choose, setting))
        whole = QtWidgets.QWidget()
        lines = QtWidgets.QVBoxLayout(whole)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(look().px(2))
        lines.addWidget(box)
        lines.addWidget(Label(explained, "caption", 400, "text3", wraps=True))
        return whole
