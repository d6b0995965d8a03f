"""The words of the office are one per thing, whole, and our own: in schemes, letters and messages."""

import re
import tomllib
from pathlib import Path

import pytest

RESOURCES = Path(__file__).parents[1] / "resources"
TEXTS = sorted(RESOURCES.rglob("*.toml"))
OTHER_WORDS_FOR_THE_CHECKLIST = re.compile(r"چک[ \u200c]?فهرست|بازبینه|چک لیست|چکلیست")
MISSPELT = ("بازبازی", "صوابط", "پروسه بسته", "چار خانه", "درخواست در به صورت", "المعتمدةالتي", "وتفعيلة")


@pytest.mark.requirement("C-34")
def test_the_checklist_has_one_name_with_its_joiner():
    found = {
        path.name: OTHER_WORDS_FOR_THE_CHECKLIST.findall(path.read_text(encoding="utf-8")) for path in TEXTS
    }
    assert {name: words for name, words in found.items() if words} == {}
    assert any("چک\u200cلیست" in path.read_text(encoding="utf-8") for path in TEXTS)


@pytest.mark.requirement("G-20")
def test_misspelt_words_are_not_taken_over():
    found = [
        (path.name, word) for path in TEXTS for word in MISSPELT if word in path.read_text(encoding="utf-8")
    ]
    assert found == []


@pytest.mark.requirement("G-14", "L1", "L2")
def test_the_commitment_letters_say_in_three_languages_what_a_holder_undertakes():
    clauses = tomllib.loads((RESOURCES / "letters" / "commitments.toml").read_text(encoding="utf-8"))[
        "clause"
    ]
    assert len(clauses) >= 10
    assert len({clause["code"] for clause in clauses}) == len(clauses)
    assert all(
        clause[language].strip().endswith(".") for clause in clauses for language in ("fa", "ar", "en")
    )
