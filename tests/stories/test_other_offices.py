"""What other authorities ask for is data too: a laboratory, a contact on site, the name of an office."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from desktop.models.vocabulary import CertificateState, Language, Role
from desktop.services import correspondence, due_dates
from desktop.services.dossiers import dossier_details, find_dossier
from desktop.services.intake.outcomes import Quarantined, Receipt
from desktop.services.intake.taking import take
from desktop.services.people import Actor, applicant
from desktop.services.schemes.reading import read_scheme
from desktop.services.schemes.storing import add_scheme
from desktop.services.unit_of_work import reading, writing
from tests.builders.enamad import Case
from tests.builders.office import OFFICE_NAME
from tests.builders.packages import a_document, a_package, a_pdf

MONDAY = datetime(2026, 6, 15, 6, 0, tzinfo=UTC)
STALL = Path(__file__).with_name("beekeepers_stall.toml").read_text(encoding="utf-8")
MORE_FIELDS = """
[[field]]
code = "laboratory"
group = "stall"
label = {fa = "آزمایشگاه", ar = "المختبر", en = "Laboratory"}
type = "choice"
required = true
choices = [{code = "asal", label = {fa = "آزمایشگاه عسل", ar = "مختبر العسل", en = "Honey laboratory"}}]

[[field]]
code = "site_contact"
group = "stall"
label = {fa = "نمایندهٔ مستقر", ar = "الممثل المقيم", en = "Contact on site"}
type = "text"
required = true
"""
PAPERS = {"hives.pdf": ("hive_register", a_pdf())}


@pytest.fixture
def market(office):
    administrator = Actor(None, "", frozenset({Role.ADMINISTRATOR.value}), MONDAY)
    with writing(office) as session:
        add_scheme(session, administrator, read_scheme(STALL + MORE_FIELDS), STALL + MORE_FIELDS)
    return office


def asked(market, path, **more):
    fields = {"market": "spring", "hives": "14", **more}
    document = a_document(PAPERS, scheme="honey_stall", subject="غرفهٔ ۱۲ بازار بهاره", fields=fields)
    with writing(market) as session:
        return take(session, applicant(MONDAY), a_package(path, document, PAPERS))


@pytest.mark.requirement("X-R9", "X-R14", "G-15")
def test_a_laboratory_and_a_contact_on_site_are_asked_for_as_fields(market, tmp_path):
    receipt = asked(market, tmp_path / "asked.zip", laboratory="asal", site_contact="مریم رضایی")
    assert isinstance(receipt, Receipt), receipt
    with reading(market) as session:
        details = dossier_details(session, find_dossier(session, receipt.dossier))
    rows = {row.code: (row.label["fa"], row.value) for row in details.fields}
    assert rows["laboratory"] == ("آزمایشگاه", "asal")
    assert rows["site_contact"] == ("نمایندهٔ مستقر", "مریم رضایی")


@pytest.mark.requirement("X-R9", "X-R14", "X-08", "G-15")
def test_what_the_scheme_requires_is_missed_in_the_package_and_what_it_lists_is_held_to(market, tmp_path):
    outcome = asked(market, tmp_path / "asked.zip", laboratory="another")
    assert isinstance(outcome, Quarantined)
    assert {(finding.where, str(finding.rule)) for finding in outcome.findings} == {
        ("$.fields.laboratory", "not_in_list"),
        ("$.fields.site_contact", "missing"),
    }


@pytest.mark.requirement("X-R11", "L7")
def test_the_office_is_the_centre_its_certificates_name(case: Case):
    case.with_manager().step("approve", by="manager")
    assert case.certificate.facts["office"] == OFFICE_NAME
    printing = (correspondence.certificate_print, case.certificate.number, Language.ENGLISH)
    assert case.by("manager", *printing).startswith(b"%PDF")


@pytest.mark.requirement("C-06", "ENM-058", "T2", "G-13")
def test_the_whole_course_has_thirty_calendar_days_which_inform_only(case: Case):
    case.submitted().claimed().judged(B4="پنهان است.")
    with reading(case.office) as session:
        end = due_dates.end_to_end_due_on(session, case.dossier_id)
    assert (end - case.details.opened_at.date()).days == 30
    assert case.details.due_at.date() < end
    case.step("announce_deficiency").later(days=1)
    with reading(case.office) as session:
        assert due_dates.end_to_end_due_on(session, case.dossier_id) == end
    assert case.details.due_at is None


@pytest.mark.requirement("C-33")
def test_what_the_authority_revokes_and_what_the_holder_cancels_are_two_states():
    assert {CertificateState.REVOKED, CertificateState.CANCELLED} < set(CertificateState)
