"""What a person does with one dossier of a list without opening it."""

from collections.abc import Callable

from PySide6 import QtCore, QtGui, QtWidgets

from desktop.services import claims, notes, seen, undoing
from desktop.services.claims import Claimed
from desktop.views.desk import Desk
from desktop.views.dossier_list.lines import Line
from desktop.views.navigation import route
from desktop.views.queue.refer import ReferDialog
from desktop.views.widgets.dialog import Choice, Dialog, Reason

LINK = "parvandeh://dossier/{number}"
"""What is copied as the link of a dossier."""

HasLeft = Callable[[int, str], object]


class Acts(QtCore.QObject):
    """Acts on the dossier `chosen` gives; `has_left` hears that it left the list, and where it went."""

    def __init__(
        self, desk: Desk, over: QtWidgets.QWidget, chosen: Callable[[], Line | None], has_left: HasLeft
    ) -> None:
        super().__init__(over)
        self._desk, self._over = desk, over
        self._chosen, self._has_left = chosen, has_left
        self._text = desk.words.of("queue")

    def why_not(self) -> str | None:
        """Why nothing can be done: no dossier is chosen."""
        return None if self._chosen() is not None else self._text("nothing_chosen")

    def why_not_refer(self) -> str | None:
        """Why the chosen dossier cannot be referred."""
        line = self._chosen()
        if line is None:
            return self._text("nothing_chosen")
        may = line.is_mine or "supervisor" in self._desk.person.roles
        return None if may else self._text("not_in_your_hands")

    def refer(self) -> None:
        """Hand the chosen dossier to a colleague, with a reason."""
        line = self._chosen()
        if line is not None:
            dialog = ReferDialog(self._desk, self._over, [line.id], line.name)
            dialog.referred.connect(lambda who: self._referred(line, who))
            dialog.open()

    def note(self) -> None:
        """Write an internal note; it stays in the office."""
        line = self._chosen()
        if line is None:
            return
        text = self._text
        dialog = Dialog(
            text("note.title", name=line.name),
            choices=[Choice("keep", text("note.keep"), "primary"), Choice("leave", text("leave"))],
            reason=Reason(text("note.label"), text("note.explained")),
            parent=self._over,
        )
        dialog.ask_for(lambda code, written: self._write_note(line, written) if code == "keep" else None)

    def follow(self) -> None:
        """Follow the chosen dossier, or no longer."""
        line = self._chosen()
        if line is None:
            return
        follows = line.is_followed
        act = seen.unfollow if follows else seen.follow
        said = self._text("unfollowed" if follows else "followed", name=line.name)
        self._desk.write(
            lambda session, actor: act(session, actor, line.id), lambda _: self._desk.tell(said), owner=self
        )

    def claim(self) -> None:
        """Take the chosen dossier in hand, or put it back."""
        line = self._chosen()
        if line is None:
            return
        act = claims.release if line.is_mine else claims.claim
        said = self._text("released" if line.is_mine else "claimed", name=line.name)

        def done(_answer: object) -> None:
            if line.is_mine:
                self._has_left(line.id, self._text("was_released"))
            self._desk.tell(said, self.undo_of(line.id))

        self._desk.write(lambda session, actor: act(session, actor, line.id), done, owner=self)

    def take_next(self) -> None:
        """Take the most urgent free dossier in hand and open it."""

        def taken(claimed: Claimed) -> None:
            self._desk.tell(self._text("taken", number=claimed.number), self.undo_of(claimed.dossier_id))
            self._desk.go(route("dossier", id=claimed.dossier_id, queue="mine"))

        self._desk.write(claims.claim_next, taken, owner=self)

    def copy_number(self) -> None:
        """Copy the number of the chosen dossier."""
        self._copy(lambda line: line.number, "number_copied")

    def copy_link(self) -> None:
        """Copy a link to the chosen dossier."""
        self._copy(lambda line: LINK.format(number=line.number), "link_copied")

    def undo_of(self, dossier_id: int) -> Callable[[], object]:
        """What takes the newest act on a dossier back."""
        return lambda: self._desk.write(
            lambda session, actor: undoing.undo(session, actor, dossier_id),
            lambda _: self._desk.tell(self._text("undone")),
        )

    def _write_note(self, line: Line, written: str) -> None:
        self._desk.write(
            lambda session, actor: notes.write_note(session, actor, line.id, written),
            lambda _: self._desk.tell(self._text("note.kept", name=line.name)),
            owner=self,
        )

    def _referred(self, line: Line, receiver: str) -> None:
        self._has_left(line.id, self._text("was_referred", name=receiver))
        self._desk.tell(self._text("referred", name=line.name, to=receiver), self.undo_of(line.id))

    def _copy(self, what: Callable[[Line], str], said: str) -> None:
        line = self._chosen()
        if line is not None:
            QtGui.QGuiApplication.clipboard().setText(what(line))
            self._desk.tell(self._text(said), None, 3)
