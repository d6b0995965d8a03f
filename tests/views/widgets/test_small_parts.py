"""Keys as caps, initials, the turning ring, sections and facts."""

import pytest
from PySide6 import QtCore, QtWidgets

from desktop.views.theme.look import put_on
from desktop.views.widgets.avatar import Avatar, initials_of
from desktop.views.widgets.busy import Spinner
from desktop.views.widgets.changed_value import ChangedValue
from desktop.views.widgets.facts import Facts
from desktop.views.widgets.key_cap import KeyCaps, caps_of, caps_width, spoken
from desktop.views.widgets.label import Label
from desktop.views.widgets.margins import set_margins
from desktop.views.widgets.section import Card, SectionHeader
from desktop.views.widgets.timeline import Timeline, TimelineEntry

pytestmark = pytest.mark.usefixtures("worn")


@pytest.mark.parametrize(
    ("key", "caps"),
    [
        ("", ()),
        ("J", ("J",)),
        ("Ctrl+Enter", ("Ctrl", "Enter")),
        ("Y N", ("Y", "N")),
        ("+", ("+",)),
        ("Ctrl+Shift+X", ("Ctrl", "Shift", "X")),
        ("Ctrl+.", ("Ctrl", ".")),
    ],
)
def test_each_part_of_a_key_is_a_cap(key, caps):
    assert caps_of(key) == caps


def test_caps_are_as_wide_as_they_say(qtbot):
    caps = KeyCaps("Ctrl+K")
    qtbot.addWidget(caps)
    assert caps.width() == caps_width(("Ctrl", "K"))
    assert caps.accessibleName() == "Ctrl+K"


def test_a_key_in_a_tip_does_not_disturb_the_line_around_it():
    assert spoken("ارجاع", "S") == "ارجاع \u2068(S)\u2069"
    assert spoken("ارجاع", "") == "ارجاع"


def test_initials_do_not_join():
    assert initials_of("نرگس کاوه‌نیا") == "ن\u200cک"
    assert initials_of("سارا") == "س"


def test_a_person_in_little_has_the_name_for_those_who_do_not_see(qtbot):
    avatar = Avatar("نرگس کاوه‌نیا", 22, other=True)
    qtbot.addWidget(avatar)
    assert (avatar.accessibleName(), avatar.toolTip()) == ("نرگس کاوه‌نیا", "نرگس کاوه‌نیا")


def test_short_work_shows_nothing(qtbot):
    spinner = Spinner("در حال کار")
    qtbot.addWidget(spinner)
    spinner.start()
    assert not spinner.turning.shows
    spinner.stop()
    assert not spinner.turning.shows


def test_the_ring_shows_after_its_delay_and_turns_only_where_things_may_move(qtbot, qapp):
    for still in (True, False):
        put_on(qapp, still=still)
        spinner = Spinner("در حال کار")
        qtbot.addWidget(spinner)
        spinner.start()
        qtbot.waitUntil(lambda one=spinner: one.turning.shows, timeout=3000)
        assert spinner.turning._tick.isActive() is not still
        spinner.stop()


@pytest.mark.parametrize(("language", "left"), [("fa", 3), ("en", 10)])
def test_margins_follow_the_reading_direction(qapp, language, left):
    put_on(qapp, language=language, still=True)
    layout = QtWidgets.QHBoxLayout()
    set_margins(layout, 10, 1, 3, 2)
    assert layout.contentsMargins().left() == left


def test_facts_are_read_with_their_labels(qtbot):
    facts = Facts([("دامنه", "tarino.example")])
    qtbot.addWidget(facts)
    changed = facts.add("تلفن", ChangedValue("۱۷", "۷۱", "تلفن از ۱۷ به ۷۱ تغییر کرد"))
    labels = [label.text() for label in facts.findChildren(Label)]
    assert labels[:2] == ["tarino.example", "دامنه"] or labels[:2] == ["دامنه", "tarino.example"]
    assert changed.accessibleDescription() == "تلفن"
    assert changed.accessibleName() == "تلفن از ۱۷ به ۷۱ تغییر کرد"


def test_the_bar_of_a_card_stands_at_its_start(qtbot, worn):
    card = Card(bar="redSolid")
    card.body.addWidget(SectionHeader("شما", "", "۲۴ آبان"))
    qtbot.addWidget(card)
    card.resize(200, 60)
    image = card.grab().toImage()
    assert image.pixelColor(198, 30) == worn.colour("redSolid")
    assert image.pixelColor(2, 30) != worn.colour("redSolid")


def test_an_internal_event_says_so_without_a_picture(qtbot):
    line = Timeline([TimelineEntry("یادداشت افزوده شد", "۲۴ آبان", internal="متقاضی نمی‌بیند")])
    qtbot.addWidget(line)
    names = [label.accessibleName() for label in line.findChildren(QtWidgets.QLabel)]
    assert "متقاضی نمی‌بیند" in names


def test_the_day_of_an_event_is_never_cut(qtbot):
    line = Timeline([TimelineEntry("ارسال دوبارهٔ متقاضی پس از رفع نقص " * 3, "۲۷ آبان، ۱۴:۰۰")])
    qtbot.addWidget(line)
    line.resize(260, line.heightForWidth(260))
    line.show()
    QtCore.QCoreApplication.processEvents()
    when = next(label for label in line.findChildren(Label) if "۱۴:۰۰" in label.text())
    assert when.width() >= when.sizeHint().width()
