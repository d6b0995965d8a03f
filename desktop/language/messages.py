"""Words of the vocabulary and sentences about what happened, from resources/messages, in one language."""

import string
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from desktop.language.formats import Formats
from desktop.models.vocabulary import Language

FOLDER = Path(__file__).parents[2] / "resources" / "messages"

Wording = str | list[str]


@cache
def wordings(language: Language) -> dict[str, dict[str, Wording]]:
    """Every sentence of one language by section and code.

    Several wordings for one code stand in a list: the first is said of which every value is known.
    """
    return tomllib.loads((FOLDER / f"{language.value}.toml").read_text(encoding="utf-8"))


@dataclass(frozen=True, slots=True)
class Messages:
    """Speaks one language; `scheme_words` names what codes of the dossier's scheme mean."""

    formats: Formats
    scheme_words: Mapping[str, Mapping[str, Mapping[str, str]]] = field(default_factory=dict)

    @property
    def language(self) -> Language:
        """The language spoken."""
        return self.formats.language

    def error(self, code: str, values: Mapping[str, Any]) -> str:
        """What is wrong, where, and what would be right; a scheme file's problems follow one a line."""
        problems = [self.problem(problem) for problem in values.get("problems", ())]
        return "\n".join([self.say("error", code, values), *problems])

    def problem(self, problem: Any) -> str:
        """One problem of a scheme file: where it is, which rule it breaks, and what would be right."""
        place = f"{problem.file}:{problem.line}" + f": {problem.key}" * bool(problem.key)
        values = {"expected": problem.expected or None, "found": problem.found}
        return f"{place}: {self.say('scheme_problem', problem.rule, values)}"

    def done(self, code: str, **values: Any) -> str:
        """What has just been done."""
        return self.say("done", code, values)

    def label(self, name: str) -> str:
        """The heading of a column or the name of a value."""
        return self.say("label", name, {})

    def word(self, kind: str, value: Any) -> str:
        """The word for a value of the vocabulary or for a code of the scheme; an unknown code as it is."""
        if value is None:
            return self.formats.shown(None)
        code = str(value).lower() if isinstance(value, bool) else str(value)
        named = self.scheme_words.get(kind, {}).get(code)
        if named is not None:
            return self.formats.label(named)
        known = wordings(self.language).get(kind, {}).get(code)
        return self.formats.text(known if isinstance(known, str) else code)

    def say(self, section: str, code: str, values: Mapping[str, Any]) -> str:
        """The sentence of `section` for this code, with its values written in the language.

        A code without a sentence is shown with its values: late, but not silent.
        """
        wording = wordings(self.language).get(section, {}).get(code)
        if wording is None:
            details = ", ".join(f"{name}: {self.formats.shown(value)}" for name, value in values.items())
            return f"{code} ({details})" if details else code
        return self.filled(wording, values)

    def filled(self, wording: Wording, values: Mapping[str, Any]) -> str:
        """The first wording whose values are all known, with the values in it."""
        return _Filling(self).format(_chosen(wording, values), **values)

    def knows(self, section: str, code: str) -> bool:
        """Whether there is a sentence for this code."""
        return code in wordings(self.language).get(section, {})

    def words(self, kind: str, values: Sequence[Any]) -> str:
        """Several values of one kind in one line."""
        return self.formats.listed([self.word(kind, value) for value in values])


class _Filling(string.Formatter):
    """Fills a sentence: `{name}` is written by its type, `{name:kind}` by the words of that kind."""

    def __init__(self, messages: Messages) -> None:
        self._messages = messages

    def format_field(self, value: Any, format_spec: str) -> str:
        formats = self._messages.formats
        if not format_spec:
            return formats.inside(value)
        asked = formats.asked(value, format_spec)
        if asked is not None:
            return asked
        if isinstance(value, list | tuple):
            return self._messages.words(format_spec, value)
        return self._messages.word(format_spec, value)


def placeholders(wording: str) -> dict[str, str]:
    """The names in braces and how each is written."""
    fields = string.Formatter().parse(wording)
    return {name: spec or "" for _, name, spec, _ in fields if name is not None}


def _chosen(wording: Wording, values: Mapping[str, Any]) -> str:
    if isinstance(wording, str):
        return wording
    known = {name for name, value in values.items() if value is not None and value not in ([], ())}
    return next((one for one in wording if placeholders(one).keys() <= known), wording[-1])
