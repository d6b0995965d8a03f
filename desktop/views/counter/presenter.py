"""The counter: drafts, the one that is open, what was entered in it and what is wrong with it. No Qt."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.models.errors import ParvandehError
from desktop.services.intake import counter
from desktop.services.intake.counter import Draft, PaperAsked
from desktop.services.intake.report import Finding
from desktop.services.scheme_pages import schemes
from desktop.views.counter.entered import document_of, values_of
from desktop.views.counter.opening import Opened, answer_of, opened_draft
from desktop.views.counter.paper_files import PaperFiles
from desktop.views.counter.sheet import Sheet, Values
from desktop.views.counter.troubles import Trouble, Troubles

if TYPE_CHECKING:
    from desktop.services.intake.outcomes import Receipt
    from desktop.views.desk import Desk

Shown = Callable[[], object]


@dataclass(frozen=True)
class Checked:
    """What a draft was found to be: what is wrong, and which documents it asks for."""

    findings: Sequence[Finding]
    papers: Sequence[PaperAsked]


class CounterPresenter:
    """Keeps the clerk's drafts and the open one; what is entered is kept by the office within two seconds."""

    def __init__(self, desk: "Desk", owner: Any) -> None:
        self.desk, self.owner = desk, owner
        self.text = desk.words.of("counter")
        self.drafts: list[Draft] = []
        self.schemes: list[tuple[str, str]] = []
        self.draft: Draft | None = None
        self.sheet = Sheet(())
        self.values: Values = {}
        self.papers: Sequence[PaperAsked] = ()
        self.troubles: list[Trouble] = []
        self.files = PaperFiles(desk, self._files_changed)
        self.receipt: Receipt | None = None
        self.tried = False
        self.is_unkept = False
        self.on_change: Shown = lambda: None
        self._touched: set[str] = set()
        self._is_keeping = False

    # --- drafts --------------------------------------------------------------------------------------------

    def read(self, then: Shown) -> None:
        """Read the drafts and the schemes an application may be made under."""

        def work(session: Any, actor: Any) -> tuple[list[Draft], list[tuple[str, str]]]:
            known = [(one.code, self.desk.words.label(one.title)) for one in schemes(session, actor)]
            return counter.counter_drafts(session, actor), known

        def keep(answer: tuple[list[Draft], list[tuple[str, str]]]) -> None:
            self.drafts, self.schemes = answer
            then()

        self.desk.read(work, keep, owner=self.owner, lane="drafts")

    def begin_application(self, scheme: str, then: Shown) -> None:
        """Begin an application and open it."""
        self.desk.write(
            lambda session, actor: counter.begin_application(session, actor, scheme),
            lambda draft_id: self.open(draft_id, then),
            owner=self.owner,
        )

    def begin_answer(self, number: str, then: Shown, failed: Callable[[str], object]) -> None:
        """Open the answer to a dossier's notice, or begin it; `failed` gets the sentence of a refusal."""

        def tell(error: Exception) -> None:
            if isinstance(error, ParvandehError):
                failed(self.desk.words.error(error))
            else:
                self.desk.messages.show(error)

        self.desk.write(
            lambda session, actor: answer_of(session, actor, number),
            lambda draft_id: self.open(draft_id, then),
            tell,
            self.owner,
        )

    def open(self, draft_id: int, then: Shown) -> None:
        """Open a draft as it is kept; what stands in another one is kept first."""
        self.keep_last()

        def keep(opened: Opened) -> None:
            self._take(opened)
            then()
            self.check()

        words = self.desk.words
        self.desk.read(
            lambda session, actor: opened_draft(session, actor, draft_id, words),
            keep,
            owner=self.owner,
            lane="open",
        )

    def discard(self, draft_id: int, then: Shown) -> None:
        """Throw a draft away."""
        if self.draft is not None and self.draft.id == draft_id:
            self.leave()
        self.desk.write(
            lambda session, actor: counter.discard_counter_draft(session, actor, draft_id),
            lambda _: then(),
            owner=self.owner,
        )

    def leave(self) -> None:
        """Have no draft open any more."""
        self.draft, self.sheet, self.values = None, Sheet(()), {}
        self.troubles, self.papers, self.is_unkept = [], (), False
        self.files.forget()

    # --- what is entered -----------------------------------------------------------------------------------

    def enter(self, path: str, value: Any) -> None:
        """Something was entered."""
        self.values[path] = value
        self._touched.add(path)
        self.is_unkept = True
        self.receipt = None

    def as_entered(self) -> Draft | None:
        """The draft with what stands in the form now."""
        if self.draft is None:
            return None
        document = document_of(self.draft.document, self.sheet, self.values)
        return replace(self.draft, document=document, files=self.files.listed)

    def keep(self, then: Shown = lambda: None) -> None:
        """Keep what was entered; one state after the other, so that an older one never overtakes."""
        draft = self.as_entered()
        if draft is None or not self.is_unkept or self._is_keeping:
            if not self._is_keeping:
                then()
            return
        self.is_unkept, self._is_keeping = False, True

        def kept(_: object) -> None:
            self._is_keeping = False
            then()

        def failed(error: Exception) -> None:
            self._is_keeping, self.is_unkept = False, True
            self.desk.messages.show(error)

        self.desk.write(
            lambda session, actor: counter.keep_counter_draft(
                session, actor, draft.id, draft.document, draft.files
            ),
            kept,
            failed,
        )

    def keep_last(self) -> None:
        """Keep what was entered last, before something else is shown."""
        self._is_keeping = False
        self.keep()

    def check(self, then: Shown | None = None) -> None:
        """Hold what was entered against the rules of intake, beside the window; `then` comes afterwards."""
        draft = self.as_entered()
        if draft is None:
            return

        def keep(checked: Checked) -> None:
            self._checked(checked)
            if then is not None:
                then()

        def work(session: Any, actor: Any) -> Checked:
            return Checked(
                counter.validate_draft(session, actor, draft), counter.draft_papers(session, actor, draft)
            )

        # What comes afterwards must come, whatever is typed in the meantime.
        self.desk.read(work, keep, owner=self.owner, lane="" if then else "check")

    def errors(self) -> dict[str, str]:
        """What stands under fields: of those that were touched, or of all after a try to hand in."""
        return {one.path: one.sentence for one in self.troubles if self.tried or one.path in self._touched}

    def shown_paths(self) -> set[str]:
        """The entries that are asked now."""
        return {entry.path for entry in self.sheet.shown(self.values)}

    def papers_shown(self) -> list[PaperAsked]:
        """The documents asked for; for an answer those that rejected items open, and what is missing."""
        opened = self.sheet.opened
        return [one for one in self.papers if opened is None or one.rule in opened or one.missing]

    def kept(self) -> dict[str, Any]:
        """The open draft, to be found again."""
        if self.draft is None:
            return {}
        return {
            "draft": self.draft.id,
            "values": dict(self.values),
            "touched": set(self._touched),
            "tried": self.tried,
            "at": self.desk.now(),
        }

    def restore(self, kept: dict[str, Any], then: Shown) -> None:
        """Open the draft that was open; what was typed last counts even while it is still being kept."""
        if "draft" not in kept:
            return

        def overlay() -> None:
            if self.draft is not None and self.draft.saved_at <= kept["at"]:
                self.values |= {path: kept["values"].get(path) for path in self.values}
            self._touched, self.tried = set(kept["touched"]), kept["tried"]
            then()

        self.open(kept["draft"], overlay)

    def name_of(self, draft: Draft) -> str:
        """What the list of drafts calls it."""
        return draft.name or self.text("nameless")

    def about(self, draft: Draft) -> str:
        """An application under a scheme, or the answer of a dossier."""
        number = draft.document.get("dossier")
        if number:
            return self.text("answer_of", number=number)
        titles = dict(self.schemes)
        scheme = str(draft.document.get("scheme"))
        return self.text("application_of", scheme=titles.get(scheme, scheme))

    def saved(self, moment: datetime) -> str:
        """When a draft was kept last."""
        return self.text("saved", when=self.desk.words.formats.when(moment, self.desk.now()))

    def bring(self, rule: str, paths: Sequence[Path]) -> None:
        """Bring files for a document."""
        self.files.add(rule, paths)

    def _take(self, opened: Opened) -> None:
        self.draft, self.sheet = opened.draft, opened.sheet
        self.values = values_of(opened.draft.document, opened.sheet)
        self._touched, self.tried, self.is_unkept, self.receipt = set(), False, False, None
        self.troubles, self.papers = [], ()
        self.files.take(opened.draft.files)

    def _checked(self, checked: Checked) -> None:
        self.papers = checked.papers
        troubles = Troubles(self.desk.words, self.text).of(checked.findings, self.sheet, self.values)
        self.troubles = troubles + self.files.troubles()
        self.on_change()

    def _files_changed(self) -> None:
        self.is_unkept = True
        self.check()
