"""Where longer texts are written: lines of a fixed height, each paragraph in its own direction."""

from PySide6 import QtCore, QtGui, QtWidgets

from desktop.views.keys import chord_of
from desktop.views.theme.look import look
from desktop.views.widgets.faces import face
from desktop.views.widgets.fields import FLIP
from desktop.views.widgets.focus_ring import ringed
from desktop.views.widgets.lines import runs_rtl
from desktop.views.widgets.strokes import box

_QT = QtCore.Qt
_MARGIN, _INSET = 6, 6


class TextField(QtWidgets.QTextEdit):
    """Several lines of plain text. Signals: `edited(str)` at every change, `submitted()` with Ctrl+Enter."""

    edited = QtCore.Signal(str)
    submitted = QtCore.Signal()
    _wrong = False  # of the class, because Qt sends events while the widget is being made

    def __init__(
        self,
        text: str = "",
        *,
        rows: int = 3,
        most_rows: int = 0,
        placeholder: str = "",
        bare: bool = False,
    ) -> None:
        super().__init__()
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setFont(face("body").font)
        self.setPlaceholderText(placeholder)
        self.document().setDocumentMargin(look().px(_MARGIN))
        self.setSizePolicy(QtWidgets.QSizePolicy.Policy.Expanding, QtWidgets.QSizePolicy.Policy.Preferred)
        self._rows, self._most_rows = rows, max(rows, most_rows)
        self.document().documentLayout().documentSizeChanged.connect(lambda _size: self._grow())
        if bare:
            self.setFrameShape(QtWidgets.QFrame.Shape.NoFrame)
            self.viewport().setAutoFillBackground(False)
            self.setViewportMargins(look().px(_INSET), 0, look().px(_INSET), 0)
        self.set_text(text)
        self._grow()
        self.textChanged.connect(lambda: self.edited.emit(self.toPlainText()))
        ringed(self)

    def value(self) -> str:
        """What was written, without blank ends."""
        return self.toPlainText().strip()

    def set_text(self, text: str) -> None:
        """Show another text; nothing of the old one can be brought back by undo."""
        self.document().setUndoRedoEnabled(False)
        self.setPlainText(text)
        block = QtGui.QTextBlockFormat()
        block.setLineHeight(look().line("body"), QtGui.QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        whole = QtGui.QTextCursor(self.document())
        whole.select(QtGui.QTextCursor.SelectionType.Document)
        whole.mergeBlockFormat(block)
        self.document().setUndoRedoEnabled(True)
        self.moveCursor(QtGui.QTextCursor.MoveOperation.End)

    def set_wrong(self, wrong: bool) -> None:  # noqa: FBT001 - a setter of one flag, as Qt's are
        """Whether what stands here cannot stay."""
        self._wrong = wrong
        self.update()

    def keyPressEvent(self, event: QtGui.QKeyEvent) -> None:
        """Submit, turn the paragraph's direction, or write."""
        chord = chord_of(event)
        if chord == "Ctrl+Enter":
            self.submitted.emit()
        elif chord == FLIP:
            self._turn()
        else:
            super().keyPressEvent(event)

    def event(self, event: QtCore.QEvent) -> bool:
        """The frame's outline in red where something is wrong; `paintEvent` is the text's alone."""
        done = super().event(event)
        if event.type() == QtCore.QEvent.Type.Paint and self._wrong:
            box(QtGui.QPainter(self), self.rect(), None, look().colour("redSolid"))
        return done

    def sizeHint(self) -> QtCore.QSize:
        """As many rows as were asked for."""
        return QtCore.QSize(super().sizeHint().width(), self.minimumHeight())

    def _grow(self) -> None:
        """As many lines high as are written, within the bounds it was given."""
        around = 2 * look().px(_MARGIN)
        lines = round((self.document().size().height() - around) / look().line("body"))
        shown = max(self._rows, min(lines, self._most_rows))
        self.setMinimumHeight(look().line("body") * shown + around + 2)
        self.updateGeometry()

    def _turn(self) -> None:
        cursor, ways = self.textCursor(), _QT.LayoutDirection
        block = cursor.blockFormat()
        now = block.layoutDirection()
        if now == ways.LayoutDirectionAuto:
            by_letter = runs_rtl(cursor.block().text())
            reads_rtl = look().rtl if by_letter is None else by_letter
        else:
            reads_rtl = now == ways.RightToLeft
        block.setLayoutDirection(ways.LeftToRight if reads_rtl else ways.RightToLeft)
        cursor.setBlockFormat(block)
