from dataclasses import replace

import pytest

from desktop.models.vocabulary import ApplicantKind
from desktop.services.letters.lint import Finding, lint, lint_shared
from desktop.services.letters.templates import Template, template_for, templates

NATURAL, LEGAL = ApplicantKind.NATURAL_PERSON, ApplicantKind.LEGAL_PERSON


def _letter(**more: object) -> Template:
    return replace(template_for("commitment_letter", NATURAL, "enamad"), **more)


def _with_paragraph(persian: str, kind: ApplicantKind | None = None) -> Template:
    part = {"type": "paragraph", "fa": persian, "ar": "نص", "en": "text"}
    return _letter(applicant_kind=kind, parts=(part,))


@pytest.mark.requirement("L1", "L2", "L7", "L8")
def test_the_shipped_letters_are_clean():
    assert {template.name: lint(template) for template in templates()} == {
        name: [] for name in [template.name for template in templates()]
    }
    assert lint_shared() == []


@pytest.mark.requirement("C-03", "C-04")
@pytest.mark.parametrize(("kind", "phrase"), [(NATURAL, "مدیرعامل شرکت"), (LEGAL, "صاحب‌امتیاز")])
def test_swapped_role_phrases_are_found(kind: ApplicantKind, phrase: str):
    findings = lint(_with_paragraph(f"اینجانب، {phrase}، متعهد می‌شوم.", kind))

    assert Finding("letter.role_unfit", "part.0.fa", phrase) in findings
    assert "letter.role_missing" in {finding.code for finding in findings}


@pytest.mark.requirement("C-03")
@pytest.mark.parametrize("typed", ["صاحب امتیاز", "صاحب‌امتياز", "صاحبامتیاز"])
def test_a_role_phrase_is_found_however_it_is_typed(typed: str):
    findings = lint(_with_paragraph(f"من {typed} هستم", LEGAL))

    assert "letter.role_unfit" in {finding.code for finding in findings}


@pytest.mark.requirement("C-03")
def test_a_letter_for_both_kinds_may_name_neither_role():
    assert "letter.role_unfit" in {finding.code for finding in lint(_with_paragraph("صاحب‌امتیاز گرامی"))}
    assert lint(_with_paragraph("{role} گرامی")) == []


def test_a_variable_that_no_letter_knows_is_found():
    assert lint(_with_paragraph("نام: {full_nam}")) == [
        Finding("letter.variable_unknown", "part.0.fa", "full_nam")
    ]


@pytest.mark.requirement("C-03")
def test_a_variable_of_the_other_applicant_kind_is_found():
    findings = lint(_with_paragraph("صاحب‌امتیاز: {managing_director}", NATURAL))

    assert Finding("letter.variable_unfit", "part.0.fa", "managing_director") in findings


def test_a_wording_that_lacks_a_language_is_found():
    part = {"type": "paragraph", "fa": "متن", "en": "text"}

    assert lint(_letter(applicant_kind=None, parts=(part,))) == [
        Finding("letter.language_missing", "part.0", "ar")
    ]


def test_an_unknown_part_is_found():
    part = {"type": "poem", "fa": "متن", "ar": "نص", "en": "text"}

    assert lint(_letter(applicant_kind=None, parts=(part,))) == [
        Finding("letter.part_unknown", "part.0", "poem")
    ]
