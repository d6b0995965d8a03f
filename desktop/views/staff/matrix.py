"""What each role lets its people do, as a table of words: the office's own work, the steps of schemes."""

from collections.abc import Collection, Iterator

from PySide6 import QtWidgets

from desktop.models.vocabulary import Role
from desktop.services.permissions import Permissions
from desktop.views.desk import Desk
from desktop.views.records.cells import Cell, Column, Row
from desktop.views.records.list import ONE_LINE, RecordList


class PermissionMatrix(QtWidgets.QWidget):
    """One row per kind of work, one column per role that can do something; a tick where it may."""

    def __init__(self, desk: Desk, permissions: Permissions) -> None:
        super().__init__()
        self._desk, self._permissions = desk, permissions
        self._text = desk.words.of("staff")
        self._roles = [role for role in Role if self._does_something(role)]
        columns = [Column("work", self._text("column.work"))]
        columns += [Column(role, desk.words.title("role", role), 112) for role in self._roles]
        self.list = RecordList(columns, self._text("tab.roles"), height=ONE_LINE)
        self.list.show_rows(list(self._rows()))
        whole = QtWidgets.QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.list)

    def _does_something(self, role: Role) -> bool:
        office = any(role in roles for roles in self._permissions.office.values())
        return office or any(role in step.roles for step in self._permissions.steps)

    def _rows(self) -> Iterator[Row]:
        words = self._desk.words
        for work, roles in self._permissions.office.items():
            yield self._row(f"office {work}", Cell(words.word("permission", work)), roles)
        for step in self._permissions.steps:
            name = Cell(self._text("step", step=words.label(step.label)))
            yield self._row(f"{step.scheme} {step.action}", name, step.roles)
        for one in self._permissions.exclusions:
            said = self._text("exclusion", step=words.label(one.label), work=self._text(f"work.{one.work}"))
            yield Row(f"{one.scheme} {one.action} {one.role} {one.work}", self._said(Cell(said, icon="lock")))

    def _row(self, key: str, name: Cell, roles: Collection[Role]) -> Row:
        cells = (name, *(self._tick(role in roles) for role in self._roles))
        listed = self._desk.words.formats.listed(
            [self._desk.words.title("role", role) for role in self._roles if role in roles]
        )
        return Row(key, cells, spoken=f"{name.text}: {listed}")

    def _said(self, name: Cell) -> tuple[Cell, ...]:
        return (name, *(Cell() for _ in self._roles))

    @staticmethod
    def _tick(may: bool) -> Cell:  # noqa: FBT001 - the one thing a cell says
        return Cell(icon="check", colour="greenFg") if may else Cell()
