"""Long work is seen running, ended, failed and stopped; the daily round is one of it."""

import pytest
from PySide6 import QtWidgets

from desktop.models.errors import Unavailable
from desktop.views.jobs import JobState
from desktop.views.jobs_page.screen import JobsScreen
from desktop.views.navigation import route
from desktop.views.shell.jobs_panel import JobLine


@pytest.fixture
def supervisor(desk_of, worn):
    return desk_of("supervisor")


@pytest.fixture
def screen(qtbot, supervisor):
    screen = JobsScreen(supervisor, route("jobs"))
    qtbot.addWidget(screen)
    screen.show()
    return screen


def counting(_database, _acting):
    yield from range(3)
    return "done"


def test_what_has_ended_stays_with_how_it_ended(screen, supervisor):
    supervisor.long("شمردن", counting, lambda _: None)
    assert [job.state for job in supervisor.jobs.jobs] == [JobState.DONE]
    QtWidgets.QApplication.processEvents()
    assert [line.isVisible() for line in screen.findChildren(JobLine)][-1:] == [True]


def test_work_that_fails_says_so_and_tells_why(screen, supervisor):
    told = []
    supervisor.messages.unavailable.connect(told.append)

    def failing(_database, _acting):
        yield 1
        raise Unavailable("disk.full")

    supervisor.long("نوشتن", failing, lambda _: None)
    assert supervisor.jobs.jobs[0].state is JobState.FAILED
    assert "دیسک پر است" in told[0]


def test_work_stops_at_its_next_step_when_asked(screen, supervisor):
    seen = []

    def stopping(_database, _acting):
        for step in range(10):
            seen.append(step)
            supervisor.jobs.cancel(supervisor.jobs.jobs[0])
            yield step

    supervisor.long("کار بلند", stopping, seen.append)
    assert supervisor.jobs.jobs[0].state is JobState.CANCELLED
    assert seen == [0]


@pytest.mark.requirement("G-06")
def test_the_daily_round_goes_as_a_job_and_announces_dossiers(screen, supervisor, case):
    case.submitted()
    heard = []
    supervisor.changes.listen(screen, heard.append)
    screen._go_round()
    assert supervisor.jobs.jobs[0].state is JobState.DONE
    assert frozenset({("dossier", 0)}) in heard


def test_a_reviewer_cannot_start_the_round(qtbot, desk_of, worn):
    screen = JobsScreen(desk_of("reviewer"), route("jobs"))
    qtbot.addWidget(screen)
    assert "سرپرست" in screen.commands()[0].why_not()
