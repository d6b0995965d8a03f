"""What changed since the reviewer's own last review, as a list to work through and tick off."""

from collections.abc import Iterator
from dataclasses import dataclass

from desktop.language.window import Words
from desktop.models.vocabulary import Verdict
from desktop.services.changes import DocumentChange, FieldChange
from desktop.services.dossier_page import DossierPage
from desktop.services.review_desk import ReviewDesk
from desktop.views.dossier.asking import Asking
from desktop.views.dossier.review.values import written

_KEPT_DOSSIERS = 80
"""Ticks are remembered for so many dossiers; those ticked longest ago are forgotten first."""
SEEN = "dossier.seen"


@dataclass(frozen=True, slots=True)
class ShownChange:
    """One change; `old` and `new` only for values, `document_id` where there is something to look at."""

    key: str
    icon: str
    title: str
    body: str
    items: tuple[str, ...]
    old: str = ""
    new: str = ""
    warning: str = ""
    document_id: int | None = None


def shown_changes(page: DossierPage, desk: ReviewDesk, words: Words) -> tuple[ShownChange, ...]:
    """All changes: documents first, then values, answers, and what colleagues found."""
    return tuple(_Changes(page, desk, words).all())


class _Changes:
    """Puts the changes of one reading into words."""

    def __init__(self, page: DossierPage, desk: ReviewDesk, words: Words) -> None:
        self._guide, self._desk, self._words = page.guide, desk, words
        self._text = words.of("dossier")

    def all(self) -> Iterator[ShownChange]:
        changes = self._desk.changes
        yield from map(self._document, changes.documents)
        yield from map(self._field, changes.fields)
        for reply in changes.replies:
            body = self._text("change.quoted", text=reply.text)
            key = f"reply:{reply.code}:{reply.round}"
            yield ShownChange(key, "speech", self._text("change.reply"), body, (reply.code,))
        for verdict in changes.verdicts:
            body = self._text(
                "change.verdict_body",
                person=verdict.person,
                old=self._verdict(verdict.old),
                new=self._verdict(verdict.new),
            )
            key = f"verdict:{verdict.code}:{verdict.round}:{verdict.new}"
            yield ShownChange(key, "eye", self._text("change.verdict"), body, (verdict.code,))

    def _document(self, change: DocumentChange) -> ShownChange:
        versions = [row.id for row in self._desk.documents if row.rule == change.rule]
        is_new = change.old_document_id is None
        label = self._words.label(change.label)
        number = versions.index(change.new_document_id) + 1 if change.new_document_id in versions else 1
        return ShownChange(
            key=f"document:{change.new_document_id}",
            icon="plus" if is_new else "paper",
            title=self._text("change.document_added" if is_new else "change.document_replaced"),
            body=label if is_new else self._text("change.document_body", document=label, version=number),
            items=self._guide.items_of(document=change.rule),
            document_id=change.new_document_id,
        )

    def _field(self, change: FieldChange) -> ShownChange:
        old, new = (
            written(change.code, change.type, value, self._words, self._guide)
            for value in (change.old, change.new)
        )
        return ShownChange(
            key=f"field:{change.code}:{change.new}",
            icon="pen",
            title=self._text("change.field"),
            body=self._words.label(change.label),
            items=self._guide.items_of(field=change.code),
            old=old,
            new=new,
            warning=self._voided(change.code),
        )

    def _voided(self, field: str) -> str:
        kinds = {kind for kind, proved in self._guide.verified_fields.items() if proved == field}
        void = [row for row in self._desk.verifications if row.kind in kinds and row.verified_at is None]
        if not void:
            return ""
        return self._text("change.verification_void", verification=self._words.label(void[0].label))

    def _verdict(self, verdict: Verdict | None) -> str:
        return self._text(f"verdict.{verdict.value if verdict else 'none'}")


class SeenChanges:
    """Which changes of a dossier the reviewer has ticked off; kept with his other choices."""

    def __init__(self, desk: Asking, dossier_id: int) -> None:
        self._desk, self._dossier = desk, str(dossier_id)

    def __contains__(self, key: object) -> bool:
        return key in self._all().get(self._dossier, ())

    def toggle(self, key: str) -> None:
        """Tick a change off, or put it back."""
        ticked = dict(self._all())
        mine = ticked.pop(self._dossier, [])
        ticked[self._dossier] = [one for one in mine if one != key] if key in mine else [*mine, key]
        newest = list(ticked.items())[-_KEPT_DOSSIERS:]
        self._desk.preferences.set(SEEN, dict(newest))

    def _all(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = self._desk.preferences.get(SEEN, {})
        return found
