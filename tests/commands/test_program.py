"""The doors of the command line: statuses, errors in words and as JSON, languages, who acts, and faults."""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from typer.main import get_command

from desktop import __version__
from desktop.commands import claims, program
from desktop.commands.listing import COMMANDS
from desktop.commands.program import program as typer_program
from desktop.commands.program import run

NUMBER = "1405/00001"


def leaves():
    """Every command that does something, by its full name."""
    root = get_command(typer_program)
    for name in COMMANDS:
        found = root.get_command(None, name)
        if hasattr(found, "list_commands"):
            yield from (
                (f"{name} {inner}", found.get_command(None, inner)) for inner in found.list_commands(None)
            )
        else:
            yield name, found


def test_every_command_can_answer_in_json_for_a_person_in_an_office_and_a_language():
    shared = {"--json", "--as", "--office", "--lang", "--at"}
    lacking = {
        name: missing
        for name, found in leaves()
        if (missing := shared - {option for parameter in found.params for option in parameter.opts})
    }
    assert lacking == {}


def test_every_command_says_what_it_is_for_and_explains_each_of_its_arguments(capsys):
    for name, _ in leaves():
        assert run([*name.split(), "--help"]) == 0
        said = capsys.readouterr().out
        assert f"Usage: parvandeh {name}" in said
        purpose = said.split("\n\n")[1]
        assert len(purpose.strip()) > 10, name


def test_the_commands_of_the_issue_are_all_there():
    names = {name for name, _ in leaves()}
    asked = (
        "office create, office check, office backup, office restore, demo, scheme check, scheme add,"
        " scheme list, intake take, intake sample, dossier list, dossier show, item judge, step,"
        " physical receive, physical judge, letter, certificate print, journal verify"
    )
    assert set(asked.split(", ")) - names == set()


def test_the_version_is_told_without_loading_the_office():
    script = "import desktop.__main__ as m; m.main(); print(len(sys.modules))"
    told = python(script, "--version").splitlines()
    assert told[0] == f"parvandeh {__version__}"
    assert int(told[1]) < 120


def test_help_lists_every_command_without_loading_the_database():
    script = "from desktop.commands.program import run; run(['--help']); print('sqlalchemy' in sys.modules)"
    told = python(script)
    assert [name for name in COMMANDS if f"\n  {name}" not in told] == []
    assert told.endswith("False\n")


def python(script: str, *arguments: str) -> str:
    """What a new interpreter prints."""
    line = [sys.executable, "-c", f"import sys; {script}", *arguments]
    return subprocess.run(line, capture_output=True, text=True, check=True).stdout


def test_a_rule_that_refuses_ends_with_1_and_a_sentence_beside_the_answer(ask_at):
    heard = ask_at("claimed")(f"claim take {NUMBER} --as arash")
    assert (heard.status, heard.out) == (1, "")
    assert heard.err.startswith(f"مینا صالحی has held dossier {NUMBER} since 1405/03/24 09:30.")


def test_with_json_an_error_is_one_document_with_code_values_and_sentence(ask_at):
    heard = ask_at("claimed")(f"claim take {NUMBER} --as arash --json")
    assert (heard.status, heard.err) == (1, "")
    assert heard.data["error"] == "claim.taken"
    assert heard.data["values"] == {
        "number": NUMBER,
        "holder": "مینا صالحی",
        "since": "2026-06-14T06:00:00+00:00",
    }
    assert heard.data["sentence"].startswith("مینا صالحی has held")


def test_codes_in_an_error_are_said_in_the_words_of_the_dossiers_scheme(ask_at):
    heard = ask_at("claimed")(f"step {NUMBER} approve --as kamran", lang="fa")
    assert "«در حال بررسی»" in heard.err
    assert "۱۴۰۵/۰۰۰۰۱" in heard.err


def test_an_error_that_cannot_be_dressed_up_is_said_all_the_same(ask):
    heard = ask(f"dossier show {NUMBER}")
    assert heard.status == 1
    assert "There is no office in" in heard.err


def test_whoever_does_not_say_who_acts_is_told_who_could(ask_at):
    heard = ask_at("taken")(f"claim take {NUMBER} --json")
    assert heard.status == 2
    assert heard.data["error"] == "usage.actor_missing"
    assert heard.data["values"]["people"] == ["admin", "arash", "kamran", "leila", "mina", "nasrin", "saman"]


