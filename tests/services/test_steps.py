"""The one door for steps: who may, from where, over which state, and what a step leaves behind."""

import pytest
from sqlalchemy import select

from desktop.models.dossier import StatusChange, WorkDone
from desktop.models.errors import Conflict, NotAllowed, NotFound
from desktop.models.vocabulary import Phase
from desktop.services.people import actor_named, applicant, clock
from desktop.services.steps import steps_open_to, take_step
from desktop.services.timeline import timeline_of
from desktop.services.unit_of_work import reading, writing
from tests.builders.enamad import Case
from tests.builders.refusals import code_of, refused


def open_to(case: Case, username: str):
    with reading(case.office) as session:
        actor = actor_named(session, username, case.now)
        return {answer.action: answer for answer in steps_open_to(session, actor, case.dossier_id)}


def test_a_step_the_status_does_not_know_is_refused_with_those_it_knows(claimed: Case):
    error = refused(claimed, "manager", take_step, claimed.dossier_id, "approve")
    assert error.code == "step.not_from_here"
    assert error.values["status"] == "under_review"
    assert "approve_checklist" in error.values["possible"]
    assert "approve" not in error.values["possible"]


def test_a_step_of_another_role_is_refused_with_the_roles_it_has(claimed: Case):
    error = refused(claimed, "clerk", take_step, claimed.dossier_id, "approve_checklist")
    assert isinstance(error, NotAllowed)
    assert (error.code, error.values["roles"]) == ("step.role_missing", ["reviewer"])


@pytest.mark.parametrize("note", [None, "", "   ", "\n"])
def test_a_step_that_needs_a_note_is_refused_without_one(claimed: Case, note):
    taking = (take_step, claimed.dossier_id, "propose_refusal", note)
    assert code_of(claimed, "reviewer", *taking) == "step.note_missing"


@pytest.mark.parametrize("note", ["کوتاه است", "کوتاه" + " " * 30, "کوتاه" + "\n" * 30])
def test_a_note_must_say_something_and_not_only_be_long(claimed: Case, note):
    error = refused(claimed, "reviewer", take_step, claimed.dossier_id, "propose_refusal", note)
    assert (error.code, error.values["min_letters"]) == ("guard.note_given", 20)


def test_a_step_over_an_older_state_is_refused_and_never_merged(claimed: Case):
    seen = claimed.details.version
    claimed.step("await_clearance")
    error = refused(claimed, "reviewer", take_step, claimed.dossier_id, "resume", None, seen)
    assert isinstance(error, Conflict)
    assert (error.code, error.values["seen"], error.values["now"]) == ("dossier.changed", seen, seen + 1)


def test_a_dossier_that_does_not_exist_takes_no_step(claimed: Case):
    assert isinstance(refused(claimed, "reviewer", take_step, 99, "resume"), NotFound)
    assert code_of(claimed, "reviewer", steps_open_to, 99) == "dossier.unknown"


@pytest.mark.requirement("X-03")
def test_a_step_leaves_status_version_history_and_a_line_in_the_timeline(claimed: Case):
    before = claimed.details
    taken = claimed.by("reviewer", take_step, claimed.dossier_id, "await_clearance", "در انتظار نامه")
    after = claimed.details
    assert (taken.from_status, taken.to_status) == ("under_review", "waiting_external")
    assert (after.phase, after.version) == (Phase.WAITING_EXTERNAL, before.version + 1)
    assert after.status_since > before.status_since
    with reading(claimed.office) as session:
        last = timeline_of(session, claimed.dossier_id)[-1]
        change = session.scalars(select(StatusChange).order_by(StatusChange.id.desc())).first()
    assert (last.tag, last.person) == ("dossier:step:taken", "کارشناس نخست")
    assert last.values["from_label"]["fa"] == "در حال بررسی"
    assert last.values["to_label"]["fa"] == "منتظر استعلام"
    assert last.values["action_label"]["fa"] == "انتظار برای پاسخ استعلام"
    assert (change.action, change.role, change.note) == ("await_clearance", "reviewer", "در انتظار نامه")


def test_every_step_of_ones_roles_is_shown_closed_ones_with_all_their_reasons(claimed: Case):
    answers = open_to(claimed, "reviewer")
    assert not answers["approve_checklist"].is_open
    assert [refusal.code for refusal in answers["approve_checklist"].refusals] == [
        "guard.all_items_judged",
        "guard.verifications_at_least",
        "guard.clearance_granted",
    ]
    assert answers["await_clearance"].is_open
    assert answers["propose_refusal"].note == "required"
    assert answers["propose_refusal"].is_open
    assert "withdraw" not in answers
    assert set(open_to(claimed, "clerk")) == {"withdraw"}
    assert open_to(claimed, "auditor") == {}


def test_what_stands_open_can_be_taken_and_what_is_closed_cannot(claimed: Case):
    note = "دلیلی که به اندازهٔ کافی روشن و بلند است."
    for action, answer in open_to(claimed, "reviewer").items():
        with writing(claimed.office) as session:
            reviewer = actor_named(session, "reviewer", claimed.now)
            if answer.is_open:
                take_step(session, reviewer, claimed.dossier_id, action, note)
            session.rollback()
        if not answer.is_open:
            expected = answer.refusals[0].code
            assert code_of(claimed, "reviewer", take_step, claimed.dossier_id, action, note) == expected


def test_neither_applicant_nor_clock_takes_a_step_of_the_office(claimed: Case):
    for actor in (applicant(claimed.now), clock(claimed.now)):
        with pytest.raises(NotAllowed) as refusal, writing(claimed.office) as session:
            take_step(session, actor, claimed.dossier_id, "await_clearance")
        assert refusal.value.code == "step.role_missing"


def test_an_ended_dossier_is_in_nobodys_hand_and_has_no_due_moment(claimed: Case):
    claimed.step("mark_not_applicable", note="سایت فروش اینترنتی ندارد.")
    details = claimed.details
    assert (details.phase, details.claimed_by, details.due_at) == (Phase.ENDED, None, None)
    assert (details.decided_by, details.decided_at is not None) == ("کارشناس نخست", True)


def test_steps_that_order_work_are_no_work_and_those_that_do_it_are(at_manager: Case):
    at_manager.step("return_to_reviewer", by="manager", note="بند ت۲ را ببینید.")
    with reading(at_manager.office) as session:
        done = {(work.person_id, work.kind) for work in session.scalars(select(WorkDone))}
        ids = {
            name: actor_named(session, name, at_manager.now).person_id
            for name in ("reviewer", "officer", "manager", "supervisor")
        }
    assert (ids["reviewer"], "review") in done
    assert (ids["officer"], "documents") in done
    assert ids["manager"] not in {person for person, _ in done}
    # Not for a step, but because he entered the answer of the authority.
    assert {kind for person, kind in done if person == ids["supervisor"]} == {"intake"}
