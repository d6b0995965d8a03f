"""What each guard should answer, worked out in plain Python from the things themselves, without its SQL."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.models.applicant import Applicant
from desktop.models.certificate import Certificate
from desktop.models.checklist import ChecklistItem
from desktop.models.document import Document, DocumentRequirement
from desktop.models.dossier import Dossier, FieldValue, WorkDone
from desktop.models.finding import Finding
from desktop.models.outside import BlacklistEntry, Clearance, FeeLine, Payment
from desktop.models.physical_documents import Paper
from desktop.models.scheme import SchemeParameter
from desktop.models.scheme_rules import Level, LevelRequirement
from desktop.models.submission import Verification


@dataclass(frozen=True)
class Asked:
    """One question about one dossier."""

    session: Session
    dossier: Dossier
    person_id: int | None
    note: str | None
    now: datetime
    parameters: Mapping[str, Any]

    def of_dossier(self, table: type) -> list[Any]:
        """Every row of the dossier in a table."""
        return list(self.session.scalars(select(table).where(table.dossier_id == self.dossier.id)))

    def of_version(self, table: type) -> list[Any]:
        """Every row of the dossier's scheme version in a table."""
        version = self.dossier.scheme_version_id
        return list(self.session.scalars(select(table).where(table.scheme_version_id == version)))

    @property
    def verdicts(self) -> dict[str, str]:
        """The verdict that stands for each judged item."""
        return {row.item_code: row.verdict for row in self.of_dossier(Finding) if row.superseded_at is None}

    @property
    def certificate(self) -> Certificate | None:
        """The certificate the dossier led to or is about."""
        held = self.dossier.certificate_id
        return None if held is None else self.session.get(Certificate, held)

    def satisfied(self, held: set[str]) -> bool:
        """Whether each required rule of the stage, or an alternative of it, is among `held`."""
        rules = [r for r in self.of_dossier(DocumentRequirement) if r.stage == self.parameters["stage"]]
        for rule in rules:
            group = {r.rule_code for r in rules if rule.one_of is not None and r.one_of == rule.one_of}
            if rule.level == "required" and not held & (group | {rule.rule_code}):
                return False
        return True

    def rejected_papers(self) -> list[Paper]:
        """Papers that stand rejected."""
        return [p for p in self.of_dossier(Paper) if p.verdict == "rejected" and p.replaced_by_id is None]

    def latest_clearance(self) -> str | None:
        """The result of the last enquiry at the authority."""
        asked = [c for c in self.of_dossier(Clearance) if c.authority == self.parameters["authority"]]
        return max(asked, key=lambda c: c.id).result if asked else None


def _verified(asked: Asked) -> bool:
    kinds = {v.kind for v in asked.of_dossier(Verification) if v.counts and v.voided_at is None}
    return len(kinds) >= asked.parameters["n"]


def _present(asked: Asked) -> bool:
    return asked.satisfied({d.rule_code for d in asked.of_dossier(Document) if d.superseded_by_id is None})


def _accepted(asked: Asked) -> bool:
    papers = [p for p in asked.of_dossier(Paper) if p.replaced_by_id is None and p.verdict == "accepted"]
    return asked.satisfied({paper.rule_code for paper in papers})


def _four_eyes(asked: Asked) -> bool:
    wanted = asked.parameters["work"]
    mine = [w.kind for w in asked.of_dossier(WorkDone) if w.person_id == asked.person_id]
    return not mine if wanted == "any" else wanted not in mine


def _paid(asked: Asked) -> bool:
    for line in asked.of_dossier(FeeLine):
        payments = asked.session.scalars(select(Payment).where(Payment.fee_line_id == line.id))
        paid = sum(payment.amount_rial for payment in payments)
        if line.charged_on == asked.parameters["kind"] and not line.informative and paid < line.amount_rial:
            return False
    return True


def _not_blacklisted(asked: Asked) -> bool:
    applicant = asked.session.get_one(Applicant, asked.dossier.applicant_id)
    listed = {("person", applicant.identity_number), ("domain_name", asked.dossier.subject_folded)}
    entries = asked.session.scalars(select(BlacklistEntry))
    return not any(
        entry.lifted_on is None and (str(entry.subject_kind), entry.subject_value) in listed
        for entry in entries
    )


