"""An answer to a deficiency notice: what it must be, what it changes, and that nothing of before is lost."""

import json
from dataclasses import replace
from datetime import timedelta

import pytest

from desktop.models.identity_numbers import with_check_digit
from desktop.services import people
from desktop.services.intake.outcomes import Quarantined, Receipt
from desktop.services.intake.sample_answer import sample_answer
from desktop.services.intake.taking import take
from desktop.services.unit_of_work import run, writing
from tests.builders.applications import (
    FIELDS,
    FILES,
    NOW,
    an_answer,
    an_application,
    asked,
    packed,
    rows_of_all_tables,
    send_back,
    verified,
)
from tests.builders.packages import a_pdf, a_picture

TOMORROW = NOW + timedelta(days=1)
PORTAL = people.applicant(NOW)
LATER = replace(PORTAL, at=TOMORROW)
REPLY = [{"item": "O1", "text": "کارت ملی تازه پیوست شد."}]


@pytest.fixture
def returned(enamad, tmp_path):
    """The number of a dossier with one rejected item."""
    receipt = run(enamad, take, PORTAL, packed(tmp_path, an_application()))
    assert isinstance(receipt, Receipt)
    send_back(enamad, receipt.dossier, "O1")
    return receipt.dossier


def taken(database, path, by=LATER):
    outcome = run(database, take, by, path)
    assert isinstance(outcome, Receipt), outcome
    return outcome


def refused(database, path, by=LATER):
    outcome = run(database, take, by, path)
    assert isinstance(outcome, Quarantined), outcome
    return {(finding.where, finding.rule) for finding in outcome.findings}


@pytest.mark.requirement("ENM-062", "ENM-063", "ENM-064", "X-06", "X-07")
def test_an_answer_to_every_item_brings_the_dossier_back_to_review(enamad, tmp_path, returned):
    receipt = taken(enamad, packed(tmp_path, an_answer(returned, replies=REPLY), {}))
    assert (receipt.dossier, receipt.round) == (returned, 2)
    assert asked(enamad, "SELECT status, round, answer_due_at FROM dossier") == [("under_review", 2, None)]
    assert asked(enamad, "SELECT item_code, text FROM item_reply") == [("O1", "کارت ملی تازه پیوست شد.")]


def test_digits_and_strokes_of_the_number_are_read_as_people_write_them(enamad, tmp_path, returned):
    taken(enamad, packed(tmp_path, an_answer("۱۴۰۵/۱", replies=REPLY, package_id="answer-one"), {}))
    assert asked(enamad, "SELECT round FROM dossier") == [(2,)]


@pytest.mark.requirement("ENM-064")
def test_a_new_paper_supersedes_the_old_one_and_both_stay(enamad, tmp_path, returned):
    files = {"new/card.png": ("national_card_front", a_picture("PNG", (40, 25)))}
    taken(enamad, packed(tmp_path, an_answer(returned, files, replies=REPLY), files))
    assert asked(
        enamad,
        "SELECT d.file_name, d.superseded_by_id IS NULL, s.round FROM document d"
        " JOIN submission s ON s.id = d.submission_id"
        " WHERE d.rule_code = 'national_card_front' ORDER BY d.id",
    ) == [("card.png", 0, 1), ("card.png", 1, 2)]


def test_a_paper_sent_unchanged_stays_the_one_it_was(enamad, tmp_path, returned):
    taken(enamad, packed(tmp_path, an_answer(returned, FILES, replies=REPLY)))
    assert asked(enamad, "SELECT count(*), count(superseded_by_id) FROM document") == [(3, 0)]


