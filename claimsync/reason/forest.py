"""In which order acyclic rows can be worked: leaves first, every row towards one parent cell."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from claimsync.reason.problem import Problem


class Round(NamedTuple):
    """Rows with a parent cell each, no parent twice; a parent is the sum of its row's members.

    The members of row ``k`` begin at ``first[k]``; ``turned`` ones count negatively (None: none
    does). ``holds`` tells whether the parent is at least, and at most, that sum; shape (2, rows).
    """

    rows: NDArray[np.int64]
    parent: NDArray[np.int64]
    member: NDArray[np.int64]
    first: NDArray[np.int64]
    turned: NDArray[np.bool_] | None
    holds: NDArray[np.bool_]

    def copied(self, count: int, rows: int, cells: int) -> Round:
        """Return the round of so many copies of a problem, of so many rows and cells."""
        return Round(
            counted_on(self.rows, count, rows),
            counted_on(self.parent, count, cells),
            counted_on(self.member, count, cells),
            counted_on(self.first, count, len(self.member)),
            None if self.turned is None else np.tile(self.turned, count),
            np.tile(self.holds, count),
        )


@dataclass
class Forest:
    """Rounds of rows, leaves first, and the rows on circles."""

    rounds: list[Round]
    cyclic: NDArray[np.int64]

    @cached_property
    def parent(self) -> NDArray[np.int64]:
        """The parent of every row; -1 on circles."""
        count = sum(len(each.rows) for each in self.rounds) + len(self.cyclic)
        parent = np.full(count, -1, dtype=np.int64)
        for each in self.rounds:
            parent[each.rows] = each.parent
        return parent

    def copied(self, count: int, cells: int) -> Forest:
        """Return the forest of so many copies of a problem of ``cells``, side by side."""
        rows = len(self.parent)
        rounds = [each.copied(count, rows, cells) for each in self.rounds]
        return Forest(rounds, counted_on(self.cyclic, count, rows))


def counted_on(numbers: NDArray[np.int64], count: int, by: int) -> NDArray[np.int64]:
    """Return numbers once a copy, those of each copy counted on from the last.

    >>> counted_on(np.array([0, 2]), 3, 10).tolist()
    [0, 2, 10, 12, 20, 22]
    """
    return (np.arange(count)[:, None] * by + numbers[None, :]).ravel()


def forest_of(problem: Problem) -> Forest:
    """Return the order; rows whose cells form a circle stay in ``cyclic``.

    A row can be worked once all its cells but one (its parent) belong to no other open row.
    """
    rows = np.arange(len(problem.whole))
    if _apart(problem):
        holds = np.array([np.ones(len(rows), dtype=bool), problem.complete])
        alone = Round(rows, problem.whole, problem.part, problem.start[:-1], None, holds)
        return Forest([alone] if len(rows) else [], rows[:0])
    peeling = _Peeling(problem)
    rounds: list[Round] = []
    ready = rows[peeling.busy <= 1]
    while len(ready):
        parents = peeling.parents(ready)
        batches = _one_row_a_parent(parents)
        rounds += [_round(problem, ready[batch], parents[batch]) for batch in batches]
        ready = peeling.work(ready)
    return Forest(rounds, np.flatnonzero(peeling.open))


def _apart(problem: Problem) -> bool:
    """Return whether no cell is in two rows, nor in one twice."""
    seen = np.zeros(problem.cells, dtype=bool)
    seen[problem.part] = True
    seen[problem.whole] = True
    return int(np.count_nonzero(seen)) == len(problem.part) + len(problem.whole)


def spread(
    start: NDArray[np.int64], end: NDArray[np.int64]
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return all places from each start up to its end, and which of the starts each is from."""
    lengths = end - start
    of = np.repeat(np.arange(len(start)), lengths)
    return np.arange(len(of)) + (start - np.cumsum(lengths) + lengths).take(of), of


def _round(problem: Problem, rows: NDArray[np.int64], parent: NDArray[np.int64]) -> Round:
    """Return some rows, in order, towards their parents."""
    whole, complete = problem.whole.take(rows), problem.complete.take(rows)
    start, end = problem.start.take(rows), problem.start.take(rows + 1)
    upward = parent == whole
    holds = np.array([complete | upward, complete | ~upward])
    at, of = spread(start, end)
    member = problem.part.take(at)
    first = np.cumsum(end - start) - end + start
    if upward.all():
        return Round(rows, parent, member, first, None, holds)
    # Of a row towards a part, the whole stands in that part's place, less all other parts.
    below = ~upward.take(of)
    replaced = below & (member == parent.take(of))
    member[replaced] = whole.take(of[replaced])
    return Round(rows, parent, member, first, below & ~replaced, holds)


class _Peeling:
    """Which rows are still open, and how many of their cells other open rows share.

    A round touches its own rows and their neighbours only: a long chain has many short rounds.
    """

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        count, cells = len(problem.whole), problem.cells
        self.open = np.ones(count, dtype=bool)
        self.degree = np.bincount(problem.part, minlength=cells)
        self.degree += np.bincount(problem.whole, minlength=cells)
        # The sum of a cell's open rows: once there is one left, it is that row.
        self.rows = np.zeros(cells, dtype=np.int64)
        of = np.repeat(np.arange(count), np.diff(problem.start))
        np.add.at(self.rows, problem.part, of)
        np.add.at(self.rows, problem.whole, np.arange(count))
        shared = self.degree > 1
        self.busy = np.bincount(of[shared.take(problem.part)], minlength=count)
        self.busy += shared.take(problem.whole)

    def _members(self, rows: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Return the cells of some rows, and for each its row."""
        problem = self.problem
        at, of = spread(problem.start.take(rows), problem.start.take(rows + 1))
        cells = np.concatenate([problem.part.take(at), problem.whole.take(rows)])
        return cells, np.concatenate([rows.take(of), rows])

    def parents(self, rows: NDArray[np.int64]) -> NDArray[np.int64]:
        """Return the cell of each ready row that another open row shares, else its whole."""
        cells, of = self._members(rows)
        shared = np.flatnonzero(self.degree.take(cells) > 1)
        parents = self.problem.whole.take(rows)
        parents[np.searchsorted(rows, of.take(shared))] = cells.take(shared)
        return parents

    def work(self, rows: NDArray[np.int64]) -> NDArray[np.int64]:
        """Close some rows, and return those that are ready now, in order."""
        cells, of = self._members(rows)
        self.open[rows] = False
        shared = np.flatnonzero(self.degree.take(cells) > 1)
        cells, of = cells.take(shared), of.take(shared)
        np.subtract.at(self.degree, cells, 1)
        np.subtract.at(self.rows, cells, of)
        freed = self.rows.take(np.unique(cells[self.degree.take(cells) == 1]))
        freed = freed[self.open.take(freed)]
        np.subtract.at(self.busy, freed, 1)
        near: NDArray[np.int64] = np.unique(freed)
        return near[self.busy.take(near) <= 1]


def _one_row_a_parent(parents: NDArray[np.int64]) -> Iterator[NDArray[np.int64]]:
    """Yield places in batches, in order, within which every parent stands once."""
    order = np.argsort(parents, kind="stable")
    first = np.flatnonzero(np.diff(parents[order], prepend=-1))
    lengths = np.diff(np.append(first, len(order)))
    nth = np.arange(len(order)) - np.repeat(first, lengths)
    for turn in range(int(nth.max()) + 1):
        yield np.sort(order[nth == turn])


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
