"""Every screen opens in three languages, both themes and two sizes of text, with all its words in place."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import product
from typing import Any

import pytest
from PySide6 import QtCore

from desktop.models.vocabulary import Language
from desktop.services.certificate_register import RegisterQuery, certificate_ids
from desktop.services.database import Database, open_office
from desktop.services.office_card import office_card
from desktop.services.people import list_people
from desktop.services.queues import QueueQuery, first_page
from desktop.services.unit_of_work import reading
from desktop.views.background import AtOnce
from desktop.views.desk import Desk, Place
from desktop.views.main_window import MainWindow
from desktop.views.navigation import Route, route
from desktop.views.registry import SCREENS
from desktop.views.shell.looks import dress
from tests.builders.demo import AT, a_demo_office
from tests.views.what_is_seen import cut_in, nameless_in, settle, words_wrong_in

NOT_YET: set[str] = set()
"""Screens of the registry that are still being written."""
SIZES = (QtCore.QSize(1600, 1000), QtCore.QSize(1180, 680))
LOOKS = [
    (language, theme, scale) for language, theme, scale in product(Language, ("light", "dark"), (1.0, 2.0))
]


@dataclass(frozen=True)
class Seen:
    """A screen as one person opens it; `status` names the dossiers one of which is shown."""

    username: str
    screen: str
    status: str = ""
    arguments: Any = None


SEEN = (
    Seen("mina", "home"),
    Seen("nasrin", "home"),
    Seen("mina", "queue", arguments={"queue": "mine"}),
    Seen("nasrin", "queue", arguments={"queue": "all"}),
    Seen("mina", "dossier", "under_review"),
    Seen("mina", "dossier", "deficient"),
    Seen("kamran", "dossier", "active"),
    Seen("mina", "notice", "under_review"),
    Seen("leila", "papers"),
    Seen("kamran", "approval"),
    Seen("nasrin", "counter"),
    Seen("nasrin", "intake"),
    Seen("mina", "certificates"),
    Seen("mina", "certificate"),
    Seen("omid", "journal"),
    Seen("omid", "schemes"),
    Seen("omid", "staff"),
    Seen("omid", "office_calendar"),
    Seen("omid", "jobs"),
    Seen("mina", "results", arguments={"search": "کالا"}),
    Seen("mina", "notifications"),
    Seen("mina", "settings"),
    Seen("omid", "about"),
)


def _id(seen: Seen) -> str:
    return "-".join(filter(None, (seen.screen, seen.username, seen.status)))


@pytest.fixture(scope="module")
def demo_office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    """A demo office with a dossier of each course; screens only look at it."""
    database = open_office(a_demo_office(tmp_path_factory.mktemp("demo")))
    yield database
    database.close()


@pytest.fixture
def troubles() -> list[str]:
    return []


@pytest.fixture
def open_window(qtbot, demo_office, troubles):
    """Open the window of somebody in a look; what it has to tell of troubles is kept."""

    def open_it(seen: Seen, language: Language, theme: str, scale: float, size: QtCore.QSize) -> MainWindow:
        desk = _desk(demo_office, seen.username, language)
        desk.preferences.choose_for_now(
            {"language": language.value, "theme": theme, "scale": scale, "still": True}
        )
        dress(desk)
        for signal in (desk.messages.refused, desk.messages.unavailable):
            signal.connect(troubles.append)
        desk.messages.fault.connect(lambda error: troubles.append(repr(error)))
        window = MainWindow(desk, desk.read_now(lambda *known: _route(seen, *known)))
        qtbot.addWidget(window)
        window.resize(size)
        window.show()
        settle()
        return window

    return open_it


@pytest.mark.parametrize("seen", [seen for seen in SEEN if seen.screen not in NOT_YET], ids=_id)
@pytest.mark.parametrize(("language", "theme", "scale"), LOOKS)
def test_a_screen_opens_in_every_look_with_all_its_words(
    open_window, qtlog, troubles, seen, language, theme, scale
):
    window = open_window(seen, language, theme, scale, SIZES[0])
    assert window.screen_shown is not None
    assert (troubles, window.screen_shown.route.screen) == ([], seen.screen)
    assert window.screen_shown.title().strip()
    assert all(window.name_of(command).strip() for command in window.commands())
    faults = [*words_wrong_in(window, language), *nameless_in(window)]
    for size in SIZES if scale == 1.0 else ():
        window.resize(size)
        settle()
        faults += [f"{size.width()}: {one}" for one in cut_in(window)]
    window.close()
    faults += [record.message for record in qtlog.records]
    assert not faults, "\n".join(faults)


def test_every_screen_of_the_registry_is_opened_here():
    assert {seen.screen for seen in SEEN} == set(SCREENS)


def _desk(database: Database, username: str, language: Language) -> Desk:
    with reading(database) as session:
        people, card = list_people(session), office_card(session)
    person = next(one for one in people if one.username == username)
    return Desk(Place(database, dict(card.name), card.is_demo), person, AtOnce(), language, _now)


def _now() -> datetime:
    return AT


def _route(seen: Seen, session: Any, actor: Any) -> Route:
    if seen.status:
        (row,) = first_page(session, actor, QueueQuery("all", statuses=(seen.status,)), 1).rows
        return route(seen.screen, id=row.id)
    if seen.screen == "certificate":
        return route(seen.screen, id=certificate_ids(session, actor, RegisterQuery())[0])
    return route(seen.screen, **(seen.arguments or {}))
