"""One unit of work per gesture: opened here, committed when it ends well, rolled back in every other case."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Concatenate, ParamSpec, TypeVar

from sqlalchemy import event
from sqlalchemy.exc import IntegrityError, OperationalError
from sqlalchemy.orm import Session

from desktop.models.errors import Conflict, Unavailable
from desktop.services.changed_rows import Changed, changed_in, note_changes
from desktop.services.database import Database

Arguments = ParamSpec("Arguments")
Answer = TypeVar("Answer")


@contextmanager
def reading(database: Database) -> Iterator[Session]:
    """A session that only reads; nothing it changes is kept."""
    with _translated(), Session(database.reading, info={"rules": database.rules}) as session:
        yield session


@contextmanager
def writing(database: Database) -> Iterator[Session]:
    """A session whose changes are committed together at the end, or not at all."""
    # Writing sorts tables by their references, so all must be known, whichever of them the service uses.
    import desktop.models.tables  # noqa: F401, PLC0415 - a list, which only reads, does not wait for it

    with _translated(), Session(database.writing, info={"rules": database.rules}) as session:
        # The session alone lets go of rows nobody holds and reads them again, several times in one step.
        kept: list[object] = []
        for became in ("loaded_as_persistent", "pending_to_persistent"):
            event.listen(session, became, lambda _, row: kept.append(row))
        note_changes(session)
        yield session
        session.commit()
        if session.info.get("leave_no_trace"):
            session.close()
            database.empty_write_ahead_log()


def run(
    database: Database,
    service: Callable[Concatenate[Session, Arguments], Answer],
    *arguments: Arguments.args,
    **named: Arguments.kwargs,
) -> Answer:
    """Run one service in a unit of work of its own and give its answer."""
    with writing(database) as session:
        return service(session, *arguments, **named)


def run_told(
    database: Database,
    service: Callable[Concatenate[Session, Arguments], Answer],
    *arguments: Arguments.args,
    **named: Arguments.kwargs,
) -> tuple[Answer, Changed]:
    """The same, and with the answer which rows were changed."""
    with writing(database) as session:
        answer = service(session, *arguments, **named)
    return answer, changed_in(session)


def leave_no_trace(session: Session) -> None:
    """Ask that what this unit of work erases is gone from the write-ahead log too once it is committed."""
    session.info["leave_no_trace"] = True


@contextmanager
def _translated() -> Iterator[None]:
    try:
        yield
    except OperationalError as error:
        raise _unavailable(error) from error
    except IntegrityError as error:
        raise Conflict("database.refused", detail=str(error.orig)) from error


def _unavailable(error: OperationalError) -> Exception:
    detail = str(error.orig)
    if "locked" in detail or "busy" in detail:
        return Unavailable("database.locked")
    if "full" in detail:
        return Unavailable("disk.full")
    if "disk I/O" in detail or "unable to open" in detail or "readonly" in detail:
        return Unavailable("disk.failed", detail=detail)
    return error
