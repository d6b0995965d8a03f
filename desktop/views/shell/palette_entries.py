"""What the palette offers: commands by name, recent places, and whatever the office finds; no Qt."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from desktop.language.window import Words
from desktop.models.vocabulary import Language
from desktop.services.wording import fold

MOST = 12


@dataclass(frozen=True)
class PaletteEntry:
    """One line: what it is called, in which section, with which key; `reason` says why it is closed now."""

    section: str
    name: str
    detail: str
    icon: str
    run: Callable[[], object]
    key: str = ""
    reason: str | None = None


def matching(entries: Iterable[PaletteEntry], typed: str) -> list[PaletteEntry]:
    """Entries whose name holds every typed word, those that begin with it first."""
    words = fold(typed).split()
    found = [entry for entry in entries if all(word in fold(entry.name) for word in words)]
    begin = " ".join(words)
    return sorted(found, key=lambda entry: not fold(entry.name).startswith(begin))[:MOST]


def spans(name: str, typed: str, words: Words) -> Sequence[tuple[int, int]]:
    """Where in the name the typed words stand, for showing them stronger; empty when folding moved them."""
    if words.language is Language.ENGLISH:
        name, typed = name.lower(), typed.lower()
    return [(place, len(word)) for word in typed.split() if (place := name.find(word)) >= 0]
