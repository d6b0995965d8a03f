"""What goes wrong outside of the window or in it: a sentence in place, a way on, and no typed text lost."""

import sys

import pytest
from PySide6 import QtCore, QtWidgets

from desktop.models.errors import NotFound, Unavailable
from desktop.models.vocabulary import Language
from desktop.services import database, review
from desktop.services.database import OFFICE_FILE, open_office
from desktop.services.people import actor_named
from desktop.services.unit_of_work import reading
from desktop.views.background import Background, Request
from desktop.views.navigation import route
from desktop.views.program import Program
from desktop.views.shell.panels import UNAVAILABLE
from desktop.views.widgets.banner import Banner
from desktop.views.widgets.buttons import Link, PrimaryButton, SecondaryButton
from desktop.views.widgets.dialog import Dialog
from tests.builders.hindrances import disk_that_takes_nothing, full_disk, somebody_writing
from tests.builders.windows import opened, settle

KEY, LEFT = QtCore.Qt.Key, QtCore.Qt.MouseButton.LeftButton
ITEM, REMARK = "O1", "card not readable"


def verdict_of(case, code: str):
    with reading(case.office) as session:
        return next(row.verdict for row in review.checklist_of(session, case.dossier_id) if row.code == code)


def draft_of(case) -> str | None:
    with reading(case.office) as session:
        drafts = review.drafts_of(session, actor_named(session, "reviewer", case.now), case.dossier_id)
    return drafts[ITEM][1] if ITEM in drafts else None


def banner_of(window) -> Banner | None:
    return window.banners._banners.get(UNAVAILABLE)


def remark_field(window):
    return window.screen_shown.review.checklist.card.box.remark_field


@pytest.fixture
def impatient(case, monkeypatch):
    """An office whose connections do not wait long for others."""
    monkeypatch.setattr(database, "BUSY_MILLISECONDS", 30)
    case.submitted().claimed()
    case.office = open_office(case.office.folder)
    yield case
    case.office.close()


@pytest.fixture
def window(open_window, impatient):
    """The reviewer before his dossier, with the first item of the checklist at hand."""
    window = open_window("reviewer", route("dossier", id=impatient.dossier_id, item=ITEM))
    window.screen_shown.first_focus().setFocus()
    return window


@pytest.fixture
def locked(impatient):
    return lambda: somebody_writing(impatient.office)


@pytest.mark.parametrize("hindrance", ["locked", "dead"])
def test_a_verdict_that_cannot_be_saved_is_said_in_a_banner_and_given_again_later(
    qtbot, window, impatient, hindrance
):
    hindrances = {"locked": lambda: somebody_writing(impatient.office), "dead": disk_that_takes_nothing}
    codes = {"locked": "database.locked", "dead": "disk.failed"}
    qtbot.keyClicks(remark_field(window), REMARK)
    checklist = window.screen_shown.first_focus()
    with hindrances[hindrance]():
        checklist.setFocus()
        qtbot.keyClick(checklist, KEY.Key_1)
        said = banner_of(window).accessibleName()
    assert said.startswith(window.desk.words.error(Unavailable(codes[hindrance], detail=""))[:20])
    assert opened(Dialog) is None
    assert verdict_of(impatient, ITEM) is None
    assert remark_field(window).toPlainText() == REMARK
    again = next(one for one in banner_of(window).findChildren(Link) if one.text() == window._text("again"))
    qtbot.mouseClick(again, LEFT)
    checklist.setFocus()
    window.screen_shown.presenter.review.choose(ITEM)
    qtbot.keyClick(checklist, KEY.Key_1)
    assert verdict_of(impatient, ITEM) is not None
    assert banner_of(window) is None


def test_on_a_full_disk_what_was_saved_stays_and_the_first_verdict_without_room_is_told(
    qtbot, window, impatient
):
    checklist = window.screen_shown.first_focus()
    checklist.setFocus()
    with full_disk(impatient.office, more_pages=0):
        for _ in range(80):
            judged = window.screen_shown.presenter.review.current
            remark_field(window).setPlainText("امضا ندارد. " * 300)
            checklist.setFocus()
            qtbot.keyClick(checklist, KEY.Key_2)
            if banner_of(window) is not None:
                break
            qtbot.keyClick(checklist, KEY.Key_J)
        assert banner_of(window).accessibleName() == window.desk.words.error(Unavailable("disk.full"))
    assert verdict_of(impatient, judged) is None
    assert opened(Dialog) is None


def test_text_typed_while_the_office_is_locked_is_saved_when_it_is_free(qtbot, window, impatient, locked):
    with locked():
        qtbot.keyClicks(remark_field(window), REMARK)
        qtbot.wait(2200)
        assert remark_field(window).toPlainText() == REMARK
        assert draft_of(impatient) is None
    window.close()
    assert draft_of(impatient) == REMARK


