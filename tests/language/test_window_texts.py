"""Every screen says the same in three languages, each in its own letters and digits."""

import re
import tomllib

import pytest

from desktop.language.messages import placeholders, wordings
from desktop.language.plurals import FORMS
from desktop.language.texts import FOLDER, sentences
from desktop.models.vocabulary import Language

SCREENS = sorted({path.stem for path in FOLDER.rglob("*.toml")})
FILES = [(language, screen) for language in Language for screen in SCREENS]
FOREIGN_LETTERS = {Language.PERSIAN: "يكةى", Language.ARABIC: "یکپچژگ", Language.ENGLISH: ""}
LATIN_TOKEN = re.compile(r"[A-Za-z0-9./:_+-]*[A-Za-z][A-Za-z0-9./:_+-]*")
IN_BRACES = re.compile(r"\{[^}]*\}")
OF_THE_PROGRAM_ALONE = ("usage.", "walk.")
"""Errors that only the command line can make."""
NAMES_A_COMMAND = re.compile(r"--[a-z]|`|\{command\}|(?<![\w{.])[a-z]{3,} [a-z-]{4,}(?![\w:}])")

every_file = pytest.mark.parametrize(("language", "screen"), FILES, ids=str)


def wordings_of(said) -> list[str]:
    if isinstance(said, dict):
        return list(said.values())
    return said if isinstance(said, list) else [said]


def names_in(said) -> set[str]:
    return {name for one in wordings_of(said) for name in placeholders(one)}


def prose(wording: str) -> str:
    """The sentence without its values and without Latin tokens."""
    return LATIN_TOKEN.sub("", IN_BRACES.sub("", wording))


@pytest.mark.parametrize("screen", SCREENS)
def test_a_screen_says_the_same_things_in_three_languages(screen):
    english = sentences(Language.ENGLISH, screen)
    for language in (Language.PERSIAN, Language.ARABIC):
        told = sentences(language, screen)
        assert told.keys() == english.keys()
        assert {code: names_in(said) for code, said in told.items()} == {
            code: names_in(said) for code, said in english.items()
        }


@every_file
def test_a_plural_has_the_forms_of_its_language_and_is_chosen_by_the_count(language, screen):
    wrong = {
        code: sorted(said)
        for code, said in sentences(language, screen).items()
        if isinstance(said, dict) and not {"other"} <= said.keys() <= FORMS[language]
    }
    assert wrong == {}


@every_file
def test_no_sentence_is_empty_or_ends_in_three_dots(language, screen):
    found = [
        code
        for code, said in sentences(language, screen).items()
        for one in wordings_of(said)
        if not one.strip() or "..." in one
    ]
    assert found == []


@every_file
def test_no_screen_is_written_with_the_letters_of_another_language(language, screen):
    found = {
        code: letter
        for code, said in sentences(language, screen).items()
        for one in wordings_of(said)
        for letter in FOREIGN_LETTERS[language]
        if letter in one
    }
    assert found == {}


@every_file
def test_digits_of_a_sentence_are_those_of_its_language(language, screen):
    foreign = "0-9٠-٩" if language is Language.PERSIAN else "0-9۰-۹"
    if language is Language.ENGLISH:
        foreign = "۰-۹٠-٩"
    found = {
        code: one
        for code, said in sentences(language, screen).items()
        for one in wordings_of(said)
        if re.search(f"[{foreign}]", prose(one))
    }
    assert found == {}


@every_file
def test_english_quotation_marks_stay_in_english(language, screen):
    marks = "«»" if language is Language.ENGLISH else "“”‘’"
    found = [
        code
        for code, said in sentences(language, screen).items()
        for one in wordings_of(said)
        if any(mark in one for mark in marks)
    ]
    assert found == []


def test_no_code_stands_twice_in_quotes_and_without():
    for language, screen in FILES:
        written = tomllib.loads((FOLDER / language.value / f"{screen}.toml").read_text(encoding="utf-8"))
        nested = {code for code, said in written.items() if isinstance(said, dict)}
        assert not {code for code in written if code.partition(".")[0] in nested and "." in code}


@pytest.mark.parametrize("language", list(Language))
def test_no_error_of_the_window_names_a_command_or_an_option(language):
    window = sentences(language, "errors")
    named = {
        code
        for code, said in wordings(language)["error"].items()
        if not code.startswith(OF_THE_PROGRAM_ALONE)
        for one in wordings_of(said)
        if NAMES_A_COMMAND.search(one)
    }
    if language is not Language.ENGLISH:
        assert {"claim.not_yours", "retention.consent", "guard.note_given", "person.unknown"} <= named
        assert named - window.keys() == set()
    assert [code for code in window if "--" in str(window[code]) or "`" in str(window[code])] == []


@pytest.mark.parametrize("language", list(Language))
def test_an_error_of_the_window_needs_no_value_that_the_command_lines_does_not(language):
    known = wordings(language)["error"]
    window = sentences(language, "errors")
    more = {code: names_in(window[code]) - names_in(known[code]) for code in window.keys() & known.keys()}
    assert {code: names for code, names in more.items() if names} == {}
