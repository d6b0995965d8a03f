"""Writes what the preview says of a dossier, in the language of the desk; runs where it was read."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from desktop.language.window import Words
from desktop.models.vocabulary import SubjectKind
from desktop.services import wording
from desktop.services.cautions import Caution
from desktop.services.preview import Preview
from desktop.services.rules import Label
from desktop.services.timeline import TimelineEntry
from desktop.services.warnings_about import Warned
from desktop.views.dossier_list.lines import Line
from desktop.views.dossier_list.writing import LineWriter

SHOWN_CHANGES: Final = 6
_LONGEST: Final = 140
"""Letters of an answer or a note before it is cut; the dossier's page has all of it."""


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """One change since this person's last review."""

    tag: str
    title: str
    said: str
    old: str = ""
    new: str = ""


@dataclass(frozen=True, slots=True)
class ProofLine:
    """Something that is verified, or has to be."""

    words: str
    is_good: bool


@dataclass(frozen=True, slots=True)
class WarningLine:
    """A warning, and the dossier it speaks of."""

    words: str
    family: str
    dossier_id: int | None


@dataclass(frozen=True, slots=True)
class EventLine:
    """What moved the dossier: what, when and by whom."""

    what: str
    when: str


@dataclass(frozen=True, slots=True)
class Written:
    """The whole preview in finished words."""

    line: Line
    below: str
    since: str
    changes: tuple[ChangeLine, ...]
    more_changes: str
    scheme_version: str
    checklist: tuple[int, int, int]
    """Accepted, rejected and left; what does not apply is done with."""
    applicant: str
    identity_number: str
    facts: tuple[tuple[str, str], ...]
    proofs: tuple[ProofLine, ...]
    warnings: tuple[WarningLine, ...]
    note: tuple[str, str] | None
    events: tuple[EventLine, ...]


class PreviewWriter:
    """Writes previews at one moment."""

    def __init__(self, words: Words, now: datetime, me: str) -> None:
        self._words, self._now, self._me = words, now, me
        self._text, self._formats = words.of("queue"), words.formats
        self._lines = LineWriter(words, now)

    def write(self, found: Preview) -> Written:
        """The preview in finished words."""
        changes = tuple(self._changes(found))
        line = self._lines.line(found.row)
        number = wording.isolate(self._formats.id(found.row.number))
        bar = found.checklist
        return Written(
            line=line,
            below=f"{number} · {line.scheme} · {line.kind}",
            since=self._formats.when(found.changes.since, self._now) if found.changes.since else "",
            changes=changes[:SHOWN_CHANGES],
            more_changes=self._more(len(changes) - SHOWN_CHANGES),
            scheme_version=self._text("preview.version", version=found.scheme_version),
            checklist=(bar.accepted + bar.not_applicable, bar.rejected, bar.unjudged),
            applicant=found.row.applicant_name,
            identity_number=self._formats.id(found.identity_number),
            facts=tuple(self._facts(found)),
            proofs=tuple(self._proofs(found)),
            warnings=tuple(self._warning(one) for one in found.warnings),
            note=self._note(found),
            events=tuple(self._event(one) for one in found.events),
        )

    def _changes(self, found: Preview) -> Iterator[ChangeLine]:
        text, label = self._text, self._words.label
        for paper in found.changes.documents:
            code = "preview.replaced" if paper.old_document_id is not None else "preview.added"
            yield ChangeLine(text("preview.document"), label(paper.label), text(code))
        for field in found.changes.fields:
            old, new = (self._formats.text(one or "") for one in (field.old, field.new))
            yield ChangeLine(text("preview.field"), label(field.label), "", old, new)
        for reply in found.changes.replies:
            said = text("preview.quoted", said=_cut(reply.text))
            yield ChangeLine(text("preview.reply"), self._item(reply.code, reply.title), said)
        for verdict in found.changes.verdicts:
            judged = self._words.word("verdict", verdict.new)
            said = text("preview.judged", verdict=judged, person=verdict.person)
            yield ChangeLine(text("preview.verdict"), self._item(verdict.code, verdict.title), said)

    def _item(self, code: str, title: Label) -> str:
        return f"{wording.isolate(code)} {self._words.label(title)}"

    def _more(self, count: int) -> str:
        return self._text("preview.more_changes", count=count) if count > 0 else ""

    def _facts(self, found: Preview) -> Iterator[tuple[str, str]]:
        subject = self._formats.text(found.row.subject)
        if found.subject_kind is SubjectKind.DOMAIN_NAME:
            subject = wording.isolate(subject)
        yield self._words.title("subject_kind", found.subject_kind), subject
        yield (
            self._text("preview.applicant_kind"),
            self._words.title("applicant_kind", found.applicant_kind),
        )
        if found.level_label is not None:
            yield self._text("preview.level"), self._words.label(found.level_label)
        if found.row.holder is not None:
            yield self._text("column.holder"), self._text("mine") if found.row.is_mine else found.row.holder

    def _proofs(self, found: Preview) -> Iterator[ProofLine]:
        for one in found.proofs:
            label = self._words.label(one.label)
            if one.is_verified:
                yield ProofLine(label, is_good=True)
            elif one.is_void:
                yield ProofLine(self._text("preview.proof_void", proof=label), is_good=False)
            elif one.counts:
                yield ProofLine(self._text("preview.proof_missing", proof=label), is_good=False)

    def _warning(self, one: Warned) -> WarningLine:
        family = "red" if one.caution is Caution.BLACKLISTED else "amber"
        if one.entry is not None:
            said = self._text(
                "warning.blacklisted", reason=one.entry.reason, authority=one.entry.authority or None
            )
            return WarningLine(said, family, None)
        if one.other is None:
            return WarningLine(self._text(f"caution.{one.caution}"), family, None)
        reason = one.reason or self._words.label(one.other.status_label)
        said = self._text(
            f"warning.{one.caution}", number=one.other.number, reason=reason, name=one.other.applicant_name
        )
        return WarningLine(said, family, one.other.id)

    def _note(self, found: Preview) -> tuple[str, str] | None:
        if found.note is None:
            return None
        when = self._formats.when(found.note.written_at, self._now)
        return _cut(found.note.text), self._text("preview.by_at", person=found.note.person, when=when)

    def _event(self, one: TimelineEntry) -> EventLine:
        when = self._formats.when(one.at, self._now)
        who = self._text("mine") if one.person == self._me else one.person
        at_end = f"{when} · {who}" if who else when
        if "action_label" in one.values:
            what = self._words.label(one.values["action_label"])
            undone = one.tag.endswith(":undone")
            return EventLine(self._text("event.undone", what=what) if undone else what, at_end)
        code = "event." + one.tag.removeprefix("dossier:").replace(":", ".")
        return EventLine(self._text(code, receiver=one.values.get("receiver", "")), at_end)


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else text[:_LONGEST].rstrip() + "…"
