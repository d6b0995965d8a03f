"""Notes which rows a unit of work changes, so that whoever shows them can be told once it is committed."""

from typing import Final

from sqlalchemy import event, inspect
from sqlalchemy.orm import ORMExecuteState, Session, UOWTransaction
from sqlalchemy.sql.dml import UpdateBase

from desktop.models.journal import JournalHead

Changed = frozenset[tuple[str, int]]
"""Nouns and ids: the table of a row and its id; 0 where rows have no number, or a statement changed them."""

_CHANGED: Final = "changed_rows"
_DOSSIER: Final = "dossier"


def note_changes(session: Session) -> None:
    """Note from now on what this session changes; `changed_in` gives it."""
    session.info[_CHANGED] = set()
    event.listen(session, "after_flush", _note_flushed)
    event.listen(session, "do_orm_execute", _note_statement)


def changed_in(session: Session) -> Changed:
    """What has changed so far; what belongs to a dossier, or is journalled of it, changes the dossier too."""
    return frozenset(session.info[_CHANGED])


def _note_flushed(session: Session, _: UOWTransaction) -> None:
    noted: set[tuple[str, int]] = session.info[_CHANGED]
    # A row that was set to what it said before is dirty to the session, but has not changed.
    changed = [row for row in session.dirty if session.is_modified(row)]
    for row in (*session.new, *changed, *session.deleted):
        mapper = inspect(row).mapper
        key = mapper.primary_key_from_instance(row)
        numbered = len(key) == 1 and isinstance(key[0], int)
        noted.add((mapper.local_table.name, key[0] if numbered else 0))
        dossier_id = getattr(row, "chain" if isinstance(row, JournalHead) else "dossier_id", None)
        if dossier_id:
            noted.add((_DOSSIER, dossier_id))


def _note_statement(state: ORMExecuteState) -> None:
    if isinstance(state.statement, UpdateBase):
        state.session.info[_CHANGED].add((str(state.statement.table), 0))