def test_of_several_pages_only_those_that_do_not_come_again_are_superseded(enamad, tmp_path):
    pages = FILES | {"papers/lease2.pdf": ("lease", a_pdf(1))}
    receipt = run(enamad, take, PORTAL, packed(tmp_path, an_application(pages), pages))
    send_back(enamad, receipt.dossier, "O1")
    files = {"papers/lease2.pdf": ("lease", a_pdf(1)), "papers/lease3.pdf": ("lease", a_pdf(4))}
    taken(enamad, packed(tmp_path, an_answer(receipt.dossier, files, replies=REPLY), files))
    assert asked(
        enamad,
        "SELECT file_name, superseded_by_id IS NULL FROM document WHERE rule_code = 'lease' ORDER BY id",
    ) == [("lease.pdf", 0), ("lease2.pdf", 1), ("lease3.pdf", 1)]


@pytest.mark.requirement("ENM-064")
def test_a_changed_field_keeps_its_old_value(enamad, tmp_path, returned):
    fields = {"city": "کرج", "working_hours": "۹ تا ۱۷"}
    taken(enamad, packed(tmp_path, an_answer(returned, replies=REPLY, fields=fields), {}))
    assert asked(
        enamad, "SELECT value, replaced_at IS NULL FROM field_value WHERE field_code = 'city' ORDER BY id"
    ) == [("تهران", 0), ("کرج", 1)]
    assert asked(enamad, "SELECT count(*) FROM field_value WHERE replaced_at IS NOT NULL") == [(1,)]


def test_an_optional_field_can_be_emptied(enamad, tmp_path):
    fields = FIELDS | {"working_hours": "۹ تا ۱۷"}
    receipt = run(enamad, take, PORTAL, packed(tmp_path, an_application(fields=fields)))
    send_back(enamad, receipt.dossier, "O1")
    answer = an_answer(receipt.dossier, replies=REPLY, fields={"working_hours": ""})
    taken(enamad, packed(tmp_path, answer, {}))
    assert asked(
        enamad, "SELECT value FROM field_value WHERE field_code = 'working_hours' AND replaced_at IS NULL"
    ) == [("",)]


def test_a_required_field_cannot_be_emptied(enamad, tmp_path, returned):
    answer = an_answer(returned, replies=REPLY, fields={"city": ""})
    assert refused(enamad, packed(tmp_path, answer, {})) == {("$.fields.city", "missing")}


@pytest.mark.requirement("ENM-052")
def test_a_changed_contact_voids_its_verification(enamad, tmp_path, returned):
    changed = {"email": "new@golchin.example", "landline": "02144556688"}
    phone = verified("phone", "021-44556688", "2026-06-15T09:00:00+03:30")
    answer = an_answer(returned, replies=REPLY, fields=changed, verifications=[phone])
    taken(enamad, packed(tmp_path, answer, {}))
    assert asked(enamad, "SELECT kind, value, voided_at IS NULL FROM verification ORDER BY id") == [
        ("email", "Info@golchin.example", 0),
        ("phone", "02144556688", 1),
    ]


@pytest.mark.requirement("ENM-052", "ENM-034")
def test_a_changed_mobile_is_no_longer_verified(enamad, tmp_path):
    mobile = verified("mobile", "09123456789")
    application = an_application(verifications=[*an_application()["verifications"], mobile])
    receipt = run(enamad, take, PORTAL, packed(tmp_path, application))
    send_back(enamad, receipt.dossier, "O1")
    applicant = application["applicant"] | {"mobile": "09351112233"}
    taken(enamad, packed(tmp_path, an_answer(receipt.dossier, replies=REPLY, applicant=applicant), {}))
    assert asked(enamad, "SELECT kind FROM verification WHERE voided_at IS NOT NULL") == [("mobile",)]
    assert asked(enamad, "SELECT mobile FROM applicant") == [("09351112233",)]


