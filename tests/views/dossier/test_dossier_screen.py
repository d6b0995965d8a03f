"""What the review desk shows: of the dossier, in every state of it, wide and narrow, in three languages."""

import pytest
from PySide6 import QtCore, QtWidgets

from desktop.models.vocabulary import Language
from desktop.services import claims
from desktop.views.theme.look import put_on
from tests.views.dossier.hands import (
    KEY,
    press,
    the_list,
)


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
