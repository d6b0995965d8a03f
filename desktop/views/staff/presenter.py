"""Who works here and in which roles; every change is the staffing service's, with its trace. No Qt."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from desktop.language.window import capital
from desktop.models.vocabulary import Role
from desktop.services import hiring, leaving, permissions, staff_register, staffing
from desktop.services.permissions import Permissions
from desktop.services.staff_register import OpenWork, StaffRow
from desktop.views.records.cells import Cell, Row

if TYPE_CHECKING:
    from desktop.views.desk import Desk

Shown = Callable[[], object]


@dataclass(frozen=True)
class Staff:
    """Everybody, and what each role lets its people do."""

    people: tuple[StaffRow, ...]
    permissions: Permissions


class StaffPresenter:
    """Reads the people, keeps who is chosen, and passes every change on."""

    def __init__(self, desk: "Desk", owner: Any) -> None:
        self.desk, self._owner = desk, owner
        self._text = desk.words.of("staff")
        self.staff: Staff | None = None
        self.chosen: StaffRow | None = None

    def read(self, then: Shown) -> None:
        """Read everybody again."""

        def work(session: Any, actor: Any) -> Staff:
            people = staff_register.staff(session, actor)
            return Staff(tuple(people), permissions.permissions(session, actor))

        def keep(staff: Staff) -> None:
            self.staff = staff
            if self.chosen is not None:
                self.choose(self.chosen.id)
            then()

        self.desk.read(work, keep, owner=self._owner, lane="staff")

    def choose(self, person_id: int | None) -> None:
        """Show this person at the side."""
        people = self.staff.people if self.staff else ()
        self.chosen = next((person for person in people if person.id == person_id), None)

    def rows(self) -> list[Row]:
        """Everybody as a row of the list."""
        return [self._row(person) for person in (self.staff.people if self.staff else ())]

    def open_work(self, then: Callable[[list[OpenWork]], object]) -> None:
        """What the chosen person holds."""
        if self.chosen is not None:
            person_id = self.chosen.id
            self.desk.read(
                lambda session, _: staff_register.open_work(session, person_id),
                then,
                owner=self._owner,
                lane="open work",
            )

    def colleagues(self) -> list[tuple[str, str]]:
        """Who else works here: user name and name, for handing dossiers on."""
        people = self.staff.people if self.staff else ()
        return [
            (one.username, one.name)
            for one in people
            if one.active and (self.chosen is None or one.id != self.chosen.id)
        ]

    def hire(self, username: str, name: str, roles: Sequence[Role]) -> None:
        """Enter somebody new."""
        self._write(
            lambda session, actor: hiring.hire(session, actor, username, name, roles), "hired", person=name
        )

    def rename(self, name: str) -> None:
        """Put the chosen person's name right."""
        if (person := self.chosen) is not None and name.strip() != person.name:
            self._write(
                lambda session, actor: staffing.rename(session, actor, person.id, name),
                "renamed",
                person=name.strip(),
            )

    def change_roles(self, roles: Sequence[Role], refused: Callable[[Exception], object]) -> None:
        """Give the chosen person these roles and no others; `refused` hears why not."""
        if (person := self.chosen) is None or set(roles) == set(person.roles):
            return
        self._write(
            lambda session, actor: staffing.change_roles(session, actor, person.id, roles),
            "roles_changed",
            refused,
            person=person.name,
        )

    def disable(self) -> None:
        """End the chosen person's work here."""
        if (person := self.chosen) is not None:
            self._write(
                lambda session, actor: staffing.disable(session, actor, person.id),
                "disabled",
                person=person.name,
            )

    def enable(self) -> None:
        """Let the chosen person work here again."""
        if (person := self.chosen) is not None:
            self._write(
                lambda session, actor: staffing.enable(session, actor, person.id),
                "enabled",
                person=person.name,
            )

    def hand_on(self, reason: str, username: str | None) -> None:
        """Hand what the chosen person holds to a colleague, or put it back."""
        if (person := self.chosen) is None:
            return
        self.desk.write(
            lambda session, actor: leaving.hand_on(session, actor, person.id, reason, username),
            lambda done: self.desk.tell(
                self._text("handed_on", given=done.to_colleague, back=len(done.put_back), person=person.name)
            ),
        )

    def _write(
        self,
        work: Callable[[Any, Any], Any],
        told: str,
        refused: Callable[[Exception], object] | None = None,
        **values: Any,
    ) -> None:
        self.desk.write(work, lambda _: self.desk.tell(self._text(told, **values)), refused)

    def _row(self, person: StaffRow) -> Row:
        words, formats = self.desk.words, self.desk.words.formats
        roles = capital(formats.listed([words.word("role", role) for role in person.roles]))
        last = (
            formats.when(person.last_act_at, self.desk.now()) if person.last_act_at else self._text("never")
        )
        claims = formats.number(person.open_claims) if person.open_claims else ""
        state = Cell(self._text("active"), family="green", icon="check")
        if not person.active:
            state = Cell(self._text("inactive"), family="grey", icon="minus")
        cells = (
            Cell(person.name, person.username, 600),
            Cell(roles, colour="text2"),
            state,
            Cell(claims),
            Cell(last, colour="text2"),
        )
        return Row(person.id, cells, faded=not person.active)