def test_surroundings_may_say_who_acts_where_and_in_which_language(at_stage, monkeypatch, capsys):
    monkeypatch.setenv("PARVANDEH_AS", "mina")
    monkeypatch.setenv("PARVANDEH_OFFICE", str(at_stage("taken")))
    monkeypatch.setenv("PARVANDEH_LANG", "ar")
    assert run(["claim", "take", NUMBER]) == 0
    assert capsys.readouterr().out == "الملف ١٤٠٥/٠٠٠٠١ في يدكم.\n"


@pytest.mark.parametrize(
    ("locale", "said"), [("fa_IR.UTF-8", "پرونده‌ای"), ("C.UTF-8", "There is no dossier")]
)
def test_without_a_word_the_locale_says_the_language(at_stage, monkeypatch, capsys, locale, said):
    for name in ("LC_ALL", "LC_MESSAGES", "PARVANDEH_LANG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", locale)
    assert run(["dossier", "show", "1405/9", "--office", str(at_stage("taken"))]) == 1
    assert capsys.readouterr().err.startswith(said)


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("fly", "usage.no_such_command"),
        ("dossier fly", "usage.no_such_command"),
        ("claim take", "usage.missing"),
        ("claim take 1405/1 --fax", "usage.no_such_option"),
        ("item judge 1405/1 B1 perhaps", "usage.bad_value"),
        ("journal verify now", "usage.wrong"),
        ("dossier list --lang de", "usage.language"),
        ("dossier list --at yesterday", "usage.moment"),
        ("calendar close 1405/13/01 --title x --as admin", "usage.day"),
        ("calendar closures --year fourteen", "usage.year"),
        ("payment record 1405/1 symbol much --reference 1 --as nasrin", "usage.amount"),
    ],
)
def test_a_command_written_wrongly_ends_with_2(line, code, capsys):
    assert run([*line.split(), "--json"]) == 2
    told = json.loads(capsys.readouterr().out)
    assert told["error"] == code
    assert len(told["sentence"]) > 10


def test_a_wrong_command_is_explained_in_persian_too(capsys):
    assert run(["dossier", "fly", "--lang", "fa"]) == 2
    assert capsys.readouterr().err == (
        "فرمانی با نام fly در parvandeh dossier نیست. فرمان‌ها: list، show، outside.\n"
    )


def test_a_group_alone_shows_its_help_and_is_no_success(capsys):
    assert run(["office"]) == 2
    assert "backup" in capsys.readouterr().err


def test_what_is_unavailable_ends_with_3(at_stage, capsys):
    folder = at_stage("taken")
    (folder / "office.db").write_bytes((folder / "office.db").read_bytes())
    target = folder / "file"
    target.write_text("")
    assert run(["demo", "--office", str(target), "--json"]) == 3
    assert json.loads(capsys.readouterr().out)["error"] in ("file.failed", "disk.failed")


def test_a_fault_of_the_program_ends_with_70_and_a_report_without_values(
    ask_at, monkeypatch, tmp_path, capsys
):
    identity = "".join(map(str, range(10)))

    def fail(*_: object, **__: object) -> None:
        raise KeyError(identity)

    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setattr(claims.claims, "claim", fail)
    heard = ask_at("taken")(f"claim take {NUMBER} --as mina --json")
    assert (heard.status, heard.err) == (70, "")
    report = Path(heard.data["values"]["report"]).read_text(encoding="utf-8")
    assert "KeyError" in report
    assert "claims.py" in report
    assert identity not in report
    assert "Traceback" not in heard.out


def test_whoever_stops_the_program_gets_no_traceback(monkeypatch, capsys):
    def stop(_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(program, "told_by", stop)
    assert run(["journal", "verify"]) == 130
    assert capsys.readouterr().err == ""


def test_an_answer_nobody_reads_to_its_end_is_no_fault(at_stage):
    folder = at_stage("claimed")
    line = f"{sys.executable} -m desktop item list {NUMBER} --office {folder} | head -1"
    surroundings = {**os.environ, "PARVANDEH_LANG": "en"}
    heard = subprocess.run(["bash", "-c", line], capture_output=True, text=True, env=surroundings, check=True)
    assert heard.stdout.startswith("item")
    assert heard.stderr == ""
