"""One version's view of a scheme file: its own sections replace the common ones of the same name."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from desktop.services.schemes.problems import Path
from desktop.services.schemes.sections import SECTIONS, SINGLE


@dataclass(frozen=True, slots=True)
class Entry:
    """A table of the file with its place; gives only values of the type asked for, so rules need not ask."""

    path: Path
    table: Mapping[str, Any]

    def text(self, key: str) -> str | None:
        """The text at `key`, if a text is there."""
        value = self.table.get(key)
        return value if isinstance(value, str) else None

    def number(self, key: str) -> int | None:
        """The whole number at `key`, if one is there."""
        value = self.table.get(key)
        return value if type(value) is int else None

    def flag(self, key: str) -> bool:
        """Whether `key` says true."""
        return self.table.get(key) is True

    def texts(self, key: str) -> list[tuple[Path, str]]:
        """The texts in the list at `key`, each with its place."""
        value = self.table.get(key)
        elements = value if isinstance(value, list) else []
        return [((*self.path, key, i), text) for i, text in enumerate(elements) if isinstance(text, str)]

    def entries(self, key: str) -> list["Entry"]:
        """The tables in the list at `key`."""
        return list(_entries(self.table.get(key), (*self.path, key)))

    def at(self, key: str) -> Path:
        """The place of `key`."""
        return (*self.path, key)


class VersionView:
    """What one version says: its own sections, and the common ones where it has none."""

    def __init__(self, content: Mapping[str, Any], version: Entry) -> None:
        self.version = version
        self._sections = {
            name: (version.at(name), version.table[name])
            if name in version.table
            else ((name,), content.get(name))
            for name in SECTIONS
        }

    def entries(self, section: str) -> list[Entry]:
        """The tables of a section; a section that is one table gives one."""
        path, value = self._sections[section]
        if section in SINGLE:
            return [Entry(path, value)] if isinstance(value, dict) else []
        return list(_entries(value, path))

    def names(self, section: str, key: str = "code") -> set[str]:
        """All names the section gives under `key`."""
        return {name for entry in self.entries(section) if (name := entry.text(key)) is not None}

    def missing(self, section: str) -> bool:
        """Whether neither the version nor the file has the section."""
        return self._sections[section][1] is None


def versions_of(content: Mapping[str, Any]) -> list[VersionView]:
    """One view per version the file declares."""
    return [VersionView(content, entry) for entry in _entries(content.get("version"), ("version",))]


def _entries(value: object, path: Path) -> Iterator[Entry]:
    if isinstance(value, list):
        yield from (Entry((*path, i), table) for i, table in enumerate(value) if isinstance(table, dict))
