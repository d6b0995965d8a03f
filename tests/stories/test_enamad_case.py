"""The whole course of an eNamad dossier, and every way it can be refused, told in the office's words."""

import pytest

from desktop.models.errors import NotAllowed, ParvandehError, RuleBroken
from desktop.models.jalali import parse_date
from desktop.models.vocabulary import (
    BlacklistSubject,
    CertificateState,
    ClearanceResult,
    DocumentForm,
    Language,
)
from desktop.services import (
    approval,
    blacklist,
    certificates,
    correspondence,
    daily_round,
    lent_accounts,
    physical_documents,
)
from desktop.services import journal as journals
from desktop.services.fees import fees_of
from desktop.services.notices import notices_of
from desktop.services.people import actor_named
from desktop.services.unit_of_work import reading
from tests.builders.enamad import Case


def refusal(case: Case, action: str, by: str = "reviewer", note: str | None = None) -> str:
    """The code with which a step is refused; the dossier must not have moved."""
    before = case.details
    with pytest.raises(ParvandehError) as refused:
        case.step(action, by, note)
    assert case.details == before
    return refused.value.code


@pytest.mark.requirement(
    "ENM-053", "ENM-056", "ENM-067", "ENM-073", "ENM-074", "ENM-075", "X-R1", "X-R2", "X-R3"
)
def test_a_dossier_goes_from_package_to_certificate(case: Case):
    case.with_manager()
    assert case.status == "manager_review"
    case.step("approve", by="manager")
    certificate = case.certificate
    assert case.status == "approved"
    assert certificate.number == "1405/00001"
    assert certificate.level == "one_star"
    assert certificate.state is CertificateState.VALID
    case.by("reviewer", certificates.record_code_check, certificate.number, installed=True)
    case.step("confirm_code_installed")
    assert case.status == "active"
    with reading(case.office) as session:
        assert all(isinstance(held, int) for held in journals.verify_journal(session))


@pytest.mark.requirement("C-01", "ENM-081", "T10")
def test_a_certificate_of_the_new_version_is_good_for_twenty_four_months(case: Case):
    case.with_manager().step("approve", by="manager")
    assert case.certificate.issued_on == parse_date("1405/02/12")
    assert case.certificate.last_valid_day == parse_date("1407/02/11")


@pytest.mark.requirement("ENM-059", "ENM-061", "ENM-062", "ENM-063", "ENM-064", "X-06", "X-07", "N3")
def test_a_returned_dossier_tells_every_rejected_item_and_only_those(case: Case):
    case.submitted().claimed().judged(B4="اطلاعات WHOIS پنهان است.", T2="قیمت‌ها واحد پول ندارد.")
    case.step("announce_deficiency")
    with reading(case.office) as session:
        notice = notices_of(session, case.dossier_id)[-1]
    assert case.status == "deficient"
    assert notice.kind == "deficiency_notice"
    assert [item["code"] for item in notice.content["items"]] == ["B4", "T2"]
    assert notice.content["items"][0]["remark"] == "اطلاعات WHOIS پنهان است."
    case.later(days=2).resubmitted()
    assert (case.status, case.details.round) == ("under_review", 2)


@pytest.mark.requirement("ENM-059")
def test_nothing_is_returned_without_a_rejected_item(case: Case):
    case.submitted().claimed().judged()
    assert refusal(case, "announce_deficiency") == "guard.some_item_rejected"


@pytest.mark.requirement("ENM-067")
def test_a_rejected_item_holds_the_checklist_back(case: Case):
    case.submitted().claimed().judged(B4="پنهان است.").verified().cleared()
    assert refusal(case, "approve_checklist") == "guard.no_item_rejected"


def test_an_unjudged_item_holds_the_checklist_back(case: Case):
    case.submitted().claimed().verified().cleared()
    assert refusal(case, "approve_checklist") == "guard.all_items_judged"


