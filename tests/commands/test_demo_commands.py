"""The demo office and the walk through one case in it."""

import json
from pathlib import Path

import pytest

from desktop.commands.program import run
from desktop.models.vocabulary import Role
from desktop.services.demo.resources import resource
from desktop.services.founding import Founder, found_office
from tests.builders.office import MADE_AT, OFFICE_NAME

AT = "2026-06-14T09:30+03:30"


@pytest.fixture
def empty_demo(tmp_path: Path) -> Path:
    """A demo office with its people and nothing to do."""
    people = [
        Founder(one["username"], one["name"], frozenset(map(Role, one["roles"])))
        for one in resource("staff")["person"]
    ]
    found_office(tmp_path / "office", OFFICE_NAME, people, MADE_AT, is_demo=True).close()
    return tmp_path / "office"


def test_the_walk_leads_one_case_from_package_to_certificate(empty_demo, ask, tmp_path):
    heard = ask(f"walk --out {tmp_path}/papers")
    assert heard.status == 0, heard.out
    told = heard.out
    commands = [line for line in told.splitlines() if line.startswith("$ parvandeh ")]
    assert len(commands) > 20
    assert "1405/00001: Final approval. Certificate 1405/00001.\n" in told
    assert told.splitlines()[-1] == f"The case is closed. The papers are in {tmp_path}/papers."
    papers = {path.name for path in (tmp_path / "papers").glob("*.pdf")}
    assert papers == {"deficiency-notice.pdf", "commitment-letter.pdf", "certificate.pdf"}
    again = ask(f"walk --out {tmp_path}/more --json", at="2026-06-14T11:00+03:30")
    assert (again.status, again.data[1]["answer"][0]["receipt"]["dossier"]) == (0, "1405/00002")


def test_every_command_of_the_walk_can_be_typed_as_it_is_shown(empty_demo, ask, tmp_path):
    shown = ask(f"walk --out {tmp_path}/papers", lang="fa").out
    line = next(line for line in shown.splitlines() if line.startswith("$ parvandeh certificate show"))
    assert ask(line.removeprefix("$ parvandeh ")).status == 0


def test_the_walk_stops_where_a_command_fails(empty_demo, ask, tmp_path):
    ask("people add mahsa --name x --role manager --as omid")
    (tmp_path / "papers").mkdir()
    (tmp_path / "papers" / "certificate.pdf").write_bytes(b"there already")
    heard = ask(f"walk --out {tmp_path}/papers")
    assert heard.status == 1
    assert f"There is already a file {tmp_path}/papers/certificate.pdf." in heard.out
    assert heard.err.startswith("The walk stopped at: parvandeh certificate print")


def test_no_case_is_made_up_in_a_real_office(ask_at):
    ask = ask_at("taken")
    assert ask("walk --json").data["error"] == "walk.real_office"
    assert ask("demo --json").data["error"] == "demo.real_office"
    assert ask("dossier list --json").data["count"] == 2


def test_the_demo_office_is_made_with_at_least_one_dossier_of_every_course(tmp_path, capsys):
    place = ["--office", str(tmp_path / "office")]
    line = ["demo", *place, "--at", AT, "--json", "--dossiers"]
    assert run([*line, "1"]) == 1
    least = json.loads(capsys.readouterr().out)["values"]["least"]
    assert run([*line, str(least)]) == 0
    assert json.loads(capsys.readouterr().out)["dossiers"] == least
    assert run(["journal", "verify", *place]) == 0
    assert run(["dossier", "list", "--status", "active", *place]) == 0
