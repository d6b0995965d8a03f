"""Saved searches: kept as places under names of the person's own."""

from desktop.services.facets import Facet
from desktop.views.queue.asked import Asked, asked_at
from desktop.views.queue.saved import KEY, SavedSearches


class Kept(dict):
    """Preferences as plain memory."""

    def set(self, key, value):
        self[key] = value


def test_a_place_is_saved_as_the_rail_opens_it():
    kept = Kept()
    SavedSearches(kept).save("دور سوم به بالا", Asked("all", Facet.PAUSED, "تارینو"))
    place = {"queue": "all", "facet": "paused", "search": "تارینو"}
    assert kept[KEY] == [{"name": "دور سوم به بالا", "route": place}]
    assert asked_at(place, "due", descending=False) == Asked("all", Facet.PAUSED, "تارینو")


def test_the_same_name_or_the_same_place_is_replaced():
    kept, here = Kept(), Asked("mine", Facet.OVERDUE)
    saved = SavedSearches(kept)
    saved.save("یک", here)
    saved.save("یک", Asked("mine", Facet.TODAY))
    saved.save("دو", Asked("mine", Facet.TODAY))
    assert [one["name"] for one in kept[KEY]] == ["دو"]
    assert saved.name_of(Asked("mine", Facet.TODAY)) == "دو"
    assert saved.name_of(here) is None


def test_a_forgotten_search_is_gone():
    kept = Kept()
    saved = SavedSearches(kept)
    saved.save("یک", Asked("mine", Facet.OVERDUE))
    saved.forget("یک")
    assert kept[KEY] == []


def test_a_place_that_asks_nonsense_shows_the_whole_queue():
    assert asked_at({"queue": "mine", "facet": "nonsense"}, "nonsense", descending=True) == Asked(
        "mine", descending=True
    )
