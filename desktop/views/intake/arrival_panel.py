"""One arrival at the side of the register: what became of it, what is wrong with it, and what can be done."""

from collections.abc import Sequence
from pathlib import Path

from PySide6 import QtCore, QtWidgets

from desktop.services.intake.arrivals import ArrivalState, Reason
from desktop.views.desk import Desk
from desktop.views.intake.presenter import IntakePresenter
from desktop.views.layouts import empty
from desktop.views.navigation import route
from desktop.views.shell.grounds import on_ground
from desktop.views.theme.look import look
from desktop.views.widgets.buttons import DestructiveButton, PrimaryButton, SecondaryButton
from desktop.views.widgets.dialog import Choice, Dialog
from desktop.views.widgets.dialog import Reason as ReasonField
from desktop.views.widgets.facts import Facts
from desktop.views.widgets.label import Label
from desktop.views.widgets.notice import Notice
from desktop.views.widgets.section import Card, Section, SectionHeader


class ArrivalPanel(QtWidgets.QWidget):
    """Shows the presenter's chosen arrival."""

    def __init__(self, desk: Desk, presenter: IntakePresenter) -> None:
        super().__init__()
        self._desk, self._presenter = desk, presenter
        self._text = desk.words.of("intake")
        on_ground(self, "surface")
        inside = QtWidgets.QWidget()
        self._lines = QtWidgets.QVBoxLayout(inside)
        gap = look().px(16)
        self._lines.setContentsMargins(gap, look().px(8), gap, gap)
        self._lines.setSpacing(look().px(10))
        area = QtWidgets.QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QtWidgets.QFrame.Shape.NoFrame)
        area.setWidget(inside)
        area.viewport().setAutoFillBackground(False)
        inside.setAutoFillBackground(False)
        whole = QtWidgets.QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)

    def show_arrival(self) -> None:
        """Show what is chosen now."""
        empty(self._lines)
        chosen = self._presenter.chosen
        if chosen is None:
            return
        self._lines.addWidget(Label(chosen.file_name, "h2"))
        self._lines.addWidget(self._facts())
        if chosen.dossier_id is not None:
            button = PrimaryButton(self._text("open_dossier"), key="Enter")
            to = route("dossier", id=chosen.dossier_id)
            button.clicked.connect(lambda: self._desk.go(to))
            self._lines.addWidget(button, 0, QtCore.Qt.AlignmentFlag.AlignLeading)
        if chosen.state is ArrivalState.WAITING:
            self._lines.addWidget(Notice("amber", self._text("nothing_taken")))
            self._lines.addLayout(self._ways_on())
        self._reasons = Section(SectionHeader(self._text("reasons"), "alert"), lined=False)
        self._reasons.setVisible(False)
        self._lines.addWidget(self._reasons)
        self._lines.addStretch(1)
        self._presenter.reasons(self._show_reasons)

    def ask_to_set_aside(self) -> None:
        """Ask why a package is laid aside."""
        chosen = self._presenter.chosen
        if chosen is None:
            return
        dialog = Dialog(
            self._text("aside_title", file=chosen.file_name),
            [self._text("aside_stays"), self._text("aside_portal")],
            [Choice("aside", self._text("set_aside"), "danger"), Choice("no", self._text("cancel"))],
            reason=ReasonField(self._text("reason")),
            parent=self,
        )
        dialog.ask_for(lambda code, reason: self._presenter.set_aside(reason) if code == "aside" else None)

    def ask_where_to_save(self) -> None:
        """Ask where the package is saved as it came."""
        chosen = self._presenter.chosen
        if chosen is None:
            return
        title = self._text("command.save")
        name, _ = QtWidgets.QFileDialog.getSaveFileName(self, title, chosen.file_name, "*.zip")
        if name:
            self._presenter.save(Path(name))

    def _facts(self) -> Facts:
        chosen = self._presenter.chosen
        rows = []
        if chosen is not None:
            formats = self._desk.words.formats
            rows = [
                (self._text("column.state"), self._text(f"state.{chosen.state}")),
                (self._text("column.at"), formats.moment(chosen.received_at)),
                (self._text("column.by"), chosen.received_by or self._text("portal")),
                (self._text("column.size"), formats.file_size(chosen.size)),
                (self._text("package_id"), chosen.package_id or "—"),
            ]
        return Facts(rows)

    def _ways_on(self) -> QtWidgets.QLayout:
        row = QtWidgets.QHBoxLayout()
        row.setSpacing(look().px(8))
        again = SecondaryButton(self._text("take_again"), icon="refresh", key="R")
        again.clicked.connect(self._presenter.take_again)
        save = SecondaryButton(self._text("save"), icon="save", key="E")
        save.clicked.connect(self.ask_where_to_save)
        aside = DestructiveButton(self._text("set_aside") + "…")
        aside.clicked.connect(self.ask_to_set_aside)
        for button in (again, save, aside):
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _show_reasons(self, reasons: Sequence[Reason]) -> None:
        self._reasons.setVisible(bool(reasons))
        for reason in reasons:
            card = Card(bar="redSolid")
            card.body.addWidget(Label(reason.where or self._text("whole_package"), "caption", 500, "text2"))
            said = self._desk.words.finding(reason.rule, reason.values)
            card.body.addWidget(Label(said, "dense", 400, wraps=True))
            self._reasons.body.addWidget(card)
