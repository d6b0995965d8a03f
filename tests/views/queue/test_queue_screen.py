"""The queue by keyboard and by mouse: what is shown, chosen, opened, filtered, sorted, found again."""

import pytest
from PySide6 import QtCore, QtGui, QtWidgets

from desktop.models.errors import Unavailable
from desktop.models.vocabulary import Language, Role
from desktop.services import claims, queues, seen
from desktop.services.facets import Facet
from desktop.services.people import actor_named, add_person
from desktop.services.unit_of_work import reading, run
from desktop.views.navigation import route
from tests.builders.dossier_rows import NOW
from tests.builders.lists import FREE, HELD, STANDING
from tests.views.queue.conftest import settle

KEY = QtCore.Qt.Key
LEFT = QtCore.Qt.MouseButton.LeftButton
MINE = HELD - STANDING


def press(qtbot, stage, *keys, held=QtCore.Qt.KeyboardModifier.NoModifier):
    for key in keys:
        qtbot.keyClick(stage.screen.rows, key, held)
    settle()


def write(field, text):
    """Write as a person does; Qt's own helper knows only Latin letters."""
    for letter in text:
        down, no = QtCore.QEvent.Type.KeyPress, QtCore.Qt.KeyboardModifier.NoModifier
        QtCore.QCoreApplication.sendEvent(field, QtGui.QKeyEvent(down, 0, no, letter))


def test_a_queue_opens_with_its_count_its_groups_and_the_first_dossier_chosen(staged):
    screen = staged("mine").screen
    assert screen.title() == "در دست من"
    assert screen.list.head._count.text() == "۲۴ پرونده"
    assert screen.presenter.size == MINE
    codes = [screen.rows.table.rows.heading(row).group.code for row in screen.rows.table.rows.headings]
    assert codes[0] == "overdue"
    assert screen.rows.chosen_id == screen.presenter.pages.ids[0]
    assert screen.rows.chosen_line.name.startswith("متقاضی")


def test_facets_count_and_narrow_the_list(qtbot, staged):
    screen = staged("all").screen
    chips = screen.list.head.chips
    assert chips[Facet.ALL].accessibleName() == f"همه {screen.desk.words.formats.number(FREE + HELD)}"
    assert chips[Facet.PAUSED].accessibleName().endswith("۶")
    qtbot.mouseClick(chips[Facet.PAUSED], LEFT)
    settle()
    assert screen.presenter.size == STANDING
    assert chips[Facet.PAUSED].isChecked()
    assert not chips[Facet.ALL].isChecked()
    assert screen.rows.chosen_line.due.kind == "paused"


def test_j_and_k_walk_and_the_preview_follows(qtbot, staged):
    stage = staged("mine")
    screen = stage.screen
    first = screen.rows.chosen_id
    assert screen.preview.pane.shown_id == first
    press(qtbot, stage, KEY.Key_J)
    assert screen.rows.chosen_id == screen.presenter.pages.ids[1]
    assert screen.preview.pane.shown_id == screen.rows.chosen_id
    press(qtbot, stage, KEY.Key_K)
    assert screen.rows.chosen_id == first


def test_letters_act_by_their_place_under_a_persian_layout(staged):
    stage = staged("mine")
    event = QtGui.QKeyEvent(
        QtCore.QEvent.Type.KeyPress, 0x62A, QtCore.Qt.KeyboardModifier.NoModifier, 44, 0, 0, "ت"
    )
    QtCore.QCoreApplication.sendEvent(stage.screen.rows, event)
    settle()
    assert stage.screen.rows.chosen_id == stage.screen.presenter.pages.ids[1]


def test_enter_and_a_double_click_open_the_dossier_with_its_queue(qtbot, staged):
    stage = staged("mine")
    press(qtbot, stage, KEY.Key_Return)
    assert stage.gone == [route("dossier", id=stage.screen.rows.chosen_id, queue="mine")]
    rows = stage.screen.rows
    row = rows.table.row_of_dossier(stage.screen.presenter.pages.ids[2])
    at = QtCore.QPoint(300, rows.rowViewportPosition(row) + 10)
    qtbot.mouseDClick(rows.viewport(), LEFT, pos=at)
    assert stage.gone[-1].get("id") == stage.screen.presenter.pages.ids[2]


