"""Verified contacts and domain control: by the portal or the office, for a value, void when it changes."""

import pytest

from desktop.services.intake.outcomes import Quarantined
from desktop.services.intake.sample import write_package
from desktop.services.timeline import timeline_of
from desktop.services.unit_of_work import reading
from desktop.services.verifications import record_verification, verifications_of
from tests.builders.applications import FILES, an_answer, an_application
from tests.builders.enamad import Case
from tests.builders.packages import a_package
from tests.builders.refusals import code_of


def kinds(case: Case):
    with reading(case.office) as session:
        return {row.kind: row for row in verifications_of(session, case.dossier_id)}


@pytest.mark.requirement("ENM-037", "ENM-039", "ENM-042", "ENM-043", "ENM-049", "G-16")
def test_three_kinds_count_and_mobile_landline_and_domain_control_do_not(claimed: Case):
    assert {kind: row.counts for kind, row in kinds(claimed).items()} == {
        "email": True,
        "phone": True,
        "address": True,
        "mobile": False,
        "landline": False,
        "technical": False,
    }


@pytest.mark.requirement("ENM-037", "ENM-039", "ENM-042", "ENM-043", "G-16", "X-R7")
def test_what_the_portal_or_its_contractor_proved_arrives_with_the_package(stage):
    case = stage("submitted")
    sent = case.now.isoformat(timespec="seconds")
    proven = {"email": "info@golchin.example", "mobile": "09123456789", "technical": "golchin.example"}
    document = an_application(
        {},
        package_id="proven-contacts",
        submitted_at=sent,
        terms={"version": "1405-1", "accepted_at": sent},
        verifications=[{"kind": k, "value": v, "verified_at": sent} for k, v in proven.items()],
    )
    receipt = case.handed_in(write_package(case.scratch.with_suffix(".zip"), document, FILES))
    case.dossier_id += 1
    assert receipt.dossier == case.details.number
    standing = {kind: row.value for kind, row in kinds(case).items() if row.verified_at}
    assert {kind: value.lower() for kind, value in standing.items()} == proven


def test_the_office_verifies_the_value_that_stands_now(claimed: Case):
    claimed.by("reviewer", record_verification, claimed.dossier_id, "phone")
    claimed.by("reviewer", record_verification, claimed.dossier_id, "technical")
    rows = kinds(claimed)
    assert (rows["phone"].value, rows["technical"].value) == ("02144556677", "golchin.example")
    with reading(claimed.office) as session:
        told = [
            entry.values for entry in timeline_of(session, claimed.dossier_id) if "verification" in entry.tag
        ]
    assert told == [{"kind": "phone"}, {"kind": "technical"}]


def test_what_is_verified_is_not_verified_again(claimed: Case):
    verifying = (record_verification, claimed.dossier_id, "email")
    assert code_of(claimed, "reviewer", *verifying) == "verification.already"


def test_only_reviewers_verify_only_kinds_of_the_scheme_and_only_dossiers_there_are(claimed: Case):
    assert code_of(claimed, "clerk", record_verification, claimed.dossier_id, "phone") == "role.missing"
    unknown = (record_verification, claimed.dossier_id, "dreams")
    assert code_of(claimed, "reviewer", *unknown) == "verification.unknown"
    assert code_of(claimed, "reviewer", record_verification, 99, "phone") == "dossier.unknown"


@pytest.mark.requirement("ENM-052")
def test_a_changed_value_voids_its_verification_and_no_other(returned: Case):
    returned.verified().later(days=1)
    sent = returned.now.isoformat(timespec="seconds")
    document = an_answer(
        returned.number,
        submitted_at=sent,
        terms={"version": "1405-1", "accepted_at": sent},
        fields={"address": "تهران، خیابان آزادی، پلاک ۷"},
        replies=[{"item": item, "text": "اصلاح شد."} for item in ("B4", "T2")],
    )
    returned.handed_in(a_package(returned.scratch.with_suffix(".zip"), document, {}))
    standing = {kind for kind, row in kinds(returned).items() if row.verified_at}
    assert standing == {"email", "phone"}
    with reading(returned.office) as session:
        voided = [
            entry.values["kind"]
            for entry in timeline_of(session, returned.dossier_id)
            if entry.tag == "dossier:verification:voided"
        ]
    assert voided == ["address"]
    returned.by("reviewer", record_verification, returned.dossier_id, "address")
    assert kinds(returned)["address"].value == "تهران، خیابان آزادی، پلاک ۷"


@pytest.mark.requirement("ENM-052", "C-08")
def test_a_verification_of_another_value_than_the_one_that_stands_is_refused(stage):
    case = stage("submitted")
    sent = case.now.isoformat(timespec="seconds")
    document = an_application(
        package_id="another-value",
        submitted_at=sent,
        terms={"version": "1405-1", "accepted_at": sent},
        verifications=[{"kind": "email", "value": "other@golchin.example", "verified_at": sent}],
    )
    outcome = case.handed_in(a_package(case.scratch.with_suffix(".zip"), document, FILES))
    assert isinstance(outcome, Quarantined)
    assert [(finding.where, finding.rule) for finding in outcome.findings] == [
        ("$.verifications[0].value", "verified_value")
    ]
