"""A clerk's form is held against the rules of intake as it is typed, and handed in by the same door."""

import json
from copy import deepcopy

import pytest

from desktop.models.dossier import Dossier
from desktop.models.errors import Conflict, NotAllowed, NotFound, RuleBroken, Unavailable
from desktop.models.vocabulary import ApplicantKind
from desktop.services import people
from desktop.services.database import OFFICE_FILE
from desktop.services.intake import limits
from desktop.services.intake.answers import answer_to
from desktop.services.intake.counter import (
    DraftFile,
    begin_answer,
    begin_application,
    counter_draft,
    counter_drafts,
    counter_form,
    discard_counter_draft,
    draft_papers,
    hand_in,
    judge_paper,
    keep_counter_draft,
    pack,
    validate_draft,
    write_counter_package,
)
from desktop.services.intake.outcomes import Quarantined, Receipt
from desktop.services.intake.report import Rule
from desktop.services.intake.taking import take
from desktop.services.unit_of_work import reading, run
from tests.builders.applications import FIELDS, asked
from tests.builders.counter import ENTERED, draft_of, entered, papers_in
from tests.builders.enamad import Case
from tests.builders.packages import a_pdf
from tests.builders.refusals import code_of

LEGAL = {
    "kind": "legal_person",
    "name": "شرکت ابزار آفتاب",
    "legal_national_id": "10380284790",
    "managing_director": {"name": "رضا امینی", "national_id": "0012345679"},
    "mobile": "09351234567",
    "email": "office@aftabtools.example",
}


def ask(case: Case, question, *arguments, by="clerk"):
    with reading(case.office) as session:
        return question(session, people.actor_named(session, by, case.now), *arguments)


def problems(case: Case, draft_id: int):
    found = ask(case, validate_draft, draft_of(case, draft_id))
    return {(one.where, one.rule) for one in found}


def handed_in(case: Case, draft_id: int):
    return case.by("clerk", hand_in, pack(draft_of(case, draft_id), case.now))


def by_the_portals_door(case: Case, draft_id: int):
    """What intake says of the same package, dropped by a portal."""
    case.scratch.mkdir(exist_ok=True)
    path = write_counter_package(draft_of(case, draft_id), case.now, case.scratch / "counter.zip")
    outcome = run(case.office, take, people.applicant(case.now), path)
    if isinstance(outcome, Receipt):
        return set()
    return {(one.where, one.rule) for one in outcome.findings}


def test_a_complete_form_opens_a_dossier_that_the_clerk_has_entered(case: Case):
    draft = entered(case)
    assert problems(case, draft) == set()
    receipt = handed_in(case, draft)
    assert (receipt.purpose, receipt.dossier, receipt.files) == ("open", "1405/00001", 3)
    assert asked(case.office, "SELECT received_by_id FROM intake_package") == [(1,)]
    assert asked(case.office, "SELECT file_name FROM document ORDER BY id") == [
        ("01-national-card-front.png",),
        ("02-identity-booklet-first-page.jpg",),
        ("03-lease.pdf",),
    ]


CHANGES = {
    "nothing": {},
    "no subject": {"subject": ""},
    "no domain name": {"subject": "گل فروشی"},
    "no applicant": {"applicant": {"kind": "natural_person"}},
    "wrong check digit": {"applicant": ENTERED["applicant"] | {"national_id": "0012345678"}},
    "wrong mobile": {"applicant": ENTERED["applicant"] | {"mobile": "09123"}},
    "born tomorrow": {"applicant": ENTERED["applicant"] | {"birth_date": "1420/01/01"}},
    "no such day": {"applicant": ENTERED["applicant"] | {"birth_date": "1370/13/01"}},
    "proxy without a name": {"applicant": ENTERED["applicant"] | {"has_proxy": True}},
    "field missing": {"fields": {k: v for k, v in FIELDS.items() if k != "city"}},
    "field of another kind": {"fields": FIELDS | {"registration_number": "۱۲۳"}},
    "wrong postal code": {"fields": FIELDS | {"postal_code": "12"}},
    "no such choice": {"fields": FIELDS | {"activity_type": "other"}},
    "verified another value": {"verifications": [{"kind": "email", "value": "x@golchin.example"}]},
    "nothing verified": {"verifications": []},
    "what does not count verified": {"verifications": [{"kind": "technical", "value": "1"}]},
    "no such service": {"services": ["moon_travel"]},
    "no such level": {"level": "three_stars"},
    "a level out of reach": {"level": "two_stars"},
    "a raise without a certificate": {"kind": "level_raise", "level": "two_stars"},
    "a kind not taken": {"kind": "renewal"},
    "no terms": {"terms": {}},
    "legal person as a natural one": {"applicant": LEGAL | {"kind": "natural_person"}},
    "legal person without papers": {"applicant": LEGAL, "fields": FIELDS | {"registration_number": "1"}},
    "a message without end": {"message": "آ" * 10_000},
}


