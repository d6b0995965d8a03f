"""One case by subprocesses of the program, as a script would run it: from package to printed certificate."""

import json
import os
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest

PEOPLE = {
    "mina": "reviewer",
    "leila": "documents_officer",
    "nasrin": "clerk",
    "kamran": "manager",
}


class Terminal:
    """Types commands with --json, each as a process of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._surroundings = {
            **{name: value for name, value in os.environ.items() if not name.startswith("PARVANDEH_")},
            "PARVANDEH_OFFICE": str(folder / "office"),
            "PARVANDEH_LANG": "fa",
        }

    def __call__(self, *words: str, who: str | None = None, status: int = 0) -> object:
        line = [sys.executable, "-m", "desktop", *words, "--json", *(["--as", who] if who else [])]
        heard = subprocess.run(line, capture_output=True, text=True, env=self._surroundings, check=False)
        assert (heard.returncode, heard.stderr) == (status, ""), heard.stdout + heard.stderr
        return json.loads(heard.stdout)

    def text_of(self, pdf: str) -> str:
        """What a reader can copy out of a printed paper."""
        line = ["pdftotext", "-layout", str(self.folder / pdf), "-"]
        text = subprocess.run(line, capture_output=True, text=True, check=True).stdout
        # pdftotext writes marks of direction around every run.
        return "".join(sign for sign in text if unicodedata.category(sign) != "Cf")


@pytest.fixture
def terminal(tmp_path: Path) -> Terminal:
    """A terminal in front of a new office with its people."""
    terminal = Terminal(tmp_path)
    terminal("office", "create", "--name", "دبیرخانهٔ نماد")
    for who, role in PEOPLE.items():
        terminal("people", "add", who, "--name", f"همکار {who}", "--role", role, "--as", "admin")
    return terminal


@pytest.mark.requirement("ENM-053", "ENM-059", "ENM-061", "ENM-064", "ENM-067", "ENM-074", "X-04", "X-06")
def test_a_case_goes_from_package_to_certificate_by_the_command_line(terminal):
    number = taken(terminal, "enamad-natural-person.zip")
    return_it(terminal, number)
    answer_it(terminal, number)
    check_its_papers(terminal, number)

    (refusal,) = terminal("approve", number, who="kamran", status=1)
    assert refusal["error"] == "guard.fee_paid"
    terminal("payment", "record", number, "symbol", "۱۷۵۰۰۰۰", "--reference", "99/1", who="nasrin")
    (approved,) = terminal("approve", number, who="kamran")
    certificate = approved["certificate"]

    paper = str(terminal.folder / "certificate.pdf")
    terminal("certificate", "print", certificate, "--in", "en", "--out", paper, who="kamran")
    printed, known = terminal.text_of("certificate.pdf"), terminal("certificate", "show", certificate)
    assert [
        text for text in ("golchin.example", known["symbol_code"], certificate) if text not in printed
    ] == []

    terminal("certificate", "check-code", certificate, who="mina")
    active = terminal("step", number, "confirm_code_installed", who="mina")
    assert active["to_status"] == "active"
    assert terminal("journal", "verify")["holds"]
    assert terminal("office", "check")["sound"]


def taken(terminal: Terminal, package: str) -> str:
    """The number of the dossier that a sample package opens."""
    terminal("intake", "sample", str(terminal.folder))
    (arrival,) = terminal("intake", "take", str(terminal.folder / package), who="nasrin")
    return arrival["receipt"]["dossier"]


def return_it(terminal: Terminal, number: str) -> None:
    """Two items are rejected; the dossier cannot be approved so, and goes back with a notice of them."""
    terminal("claim", "take", number, who="mina")
    terminal("item", "judge", number, "O2", "B3", "reject", "--comment", "تصویر خوانا نیست.", who="mina")
    terminal("item", "judge", number, "rest", "accept", who="mina")
    refused = terminal("step", number, "approve_checklist", who="mina", status=1)
    assert refused["error"] == "guard.no_item_rejected"
    notice = str(terminal.folder / "notice.pdf")
    terminal("letter", "deficiency_notice", number, "--out", notice, who="mina")
    assert {"O2", "B3"} <= set(terminal.text_of("notice.pdf").split())
    returned = terminal("step", number, "announce_deficiency", who="mina")
    assert returned["to_status"] == "deficient"


def answer_it(terminal: Terminal, number: str) -> None:
    """The applicant answers; the reviewer sees what changed and approves the checklist."""
    terminal("intake", "sample", str(terminal.folder), "--answer", number)
    answer = terminal.folder / f"answer-{number.replace('/', '-')}-1.zip"
    (resubmitted,) = terminal("intake", "take", str(answer), who="nasrin")
    assert resubmitted["receipt"]["round"] == 2
    terminal("claim", "take", number, who="mina")
    changes = terminal("changes", number, who="mina")
    assert [reply["code"] for reply in changes["replies"]] == ["O2", "B3"]
    assert len(changes["documents"]) == 1
    terminal("item", "judge", number, "O2", "B3", "accept", who="mina")
    granted = ("public_places_police", "granted", "--reference", "12/77")
    terminal("clearance", "answer", number, *granted, who="mina")
    terminal("step", number, "approve_checklist", who="mina")


def check_its_papers(terminal: Terminal, number: str) -> None:
    """The papers come by post and are accepted."""
    terminal("physical", "receive", number, "--tracking", "100200300", who="leila")
    terminal("physical", "judge", number, "all", "accept", who="leila")
    terminal("step", number, "accept_documents", who="leila")


@pytest.mark.requirement("X-R1")
def test_who_worked_on_a_dossier_cannot_decide_it_by_the_command_line(terminal):
    roles = ("--role", "reviewer", "--role", "manager")
    terminal("people", "add", "both", "--name", "هر دو", *roles, "--as", "admin")
    number = taken(terminal, "enamad-legal-person.zip")
    terminal("claim", "take", number, who="both")
    terminal("item", "judge", number, "rest", "accept", who="both")
    note = ("--note", "فعالیت خارج از ضوابط است و امکان صدور نماد ندارد.")
    terminal("step", number, "propose_refusal", *note, who="both")
    refused = terminal("step", number, "refuse", *note, who="both", status=1)
    assert refused["error"] == "guard.four_eyes"
    assert "خود روی این پرونده کار کرده‌اید" in refused["sentence"]
    decided = terminal("step", number, "refuse", *note, who="kamran")
    assert decided["to_status"] == "refused"
