"""Keeps two versions beside each other in step: page, magnification, rotation and place."""

from PySide6 import QtCore

from desktop.views.documents.version_pane import VersionPane
from desktop.views.documents.view import View


class InStep(QtCore.QObject):
    """While on, whatever one pane looks at the other looks at too."""

    def __init__(self, one: VersionPane, other: VersionPane, parent: QtCore.QObject) -> None:
        super().__init__(parent)
        self._is_on, self._is_following = False, False
        self._one, self._other = one, other
        one.canvas.view_changed.connect(lambda view: self._follow(other, view))
        other.canvas.view_changed.connect(lambda view: self._follow(one, view))
        other.opened.connect(lambda: self._follow(other, one.canvas.view))

    def turn(self, on: bool) -> None:  # noqa: FBT001 - a setter of one flag, as Qt's are
        """Begin or stop."""
        self._is_on = on

    def _follow(self, follower: VersionPane, view: View) -> None:
        if not self._is_on or self._is_following or follower.pages is None or follower.version is None:
            return
        self._is_following = True
        try:
            if view.page > len(follower.pages.sizes):
                follower.say_missing_page(view.page, follower.version.number)
            else:
                follower.failure.hide()
                follower.canvas.look_at(view)
        finally:
            self._is_following = False
