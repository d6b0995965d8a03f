"""A sixth authority comes as a file: from a package to a licence, with nothing in the program knowing it."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from desktop.models.dossier import Dossier
from desktop.models.errors import RuleBroken
from desktop.models.vocabulary import CertificateState, Language, Phase, Role, Verdict
from desktop.services import people
from desktop.services.certificates import certificate_of
from desktop.services.claims import claim
from desktop.services.correspondence import certificate_print
from desktop.services.dossiers import dossier_details
from desktop.services.fees import record_payment
from desktop.services.intake.outcomes import Quarantined, Receipt
from desktop.services.intake.taking import take
from desktop.services.notices import notices_of
from desktop.services.people import actor_named, add_person
from desktop.services.queues import Queue, QueueQuery, first_page
from desktop.services.review import judge
from desktop.services.schemes.reading import read_scheme
from desktop.services.schemes.storing import add_scheme
from desktop.services.steps import steps_open_to, take_step
from desktop.services.unit_of_work import reading, writing
from tests.builders.packages import a_document, a_package, a_pdf
from tests.services.paper.reading import told_back

FILE = Path(__file__).with_name("beekeepers_stall.toml")
MONDAY = datetime(2026, 6, 15, 6, 0, tzinfo=UTC)
PAPERS = {"hives.pdf": ("hive_register", a_pdf())}
ROLES = {"zahra": Role.INSPECTOR, "karim": Role.SUPERVISOR, "nima": Role.CLERK, "admin": Role.ADMINISTRATOR}


def a_request(**changes):
    given = {
        "scheme": "honey_stall",
        "subject": "غرفهٔ ۱۲ بازار بهاره",
        "fields": {"market": "spring", "hives": "۱۴"},
    }
    return a_document(PAPERS, **{**given, **changes})


@pytest.fixture
def market(office):
    with writing(office) as session:
        for username, role in ROLES.items():
            add_person(session, username, username, [role], MONDAY)
        text = FILE.read_text(encoding="utf-8")
        add_scheme(session, actor_named(session, "admin", MONDAY), read_scheme(FILE), text)
    return office


class Day:
    """What happens on one day of the market's office."""

    def __init__(self, office, at=MONDAY):
        self.office, self.at = office, at

    def package(self, path, document, papers=PAPERS):
        with writing(self.office) as session:
            return take(session, people.applicant(self.at), a_package(path, document, papers))

    def ask(self, username, service, *arguments, **named):
        with writing(self.office) as session:
            return service(session, actor_named(session, username, self.at), *arguments, **named)

    def dossier(self):
        with reading(self.office) as session:
            return dossier_details(session, session.scalars(select(Dossier.id)).one())


@pytest.mark.requirement("X-01", "X-02", "X-06", "X-07")
def test_a_beekeeper_gets_a_licence_from_a_file_alone(market, tmp_path):
    day = Day(market)
    receipt = day.package(tmp_path / "asked.zip", a_request())
    assert isinstance(receipt, Receipt), receipt
    dossier = day.dossier()
    assert (dossier.status, dossier.scheme, dossier.level) == ("examined", "honey_stall", None)
    declared = {row.code: row.value for row in dossier.fields if row.group not in ("applicant", "services")}
    assert declared == {"market": "spring", "hives": "14"}

    day.ask("zahra", claim, dossier.id)
    day.ask("zahra", judge, dossier.id, "H1", Verdict.ACCEPTED)
    day.ask("zahra", judge, dossier.id, "H2", Verdict.REJECTED, "روی شیشه برچسب نیست.")
    day.ask("zahra", take_step, dossier.id, "ask_again")
    assert day.dossier().phase is Phase.WITH_APPLICANT
    assert day.dossier().due_at is None

    later = Day(market, MONDAY + timedelta(days=3))
    answer = a_request(
        package_id="6f1c2f0e-0002-4c5e-9a51-0d5b3a6e7001",
        purpose="resubmit",
        dossier=receipt.dossier,
        submitted_at="2026-06-17T09:30:00+03:30",
        replies=[{"item": "H2", "text": "برچسب زدم."}],
        documents=[],
    )
    assert isinstance(later.package(tmp_path / "again.zip", answer, {}), Receipt)
    assert (later.dossier().status, later.dossier().round) == ("examined", 2)

    if later.dossier().claimed_by is None:
        later.ask("zahra", claim, dossier.id)
    later.ask("zahra", judge, dossier.id, "H2", Verdict.ACCEPTED)
    with pytest.raises(RuleBroken) as refusal:
        later.ask("karim", take_step, dossier.id, "license")
    assert refusal.value.code == "guard.fee_paid"
    later.ask("nima", record_payment, dossier.id, "stall_rent", 400_000, date(2026, 6, 18), "R-1")
    later.ask("karim", take_step, dossier.id, "license")

    with reading(market) as session:
        licence = certificate_of(session, dossier.id)
        notices = [notice.kind for notice in notices_of(session, dossier.id)]
    assert licence is not None
    assert (licence.state, licence.level) == (CertificateState.VALID, None)
    assert licence.facts["scheme"]["fa"] == "پروانهٔ غرفهٔ زنبورداران"
    assert (licence.issued_on, licence.last_valid_day) == (date(2026, 6, 18), date(2026, 12, 18))
    assert notices == ["deficiency_notice", "licence_notice"]
    printed = later.ask("karim", certificate_print, licence.number, Language.PERSIAN)
    assert "پروانهٔ غرفهٔ زنبورداران" in told_back(printed)
    assert later.dossier().status_label["fa"] == "پروانه‌دار"


def test_a_package_is_held_against_the_fields_of_this_authority(market, tmp_path):
    outcome = Day(market).package(
        tmp_path / "bad.zip", a_request(fields={"market": "autumn", "bees": "many"})
    )
    assert isinstance(outcome, Quarantined)
    assert {finding.where for finding in outcome.findings} == {
        "$.fields.market",
        "$.fields.bees",
        "$.fields.hives",
    }


def test_a_package_without_the_papers_of_this_authority_is_not_taken(market, tmp_path):
    outcome = Day(market).package(tmp_path / "bare.zip", a_request(documents=[]), {})
    assert isinstance(outcome, Quarantined)
    assert [finding.rule for finding in outcome.findings] == ["guard.documents_present"]


def test_queues_and_steps_speak_this_authoritys_words(market, tmp_path):
    day = Day(market)
    day.package(tmp_path / "asked.zip", a_request())
    dossier = day.dossier()
    with reading(market) as session:
        supervisor = actor_named(session, "karim", MONDAY)
        steps = {step.action: step for step in steps_open_to(session, supervisor, dossier.id)}
        (row,) = first_page(session, actor_named(session, "zahra", MONDAY), QueueQuery(Queue.ALL), 10).rows
    assert row.status_label["en"] == "Being examined"
    assert not steps["license"].is_open
    refused = [refusal.code for refusal in steps["license_for_winter"].refusals]
    assert refused == ["guard.parameter_on"]
    assert dossier.due_at is not None


def test_the_program_does_not_know_this_authority():
    program = Path(__file__).parents[2] / "desktop"
    words = ("honey_stall", "hive_register", "ask_again", "stall_rent")
    for module in program.rglob("*.py"):
        text = module.read_text(encoding="utf-8")
        assert not [word for word in words if word in text], module
