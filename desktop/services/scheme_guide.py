"""What a scheme version says for the desk, read once from its text: words of its codes, reasons, choices."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.models.errors import NotFound
from desktop.models.scheme import SchemeVersion
from desktop.services.reserved_fields import APPLICANT_SEX, RESERVED, SERVICES, SEXES
from desktop.services.rules import Label
from desktop.services.scheme_words import Words
from desktop.services.schemes.building import build
from desktop.services.schemes.definition import VersionDefinition

_KEPT = 8
"""Scheme versions kept ready; an office works under two or three at a time."""


@dataclass(frozen=True, slots=True)
class HeldAgainst:
    """The fields and documents a checklist item is held against."""

    fields: tuple[str, ...]
    documents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CannedReason:
    """A ready sentence for a rejection; of one item, or of any when `item` is None."""

    code: str
    item: str | None
    text: Label


@dataclass(frozen=True, slots=True)
class SchemeGuide:
    """Labels and hints of one scheme version; the same object for everybody who asks."""

    words: Words
    """Kind of code → code → label, as `scheme_words` gives it."""
    choices: Words
    """Field of choice → choice → label, services and sex included."""
    item_groups: Mapping[str, Label]
    field_groups: Mapping[str, Label]
    held_against: Mapping[str, HeldAgainst]
    verified_fields: Mapping[str, str]
    """Kind of verification → the field whose value it proves; a change of the field voids it."""
    reasons: tuple[CannedReason, ...]

    def reasons_for(self, item: str) -> tuple[CannedReason, ...]:
        """The reasons of this item first, then those of any."""
        own = [reason for reason in self.reasons if reason.item == item]
        return (*own, *(reason for reason in self.reasons if reason.item is None))

    def items_of(self, *, field: str = "", document: str = "") -> tuple[str, ...]:
        """The items that are held against this field or this document."""
        return tuple(
            item
            for item, against in self.held_against.items()
            if field in against.fields or document in against.documents
        )


def guide_of(session: Session, scheme_version_id: int) -> SchemeGuide:
    """The guide of one version; raises NotFound("scheme.version_unknown")."""
    row = session.execute(
        select(SchemeVersion.source, SchemeVersion.code).where(SchemeVersion.id == scheme_version_id)
    ).one_or_none()
    if row is None:
        raise NotFound("scheme.version_unknown", version=scheme_version_id)
    return _guide(row.source, row.code)


@lru_cache(maxsize=_KEPT)
def _guide(source: str, code: str) -> SchemeGuide:
    # Not checked again: what was valid when it was stored is read as it stands, whatever later rules say.
    stored = build(tomllib.loads(source))
    version = next(one for one in stored.versions if one.code == code)
    return SchemeGuide(
        words=_words(version),
        choices=_choices(version),
        item_groups=MappingProxyType({one.code: one.label.as_dict() for one in version.checklist_groups}),
        field_groups=MappingProxyType({one.code: one.label.as_dict() for one in version.field_groups}),
        held_against=MappingProxyType(
            {one.code: HeldAgainst(one.fields, one.documents) for one in version.checklist_items}
        ),
        verified_fields=MappingProxyType(
            {one.kind: one.field for one in version.verifications if one.field is not None}
        ),
        reasons=tuple(CannedReason(one.code, one.item, one.text.as_dict()) for one in version.reasons),
    )


def _words(version: VersionDefinition) -> Words:
    reserved = {code: field.label for code, field in RESERVED.items()}
    return {
        "status": {one.code: one.label.as_dict() for one in version.statuses},
        "action": {one.action: one.label.as_dict() for one in version.transitions},
        "item": {one.code: one.title.as_dict() for one in version.checklist_items},
        "item_group": {one.code: one.label.as_dict() for one in version.checklist_groups},
        "field": reserved | {one.code: one.label.as_dict() for one in version.fields},
        "document": {one.code: one.label.as_dict() for one in version.documents},
        "fee": {one.code: one.label.as_dict() for one in version.fees},
        "level": {one.code: one.label.as_dict() for one in version.levels},
        "authority": {one.authority: one.label.as_dict() for one in version.clearances},
        "verification": {one.kind: one.label.as_dict() for one in version.verifications},
    }


def _choices(version: VersionDefinition) -> Words:
    declared = {
        field.code: {choice.code: choice.label.as_dict() for choice in field.choices}
        for field in version.fields
        if field.choices
    }
    services = {service.code: service.label.as_dict() for service in version.services}
    return {APPLICANT_SEX: SEXES, SERVICES: services, **declared}
