"""A check box for each role, in the order of the vocabulary."""

from collections.abc import Collection

from PySide6 import QtWidgets

from desktop.language.window import Words
from desktop.models.vocabulary import Role
from desktop.views.theme.look import look


class RoleBoxes(QtWidgets.QWidget):
    """Which roles somebody has."""

    def __init__(self, words: Words, roles: Collection[Role]) -> None:
        super().__init__()
        grid = QtWidgets.QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(look().px(2))
        self._boxes: dict[Role, QtWidgets.QCheckBox] = {}
        for place, role in enumerate(Role):
            box = QtWidgets.QCheckBox(words.title("role", role))
            box.setChecked(role in roles)
            self._boxes[role] = box
            grid.addWidget(box, place // 2, place % 2)

    def chosen(self) -> list[Role]:
        """The roles that are ticked."""
        return [role for role, box in self._boxes.items() if box.isChecked()]

    def set_wrong(self, wrong: bool) -> None:  # noqa: FBT001 - a setter of one flag, as Qt's are
        """Boxes carry no outline; the sentence under them says what is wrong."""
