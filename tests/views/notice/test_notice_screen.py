"""The notice by keyboard and by mouse: read, mended, sent, taken back; what stands in the way is said."""

import pytest
from PySide6 import QtCore

from desktop.models.vocabulary import Language, Verdict
from desktop.services.notice_desk import notice_desk
from desktop.services.people import actor_named
from desktop.services.review import checklist_of, drafts_of, judge
from desktop.services.timeline import timeline_of
from desktop.services.unit_of_work import reading
from desktop.views.letters.printing import FILE
from desktop.views.navigation import route
from desktop.views.notice.screen import GO_ON, SEND, NoticeScreen
from desktop.views.widgets.notice import Notice
from tests.builders.certificate_shelf import settle

KEY = QtCore.Qt.Key
LEFT = QtCore.Qt.MouseButton.LeftButton
CONTROL = QtCore.Qt.KeyboardModifier.ControlModifier
BLURRED = "تصویر خوانا نیست؛ تصویری تازه بفرستید."


@pytest.fixture
def staged(on_stage, case):
    """The notice of the case on the stage."""
    return lambda username="reviewer", **named: on_stage(
        NoticeScreen, route("notice", id=case.dossier_id, **named), username
    )


@pytest.fixture
def judged(case):
    """Under review, two items rejected."""
    return case.submitted().claimed().judged(B4=BLURRED, O2=BLURRED)


def remark_of(case, code) -> str:
    with reading(case.office) as session:
        return next(row.remark for row in checklist_of(session, case.dossier_id) if row.code == code)


def write(screen, code, text):
    """Write a remark as a person does: into its field."""
    field = screen.list.cards[code].field
    field.setFocus()
    field.setPlainText(text)
    return field


def test_the_letter_stands_beside_its_items_as_it_will_be_printed(qtbot, staged, judged):
    screen = staged().screen
    assert list(screen.list.cards) == ["O2", "B4"]
    qtbot.waitUntil(lambda: screen.letter.pane.canvas.shown_page == 1, timeout=15_000)
    with reading(judged.office) as session:
        assert not [one for one in timeline_of(session, judged.dossier_id) if "letter" in one.tag]


def test_a_remark_is_mended_and_the_letter_says_it_at_once(qtbot, staged, judged):
    screen = staged().screen
    before, better = screen.letter.pdf, BLURRED + " مهر شرکت هم خوانا باشد."
    write(screen, "B4", better)
    card = screen.list.cards["B4"]
    assert card._state.text() == "هنوز در نامه نیست"
    screen.letter.pane.canvas.setFocus()
    settle()
    assert remark_of(judged, "B4") == better
    assert card._state.text() == "در نامه آمده است"
    assert screen.letter.pdf != before


def test_what_is_typed_is_kept_as_a_draft_when_the_page_closes(staged, judged):
    screen = staged().screen
    write(screen, "B4", "نیمه‌کاره مانده است اینجا")
    screen.close_screen()
    with reading(judged.office) as session:
        drafts = drafts_of(session, actor_named(session, "reviewer", judged.now), judged.dossier_id)
    assert drafts["B4"] == (None, "نیمه‌کاره مانده است اینجا")
    again = staged().screen
    assert again.list.cards["B4"].field.toPlainText() == "نیمه‌کاره مانده است اینجا"
    assert again.presenter.remarks.is_pending("B4")


@pytest.mark.requirement("C-03")
def test_doubts_are_named_beside_the_remark_and_refuse_nothing(staged, judged):
    stage = staged()
    write(stage.screen, "B4", "مدیرعامل شرکت، با کد ملی ۰۴۹۹۳۷۰۸۹۹، مشکوک است")
    doubts = [one.doubt for one in stage.screen.presenter.remarks.doubts("B4")]
    assert doubts == ["internal_word", "whole_number", "role_unfit"]
    assert stage.screen.list.cards["B4"]._doubts.count() == 3
    assert stage.screen.send.isEnabled()


def test_an_empty_remark_holds_the_notice_back(qtbot, staged, judged):
    stage = staged()
    write(stage.screen, "B4", "  ")
    qtbot.keyClick(stage.screen.list.cards["B4"].field, KEY.Key_Return, CONTROL)
    assert stage.screen.dialog is None
    assert stage.screen.list.cards["B4"]._error.isVisible()
    assert stage.screen.list.cards["B4"].field.hasFocus()
    assert judged.status == "under_review"


def test_sending_asks_first_puts_everything_into_the_letter_and_can_be_undone(qtbot, staged, judged):
    stage = staged()
    screen = stage.screen
    undos = []
    screen.desk.messages.told.connect(lambda _sentence, undo, _seconds: undos.append(undo))
    better = BLURRED + " رنگی باشد."
    field = write(screen, "B4", better)
    qtbot.keyClick(field, KEY.Key_Return, CONTROL)
    assert remark_of(judged, "B4") == better
    assert judged.status == "under_review"
    screen.dialog.buttons[SEND].click()
    settle()
    assert judged.status == "deficient"
    assert "۸ ثانیهٔ دیگر" in stage.told[-1]
    undos[-1]()
    assert judged.status == "under_review"


