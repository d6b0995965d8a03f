"""The home page: what waits now, the day, what changed; plain lists whose every number is a link."""

from collections.abc import Sequence
from functools import partial

from PySide6 import QtCore, QtWidgets

from desktop.views.changes import Change
from desktop.views.desk import Desk
from desktop.views.home.page import KEYS, Page
from desktop.views.home.parts import EntryLine, NextCard, PartView
from desktop.views.home.presenter import HomePresenter
from desktop.views.layouts import empty
from desktop.views.navigation import Route
from desktop.views.screen import Command, Screen
from desktop.views.shell.grounds import on_ground
from desktop.views.theme.look import look
from desktop.views.widgets.banner import Banner
from desktop.views.widgets.label import Label
from desktop.views.widgets.margins import set_margins


class HomeScreen(Screen):
    """What waits for this person."""

    code = "home"

    def __init__(self, desk: Desk, route: Route) -> None:
        super().__init__(desk, route)
        on_ground(self, "surface")
        self.presenter = HomePresenter(desk, self)
        self.parts: list[PartView] = []
        self.next_card: NextCard | None = None
        self._banner: Banner | None = None
        self._whole = QtWidgets.QVBoxLayout(self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.setSpacing(0)
        inside = QtWidgets.QWidget()
        on_ground(inside, "surface")
        column = QtWidgets.QVBoxLayout(inside)
        set_margins(column, 24, 16, 24, 24)
        column.setSpacing(look().px(16))
        self._today = Label("", "dense", 400, "text2")
        title = QtWidgets.QVBoxLayout()
        title.setSpacing(look().px(2))
        title.addWidget(Label(desk.person.name, "h1"))
        title.addWidget(self._today)
        column.addLayout(title)
        self._columns = QtWidgets.QBoxLayout(QtWidgets.QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(look().px(40))
        column.addLayout(self._columns)
        column.addStretch(1)
        self._area = QtWidgets.QScrollArea()
        self._area.setFrameShape(QtWidgets.QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(QtCore.Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidgetResizable(True)
        self._area.setWidget(inside)
        self._whole.addWidget(self._area, 1)
        self.presenter.load()

    # --- what a screen is

    def commands(self) -> Sequence[Command]:
        """The next dossier, and a number for each of the first links."""
        numbers = [
            Command(f"link_{one}", str(one), partial(self._go, one), partial(self._why_no_link, one))
            for one in range(1, KEYS + 1)
        ]
        return (
            Command("take_next", "Ctrl+.", self.presenter.take_next, self._why_not_next),
            Command("next", "J", partial(self._step, 1)),
            Command("previous", "K", partial(self._step, -1)),
            *numbers,
        )

    def hints(self) -> Sequence[str]:
        """The next dossier where there is one, and the first number."""
        own = ("take_next",) if self.next_card is not None else ()
        return (*own, "next", "previous", "link_1")

    def refresh(self) -> None:
        """Count again; the keyboard stays where it is."""
        self.presenter.load()

    def interested_in(self, changes: frozenset[Change]) -> bool:
        """Anything but what people choose for themselves."""
        return any(noun != "preference" for noun, _ in changes)

    def first_focus(self) -> QtWidgets.QWidget:
        """The button that takes the next dossier, or the first link."""
        if self.next_card is not None and self.next_card.button is not None:
            return self.next_card.button
        return next(iter(self.links()), self)

    # --- what the presenter tells

    def show_page(self, page: Page) -> None:
        """The page has been read."""
        if self._banner is not None:
            self._banner.deleteLater()
            self._banner = None
        place = self._place_of_keyboard()
        self._today.setText(page.today)
        empty(self._columns)
        self.parts, self.next_card = [], None
        keys = {id(entry): str(number) for number, entry in enumerate(page.keyed(), 1)}
        for number, parts in enumerate(page.columns):
            holder = QtWidgets.QWidget()
            # As wide as the others, whatever stands in it.
            holder.setSizePolicy(QtWidgets.QSizePolicy.Policy.Ignored, QtWidgets.QSizePolicy.Policy.Preferred)
            column = QtWidgets.QVBoxLayout(holder)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(look().px(22))
            if number == 0 and page.next is not None:
                self.next_card = NextCard(page.next, self.text)
                self.next_card.taken.connect(self.presenter.take_next)
                column.addWidget(self.next_card)
            for part in parts:
                view = PartView(part, self.desk.go, keys)
                self.parts.append(view)
                column.addWidget(view)
            column.addStretch(1)
            self._columns.addWidget(holder, 1)
        if place is not None and place < len(self.links()):
            self.links()[place].setFocus()

    def show_failure(self, error: Exception) -> None:
        """The page could not be read; what was read last stays."""
        if self._banner is None:
            again = (self.desk.words.of("queue")("try_again"), self.presenter.load)
            self._banner = Banner("amber", self.text("not_read"), [again])
            self._whole.insertWidget(0, self._banner)
        self.desk.messages.show(error)

    # --- inside

    def links(self) -> list[EntryLine]:
        """Every line that leads somewhere, in the order of the page."""
        return [link for part in self.parts for link in part.links]

    def _go(self, number: int) -> None:
        self.desk.go(self.presenter.links()[number - 1])

    def _why_no_link(self, number: int) -> str | None:
        has_link = number <= len(self.presenter.links())
        return None if has_link else self.text("no_link", number=number)

    def _why_not_next(self) -> str | None:
        page = self.presenter.page
        return None if page is not None and page.next and page.next.line else self.text("nothing_free")

    def _step(self, by: int) -> None:
        links = self.links()
        place = self._place_of_keyboard()
        if links:
            links[0 if place is None else max(0, min(place + by, len(links) - 1))].setFocus(
                QtCore.Qt.FocusReason.TabFocusReason
            )

    def _place_of_keyboard(self) -> int | None:
        return next((place for place, link in enumerate(self.links()) if link.hasFocus()), None)
