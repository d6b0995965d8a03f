"""The way from a scheme file to its definition: all its problems are named, or the definition is whole."""

import re
import tomllib
from pathlib import Path as FilePath

from desktop.models.errors import RuleBroken
from desktop.services.schemes.building import build
from desktop.services.schemes.calls import check_calls, check_parameters
from desktop.services.schemes.conditions import check_documents
from desktop.services.schemes.course import check_course
from desktop.services.schemes.definition import SchemeDefinition
from desktop.services.schemes.locations import lines_of
from desktop.services.schemes.problems import Problem, Problems
from desktop.services.schemes.references import check_names, check_versions
from desktop.services.schemes.sections import check_file
from desktop.services.schemes.view import versions_of

_PLACE = re.compile(r"(.*) \(at (?:line (\d+), column \d+|end of document)\)", re.DOTALL)


def read_scheme(source: str | FilePath, file_name: str | None = None) -> SchemeDefinition:
    """The definition a scheme file gives; `source` is its path or its text.

    Raises RuleBroken("scheme.invalid", problems=[Problem, …]) with all problems, in the file's order.
    """
    text, name = _text_and_name(source, file_name)
    problems = problems_of(text, name)
    if problems:
        raise RuleBroken("scheme.invalid", problems=problems)
    return build(tomllib.loads(text))


def problems_of(text: str, file_name: str) -> list[Problem]:
    """All problems of a scheme text; none means that it may be read."""
    try:
        content = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        return [_syntax_problem(text, file_name, str(error))]
    except RecursionError:
        return [Problem(file_name, 1, "", "syntax", "", "nesting")]
    problems = Problems(file_name, lines_of(text))
    check_file(content, problems)
    versions = versions_of(content)
    check_versions(versions, problems)
    for view in versions:
        for check in (check_names, check_parameters, check_calls, check_documents, check_course):
            check(view, problems)
    return problems.sorted()


def _text_and_name(source: str | FilePath, file_name: str | None) -> tuple[str, str]:
    if isinstance(source, str):
        return source, file_name or ""
    name = file_name or source.name
    try:
        return source.read_text(encoding="utf-8"), name
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise RuleBroken(
            "scheme.invalid", problems=[Problem(name, line, "", "syntax", "UTF-8", error.reason)]
        ) from error


def _syntax_problem(text: str, file_name: str, message: str) -> Problem:
    """What the TOML reader says, with its line taken out of the sentence."""
    found = _PLACE.fullmatch(message)
    reason, line = (found[1], found[2]) if found else (message, None)
    return Problem(file_name, int(line) if line else text.count("\n") + 1, "", "syntax", "TOML", reason)
