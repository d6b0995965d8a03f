"""Cuts a readable .sql file into the statements a driver takes one at a time."""

import sqlite3
from collections.abc import Iterator


def statements_of(script: str) -> Iterator[str]:
    """Each complete statement, triggers with their bodies; raises ValueError over an unfinished one."""
    pending = ""
    for line in script.splitlines(keepends=True):
        if not pending and (not line.strip() or line.startswith("--")):
            continue
        pending += line
        if sqlite3.complete_statement(pending):
            yield pending.strip()
            pending = ""
    if pending.strip():
        raise ValueError(f"unfinished statement: {pending}")
