"""The drawing process: killed, starved or kept too long, the next question is answered as if nothing was."""

import multiprocessing
import os
import select
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from desktop.models.errors import RuleBroken, Unavailable
from desktop.services.page_images.drawing import Drawing
from desktop.services.page_images.limits import MEBIBYTE, Limits
from desktop.services.page_images.process import RenderingProcess, Stopped
from tests.builders.viewed_files import (
    PDF,
    PNG,
    a_damaged_pdf,
    a_pdf,
    a_picture,
    an_encrypted_pdf,
    an_endless_pdf,
)

ROOT = Path(__file__).parents[3]
SMALL = Drawing.whole(60, 84)


@pytest.fixture
def process():
    with_limits = RenderingProcess(Limits(seconds=20))
    yield with_limits
    with_limits.stop()
    assert multiprocessing.active_children() == []


def drawn(process, key, page=1, drawing=SMALL):
    process.draw(key, page, drawing, place=0)
    return bytes(process.drawn(drawing, place=0))


def test_a_document_is_opened_drawn_read_and_closed(process):
    opened = process.open("lease", a_pdf(3, "lease"), PDF)
    assert len(opened.sizes) == 3
    assert not opened.is_reduced
    assert min(drawn(process, "lease", 3)) == 0
    assert process.text("lease", 2).strip() == "lease 2"
    process.close("lease")
    with pytest.raises(KeyError):
        process.draw("lease", 1, SMALL, place=0)


def test_both_places_of_the_shared_memory_hold_a_page(process):
    process.open("lease", a_pdf(2), PDF)
    process.open("white", a_picture(PNG, (60, 84), "L", 255), PNG)
    process.draw("lease", 1, SMALL, place=0)
    process.draw("white", 1, SMALL, place=1)
    assert bytes(process.drawn(SMALL, 0)) != bytes(process.drawn(SMALL, 1))
    assert bytes(process.drawn(SMALL, 0)) == drawn(process, "lease")


def test_versions_are_compared_there(process):
    process.open("first", a_pdf(3, "page"), PDF)
    process.open("second", a_pdf(3, "Page"), PDF)
    assert process.differences("first", "second", 1) != []
    assert process.differences("first", "first", 1) == []


@pytest.mark.parametrize(
    ("data", "code"),
    [(an_encrypted_pdf(), "document.encrypted"), (a_damaged_pdf(), "document.damaged")],
    ids=["encrypted", "damaged"],
)
def test_a_refusal_comes_back_as_an_error_and_the_process_goes_on(process, data, code):
    with pytest.raises(RuleBroken) as refused:
        process.open("bad", data, PDF)
    assert refused.value.code == code
    pid = process.pid
    process.open("good", a_pdf(), PDF)
    assert process.pid == pid


def test_a_killed_process_is_replaced_and_opens_the_documents_again(process):
    process.open("lease", a_pdf(2), PDF)
    before = drawn(process, "lease", 2)
    killed = process.pid
    os.kill(killed, signal.SIGKILL)
    assert drawn(process, "lease", 2) == before
    assert process.pid != killed


def test_a_process_killed_in_the_middle_of_an_answer_is_asked_again(process):
    process.open("endless", an_endless_pdf(5), PDF)
    first = process.pid
    killer = threading.Timer(0.05, os.kill, (first, signal.SIGKILL))
    killer.start()
    assert min(drawn(process, "endless")) == 0
    killer.join()
    assert min(drawn(process, "endless")) == 0


def test_what_takes_too_long_is_ended_and_the_next_document_is_shown():
    process = RenderingProcess(Limits(seconds=2))
    process.open("endless", an_endless_pdf(), PDF)
    with pytest.raises(Unavailable) as late:
        process.draw("endless", 1, SMALL, place=0)
    assert late.value.code == "document.timed_out"
    assert process.pid is None
    process.open("lease", a_pdf(), PDF)
    assert min(drawn(process, "lease")) == 0
    process.stop()


def test_what_needs_too_much_memory_is_refused_and_the_next_document_is_shown():
    process = RenderingProcess(Limits(memory=320 * MEBIBYTE))
    process.open("huge", a_picture(PNG, (6_000, 6_000), "RGB"), PNG)
    with pytest.raises(RuleBroken, match=r"document\.too_large"):
        process.draw("huge", 1, SMALL, place=0)
    process.open("lease", a_pdf(), PDF)
    assert min(drawn(process, "lease")) == 0
    process.stop()


def test_memory_that_only_saves_time_is_given_back_before_a_page_is_refused():
    process = RenderingProcess(Limits(memory=560 * MEBIBYTE))
    for key in ("one", "two", "three"):
        process.open(key, a_picture(PNG, (5_000, 6_000), "L", 255), PNG)
    assert [max(drawn(process, key)) for key in ("one", "two", "three")] == [255, 255, 255]
    process.stop()


def test_a_stopped_process_answers_nobody():
    process = RenderingProcess()
    process.open("lease", a_pdf(), PDF)
    process.stop()
    with pytest.raises(Stopped):
        process.text("lease", 1)
    assert multiprocessing.active_children() == []


def test_stopping_does_not_wait_for_an_answer():
    process = RenderingProcess(Limits(seconds=600))
    process.open("endless", an_endless_pdf(), PDF)
    ended = []

    def ask():
        try:
            process.draw("endless", 1, SMALL, place=0)
        except Stopped as stopped:
            ended.append(stopped)

    asking = threading.Thread(target=ask)
    asking.start()
    process.stop()
    asking.join()
    assert len(ended) == 1


PARENT = """
import sys, time
from desktop.services.page_images.process import RenderingProcess
from tests.builders.viewed_files import PDF, an_endless_pdf
if __name__ == "__main__":
    process = RenderingProcess()
    process.open("endless", an_endless_pdf(), PDF)
    print(process.pid, flush=True)
    from desktop.services.page_images.drawing import Drawing
    process.draw("endless", 1, Drawing.whole(60, 84), place=0)
"""


def test_the_process_dies_with_the_program_that_started_it(tmp_path):
    script = tmp_path / "parent.py"
    script.write_text(PARENT, encoding="utf-8")
    with subprocess.Popen(
        [sys.executable, script], cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
    ) as parent:  # fmt: skip
        child = int(parent.stdout.readline())
        waiting = os.pidfd_open(child)
        parent.kill()
    ended, _, _ = select.select([waiting], [], [], 20)
    os.close(waiting)
    assert ended


def test_the_process_knows_nothing_of_qt(process):
    process.open("lease", a_pdf(), PDF)
    mapped = Path(f"/proc/{process.pid}/maps").read_text(encoding="utf-8")
    assert "pdfium" in mapped
    assert "PySide6" not in mapped