@pytest.mark.parametrize("changes", CHANGES.values(), ids=CHANGES)
def test_the_form_is_told_what_intake_would_say(case: Case, changes):
    draft = entered(case, **changes)
    told, said = problems(case, draft), by_the_portals_door(case, draft)
    assert said <= told
    assert bool(said) == bool(told)


@pytest.mark.parametrize("missing", range(3))
def test_a_missing_document_is_told_as_intake_would(case: Case, missing):
    files = papers_in(case.scratch.with_name("desk"))
    draft = entered(case, (*files[:missing], *files[missing + 1 :]))
    assert problems(case, draft) == by_the_portals_door(case, draft)


def test_single_fields_are_judged_while_the_rest_is_still_empty(case: Case):
    draft = case.by("clerk", begin_application, "enamad")
    document = draft_of(case, draft).document | {"fields": {"postal_code": "12"}, "subject": "فروشگاه"}
    case.by("clerk", keep_counter_draft, draft, document, ())
    told = problems(case, draft)
    assert {("$.fields.postal_code", Rule.POSTAL_CODE), ("$.subject", Rule.DOMAIN_NAME)} <= told
    assert {("$.applicant.name", Rule.MISSING), ("$.fields.city", Rule.MISSING)} <= told
    assert ("$.documents", "guard.documents_present") in told


def test_what_is_not_ready_is_refused_and_does_not_reach_quarantine(case: Case):
    draft = entered(case, subject="")
    with pytest.raises(RuleBroken) as refusal:
        handed_in(case, draft)
    assert refusal.value.code == "counter.not_ready"
    assert [one.where for one in refusal.value.values["findings"]] == ["$.subject"]
    assert asked(case.office, "SELECT count(*) FROM intake_package") == [(0,)]


def test_what_only_the_door_can_see_goes_to_quarantine_and_the_draft_stays(case: Case):
    files = papers_in(case.scratch.with_name("desk"))
    files[2].path.write_bytes(b"no pdf")
    draft = entered(case, files)
    outcome = handed_in(case, draft)
    assert isinstance(outcome, Quarantined)
    assert {one.rule for one in outcome.findings} == {Rule.TYPE_NOT_ACCEPTED}
    assert [one.id for one in ask(case, counter_drafts)] == [draft]


def test_once_taken_the_draft_is_gone_from_the_disk_too(case: Case):
    said = "نشانه‌ای که در پیش‌نویس است"
    draft, path = entered(case, message=said), case.office.folder / OFFICE_FILE

    def stored():
        return path.read_bytes() + path.with_name(path.name + "-wal").read_bytes()

    in_the_draft = json.dumps(said)[1:-1].encode()
    assert in_the_draft in stored()
    handed_in(case, draft)
    assert ask(case, counter_drafts) == []
    assert in_the_draft not in stored()


def test_a_draft_changed_after_packing_is_not_handed_in(case: Case):
    draft = entered(case)
    packed = pack(draft_of(case, draft), case.now)
    case.by("clerk", keep_counter_draft, draft, {"purpose": "open"}, ())
    with pytest.raises(Conflict) as refusal:
        case.by("clerk", hand_in, packed)
    assert refusal.value.code == "counter.changed"


def test_a_file_that_is_gone_is_named(case: Case, tmp_path):
    draft = entered(case, (DraftFile("lease", tmp_path / "gone.pdf"),))
    with pytest.raises(Unavailable) as refusal:
        pack(draft_of(case, draft), case.now)
    assert refusal.value.values["file"].endswith("gone.pdf")


def test_drafts_are_for_their_clerk_only(case: Case):
    draft = entered(case)
    assert draft_of(case, draft).name == "سارا کریمی"
    assert code_of(case, "supervisor", counter_draft, draft) == "counter.no_draft"
    assert code_of(case, "reviewer", counter_draft, draft) == "role.missing"
    assert ask(case, counter_drafts, by="supervisor") == []
    with pytest.raises(NotAllowed):
        ask(case, counter_form, "enamad", by="manager")
    with pytest.raises(NotFound):
        case.by("supervisor", discard_counter_draft, draft)
    case.by("clerk", discard_counter_draft, draft)
    assert ask(case, counter_drafts) == []


def test_a_draft_has_bounds(case: Case):
    draft = entered(case)
    keeping = (keep_counter_draft, draft, {"message": "x" * limits.CONTENTS_BYTES}, ())
    assert code_of(case, "clerk", *keeping) == "counter.too_large"


