"""Commands of the work on one case, each at its place: what it answers, and what it refuses."""

import re
import subprocess
from pathlib import Path

import pytest

NUMBER, OTHER = "1405/00001", "1405/00002"


def test_sample_packages_are_taken_and_once_more_give_the_same_receipt(ask_at, stages):
    folder = stages["taken"].parent
    again = ask_at("taken")(f"intake take {folder}/enamad-natural-person.zip --as nasrin --json")
    assert (again.status, again.data[0]["taken"], again.data[0]["receipt"]["dossier"]) == (0, True, NUMBER)


@pytest.mark.requirement("G-12")
def test_a_bad_package_goes_to_quarantine_and_the_others_go_on(ask_at, tmp_path):
    ask = ask_at("taken")
    bad = tmp_path / "bad.zip"
    bad.write_bytes(b"no zip")
    ask(f"intake sample {tmp_path}/more")
    heard = ask(f"intake take {bad} {tmp_path}/more/enamad-legal-person.zip {tmp_path}/none.zip --as nasrin")
    assert heard.status == 1
    assert heard.out.splitlines() == [
        f"{bad}: not taken, in quarantine as number 3 (findings: 1).",
        "    The file is no zip.",
        f"{tmp_path}/more/enamad-legal-person.zip: taken, dossier 1405/00002 opened.",
        f"There is no file {tmp_path}/none.zip.",
    ]
    assert ask("quarantine list --json").data[0]["file_name"] == "bad.zip"
    assert "The file is no zip." in ask("quarantine show 3").out
    assert ask("quarantine again 3 --as nasrin").status == 1
    assert ask("quarantine set-aside 3 --reason آزمایشی --as saman").out == "Package 3 is set aside.\n"
    assert ask("quarantine list").out == "Quarantine is empty.\n"
    assert len(ask("quarantine list --all --json").data) == 1


def test_queues_are_counted_and_listed_and_the_most_urgent_is_taken(ask_at):
    ask = ask_at("taken")
    counts = {row["code"]: row["count"] for row in ask("queue counts --as mina --json").data}
    assert counts == {"mine": 0, "unclaimed": 2, "overdue": 0, "reviewer": 2, "all": 2}
    assert ask("claim next --as mina").out == f"Dossier {NUMBER} is in your hands.\n"
    page = ask("queue list --as mina --json").data
    assert ([row["number"] for row in page["rows"]], page["count"]) == ([NUMBER], 1)
    assert ask("queue list --as mina").out.splitlines()[-1] == "1 of 1."
    assert ask("queue list nowhere --as mina --json").data["error"] == "queue.unknown"


def test_a_claimed_dossier_is_released_or_handed_on_with_a_reason(ask_at):
    ask = ask_at("claimed")
    assert ask(f"claim release {NUMBER} --as arash --json").data["error"] == "claim.not_yours"
    handed = ask(f"claim reassign {NUMBER} --to arash --reason 'مرخصی' --as saman")
    assert handed.out == f"Dossier {NUMBER} is now in the hands of arash.\n"
    assert ask(f"claim release {NUMBER} --as arash").status == 0
    assert ask(f"claim take {NUMBER} --as mina").status == 0


@pytest.mark.parametrize("written", ["1405/00001", "1405-1", "۱۴۰۵/۱", "١٤٠٥-٠٠٠٠١"])
def test_a_dossier_is_found_by_its_number_in_any_digits(ask_at, written):
    assert ask_at("taken")(f"dossier show {written} --json").data["details"]["number"] == NUMBER


def test_dossiers_are_listed_and_searched_without_saying_who_reads(ask_at):
    ask = ask_at("taken")
    assert ask("dossier list --json").data["count"] == 2
    found = ask("dossier list كريمي --json").data["rows"]
    assert [row["number"] for row in found] == [NUMBER]
    assert ask("dossier list --status deficient --json").data["rows"] == []
    assert ask("dossier list --status flying --json").data["error"] == "status.unknown"


def test_a_dossiers_page_says_the_words_of_its_scheme(ask_at):
    page = ask_at("claimed")(f"dossier show {NUMBER}", lang="fa").out
    assert re.search("وضعیت +در حال بررسی", page)
    assert "نوع فعالیت                         صنفی" in page
    assert re.search("در دست +مینا صالحی", page)
    assert "بند از ۳۸ بند بررسی شده است" in page


@pytest.mark.requirement("ENM-034", "ENM-044")
def test_a_dossiers_page_shows_who_applies_and_which_services_he_offers(ask_at):
    page = ask_at("claimed")(f"dossier show {NUMBER}").out
    rows = dict(line.strip().split("  ", 1) for line in page.splitlines() if "  " in line.strip())
    assert rows["Date of birth"].strip() == "1370/05/12"
    assert rows["Sex"].strip() == "Female"
    assert rows["Services of the business"].strip() == "General goods"


