"""Paints a row of the stack: box, dossier, scheme, the chain of four eyes, evidence, due time."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from PySide6 import QtCore, QtGui

from desktop.services.stack_rows import StackStanding
from desktop.views.approval.lines import StackLine, Word
from desktop.views.theme.look import look
from desktop.views.widgets.chip_painting import Due, paint_due
from desktop.views.widgets.faces import Face, advance, face
from desktop.views.widgets.four_eyes_chain import ChainNode, paint_chain
from desktop.views.widgets.lines import after, centred, draw_line, from_start, two_lines
from desktop.views.widgets.strokes import box

ROW: Final = 62
BAR, BOX, TICK, SIGN, SCHEME = 3, 17, 12, 13, 16
_GAP, _APART = 5, 12
_ROOMY = 1150
"""From this width on the row has room for the second line of the due time."""
_DUE, _SHORT_DUE, _CHAIN, _SHORT_CHAIN = 176, 136, 356, 260
_NAME, _LEAST_NAME, _EVIDENCE, _LEAST_EVIDENCE = 196, 90, 270, 130
_INKS: Final = {"check": ("greenFg", "text2"), "alert": ("amberFg", "amberFg"), "lock": ("text2", "text2")}

BOXES, NAME, CHAIN, EVIDENCE, DUE = "boxes", "name", "chain", "evidence", "due"
SCHEMES: Final = "schemes"


@dataclass(frozen=True, slots=True)
class Standing:
    """How a row stands in the list at this moment."""

    is_current: bool = False
    is_hovered: bool = False
    is_marked: bool = False
    has_ring: bool = False


def columns_of(width: int) -> dict[str, tuple[int, int]]:
    """Start and width of each column, counted from the start of the row; what has no room is left out."""
    px = look().px
    boxes, schemes = px(44), px(34)
    due = px(_DUE if width >= px(_ROOMY) else _SHORT_DUE)
    if width - boxes - schemes - due < px(_LEAST_NAME):
        due = 0
    rest = width - boxes - schemes - due
    chain = min(px(_CHAIN), max(px(_SHORT_CHAIN), rest - px(_NAME)))
    if rest - chain < px(_LEAST_NAME):
        chain = 0
    evidence = min(px(_EVIDENCE), rest - chain - px(_NAME))
    if evidence < px(_LEAST_EVIDENCE):
        evidence = 0
    name = rest - chain - evidence
    wide = {BOXES: boxes, NAME: name, SCHEMES: schemes, CHAIN: chain, EVIDENCE: evidence, DUE: due}
    found, start = {}, 0
    for code, one in wide.items():
        if one:
            found[code] = (start, one)
        start += one
    return found


def paint_row(painter: QtGui.QPainter, rect: QtCore.QRect, line: StackLine, standing: Standing) -> None:
    """The whole row."""
    worn = look()
    painter.save()
    painter.setLayoutDirection(_QT.RightToLeft if worn.rtl else _QT.LeftToRight)
    _paint_ground(painter, rect, standing)
    for code, (start, wide) in columns_of(rect.width()).items():
        place = from_start(rect, start, wide - worn.px(_APART), rtl=worn.rtl)
        _CELLS[code](painter, place, line, standing)
    if standing.is_current:
        bar = from_start(rect, 0, worn.px(BAR), rtl=worn.rtl)
        painter.fillRect(bar.adjusted(0, 0, 0, -1), worn.colour("accent"))
    if standing.has_ring:
        box(painter, rect.adjusted(0, 0, 0, -1), None, worn.colour("focus"), radius=0, thick=2)
    painter.restore()


def box_at(rect: QtCore.QRect) -> QtCore.QRect:
    """Where the check box of a row is pressed: the whole of its column."""
    start, wide = columns_of(rect.width())[BOXES]
    return from_start(rect, start, wide, rtl=look().rtl)


_QT = QtCore.Qt.LayoutDirection


def _paint_ground(painter: QtGui.QPainter, rect: QtCore.QRect, standing: Standing) -> None:
    worn = look()
    if standing.is_current or standing.is_marked:
        ground = "tintStrong" if standing.is_hovered and not standing.is_current else "tint"
    else:
        ground = "surface2" if standing.is_hovered else "surface"
    painter.fillRect(rect, worn.colour(ground))
    painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, worn.colour("border"))


def _paint_box(painter: QtGui.QPainter, rect: QtCore.QRect, line: StackLine, standing: Standing) -> None:
    paint_check_box(
        painter,
        after(rect, look().px(16), rtl=look().rtl),
        "on" if standing.is_marked else "none" if line.standing is StackStanding.CLOSED else "off",
    )


def paint_check_box(painter: QtGui.QPainter, rect: QtCore.QRect, state: str) -> None:
    """A check box at the start of `rect`: "on", "off", "some", or "none" where nothing can be marked."""
    worn = look()
    size, corner = worn.px(BOX), worn.px(3)
    place = centred(from_start(rect, 0, size, rtl=worn.rtl), size, size)
    if state in {"on", "some"}:
        box(painter, place, worn.colour("accentSolid"), radius=corner)
        sign, tick = ("check" if state == "on" else "minus"), worn.px(TICK)
        painter.drawPixmap(centred(place, tick, tick).topLeft(), worn.pixmap(sign, "onAccent", TICK))
    elif state == "off":
        box(painter, place, worn.colour("surface"), worn.colour("borderStrong"), radius=corner)
    else:
        box(painter, place, None, worn.colour("border"), radius=corner, dashed=True)


def _paint_name(painter: QtGui.QPainter, rect: QtCore.QRect, line: StackLine, _standing: Standing) -> None:
    ink, faint = look().colour("text"), look().colour("text2")
    two_lines(painter, rect, line.name, line.below, upper=face("body", 600), ink=ink, faint=faint)


def _paint_scheme(painter: QtGui.QPainter, rect: QtCore.QRect, line: StackLine, _standing: Standing) -> None:
    size = look().px(SCHEME)
    place = centred(from_start(rect, 0, size, rtl=look().rtl), size, size)
    painter.drawPixmap(place.topLeft(), look().pixmap(line.scheme_icon, "text2", SCHEME))


def _paint_chain(painter: QtGui.QPainter, rect: QtCore.QRect, line: StackLine, _standing: Standing) -> None:
    paint_chain(painter, rect, [ChainNode(node.state, node.name, node.below) for node in line.chain])


def _paint_due(painter: QtGui.QPainter, rect: QtCore.QRect, line: StackLine, _standing: Standing) -> None:
    if line.due is not None:
        due = line.due
        second = due.second if rect.width() > look().px(_SHORT_DUE) else ""
        paint_due(painter, rect, Due(due.kind, due.share, due.words, second))


def _paint_evidence(
    painter: QtGui.QPainter, rect: QtCore.QRect, line: StackLine, _standing: Standing
) -> None:
    dress, worn = face("caption"), look()
    rows = _flowed(
        line.evidence, rect.width(), worn.px(SIGN + _GAP), worn.px(_APART), (worn.scale, worn.language)
    )
    height = dress.line
    top = rect.top() + (rect.height() - height * len(rows)) // 2
    for number, row in enumerate(rows):
        place = QtCore.QRect(rect.left(), top + number * height, rect.width(), height)
        for start, sign, text in row:
            _paint_word(painter, after(place, start, rtl=worn.rtl), sign, text, dress)


def _paint_word(painter: QtGui.QPainter, place: QtCore.QRect, sign: str, text: str, dress: Face) -> None:
    worn = look()
    sign_ink, ink = _INKS[sign.rstrip("+")]
    size = worn.px(SIGN)
    if not sign.endswith("+"):
        at = centred(from_start(place, 0, size, rtl=worn.rtl), size, size)
        painter.drawPixmap(at.topLeft(), worn.pixmap(sign, sign_ink, SIGN))
    painter.setPen(worn.colour(ink))
    draw_line(painter, after(place, size + worn.px(_GAP), rtl=worn.rtl), text, dress)


_Piece = tuple[int, str, str]
_LINES: Final = 2


@lru_cache(maxsize=1024)
def _flowed(words: tuple[Word, ...], width: int, lead: int, apart: int, _look: object) -> list[list[_Piece]]:
    """The words in at most two lines; one too long for a line is broken, and goes on without its sign."""
    rows: list[list[_Piece]] = [[]]
    used = 0
    for word in words:
        wide = lead + advance(word.text, "caption") + 2
        if used and used + wide > width:
            rows.append([])
            used = 0
        if wide > width:
            first, second = _broken(word.text, width - lead)
            rows[-1].append((0, word.sign, first))
            rows.append([(0, f"{word.sign}+", second)])
            break
        rows[-1].append((used, word.sign, word.text))
        used += wide + apart
    return [row for row in rows if row][:_LINES]


def _broken(text: str, width: int) -> tuple[str, str]:
    """As many words as a line holds, and the rest."""
    words = text.split(" ")
    count = len(words)
    while count > 1 and advance(" ".join(words[:count]), "caption") > width:
        count -= 1
    return " ".join(words[:count]), " ".join(words[count:])


_CELLS: Final = {
    BOXES: _paint_box,
    NAME: _paint_name,
    SCHEMES: _paint_scheme,
    CHAIN: _paint_chain,
    EVIDENCE: _paint_evidence,
    DUE: _paint_due,
}
