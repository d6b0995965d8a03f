"""What a dossier has to bring and what came: every document rule with its versions and its paper (C-25)."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.models.document import DocumentRequirement
from desktop.models.dossier import Dossier
from desktop.models.errors import NotFound
from desktop.models.scheme_rules import DocumentRule
from desktop.models.vocabulary import DocumentForm, DocumentLevel
from desktop.services.attachments import DocumentRow, documents_of
from desktop.services.physical_documents import PaperRow, papers_of
from desktop.services.rules import Label


@dataclass(frozen=True, slots=True)
class ShelvedDocument:
    """One document rule of a dossier; `versions` the newest first, `paper` where paper is asked for."""

    rule: str
    label: Label
    stage: str
    level: DocumentLevel | None
    """None for what came although the rule does not ask for it (any more)."""
    one_of: str | None
    forms: tuple[DocumentForm, ...]
    versions: tuple[DocumentRow, ...]
    paper: PaperRow | None


def shelf_of(session: Session, dossier_id: int) -> list[ShelvedDocument]:
    """Everything asked for, in the order of the scheme, and what else came; raises NotFound."""
    dossier = session.get(Dossier, dossier_id)
    if dossier is None:
        raise NotFound("dossier.unknown", dossier_id=dossier_id)
    versions: dict[str, list[DocumentRow]] = {}
    for row in documents_of(session, dossier_id):
        versions.setdefault(row.rule, []).insert(0, row)
    papers = {row.rule: row for row in papers_of(session, dossier_id)}
    asked = [
        ShelvedDocument(
            requirement.rule_code,
            label,
            requirement.stage,
            requirement.level,
            requirement.one_of,
            tuple(DocumentForm(form) for form in requirement.forms),
            tuple(versions.pop(requirement.rule_code, ())),
            papers.get(requirement.rule_code),
        )
        for requirement, label in session.execute(
            select(DocumentRequirement, DocumentRule.label)
            .join(
                DocumentRule,
                (DocumentRule.scheme_version_id == dossier.scheme_version_id)
                & (DocumentRule.code == DocumentRequirement.rule_code),
            )
            .where(DocumentRequirement.dossier_id == dossier_id)
            .order_by(DocumentRequirement.position)
        )
    ]
    besides = [
        ShelvedDocument(rule, rows[0].label, "", None, None, (), tuple(rows), None)
        for rule, rows in versions.items()
    ]
    return [*asked, *besides]
