"""The tab of letters: everything that was written to the applicant, and the letters the office can print."""

from typing import Any

from PySide6 import QtWidgets

from desktop.models.vocabulary import NoticeState
from desktop.services.letters import LetterKind
from desktop.services.notices import NoticeRow, notices_of
from desktop.services.people import Actor
from desktop.services.wording import isolate
from desktop.views.dossier.tabs.tab import Tab
from desktop.views.navigation import route
from desktop.views.registry import may_open
from desktop.views.theme.look import look
from desktop.views.widgets.buttons import SecondaryButton
from desktop.views.widgets.chips import StatusChip
from desktop.views.widgets.label import Label
from desktop.views.widgets.section import Card, Section, SectionHeader

_STATES = {
    NoticeState.WAITING: ("blue", "clock"),
    NoticeState.SENT: ("green", "check"),
    NoticeState.WITHDRAWN: ("grey", "undo"),
}
_PRINTED = (LetterKind.COMMITMENT_LETTER, LetterKind.DEFICIENCY_NOTICE)


class LettersTab(Tab):
    """Notices with their state, and letters to print."""

    columns_wide = (2, 1)
    ground = "window"

    def work(self, session: Any, actor: Actor) -> Any:  # noqa: ARG002 - everybody reads the same
        """Read the notices."""
        return notices_of(session, self.presenter.dossier_id)

    def show_data(self, data: Any) -> None:
        """Show them, the newest first."""
        sent = Section(SectionHeader(self.text("letters.sent"), "mail"), lined=False)
        self.columns[0].addWidget(sent)
        if not data:
            sent.body.addWidget(Label(self.text("letters.none"), "body", 400, "text2"))
        for notice in reversed(data):
            sent.body.addWidget(self._notice(notice))
        if may_open("notice", frozenset(self.desk.person.roles)):
            self.columns[1].addWidget(self._letters())

    def _notice(self, notice: NoticeRow) -> QtWidgets.QWidget:
        card, text = Card(), self.text
        head = QtWidgets.QHBoxLayout()
        head.setSpacing(look().px(8))
        head.addWidget(Label(self.words.word("letter", notice.kind), "body", 600))
        head.addWidget(
            Label(text("letters.round", round=notice.content["round"]), "caption", 400, "text3"), 1
        )
        when = self.words.formats.when(notice.created_at, self.desk.now())
        head.addWidget(Label(when, "caption", 400, "text3"))
        family, icon = _STATES[notice.state]
        head.addWidget(StatusChip(family, icon, self.words.word("notice_state", notice.state)))
        card.body.addLayout(head)
        for line in self._lines(notice):
            card.body.addWidget(Label(line, "dense", 400, "text2", wraps=True))
        return card

    def _lines(self, notice: NoticeRow) -> list[str]:
        text, recipient, content = self.text, notice.recipient, notice.content
        lines = [text("letters.to", name=recipient["name"])]
        email, mobile = recipient.get("email"), recipient.get("mobile")
        if email or mobile:
            ids = {
                "email": isolate(email or "—"),
                "mobile": isolate(self.words.formats.id(mobile)) if mobile else "—",
            }
            lines.append(text("letters.channel", **ids))
        else:
            lines.append(text("letters.no_channel"))
        if content.get("items"):
            codes = [isolate(item["code"]) for item in content["items"]]
            lines.append(text("letters.items", count=len(codes), items=codes))
        if content.get("text"):
            lines.append(text("letters.content", text=content["text"]))
        return lines

    def _letters(self) -> QtWidgets.QWidget:
        section = Section(SectionHeader(self.text("letters.print"), "printer"), lined=False)
        section.body.addWidget(
            Label(self.text("letters.print_explained"), "caption", 400, "text3", wraps=True)
        )
        self.letter_buttons: dict[str, SecondaryButton] = {}
        for kind in _PRINTED:
            button = SecondaryButton(self.words.word("letter", kind), "paper")
            button.clicked.connect(lambda _checked=False, kind=kind: self._open(kind))
            section.body.addWidget(button)
            self.letter_buttons[kind] = button
        return section

    def _open(self, kind: LetterKind) -> None:
        self.desk.go(route("notice", id=self.presenter.dossier_id, letter=kind.value))
