"""Behind the desk of papers: who waits, which dossier is open, which paper is judged, what is decided."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from desktop.models.vocabulary import PaperVerdict
from desktop.services import notes, papers_desk, physical_documents, undoing
from desktop.services.attachments import document_bytes
from desktop.services.papers_desk import PapersPart
from desktop.services.people import Actor
from desktop.services.physical_documents import PaperRow
from desktop.services.step_natures import DeskStep
from desktop.services.steps import take_step
from desktop.views.papers.listed import ListWriter
from desktop.views.papers.page import PapersPage, read_papers
from desktop.views.papers.scans import Scans, scans_of
from desktop.views.records.cells import Row

if TYPE_CHECKING:
    from desktop.views.desk import Desk


class PapersView(Protocol):
    """What the presenter tells the screen."""

    def show_list(self) -> None:
        """Other dossiers wait, or in another order."""

    def show_rows(self, page: int, rows: Sequence[Row]) -> None:
        """Rows of a page of the list have come."""

    def show_dossier(self) -> None:
        """The open dossier may stand otherwise."""

    def show_paper(self) -> None:
        """Another paper is the current one."""

    def show_failure(self, error: Exception) -> None:
        """Something could not be read; what stands there stays."""


@dataclass(frozen=True, slots=True)
class _Listed:
    ids: list[int]
    counts: dict[PapersPart, tuple[int, bool]]


class PapersPresenter:
    """The desk of one documents officer."""

    def __init__(self, desk: "Desk", view: PapersView) -> None:
        self._desk, self._view = desk, view
        self._owner: Any = view
        self.part = PapersPart.ALL
        self.ids: list[int] = []
        self.counts: dict[PapersPart, tuple[int, bool]] = {}
        self.is_loaded = False
        self.current: int | None = None
        self.open: PapersPage | None = None
        self.words = desk.words
        self.scans = Scans((), {}, {})
        self.rule: str | None = None

    # --- the list

    def load(self) -> None:
        """Read which dossiers wait."""
        part = self.part

        def work(session: Any, actor: Actor) -> _Listed:
            return _Listed(
                papers_desk.papers_ids(session, actor, part), papers_desk.papers_counts(session, actor)
            )

        self._desk.read(work, self._listed, self._view.show_failure, owner=self._owner, lane="list")

    def want(self, page: int, keys: Sequence[int]) -> None:
        """Read the rows of a page of the list."""
        words = self._desk.words

        def work(session: Any, actor: Actor) -> list[Row]:
            writer = ListWriter(words, actor)
            return [writer.row(row) for row in papers_desk.papers_rows(session, actor, keys)]

        self._desk.read(
            work, lambda rows: self._view.show_rows(page, rows), self._view.show_failure, owner=self._owner
        )

    def narrow(self, part: PapersPart) -> None:
        """Show another part of the desk."""
        self.part = part
        self.load()

    def find(self, typed: str, found: Any, unknown: Any) -> None:
        """The dossier with this number or tracking number: `found(id)` or `unknown(error)`."""
        self._desk.read(
            lambda session, _actor: papers_desk.find_by_paper(session, typed),
            found,
            unknown,
            owner=self._owner,
            lane="find",
        )

    # --- one dossier

    def choose(self, dossier_id: int | None) -> None:
        """Open a dossier."""
        if dossier_id == self.current:
            return
        self.current, self.rule = dossier_id, None
        if dossier_id is None:
            self.open = None
            self._view.show_dossier()
        else:
            self.read()

    def read(self) -> None:
        """Read the open dossier again."""
        dossier_id = self.current
        if dossier_id is not None:
            self._desk.read(
                lambda session, actor: read_papers(session, actor, dossier_id),
                self._opened,
                self._view.show_failure,
                owner=self._owner,
                lane="dossier",
            )

    def fetch(self, key: str, then: Any, failed: Any) -> None:
        """The bytes of a scan."""
        dossier_id, document_id = self.current, self.scans.ids[key]

        def work(session: Any, _actor: Actor) -> bytes:
            return b"".join(document_bytes(session, dossier_id or 0, document_id))

        self._desk.read(work, then, failed, owner=self._owner)

    # --- papers

    @property
    def paper(self) -> PaperRow | None:
        """The current paper."""
        return self.open.paper(self.rule) if self.open else None

    def choose_paper(self, rule: str | None) -> None:
        """Look at another paper."""
        if rule != self.rule:
            self.rule = rule
            self._view.show_paper()

    def why_not_judge(self) -> str | None:
        """Why the current paper cannot be judged now."""
        text, opened, paper = self._desk.words.of("papers"), self.open, self.paper
        if opened is None or paper is None:
            return text("nothing_chosen")
        if opened.own_work is not None:
            return text("own_work")
        if opened.holder is not None:
            return text("in_hand_of", holder=opened.holder)
        if not opened.is_at_desk:
            return text("not_at_desk", status=opened.page.details.status_label)
        return text("not_here_yet") if paper.verdict is None else None

    def judge(self, verdict: PaperVerdict, reason: str = "", failed: Any = None, then: Any = None) -> None:
        """Judge the current paper; after a verdict the next one without one is looked at."""
        dossier_id, rule = self.current, self.rule
        if dossier_id is None or rule is None:
            return

        def work(session: Any, actor: Actor) -> None:
            physical_documents.judge_paper(session, actor, dossier_id, rule, verdict, reason)

        def done(_answer: object) -> None:
            if verdict is not PaperVerdict.PENDING:
                self._step_on(rule)
            if then is not None:
                then()

        self._desk.write(work, done, failed, self._owner)

    def write_note(self, written: str) -> None:
        """Write an internal note on the open dossier."""
        dossier_id = self.current
        if dossier_id is not None:
            said = self._desk.words.of("papers")("note.kept")
            self._desk.write(
                lambda session, actor: notes.write_note(session, actor, dossier_id, written),
                lambda _: self._desk.tell(said),
                owner=self._owner,
            )

    # --- decisions

    @property
    def main(self) -> DeskStep | None:
        """What Ctrl+Enter asks about: rejecting when a paper was rejected, else accepting."""
        if self.open is None:
            return None
        reject = self.open.reject
        return reject if reject is not None and reject.answer.is_open else self.open.accept

    def decide(self, step: DeskStep, note: str, then: Any, failed: Any) -> None:
        """Take a step with the dossier as this person saw it."""
        opened, dossier_id = self.open, self.current
        if opened is None or dossier_id is None:
            return
        seen, action = opened.page.details.version, step.answer.action
        following = self._following(dossier_id)
        name, said = opened.page.details.applicant_name, self._desk.words.label(step.answer.label)

        def done(_answer: object) -> None:
            then()
            self.choose(following)
            text = self._desk.words.of("papers")
            undo = (lambda: self._undo(dossier_id)) if step.answer.can_be_undone else None
            self._desk.tell(text("told", action=said, name=name), undo)

        self._desk.write(
            lambda session, actor: take_step(session, actor, dossier_id, action, note or None, seen),
            done,
            failed,
            self._owner,
        )

    # --- within

    def _listed(self, listed: _Listed) -> None:
        self.ids, self.counts, self.is_loaded = listed.ids, listed.counts, True
        self._view.show_list()

    def _opened(self, opened: PapersPage) -> None:
        if opened.page.details.id != self.current:
            return
        self.open = opened
        self.words = self._desk.words.with_scheme(opened.page.guide.words)
        self.scans = scans_of(opened.page.details.id, opened.documents, self.words)
        if opened.paper(self.rule) is None:
            waits = [one for one in opened.papers if one.verdict is PaperVerdict.PENDING]
            first = (waits or opened.papers)[:1]
            self.rule = first[0].rule if first else None
        self._view.show_dossier()

    def _step_on(self, rule: str) -> None:
        papers = self.open.papers if self.open else ()
        place = next((n for n, one in enumerate(papers) if one.rule == rule), 0)
        ahead = [*papers[place + 1 :], *papers[:place]]
        waits = next((one.rule for one in ahead if one.verdict is PaperVerdict.PENDING), None)
        if waits is not None:
            self.choose_paper(waits)

    def _following(self, dossier_id: int) -> int | None:
        if dossier_id not in self.ids:
            return self.ids[0] if self.ids else None
        place = self.ids.index(dossier_id)
        rest = [*self.ids[place + 1 :], *self.ids[:place]]
        return rest[0] if rest else None

    def _undo(self, dossier_id: int) -> None:
        text = self._desk.words.of("papers")

        def done(_answer: object) -> None:
            self.choose(dossier_id)
            self._desk.tell(text("undone"))

        self._desk.write(
            lambda session, actor: undoing.undo(session, actor, dossier_id), done, owner=self._owner
        )
