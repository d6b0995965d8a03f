"""Commands of evidence and of what went to and fro: marks, drafts, deficiencies, notices, lent accounts."""

import pytest

NUMBER = "1405/00001"


def test_a_place_on_a_page_is_marked_as_evidence_and_taken_back(ask_at):
    ask = ask_at("claimed")
    document = ask(f"attachment list {NUMBER} --json").data[0]["id"]
    line = f"mark add {NUMBER} O2 {document} 1 --as mina"
    made = ask(f"{line} --place ۰.۱,0.2,0.5,0.25 --note 'نام خوانا نیست'")
    assert made.out == "Mark 1 made for item O2.\n"
    assert ask(f"mark list {NUMBER} --json").data[0]["place"]["left"] == 0.1
    assert "نام خوانا نیست" in ask(f"mark list {NUMBER}").out
    assert ask(f"{line} --place 0.9,0,0.5,1 --json").data["error"] == "mark.outside_page"
    assert ask(f"{line} --place here --json").data["error"] == "usage.place"
    assert ask("mark remove 1 --as mina").status == 0
    assert ask(f"mark list {NUMBER}").out == "Nothing is marked.\n"
    assert ask("mark remove 1 --as mina --json").data["error"] == "mark.unknown"


def test_a_draft_is_kept_for_oneself_until_the_item_is_judged(ask_at):
    ask = ask_at("claimed")
    kept = ask(f"draft keep {NUMBER} B1 --comment 'سایت کند است' --verdict rejected --as mina")
    assert kept.out == f"Draft on item B1 of dossier {NUMBER} kept.\n"
    assert ask(f"draft list {NUMBER} --as mina --json").data == [
        {"item": "B1", "verdict": "rejected", "remark": "سایت کند است"}
    ]
    assert ask(f"draft list {NUMBER} --as arash").out == "There is no draft of yours.\n"
    ask(f"item judge {NUMBER} B1 accept --as mina")
    assert ask(f"draft list {NUMBER} --as mina --json").data == []


@pytest.mark.requirement("ENM-062", "ENM-064")
def test_deficiencies_are_told_round_by_round_with_the_replies(ask_at):
    ask = ask_at("papers")
    lines = ask(f"deficiencies {NUMBER}").out.splitlines()
    assert lines[:4] == [
        "O2 Applicant's identity and readable images: mended",
        "  Round 1, مینا صالحی, rejected: تصویر خوانا نیست.",
        "  The applicant: اصلاح شد؛ لطفاً دوباره بررسی شود.",
        "  Round 2, مینا صالحی, accepted",
    ]
    assert [row["code"] for row in ask(f"deficiencies {NUMBER} --json").data] == ["O2", "B3"]
    assert ask("deficiencies 1405/00002").out == "No item was ever rejected.\n"


def test_what_the_applicant_is_told_can_be_read(ask_at):
    ask = ask_at("returned")
    assert "1405/03/24 09:30  Deficiency notice to سارا کریمی: waiting\n" in ask(f"notices {NUMBER}").out
    told = ask(f"notices {NUMBER} --json").data[-1]
    assert (told["kind"], len(told["content"]["items"])) == ("deficiency_notice", 2)


@pytest.mark.requirement("ENM-019", "ENM-020")
def test_reading_the_lent_account_leaves_a_trace_and_ends_with_the_approval(ask_at):
    ask = ask_at("claimed")
    assert "account azmoon, password Azmoon-1405" in ask(f"account {NUMBER} --as mina").out
    assert "مینا صالحی read the test account" in ask(f"timeline {NUMBER}").out
    assert ask(f"account {NUMBER} --as leila --json").data["error"] == "claim.not_yours"


def test_the_lent_account_is_gone_after_the_approval(ask_at):
    assert ask_at("approved")(f"account {NUMBER} --as mina --json").data["error"] == "test_account.none"


@pytest.mark.requirement("X-15")
def test_days_off_and_office_hours_move_due_dates(ask_at):
    ask = ask_at("claimed")
    before = ask(f"due {NUMBER} --json").data["why"]["due_at"]
    changed = ask("calendar week --off sunday --off friday --opens 07:30 --closes ۱۳:۳۰ --as admin")
    assert changed.out.startswith("Days off: Sunday, Friday; office hours from 07:30 to ")
    assert ask(f"due {NUMBER} --json").data["why"]["due_at"] != before
    assert ask("calendar week --off friday --opens noon --as admin --json").data["error"] == "usage.hours"
    refused = ask("calendar week --off friday --opens 16:00 --closes 08:00 --as admin --json")
    assert refused.data["error"] == "calendar.no_working_day"
