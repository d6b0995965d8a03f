"""The window around the screens: the way between them, what it keeps, what it refuses, how it closes."""

import pytest
from PySide6 import QtCore, QtWidgets

from desktop.models.errors import RuleBroken
from desktop.models.vocabulary import Language
from desktop.views.jobs import JobState
from desktop.views.keys import belongs_to_widget
from desktop.views.navigation import route
from desktop.views.registry import SCREENS, Entry
from desktop.views.screen import Screen
from desktop.views.settings.key_settings import KeyButton
from desktop.views.shell.looks import choose
from desktop.views.theme.look import look
from desktop.views.widgets.dialog import Dialog
from tests.builders.windows import opened, settle

KEY = QtCore.Qt.Key
CONTROL, ALT, SHIFT = (
    QtCore.Qt.KeyboardModifier.ControlModifier,
    QtCore.Qt.KeyboardModifier.AltModifier,
    QtCore.Qt.KeyboardModifier.ShiftModifier,
)


class Faulty(Screen):
    """A screen that cannot be made."""

    code = "settings"
    error: Exception = ZeroDivisionError("planted")

    def __init__(self, desk, to) -> None:
        super().__init__(desk, to)
        raise self.error


@pytest.fixture
def faulty_screen(monkeypatch):
    """Put a screen that raises when it is made in the place of the register of certificates."""

    def plant(error: Exception) -> None:
        monkeypatch.setattr(Faulty, "error", error)
        monkeypatch.setattr(Entry, "screen_class", lambda _: Faulty)

    return plant


def here(window) -> str:
    return window.screen_shown.route.screen


def said(window) -> list[str]:
    """The toasts that are shown."""
    return [
        label.text()
        for toast in window.panels._toasts.toasts()
        for label in toast.findChildren(QtWidgets.QLabel)
    ]


def typed_filter(window) -> str:
    return window.screen_shown.field.text()


def test_the_way_back_finds_the_place_as_it_was_left(open_window, case, qtbot):
    window = open_window("administrator", route("staff"))
    rows = window.screen_shown.list
    rows.setFocus()
    qtbot.keyClick(rows, KEY.Key_J)
    qtbot.keyClick(rows, KEY.Key_J)
    chosen = rows.chosen_key
    window.go(route("settings"))
    settle()
    qtbot.keyClick(window.screen_shown, KEY.Key_Escape)
    settle()
    assert here(window) == "staff"
    assert window.screen_shown.list.chosen_key == chosen
    qtbot.keyClick(window.screen_shown.list, KEY.Key_Left, ALT)
    assert here(window) == "settings"


def test_escape_at_the_first_place_stays_there(open_window, qtbot):
    window = open_window("administrator", route("settings"))
    qtbot.keyClick(window.screen_shown, KEY.Key_Escape)
    assert here(window) == "settings"


def test_the_rail_leads_to_a_screen_and_marks_it(open_window, qtbot):
    window = open_window("administrator", route("settings"))
    buttons = window._rail.findChildren(QtWidgets.QAbstractButton)
    people = next(one for one in buttons if one.text() == window.desk.words.of("shell")("screen.staff"))
    qtbot.mouseClick(people, QtCore.Qt.MouseButton.LeftButton)
    settle()
    assert here(window) == "staff"
    marked = [one.text() for one in window._rail.findChildren(QtWidgets.QAbstractButton) if one.isChecked()]
    assert marked == [people.text()]


@pytest.mark.parametrize(
    ("username", "screen"),
    [("reviewer", "approval"), ("manager", "papers"), ("officer", "staff"), ("clerk", "journal")],
)
def test_a_screen_of_another_role_is_refused_in_words(open_window, username, screen):
    window = open_window(username, route("settings"))
    window.desk.go(route(screen))
    assert here(window) == "settings"
    assert window.desk.words.of("shell")(f"screen.{screen}") in said(window)[0]


