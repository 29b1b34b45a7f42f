"""In which order acyclic rows can be worked: leaves first, every row towards one parent cell."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from claimsync.reason.problem import Problem


@dataclass
class Forest:
    """Rounds of rows with a parent cell each, no cell twice in a round, and the rows on circles."""

    rounds: list[NDArray[np.int64]]
    parent: NDArray[np.int64]
    cyclic: NDArray[np.int64]


def forest_of(problem: Problem) -> Forest:
    """Return the order; rows whose cells form a circle stay in ``cyclic``.

    A row can be worked once all its cells but one (its parent) belong to no other open row.
    """
    count = len(problem.whole)
    owner = np.concatenate([np.repeat(np.arange(count), np.diff(problem.start)), np.arange(count)])
    member = np.concatenate([problem.part, problem.whole])
    degree = np.bincount(member, minlength=problem.cells)
    parent = np.full(count, -1, dtype=np.int64)
    rounds: list[NDArray[np.int64]] = []
    todo = np.ones(count, dtype=bool)
    while todo.any():
        inner = (degree[member] > 1) & todo[owner]
        busy = np.bincount(owner[inner], minlength=count)
        ready = np.flatnonzero(todo & (busy <= 1))
        if len(ready) == 0:
            break
        parent[ready] = problem.whole[ready]
        parent[owner[inner]] = np.where(
            busy[owner[inner]] == 1, member[inner], parent[owner[inner]]
        )
        todo[ready] = False
        leaving = np.isin(owner, ready)
        degree -= np.bincount(member[leaving], minlength=problem.cells)
        rounds.extend(_one_row_a_parent(ready, parent[ready]))
    cyclic = np.flatnonzero(todo)
    parent[cyclic] = -1
    return Forest(rounds, parent, cyclic)


def _one_row_a_parent(
    rows: NDArray[np.int64], parents: NDArray[np.int64]
) -> Iterator[NDArray[np.int64]]:
    """Yield the rows in batches within which every parent stands once, in row order."""
    order = np.argsort(parents, kind="stable")
    first = np.flatnonzero(np.diff(parents[order], prepend=-1))
    lengths = np.diff(np.append(first, len(order)))
    nth = np.arange(len(order)) - np.repeat(first, lengths)
    for turn in range(int(nth.max()) + 1 if len(nth) else 0):
        yield np.sort(rows[order[nth == turn]])


def components(problem: Problem) -> NDArray[np.int64]:
    """Return the component of every cell: the lowest cell that rows and links connect it to."""
    linked = [(link.whole, part) for link in problem.links for part in link.parts]
    one, other = (
        (np.array(side, dtype=np.int64) for side in zip(*linked, strict=True))
        if linked
        else (problem.part[:0],) * 2
    )
    wholes = np.repeat(problem.whole, np.diff(problem.start))
    return connected(
        problem.cells, np.concatenate([problem.part, one]), np.concatenate([wholes, other])
    )


def connected(nodes: int, one: NDArray[np.int64], other: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return the lowest node that the edges (one, other) connect each node to; shape (nodes,)."""
    label = np.arange(nodes)
    while True:
        low = np.minimum(label[one], label[other])
        before = label.copy()
        np.minimum.at(label, label[one], low)
        np.minimum.at(label, label[other], low)
        label = label[label]
        if np.array_equal(before, label):
            return label
