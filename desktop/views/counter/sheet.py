"""The form at the counter as plain data: what is asked, in which groups, and when. No Qt."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any


class EntryType(StrEnum):
    """How a value is entered."""

    LINE = "line"
    LATIN = "latin"
    LONG = "long"
    DATE = "date"
    CHOICE = "choice"
    CHOICES = "choices"
    FLAG = "flag"


Values = dict[str, Any]
"""What was entered, by its place in package.json."""


@dataclass(frozen=True)
class Entry:
    """One value that is asked for; `path` is its place in package.json, as problems name it."""

    path: str
    label: str
    type: EntryType
    required: bool = False
    choices: Sequence[tuple[str, str]] = ()
    tips: Mapping[str, str] = field(default_factory=dict)
    """What else is to be known of a choice, by its code."""
    explained: str = ""
    only_when: tuple[tuple[str, Any], ...] = ()
    """Other values that must stand for this one to be asked."""
    proves: str = ""
    """Path of the value that this verification proves."""
    was: Any = None
    """What the dossier holds; an answer names only what is another."""

    def is_shown(self, values: Values) -> bool:
        """Whether it is asked beside these values."""
        return all((values.get(path) or False) == wanted for path, wanted in self.only_when)


@dataclass(frozen=True)
class Group:
    """Entries under one heading."""

    title: str
    icon: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class Sheet:
    """The whole form of one draft; `opened` are the documents an answer may bring, None for all."""

    groups: tuple[Group, ...]
    opened: frozenset[str] | None = None

    @property
    def is_answer(self) -> bool:
        """Whether it answers a deficiency notice."""
        return self.opened is not None

    def entries(self) -> Iterator[Entry]:
        """Every entry in the order of the form."""
        for group in self.groups:
            yield from group.entries

    def shown(self, values: Values) -> list[Entry]:
        """The entries that are asked beside these values."""
        return [entry for entry in self.entries() if entry.is_shown(values)]


def known(labels: Mapping[str, Entry], path: str) -> Entry | None:
    """The entry at a path or at one above it, such as `$.services` for `$.services[0]`."""
    while path and path not in labels:
        path = path[: max(path.rfind("."), path.rfind("["), 0)]
    return labels.get(path)