@pytest.mark.requirement("C-08", "ENM-049", "ENM-050")
def test_one_verification_refers_a_dossier_and_three_approve_its_checklist(case: Case):
    case.submitted().claimed().judged().cleared()
    assert refusal(case, "approve_checklist") == "guard.verifications_at_least"
    case.verified().step("approve_checklist")
    assert case.status == "physical_documents"


@pytest.mark.requirement("ENM-009", "ENM-012", "N2", "X-R8")
def test_the_checklist_waits_for_the_police_and_the_applicant_hears_the_answer(case: Case):
    case.submitted().claimed().judged().verified()
    assert refusal(case, "approve_checklist") == "guard.clearance_granted"
    case.step("await_clearance")
    assert case.status == "waiting_external"
    assert case.details.due_at is None
    case.cleared().step("resume")
    with reading(case.office) as session:
        told = [
            notice for notice in notices_of(session, case.dossier_id) if notice.kind == "clearance_result"
        ]
    assert told[0].content["result"] == "granted"
    assert told[0].recipient["email"]
    assert case.status == "under_review"


@pytest.mark.requirement("ENM-010", "ENM-011", "C-28", "G-08")
def test_a_refused_clearance_blacklists_the_person_until_a_lawful_re_examination(case: Case):
    case.submitted().claimed().cleared(ClearanceResult.REFUSED)
    case.step("refuse_clearance", note="نامهٔ ۱۲/۳۴۵")
    assert case.status == "blacklisted_person"
    with reading(case.office) as session:
        (hit,) = blacklist.hits_of(session, case.dossier_id)
    assert hit.subject_kind is BlacklistSubject.PERSON
    assert refusal(case, "reexamine", by="supervisor", note="به درخواست متقاضی") == "guard.not_blacklisted"
    case.by("manager", blacklist.lift, hit.entry_id, "رأی مرجع بالاتر")
    case.step("reexamine", by="supervisor", note="به درخواست متقاضی")
    assert case.status == "under_review"


@pytest.mark.requirement("ENM-002", "G-07")
def test_a_site_that_sells_nothing_is_not_applicable_and_says_why(case: Case):
    case.submitted().claimed()
    assert refusal(case, "mark_not_applicable") == "step.note_missing"
    case.step("mark_not_applicable", note="سایت فروش اینترنتی ندارد.")
    assert case.status == "not_applicable"


@pytest.mark.requirement("G-07", "G-08", "ENM-076")
def test_a_manager_refuses_on_proposal_and_fresh_eyes_re_examine(case: Case):
    reason = "مدل فعالیت فروشگاه با قوانین سازگار نیست."
    case.submitted().claimed().step("propose_refusal", note=reason)
    assert case.status == "refusal_proposed"
    case.step("refuse", by="manager", note=reason)
    assert (case.status, case.details.decided_by) == ("refused", "مدیر")
    case.later(days=5).step("reexamine", by="supervisor", note="اعتراض متقاضی وارد است.")
    with pytest.raises(NotAllowed) as barred:
        case.claimed()
    assert barred.value.code == "claim.barred"
    case.claimed("colleague")
    assert case.details.claimed_by == "کارشناس دوم"


@pytest.mark.requirement("G-08")
def test_a_re_examination_comes_too_late_after_thirty_days(case: Case):
    reason = "مدل فعالیت فروشگاه با قوانین سازگار نیست."
    case.submitted().claimed().step("propose_refusal", note=reason).step("refuse", by="manager", note=reason)
    case.later(days=31)
    assert refusal(case, "reexamine", by="supervisor", note="اعتراض متقاضی") == "guard.decided_within"


@pytest.mark.requirement("G-06")
def test_an_unanswered_notice_is_reminded_of_once_and_then_lapses(case: Case):
    case.submitted().claimed().judged(B4="پنهان است.").step("announce_deficiency")
    due = case.details.answer_due_at
    assert due is not None
    reminded = [r for day in range(40) for r in daily_round.go_round(case.office, case.later(days=1).now)]
    assert [result.outcome for result in reminded] == ["reminded", "lapse"]
    assert case.status == "lapsed"


