"""The review desk as it is used with the mouse."""

from PySide6 import QtCore, QtWidgets

from desktop.models.vocabulary import Verdict
from desktop.views.dossier.review.items import ShownGroup
from desktop.views.widgets.segmented import verdicts_size
from tests.views.dossier.conftest import LEFT
from tests.views.dossier.hands import LEFT_BUTTON, row_rect, standing, the_list


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
    assert screen.review.changes.head.seen.text() == "۱ از ۵ دیده شد"
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
