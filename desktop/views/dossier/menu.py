"""The menu of the page: what is done seldom, and decisions that end a dossier, each with its reason."""

from typing import TYPE_CHECKING

from PySide6 import QtWidgets

from desktop.services.dossier_page import Standing

if TYPE_CHECKING:
    from desktop.views.dossier.screen import DossierScreen


class PageMenu(QtWidgets.QMenu):
    """Made anew whenever it opens."""

    def __init__(self, screen: "DossierScreen") -> None:
        super().__init__(screen)
        self.setToolTipsVisible(True)
        gestures, decision = screen.gestures, screen.presenter.decision
        self._text = screen.text
        self._add("copy_number", gestures.copy_number)
        self._add("copy_link", gestures.copy_link)
        self._add("unfollow" if decision.page.is_followed else "follow", gestures.follow)
        self.addSeparator()
        standing = decision.page.standing
        if standing is Standing.FREE:
            self._add("claim", decision.claim)
        if standing is Standing.IN_HAND:
            self._add("release", decision.release)
        if decision.may_refer:
            self._add("refer", gestures.refer)
        self._add("history", lambda: screen.show_tab("history"))
        if decision.bar.menu:
            self.addSeparator()
        for offer in decision.bar.menu:
            action = self.addAction(offer.text)
            action.setEnabled(offer.is_open)
            action.setToolTip(offer.reason or "")
            action.triggered.connect(lambda _checked=False, offer=offer: gestures.decide(offer))

    def _add(self, code: str, run: object) -> None:
        self.addAction(self._text(f"menu.{code}")).triggered.connect(run)
