"""A unit of work is kept whole or not at all, and what hinders it is told in the office's own errors."""

import pytest
from sqlalchemy import select, text, update
from sqlalchemy.exc import OperationalError

from desktop.models.dossier import Dossier
from desktop.models.errors import Conflict, NotFound
from desktop.models.office import Setting
from desktop.models.vocabulary import Verdict
from desktop.services.dossiers import find_dossier
from desktop.services.notes import notes_of, write_note
from desktop.services.people import actor_named
from desktop.services.review import judge
from desktop.services.unit_of_work import leave_no_trace, reading, run, run_told, writing
from tests.builders.enamad import BEGUN_AT, Case


def settings(office):
    with reading(office) as session:
        return set(session.scalars(select(Setting.name)))


def test_work_that_ends_well_is_kept_together(office):
    with writing(office) as session:
        session.add(Setting(name="a", value=1))
        session.flush()
        session.add(Setting(name="b", value=2))
    assert {"a", "b"} <= settings(office)


def test_work_that_fails_leaves_nothing(office):
    def fail():
        with writing(office) as session:
            session.add(Setting(name="a", value=1))
            session.flush()
            find_dossier(session, "1405/00001")

    with pytest.raises(NotFound):
        fail()
    assert "a" not in settings(office)


def test_what_is_changed_while_reading_is_not_kept(office):
    with reading(office) as session:
        session.add(Setting(name="a", value=1))
        session.flush()
    assert "a" not in settings(office)


def test_a_service_is_run_in_a_unit_of_its_own_and_its_answer_given(enamad):
    assert run(enamad, lambda session, number: session.scalar(text(f"SELECT {number}")), 7) == 7


def test_what_the_database_refuses_is_a_conflict_that_says_what(office):
    def twice():
        with writing(office) as session:
            session.execute(text("INSERT INTO setting (name, value) VALUES ('a', '1'), ('a', '2')"))

    with pytest.raises(Conflict) as refusal:
        twice()
    assert refusal.value.code == "database.refused"
    assert "setting.name" in refusal.value.values["detail"]


def test_a_mistake_of_the_program_stays_what_it_is(office):
    def ask_nonsense():
        with reading(office) as session:
            session.execute(text("SELECT nothing FROM nowhere"))

    with pytest.raises(OperationalError):
        ask_nonsense()


def test_what_is_shown_can_be_used_after_the_work_is_closed(enamad):
    with reading(enamad) as session:
        manager = actor_named(session, "manager", BEGUN_AT)
    assert (manager.name, manager.roles) == ("مدیر", {"manager"})


def test_erased_values_are_gone_from_the_log_too_when_asked(office):
    with writing(office) as session:
        session.add(Setting(name="secret", value="a-word-nobody-else-uses"))
    with writing(office) as session:
        session.delete(session.get_one(Setting, "secret"))
        leave_no_trace(session)
    files = b"".join(path.read_bytes() for path in office.folder.iterdir() if path.is_file())
    assert b"a-word-nobody-else-uses" not in files


def told(case: Case, service, *arguments):
    with reading(case.office) as session:
        actor = actor_named(session, "reviewer", case.now)
    return run_told(case.office, service, actor, *arguments)


def test_who_ran_a_service_is_told_what_it_changed(claimed: Case):
    note_id, changed = told(claimed, write_note, claimed.dossier_id, "تلفن پاسخ نمی‌دهد.")
    assert {("internal_note", note_id), ("dossier", claimed.dossier_id)} <= changed
    assert ("dossier", claimed.dossier_id + 1) not in changed


def test_findings_written_past_the_session_still_tell_of_their_dossier(claimed: Case):
    _, changed = told(claimed, judge, claimed.dossier_id, "B1", Verdict.ACCEPTED)
    assert {("finding", 0), ("dossier", claimed.dossier_id), ("review_baseline", 0)} <= changed


def test_saving_what_was_saved_before_changes_nothing(claimed: Case):
    def same_again(session, _, dossier_id):
        dossier = session.get_one(Dossier, dossier_id)
        dossier.subject = str(dossier.subject)

    assert told(claimed, same_again, claimed.dossier_id) == (None, frozenset())


def test_what_a_statement_changes_is_told_without_ids(claimed: Case):
    def rename(session, _):
        session.execute(update(Setting).values(value=1))

    assert told(claimed, rename) == (None, {("setting", 0)})


def test_what_fails_tells_nothing_and_keeps_nothing(claimed: Case):
    def fail(session, actor, dossier_id):
        write_note(session, actor, dossier_id, "یادداشت")
        find_dossier(session, "1405/99999")

    with pytest.raises(NotFound):
        told(claimed, fail, claimed.dossier_id)
    with reading(claimed.office) as session:
        assert notes_of(session, claimed.dossier_id) == []
