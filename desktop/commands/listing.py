"""The table of contents of the command line: every command, the module it lives in, and what it is for."""

from typing import Final

COMMANDS: Final[dict[str, tuple[str, str]]] = {
    "office": ("offices", "Make, check, back up and restore an office."),
    "demo": ("demonstration", "Make the demo office anew."),
    "walk": ("walking", "Walk one case through the demo office, from package to certificate."),
    "people": ("staff", "The people of the office and their roles."),
    "calendar": ("calendars", "Closed days of the office."),
    "scheme": ("schemes", "Check, add and list schemes."),
    "intake": ("packages", "Take intake packages."),
    "quarantine": ("packages", "Packages that could not be taken."),
    "queue": ("queues", "What waits for whom."),
    "dossier": ("dossiers", "List dossiers, show one whole."),
    "changes": ("histories", "What changed in a dossier since my last review."),
    "due": ("histories", "Why a dossier is due when it is."),
    "timeline": ("histories", "What happened to a dossier, in words."),
    "claim": ("claims", "Take a dossier in hand, put it back, hand it on."),
    "item": ("checklists", "Judge items of the checklist."),
    "note": ("notebook", "Internal notes, which never leave the office."),
    "attachment": ("attachments", "What an applicant has sent."),
    "verification": ("enquiries", "Contacts verified by the office."),
    "clearance": ("enquiries", "Answers of outside authorities."),
    "steps": ("courses", "The steps open to me with a dossier, and why others are closed."),
    "step": ("courses", "Take a step with a dossier."),
    "physical": ("papers", "Papers by post: received, held against their scans."),
    "fee": ("payments", "Fees of a dossier."),
    "payment": ("payments", "Payments of fees."),
    "stack": ("decisions", "The manager's stack, with the evidence."),
    "approve": ("decisions", "Approve one dossier or many."),
    "blacklist": ("blacklists", "Persons and domain names nothing may be granted to."),
    "certificate": ("letters", "Show, print and check certificates."),
    "letter": ("letters", "Print a letter of a dossier as PDF."),
    "round": ("rounds", "What the clock does: reminders and lapses."),
    "retention": ("retention", "What is due to be erased."),
    "journal": ("journals", "Verify the journal."),
}
"""Name → module under desktop/commands, and one line for --help; in the order of the work."""
