"""One person at the side of the list: name, roles, what he holds, and the end of his work here."""

from PySide6 import QtCore, QtWidgets

from desktop.models.errors import ParvandehError
from desktop.services.staff_register import OpenWork
from desktop.views.desk import Desk
from desktop.views.layouts import empty
from desktop.views.navigation import route
from desktop.views.shell.grounds import on_ground
from desktop.views.staff.handing_dialog import HandingDialog
from desktop.views.staff.presenter import StaffPresenter
from desktop.views.staff.role_boxes import RoleBoxes
from desktop.views.theme.look import look
from desktop.views.widgets.buttons import DestructiveButton, Link, SecondaryButton
from desktop.views.widgets.dialog import Choice, Dialog
from desktop.views.widgets.fields import LineField
from desktop.views.widgets.form_field import FormField
from desktop.views.widgets.label import Label
from desktop.views.widgets.section import Section, SectionHeader

SHOWN = 6


class PersonPanel(QtWidgets.QWidget):
    """Shows the presenter's chosen person."""

    def __init__(self, desk: Desk, presenter: StaffPresenter) -> None:
        super().__init__()
        self._desk, self._presenter = desk, presenter
        self._text = desk.words.of("staff")
        on_ground(self, "surface")
        inside = QtWidgets.QWidget()
        self._lines = QtWidgets.QVBoxLayout(inside)
        gap = look().px(16)
        self._lines.setContentsMargins(gap, look().px(8), gap, gap)
        area = QtWidgets.QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QtWidgets.QFrame.Shape.NoFrame)
        area.setWidget(inside)
        area.viewport().setAutoFillBackground(False)
        inside.setAutoFillBackground(False)
        whole = QtWidgets.QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)

    def show_person(self) -> None:
        """Show who is chosen now; nothing while nobody is."""
        empty(self._lines)
        person = self._presenter.chosen
        if person is None:
            return
        self._lines.addWidget(Label(person.name, "h1"))
        entered = self._desk.words.formats.date_long(person.entered_at.date())
        told = self._text("entered", username=person.username, day=entered)
        self._lines.addWidget(Label(told, "caption", 400, "text3"))
        self._lines.addWidget(self._name_section(person.name))
        self._lines.addWidget(self._role_section())
        self._held = Section(SectionHeader(self._text("held"), "folder"))
        self._lines.addWidget(self._held)
        self._lines.addWidget(self._end_section(active=person.active))
        self._lines.addStretch(1)
        self._presenter.open_work(self._show_held)

    def why_not_disabled(self) -> str | None:
        """Why nobody can be disabled now."""
        person = self._presenter.chosen
        return None if person is not None and person.active else self._text("nobody_active")

    def ask_to_disable(self) -> None:
        """Ask before somebody's work here ends."""
        person = self._presenter.chosen
        if person is None:
            return
        consequences = [self._text("disable_keeps"), self._text("disable_again")]
        choices = [
            Choice("disable", self._text("disable"), "danger"),
            Choice("no", self._text("cancel")),
        ]
        dialog = Dialog(self._text("disable_title", person=person.name), consequences, choices, parent=self)
        dialog.ask_for(lambda code, _: self._presenter.disable() if code == "disable" else None)

    def _name_section(self, name: str) -> QtWidgets.QWidget:
        section = Section(SectionHeader(self._text("name"), "user"))
        row = QtWidgets.QHBoxLayout()
        field = LineField(name)
        field.setAccessibleName(self._text("name"))
        keep = SecondaryButton(self._text("keep"), small=True)
        keep.clicked.connect(lambda: self._presenter.rename(field.value()))
        field.returnPressed.connect(lambda: self._presenter.rename(field.value()))
        row.addWidget(field, 1)
        row.addWidget(keep)
        section.body.addLayout(row)
        return section

    def _role_section(self) -> QtWidgets.QWidget:
        person = self._presenter.chosen
        section = Section(SectionHeader(self._text("roles"), "shield"))
        boxes = RoleBoxes(self._desk.words, person.roles if person else ())
        field = FormField(self._text("roles_help"), boxes)
        keep = SecondaryButton(self._text("keep_roles"), small=True)

        def refused(error: Exception) -> None:
            if isinstance(error, ParvandehError):
                field.set_error(self._desk.words.error(error))
            else:
                self._desk.messages.show(error)

        keep.clicked.connect(lambda: self._presenter.change_roles(boxes.chosen(), refused))
        section.body.addWidget(field)
        section.body.addWidget(keep, 0, QtCore.Qt.AlignmentFlag.AlignLeading)
        return section

    def _end_section(self, *, active: bool) -> QtWidgets.QWidget:
        section = Section(SectionHeader(self._text("access"), "key"), lined=False)
        if active:
            button: QtWidgets.QPushButton = DestructiveButton(self._text("disable") + "…")
            button.clicked.connect(self.ask_to_disable)
        else:
            button = SecondaryButton(self._text("enable"))
            button.clicked.connect(self._presenter.enable)
        section.body.addWidget(button, 0, QtCore.Qt.AlignmentFlag.AlignLeading)
        return section

    def _show_held(self, held: list[OpenWork]) -> None:
        if not held:
            self._held.body.addWidget(Label(self._text("holds_nothing"), "dense", 400, "text3"))
            return
        for work in held[:SHOWN]:
            link = Link(self._text("held_line", number=work.number, subject=work.subject))
            link.clicked.connect(
                lambda _=False, dossier_id=work.dossier_id: self._desk.go(route("dossier", id=dossier_id))
            )
            self._held.body.addWidget(link, 0, QtCore.Qt.AlignmentFlag.AlignLeading)
        if len(held) > SHOWN:
            more = self._text("held_more", count=len(held) - SHOWN)
            self._held.body.addWidget(Label(more, "caption", 400, "text3"))
        give = SecondaryButton(self._text("hand_on") + "…", icon="refer", small=True)
        give.clicked.connect(lambda: HandingDialog(self._desk, self._presenter, len(held), self).open())
        self._held.body.addWidget(give, 0, QtCore.Qt.AlignmentFlag.AlignLeading)
