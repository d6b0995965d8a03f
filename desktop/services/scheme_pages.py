"""Schemes as their viewer shows them: which version holds when, and one version whole with its graph."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from sqlalchemy.orm import Session

from desktop.models.jalali import in_tehran
from desktop.models.vocabulary import Role, SubjectKind
from desktop.services.people import Actor
from desktop.services.rules import Label
from desktop.services.scheme_graph import SchemeGraph, graph_of
from desktop.services.schemes.definition import SchemeDefinition, VersionDefinition
from desktop.services.schemes.storing import VersionRow, list_schemes, scheme_as_stored


class VersionStanding(StrEnum):
    """Whether a version holds for what is submitted today."""

    COMING = "coming"
    IN_FORCE = "in_force"
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class SchemeVersionRow:
    """A version as the list shows it; `until` is its last day, None while no later one is known."""

    id: int
    code: str
    valid_from: date
    until: date | None
    standing: VersionStanding
    validity_months: int
    used_at: datetime | None
    """Since when dossiers live under it; from then on it never changes."""


@dataclass(frozen=True, slots=True)
class SchemeListRow:
    """A scheme with its versions, the newest first."""

    code: str
    title: Label
    subject_kind: SubjectKind
    versions: tuple[SchemeVersionRow, ...]


@dataclass(frozen=True, slots=True)
class VersionPage:
    """One version whole: everything it says, as data, and its course as a graph."""

    scheme: SchemeDefinition
    version: VersionDefinition
    row: SchemeVersionRow
    graph: SchemeGraph


def schemes(session: Session, actor: Actor) -> list[SchemeListRow]:
    """Every scheme of the office with its versions."""
    actor.demand(*Role)
    today = in_tehran(actor.at).date()
    return [
        SchemeListRow(
            one.code,
            one.title,
            one.subject_kind,
            tuple(_version_row(version, today) for version in reversed(one.versions)),
        )
        for one in list_schemes(session)
    ]


def version_page(session: Session, actor: Actor, version_id: int) -> VersionPage:
    """One version; raises NotFound("scheme.version_unknown")."""
    stored, version = scheme_as_stored(session, version_id)
    rows = (row for scheme in schemes(session, actor) for row in scheme.versions if row.id == version_id)
    return VersionPage(stored, version, next(rows), graph_of(version))


def _version_row(version: VersionRow, today: date) -> SchemeVersionRow:
    if version.valid_from > today:
        standing = VersionStanding.COMING
    else:
        is_over = version.valid_to is not None and version.valid_to < today
        standing = VersionStanding.ENDED if is_over else VersionStanding.IN_FORCE
    return SchemeVersionRow(
        version.id,
        version.code,
        version.valid_from,
        version.valid_to,
        standing,
        version.validity_months,
        version.used_at,
    )
