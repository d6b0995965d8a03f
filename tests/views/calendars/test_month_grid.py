"""A month is walked with the keyboard, read by those who listen, and picked from."""

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6 import QtCore, QtGui, QtWidgets

from desktop.language.calendars import Calendar
from desktop.models.vocabulary import Language
from desktop.views.calendars.almanac import FIRST_DAY, LAST_DAY
from desktop.views.calendars.day_table import CELL
from desktop.views.calendars.month_grid import MonthGrid
from desktop.views.theme.look import put_on

KEY = QtCore.Qt.Key
TODAY = date(2026, 11, 15)
ROLE = QtCore.Qt.ItemDataRole


@pytest.fixture
def grid_of(qapp, qtbot, almanac_of):
    def make(language=Language.PERSIAN, calendar=Calendar.JALALI, chosen=None, **known):
        put_on(qapp, language=language.value, still=True)
        grid = MonthGrid(almanac_of(language, calendar, **known), chosen)
        qtbot.addWidget(grid)
        return grid

    return make


def press(grid: MonthGrid, *keys: KEY) -> None:
    for key in keys:
        event = QtGui.QKeyEvent(QtCore.QEvent.Type.KeyPress, key, QtCore.Qt.KeyboardModifier.NoModifier)
        QtWidgets.QApplication.sendEvent(grid.table, event)


@pytest.mark.parametrize(("language", "left"), [("fa", 1), ("ar", 1), ("en", -1)])
def test_the_left_arrow_goes_to_the_left(grid_of, language, left):
    grid = grid_of(Language(language))
    press(grid, KEY.Key_Left)
    assert grid.current == TODAY + timedelta(days=left)
    before, after = (
        grid.table.visualRect(grid.table.days.index_of(day)).x() for day in (TODAY, grid.current)
    )
    assert after < before


def test_keys_walk_days_weeks_months_and_home(grid_of):
    grid = grid_of()
    walked = []
    for key in (KEY.Key_Down, KEY.Key_Up, KEY.Key_PageDown, KEY.Key_PageUp, KEY.Key_Right, KEY.Key_Home):
        press(grid, key)
        walked.append((grid.current - TODAY).days)
    assert walked == [7, 0, 30, 0, -1, 0]


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.dates(FIRST_DAY + timedelta(9), LAST_DAY - timedelta(9)), st.sampled_from(Calendar))
def test_arrows_walk_day_by_day_over_the_ends_of_months(grid_of, day, calendar):
    grid = grid_of(calendar=calendar)
    grid.go(day)
    start = grid.current
    for count in range(1, 9):
        press(grid, KEY.Key_Left)
        assert grid.current == grid.almanac.clipped(start + timedelta(days=count))
        assert grid.table.days.day_at(grid.table.currentIndex()) == grid.current


def test_columns_run_from_right_to_left_and_saturday_is_first(grid_of):
    grid = grid_of()
    grid.show()
    table = grid.table
    columns = [table.visualRect(table.days.index(0, column)).x() for column in range(7)]
    assert columns == sorted(columns, reverse=True)
    assert table.days.day_at(table.days.index(0, 0)).weekday() == 5
    assert table.visualRect(table.days.index(0, 0)).size() == QtCore.QSize(CELL, CELL)


def test_enter_and_a_click_pick_a_day(grid_of, qtbot):
    grid = grid_of()
    grid.show()
    picked = []
    grid.day_picked.connect(picked.append)
    middle = grid.table.visualRect(grid.table.days.index_of(TODAY)).center()
    qtbot.mouseClick(grid.table.viewport(), QtCore.Qt.MouseButton.LeftButton, pos=middle)
    press(grid, KEY.Key_Down, KEY.Key_Return)
    assert picked == [TODAY, TODAY + timedelta(days=7)]


def test_a_day_outside_the_bounds_is_neither_reached_nor_picked(grid_of, qtbot):
    grid = grid_of(least=TODAY)
    grid.show()
    picked = []
    grid.day_picked.connect(picked.append)
    press(grid, KEY.Key_Right, KEY.Key_PageUp)
    assert grid.current == TODAY
    outside = grid.table.days.index_of(TODAY - timedelta(days=1))
    qtbot.mouseClick(
        grid.table.viewport(),
        QtCore.Qt.MouseButton.LeftButton,
        pos=grid.table.visualRect(outside).center(),
    )
    assert picked == []
    assert outside.flags() == QtCore.Qt.ItemFlag.NoItemFlags


def test_keys_of_others_are_left_to_them(grid_of):
    grid = grid_of()
    event = QtGui.QKeyEvent(QtCore.QEvent.Type.KeyPress, KEY.Key_Left, QtCore.Qt.KeyboardModifier.AltModifier)
    grid.table.keyPressEvent(event)
    assert not event.isAccepted()
    assert grid.current == TODAY


def test_screen_readers_hear_the_day_and_what_is_known_of_it(grid_of):
    closed = date(2026, 11, 24)
    grid = grid_of(closures={closed: "شهادت"})
    said = grid.table.days.index_of(closed).data(ROLE.AccessibleTextRole)
    assert (
        said
        == "سه‌شنبه ۳ آذر ۱۴۰۵ (۲۴ نوامبر ۲۰۲۶)، تعطیل: شهادت"
        == (grid.table.days.index_of(closed).data(ROLE.ToolTipRole))
    )
    grid.go(closed)
    table = QtGui.QAccessible.queryAccessibleInterface(grid.table)
    heard = [table.child(number).text(QtGui.QAccessible.Text.Name) for number in range(table.childCount())]
    assert said in heard
    assert grid.table.accessibleName() == "روزهای ماه"


def test_what_is_newly_known_is_shown_at_the_same_day(grid_of, almanac_of):
    grid = grid_of()
    grid.go(TODAY + timedelta(days=9))
    grid.know(almanac_of(closures={grid.current: "تعمیر"}))
    assert grid.current == TODAY + timedelta(days=9)
    assert "تعمیر" in grid.table.currentIndex().data(ROLE.ToolTipRole)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_today_the_chosen_day_and_a_closed_one_look_different(qapp, qtbot, almanac_of, theme):
    put_on(qapp, theme=theme, still=True)
    closed, chosen = TODAY + timedelta(days=1), TODAY + timedelta(days=2)
    grid = MonthGrid(almanac_of(closures={closed: "تعطیل"}, loads={TODAY: 1}), chosen)
    qtbot.addWidget(grid)
    grid.show()
    grid.go(TODAY + timedelta(days=3))
    days = (TODAY, closed, chosen, TODAY - timedelta(days=1))
    looks = {
        bytes(grid.table.grab(grid.table.visualRect(grid.table.days.index_of(day))).toImage().constBits())
        for day in days
    }
    assert len(looks) == len(days)
