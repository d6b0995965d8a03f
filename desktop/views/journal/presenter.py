"""What the audit shows: filters, pages of entries newest first, and whether the chains hold. No Qt."""

from collections.abc import Callable, Generator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from desktop.services import audit_reading
from desktop.services.audit_check import ChainSummary, verify_chains
from desktop.services.audit_kinds import AuditKind
from desktop.services.audit_reading import AuditEntry, AuditPage, AuditQuery, AuditReading
from desktop.services.dossiers import find_dossier
from desktop.services.people import list_people
from desktop.services.scheme_words import Words as SchemeWords
from desktop.services.scheme_words import words_of
from desktop.services.wording import stored_number
from desktop.views.records.cells import Cell, Row

if TYPE_CHECKING:
    from desktop.language.window import Words
    from desktop.views.desk import Desk

_FAMILIES = {
    AuditKind.VIEW: "violet",
    AuditKind.PRINT: "violet",
    AuditKind.EXPORT: "violet",
    AuditKind.DECISION: "green",
    AuditKind.JUDGEMENT: "blue",
    AuditKind.BLACKLIST: "red",
    AuditKind.ERASURE: "red",
    AuditKind.NOTICE: "amber",
}


@dataclass(frozen=True)
class Shown:
    """The entries that have come so far, and whether there are more."""

    entries: tuple[AuditEntry, ...] = ()
    before: int | None = None


class JournalPresenter:
    """Opens the audit once, which is an entry itself, and then reads page by page."""

    def __init__(self, desk: "Desk", owner: Any) -> None:
        self.desk, self._owner = desk, owner
        self._text = desk.words.of("journal")
        self._reading: AuditReading | None = None
        self.query = AuditQuery()
        self.shown = Shown()
        self._words: dict[int, Words] = {}
        self.summary: ChainSummary | None = None

    def open(self, then: Callable[[list[tuple[str, str]]], object]) -> None:
        """Open the audit; `then` gets the people to choose from."""

        def work(session: Any, actor: Any) -> tuple[AuditReading, list[tuple[str, str]]]:
            people = [(str(one.id), one.name) for one in list_people(session)]
            return audit_reading.open_audit(session, actor), people

        def keep(answer: tuple[AuditReading, list[tuple[str, str]]]) -> None:
            self._reading = answer[0]
            then(answer[1])

        self.desk.write(work, keep, owner=self._owner)

    def narrow(self, then: Callable[[], object], **changed: Any) -> None:
        """Read anew with another filter."""
        self.query = replace(self.query, **changed)
        self.shown = Shown()
        self.read_more(then)

    def narrow_to_dossier(
        self, written: str, then: Callable[[], object], unknown: Callable[[Exception], object]
    ) -> None:
        """Show one dossier's acts; `unknown` hears that there is no such dossier."""
        if not written:
            self.narrow(then, dossier_id=None)
            return
        number = stored_number(written)
        self.desk.read(
            lambda session, _: find_dossier(session, number),
            lambda found: self.narrow(then, dossier_id=found),
            unknown,
            owner=self._owner,
        )

    def read_more(self, then: Callable[[], object]) -> None:
        """Read the next page behind those that are here."""
        reading, query, before = self._reading, self.query, self.shown.before
        if reading is None or (self.shown.entries and before is None):
            return

        known = frozenset(self._words)

        def work(session: Any, _: Any) -> tuple[AuditPage, dict[int, SchemeWords]]:
            page = audit_reading.audit_page(session, reading, query, before)
            versions = {one.scheme_version_id for one in page.entries} - known - {None}
            return page, {one: words_of(session, one) for one in versions if one is not None}

        def keep(answer: tuple[AuditPage, dict[int, SchemeWords]]) -> None:
            page, words = answer
            self._words |= {one: self.desk.words.with_scheme(said) for one, said in words.items()}
            self.shown = Shown(self.shown.entries + page.entries, page.before)
            then()

        self.desk.read(work, keep, owner=self._owner, lane="page")

    def verify(self, then: Callable[[], object]) -> None:
        """Verify every chain as a job."""

        def steps(database: Any, acting: Callable[[], Any]) -> Generator[Any, None, ChainSummary]:
            return (yield from verify_chains(database, acting()))

        def keep(summary: ChainSummary) -> None:
            self.summary = summary
            then()

        self.desk.long(self._text("verifying"), steps, keep)

    def rows(self) -> list[Row]:
        """The entries as rows of the list."""
        return [self._row(entry) for entry in self.shown.entries]

    def entry(self, entry_id: int | None) -> AuditEntry | None:
        """One of the entries that are here."""
        return next((one for one in self.shown.entries if one.id == entry_id), None)

    def sentence(self, entry: AuditEntry) -> str:
        """The act in words, those of the dossier's scheme for its codes."""
        words = self._words.get(entry.scheme_version_id or 0, self.desk.words)
        return words.act(entry.tag, entry.person, entry.values)

    def kinds(self) -> list[tuple[str, str]]:
        """What acts can be narrowed to."""
        kinds = [(kind.value, self.desk.words.word("audit_kind", kind)) for kind in AuditKind]
        return [("", self._text("every_kind")), *kinds]

    def verdict(self) -> tuple[bool, str] | None:
        """Whether the chains hold, in a sentence; None before they were verified."""
        found = self.summary
        if found is None:
            return None
        if not found.faults:
            until = self.desk.words.formats.moment(found.until) if found.until else "—"
            return True, self._text("holds", until=until, entries=found.entries, chains=found.chains)
        first = found.faults[0]
        number = first.dossier_number or self._text("office_chain")
        rule = self.desk.words.word("chain_break", first.rule)
        return False, self._text("broken", number=number, sequence=first.sequence, rule=rule)

    def _row(self, entry: AuditEntry) -> Row:
        words = self.desk.words
        role = words.title("role", entry.role) if entry.role else ""
        kind = words.word("audit_kind", entry.kind) if entry.kind else entry.tag
        number = words.formats.id(entry.dossier_number or entry.about or "")
        cells = (
            Cell(words.formats.moment(entry.at), colour="text2"),
            Cell(entry.person, role, 500)
            if entry.person
            else Cell(role or self._text("nobody"), colour="text2"),
            Cell(kind, family=_FAMILIES.get(entry.kind, "grey") if entry.kind else "grey"),
            Cell(self.sentence(entry), tip=self.sentence(entry)),
            Cell(number, colour="text2"),
        )
        return Row(entry.id, cells)
