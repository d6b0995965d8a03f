"""A dossier in lines of text: its page, its changes, its due date and its timeline."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import timedelta
from typing import Any

from desktop.commands.answers import facts, table
from desktop.commands.messages import Messages
from desktop.models.vocabulary import Language
from desktop.services.changes import Changes
from desktop.services.dossiers import DossierDetails
from desktop.services.timeline import TimelineEntry

_INDENT = "  "


def page_lines(page: dict[str, Any], say: Messages) -> Iterator[str]:
    """A whole dossier: facts first, then one section for everything it has."""
    yield from facts(_details(page["details"], say))
    for name, rows_of in _SECTIONS:
        rows = list(rows_of(page, say))
        if rows:
            yield ""
            yield say.label(f"section_{name}")
            yield from (_INDENT + line for line in rows)


def _details(details: DossierDetails, say: Messages) -> Iterator[tuple[str, str]]:
    formats = say.formats
    yield say.label("number"), formats.shown(details.number)
    yield say.label("scheme"), f"{formats.label(details.scheme_title)} ({formats.shown(details.scheme_version)})"
    yield say.label("asks_for"), say.word("dossier_kind", details.kind)
    yield say.label("applicant"), f"{details.applicant_name} ({say.word('applicant_kind', details.applicant_kind)})"
    yield say.label("subject"), formats.text(details.subject)
    yield say.label("level"), say.word("level", details.level)
    yield say.label("status"), formats.label(details.status_label)
    yield say.label("round"), formats.shown(details.round)
    yield say.label("opened_at"), formats.shown(details.opened_at)
    for name in ("due_at", "answer_due_at", "claimed_by", "decided_by", "decided_at"):
        value = getattr(details, name)
        if value is not None:
            yield say.label(name), formats.shown(value)


def _fields(page: dict[str, Any], say: Messages) -> list[str]:
    rows = page["details"].fields
    return facts((say.formats.label(row.label), say.formats.text(row.value)) for row in rows)


def _checklist(page: dict[str, Any], say: Messages) -> list[str]:
    judged = [row for row in page["checklist"] if row.verdict is not None]
    counts = say.done("dossier.judged", judged=len(judged), items=len(page["checklist"]))
    rejected = [row for row in judged if row.verdict == "rejected"]
    return [
        counts,
        *(f"{row.code} {say.formats.label(row.title)}: {row.remark}" for row in rejected),
    ]


def paper_lines(rows: Iterable[Any], say: Messages) -> list[str]:
    """Papers awaited and come, with the officer's judgement."""
    names = ("paper", "name", "form", "required", "tracking_number", "verdict", "reason")
    return table(
        [say.label(name) for name in names],
        (
            [
                row.rule,
                say.formats.label(row.label),
                say.word("document_form", row.form),
                say.word("flag", str(row.required).lower()),
                say.formats.shown(row.tracking_number),
                say.word("paper_verdict", row.verdict),
                row.reason,
            ]
            for row in rows
        ),
    )


def verification_lines(rows: Iterable[Any], say: Messages) -> list[str]:
    """Contacts, with what stands verified."""
    shown = say.formats.shown
    return table(
        [say.label(name) for name in ("verification", "name", "value", "verified_at")],
        ([row.kind, say.formats.label(row.label), shown(row.value), shown(row.verified_at)] for row in rows),
    )


def clearance_lines(rows: Iterable[Any], say: Messages) -> list[str]:
    """Enquiries with outside authorities and their answers."""
    shown = say.formats.shown
    return table(
        [say.label(name) for name in ("authority", "name", "result", "asked_at", "answered_at", "reference")],
        (
            [
                row.authority,
                say.word("authority", row.authority),
                say.word("clearance_result", row.result),
                shown(row.asked_at),
                shown(row.answered_at),
                shown(row.reference),
            ]
            for row in rows
        ),
    )


def fee_lines(rows: Iterable[Any], say: Messages) -> list[str]:
    """Fee lines in rial."""
    amount = say.formats.amount
    return table(
        [say.label(name) for name in ("fee", "name", "amount_rial", "paid_rial", "informative")],
        (
            [
                row.code,
                say.formats.label(row.label),
                amount(row.amount_rial),
                amount(row.paid_rial),
                say.word("flag", str(row.informative).lower()),
            ]
            for row in rows
        ),
    )


def certificate_lines(certificate: Any, say: Messages) -> list[str]:
    """A certificate as it was issued, with its present state."""
    if certificate is None:
        return []
    shown = say.formats.shown
    return facts(
        [
            (say.label("number"), shown(certificate.number)),
            (say.label("subject"), shown(certificate.subject)),
            (say.label("level"), say.word("level", certificate.level)),
            (say.label("issued_on"), shown(certificate.issued_on)),
            (say.label("last_valid_day"), shown(certificate.last_valid_day)),
            (say.label("state"), say.word("certificate_state", certificate.state)),
            (say.label("symbol_code"), certificate.symbol_code),
            (say.label("code_installed_at"), shown(certificate.code_installed_at)),
        ]
    )


