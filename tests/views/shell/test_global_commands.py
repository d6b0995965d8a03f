"""Every key that the frame promises on its buttons and in the rail is bound."""

import pytest

from desktop.views.navigation import route
from desktop.views.registry import SCREENS
from desktop.views.shell.global_commands import _GO_KEYS


@pytest.mark.parametrize("username", ["reviewer", "officer", "manager", "administrator", "clerk", "auditor"])
def test_every_screen_with_a_key_is_reached_by_it(open_window, username):
    window = open_window(username, route("settings"))
    roles = set(window.desk.person.roles)
    wanted = {key for name, key in _GO_KEYS.items() if SCREENS[name].roles & roles}
    assert wanted <= {command.key for command in window.commands()}


@pytest.mark.parametrize("place", [route("settings"), route("queue", queue="mine"), route("staff")])
def test_no_key_does_two_things(open_window, place):
    window = open_window("administrator", place)
    own = [command.key for command in window.screen_shown.commands() if command.key]
    everywhere = [command.key for command in window.commands() if command.key][len(own) :]
    assert len(own) == len(set(own))
    assert len(everywhere) == len(set(everywhere))


def test_keys_after_one_another_lead_to_the_news(open_window, qtbot):
    window = open_window("administrator", route("staff"))
    qtbot.keyClicks(window.screen_shown.list, "gn")
    assert window.screen_shown.route.screen == "notifications"
