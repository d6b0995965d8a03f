"""The working calendar editor: a month, the year's days, the week; a change is weighed before it is kept."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6 import QtCore, QtWidgets

from desktop.views.calendars.almanac import Almanac
from desktop.views.calendars.month_grid import MonthGrid
from desktop.views.desk import Desk
from desktop.views.layouts import empty
from desktop.views.navigation import Route
from desktop.views.office_calendar.day_dialog import DayDialog
from desktop.views.office_calendar.keep_dialog import ask_to_keep
from desktop.views.office_calendar.presenter import CalendarPresenter
from desktop.views.office_calendar.week_panel import WeekPanel
from desktop.views.records.cells import Column
from desktop.views.records.list import RecordList
from desktop.views.screen import Command, Screen
from desktop.views.shell.grounds import Line, on_ground
from desktop.views.theme.look import look
from desktop.views.widgets.buttons import IconButton, PrimaryButton, SecondaryButton
from desktop.views.widgets.label import Label
from desktop.views.widgets.margins import set_margins
from desktop.views.widgets.notice import Notice

SIDE = 400
_CONCERNED = frozenset({"closure", "setting", "office_setting"})
_START = QtCore.Qt.AlignmentFlag.AlignLeading


class OfficeCalendarScreen(Screen):
    """Administrators change the calendar, the others who lead read it."""

    code = "office_calendar"

    def __init__(self, desk: Desk, route: Route) -> None:
        super().__init__(desk, route)
        self._presenter = CalendarPresenter(desk, self)
        on_ground(self, "surface")
        self.grid = MonthGrid(self._almanac())
        self.grid.day_picked.connect(self._ask_for_day)
        self.list = RecordList(self._columns(), self.text("days"))
        self.list.opened.connect(self._ask_for_day)
        self.list.chosen.connect(self._follow)
        self.week = WeekPanel(desk, self._presenter)
        self.week.changed.connect(self._show)
        self._year = Label("", "h2")
        self._change = QtWidgets.QVBoxLayout()
        self._lay_out()
        self.refresh()

    def commands(self) -> Sequence[Command]:
        """What can be done with the calendar; reading is for all who open it."""
        return [
            Command("next", "J", lambda: self.list.step(1)),
            Command("previous", "K", lambda: self.list.step(-1)),
            Command("next_year", "]", lambda: self._turn(1)),
            Command("previous_year", "[", lambda: self._turn(-1)),
            Command("add", "A", lambda: self._ask_for_day(self.grid.current), self._why_not),
            Command("remove", "Del", self._remove, self._why_not),
            Command("official", "H", self._copy_official, self._why_not),
            Command("keep", "Ctrl+Enter", self._look_ahead, self._why_not_kept),
        ]

    def refresh(self) -> None:
        """Read the year again."""
        self._presenter.read(self._show)

    def interested_in(self, changes: frozenset[tuple[str, int]]) -> bool:
        """The calendar itself."""
        return any(noun in _CONCERNED for noun, _ in changes)

    def kept(self) -> dict[str, Any]:
        """Which year was shown."""
        return {"year": self._presenter.year}

    def restore(self, kept: dict[str, Any]) -> None:
        """Show it again."""
        self._presenter.year = kept["year"]
        self.refresh()

    def first_focus(self) -> QtWidgets.QWidget:
        """The month."""
        return self.grid

    def panes(self) -> Sequence[QtWidgets.QWidget]:
        """Month, week, list."""
        return [self.grid, self.week, self.list]

    def _columns(self) -> list[Column]:
        return [
            Column("day", self.text("column.day"), 180),
            Column("title", self.text("column.title")),
            Column("hours", self.text("column.hours"), 170),
            Column("origin", self.text("column.origin"), 150, goes=True),
        ]

    def _lay_out(self) -> None:
        head = QtWidgets.QHBoxLayout()
        set_margins(head, 16, 12, 16, 10)
        head.setSpacing(look().px(10))
        head.addWidget(Label(self.text("title"), "h1"))
        head.addStretch(1)
        for code, icon, by in (("previous_year", "chevron-back", -1), ("next_year", "chevron-forward", 1)):
            button = IconButton(icon, self.text(f"command.{code}"), "[" if by < 0 else "]")
            button.clicked.connect(lambda _=False, by=by: self._turn(by))
            head.addWidget(button)
            if by < 0:
                head.addWidget(self._year)
        head.addStretch(1)
        if self._presenter.may_edit:
            official = SecondaryButton(self.text("command.official"), icon="calendar", key="H")
            official.clicked.connect(self._copy_official)
            add = PrimaryButton(self.text("command.add"), icon="plus", key="A")
            add.clicked.connect(lambda: self._ask_for_day(self.grid.current))
            head.addWidget(official)
            head.addWidget(add)
        side = QtWidgets.QVBoxLayout()
        set_margins(side, 16, 0, 16, 16)
        side.addWidget(self.grid, 0, _START)
        side.addWidget(self.week)
        side.addStretch(1)
        inside = QtWidgets.QWidget()
        inside.setLayout(side)
        area = QtWidgets.QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QtWidgets.QFrame.Shape.NoFrame)
        area.setWidget(inside)
        area.viewport().setAutoFillBackground(False)
        inside.setAutoFillBackground(False)
        area.setFixedWidth(look().px(SIDE))
        row = QtWidgets.QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(area)
        row.addWidget(Line())
        row.addWidget(self.list, 1)
        set_margins(self._change, 16, 0, 16, 10)
        whole = QtWidgets.QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(head)
        whole.addLayout(self._change)
        whole.addLayout(row, 1)

    def _almanac(self) -> Almanac:
        week, days = self._presenter.week(), self._presenter.days()
        closed = {day: entry.title for day, entry in days.items() if entry.hours is None}
        weekend = week.weekend if week is not None else frozenset()
        return Almanac(self.desk.words, self._presenter.today, weekend=weekend, closures=closed)

    def _show(self) -> None:
        self._year.setText(self.desk.words.formats.digits(str(self._presenter.year)))
        self.list.show_rows(self._presenter.rows())
        self.grid.know(self._almanac())
        self.week.show_week()
        self._show_change()
        self.head_changed.emit()

    def _show_change(self) -> None:
        empty(self._change)
        if not self._presenter.is_changed:
            return
        links = [(self.text("look_ahead"), self._look_ahead), (self.text("forget"), self._forget)]
        self._change.addWidget(Notice("amber", self.text("changed"), links))

    def _follow(self, day: date | None) -> None:
        if day is not None:
            self.grid.go(day)

    def _ask_for_day(self, day: date) -> None:
        if self._presenter.may_edit:
            DayDialog(self.desk, self._presenter, day, self._show, self).open()

    def _remove(self) -> None:
        day: date | None = self.list.chosen_key
        if day is not None:
            self._presenter.take_out(day)
            self._show()

    def _copy_official(self) -> None:
        self._presenter.copy_official(self.refresh)

    def _turn(self, by: int) -> None:
        self._presenter.year += by
        self.refresh()

    def _look_ahead(self) -> None:
        self._presenter.look_ahead(lambda: ask_to_keep(self.desk, self._presenter, self.refresh, self))

    def _forget(self) -> None:
        self._presenter.forget()
        self._show()

    def _why_not(self) -> str | None:
        return None if self._presenter.may_edit else self.text("not_yours")

    def _why_not_kept(self) -> str | None:
        return self._why_not() or (None if self._presenter.is_changed else self.text("nothing_changed"))
