"""What differs between two versions of a scheme: entries added, removed and changed, section by section."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields
from types import MappingProxyType
from typing import Any, Final

from sqlalchemy.orm import Session

from desktop.models.vocabulary import Role
from desktop.services.people import Actor
from desktop.services.schemes.definition import VersionDefinition
from desktop.services.schemes.storing import definition_of

Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ChangedValue:
    """One thing an entry says otherwise now."""

    name: str
    old: Any
    new: Any


@dataclass(frozen=True, slots=True)
class ChangedEntry:
    """An entry that is in both versions and says something else; `key` is what it is known by."""

    key: Key
    old: Any
    new: Any
    values: tuple[ChangedValue, ...]


@dataclass(frozen=True, slots=True)
class SectionDifference:
    """How one section differs; `reordered` when what is in both stands in another order."""

    section: str
    added: tuple[Any, ...]
    removed: tuple[Any, ...]
    changed: tuple[ChangedEntry, ...]
    reordered: bool


def _by(*names: str) -> Callable[[Any], Key]:
    return lambda entry: tuple(str(getattr(entry, name) or "") for name in names)


SECTIONS: Final[Mapping[str, Callable[[Any], Key]]] = MappingProxyType(
    {
        "statuses": _by("code"),
        "transitions": _by("from_status", "action", "role"),
        "checklist_groups": _by("code"),
        "checklist_items": _by("code"),
        "reasons": _by("code"),
        "documents": _by("code"),
        "field_groups": _by("code"),
        "fields": _by("code"),
        "services": _by("code"),
        "verifications": _by("kind"),
        "clearances": _by("authority"),
        "fees": _by("code"),
        "levels": _by("code"),
        "letters": _by("kind", "applicant_kind"),
        "retention": _by("what", "after"),
        "parameters": lambda pair: (pair[0],),
    }
)
"""Section of a version → what its entries are known by."""

BASICS: Final = ("valid_from", "validity_months", "applicant_kinds", "dossier_kinds")
"""What a version says once; they make up the section `basics`."""


def compare_versions(
    session: Session, actor: Actor, old_id: int, new_id: int
) -> tuple[SectionDifference, ...]:
    """What the second version says otherwise than the first; sections that say the same are left out."""
    actor.demand(*Role)
    old, new = definition_of(session, old_id), definition_of(session, new_id)
    sections = (_section(name, getattr(old, name), getattr(new, name), key) for name, key in SECTIONS.items())
    return tuple(one for one in (_basics(old, new), *sections) if one is not None)


def _basics(old: VersionDefinition, new: VersionDefinition) -> SectionDifference | None:
    values = tuple(_changed_values(old, new, BASICS))
    if not values:
        return None
    return SectionDifference(
        "basics", (), (), (ChangedEntry((), old.code, new.code, values),), reordered=False
    )


def _section(
    name: str, old: Iterable[Any], new: Iterable[Any], key: Callable[[Any], Key]
) -> SectionDifference | None:
    before, after = ({key(one): one for one in entries} for entries in (old, new))
    common = [one for one in before if one in after]
    difference = SectionDifference(
        section=name,
        added=tuple(one for known, one in after.items() if known not in before),
        removed=tuple(one for known, one in before.items() if known not in after),
        changed=tuple(
            ChangedEntry(one, before[one], after[one], tuple(_values(before[one], after[one])))
            for one in common
            if before[one] != after[one]
        ),
        reordered=common != [one for one in after if one in before],
    )
    differs = difference.added or difference.removed or difference.changed or difference.reordered
    return difference if differs else None


def _values(old: Any, new: Any) -> Iterable[ChangedValue]:
    if isinstance(old, tuple):
        return (ChangedValue("value", old[1], new[1]),)
    return _changed_values(old, new, [one.name for one in fields(old)])


def _changed_values(old: Any, new: Any, names: Iterable[str]) -> Iterable[ChangedValue]:
    for name in names:
        before, after = getattr(old, name), getattr(new, name)
        if before != after:
            yield ChangedValue(name, before, after)
