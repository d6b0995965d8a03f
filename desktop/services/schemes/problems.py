"""What is wrong with a scheme file: every problem with its place, its rule and what would be right."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches

Path = tuple[str | int, ...]
_SHOWN_LETTERS = 80

RULES = (
    "syntax",
    "unknown_key",
    "missing_key",
    "wrong_type",
    "wrong_word",
    "unknown_name",
    "malformed_code",
    "duplicate",
    "empty_text",
    "wrong_letter",
    "empty_list",
    "too_small",
    "too_large",
    "not_a_jalali_date",
    "dates_not_rising",
    "not_one_initial_status",
    "no_submit_step",
    "status_unreachable",
    "status_without_exit",
    "never_used",
    "wrong_choices",
    "wrong_condition",
    "follows_itself",
    "out_of_place",
    "reserved_code",
)
"""Codes of all rules; each has a sentence in the faces, under `scheme_problem.<rule>`."""


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing to mend: `key` is its place, `expected` what would be right in the file's own words."""

    file: str
    line: int
    key: str
    rule: str
    expected: str
    found: str


class Problems:
    """Gathers problems and gives each its line; the same problem seen from two versions is kept once."""

    def __init__(self, file: str, lines: Mapping[Path, int]) -> None:
        self._file = file
        self._lines = lines
        self._found: set[Problem] = set()

    def add(self, path: Path, rule: str, expected: object, found: object) -> None:
        """Note that `path` breaks `rule`."""
        self._found.add(
            Problem(self._file, self._line_of(path), written(path), rule, str(expected), shown(found))
        )

    def unknown(self, path: Path, rule: str, known: Iterable[str], found: str) -> None:
        """Note a name that is not among `known`; the closest one is what would be right, else all of them."""
        self.add(path, rule, closest(found, known), found)

    def sorted(self) -> list[Problem]:
        """All problems in the order of the file."""
        return sorted(self._found)

    def _line_of(self, path: Path) -> int:
        """The line of `path`, or of the nearest thing around it that is written in the file."""
        while path and path not in self._lines:
            path = path[:-1]
        return self._lines.get(path, 1)


def written(path: Path) -> str:
    """`("transition", 3, "guards", 1, "n")` → `transition[3].guards[1].n`; counting begins at 0."""
    text = ""
    for part in path:
        text += f"[{part}]" if isinstance(part, int) else f".{part}" if text else str(part)
    return text


def closest(found: str, known: Iterable[str]) -> str:
    """The known name most like `found`, or all known names when none is like it."""
    names = sorted(known)
    return next(iter(get_close_matches(found, names, n=1, cutoff=0.6)), " | ".join(names))


def shown(found: object) -> str:
    """What stands in the file, shortened, written as the file writes it."""
    text = str(found).lower() if isinstance(found, bool) else str(found)
    return text if len(text) <= _SHOWN_LETTERS else text[: _SHOWN_LETTERS - 1] + "…"
