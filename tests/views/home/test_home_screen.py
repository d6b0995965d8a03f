"""Home: every number leads to the list it counts, and the next dossier says why it is next."""

import pytest
from PySide6 import QtCore

from desktop.models.errors import Unavailable
from desktop.models.vocabulary import Language, Role
from desktop.services import home, queues
from desktop.services.people import actor_named
from desktop.services.queues import queue_ids
from desktop.services.unit_of_work import reading
from desktop.views.dossier_list.places import narrowed_by
from desktop.views.queue.screen import QueueScreen
from tests.builders.dossier_rows import NOW
from tests.views.queue.conftest import settle

KEY = QtCore.Qt.Key
LEFT = QtCore.Qt.MouseButton.LeftButton


def entries(stage):
    return {line.entry.words: line.entry for line in stage.screen.links()}


def test_the_page_counts_what_waits_now(at_home):
    stage = at_home("sara")
    assert entries(stage)["در دست من"].count == "۲۴"
    assert entries(stage)["تخصیص‌نیافته"].count == "۶۰"
    assert entries(stage)["گذشته از مهلت"].tone == "red"


@pytest.mark.parametrize(
    ("username", "role"),
    [
        ("sara", Role.REVIEWER),
        ("shirin", Role.DOCUMENTS_OFFICER),
        ("shirin", Role.CLERK),
        ("houshang", Role.MANAGER),
        ("golnaz", Role.SUPERVISOR),
    ],
)
def test_every_number_leads_to_a_list_of_as_many_dossiers(qtbot, at_home, seat_at, username, role):
    desk = seat_at(username)
    desk.role = role
    stage = at_home(username, desk)
    counted = [link.entry for link in stage.screen.links() if link.entry.to.screen == "queue"]
    assert counted
    with reading(desk.database) as session:
        actor = actor_named(session, username, NOW)
        for entry in counted:
            screen = QueueScreen(desk, entry.to)
            qtbot.addWidget(screen)
            shown = desk.words.formats.amount(screen.presenter.size)
            assert shown == entry.count, entry.words
            assert screen.title()
            asked = narrowed_by(screen.presenter.query, entry.to.arguments)
            assert len(queue_ids(session, actor, asked)) == screen.presenter.size


def test_number_keys_open_the_lines_that_show_them(qtbot, at_home):
    stage = at_home("sara")
    first = stage.screen.links()[0]
    first.setFocus()
    qtbot.keyClick(first, KEY.Key_1)
    qtbot.keyClick(first, KEY.Key_3)
    places = [line.entry.to for line in stage.screen.links() if line.entry.share is None]
    assert stage.gone == [places[0], places[2]]


def test_a_number_without_a_line_says_so(qtbot, at_home):
    stage = at_home("arash")
    qtbot.keyClick(stage.screen.first_focus(), KEY.Key_9)
    assert stage.refused == ["پیوند ۹ در این صفحه نیست."]


def test_a_line_is_pressed_with_the_mouse(qtbot, at_home):
    stage = at_home("sara")
    line = stage.screen.links()[1]
    qtbot.mouseClick(line, LEFT)
    assert stage.gone == [line.entry.to]


def test_j_and_k_walk_through_the_lines(qtbot, at_home):
    stage = at_home("sara")
    links = stage.screen.links()
    links[0].setFocus()
    qtbot.keyClick(links[0], KEY.Key_J)
    assert links[1].hasFocus()
    qtbot.keyClick(links[1], KEY.Key_K)
    assert links[0].hasFocus()


def test_the_next_dossier_says_why_it_is_next_and_is_taken_in_hand(qtbot, at_home):
    stage = at_home("sara")
    card = stage.screen.next_card
    assert stage.screen.presenter.page.next.reason == "از مهلت گذشته است."
    name = stage.screen.presenter.page.next.line
    qtbot.mouseClick(card.button, LEFT)
    settle()
    assert stage.gone[-1].screen == "dossier"
    assert stage.gone[-1].get("id") == name.id
    assert len(stage.told) == 1
    assert entries(stage)["در دست من"].count == "۲۵"


def test_ctrl_and_full_stop_take_the_next_dossier_too(qtbot, at_home):
    stage = at_home("sara")
    qtbot.keyClick(stage.screen.first_focus(), KEY.Key_Period, QtCore.Qt.KeyboardModifier.ControlModifier)
    settle()
    assert stage.gone[-1].screen == "dossier"


def test_who_takes_no_cases_is_offered_none(at_home):
    stage = at_home("houshang")
    assert stage.screen.next_card is None
    assert "take_next" not in stage.screen.hints()


def test_the_load_of_five_days_is_drawn_and_leads_to_each_day(at_home):
    stage = at_home("sara")
    bars = [line.entry for line in stage.screen.links() if line.entry.share is not None]
    assert len(bars) == home.LOAD_DAYS
    assert all(0 <= bar.share <= 1 for bar in bars)
    assert bars[0].to.get("due_from") < bars[1].to.get("due_from")


def test_a_page_that_cannot_be_read_keeps_what_was_there(qtbot, at_home, monkeypatch):
    stage = at_home("sara")
    before = len(stage.screen.links())

    def locked(*_):
        raise Unavailable("database.locked")

    with monkeypatch.context() as broken:
        broken.setattr(queues, "counted", locked)
        broken.setattr("desktop.services.home_figures.queue_counts", locked)
        stage.screen.refresh()
        settle()
    assert stage.screen._banner is not None
    assert len(stage.screen.links()) == before
    stage.screen.refresh()
    settle()
    assert stage.screen._banner is None


def test_the_keyboard_stays_on_its_line_when_the_page_is_counted_again(at_home):
    stage = at_home("sara")
    stage.screen.links()[2].setFocus()
    stage.screen.refresh()
    settle()
    assert stage.screen.links()[2].hasFocus()


@pytest.mark.parametrize("language", list(Language))
def test_every_role_has_a_page_in_every_language(at_home, seat_at, language):
    for username in ("sara", "shirin", "houshang", "golnaz", "arash"):
        desk = seat_at(username, language)
        for role in desk.person.roles:
            desk.role = role
            stage = at_home(username, desk)
            assert stage.screen.presenter.page.today, Role(role)
