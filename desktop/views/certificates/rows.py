"""A certificate as a row of the register, its texts ready to be painted; no Qt."""

from typing import Final

from desktop.language.window import Texts, Words
from desktop.models.vocabulary import CertificateState
from desktop.services.certificate_register import CertificateRow
from desktop.services.wording import isolate
from desktop.views.certificate_state.wording import days_left, state_chip
from desktop.views.records.cells import Cell, Column, Row

_WIDTHS: Final = {
    "number": (138, True),
    "holder": (0, True),
    "level": (190, False),
    "issued_on": (96, True),
    "last_valid_day": (116, True),
    "state": (146, False),
    "code": (100, False),
}
"""Column → width at 100 % (0 takes the rest) and whether its title sorts."""


def columns(text: Texts) -> list[Column]:
    """The columns of the register."""
    return [
        Column(code, text(f"column.{code}"), wide, sorts, goes=code == "issued_on")
        for code, (wide, sorts) in _WIDTHS.items()
    ]


def row_of(one: CertificateRow, words: Words, text: Texts) -> Row:
    """One certificate."""
    formats, chip = words.formats, state_chip(one.state, words)
    level = text("no_level") if one.level is None else words.label(one.level)
    left = "" if one.days_left is None else days_left(one.days_left, words)
    last = formats.day(one.last_valid_day)
    cells = (
        Cell(isolate(formats.id(one.number)), text("of_dossier", number=one.dossier_number), weight=500),
        Cell(one.holder, isolate(one.subject), weight=500),
        Cell(level),
        Cell(formats.day(one.issued_on)),
        Cell(last, left, colour="amberFg" if one.expires_soon else "text"),
        Cell(chip.word, icon=chip.icon, family=chip.family),
        _code_cell(one, text),
    )
    spoken = text(
        "spoken", number=one.number, holder=one.holder, subject=one.subject, state=chip.word, last=last
    )
    return Row(one.id, cells, faded=one.state is not CertificateState.VALID, spoken=spoken)


def _code_cell(one: CertificateRow, text: Texts) -> Cell:
    if one.code_seen:
        return Cell(text("code.seen"), icon="check", colour="text2", tip=text("code.seen.tip"))
    if one.state is not CertificateState.VALID:
        return Cell()
    return Cell(text("code.unseen"), icon="circle-dashed", colour="amberFg", tip=text("code.unseen.tip"))
