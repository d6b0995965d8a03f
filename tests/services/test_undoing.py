"""An act is taken back by who did it, within its seconds, while nobody went on; nothing is left of it."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select

from desktop.models.dossier import Dossier, WorkDone
from desktop.models.errors import Conflict, NotAllowed
from desktop.models.notice import Notice
from desktop.models.vocabulary import Language, NoticeState
from desktop.services import claims, notes
from desktop.services.applicant_view import applicant_view
from desktop.services.approval import evidence
from desktop.services.correspondence import _deficiencies
from desktop.services.fees import fees_of
from desktop.services.held_acts import HOLD
from desktop.services.notices import notices_of
from desktop.services.people import actor_named
from desktop.services.physical_documents import receive_packet
from desktop.services.steps import steps_open_to, take_step
from desktop.services.timeline import timeline_of
from desktop.services.undoing import undo, undoable
from desktop.services.unit_of_work import reading, writing
from tests.builders.enamad import PEOPLE, Case
from tests.builders.observed import observed
from tests.builders.refusals import code_of, refused

NOTE = "دلیلی که به اندازهٔ کافی روشن و بلند است."
DEFICIENT = {"B4": "اطلاعات دامنه پنهان است."}


@pytest.fixture
def deficient(claimed: Case) -> Case:
    """In the hands of `reviewer`, an item rejected, the notice about to be sent."""
    return claimed.judged(**DEFICIENT)


def at_once(case: Case, username: str, service, *arguments):
    """Somebody does something now, and the clock does not go on."""
    with writing(case.office) as session:
        return service(session, actor_named(session, username, case.now), *arguments)


def held(case: Case, username: str = "reviewer"):
    with reading(case.office) as session:
        return undoable(session, actor_named(session, username, case.now), case.dossier_id)


def open_steps(case: Case):
    with reading(case.office) as session:
        return [
            (person.username, answer)
            for person in PEOPLE
            for answer in steps_open_to(
                session, actor_named(session, person.username, case.now), case.dossier_id
            )
            if answer.is_open
        ]


@pytest.mark.parametrize("came", ["submitted", "claimed", "returned", "papers", "manager", "approved"])
def test_a_step_that_was_taken_back_has_left_nothing_and_all_others_stay(stage, came):
    for username, answer in open_steps(stage(came)):
        case = stage(came)
        before = observed(case.office, "work_done")
        at_once(case, username, take_step, case.dossier_id, answer.action, NOTE)
        case.later(seconds=3)
        if answer.can_be_undone:
            assert held(case, username).action == answer.action
            at_once(case, username, undo, case.dossier_id)
            assert observed(case.office, "work_done") == before, answer.action
        else:
            assert code_of(case, username, undo, case.dossier_id) == "undo.nothing"


def test_decisions_and_ends_cannot_be_taken_back(at_manager: Case):
    final = {answer.action for _, answer in open_steps(at_manager) if not answer.can_be_undone}
    assert final == {"approve"}
    at_manager.step("return_to_reviewer", by="manager", note=NOTE).claimed()
    final = {answer.action for _, answer in open_steps(at_manager) if not answer.can_be_undone}
    assert final == {"withdraw", "mark_not_applicable"}


def test_the_applicant_is_never_told_what_was_taken_back(deficient: Case):
    with reading(deficient.office) as session:
        before = applicant_view(session, deficient.dossier_id)
    at_once(deficient, "reviewer", take_step, deficient.dossier_id, "announce_deficiency")
    at_once(deficient.later(seconds=7), "reviewer", undo, deficient.dossier_id)
    with reading(deficient.office) as session:
        told = [(row.kind, row.state) for row in notices_of(session, deficient.dossier_id)]
        assert applicant_view(session, deficient.dossier_id) == before
    assert told == [("receipt", NoticeState.WAITING), ("deficiency_notice", NoticeState.WITHDRAWN)]


def test_no_letter_repeats_a_notice_that_was_taken_back(deficient: Case):
    at_once(deficient, "reviewer", take_step, deficient.dossier_id, "announce_deficiency")
    at_once(deficient, "reviewer", undo, deficient.dossier_id)
    deficient.judged().verified().cleared().step("approve_checklist")
    with reading(deficient.office) as session:
        actor = actor_named(session, "reviewer", deficient.now)
        dossier = session.get_one(Dossier, deficient.dossier_id)
        assert _deficiencies(session, actor, dossier, Language.PERSIAN)[0] == ()


def test_the_clock_stands_where_it_stood_and_not_some_seconds_later(deficient: Case):
    due = deficient.details.due_at
    at_once(deficient, "reviewer", take_step, deficient.dossier_id, "announce_deficiency")
    assert deficient.details.due_at is None
    at_once(deficient.later(seconds=7), "reviewer", undo, deficient.dossier_id)
    assert deficient.details.due_at == due
    assert deficient.details.claimed_by == "کارشناس نخست"
    assert deficient.details.answer_due_at is None


def test_fees_that_a_step_charged_are_charged_no_more(stage):
    case = stage("claimed").judged().verified().cleared()
    at_once(case, "reviewer", take_step, case.dossier_id, "approve_checklist")
    with reading(case.office) as session:
        assert fees_of(session, case.dossier_id)
    at_once(case.later(seconds=1), "reviewer", undo, case.dossier_id)
    with reading(case.office) as session:
        assert fees_of(session, case.dossier_id) == []
    case.step("approve_checklist").paid()


def test_only_who_did_it_takes_it_back(deficient: Case):
    at_once(deficient, "reviewer", take_step, deficient.dossier_id, "announce_deficiency")
    assert held(deficient, "supervisor") is None
    error = refused(deficient, "supervisor", undo, deficient.dossier_id)
    assert isinstance(error, NotAllowed)
    assert (error.code, error.values["doer"]) == ("undo.not_yours", "کارشناس نخست")


def test_after_its_seconds_an_act_counts(deficient: Case):
    at_once(deficient, "reviewer", take_step, deficient.dossier_id, "announce_deficiency")
    late = replace(deficient, now=deficient.now + HOLD)
    assert held(replace(deficient, now=late.now - timedelta(milliseconds=1))).until == late.now
    assert held(late) is None
    assert code_of(late, "reviewer", undo, late.dossier_id) == "undo.too_late"


def test_what_has_been_told_cannot_be_taken_back(deficient: Case):
    at_once(deficient, "reviewer", take_step, deficient.dossier_id, "announce_deficiency")
    with writing(deficient.office) as session:
        for notice in session.scalars(select(Notice)):
            notice.state = NoticeState.SENT
    assert code_of(deficient, "reviewer", undo, deficient.dossier_id) == "undo.too_late"


def test_once_somebody_went_on_it_cannot_be_taken_back(stage):
    case = stage("claimed").judged().verified().cleared()
    at_once(case, "reviewer", take_step, case.dossier_id, "approve_checklist")
    at_once(case.later(seconds=1), "clerk", receive_packet, case.dossier_id, "44710009", case.today)
    error = refused(case, "reviewer", undo, case.dossier_id)
    assert isinstance(error, Conflict)
    assert error.code == "undo.work_went_on"


def test_a_note_between_colleagues_is_no_going_on(deficient: Case):
    at_once(deficient, "reviewer", take_step, deficient.dossier_id, "announce_deficiency")
    at_once(deficient.later(seconds=1), "supervisor", notes.write_note, deficient.dossier_id, "یادداشت")
    at_once(deficient, "reviewer", undo, deficient.dossier_id)
    assert deficient.status == "under_review"


def test_an_act_is_taken_back_once(deficient: Case):
    assert code_of(replace(deficient, dossier_id=99), "reviewer", undo, 99) == "dossier.unknown"
    at_once(deficient, "reviewer", take_step, deficient.dossier_id, "announce_deficiency")
    at_once(deficient, "reviewer", undo, deficient.dossier_id)
    assert held(deficient) is None
    assert code_of(deficient, "reviewer", undo, deficient.dossier_id) == "undo.nothing"


def test_the_journal_tells_both_and_the_version_goes_on(deficient: Case):
    version = deficient.details.version
    at_once(deficient, "reviewer", take_step, deficient.dossier_id, "announce_deficiency")
    at_once(deficient, "reviewer", undo, deficient.dossier_id)
    with reading(deficient.office) as session:
        *_, taken, undone = timeline_of(session, deficient.dossier_id)
    assert (taken.tag, undone.tag) == ("dossier:step:taken", "dossier:step:undone")
    assert undone.values["action_label"]["fa"] == "ارسال اعلام نقص"
    assert (undone.values["from"], undone.values["to"]) == ("deficient", "under_review")
    assert deficient.details.version == version + 2
    taking = (take_step, deficient.dossier_id, "announce_deficiency", None, version + 1)
    assert code_of(deficient, "reviewer", *taking) == "dossier.changed"


def test_the_managers_chain_names_no_hand_that_was_taken_back(at_manager: Case):
    with reading(at_manager.office) as session:
        manager = actor_named(session, "manager", at_manager.now)
        before = evidence(session, manager, at_manager.dossier_id)
    at_once(at_manager, "manager", take_step, at_manager.dossier_id, "return_to_reviewer", NOTE)
    at_once(at_manager, "manager", undo, at_manager.dossier_id)
    with reading(at_manager.office) as session:
        after = evidence(session, manager, at_manager.dossier_id)
    assert replace(after, version=before.version) == before


def test_who_took_a_step_back_has_still_had_a_hand_in_the_dossier(claimed: Case):
    at_once(claimed, "reviewer", take_step, claimed.dossier_id, "await_clearance")
    at_once(claimed, "reviewer", undo, claimed.dossier_id)
    with reading(claimed.office) as session:
        assert "review" in session.scalars(select(WorkDone.kind)).all()


def test_what_the_applicant_does_nobody_takes_back(returned: Case):
    returned.resubmitted()
    assert code_of(returned, "reviewer", undo, returned.dossier_id) == "undo.nothing"


@pytest.mark.parametrize(
    ("who", "act", "arguments"),
    [
        ("reviewer", claims.release, ()),
        ("reviewer", claims.reassign, ("colleague", "مرخصی")),
        ("supervisor", claims.reassign, ("colleague", "مرخصی")),
    ],
    ids=["released", "referred", "reassigned"],
)
def test_a_change_of_hands_is_taken_back_to_who_held_it_and_since_when(claimed: Case, who, act, arguments):
    before = observed(claimed.office)
    at_once(claimed, who, act, claimed.dossier_id, *arguments)
    assert held(claimed, who).action is None
    at_once(claimed.later(seconds=2), who, undo, claimed.dossier_id)
    assert observed(claimed.office) == before
    with reading(claimed.office) as session:
        last = timeline_of(session, claimed.dossier_id)[-1]
    assert (last.tag, last.values["receiver"]) == ("dossier:claim:undone", "کارشناس نخست")


def test_a_claim_is_taken_back(stage):
    case = stage("submitted")
    before = observed(case.office)
    at_once(case, "reviewer", claims.claim, case.dossier_id)
    at_once(case, "reviewer", undo, case.dossier_id)
    assert observed(case.office) == before


def test_who_got_a_dossier_and_began_keeps_it(claimed: Case):
    at_once(claimed, "reviewer", claims.reassign, claimed.dossier_id, "colleague", "مرخصی")
    at_once(claimed.later(seconds=1), "colleague", take_step, claimed.dossier_id, "await_clearance")
    assert code_of(claimed, "reviewer", undo, claimed.dossier_id) == "undo.not_yours"
    assert claimed.status == "waiting_external"
