"""How a benchmark measures: our way and the other way by turns in one run, and of their times the median."""

import gc
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Any


@dataclass(frozen=True, slots=True)
class Ratio:
    """One promise of speed or size: what we need, what the other way needs, how far apart they must be."""

    name: str
    ours: str
    other_way: str
    other: str
    ratio: float
    bar: float
    at_least: bool

    @property
    def is_met(self) -> bool:
        """Whether the promise is kept."""
        return self.ratio >= self.bar if self.at_least else self.ratio <= self.bar


def faster_by(name: str, ours: float, other_way: str, other: float, bar: float) -> Ratio:
    """The other way ÷ ours must reach the bar; times in seconds."""
    return Ratio(name, seconds(ours), other_way, seconds(other), other / ours, bar, at_least=True)


def within(name: str, ours: float, other_way: str, other: float, bar: float) -> Ratio:
    """Ours ÷ the other way must stay under the bar; times in seconds."""
    return Ratio(name, seconds(ours), other_way, seconds(other), ours / other, bar, at_least=False)


def smaller_by(name: str, ours: float, other_way: str, other: float, bar: float) -> Ratio:
    """The other way ÷ ours must reach the bar; sizes in bytes."""
    return Ratio(name, megabytes(ours), other_way, megabytes(other), other / ours, bar, at_least=True)


def timed(work: Callable[[], Any]) -> float:
    """The seconds the work takes, from a clean heap on."""
    gc.collect()
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def by_turns(times: int, *works: Callable[[], Any]) -> list[float]:
    """The median seconds of each work, done so many times by turns: a busy machine is busy for all."""
    taken = [[timed(work) for work in works] for _ in range(times)]
    return [median(column) for column in zip(*taken, strict=True)]


def percentile(values: Sequence[float], share: float) -> float:
    """The value that this share of the values does not exceed."""
    return sorted(values)[min(len(values) - 1, int(len(values) * share))]


def seconds(value: float) -> str:
    """A time in the unit it is read in."""
    return f"{value:.1f} s" if value >= 10 else f"{value * 1000:.1f} ms" if value < 1 else f"{value:.2f} s"


def megabytes(value: float) -> str:
    """A size in MB."""
    return f"{value / 2**20:.1f} MB"
