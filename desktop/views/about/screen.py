"""What is wrong, before support is called: checks, a due time explained, what to send; what this is."""

from collections.abc import Sequence
from pathlib import Path

from PySide6 import QtCore, QtWidgets

from desktop import __version__
from desktop.models.errors import ParvandehError
from desktop.services.diagnostics import CheckState
from desktop.views.about.bundle_dialog import BundleDialog
from desktop.views.about.presenter import LICENCES, AboutPresenter, CheckLine
from desktop.views.desk import Desk
from desktop.views.layouts import empty
from desktop.views.navigation import Route
from desktop.views.screen import Command, Screen
from desktop.views.shell.emblem import Emblem
from desktop.views.shell.grounds import on_ground
from desktop.views.theme.look import look
from desktop.views.widgets.buttons import SecondaryButton
from desktop.views.widgets.facts import Facts
from desktop.views.widgets.fields import LineField
from desktop.views.widgets.form_field import FormField
from desktop.views.widgets.icon import Icon
from desktop.views.widgets.label import Label
from desktop.views.widgets.margins import set_margins
from desktop.views.widgets.section import Section, SectionHeader

WIDTH = 560
_START = QtCore.Qt.AlignmentFlag.AlignLeading
_SIGNS = {
    CheckState.GOOD: ("check", "greenFg"),
    CheckState.WARNING: ("alert", "amberFg"),
    CheckState.FAULT: ("x", "redFg"),
}


