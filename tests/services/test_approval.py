"""The manager's stack: the evidence of each dossier, and decisions about one or many, each by itself."""

import pytest

from desktop.models.errors import NotAllowed
from desktop.models.vocabulary import PaperVerdict
from desktop.services import approval, claims
from desktop.services.people import actor_named
from desktop.services.timeline import timeline_of
from desktop.services.unit_of_work import reading
from tests.builders.enamad import Case
from tests.builders.refusals import code_of

REASON = "مدل فعالیت فروشگاه با قوانین سازگار نیست."


def manager(case: Case, username: str = "manager"):
    with reading(case.office) as session:
        return actor_named(session, username, case.now)


def evidence(case: Case, username: str = "manager"):
    with reading(case.office) as session:
        return approval.evidence(session, manager(case, username), case.dossier_id)


@pytest.mark.requirement("X-R3", "ENM-073")
def test_the_evidence_tells_who_judged_what_and_when_and_what_came(at_manager: Case):
    seen = evidence(at_manager)
    (judged,) = seen.judged
    assert (judged.person, judged.accepted, judged.rejected, seen.unjudged) == ("کارشناس نخست", 38, 0, 0)
    assert [(hand.action, hand.person) for hand in seen.hands] == [
        ("approve_checklist", "کارشناس نخست"),
        ("accept_documents", "مسئول مدارک"),
    ]
    assert {paper.verdict for paper in seen.papers} == {PaperVerdict.ACCEPTED}
    assert [clearance.result for clearance in seen.clearances] == ["granted"]
    assert all(fee.paid_rial >= fee.amount_rial for fee in seen.fees if not fee.informative)
    assert (seen.round, seen.blacklist_hits) == (1, ())


def test_the_evidence_says_whether_this_manager_may_decide(stage):
    case = stage("claimed")
    case.by("reviewer", claims.reassign, case.dossier_id, "allrounder", "مرخصی")
    case.judged("allrounder").verified().cleared().step("approve_checklist", "allrounder").paid()
    case.papers_received().papers_judged().step("accept_documents", by="officer")
    approve = {
        who: next(step for step in evidence(case, who).steps if step.action == "approve")
        for who in ("manager", "allrounder")
    }
    assert approve["manager"].is_open
    assert [refusal.code for refusal in approve["allrounder"].refusals] == ["guard.four_eyes"]


def test_stack_and_evidence_are_not_for_everybody(at_manager: Case):
    assert code_of(at_manager, "reviewer", approval.stack) == "role.missing"
    assert code_of(at_manager, "clerk", approval.evidence, at_manager.dossier_id) == "role.missing"
    assert code_of(at_manager, "manager", approval.evidence, 99) == "dossier.unknown"
    assert evidence(at_manager, "auditor").number == at_manager.number
    assert [step for step in evidence(at_manager, "auditor").steps if step.is_open] == []


@pytest.mark.requirement("ENM-074")
def test_many_are_approved_each_with_an_entry_of_its_own(stage):
    case = stage("manager")
    first = case.dossier_id
    second = Case(case.office, case.scratch / "second", now=case.now).submitted(legal_person=True)
    second.claimed().judged().verified().cleared().step("approve_checklist").paid()
    second.papers_received("55").papers_judged().step("accept_documents", by="officer")
    with reading(case.office) as session:
        assert approval.stack(session, manager(case)) == [first, second.dossier_id]
    results = list(
        approval.decide_many(case.office, manager(second), [first, second.dossier_id], "approve", "تأیید")
    )
    assert [(result.number, result.refusal) for result in results] == [
        (case.number, None),
        (second.number, None),
    ]
    for dossier_id in (first, second.dossier_id):
        with reading(case.office) as session:
            steps = [
                entry
                for entry in timeline_of(session, dossier_id)
                if entry.tag == "dossier:step:taken" and entry.values["action"] == "approve"
            ]
        assert [(step.person, step.values["note"]) for step in steps] == [("مدیر", "تأیید")]
    assert (case.certificate.number, second.certificate.number) == ("1405/00001", "1405/00002")


def test_a_refused_decision_says_why_and_stops_no_other(at_manager: Case):
    unpaid = Case(at_manager.office, at_manager.scratch / "unpaid", now=at_manager.now)
    unpaid.submitted(legal_person=True).claimed().judged().verified().cleared().step("approve_checklist")
    unpaid.papers_received("55").papers_judged().step("accept_documents", by="officer")
    ids = [99, unpaid.dossier_id, at_manager.dossier_id]
    results = list(approval.decide_many(at_manager.office, manager(unpaid), ids, "approve"))
    assert [result.refusal and result.refusal.code for result in results] == [
        "dossier.unknown",
        "guard.fee_paid",
        None,
    ]
    assert (unpaid.status, at_manager.status) == ("manager_review", "approved")


def test_only_managers_decide_many(at_manager: Case):
    with pytest.raises(NotAllowed):
        list(
            approval.decide_many(
                at_manager.office, manager(at_manager, "reviewer"), [at_manager.dossier_id], "approve"
            )
        )
    assert at_manager.status == "manager_review"


def test_a_decision_is_stamped_with_decider_and_moment(at_manager: Case):
    moment = at_manager.now
    at_manager.step("approve", by="manager")
    assert (at_manager.details.decided_by, at_manager.details.decided_at) == ("مدیر", moment)


@pytest.mark.requirement("ENM-076", "G-07")
def test_who_proposed_a_refusal_does_not_refuse(stage):
    case = stage("submitted")
    case.claimed("allrounder").step("propose_refusal", "allrounder", REASON)
    refuse = {step.action: step for step in evidence(case, "allrounder").steps}["refuse"]
    assert [refusal.code for refusal in refuse.refusals] == ["guard.four_eyes"]
    case.step("refuse", by="manager", note=REASON)
    assert case.status == "refused"
