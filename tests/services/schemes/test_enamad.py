"""The eNamad scheme says what its sources ask for: course, checklist, documents, gates, levels, fees."""

import re
from collections import Counter
from datetime import date

import pytest

from desktop.models.vocabulary import (
    ApplicantKind,
    DocumentForm,
    DocumentLevel,
    Phase,
    PseudoRole,
    Role,
)
from desktop.services.notices import CONTENT_BY_KIND
from desktop.services.schemes.definition import Label
from desktop.services.schemes.reading import problems_of, read_scheme
from tests.builders.schemes import ENAMAD, ENAMAD_TEXT

SCHEME = read_scheme(ENAMAD)
OLD, NOW = SCHEME.versions
LEGAL, NATURAL = ApplicantKind.LEGAL_PERSON, ApplicantKind.NATURAL_PERSON


def steps(action, from_status=None):
    found = [s for s in NOW.transitions if s.action == action and from_status in (None, s.from_status)]
    assert found, action
    return found


def guards(action, from_status=None):
    return {guard.name: guard.as_dict() for guard in steps(action, from_status)[0].guards}


def effects(action, from_status=None):
    return [effect.name for effect in steps(action, from_status)[0].effects]


def status(code):
    return next(one for one in NOW.statuses if one.code == code)


def document(code):
    return next(one for one in NOW.documents if one.code == code)


def conditions(code):
    return [(one.fact, one.operator, one.values) for one in document(code).when]


def labels(value):
    if isinstance(value, Label):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from labels(one)
    elif hasattr(value, "__slots__"):
        for name in value.__slots__:
            yield from labels(getattr(value, name))


@pytest.mark.requirement("C-01", "C-02", "ENM-081", "ENM-082", "F1", "F2", "F3", "T10")
def test_validity_and_fee_changed_on_one_day():
    assert (OLD.validity_months, NOW.validity_months) == (12, 24)
    assert NOW.valid_from == date(2019, 2, 24)
    assert [(fee.code, fee.amount_rial) for fee in NOW.fees if not fee.informative] == [("symbol", 1_750_000)]
    assert [(fee.code, fee.amount_rial) for fee in OLD.fees if not fee.informative] == [("symbol", 0)]
    assert {fee.code for fee in OLD.fees if fee.informative} == {"contractor", "post"}


@pytest.mark.requirement("G-01", "ENM-023")
def test_the_checklist_has_38_items_in_7_groups():
    families = Counter(re.sub(r"\d", "", item.code) for item in NOW.checklist_items)
    assert families == {"O": 5, "B": 8, "L": 7, "T": 8, "C": 6, "P": 3, "S": 1}
    assert len(NOW.checklist_groups) == 7
    official = {item.code: item.official_code for item in NOW.checklist_items if item.official_code}
    assert official == {"O1": "MO2", "O2": "MO1", "O4": "MB1", "L1": "MR1"}


@pytest.mark.requirement("ENM-063", "ENM-064")
def test_every_document_of_the_file_is_held_against_an_item():
    looked_at = {document for item in NOW.checklist_items for document in item.documents}
    sent_in = {document.code for document in NOW.documents if document.stage != "physical"}
    assert sent_in - looked_at == {"commitment_letter_scan", "electronic_affidavit"}
    address = next(item for item in NOW.checklist_items if item.code == "B7")
    assert address.fields == ("province", "city", "address", "postal_code")


@pytest.mark.requirement("ENM-053", "ENM-056", "ENM-057", "T1", "C-06")
def test_the_review_has_three_working_days_and_the_whole_course_a_month():
    assert status("under_review").sla_working_days == 3
    assert status("under_review").label.fa == "در حال بررسی"
    assert dict(NOW.parameters)["end_to_end_days"] == 30


@pytest.mark.requirement("C-08", "ENM-049", "ENM-050", "ENM-051")
def test_one_verification_opens_the_review_and_three_are_needed_to_approve():
    assert {rule.kind for rule in NOW.verifications if rule.counts} == {"email", "phone", "address"}
    assert guards("submit")["verifications_at_least"] == {"n": 1}
    assert guards("approve_checklist")["verifications_at_least"] == {"n": 3}
    assert guards("approve")["verifications_at_least"] == {"n": 3}


