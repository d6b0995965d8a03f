"""Checks the wording of letters before one is printed: languages, variables, and that roles fit (C-03)."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from desktop.models.text import fold
from desktop.models.vocabulary import ApplicantKind, Language
from desktop.services.letters.composing import PART_TYPES
from desktop.services.letters.templates import Template, commitments, words
from desktop.services.letters.values import VARIABLES, variables_in

_LANGUAGES = frozenset(language.value for language in Language)
_OF_KIND = {
    ApplicantKind.NATURAL_PERSON: frozenset({"national_id"}),
    ApplicantKind.LEGAL_PERSON: frozenset(
        {"company_name", "legal_national_id", "managing_director", "managing_director_id"}
    ),
}


@dataclass(frozen=True)
class Finding:
    """What is wrong, where (a path such as `part.2.fa`), and the word it is about."""

    code: str
    place: str
    about: str


@dataclass(frozen=True)
class _Text:
    place: str
    language: str | None
    wording: str


def lint(template: Template) -> list[Finding]:
    """Return everything that is wrong with one letter's wording; an empty list is a good letter.

    Codes: letter.part_unknown, letter.language_missing, letter.variable_unknown, letter.variable_unfit and
    letter.role_unfit (a variable or role phrase of the other applicant kind), letter.role_missing.
    """
    content = {"title": template.title, "letterhead": template.letterhead, "part": template.parts}
    texts = list(_texts(content, ""))
    return [
        *_unknown_parts(template),
        *_missing_languages(content, ""),
        *(finding for text in texts for finding in _variables(text, template.applicant_kind)),
        *_roles(texts, template.applicant_kind),
    ]


def lint_shared() -> list[Finding]:
    """Return what is wrong with the words that all letters share, by the same rules."""
    findings = _missing_languages({"word": words(), "clause": commitments()}, "")
    for kind in ApplicantKind:
        texts = list(_texts(words()[kind.value]["signature"], f"{kind.value}.signature"))
        findings += [finding for text in texts for finding in _variables(text, kind)]
        findings += _roles(texts, kind)
    for text in _texts(commitments(), "clause"):
        findings += [*_variables(text, None), *_roles([text], None)]
    return findings


def _unknown_parts(template: Template) -> list[Finding]:
    types = [(index, part["type"]) for index, part in enumerate(template.parts)]
    return [
        Finding("letter.part_unknown", f"part.{index}", kind)
        for index, kind in types
        if kind not in PART_TYPES
    ]


def _children(node: Any, place: str) -> Iterator[tuple[str, Any]]:
    """Yield the dotted path and content of everything directly inside a table or list."""
    if isinstance(node, dict):
        pairs = [(str(key), value) for key, value in node.items()]
    elif isinstance(node, list | tuple):
        pairs = [(str(index), value) for index, value in enumerate(node)]
    else:
        pairs = []
    for key, value in pairs:
        yield (f"{place}.{key}" if place else key), value


def _texts(node: Any, place: str, language: str | None = None) -> Iterator[_Text]:
    if isinstance(node, str):
        yield _Text(place, language, node)
    for path, child in _children(node, place):
        key = path.rpartition(".")[2]
        yield from _texts(child, path, key if key in _LANGUAGES else language)


def _missing_languages(node: Any, place: str) -> list[Finding]:
    findings = []
    if isinstance(node, dict) and _LANGUAGES & node.keys():
        missing = sorted(_LANGUAGES - node.keys())
        findings += [Finding("letter.language_missing", place, language) for language in missing]
    for path, child in _children(node, place):
        findings += _missing_languages(child, path)
    return findings


def _variables(text: _Text, kind: ApplicantKind | None) -> list[Finding]:
    foreign = [names for owner, names in _OF_KIND.items() if owner is not kind]
    unfit = frozenset().union(*foreign)
    findings = []
    for name in variables_in(text.wording):
        if name not in VARIABLES:
            findings.append(Finding("letter.variable_unknown", text.place, name))
        elif name in unfit:
            findings.append(Finding("letter.variable_unfit", text.place, name))
    return findings


def _roles(texts: list[_Text], kind: ApplicantKind | None) -> list[Finding]:
    """Return role phrases of a kind the letter is not for, and languages in which its own role is unsaid."""
    findings = []
    for owner in ApplicantKind:
        for language, phrase in words()[owner.value]["role"].items():
            said = [text for text in texts if text.language == language and says(text.wording, phrase)]
            if owner is not kind:
                findings += [Finding("letter.role_unfit", text.place, phrase) for text in said]
            elif not said:
                findings.append(Finding("letter.role_missing", language, phrase))
    return findings


def says(wording: str, phrase: str) -> bool:
    """Whether the phrase is in the wording, whatever joiners and blanks it is typed with."""
    return fold(phrase).replace(" ", "") in fold(wording).replace(" ", "")
