"""The page with real workers: answers come later, and some of them when the page has gone."""

import pytest
from PySide6 import QtWidgets
from shiboken6 import isValid

from desktop.models.vocabulary import Language, Verdict
from desktop.services import review
from desktop.services.people import actor_named, list_people
from desktop.services.unit_of_work import reading
from desktop.views.background import Background
from desktop.views.desk import Desk, Place
from desktop.views.dossier.screen import DossierScreen
from desktop.views.navigation import route
from tests.builders.office import OFFICE_NAME


@pytest.fixture
def threaded(qtbot, worn, case):
    """A reviewer's desk whose work is done in workers."""
    runner = Background()
    with reading(case.office) as session:
        person = next(one for one in list_people(session) if one.username == "reviewer")
    place = Place(case.office, OFFICE_NAME, is_demo=False)
    desk = Desk(place, person, runner, Language.PERSIAN, lambda: case.now)
    yield desk
    runner.close()
    QtWidgets.QApplication.processEvents()
    desk.deleteLater()


@pytest.fixture
def opened(qtbot, threaded, case):
    screens = []

    def open_page():
        screen = DossierScreen(threaded, route("dossier", id=case.dossier_id, tab="notes", item="B7"))
        threaded.changes.listen(
            screen, lambda changes: screen.refresh() if screen.interested_in(changes) else None
        )
        screens.append(screen)
        screen.resize(1500, 800)
        screen.show()
        return screen

    yield open_page
    for screen in filter(isValid, screens):
        screen.deleteLater()


def standing(case, code):
    with reading(case.office) as session:
        return next(row for row in review.checklist_of(session, case.dossier_id) if row.code == code)


def test_tab_and_item_of_the_route_wait_for_the_page(qtbot, opened):
    screen = opened()
    assert screen.presenter.page is None
    qtbot.waitUntil(lambda: screen.head.tabs.code() == "notes", timeout=10_000)
    assert screen.presenter.review.current == "B7"


def test_verdicts_in_quick_succession_stand_in_the_order_they_were_given(qtbot, opened, case):
    screen = opened()
    qtbot.waitUntil(lambda: screen.presenter.page is not None, timeout=10_000)
    for verdict in (Verdict.ACCEPTED, Verdict.NOT_APPLICABLE, Verdict.ACCEPTED, Verdict.NOT_APPLICABLE):
        screen.presenter.review.judge(verdict, "O1")
    qtbot.waitUntil(lambda: not screen.presenter.line.is_busy, timeout=10_000)
    assert standing(case, "O1").verdict is Verdict.NOT_APPLICABLE
    qtbot.waitUntil(lambda: screen.presenter.review.row("O1").verdict == "not_applicable", timeout=10_000)


def test_leaving_while_a_verdict_and_a_draft_are_on_their_way_loses_neither(qtbot, opened, case):
    screen = opened()
    qtbot.waitUntil(lambda: screen.presenter.page is not None, timeout=10_000)
    screen.presenter.review.judge(Verdict.ACCEPTED, "O2")
    screen.presenter.review.choose("B6")
    screen.presenter.review.typed("شماره اشتباه است")
    line = screen.presenter.line
    screen.close_screen()
    screen.deleteLater()
    qtbot.waitUntil(lambda: not line.is_busy, timeout=10_000)
    assert standing(case, "O2").round == 2

    def draft():
        with reading(case.office) as session:
            actor = actor_named(session, "reviewer", case.now)
            return review.drafts_of(session, actor, case.dossier_id).get("B6")

    qtbot.waitUntil(lambda: draft() == (None, "شماره اشتباه است"), timeout=10_000)
