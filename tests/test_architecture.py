"""What no single module can promise alone: sizes, names, docstrings, and a tree that stands on its own."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
MODULES = sorted((ROOT / "desktop").rglob("*.py"))
TESTS = sorted((ROOT / "tests").rglob("*.py"))
MADE = {"__pycache__", "build", "office"}
TOP = {
    *(".ci", ".editorconfig", ".gitignore", "Makefile", "pyproject.toml", "requirements"),
    *("CHANGELOG.md", "CONTRIBUTING.md", "LICENSE", "README.md"),
    *("desktop", "docs", "i18n", "packaging", "resources", "tests"),
}
TEXTS = {".md", ".py", ".toml", ".json", ".sh", ".txt", ".in", ".sql", ".yml", ".ini", ".cfg", ""}
LONGEST_MODULE = 400
LONGEST_FUNCTION = 50
NAMELESS = {"utils", "util", "helpers", "helper", "common", "misc", "tools", "stuff"}
# Each pattern is written so that it does not find itself.
FOREIGN = {
    "a path of one machine": r"(?<![\w.])/(wor[k]|roo[t]|far[m]|hom[e]|op[t]|tm[p])\b",
    "what lies beside the project": r"\.\./share[d]\b",
    "an index host": r"pypi[.]org|pythonhoste[d]|--(extra-)?index-ur[l]|--find-link[s]\b",
    "an unfinished mark": r"\b(TOD[O]|FIXM[E]|XX[X])\b",
}
REQUIREMENT = re.compile(r"ENM-\d{3}|(ACC|COC|SEP|NIC|X|C|G)-\d{2}|X-R\d{1,2}|[FLNT]\d{1,2}")


def relative(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def our_files() -> Iterator[Path]:
    """Every file of the project in this working copy, without what setup, tests and editors make."""
    for path in sorted(ROOT.rglob("*")):
        parts = path.relative_to(ROOT).parts
        hidden = parts[0].startswith(".") and parts[0] not in TOP
        if path.is_file() and not hidden and MADE.isdisjoint(parts):
            yield path


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def test_no_module_is_too_long():
    lengths = {relative(path): len(path.read_text(encoding="utf-8").splitlines()) for path in MODULES + TESTS}
    assert {name: length for name, length in lengths.items() if length > LONGEST_MODULE} == {}


def test_no_function_is_too_long():
    too_long = [
        f"{relative(path)}:{function.lineno} {function.name}"
        for path in MODULES + TESTS
        for function in functions(path)
        if (function.end_lineno or 0) - function.lineno + 1 > LONGEST_FUNCTION
    ]
    assert too_long == []


def test_every_module_says_why_it_exists():
    silent = [relative(p) for p in MODULES if not ast.get_docstring(ast.parse(p.read_text(encoding="utf-8")))]
    assert silent == []


def test_every_module_is_named_after_its_subject():
    assert [relative(p) for p in MODULES + TESTS if NAMELESS.intersection(p.with_suffix("").parts)] == []


def test_no_error_is_swallowed():
    swallowed = [
        f"{relative(path)}:{node.lineno}"
        for path in MODULES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ExceptHandler) and all(isinstance(step, ast.Pass) for step in node.body)
    ]
    assert swallowed == []


@pytest.mark.parametrize("what", FOREIGN)
def test_no_file_holds(what):
    found = [
        f"{relative(path)}:{number}: {line.strip()[:100]}"
        for path in our_files()
        if path.suffix in TEXTS
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        if re.search(FOREIGN[what], line)
    ]
    assert found == []


def test_nothing_strays_at_the_top():
    assert {path.relative_to(ROOT).parts[0] for path in our_files()} - TOP == set()


def test_no_test_is_skipped_expected_to_fail_or_timed():
    skipped = r"(mark|pytest)\.(ski[p]|xfai[l]|importorski[p])|skipi[f]"
    evasion = re.compile(skipped + r"|assert .*(elapse[d]|perf_counte[r])")
    found = [
        f"{relative(path)}:{number}"
        for path in TESTS
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        if evasion.search(line)
    ]
    assert found == []


def test_every_named_requirement_has_the_form_of_one():
    named = [
        (f"{relative(path)}:{node.lineno}", argument)
        for path in TESTS
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "pytest.mark.requirement"
        for argument in node.args
    ]
    malformed = [
        f"{where} {ast.unparse(argument)}"
        for where, argument in named
        if not (isinstance(argument, ast.Constant) and REQUIREMENT.fullmatch(str(argument.value)))
    ]
    assert malformed == []
