"""Specimens of what tells: chips, due times, banners, notices, toasts, dialogs, empty places."""

from PySide6 import QtWidgets

from desktop.language.window import Texts, Words
from desktop.views.gallery.shelf import Shelf
from desktop.views.theme.look import look
from desktop.views.theme.tokens import FAMILIES
from desktop.views.widgets.avatar import Avatar
from desktop.views.widgets.banner import Banner, Banners
from desktop.views.widgets.busy import Spinner
from desktop.views.widgets.buttons import DestructiveButton, SecondaryButton
from desktop.views.widgets.chip_painting import Due
from desktop.views.widgets.chips import ChangeBadge, CountPill, DueChip, RoundChip, StatusChip
from desktop.views.widgets.dialog import Choice, Dialog, Reason
from desktop.views.widgets.empty_state import EmptyState
from desktop.views.widgets.key_cap import KeyCaps
from desktop.views.widgets.notice import Notice
from desktop.views.widgets.toast import Toast

_SIGNS = {
    "blue": "eye",
    "violet": "building",
    "amber": "user",
    "green": "shield-check",
    "red": "x",
    "grey": "pen",
    "turq": "swap",
}
_LEFT = {"blue": 0.7, "amber": 0.25, "over": 0.0, "paused": 0.0}


def shelves(text: Texts, _words: Words) -> list[Shelf]:
    """All of them."""
    return [_chips(text), _small(text), _conditions(text), _questions(text)]


def _chips(text: Texts) -> Shelf:
    shelf = Shelf(text("chips"))
    shelf.row(
        *((StatusChip(one, _SIGNS[one], text(f"family_{one}")), one) for one in FAMILIES if one != "turq")
    )
    shelf.row(
        (StatusChip("amber", "phone", text("proposed"), dashed=True), text("provisional")),
        (StatusChip("red", "ban", text("blacklisted"), solid=True), text("solid")),
        (RoundChip(text("round")), text("rest")),
        (ChangeBadge(text("few"), text("changes_told")), text("changed")),
        (ChangeBadge(text("new_document"), text("changes_told")), text("changed")),
        *((CountPill(text("several"), one), one) for one in ("grey", "red", "amber", "turq")),
    )
    shelf.row(
        *(
            (DueChip(Due(kind, share, text(f"due_{kind}"), text(f"due_{kind}_left"))), kind)  # type: ignore[arg-type]
            for kind, share in _LEFT.items()
        )
    )
    return shelf


def _small(text: Texts) -> Shelf:
    shelf = Shelf(text("small_things"))
    spinner = Spinner(text("busy"))
    spinner.turning.show_now()
    shelf.row(
        *((KeyCaps(key), key) for key in ("J", "Ctrl+K", "Shift+X", "Y N", "+")),
        (Avatar(text("person")), text("rest")),
        (Avatar(text("colleague"), 22, other=True), text("small")),
        (spinner, text("busy")),
    )
    return shelf


def _conditions(text: Texts) -> Shelf:
    shelf = Shelf(text("conditions"))
    banners = Banners()
    banners.put("delegation", Banner("amber", text("delegated"), [(text("limits"), _nothing)], "hand"))
    banners.put(
        "connection",
        Banner("red", text("no_server"), [(text("again"), _nothing), (text("details"), _nothing)]),
    )
    banners.put("version", Banner("blue", text("new_version")))
    notices = [
        Notice("amber", text("refused_before"), [(text("compare_short"), _nothing)]),
        Notice("green", text("nothing_changed")),
        Notice("red", text("conflict")),
        Notice("blue", text("locked_by")),
    ]
    shelf.wide([banners])
    shelf.wide(notices, columns=2)
    toast = Toast(text("toast"), text("undo"), _nothing, 8)
    toast.setFixedWidth(look().px(460))
    shelf.wide([toast, EmptyState(text("empty"), text("take_next"), "Enter", _nothing)])
    return shelf


def _questions(text: Texts) -> Shelf:
    shelf = Shelf(text("dialogs"))
    plain, grave = SecondaryButton(text("open_plain")), DestructiveButton(text("open_grave"))
    plain.clicked.connect(lambda: ask_plainly(text, shelf.window()))
    grave.clicked.connect(lambda: ask_gravely(text, shelf.window()))
    shelf.row((plain, "Ctrl+Enter"), (grave, "Ctrl+Enter"))
    return shelf


def ask_plainly(text: Texts, window: QtWidgets.QWidget) -> Dialog:
    """The dialog before a step that goes out."""
    choices = [Choice("send", text("send_notice"), "primary"), Choice("stay", text("go_on_reviewing"))]
    dialog = Dialog(text("ask_notice"), [text("notice_follows"), text("two_left")], choices, parent=window)
    dialog.ask_for(_nothing)
    return dialog


def ask_gravely(text: Texts, window: QtWidgets.QWidget) -> Dialog:
    """The dialog before what cannot be undone."""
    choices = [Choice("revoke", text("revoke"), "danger"), Choice("stay", text("cancel"))]
    reason = Reason(text("why"), text("why_told"))
    dialog = Dialog(
        text("ask_revoke"),
        [text("revoke_follows"), text("no_undo")],
        choices,
        reason=reason,
        parent=window,
    )
    dialog.ask_for(_nothing)
    return dialog


def _nothing(*_told: object) -> None:
    """A specimen does nothing."""
