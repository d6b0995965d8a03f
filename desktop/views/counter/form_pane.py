"""The form in the middle: groups of fields in one or two columns, each with what is wrong under it."""

from collections.abc import Collection, Mapping, Sequence

from PySide6 import QtCore, QtGui, QtWidgets

from desktop.views.calendars.almanac import Almanac
from desktop.views.counter.editors import AskedField, field_for
from desktop.views.counter.sheet import EntryType, Sheet, Values
from desktop.views.shell.grounds import on_ground
from desktop.views.theme.look import look
from desktop.views.widgets.section import Section, SectionHeader

_TWO_COLUMNS, _GAP, _BETWEEN = 620, 16, 10
_WHOLE_ROW = frozenset({EntryType.LONG, EntryType.CHOICES})


class FieldGrid(QtWidgets.QWidget):
    """Fields beside each other where there is room for two; long ones take the whole row."""

    def __init__(self, fields: Sequence[AskedField]) -> None:
        super().__init__()
        self._fields, self._arranged = fields, (0, "")
        self._grid = QtWidgets.QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(look().px(_GAP))
        self._grid.setVerticalSpacing(look().px(_BETWEEN))
        self._filler = QtWidgets.QWidget(self)
        for field in fields:
            field.setParent(self)

    def resizeEvent(self, event: QtGui.QResizeEvent) -> None:
        """Another width may hold another number of columns."""
        super().resizeEvent(event)
        self.arrange()

    def arrange(self) -> None:
        """Put the fields that are asked in their places."""
        columns = 2 if self.width() >= look().px(_TWO_COLUMNS) else 1
        shown = [field for field in self._fields if not field.isHidden()]
        wanted = (columns, " ".join(field.entry.path for field in shown))
        if wanted == self._arranged:
            return
        self._arranged = wanted
        while self._grid.takeAt(0) is not None:
            pass
        row, column = 0, 0
        for field in shown:
            wide = columns if field.entry.type in _WHOLE_ROW else 1
            if column + wide > columns:
                row, column = row + 1, 0
            self._grid.addWidget(field, row, column, 1, wide, QtCore.Qt.AlignmentFlag.AlignTop)
            column += wide
        # A column with nothing in it has no room: a single field would be wider than those of other groups.
        is_alone = columns > 1 and (row, column) == (0, 1)
        self._filler.setVisible(is_alone)
        if is_alone:
            self._grid.addWidget(self._filler, 0, 1)
        for place in range(2):
            self._grid.setColumnStretch(place, int(place < columns))


class FormPane(QtWidgets.QScrollArea):
    """Signals: `entered(path, value)` at every change."""

    entered = QtCore.Signal(str, object)

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QtWidgets.QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(QtCore.Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.fields: dict[str, AskedField] = {}
        self._grids: list[FieldGrid] = []

    def show_sheet(self, sheet: Sheet, values: Values, almanac: Almanac, yes: str) -> None:
        """Show a form with what was entered in it."""
        self.fields, self._grids = {}, []
        inside = QtWidgets.QWidget()
        on_ground(inside, "surface")
        column = QtWidgets.QVBoxLayout(inside)
        margin = look().px(_GAP)
        column.setContentsMargins(margin, look().px(4), margin, margin)
        column.setSpacing(0)
        for group in sheet.groups:
            section = Section(SectionHeader(group.title, group.icon))
            made = [
                field_for(entry, values.get(entry.path), almanac, yes, self._teller(entry.path))
                for entry in group.entries
            ]
            self.fields |= {field.entry.path: field for field in made}
            grid = FieldGrid(made)
            self._grids.append(grid)
            section.body.addWidget(grid)
            column.addWidget(section)
        column.addStretch(1)
        self.setWidget(inside)

    def show_asked(self, paths: Collection[str]) -> None:
        """Show the fields that are asked beside what was entered, and no other."""
        for path, field in self.fields.items():
            field.setVisible(path in paths)
        for grid in self._grids:
            grid.arrange()

    def show_errors(self, errors: Mapping[str, str]) -> None:
        """Show what is wrong under each field."""
        for path, field in self.fields.items():
            field.show_error(errors.get(path, ""))

    def reveal(self, path: str) -> bool:
        """Bring a field into view and give it the keyboard; False when the form has none of this path."""
        field = self.fields.get(path)
        if field is None or field.isHidden():
            return False
        self.ensureWidgetVisible(field, 0, look().px(40))
        field.field.setFocus(QtCore.Qt.FocusReason.OtherFocusReason)
        return True

    def first_field(self) -> QtWidgets.QWidget:
        """Where typing begins."""
        return next((field.field for field in self.fields.values() if not field.isHidden()), self)

    def _teller(self, path: str) -> "_Teller":
        return _Teller(self, path)


class _Teller:
    """Tells the pane which of its fields was changed."""

    def __init__(self, pane: FormPane, path: str) -> None:
        self._pane, self._path = pane, path

    def __call__(self, value: object) -> None:
        """A field has another value."""
        self._pane.entered.emit(self._path, value)
