"""The sentences of the window: one small TOML file per screen and language, read when first asked for."""

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from desktop.language.plurals import PLURALS, plural_of
from desktop.models.vocabulary import Language

FOLDER = Path(__file__).parents[2] / "resources" / "window"

COUNT = "count"
"""The value that chooses among the plural forms of a sentence."""

Sentence = str | list[str] | dict[str, str]
"""One wording; several, of which the first is said whose values are all known; or one for each plural."""


@cache
def sentences(language: Language, screen: str) -> Mapping[str, Sentence]:
    """Every sentence of a screen by its code; LookupError when the screen has no file in this language."""
    path = FOLDER / language.value / f"{screen}.toml"
    if not path.is_file():
        raise LookupError(f"no sentences of {screen!r} in {language.value}")
    return dict(_flat(tomllib.loads(path.read_text(encoding="utf-8"))))


def sentence(language: Language, screen: str, code: str) -> Sentence:
    """The sentence with this code; LookupError names the screen and the code that has none."""
    try:
        return sentences(language, screen)[code]
    except KeyError:
        raise LookupError(f"no sentence {code!r} of {screen!r} in {language.value}") from None


def for_count(said: Sentence, language: Language, values: Mapping[str, Any]) -> str | list[str]:
    """The plural form that the value `count` asks for; other sentences as they are."""
    if not isinstance(said, dict):
        return said
    return said.get(plural_of(int(values[COUNT]), language), said["other"])


def _flat(table: Mapping[str, Any], within: str = "") -> Iterator[tuple[str, Sentence]]:
    """Sentences of nested tables under dotted codes: `command.claim` may stand with or without quotes."""
    for code, said in table.items():
        if isinstance(said, dict) and not said.keys() <= PLURALS:
            yield from _flat(said, f"{within}{code}.")
        else:
            yield f"{within}{code}", said
