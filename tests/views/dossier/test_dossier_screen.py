"""The review desk as it is used: by keyboard and by mouse, wide and narrow, in three languages."""

import pytest
from PySide6 import QtCore, QtGui, QtWidgets

from desktop.models.vocabulary import Language, Verdict
from desktop.services import claims, review
from desktop.services.people import actor_named
from desktop.services.unit_of_work import reading
from desktop.views.dossier.decision.dialogs import GO
from desktop.views.dossier.review.items import ShownGroup
from desktop.views.theme.look import put_on
from desktop.views.widgets.segmented import verdicts_size
from tests.views.dossier.conftest import LEFT

KEY = QtCore.Qt.Key
SHIFT = QtCore.Qt.KeyboardModifier.ShiftModifier
CONTROL = QtCore.Qt.KeyboardModifier.ControlModifier
NONE = QtCore.Qt.KeyboardModifier.NoModifier
LEFT_BUTTON = QtCore.Qt.MouseButton.LeftButton


def standing(case, code):
    with reading(case.office) as session:
        return next(row for row in review.checklist_of(session, case.dossier_id) if row.code == code)


def the_list(screen):
    return screen.review.checklist.list


def press(qtbot, screen, key, modifier=NONE):
    the_list(screen).setFocus()
    qtbot.keyClick(the_list(screen), key, modifier)


def row_rect(screen, code):
    view = the_list(screen)
    return view.visualRect(view.table.place_of(code))


def told(window):
    said = []
    window.desk.messages.told.connect(lambda sentence, *_: said.append(sentence))
    return said


def refused(window):
    said = []
    window.desk.messages.refused.connect(said.append)
    return said


# --- what is seen


def test_the_head_says_what_where_until_when_and_in_whose_hands(shown):
    screen = shown()
    words = [one.text() for one in screen.head.findChildren(QtWidgets.QLabel)]
    assert "گل‌فروشی گلچین" in words
    assert "در حال بررسی" in words
    assert "دور ۲" in words
    assert "در دست شما" in words
    assert any("ساعت کاری مانده" in one for one in words)


def test_the_menu_of_the_head_outlives_every_reading_of_the_page(qtbot, shown):
    screen = shown()
    for _ in range(3):
        screen.head.show_page(screen.presenter.page, screen.desk.now())
        qtbot.wait(10)
    assert screen.head.more.isVisible()


def test_the_tabs_count_what_is_behind_them(shown):
    tabs = shown().head.tabs
    names = [tabs.accessibleTabName(place) for place in range(tabs.count())]
    assert names[:1] == ["بررسی"]
    assert "یادداشت داخلی ۱" in names
    assert "نامه‌ها ۳" in names


def test_the_checklist_opens_at_the_first_item_that_wants_a_look(shown):
    screen = shown()
    assert (
        the_list(screen).table.data(the_list(screen).currentIndex(), QtCore.Qt.ItemDataRole.UserRole).code
        == "O1"
    )
    assert screen.first_focus() is the_list(screen)
    assert screen.review.checklist.card.isVisible()


def test_the_card_of_a_rejected_item_shows_both_sides(shown):
    screen = shown()
    screen.presenter.review.choose("B7")
    words = [one.text() for one in screen.review.checklist.card.findChildren(QtWidgets.QLabel)]
    assert "صفحهٔ امضای مالک در اجاره‌نامه نیست." in words
    assert "شما، دور ۱" in words
    assert "متقاضی" in words


def test_screen_readers_hear_a_row_as_one_sentence(shown):
    table = the_list(shown()).table
    spoken = table.data(table.place_of("B6"), QtCore.Qt.ItemDataRole.AccessibleTextRole)
    assert "پاسخگویی تلفن ثابت" in spoken
    assert "عدم تأیید، از دور پیش" in spoken
    assert "۱ تغییر پس از بررسی شما" in spoken


def test_the_viewer_is_told_what_the_dossier_says_about_the_item(shown):
    screen = shown()
    screen.presenter.review.choose("B7")
    told = screen.review.viewer.viewer.values.toolTip()
    assert "کد پستی: \u2068۱۴۱۵۶۷۳۸۹۱\u2069" in told


# --- by keyboard


@pytest.mark.requirement("X-06")
def test_a_reviewer_judges_by_keys_alone(qtbot, in_window, case):
    _, screen = in_window()
    press(qtbot, screen, KEY.Key_1)
    assert standing(case, "O1").round == 2
    press(qtbot, screen, KEY.Key_F)
    assert screen.presenter.review.current == "O2"
    press(qtbot, screen, KEY.Key_3)
    assert standing(case, "O2").verdict is Verdict.NOT_APPLICABLE
    press(qtbot, screen, KEY.Key_J)
    assert screen.presenter.review.current == "O3"
    press(qtbot, screen, KEY.Key_K)
    press(qtbot, screen, KEY.Key_Z)
    assert standing(case, "O2").round == 1


