"""Pictures of pages in a fixed amount of memory."""

from PySide6 import QtGui

from desktop.views.documents.page_cache import PageCache


def picture(side=100):
    return QtGui.QImage(side, side, QtGui.QImage.Format.Format_RGB32)


def test_the_picture_used_longest_ago_goes_first():
    cache = PageCache(room=2 * picture().sizeInBytes())
    for page in (1, 2):
        cache.put(("lease", page), picture())
    assert cache.get(("lease", 1)) is not None
    cache.put(("lease", 3), picture())
    assert cache.get(("lease", 2)) is None
    assert cache.get(("lease", 1)) is not None
    assert cache.used == 2 * picture().sizeInBytes()


def test_the_same_picture_again_takes_no_more_room():
    cache = PageCache()
    for _ in range(3):
        cache.put(("lease", 1), picture())
    assert (len(cache), cache.used) == (1, picture().sizeInBytes())


def test_a_picture_larger_than_all_the_room_is_not_kept():
    cache = PageCache(room=100)
    cache.put(("lease", 1), picture())
    assert (len(cache), cache.used) == (0, 0)


def test_all_pictures_of_a_document_are_forgotten_together():
    cache = PageCache()
    for key in ("lease", "card"):
        for page in (1, 2):
            cache.put((key, page), picture())
    cache.forget_document("lease")
    assert cache.get(("lease", 1)) is None
    assert cache.get(("card", 2)) is not None
    assert cache.used == 2 * picture().sizeInBytes()
