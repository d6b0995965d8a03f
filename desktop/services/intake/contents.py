"""What a package says: package.json read strictly, held against its rules, and typed."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from desktop.models.vocabulary import ApplicantKind, DossierKind
from desktop.services.intake.report import Findings
from desktop.services.intake.strict_json import check_texts, parse
from desktop.services.intake.values import check_values

FieldGiven = str | int | float | bool | list[str]


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who acts for the applicant."""

    name: str
    national_id: str


@dataclass(frozen=True, slots=True)
class ApplicantGiven:
    """The applicant as the package writes him; digits and letters still as typed."""

    kind: ApplicantKind
    name: str
    mobile: str
    email: str
    national_id: str | None = None
    legal_national_id: str | None = None
    foreigner_code: str | None = None
    birth_date: str | None = None
    sex: str | None = None
    user_id: str | None = None
    has_proxy: bool = False
    is_foreign: bool = False
    managing_director: Person | None = None
    proxy: Person | None = None


@dataclass(frozen=True, slots=True)
class Terms:
    """The accepted conditions (X-10)."""

    version: str
    accepted_at: datetime


@dataclass(frozen=True, slots=True)
class VerificationGiven:
    """What the portal verified, and the value it verified (ENM-049)."""

    kind: str
    value: str
    verified_at: datetime


@dataclass(frozen=True, slots=True)
class TestAccountGiven:
    """Credentials lent for trying the site (ENM-019)."""

    username: str
    password: str
    note: str | None = None


@dataclass(frozen=True, slots=True)
class DocumentGiven:
    """A listed file and the document rule it answers."""

    rule: str
    file: str
    sha256: str


@dataclass(frozen=True, slots=True)
class ReplyGiven:
    """The applicant's answer to one rejected item (ENM-062)."""

    item: str
    text: str


@dataclass(frozen=True, slots=True)
class Contents:
    """package.json as a whole."""

    package_id: str
    purpose: str
    scheme: str
    kind: DossierKind
    submitted_at: datetime
    applicant: ApplicantGiven
    subject: str
    fields: dict[str, FieldGiven]
    terms: Terms
    documents: tuple[DocumentGiven, ...]
    level: str | None
    dossier: str | None
    services: tuple[str, ...] | None
    verifications: tuple[VerificationGiven, ...]
    test_account: TestAccountGiven | None
    replies: tuple[ReplyGiven, ...]
    message: str


def read_document(data: bytes, where: str, findings: Findings) -> dict[str, Any] | None:
    """The JSON object in `data` with every broken rule noted; None when it cannot be read as one."""
    # The schema library takes longer to load than most commands take to run.
    from desktop.services.intake.schema_rules import check_schema  # noqa: PLC0415

    document = parse(data, where, findings)
    if document is None and findings:
        return None
    check_texts(document, findings)
    check_schema(document, findings)
    if not isinstance(document, dict):
        return None
    check_values(document, findings)
    return document


def typed(document: dict[str, Any]) -> Contents:
    """The contents of a document in which nothing was found wrong."""
    account = document.get("test_account")
    return Contents(
        package_id=document["package_id"],
        purpose=document["purpose"],
        scheme=document["scheme"],
        kind=DossierKind(document["kind"]),
        submitted_at=datetime.fromisoformat(document["submitted_at"]),
        applicant=_applicant(document["applicant"]),
        subject=document["subject"],
        fields=document["fields"],
        terms=Terms(document["terms"]["version"], datetime.fromisoformat(document["terms"]["accepted_at"])),
        documents=tuple(DocumentGiven(**one) for one in document["documents"]),
        level=document.get("level"),
        dossier=document.get("dossier"),
        services=tuple(document["services"]) if "services" in document else None,
        verifications=tuple(_verification(one) for one in document.get("verifications", ())),
        test_account=TestAccountGiven(**account) if account else None,
        replies=tuple(ReplyGiven(**one) for one in document.get("replies", ())),
        message=document.get("message", ""),
    )


def _applicant(given: dict[str, Any]) -> ApplicantGiven:
    persons: dict[str, Any] = {
        name: Person(**given[name]) for name in ("managing_director", "proxy") if name in given
    }
    return ApplicantGiven(**(given | persons | {"kind": ApplicantKind(given["kind"])}))


def _verification(given: dict[str, str]) -> VerificationGiven:
    return VerificationGiven(given["kind"], given["value"], datetime.fromisoformat(given["verified_at"]))
