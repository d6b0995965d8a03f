"""Paper by post: packets with tracking number and day, papers held against scans, sent again when bad."""

from datetime import timedelta

import pytest

from desktop.models.errors import NotFound
from desktop.models.vocabulary import DocumentForm, PaperVerdict
from desktop.services import claims, steps
from desktop.services.people import actor_named
from desktop.services.physical_documents import judge_paper, papers_of, receive_packet
from desktop.services.steps import steps_open_to
from desktop.services.timeline import timeline_of
from desktop.services.unit_of_work import reading
from tests.builders.enamad import Case
from tests.builders.refusals import code_of


def rows(case: Case):
    with reading(case.office) as session:
        return {row.rule: row for row in papers_of(session, case.dossier_id)}


def receive(case: Case, tracking="44710001", by="clerk", day=None, rules=None):
    return case.by(by, receive_packet, case.dossier_id, tracking, day or case.today, rules)


@pytest.mark.requirement("ENM-069", "ENM-070", "X-R10", "C-25")
def test_the_letter_is_awaited_as_an_original_and_licences_as_certified_copies(papers: Case):
    forms = {code: row.form for code, row in rows(papers).items()}
    assert forms == {
        "commitment_letter": DocumentForm.ORIGINAL,
        "business_license_copy": DocumentForm.CERTIFIED_COPY,
    }
    assert {row.verdict for row in rows(papers).values()} == {None}


@pytest.mark.requirement("G-17")
def test_a_packet_is_entered_with_its_tracking_number_by_clerk_or_officer(papers: Case):
    receive(papers, " 44710001 ", rules=["commitment_letter"])
    receive(papers, "44710002", by="officer", rules=["business_license_copy"])
    assert {code: row.tracking_number for code, row in rows(papers).items()} == {
        "commitment_letter": "44710001",
        "business_license_copy": "44710002",
    }
    with reading(papers.office) as session:
        packets = [
            entry.values
            for entry in timeline_of(session, papers.dossier_id)
            if entry.tag == "dossier:packet:received"
        ]
    assert [packet["papers"] for packet in packets] == [["commitment_letter"], ["business_license_copy"]]


@pytest.mark.parametrize("username", ["reviewer", "supervisor", "manager", "auditor"])
def test_other_roles_enter_no_packets(papers: Case, username):
    receiving = (receive_packet, papers.dossier_id, "1", papers.today)
    assert code_of(papers, username, *receiving) == "role.missing"


def test_a_packet_needs_a_new_tracking_number_a_past_day_and_something_awaited(papers: Case):
    def refusal(tracking, day=papers.today, rules=None):
        return code_of(papers, "clerk", receive_packet, papers.dossier_id, tracking, day, rules)

    assert refusal("  ") == "packet.tracking_missing"
    assert refusal("1", papers.today + timedelta(days=1)) == "packet.in_future"
    assert refusal("1", papers.today, ["lease"]) == "paper.not_awaited"
    receive(papers, "1")
    assert refusal("1") == "packet.tracking_used"
    assert refusal("2") == "paper.all_received"
    assert code_of(papers, "clerk", receive_packet, 99, "3", papers.today) == "dossier.unknown"


@pytest.mark.requirement("X-R2", "ENM-070")
def test_a_paper_is_accepted_or_rejected_with_a_reason_and_the_officer_may_change_his_mind(papers: Case):
    receive(papers)
    judging = (judge_paper, papers.dossier_id, "commitment_letter")
    assert code_of(papers, "officer", *judging, PaperVerdict.REJECTED, " ") == "paper.reason_missing"
    papers.by("officer", *judging, PaperVerdict.REJECTED, " مهر ندارد. ")
    assert rows(papers)["commitment_letter"].reason == "مهر ندارد."
    papers.by("officer", *judging, PaperVerdict.ACCEPTED)
    assert rows(papers)["commitment_letter"].verdict is PaperVerdict.ACCEPTED
    papers.by("officer", *judging, PaperVerdict.PENDING)
    assert rows(papers)["commitment_letter"].verdict is PaperVerdict.PENDING


def test_papers_are_judged_by_the_officer_at_his_desk_when_they_have_come(papers: Case):
    judging = (judge_paper, papers.dossier_id, "commitment_letter", PaperVerdict.ACCEPTED)
    assert code_of(papers, "officer", *judging) == "paper.not_received"
    receive(papers)
    assert code_of(papers, "reviewer", *judging) == "role.missing"
    papers.by("officer", claims.claim, papers.dossier_id)
    assert code_of(papers, "allrounder", *judging) == "claim.not_yours"
    papers.by("officer", *judging)
    papers.papers_judged().step("accept_documents", by="officer")
    assert code_of(papers, "officer", *judging) == "paper.not_at_desk"


@pytest.mark.requirement("ENM-072")
def test_an_unjudged_paper_holds_the_dossier_back(papers: Case):
    receive(papers)
    judging = (judge_paper, papers.dossier_id, "commitment_letter", PaperVerdict.ACCEPTED)
    papers.by("officer", *judging)
    taking = (steps.take_step, papers.dossier_id, "accept_documents")
    assert code_of(papers, "officer", *taking) == "guard.documents_accepted"
    taking = (steps.take_step, papers.dossier_id, "reject_documents")
    assert code_of(papers, "officer", *taking) == "guard.some_paper_rejected"


@pytest.mark.requirement("ENM-072")
def test_a_rejected_paper_comes_again_and_only_when_all_have_come_the_dossier_returns(papers: Case):
    receive(papers)
    papers.papers_judged(commitment_letter="مهر ندارد.", business_license_copy="ناخواناست.")
    papers.step("reject_documents", by="officer")
    assert papers.details.answer_due_at is not None
    receive(papers, "2", rules=["commitment_letter"])
    assert papers.status == "physical_rejected"
    receive(papers, "3")
    assert papers.status == "physical_documents"
    assert papers.details.answer_due_at is None
    assert {row.verdict for row in rows(papers).values()} == {PaperVerdict.PENDING}


def test_an_accepted_paper_is_not_awaited_again(papers: Case):
    receive(papers)
    papers.papers_judged(commitment_letter="مهر ندارد.").step("reject_documents", by="officer")
    receiving = (receive_packet, papers.dossier_id, "2", papers.today, ["business_license_copy"])
    assert code_of(papers, "clerk", *receiving) == "paper.not_awaited"


def test_who_judged_the_items_sees_why_he_may_not_accept_the_papers(stage):
    case = stage("submitted").claimed("allrounder").judged("allrounder").verified().cleared()
    case.step("approve_checklist", "allrounder").papers_received().papers_judged()
    with reading(case.office) as session:
        actor = actor_named(session, "allrounder", case.now)
        steps_ = {step.action: step for step in steps_open_to(session, actor, case.dossier_id)}
    assert [refusal.code for refusal in steps_["accept_documents"].refusals] == ["guard.four_eyes"]


def test_papers_of_a_dossier_that_does_not_exist_are_unknown(papers: Case):
    with reading(papers.office) as session, pytest.raises(NotFound) as refusal:
        papers_of(session, 99)
    assert refusal.value.code == "dossier.unknown"


@pytest.mark.requirement("G-17")
def test_papers_are_received_only_once_they_have_been_asked_for(case: Case):
    case.submitted().claimed()
    receiving = (receive_packet, case.dossier_id, "447100099", case.today)
    assert code_of(case, "clerk", *receiving) == "paper.not_asked_for"
