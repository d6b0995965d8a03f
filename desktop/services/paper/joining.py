"""Joins Arabic letters into the forms that are drawn, and keeps for every form the letters it stands for.

Presentation forms are used because each is one glyph for one letter: what is drawn can be told back exactly.
"""

import unicodedata
from dataclasses import dataclass

from arabic_reshaper import ArabicReshaper

from desktop.services.paper.levels import INKLESS

_ZERO_WIDTH_JOINER = "\u200d"
_RESHAPER = ArabicReshaper(
    # By its own defaults the library throws marks away and turns whole words into ligatures; both change the
    # text. (Marks do not reach it here: they are kept beside their letters.)
    {"delete_harakat": False, "RIAL SIGN": False, "ARABIC LIGATURE ALLAH": False}
)


@dataclass(frozen=True, slots=True)
class Joined:
    """One drawn form (empty when nothing is drawn) and the characters of the source it stands for."""

    form: str
    text: str


def is_mark(character: str) -> bool:
    """Whether the character sits on a letter: harakat, tanwin, hamza above."""
    return unicodedata.category(character) in ("Mn", "Me")


def join(run: str) -> list[Joined]:
    """Return the forms of a right-to-left run in logical order; every source character appears once."""
    letters = [index for index, character in enumerate(run) if not is_mark(character)]
    bare = "".join(run[index] for index in letters)
    forms = iter(_RESHAPER.reshape(bare))
    starts: list[tuple[int, str]] = [(0, "")] if not letters or letters[0] else []
    taken = 0
    while taken < len(bare):
        character = bare[taken]
        if character == _ZERO_WIDTH_JOINER:
            starts.append((letters[taken], ""))
            taken += 1
            continue
        form = next(forms)
        starts.append((letters[taken], "" if character in INKLESS else form))
        taken += _letters_in(form, character)
    ends = [start for start, _ in starts[1:]] + [len(run)]
    bounds = zip(starts, ends, strict=True)
    return [Joined(form, run[start:end]) for (start, form), end in bounds if end > start]


def _letters_in(form: str, character: str) -> int:
    """How many letters of the source the form has swallowed: two in lam-alef, else one."""
    return 1 if form == character else len(unicodedata.normalize("NFKC", form))
