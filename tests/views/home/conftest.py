"""Home on a stage, in the office full of dossiers."""

import pytest

from desktop.views.home.screen import HomeScreen
from desktop.views.navigation import route
from tests.builders.lists import Stage, lists_office, prepared_lists, seat_at
from tests.views.queue.conftest import settle

__all__ = ["lists_office", "prepared_lists", "seat_at"]


@pytest.fixture
def at_home(qtbot, worn, seat_at):
    """Somebody's home page: `at_home("sara")`."""

    def open_home(username="sara", desk=None):
        desk = desk or seat_at(username)
        stage = Stage(desk, HomeScreen(desk, route("home")))
        qtbot.addWidget(stage)
        stage.resize(1300, 800)
        stage.show()
        stage.activateWindow()
        stage.screen.first_focus().setFocus()
        settle()
        return stage

    return open_home
