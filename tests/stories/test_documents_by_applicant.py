"""Which papers a shop must bring follows from who asks and what he sells; told through whole packages."""

import pytest

from desktop.models.errors import RuleBroken
from desktop.services import steps
from desktop.services.dossiers import dossier_details
from desktop.services.intake.outcomes import Quarantined, Receipt
from desktop.services.unit_of_work import reading
from tests.builders.enamad import Case
from tests.builders.one_applicant import IDENTITY, LEASE, handed_in, papers
from tests.builders.scheme_versions import office_under

FOREIGNER = {"national_id": None, "foreigner_code": "123456789012", "is_foreign": True}
COMPANY = {
    "kind": "legal_person",
    "name": "شرکت گلچین",
    "national_id": None,
    "legal_national_id": "10380284790",
    "birth_date": None,
    "sex": None,
    "managing_director": {"name": "رضا امینی", "national_id": "0499370899"},
}
PROXY = {"has_proxy": True, "proxy": {"name": "رضا امینی", "national_id": "0499370899"}}
MILITARY_CARD = 'stage = "application"\nforms = ["scan"]\nlevel = "{}"\nwhen = [{{fact = "sex", is = "male"}}'


def what_holds_back(case: Case, files, *more, **given) -> str | None:
    """The guard that keeps a dossier with these papers, otherwise in order, from going on; None: nothing."""
    outcome = handed_in(case, files, *more, **given)
    assert isinstance(outcome, Receipt), outcome
    case.claimed().judged().cleared()
    try:
        case.by("reviewer", steps.take_step, case.dossier_id, "approve_checklist")
    except RuleBroken as refusal:
        return f"{refusal.code} {refusal.values.get('stage')}"
    return None


MISSING = "guard.documents_present file"


@pytest.mark.requirement("ENM-013", "ENM-014", "C-37", "T11")
def test_who_is_not_of_age_brings_a_ruling_of_majority(case: Case):
    """The case begins on 1405/02/12."""
    assert what_holds_back(case, IDENTITY | LEASE, birth_date="1387/02/13") == MISSING


@pytest.mark.requirement("ENM-014", "C-37")
def test_with_the_ruling_he_goes_on(case: Case):
    brought = IDENTITY | LEASE | papers("majority_ruling")
    assert what_holds_back(case, brought, birth_date="1387/02/13") is None


@pytest.mark.requirement("ENM-013", "C-37", "T11")
def test_who_is_eighteen_on_the_day_of_sending_is_of_age(case: Case):
    assert what_holds_back(case, IDENTITY | LEASE, birth_date="1387/02/12") is None


@pytest.mark.requirement("ENM-016")
def test_a_foreigner_brings_a_work_permit_and_no_national_card(case: Case):
    outcome = handed_in(case, LEASE, **FOREIGNER)
    assert isinstance(outcome, Quarantined)
    assert [finding.rule for finding in outcome.findings] == ["guard.documents_present"]
    assert what_holds_back(case, LEASE | papers("work_permit"), **FOREIGNER) is None


@pytest.mark.requirement("ENM-016")
def test_a_foreigner_has_an_inclusive_code_of_twelve_digits_and_nothing_else(case: Case):
    for wrong in ({"foreigner_code": "12345678901"}, {"foreigner_code": None}, {"national_id": "0012345679"}):
        outcome = handed_in(case, LEASE | papers("work_permit"), **(FOREIGNER | wrong))
        assert isinstance(outcome, Quarantined)
        assert {finding.where.rpartition(".")[2] for finding in outcome.findings} <= {
            "foreigner_code",
            "national_id",
        }


@pytest.mark.requirement("ENM-007", "X-R15")
def test_a_proxy_brings_a_power_of_attorney_and_is_named_in_the_dossier(case: Case):
    assert what_holds_back(case, IDENTITY | LEASE, **PROXY) == MISSING


@pytest.mark.requirement("ENM-007", "X-R15")
def test_with_the_power_of_attorney_the_proxy_goes_on(case: Case):
    assert what_holds_back(case, IDENTITY | LEASE | papers("power_of_attorney"), **PROXY) is None


@pytest.mark.requirement("C-24", "ENM-015")
def test_lease_or_deed_proves_the_place_and_one_is_enough(case: Case):
    assert what_holds_back(case, IDENTITY | papers("deed")) is None


@pytest.mark.requirement("C-24")
def test_neither_lease_nor_deed_proves_nothing(case: Case):
    assert what_holds_back(case, IDENTITY) == MISSING


@pytest.mark.requirement("C-23", "ENM-045", "ENM-046", "ENM-047")
def test_air_tickets_need_the_licence_of_their_authority_of_a_natural_person(case: Case):
    assert what_holds_back(case, IDENTITY | LEASE, services=["air_tickets"]) == MISSING


@pytest.mark.requirement("C-23", "ENM-045")
def test_the_same_licence_is_asked_of_a_company_and_does(case: Case):
    of_the_company = papers("official_gazette", "articles_of_association", "board_members_notice")
    brought = IDENTITY | of_the_company | papers("service_licence")
    fields = {"registration_number": "418237"}
    assert what_holds_back(case, brought, fields, services=["air_tickets"], **COMPANY) is None
    with reading(case.office) as session:
        assert dossier_details(session, case.dossier_id).applicant_name == "شرکت گلچین"


@pytest.mark.requirement("C-23", "ENM-041")
def test_a_guild_business_brings_its_guild_licence_whoever_it_is(case: Case):
    assert what_holds_back(case, IDENTITY | LEASE, {"activity_type": "guild"}) == MISSING


@pytest.mark.requirement("C-36", "ENM-036")
def test_the_military_card_may_be_left_out_unless_a_version_requires_it_of_men_of_age(tmp_path):
    required = (MILITARY_CARD.format("optional"), MILITARY_CARD.format("required"))
    case = Case(office_under(tmp_path / "office", required), tmp_path / "packages")
    outcome = handed_in(case, IDENTITY | LEASE, sex="male")
    assert isinstance(outcome, Quarantined)
    assert [finding.rule for finding in outcome.findings] == ["guard.documents_present"]
    assert isinstance(handed_in(case, IDENTITY | LEASE | papers("military_card"), sex="male"), Receipt)
    case.office.close()


@pytest.mark.requirement("C-36")
def test_nobody_asks_a_woman_for_it(tmp_path):
    required = (MILITARY_CARD.format("optional"), MILITARY_CARD.format("required"))
    case = Case(office_under(tmp_path / "office", required), tmp_path / "packages")
    assert isinstance(handed_in(case, IDENTITY | LEASE, sex="female"), Receipt)
    case.office.close()


@pytest.mark.requirement("C-36", "ENM-036")
def test_as_the_scheme_stands_a_man_may_leave_it_out(case: Case):
    assert isinstance(handed_in(case, IDENTITY | LEASE, sex="male"), Receipt)