@pytest.mark.requirement("ENM-061")
def test_2_without_a_remark_opens_the_comment_box_with_a_field_error(qtbot, in_window, case):
    _, screen = in_window()
    screen.presenter.review.choose("C4")
    press(qtbot, screen, KEY.Key_2)
    box = screen.review.checklist.card.box
    assert box._error.text().startswith("برای عدم تأیید، توضیحی بنویسید")
    assert screen.window().focusWidget() is box.remark_field
    qtbot.keyClicks(box.remark_field, "1 2 J")
    assert standing(case, "C4").round == 1
    screen.review.checklist.list.setFocus()
    press(qtbot, screen, KEY.Key_2)
    assert (standing(case, "C4").verdict, standing(case, "C4").remark) == (Verdict.REJECTED, "1 2 J")


def test_shift_1_confirms_the_group_and_says_how_many(qtbot, in_window, case):
    window, screen = in_window()
    said = told(window)
    screen.presenter.review.choose("B6")
    press(qtbot, screen, KEY.Key_1, SHIFT)
    assert standing(case, "B1").round == 2
    assert said == ["۶ بند بدون تغییر تأیید شد."]


def test_arrows_go_from_item_to_item_and_fold_a_group(qtbot, shown):
    screen = shown()
    press(qtbot, screen, KEY.Key_Down)
    assert screen.presenter.review.current == "O2"
    press(qtbot, screen, KEY.Key_Right)
    assert "owner" in screen.presenter.review.closed_groups
    assert not screen.review.checklist.card.isVisible()


def test_a_key_that_cannot_act_says_why(qtbot, in_window):
    window, screen = in_window("colleague")
    said = refused(window)
    press(qtbot, screen, KEY.Key_1)
    assert said == ["پرونده در دست شما نیست. نخست آن را در دست بگیرید (U)."]
    press(qtbot, screen, KEY.Key_U)
    assert said[-1] == "این پرونده اکنون کار میز شما نیست."


def test_u_puts_the_dossier_back_and_takes_it_again(qtbot, in_window, case):
    _, screen = in_window()
    press(qtbot, screen, KEY.Key_U)
    assert screen.presenter.page.standing == "free"
    assert "claim" in screen.decisions.buttons
    press(qtbot, screen, KEY.Key_U)
    assert screen.presenter.page.standing == "in_hand"


def test_y_then_n_copies_the_number(qtbot, in_window, case):
    _, screen = in_window()
    press(qtbot, screen, KEY.Key_Y)
    press(qtbot, screen, KEY.Key_N)
    assert QtGui.QGuiApplication.clipboard().text() == case.number


@pytest.mark.requirement("ENM-061")
def test_ctrl_enter_asks_and_the_dialog_sends_the_deficiencies(qtbot, in_window, almost_done):
    window, screen = in_window()
    said = told(window)
    press(qtbot, screen, KEY.Key_Return, CONTROL)
    dialog = screen.gestures.dialog
    assert dialog.focusWidget() is dialog.buttons["stay"]
    qtbot.mouseClick(dialog.buttons[GO], LEFT_BUTTON)
    assert almost_done.status == "deficient"
    assert "اعلام نقص" in said[0]


def test_a_refused_decision_leaves_its_dialog_open_with_what_was_written(qtbot, in_window, case):
    _, screen = in_window()
    decision = screen.presenter.decision
    ending = next(offer for offer in decision.bar.menu if offer.action == "mark_not_applicable")
    screen.gestures.decide(ending)
    dialog = screen.gestures.dialog
    dialog._field.setPlainText("کوتاه")
    qtbot.mouseClick(dialog.buttons[GO], LEFT_BUTTON)
    assert dialog.isVisible()
    assert dialog.reason() == "کوتاه"
    assert case.status == "under_review"
    assert any("دست‌کم ۱۰ نویسه" in one.text() for one in dialog.findChildren(QtWidgets.QLabel))
    dialog._field.setPlainText("فروش این کالا مشمول نماد نیست")
    qtbot.mouseClick(dialog.buttons[GO], LEFT_BUTTON)
    assert case.status == "not_applicable"
    assert not dialog.isVisible()