def test_items_are_judged_one_several_or_all_that_are_left(ask_at):
    ask = ask_at("claimed")
    refused = ask(f"item judge {NUMBER} B1 reject --as mina")
    assert (refused.status, refused.err[:29]) == (1, "Rejecting item B1 needs a rem")
    judged = ask(f"item judge {NUMBER} B1 reject --comment 'سایت باز نمی‌شود.' --as mina")
    assert judged.out == "B1 The site is up and complete: rejected.\n"
    assert ask(f"item judge {NUMBER} B2 B3 not-applicable --as mina --json").data["items"] == ["B2", "B3"]
    rest = ask(f"item judge {NUMBER} rest accept --as mina")
    assert rest.out.startswith(f"Dossier {NUMBER}: 35 items accepted (O1, O2, ")
    assert ask(f"item judge {NUMBER} rest accept --as mina").out == "Every item is judged already.\n"
    verdicts = [row["verdict"] for row in ask(f"item list {NUMBER} --json").data]
    assert (len(verdicts), verdicts.count("accepted"), verdicts.count("rejected")) == (38, 35, 1)
    assert "سایت باز نمی‌شود." in ask(f"item show {NUMBER} B1").out
    assert ask(f"item show {NUMBER} B99 --json").data["error"] == "finding.item_unknown"


@pytest.mark.requirement("ENM-061")
def test_a_canned_reason_opens_the_remark(ask_at):
    ask = ask_at("claimed")
    unknown = ask(f"item judge {NUMBER} O2 reject --reason nothing --as mina --json")
    assert unknown.data["error"] == "finding.reason_unknown"


def test_the_steps_of_a_person_are_open_or_closed_with_every_reason(ask_at):
    heard = ask_at("claimed")(f"steps {NUMBER} --as mina")
    assert "  closed  announce_deficiency  Announce the deficiencies\n" in heard.out
    assert "    Not every item of the checklist is judged yet.\n" in heard.out
    assert "  open    propose_refusal" in heard.out


def test_steps_of_others_are_not_shown(ask_at):
    assert ask_at("claimed")(f"steps {NUMBER} --as leila").out == "No step from here is for you.\n"


def test_a_refused_step_says_why_with_its_guard(ask_at):
    heard = ask_at("claimed")(f"step {NUMBER} approve_checklist --as mina --json")
    assert (heard.status, heard.data["error"]) == (1, "guard.all_items_judged")


@pytest.mark.requirement("X-07", "ENM-064")
def test_what_changed_since_my_last_review_is_told(ask_at):
    ask = ask_at("again")
    lines = ask(f"changes {NUMBER} --as mina").out.splitlines()
    assert lines[0] == "3 changes since 1405/03/24 09:30 (round 1)."
    assert lines[1].startswith("Document “Front of the national card” replaced: ")
    assert [line[:11] for line in lines[2:]] == ["Reply to O2", "Reply to B3"]
    assert ask(f"changes {NUMBER} --as arash").out.startswith("You have not reviewed this dossier yet.")
    assert ask(f"changes {NUMBER} --since previous_round --as mina --json").data["since_round"] == 1


def test_findings_that_stand_are_confirmed_for_this_round(ask_at):
    heard = ask_at("again")(f"item confirm {NUMBER} O1 O3 --as mina")
    assert heard.out == f"Dossier {NUMBER}: findings confirmed: 2.\n"


def test_why_a_dossier_is_due_is_explained(ask_at):
    ask = ask_at("returned")
    lines = ask(f"due {NUMBER}").out.splitlines()
    assert lines[0] == f"The clock of dossier {NUMBER} stands: 3 working days, begun on 1405/03/24 09:30."
    assert lines[1] == "The clock has stood since 1405/03/24 09:30 (with the applicant)."
    assert lines[2].startswith("The applicant has until 1405/04/")
    running = ask(f"due {OTHER}").out
    assert running.splitlines()[0].startswith(f"Dossier {OTHER} is due on 1405/03/")


def test_the_applicant_sees_remarks_only_while_he_may_answer(ask_at):
    ask = ask_at("returned")
    seen = ask(f"dossier outside {NUMBER}").out
    assert "O2 Applicant's identity and readable images: تصویر خوانا نیست." in seen
    assert "تصویر خوانا نیست." not in ask(f"dossier outside {OTHER}").out


def test_notes_stay_inside(ask_at):
    ask = ask_at("claimed")
    assert ask(f"note list {NUMBER}").out == "There is no note.\n"
    assert ask(f"note add {NUMBER} 'با متقاضی تماس گرفته شد.' --as mina").status == 0
    assert "مینا صالحی: با متقاضی تماس گرفته شد." in ask(f"note list {NUMBER}").out
    assert "تماس گرفته شد" not in ask(f"dossier outside {NUMBER}").out


