"""The rail collapses where room is short and by a key; its counts are capped and follow the work."""

import pytest
from PySide6 import QtCore, QtWidgets

from desktop.views.navigation import route
from desktop.views.queue.presenter import Queue
from desktop.views.shell.rail_items import MOST_SHOWN, QueueCount, rail_items
from tests.builders.windows import settle

KEY = QtCore.Qt.Key
CONTROL = QtCore.Qt.KeyboardModifier.ControlModifier


@pytest.mark.parametrize(("width", "collapsed"), [(1600, False), (1440, False), (1439, True), (1180, True)])
def test_the_rail_collapses_where_the_window_is_narrow(open_window, width, collapsed):
    window = open_window("administrator", route("settings"), size=(width, 800))
    assert window._rail.collapsed == collapsed


def test_the_rail_follows_the_width_of_the_window(open_window):
    window = open_window("administrator", route("settings"))
    window.resize(1200, 800)
    settle()
    assert window._rail.collapsed
    window.resize(1600, 800)
    settle()
    assert not window._rail.collapsed


def test_on_the_review_desk_the_rail_makes_room_earlier(open_window, case):
    case.submitted()
    window = open_window("reviewer", route("dossier", id=case.dossier_id))
    assert window._rail.collapsed
    window.go(route("settings"))
    assert not window._rail.collapsed


def test_a_rail_collapsed_by_key_stays_so_the_next_time(open_window, qtbot):
    window = open_window("administrator", route("settings"))
    qtbot.keyClick(window.screen_shown, KEY.Key_B, CONTROL)
    assert window._rail.collapsed
    assert open_window("administrator", route("settings"))._rail.collapsed


def test_a_collapsed_line_tells_its_name_by_tool_tip_and_screen_reader(open_window):
    window = open_window("administrator", route("settings"), size=(1200, 800))
    lines = [one for one in window._rail.findChildren(QtWidgets.QAbstractButton) if one.isVisible()]
    assert all(one.toolTip() and one.accessibleName() for one in lines)


def test_the_count_of_a_queue_follows_the_work(open_window, case):
    window = open_window("reviewer", route("settings"))

    def waiting() -> int | None:
        return next(one.count for one in window._rail_items if one.to == route("queue", queue="reviewer"))

    assert waiting() == 0
    case.submitted()
    window.desk.changes.announce(frozenset({("dossier", case.dossier_id)}))
    assert waiting() == 1


def test_more_than_a_thousand_is_shown_as_a_cap(open_window):
    window = open_window("reviewer", route("settings"))
    window._rail_items = rail_items(window.desk, [QueueCount(Queue.MINE, 4321, more=False)])
    window._fit_rail()
    mine = next(one for one in window._rail.findChildren(QtWidgets.QAbstractButton) if one.item.count)
    assert mine.accessibleName().endswith(window.desk.words.formats.digits(f"{MOST_SHOWN}+"))


def marked(window) -> list[object]:
    settle()
    lines = window._rail.findChildren(QtWidgets.QAbstractButton)
    return [one.item.to for one in lines if one.isVisible() and one.isChecked()]


def test_a_page_opened_from_a_list_leaves_that_list_marked(open_window, case):
    case.submitted()
    window = open_window("reviewer", route("queue", queue="reviewer"))
    window.go(route("dossier", id=case.dossier_id))
    assert marked(window) == [route("queue", queue="reviewer")]
    window.go(route("settings"))
    assert marked(window) == [route("settings")]
