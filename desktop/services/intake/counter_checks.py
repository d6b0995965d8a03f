"""Holds a counter draft against the rules of intake while it is typed: all that is wrong so far."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy.orm import Session

from desktop.models.dossier import Dossier
from desktop.models.errors import NotFound, RuleBroken
from desktop.models.jalali import in_tehran
from desktop.models.vocabulary import ApplicantKind, PseudoRole, Role, SubjectKind
from desktop.services.dossiers import find_dossier
from desktop.services.intake.archive import CONTENTS
from desktop.services.intake.contents import read_document, typed
from desktop.services.intake.counter_drafts import RESUBMIT, Draft
from desktop.services.intake.counter_package import package_document
from desktop.services.intake.counter_papers import PaperAsked, papers_asked
from desktop.services.intake.entering import PLACES, SUBMIT
from desktop.services.intake.entitlement import certificate_asked_about
from desktop.services.intake.field_versions import present_values
from desktop.services.intake.fields import normalize_domain_name, normalized_fields
from desktop.services.intake.form import Form, form_of, form_on
from desktop.services.intake.report import Finding, Findings, Rule
from desktop.services.intake.request import request_of
from desktop.services.intake.resubmission import dossier_to_resubmit
from desktop.services.people import Actor
from desktop.services.rules import Call, rules_of


@dataclass(frozen=True, slots=True)
class _Ground:
    """What a draft is held against: a form, the dossier it answers for, and the step it would take."""

    form: Form
    dossier: Dossier | None
    present: Mapping[str, str]
    guards: tuple[Call, ...]

    @property
    def stages(self) -> frozenset[str]:
        """Stages whose documents the step asks for."""
        asked = (one.parameters["stage"] for one in self.guards if one.name == "documents_present")
        return frozenset(asked)


def validate_draft(session: Session, actor: Actor, draft: Draft) -> list[Finding]:
    """Everything wrong with a draft, by its place in package.json; nothing means that intake will take it.

    Files are judged by `judge_paper`, each once. While the form as a whole is not right yet, what the scheme
    says of single fields is told all the same.
    """
    actor.demand(Role.CLERK, Role.SUPERVISOR)
    findings = Findings()
    document = package_document(draft, actor.at)
    read_document(json.dumps(document, ensure_ascii=False).encode(), CONTENTS, findings)
    ground = _ground(session, actor, draft, findings)
    if ground is None:
        return list(findings)
    if findings:
        _check_parts(ground, document, findings)
    else:
        _check_whole(session, ground, document, findings)
    for finding in _guard_findings(session, actor, draft, ground, document):
        findings.add(finding.where, finding.rule, **finding.values)
    return list(findings)


def draft_papers(session: Session, actor: Actor, draft: Draft) -> tuple[PaperAsked, ...]:
    """The documents the draft asks for as it stands; none before its scheme is known."""
    ground = _ground(session, actor, draft, Findings())
    if ground is None:
        return ()
    return papers_asked(session, actor, ground.form, draft, ground.present, ground.stages)


def _ground(session: Session, actor: Actor, draft: Draft, findings: Findings) -> _Ground | None:
    try:
        if draft.document.get("purpose") == RESUBMIT:
            dossier = session.get_one(Dossier, find_dossier(session, str(draft.document.get("dossier"))))
            form, status, action = form_of(session, dossier.scheme_version_id), dossier.status, RESUBMIT
        else:
            scheme = str(draft.document.get("scheme") or "")
            form = form_on(session, scheme, in_tehran(actor.at).date())
            dossier, action = None, SUBMIT
            status = rules_of(session, form.version_id).initial_status.code
    except RuleBroken as refused:
        _note_ground(draft, refused, findings)
        return None
    steps = rules_of(session, form.version_id).steps_from(status)
    guards = [one.guards for one in steps if (one.action, one.role) == (action, PseudoRole.APPLICANT)]
    present = {} if dossier is None else present_values(session, dossier.id)
    return _Ground(form, dossier, present, guards[0] if guards else ())


def _note_ground(draft: Draft, refused: RuleBroken, findings: Findings) -> None:
    if draft.document.get("purpose") == RESUBMIT:
        findings.add("$.dossier", Rule.DOSSIER_UNKNOWN, found=draft.document.get("dossier"))
    elif isinstance(refused, NotFound):
        findings.add("$.scheme", Rule.SCHEME_UNKNOWN, found=draft.document.get("scheme"))
    else:
        findings.add("$.submitted_at", Rule.SCHEME_NOT_IN_FORCE, **refused.values)


def _check_whole(session: Session, ground: _Ground, document: dict[str, Any], findings: Findings) -> None:
    """As intake does once a package can be read."""
    contents = typed(document)
    if ground.dossier is not None:
        dossier_to_resubmit(session, contents, findings)
    request = request_of(ground.form, contents, ground.present, findings)
    if ground.dossier is None:
        certificate_asked_about(session, ground.form, request, contents.kind, findings)


def _check_parts(ground: _Ground, document: dict[str, Any], findings: Findings) -> None:
    """What the scheme says of the parts that are there, while others are missing or wrong."""
    given = document.get("applicant", {})
    kinds = {kind.value: kind for kind in ApplicantKind}
    kind = kinds.get(str(given.get("kind"))) if isinstance(given, dict) else None
    if kind is not None and isinstance(document["fields"], dict):
        normalized_fields(ground.form.fields, kind, document["fields"], ground.present, findings)
    subject = document.get("subject")
    is_domain = ground.form.subject_kind is SubjectKind.DOMAIN_NAME
    if is_domain and isinstance(subject, str) and normalize_domain_name(subject) is None:
        findings.add("$.subject", Rule.DOMAIN_NAME, found=subject[:80])


def _guard_findings(
    session: Session, actor: Actor, draft: Draft, ground: _Ground, document: dict[str, Any]
) -> Iterator[Finding]:
    """What the step into review would be refused for, as far as the draft alone can tell."""
    papers = papers_asked(session, actor, ground.form, draft, ground.present, ground.stages)
    missing = {paper.stage for paper in papers if paper.missing}
    known = {
        one.get("kind")
        for one in document["verifications"]
        if one.get("kind") in ground.form.verifications and ground.form.verifications[one["kind"]].counts
    }
    for guard in ground.guards:
        refused = (guard.name == "documents_present" and guard.parameters["stage"] in missing) or (
            guard.name == "verifications_at_least" and len(known) < guard.parameters["n"]
        )
        if refused:
            code = f"guard.{guard.name}"
            yield Finding(PLACES[code], code, dict(guard.parameters))
