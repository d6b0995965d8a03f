"""Nothing that was typed is lost: not by a refresh, not by going on, not by closing."""

from PySide6 import QtGui

from desktop.services import review
from desktop.services.people import actor_named
from desktop.services.unit_of_work import reading


def test_a_remark_is_saved_within_two_seconds_and_says_when(qtbot, shown, case):
    screen = shown()
    box = screen.review.checklist.card.box
    qtbot.keyClicks(box.remark_field, "card not readable")
    qtbot.waitUntil(lambda: bool(box._saved.text()), timeout=2000)
    with reading(case.office) as session:
        drafts = review.drafts_of(session, actor_named(session, "reviewer", case.now), case.dossier_id)
    assert drafts["O1"][1] == "card not readable"


def test_a_refresh_leaves_cursor_and_text_where_they_are(qtbot, shown):
    screen = shown()
    box = screen.review.checklist.card.box
    qtbot.keyClicks(box.remark_field, "half a word")
    box.remark_field.moveCursor(QtGui.QTextCursor.MoveOperation.StartOfLine)
    screen.refresh()
    assert screen.review.checklist.card.box is box
    assert box.remark_field.toPlainText() == "half a word"
    assert box.remark_field.textCursor().position() == 0


def test_an_internal_note_half_written_stays_with_its_item(qtbot, shown, desk):
    screen = shown(desk=desk)
    screen.review.checklist.card.box.write_note()
    qtbot.keyClicks(screen.review.checklist.card.box.note_field, "ask the colleague")
    screen.presenter.review.step(1)
    assert screen.review.checklist.card.box.note() == ""
    screen.close_screen()
    again = shown(desk=desk)
    assert again.review.checklist.card.box.note() == "ask the colleague"


def test_closing_the_screen_brings_what_was_typed_to_safety(qtbot, shown, case):
    screen = shown()
    qtbot.keyClicks(screen.review.checklist.card.box.remark_field, "not lost")
    screen.close_screen()
    with reading(case.office) as session:
        drafts = review.drafts_of(session, actor_named(session, "reviewer", case.now), case.dossier_id)
    assert drafts["O1"][1] == "not lost"