@pytest.mark.requirement("ENM-064", "ENM-034", "X-03")
def test_the_journal_tells_which_data_of_the_applicant_changed_without_values(enamad, tmp_path, returned):
    applicant = an_application()["applicant"] | {"name": "سارا کریمی‌نژاد", "mobile": "09351112233"}
    taken(enamad, packed(tmp_path, an_answer(returned, replies=REPLY, applicant=applicant), {}))
    told = asked(enamad, "SELECT content FROM journal_entry WHERE tag = 'dossier:applicant:changed'")
    assert [json.loads(content) for (content,) in told] == [
        {"fields": ["applicant_name", "applicant_mobile"]}
    ]
    said = " ".join(content for (content,) in asked(enamad, "SELECT content FROM journal_entry"))
    assert "نژاد" not in said
    assert "09351112233" not in said
    assert asked(
        enamad,
        "SELECT value, replaced_at IS NULL FROM field_value"
        " WHERE field_code = 'applicant_mobile' ORDER BY id",
    ) == [("09123456789", 0), ("09351112233", 1)]


@pytest.mark.requirement("ENM-034", "X-01", "X-03")
def test_who_says_something_else_of_himself_in_another_dossier_leaves_a_trace(enamad, tmp_path, returned):
    applicant = an_application()["applicant"] | {"email": "other@golchin.example"}
    other = an_application(package_id="second-package", subject="second.example", applicant=applicant)
    second = run(enamad, take, PORTAL, packed(tmp_path, other))
    assert isinstance(second, Receipt), second
    assert asked(
        enamad,
        "SELECT d.number, j.content FROM journal_entry j JOIN dossier d ON d.id = j.chain"
        " WHERE j.tag = 'dossier:applicant:changed'",
    ) == [(second.dossier, '{"fields":["applicant_email"]}')]
    assert asked(
        enamad, "SELECT value FROM field_value WHERE field_code = 'applicant_email' ORDER BY id"
    ) == [
        ("sara@golchin.example",),
        ("other@golchin.example",),
    ]


@pytest.mark.requirement("ENM-052", "ENM-034")
def test_a_mobile_changed_in_another_dossier_still_voids_what_was_verified_here(enamad, tmp_path):
    mobile = verified("mobile", "09123456789")
    first = an_application(verifications=[*an_application()["verifications"], mobile])
    receipt = run(enamad, take, PORTAL, packed(tmp_path, first))
    send_back(enamad, receipt.dossier, "O1")
    applicant = first["applicant"] | {"mobile": "09351112233"}
    other = an_application(package_id="second-package", subject="second.example", applicant=applicant)
    assert isinstance(run(enamad, take, PORTAL, packed(tmp_path, other)), Receipt)
    taken(enamad, packed(tmp_path, an_answer(receipt.dossier, replies=REPLY, applicant=applicant), {}))
    assert asked(enamad, "SELECT kind FROM verification WHERE voided_at IS NOT NULL") == [("mobile",)]


@pytest.mark.requirement("ENM-052", "X-03")
def test_a_verification_that_takes_the_place_of_another_is_journalled_as_voiding_it(enamad, tmp_path):
    before = verified("mobile", "09120000000")
    application = an_application(verifications=[*an_application()["verifications"], before])
    receipt = run(enamad, take, PORTAL, packed(tmp_path, application))
    send_back(enamad, receipt.dossier, "O1")
    after = verified("mobile", "09123456789", "2026-06-15T09:00:00+03:30")
    taken(enamad, packed(tmp_path, an_answer(receipt.dossier, replies=REPLY, verifications=[after]), {}))
    assert asked(enamad, "SELECT content FROM journal_entry WHERE tag = 'dossier:verification:voided'") == [
        ('{"kind":"mobile"}',)
    ]


def test_a_verification_that_stands_is_not_replaced(enamad, tmp_path, returned):
    again = verified("email", "info@GOLCHIN.example", "2026-06-15T09:00:00+03:30")
    taken(enamad, packed(tmp_path, an_answer(returned, replies=REPLY, verifications=[again]), {}))
    assert asked(enamad, "SELECT count(*), count(voided_at) FROM verification") == [(1, 0)]


