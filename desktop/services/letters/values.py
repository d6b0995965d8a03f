"""Facts as they are printed: dates and digits of the letter's language, each value kept whole in its line."""

from collections.abc import Mapping
from datetime import date
from string import Formatter

from desktop.models.errors import RuleBroken
from desktop.models.jalali import format_date
from desktop.models.text import isolate, localized_digits
from desktop.models.vocabulary import ApplicantKind, Language
from desktop.services.letters.facts import LetterFacts
from desktop.services.letters.templates import words

VARIABLES = frozenset(
    {
        "office_name",
        "scheme_title",
        "subject_label",
        "holder_name",
        "role",
        "identity_label",
        "national_id",
        "company_name",
        "legal_national_id",
        "managing_director",
        "managing_director_id",
        "domain",
        "user_id",
        "dossier_number",
        "round",
        "written_on",
        "po_box",
        "rejected_count",
        "answer_due",
        "certificate_number",
        "level_label",
        "issued_on",
        "last_valid_day",
        "symbol_code",
        "signatory_name",
    }
)
"""Names that a letter's wording may use in braces."""


def values_of(facts: LetterFacts, language: Language) -> dict[str, str]:
    """Return every variable that has a value; those of the other applicant kind have none (C-03)."""
    known = {
        "office_name": facts.office_name,
        "scheme_title": facts.scheme_title,
        "subject_label": words()["subject"][facts.subject_kind.value][language.value],
        "holder_name": facts.holder_name,
        "domain": facts.domain,
        "user_id": facts.user_id,
        "level_label": facts.level_label,
        "symbol_code": facts.symbol_code,
        "signatory_name": facts.signatory_name,
        **_of_applicant(facts, language),
        **_numbers(facts, language),
        **_dates(facts, language),
    }
    return {name: value for name, value in known.items() if value}


def _of_applicant(facts: LetterFacts, language: Language) -> dict[str, str | None]:
    kind = words()[facts.applicant_kind.value]
    label = kind["foreign_identity_label" if facts.is_foreign else "identity_label"][language.value]
    number = localized_digits(facts.identity_number, language.value)
    common: dict[str, str | None] = {"role": kind["role"][language.value], "identity_label": label}
    if facts.applicant_kind is ApplicantKind.NATURAL_PERSON:
        return common | {"national_id": number}
    director_id = localized_digits(facts.managing_director_id or "", language.value)
    return common | {
        "company_name": facts.holder_name,
        "legal_national_id": number,
        "managing_director": facts.managing_director,
        "managing_director_id": director_id,
    }


def _numbers(facts: LetterFacts, language: Language) -> dict[str, str]:
    numbers = {
        "dossier_number": facts.dossier_number,
        "certificate_number": facts.certificate_number,
        "po_box": facts.po_box,
        "round": facts.round,
        "rejected_count": len(facts.rejected_items) or None,
    }
    return {name: localized_digits(str(number or ""), language.value) for name, number in numbers.items()}


def _dates(facts: LetterFacts, language: Language) -> dict[str, str]:
    days = {
        "written_on": facts.written_on,
        "answer_due": facts.answer_due,
        "issued_on": facts.issued_on,
        "last_valid_day": facts.last_valid_day,
    }
    return {name: _day(day, language) for name, day in days.items() if day}


def _day(day: date, language: Language) -> str:
    """Return the Jalali day, and for readers of Arabic and English the Gregorian one beside it."""
    gregorian = localized_digits(f"{day:%Y/%m/%d}", language.value)
    pattern: str = words()["date"][language.value]
    return pattern.format(jalali=format_date(day, language.value), gregorian=gregorian)


def filled(wording: str, values: Mapping[str, str], kind: str) -> str:
    """Return the wording with its variables, each isolated so that it cannot turn its surroundings round.

    Raises RuleBroken letter.variable_unknown for a name no letter may use, letter.value_missing for one that
    these facts leave open.
    """
    for name in variables_in(wording):
        if name not in VARIABLES:
            raise RuleBroken("letter.variable_unknown", kind=kind, name=name)
        if name not in values:
            raise RuleBroken("letter.value_missing", kind=kind, name=name)
    return wording.format_map({name: isolate(value) for name, value in values.items()})


def variables_in(wording: str) -> list[str]:
    """Return the names in braces, in order."""
    return [name for _, name, _, _ in Formatter().parse(wording) if name is not None]
