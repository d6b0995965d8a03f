"""The other tabs of the page, each made when it is first wanted."""

from collections.abc import Callable
from typing import Final

from desktop.views.desk import Desk
from desktop.views.dossier.presenter import DossierPresenter
from desktop.views.dossier.tabs.tab import Tab

_MAKERS: Final[dict[str, Callable[[Desk, DossierPresenter], Tab]]] = {}


def make_tab(code: str, desk: Desk, presenter: DossierPresenter) -> Tab:
    """The tab with this code."""
    return _MAKERS.get(code, Tab)(desk, presenter)
