"""Work on many dossiers: marked by key and mouse, looked at first, done one by one with a result for each."""

from PySide6 import QtCore, QtWidgets

from desktop.models.vocabulary import Role
from desktop.services import claims, notes
from desktop.services.people import actor_named, add_person
from desktop.services.queues import QueueQuery, queue_ids
from desktop.services.unit_of_work import reading, run
from desktop.views.queue.bulk_results import BulkResults
from desktop.views.widgets.dialog import Dialog
from tests.builders.dossier_rows import NOW
from tests.builders.lists import HELD, STANDING
from tests.views.queue.conftest import settle

KEY = QtCore.Qt.Key
LEFT = QtCore.Qt.MouseButton.LeftButton
SHIFT = QtCore.Qt.KeyboardModifier.ShiftModifier
CTRL = QtCore.Qt.KeyboardModifier.ControlModifier
MINE = HELD - STANDING


def press(qtbot, stage, key, held=QtCore.Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(stage.screen.rows, key, held)
    settle()


def open_dialog():
    shown = [one for one in QtWidgets.QApplication.topLevelWidgets() if isinstance(one, Dialog)]
    return next(one for one in reversed(shown) if one.isVisible())


def answer(qtbot, code, reason=""):
    asked = open_dialog()
    if reason:
        asked._field.setPlainText(reason)
    qtbot.mouseClick(asked.buttons[code], LEFT)
    settle()


def held_by(desk, username):
    with reading(desk.database) as session:
        return list(queue_ids(session, actor_named(session, username, NOW), QueueQuery("mine")))


def test_x_marks_and_the_bar_says_how_many(qtbot, staged):
    stage = staged("mine")
    bar = stage.screen.bar
    assert not bar.isVisible()
    press(qtbot, stage, KEY.Key_X)
    assert bar.isVisible()
    assert bar.count.text() == "۱ پرونده انتخاب شده است"
    press(qtbot, stage, KEY.Key_X)
    assert not bar.isVisible()


def test_shift_x_marks_the_stretch_between(qtbot, staged):
    stage = staged("mine")
    press(qtbot, stage, KEY.Key_X)
    for _ in range(3):
        press(qtbot, stage, KEY.Key_J)
    press(qtbot, stage, KEY.Key_X, SHIFT)
    assert stage.screen.marking.ids() == list(stage.screen.presenter.pages.ids[:4])


def test_ctrl_a_marks_all_and_says_that_it_is_not_only_what_is_seen(qtbot, staged):
    stage = staged("mine", height=500)
    press(qtbot, stage, KEY.Key_A, CTRL)
    assert stage.screen.marking.count == MINE
    assert stage.screen.bar.hint.text().startswith("همهٔ ۲۴ پرونده، نه فقط")


def test_esc_takes_the_marks_away_before_it_leads_back(qtbot, staged):
    stage = staged("mine")
    went_back = []
    stage.screen.desk.went_back.connect(lambda: went_back.append(True))
    press(qtbot, stage, KEY.Key_X)
    press(qtbot, stage, KEY.Key_Escape)
    assert stage.screen.marking.count == 0
    assert went_back == []
    press(qtbot, stage, KEY.Key_Escape)
    assert went_back == [True]


def test_marks_go_when_another_list_is_asked_for(qtbot, staged):
    stage = staged("mine")
    press(qtbot, stage, KEY.Key_X)
    stage.screen.list.head.facet_chosen.emit(stage.screen.presenter.asked.facet)
    settle()
    assert stage.screen.marking.count == 0


def test_marked_dossiers_are_released_one_by_one(qtbot, staged):
    stage = staged("mine")
    desk = stage.screen.desk
    press(qtbot, stage, KEY.Key_X)
    press(qtbot, stage, KEY.Key_J)
    press(qtbot, stage, KEY.Key_X)
    marked = stage.screen.marking.ids()
    qtbot.mouseClick(stage.screen.bar.buttons["release"], LEFT)
    settle()
    assert open_dialog().windowTitle() == "۲ پرونده رها شود؟"
    answer(qtbot, "release")
    assert set(marked).isdisjoint(held_by(desk, "sara"))
    assert stage.told[-1] == "برای ۲ پرونده انجام شد."
    assert stage.screen.marking.count == 0
    assert desk.jobs.jobs[0].title == "رها کردن ۲ پرونده"


def test_what_is_not_mine_is_told_before_and_stays(qtbot, staged):
    stage = staged("all")
    mine, other = STANDING + 1, HELD + 5
    stage.screen.rows.marks.mark([mine, other])
    stage.screen.marking.changed.emit()
    stage.screen.claim()
    settle()
    said = [label.text() for label in open_dialog().findChildren(QtWidgets.QLabel)]
    assert "۱ پرونده در دست شما نیست و می‌ماند." in said
    answer(qtbot, "release")
    assert mine not in held_by(stage.screen.desk, "sara")


def test_when_none_is_mine_nothing_is_asked(qtbot, staged):
    stage = staged("unclaimed")
    press(qtbot, stage, KEY.Key_X)
    press(qtbot, stage, KEY.Key_U)
    assert stage.refused == ["هیچ‌یک از پرونده‌های انتخاب‌شده در دست شما نیست."]


def test_marked_dossiers_are_referred_to_one_colleague(qtbot, staged, seat_at):
    desk = seat_at("sara")
    run(desk.database, add_person, "nima", "نیما سحابی", {Role.REVIEWER}, NOW)
    stage = staged("mine", desk=desk)
    press(qtbot, stage, KEY.Key_A, CTRL)
    press(qtbot, stage, KEY.Key_S)
    assert open_dialog().windowTitle() == "ارجاع ۲۴ پرونده"
    answer(qtbot, "refer", "مرخصی")
    assert held_by(desk, "sara") == []
    assert len(held_by(desk, "nima")) == MINE


def test_each_refusal_is_told_with_its_dossier(qtbot, staged, monkeypatch):
    stage = staged("mine")
    press(qtbot, stage, KEY.Key_X)
    press(qtbot, stage, KEY.Key_J)
    press(qtbot, stage, KEY.Key_X)
    first = stage.screen.marking.ids()[0]
    stage.screen.bulk.release(stage.screen.marking.ids())
    settle()
    # Between the question and the answer somebody else has put one of them back.
    with reading(stage.screen.desk.database) as session:
        sara = actor_named(session, "sara", NOW)
    run(stage.screen.desk.database, claims.release, sara, first)
    answer(qtbot, "release")
    results = open_dialog()
    assert isinstance(results, BulkResults)
    assert len(results.lines) == 2
    said = " ".join(label.text() for label in results.lines[0].findChildren(QtWidgets.QLabel))
    assert f"{first:05}" in said.translate(str.maketrans("۰۱۲۳۴۵۶۷۸۹", "0123456789"))
    answer(qtbot, "close")


def test_one_note_is_written_into_all_marked(qtbot, staged):
    stage = staged("mine")
    press(qtbot, stage, KEY.Key_X)
    press(qtbot, stage, KEY.Key_J)
    press(qtbot, stage, KEY.Key_X)
    marked = stage.screen.marking.ids()
    press(qtbot, stage, KEY.Key_N)
    answer(qtbot, "keep", "با هم بررسی شود.")
    with reading(stage.screen.desk.database) as session:
        written = [note.text for one in marked for note in notes.notes_of(session, one)]
    assert written == ["با هم بررسی شود."] * 2


def test_too_many_at_once_are_refused_with_the_number_that_may_be(qtbot, staged, monkeypatch):
    monkeypatch.setattr("desktop.views.queue.bulk_bar.ALL_AT_ONCE", 3)
    monkeypatch.setattr("desktop.views.queue.screen.ALL_AT_ONCE", 3)
    stage = staged("mine")
    press(qtbot, stage, KEY.Key_A, CTRL)
    assert not stage.screen.bar.buttons["refer"].isEnabled()
    press(qtbot, stage, KEY.Key_N)
    assert stage.refused == ["یک‌باره تا ۳ پرونده می‌شود."]
