"""An office with the eNamad scheme and people in every role, and a case told in the office's own words."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from desktop.models.vocabulary import ClearanceResult, PaperVerdict, Role, Verdict
from desktop.services import (
    certificates,
    claims,
    clearances,
    fees,
    physical_documents,
    review,
    steps,
    verifications,
)
from desktop.services.database import OFFICE_FILE, Database, open_office
from desktop.services.dossiers import DossierDetails, dossier_details, find_dossier
from desktop.services.founding import Founder, found_office
from desktop.services.intake.outcomes import Receipt
from desktop.services.intake.sample import sample
from desktop.services.intake.sample_answer import sample_answer
from desktop.services.intake.taking import take
from desktop.services.people import actor_named, applicant
from desktop.services.unit_of_work import reading, writing
from tests.builders.office import MADE_AT, OFFICE_NAME

POLICE = "public_places_police"
BEGUN_AT = datetime(2026, 5, 2, 6, 30, tzinfo=UTC)
"""Saturday 1405/02/12, 10 o'clock in Tehran."""

PEOPLE = (
    Founder("clerk", "متصدی باجه", frozenset({Role.CLERK})),
    Founder("reviewer", "کارشناس نخست", frozenset({Role.REVIEWER})),
    Founder("colleague", "کارشناس دوم", frozenset({Role.REVIEWER})),
    Founder("officer", "مسئول مدارک", frozenset({Role.DOCUMENTS_OFFICER})),
    Founder("supervisor", "سرپرست", frozenset({Role.SUPERVISOR})),
    Founder("manager", "مدیر", frozenset({Role.MANAGER})),
    Founder("allrounder", "همه‌کاره", frozenset({Role.REVIEWER, Role.DOCUMENTS_OFFICER, Role.MANAGER})),
    Founder("auditor", "ممیز", frozenset({Role.AUDITOR})),
    Founder("administrator", "مدیر سامانه", frozenset({Role.ADMINISTRATOR})),
)


