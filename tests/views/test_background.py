"""Work runs away from the window's thread; its answer comes back to it, once, and only while it is wanted."""

import threading

import pytest
from PySide6 import QtCore

from desktop.views.background import Background, Request


@pytest.fixture
def background(qapp):
    background = Background()
    yield background
    background.close()


class Told:
    """Keeps answers and errors, and the thread they came in."""

    def __init__(self) -> None:
        self.answers: list[object] = []
        self.errors: list[Exception] = []
        self.threads: set[int] = set()

    def answer(self, value: object) -> None:
        self.answers.append(value)
        self.threads.add(threading.get_ident())

    def fail(self, error: Exception) -> None:
        self.errors.append(error)


def test_work_runs_elsewhere_and_its_answer_arrives_in_the_window(qtbot, background):
    told, ran_in = Told(), []
    background.start(Request(lambda: ran_in.append(threading.get_ident()) or 7, told.answer, told.fail))
    qtbot.waitUntil(lambda: told.answers == [7])
    assert told.threads == {threading.get_ident()}
    assert ran_in[0] != threading.get_ident()


def test_an_error_reaches_whoever_asked(qtbot, background):
    told, error = Told(), ValueError("wrong")

    def work() -> None:
        raise error

    background.start(Request(work, told.answer, told.fail))
    qtbot.waitUntil(lambda: told.errors == [error])
    assert told.answers == []


def test_an_answer_for_somebody_gone_is_dropped(qtbot, background):
    told, owner, gate = Told(), QtCore.QObject(), threading.Event()
    background.start(Request(gate.wait, told.answer, told.fail, owner))
    owner.deleteLater()
    qtbot.wait(10)
    gate.set()
    background.start(Request(lambda: "later", told.answer, told.fail))
    qtbot.waitUntil(lambda: "later" in told.answers)
    assert told.answers == ["later"]


def test_in_one_lane_only_the_newest_answer_counts(qtbot, background):
    told, owner, gate = Told(), QtCore.QObject(), threading.Event()
    for value in ("first", "second", "third"):
        work = lambda value=value: gate.wait() and value  # noqa: E731
        background.start(Request(work, told.answer, told.fail, owner, "rows"))
    gate.set()
    qtbot.waitUntil(lambda: bool(told.answers))
    qtbot.wait(20)
    assert told.answers == ["third"]
