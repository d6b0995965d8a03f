"""Kinds of acts the audit is filtered by: each entry's tag belongs to exactly one of them."""

from enum import StrEnum
from typing import Final


class AuditKind(StrEnum):
    """What sort of act an entry tells of."""

    VIEW = "view"
    """Somebody saw what is masked or lent."""
    PRINT = "print"
    EXPORT = "export"
    DECISION = "decision"
    """A step was taken or taken back; a certificate came, moved or ended."""
    JUDGEMENT = "judgement"
    """Items, papers, contacts and enquiries were judged."""
    HAND = "hand"
    """A dossier came into a hand or left it."""
    RECORD = "record"
    """Something was entered: packages, papers, payments, notes."""
    NOTICE = "notice"
    """The applicant was told something."""
    ERASURE = "erasure"
    BLACKLIST = "blacklist"
    OFFICE = "office"
    """People, calendar, schemes."""
    AUDIT = "audit"
    """Somebody read the audit itself."""


TAGS: Final[dict[AuditKind, tuple[str, ...]]] = {
    AuditKind.VIEW: ("dossier:test-account:read", "dossier:identity:revealed"),
    AuditKind.PRINT: ("dossier:letter:printed", "certificate:print:made"),
    AuditKind.EXPORT: ("intake:package:saved",),
    AuditKind.DECISION: (
        "dossier:step:taken",
        "dossier:step:undone",
        "certificate:issue:done",
        "certificate:level:raised",
        "certificate:validity:ended",
    ),
    AuditKind.JUDGEMENT: (
        "dossier:finding:recorded",
        "dossier:finding:undone",
        "dossier:mark:made",
        "dossier:mark:removed",
        "dossier:paper:judged",
        "dossier:paper:reopened",
        "dossier:verification:recorded",
        "dossier:verification:voided",
        "dossier:clearance:requested",
        "dossier:clearance:answered",
        "certificate:code:checked",
    ),
    AuditKind.HAND: (
        "dossier:claim:taken",
        "dossier:claim:released",
        "dossier:claim:reassigned",
        "dossier:claim:put_back",
        "dossier:claim:undone",
    ),
    AuditKind.RECORD: (
        "dossier:file:opened",
        "dossier:file:taken_over",
        "dossier:files:taken_over",
        "dossier:submission:received",
        "dossier:applicant:changed",
        "dossier:test-account:given",
        "dossier:packet:received",
        "dossier:payment:recorded",
        "dossier:note:written",
        "intake:package:quarantined",
        "intake:package:released",
        "intake:package:set-aside",
    ),
    AuditKind.NOTICE: ("dossier:notice:written", "dossier:answer:reminded"),
    AuditKind.ERASURE: ("dossier:retention:purged", "dossier:test-account:purged"),
    AuditKind.BLACKLIST: ("blacklist:entry:entered", "blacklist:entry:lifted"),
    AuditKind.OFFICE: (
        "office:person:hired",
        "office:person:renamed",
        "office:person:disabled",
        "office:person:enabled",
        "office:roles:changed",
        "office:closure:added",
        "office:closure:removed",
        "office:closures:copied",
        "office:working_week:changed",
        "scheme:version:added",
    ),
    AuditKind.AUDIT: ("office:audit:opened",),
}

KIND_OF: Final = {tag: kind for kind, tags in TAGS.items() for tag in tags}
