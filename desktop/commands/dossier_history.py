"""What became of a dossier in lines of text: its changes, its due date and its timeline."""

from collections.abc import Iterable, Iterator
from datetime import timedelta
from typing import Any

from desktop.commands.dossier_page import answer
from desktop.language.messages import Messages
from desktop.models.vocabulary import Language
from desktop.services.changes import Changes
from desktop.services.dossiers import DossierDetails
from desktop.services.scheme_words import Words
from desktop.services.timeline import TimelineEntry


def changes_lines(found: Changes, choices: Words, say: Messages) -> Iterator[str]:
    """What changed, one line a change; `choices` names the answers of fields of choice."""
    code = "changes.since" if found.since else "changes.never"
    yield say.done(code, round=found.since_round, since=found.since, count=found.count)
    for field in found.fields:
        old, new = (answer(field.code, field.type, value, choices, say) for value in (field.old, field.new))
        yield say.done("changes.field", label=field.label, old=old, new=new)
    for document in found.documents:
        came = "changes.document_new" if document.old_document_id is None else "changes.document_replaced"
        yield say.done(came, label=document.label, name=document.new_name, round=document.round)
    for reply in found.replies:
        yield say.done(
            "changes.reply", item=reply.code, label=reply.title, text=reply.text, round=reply.round
        )
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