@pytest.mark.requirement("G-06")
def test_a_supervisor_gives_more_time_to_answer(case: Case):
    case.submitted().claimed().judged(B4="پنهان است.").step("announce_deficiency")
    before = case.details.answer_due_at
    case.step("extend_deadline", by="supervisor", note="به درخواست متقاضی")
    after = case.details.answer_due_at
    assert before is not None
    assert after is not None
    assert after > before


@pytest.mark.requirement("ENM-065")
def test_a_reviewer_demands_the_guild_activity_type_only_of_a_non_guild_dossier(case: Case):
    case.submitted().claimed()
    assert refusal(case, "demand_guild_activity", note="فعالیت صنفی است.") == "guard.field_is"


@pytest.mark.requirement("ENM-066")
def test_an_applicant_withdraws_before_the_checklist_is_approved_and_not_after(case: Case):
    case.with_manager()
    assert refusal(case, "withdraw", by="clerk", note="به درخواست متقاضی") == "step.not_from_here"


@pytest.mark.requirement("ENM-072", "ENM-069", "ENM-070", "G-17")
def test_a_rejected_paper_goes_back_and_comes_again(case: Case):
    case.submitted().claimed().judged().verified().cleared().step("approve_checklist").paid()
    case.papers_received().papers_judged(commitment_letter="گواهی امضای دفترخانه ندارد.")
    assert refusal(case, "accept_documents", by="officer") == "guard.documents_accepted"
    case.step("reject_documents", by="officer")
    with reading(case.office) as session:
        notice = notices_of(session, case.dossier_id)[-1]
    assert [paper["rule"] for paper in notice.content["papers"]] == ["commitment_letter"]
    case.later(days=3).papers_received("44710002")
    assert case.status == "physical_documents"
    case.papers_judged().step("accept_documents", by="officer")
    assert case.status == "manager_review"


@pytest.mark.requirement("ENM-076")
def test_a_manager_sends_back_to_either_desk_with_a_reason(case: Case):
    case.with_manager()
    assert refusal(case, "return_to_reviewer", by="manager") == "step.note_missing"
    case.step("return_to_documents_officer", by="manager", note="مهر خوانا نیست.")
    assert case.status == "physical_documents"
    case.step("accept_documents", by="officer")
    case.step("return_to_reviewer", by="manager", note="بند ت۲ را دوباره ببینید.")
    assert case.status == "under_review"


def test_whoever_worked_on_a_dossier_cannot_approve_it(case: Case):
    case.submitted().claimed("allrounder").judged("allrounder").verified().cleared()
    case.step("approve_checklist", by="allrounder").paid().papers_received().papers_judged()
    case.step("accept_documents", by="officer")
    assert refusal(case, "approve", by="allrounder") == "guard.four_eyes"
    case.step("approve", by="manager")
    assert case.status == "approved"


def test_whoever_judged_the_items_cannot_accept_the_papers(case: Case):
    case.submitted().claimed("allrounder").judged("allrounder").verified().cleared()
    case.step("approve_checklist", by="allrounder").paid().papers_received().papers_judged("allrounder")
    assert refusal(case, "accept_documents", by="allrounder") == "guard.four_eyes"


@pytest.mark.requirement("C-02", "ENM-082", "F1", "F3", "X-13")
def test_the_fee_of_the_version_must_be_paid_before_approval(case: Case):
    case.submitted().claimed().judged().verified().cleared().step("approve_checklist")
    with reading(case.office) as session:
        charged = {
            row.code: row.amount_rial for row in fees_of(session, case.dossier_id) if not row.informative
        }
    assert 1_750_000 in charged.values()
    case.papers_received().papers_judged().step("accept_documents", by="officer")
    assert refusal(case, "approve", by="manager") == "guard.fee_paid"


