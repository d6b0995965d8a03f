"""What is photographed: who sits there, which place is shown, what is done before the picture is taken."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6 import QtCore, QtWidgets

from desktop.views.documents.page_frame import PageFrame
from desktop.views.main_window import MainWindow
from desktop.views.navigation import Route, route

Prepare = Callable[[MainWindow], object]
PlaceOf = Callable[[Any, Any], Route | None]
"""Finds a place by `place(session, actor)`; None when the demo office has nothing of the kind."""


def _as_it_opens(_: MainWindow) -> None:
    """Nothing is done."""


@dataclass(frozen=True)
class Shot:
    """One picture: its name, the person's user name, the place, and what is done there first."""

    name: str
    username: str
    place: Route | PlaceOf
    prepare: Prepare = _as_it_opens


def _pressed(*keys: str) -> Prepare:
    """Run the screen's commands by their codes, one after the other."""

    def press(window: MainWindow) -> None:
        for code in keys:
            command = next(one for one in window.commands() if one.code == code)
            window.commanding.run(command)
            settle()

    return press


def settle() -> None:
    """Let everything that waits happen."""
    for _ in range(6):
        QtWidgets.QApplication.sendPostedEvents(None, QtCore.QEvent.Type.DeferredDelete)
        QtWidgets.QApplication.processEvents()


def first_of_queue(queue: str, screen: str = "dossier", **named: Any) -> PlaceOf:
    """The first dossier of a queue in its order."""

    def find(session: Any, actor: Any) -> Route | None:
        from desktop.services.queues import QueueQuery, first_page  # noqa: PLC0415

        rows = first_page(session, actor, QueueQuery(queue, **named), 1).rows
        return route(screen, id=rows[0].id) if rows else None

    return find


def drawn(window: MainWindow) -> None:
    """Wait until the page of a document has been drawn by its own process."""
    frames = window.findChildren(PageFrame)
    until = time.monotonic() + 10
    while any(frame.page_count and not frame.shown_page for frame in frames) or not any(
        frame.page_count for frame in frames
    ):
        settle()
        time.sleep(0.02)
        if time.monotonic() > until:
            return


def notice_to_send(session: Any, actor: Any) -> Route | None:
    """A dossier in hand with something rejected."""
    from desktop.services.deficiencies import rejected_items  # noqa: PLC0415
    from desktop.services.queues import QueueQuery, first_page  # noqa: PLC0415

    rows = first_page(session, actor, QueueQuery("mine"), 100).rows
    found = [row.id for row in rows if rejected_items(session, row.id)]
    return route("notice", id=found[0]) if found else None


def an_answer_begun(window: MainWindow) -> None:
    """Begin the answer of the first dossier that is with its applicant."""
    from desktop.services.queues import QueueQuery, first_page  # noqa: PLC0415

    def find(session: Any, actor: Any) -> str:
        return first_page(session, actor, QueueQuery("all", statuses=("deficient",)), 1).rows[0].number

    window.screen_shown.drafts.answer.emit(window.desk.read_now(find))


def first_certificate(facet: str) -> PlaceOf:
    """The first certificate of a facet of the register."""

    def find(session: Any, actor: Any) -> Route | None:
        from desktop.services.certificate_register import Facet, RegisterQuery, certificate_ids  # noqa: PLC0415

        ids = certificate_ids(session, actor, RegisterQuery(facet=Facet(facet)))
        return route("certificate", id=ids[0]) if ids else None

    return find


SHOTS = (
    Shot("home-reviewer", "mina", route("home")),
    Shot("home-manager", "kamran", route("home")),
    Shot("home-officer", "leila", route("home")),
    Shot("queue", "mina", route("queue", queue="reviewer")),
    Shot("queue-mine", "mina", route("queue", queue="mine")),
    Shot("queue-empty", "omid", route("queue", queue="mine")),
    Shot("queue-all", "nasrin", route("queue", queue="all")),
    Shot("palette", "mina", route("queue", queue="reviewer"), _pressed("palette")),
    Shot("keys", "mina", route("queue", queue="reviewer"), _pressed("keys")),
    Shot("dossier-review", "mina", first_of_queue("mine")),
    Shot("dossier-with-applicant", "mina", first_of_queue("all", statuses=("deficient",))),
    Shot("dossier-approved", "mina", first_of_queue("all", statuses=("approved",))),
    Shot("notice", "mina", notice_to_send, drawn),
    Shot("notice-sent", "mina", first_of_queue("all", "notice", statuses=("deficient",)), drawn),
    Shot("papers", "leila", route("papers")),
    Shot("papers-packet", "leila", route("papers"), _pressed("register")),
    Shot("papers-difference", "leila", route("papers"), _pressed("different")),
    Shot("approval", "kamran", route("approval")),
    Shot("approval-question", "kamran", route("approval"), _pressed("next", "mark_all", "approve")),
    Shot("approval-return", "kamran", route("approval"), _pressed("return")),
    Shot("certificates", "mina", route("certificates")),
    Shot("certificates-expired", "mina", route("certificates", facet="expired")),
    Shot("certificate", "mina", first_certificate("valid"), drawn),
    Shot("certificate-expired", "kamran", first_certificate("expired")),
    Shot("counter", "nasrin", route("counter")),
    Shot("counter-form", "nasrin", route("counter"), _pressed("new")),
    Shot("counter-answer", "nasrin", route("counter"), an_answer_begun),
    Shot("counter-faults", "nasrin", route("counter"), _pressed("new", "hand_in")),
    Shot("intake", "nasrin", route("intake")),
    Shot("schemes", "omid", route("schemes")),
    Shot("schemes-step", "omid", route("schemes"), _pressed(*["next"] * 9)),
    Shot("schemes-checklist", "omid", route("schemes"), _pressed("next_tab")),
    Shot("schemes-documents", "omid", route("schemes"), _pressed("next_tab", "next_tab")),
    Shot("schemes-rules", "omid", route("schemes"), _pressed("previous_tab", "previous_tab")),
    Shot("schemes-compare", "omid", route("schemes"), _pressed("compare")),
    Shot("staff", "omid", route("staff")),
    Shot("journal", "omid", route("journal")),
    Shot("office-calendar", "omid", route("office_calendar")),
    Shot("notifications", "mina", route("notifications")),
    Shot("jobs", "omid", route("jobs")),
    Shot("results", "mina", route("results", search="کالا")),
    Shot("settings", "mina", route("settings")),
    Shot("about", "omid", route("about")),
)
