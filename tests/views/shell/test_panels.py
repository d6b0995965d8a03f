"""What lies over the screens: toasts with their undo, banners, jobs, news, the person's menu, faults."""

import pytest
from PySide6 import QtCore, QtGui, QtWidgets

from desktop.models.errors import Unavailable
from desktop.models.vocabulary import Language
from desktop.views.navigation import route
from desktop.views.shell.jobs_panel import JobLine, JobsPanel
from desktop.views.shell.person_menu import PersonMenu
from desktop.views.widgets.buttons import Link, QuietButton
from desktop.views.widgets.dialog import Dialog
from tests.builders.windows import opened, settle

KEY, LEFT = QtCore.Qt.Key, QtCore.Qt.MouseButton.LeftButton
CONTROL, SHIFT = QtCore.Qt.KeyboardModifier.ControlModifier, QtCore.Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def window(open_window):
    return open_window("administrator", route("settings"))


@pytest.fixture
def job(window, monkeypatch):
    """A job that runs; the window that asks about it at the end of the test is told to stop it."""
    running = window.desk.jobs.prepare("راستی‌آزمایی رد ممیزی")
    running.done, running.total = 3, 12
    monkeypatch.setattr(Dialog, "ask", lambda _: "stop")
    return running


def sentences(window) -> list[str]:
    toasts = window.panels._toasts.toasts()
    return [label.text() for toast in toasts for label in toast.findChildren(QtWidgets.QLabel)]


def test_z_undoes_what_was_told_last_and_only_once(window, qtbot):
    undone = []
    window.desk.tell("پرونده واگذار شد", lambda: undone.append("first"))
    window.desk.tell("یادداشت ثبت شد")
    qtbot.keyClick(window.screen_shown, KEY.Key_Z)
    qtbot.keyClick(window.screen_shown, KEY.Key_Z)
    assert undone == ["first"]
    assert sentences(window) == ["یادداشت ثبت شد"]


def test_control_z_undoes_an_act_but_in_a_field_the_writing(window, qtbot):
    undone = []
    window.desk.tell("پرونده واگذار شد", lambda: undone.append("act"))
    field = window.screen_shown.field
    field.setFocus()
    qtbot.keyClicks(field, "abc")
    qtbot.keyClick(field, KEY.Key_Z, CONTROL)
    assert (undone, field.text()) == ([], "")
    window.screen_shown.setFocus()
    qtbot.keyClick(window.screen_shown, KEY.Key_Z, CONTROL)
    assert undone == ["act"]


def test_the_undo_of_a_toast_can_be_pressed(window, qtbot):
    undone = []
    window.desk.tell("پرونده واگذار شد", lambda: undone.append("act"))
    (toast,) = window.panels._toasts.toasts()
    button = next(one for one in toast.findChildren(QuietButton) if one.text())
    qtbot.mouseClick(button, LEFT)
    assert (undone, sentences(window)) == (["act"], [])


def test_no_more_than_three_toasts_stand_over_the_window(window):
    for number in range(5):
        window.desk.tell(f"کار {number}")
    assert sentences(window) == ["کار 2", "کار 3", "کار 4"]


def test_what_is_unavailable_stands_in_a_banner_until_it_is_tried_again(window, qtbot, monkeypatch):
    read = []
    monkeypatch.setattr(type(window.screen_shown), "refresh", lambda _: read.append("again"))
    window.desk.messages.show(Unavailable("database.locked"))
    window.desk.messages.show(Unavailable("database.locked"))
    (banner,) = window.banners._banners.values()
    assert banner.accessibleName() == window.desk.words.error(Unavailable("database.locked"))
    again = next(one for one in banner.findChildren(Link) if one.text() == window._text("again"))
    qtbot.mouseClick(again, LEFT)
    assert (read, window.banners._banners) == (["again"], {})


def test_faults_one_after_the_other_open_one_dialog(window, qtbot):
    for number in range(3):
        window.desk.messages.fault.emit(ValueError(number))
    dialogs = [one for one in QtWidgets.QApplication.topLevelWidgets() if isinstance(one, Dialog)]
    assert len([one for one in dialogs if one.isVisible()]) == 1
    opened(Dialog).close()
    settle()
    window.desk.messages.fault.emit(ValueError("later"))
    assert opened(Dialog) is not None
    opened(Dialog).close()


def test_jobs_open_by_key_with_how_far_they_are_and_can_be_stopped(window, qtbot, job):
    qtbot.keyClick(window.screen_shown, KEY.Key_J, CONTROL | SHIFT)
    panel = window.findChild(JobsPanel)
    assert panel.isVisible()
    (line,) = panel.findChildren(JobLine)
    said = [label.text() for label in line.findChildren(QtWidgets.QLabel)]
    assert said == ["راستی‌آزمایی رد ممیزی", window._text("job_progress", done=3, total=12)]
    qtbot.mouseClick(line.findChild(QuietButton), LEFT)
    assert job.cancel_asked
    qtbot.keyClick(QtWidgets.QApplication.focusWidget(), KEY.Key_J, CONTROL | SHIFT)
    assert not panel.isVisible()


def test_the_persons_menu_changes_the_language(window, qtbot):
    qtbot.mouseClick(window.top.person, LEFT)
    menu = next(one for one in QtWidgets.QApplication.topLevelWidgets() if isinstance(one, PersonMenu))
    english = next(one for one in menu.findChildren(QtGui.QAction) if one.text() == "English")
    english.trigger()
    menu.close()
    settle()
    assert window.desk.words.language is Language.ENGLISH
    assert window.screen_shown.title() == "Settings"


def test_the_persons_menu_lets_somebody_leave(window, qtbot):
    menu = PersonMenu(window)
    leave = next(one for one in menu.actions() if one.text() == window._text("sign_out"))
    with qtbot.waitSignal(window.desk.signed_out):
        leave.trigger()
    menu.close()


def test_a_report_of_a_fault_names_places_and_no_values(window, tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    identity = "1234567891 سارا"
    window.desk.read(lambda *_: int(identity), print)
    (report,) = tmp_path.glob("parvandeh-report-*.txt")
    written = report.read_text(encoding="utf-8")
    assert "ValueError" in written
    assert "1234567891" not in written
    assert opened(Dialog) is not None
    opened(Dialog).close()
