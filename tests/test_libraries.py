"""The program imports what requirements/run.in asks for, no more and no less; the locks pin all of it."""

import ast
import re
import sys
from functools import cache
from importlib import metadata
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
REQUIREMENTS = ROOT / "requirements"
SOURCES = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "desktop").rglob("*.py"))]
NOT_IMPORTED = {"flit-core"}


def normalized(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def asked_for() -> set[str]:
    lines = (REQUIREMENTS / "run.in").read_text(encoding="utf-8").splitlines()
    names = (re.match(r"[\w.-]+", line) for line in lines)
    return {normalized(name[0]) for name in names if name}


def locked(lock: str) -> str:
    return (REQUIREMENTS / f"{lock}.txt").read_text(encoding="utf-8")


@cache
def module_names() -> dict[str, set[str]]:
    """Distribution → the modules it brings, for everything installed here."""
    names: dict[str, set[str]] = {}
    for module, distributions in metadata.packages_distributions().items():
        for distribution in distributions:
            names.setdefault(normalized(distribution), set()).add(module)
    return names


def imported() -> set[str]:
    modules = set()
    for node in (node for source in SOURCES for node in ast.walk(ast.parse(source))):
        if isinstance(node, ast.Import):
            modules |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            modules.add((node.module or "desktop").partition(".")[0])
    return modules - sys.stdlib_module_names - {"desktop"}


def test_every_imported_library_is_asked_for():
    provided = {module: name for name, modules in module_names().items() for module in modules}
    assert {provided.get(module, module) for module in imported()} - asked_for() == set()


def is_used(library: str) -> bool:
    """Whether a module of it is imported, or named in a string: fonts are read and not imported."""
    modules = module_names()[library]
    return bool(modules & imported()) or any(f'"{module}"' in "".join(SOURCES) for module in modules)


def test_no_library_is_asked_for_in_vain():
    assert [library for library in sorted(asked_for() - NOT_IMPORTED) if not is_used(library)] == []


@pytest.mark.parametrize("lock", ["run", "test", "lock"])
def test_every_locked_library_has_one_version_and_hashes(lock):
    lines = locked(lock).replace("\\\n", " ").splitlines()
    entries = [line for line in lines if line.strip() and not line.lstrip().startswith("#")]
    pinned = re.compile(r"[\w.-]+==\S+ .*--hash=sha256:[0-9a-f]{64}")
    assert [entry for entry in entries if not pinned.match(entry)] == []


def test_the_tests_run_on_the_very_versions_that_the_program_runs_on():
    pins = {lock: set(re.findall(r"^[\w.-]+==\S+", locked(lock), re.MULTILINE)) for lock in ("run", "test")}
    assert pins["run"] - pins["test"] == set()