def _attainable(asked: Asked) -> bool:
    asks = {r.item_code for r in asked.of_version(LevelRequirement) if r.level_code == asked.dossier.level}
    if any(asked.verdicts.get(item) != "accepted" for item in asks):
        return False
    follows = {level.follows for level in asked.of_version(Level) if level.code == asked.dossier.level}
    held = asked.certificate
    is_raise = asked.dossier.kind == "level_raise"
    return not (is_raise or follows - {None}) or (
        held is not None and held.state == "valid" and held.level_code in follows
    )


def _decided_within(asked: Asked) -> bool:
    decided = asked.dossier.decided_at
    return decided is not None and asked.now - decided <= timedelta(days=asked.parameters["days"])


def _field_is(asked: Asked) -> bool:
    wanted = (asked.parameters["field"], asked.parameters["value"])
    return any(
        (v.field_code, v.value) == wanted for v in asked.of_dossier(FieldValue) if v.replaced_at is None
    )


def _parameter_on(asked: Asked) -> bool:
    return {p.name: p.value for p in asked.of_version(SchemeParameter)}.get(
        asked.parameters["name"]
    ) == "true"


def _code_installed(asked: Asked) -> bool:
    held = asked.certificate
    return held is not None and held.code_installed_at is not None


def _overdue(asked: Asked) -> bool:
    return asked.dossier.answer_due_at is not None and asked.dossier.answer_due_at < asked.now


def _all_judged(asked: Asked) -> bool:
    return {item.code for item in asked.of_version(ChecklistItem)} <= asked.verdicts.keys()


def _rejected_in_this_round(asked: Asked) -> bool:
    return any(
        f.verdict == "rejected" and f.superseded_at is None and f.round == asked.dossier.round
        for f in asked.of_dossier(Finding)
    )


ANSWERS: dict[str, Callable[[Asked], bool]] = {
    "claimed_by_actor": lambda a: a.person_id is not None and a.dossier.claimed_by_id == a.person_id,
    "note_given": lambda a: len((a.note or "").strip()) >= a.parameters["min_letters"],
    "all_items_judged": _all_judged,
    "no_item_rejected": lambda a: "rejected" not in a.verdicts.values(),
    "some_item_rejected": _rejected_in_this_round,
    "verifications_at_least": _verified,
    "documents_present": _present,
    "documents_accepted": _accepted,
    "some_paper_rejected": lambda a: bool(a.rejected_papers()),
    "papers_received_again": lambda a: not a.rejected_papers(),
    "four_eyes": _four_eyes,
    "fee_paid": _paid,
    "clearance_granted": lambda a: a.latest_clearance() == "granted",
    "clearance_pending": lambda a: a.latest_clearance() == "pending",
    "clearance_refused": lambda a: a.latest_clearance() == "refused",
    "not_blacklisted": _not_blacklisted,
    "answer_overdue": _overdue,
    "rounds_at_most": lambda a: a.dossier.round <= a.parameters["n"],
    "decided_within": _decided_within,
    "code_installed": _code_installed,
    "level_attainable": _attainable,
    "field_is": _field_is,
    "parameter_on": _parameter_on,
}

PARAMETERS: dict[str, tuple[dict[str, Any], ...]] = {
    "note_given": ({"min_letters": 1}, {"min_letters": 5}, {"min_letters": 20}),
    "verifications_at_least": tuple({"n": n} for n in range(5)),
    "documents_present": tuple({"stage": stage} for stage in ("application", "file", "physical")),
    "documents_accepted": tuple({"stage": stage} for stage in ("file", "physical", "physical")),
    "four_eyes": tuple({"work": work} for work in ("any", "review", "documents", "intake")),
    "fee_paid": ({"kind": "issue"}, {"kind": "renewal"}),
    "clearance_granted": ({"authority": "public_places_police"}, {"authority": "nobody"}),
    "clearance_pending": ({"authority": "public_places_police"}, {"authority": "nobody"}),
    "clearance_refused": ({"authority": "public_places_police"}, {"authority": "nobody"}),
    "rounds_at_most": tuple({"n": n} for n in range(4)),
    "decided_within": tuple({"days": days} for days in (1, 10, 30)),
    "field_is": tuple({"field": "activity_type", "value": value} for value in ("guild", "non_guild")),
    "parameter_on": tuple(
        {"name": name} for name in ("temporary_symbol", "electronic_affidavit", "physical_address", "nothing")
    ),
}
"""Parameters with which a guard is asked; those that are not here have none."""
