"""Every row of the demo office says what the dossier's own page says, and a page costs a few statements."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from sqlalchemy import event
from sqlalchemy.orm import Session

from desktop.models.dossier import Dossier
from desktop.models.vocabulary import STANDING_PHASES
from desktop.services.blacklist import hits_of
from desktop.services.cautions import Caution
from desktop.services.changes import what_changed
from desktop.services.database import Database
from desktop.services.desk_rows import desk_rows
from desktop.services.due_dates import calendar_of
from desktop.services.due_states import DueKind
from desktop.services.home import home_of
from desktop.services.people import actor_named, list_people
from desktop.services.preview import preview_of
from desktop.services.queues import QueueQuery, queue_ids
from tests.builders.demo import AT


def people(session: Session):
    return [actor_named(session, row.username, AT) for row in list_people(session)]


@contextmanager
def statements(database: Database) -> Iterator[list[str]]:
    """What is asked of the database meanwhile."""
    asked: list[str] = []

    def note(connection, cursor, statement, *more):
        asked.append(statement)

    event.listen(database.reading, "before_cursor_execute", note)
    yield asked
    event.remove(database.reading, "before_cursor_execute", note)


@pytest.mark.requirement("ENM-064")
def test_a_row_counts_the_changes_that_its_page_tells(session: Session):
    counted = []
    for actor in people(session):
        for row in desk_rows(session, actor, queue_ids(session, actor, QueueQuery())):
            assert (row.number, row.changes) == (row.number, what_changed(session, actor, row.id).count)
            counted.append(row.changes)
    assert any(counted)


@pytest.mark.requirement("X-15")
def test_a_row_tells_of_the_clock_what_the_dossier_says(session: Session):
    actor, calendar = people(session)[0], calendar_of(session)
    rows = desk_rows(session, actor, queue_ids(session, actor, QueueQuery()))
    for row in rows:
        dossier = session.get_one(Dossier, row.id)
        assert row.due.due_at == dossier.due_at
        assert (row.due.kind is DueKind.PAUSED) == (dossier.phase in STANDING_PHASES)
        if dossier.due_at:
            left = calendar.working_time_between(AT, dossier.due_at)
            assert row.due.minutes_left == int(left.total_seconds() / 60)
            assert (row.due.kind is DueKind.OVERDUE) == (dossier.due_at < AT)
    assert {row.due.kind for row in rows} >= {DueKind.OVERDUE, DueKind.RUNNING, DueKind.PAUSED, DueKind.NONE}


@pytest.mark.requirement("C-28")
def test_a_row_warns_of_every_blacklist_entry(session: Session):
    actor = people(session)[0]
    rows = desk_rows(session, actor, queue_ids(session, actor, QueueQuery()))
    warned = {row.id for row in rows if Caution.BLACKLISTED in row.cautions}
    assert warned == {row.id for row in rows if hits_of(session, row.id)}
    assert warned


def test_a_page_of_any_size_takes_the_same_few_statements(demo: Database, session: Session):
    actor = people(session)[0]
    ids = queue_ids(session, actor, QueueQuery())
    desk_rows(session, actor, ids)
    with statements(demo) as asked:
        desk_rows(session, actor, ids)
    assert len(asked) <= 8


@pytest.mark.requirement("ENM-018")
def test_the_pane_gives_a_reason_for_every_caution_of_the_row(session: Session):
    actor = people(session)[0]
    warned = 0
    for dossier_id in queue_ids(session, actor, QueueQuery()):
        shown = preview_of(session, actor, dossier_id)
        assert {one.caution for one in shown.warnings} == shown.row.cautions
        for one in shown.warnings:
            assert (one.entry or one.other) is not None
            assert one.reason or one.caution is not Caution.EARLIER_REFUSAL
        warned += len(shown.warnings)
    assert warned


def test_every_figure_of_a_home_page_is_the_length_of_the_list_it_leads_to(session: Session):
    for person in list_people(session):
        actor = actor_named(session, person.username, AT)
        for role in person.roles:
            page = home_of(session, actor, role)
            figures = (*page.urgent, *page.today)
            assert all(figure.query or figure.target for figure in figures)
            for counted in (*(figure for figure in figures if figure.query), *page.load):
                assert counted.count == len(queue_ids(session, actor, counted.query)), counted
