"""Which statuses of a course stand under each other, and in which order, so that few steps cross; no Qt."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from desktop.services.scheme_graph import StatusNode


def columns_of(nodes: Sequence[StatusNode], ends: Iterable[tuple[int, int]]) -> list[list[int]]:
    """The places of the nodes by rank; within a rank by where they are reached from."""
    ranks = sorted({node.rank for node in nodes})
    columns = [[place for place, node in enumerate(nodes) if node.rank == rank] for rank in ranks]
    pairs = list(ends)
    for before, column in pairwise(columns):
        heights = {node: place for place, node in enumerate(before)}
        column.sort(key=lambda node: _mean([heights[a] for a, b in pairs if b == node and a in heights]))
    return columns


def _mean(values: Sequence[int]) -> float:
    return sum(values) / len(values) if values else 0.0
