"""Which offices this machine has and who works in them; founds one where there is none. No Qt."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from platformdirs import user_data_path

from desktop.models.errors import NotFound, ParvandehError, RuleBroken
from desktop.models.vocabulary import Role
from desktop.services import unit_of_work
from desktop.services.database import Database, open_office
from desktop.services.office_card import office_card
from desktop.services.people import PersonRow, list_people


@dataclass(frozen=True)
class OpenOffice:
    """An open office and the people who may sit down in it."""

    database: Database
    name: dict[str, str]
    is_demo: bool
    people: list[PersonRow]


def office_folder() -> Path:
    """Where the office of this user is."""
    return user_data_path("parvandeh") / "office"


def demo_folder() -> Path:
    """Where the demo office is, apart from a real one."""
    return user_data_path("parvandeh") / "demo"


class SignInPresenter:
    """Opens the office in `folder`; without one it offers to make it."""

    def __init__(self, folder: Path, now: Callable[[], datetime]) -> None:
        self.folder, self._now = folder, now

    def open(self) -> OpenOffice | None:
        """The office, or None where there is none; raises Unavailable when it cannot be opened."""
        try:
            database = open_office(self.folder)
        except NotFound:
            return None
        return self._opened(database)

    def make(self, name: str, username: str, person: str) -> OpenOffice:
        """Found an office with its first administrator; raises RuleBroken("sign_in.empty")."""
        if not all(said.strip() for said in (name, username, person)):
            raise RuleBroken("sign_in.empty")
        # Whoever opens an office that is there does not wait for what makes one.
        from desktop.services.founding import Founder, found_office  # noqa: PLC0415

        roles = frozenset({Role.ADMINISTRATOR, Role.CLERK, Role.REVIEWER})
        founder = Founder(username.strip(), person.strip(), roles)
        labels = dict.fromkeys(("fa", "ar", "en"), name.strip())
        return self._opened(found_office(self.folder, labels, [founder], self._now()))

    def make_demo(self) -> Iterator[Any]:
        """Make the demo office; yields progress."""
        from desktop.services.demo.making import DOSSIERS, remake_demo_office  # noqa: PLC0415

        self.folder = demo_folder()
        self.folder.parent.mkdir(parents=True, exist_ok=True)
        yield from remake_demo_office(self.folder, self._now(), DOSSIERS)

    @staticmethod
    def _opened(database: Database) -> OpenOffice:
        try:
            with unit_of_work.reading(database) as session:
                card, people = office_card(session), list_people(session)
        except ParvandehError:
            database.close()
            raise
        active = [person for person in people if person.active]
        return OpenOffice(database, dict(card.name), card.is_demo, active)
