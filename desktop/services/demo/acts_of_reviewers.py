"""What reviewers and their supervisor do in the demo office while a dossier is under review."""

from sqlalchemy import select

from desktop.models.document import Document
from desktop.models.vocabulary import ClearanceResult, Verdict
from desktop.services import claims, clearances, lent_accounts, notes, review, verifications
from desktop.services.demo.cases import Gesture, a_moment_later, other_reviewer
from desktop.services.demo.packages import COUNTED
from desktop.services.demo.resources import resource
from desktop.services.findings import Judgement
from desktop.services.review import ItemRow

SECONDS_PER_ITEM = 24
"""How long a reviewer of the demo office looks at one item."""
AUTHORITY = "public_places_police"
_LICENCE_ITEM = "L2"
_STILL_WANTING = "same_as_before"
"""The canned reason for what was announced before and has not been mended."""


def claim(gesture: Gesture) -> None:
    """Take the dossier in hand."""
    claims.claim(gesture.session, gesture.reviewer, gesture.case.dossier_id)


def reassign(gesture: Gesture) -> None:
    """The supervisor hands the dossier to the other reviewer."""
    receiver = other_reviewer(gesture.office.staff, gesture.case.reviewer)
    supervisor = gesture.person(gesture.office.staff.supervisor)
    reason = gesture.words("reassignments")
    claims.reassign(gesture.session, supervisor, gesture.case.dossier_id, receiver, reason)
    gesture.case.reviewer = receiver


def judge(gesture: Gesture) -> None:
    """Judge `items` items (all without it), `reject` of them or those `rejected` as wanting."""
    rows = review.checklist_of(gesture.session, gesture.case.dossier_id)
    open_ones = [row for row in rows if row.verdict is None]
    possible = set(resource("words")["often_rejected"]).intersection(row.code for row in open_ones)
    wanting = set(gesture.case.chance.sample(sorted(possible), gesture.details.get("reject", 0)))
    wanting |= set(gesture.details.get("rejected", ()))
    sound = [row for row in open_ones if row.code not in wanting]
    judged = {row.code for row in sound[: gesture.details.get("items", len(rows)) - len(wanting)]} | wanting
    _judge_each(gesture, [row for row in open_ones if row.code in judged], wanting)


def rejudge(gesture: Gesture) -> None:
    """Judge what was rejected once more; the first `reject` items are still wanting."""
    rows = review.checklist_of(gesture.session, gesture.case.dossier_id)
    rejected = [row for row in rows if row.verdict is Verdict.REJECTED]
    wanting = {row.code for row in rejected[: gesture.details.get("reject", 0)]}
    _judge_each(gesture, rejected, wanting)


def _judge_each(gesture: Gesture, rows: list[ItemRow], wanting: set[str]) -> None:
    """What is sound is judged in one go; each rejection takes its time."""
    sound = [Judgement(row.code, _verdict(gesture, row.code)) for row in rows if row.code not in wanting]
    review.judge_all(gesture.session, gesture.reviewer, gesture.case.dossier_id, sound)
    for place, row in enumerate(row for row in rows if row.code in wanting):
        then = a_moment_later(gesture.reviewer, (place + 1) * SECONDS_PER_ITEM)
        again = row.verdict is Verdict.REJECTED
        reason = _STILL_WANTING if again else resource("words")["mend"][row.code]["reason"]
        rejected = Judgement(row.code, Verdict.REJECTED, reason=reason)
        review.judge_all(gesture.session, then, gesture.case.dossier_id, [rejected])


def _verdict(gesture: Gesture, item: str) -> Verdict:
    needs_no_licence = item == _LICENCE_ITEM and "licence" not in gesture.case.business.traits
    return Verdict.NOT_APPLICABLE if needs_no_licence else Verdict.ACCEPTED


def verify(gesture: Gesture) -> None:
    """Verify every contact that counts and does not stand verified yet (ENM-050)."""
    dossier_id = gesture.case.dossier_id
    for row in verifications.verifications_of(gesture.session, dossier_id):
        if row.kind in COUNTED and row.verified_at is None:
            verifications.record_verification(gesture.session, gesture.reviewer, dossier_id, row.kind)


def see_account(gesture: Gesture) -> None:
    """Look at the lent test account, which leaves a trace."""
    lent_accounts.read(gesture.session, gesture.reviewer, gesture.case.dossier_id)


def mark(gesture: Gesture) -> None:
    """Mark a place on the first document as evidence for a rejected item, or for the identity item."""
    session, dossier_id, chance = gesture.session, gesture.case.dossier_id, gesture.case.chance
    rows = review.checklist_of(session, dossier_id)
    rejected = [row.code for row in rows if row.verdict is Verdict.REJECTED]
    document = session.scalars(
        select(Document.id).where(Document.dossier_id == dossier_id).order_by(Document.id).limit(1)
    ).one()
    place = notes.Rectangle(
        chance.uniform(0.1, 0.4), chance.uniform(0.15, 0.6), chance.uniform(0.2, 0.45), 0.12
    )
    item = rejected[0] if rejected else rows[1].code
    said = gesture.words("mark_notes")
    notes.mark(session, gesture.reviewer, dossier_id, item, document, page=1, place=place, note=said)


def draft(gesture: Gesture) -> None:
    """Leave the next item half typed."""
    rows = review.checklist_of(gesture.session, gesture.case.dossier_id)
    item = next(row.code for row in rows if row.verdict is None)
    remark = gesture.words("draft_remarks")
    review.keep_draft(
        gesture.session, gesture.reviewer, gesture.case.dossier_id, item, Verdict.REJECTED, remark
    )


def write_note(gesture: Gesture) -> None:
    """Write a note that never leaves the office."""
    said = gesture.words("internal_notes")
    notes.write_note(gesture.session, gesture.reviewer, gesture.case.dossier_id, said)


def clear(gesture: Gesture) -> None:
    """The supervisor records the outside authority's answer; `result` is granted unless said."""
    result = ClearanceResult(gesture.details.get("result", "granted"))
    reference = f"{gesture.case.number}-{gesture.case.chance.randrange(100, 999)}"
    supervisor = gesture.person(gesture.office.staff.supervisor)
    clearances.record_answer(
        gesture.session, supervisor, gesture.case.dossier_id, AUTHORITY, result, reference
    )
