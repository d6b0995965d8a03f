"""The queue on a stage: a screen with its keys, on an office full of dossiers."""

import pytest
from PySide6 import QtWidgets

from desktop.views.navigation import route
from desktop.views.queue.screen import QueueScreen
from tests.builders.lists import Stage, lists_office, prepared_lists, seat_at

__all__ = ["lists_office", "prepared_lists", "seat_at"]


@pytest.fixture
def staged(qtbot, worn, seat_at):
    """Put a queue on the stage: `staged("mine", username="sara", facet="overdue")`."""

    def stage(queue="mine", username="sara", width=1600, height=900, desk=None, **arguments):
        desk = desk or seat_at(username)
        screen = QueueScreen(desk, route("queue", queue=queue, **arguments))
        held = Stage(desk, screen)
        qtbot.addWidget(held)
        held.resize(width, height)
        held.show()
        held.activateWindow()
        screen.first_focus().setFocus()
        settle()
        return held

    return stage


def settle():
    """Let Qt do what it has put off."""
    for _ in range(4):
        QtWidgets.QApplication.processEvents()
