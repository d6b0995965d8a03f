"""The register of what the offices ask for: which tests show it, written to docs/requirements.md.

`python -m tests.requirements` writes the page anew after a test or the register has changed.
"""

import ast
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

TESTS = Path(__file__).parent
REGISTER = TESTS / "requirements.toml"
PAGE = TESTS.parent / "docs" / "requirements.md"
GROUPS = {
    "X-R": "Who has a part in it",
    "X-": "All schemes",
    "ENM": "eNamad",
    "SEP": "Septam",
    "ACC": "Accreditation centre",
    "COC": "Sample referral",
    "NIC": "Tickets",
    "C-": "Contradictions, and how they are treated",
    "G-": "Gaps, and what was decided",
    "T": "Time limits",
    "F": "Fees",
    "N": "Notices",
    "L": "Letters",
}
"""Beginning of the id → heading; the first that fits."""
MARKS = ("portal_only", "later", "rest")


@dataclass(frozen=True)
class Requirement:
    """One line of the register; at most one of the three marks is given."""

    id: str
    summary: str
    portal_only: str | None = None
    later: str | None = None
    rest: str | None = None


@dataclass(frozen=True)
class Shown:
    """A test that shows requirements; its name is a sentence."""

    path: Path
    name: str

    @property
    def as_link(self) -> str:
        """The sentence, linked to the file it stands in."""
        sentence = self.name.removeprefix("test_").replace("_", " ")
        return f"[{sentence}](../{self.path.relative_to(TESTS.parent).as_posix()})"


def register() -> dict[str, Requirement]:
    """Every requirement by its id, in the order of the register."""
    with REGISTER.open("rb") as opened:
        rows = tomllib.load(opened)["requirement"]
    return {key: Requirement(key, **row) for key, row in rows.items()}


def shown() -> dict[str, list[Shown]]:
    """The tests of every requirement id that a marker names."""
    found: dict[str, list[Shown]] = {}
    for path in sorted(TESTS.rglob("test_*.py")):
        for name, ids in _marked(ast.parse(path.read_text(encoding="utf-8"))):
            for one in ids:
                tests = found.setdefault(one, [])
                if Shown(path, name) not in tests:
                    tests.append(Shown(path, name))
    return found


def _marked(module: ast.Module) -> Iterator[tuple[str, list[str]]]:
    """Each test function with the ids its decorators name, in parameters too."""
    for node in ast.walk(module):
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
            calls = [call for decorator in node.decorator_list for call in ast.walk(decorator)]
            ids = [
                argument.value
                for call in calls
                if isinstance(call, ast.Call) and ast.unparse(call.func) == "pytest.mark.requirement"
                for argument in call.args
                if isinstance(argument, ast.Constant)
            ]
            yield node.name, ids


def page() -> str:
    """The page as it should read now."""
    tests, rows = shown(), register()
    count = sum(1 for key in rows if key in tests)
    lines = [
        "# Requirements, and the tests that show them",
        "",
        "Made by `python -m tests.requirements` from the markers of the tests and from",
        "[tests/requirements.toml](../tests/requirements.toml); a test fails when it is not up to date.",
        "",
        f"{len(rows)} requirements: {count} are shown by tests, in full or in part;",
        f"{_count(rows, 'portal_only')} are portal only; {_count(rows, 'later')} come later.",
    ]
    groups: dict[str, list[Requirement]] = {heading: [] for heading in GROUPS.values()}
    for row in rows.values():
        groups[next(GROUPS[begin] for begin in GROUPS if row.id.startswith(begin))].append(row)
    for heading, members in groups.items():
        lines += ["", f"## {heading}", "", "| id | what is asked | shown by |", "|---|---|---|"]
        lines += [f"| {row.id} | {row.summary} | {_answer(row, tests.get(row.id, []))} |" for row in members]
    return "\n".join([*lines, ""])


def _answer(row: Requirement, tests: list[Shown]) -> str:
    said = [test.as_link for test in tests]
    if row.portal_only:
        said.append(f"*portal only: {row.portal_only}*")
    if row.later:
        said.append(f"*later: {row.later}*")
    if row.rest:
        said.append(f"*the rest later: {row.rest}*")
    return "<br>".join(said)


def _count(rows: dict[str, Requirement], mark: str) -> int:
    return sum(1 for row in rows.values() if getattr(row, mark))


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
