"""Writes a list of dossiers as a spreadsheet people can sort and print: ids as text, days twice."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Final

import xlsxwriter  # type: ignore[import-untyped]

from desktop.language.window import Words
from desktop.models.vocabulary import Language
from desktop.services import wording
from desktop.services.database import Database
from desktop.services.desk_rows import DeskRow, desk_rows
from desktop.services.durable_files import put_over, unfinished_beside
from desktop.services.people import Actor
from desktop.services.unit_of_work import reading

ROWS_AT_ONCE: Final = 500
COLUMNS: Final = (
    ("number", 14),
    ("applicant", 34),
    ("subject", 30),
    ("scheme", 24),
    ("kind", 16),
    ("status", 24),
    ("round", 8),
    ("changes", 10),
    ("due", 18),
    ("due_iso", 18),
    ("since", 18),
    ("since_iso", 18),
    ("holder", 22),
    ("cautions", 40),
)
"""Codes of the headings, `sheet.<code>` in the texts of queues, and widths in letters."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the writing is."""

    done: int
    total: int


def write_list(
    database: Database, actor: Actor, ids: Sequence[int], words: Words, path: Path
) -> Iterator[Progress]:
    """Write these dossiers to `path`, a page at a time; nothing is left there when it is stopped.

    Raises Unavailable for what the disk refuses.
    """
    with unfinished_beside(path) as folder:
        made = folder / path.name
        yield from _write(database, actor, ids, words, made)
        put_over(made, path)


def _write(
    database: Database, actor: Actor, ids: Sequence[int], words: Words, path: Path
) -> Iterator[Progress]:
    text = words.of("queue")
    # Rows leave the memory as soon as the next is begun.
    with xlsxwriter.Workbook(str(path), {"constant_memory": True, "strings_to_formulas": False}) as book:
        sheet = book.add_worksheet(text("sheet.name"))
        if words.language is not Language.ENGLISH:
            sheet.right_to_left()
        bold, plain = book.add_format({"bold": True, "num_format": "@"}), book.add_format({"num_format": "@"})
        for place, (_, width) in enumerate(COLUMNS):
            sheet.set_column(place, place, width, plain)
        sheet.freeze_panes(1, 0)
        for place, (code, _) in enumerate(COLUMNS):
            sheet.write_string(0, place, text(f"sheet.{code}"), bold)
        done = 0
        for start in range(0, len(ids), ROWS_AT_ONCE):
            with reading(database) as session:
                rows = desk_rows(session, actor, ids[start : start + ROWS_AT_ONCE])
            for row in rows:
                done += 1
                _write_row(sheet, done, _cells(row, words), plain)
            yield Progress(min(start + ROWS_AT_ONCE, len(ids)), len(ids))
        sheet.autofilter(0, 0, done, len(COLUMNS) - 1)


def _write_row(sheet: Any, number: int, cells: Sequence[str | int], plain: Any) -> None:
    for place, value in enumerate(cells):
        if isinstance(value, int):
            sheet.write_number(number, place, value)
        elif value:
            sheet.write_string(number, place, value, plain)


def _cells(row: DeskRow, words: Words) -> tuple[str | int, ...]:
    cautions = [words.of("queue")(f"caution.{one}") for one in sorted(row.cautions)]
    return (
        row.number,
        row.applicant_name,
        row.subject,
        words.label(row.scheme_title),
        words.word("dossier_kind", row.kind),
        words.label(row.status_label),
        row.round,
        row.changes,
        *_twice(row.due.due_at),
        *_twice(row.at_desk_since),
        row.holder or "",
        "؛ ".join(cautions),
    )


def _twice(moment: datetime | None) -> tuple[str, str]:
    """A moment by the Jalali calendar and as ISO, both by Tehran's clock; neither when there is none."""
    if moment is None:
        return "", ""
    local = wording.in_tehran(moment)
    return wording.format_moment(moment, Language.ENGLISH), f"{local:%Y-%m-%d %H:%M}"
