"""What stands in the demo office: every status and kind of story, plausible data that belong to nobody."""

import json
import re
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desktop.models.applicant import Applicant
from desktop.models.attachment import Attachment, AttachmentChunk
from desktop.models.certificate import Certificate
from desktop.models.dossier import BarredReviewer, Dossier, FieldValue, StatusChange, WorkDone
from desktop.models.finding import EvidenceMark, Finding, FindingDraft, InternalNote
from desktop.models.identity_numbers import is_foreigner_code, is_legal_national_id, is_national_id
from desktop.models.intake_package import IntakePackage
from desktop.models.jalali import in_tehran
from desktop.models.journal import JournalEntry
from desktop.models.notice import Notice
from desktop.models.outside import BlacklistEntry
from desktop.models.scheme import SchemeVersion
from desktop.models.submission import ItemReply, TestAccount
from desktop.models.vocabulary import ApplicantKind, IntakeState
from desktop.services.database import Database
from desktop.services.due_dates import calendar_of
from desktop.services.intake.attachments import judge
from desktop.services.kindred import Kinship, kindred_of
from desktop.services.office_check import checked
from desktop.services.rules import rules_of
from tests.builders.demo import AT, DOSSIERS

ARABIC_LETTERS = re.compile("[يىكة]")


def count(session: Session, *conditions: object, of: type = Dossier) -> int:
    return session.scalar(select(func.count()).select_from(of).where(*conditions))


def numbers_of(session: Session) -> set[str]:
    numbers = set(session.scalars(select(Applicant.identity_number)))
    directors = session.scalars(select(Applicant.managing_director))
    return numbers | {director["national_id"] for director in directors if director}


def test_every_status_of_the_scheme_is_there(session: Session):
    newest = session.scalars(select(SchemeVersion.id).order_by(SchemeVersion.valid_from.desc())).first()
    assert set(session.scalars(select(Dossier.status))) == set(rules_of(session, newest).statuses)


def test_there_are_as_many_dossiers_as_were_asked_for(session: Session):
    assert count(session) == DOSSIERS


def test_the_office_is_sound_and_its_journal_holds(demo: Database):
    report = checked(demo)
    assert report.findings == ()
    assert report.counts["dossier"] == DOSSIERS


def test_nothing_happens_after_the_moment_it_is_made_for(session: Session):
    for column in (StatusChange.at, JournalEntry.at, Finding.recorded_at, Notice.created_at):
        assert session.scalar(select(func.max(column))) <= AT


def test_people_work_on_working_days_in_office_hours(session: Session):
    calendar = calendar_of(session)
    steps = session.scalars(select(StatusChange.at).where(StatusChange.person_id.is_not(None)))
    moments = [in_tehran(moment) for moment in steps]
    assert moments
    for moment in moments:
        assert calendar.is_working_day(moment.date())
        assert calendar.hours.opens <= moment.time() <= calendar.hours.closes


def test_numbers_of_dossiers_and_certificates_follow_time(session: Session):
    for number, at in ((Dossier.number, Dossier.opened_at), (Certificate.number, Certificate.issued_on)):
        moments = list(session.scalars(select(at).order_by(number)))
        assert moments == sorted(moments)


@pytest.mark.requirement("ENM-074")
def test_nobody_decided_what_he_had_worked_on(session: Session):
    own = select(Dossier.number).join(
        WorkDone, (WorkDone.dossier_id == Dossier.id) & (WorkDone.person_id == Dossier.decided_by_id)
    )
    approved = own.where(Dossier.status.in_(("approved", "active", "refused")))
    assert list(session.scalars(approved)) == []
    assert count(session, Dossier.status == "active", Dossier.decided_by_id.is_not(None)) > 0


def test_identity_numbers_are_valid_and_clearly_invented(session: Session):
    for number in numbers_of(session):
        assert is_national_id(number) or is_legal_national_id(number) or is_foreigner_code(number)
        assert number.startswith("99")


def test_the_journal_holds_no_identity_number(session: Session):
    written = "\n".join(session.scalars(select(JournalEntry.content)))
    assert [number for number in numbers_of(session) if number in written] == []


def test_persian_data_has_persian_letters_only(session: Session):
    texts = [
        *session.scalars(select(Applicant.name)),
        *session.scalars(select(FieldValue.value)),
        *session.scalars(select(Finding.remark)),
        *session.scalars(select(ItemReply.text)),
        *session.scalars(select(InternalNote.text)),
        *(note for note in session.scalars(select(StatusChange.note)) if note),
    ]
    assert [text for text in texts if ARABIC_LETTERS.search(text)] == []