def test_the_rail_offers_only_what_its_person_may_open(open_window):
    window = open_window("officer", route("settings"))
    offered = {one.to.screen for one in window._rail_items}
    closed = {name for name, entry in SCREENS.items() if not entry.roles & set(window.desk.person.roles)}
    assert "papers" in offered
    assert offered.isdisjoint(closed)


def test_a_fault_of_a_screen_leaves_the_person_where_he_is(open_window, faulty_screen, qtbot):
    window = open_window("administrator", route("settings"))
    window.screen_shown.field.setText("زبان")
    faulty_screen(ZeroDivisionError("planted"))
    window.desk.go(route("certificates"))
    dialog = opened(Dialog)
    assert dialog.windowTitle() == window.desk.words.of("shell")("fault_title")
    qtbot.mouseClick(dialog.buttons["close"], QtCore.Qt.MouseButton.LeftButton)
    assert (here(window), typed_filter(window)) == ("settings", "زبان")
    assert not window.history.may_go_back()


def test_what_a_screen_is_refused_while_opening_is_said_without_a_dialog(open_window, faulty_screen):
    window = open_window("administrator", route("settings"))
    faulty_screen(RuleBroken("sign_in.empty"))
    window.desk.go(route("certificates"))
    assert opened(Dialog) is None
    assert said(window) == [window.desk.words.error(RuleBroken("sign_in.empty"))]
    assert here(window) == "settings"


