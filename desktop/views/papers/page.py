"""One dossier at the desk of papers in one call: its papers, packets, scans, notes, and what is open."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from desktop.models.vocabulary import PaperVerdict, Phase
from desktop.services.attachments import DocumentRow, documents_of
from desktop.services.dossier_page import DossierPage, Standing, page_of
from desktop.services.notes import NoteRow, notes_of
from desktop.services.papers_desk import PacketRow, packets_of
from desktop.services.people import Actor
from desktop.services.physical_documents import PaperRow, papers_of
from desktop.services.rules import rules_of_dossier
from desktop.services.stack_chain import Chain, chains_of
from desktop.services.step_natures import DeskStep, StepNature
from desktop.services.steps import Refusal
from desktop.services.timeline import newest_of

REOPENED: Final = "dossier:paper:reopened"
FOUR_EYES: Final = "guard.four_eyes"
_LOOKED_BACK: Final = 50


@dataclass(frozen=True, slots=True)
class PapersPage:
    """What the screen shows of one dossier."""

    page: DossierPage
    papers: tuple[PaperRow, ...]
    packets: tuple[PacketRow, ...]
    documents: tuple[DocumentRow, ...]
    notes: tuple[NoteRow, ...]
    chain: Chain
    voided: Mapping[str, datetime]
    """Papers whose verdict fell because a newer scan came after it, with the moment, by rule."""

    @property
    def is_at_desk(self) -> bool:
        """Whether papers are judged now."""
        return self.page.details.phase is Phase.PAPERS

    @property
    def accept(self) -> DeskStep | None:
        """The step that says all papers are well."""
        return self._step(StepNature.APPROVAL)

    @property
    def reject(self) -> DeskStep | None:
        """The step that sends them back to the applicant."""
        return self._step(StepNature.DEFICIENCY)

    @property
    def own_work(self) -> Refusal | None:
        """That this person reviewed the dossier himself: then the papers are for somebody else."""
        refusals = self.accept.answer.refusals if self.accept else ()
        return next((one for one in refusals if one.code == FOUR_EYES), None)

    @property
    def holder(self) -> str | None:
        """The colleague who has the dossier in hand."""
        is_others = self.page.standing is Standing.WITH_COLLEAGUE
        return self.page.details.claimed_by if is_others else None

    def paper(self, rule: str | None) -> PaperRow | None:
        """One paper by its rule."""
        return next((one for one in self.papers if one.rule == rule), None)

    def count(self, *verdicts: PaperVerdict | None) -> int:
        """How many papers have one of these verdicts; None is what has not come."""
        return sum(one.verdict in verdicts for one in self.papers)

    def _step(self, nature: StepNature) -> DeskStep | None:
        return next((step for step in self.page.steps if step.nature is nature), None)


def read_papers(session: Any, actor: Actor, dossier_id: int) -> PapersPage:
    """The page as this person may see it now."""
    papers, packets = tuple(papers_of(session, dossier_id)), tuple(packets_of(session, dossier_id))
    rules = rules_of_dossier(session, dossier_id)
    return PapersPage(
        page=page_of(session, actor, dossier_id),
        papers=papers,
        packets=packets,
        documents=tuple(documents_of(session, dossier_id)),
        notes=tuple(notes_of(session, dossier_id)),
        chain=chains_of(session, actor, {dossier_id: rules})[dossier_id],
        voided=_voided(session, dossier_id, papers, packets),
    )


def _voided(
    session: Any, dossier_id: int, papers: tuple[PaperRow, ...], packets: tuple[PacketRow, ...]
) -> dict[str, datetime]:
    came = {packet.tracking_number: packet.entered_at for packet in packets}
    fell = {
        entry.values["rule"]: entry.at
        for entry in reversed(newest_of(session, dossier_id, [REOPENED], _LOOKED_BACK))
    }
    return {
        paper.rule: fell[paper.rule]
        for paper in papers
        if paper.verdict is PaperVerdict.PENDING
        and paper.rule in fell
        and fell[paper.rule] >= came[paper.tracking_number or ""]
    }