def test_enter_on_a_heading_closes_its_group_which_stays_closed_for_this_person(qtbot, staged):
    stage = staged("mine")
    press(qtbot, stage, KEY.Key_Up)
    heading = stage.screen.rows.heading_here()
    assert heading is not None
    press(qtbot, stage, KEY.Key_Return)
    assert stage.gone == []
    again = staged("mine", desk=stage.screen.desk).screen
    assert again.rows.table.rows.heading(0).is_open is False
    other = staged("all", desk=stage.screen.desk).screen
    assert other.rows.table.rows.heading(0).is_open is True


def test_the_filter_finds_by_name_and_esc_shows_everything_again(qtbot, staged):
    stage = staged("mine")
    press(qtbot, stage, KEY.Key_Slash)
    field = stage.screen.list.head.filter
    assert field.hasFocus()
    write(field, "KALA۱۱.")
    qtbot.keyClick(field, KEY.Key_Return)
    settle()
    assert stage.screen.presenter.size == 1
    assert stage.screen.rows.chosen_line.name == "متقاضی 011"
    assert stage.screen.rows.hasFocus()
    press(qtbot, stage, KEY.Key_Escape)
    assert stage.screen.presenter.size == MINE
    assert field.text() == ""


def test_the_filter_asks_by_field_in_the_words_of_the_desk(qtbot, staged):
    screen = staged("all").screen
    screen.list.head.filter.setText("وضعیت: اعلام نقص")
    screen.list.head.filter.search()
    settle()
    assert screen.presenter.size == STANDING
    assert screen.presenter.query.statuses == ("deficient",)
    assert screen.presenter.query.search == ""


def test_a_word_no_field_knows_is_told_and_left_out(staged):
    screen = staged("all", search="وضعیت: نمی‌دانم").screen
    assert "نمی‌دانم" in screen.list.place.banner.accessibleName()
    assert screen.presenter.size == FREE + HELD


def test_while_one_writes_the_field_offers_words(qtbot, staged):
    screen = staged("all").screen
    screen.list.filter()
    field = screen.list.head.filter
    write(field, "اعلام")
    settle()
    assert "وضعیت: اعلام نقص" in field._found.stringList()
    field._take("وضعیت: اعلام نقص")
    settle()
    assert screen.presenter.size == STANDING


def test_a_search_without_anything_says_so_and_offers_a_way_back(qtbot, staged):
    stage = staged("mine", search="تارینوووو")
    empty = stage.screen.list.place.empty
    assert empty is not None
    assert empty.button.text() == "پاک کردن پالایه"
    qtbot.mouseClick(empty.button, LEFT)
    settle()
    assert stage.screen.list.place.empty is None
    assert stage.screen.presenter.size == MINE


def test_an_empty_queue_tells_what_is_free_and_takes_the_next(qtbot, staged):
    stage = staged("mine", username="shirin")
    assert stage.screen.list.place.empty is not None
    stage = staged("mine", username="sara", facet="paused")
    assert "۲۴ پرونده پنهان است" in labels(stage.screen.list.place.empty)


def test_somebody_with_nothing_in_hand_is_told_of_what_is_free(qtbot, staged, seat_at):
    desk = seat_at("sara")
    with reading(desk.database) as session:
        held = list(queues.queue_ids(session, actor_named(session, "sara", NOW), queues.QueueQuery("mine")))
    sara = actor_of(desk, "sara")
    for dossier_id in held:
        run(desk.database, claims.release, sara, dossier_id)
    stage = staged("mine", desk=desk)
    assert "۸۴ پروندهٔ تخصیص‌نیافته" in labels(stage.screen.list.place.empty)
    qtbot.mouseClick(stage.screen.list.place.empty.button, LEFT)
    settle()
    assert stage.gone[-1].screen == "dossier"
    assert stage.gone[-1].get("queue") == "mine"