def test_the_way_back_to_a_screen_that_fails_leaves_the_history_as_it_was(open_window, faulty_screen):
    window = open_window("administrator", route("staff"))
    window.go(route("settings"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Entry, "screen_class", lambda _: Faulty)
        window.back()
    assert here(window) == "settings"
    opened(Dialog).close()
    window.back()
    assert here(window) == "staff"


@pytest.mark.parametrize("language", [Language.ARABIC, Language.ENGLISH])
def test_another_language_keeps_the_place_and_what_was_typed(open_window, language):
    window = open_window("administrator", route("settings"))
    window.screen_shown.field.setText("a")
    choose(window.desk, "language", language.value)
    settle()
    assert (here(window), typed_filter(window)) == ("settings", "a")
    assert window.screen_shown.title() == window.desk.words.of("settings")("title")
    assert window.desk.words.language is language
    assert look().rtl == (language is Language.ARABIC)
    assert window.layoutDirection() == QtWidgets.QApplication.layoutDirection()


def test_another_theme_and_size_of_text_keep_the_place_too(open_window):
    window = open_window("administrator", route("settings"))
    window.screen_shown.field.setText("a")
    bar = window.top.height()
    choose(window.desk, "theme", "dark")
    choose(window.desk, "scale", 1.5)
    settle()
    assert look().is_dark
    assert window.top.height() == pytest.approx(bar * 1.5, abs=1)
    assert (here(window), typed_filter(window)) == ("settings", "a")


def test_looks_are_remembered_for_the_next_time(open_window):
    choose(open_window("administrator", route("settings")).desk, "theme", "dark")
    open_window("reviewer", route("settings"))
    assert not look().is_dark
    open_window("administrator", route("settings"))
    assert look().is_dark


def test_f6_goes_through_the_panes_both_ways(open_window, qtbot, case):
    case.submitted().claimed()
    window = open_window("reviewer", route("dossier", id=case.dossier_id))
    panes = [pane for pane in window.screen_shown.panes() if pane.isVisible()]
    assert len(panes) > 1

    def pane_with_keyboard() -> int:
        focus = QtWidgets.QApplication.focusWidget()
        return next(n for n, pane in enumerate(panes) if pane is focus or pane.isAncestorOf(focus))

    visited = []
    for _ in range(len(panes) + 1):
        qtbot.keyClick(QtWidgets.QApplication.focusWidget(), KEY.Key_F6)
        visited.append(pane_with_keyboard())
    assert set(visited) == set(range(len(panes)))
    qtbot.keyClick(QtWidgets.QApplication.focusWidget(), KEY.Key_F6, SHIFT)
    assert pane_with_keyboard() == visited[-2]


def test_letters_can_be_switched_off_while_control_keys_stay(open_window, qtbot):
    window = open_window("administrator", route("staff"))
    window.desk.preferences.set("letters_act", False)
    rows = window.screen_shown.list
    before = rows.chosen_key
    rows.setFocus()
    qtbot.keyClicks(rows, "jj")
    assert rows.chosen_key == before
    qtbot.keyClick(rows, KEY.Key_B, CONTROL)
    assert window._rail.collapsed
    window.desk.preferences.set("letters_act", True)
    qtbot.keyClicks(rows, "j")
    assert rows.chosen_key != before


def test_a_command_that_is_closed_says_why(open_window, qtbot, case):
    case.submitted()
    window = open_window("auditor", route("dossier", id=case.dossier_id))
    closed = next(one for one in window.commands() if one.code == "accept")
    qtbot.keyClick(window.screen_shown.first_focus(), KEY.Key_1)
    assert said(window) == [closed.why_not()]


def test_a_key_that_was_given_another_place_acts_there(open_window, qtbot):
    window = open_window("administrator", route("settings"))
    button = next(one for one in window.findChildren(KeyButton) if one.text() == "J")
    qtbot.mouseClick(button, QtCore.Qt.MouseButton.LeftButton)
    qtbot.keyClick(button, KEY.Key_Z)
    assert button.text() == "Z"
    window.go(route("staff"))
    rows = window.screen_shown.list
    before = rows.chosen_key
    rows.setFocus()
    qtbot.keyClick(rows, KEY.Key_J)
    assert rows.chosen_key == before
    qtbot.keyClick(rows, KEY.Key_Z)
    assert rows.chosen_key != before


def test_escape_while_a_key_is_awaited_leaves_the_key_and_the_place(open_window, qtbot):
    open_window("administrator", route("staff"))
    window = open_window("administrator", route("staff"))
    window.go(route("settings"))
    button = next(one for one in window.findChildren(KeyButton) if one.text() == "J")
    qtbot.mouseClick(button, QtCore.Qt.MouseButton.LeftButton)
    qtbot.keyClick(button, KEY.Key_Escape)
    assert (here(window), button.text()) == ("settings", "J")


@pytest.mark.parametrize("chord", ["Ctrl+Z", "Ctrl+A", "Ctrl+C", "Ctrl+V", "Ctrl+X"])
def test_editing_keys_mean_the_text_that_is_written(qapp, chord):
    assert belongs_to_widget(chord, QtWidgets.QPlainTextEdit())
    assert not belongs_to_widget(chord, QtWidgets.QListView())


def test_a_running_job_is_asked_about_before_the_window_closes(open_window, qtbot, monkeypatch):
    window = open_window("administrator", route("settings"))
    job = window.desk.jobs.prepare("آزمودن رد ممیزی")
    monkeypatch.setattr(Dialog, "ask", lambda _: "wait")
    assert not window.close()
    assert (job.cancel_asked, window.isVisible()) == (False, True)
    monkeypatch.setattr(Dialog, "ask", lambda _: "stop")
    assert window.close()
    assert job.cancel_asked


def test_a_job_that_is_stopped_ends_at_its_next_step(open_window, case):
    window, done = open_window("administrator", route("settings")), []

    def steps(database, acting):
        for number in range(5):
            done.append(number)
            window.desk.jobs.cancel(window.desk.jobs.jobs[0])
            yield None

    window.desk.long("کار", steps, done.append)
    assert (done, window.desk.jobs.jobs[0].state) == ([0], JobState.CANCELLED)


def test_closing_brings_typed_text_to_safety(open_window, monkeypatch):
    window, closed = open_window("administrator", route("settings")), []
    monkeypatch.setattr(type(window.screen_shown), "close_screen", lambda _: closed.append("safe"))
    window.close()
    assert closed == ["safe"]
