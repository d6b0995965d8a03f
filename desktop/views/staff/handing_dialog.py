"""Hands what somebody holds to a colleague, or puts it back to its desks; the reason is journalled."""

from PySide6 import QtWidgets

from desktop.views.desk import Desk
from desktop.views.staff.presenter import StaffPresenter
from desktop.views.widgets.dialog import Choice, Dialog, Reason
from desktop.views.widgets.fields import ChoiceField
from desktop.views.widgets.form_field import FormField

BACK = "-"
"""Stands for nobody: the dossiers go back to their desks."""


class HandingDialog(Dialog):
    """To whom, and why."""

    def __init__(self, desk: Desk, presenter: StaffPresenter, count: int, parent: QtWidgets.QWidget) -> None:
        text = desk.words.of("staff")
        self.colleague = ChoiceField([(BACK, text("hand_back")), *presenter.colleagues()], BACK)
        person = presenter.chosen.name if presenter.chosen else ""
        super().__init__(
            text("hand_on_title", count=count, person=person),
            [text("hand_on_unfit")],
            [Choice("give", text("hand_on"), "primary"), Choice("no", text("cancel"))],
            reason=Reason(text("reason")),
            body=FormField(text("hand_on_to"), self.colleague),
            parent=parent,
        )
        self._presenter = presenter
        self.answered.connect(self._decide)

    def _decide(self, code: str, reason: str) -> None:
        if code == "give":
            to = self.colleague.code()
            self._presenter.hand_on(reason, None if to == BACK else to)