def test_what_was_sent_is_listed_in_all_versions_and_saved_as_it_came(ask_at, tmp_path):
    ask = ask_at("again")
    rows = ask(f"attachment list {NUMBER} --json").data
    first = next(row for row in rows if row["replaced"])
    saved = ask(f"attachment save {NUMBER} {first['id']} --out {tmp_path}/card.jpg")
    assert saved.status == 0
    content = (tmp_path / "card.jpg").read_bytes()
    assert (content[:2], len(content)) == (b"\xff\xd8", first["size"])
    assert (
        ask(f"attachment save {OTHER} {first['id']} --out {tmp_path}/x --json").data["error"]
        == "document.unknown"
    )
    assert "replaced" in ask(f"attachment list {NUMBER}").out


@pytest.mark.requirement("ENM-049")
def test_contacts_are_verified_once(ask_at):
    ask = ask_at("claimed")
    assert (
        ask(f"verification record {NUMBER} phone --as mina").out
        == f"Dossier {NUMBER}: “Business phone” verified.\n"
    )
    assert ask(f"verification record {NUMBER} phone --as mina --json").data["error"] == "verification.already"
    assert "02144556677" in ask(f"verification list {NUMBER}").out


@pytest.mark.requirement("ENM-012")
def test_an_authoritys_answer_is_recorded_with_its_letter(ask_at):
    ask = ask_at("claimed")
    line = f"clearance answer {NUMBER} public_places_police refused --as mina"
    assert ask(f"{line} --reference ' ' --json").data["error"] == "clearance.reference_missing"
    assert "answered “refused” (letter 12/78)" in ask(f"{line} --reference 12/78").out
    assert "12/78" in ask(f"clearance list {NUMBER}").out


def test_letters_are_printed_in_persian_unless_asked_otherwise(ask_at, tmp_path):
    ask = ask_at("returned")
    line = f"letter deficiency_notice {NUMBER} --as mina --out {tmp_path}/"
    assert ask(line + "fa.pdf").status == 0
    assert ask(line + "en.pdf --in en").status == 0
    assert "identity" in _text(tmp_path / "en.pdf")
    assert "identity" not in _text(tmp_path / "fa.pdf")
    assert ask(line + "en.pdf --json").data["error"] == "out.exists"
    assert ask(line + "en.pdf --force").status == 0
    refused = ask(f"letter poem {NUMBER} --as mina --out {tmp_path}/poem.pdf --json")
    assert refused.data["error"] == "letter.not_of_scheme"
    assert not (tmp_path / "poem.pdf").exists()


@pytest.mark.requirement("ENM-072")
def test_papers_are_received_judged_rejected_and_received_again(ask_at):
    ask = ask_at("papers")
    assert "commitment_letter" in ask(f"physical list {NUMBER}").out
    received = ask(f"physical receive {NUMBER} --tracking 111 --on ۱۴۰۵/۰۳/۲۳ --as leila --json")
    assert received.data["awaiting_judgement"] == ["commitment_letter", "business_license_copy"]
    line = f"physical judge {NUMBER} commitment_letter reject --as leila"
    assert ask(f"{line} --json").data["error"] == "paper.reason_missing"
    assert ask(f"{line} --reason 'مهر دفترخانه ندارد.'").status == 0
    assert ask(f"physical judge {NUMBER} all accept --as leila --json").data["papers"] == [
        "business_license_copy"
    ]
    assert ask(f"step {NUMBER} reject_documents --as leila").status == 0
    again = ask(f"physical receive {NUMBER} --tracking 112 --paper commitment_letter --as leila")
    assert again.out.endswith("Status: Physical documents.\n")
    assert (
        ask(f"physical receive {NUMBER} --tracking 112 --as leila --json").data["error"]
        == "packet.tracking_used"
    )


def test_fees_are_listed_and_paid_in_any_digits(ask_at):
    ask = ask_at("decision")
    paid = ask(f"payment record {NUMBER} symbol ۱٬۷۵۰٬۰۰۰ --reference 77/5 --on 1405/03/24 --as nasrin")
    assert (
        paid.out == f"Dossier {NUMBER}: 1,750,000 rial recorded for “Issue of the symbol” (receipt 77/5).\n"
    )
    assert ask(f"fee list {NUMBER} --json").data[0]["paid_rial"] == 1750000
    assert ask(f"fee list {OTHER}").out == "No fee has been charged yet.\n"


