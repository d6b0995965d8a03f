"""Certificates: number, validity and level at issue, what is frozen, levels raised, temporary symbols."""

from datetime import UTC, datetime

import pytest

from desktop.models.errors import NotFound
from desktop.models.jalali import parse_date
from desktop.models.vocabulary import CertificateState, Language, Verdict
from desktop.services import certificates, correspondence, review, steps
from desktop.services.certificates import certificate_details, record_code_check
from desktop.services.dossiers import find_dossier
from desktop.services.intake.outcomes import Quarantined, Receipt
from desktop.services.intake.sample import write_package
from desktop.services.unit_of_work import reading
from tests.builders.applications import FILES, an_application
from tests.builders.enamad import Case
from tests.builders.packages import a_pdf
from tests.builders.refusals import code_of, refused
from tests.builders.scheme_versions import office_under

NOTE = "شرایط حداقلی برقرار است و پرونده در حال بررسی است."
TEMPORARY_SYMBOL_ON = ("temporary_symbol = false", "temporary_symbol = true")


def level_raise(case: Case, subject="golchin.example", files=None):
    """A package that asks to raise the certificate's level to two stars."""
    sent = case.now.isoformat(timespec="seconds")
    values = {"email": "info@golchin.example", "phone": "02144556677", "address": "خیابان انقلاب، پلاک ۱۲"}
    document = an_application(
        {},
        package_id=f"raise-{case.now:%m%d%H%M}",
        kind="level_raise",
        level="two_stars",
        subject=subject,
        submitted_at=sent,
        terms={"version": "1405-1", "accepted_at": sent},
        verifications=[{"kind": k, "value": v, "verified_at": sent} for k, v in values.items()],
    )
    case.scratch.mkdir(exist_ok=True)
    brought = FILES | ({"ssl.pdf": ("ssl_certificate", a_pdf())} if files is None else files)
    return case.handed_in(write_package(case.scratch / f"raise-{case.now:%m%d%H%M}.zip", document, brought))


def taken_up(case: Case, receipt: Receipt) -> Case:
    """The dossier just opened is in the hands of another reviewer, who accepts every item."""
    with reading(case.office) as session:
        case.dossier_id, case.number = find_dossier(session, receipt.dossier), receipt.dossier
    return case.claimed("colleague").judged("colleague").cleared()


def to_manager(case: Case) -> Case:
    """The rest of the course up to the manager."""
    case.step("approve_checklist", by="colleague").paid()
    case.papers_received(f"raise-{case.now:%m%d}").papers_judged()
    return case.step("accept_documents", by="officer")


def test_a_certificate_says_what_was_true_at_issue(approved: Case):
    held = approved.certificate
    assert held.facts["holder"] == "سارا کریمی"
    assert held.facts["level"]["fa"] == "نماد دائمی یک‌ستاره"
    assert (held.facts["stars"], held.subject) == (1, "golchin.example")
    assert len(held.symbol_code) == 32
    with reading(approved.office) as session:
        assert certificate_details(session, held.number) == held


def test_symbol_codes_are_not_alike(stage):
    cases = [stage("manager").step("approve", by="manager") for _ in range(2)]
    assert len({case.certificate.symbol_code for case in cases}) == 2


@pytest.mark.requirement("C-01", "ENM-081", "T10", "F1")
def test_validity_comes_from_the_version_the_dossier_was_opened_under(tmp_path):
    before_the_new_version = datetime(2019, 2, 9, 6, tzinfo=UTC)
    case = Case(office_under(tmp_path / "office"), tmp_path / "packages", now=before_the_new_version)
    case.with_manager().step("approve", by="manager")
    assert case.details.scheme_version == "1389-01-01"
    assert case.certificate.issued_on == parse_date("1397/11/20")
    assert case.certificate.last_valid_day == parse_date("1398/11/19")
    case.office.close()


@pytest.mark.requirement("ENM-075", "X-R6")
def test_the_code_is_looked_for_and_a_look_can_be_taken_back(approved: Case):
    number = approved.certificate.number
    approved.by("reviewer", record_code_check, number, installed=True)
    assert approved.certificate.code_installed_at is not None
    approved.by("colleague", record_code_check, number, installed=False)
    assert approved.certificate.code_installed_at is None
    taking = (steps.take_step, approved.dossier_id, "confirm_code_installed")
    assert code_of(approved, "reviewer", *taking) == "guard.code_installed"


