"""The few words that parts of the window say themselves; everything else is handed to them ready."""

from functools import cache

from desktop.language.window import Texts, Words
from desktop.models.vocabulary import Language
from desktop.views.theme.look import look


@cache
def _texts(language: str) -> Texts:
    return Words(Language(language)).of("widgets")


def joined(*parts: str) -> str:
    """Parts of one spoken line, those that are there."""
    comma = "، " if look().rtl else ", "
    return comma.join(part for part in parts if part)


def own(code: str, **values: object) -> str:
    """The sentence of widgets.toml in the language of the look that is on."""
    return _texts(look().language)(code, **values)
