"""A dossier's page in lines of text, section by section."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from desktop.commands.answers import facts, table
from desktop.language.messages import Messages
from desktop.models.vocabulary import FieldType, Verdict
from desktop.services.applicant_view import ApplicantView
from desktop.services.dossiers import DossierDetails, FieldRow
from desktop.services.scheme_words import Words

_INDENT = "  "


def page_lines(page: dict[str, Any], choices: Words, say: Messages) -> Iterator[str]:
    """A whole dossier: facts first, then one section for everything it has.

    `choices` names the answers of fields of choice: field → code → label.
    """
    yield from facts(_details(page["details"], say))
    yield from ("", say.label("section_fields"))
    yield from (_INDENT + line for line in field_lines(page["details"].fields, choices, say))
    for name, rows_of in _SECTIONS:
        rows = list(rows_of(page, say))
        if rows:
            yield ""
            yield say.label(f"section_{name}")
            yield from (_INDENT + line for line in rows)


def _details(details: DossierDetails, say: Messages) -> Iterator[tuple[str, str]]:
    formats = say.formats
    yield say.label("number"), formats.shown(details.number)
    yield (
        say.label("scheme"),
        f"{formats.label(details.scheme_title)} ({formats.shown(details.scheme_version)})",
    )
    yield say.label("asks_for"), say.word("dossier_kind", details.kind)
    yield (
        say.label("applicant"),
        f"{details.applicant_name} ({say.word('applicant_kind', details.applicant_kind)})",
    )
    yield say.label("subject"), formats.text(details.subject)
    yield say.label("level"), say.word("level", details.level)
    yield say.label("status"), formats.label(details.status_label)
    yield say.label("round"), formats.shown(details.round)
    yield say.label("opened_at"), formats.shown(details.opened_at)
    for name in ("due_at", "answer_due_at", "claimed_by", "decided_by", "decided_at"):
        value = getattr(details, name)
        if value is not None:
            yield say.label(name), formats.shown(value)


def field_lines(rows: Iterable[FieldRow], choices: Words, say: Messages) -> list[str]:
    """What the applicant says, field by field; several answers of one field in one line."""
    return facts(
        (say.formats.label(row.label), say.formats.shown(answer(row.code, row.type, row.value, choices, say)))
        for row in rows
    )


def answer(code: str, kind: FieldType, value: str | None, choices: Words, say: Messages) -> Any:
    """The value of a field as it is to be written: choices by their names, days by the calendar."""
    if not value:
        return None
    if kind is FieldType.FLAG:
        return say.word("flag", value)
    if kind is FieldType.DATE:
        return date.fromisoformat(value)
    if code not in choices:
        return value
    return [choices[code].get(one, one) for one in value.split(",")]


def outside_lines(seen: ApplicantView, say: Messages) -> Iterator[str]:
    """What a portal may show of a dossier; parts that its status hides are left out."""
    yield say.done("outside.status", number=seen.number, status=seen.status_label)
    if seen.answer_due_at is not None:
        yield say.done("due.answer", answer_due_at=seen.answer_due_at)
    for item in seen.checklist or ():
        if item.rejected:
            yield say.done("outside.item", item=item.code, title=item.title, remark=item.remark)
    for paper, remark in seen.paper_remarks or ():
        yield say.done("outside.paper", paper=paper, remark=remark)
    for move in seen.moves or ():
        yield f"{say.formats.shown(move.at)}  {say.formats.label(move.status_label)}"
    if seen.certificate_number is not None:
        yield say.done(
            "outside.certificate", certificate=seen.certificate_number, symbol_code=seen.symbol_code
        )


def _checklist(page: dict[str, Any], say: Messages) -> list[str]:
    judged = [row for row in page["checklist"] if row.verdict is not None]
    counts = say.done("dossier.judged", judged=len(judged), items=len(page["checklist"]))
    rejected = [row for row in judged if row.verdict is Verdict.REJECTED]
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
                say.word("flag", row.required),
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
                say.word("flag", row.informative),
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
            (say.label("certificate_holder"), certificate.facts["holder"]),
            (say.label("subject"), shown(certificate.subject)),
            (say.label("certificate_dossier"), shown(certificate.facts["dossier"])),
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
    ("checklist", _checklist),
    ("verifications", lambda page, say: verification_lines(page["verifications"], say)),
    ("clearances", lambda page, say: clearance_lines(page["clearances"], say)),
    ("papers", lambda page, say: paper_lines(page["papers"], say)),
    ("fees", lambda page, say: fee_lines(page["fees"], say)),
    ("certificate", lambda page, say: certificate_lines(page["certificate"], say)),
    ("kindred", _kindred),
    ("notes", _notes),
)
