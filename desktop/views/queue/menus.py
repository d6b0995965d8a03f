"""The menus over a list: how it is sorted, which columns it has and how dense it is, and everything else."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6 import QtGui, QtWidgets

from desktop.language.window import Texts
from desktop.services.queues import Sort
from desktop.views.dossier_list.columns import COLUMNS
from desktop.views.queue.asked import Asked
from desktop.views.queue.manner import ListManner

ORDERS: Final = tuple((sort, descending) for sort in Sort for descending in (False, True))


def order_code(sort: Sort, *, descending: bool) -> str:
    """The code of the words for an order."""
    return f"sort.{sort}.descending" if descending else f"sort.{sort}"


def sort_menu(text: Texts, asked: Asked, choose: Callable[[Sort, bool], object]) -> QtWidgets.QMenu:
    """Every order, the present one ticked."""
    menu = QtWidgets.QMenu()
    for sort, descending in ORDERS:
        action = _ticked(menu, text(order_code(sort, descending=descending)))
        action.setChecked((sort, descending) == (asked.sort, asked.descending))
        action.triggered.connect(lambda _on, sort=sort, down=descending: choose(sort, down))
    return menu


def columns_menu(
    text: Texts,
    manner: ListManner,
    hide: Callable[[tuple[str, ...]], object],
    set_compact: Callable[[bool], object],
) -> QtWidgets.QMenu:
    """Columns that may be left out, then the two densities."""
    menu = QtWidgets.QMenu()
    for one in (column for column in COLUMNS if column.may_hide):
        action = _ticked(menu, text(f"column.{one.code}"))
        action.setChecked(one.code not in manner.hidden)
        now = tuple(sorted(frozenset(manner.hidden) ^ {one.code}))
        action.triggered.connect(lambda _on, now=now: hide(now))
    menu.addSeparator()
    for compact in (False, True):
        action = _ticked(menu, text("density.compact" if compact else "density.comfortable"))
        action.setChecked(manner.is_compact is compact)
        action.triggered.connect(lambda _on, compact=compact: set_compact(compact))
    return menu


def acts_menu(
    entries: Sequence[tuple[str, str, str | None, Callable[[], object]]],
) -> QtWidgets.QMenu:
    """Everything that can be done with the chosen dossier: words, key, why not, and the act."""
    menu = QtWidgets.QMenu()
    menu.setToolTipsVisible(True)
    for words, key, why_not, act in entries:
        action = QtGui.QAction(f"{words}\t{key}", menu)
        action.setEnabled(why_not is None)
        action.setToolTip(why_not or words)
        action.triggered.connect(lambda _on, act=act: act())
        menu.addAction(action)
    return menu


def _ticked(menu: QtWidgets.QMenu, words: str) -> QtGui.QAction:
    action = QtGui.QAction(words, menu)
    action.setCheckable(True)
    menu.addAction(action)
    return action