def test_the_stack_shows_the_evidence_and_what_still_closes_the_decision(ask_at):
    ask = ask_at("decision")
    shown = ask("stack --as kamran").out
    assert "مینا صالحی until 1405/03/24 09:30: 38 accepted, 0 rejected, 0 not applicable" in shown
    assert "The fee charged on “issue” is not fully paid." in shown
    assert ask(f"stack {NUMBER} --as kamran --json").data[0]["unjudged"] == 0
    assert ask("stack --as mina --json").data["error"] == "role.missing"


def test_a_batch_of_approvals_goes_on_after_a_refusal_and_ends_with_1(ask_at):
    ask = ask_at("decision")
    ask(f"payment record {NUMBER} symbol 1750000 --reference 77/5 --as nasrin")
    heard = ask(f"approve {OTHER} {NUMBER} 1405/99 --as kamran")
    assert heard.status == 1
    assert heard.out.splitlines() == [
        f"{OTHER}: not done. Dossier {OTHER} is in status “Under review” and does not await a decision.",
        f"{NUMBER}: Final approval. Certificate 1405/00001.",
        "1405/00099: not done. There is no dossier 1405/99.",
    ]


def test_a_batch_that_goes_well_ends_with_0(ask_at):
    ask = ask_at("decision")
    ask(f"payment record {NUMBER} symbol 1750000 --reference 77/5 --as nasrin")
    heard = ask(f"approve {NUMBER} --as kamran --json")
    assert (heard.status, heard.data) == (0, [{"number": NUMBER, "done": True, "certificate": "1405/00001"}])


def test_the_manager_may_return_a_dossier_instead(ask_at):
    ask = ask_at("decision")
    line = f"approve {NUMBER} --action return_to_reviewer --as kamran"
    assert "needs a note" in ask(line).out
    assert ask(f"{line} --note 'سابقهٔ دامنه بررسی شود.'").status == 0
    assert ask(f"dossier show {NUMBER} --json").data["details"]["status"] == "under_review"


@pytest.mark.requirement("ENM-075", "ENM-098")
def test_a_certificate_is_shown_printed_and_its_code_looked_for(ask_at, tmp_path):
    ask = ask_at("approved")
    shown = ask("certificate show ۱۴۰۵-۱ --json").data
    assert (shown["issued_on"], shown["last_valid_day"]) == ("2026-06-14", "2028-06-12")
    assert ask(f"certificate print 1405/1 --out {tmp_path}/c.pdf --as kamran").status == 0
    assert shown["symbol_code"] in _text(tmp_path / "c.pdf").replace("\n", "")
    step = f"step {NUMBER} confirm_code_installed --as mina"
    assert ask(f"{step} --json").data["error"] == "guard.code_installed"
    assert ask("certificate check-code 1405/1 --missing --as mina").out.endswith("is not on the site.\n")
    assert ask("certificate check-code 1405/1 --as mina").status == 0
    assert ask(step).status == 0
    assert ask("certificate show 1405/9 --json").data["error"] == "certificate.unknown"


@pytest.mark.requirement("C-28")
def test_the_blacklists_are_entered_listed_and_lifted_by_the_manager(ask_at):
    ask = ask_at("decision")
    assert ask("blacklist list --as kamran").out == "No entry is in force.\n"
    entered = ask("blacklist enter domain_name golchin.example --reason شکایت --authority دادسرا --as kamran")
    assert entered.out == "Entered on the blacklist as number 1.\n"
    assert "On the blacklist (domain name)" in ask(f"dossier show {NUMBER}").out
    assert "شکایت" in ask("blacklist list --as kamran").out
    assert ask("blacklist lift 1 --reason تبرئه --as kamran").status == 0
    assert ask("blacklist list --as kamran --json").data == []
    assert len(ask("blacklist list --all --as kamran --json").data) == 1
    assert ask("blacklist lift 1 --reason باز --as kamran --json").data["error"] == "blacklist.no_entry"


@pytest.mark.requirement("X-03")
def test_the_timeline_tells_every_act_in_words(ask_at):
    ask = ask_at("approved")
    english = ask(f"timeline {NUMBER}").out
    assert "1405/03/24 09:30  applicant: Send for review, “Ready to send” → “Under review”\n" in english
    assert "کامران دانشور issued certificate 1405/00001, valid to 1407/03/23\n" in english
    persian = ask(f"timeline {NUMBER}", lang="fa").out
    assert "لیلا نیک‌فر بستهٔ ۱۰۰۲۰۰۳۰۰۴۰۰۵۰۰۶۰۰۷۰۰۸۰۰ را که در ۱۴۰۵/۰۳/۲۴ رسید ثبت کرد" in persian
    codes = [line for line in persian.splitlines() if ":file:" in line or "dossier:" in line]
    assert codes == []


def _text(path: Path) -> str:
    return subprocess.run(["pdftotext", str(path), "-"], capture_output=True, text=True, check=True).stdout