def test_n_writes_an_internal_note_from_anywhere_on_the_page(qtbot, in_window, case):
    _, screen = in_window()
    press(qtbot, screen, KEY.Key_N)
    dialog = screen.gestures.dialog
    dialog._field.setPlainText("با مالک تماس گرفته شد")
    qtbot.mouseClick(dialog.buttons[GO], LEFT_BUTTON)
    assert not dialog.isVisible()
    assert screen.head.tabs.accessibleTabName(4) == "یادداشت داخلی ۲"


def test_s_refers_the_dossier_with_a_reason(qtbot, in_window, case):
    _, screen = in_window()
    press(qtbot, screen, KEY.Key_S)
    dialog = screen.gestures.dialog
    assert not dialog.buttons[GO].isEnabled()
    field = dialog.findChild(QtWidgets.QComboBox)
    field.choose("colleague")
    field.chosen.emit("colleague")
    dialog._field.setPlainText("مرخصی")
    qtbot.mouseClick(dialog.buttons[GO], LEFT_BUTTON)
    assert case.details.claimed_by == "کارشناس دوم"


def test_esc_leaves_a_text_before_it_leaves_the_page(qtbot, in_window):
    window, screen = in_window()
    field = screen.review.checklist.card.box.remark_field
    field.setFocus()
    qtbot.keyClick(field, KEY.Key_Escape)
    assert window.focusWidget() is the_list(screen)
    assert window.screen_shown is screen


def test_a_region_marked_on_the_page_becomes_evidence_and_z_takes_it_back(qtbot, in_window, case):
    _, screen = in_window()
    screen.presenter.review.choose("B7")
    screen.review.viewer.viewer.region_marked.emit(1, QtCore.QRectF(0.1, 0.2, 0.3, 0.1))
    (mark,) = screen.presenter.review.marks("B7")
    assert (mark.page, round(mark.place.width, 3)) == (1, 0.3)
    assert screen.presenter.review.item("B7").marks == 1
    press(qtbot, screen, KEY.Key_Z)
    assert screen.presenter.review.marks("B7") == []


def test_c_goes_through_the_changes_and_takes_their_item_at_hand(qtbot, in_window):
    _, screen = in_window()
    press(qtbot, screen, KEY.Key_C)
    first = screen.presenter.review.current
    press(qtbot, screen, KEY.Key_C)
    assert (first, screen.presenter.review.current) == ("O1", "B6")


# --- by mouse


