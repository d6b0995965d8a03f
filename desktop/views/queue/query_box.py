"""Reads what is typed into the filter of a list: «وضعیت: اعلام نقص؛ مهلت: امروز» and words to search for."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from desktop.services import wording
from desktop.services.queues import QueueQuery

_PARTS = re.compile(r"[؛;]")
_VALUES = re.compile(r"[،,]")


@dataclass(frozen=True, slots=True)
class Field:
    """Something that can be asked by name: its names, and its values by what they are called."""

    code: str
    names: tuple[str, ...]
    values: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Every field that can be asked, in the language of the desk."""

    fields: tuple[Field, ...] = ()

    def field_named(self, name: str) -> Field | None:
        """The field somebody means."""
        wanted = wording.fold(name)
        return next((one for one in self.fields if wanted in map(wording.fold, one.names)), None)

    def suggestions(self) -> list[str]:
        """Every field with every value, as it is typed."""
        return [f"{one.names[0]}: {value}" for one in self.fields for value in one.values]


@dataclass(frozen=True, slots=True)
class Understood:
    """What a typed filter means; `unknown` are values no field has, with the name of the field."""

    query: QueueQuery
    unknown: tuple[tuple[str, str], ...] = ()


def read(typed: str, query: QueueQuery, vocabulary: Vocabulary) -> Understood:
    """The query narrowed by what was typed; what names no field is searched for."""
    searched, unknown = [], []
    for name, value in _parts(typed):
        found = vocabulary.field_named(name) if name else None
        if found is None:
            searched.append(f"{name} {value}".strip())
            continue
        meant = {one.strip(): _meant(found, one) for one in _VALUES.split(value) if one.strip()}
        unknown += [(found.names[0], one) for one, value in meant.items() if value is None]
        query = _with(query, found.code, [value for value in meant.values() if value is not None])
    return Understood(replace(query, search=" ".join(searched)), tuple(unknown))


def completing(typed: str, suggestions: Sequence[str]) -> list[str]:
    """The suggestions that go on from the last part of what was typed."""
    last = wording.fold(_PARTS.split(typed)[-1]).replace(":", " ").split()
    if not last:
        return []
    return [one for one in suggestions if all(word in wording.fold(one) for word in last)]


def completed(typed: str, suggestion: str) -> str:
    """What was typed with its last part replaced by a suggestion."""
    before = _PARTS.split(typed)[:-1]
    return "؛ ".join([*(part.strip() for part in before), suggestion])


def _parts(typed: str) -> Iterator[tuple[str, str]]:
    for part in _PARTS.split(typed):
        name, colon, value = part.partition(":")
        if part.strip():
            yield (name.strip(), value.strip()) if colon else ("", part.strip())


def _meant(asked: Field, typed: str) -> Any | None:
    """The value somebody means by its name, or by a part of it that only one has."""
    wanted = wording.fold(typed)
    folded = {wording.fold(name): value for name, value in asked.values.items()}
    if wanted in folded:
        return folded[wanted]
    alike = [value for name, value in folded.items() if wanted in name]
    return alike[0] if len(alike) == 1 else None


def _with(query: QueueQuery, code: str, values: Sequence[Any]) -> QueueQuery:
    if not values:
        return query
    if code == "status":
        return replace(query, statuses=(*query.statuses, *(one for value in values for one in value)))
    if code == "kind":
        return replace(query, kinds=(*query.kinds, *values))
    if code == "only":
        marks: dict[str, Any] = dict.fromkeys(values, True)
        return replace(query, **marks)
    return replace(query, **{code: values[-1]})