def test_the_form_has_every_field_group_choice_and_service_with_its_words(case: Case):
    form = ask(case, counter_form, "enamad")
    fields = {field.code: field for field in form.fields}
    assert fields["activity_type"].choices["guild"]["fa"] == "صنفی"
    assert fields["registration_number"].applicant_kinds == {ApplicantKind.LEGAL_PERSON}
    assert {field.group for field in form.fields} <= form.groups.keys()
    assert fields["city"].path == "$.fields.city"
    assert form.subject_label["fa"] == "نام دامنه"
    assert list(form.levels) == ["one_star", "two_stars"]
    assert [one.kind for one in form.verifications if one.counts] == ["email", "phone", "address"]
    assert any(service.licence_authority for service in form.services)
    assert {field.path for field in form.applicant} >= {"$.applicant.name", "$.applicant.proxy.name"}
    assert form.terms_version == form.version
    case.submitted()
    assert ask(case, counter_form, "enamad").terms_version == "1405-1"
    with pytest.raises(NotFound):
        ask(case, counter_form, "moon")


def papers(case: Case, draft_id: int):
    return {one.rule: one for one in ask(case, draft_papers, draft_of(case, draft_id))}


def test_the_documents_asked_follow_what_is_entered(case: Case):
    natural = papers(case, entered(case))
    assert natural["national_card_front"].needed_now
    assert not natural["lease"].needed_now
    assert (natural["lease"].brought, natural["deed"].missing) == (True, False)
    assert "business_license" not in natural
    guild = papers(case, entered(case, fields=FIELDS | {"activity_type": "guild"}))
    assert (guild["business_license"].required, guild["business_license"].missing) == (True, True)
    legal = papers(case, entered(case, applicant=LEGAL))
    assert "official_gazette" in legal
    assert "lease" not in legal
    young = deepcopy(ENTERED["applicant"]) | {"birth_date": "1395/01/01"}
    assert papers(case, entered(case, applicant=young))["majority_ruling"].missing


def test_no_documents_are_asked_before_the_scheme_is_known(case: Case):
    draft = entered(case, scheme="moon")
    assert papers(case, draft) == {}
    assert ("$.scheme", Rule.SCHEME_UNKNOWN) in problems(case, draft)


def test_a_file_is_judged_before_it_is_handed_in(tmp_path):
    good = tmp_path / "lease.pdf"
    good.write_bytes(a_pdf(3))
    assert (judge_paper(good).pages, judge_paper(good).problem) == (3, None)
    bad = tmp_path / "lease.docx"
    bad.write_bytes(b"PK\x03\x04")
    assert judge_paper(bad).problem.rule == Rule.TYPE_NOT_ACCEPTED
    large = tmp_path / "large.pdf"
    large.write_bytes(b"%PDF-" + bytes(limits.FILE_BYTES))
    assert (judge_paper(large).problem.rule, judge_paper(large).size) == (
        Rule.FILE_TOO_LARGE,
        limits.FILE_BYTES + 5,
    )
    with pytest.raises(Unavailable):
        judge_paper(tmp_path / "gone.pdf")


def test_an_answer_at_the_counter_resubmits_the_dossier(returned: Case):
    draft = returned.by("clerk", begin_answer, returned.number)
    begun = draft_of(returned, draft)
    assert [reply["item"] for reply in begun.document["replies"]] == ["B4", "T2"]
    told = problems(returned, draft)
    assert {where for where, _ in told} == {"$.replies[0].text", "$.replies[1].text"}
    replies = [reply | {"text": "اصلاح شد."} for reply in begun.document["replies"]]
    returned.by("clerk", keep_counter_draft, draft, begun.document | {"replies": replies}, ())
    assert problems(returned, draft) == set()
    assert handed_in(returned, draft).round == 2
    assert returned.status == "under_review"


def test_an_answer_to_another_dossier_or_at_the_wrong_time_is_told(claimed: Case):
    draft = claimed.by("clerk", begin_answer, claimed.number)
    assert ("$.dossier", Rule.DOSSIER_NOT_WITH_APPLICANT) in problems(claimed, draft)
    with reading(claimed.office) as session:
        known = answer_to(session, session.get_one(Dossier, claimed.dossier_id))
    claimed.by("clerk", keep_counter_draft, draft, known | {"dossier": "1405/99999"}, ())
    assert ("$.dossier", Rule.DOSSIER_UNKNOWN) in problems(claimed, draft)
    assert code_of(claimed, "clerk", begin_answer, "1405/99999") == "dossier.unknown"