def test_all_domain_names_and_addresses_are_invented(session: Session):
    emails = [address.rpartition("@")[2] for address in session.scalars(select(Applicant.email))]
    for name in (*session.scalars(select(Dossier.subject)), *emails):
        assert name.endswith(".example")
    assert all(number.startswith("0980") for number in session.scalars(select(Applicant.mobile)))


def test_attachments_open_are_small_and_stored_once(session: Session):
    kinds = set()
    for attachment in session.scalars(select(Attachment)):
        chunks = select(AttachmentChunk.content).where(AttachmentChunk.attachment_id == attachment.id)
        data = b"".join(session.scalars(chunks.order_by(AttachmentChunk.position)))
        name = "scan." + attachment.media_type.partition("/")[2].replace("jpeg", "jpg")
        assert judge(data, name).sha256 == attachment.sha256
        assert len(data) < 50_000
        kinds.add(attachment.media_type)
    assert kinds >= {"image/jpeg", "image/png", "image/tiff", "application/pdf"}


def test_one_pdf_carries_a_script_for_the_warning_to_be_seen(session: Session):
    flagged = [flags for flags in session.scalars(select(Attachment.flags)) if flags]
    assert flagged == [["script", "acts_on_open"]]


def test_both_versions_of_the_scheme_have_dossiers_and_certificates(session: Session):
    rows = session.execute(
        select(SchemeVersion.code, Certificate.issued_on, Certificate.last_valid_day).join(
            Certificate, Certificate.scheme_version_id == SchemeVersion.id
        )
    ).all()
    assert {code for code, _, _ in rows} == {"1389-01-01", "1397-12-05"}
    years = {code: (last - first).days // 360 for code, first, last in rows}
    assert years == {"1389-01-01": 1, "1397-12-05": 2}


def test_natural_and_legal_persons_foreigners_and_minors_apply(session: Session):
    assert count(session, Applicant.kind == ApplicantKind.LEGAL_PERSON, of=Applicant) > 3
    assert count(session, Applicant.is_foreign, of=Applicant) == 2
    grown = AT.date() - timedelta(days=19 * 366)
    assert count(session, Applicant.birth_date > grown, Applicant.sex.is_not(None), of=Applicant) == 1


def test_a_certificate_is_raised_to_two_stars(session: Session):
    raised = session.scalars(select(Certificate).where(Certificate.level_code == "two_stars")).one()
    assert raised.facts["stars"] == 2
    assert count(session, Dossier.certificate_id == raised.id) >= 2


def test_rounds_drafts_marks_notes_accounts_and_blacklists_are_there(session: Session):
    assert set(session.scalars(select(Dossier.round))) >= {0, 1, 2, 3}
    for table in (FindingDraft, EvidenceMark, InternalNote, TestAccount, BarredReviewer, BlacklistEntry):
        assert count(session, of=table) > 0, table
    assert count(session, BlacklistEntry.lifted_on.is_not(None), of=BlacklistEntry) == 1


def test_test_accounts_of_approved_dossiers_are_gone(session: Session):
    kept = select(Dossier.status).join(TestAccount, TestAccount.dossier_id == Dossier.id)
    assert not set(session.scalars(kept)) & {"approved", "active", "withdrawn", "lapsed"}


def test_some_work_is_overdue_some_due_today_and_some_clocks_stand(session: Session):
    end_of_day = datetime(2026, 6, 15, 20, 30, tzinfo=UTC)
    assert count(session, Dossier.due_at < AT) > 0
    assert count(session, Dossier.due_at.between(AT, end_of_day)) > 0
    assert count(session, Dossier.due_at.is_(None), Dossier.answer_due_at > AT) > 0
    assert count(session, Dossier.reminded_at.is_not(None)) > 0


def test_same_applicants_and_same_domain_names_meet(session: Session):
    met = {
        row.kinship for dossier in session.scalars(select(Dossier.id)) for row in kindred_of(session, dossier)
    }
    assert met == set(Kinship)


def test_quarantine_holds_packages_of_several_kinds(session: Session):
    waiting = select(IntakePackage).where(IntakePackage.state == IntakeState.QUARANTINED)
    rules = [
        {finding["rule"] for finding in package.outcome["findings"]} for package in session.scalars(waiting)
    ]
    assert len(rules) == 10
    assert {"national_id", "file_hash", "file_unlisted", "path_parent", "dossier_unknown"} <= set().union(
        *rules
    )
    assert len({json.dumps(sorted(one)) for one in rules}) >= 9
