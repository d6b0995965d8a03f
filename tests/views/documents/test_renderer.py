"""The window's side of drawing: answers in order, known ones at once, dropped ones never; nothing stays."""

import gc
import multiprocessing
import os
import signal

import pytest
import shiboken6
from PySide6 import QtCore, QtGui

from desktop.models.errors import NotFound, ParvandehError
from desktop.services.page_images.drawing import Drawing
from desktop.services.page_images.limits import MEBIBYTE, Limits
from desktop.views.documents.renderer import IDLE_DOCUMENTS, Renderer, shared_renderer
from desktop.views.documents.waiting import Urgency
from tests.builders.viewed_files import (
    JPEG,
    PDF,
    PNG,
    a_damaged_pdf,
    a_pdf,
    a_picture,
    an_encrypted_pdf,
    an_endless_pdf,
)

SMALL = Drawing.whole(60, 84)


class Answers:
    """Collects what comes back."""

    def __init__(self, qtbot):
        self._qtbot, self.got, self.errors = qtbot, [], []

    def then(self, answer):
        self.got.append(answer)

    def failed(self, error):
        self.errors.append(error)

    def wait(self, count=1):
        self._qtbot.waitUntil(lambda: len(self.got) + len(self.errors) >= count, timeout=30_000)
        return self.got[-1] if self.got else None


@pytest.fixture
def answers(qtbot):
    return Answers(qtbot)


def opened(renderer, answers, key, data, media_type=PDF):
    answers.got.clear()
    renderer.open(key, data, media_type, answers.then, answers.failed)
    found = answers.wait()
    answers.got.clear()
    return found


def test_a_page_comes_as_a_picture_of_the_wished_size(renderer, answers):
    assert len(opened(renderer, answers, "a", a_pdf(3)).sizes) == 3
    renderer.draw("a", 2, SMALL, answers.then, answers.failed)
    picture = answers.wait()
    assert (picture.width(), picture.height()) == (60, 84)
    assert picture.pixelColor(9, 8) == QtGui.QColor("black")
    assert picture.pixelColor(40, 60) == QtGui.QColor("white")


def test_what_was_drawn_before_comes_at_once(renderer, answers):
    opened(renderer, answers, "a", a_pdf(3))
    renderer.draw("a", 1, SMALL, answers.then, answers.failed)
    answers.wait()
    assert renderer.draw("a", 1, SMALL, answers.then, answers.failed) is None
    assert len(answers.got) == 2
    renderer.open("a", b"", PDF, answers.then, answers.failed)
    assert len(answers.got) == 3


def test_the_same_question_is_asked_once_and_answered_twice(renderer, answers):
    opened(renderer, answers, "b", a_pdf(3))
    first = renderer.draw("b", 1, SMALL, answers.then, answers.failed, urgency=Urgency.SOON)
    second = renderer.draw("b", 1, SMALL, answers.then, answers.failed)
    assert first.job is second.job
    assert first.job.urgency is Urgency.SHOWN
    answers.wait(2)
    assert answers.got[0].cacheKey() == answers.got[1].cacheKey()


def test_a_page_that_is_looked_at_overtakes_thumbnails(renderer, answers):
    opened(renderer, answers, "c", a_pdf(30))
    order = []
    for page in range(1, 20):
        renderer.draw(
            "c",
            page,
            SMALL,
            lambda _, page=page: order.append(page),
            answers.failed,
            urgency=Urgency.THUMBNAIL,
        )
    renderer.draw("c", 25, SMALL, lambda image: (order.append(25), answers.then(image)), answers.failed)
    answers.wait()
    assert order.index(25) <= 2


def test_a_dropped_question_is_not_answered(renderer, answers):
    opened(renderer, answers, "d", a_pdf(10))
    dropped = [renderer.draw("d", page, SMALL, answers.failed, answers.failed) for page in range(1, 9)]
    for ticket in dropped:
        renderer.drop(ticket)
    renderer.draw("d", 10, SMALL, answers.then, answers.failed)
    answers.wait()
    assert answers.errors == []
    assert renderer.kept("d", 8, SMALL) is None


def test_an_answer_for_somebody_who_is_gone_is_dropped(renderer, answers):
    opened(renderer, answers, "e", a_pdf(10))
    owner = QtCore.QObject()
    renderer.draw("e", 1, SMALL, answers.failed, answers.failed, owner)
    shiboken6.delete(owner)
    renderer.draw("e", 2, SMALL, answers.then, answers.failed)
    answers.wait()
    assert answers.errors == []


@pytest.mark.parametrize(
    ("data", "media_type", "code"),
    [
        (an_encrypted_pdf(), PDF, "document.encrypted"),
        (a_damaged_pdf(), PDF, "document.damaged"),
        (b"no picture", JPEG, "document.damaged"),
        (a_picture(PNG, (30_000, 2_000), "1", 1), PNG, "document.too_large"),
        (b"", PDF, "document.missing"),
    ],
    ids=["encrypted", "damaged", "not a picture", "thirty thousand pixels", "without a byte"],
)
def test_a_document_that_cannot_be_shown_says_why(renderer, answers, data, media_type, code):
    renderer.open(f"bad {code}", data, media_type, answers.then, answers.failed)
    answers.wait()
    (error,) = answers.errors
    assert isinstance(error, ParvandehError)
    assert error.code == code
    assert renderer.opened(f"bad {code}") is None


