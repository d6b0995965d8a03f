"""Runs a piece of work again and again in a child process that is killed each time at another point."""

import os
import random
import signal
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

FILE_STEPS = ("open", "os.link", "os.rename", "os.remove", "os.mkdir", "os.rmdir", "shutil.copyfile")


def killed_at_every_file_step(work: Callable[[int], None], within: Path) -> Iterator[int]:
    """Numbers of runs killed before the first, second … step on files `within`, until one ends alive."""
    number, alive = 0, False
    while not alive:
        number += 1
        alive = _ends_alive(lambda step=number: _until_step(work, step, str(within)))
        yield number


def killed_at_random_moments(work: Callable[[int], None], times: int, first: int = 1000) -> Iterator[int]:
    """The number of each run: one left alone, the others killed at random within the time that one took."""
    began = time.monotonic()
    _ends_alive(lambda: work(first))
    longest = time.monotonic() - began
    chance = random.Random(first)
    yield first
    for number in range(first + 1, first + times):
        _ends_alive(lambda step=number: work(step), kill_after=chance.uniform(0, longest))
        yield number


def _until_step(work: Callable[[int], None], step: int, within: str) -> None:
    left = step

    def count(event: str, values: tuple[object, ...]) -> None:
        nonlocal left
        if event in FILE_STEPS and any(str(value).startswith(within) for value in values):
            left -= 1
            if left == 0:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(count)
    work(step)


def _ends_alive(work: Callable[[], None], kill_after: float | None = None) -> bool:
    child = os.fork()
    if child == 0:
        work()
        os._exit(0)
    if kill_after is not None:
        time.sleep(kill_after)
        os.kill(child, signal.SIGKILL)
    status = os.waitpid(child, 0)[1]
    if os.WIFEXITED(status) and os.WEXITSTATUS(status) != 0:
        raise RuntimeError("the work itself failed")
    return os.WIFEXITED(status)