def test_a_certificate_that_does_not_exist_is_unknown(approved: Case):
    checking = refused(approved, "reviewer", record_code_check, "1405/00099", installed=True)
    assert isinstance(checking, NotFound)
    assert checking.code == "certificate.unknown"
    checking = refused(approved, "clerk", record_code_check, "1405/00001", installed=True)
    assert checking.code == "role.missing"
    with reading(approved.office) as session, pytest.raises(NotFound):
        certificate_details(session, "1405/00099")


def test_a_dossier_that_led_nowhere_yet_has_no_certificate(claimed: Case):
    with reading(claimed.office) as session:
        assert certificates.certificate_of(session, claimed.dossier_id) is None


@pytest.mark.requirement("C-26", "ENM-078", "ENM-079", "ENM-080")
def test_two_stars_raise_the_same_certificate_when_the_connection_is_secure(approved: Case):
    before = approved.certificate
    to_manager(taken_up(approved, level_raise(approved.later(days=30)))).step("approve", by="manager")
    after = approved.certificate
    assert (after.id, after.number, after.last_valid_day) == (before.id, before.number, before.last_valid_day)
    assert (after.level, after.facts["stars"], after.facts["holder"]) == ("two_stars", 2, "سارا کریمی")


@pytest.mark.requirement("ENM-079")
def test_two_stars_need_a_secure_connection_that_is_accepted_and_not_merely_not_applicable(approved: Case):
    taken_up(approved, level_raise(approved.later(days=30)))
    judging = (review.judge, approved.dossier_id, "S1", Verdict.NOT_APPLICABLE, "ورود ندارد.")
    approved.by("colleague", *judging)
    to_manager(approved)
    taking = (steps.take_step, approved.dossier_id, "approve")
    assert code_of(approved, "manager", *taking) == "guard.level_attainable"


@pytest.mark.requirement("ENM-079")
def test_two_stars_need_the_paper_of_the_secure_connection(approved: Case):
    taken_up(approved, level_raise(approved.later(days=30), files={}))
    taking = (steps.take_step, approved.dossier_id, "approve_checklist")
    assert code_of(approved, "colleague", *taking) == "guard.documents_present"


@pytest.mark.requirement("ENM-079")
def test_there_are_no_two_stars_without_a_certificate_of_one(approved: Case):
    outcome = level_raise(approved.later(days=30), subject="other.example")
    assert isinstance(outcome, Quarantined)
    assert [finding.rule for finding in outcome.findings] == ["certificate_missing"]


@pytest.mark.requirement("C-27", "ENM-077")
def test_a_temporary_symbol_is_off_unless_the_version_switches_it_on(claimed: Case):
    claimed.cleared()
    taking = (steps.take_step, claimed.dossier_id, "grant_temporary", NOTE)
    assert code_of(claimed, "manager", *taking) == "guard.parameter_on"


@pytest.mark.requirement("C-27", "ENM-077", "ENM-078")
def test_a_temporary_symbol_lives_until_the_permanent_one_is_issued(tmp_path):
    case = Case(office_under(tmp_path / "office", TEMPORARY_SYMBOL_ON), tmp_path / "packages").submitted()
    granting = (steps.take_step, case.dossier_id, "grant_temporary", NOTE)
    assert code_of(case, "manager", *granting) == "guard.clearance_granted"
    case.cleared().by("manager", *granting)
    temporary = case.certificate
    assert (temporary.level, temporary.facts["stars"], case.status) == ("temporary", 0, "under_review")
    assert code_of(case, "manager", *granting) == "certificate.already_issued"

    case.claimed().judged().verified().step("approve_checklist").paid().papers_received().papers_judged()
    case.step("accept_documents", by="officer").step("approve", by="manager")
    permanent = case.certificate
    with reading(case.office) as session:
        ended = certificate_details(session, temporary.number)
    assert (permanent.level, permanent.number) == ("one_star", "1405/00002")
    assert (ended.state, permanent.state) == (CertificateState.EXPIRED, CertificateState.VALID)
    printing = (correspondence.certificate_print, temporary.number, Language.PERSIAN)
    assert code_of(case, "manager", *printing) == "certificate.not_in_force"
    case.office.close()
