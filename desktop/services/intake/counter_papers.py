"""The documents a draft at the counter needs, as the scheme's rules answer its facts; what was brought."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.models.document import Document
from desktop.models.dossier import Dossier
from desktop.models.errors import RuleBroken, Unavailable
from desktop.models.jalali import in_tehran, parse_date
from desktop.models.scheme_rules import DocumentRule
from desktop.models.vocabulary import ApplicantKind, DocumentLevel, DossierKind, Role
from desktop.services.applicants import NewApplicant
from desktop.services.intake import limits
from desktop.services.intake.attachments import judge
from desktop.services.intake.counter_drafts import Draft
from desktop.services.intake.form import DocumentAsked, Form
from desktop.services.intake.judgement import Flag
from desktop.services.intake.report import Finding, Rule
from desktop.services.intake.requirements import Facts, applies, facts_of
from desktop.services.people import Actor
from desktop.services.rules import Label


@dataclass(frozen=True, slots=True)
class PaperAsked:
    """A document rule that applies to the draft; `missing` when nothing that satisfies it was brought."""

    rule: str
    label: Label
    stage: str
    required: bool
    one_of: str | None
    brought: bool
    missing: bool
    needed_now: bool
    """Without it the application is not taken; otherwise it is wanted later in the course."""


@dataclass(frozen=True, slots=True)
class JudgedPaper:
    """What a file is; `problem` says why no package can bring it."""

    path: Path
    size: int
    media_type: str | None
    pages: int
    flags: tuple[Flag, ...]
    problem: Finding | None


def judge_paper(path: Path) -> JudgedPaper:
    """Judge a file as intake will; raises Unavailable("file.unreadable")."""
    try:
        with path.open("rb") as opened:
            data = opened.read(limits.FILE_BYTES + 1)
    except OSError as error:
        raise Unavailable("file.unreadable", file=str(path), detail=error.strerror or "") from error
    if len(data) > limits.FILE_BYTES:
        too_large = Finding(path.name, Rule.FILE_TOO_LARGE, {"limit": limits.FILE_BYTES})
        return JudgedPaper(path, path.stat().st_size, None, 0, (), too_large)
    try:
        judged = judge(data, path.name)
    except RuleBroken as refused:
        problem = Finding(path.name, refused.code, refused.values)
        return JudgedPaper(path, len(data), None, 0, (), problem)
    return JudgedPaper(path, judged.size, judged.media_type, judged.pages, judged.flags, None)


def papers_asked(
    session: Session,
    actor: Actor,
    form: Form,
    draft: Draft,
    present: Mapping[str, str],
    stages: Collection[str],
) -> tuple[PaperAsked, ...]:
    """The documents this draft asks for, in the scheme's order; `stages` are needed to be taken at all."""
    actor.demand(Role.CLERK, Role.SUPERVISOR)
    facts = draft_facts(form, draft.document, present, in_tehran(actor.at).date())
    asked = [rule for rule in form.documents.values() if rule.comes_as_scan and applies(rule, facts)]
    brought = {one.rule for one in draft.files} | _standing(session, draft)
    labels = dict(
        session.execute(
            select(DocumentRule.code, DocumentRule.label).where(
                DocumentRule.scheme_version_id == form.version_id
            )
        ).all()
    )
    return tuple(
        PaperAsked(
            rule=rule.code,
            label=labels[rule.code],
            stage=rule.stage,
            required=rule.level is DocumentLevel.REQUIRED,
            one_of=rule.one_of,
            brought=rule.code in brought,
            missing=_is_missing(rule, asked, brought),
            needed_now=rule.stage in stages and rule.level is DocumentLevel.REQUIRED,
        )
        for rule in asked
    )


def draft_facts(form: Form, document: Mapping[str, Any], present: Mapping[str, str], day: date) -> Facts:
    """The facts of a draft, as far as they are known; what is not yet right counts as unknown."""
    given = _table(document.get("applicant"))
    kinds = {kind.value: kind for kind in ApplicantKind}
    level = document.get("level") or next(iter(form.levels), None)
    return facts_of(
        form=form,
        applicant=NewApplicant(
            kind=kinds.get(str(given.get("kind")), ApplicantKind.NATURAL_PERSON),
            identity_number="",
            name="",
            birth_date=_birth_date(given.get("birth_date"), day),
            sex=given.get("sex") or None,
            is_foreign=given.get("is_foreign") is True,
        ),
        kind=DossierKind(document.get("kind") or DossierKind.INITIAL),
        level=level,
        fields={**present, **{code: str(value) for code, value in _table(document.get("fields")).items()}},
        services=_texts(document.get("services")),
        has_proxy=given.get("has_proxy") is True,
        submitted_on=day,
    )


def _is_missing(rule: DocumentAsked, asked: Sequence[DocumentAsked], brought: Collection[str]) -> bool:
    same_stage = (other for other in asked if other.stage == rule.stage)
    enough = {rule.code} | {o.code for o in same_stage if rule.one_of and o.one_of == rule.one_of}
    return rule.level is DocumentLevel.REQUIRED and enough.isdisjoint(brought)


def _standing(session: Session, draft: Draft) -> set[str]:
    """Rules whose documents an earlier submission of the dossier brought."""
    standing = (
        select(Document.rule_code)
        .join(Dossier, Dossier.id == Document.dossier_id)
        .where(Dossier.number == draft.document.get("dossier"), Document.superseded_by_id.is_(None))
    )
    return set(session.scalars(standing))


def _table(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}


def _texts(value: object) -> list[str]:
    return [one for one in value if isinstance(one, str)] if isinstance(value, list) else []


def _birth_date(value: object, today: date) -> date | None:
    try:
        born = parse_date(value) if isinstance(value, str) else None
    except (ValueError, OverflowError):
        return None
    return born if born and born <= today else None
