"""The queue with real workers: lists and pages come when they are ready, and what is overtaken is dropped."""

import pytest
import shiboken6

from desktop.models.vocabulary import Language
from desktop.services.facets import Facet
from desktop.services.people import list_people
from desktop.services.unit_of_work import reading
from desktop.views.background import Background
from desktop.views.desk import Desk, Place
from desktop.views.navigation import route
from desktop.views.queue.screen import QueueScreen
from tests.builders.dossier_rows import NOW
from tests.builders.lists import FREE, HELD, STANDING
from tests.builders.office import OFFICE_NAME


@pytest.fixture
def screen(qtbot, worn, lists_office):
    runner = Background()
    with reading(lists_office) as session:
        sara = next(one for one in list_people(session) if one.username == "sara")
    desk = Desk(Place(lists_office, OFFICE_NAME, is_demo=False), sara, runner, Language.PERSIAN, lambda: NOW)
    shown = QueueScreen(desk, route("queue", queue="all"))
    qtbot.addWidget(shown)
    shown.resize(1600, 900)
    shown.show()
    yield shown
    runner.close()
    desk.deleteLater()


def test_the_list_its_lines_and_the_preview_come_by_themselves(qtbot, screen):
    qtbot.waitUntil(lambda: screen.presenter.size == FREE + HELD)
    qtbot.waitUntil(lambda: screen.rows.chosen_line is not None)
    qtbot.waitUntil(lambda: bool(screen.preview.pane._head.buttons))


def test_of_two_questions_the_later_is_answered(qtbot, screen):
    screen.presenter.ask(facet=Facet.OVERDUE)
    screen.presenter.ask(facet=Facet.PAUSED)
    qtbot.waitUntil(lambda: screen.presenter.is_loaded and screen.presenter.size == STANDING)
    qtbot.waitUntil(lambda: screen.rows.chosen_line is not None)
    assert screen.rows.chosen_line.due.kind == "paused"


def test_scrolling_on_reads_what_comes_into_sight(qtbot, screen):
    qtbot.waitUntil(lambda: screen.rows.chosen_line is not None)
    bar = screen.rows.verticalScrollBar()
    bar.setValue(bar.maximum())
    last = screen.rows.table.rowCount() - 1
    qtbot.waitUntil(lambda: screen.rows.table.record(last) is not None)


def test_answers_for_a_screen_that_was_left_are_dropped(qtbot, screen):
    left = QueueScreen(screen.desk, route("queue", queue="mine"))
    shiboken6.delete(left)
    answers = []
    screen.desk.read(lambda _session, _actor: "later", answers.append)
    qtbot.waitUntil(lambda: answers == ["later"])
    qtbot.waitUntil(lambda: screen.presenter.size == FREE + HELD)
