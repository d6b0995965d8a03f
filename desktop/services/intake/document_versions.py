"""The documents a package brings, as versions: new ones take the place of those of their rule, all stay."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from sqlalchemy import insert, select, update
from sqlalchemy.orm import Session

from desktop.models.attachment import Attachment
from desktop.models.document import Document
from desktop.services.intake.keeping import keep_files
from desktop.services.intake.package import Package
from desktop.services.people import Actor

Versions = Mapping[str, Mapping[str, int]]
"""Ids of documents by the SHA-256 of their content, by the code of their rule."""


@dataclass(frozen=True, slots=True)
class _Brought:
    """A document that is new to its rule."""

    rule: str
    sha256: str
    name: str


def write_documents(
    session: Session, actor: Actor, dossier_id: int, submission_id: int, package: Package, standing: Versions
) -> None:
    """Add what is new; what stands under a brought rule and did not come again is superseded (ENM-064)."""
    named = _named(package)
    brought = [
        _Brought(rule, sha256, name)
        for rule, names in named.items()
        for sha256, name in names.items()
        if sha256 not in standing.get(rule, ())
    ]
    added = _add(session, actor, dossier_id, submission_id, package, brought)
    for rule, names in named.items():
        before = standing.get(rule, {})
        gone = [document for sha256, document in before.items() if sha256 not in names]
        kept = [document for sha256, document in before.items() if sha256 in names]
        if gone:
            _supersede(session, gone, by=[*added.get(rule, {}).values(), *kept][0])


def standing_documents(session: Session, dossier_id: int) -> Versions:
    """The documents of the dossier that stand now."""
    rows = session.execute(
        select(Document.rule_code, Attachment.sha256, Document.id)
        .join(Attachment, Attachment.id == Document.attachment_id)
        .where(Document.dossier_id == dossier_id, Document.superseded_by_id.is_(None))
    )
    standing: dict[str, dict[str, int]] = {}
    for rule, sha256, document_id in rows:
        standing.setdefault(rule, {})[sha256] = document_id
    return standing


def _named(package: Package) -> dict[str, dict[str, str]]:
    """Names of the files by content, by rule; a file listed twice under one rule counts once."""
    named: dict[str, dict[str, str]] = {}
    for given in package.contents.documents:
        sha256 = package.files[given.file].judged.sha256
        named.setdefault(given.rule, {})[sha256] = given.file
    return named


def _add(
    session: Session,
    actor: Actor,
    dossier_id: int,
    submission_id: int,
    package: Package,
    brought: Collection[_Brought],
) -> Versions:
    if not brought:
        return {}
    attachments = keep_files(session, [package.files[one.name] for one in brought], actor.at)
    contents = {attachment_id: sha256 for sha256, attachment_id in attachments.items()}
    same = {"dossier_id": dossier_id, "submission_id": submission_id, "added_at": actor.at}
    rows = [
        {
            **same,
            "rule_code": one.rule,
            "attachment_id": attachments[one.sha256],
            "file_name": one.name.rpartition("/")[2],
        }
        for one in brought
    ]
    columns = Document.rule_code, Document.attachment_id, Document.id
    added: dict[str, dict[str, int]] = {}
    for rule, attachment_id, document_id in session.connection().execute(
        insert(Document).returning(*columns), rows
    ):
        added.setdefault(rule, {})[contents[attachment_id]] = document_id
    return added


def _supersede(session: Session, gone: Collection[int], by: int) -> None:
    session.connection().execute(update(Document).where(Document.id.in_(gone)).values(superseded_by_id=by))
