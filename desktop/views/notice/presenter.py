"""Seeing a letter before it goes out, mending its remarks, sending the notice and taking it back."""

from typing import TYPE_CHECKING, Any, Protocol

from desktop.models.errors import ParvandehError, RuleBroken
from desktop.models.vocabulary import Language
from desktop.services import undoing
from desktop.services.correspondence import letter_of, letter_preview
from desktop.services.dossier_page import Standing
from desktop.services.letters import LetterKind
from desktop.services.notice_desk import NoticeDesk, notice_desk
from desktop.services.people import Actor
from desktop.services.queue_neighbours import place_in
from desktop.services.review import judge_all, keep_draft
from desktop.services.steps import take_step
from desktop.services.wording import isolate
from desktop.views.navigation import route
from desktop.views.notice.question import Question, question_of
from desktop.views.notice.remarks import Remarks

if TYPE_CHECKING:
    from desktop.views.desk import Desk

LANGUAGE = "letter_language"
"""The preference: in which language this person looks at letters and prints them."""
_CONCERNED = frozenset({"dossier", "finding", "finding_draft", "notice"})


class NoticeView(Protocol):
    """What the presenter tells the screen."""

    def show_notice(self) -> None:
        """The notice has come or may be sent or not."""

    def show_letter(self, pdf: bytes) -> None:
        """The letter as it is printed."""

    def say_no_letter(self, sentence: str) -> None:
        """Why there is no letter."""

    def show_failure(self, error: Exception) -> None:
        """The notice could not be read."""

    def ask(self, question: Question) -> None:
        """Ask before it goes out."""

    def show_blank(self, code: str) -> None:
        """This remark is empty; the keyboard belongs there."""