def actor_of(desk, username):
    with reading(desk.database) as session:
        return actor_named(session, username, NOW)


def labels(widget):
    return " ".join(label.text() for label in widget.findChildren(QtWidgets.QLabel))


def test_a_title_sorts_and_a_second_click_turns_the_order(staged):
    stage = staged("mine")
    rows = stage.screen.rows
    rows.header.sorted_by.emit("name")
    settle()
    names = [rows.table.record(row).name for row in range(3)]
    assert names == sorted(names)
    assert rows.table.rows.headings == []
    rows.header.sorted_by.emit("name")
    settle()
    assert rows.table.record(0).name == f"متقاضی {HELD:03}"
    again = staged("mine", desk=stage.screen.desk).screen
    assert again.rows.table.record(0).name == f"متقاضی {HELD:03}"


def test_coming_back_finds_the_same_row_at_the_same_height(staged):
    stage = staged("all")
    screen = stage.screen
    screen.rows.choose(screen.presenter.pages.ids[50])
    screen.rows.verticalScrollBar().setValue(screen.rows.verticalScrollBar().value() + 100)
    settle()
    row = screen.rows.currentIndex().row()
    height, kept = screen.rows.rowViewportPosition(row), screen.kept()
    again = staged("all", desk=screen.desk).screen
    again.restore(kept)
    settle()
    assert again.rows.chosen_id == screen.presenter.pages.ids[50]
    assert again.rows.rowViewportPosition(again.rows.currentIndex().row()) == height


def test_coming_back_asks_the_same_part_and_filter(staged):
    stage = staged("all", facet="paused")
    kept = stage.screen.kept()
    again = staged("all", desk=stage.screen.desk).screen
    again.restore(kept)
    settle()
    assert again.presenter.size == STANDING
    assert again.list.head.chips[Facet.PAUSED].isChecked()


def test_what_arrives_waits_behind_a_pill_and_moves_no_row(qtbot, staged):
    stage = staged("mine")
    screen, desk = stage.screen, stage.screen.desk
    before, row = screen.rows.chosen_id, screen.rows.currentIndex().row()
    desk.write(lambda session, actor: claims.claim(session, actor, HELD + 1))
    settle()
    assert screen.list.place.news.isVisible()
    assert screen.list.place.news.text() == "۱ پروندهٔ تازه — نمایش"
    assert (screen.rows.chosen_id, screen.rows.currentIndex().row()) == (before, row)
    assert screen.presenter.size == MINE
    qtbot.mouseClick(screen.list.place.news, LEFT)
    settle()
    assert screen.presenter.size == MINE + 1
    assert screen.rows.chosen_id == before
    assert not screen.list.place.news.isVisible()


def test_a_dossier_that_left_stays_in_its_row_and_is_greyed(staged):
    stage = staged("mine")
    screen = stage.screen
    gone = screen.presenter.pages.ids[1]
    screen.desk.write(lambda session, actor: claims.release(session, actor, gone))
    settle()
    row = screen.rows.table.row_of_dossier(gone)
    assert screen.rows.table.record(row).gone == "دیگر در این صف نیست"
    assert screen.presenter.size == MINE


def test_a_dossier_handed_to_somebody_else_says_to_whom(staged, seat_at):
    desk = seat_at("sara")
    run(desk.database, add_person, "nima", "نیما سحابی", {Role.REVIEWER}, NOW)
    screen = staged("mine", desk=desk).screen
    gone = screen.presenter.pages.ids[1]
    desk.write(lambda session, actor: claims.reassign(session, actor, gone, "nima", "مرخصی"))
    settle()
    row = screen.rows.table.row_of_dossier(gone)
    assert screen.rows.table.record(row).gone == "به نیما سحابی ارجاع شد"
    screen.list.load()
    settle()
    assert screen.rows.table.row_of_dossier(gone) is None


