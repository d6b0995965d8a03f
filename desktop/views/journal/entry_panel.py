"""One entry of the audit at the side: the act in words, what it changed, and where it stands in its chain."""

from typing import Any

from PySide6 import QtCore, QtWidgets

from desktop.services.audit_reading import AuditEntry, Difference
from desktop.views.desk import Desk
from desktop.views.journal.presenter import JournalPresenter
from desktop.views.layouts import empty
from desktop.views.navigation import route
from desktop.views.shell.grounds import on_ground
from desktop.views.theme.look import look
from desktop.views.widgets.buttons import SecondaryButton
from desktop.views.widgets.changed_value import ChangedValue
from desktop.views.widgets.facts import Facts
from desktop.views.widgets.label import Label
from desktop.views.widgets.section import Section, SectionHeader

HASH_SHOWN = 16


class EntryPanel(QtWidgets.QWidget):
    """Shows one entry, or nothing."""

    def __init__(self, desk: Desk, presenter: JournalPresenter) -> None:
        super().__init__()
        self._desk, self._presenter = desk, presenter
        self._text = desk.words.of("journal")
        on_ground(self, "surface")
        self._lines = QtWidgets.QVBoxLayout(self)
        gap = look().px(16)
        self._lines.setContentsMargins(gap, look().px(12), gap, gap)
        self._lines.setSpacing(look().px(10))

    def show_entry(self, entry: AuditEntry | None) -> None:
        """Show this entry."""
        empty(self._lines)
        if entry is None:
            return
        self._lines.addWidget(Label(self._presenter.sentence(entry), "body", 600, wraps=True))
        self._lines.addWidget(self._facts(entry))
        if entry.differences:
            section = Section(SectionHeader(self._text("differences"), "swap"))
            for difference in entry.differences:
                section.body.addWidget(self._difference(difference))
            self._lines.addWidget(section)
        if entry.dossier_id is not None:
            to = route("dossier", id=entry.dossier_id)
            button = SecondaryButton(self._text("command.open"), icon="folder", key="O")
            button.clicked.connect(lambda: self._desk.go(to))
            self._lines.addWidget(button, 0, QtCore.Qt.AlignmentFlag.AlignLeading)
        self._lines.addStretch(1)

    def _facts(self, entry: AuditEntry) -> Facts:
        words, text = self._desk.words, self._text
        place = text("place", chain=entry.chain, sequence=entry.sequence)
        rows = [
            (text("column.at"), words.formats.moment(entry.at)),
            (text("column.who"), entry.person or text("nobody")),
        ]
        if entry.role:
            rows.append((text("role"), words.title("role", entry.role)))
        if entry.reason:
            rows.append((text("reason"), entry.reason))
        rows += [(text("chain"), place), (text("hash"), f"\u2068{entry.hash[:HASH_SHOWN]}…\u2069")]
        return Facts(rows)

    def _difference(self, difference: Difference) -> QtWidgets.QWidget:
        name = self._desk.words.title("label", difference.name)
        old, new = self._said(difference.old), self._said(difference.new)
        row = QtWidgets.QWidget()
        lines = QtWidgets.QVBoxLayout(row)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(look().px(2))
        lines.addWidget(Label(name, "caption", 400, "text3"))
        lines.addWidget(ChangedValue(old, new, self._text("changed", name=name, old=old, new=new)))
        return row

    def _said(self, value: Any) -> str:
        return "" if value is None else self._desk.words.formats.shown(value)