class NoticePresenter:
    """One letter of a dossier; a deficiency notice may be mended and sent."""

    def __init__(self, desk: "Desk", dossier_id: int, kind: str, queue: str | None, view: Any) -> None:
        self._desk, self.dossier_id, self.kind, self._view = desk, dossier_id, kind, view
        self._queue = queue
        self._text = desk.words.of("notice")
        self.remarks = Remarks()
        self.notice: NoticeDesk | None = None
        self.language = Language(desk.preferences.get(LANGUAGE, desk.words.language.value))

    @property
    def is_notice(self) -> bool:
        """Whether the letter is the deficiency notice; the others are only looked at."""
        return self.kind == LetterKind.DEFICIENCY_NOTICE

    @property
    def is_open(self) -> bool:
        """Whether it is being written: the dossier is under review."""
        return self.notice is not None and self.notice.step is not None

    # --- reading

    def read(self) -> None:
        """Read the notice; what stands there stays until it has come."""
        self._desk.read(
            lambda session, actor: notice_desk(session, actor, self.dossier_id),
            self._show,
            self._view.show_failure,
            owner=self._view,
            lane="notice",
        )

    def choose_language(self, language: Language) -> None:
        """Show the letter in another language, from now on."""
        self.language = language
        self._desk.preferences.set(LANGUAGE, language.value)
        self._read_letter()

    def concerns(self, changes: frozenset[tuple[str, int]]) -> bool:
        """Whether these changes may show here; the keeping of a draft alone does not."""
        nouns = {noun for noun, _ in changes}
        return bool(nouns & _CONCERNED) and nouns != {"finding_draft"}

    def printed(self, session: Any, actor: Actor) -> bytes:
        """The letter to be printed; the journal learns of it."""
        return letter_of(session, actor, self.kind, self.dossier_id, self.language)

    # --- remarks

    def type(self, code: str, text: str) -> None:
        """Somebody typed a remark."""
        self.remarks.type(code, text)

    def keep(self) -> None:
        """Keep what was typed as drafts: nothing typed is lost."""
        kept = self.remarks.to_keep()
        if not kept or self.notice is None or not self.notice.may_edit:
            return

        def work(session: Any, actor: Actor) -> None:
            for code, text in kept.items():
                keep_draft(session, actor, self.dossier_id, code, None, text)

        self._desk.write(work)

    def record(self) -> None:
        """Put what was typed into the letter."""
        self._record(lambda: None)

    # --- sending

    def why_not_send(self) -> str | None:
        """Why the notice cannot be sent now, in words."""
        notice = self.notice
        if notice is None:
            return self._text("why.reading")
        if notice.step is None:
            return self._text("why.not_open")
        refusals = notice.step.answer.refusals
        words = self._desk.words.with_scheme(notice.page.guide.words)
        return " ".join(words.error(RuleBroken(one.code, **one.values)) for one in refusals) or None

    def prepare(self) -> None:
        """Put everything typed into the letter, then ask whether it may go."""
        blank = self.remarks.blank
        if blank:
            self._view.show_blank(blank[0])
        elif self.remarks.judgements():
            self._record(self._ask)
        else:
            self._ask()

    def send(self) -> None:
        """Send it as this person saw it; a newer state of the dossier is refused, never overwritten."""
        notice = self.notice
        if notice is None or notice.step is None:
            return
        action, version = notice.step.answer.action, notice.page.details.version

        def work(session: Any, actor: Actor) -> int | None:
            place = place_in(session, actor, self._queue, self.dossier_id) if self._queue else None
            take_step(session, actor, self.dossier_id, action, None, version)
            return place.following if place is not None else None

        self._desk.write(work, self._sent)

    def why_not_undo(self) -> str | None:
        """Whether this person has just done something that can be taken back."""
        held = None if self.notice is None else self.notice.page.held
        return self._text("why.nothing_to_undo") if held is None else None

    def undo(self) -> None:
        """Take it back while nobody has been told."""

        def done(held: undoing.Held) -> None:
            self._desk.tell(self._text("told.undone", number=held.number))

        self._desk.write(lambda session, actor: undoing.undo(session, actor, self.dossier_id), done)

    def condition(self) -> str | None:
        """Why nothing can be changed here, in words; None when it can."""
        notice = self.notice
        if notice is None or notice.may_edit:
            return None
        details = notice.page.details
        until = details.answer_due_at if notice.page.standing is Standing.WITH_APPLICANT else None
        moment = None if until is None else self._desk.words.formats.moment(until)
        status = self._desk.words.label(details.status_label)
        since = self._desk.words.formats.moment(details.status_since)
        return self._text(
            f"condition.{notice.page.standing}",
            holder=details.claimed_by,
            until=moment,
            status=status,
            since=since,
        )

    # --- within

    def _show(self, notice: NoticeDesk) -> None:
        self.notice = notice
        self.remarks.take(notice)
        self._view.show_notice()
        self._read_letter()

    def _read_letter(self) -> None:
        kind, language = self.kind, self.language
        if self.is_notice and self.is_open and self.notice is not None and not self.notice.items:
            self._view.say_no_letter(self._text("nothing_rejected"))
            return
        self._desk.read(
            lambda session, actor: letter_preview(session, actor, kind, self.dossier_id, language),
            self._view.show_letter,
            self._no_letter,
            owner=self._view,
            lane="letter",
        )

    def _no_letter(self, error: Exception) -> None:
        if isinstance(error, ParvandehError):
            self._view.say_no_letter(self._desk.words.error(error))
        else:
            self._desk.messages.show(error)

    def _record(self, then: Any) -> None:
        judgements = self.remarks.judgements()
        if not judgements:
            then()
            return

        def recorded(_codes: tuple[str, ...]) -> None:
            self.remarks.recorded(judgements)
            then()

        self._desk.write(
            lambda session, actor: judge_all(session, actor, self.dossier_id, judgements),
            recorded,
            owner=self._view,
        )

    def _ask(self) -> None:
        if self.notice is not None and self.why_not_send() is None:
            doubtful = [isolate(code) for code in self.remarks.doubtful()]
            self._view.ask(question_of(self.notice, doubtful, self._desk.words))

    def _sent(self, following: int | None) -> None:
        notice = self.notice
        if notice is None:
            return
        details = notice.page.details
        sentence = self._text("told.sent", number=details.number, name=details.applicant_name)
        self._desk.tell(sentence, self.undo)
        if self._desk.preferences.get("after_decision", "next") == "stay":
            self.read()
        elif following is not None:
            self._desk.go(route("dossier", id=following, queue=self._queue))
        else:
            self._desk.back()
