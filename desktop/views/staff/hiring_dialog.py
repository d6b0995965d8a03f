"""Enters somebody new: name, user name, roles."""

from PySide6 import QtWidgets

from desktop.views.desk import Desk
from desktop.views.staff.presenter import StaffPresenter
from desktop.views.staff.role_boxes import RoleBoxes
from desktop.views.theme.look import look
from desktop.views.widgets.dialog import Choice, Dialog
from desktop.views.widgets.fields import LineField
from desktop.views.widgets.form_field import FormField


class HiringDialog(Dialog):
    """Does nothing before name, user name and a role are there."""

    def __init__(self, desk: Desk, presenter: StaffPresenter, parent: QtWidgets.QWidget) -> None:
        text = desk.words.of("staff")
        self.name, self.username = LineField(), LineField(latin=True)
        self.roles = RoleBoxes(desk.words, ())
        body = QtWidgets.QWidget()
        lines = QtWidgets.QVBoxLayout(body)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(look().px(10))
        lines.addWidget(FormField(text("name"), self.name, required=True))
        lines.addWidget(
            FormField(text("username"), self.username, required=True, explained=text("username_help"))
        )
        lines.addWidget(FormField(text("roles"), self.roles, required=True))
        choices = [Choice("hire", text("hire"), "primary"), Choice("no", text("cancel"))]
        super().__init__(text("hire_title"), (), choices, body=body, parent=parent)
        self._text, self._presenter = text, presenter
        for field in (self.name, self.username):
            field.textChanged.connect(self._judge)
        for box in self.roles.findChildren(QtWidgets.QCheckBox):
            box.toggled.connect(self._judge)
        self.answered.connect(self._decide)
        self._judge()
        self.name.setFocus()

    def _judge(self) -> None:
        missing = not (self.name.value() and self.username.value() and self.roles.chosen())
        self.set_why_not("hire", self._text("hire_missing") if missing else None)

    def _decide(self, code: str, _reason: str) -> None:
        if code == "hire":
            self._presenter.hire(self.username.value(), self.name.value(), self.roles.chosen())