def test_only_pages_with_a_changed_dossier_are_read_again(staged, monkeypatch):
    screen = staged("all").screen
    bar = screen.rows.verticalScrollBar()
    bar.setValue(bar.maximum())
    settle()
    assert len(screen.presenter.pages.numbers) == 2
    asked = []
    fetch = screen.presenter.pages._fetch
    screen.presenter.pages._fetch = lambda number, ids: (asked.append(number), fetch(number, ids))
    last = screen.presenter.pages.ids[-1]
    screen.desk.write(lambda session, actor: seen.follow(session, actor, last))
    settle()
    assert asked == [1]


def test_asked_for_by_hand_the_list_is_read_anew(staged):
    screen = staged("mine").screen
    gone = screen.presenter.pages.ids[1]
    run(screen.desk.database, claims.release, actor_of(screen.desk, "sara"), gone)
    screen.refresh()
    settle()
    assert screen.presenter.size == MINE - 1


def test_a_list_that_cannot_be_read_says_so_and_tries_again(qtbot, staged, monkeypatch):
    stage = staged("mine")
    screen = stage.screen

    def locked(*_):
        raise Unavailable("database.locked")

    with monkeypatch.context() as broken:
        broken.setattr(queues, "queue_ids", locked)
        screen.presenter.load()
        settle()
    assert "خوانده نشد" in screen.list.place.banner.accessibleName()
    assert screen.presenter.size == MINE
    screen.list.load()
    settle()
    assert screen.list.place.banner is None


def test_density_and_columns_are_chosen_in_the_menu_and_remembered(staged):
    stage = staged("mine")
    screen = stage.screen
    menu = screen.list._menu("columns")
    words = {action.text(): action for action in menu.actions()}
    words["ردیف‌های فشرده"].trigger()
    words["دور"].trigger()
    settle()
    assert screen.rows.rowHeight(1) == 34
    again = staged("mine", desk=screen.desk).screen
    assert again.rows.rowHeight(1) == 34
    hidden = [again.rows.header.isSectionHidden(section) for section in range(8)]
    assert hidden == [False, False, False, True, False, False, False, True]


def test_the_order_can_be_chosen_in_a_menu(staged):
    screen = staged("mine").screen
    menu = screen.list._menu("sort")
    chosen = [action.text() for action in menu.actions() if action.isChecked()]
    assert chosen == ["مهلت، نزدیک‌ترین"]
    next(one for one in menu.actions() if one.text() == "شماره، تازه‌ترین").trigger()
    settle()
    assert list(screen.presenter.pages.ids)[:2] == [HELD, HELD - 1]


@pytest.mark.parametrize("width", [1180, 1600])
def test_space_shows_and_hides_the_preview_wherever_it_stands(qtbot, staged, width):
    stage = staged("mine", width=width)
    screen = stage.screen
    shown = screen.preview.is_shown
    assert shown is (width == 1600)
    press(qtbot, stage, KEY.Key_Space)
    assert screen.preview.is_shown is not shown
    assert screen.preview.pane.isVisible() is not shown
    press(qtbot, stage, KEY.Key_Escape if width == 1180 else KEY.Key_Space)
    assert screen.preview.is_shown is shown
    assert stage.gone == []


def test_a_preview_over_the_list_lies_at_its_end_and_leaves_the_names_free(qtbot, staged):
    stage = staged("mine", width=1180)
    press(qtbot, stage, KEY.Key_Space)
    pane = stage.screen.preview.pane
    assert pane.geometry().left() == 0
    assert pane.width() == 420
    assert pane.height() == stage.screen.preview.height()


def test_every_command_has_words_in_every_language(staged, seat_at):
    for language in ("fa", "ar", "en"):
        desk = seat_at("sara", Language(language))
        screen = staged("mine", desk=desk).screen
        for command in screen.commands():
            assert screen.text(f"command.{command.code}")


def test_every_pane_takes_the_keyboard_and_knows_when_it_has_it(staged):
    screen = staged("mine").screen
    screen.marking.toggle()
    settle()
    for pane in screen.panes():
        assert pane.isVisible()
        pane.setFocus()
        assert pane.isAncestorOf(QtWidgets.QApplication.focusWidget())
