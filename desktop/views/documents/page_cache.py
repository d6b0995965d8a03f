"""Keeps pictures of pages that were drawn, as many as fit into a fixed amount of memory."""

from collections import OrderedDict
from collections.abc import Hashable

from PySide6 import QtGui

ROOM = 96 * 1024 * 1024
"""Bytes: some twenty pages as a screen shows them."""


class PageCache:
    """The pictures used last; the longest unused one goes first."""

    def __init__(self, room: int = ROOM) -> None:
        self._room, self._used = room, 0
        self._pictures: OrderedDict[Hashable, QtGui.QImage] = OrderedDict()

    def __len__(self) -> int:
        return len(self._pictures)

    @property
    def used(self) -> int:
        """Bytes of all pictures."""
        return self._used

    def get(self, name: Hashable) -> QtGui.QImage | None:
        """The picture, when it is still there."""
        picture = self._pictures.get(name)
        if picture is not None:
            self._pictures.move_to_end(name)
        return picture

    def put(self, name: Hashable, picture: QtGui.QImage) -> None:
        """Keep a picture; one larger than all the room is not kept."""
        self._forget(name)
        if picture.sizeInBytes() > self._room:
            return
        self._pictures[name] = picture
        self._used += picture.sizeInBytes()
        while self._used > self._room:
            self._forget(next(iter(self._pictures)))

    def forget_document(self, key: str) -> None:
        """Forget every picture whose name begins with this document."""
        for name in [one for one in self._pictures if isinstance(one, tuple) and one[0] == key]:
            self._forget(name)

    def _forget(self, name: Hashable) -> None:
        picture = self._pictures.pop(name, None)
        if picture is not None:
            self._used -= picture.sizeInBytes()
