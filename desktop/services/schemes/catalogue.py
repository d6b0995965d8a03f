"""Words a scheme file may use besides those of the vocabulary: icons, facts, parameters and the like."""

from types import MappingProxyType
from typing import Final

ICONS: Final = tuple(
    "pen inbox eye back papers undo user cash phone paper calendar pin building stamp shield-check star sync"
    " minus pause ban x alert info check".split()
)
"""Icons the faces can draw beside a status."""

APPLICANT_VIEWS: Final = ("fields", "documents", "checklist", "remarks", "timeline", "certificate")
"""What a status may show the applicant; the name of the status itself is always shown (C-07)."""

NOTE_RULES: Final = ("none", "optional", "required")
"""Whether a step carries a note."""

WORKS: Final = ("any", "review", "documents")
"""Kinds of work the four-eyes guard can ask about."""

REFUSAL_OUTCOMES: Final = ("none", "blacklist_person")
"""What the refusal of an outside authority brings (ENM-010)."""

SUBMIT: Final = "submit"
"""The step of the applicant by which an intake package opens a dossier."""

CERTIFICATE_ENDS: Final = ("expired", "revoked", "cancelled")
"""Ends of a certificate's life that a retention rule may count from, besides the ended statuses."""

RETAINED: Final = (
    "identity_scans",
    "file_documents",
    "papers",
    "test_account",
    "contact_data",
    "intake_package",
)
"""What a retention rule may speak of (G-19)."""

REQUESTED_LEVEL: Final = "requested"
"""The word for the level a dossier asks for, where a level is to be named."""

PARAMETERS: Final = MappingProxyType(
    {
        "physical_address": str,
        "answer_deadline_working_days": int,
        "reminder_working_days_before": int,
        "end_to_end_days": int,
        "temporary_symbol": bool,
        "electronic_affidavit": bool,
        "test_account": bool,
    }
)
"""Parameters the office's work reads; flags of a scheme's own must be used by the guard `parameter_on`."""

FACTS: Final = MappingProxyType(
    {
        "applicant_kind": str,
        "is_foreign": bool,
        "has_proxy": bool,
        "sex": str,
        "age_years": int,
        "needs_licence": bool,
        "activity_type": str,
        "dossier_kind": str,
        "level": str,
    }
)
"""Facts a document rule may depend on; they are settled once per submission."""

OPERATORS: Final = MappingProxyType(
    {str: ("is", "in"), bool: ("is",), int: ("is", "in", "below", "at_least")}
)
"""How a fact of each type may be compared."""

SEXES: Final = ("male", "female")
