"""The screens of the window by name: where each is written, who may open it, and how the rail shows it."""

from dataclasses import dataclass
from importlib import import_module
from typing import Final

from desktop.models.vocabulary import Role
from desktop.views.screen import Screen

EVERYBODY: Final = frozenset(Role)


@dataclass(frozen=True)
class Entry:
    """One screen: `place` is "module:class", loaded when it is first opened."""

    place: str
    icon: str
    roles: frozenset[Role] = EVERYBODY
    section: str = ""
    """Section of the rail; empty for a screen that is reached from others."""

    def screen_class(self) -> type[Screen]:
        """The class of the screen."""
        module, name = self.place.split(":")
        found: type[Screen] = getattr(import_module(module), name)
        return found


_REVIEWING = frozenset({Role.REVIEWER, Role.SUPERVISOR, Role.MANAGER})
_LEADING = frozenset({Role.SUPERVISOR, Role.MANAGER, Role.ADMINISTRATOR})
_COUNTER = frozenset({Role.CLERK, Role.SUPERVISOR})

SCREENS: Final[dict[str, Entry]] = {
    "home": Entry("desktop.views.home.screen:HomeScreen", "home", section="work"),
    "queue": Entry("desktop.views.queue.screen:QueueScreen", "inbox"),
    "dossier": Entry("desktop.views.dossier.screen:DossierScreen", "folder"),
    "notice": Entry("desktop.views.notice.screen:NoticeScreen", "paper", _REVIEWING),
    "papers": Entry(
        "desktop.views.papers.screen:PapersScreen", "papers", frozenset({Role.DOCUMENTS_OFFICER}), "work"
    ),
    "approval": Entry(
        "desktop.views.approval.screen:ApprovalScreen", "stamp", frozenset({Role.MANAGER}), "work"
    ),
    "counter": Entry("desktop.views.counter.screen:CounterScreen", "plus", _COUNTER, "work"),
    "intake": Entry(
        "desktop.views.intake.screen:IntakeScreen", "download", _COUNTER | {Role.AUDITOR}, "unit"
    ),
    "certificates": Entry(
        "desktop.views.certificates.screen:CertificatesScreen", "award", section="registers"
    ),
    "certificate": Entry("desktop.views.certificate.screen:CertificateScreen", "award"),
    "journal": Entry(
        "desktop.views.journal.screen:JournalScreen",
        "search",
        frozenset({Role.AUDITOR, Role.MANAGER, Role.ADMINISTRATOR}),
        "registers",
    ),
    "schemes": Entry("desktop.views.schemes.screen:SchemesScreen", "list", section="registers"),
    "staff": Entry(
        "desktop.views.staff.screen:StaffScreen", "users", frozenset({Role.ADMINISTRATOR}), "office"
    ),
    "office_calendar": Entry(
        "desktop.views.office_calendar.screen:OfficeCalendarScreen", "calendar", _LEADING, "office"
    ),
    "jobs": Entry("desktop.views.jobs_page.screen:JobsScreen", "sync"),
    "results": Entry("desktop.views.results.screen:ResultsScreen", "search"),
    "notifications": Entry("desktop.views.notifications.screen:NotificationsScreen", "bell"),
    "settings": Entry("desktop.views.settings.screen:SettingsScreen", "gear", section="end"),
    "about": Entry("desktop.views.about.screen:AboutScreen", "info"),
}


def may_open(name: str, roles: frozenset[Role]) -> bool:
    """Whether one of these roles opens the screen."""
    return not SCREENS[name].roles.isdisjoint(roles)
