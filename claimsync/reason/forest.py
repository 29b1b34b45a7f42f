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
    peeling = _Peeling(problem)
    rounds: list[NDArray[np.int64]] = []
    ready = np.flatnonzero(peeling.busy <= 1)
    while len(ready):
        parents = peeling.parents(ready)
        rounds.extend(_one_row_a_parent(ready, parents))
        ready = peeling.work(ready)
    return Forest(rounds, peeling.parent, np.flatnonzero(peeling.open))


class _Peeling:
    """Which rows are still open, and how many of their cells other open rows share.

    A round touches its own rows and their neighbours only: a long chain has many short rounds.
    """

    def __init__(self, problem: Problem) -> None:
        count = len(problem.whole)
        owner = np.concatenate(
            [np.repeat(np.arange(count), np.diff(problem.start)), np.arange(count)]
        )
        cell = np.concatenate([problem.part, problem.whole])
        order = np.argsort(owner, kind="stable")
        self.member, self.whole = cell[order], problem.whole
        self.start = np.searchsorted(owner[order], np.arange(count + 1))
        self.parent = np.full(count, -1, dtype=np.int64)
        self.open = np.ones(count, dtype=bool)
        self.degree = np.bincount(cell, minlength=problem.cells)
        # The sum of a cell's open rows: once there is one left, it is that row.
        self.rows = np.zeros(problem.cells, dtype=np.int64)
        np.add.at(self.rows, cell, owner)
        self.busy = np.bincount(owner[self.degree[cell] > 1], minlength=count)

    def _members(self, rows: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Return the cells of some rows, and for each the place of its row among them."""
        lengths = self.start[rows + 1] - self.start[rows]
        of = np.repeat(np.arange(len(rows)), lengths)
        first = self.start[rows] - (np.cumsum(lengths) - lengths)
        return self.member[np.arange(len(of)) + first[of]], of

    def parents(self, rows: NDArray[np.int64]) -> NDArray[np.int64]:
        """Return the cell of each ready row that another open row shares, else its whole."""
        cells, of = self._members(rows)
        shared = self.degree[cells] > 1
        self.parent[rows] = self.whole[rows]
        self.parent[rows[of[shared]]] = cells[shared]
        parents: NDArray[np.int64] = self.parent[rows]
        return parents

    def work(self, rows: NDArray[np.int64]) -> NDArray[np.int64]:
        """Close some rows, and return those that are ready now, in order."""
        cells, of = self._members(rows)
        self.open[rows] = False
        before = self.degree[cells] > 1
        np.subtract.at(self.degree, cells, 1)
        np.subtract.at(self.rows, cells, rows[of])
        left = np.unique(cells[before & (self.degree[cells] == 1)])
        freed = self.rows[left]
        freed = freed[self.open[freed]]
        np.subtract.at(self.busy, freed, 1)
        near: NDArray[np.int64] = np.unique(freed)
        return near[self.busy[near] <= 1]


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
