"""Lists of dossiers as queues, searches and stacks show them."""

from collections.abc import Iterable

from desktop.commands.answers import table
from desktop.language.messages import Messages
from desktop.services.queues import QueueRow


def dossier_rows(rows: Iterable[QueueRow], say: Messages) -> list[str]:
    """One line a dossier."""
    names = ("number", "applicant", "subject", "status", "round", "due", "claimed_by")
    return table([say.label(name) for name in names], (_cells(row, say) for row in rows))


def _cells(row: QueueRow, say: Messages) -> list[str]:
    shown = say.formats.shown
    return [
        shown(row.number),
        row.applicant_name,
        shown(row.subject),
        say.formats.label(row.status_label),
        shown(row.round),
        shown(row.due_at),
        row.claimed_by or shown(None),
    ]
