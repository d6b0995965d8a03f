"""Specimens of what is pressed: buttons of every kind and state, verdicts, tabs, facets."""

from desktop.language.window import Texts, Words
from desktop.models.vocabulary import Verdict
from desktop.views.gallery.shelf import Shelf, Specimen, pointed_at, with_keyboard
from desktop.views.widgets.button_base import Button
from desktop.views.widgets.buttons import (
    DestructiveButton,
    IconButton,
    Link,
    PrimaryButton,
    QuietButton,
    SecondaryButton,
)
from desktop.views.widgets.chips import FacetChip
from desktop.views.widgets.segmented import SIGNS, VerdictCells, VerdictChoice
from desktop.views.widgets.tabs import Tabs

_KINDS: tuple[tuple[type[Button], str, str, str], ...] = (
    (PrimaryButton, "send_notice", "send", "Ctrl+Enter"),
    (SecondaryButton, "refer", "refer", "S"),
    (QuietButton, "columns", "columns", ""),
    (DestructiveButton, "revoke", "ban", ""),
)


def shelves(text: Texts, words: Words) -> list[Shelf]:
    """All of them."""
    return [_buttons(text), _icons(text), _verdicts(text, words), _narrowing(text)]


def _buttons(text: Texts) -> Shelf:
    shelf = Shelf(text("buttons"))
    for kind, words, icon, key in _KINDS:
        shelf.row(*_states(text, kind, text(words), icon, key))
    armed = DestructiveButton(text("revoke"), "ban")
    armed.set_armed(True)
    chosen = SecondaryButton(text("follow"), "bookmark")
    chosen.setCheckable(True)
    chosen.setChecked(True)
    small = SecondaryButton(text("compare"), "split", "D", small=True)
    shelf.row((armed, text("armed")), (chosen, text("selected")), (small, text("small")))
    return shelf


def _states(text: Texts, kind: type[Button], words: str, icon: str, key: str) -> list[Specimen]:
    rest, hover, focus, off, busy = (kind(words, icon, key) for _ in range(5))
    off.set_reason(text("reason"))
    busy.show_busy()
    return [
        (rest, text("rest")),
        (pointed_at(hover), text("hover")),
        (with_keyboard(focus), text("focus")),
        (off, text("disabled")),
        (busy, text("busy")),
    ]


def _icons(text: Texts) -> Shelf:
    shelf = Shelf(text("icon_buttons"))
    name, key = text("notifications"), "Ctrl+I"
    rest, hover, focus, off, counted = (IconButton("bell", name, key) for _ in range(5))
    small = IconButton("bell", name, key, small=True)
    off.set_reason(text("reason"))
    counted.set_count(text("few"))
    outlined = IconButton("rotate", text("rotate"), "Ctrl+R", outlined=True)
    shelf.row(
        (rest, text("rest")),
        (pointed_at(hover), text("hover")),
        (with_keyboard(focus), text("focus")),
        (off, text("disabled")),
        (small, text("small")),
        (counted, text("counted")),
        (outlined, text("outlined")),
        (Link(text("show")), text("link")),
        (pointed_at(Link(text("show"))), text("hover")),
        (with_keyboard(Link(text("show"))), text("focus")),
    )
    return shelf


def _verdicts(text: Texts, words: Words) -> Shelf:
    shelf = Shelf(text("verdicts"))
    named = {verdict.value: words.word("verdict", verdict) for verdict in SIGNS}
    cells = [VerdictCells(named, verdict) for verdict in (None, *SIGNS, None)]
    hollow = VerdictCells(named)
    hollow.set_verdict(Verdict.ACCEPTED, hollow=True)
    cells[-1].setEnabled(False)
    shelf.row(
        (cells[0], text("rest")),
        *((cell, named[verdict]) for cell, verdict in zip(cells[1:4], SIGNS, strict=True)),
        (hollow, text("hollow")),
        (with_keyboard(VerdictCells(named)), text("focus")),
        (cells[-1], text("disabled")),
    )
    shelf.wide([VerdictChoice(named, Verdict.REJECTED), VerdictChoice(named, Verdict.ACCEPTED)], columns=2)
    return shelf


def _narrowing(text: Texts) -> Shelf:
    shelf = Shelf(text("narrowing"))
    chosen, off = FacetChip(text("all"), text("many")), FacetChip(text("stopped"), text("few"))
    chosen.setChecked(True)
    off.setEnabled(False)
    shelf.row(
        (chosen, text("selected")),
        (FacetChip(text("overdue"), text("few"), "bad"), text("rest")),
        (pointed_at(FacetChip(text("came_back"), text("several"), "new")), text("hover")),
        (with_keyboard(FacetChip(text("unseen"), text("few"))), text("focus")),
        (off, text("disabled")),
    )
    tabs = Tabs(
        [
            ("review", text("tab_review"), ""),
            ("papers", text("tab_papers"), text("several")),
            ("history", text("tab_history"), text("many")),
        ]
    )
    shelf.wide([tabs])
    return shelf
