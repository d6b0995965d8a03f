"""One certificate's page: reads it, has the certificate itself set, records whether its code was seen."""

from typing import TYPE_CHECKING, Any, Protocol

from desktop.models.errors import ParvandehError
from desktop.models.vocabulary import CertificateState, Language, Role
from desktop.services.certificate_page import CertificatePage, certificate_page
from desktop.services.certificates import record_code_check
from desktop.services.correspondence import certificate_preview, certificate_print
from desktop.services.people import Actor

if TYPE_CHECKING:
    from desktop.views.desk import Desk

LANGUAGE = "letter_language"
"""The preference: in which language this person looks at letters and prints them."""
_CHECKS_CODES = frozenset({Role.REVIEWER, Role.SUPPORT_AGENT})
_CONCERNED = frozenset({"certificate", "dossier", "journal_entry"})


class CertificateView(Protocol):
    """What the presenter tells the screen."""

    def show_page(self) -> None:
        """Everything about the certificate has come."""

    def show_letter(self, pdf: bytes) -> None:
        """The certificate as it is printed."""

    def say_no_letter(self, sentence: str) -> None:
        """Why it is not printed."""

    def show_failure(self, error: Exception) -> None:
        """The certificate could not be read."""


class CertificatePresenter:
    """The page of one certificate."""

    def __init__(self, desk: "Desk", certificate_id: int, view: Any) -> None:
        self._desk, self._id, self._view = desk, certificate_id, view
        self._text = desk.words.of("certificate")
        self.page: CertificatePage | None = None
        self.language = Language(desk.preferences.get(LANGUAGE, desk.words.language.value))

    @property
    def may_check_code(self) -> bool:
        """Whether looking for the code on the site is this person's work."""
        return not _CHECKS_CODES.isdisjoint(self._desk.person.roles)

    def why_not_print(self) -> str | None:
        """Why it cannot be printed now."""
        if self.page is None:
            return self._text("why.reading")
        return None if self.page.row.state is CertificateState.VALID else self._text("why.not_in_force")

    def read(self) -> None:
        """Read the page; what stands there stays until it has come."""
        self._desk.read(
            lambda session, actor: certificate_page(session, actor, self._id),
            self._show,
            self._view.show_failure,
            owner=self._view,
            lane="page",
        )

    def choose_language(self, language: Language) -> None:
        """Show the certificate in another language, from now on."""
        self.language = language
        self._desk.preferences.set(LANGUAGE, language.value)
        self._read_letter()

    def record_code(self, *, seen: bool) -> None:
        """Record that this person looked for the code on the site."""
        page = self.page
        if page is None:
            return

        def work(session: Any, actor: Actor) -> None:
            record_code_check(session, actor, page.row.number, installed=seen)

        code = "told.code_seen" if seen else "told.code_not_seen"
        self._desk.write(work, lambda _: self._desk.tell(self._text(code, subject=page.row.subject)))

    def printed(self, session: Any, actor: Actor) -> bytes:
        """The certificate to be printed; the journal learns of it."""
        if self.page is None:
            raise LookupError("nothing is shown that could be printed")
        return certificate_print(session, actor, self.page.row.number, self.language)

    def concerns(self, changes: frozenset[tuple[str, int]]) -> bool:
        """Whether these changes may show here."""
        return any(noun in _CONCERNED for noun, _ in changes)

    def _show(self, page: CertificatePage) -> None:
        self.page = page
        self._view.show_page()
        self._read_letter()

    def _read_letter(self) -> None:
        if self.page is None:
            return
        number, language = self.page.row.number, self.language
        self._desk.read(
            lambda session, actor: certificate_preview(session, actor, number, language),
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
