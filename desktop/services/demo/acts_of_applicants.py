"""What applicants do in the demo office: begin, send, answer; their packages go through the intake."""

from collections.abc import Sequence
from itertools import chain

from desktop.models.jalali import in_tehran, parse_date
from desktop.models.vocabulary import ApplicantKind, DossierKind
from desktop.services import deficiencies
from desktop.services.applicants import NewApplicant
from desktop.services.demo.cases import Gesture
from desktop.services.demo.packages import Asked, Mended, rules_for
from desktop.services.demo.resources import resource
from desktop.services.dossiers import NewDossier, dossier_details, find_dossier, open_dossier
from desktop.services.intake.outcomes import Receipt
from desktop.services.intake.package import inspect_bytes
from desktop.services.intake.taking import take_judged
from desktop.services.people import Actor, applicant
from desktop.services.schemes.storing import version_on


def begin(gesture: Gesture) -> None:
    """A dossier begun at the portal and not yet sent."""
    case, told = gesture.case, gesture.case.business.applicant
    actor = applicant(gesture.at)
    identity = ("national_id", "legal_national_id", "foreigner_code")
    given = NewApplicant(
        kind=ApplicantKind(told["kind"]),
        identity_number=next(told[name] for name in identity if name in told),
        name=told["name"],
        birth_date=parse_date(told["birth_date"]) if "birth_date" in told else None,
        sex=told.get("sex"),
        is_foreign=told.get("is_foreign", False),
        mobile=told["mobile"],
        email=told["email"],
        user_id=told["user_id"],
        managing_director=told.get("managing_director"),
    )
    request = NewDossier(
        scheme_version_id=version_on(gesture.session, "enamad", in_tehran(gesture.at).date()).id,
        kind=DossierKind(case.course.kind),
        applicant=given,
        subject=case.business.subject,
        title=str(case.business.fields["business_name"]),
    )
    case.dossier_id = open_dossier(gesture.session, actor, request)
    case.number = dossier_details(gesture.session, case.dossier_id).number


def take(gesture: Gesture) -> None:
    """The first package; `without` names document rules that it does not bring."""
    case = gesture.case
    package = gesture.office.portal.first_package(
        case.business, gesture.at, _asked(gesture), gesture.details.get("without", ())
    )
    receipt = receive(gesture, applicant(gesture.at), package)
    case.number, case.dossier_id = receipt.dossier, find_dossier(gesture.session, receipt.dossier)


def resubmit(gesture: Gesture) -> None:
    """The answer to all rejected items; `papers` are document rules that come with it in any case."""
    case = gesture.case
    rejected = [row.code for row in deficiencies.rejected_items(gesture.session, case.dossier_id)]
    package = gesture.office.portal.answer(
        case.business, gesture.at, case.number, _asked(gesture), _mended(gesture, rejected)
    )
    receive(gesture, applicant(gesture.at), package)


def receive(gesture: Gesture, actor: Actor, package: bytes) -> Receipt:
    """Hand a package to the intake and count it; one that is refused here is a mistake of the demo."""
    case = gesture.case
    case.sendings += 1
    name = f"{case.business.subject}-{case.sendings}.zip"
    outcome = take_judged(gesture.session, actor, name, inspect_bytes(package), lambda: (package,))
    if not isinstance(outcome, Receipt):
        raise TypeError(f"{case.course.name}: {outcome.findings}")
    return outcome


def _asked(gesture: Gesture) -> Asked:
    case = gesture.case
    return Asked(case.course.kind, case.course.level, case.serial + case.sendings)


def _mended(gesture: Gesture, rejected: Sequence[str]) -> Mended:
    """What the applicant changes for the rejected items, new values from here on being his."""
    case, mends = gesture.case, resource("words")["mend"]
    fields = dict.fromkeys(chain.from_iterable(mends[item]["fields"] for item in rejected))
    changed = {code: gesture.office.inventor.changed_field(case.business, code) for code in fields}
    case.business = case.business.with_fields(changed)
    brought = chain.from_iterable(mends[item]["documents"] for item in rejected)
    known = rules_for(case.business.traits, case.course.level)
    papers = [rule for rule in dict.fromkeys(brought) if rule in known]
    return Mended(
        fields=changed,
        papers=[*papers, *gesture.details.get("papers", ())],
        replies={item: mends[item]["reply"] for item in rejected},
        message=gesture.words("messages"),
    )
