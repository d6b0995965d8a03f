"""News about one's own dossiers reaches its reader, is opened, and is marked read."""

import pytest

from desktop.services import claims
from desktop.services.notifications import unread_count
from desktop.views.navigation import route
from desktop.views.notifications.screen import NotificationsScreen


@pytest.fixture
def referred(case):
    """A dossier that a supervisor handed to the colleague."""
    case.submitted().claimed()
    case.by("supervisor", claims.reassign, case.dossier_id, "colleague", "مرخصی")
    return case


@pytest.fixture
def colleague(desk_of, referred, worn):
    return desk_of("colleague")


@pytest.fixture
def screen(qtbot, colleague):
    screen = NotificationsScreen(colleague, route("notifications"))
    qtbot.addWidget(screen)
    screen.show()
    return screen


def test_a_referral_is_news_for_whoever_got_the_dossier(screen, referred):
    row = screen.list.table.row(0)
    assert row.cells[1].second.endswith(referred.number[-1]) or row.cells[1].second
    assert row.cells[2].text == "ارجاع به شما"
    assert row.cells[0].second == "مرخصی"
    assert row.cells[0].weight == 700


def test_opening_a_line_opens_its_dossier(qtbot, screen, colleague, referred):
    with qtbot.waitSignal(colleague.gone) as gone:
        screen._open(screen.list.chosen_key)
    assert gone.args == [route("dossier", id=referred.dossier_id)]


def test_marked_read_it_is_no_longer_counted_at_the_bell(screen, colleague):
    assert colleague.read_now(unread_count) == 1
    screen._mark_read()
    assert colleague.read_now(unread_count) == 0
    assert screen.list.table.row(0).cells[0].weight == 400


def test_somebody_without_news_reads_that_there_is_none(qtbot, desk_of, case, worn):
    screen = NotificationsScreen(desk_of("clerk"), route("notifications"))
    qtbot.addWidget(screen)
    assert screen._stack.currentWidget() is screen._empty
