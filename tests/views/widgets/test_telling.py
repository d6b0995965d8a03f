"""Banners, notices and toasts: what they say, for how long, and who hears it."""

import pytest
from PySide6 import QtCore, QtGui, QtWidgets

from desktop.views.theme.look import put_on
from desktop.views.widgets import toast as toast_module
from desktop.views.widgets.banner import Banner, Banners
from desktop.views.widgets.buttons import Link
from desktop.views.widgets.empty_state import EmptyState
from desktop.views.widgets.notice import Notice
from desktop.views.widgets.toast import Toasts

pytestmark = pytest.mark.usefixtures("worn")


def test_a_banner_acts_by_its_links(qtbot):
    told = []
    banner = Banner("red", "به سرور وصل نشدیم.", [("تلاش دوباره", lambda: told.append("again"))])
    qtbot.addWidget(banner)
    qtbot.mouseClick(banner.findChild(Link), QtCore.Qt.MouseButton.LeftButton)
    assert told == ["again"]
    assert banner.accessibleName() == "به سرور وصل نشدیم."


def test_a_banner_has_at_most_two_links():
    with pytest.raises(ValueError, match="at most 2 links"):
        Banner("blue", "نسخهٔ تازه", [("یک", print), ("دو", print), ("سه", print)])


def test_of_many_banners_two_are_shown_and_a_line_tells_of_the_rest(qtbot):
    banners = Banners()
    qtbot.addWidget(banners)
    made = {name: Banner("amber", name) for name in "abcd"}
    for name, banner in made.items():
        banners.put(name, banner)
    banners.show()
    link = banners.findChildren(Link)[-1]
    assert [banner.isVisible() for banner in made.values()] == [True, True, False, False]
    assert link.text() == "۲ پیام دیگر"
    banners.take("a")
    assert [made[name].isVisible() for name in "bcd"] == [True, True, False]
    qtbot.mouseClick(link, QtCore.Qt.MouseButton.LeftButton)
    assert all(made[name].isVisible() for name in "bcd")


def test_the_same_condition_is_told_once(qtbot):
    banners = Banners()
    qtbot.addWidget(banners)
    banners.put("offline", Banner("amber", "بدون اتصال از ۰۹:۴۸."))
    banners.put("offline", Banner("amber", "بدون اتصال از ۰۹:۵۰."))
    assert [banner.accessibleName() for banner in banners._banners.values()] == ["بدون اتصال از ۰۹:۵۰."]


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_a_long_sentence_makes_a_notice_higher_and_is_not_cut(qtbot, qapp, scale):
    put_on(qapp, scale=scale, still=True)
    notice = Notice("amber", "همین متقاضی یک پروندهٔ ردشده دارد. " * 6)
    qtbot.addWidget(notice)
    assert notice.heightForWidth(300) > 2 * notice.heightForWidth(1200)


def test_an_empty_place_offers_its_one_action(qtbot):
    told = []
    empty = EmptyState("صف شما خالی است.", "برداشتن پروندهٔ بعدی", "Enter", lambda: told.append(1))
    qtbot.addWidget(empty)
    qtbot.mouseClick(empty.button, QtCore.Qt.MouseButton.LeftButton)
    assert told == [1]


@pytest.fixture
def frame(qtbot) -> QtWidgets.QWidget:
    window = QtWidgets.QWidget()
    qtbot.addWidget(window)
    window.resize(900, 600)
    window.show()
    return window


@pytest.fixture
def toasts(frame) -> Toasts:
    return Toasts(frame, "واگرد")


def test_a_toast_lies_at_the_bottom_start_and_is_announced(toasts, frame, monkeypatch):
    said = []
    monkeypatch.setattr(toast_module, "announce", lambda _widget, sentence: said.append(sentence))
    toasts.show_toast("پرونده ارجاع شد.")
    assert said == ["پرونده ارجاع شد."]
    assert toasts.geometry().right() > 880  # right to left
    assert 500 < toasts.geometry().bottom() < 570
    frame.resize(1200, 700)
    toasts.place()
    assert toasts.geometry().right() > 1180


def test_a_toast_goes_when_its_time_is_over(toasts, qtbot):
    toasts.show_toast("پرونده ارجاع شد.", None, 0)
    qtbot.waitUntil(lambda: not toasts.toasts(), timeout=2000)
    assert not toasts.isVisible()


def test_undo_undoes_the_newest_that_can_be_undone_once(toasts):
    told = []
    toasts.show_toast("یک", lambda: told.append("one"))
    toasts.show_toast("دو", lambda: told.append("two"))
    toasts.show_toast("سه")
    assert [toasts.undo(), toasts.undo(), toasts.undo()] == [True, True, False]
    assert told == ["two", "one"]


def test_at_most_three_are_shown(toasts):
    for number in range(5):
        toasts.show_toast(str(number))
    assert len(toasts.toasts()) == 3


def test_its_time_stands_still_while_somebody_points_at_it(toasts):
    toasts.show_toast("یک", print)
    toast = toasts.toasts()[0]
    at = QtCore.QPointF(5, 5)
    QtWidgets.QApplication.sendEvent(toast, QtGui.QEnterEvent(at, at, at))
    assert not toast.is_counting
    QtWidgets.QApplication.sendEvent(toast, QtCore.QEvent(QtCore.QEvent.Type.Leave))
    assert toast.is_counting


def test_its_time_stands_still_while_the_keyboard_is_in_it(toasts):
    toasts.show_toast("یک", print)
    toast = toasts.toasts()[0]
    button = toast.findChildren(QtWidgets.QPushButton)[0]
    button.setFocus()
    QtWidgets.QApplication.sendEvent(button, QtGui.QFocusEvent(QtCore.QEvent.Type.FocusIn))
    assert not toast.is_counting
