"""Keeps schemes in the office: versions are effective-dated, and fixed from their first dossier on."""

import tomllib
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from desktop.models.errors import NotFound, RuleBroken
from desktop.models.scheme import Scheme, SchemeVersion, Transition, TransitionEffect, TransitionGuard
from desktop.models.vocabulary import Role, SubjectKind
from desktop.services import journal
from desktop.services.people import Actor
from desktop.services.schemes.building import build
from desktop.services.schemes.definition import SchemeDefinition, VersionDefinition
from desktop.services.schemes.rows import PARTS, rows_of


@dataclass(frozen=True, slots=True)
class SchemeAdded:
    """What adding a definition did, by version code; `unchanged` were there with the same content."""

    scheme: str
    added: tuple[str, ...]
    replaced: tuple[str, ...]
    unchanged: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class VersionRow:
    """A version as lists show it; it is in force from `valid_from` to `valid_to`, both included."""

    id: int
    code: str
    valid_from: date
    valid_to: date | None
    validity_months: int
    used_at: datetime | None


@dataclass(frozen=True, slots=True)
class SchemeRow:
    """A scheme with its versions, the oldest first."""

    code: str
    title: dict[str, str]
    subject_kind: SubjectKind
    versions: tuple[VersionRow, ...]


def add_scheme(session: Session, actor: Actor, definition: SchemeDefinition, source_text: str) -> SchemeAdded:
    """Store a definition and the text it was read from; the same content again changes nothing.

    A version no dossier uses yet is replaced. Raises RuleBroken("scheme.version_in_use") when a used version
    would change, RuleBroken("scheme.subject_fixed") when the kind of subject would, and
    RuleBroken("scheme.day_taken") when another version of the scheme already begins on that day.
    """
    actor.demand(Role.ADMINISTRATOR)
    scheme = _scheme(session, definition)
    present = {
        version.code: version
        for version in session.scalars(select(SchemeVersion).where(SchemeVersion.scheme_id == scheme.id))
    }
    fates: dict[str, list[str]] = {"added": [], "replaced": [], "unchanged": []}
    for version in definition.versions:
        fate = _store(session, actor, scheme, version, present.get(version.code), source_text)
        fates[fate].append(version.code)
    if fates["added"] or fates["replaced"]:
        journal.record(
            session,
            actor,
            "scheme:version:added",
            scheme=definition.code,
            added=fates["added"],
            replaced=fates["replaced"],
        )
    session.flush()
    return SchemeAdded(definition.code, *(tuple(codes) for codes in fates.values()))


def version_on(session: Session, scheme_code: str, day: date) -> VersionRow:
    """The version in force on `day`: the one a dossier opened then is pinned to (C-01).

    Raises NotFound("scheme.unknown"), or RuleBroken("scheme.not_in_force") before its first day.
    """
    scheme = session.scalar(select(Scheme).where(Scheme.code == scheme_code))
    if scheme is None:
        known = session.scalars(select(Scheme.code).order_by(Scheme.code))
        raise NotFound("scheme.unknown", scheme=scheme_code, known=list(known))
    in_force = [version for version in _versions(session, scheme) if version.valid_from <= day]
    if not in_force:
        raise RuleBroken("scheme.not_in_force", scheme=scheme_code, day=day)
    return in_force[-1]


def list_schemes(session: Session) -> list[SchemeRow]:
    """All schemes of the office by code."""
    schemes = session.scalars(select(Scheme).order_by(Scheme.code))
    return [SchemeRow(s.code, dict(s.title), s.subject_kind, _versions(session, s)) for s in schemes]


def definition_of(session: Session, scheme_version_id: int) -> VersionDefinition:
    """All that a stored version says, labels of choices and headings of fields included."""
    return scheme_as_stored(session, scheme_version_id)[1]


def scheme_as_stored(session: Session, scheme_version_id: int) -> tuple[SchemeDefinition, VersionDefinition]:
    """The definition a version was stored from, and the version in it."""
    version = session.get(SchemeVersion, scheme_version_id)
    if version is None:
        raise NotFound("scheme.version_unknown", version=scheme_version_id)
    # Not checked again: what was valid when it was stored is read as it stands, whatever later rules say.
    stored = build(tomllib.loads(version.source))
    return stored, next(one for one in stored.versions if one.code == version.code)


