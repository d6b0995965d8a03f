"""Finds the line of every key of a TOML text, which the standard reader does not tell."""

import re
from bisect import bisect_right
from typing import Final

from desktop.services.schemes.problems import Path

_BLANK: Final = re.compile(r"[ \t]*")
_SPACE: Final = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")
_BARE_KEY: Final = re.compile(r"[A-Za-z0-9_-]+")
_BARE_VALUE: Final = re.compile(r"[^,\]\}\r\n#]+")
_STRINGS: Final = (
    re.compile(r'"""(?:[^\\]|\\.)*?"{3,5}', re.DOTALL),
    re.compile(r"'''.*?'{3,5}", re.DOTALL),
    re.compile(r'"(?:[^"\\\n]|\\.)*"'),
    re.compile(r"'[^'\n]*'"),
)
_ESCAPE: Final = re.compile(r'\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(["\\]))')


def lines_of(text: str) -> dict[Path, int]:
    """Path of every table, array element and key of a **valid** TOML text → its line, counted from 1."""
    return _Scanner(text).scan()


class _Scanner:
    """Walks once over the text; it may trust the syntax, because the standard reader has accepted it."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.lines: dict[Path, int] = {}
        self.lengths: dict[Path, int] = {}
        self.breaks = [match.start() for match in re.finditer("\n", text)]

    def scan(self) -> dict[Path, int]:
        table: Path = ()
        self.skip(_SPACE)
        while self.at < len(self.text):
            if self.text.startswith("[", self.at):
                table = self.header()
            else:
                self.pair(table)
            self.skip(_SPACE)
        return self.lines

    def skip(self, pattern: re.Pattern[str]) -> str:
        """Move over what `pattern` matches here; gives the text moved over."""
        match = pattern.match(self.text, self.at)
        if match is None:
            return ""
        self.at = match.end()
        return match.group()

    def note(self, path: Path) -> None:
        """Keep the line of the first mention."""
        self.lines.setdefault(path, bisect_right(self.breaks, self.at - 1) + 1)

    def header(self) -> Path:
        """`[a.b]` or `[[a.b]]`: the path of the table it opens."""
        many = self.text.startswith("[[", self.at)
        self.at += 2 if many else 1
        keys = self.keys()
        path = self.within((), keys if not many else keys[:-1])
        if many:
            path = (*path, keys[-1])
            self.note(path)
            self.lengths[path] = self.lengths.get(path, 0) + 1
            path = (*path, self.lengths[path] - 1)
        self.note(path)
        self.at += 2 if many else 1
        return path

    def within(self, path: Path, keys: list[str]) -> Path:
        """Follow `keys` from `path`, each time into the newest table where an array of tables stands."""
        for key in keys:
            path = (*path, key)
            self.note(path)
            if path in self.lengths:
                path = (*path, self.lengths[path] - 1)
        return path

    def pair(self, table: Path) -> None:
        """`key = value` in `table`."""
        path = self.within(table, self.keys())
        self.at += 1
        self.value(path)

    def keys(self) -> list[str]:
        """A dotted key, up to the `=` or `]` after it."""
        keys = []
        while True:
            self.skip(_BLANK)
            keys.append(self.skip(_BARE_KEY) or _plain(self.string()))
            self.skip(_BLANK)
            if not self.text.startswith(".", self.at):
                return keys
            self.at += 1

    def string(self) -> str:
        """Any of the four kinds of string, with its quotes; empty when none stands here."""
        return next(filter(None, map(self.skip, _STRINGS)), "")

    def value(self, path: Path) -> None:
        """Move over a value, noting what is inside arrays and inline tables."""
        self.skip(_BLANK)
        if self.text.startswith("[", self.at):
            self.array(path)
        elif self.text.startswith("{", self.at):
            self.inline_table(path)
        elif not self.string():
            self.skip(_BARE_VALUE)

    def array(self, path: Path) -> None:
        """`[ value, value ]`, over any number of lines."""
        self.at += 1
        self.skip(_SPACE)
        index = 0
        while not self.text.startswith("]", self.at):
            self.note((*path, index))
            self.value((*path, index))
            index += 1
            self.separator()
        self.at += 1

    def inline_table(self, path: Path) -> None:
        """`{ key = value, key = value }`."""
        self.at += 1
        self.skip(_SPACE)
        while not self.text.startswith("}", self.at):
            self.pair(path)
            self.separator()
        self.at += 1

    def separator(self) -> None:
        """Move over the comma between two values and the space around it."""
        self.skip(_SPACE)
        if self.text.startswith(",", self.at):
            self.at += 1
            self.skip(_SPACE)


def _plain(quoted: str) -> str:
    """The key a quoted key stands for."""
    if quoted.startswith("'"):
        return quoted[1:-1]
    return _ESCAPE.sub(lambda m: m[3] or chr(int(m[1] or m[2], 16)), quoted[1:-1])
