"""Gestures of the whole page: deciding, referring, noting, copying; each asks first where it should."""

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui, QtWidgets

from desktop.services.people import PersonRow
from desktop.services.seen import follow, unfollow
from desktop.views.dossier.decision.choices import Offer
from desktop.views.dossier.decision.dialogs import ask_decision, ask_note, ask_referral
from desktop.views.dossier.menu import PageMenu
from desktop.views.keys import is_typing
from desktop.views.navigation import route

if TYPE_CHECKING:
    from desktop.views.dossier.screen import DossierScreen


class Gestures:
    """What a person does with the dossier as a whole."""

    def __init__(self, screen: "DossierScreen") -> None:
        self._screen = screen
        self.dialog: QtWidgets.QDialog | None = None
        """The one that was opened last."""

    def decide(self, offer: Offer) -> None:
        """Ask before a decision and take it."""
        decision = self._screen.presenter.decision
        if not offer.is_open:
            return
        self.dialog = ask_decision(
            decision.question(offer),
            self._screen,
            lambda note, ended: decision.take(offer, note, ended),
        )

    def decide_main(self) -> None:
        """Ask about the main decision."""
        main = self._screen.presenter.decision.bar.main
        if main is not None:
            self.decide(main)

    def refer(self) -> None:
        """Ask to whom the dossier goes, and hand it over."""
        self._screen.presenter.decision.read_receivers(self._ask_referral, self._screen)

    def note(self) -> None:
        """Write an internal note."""
        screen = self._screen
        page = screen.presenter.page
        if page is not None:
            name = page.title
            self.dialog = ask_note(name, screen.text, screen, screen.presenter.notes.write)

    def preview(self) -> None:
        """See the deficiency notice as it would go out."""
        self._screen.desk.go(route("notice", id=self._screen.presenter.dossier_id))

    @property
    def may_undo(self) -> bool:
        """Whether something was done here that can be taken back."""
        presenter = self._screen.presenter
        held = presenter.page is not None and presenter.page.held is not None
        return presenter.review.verdicts.can_undo or held

    def undo(self) -> None:
        """Take back what was done last: a verdict or a mark, else the last act on the dossier."""
        presenter = self._screen.presenter
        if not presenter.review.verdicts.undo():
            presenter.decision.undo()

    def leave(self) -> None:
        """Leave what has the keyboard: a mark being drawn, a text, the drawer; else the page."""
        screen, review = self._screen, self._screen.review
        marking = review.viewer.viewer.pane.canvas.marking
        focus = screen.window().focusWidget()
        if marking.is_on:
            review.viewer.viewer.toggle_marking()
        elif is_typing(focus) and screen.isAncestorOf(focus):
            screen.first_focus().setFocus()
        elif review.is_narrow and review.changes.isVisible():
            review.close_drawer()
        else:
            screen.desk.back()

    def confirm_group(self) -> None:
        """Confirm what is accepted and unchanged in the group of the item at hand."""
        screen = self._screen
        count = screen.presenter.review.confirm_group()
        if count:
            screen.desk.tell(screen.text("group.confirmed", count=count), self.undo)
        else:
            screen.desk.tell(screen.text("group.nothing_to_confirm"))

    def claim_or_release(self) -> None:
        """Take the dossier in hand, or put it back."""
        decision = self._screen.presenter.decision
        if decision.page.details.claimed_by == self._screen.desk.person.name:
            decision.release()
        else:
            decision.claim()

    def follow(self) -> None:
        """Be told of what becomes of the dossier, or no more."""
        screen, presenter = self._screen, self._screen.presenter
        follows = presenter.page is not None and presenter.page.is_followed
        work, said = (unfollow, "told.unfollowed") if follows else (follow, "told.followed")
        presenter.line.write(
            lambda session, actor: work(session, actor, presenter.dossier_id),
            lambda _: screen.desk.tell(screen.text(said)),
        )

    def copy_number(self) -> None:
        """Put the number on the clipboard, as it is written in the office."""
        page = self._screen.presenter.page
        if page is not None:
            self._copy(page.details.number)

    def copy_link(self) -> None:
        """Put a link to the dossier on the clipboard."""
        page = self._screen.presenter.page
        if page is not None:
            self._copy(f"parvandeh:dossier/{page.details.number.replace('/', '-')}")

    def open_menu(self, corner: QtCore.QPoint) -> None:
        """Show everything else that can be done."""
        self.menu = PageMenu(self._screen)
        self.menu.popup(corner)

    def _copy(self, words: str) -> None:
        QtGui.QGuiApplication.clipboard().setText(words)
        self._screen.desk.tell(self._screen.text("told.copied", text=words))

    def _ask_referral(self, people: list[PersonRow]) -> None:
        screen, decision = self._screen, self._screen.presenter.decision
        name = decision.page.title
        self.dialog = ask_referral(name, people, screen.text, screen, decision.refer)
