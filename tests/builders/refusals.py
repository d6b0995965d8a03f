"""How a test asks for something that is refused, and makes sure that the refusal changed nothing."""

from collections.abc import Callable
from typing import Any

import pytest
import sqlcipher3.dbapi2 as driver

from desktop.models.errors import ParvandehError
from desktop.services.database import OFFICE_FILE
from tests.builders.enamad import Case


def refused(
    case: Case, username: str, service: Callable[..., Any], *arguments: Any, **named: Any
) -> ParvandehError:
    """The error with which a service refuses somebody; nothing in the file may have changed."""
    watching = driver.connect(str(case.office.folder / OFFICE_FILE), isolation_level=None)
    before = watching.execute("PRAGMA data_version").fetchone()
    with pytest.raises(ParvandehError) as refusal:
        case.by(username, service, *arguments, **named)
    assert watching.execute("PRAGMA data_version").fetchone() == before
    watching.close()
    return refusal.value


def code_of(case: Case, username: str, service: Callable[..., Any], *arguments: Any, **named: Any) -> str:
    """The code of that error."""
    return refused(case, username, service, *arguments, **named).code
