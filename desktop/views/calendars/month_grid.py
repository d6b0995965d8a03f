"""A month to choose a day from, in the person's calendar: own widget, since Qt's clips Persian day names."""

from datetime import date

from PySide6 import QtCore, QtGui, QtWidgets

from desktop.language.window import capital
from desktop.views.calendars.almanac import DAYS_OF_WEEK, Almanac
from desktop.views.calendars.day_table import CELL, DayTable
from desktop.views.theme.look import look
from desktop.views.widgets.buttons import IconButton, Link
from desktop.views.widgets.faces import face
from desktop.views.widgets.label import Label
from desktop.views.widgets.lines import draw_line

_QT = QtCore.Qt
_WEEKDAYS_HEIGHT, _PAD, _GAP = 24, 12, 4


class MonthGrid(QtWidgets.QWidget):
    """Signals: `day_picked(date)` by Enter or the mouse, `moved(date)` when the current day is another."""

    day_picked = QtCore.Signal(object)
    moved = QtCore.Signal(object)

    def __init__(
        self, almanac: Almanac, chosen: date | None = None, parent: QtWidgets.QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.table = DayTable(almanac, self)
        text = almanac.words.of("calendars")
        self._title = Label("", "h2")
        self._told, self._facts = Label("", "caption", colour="text2"), Label("", "caption", colour="text3")
        self._before = IconButton("chevron-back", text("previous_month"), "PgUp", small=True)
        self._after = IconButton("chevron-forward", text("next_month"), "PgDn", small=True)
        self._today = Link(text("go_today"))
        self._today.setToolTip(text("go_today_key"))
        self._connect()
        self._lay_out()
        self.setFocusProxy(self.table)
        self.choose(chosen)
        self.go(chosen or almanac.today)

    @property
    def almanac(self) -> Almanac:
        """What is known of the days."""
        return self.table.days.almanac

    @property
    def current(self) -> date:
        """The day the keyboard is at."""
        return self.table.days.current

    def go(self, day: date) -> None:
        """Show the month of a day and put the keyboard's place on it."""
        self.table.go(day)

    def choose(self, day: date | None) -> None:
        """Mark a day as the one that holds."""
        self.table.days.choose(day)

    def know(self, almanac: Almanac) -> None:
        """Take over what is newly known, such as a closed day or visits that were arranged."""
        self.table.days.know(almanac)
        self.go(self.current)

    def _turn(self, months: int) -> None:
        self.go(self.almanac.later(self.current, months=months))

    def _tell(self, day: date) -> None:
        self._title.setText(self.almanac.month(day))
        formats = self.almanac.words.formats
        self._told.setText(f"{formats.weekday(day)} {formats.date_long(day)}")
        self._facts.setText(capital(formats.listed([*self.almanac.facts(day), formats.second_date(day)])))
        self._before.setEnabled(self.almanac.later(day, months=-1) != day)
        self._after.setEnabled(self.almanac.later(day, months=1) != day)
        self.moved.emit(day)

    def _connect(self) -> None:
        self.table.moved.connect(self._tell)
        self.table.day_picked.connect(self.day_picked)
        self._before.clicked.connect(lambda: self._turn(-1))
        self._after.clicked.connect(lambda: self._turn(1))
        self._today.clicked.connect(lambda: self.go(self.almanac.today))
        for control in (self._before, self._after, self._today):
            control.setFocusPolicy(_QT.FocusPolicy.NoFocus)  # one tab stop; their keys act in the table

    def _lay_out(self) -> None:
        head = QtWidgets.QHBoxLayout()
        head.setSpacing(0)
        head.addSpacing(look().px(_GAP))
        for part in (self._title, self._today, self._before, self._after):
            head.addWidget(part, 1 if part is self._title else 0)
        for line in (self._told, self._facts):  # long ones are cut; they do not widen the month
            line.setSizePolicy(QtWidgets.QSizePolicy.Policy.Ignored, QtWidgets.QSizePolicy.Policy.Fixed)
        layout = QtWidgets.QVBoxLayout(self)
        pad = look().px(_PAD)
        layout.setContentsMargins(pad, pad, pad, pad)
        layout.setSpacing(look().px(_GAP))
        layout.addLayout(head)
        layout.addWidget(_Weekdays(self.almanac, self))
        layout.addWidget(self.table)
        layout.addWidget(self._told)
        layout.addWidget(self._facts)
        layout.setSizeConstraint(QtWidgets.QLayout.SizeConstraint.SetFixedSize)


class _Weekdays(QtWidgets.QWidget):
    """The heads of the seven columns; screen readers have them from the table."""

    def __init__(self, almanac: Almanac, parent: QtWidgets.QWidget) -> None:
        super().__init__(parent)
        self._almanac = almanac
        self.setFixedSize(look().px(CELL) * DAYS_OF_WEEK, look().px(_WEEKDAYS_HEIGHT))

    def paintEvent(self, _event: QtGui.QPaintEvent) -> None:
        """The first day of the week at the start of the line."""
        painter, side = QtGui.QPainter(self), look().px(CELL)
        rtl = self.layoutDirection() == _QT.LayoutDirection.RightToLeft
        week = self._almanac.weeks_about(self._almanac.today)[:DAYS_OF_WEEK]
        for number, (day, letters) in enumerate(zip(week, self._almanac.weekday_letters(), strict=True)):
            column = DAYS_OF_WEEK - 1 - number if rtl else number
            painter.setPen(look().colour("redFg" if self._almanac.is_weekend(day) else "text3"))
            place = QtCore.QRect(column * side, 0, side, self.height())
            draw_line(painter, place, letters, face("caption", 500), _QT.AlignmentFlag.AlignHCenter)
