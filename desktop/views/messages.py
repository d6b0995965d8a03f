"""The one door through which the window says what went wrong, by what the person can do about it."""

import logging
from collections.abc import Callable

from PySide6 import QtCore

from desktop.language.window import Words
from desktop.models.errors import ParvandehError, Unavailable

_log = logging.getLogger(__name__)


class Messages(QtCore.QObject):
    """Signals, each shown by the main window in its own way.

    `refused(str)` a rule refuses, the person can mend it; `unavailable(str)` trying again may help;
    `fault(Exception)` a fault of the program; `told(str, object, int)` something was done: sentence, undo
    (a callable or None) and for how many seconds it is offered.
    """

    refused = QtCore.Signal(str)
    unavailable = QtCore.Signal(str)
    fault = QtCore.Signal(object)
    told = QtCore.Signal(str, object, int)

    def __init__(self, words: Callable[[], Words]) -> None:
        super().__init__()
        self._words = words

    def show(self, error: Exception) -> None:
        """Say what went wrong; a fault of the program is written down as well."""
        if isinstance(error, Unavailable):
            self.unavailable.emit(self._words().error(error))
        elif isinstance(error, ParvandehError):
            self.refused.emit(self._words().error(error))
        else:
            _log.error("A fault of the program", exc_info=error)
            self.fault.emit(error)

    def tell(self, sentence: str, undo: Callable[[], object] | None = None, seconds: int = 8) -> None:
        """Say what was done, with a way to undo it for some seconds."""
        self.told.emit(sentence, undo, seconds)
