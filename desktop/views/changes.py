"""Announces what changed: whatever is in sight reads it again, and nothing reaches for another's widgets."""

from collections.abc import Callable

from PySide6 import QtCore

Change = tuple[str, int]
"""A noun, as its table is called, and the id: ("dossier", 12)."""


class Changes(QtCore.QObject):
    """Signals: `happened(frozenset[Change])` after every unit of work that changed something."""

    happened = QtCore.Signal(object)

    def announce(self, changes: frozenset[Change]) -> None:
        """Say what changed; nothing is said when nothing did."""
        if changes:
            self.happened.emit(changes)

    def listen(self, owner: QtCore.QObject, callback: Callable[[frozenset[Change]], object]) -> None:
        """Call back on every change for as long as `owner` lives."""
        listener = _Listener(owner, callback)
        self.happened.connect(listener.hear)


class _Listener(QtCore.QObject):
    """Lives and dies with its owner; Qt ends the connection then."""

    def __init__(self, owner: QtCore.QObject, callback: Callable[[frozenset[Change]], object]) -> None:
        super().__init__(owner)
        self._callback = callback

    @QtCore.Slot(object)
    def hear(self, changes: frozenset[Change]) -> None:
        self._callback(changes)
