"""The effect catalogue: what a step may do besides moving the status; a scheme names effects only."""

EFFECTS: dict[str, dict[str, type]] = {
    "open_round": {},
    "release_claim": {},
    "send_notice": {"kind": str},
    "start_answer_deadline": {},
    "stop_answer_deadline": {},
    "extend_answer_deadline": {"working_days": int},
    "request_clearance": {"authority": str},
    "blacklist_person": {},
    "record_decision": {},
    "clear_decision": {},
    "issue_certificate": {"level": str},
    "purge_test_credentials": {},
    "charge_fees": {"on": str},
    "bar_previous_reviewers": {},
}
"""Effect name → its parameters and their types; `desktop/services/effects.py` carries them out."""
