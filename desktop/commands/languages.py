"""Which language the command line speaks: the one asked for, else that of the surroundings."""

import os
from collections.abc import Sequence
from itertools import pairwise

from desktop.models.errors import RuleBroken
from desktop.models.vocabulary import Language

VARIABLE = "PARVANDEH_LANG"
OPTION = "--lang"


def language_of(asked: str | None) -> Language:
    """The language asked for, else the locale's, else English; raises RuleBroken("usage.language")."""
    if asked:
        if asked not in set(Language):
            raise RuleBroken("usage.language", language=asked, known=[str(one) for one in Language])
        return Language(asked)
    locale = next(
        (found for name in ("LC_ALL", "LC_MESSAGES", "LANG") if (found := os.environ.get(name))), ""
    )
    return Language(locale[:2]) if locale[:2] in set(Language) else Language.ENGLISH


def language_for(arguments: Sequence[str]) -> Language:
    """The language for a command line that could not be read to its end; a wrong one is passed over."""
    asked = [os.environ.get(VARIABLE, "")]
    asked += [later for earlier, later in pairwise(arguments) if earlier == OPTION]
    asked += [one.partition("=")[2] for one in arguments if one.startswith(f"{OPTION}=")]
    return language_of(next((one for one in reversed(asked) if one in set(Language)), None))
