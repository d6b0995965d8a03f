"""The manager's list: who did what, what it rests on, what wants a look of its own, what is closed."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select, update

from desktop.models.errors import NotAllowed
from desktop.models.physical_documents import Paper
from desktop.models.submission import Submission
from desktop.models.vocabulary import ClearanceResult, PaperVerdict, Role
from desktop.services import approval, claims
from desktop.services.due_states import DueKind
from desktop.services.people import actor_named
from desktop.services.stack_chain import LinkState
from desktop.services.stack_rows import StackException, StackStanding, stack_rows
from desktop.services.unit_of_work import reading, writing
from tests.builders.enamad import POLICE, Case

REASON = "مدل فعالیت فروشگاه با قوانین سازگار نیست."


def rows(case: Case, username: str = "manager"):
    with reading(case.office) as session:
        actor = actor_named(session, username, case.now)
        ids = approval.stack(session, actor) if Role.MANAGER in actor.roles else [case.dossier_id]
        return stack_rows(session, actor, ids)


def row(case: Case, username: str = "manager"):
    (only,) = rows(case, username)
    return only


def test_a_row_shows_the_chain_and_what_the_decision_rests_on(at_manager: Case):
    seen = row(at_manager)
    assert (seen.title, seen.subject, seen.level["fa"]) == (
        "گل‌فروشی گلچین",
        "golchin.example",
        "نماد دائمی یک‌ستاره",
    )
    assert [(link.role, link.person, link.state, link.is_mine) for link in seen.chain.links] == [
        (Role.REVIEWER, "کارشناس نخست", LinkState.DONE, False),
        (Role.DOCUMENTS_OFFICER, "مسئول مدارک", LinkState.DONE, False),
    ]
    found = seen.evidence
    assert (found.items, found.accepted, found.unjudged) == (38, 38, 0)
    assert (found.papers_accepted > 0, found.papers_open, found.owed_rial) == (True, 0, 0)
    assert found.clearances == ((POLICE, ClearanceResult.GRANTED),)
    assert found.verified == 3
    assert seen.due.kind in (DueKind.RUNNING, DueKind.TODAY)
    assert (seen.exceptions, seen.standing) == ((), StackStanding.READY)


def test_its_numbers_are_those_of_the_whole_evidence(at_manager: Case):
    with reading(at_manager.office) as session:
        whole = approval.evidence(
            session, actor_named(session, "manager", at_manager.now), at_manager.dossier_id
        )
    found = row(at_manager).evidence
    (judged,) = whole.judged
    assert (found.accepted, found.unjudged) == (judged.accepted, whole.unjudged)
    assert found.papers_accepted == len(whole.papers)
    assert found.owed_rial == sum(fee.owed_rial for fee in whole.fees if not fee.informative)


def test_who_worked_on_it_sees_himself_and_is_told_why_it_is_closed(stage):
    case = stage("claimed")
    case.by("reviewer", claims.reassign, case.dossier_id, "allrounder", "مرخصی")
    case.judged("allrounder").verified().cleared().step("approve_checklist", "allrounder").paid()
    case.papers_received().papers_judged().step("accept_documents", by="officer")
    seen = row(case, "allrounder")
    assert [link.is_mine for link in seen.chain.links] == [True, False]
    assert [refusal.code for refusal in seen.decision.refusals] == ["guard.four_eyes"]
    assert seen.standing is StackStanding.CLOSED
    assert row(case).standing is StackStanding.READY


def test_what_is_not_paid_is_closed_with_its_reason(stage):
    case = stage("claimed").judged().verified().cleared().step("approve_checklist")
    case.papers_received().papers_judged().step("accept_documents", by="officer")
    seen = row(case)
    assert seen.evidence.owed_rial == 1_750_000
    assert [refusal.code for refusal in seen.decision.refusals] == ["guard.fee_paid"]


def test_a_proposed_refusal_is_looked_at_by_itself(claimed: Case):
    claimed.step("propose_refusal", note=REASON)
    seen = row(claimed)
    assert seen.decision.action == "refuse"
    assert [link.note for link in seen.chain.links] == [REASON]
    assert (seen.exceptions, seen.standing) == ((StackException.REFUSAL_PROPOSED,), StackStanding.SINGLY)


def test_what_was_sent_back_once_is_looked_at_by_itself(at_manager: Case):
    at_manager.step("return_to_documents_officer", by="manager", note="مهر برگهٔ دوم را ببینید.")
    assert rows(at_manager) == []
    at_manager.step("accept_documents", by="officer")
    assert row(at_manager).exceptions == (StackException.RETURNED_BEFORE,)


def test_a_part_whose_ground_has_changed_is_void(at_manager: Case):
    with writing(at_manager.office) as session:
        paper = session.scalars(select(Paper)).first()
        paper.verdict, paper.judged_at, paper.judged_by_id = PaperVerdict.PENDING, None, None
    seen = row(at_manager)
    assert [link.state for link in seen.chain.links] == [LinkState.DONE, LinkState.VOIDED]
    assert seen.exceptions == (StackException.CHANGED_SINCE,)
    assert seen.evidence.papers_open == 1
    assert seen.standing is StackStanding.CLOSED


def test_what_the_applicant_sends_later_voids_every_part(at_manager: Case):
    trigger = "DROP TRIGGER submission_never_changes"
    with at_manager.office.writing.begin() as connection:
        connection.exec_driver_sql(trigger)
        connection.execute(update(Submission).values(received_at=at_manager.now + timedelta(hours=1)))
    assert {link.state for link in row(at_manager).chain.links} == {LinkState.VOIDED}


def test_a_reexamined_dossier_and_one_of_a_refused_applicant_are_looked_at_by_themselves(claimed: Case):
    claimed.step("propose_refusal", note=REASON).step("refuse", by="manager", note=REASON)
    claimed.step("reexamine", by="supervisor", note="مدرک تازه رسیده است.").claimed("colleague")
    claimed.step("propose_refusal", by="colleague", note=REASON)
    assert row(claimed).exceptions == (StackException.REFUSAL_PROPOSED, StackException.REEXAMINED)


def test_rows_come_in_the_order_asked_for_and_what_was_decided_is_gone(at_manager: Case):
    second = replace(at_manager)
    ids = [99, at_manager.dossier_id]
    with reading(at_manager.office) as session:
        manager = actor_named(session, "manager", at_manager.now)
        assert [one.id for one in stack_rows(session, manager, ids)] == [at_manager.dossier_id]
    second.step("approve", by="manager")
    with reading(at_manager.office) as session:
        assert stack_rows(session, manager, ids) == []


def test_the_auditor_sees_the_rows_but_decides_nothing_and_others_see_none(at_manager: Case):
    seen = row(at_manager, "auditor")
    assert (seen.decision, seen.standing) == (None, StackStanding.CLOSED)
    with reading(at_manager.office) as session, pytest.raises(NotAllowed):
        stack_rows(session, actor_named(session, "reviewer", at_manager.now), [at_manager.dossier_id])
