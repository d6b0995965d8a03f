"""The tab of information: the form with the history of each field, and what the office found out besides."""

from collections.abc import Iterable
from itertools import groupby
from typing import Any

from PySide6 import QtWidgets

from desktop.services.dossier_information import Information, information_of
from desktop.services.field_history import FieldHistory, GivenValue
from desktop.services.people import Actor
from desktop.services.wording import in_tehran
from desktop.views.dossier.review.code_tag import CodeTag
from desktop.views.dossier.review.values import written
from desktop.views.dossier.tabs.findings_of_office import OfficeFindings
from desktop.views.dossier.tabs.tab import Tab
from desktop.views.theme.look import look
from desktop.views.widgets.changed_value import ChangedValue
from desktop.views.widgets.facts import Facts
from desktop.views.widgets.label import Label
from desktop.views.widgets.section import Section, SectionHeader

_LABELS = 190
_RESERVED_GROUPS = ("applicant", "services")


class InformationTab(Tab):
    """Fields at the start, the office's findings at the end."""

    columns_wide = (3, 2)

    def work(self, session: Any, actor: Actor) -> Any:  # noqa: ARG002 - everybody reads the same
        """Read everything at once."""
        return information_of(session, self.presenter.dossier_id)

    def show_data(self, data: Information) -> None:
        """Show form and findings."""
        for group, fields in groupby(data.fields, key=lambda field: field.group):
            self.columns[0].addWidget(self._group(group, fields))
        self.findings = OfficeFindings(self.desk, self.presenter, data)
        self.columns[1].addWidget(self.findings)

    def _group(self, group: str, fields: Iterable[FieldHistory]) -> QtWidgets.QWidget:
        if group in _RESERVED_GROUPS:
            title = self.text(f"info.group.{group}")
        else:
            title = self.words.label(self.presenter.review.page.guide.field_groups[group])
        section = Section(SectionHeader(title))
        facts = Facts(labels_wide=_LABELS)
        for field in fields:
            facts.add(self.words.label(field.label), self._field(field))
        section.body.addWidget(facts)
        return section

    def _field(self, field: FieldHistory) -> QtWidgets.QWidget:
        """The present value, the items it is held against, and the values before it."""
        holder = QtWidgets.QWidget()
        column = QtWidgets.QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        row = QtWidgets.QHBoxLayout()
        row.setSpacing(look().px(6))
        row.addWidget(self._present(field), 1)
        for item in self.presenter.review.page.guide.items_of(field=field.code)[:4]:
            tag = CodeTag(item)
            tag.setToolTip(self.text("info.items"))
            tag.clicked.connect(lambda _checked=False, item=item: self.presenter.open_item(item))
            row.addWidget(tag)
        column.addLayout(row)
        for given in field.values[1:]:
            column.addWidget(Label(self._earlier(field, given), "caption", 400, "text3", wraps=True))
        return holder

    def _present(self, field: FieldHistory) -> QtWidgets.QWidget:
        now = self._written(field, field.present)
        change = next(
            (one for one in self.presenter.review.desk.changes.fields if one.code == field.code), None
        )
        if change is None:
            return Label(now, "dense", wraps=True)
        old = self._written(field, change.old or "")
        return ChangedValue(old, now, f"{old} ← {now}")

    def _earlier(self, field: FieldHistory, given: GivenValue) -> str:
        return self.text(
            "info.earlier",
            value=self._written(field, given.value),
            day=self.words.formats.day_and_month(in_tehran(given.given_at).date()),
            round=given.round,
        )

    def _written(self, field: FieldHistory, value: str) -> str:
        guide = self.presenter.review.page.guide
        return written(field.code, field.type, value, self.words, guide)