def test_a_missing_file_is_something_that_is_not_there(renderer, answers):
    renderer.open("none", b"", PDF, answers.then, answers.failed)
    assert isinstance(answers.errors[0], NotFound)


def test_two_thousand_pages_are_opened_and_the_last_is_drawn(renderer, answers):
    assert len(opened(renderer, answers, "long", a_pdf(2_000)).sizes) == 2_000
    renderer.draw("long", 2_000, SMALL, answers.then, answers.failed)
    assert answers.wait().width() == 60


def test_a_process_killed_in_the_middle_is_replaced_and_the_page_comes(renderer_of, answers):
    renderer = renderer_of()
    opened(renderer, answers, "slow", an_endless_pdf(5))
    killed = renderer.pid
    renderer.draw("slow", 1, SMALL, answers.then, answers.failed)
    os.kill(killed, signal.SIGKILL)
    assert answers.wait().pixelColor(1, 80) == QtGui.QColor("black")
    assert answers.errors == []
    assert renderer.pid != killed


def test_what_takes_too_long_fails_and_the_next_page_comes(renderer_of, answers):
    renderer = renderer_of(Limits(seconds=2))
    opened(renderer, answers, "endless", an_endless_pdf())
    renderer.draw("endless", 1, SMALL, answers.then, answers.failed)
    answers.wait()
    assert answers.errors.pop().code == "document.timed_out"
    opened(renderer, answers, "lease", a_pdf())
    renderer.draw("lease", 1, SMALL, answers.then, answers.failed)
    assert answers.wait().width() == 60


def test_what_needs_too_much_memory_fails_and_the_next_page_comes(renderer_of, answers):
    renderer = renderer_of(Limits(memory=320 * MEBIBYTE))
    opened(renderer, answers, "huge", a_picture(PNG, (6_000, 6_000), "RGB"), PNG)
    renderer.draw("huge", 1, SMALL, answers.then, answers.failed)
    answers.wait()
    assert answers.errors.pop().code == "document.too_large"
    opened(renderer, answers, "lease", a_pdf())
    renderer.draw("lease", 1, SMALL, answers.then, answers.failed)
    assert answers.wait().width() == 60


def test_documents_that_nobody_looks_at_are_closed_after_a_few_others(renderer_of, answers):
    renderer = renderer_of()
    for number in range(IDLE_DOCUMENTS + 2):
        opened(renderer, answers, f"document {number}", a_pdf(1))
        renderer.hold(f"document {number}")
        if number:
            renderer.let_go(f"document {number}")
    assert renderer.opened("document 0") is not None
    assert renderer.opened("document 1") is None
    opened(renderer, answers, "document 1", a_pdf(1))
    renderer.draw("document 1", 1, SMALL, answers.then, answers.failed)
    assert answers.wait().width() == 60


def test_versions_are_compared_and_words_read(renderer, answers):
    opened(renderer, answers, "first", a_pdf(2, "page"))
    opened(renderer, answers, "second", a_pdf(2, "Page"))
    owner = QtCore.QObject()
    renderer.compare("second", "first", 1, answers.then, answers.failed, owner)
    assert len(answers.wait()) == 1
    renderer.read("second", 2, answers.then, answers.failed, owner)
    assert answers.wait(2).strip() == "Page 2"


def test_after_the_end_there_is_no_process_and_no_thread(qapp, qtbot):
    renderer = Renderer()
    answers = Answers(qtbot)
    opened(renderer, answers, "lease", a_pdf())
    pid = renderer.pid
    renderer.shut_down()
    renderer.shut_down()
    assert pid not in {child.pid for child in multiprocessing.active_children()}
    assert not renderer._thread.is_alive()
    renderer.deleteLater()


def test_a_renderer_that_is_deleted_takes_its_process_along(qapp, qtbot):
    renderer = Renderer()
    opened(renderer, Answers(qtbot), "lease", a_pdf())
    thread = renderer._thread
    shiboken6.delete(renderer)
    gc.collect()
    thread.join(30)
    assert not thread.is_alive()


def test_the_window_has_one_renderer(qapp):
    before = set(multiprocessing.active_children())
    one = shared_renderer()
    assert shared_renderer() is one
    one.shut_down()
    shiboken6.delete(one)
    assert set(multiprocessing.active_children()) <= before


def test_what_was_drawn_when_the_end_came_is_not_delivered_any_more(qapp, qtbot):
    renderer, answers = Renderer(), Answers(qtbot)
    opened(renderer, answers, "lease", a_pdf(9))
    for page in range(1, 10):
        renderer.draw("lease", page, SMALL, answers.then, answers.failed)
    renderer.shut_down()
    qtbot.wait(50)
    assert answers.errors == []
    assert renderer.draw("lease", 1, SMALL, answers.then, answers.failed) is not None
    renderer.deleteLater()