@pytest.mark.requirement("ENM-052")
def test_verified_fields_are_known_so_that_a_change_voids_them():
    fields = {rule.kind: rule.field for rule in NOW.verifications if rule.counts}
    assert fields == {"email": "email", "phone": "landline", "address": "address"}


@pytest.mark.requirement("C-07", "ENM-054", "ENM-055", "ENM-060", "ENM-061")
def test_the_checklist_is_shown_before_sending_and_on_deficiency_only():
    seen = {one.code: set(one.applicant_sees) for one in NOW.statuses}
    assert "checklist" in seen["ready"]
    assert "checklist" not in seen["under_review"]
    assert {"checklist", "remarks"} <= seen["deficient"]
    assert "remarks" not in seen["manager_review"]


@pytest.mark.requirement("ENM-009", "ENM-010", "ENM-011", "ENM-012", "C-28")
def test_a_refused_clearance_blacklists_the_person_until_a_lawful_reexamination():
    (clearance,) = NOW.clearances
    assert clearance.on_refusal == "blacklist_person"
    assert "request_clearance" in effects("submit")
    assert "clearance_granted" in guards("approve")
    assert {step.to_status for step in steps("refuse_clearance")} == {"blacklisted_person"}
    assert "blacklist_person" in effects("refuse_clearance")
    again = steps("reexamine", "blacklisted_person")[0]
    assert "not_blacklisted" in guards("reexamine", "blacklisted_person")
    assert "request_clearance" in [effect.name for effect in again.effects]
    assert "clearance_result" in {letter.kind for letter in NOW.letters}


@pytest.mark.requirement("ENM-001", "ENM-002")
def test_a_site_that_sells_nothing_is_not_applicable_rather_than_refused():
    (step,) = steps("mark_not_applicable")
    assert (step.to_status, step.role, step.note) == ("not_applicable", Role.REVIEWER, "required")
    assert status("not_applicable").phase is Phase.ENDED
    assert status("not_applicable").family.value == "grey"


@pytest.mark.requirement("ENM-065", "ENM-041")
def test_a_reviewer_may_demand_the_guild_type_of_a_non_guild_business():
    assert guards("demand_guild_activity")["field_is"] == {"field": "activity_type", "value": "non_guild"}
    assert steps("demand_guild_activity")[0].to_status == "deficient"


@pytest.mark.requirement("ENM-066")
def test_a_request_may_be_withdrawn_only_before_the_checklist_is_approved():
    before = {"ready", "under_review", "waiting_external", "deficient"}
    assert {step.from_status for step in steps("withdraw")} == before


@pytest.mark.requirement("G-06")
def test_an_unanswered_deficiency_lapses_by_the_clock_and_rounds_are_limited():
    parameters = dict(NOW.parameters)
    assert parameters["answer_deadline_working_days"] > parameters["reminder_working_days_before"] > 0
    assert guards("announce_deficiency")["rounds_at_most"] == {"n": 5}
    assert {(s.from_status, s.role) for s in steps("lapse")} == {
        ("deficient", PseudoRole.SYSTEM),
        ("physical_rejected", PseudoRole.SYSTEM),
    }
    assert "answer_overdue" in guards("lapse")


@pytest.mark.requirement("G-07", "ENM-076")
def test_the_manager_refuses_or_returns_with_a_reason():
    assert {step.note for step in steps("refuse") + steps("return_to_reviewer")} == {"required"}
    assert steps("return_to_documents_officer")[0].to_status == "physical_documents"
    assert guards("refuse")["four_eyes"] == {"work": "any"}


@pytest.mark.requirement("G-08")
def test_a_refusal_may_be_reexamined_in_time_by_other_reviewers():
    assert guards("reexamine", "refused")["decided_within"] == {"days": 30}
    assert {"bar_previous_reviewers", "clear_decision", "open_round"} <= set(effects("reexamine", "refused"))


@pytest.mark.requirement("ENM-067", "ENM-072", "ENM-073", "ENM-074", "X-R2", "X-R3")
def test_papers_and_final_approval_are_other_peoples_work():
    assert steps("approve_checklist")[0].to_status == "physical_documents"
    (accept,) = steps("accept_documents")
    assert (accept.role, accept.to_status) == (Role.DOCUMENTS_OFFICER, "manager_review")
    assert guards("accept_documents")["four_eyes"] == {"work": "review"}
    assert guards("approve")["four_eyes"] == {"work": "any"}
    assert steps("reject_documents")[0].to_status == "physical_rejected"
    assert {step.to_status for step in steps("receive_again")} == {"physical_documents"}


