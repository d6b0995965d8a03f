"""Dossiers that wait for papers as rows of a list: who, until when, and how many of their papers are here."""

from desktop.language.window import Words
from desktop.models.vocabulary import PaperVerdict, Phase
from desktop.services.papers_desk import PapersRow
from desktop.services.people import Actor
from desktop.services.wording import isolate
from desktop.views.dossier_list.writing import APART, LineWriter
from desktop.views.records.cells import Cell, Row


class ListWriter:
    """Writes rows for one person at one moment."""

    def __init__(self, words: Words, actor: Actor) -> None:
        self._words, self._text, self._formats = words, words.of("papers"), words.formats
        self._queue = LineWriter(words, actor.at)

    def row(self, row: PapersRow) -> Row:
        """One dossier in finished words."""
        dossier = row.dossier
        line = self._queue.line(dossier)
        number = isolate(self._formats.id(dossier.number))
        due = line.due.words if line.due else ""
        below = f"{number}{APART}{due}" if due else number
        weight = 700 if dossier.unread else 500
        stand = self._stand(row)
        name = Cell(line.name, below, weight, tip=f"{line.name}\n{below}")
        return Row(dossier.id, (name, stand), spoken=f"{line.spoken}، {stand.text}")

    def _stand(self, row: PapersRow) -> Cell:
        if row.dossier.phase is Phase.WITH_APPLICANT:
            return Cell(self._text("stand.with_applicant"), family="amber", icon="user")
        if not row.received:
            return Cell(self._text("stand.awaited"), family="grey", icon="hourglass")
        if row.was_sent_again:
            return Cell(self._text("stand.sent_again"), family="blue", icon="back")
        pending = row.verdicts.get(PaperVerdict.PENDING, 0)
        if pending:
            return Cell(self._text("stand.pending", count=pending), family="violet", icon="papers")
        if row.verdicts.get(PaperVerdict.REJECTED, 0):
            return Cell(self._text("stand.rejected"), family="red", icon="x")
        return Cell(self._text("stand.judged"), family="green", icon="check")