class AboutScreen(Screen):
    """Everybody may open it."""

    code = "about"

    def __init__(self, desk: Desk, route: Route) -> None:
        super().__init__(desk, route)
        self._presenter = AboutPresenter(desk, self)
        on_ground(self, "surface")
        self._checks = QtWidgets.QVBoxLayout()
        self._reasons = QtWidgets.QVBoxLayout()
        self.number = LineField(latin=True, placeholder=self.text("number"))
        self._number = FormField(self.text("number"), self.number)
        columns = QtWidgets.QHBoxLayout()
        set_margins(columns, 2, 8, 16, 16)
        columns.setSpacing(look().px(48))
        columns.addLayout(self._column(self._check_section(), self._due_section(), self._bundle_section()), 1)
        columns.addLayout(self._column(self._program_section(), self._licence_section()), 1)
        inside = QtWidgets.QWidget()
        inside.setLayout(columns)
        inside.setMaximumWidth(look().px(2 * WIDTH + 48))
        area = QtWidgets.QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QtWidgets.QFrame.Shape.NoFrame)
        area.setAlignment(_START | QtCore.Qt.AlignmentFlag.AlignTop)
        area.setWidget(inside)
        area.viewport().setAutoFillBackground(False)
        inside.setAutoFillBackground(False)
        whole = QtWidgets.QVBoxLayout(self)
        gap = look().px(24)
        whole.setContentsMargins(gap, look().px(16), gap, 0)
        whole.addWidget(Label(self.text("title"), "h1"))
        whole.addWidget(area, 1)
        self.refresh()

    def commands(self) -> Sequence[Command]:
        """Checking again, explaining, gathering."""
        return [
            Command("check", "R", self.refresh),
            Command("due", "T", self.number.setFocus),
            Command("bundle", "E", self._gather),
        ]

    def refresh(self) -> None:
        """Run the checks again."""
        self._presenter.check(self._show_checks)

    def interested_in(self, changes: frozenset[tuple[str, int]]) -> bool:  # noqa: ARG002 - asked for by hand
        """Checks run when somebody asks for them."""
        return False

    def first_focus(self) -> QtWidgets.QWidget:
        """The field of the calculator."""
        return self.number

    @staticmethod
    def _column(*sections: QtWidgets.QWidget) -> QtWidgets.QLayout:
        column = QtWidgets.QVBoxLayout()
        column.setSpacing(0)
        for section in sections:
            column.addWidget(section)
        column.addStretch(1)
        return column

    def _check_section(self) -> QtWidgets.QWidget:
        section = Section(SectionHeader(self.text("checks"), "shield-check"))
        section.body.addLayout(self._checks)
        again = SecondaryButton(self.text("command.check"), icon="refresh", key="R", small=True)
        again.clicked.connect(self.refresh)
        section.body.addWidget(again, 0, _START)
        return section

    def _due_section(self) -> QtWidgets.QWidget:
        section = Section(SectionHeader(self.text("due"), "clock"))
        self.number.returnPressed.connect(self._explain)
        button = SecondaryButton(self.text("explain"), small=True)
        button.clicked.connect(self._explain)
        section.body.addWidget(self._number)
        section.body.addWidget(button, 0, _START)
        section.body.addLayout(self._reasons)
        return section

    def _bundle_section(self) -> QtWidgets.QWidget:
        section = Section(SectionHeader(self.text("bundle"), "save"), lined=False)
        section.body.addWidget(Label(self.text("bundle_help"), "dense", 400, "text2", wraps=True))
        button = SecondaryButton(self.text("command.bundle"), icon="eye", key="E", small=True)
        button.clicked.connect(self._gather)
        section.body.addWidget(button, 0, _START)
        return section

    def _program_section(self) -> QtWidgets.QWidget:
        section = Section(SectionHeader(self.text("program"), "info"))
        row = QtWidgets.QHBoxLayout()
        row.setSpacing(look().px(12))
        row.addWidget(Emblem(40))
        words = QtWidgets.QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Label(self.text("name"), "h2"))
        words.addWidget(Label(self.text("version", version=__version__), "caption", 400, "text3"))
        row.addLayout(words, 1)
        section.body.addLayout(row)
        folder = f"\u2068{self.desk.database.folder}\u2069"
        section.body.addWidget(Facts([(self.text("folder"), folder), *self._presenter.environment()], 170))
        return section

    def _licence_section(self) -> QtWidgets.QWidget:
        section = Section(SectionHeader(self.text("licences"), "book"), lined=False)
        section.body.addWidget(Label(self.text("licence"), "dense", 400, "text2", wraps=True))
        section.body.addWidget(Facts([(licence, work) for work, licence in LICENCES], 170))
        return section

    def _show_checks(self) -> None:
        empty(self._checks)
        for line in self._presenter.checks:
            self._checks.addWidget(_check_row(line))

    def _explain(self) -> None:
        def unknown(error: Exception) -> None:
            if isinstance(error, ParvandehError):
                self._number.set_error(self.desk.words.error(error))
            else:
                self.desk.messages.show(error)

        self._number.set_error(None)
        if self.number.value():
            self._presenter.explain(self.number.value(), self._show_reasons, unknown)

    def _show_reasons(self, reasons: list[str]) -> None:
        empty(self._reasons)
        for reason in reasons:
            self._reasons.addWidget(Label(reason, "dense", 400, "text", wraps=True))

    def _gather(self) -> None:
        self._presenter.gather(
            lambda: BundleDialog(self.desk, self._presenter.files, self._save, self).open()
        )

    def _save(self) -> None:
        title = self.text("command.bundle")
        name, _ = QtWidgets.QFileDialog.getSaveFileName(self, title, "parvandeh-support.zip", "*.zip")
        if name:
            self._presenter.save(Path(name))


def _check_row(line: CheckLine) -> QtWidgets.QWidget:
    row = QtWidgets.QWidget()
    parts = QtWidgets.QHBoxLayout(row)
    parts.setContentsMargins(0, 0, 0, 0)
    parts.setSpacing(look().px(8))
    sign, colour = _SIGNS[line.state]
    parts.addWidget(Icon(sign, colour))
    words = QtWidgets.QVBoxLayout()
    words.setSpacing(0)
    words.addWidget(Label(line.name, "dense", 600))
    words.addWidget(Label(line.said, "caption", 400, "text2", wraps=True))
    parts.addLayout(words, 1)
    return row
