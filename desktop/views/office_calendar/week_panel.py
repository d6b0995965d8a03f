"""The working week: days off, the office's hours, and hours of single weekdays."""

from datetime import date, timedelta

from PySide6 import QtCore, QtWidgets

from desktop.models.errors import ParvandehError
from desktop.services.working_calendar import OfficeHours
from desktop.views.desk import Desk
from desktop.views.office_calendar.presenter import CalendarPresenter
from desktop.views.theme.look import look
from desktop.views.widgets.buttons import SecondaryButton
from desktop.views.widgets.fields import LineField
from desktop.views.widgets.label import Label
from desktop.views.widgets.section import Section, SectionHeader

SATURDAY = date(2026, 11, 21)
"""Any Saturday: the week begins with it."""

FIELD = 76


class WeekPanel(QtWidgets.QWidget):
    """One line per weekday: a tick for a working day, its hours. Signals: `changed()`."""

    changed = QtCore.Signal()

    def __init__(self, desk: Desk, presenter: CalendarPresenter) -> None:
        super().__init__()
        self._desk, self._presenter = desk, presenter
        self._text = desk.words.of("office_calendar")
        section = Section(SectionHeader(self._text("week"), "clock"), lined=False)
        grid = QtWidgets.QGridLayout()
        grid.setHorizontalSpacing(look().px(8))
        grid.setVerticalSpacing(look().px(4))
        grid.setColumnStretch(0, 1)
        self._lines: dict[int, tuple[QtWidgets.QCheckBox, LineField, LineField]] = {}
        for place in range(7):
            day = SATURDAY + timedelta(days=place)
            self._add_line(grid, place, day)
        section.body.addLayout(grid)
        self._wrong = Label("", "caption", 500, "redFg", wraps=True)
        section.body.addWidget(self._wrong)
        if presenter.may_edit:
            use = SecondaryButton(self._text("use_week"), small=True)
            use.clicked.connect(self._use)
            section.body.addWidget(use, 0, QtCore.Qt.AlignmentFlag.AlignLeading)
        whole = QtWidgets.QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(section)

    def show_week(self) -> None:
        """Show the week as it would be."""
        week = self._presenter.week()
        if week is None:
            return
        clock = self._desk.words.formats.clock
        for weekday, (box, opens, closes) in self._lines.items():
            works = weekday not in week.weekend
            hours = week.week_hours.get(weekday, week.hours)
            box.setChecked(works)
            opens.setText(clock(hours.opens) if works else "")
            closes.setText(clock(hours.closes) if works else "")
        self._wrong.setText("")

    def _add_line(self, grid: QtWidgets.QGridLayout, place: int, day: date) -> None:
        name = self._desk.words.formats.weekday(day)
        box = QtWidgets.QCheckBox(name)
        opens, closes = LineField(latin=True), LineField(latin=True)
        for field, said in ((opens, "opens"), (closes, "closes")):
            field.setFixedWidth(look().px(FIELD))
            field.setAccessibleName(f"{name}: {self._text(said)}")
            field.setEnabled(self._presenter.may_edit)
        box.setEnabled(self._presenter.may_edit)
        grid.addWidget(box, place, 0)
        grid.addWidget(opens, place, 1)
        grid.addWidget(Label(self._text("until"), "caption", 400, "text3"), place, 2)
        grid.addWidget(closes, place, 3)
        self._lines[day.weekday()] = (box, opens, closes)

    def _use(self) -> None:
        try:
            weekend, hours = self._read()
            # Hours that most days have are the office's; the others are those days' own.
            usual = max(hours.values(), key=list(hours.values()).count, default=OfficeHours())
            own = {weekday: one for weekday, one in hours.items() if one != usual}
            self._presenter.set_week(weekend, usual, own)
        except ParvandehError as error:
            self._wrong.setText(self._desk.words.error(error))
            return
        self.changed.emit()

    def _read(self) -> tuple[frozenset[int], dict[int, OfficeHours]]:
        working = {day: line for day, line in self._lines.items() if line[0].isChecked()}
        hours = {
            weekday: self._presenter.hours(opens.value(), closes.value())
            for weekday, (_, opens, closes) in working.items()
        }
        return frozenset(self._lines) - frozenset(working), hours
