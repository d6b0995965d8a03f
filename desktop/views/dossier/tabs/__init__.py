"""The other tabs of the page, each made when it is first wanted."""

from typing import Final

from desktop.views.desk import Desk
from desktop.views.dossier.presenter import DossierPresenter
from desktop.views.dossier.tabs.certificates import CertificatesTab
from desktop.views.dossier.tabs.documents import DocumentsTab
from desktop.views.dossier.tabs.history import HistoryTab
from desktop.views.dossier.tabs.information import InformationTab
from desktop.views.dossier.tabs.letters import LettersTab
from desktop.views.dossier.tabs.notes import NotesTab
from desktop.views.dossier.tabs.tab import Tab

__all__ = ["Tab", "make_tab"]

_TABS: Final[dict[str, type[Tab]]] = {
    "information": InformationTab,
    "documents": DocumentsTab,
    "history": HistoryTab,
    "notes": NotesTab,
    "letters": LettersTab,
    "certificates": CertificatesTab,
}


def make_tab(code: str, desk: Desk, presenter: DossierPresenter) -> Tab:
    """The tab with this code, already reading."""
    tab = _TABS[code](desk, presenter)
    tab.refresh()
    return tab
