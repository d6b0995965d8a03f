"""What the documents officer, the clerk, the manager and the supervisor do in the demo office."""

from desktop.models.errors import NotFound
from desktop.models.jalali import in_tehran
from desktop.models.text import fold
from desktop.models.vocabulary import BlacklistSubject, PaperVerdict
from desktop.services import blacklist, fees, physical_documents
from desktop.services.certificates import CertificateDetails, certificate_of, record_code_check
from desktop.services.demo.cases import Gesture, a_moment_later, other_reviewer
from desktop.services.demo.resources import resource

_SECONDS_PER_PAPER = 90
_TRACKING_DIGITS = 20


def pay(gesture: Gesture) -> None:
    """The clerk records the receipts of everything to be paid."""
    clerk, dossier_id = gesture.person(gesture.office.staff.clerk), gesture.case.dossier_id
    for line in fees.fees_of(gesture.session, dossier_id):
        owed = line.amount_rial - line.paid_rial
        if owed > 0 and not line.informative:
            reference = f"{gesture.case.chance.randrange(10**11, 10**12)}"
            day = gesture.at.date()
            fees.record_payment(gesture.session, clerk, dossier_id, line.code, owed, day, reference)


def receive(gesture: Gesture) -> None:
    """The clerk enters the packet with every paper still awaited."""
    begin = 10 ** (_TRACKING_DIGITS - 1)
    tracking = str(gesture.case.chance.randrange(begin, 10 * begin))
    clerk, day = gesture.person(gesture.office.staff.clerk), in_tehran(gesture.at).date()
    physical_documents.receive_packet(gesture.session, clerk, gesture.case.dossier_id, tracking, day)


def judge_papers(gesture: Gesture) -> None:
    """The officer judges `only` so many of the papers (all without it) and rejects the first `reject`."""
    rows = physical_documents.papers_of(gesture.session, gesture.case.dossier_id)
    pending = [row.rule for row in rows if row.verdict is PaperVerdict.PENDING]
    officer, rejects = gesture.person(gesture.office.staff.officer), gesture.details.get("reject", 0)
    for place, rule in enumerate(pending[: gesture.details.get("only", len(pending))]):
        then = a_moment_later(officer, place * _SECONDS_PER_PAPER)
        verdict = PaperVerdict.REJECTED if place < rejects else PaperVerdict.ACCEPTED
        reason = gesture.words("paper_rejections") if place < rejects else ""
        physical_documents.judge_paper(gesture.session, then, gesture.case.dossier_id, rule, verdict, reason)


def reexamine(gesture: Gesture) -> None:
    """The supervisor opens the case again; another reviewer must take it (G-08)."""
    because_of = "blacklist_lifts" if gesture.details.get("why") == "blacklist" else "reexaminations"
    gesture.step(gesture.office.staff.supervisor, "reexamine", gesture.words(because_of))
    gesture.case.reviewer = other_reviewer(gesture.office.staff, gesture.case.reviewer)


def lift_blacklist(gesture: Gesture) -> None:
    """The manager lifts every entry against the applicant."""
    manager = gesture.person(gesture.office.staff.manager)
    for hit in blacklist.hits_of(gesture.session, gesture.case.dossier_id):
        blacklist.lift(gesture.session, manager, hit.entry_id, gesture.words("blacklist_lifts"))


def blacklist_domain(gesture: Gesture) -> None:
    """The manager puts the domain name on its list while the dossier is on his own desk."""
    words, manager = resource("words"), gesture.person(gesture.office.staff.manager)
    blacklist.enter(
        gesture.session,
        manager,
        BlacklistSubject.DOMAIN_NAME,
        fold(gesture.case.business.subject),
        words["domain_blacklist_reason"],
        words["domain_blacklist_authority"],
    )


def check_code(gesture: Gesture) -> None:
    """Look whether the symbol's code is on the site; `installed` unless said otherwise."""
    installed = gesture.details.get("installed", True)
    number = certificate_in(gesture).number
    record_code_check(gesture.session, gesture.reviewer, number, installed=installed)


def certificate_in(gesture: Gesture) -> CertificateDetails:
    """The certificate this case led to."""
    certificate = certificate_of(gesture.session, gesture.case.dossier_id)
    if certificate is None:
        raise NotFound("certificate.unknown", number=gesture.case.number)
    return certificate