def test_what_was_typed_is_there_again_after_the_program_was_killed(
    qtbot, window, impatient, open_window, monkeypatch
):
    qtbot.keyClicks(remark_field(window), REMARK)
    qtbot.waitUntil(lambda: draft_of(impatient) == REMARK, timeout=2000)
    # A program that is killed says nothing and closes nothing.
    monkeypatch.setattr(type(window.screen_shown), "close_screen", lambda _: None)
    window.close()
    after = open_window("reviewer", route("dossier", id=impatient.dossier_id, item=ITEM))
    assert remark_field(after).toPlainText() == REMARK


def test_a_dossier_that_is_not_there_is_said_and_the_window_goes_on(open_window, case):
    window = open_window("reviewer", route("settings"))
    window.desk.go(route("dossier", id=4711))
    settle()
    toasts = window.panels._toasts.toasts()
    said = [label.text() for toast in toasts for label in toast.findChildren(QtWidgets.QLabel)]
    assert said == [window.desk.words.error(NotFound("dossier.unknown"))]
    window.back()
    assert window.screen_shown.route == route("settings")


# --- the program itself


@pytest.fixture
def program(qapp, case, monkeypatch):
    """The program on the case's office, or on another folder; gone afterwards with all it has opened."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    begun: list[Program] = []

    def begin(folder=None, username: str | None = None) -> Program:
        begun.append(Program(qapp, folder or case.office.folder, Language.PERSIAN))
        begun[-1].begin(username)
        settle()
        return begun[-1]

    yield begin
    for one in begun:
        qapp.aboutToQuit.disconnect(one.close)
        for shown in (one.window, one.sign_in):
            if shown is not None:
                shown.close()
                shown.deleteLater()
        one.close()
        one.deleteLater()
    settle()


def sentences(widget) -> list[str]:
    return [label.text() for label in widget.findChildren(QtWidgets.QLabel)]


def test_an_exception_in_a_slot_is_told_and_the_window_goes_on(qtbot, program):
    window = program(username="administrator").window
    window.go(route("settings"))
    settle()
    window.screen_shown.field.setText("زبان")

    def broken() -> None:
        raise ZeroDivisionError("planted")

    QtCore.QTimer.singleShot(0, broken)
    qtbot.waitUntil(lambda: opened(Dialog) is not None)
    dialog = opened(Dialog)
    assert dialog.windowTitle() == window.desk.words.of("shell")("fault_title")
    qtbot.mouseClick(dialog.buttons["close"], LEFT)
    assert window.screen_shown.field.text() == "زبان"
    window.go(route("certificates"))
    assert window.screen_shown.route.screen == "certificates"


def test_a_refusal_in_a_slot_is_told_as_a_refusal(qtbot, program):
    window = program(username="administrator").window

    def refused() -> None:
        raise Unavailable("database.locked")

    QtCore.QTimer.singleShot(0, refused)
    qtbot.waitUntil(lambda: banner_of(window) is not None)
    assert opened(Dialog) is None


@pytest.mark.parametrize("content", [b"", b"this is no database at all" * 400])
def test_what_is_no_office_is_said_on_the_first_page_with_a_way_to_try_again(
    qtbot, program, tmp_path, case, content
):
    folder = tmp_path / "broken"
    folder.mkdir()
    (folder / OFFICE_FILE).write_bytes(content)
    begun = program(folder)
    page = begun.sign_in
    assert page.isVisible()
    assert any(said.strip() for said in sentences(page))
    assert begun.window is None
    if not content:
        return
    (folder / OFFICE_FILE).write_bytes((case.office.folder / OFFICE_FILE).read_bytes())
    qtbot.mouseClick(page.findChild(PrimaryButton), LEFT)
    settle()
    assert page.findChild(QtWidgets.QListWidget).count() > 0


def test_without_an_office_the_first_page_says_how_to_begin(program, tmp_path):
    page = program(tmp_path / "nothing").sign_in
    assert {one.text() for one in page.findChildren(SecondaryButton)} == {page._text("make_new")}


def test_somebody_leaves_and_another_sits_down(qtbot, program):
    begun = program(username="administrator")
    window = begun.window
    window.desk.signed_out.emit()
    settle()
    assert begun.window is None
    assert begun.sign_in.isVisible()
    assert begun.sign_in.enter_as("reviewer")
    settle()
    assert begun.window.desk.person.username == "reviewer"


def test_work_that_was_asked_for_ends_before_the_office_closes(qapp):
    background, done = Background(), []
    for number in range(40):
        background.start(Request(lambda number=number: done.append(number), done.append, done.append))
    background.close()
    assert sorted(done) == list(range(40))
