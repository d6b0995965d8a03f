"""Reads the wording of letters from resources/letters: bodies by kind, signatures apart from them (C-04)."""

import functools
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from desktop.models.errors import RuleBroken
from desktop.models.vocabulary import ApplicantKind

FOLDER = Path(__file__).parents[3] / "resources" / "letters"
SHARED = frozenset({"words.toml", "commitments.toml"})
"""Files that belong to several letters."""


@dataclass(frozen=True)
class Template:
    """The wording of one letter in all languages; `applicant_kind` is None when it fits both."""

    name: str
    kind: str
    scheme: str | None
    """Code of the scheme whose letter this is; None where the wording fits every scheme."""
    applicant_kind: ApplicantKind | None
    title: dict[str, str]
    letterhead: tuple[dict[str, Any], ...]
    parts: tuple[dict[str, Any], ...]
    ornate: bool


def template_for(kind: str, applicant_kind: ApplicantKind, scheme: str | None = None) -> Template:
    """Return the wording for this applicant: the scheme's own letter, else the one that fits every scheme.

    Raises RuleBroken letter.kind_unknown when there is neither.
    """
    fitting = [
        template
        for template in templates()
        if template.kind == kind
        and template.applicant_kind in (None, applicant_kind)
        and template.scheme in (None, scheme)
    ]
    for template in sorted(fitting, key=lambda template: template.scheme is None):
        return template
    raise RuleBroken("letter.kind_unknown", kind=kind, applicant_kind=applicant_kind.value)


@functools.cache
def templates() -> tuple[Template, ...]:
    """Return all letters that the office ships."""
    return tuple(read_template(path) for path in sorted(FOLDER.glob("*.toml")) if path.name not in SHARED)


def read_template(path: Path) -> Template:
    """Return the letter in one file; what is wrong in it is the lint's business."""
    content = tomllib.loads(path.read_text("utf-8"))
    applicant_kind = content.get("applicant_kind")
    return Template(
        name=path.stem,
        kind=content["kind"],
        scheme=content.get("scheme"),
        applicant_kind=ApplicantKind(applicant_kind) if applicant_kind else None,
        title=content["title"],
        letterhead=tuple(content.get("letterhead", ())),
        parts=tuple(content["part"]),
        ornate=content.get("ornate", False),
    )


@functools.cache
def words() -> dict[str, Any]:
    """Return what all letters share: page numbers, dates, roles and the places to sign."""
    return tomllib.loads((FOLDER / "words.toml").read_text("utf-8"))


@functools.cache
def commitments() -> tuple[dict[str, str], ...]:
    """Return the clauses of both commitment letters."""
    clauses = tomllib.loads((FOLDER / "commitments.toml").read_text("utf-8"))["clause"]
    return tuple(clauses)