@pytest.mark.requirement("ENM-019", "ENM-020")
def test_the_lent_test_account_is_erased_at_final_approval_without_a_hole_in_the_journal(case: Case):
    case.submitted().claimed()
    account = case.by("reviewer", lent_accounts.read, case.dossier_id)
    assert account.username == "azmoon"
    case.judged().verified().cleared().step("approve_checklist").paid().papers_received().papers_judged()
    case.step("accept_documents", by="officer").step("approve", by="manager")
    with pytest.raises(RuleBroken) as gone:
        case.by("reviewer", lent_accounts.read, case.dossier_id)
    assert gone.value.code == "test_account.none"
    with reading(case.office) as session:
        assert all(isinstance(held, int) for held in journals.verify_journal(session))
    everything = b"".join(path.read_bytes() for path in case.office.folder.iterdir())
    assert b"Azmoon-1405" not in everything


def test_a_manager_approves_many_with_one_entry_each_and_a_refusal_stops_no_other(case: Case):
    case.with_manager()
    first = case.dossier_id
    other = Case(case.office, case.scratch / "other", now=case.now).submitted(legal_person=True)
    with reading(case.office) as session:
        manager = actor_named(session, "manager", case.now)
        assert approval.stack(session, manager) == [first]
    results = list(approval.decide_many(case.office, manager, [other.dossier_id, first], "approve"))
    assert [result.refusal and result.refusal.code for result in results] == ["decision.not_at_desk", None]
    assert (case.status, other.status) == ("approved", "under_review")


@pytest.mark.requirement("ENM-068", "ENM-071", "L1", "L7", "L8")
def test_letters_and_certificate_are_printed_from_the_dossier(case: Case):
    case.submitted().claimed().judged(B4="پنهان است.")
    notice = ("deficiency_notice", case.dossier_id, Language.PERSIAN)
    preview = case.by("reviewer", correspondence.letter_of, *notice)
    assert preview.startswith(b"%PDF")
    case.judged().verified().cleared().step("approve_checklist").paid().papers_received().papers_judged()
    commitment = ("commitment_letter", case.dossier_id, Language.PERSIAN)
    letter = case.by("clerk", correspondence.letter_of, *commitment)
    assert letter.startswith(b"%PDF")
    case.step("accept_documents", by="officer").step("approve", by="manager")
    page = case.by("manager", correspondence.certificate_print, case.certificate.number, Language.PERSIAN)
    assert page.startswith(b"%PDF")


def test_the_manager_sees_what_is_still_unjudged(case: Case):
    case.submitted()
    with reading(case.office) as session:
        actor = actor_named(session, "manager", case.now)
        evidence = approval.evidence(session, actor, case.dossier_id)
    assert evidence.level == "one_star"
    assert evidence.unjudged == evidence.items == 38


@pytest.mark.requirement("ENM-070", "C-25")
def test_a_certified_copy_is_held_against_its_scan(case: Case):
    case.submitted(legal_person=True).claimed().judged().cleared().step("approve_checklist")
    case.papers_received()
    with reading(case.office) as session:
        papers = {row.rule: row for row in physical_documents.papers_of(session, case.dossier_id)}
    assert papers["business_license_copy"].form is DocumentForm.CERTIFIED_COPY
    assert papers["business_license_copy"].scan_document_id is not None


@pytest.mark.requirement("G-08", "ENM-011")
def test_fresh_eyes_judge_every_item_anew_after_a_re_examination(case: Case):
    reason = "مدل فعالیت فروشگاه با قوانین سازگار نیست."
    case.submitted().claimed().judged().verified().cleared().step("propose_refusal", note=reason)
    case.step("refuse", by="manager", note=reason).step("reexamine", by="supervisor", note="اعتراض وارد است.")
    case.claimed("colleague")
    assert refusal(case, "approve_checklist", by="colleague") == "guard.all_items_judged"
    case.judged("colleague").step("approve_checklist", by="colleague")
    assert case.status == "physical_documents"


@pytest.mark.requirement("ENM-063")
def test_a_deficiency_is_announced_again_only_after_looking_again(case: Case):
    case.submitted().claimed().judged(B4="پنهان است.").step("announce_deficiency").resubmitted().claimed()
    assert refusal(case, "announce_deficiency") == "guard.some_item_rejected"
    case.judged(B4="هنوز پنهان است.").step("announce_deficiency")
    assert case.status == "deficient"
