"""docs/schemes.md names everything a scheme file may hold: an authority can be added from it alone."""

import re
from pathlib import Path

import pytest

from desktop.models.effects import EFFECTS
from desktop.models.guards import GUARDS
from desktop.services.schemes import catalogue
from desktop.services.schemes.problems import RULES
from desktop.services.schemes.sections import SECTIONS

TEXT = (Path(__file__).parents[3] / "docs" / "schemes.md").read_text(encoding="utf-8")
CATALOGUES = {name: guard.parameters for name, guard in GUARDS.items()} | EFFECTS


@pytest.mark.parametrize("section", sorted(SECTIONS))
def test_every_section_is_explained_with_all_its_keys(section):
    (chapter,) = [part for part in TEXT.split("\n### ") if f"[{section}]" in part.split("\n")[0]]
    named = set(re.findall(r"`(\w+)`", chapter))
    assert set(SECTIONS[section].keys) <= named


@pytest.mark.parametrize("name", sorted(CATALOGUES))
def test_every_guard_and_effect_is_listed_with_its_parameters(name):
    (row,) = [line for line in TEXT.splitlines() if line.startswith(f"| `{name}` |")]
    written = {parameter: kind.__name__ for parameter, kind in CATALOGUES[name].items()}
    listed = {
        p: {"integer": "int", "string": "str"}[k] for p, k in re.findall(r"`(\w+)` (integer|string)", row)
    }
    assert listed == written


def test_every_problem_word_and_parameter_is_explained():
    words = (*RULES, *catalogue.PARAMETERS, *catalogue.FACTS, *catalogue.ICONS, *catalogue.RETAINED)
    assert [word for word in words if word not in TEXT] == []
