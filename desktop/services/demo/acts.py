"""The words a course may use for its acts, each with what does it; plain steps are one table more."""

from collections.abc import Callable, Mapping

from desktop.services.demo import acts_of_applicants, acts_of_deciders, acts_of_reviewers
from desktop.services.demo.cases import Gesture

_Act = Callable[[Gesture], None]

_ACTS: Mapping[str, _Act] = {
    "begin": acts_of_applicants.begin,
    "take": acts_of_applicants.take,
    "resubmit": acts_of_applicants.resubmit,
    "claim": acts_of_reviewers.claim,
    "reassign": acts_of_reviewers.reassign,
    "judge": acts_of_reviewers.judge,
    "rejudge": acts_of_reviewers.rejudge,
    "verify": acts_of_reviewers.verify,
    "see_account": acts_of_reviewers.see_account,
    "mark": acts_of_reviewers.mark,
    "draft": acts_of_reviewers.draft,
    "note": acts_of_reviewers.write_note,
    "clear": acts_of_reviewers.clear,
    "pay": acts_of_deciders.pay,
    "receive": acts_of_deciders.receive,
    "judge_papers": acts_of_deciders.judge_papers,
    "reexamine": acts_of_deciders.reexamine,
    "lift_blacklist": acts_of_deciders.lift_blacklist,
    "blacklist_domain": acts_of_deciders.blacklist_domain,
    "check_code": acts_of_deciders.check_code,
}


def _reviewer(gesture: Gesture) -> str:
    return gesture.case.reviewer


def _of(part: str) -> Callable[[Gesture], str]:
    def username(gesture: Gesture) -> str:
        return str(getattr(gesture.office.staff, part))

    return username


_STEPS: Mapping[str, tuple[str, Callable[[Gesture], str], str | None]] = {
    "return": ("announce_deficiency", _reviewer, None),
    "demand_guild_activity": ("demand_guild_activity", _reviewer, "guild_demands"),
    "await_clearance": ("await_clearance", _reviewer, None),
    "resume": ("resume", _reviewer, None),
    "approve_checklist": ("approve_checklist", _reviewer, None),
    "mark_not_applicable": ("mark_not_applicable", _reviewer, "exemptions"),
    "propose_refusal": ("propose_refusal", _reviewer, "refusals"),
    "refuse_clearance": ("refuse_clearance", _reviewer, "clearance_refusals"),
    "confirm_code_installed": ("confirm_code_installed", _reviewer, None),
    "accept_documents": ("accept_documents", _of("officer"), None),
    "reject_documents": ("reject_documents", _of("officer"), None),
    "approve": ("approve", _of("manager"), None),
    "refuse": ("refuse", _of("manager"), "refusals"),
    "return_to_reviewer": ("return_to_reviewer", _of("manager"), "returns_to_reviewer"),
    "return_to_officer": ("return_to_documents_officer", _of("manager"), "returns_to_officer"),
    "withdraw": ("withdraw", _of("clerk"), "withdrawals"),
    "extend_deadline": ("extend_deadline", _of("supervisor"), "extensions"),
}
"""Acts that are a plain step: its action, who takes it, and the list its note comes from."""


def perform(word: str, gesture: Gesture) -> None:
    """Do one act of a course."""
    if word in _ACTS:
        _ACTS[word](gesture)
        return
    action, who, notes = _STEPS[word]
    gesture.step(who(gesture), action, gesture.words(notes) if notes else None)