def test_a_corrected_name_is_found_by_search(enamad, tmp_path, returned):
    applicant = an_application()["applicant"] | {"name": "سارا کریمی‌نژاد"}
    taken(enamad, packed(tmp_path, an_answer(returned, replies=REPLY, applicant=applicant), {}))
    assert asked(enamad, "SELECT applicant_name FROM dossier") == [("سارا کریمی‌نژاد",)]
    assert asked(enamad, "SELECT count(*) FROM dossier WHERE search LIKE '%کریمینژاد%'") == [(1,)]


@pytest.mark.requirement("ENM-065")
def test_another_activity_type_asks_for_its_papers(enamad, tmp_path, returned):
    answer = an_answer(returned, replies=REPLY, fields={"activity_type": "guild"})
    taken(enamad, packed(tmp_path, answer, {}))
    assert asked(enamad, "SELECT level FROM document_requirement WHERE rule_code = 'business_license'") == [
        ("required",)
    ]


def test_services_not_mentioned_stay_as_they_were(enamad, tmp_path):
    receipt = run(enamad, take, PORTAL, packed(tmp_path, an_application(services=["air_tickets"])))
    send_back(enamad, receipt.dossier, "O1")
    taken(enamad, packed(tmp_path, an_answer(receipt.dossier, replies=REPLY), {}))
    needed = {code for (code,) in asked(enamad, "SELECT rule_code FROM document_requirement")}
    assert "service_licence" in needed


@pytest.mark.requirement("X-04", "ENM-062")
@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({"replies": []}, {("$.replies", "reply_missing")}),
        (
            {"replies": [{"item": "O2", "text": "x"}]},
            {("$.replies[0].item", "reply_not_asked"), ("$.replies", "reply_missing")},
        ),
        ({"replies": REPLY * 2}, {("$.replies[1].item", "repeated")}),
        ({"dossier": "1405/00077"}, {("$.dossier", "dossier_unknown")}),
        ({"subject": "other.example"}, {("$.subject", "dossier_differs")}),
        ({"kind": "renewal"}, {("$.kind", "dossier_differs")}),
        ({"level": "two_stars"}, {("$.level", "dossier_differs")}),
        ({"scheme": "septam"}, {("$.scheme", "dossier_differs")}),
        (
            {"applicant": an_application()["applicant"] | {"national_id": with_check_digit("049937089")}},
            {("$.applicant", "dossier_differs")},
        ),
    ],
)
def test_an_answer_that_does_not_fit_its_dossier_goes_to_quarantine(
    enamad, tmp_path, returned, changes, found
):
    answer = an_answer(returned, **{"replies": REPLY, **changes})
    before = rows_of_all_tables(enamad)
    assert refused(enamad, packed(tmp_path, answer, {})) == found
    grown = {name for name, rows in rows_of_all_tables(enamad).items() if rows != before[name]}
    assert grown - {"journal_head"} == {"intake_package", "quarantine_chunk", "journal_entry"}


@pytest.mark.requirement("X-04")
def test_a_dossier_under_review_cannot_be_resubmitted(enamad, tmp_path):
    receipt = run(enamad, take, PORTAL, packed(tmp_path, an_application()))
    answer = an_answer(receipt.dossier)
    assert refused(enamad, packed(tmp_path, answer, {})) == {("$.dossier", "dossier_not_with_applicant")}


def test_the_same_answer_again_gives_the_same_receipt(enamad, tmp_path, returned):
    path = packed(tmp_path, an_answer(returned, replies=REPLY), {})
    first = taken(enamad, path)
    assert taken(enamad, path, replace(LATER, at=TOMORROW + timedelta(days=1))) == first
    assert asked(enamad, "SELECT round FROM dossier") == [(2,)]


def test_the_sample_answer_is_taken(enamad, tmp_path, returned):
    with writing(enamad) as session:
        path = sample_answer(session, tmp_path / "samples", returned, TOMORROW)
    assert taken(enamad, path).round == 2
    assert asked(enamad, "SELECT count(DISTINCT kind) FROM verification WHERE voided_at IS NULL") == [(3,)]
