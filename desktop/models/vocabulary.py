"""Words that no scheme changes: kinds, verdicts, roles and phases; the glossary is their law."""

from enum import StrEnum


class ApplicantKind(StrEnum):
    """Who applies; decides documents, letters and signatories (X-02)."""

    NATURAL_PERSON = "natural_person"
    LEGAL_PERSON = "legal_person"


class SubjectKind(StrEnum):
    """What one dossier is about; exactly one subject each (X-01)."""

    DOMAIN_NAME = "domain_name"
    PLACE = "place"
    SCOPE = "scope"
    TICKET_TOPIC = "ticket_topic"
    TEXT = "text"


class DossierKind(StrEnum):
    """What a dossier asks for."""

    INITIAL = "initial"
    RENEWAL = "renewal"
    DATA_CHANGE = "data_change"
    LEVEL_RAISE = "level_raise"
    CANCELLATION = "cancellation"


class Role(StrEnum):
    """Roles of the office's people (X-R1…X-R6 and the office's own)."""

    CLERK = "clerk"
    REVIEWER = "reviewer"
    DOCUMENTS_OFFICER = "documents_officer"
    INSPECTOR = "inspector"
    SUPERVISOR = "supervisor"
    MANAGER = "manager"
    COMPLAINTS_OFFICER = "complaints_officer"
    SUPPORT_AGENT = "support_agent"
    AUDITOR = "auditor"
    ADMINISTRATOR = "administrator"


class PseudoRole(StrEnum):
    """Actors of a transition who are no person of the office."""

    APPLICANT = "applicant"
    SYSTEM = "system"


class Phase(StrEnum):
    """Where a dossier stands for the clock and the lists; every status of a scheme has one."""

    PREPARATION = "preparation"
    REVIEW = "review"
    PAPERS = "papers"
    DECISION = "decision"
    WITH_APPLICANT = "with_applicant"
    WAITING_EXTERNAL = "waiting_external"
    IN_FORCE = "in_force"
    ENDED = "ended"


RUNNING_PHASES = frozenset({Phase.REVIEW, Phase.PAPERS, Phase.DECISION})
"""Phases in which the office's working clock runs; it stands still in all others (X-15)."""

STANDING_PHASES = frozenset({Phase.WITH_APPLICANT, Phase.WAITING_EXTERNAL})
"""Phases in which the clock stands because somebody outside the office has to act."""


class Family(StrEnum):
    """Colour family of a status: who has the dossier."""

    BLUE = "blue"
    VIOLET = "violet"
    AMBER = "amber"
    GREEN = "green"
    RED = "red"
    GREY = "grey"


class Verdict(StrEnum):
    """A reviewer's judgement of one checklist item (X-06)."""

    ACCEPTED = "accepted"
    REJECTED = "rejected"
    NOT_APPLICABLE = "not_applicable"


class DocumentForm(StrEnum):
    """In what form a document has to come (C-25)."""

    SCAN = "scan"
    CERTIFIED_COPY = "certified_copy"
    ORIGINAL = "original"


PAPER_FORMS = frozenset({DocumentForm.CERTIFIED_COPY, DocumentForm.ORIGINAL})
"""Forms that only paper can satisfy."""


class DocumentLevel(StrEnum):
    """How strongly a document rule asks (C-36)."""

    REQUIRED = "required"
    OPTIONAL = "optional"
    OFF = "off"


class PaperVerdict(StrEnum):
    """The documents officer's judgement of one paper against its scan."""

    PENDING = "pending"
    ACCEPTED = "accepted"
    REJECTED = "rejected"


class ClearanceResult(StrEnum):
    """Answer of an outside authority (ENM-009…012)."""

    PENDING = "pending"
    GRANTED = "granted"
    REFUSED = "refused"


class CertificateState(StrEnum):
    """Life of a certificate; `revoked` is the authority's act, `cancelled` the holder's (C-33)."""

    VALID = "valid"
    SUSPENDED = "suspended"
    EXPIRED = "expired"
    REVOKED = "revoked"
    CANCELLED = "cancelled"


class IntakeState(StrEnum):
    """What became of an intake package."""

    TAKEN = "taken"
    QUARANTINED = "quarantined"


class NoticeState(StrEnum):
    """Where a message to the applicant is on its way out."""

    WAITING = "waiting"
    SENT = "sent"
    WITHDRAWN = "withdrawn"


class BlacklistSubject(StrEnum):
    """The two lists of C-28: persons and domain names."""

    PERSON = "person"
    DOMAIN_NAME = "domain_name"


class FieldType(StrEnum):
    """Types of the fields a scheme may declare."""

    TEXT = "text"
    EMAIL = "email"
    MOBILE = "mobile"
    LANDLINE = "landline"
    POSTAL_CODE = "postal_code"
    DOMAIN_NAME = "domain_name"
    NATIONAL_ID = "national_id"
    DATE = "date"
    CHOICE = "choice"
    CHOICES = "choices"
    FLAG = "flag"
    NUMBER = "number"


class Language(StrEnum):
    """Languages of every label, letter and sentence."""

    PERSIAN = "fa"
    ARABIC = "ar"
    ENGLISH = "en"