def hit_lines(hits: Iterable[Any], say: Messages) -> list[str]:
    """Entries of the blacklists that concern a dossier."""
    return [
        say.done(
            "blacklist.hit",
            entry=hit.entry_id,
            kind=hit.subject_kind,
            entered_on=hit.entered_on,
            reason=hit.reason,
            authority=hit.authority,
        )
        for hit in hits
    ]


def _kindred(page: dict[str, Any], say: Messages) -> list[str]:
    return [
        f"{say.formats.shown(row.number)} {row.applicant_name}, {say.formats.text(row.subject)}: "
        f"{say.formats.label(row.status_label)} ({say.word('kinship', row.kinship)})"
        for row in page["kindred"]
    ]


def _notes(page: dict[str, Any], say: Messages) -> list[str]:
    return [f"{say.formats.shown(row.written_at)} {row.person}: {row.text}" for row in page["notes"]]


_SECTIONS: Sequence[tuple[str, Callable[[dict[str, Any], Messages], Iterable[str]]]] = (
    ("blacklist", lambda page, say: hit_lines(page["blacklist_hits"], say)),
    ("fields", _fields),
    ("checklist", _checklist),
    ("verifications", lambda page, say: verification_lines(page["verifications"], say)),
    ("clearances", lambda page, say: clearance_lines(page["clearances"], say)),
    ("papers", lambda page, say: paper_lines(page["papers"], say)),
    ("fees", lambda page, say: fee_lines(page["fees"], say)),
    ("certificate", lambda page, say: certificate_lines(page["certificate"], say)),
    ("kindred", _kindred),
    ("notes", _notes),
)


def changes_lines(found: Changes, say: Messages) -> Iterator[str]:
    """What changed, one line a change."""
    code = "changes.since" if found.since else "changes.never"
    yield say.done(code, round=found.since_round, since=found.since, count=found.count)
    for field in found.fields:
        yield say.done("changes.field", label=field.label, old=field.old, new=field.new)
    for document in found.documents:
        came = "changes.document_new" if document.old_document_id is None else "changes.document_replaced"
        yield say.done(came, label=document.label, name=document.new_name, round=document.round)
    for reply in found.replies:
        yield say.done("changes.reply", item=reply.code, label=reply.title, text=reply.text, round=reply.round)
    for verdict in found.verdicts:
        yield say.done(
            "changes.verdict",
            item=verdict.code,
            label=verdict.title,
            old=verdict.old,
            new=verdict.new,
            remark=verdict.remark,
            person=verdict.person,
        )


def due_lines(data: dict[str, Any], details: DossierDetails, say: Messages) -> Iterator[str]:
    """When a dossier is due and how that comes about, day by day and stop by stop."""
    why = data["why"]
    if why is None:
        yield say.done("due.no_limit", number=details.number, status=details.status_label)
    else:
        code = "due.running" if why.due_at else "due.standing"
        yield say.done(
            code, number=details.number, due_at=why.due_at, days=why.working_days, started_at=why.started_at
        )
        if why.used > timedelta():
            yield say.done("due.used", used=_hours(why.used, say), limit=_hours(why.working_time, say))
        for stop in why.stops:
            said = "due.stopped" if stop.until else "due.stands"
            yield say.done(said, since=stop.since, until=stop.until, phase=stop.phase)
        for skipped in why.skipped:
            yield say.done(f"due.{skipped.reason}", day=skipped.day, title=skipped.title or "")
    if data["answer_due_at"] is not None:
        yield say.done("due.answer", answer_due_at=data["answer_due_at"])
    if data["end_to_end_due_on"] is not None:
        yield say.done("due.end_to_end", day=data["end_to_end_due_on"])


def _hours(span: timedelta, say: Messages) -> str:
    minutes = int(span.total_seconds()) // 60
    return say.formats.digits(f"{minutes // 60}:{minutes % 60:02}")


def timeline_lines(entries: Iterable[TimelineEntry], say: Messages) -> list[str]:
    """Every act with its moment and whose it was."""
    return [f"{say.formats.shown(entry.at)}  {timeline_sentence(entry, say)}" for entry in entries]


def timeline_sentence(entry: TimelineEntry, say: Messages) -> str:
    """One act in words; a person who is none is the applicant or the clock."""
    person = entry.person or say.word("role", entry.values.get("role", "applicant"))
    values = {"person": person, **entry.values}
    sentence = say.say("timeline", entry.tag, values)
    note = entry.values.get("note")
    quoted = f": «{note}»" if say.language is not Language.ENGLISH else f": “{note}”"
    return sentence + quoted if isinstance(note, str) and note else sentence
