"""Commands of the office itself: made, looked over, backed up; its people, calendar, schemes and journal."""

import json
import re
import sqlite3
from pathlib import Path

import pytest

from desktop.commands.program import run
from desktop.services.database import OFFICE_FILE

SCHEME = "resources/schemes/enamad.toml"


def test_an_office_is_made_ready_for_work(ask):
    made = ask("office create --name نماد --name-en Symbol --administrator omid --json")
    assert made.status == 0
    assert made.data["name"] == {"fa": "نماد", "ar": "نماد", "en": "Symbol"}
    assert [row["username"] for row in ask("people list --json").data] == ["omid"]
    assert ask("scheme list --json").data[0]["code"] == "enamad"
    assert len(ask("calendar closures --json").data) > 20
    assert "Symbol, in" in ask("office show").out


def test_an_office_that_is_there_is_never_written_over(ask_at):
    heard = ask_at("taken")("office create --name دیگر --json")
    assert (heard.status, heard.data["error"]) == (1, "office.exists")


def test_the_check_counts_what_it_looked_at(ask_at):
    ask = ask_at("approved")
    checked = ask("office check --json")
    assert (checked.status, checked.data["sound"], checked.data["counts"]["dossier"]) == (0, True, 2)
    assert ask("office check").out.startswith("The office is in order. Dossiers: 2, certificates: 1, ")


def test_the_check_ends_with_1_and_names_what_it_found(ask_at, tmp_path):
    ask = ask_at("approved")
    with sqlite3.connect(tmp_path / "office" / OFFICE_FILE) as connection:
        connection.execute("DROP INDEX uq_intake_package_taken")
    heard = ask("office check")
    assert heard.status == 1
    assert "uq_intake_package_taken is not as this program made it." in heard.out


def test_a_backup_is_made_once_and_restored_elsewhere(ask_at, tmp_path, capsys):
    ask = ask_at("approved")
    made = ask(f"office backup {tmp_path}/copy.db --json")
    assert (made.status, made.data["counts"]["dossier"]) == (0, 2)
    assert ask(f"office backup {tmp_path}/copy.db --json").data["error"] == "backup.exists"
    assert (
        run(["office", "restore", f"{tmp_path}/copy.db", "--office", f"{tmp_path}/new", "--lang", "en"]) == 0
    )
    assert f"is restored from {tmp_path}/copy.db" in capsys.readouterr().out
    assert run(["journal", "verify", "--office", f"{tmp_path}/new"]) == 0


def test_restoring_over_an_office_keeps_it_aside_when_asked(ask_at, tmp_path):
    ask = ask_at("taken")
    ask(f"office backup {tmp_path}/copy.db")
    assert ask(f"office restore {tmp_path}/copy.db --json").data["error"] == "office.exists"
    restored = ask(f"office restore {tmp_path}/copy.db --replace")
    assert restored.status == 0
    assert "is kept as" in restored.out


def test_people_are_entered_once_and_listed_with_their_roles(ask_at):
    ask = ask_at("taken")
    added = ask("people add nina --name 'نینا ملکی' --role clerk --role reviewer --as admin", lang="fa")
    assert added.out == "نینا ملکی (nina) با این نقش‌ها ثبت شد: متصدی باجه، کارشناس.\n"
    assert ask("people add nina --name x --role clerk --as admin --json").data["error"] == "person.exists"
    assert re.search("nina +نینا ملکی +clerk, reviewer\n", ask("people list").out)


@pytest.mark.requirement("X-15")
def test_closing_a_day_moves_due_dates_and_opening_it_moves_them_back(ask_at):
    ask = ask_at("claimed")
    before = ask("due 1405/1 --json").data["why"]["due_at"]
    closed = ask("calendar close ۱۴۰۵/۰۳/۲۵ --title طوفان --as admin")
    assert closed.out == "The office is closed on 1405/03/25 (طوفان). Due dates moved: 2.\n"
    assert ask("due 1405/1 --json").data["why"]["due_at"] > before
    assert "Not counted: 1405/03/25, closed (طوفان)." in ask("due 1405/1").out
    assert "طوفان" in ask("calendar closures --year 1405").out
    assert ask("calendar reopen 1405/03/25 --as admin --json").data["due_dates_moved"] == 2
    assert ask("due 1405/1 --json").data["why"]["due_at"] == before


def test_only_the_administrator_closes_a_day(ask_at):
    heard = ask_at("taken")("calendar close 1405/03/25 --title x --as mina")
    assert heard.status == 1
    assert heard.err == "مینا صالحی may not do this. It is the work of: administrator.\n"