@pytest.mark.requirement("ENM-020")
def test_test_credentials_are_purged_at_final_approval():
    assert "purge_test_credentials" in effects("approve")


@pytest.mark.requirement("C-26", "ENM-077", "ENM-078", "ENM-079", "ENM-080")
def test_two_stars_follow_one_and_need_the_secure_connection():
    levels = {level.code: level for level in NOW.levels}
    assert {code: level.stars for code, level in levels.items()} == {
        "temporary": 0,
        "one_star": 1,
        "two_stars": 2,
    }
    assert levels["two_stars"].follows == "one_star"
    assert levels["two_stars"].requires_items == ("S1",)
    assert conditions("ssl_certificate") == [("level", "is", ("two_stars",))]


@pytest.mark.requirement("C-27", "ENM-077")
def test_the_temporary_symbol_is_off_unless_a_version_switches_it_on():
    assert dict(NOW.parameters)["temporary_symbol"] is False
    (step,) = steps("grant_temporary")
    assert step.from_status == step.to_status == "under_review"
    assert guards("grant_temporary")["parameter_on"] == {"name": "temporary_symbol"}
    assert [e.as_dict() for e in step.effects if e.name == "issue_certificate"] == [{"level": "temporary"}]


@pytest.mark.requirement("C-05", "ENM-068", "ENM-069", "ENM-070", "ENM-071")
def test_papers_come_by_post_unless_a_version_takes_the_electronic_affidavit():
    parameters = dict(NOW.parameters)
    assert parameters["physical_address"] == "6385-14155"
    assert parameters["electronic_affidavit"] is False
    assert guards("approve_checklist_without_papers")["parameter_on"] == {"name": "electronic_affidavit"}
    assert steps("approve_checklist_without_papers")[0].to_status == "manager_review"
    assert document("commitment_letter").forms == (DocumentForm.ORIGINAL,)
    assert document("electronic_affidavit").level is DocumentLevel.OFF


@pytest.mark.requirement("ENM-035", "ENM-036", "X-02")
def test_identity_images_are_asked_at_the_first_sending():
    at_sending = {rule.code: rule.level for rule in NOW.documents if rule.stage == "application"}
    assert at_sending == {
        "national_card_front": DocumentLevel.REQUIRED,
        "identity_booklet_first_page": DocumentLevel.REQUIRED,
        "work_permit": DocumentLevel.REQUIRED,
        "personal_photo": DocumentLevel.OPTIONAL,
        "military_card": DocumentLevel.OPTIONAL,
    }
    assert guards("submit")["documents_present"] == {"stage": "application"}


@pytest.mark.requirement("C-36")
def test_the_military_card_is_optional_and_for_men():
    assert document("military_card").level is DocumentLevel.OPTIONAL
    assert ("sex", "is", ("male",)) in conditions("military_card")


@pytest.mark.requirement("C-37", "ENM-013", "ENM-014")
def test_the_ruling_of_majority_is_for_those_below_18_full_years():
    assert conditions("majority_ruling") == [("age_years", "below", (18,))]


@pytest.mark.requirement("C-23", "ENM-045", "ENM-047")
def test_licences_follow_the_service_not_the_kind_of_person():
    assert document("service_licence").applicant_kinds == ()
    assert conditions("service_licence") == [("needs_licence", "is", (True,))]


@pytest.mark.requirement("ENM-046", "ENM-047")
def test_air_tickets_need_the_civil_aviation_organisation():
    licence = {service.code: service.licence_authority for service in NOW.services}
    assert licence["air_tickets"] is not None
    assert licence["air_tickets"].fa == "سازمان هواپیمایی کشوری"
    assert licence["general_goods"] is None


@pytest.mark.requirement("C-24", "ENM-015")
def test_lease_or_deed_proves_the_place():
    alternatives = [rule for rule in NOW.documents if rule.one_of == "place_of_business"]
    assert {rule.code for rule in alternatives} == {"lease", "deed"}
    assert {rule.applicant_kinds for rule in alternatives} == {(NATURAL,)}


