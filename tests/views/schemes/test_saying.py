"""What a scheme says is said in words: guards, effects, conditions and every value, in three languages."""

from dataclasses import fields, replace

import pytest

from desktop.models.effects import EFFECTS
from desktop.models.guards import GUARDS
from desktop.models.vocabulary import Language
from desktop.services.scheme_comparison import BASICS, SECTIONS, ChangedEntry, ChangedValue, SectionDifference
from desktop.services.schemes.catalogue import (
    APPLICANT_VIEWS,
    FACTS,
    OPERATORS,
    PARAMETERS,
    REFUSAL_OUTCOMES,
    SEXES,
    WORKS,
)
from desktop.services.schemes.definition import Call, Condition
from desktop.views.schemes.comparison import Compared, comparison
from desktop.views.schemes.course import Course
from tests.views.what_is_seen import codes_in, foreign_digits_in

CODES_THEMSELVES = {"code", "kind", "action", "icon", "authority"}
"""What is named by its code alone; most of it is what entries are known by and never differs."""
SAMPLES = {str: "x", int: 3, bool: True}

every_language = pytest.mark.parametrize("language", list(Language))


def called(name, parameters):
    known = {"work": "any", "name": "temporary_symbol"}
    return Call(name, tuple((key, known.get(key, SAMPLES[kind])) for key, kind in parameters.items()))


def wrong_in(said, language):
    return codes_in(said) + (foreign_digits_in(said) if language is not Language.ENGLISH else [])


@every_language
def test_every_guard_and_every_effect_has_a_sentence(saying_in, language):
    saying = saying_in(language)
    told = [saying.guard(called(name, guard.parameters)) for name, guard in GUARDS.items()]
    told += [saying.effect(called(name, parameters)) for name, parameters in EFFECTS.items()]
    assert len(set(told)) == len(GUARDS) + len(EFFECTS) == 37
    assert all(one.endswith(".") for one in told)


@every_language
def test_every_condition_of_a_document_has_words(saying_in, language):
    saying = saying_in(language)
    values = {str: ("a", "b"), bool: (False,), int: (18,)}
    told = [
        saying.condition(Condition(fact, operator, ("male",) if fact == "sex" else values[kind]))
        for fact, kind in FACTS.items()
        for operator in OPERATORS[kind]
    ]
    assert all(told)
    assert saying.condition(Condition("has_proxy", "is", (True,))) not in told


@every_language
def test_every_word_of_the_catalogue_is_known_to_the_screen(saying_in, language):
    text = saying_in(language).text
    codes = [f"parameter.{name}" for name in PARAMETERS]
    codes += [f"sees.{name}" for name in APPLICANT_VIEWS]
    codes += [f"work.{name}" for name in WORKS]
    codes += [f"refusal.{name}" for name in REFUSAL_OUTCOMES]
    codes += [f"sex.{name}" for name in SEXES]
    codes += [f"section.{name}" for name in ("basics", *SECTIONS)]
    assert [code for code in codes if not text.knows(code)] == []


@every_language
def test_whatever_may_differ_between_versions_is_named_and_said_without_codes(saying_in, page, language):
    saying, wrong = saying_in(language), []
    entries = [entry for section in SECTIONS for entry in getattr(page.version, section)]
    named = [
        (one.name, getattr(entry, one.name))
        for entry in entries
        if not isinstance(entry, tuple)
        for one in fields(entry)
        if one.name not in CODES_THEMSELVES
    ]
    for name, value in named + [(name, getattr(page.version, name)) for name in BASICS]:
        assert saying.text.knows(f"value.{name}")
        wrong += wrong_in(saying.value(name, value), language)
    assert len(named) > 500
    assert wrong == []


@every_language
def test_all_of_the_course_is_explained_without_codes(saying_in, page, language):
    course = Course(saying_in(language), page.graph)
    wrong = []
    for thing in course.walk():
        details = course.details(thing)
        told = [details.title, details.kind, course.sentence(thing)]
        told += [text for fact in details.facts for text in fact]
        told += [line.text for part in details.parts for line in part.lines]
        wrong += [one for said in told for one in wrong_in(said, language)]
    assert wrong == []


def test_a_step_that_was_added_and_an_item_that_was_changed_are_told_apart(saying_in, page):
    saying = saying_in(Language.PERSIAN)
    item = page.version.checklist_items[0]
    now = replace(item, required=False)
    value = ChangedValue("required", item.required, now.required)
    changed = ChangedEntry((item.code,), item, now, (value,))
    sections = (
        SectionDifference("transitions", (page.version.transitions[0],), (), (), reordered=False),
        SectionDifference("checklist_items", (), (), (changed,), reordered=True),
        SectionDifference("retention", (), page.version.retention[:1], (), reordered=False),
        SectionDifference("parameters", page.version.parameters[:1], (), (), reordered=False),
    )
    rows = comparison(Compared(saying, saying, sections)).rows
    told = [tuple(cell.text for cell in row.cells) for row in rows]
    assert ("افزوده", "ارسال برای بررسی، متقاضی، در «آمادهٔ ارسال»", "") in told
    assert ("تغییرکرده", saying.label(item.title), "الزام: از «بله» به «خیر»") in told
    assert ("جابه‌جا", "ترتیب", "") in told
    assert any(change == "برداشته" and "رد درخواست" in name for change, name, _ in told)
