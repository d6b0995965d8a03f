"""Visited places are kept as a browser keeps them."""

from hypothesis import given
from hypothesis import strategies as st

from desktop.views.navigation import History, route


def test_going_back_finds_what_the_screen_kept():
    history = History()
    history.go(route("queue", queue="mine")).kept = {"row": 7}
    history.go(route("dossier", id=1))
    stop = history.back()
    assert stop is not None
    assert stop.route == route("queue", queue="mine")
    assert stop.kept == {"row": 7}


def test_going_somewhere_new_forgets_what_lay_ahead():
    history = History()
    for name in ("home", "queue", "dossier"):
        history.go(route(name))
    history.back()
    history.go(route("settings"))
    assert history.forward() is None
    assert history.here is not None
    assert history.here.route.screen == "settings"


@given(st.lists(st.sampled_from(["go", "back", "forward"]), max_size=200))
def test_back_undoes_forward_wherever_one_is(moves):
    history = History()
    history.go(route("home"))
    for place, move in enumerate(moves):
        if move == "go":
            history.go(route("queue", n=place))
            continue
        here = history.here
        first, second = (history.back, history.forward) if move == "back" else (history.forward, history.back)
        if first() is not None:
            assert second() is here