@pytest.fixture(scope="session")
def prepared_enamad(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a founded office nobody works in; only copied."""
    folder = tmp_path_factory.mktemp("enamad")
    found_office(folder, OFFICE_NAME, PEOPLE, MADE_AT).close()
    return folder


@pytest.fixture
def enamad(prepared_enamad: Path, tmp_path: Path) -> Iterator[Database]:
    """A founded office of this test's own."""
    folder = tmp_path / "enamad"
    folder.mkdir()
    shutil.copyfile(prepared_enamad / OFFICE_FILE, folder / OFFICE_FILE)
    database = open_office(folder)
    yield database
    database.close()


@dataclass
class Case:
    """One dossier on its way; every act is a unit of work of its own, and the clock goes on by an hour."""

    office: Database
    scratch: Path
    now: datetime = BEGUN_AT
    number: str = ""
    dossier_id: int = 0
    packages: int = field(default=0)

    def by(self, username: str, service: Callable[..., Any], *arguments: Any, **named: Any) -> Any:
        """Let somebody call a service `service(session, actor, …)` in a unit of work."""
        with writing(self.office) as session:
            answer = service(session, actor_named(session, username, self.now), *arguments, **named)
        self.later(hours=1)
        return answer

    def later(self, **delay: float) -> "Case":
        """Let time pass."""
        self.now += timedelta(**delay)
        return self

    def submitted(self, *, legal_person: bool = False) -> "Case":
        """A package opens the dossier."""
        natural, legal = sample(self.scratch / str(self.packages), self.now)
        self.packages += 1
        receipt = self.handed_in(legal if legal_person else natural)
        assert isinstance(receipt, Receipt), receipt
        self.number = receipt.dossier
        with reading(self.office) as session:
            self.dossier_id = find_dossier(session, self.number)
        return self

    def handed_in(self, package: Path) -> Any:
        """A portal hands in a package."""
        with writing(self.office) as session:
            outcome = take(session, applicant(self.now), package)
        self.later(hours=1)
        return outcome

    def resubmitted(self) -> "Case":
        """The applicant answers every rejected item."""
        self.packages += 1
        with reading(self.office) as session:
            path = sample_answer(session, self.scratch / str(self.packages), self.number, self.now)
        receipt = self.handed_in(path)
        assert isinstance(receipt, Receipt), receipt
        return self

    def claimed(self, by: str = "reviewer") -> "Case":
        """Somebody takes the dossier in hand."""
        self.by(by, claims.claim, self.dossier_id)
        return self

    def judged(self, by: str = "reviewer", **verdicts: str) -> "Case":
        """Every item is accepted but those named: `B4="why it is rejected"`."""
        with writing(self.office) as session:
            actor = actor_named(session, by, self.now)
            for row in review.checklist_of(session, self.dossier_id):
                remark = verdicts.get(row.code, "")
                verdict = Verdict.REJECTED if remark else Verdict.ACCEPTED
                review.judge(session, actor, self.dossier_id, row.code, verdict, remark)
        return self.later(hours=1)

    def step(self, action: str, by: str = "reviewer", note: str | None = None) -> "Case":
        """Somebody takes a step."""
        self.by(by, steps.take_step, self.dossier_id, action, note)
        return self

    def cleared(self, result: ClearanceResult = ClearanceResult.GRANTED) -> "Case":
        """The outside authority answers."""
        self.by("supervisor", clearances.record_answer, self.dossier_id, POLICE, result, "۱۲/۳۴۵")
        return self

    def verified(self) -> "Case":
        """The reviewer verifies what the portal has not."""
        with reading(self.office) as session:
            rows = verifications.verifications_of(session, self.dossier_id)
        for row in rows:
            if row.counts and row.verified_at is None:
                self.by("reviewer", verifications.record_verification, self.dossier_id, row.kind)
        return self

    def paid(self) -> "Case":
        """Every fee that is not somebody else's is paid."""
        with reading(self.office) as session:
            rows = fees.fees_of(session, self.dossier_id)
        for row in rows:
            if not row.informative and row.amount_rial > row.paid_rial:
                receipt = f"{self.number} {row.code}"
                self.by(
                    "clerk",
                    fees.record_payment,
                    self.dossier_id,
                    row.code,
                    row.amount_rial,
                    self.today,
                    receipt,
                )
        return self

    def papers_received(self, tracking_number: str = "44710001") -> "Case":
        """A packet with everything awaited comes by post."""
        self.by("clerk", physical_documents.receive_packet, self.dossier_id, tracking_number, self.today)
        return self

    def papers_judged(self, by: str = "officer", **reasons: str) -> "Case":
        """Every paper is accepted but those named: `commitment_letter="no certified signature"`."""
        with reading(self.office) as session:
            rows = physical_documents.papers_of(session, self.dossier_id)
        for row in rows:
            if row.verdict is not None:
                reason = reasons.get(row.rule, "")
                verdict = PaperVerdict.REJECTED if reason else PaperVerdict.ACCEPTED
                self.by(by, physical_documents.judge_paper, self.dossier_id, row.rule, verdict, reason)
        return self

    def with_manager(self) -> "Case":
        """The dossier has come the whole way to the manager's stack."""
        self.submitted().claimed().judged().verified().cleared().step("approve_checklist").paid()
        return self.papers_received().papers_judged().step("accept_documents", by="officer")

    @property
    def today(self) -> date:
        """The day of the case's clock."""
        return self.now.date()

    @property
    def details(self) -> DossierDetails:
        """The dossier as it stands."""
        with reading(self.office) as session:
            return dossier_details(session, self.dossier_id)

    @property
    def status(self) -> str:
        """Code of the status."""
        return self.details.status

    @property
    def certificate(self) -> certificates.CertificateDetails:
        """The certificate; there must be one."""
        with reading(self.office) as session:
            found = certificates.certificate_of(session, self.dossier_id)
        assert found is not None
        return found


@pytest.fixture
def case(enamad: Database, tmp_path: Path) -> Case:
    """A case that has not begun."""
    return Case(enamad, tmp_path / "packages")
