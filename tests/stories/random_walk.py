"""An office in which random people do random things to random dossiers, allowed or not."""

import hashlib
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from random import Random
from typing import Any

import sqlcipher3.dbapi2 as driver
from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.models.dossier import Dossier
from desktop.models.errors import ParvandehError
from desktop.models.tables import metadata
from desktop.models.vocabulary import Phase
from desktop.services.database import OFFICE_FILE, Database
from desktop.services.intake.outcomes import Quarantined
from desktop.services.intake.taking import take
from desktop.services.people import actor_named, applicant
from desktop.services.unit_of_work import reading, writing
from tests.builders.enamad import BEGUN_AT, PEOPLE

OF_QUARANTINE = {"intake_package", "quarantine_chunk", "journal_entry", "journal_head"}
NAMES = [founder.username for founder in PEOPLE]
NOTES = (None, "", "  \n ", "کوتاه", "دلیل روشن و کامل که از بیست حرف بیشتر است.")
OVER = {Phase.ENDED, Phase.IN_FORCE}
SENSIBLE = 0.85
"""How often somebody does what there is to do, and not just anything."""
SELDOM = 0.08


@dataclass
class Walk:
    """One walk; `chance` decides everything, `done` tells what was done so far."""

    office: Database
    folder: Path
    chance: Random
    now: datetime = BEGUN_AT
    done: list[str] = field(default_factory=list)
    refused: Counter[str] = field(default_factory=Counter)
    packages: list[Path] = field(default_factory=list)
    busy_with: int = 0

    def __post_init__(self) -> None:
        """Begin to watch the office's file from a connection that only looks."""
        self.witness = driver.connect(str(self.office.folder / OFFICE_FILE), isolation_level=None)

    @property
    def has_begun(self) -> bool:
        """Whether there is a dossier."""
        return self.ask(lambda s: s.scalar(select(Dossier.id).limit(1))) is not None

    def by(self, username: str, service: Callable[..., Any], *arguments: Any, **named: Any) -> Any:
        """Let somebody call a service; a refusal must leave everything as it was."""
        self.done.append(f"{username} {service.__name__} {arguments[:5]} {self.now:%m-%d %H:%M}")
        before = self.commits_seen()
        try:
            with writing(self.office) as session:
                return service(session, actor_named(session, username, self.now), *arguments, **named)
        except ParvandehError as refusal:
            self.refused[refusal.code] += 1
            self.done[-1] += f": {refusal.code}"
            assert self.commits_seen() == before, f"refused, yet something changed: {self.done[-1]}"
            return None

    def commits_seen(self) -> int:
        """A number that changes as soon as anything in the file has changed."""
        return int(self.witness.execute("PRAGMA data_version").fetchone()[0])

    def fingerprint(self) -> str:
        """A hash over every row of every table but those that quarantine itself writes."""
        hashed = hashlib.sha256()
        for table in metadata.sorted_tables:
            if table.name not in OF_QUARANTINE:
                rows = self.witness.execute(f"SELECT * FROM {table.name}").fetchall()
                hashed.update(repr((table.name, rows)).encode())
        return hashed.hexdigest()

    def ask(self, question: Callable[[Session], Any]) -> Any:
        """Read something."""
        with reading(self.office) as session:
            return question(session)

    def phases(self) -> dict[int, Phase]:
        """Where every dossier stands."""
        return dict(self.ask(lambda s: s.execute(select(Dossier.id, Dossier.phase)).all()))

    def turn_to_a_dossier(self) -> Phase:
        """People stay with one dossier for a while; where it stands."""
        phases = self.phases()
        is_over = phases.get(self.busy_with, Phase.ENDED) in OVER
        if self.chance.random() < (SENSIBLE if is_over else SELDOM):
            living = [one for one, phase in phases.items() if phase not in OVER]
            self.busy_with = self.chance.choice(living or list(phases))
        return phases.get(self.busy_with, Phase.ENDED)

    def some_dossier(self) -> int:
        """The dossier people are busy with, or another one."""
        known = list(self.phases())
        is_sensible = self.busy_with in known and self.chance.random() < SENSIBLE
        return self.busy_with if is_sensible else self.chance.choice(known)

    def somebody(self, *rather: str) -> str:
        """Rather one of these people, sometimes anybody."""
        return self.chance.choice(rather if rather and self.chance.random() < SENSIBLE else NAMES)

    def holder_of(self, dossier_id: int) -> str:
        """Who holds the dossier, or a reviewer."""
        held = self.ask(lambda s: getattr(s.get(Dossier, dossier_id), "claimed_by_id", None))
        return self.somebody(NAMES[held - 1] if held else "reviewer")

    def some_note(self) -> str | None:
        """Something to say, or too little."""
        return self.chance.choice(NOTES)

    def hand_in(self, package: Path) -> None:
        """A portal hands a package in; one that is refused goes to quarantine and changes nothing else."""
        before = self.fingerprint()
        with writing(self.office) as session:
            outcome = take(session, applicant(self.now), package)
        self.done.append(f"applicant {package.name} {type(outcome).__name__}")
        if isinstance(outcome, Quarantined):
            self.refused.update(f"quarantine {finding.rule}" for finding in outcome.findings)
            assert self.fingerprint() == before