@pytest.mark.requirement("C-25", "ENM-070")
def test_paper_copies_are_compared_with_their_scans():
    papers = {rule.code: rule for rule in NOW.documents if rule.stage == "physical"}
    assert papers["articles_of_association_copy"].forms == (DocumentForm.CERTIFIED_COPY,)
    assert papers["articles_of_association_copy"].applicant_kinds == (LEGAL,)
    assert {code: rule.compares_with for code, rule in papers.items()} == {
        "commitment_letter": "commitment_letter_scan",
        "service_licence_copy": "service_licence",
        "business_license_copy": "business_license",
        "articles_of_association_copy": "articles_of_association",
    }


@pytest.mark.requirement("ENM-016", "ENM-007")
def test_foreigners_and_proxies_bring_papers_of_their_own():
    assert conditions("work_permit") == [("is_foreign", "is", (True,))]
    assert conditions("national_card_front") == [("is_foreign", "is", (False,))]
    assert conditions("power_of_attorney") == [("has_proxy", "is", (True,))]


@pytest.mark.requirement("ENM-033", "ENM-040", "ENM-044", "ENM-048", "X-08")
def test_the_forms_ask_for_the_business_the_four_parts_of_services_and_five_questions():
    required = {field.code for field in NOW.fields if field.required}
    assert {
        "business_name",
        "activity_type",
        "email",
        "landline",
        "postal_code",
        "province",
        "city",
        "address",
    } <= (required)
    by_group = Counter(field.group for field in NOW.fields if field.required)
    assert by_group["offer"] == 4
    assert by_group["survey"] == 5
    province = next(field for field in NOW.fields if field.code == "province")
    assert len(province.choices) == 31


@pytest.mark.requirement("L1", "L2", "L7", "L8", "X-02")
def test_commitment_letters_differ_by_kind_of_person():
    letters = {(letter.kind, letter.applicant_kind) for letter in NOW.letters}
    assert {("commitment_letter", NATURAL), ("commitment_letter", LEGAL)} <= letters
    assert {("certificate", None), ("deficiency_notice", None)} <= letters


@pytest.mark.requirement("G-19")
def test_identity_scans_are_kept_for_a_stated_time_after_every_end():
    kept = {rule.after: rule.days for rule in NOW.retention if rule.what == "identity_scans"}
    assert {"refused", "lapsed", "withdrawn", "not_applicable", "expired", "cancelled", "revoked"} == set(
        kept
    )


def test_there_is_a_canned_reason_for_the_usual_defects():
    reasons = Counter(reason.item for reason in NOW.reasons)
    assert sum(reasons.values()) >= 15
    assert len(reasons) >= 15


def test_texts_are_in_three_alphabets_and_end_as_sentences_do():
    for label in labels(NOW):
        assert not re.search("[يكى٠-٩]", label.fa), label.fa
        assert not re.search("[یکپچژگ۰-۹]", label.ar.replace("هرمزكان", "")), label.ar
        assert re.fullmatch("[^\u0600-\u06ff]+", label.en), label.en
    for item in NOW.checklist_items:
        assert item.how_to_check.fa.endswith("."), item.code
        assert not item.title.fa.endswith("."), item.code


def test_persian_plurals_and_verbs_carry_their_joiner():
    apart = re.compile(r"[آ-ی] (?:ها|های|هایی|ترین)\b|\bن?می(?: [آ-ی]|شو|کن|گیر|ده|توان|خواه)")
    for label in labels(NOW):
        assert not apart.search(label.fa), label.fa


@pytest.mark.requirement("C-05")
def test_a_version_without_papers_is_a_change_of_data():
    text = ENAMAD_TEXT.replace("electronic_affidavit = false", "electronic_affidavit = true")
    for code in [rule.code for rule in NOW.documents if rule.stage == "physical"]:
        head, tail = text.split(f'[[document]]\ncode = "{code}"\n')
        text = f'{head}[[document]]\ncode = "{code}"\n' + tail.replace(
            'level = "required"', 'level = "off"', 1
        )
    assert problems_of(text, "enamad.toml") == []
    paperless = read_scheme(text).versions[1]
    assert {r.level for r in paperless.documents if r.stage == "physical"} == {DocumentLevel.OFF}


def test_every_notice_that_says_more_is_a_letter_of_the_scheme():
    assert set(CONTENT_BY_KIND) <= {letter.kind for letter in NOW.letters}
