"""Certificates among the results, as rows of a list."""

from desktop.language.window import Words
from desktop.services.certificate_register import CertificateRow
from desktop.services.wording import isolate
from desktop.views.certificate_state.wording import state_chip
from desktop.views.records.cells import Cell, Column, Row


def columns(words: Words) -> list[Column]:
    """Their columns."""
    text = words.of("results")
    return [
        Column("holder", text("column.holder")),
        Column("number", text("column.number"), 150),
        Column("state", text("column.state"), 150),
        Column("last_valid_day", text("column.last_valid_day"), 150, goes=True),
    ]


def row_of(one: CertificateRow, words: Words) -> Row:
    """One certificate."""
    chip, formats = state_chip(one.state, words), words.formats
    dossier = words.of("results")("of_dossier", number=one.dossier_number)
    cells = (
        Cell(one.holder, isolate(one.subject), weight=500),
        Cell(isolate(formats.id(one.number)), dossier),
        Cell(chip.word, icon=chip.icon, family=chip.family),
        Cell(formats.day(one.last_valid_day)),
    )
    return Row(one.id, cells)
