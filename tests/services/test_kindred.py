"""Kindred dossiers: the same applicant's others, and those about the same domain name."""

import pytest

from desktop.services.dossiers import find_dossier
from desktop.services.intake.outcomes import Receipt
from desktop.services.kindred import Kinship, kindred_of
from desktop.services.unit_of_work import reading
from tests.builders.applications import FILES, an_application
from tests.builders.enamad import Case
from tests.builders.packages import a_package


def opened(case: Case, package_id: str, **changes):
    """Another dossier in the same office."""
    sent = case.now.isoformat(timespec="seconds")
    terms = {"version": "1405-1", "accepted_at": sent}
    document = an_application(
        package_id=package_id, submitted_at=sent, terms=terms, verifications=[email(sent)], **changes
    )
    case.scratch.mkdir(exist_ok=True)
    receipt = case.handed_in(a_package(case.scratch / f"{package_id}.zip", document, FILES))
    assert isinstance(receipt, Receipt), receipt
    return receipt.dossier


def email(sent):
    return {"kind": "email", "value": "info@golchin.example", "verified_at": sent}


def kindred(case: Case):
    with reading(case.office) as session:
        return {row.number: row for row in kindred_of(session, case.dossier_id)}


@pytest.mark.requirement("X-01", "ENM-018")
def test_one_applicant_has_many_dossiers_each_about_one_domain(claimed: Case):
    second = opened(claimed, "second-shop", subject="second.example")
    third = opened(claimed, "third-shop", subject="third.example")
    found = kindred(claimed)
    assert {number: (row.kinship, row.subject) for number, row in found.items()} == {
        third: (Kinship.SAME_APPLICANT, "third.example"),
        second: (Kinship.SAME_APPLICANT, "second.example"),
    }
    assert list(found) == [third, second]
    assert found[second].status_label["fa"] == "در حال بررسی"


def test_the_same_domain_asked_for_by_another_is_shown(claimed: Case):
    other = {
        "kind": "natural_person",
        "name": "رضا امینی",
        "national_id": "0499370899",
        "birth_date": "1360/01/01",
        "sex": "male",
        "mobile": "09351234567",
        "email": "reza@golchin.example",
    }
    second = opened(claimed, "the-same-domain", subject="GOLCHIN.example", applicant=other)
    again = opened(claimed, "the-same-again")
    assert {number: row.kinship for number, row in kindred(claimed).items()} == {
        second: Kinship.SAME_SUBJECT,
        again: Kinship.BOTH,
    }


@pytest.mark.requirement("ENM-017")
def test_a_sub_domain_is_seen_beside_the_domain_whose_symbol_covers_it(approved: Case):
    main, number = approved.dossier_id, opened(approved, "a-sub-domain", subject="blog.golchin.example")
    with reading(approved.office) as session:
        approved.dossier_id, approved.number = find_dossier(session, number), number
    (found,) = kindred(approved).values()
    assert (found.id, found.subject, found.status) == (main, "golchin.example", "approved")
    approved.claimed().step("mark_not_applicable", note="نماد دامنهٔ اصلی زیردامنه را هم در بر می‌گیرد.")
    assert approved.status == "not_applicable"
