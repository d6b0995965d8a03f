"""What every tab beside the review is: it reads when it is shown and whenever the dossier changed."""

from PySide6 import QtWidgets

from desktop.views.desk import Desk
from desktop.views.dossier.presenter import DossierPresenter


class Tab(QtWidgets.QWidget):
    """Override `read` and `show_data`."""

    def __init__(self, desk: Desk, presenter: DossierPresenter) -> None:
        super().__init__()
        self.desk, self.presenter = desk, presenter

    def refresh(self) -> None:
        """Read again."""
