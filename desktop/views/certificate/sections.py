"""The parts beside the certificate: its code on the site, its life, what was frozen, prints and dossiers."""

from collections.abc import Callable

from PySide6 import QtWidgets

from desktop.language.window import Texts, Words
from desktop.models.vocabulary import ApplicantKind
from desktop.services.certificate_page import CertificateDossier, CertificatePage, PrintRow
from desktop.services.identity import masked
from desktop.services.wording import isolate
from desktop.views.certificate_state.life import LifeLine
from desktop.views.certificate_state.wording import life_line
from desktop.views.theme.look import look
from desktop.views.widgets.buttons import Link, SecondaryButton
from desktop.views.widgets.chips import StatusChip
from desktop.views.widgets.facts import Facts
from desktop.views.widgets.icon import Icon
from desktop.views.widgets.label import Label
from desktop.views.widgets.section import Section, SectionHeader

_LABELS = 96


def code_section(
    page: CertificatePage, words: Words, text: Texts, check: Callable[[], object] | None
) -> QtWidgets.QWidget:
    """Whether the code was seen on the site; `check` is None for those whose work it is not."""
    section = Section(SectionHeader(text("code.title"), "qr"))
    row = QtWidgets.QHBoxLayout()
    row.setSpacing(look().px(7))
    seen = page.code_seen_at
    row.addWidget(Icon("check" if seen else "circle-dashed", "greenFg" if seen else "amberFg"))
    if seen is not None:
        sentence = text("code.seen", moment=words.formats.moment(seen), person=page.code_checked_by)
    elif page.code_checked_by is not None:
        sentence = text("code.missed", person=page.code_checked_by)
    else:
        sentence = text("code.never")
    row.addWidget(Label(sentence, "dense", wraps=True), 1)
    section.body.addLayout(row)
    section.body.addWidget(Label(isolate(page.symbol_code), "dense", 500, "text2", wraps=True))
    if check is not None:
        button = SecondaryButton(text("code.check"), "search", "C", small=True)
        button.clicked.connect(lambda _checked: check())
        line = QtWidgets.QHBoxLayout()
        line.addWidget(button)
        line.addStretch(1)
        section.body.addLayout(line)
    return section


def life_section(page: CertificatePage, words: Words, text: Texts) -> QtWidgets.QWidget:
    """What has happened to it and what comes by itself."""
    section = Section(SectionHeader(text("life"), "history"), lined=False)
    section.body.addWidget(LifeLine(life_line(page, words)))
    return section


def issued_section(page: CertificatePage, words: Words, text: Texts) -> QtWidgets.QWidget:
    """What was frozen at issue; identity numbers are masked, whoever needs one opens the dossier."""
    frozen, formats = page.facts, words.formats
    level = text("no_level") if frozen["level"] is None else words.label(frozen["level"])
    is_legal = frozen["applicant_kind"] == ApplicantKind.LEGAL_PERSON
    rows = [
        (text("fact.holder"), str(frozen["holder"])),
        (
            text("fact.legal_id" if is_legal else "fact.national_id"),
            _masked(frozen["identity_number"], words),
        ),
        (text("fact.subject"), isolate(str(frozen["subject"]))),
        (text("fact.level"), level),
        (text("fact.stars"), formats.number(frozen["stars"])),
        (text("fact.scheme"), words.label(frozen["scheme"])),
        (text("fact.version"), isolate(formats.id(page.scheme_version))),
        (text("fact.office"), words.label(frozen["office"])),
        (text("fact.issued_by"), page.issued_by),
    ]
    section = Section(SectionHeader(text("issued"), "award", text("issued.frozen")))
    section.body.addWidget(Facts(rows, _LABELS))
    return section


def prints_section(page: CertificatePage, words: Words, text: Texts) -> QtWidgets.QWidget:
    """Every printing of the certificate and of letters of its dossiers, newest first."""
    count = words.formats.number(len(page.prints))
    section = Section(SectionHeader(text("prints"), "printer", count if page.prints else ""))
    for row in reversed(page.prints):
        section.body.addWidget(_print_row(row, words, text))
    if not page.prints:
        section.body.addWidget(Label(text("prints.none"), "dense", 400, "text3", wraps=True))
    return section


def dossiers_section(
    page: CertificatePage, words: Words, text: Texts, go: Callable[[int], object]
) -> QtWidgets.QWidget:
    """The dossiers it came from and those about it, each a link."""
    section = Section(SectionHeader(text("dossiers"), "folder"), lined=False)
    for dossier in page.dossiers:
        section.body.addWidget(_dossier_row(dossier, words, go))
    return section


def _masked(number: str, words: Words) -> str:
    return isolate(words.formats.digits(masked(number)))


def _print_row(row: PrintRow, words: Words, text: Texts) -> QtWidgets.QWidget:
    line = QtWidgets.QWidget()
    column = QtWidgets.QVBoxLayout(line)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    what = text("prints.certificate") if row.kind is None else words.word("letter", row.kind)
    head = QtWidgets.QHBoxLayout()
    head.addWidget(Label(what, "dense", 500), 1)
    when = Label(words.formats.moment(row.at), "caption", 400, "text3")
    when.setMinimumWidth(when.sizeHint().width())
    head.addWidget(when)
    column.addLayout(head)
    language = text(f"language.{row.language}")
    who = text("prints.by", person=row.person or text("system"), language=language)
    column.addWidget(Label(who, "caption", 400, "text3", wraps=True))
    return line


def _dossier_row(dossier: CertificateDossier, words: Words, go: Callable[[int], object]) -> QtWidgets.QWidget:
    line = QtWidgets.QWidget()
    row = QtWidgets.QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(look().px(8))
    link = Link(isolate(words.formats.id(dossier.number)))
    link.clicked.connect(lambda _checked: go(dossier.id))
    row.addWidget(link)
    row.addWidget(Label(words.title("dossier_kind", dossier.kind), "dense", 400, "text2"))
    row.addStretch(1)
    row.addWidget(StatusChip(dossier.family, dossier.icon, words.label(dossier.status_label)))
    return line
