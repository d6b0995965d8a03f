"""The command line under test: an office of the test's own at a stage of one case, and somebody who types."""

import json
import shlex
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from desktop.commands.program import run
from desktop.services.database import OFFICE_FILE

AT = "2026-06-14T09:30+03:30"
"""1405/03/24, half past nine in Tehran: the moment of every command that does not say another."""
NUMBER = "1405/00001"
"""The dossier of the case: the natural person's sample package."""
OTHER = "1405/00002"
"""The legal person's."""
CERTIFICATE = "1405/00001"

PEOPLE = (
    ("mina", "مینا صالحی", "reviewer"),
    ("arash", "آرش بهرامی", "reviewer"),
    ("leila", "لیلا نیک‌فر", "documents_officer"),
    ("nasrin", "نسرین فرهادی", "clerk"),
    ("saman", "سامان راد", "supervisor"),
    ("kamran", "کامران دانشور", "manager"),
)

STAGES: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "taken",
        (
            "office create --name نماد --name-ar العلامة --name-en Symbol",
            *(
                f"people add {who} --name {shlex.quote(name)} --role {role} --as admin"
                for who, name, role in PEOPLE
            ),
            "intake sample {folder}",
            "intake take {folder}/enamad-natural-person.zip {folder}/enamad-legal-person.zip --as nasrin",
        ),
    ),
    ("claimed", (f"claim take {NUMBER} --as mina",)),
    (
        "returned",
        (
            f"item judge {NUMBER} O2 B3 reject --comment 'تصویر خوانا نیست.' --as mina",
            f"item judge {NUMBER} rest accept --as mina",
            f"step {NUMBER} announce_deficiency --as mina",
        ),
    ),
    (
        "again",
        (
            f"intake sample {{folder}} --answer {NUMBER}",
            "intake take {folder}/answer-1405-00001-1.zip --as nasrin",
            f"claim take {NUMBER} --as mina",
        ),
    ),
    (
        "papers",
        (
            f"item judge {NUMBER} O2 B3 accept --as mina",
            f"clearance answer {NUMBER} public_places_police granted --reference 12/77 --as mina",
            f"step {NUMBER} approve_checklist --as mina",
        ),
    ),
    (
        "decision",
        (
            f"physical receive {NUMBER} --tracking 100200300400500600700800 --as leila",
            f"physical judge {NUMBER} all accept --as leila",
            f"step {NUMBER} accept_documents --as leila",
        ),
    ),
    (
        "approved",
        (
            f"payment record {NUMBER} symbol 1750000 --reference 99/1 --as nasrin",
            f"approve {NUMBER} --as kamran",
        ),
    ),
)
"""The case by stages; each begins where the one before ended."""


@dataclass(frozen=True)
class Heard:
    """What a command answered."""

    status: int
    out: str
    err: str

    @property
    def data(self) -> Any:
        """The answer to --json."""
        return json.loads(self.out)


Ask = Callable[..., Heard]


@pytest.fixture(scope="session")
def stages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """An office at every stage of the case, prepared once and only copied."""
    folder, offices = tmp_path_factory.mktemp("case"), {}
    working = folder / "office"
    for stage, lines in STAGES:
        for line in lines:
            arguments = [word.format(folder=folder) for word in words(line)]
            assert run([*arguments, "--office", str(working), "--at", AT, "--lang", "en"]) == 0, line
        offices[stage] = folder / stage
        offices[stage].mkdir()
        shutil.copyfile(working / OFFICE_FILE, offices[stage] / OFFICE_FILE)
    return offices


@pytest.fixture
def at_stage(stages: dict[str, Path], tmp_path: Path) -> Callable[[str], Path]:
    """Gives an office of the test's own at a stage."""

    def copy(stage: str) -> Path:
        folder = tmp_path / "office"
        folder.mkdir()
        shutil.copyfile(stages[stage] / OFFICE_FILE, folder / OFFICE_FILE)
        return folder

    return copy


@pytest.fixture
def ask(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Ask:
    """Types a command line in the office of this test, in English and at the moment of the case."""

    def answer(line: str, *more: str, lang: str = "en", at: str = AT) -> Heard:
        capsys.readouterr()
        shared = ["--office", str(tmp_path / "office"), "--lang", lang, "--at", at]
        status = run([*words(line), *more, *shared])
        said = capsys.readouterr()
        return Heard(status, said.out, said.err)

    return answer


@pytest.fixture
def ask_at(at_stage: Callable[[str], Path], ask: Ask) -> Callable[[str], Ask]:
    """Gives `ask` in an office at a stage."""

    def begin(stage: str) -> Ask:
        at_stage(stage)
        return ask

    return begin


def words(line: str) -> list[str]:
    """A command line as a shell would split it."""
    return shlex.split(line)