def test_going_on_reviewing_sends_nothing(qtbot, staged, judged):
    screen = staged().screen
    qtbot.mouseClick(screen.send, LEFT)
    screen.dialog.buttons[GO_ON].click()
    assert judged.status == "under_review"


def test_unjudged_items_stand_in_red_on_top_and_the_dialogs_safe_side_has_the_keyboard(qtbot, staged, case):
    case.submitted().claimed()
    case.by("reviewer", judge, case.dossier_id, "B4", Verdict.REJECTED, BLURRED)
    screen = staged().screen
    (red,) = [one for one in screen.list.findChildren(Notice) if one._family == "red"]
    assert red.isVisible()
    qtbot.keyClick(screen.list, KEY.Key_Return, CONTROL)
    settle()
    assert screen.dialog.focusWidget() is screen.dialog.buttons[GO_ON]


@pytest.mark.requirement("X-06")
def test_what_is_open_from_an_earlier_round_is_marked(staged, judged):
    judged.step("announce_deficiency").later(days=2).resubmitted().claimed()
    screen = staged().screen
    items = {item.row.code: item for item in screen.presenter.notice.items}
    assert {code: item.open_since for code, item in items.items()} == {"O2": 1, "B4": 1}
    assert all(not item.is_confirmed for item in items.values())


def test_with_the_applicant_the_sent_letter_is_read_and_nothing_can_be_changed(staged, judged):
    judged.step("announce_deficiency")
    sent_at = judged.now
    judged.later(days=3)
    screen = staged().screen
    assert all(card.field is None for card in screen.list.cards.values())
    assert not screen.send.isVisible()
    assert "فرستاده شد" in screen.presenter.condition()
    assert screen.letter.pdf
    later = screen.letter.pdf
    judged.now = sent_at
    assert staged().screen.letter.pdf == later


def test_a_colleague_looks_and_is_told_why_he_cannot_send(qtbot, staged, judged):
    stage = staged("colleague")
    assert "کارشناس نخست" in stage.screen.presenter.condition()
    qtbot.keyClick(stage.screen.list, KEY.Key_Return, CONTROL)
    assert stage.screen.dialog is None
    assert stage.refused
    assert not stage.screen.send.isEnabled()


def test_a_newer_state_of_the_dossier_is_not_overwritten(qtbot, staged, judged):
    stage = staged()
    stage.screen.presenter.prepare()
    judged.step("announce_deficiency")
    stage.screen.dialog.buttons[SEND].click()
    settle()
    assert stage.refused


def test_nothing_rejected_is_said_in_place(staged, case):
    case.submitted().claimed().judged()
    screen = staged().screen
    assert screen.letter.reason == "تا بندی رد نشود، نامه‌ای نیست."
    assert not screen.send.isEnabled()


def test_the_letter_is_printed_into_a_file_and_the_journal_knows(
    qtbot, staged, judged, tmp_path, monkeypatch
):
    screen = staged().screen
    monkeypatch.setattr(screen.printing, "ask_file", lambda _name: tmp_path / "notice.pdf")
    qtbot.keyClick(screen.list, KEY.Key_P, CONTROL)
    screen.printing.dialog.buttons[FILE].click()
    settle()
    assert (tmp_path / "notice.pdf").read_bytes().startswith(b"%PDF")
    with reading(judged.office) as session:
        assert [one.tag for one in timeline_of(session, judged.dossier_id)].count(
            "dossier:letter:printed"
        ) == 1


def test_another_letter_of_the_dossier_is_only_read(staged, judged):
    screen = staged(letter="commitment_letter").screen
    assert screen.letter.pdf
    assert screen.decision_bar() is None
    assert [command.code for command in screen.commands()] == ["print", "back"]


def test_a_document_is_opened_beside_its_item(qtbot, staged, judged):
    stage = staged()
    card = stage.screen.list.cards["O2"]
    card.document_wanted.emit("O2")
    assert stage.gone[-1].get("item") == "O2"


def test_a_ready_reason_is_written_into_the_remark(staged, judged):
    with reading(judged.office) as session:
        desk = notice_desk(session, actor_named(session, "reviewer", judged.now), judged.dossier_id)
    ready = desk.page.guide.reasons_for("B4")[0].text[Language.PERSIAN]
    screen = staged().screen
    card = screen.list.cards["B4"]
    card.field.clear()
    card._canned.open()
    card._canned.put(ready)
    assert card.field.toPlainText() == ready