def _scheme(session: Session, definition: SchemeDefinition) -> Scheme:
    """The scheme's own row, made or brought up to date."""
    scheme = session.scalar(select(Scheme).where(Scheme.code == definition.code))
    if scheme is None:
        scheme = Scheme(code=definition.code)
        session.add(scheme)
    elif scheme.subject_kind is not definition.subject_kind and _is_used(session, scheme):
        raise RuleBroken("scheme.subject_fixed", scheme=scheme.code, subject=scheme.subject_kind.value)
    scheme.title, scheme.subject_kind = definition.title.as_dict(), definition.subject_kind
    session.flush()
    return scheme


def _is_used(session: Session, scheme: Scheme) -> bool:
    used = select(SchemeVersion.id).where(
        SchemeVersion.scheme_id == scheme.id, SchemeVersion.used_at.is_not(None)
    )
    return session.scalar(used.limit(1)) is not None


def _store(
    session: Session,
    actor: Actor,
    scheme: Scheme,
    version: VersionDefinition,
    present: SchemeVersion | None,
    source_text: str,
) -> str:
    """Bring one version into the office; says what became of it."""
    if present is not None and present.source_sha256 == version.digest():
        return "unchanged"
    if present is not None and present.used_at is not None:
        raise RuleBroken(
            "scheme.version_in_use", scheme=scheme.code, version=version.code, used_at=present.used_at
        )
    _refuse_taken_day(session, scheme, version)
    if present is not None:
        _take_out(session, present)
    row = SchemeVersion(
        scheme_id=scheme.id,
        code=version.code,
        valid_from=version.valid_from,
        validity_months=version.validity_months,
        dossier_kinds=[kind.value for kind in version.dossier_kinds],
        source_sha256=version.digest(),
        source=source_text,
        added_at=actor.at,
    )
    session.add(row)
    session.flush()
    _forget(session, row.id)
    session.add_all(rows_of(version, row.id))
    session.flush()
    return "replaced" if present else "added"


def _refuse_taken_day(session: Session, scheme: Scheme, version: VersionDefinition) -> None:
    other = session.scalar(
        select(SchemeVersion.code).where(
            SchemeVersion.scheme_id == scheme.id,
            SchemeVersion.valid_from == version.valid_from,
            SchemeVersion.code != version.code,
        )
    )
    if other is not None:
        raise RuleBroken(
            "scheme.day_taken", scheme=scheme.code, version=version.code, other=other, day=version.valid_from
        )


def _take_out(session: Session, version: SchemeVersion) -> None:
    """Take an unused version out with all its rows."""
    steps = select(Transition.id).where(Transition.scheme_version_id == version.id)
    for call in (TransitionGuard, TransitionEffect):
        session.execute(delete(call).where(call.transition_id.in_(steps)))
    for part in PARTS:
        session.execute(delete(part).where(part.__table__.c.scheme_version_id == version.id))
    _forget(session, version.id)
    session.delete(version)
    session.flush()


def _forget(session: Session, version_id: int) -> None:
    """The office keeps rules in memory by id, and SQLite gives the id of a deleted last row again."""
    session.info.get("rules", {}).pop(version_id, None)


def _versions(session: Session, scheme: Scheme) -> tuple[VersionRow, ...]:
    """The versions of a scheme, the oldest first; each ends the day before the next begins."""
    versions = session.execute(
        select(
            SchemeVersion.id,
            SchemeVersion.code,
            SchemeVersion.valid_from,
            SchemeVersion.validity_months,
            SchemeVersion.used_at,
        )
        .where(SchemeVersion.scheme_id == scheme.id)
        .order_by(SchemeVersion.valid_from)
    ).all()
    ends = [version.valid_from - timedelta(days=1) for version in versions[1:]] + [None]
    return tuple(
        VersionRow(v.id, v.code, v.valid_from, end, v.validity_months, v.used_at)
        for v, end in zip(versions, ends, strict=True)
    )
