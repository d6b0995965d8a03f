"""The tab of the certificate a dossier led to or is about."""

from typing import Any

from desktop.services.certificates import CertificateDetails, certificate_of
from desktop.services.people import Actor
from desktop.services.wording import isolate
from desktop.views.dossier.tabs.tab import Tab
from desktop.views.navigation import route
from desktop.views.widgets.buttons import SecondaryButton
from desktop.views.widgets.empty_state import EmptyState
from desktop.views.widgets.facts import Facts
from desktop.views.widgets.section import Section, SectionHeader

_LABELS = 160


class CertificatesTab(Tab):
    """As it was issued, with its present state; the whole of it has a page of its own."""

    columns_wide = (2, 1)

    def work(self, session: Any, actor: Actor) -> Any:  # noqa: ARG002 - everybody reads the same
        """Read the certificate."""
        return certificate_of(session, self.presenter.dossier_id)

    def show_data(self, data: Any) -> None:
        """Show it, or that there is none."""
        if data is None:
            self.columns[0].addWidget(EmptyState(self.text("cert.none")), 1)
            return
        section = Section(SectionHeader(self.text("tab.certificates"), "award"), lined=False)
        section.body.addWidget(self._facts(data))
        button = SecondaryButton(self.text("cert.open"), "award")
        button.clicked.connect(lambda: self.desk.go(route("certificate", id=data.id)))
        self.open_button = button
        section.body.addWidget(button)
        self.columns[0].addWidget(section)

    def _facts(self, certificate: CertificateDetails) -> Facts:
        words, text = self.words, self.text
        formats = words.formats
        level = certificate.facts.get("level")
        installed = certificate.code_installed_at
        rows = [
            ("number", isolate(formats.id(certificate.number))),
            ("holder", str(certificate.facts["holder"])),
            ("state", words.word("certificate_state", certificate.state)),
            ("level", words.label(level) if level else formats.shown(None)),
            ("issued", formats.day(certificate.issued_on)),
            ("until", formats.day(certificate.last_valid_day)),
            ("code", isolate(certificate.symbol_code)),
            ("installed", formats.moment(installed) if installed else formats.shown(None)),
        ]
        return Facts([(text(f"cert.{code}"), value) for code, value in rows], _LABELS)
