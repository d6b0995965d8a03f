"""The palette by keyboard: commands, dossiers and reasons, found by a few letters."""

import pytest
from PySide6 import QtCore, QtWidgets

from desktop.views.navigation import route
from desktop.views.shell.palette import PAUSE_MILLISECONDS, Palette
from desktop.views.shell.palette_rows import ENTRY
from tests.builders.windows import opened, settle

KEY = QtCore.Qt.Key
CONTROL = QtCore.Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(open_window, case):
    case.submitted()
    return open_window("reviewer", route("settings"))


def open_palette(qtbot, window) -> Palette:
    qtbot.keyClick(window.screen_shown, KEY.Key_K, CONTROL)
    palette = opened(Palette)
    assert isinstance(palette, Palette)
    return palette


def entries(palette):
    return [palette.list.item(row).data(ENTRY) for row in range(palette.list.count())]


def type_into(qtbot, palette, typed: str) -> None:
    palette.field.setText(typed)
    qtbot.wait(PAUSE_MILLISECONDS * 2)


def test_a_command_is_found_by_its_name_and_done_with_enter(qtbot, window):
    palette = open_palette(qtbot, window)
    said = window.desk.words.of("shell")("command.go.certificates")
    type_into(qtbot, palette, said)
    assert entries(palette)[0].name == said
    qtbot.keyClick(palette.field, KEY.Key_Return)
    settle()
    assert window.screen_shown.route.screen == "certificates"
    assert opened(Palette) is None


@pytest.mark.parametrize(
    "written", [str, lambda number: number.translate(str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹"))]
)
def test_a_dossier_is_found_by_its_number_in_any_digits(qtbot, window, case, written):
    palette = open_palette(qtbot, window)
    type_into(qtbot, palette, written(case.number))
    first = entries(palette)[0]
    assert first.section == window.desk.words.of("shell")("section_dossier")
    qtbot.keyClick(palette.field, KEY.Key_Return)
    settle()
    assert window.screen_shown.route == route("dossier", id=case.dossier_id)


def test_the_arrows_choose_and_come_round(qtbot, window):
    palette = open_palette(qtbot, window)
    qtbot.keyClick(palette.field, KEY.Key_Down)
    assert palette.list.currentRow() == 1
    qtbot.keyClick(palette.field, KEY.Key_Up)
    qtbot.keyClick(palette.field, KEY.Key_Up)
    assert palette.list.currentRow() == palette.list.count() - 1


def test_a_closed_command_stays_in_sight_with_its_reason(qtbot, open_window, case):
    case.submitted()
    window = open_window("auditor", route("dossier", id=case.dossier_id))
    palette = open_palette_over(qtbot, window)
    closed = next(one for one in window.commands() if one.code == "accept")
    type_into(qtbot, palette, window.name_of(closed))
    entry = next(one for one in entries(palette) if one.name == window.name_of(closed))
    assert entry.reason == closed.why_not()
    palette.list.setCurrentRow(entries(palette).index(entry))
    qtbot.keyClick(palette.field, KEY.Key_Return)
    assert opened(Palette) is palette


def open_palette_over(qtbot, window) -> Palette:
    qtbot.keyClick(QtWidgets.QApplication.focusWidget() or window.screen_shown, KEY.Key_K, CONTROL)
    palette = opened(Palette)
    assert isinstance(palette, Palette)
    return palette


def test_escape_closes_it_and_leaves_the_screen(qtbot, window):
    palette = open_palette(qtbot, window)
    qtbot.keyClick(palette.field, KEY.Key_Escape)
    assert opened(Palette) is None
    assert window.screen_shown.route.screen == "settings"


def test_a_press_of_the_search_field_opens_it_and_a_press_of_a_line_does_it(qtbot, window):
    qtbot.mouseClick(window.top.search, QtCore.Qt.MouseButton.LeftButton)
    palette = opened(Palette)
    type_into(qtbot, palette, window.desk.words.of("shell")("command.go.notifications"))
    line = palette.list.visualItemRect(palette.list.item(0)).center()
    qtbot.mouseClick(palette.list.viewport(), QtCore.Qt.MouseButton.LeftButton, pos=line)
    settle()
    assert window.screen_shown.route.screen == "notifications"


def test_what_was_typed_can_be_sought_among_all_results(qtbot, window):
    palette = open_palette(qtbot, window)
    type_into(qtbot, palette, "گل")
    assert entries(palette)[-1].name == window.desk.words.of("shell")("all_results", typed="گل")
