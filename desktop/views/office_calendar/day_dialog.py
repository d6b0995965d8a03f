"""One day of the calendar: closed with its reason, or open for hours of its own."""

from collections.abc import Callable
from datetime import date

from PySide6 import QtWidgets

from desktop.models.errors import ParvandehError
from desktop.views.desk import Desk
from desktop.views.office_calendar.presenter import CalendarPresenter
from desktop.views.theme.look import look
from desktop.views.widgets.dialog import Choice, Dialog
from desktop.views.widgets.fields import LineField
from desktop.views.widgets.form_field import FormField


class DayDialog(Dialog):
    """Puts the day into the change that is being made; nothing is kept by it yet."""

    def __init__(
        self,
        desk: Desk,
        presenter: CalendarPresenter,
        day: date,
        then: Callable[[], object],
        parent: QtWidgets.QWidget,
    ) -> None:
        text, formats = desk.words.of("office_calendar"), desk.words.formats
        entry = presenter.days().get(day)
        self.day_title = LineField(entry.title if entry else "")
        self.opens, self.closes = LineField(latin=True), LineField(latin=True)
        self.has_hours = QtWidgets.QCheckBox(text("own_hours"))
        if entry is not None and entry.hours is not None:
            self.has_hours.setChecked(True)
            self.opens.setText(formats.clock(entry.hours.opens))
            self.closes.setText(formats.clock(entry.hours.closes))
        body = QtWidgets.QWidget()
        lines = QtWidgets.QVBoxLayout(body)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(look().px(10))
        self.title_field = FormField(text("reason"), self.day_title, required=True)
        self.hours_field = FormField(text("opens"), self.opens)
        hours = QtWidgets.QHBoxLayout()
        hours.addWidget(self.hours_field)
        hours.addWidget(FormField(text("closes"), self.closes))
        lines.addWidget(self.title_field)
        lines.addWidget(self.has_hours)
        lines.addLayout(hours)
        choices = [Choice("put", text("put"), "primary"), Choice("no", text("cancel"))]
        if entry is not None:
            choices.insert(1, Choice("out", text("take_out"), "danger"))
        title = text("day_title", day=formats.date_full(day))
        super().__init__(title, [], choices, body=body, stays=True, parent=parent)
        self._desk, self._presenter, self._day, self._then = desk, presenter, day, then
        self.has_hours.toggled.connect(self._enable)
        self.answered.connect(self._decide)
        self._enable(self.has_hours.isChecked())
        self.day_title.setFocus()

    def _enable(self, own: bool) -> None:  # noqa: FBT001 - a slot of a check box
        for field in (self.opens, self.closes):
            field.setEnabled(own)

    def _decide(self, code: str, _reason: str) -> None:
        if code == "put" and not self._put():
            return
        if code == "out":
            self._presenter.take_out(self._day)
        self.close()
        if code != "no":
            self._then()

    def _put(self) -> bool:
        own = (self.opens.value(), self.closes.value()) if self.has_hours.isChecked() else None
        try:
            self._presenter.put(self._day, self.day_title.value(), own)
        except ParvandehError as error:
            self.refuse(self._desk.words.error(error))
            return False
        return True
