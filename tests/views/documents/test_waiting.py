"""The line before the drawing process: the page somebody looks at is never behind a thumbnail."""

import threading

from desktop.views.documents.waiting import Job, Urgency, Waiting


def job(name, urgency):
    return Job((name,), urgency)


def taken(waiting, count):
    return [waiting.take().name[0] for _ in range(count)]


def test_the_most_urgent_goes_first_and_among_equals_the_first():
    waiting = Waiting()
    for name, urgency in [
        ("words", Urgency.LATER), ("small 1", Urgency.THUMBNAIL), ("small 2", Urgency.THUMBNAIL),
        ("next page", Urgency.SOON), ("page", Urgency.SHOWN),
    ]:  # fmt: skip
        waiting.put(job(name, urgency))
    assert taken(waiting, 5) == ["page", "next page", "small 1", "small 2", "words"]


def test_a_hurried_job_overtakes():
    waiting = Waiting()
    first, second = job("first", Urgency.SOON), job("second", Urgency.SOON)
    waiting.put(first)
    waiting.put(second)
    second.urgency = Urgency.SHOWN
    waiting.put(second)
    assert taken(waiting, 2) == ["second", "first"]


def test_a_dropped_job_is_never_taken():
    waiting = Waiting()
    dropped = job("dropped", Urgency.SHOWN)
    waiting.put(dropped)
    waiting.put(job("kept", Urgency.LATER))
    assert waiting.drop(dropped)
    assert taken(waiting, 1) == ["kept"]
    assert not waiting.drop(dropped)


def test_closing_lets_go_of_who_waits():
    waiting, got = Waiting(), []
    taking = threading.Thread(target=lambda: got.append(waiting.take()))
    taking.start()
    waiting.close()
    taking.join(20)
    assert got == [None]