def test_the_holidays_of_another_year_are_seeded_once(ask_at):
    ask = ask_at("taken")
    assert ask("calendar seed --year 1407 --json").data["entered"] > 20
    assert ask("calendar seed --year ۱۴۰۷ --json").data == {"year": 1407, "entered": 0}
    assert ask("calendar closures --year 1409").out == "No closed day is entered for 1409.\n"


def test_a_scheme_file_is_checked_and_every_mistake_has_its_line(ask, tmp_path):
    assert ask(f"scheme check {SCHEME}").out == f"{SCHEME}: right.\n"
    wrong = tmp_path / "wrong.toml"
    text = Path(SCHEME).read_text(encoding="utf-8").replace('phase = "review"', 'phase = "revue"', 1)
    wrong.write_text(text, encoding="utf-8")
    heard = ask(f"scheme check {wrong}")
    line = text[: text.index('"revue"')].count("\n") + 1
    assert heard.status == 1
    assert heard.out.splitlines()[0].startswith(
        f"{wrong}:{line}: status[1].phase: revue is not a word for this"
    )
    assert ask(f"scheme check {wrong} --json").data[0]["problems"][0]["expected"] == "review"


def test_a_scheme_with_mistakes_is_not_added_and_they_are_listed(ask_at, tmp_path):
    ask = ask_at("taken")
    wrong = tmp_path / "wrong.toml"
    wrong.write_text('[scheme]\ncode = "x"\n', encoding="utf-8")
    heard = ask(f"scheme add {wrong} --as admin")
    assert heard.status == 1
    assert heard.err.startswith("The scheme file has mistakes; nothing was added.\nwrong.toml:1: ")
    assert ask(f"scheme add {wrong} --as admin --json").data["values"]["problems"][0]["rule"]


def test_a_scheme_that_is_there_changes_nothing_and_is_the_administrators(ask_at):
    ask = ask_at("taken")
    assert "was there already" in ask("scheme add enamad --as admin").out
    assert ask("scheme add enamad --as mina --json").data["error"] == "role.missing"
    assert ask("scheme add nowhere.toml --as admin --json").data["error"] == "file.missing"
    assert "1397-12-05" in ask("scheme list").out


def test_the_journal_is_verified_and_a_changed_entry_is_named(ask_at, tmp_path):
    ask = ask_at("approved")
    held = ask("journal verify --json")
    assert (held.status, held.data["holds"], held.data["broken"]) == (0, True, [])
    with sqlite3.connect(tmp_path / "office" / OFFICE_FILE) as connection:
        for (trigger,) in connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'journal_entry'"
        ).fetchall():
            connection.execute(f"DROP TRIGGER {trigger}")
        connection.execute("UPDATE journal_entry SET content = '{}' WHERE chain = 1 AND sequence = 2")
    broken = ask("journal verify")
    assert broken.status == 1
    assert broken.out == "The journal does not hold: chain 1, entry 2 (the entry was changed).\n"
    assert json.loads(ask("journal verify --json").out)["broken"][0]["rule"] == "hash"


@pytest.mark.requirement("G-06")
def test_the_round_reminds_and_lapses(ask_at):
    ask = ask_at("returned")
    assert ask("round").out == "The round is done. Dossiers: 0.\n"
    assert ask("round", at="2026-07-02T09:00+03:30").out.splitlines()[0] == "1405/00001: reminded"
    lapsed = ask("round --json", at="2026-09-01T09:00+03:30")
    assert (lapsed.status, lapsed.data[0]["outcome"]) == (0, "lapse")
    assert ask("dossier show 1405/1 --json").data["details"]["status"] == "lapsed"


@pytest.mark.requirement("G-19")
def test_what_is_due_is_erased_only_with_consent(ask_at):
    ask = ask_at("returned")
    assert ask("retention list").out == "Nothing is due to be erased.\n"
    ask("round", at="2026-09-01T09:00+03:30")
    later = "2030-01-01T09:00+03:30"
    due = ask("retention list --json", at=later).data
    assert {row["number"] for row in due} == {"1405/00001"}
    refused = ask("retention purge --json", at=later)
    assert (refused.status, refused.data["error"]) == (1, "retention.consent")
    erased = ask("retention purge --yes --json", at=later)
    assert {row["what"] for row in erased.data} == {row["what"] for row in due if not row["by_hand"]}
    assert ask("journal verify").status == 0


@pytest.mark.requirement("G-19")
def test_what_lies_on_paper_is_recorded_as_destroyed_only_when_it_is_due(ask_at):
    ask = ask_at("claimed")
    early = ask("retention destroyed 1405/1 papers --as saman --json")
    assert (early.status, early.data["error"]) == (1, "retention.not_due")
