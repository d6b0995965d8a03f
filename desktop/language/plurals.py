"""Which plural form a count takes in each language, by the rules of Unicode's CLDR for whole numbers."""

from typing import Final

from desktop.models.vocabulary import Language

PLURALS: Final = frozenset({"zero", "one", "two", "few", "many", "other"})
FORMS: Final = {
    Language.PERSIAN: frozenset({"one", "other"}),
    Language.ARABIC: PLURALS,
    Language.ENGLISH: frozenset({"one", "other"}),
}
"""The forms each language tells apart."""

_ARABIC_SMALL: Final = ("zero", "one", "two")
_FEW: Final = range(3, 11)
_MANY: Final = range(11, 100)


def plural_of(count: int, language: Language) -> str:
    """The form for this count: zero, one, two, few, many or other."""
    if language is Language.ARABIC:
        return _arabic(count)
    if language is Language.PERSIAN:
        return "one" if count in (0, 1) else "other"
    return "one" if count == 1 else "other"


def _arabic(count: int) -> str:
    if 0 <= count < len(_ARABIC_SMALL):
        return _ARABIC_SMALL[count]
    rest = count % 100
    if rest in _FEW:
        return "few"
    return "many" if rest in _MANY else "other"