def test_a_verdict_is_given_in_the_row_itself(qtbot, shown, case):
    screen = shown()
    view, rect = the_list(screen), row_rect(screen, "O2")
    place = view.painter_of_rows.verdicts_rect(rect, rtl=True)
    accept = QtCore.QPoint(place.right() - verdicts_size().width() // 6, place.center().y())
    qtbot.mouseClick(view.viewport(), LEFT_BUTTON, pos=accept)
    assert (standing(case, "O2").verdict, standing(case, "O2").round) == (Verdict.ACCEPTED, 2)
    assert screen.presenter.review.current == "O1"


def test_a_press_on_a_row_opens_its_card_and_on_a_heading_folds_it(qtbot, shown):
    screen = shown()
    qtbot.mouseClick(the_list(screen).viewport(), LEFT_BUTTON, pos=row_rect(screen, "O3").center())
    assert screen.presenter.review.current == "O3"
    view = the_list(screen)
    heading = next(
        view.visualRect(view.model().index(place))
        for place in range(view.model().rowCount())
        if isinstance(view.model().index(place).data(QtCore.Qt.ItemDataRole.UserRole), ShownGroup)
    )
    qtbot.mouseClick(view.viewport(), LEFT_BUTTON, pos=heading.center())
    assert "owner" in screen.presenter.review.closed_groups


def test_the_large_buttons_of_the_card_judge(qtbot, shown, case):
    screen = shown()
    qtbot.mouseClick(screen.review.checklist.card.choice.buttons[Verdict.ACCEPTED], LEFT_BUTTON)
    assert standing(case, "O1").round == 2
    assert screen.review.checklist.card.choice.buttons[Verdict.ACCEPTED].isChecked()


def test_facets_narrow_the_list_and_all_brings_everything_back(qtbot, shown):
    screen = shown()
    facets = screen.review.checklist.facets
    qtbot.mouseClick(facets["left"], LEFT_BUTTON)
    codes = [row.code for row in screen.review.checklist.rows() if not isinstance(row, ShownGroup)]
    assert tuple(codes) == LEFT
    qtbot.mouseClick(facets["ledger"], LEFT_BUTTON)
    codes = [row.code for row in screen.review.checklist.rows() if not isinstance(row, ShownGroup)]
    assert codes == ["B6", "B7", "T3", "C4"]


def test_a_change_is_ticked_off_and_stays_so(qtbot, shown, desk):
    screen = shown(desk=desk)
    entry = screen.review.changes.entries[0]
    qtbot.mouseClick(entry.tick, LEFT_BUTTON, pos=entry.tick.rect().center())
    assert screen.review.changes._seen_label.text() == "۱ از ۵ دیده شد"
    again = shown(desk=desk)
    assert again.review.changes.entries[0].tick.isChecked()


def test_the_baseline_is_chosen_from_three(shown):
    screen = shown()
    field = screen.review.changes.baseline
    assert field.count() == 3
    field.choose("first_version")
    field.chosen.emit(field.code())
    assert screen.presenter.review.baseline == "first_version"


def test_the_decision_bar_says_why_the_approval_is_closed(shown, almost_done):
    screen = shown()
    words = [one.text() for one in screen.decisions.findChildren(QtWidgets.QLabel)]
    assert any("۲ بند مانده است" in one for one in words)
    approval = screen.decisions.buttons["approve_checklist"]
    assert not approval.isEnabled()
    assert "بندی از چک‌لیست تأیید نشده است" in approval.toolTip()


def test_the_menu_offers_what_ends_a_dossier_with_the_reasons_of_closed_steps(shown):
    screen = shown()
    screen.gestures.open_menu(QtCore.QPoint(0, 0))
    actions = {action.text(): action for action in screen.gestures.menu.actions() if action.text()}
    assert actions["اعلام مشمول نبودن…"].isEnabled()
    closed = actions["رد به دلیل عدم تأیید صلاحیت…"]
    assert not closed.isEnabled()
    assert "پلیس" in closed.toolTip()
    screen.gestures.menu.close()


# --- typed text


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


# --- states


def test_a_colleague_s_dossier_can_be_read_and_not_changed(shown):
    screen = shown("colleague")
    assert screen._conditions.count() == 1
    assert not screen.review.checklist.card.box.isVisible()
    assert not screen.review.checklist.card.choice.isEnabled()


def test_a_dossier_that_was_taken_away_says_so(qtbot, in_window, case):
    window, screen = in_window()
    case.by("supervisor", claims.reassign, case.dossier_id, "colleague", "مرخصی")
    window.desk.changes.announce(frozenset({("dossier", case.dossier_id)}))
    assert screen._conditions.count() == 2
    assert not screen.review.checklist.card.choice.isEnabled()


def test_a_dossier_that_is_not_there_is_said_and_the_window_lives_on(shown, case):
    case.dossier_id = 4711
    screen = shown()
    assert screen.title() == "پرونده"
    assert all(command.why_not() is not None or command.code != "accept" for command in screen.commands())


def test_what_was_open_is_found_again(shown, desk):
    screen = shown(desk=desk)
    screen.presenter.review.choose("C4")
    screen.show_tab("history")
    again = shown(desk=desk)
    again.restore(screen.kept())
    assert again.presenter.review.current == "C4"
    assert again.head.tabs.code() == "history"


def test_the_route_can_name_tab_and_item(shown):
    screen = shown(tab="notes", item="T3")
    assert screen.head.tabs.code() == "notes"
    assert screen.presenter.review.current == "T3"


def test_in_a_narrow_window_the_changes_are_a_drawer(qtbot, in_window):
    _, screen = in_window(size=(1180, 680))
    assert not screen.review.changes.isVisible()
    assert screen.head.changes.isVisible()
    press(qtbot, screen, KEY.Key_C)
    assert screen.review.changes.isVisible()
    screen.review.changes.closed.emit()
    assert not screen.review.changes.isVisible()


def test_the_widths_a_person_gives_are_found_again(shown, desk):
    screen = shown(desk=desk)
    screen.review.splitter.setSizes([600, 500, 400])
    screen.review.splitter.splitterMoved.emit(600, 1)
    screen.close_screen()
    wide = screen.review.checklist.width()
    assert shown(desk=desk).review.checklist.width() == pytest.approx(wide, abs=2)


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_page_opens_with_every_tab_in_every_look(qapp, shown, desk_of, language, theme, scale):
    put_on(qapp, theme, scale, language.value, still=True)
    screen = shown(desk=desk_of(language=language))
    for place in range(screen.head.tabs.count()):
        screen.head.tabs.setCurrentIndex(place)
    assert screen.head.tabs.code() == "certificates"
    put_on(qapp, still=True)


def test_every_button_without_words_has_a_name(shown):
    screen = shown()
    nameless = [
        type(button).__name__
        for button in screen.findChildren(QtWidgets.QAbstractButton)
        if button.isVisible() and not button.text() and not button.accessibleName()
    ]
    assert nameless == []
