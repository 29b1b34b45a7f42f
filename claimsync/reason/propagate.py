"""Bounds through rows, exactly: leaves to roots with conflicts told once, then back for the hull.

On acyclic rows with unit coefficients interval propagation is complete, for integers too: what each
subtree can reach is an interval (Davis 1987, "Constraint propagation with interval labels").
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from claimsync.reason.forest import Forest, forest_of
from claimsync.reason.own import Own, own_bounds

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from claimsync.reason.problem import Bounds, Ints, Problem


class Clash(NamedTuple):
    """A row that does not fit its parent cell: which end of the row passes which end of the cell.

    ``above``: the row's low end lies above the cell's high end, which came from ``source``;
    else the row's high end lies below the cell's low end.
    """

    row: int
    cell: int
    above: bool
    source: int


@dataclass
class Propagation:
    """Bounds by own claims, after the way up, and at the end (the exact hull); and the clashes."""

    problem: Problem
    forest: Forest
    own: Own
    up: Bounds
    final: Bounds
    clashes: list[Clash] = field(default_factory=list)
    refused: NDArray[np.bool_] = field(default_factory=lambda: np.zeros(0, dtype=bool))


def propagate(problem: Problem) -> Propagation:
    """Return the exact hull of every acyclic cell and the disjoint conflicts met on the way."""
    forest, own = forest_of(problem), own_bounds(problem)
    bounds = own.bounds.copy()
    refused = np.zeros(len(problem.whole), dtype=bool)
    clashes: list[Clash] = []
    for rows in forest.rounds:
        clashes.extend(_climb(problem, forest, bounds, rows, refused))
    up = bounds.copy()
    for rows in reversed(forest.rounds):
        _descend(problem, forest, bounds, rows[~refused[rows]])
    return Propagation(problem, forest, own, up, bounds, clashes, refused)


class _Sums:
    """Sums over the parts of some rows; infinite ends are counted, not added."""

    def __init__(self, problem: Problem, bounds: Bounds, rows: NDArray[np.int64]) -> None:
        lengths = problem.start[rows + 1] - problem.start[rows]
        self.first = np.cumsum(lengths) - lengths
        at = np.arange(int(lengths.sum())) - np.repeat(self.first, lengths)
        self.part = problem.part[at + np.repeat(problem.start[rows], lengths)]
        self.of = np.repeat(np.arange(len(rows)), lengths)
        self.unbounded = problem.unbounded
        self.low, self.no_low = self._total(bounds.low[self.part])
        self.high, self.no_high = self._total(bounds.high[self.part])

    def _total(self, ends: Ints) -> tuple[Ints, NDArray[np.int64]]:
        """Return the finite sum and the count of infinite ends, a row each."""
        infinite = np.abs(ends) >= self.unbounded
        total = np.add.reduceat(np.where(infinite, 0, ends), self.first)
        return total, np.add.reduceat(infinite.astype(np.int64), self.first)

    def less(
        self, total: Ints, missing: NDArray[np.int64], of: Ints, end: Ints
    ) -> tuple[Ints, NDArray[np.bool_]]:
        """Return row sums without one member's ``end``, and whether they are finite."""
        infinite = np.abs(end) >= self.unbounded
        return total[of] - np.where(infinite, 0, end), (missing[of] - infinite) == 0


def _climb(
    problem: Problem,
    forest: Forest,
    bounds: Bounds,
    rows: NDArray[np.int64],
    refused: NDArray[np.bool_],
) -> list[Clash]:
    """Tighten the parents of ``rows``; refuse the rows that clash with theirs."""
    if len(rows) == 0:
        return []
    parent = forest.parent[rows]
    low, high = _message(problem, bounds, rows, parent)
    above, below = low > bounds.high[parent], high < bounds.low[parent]
    clashes = [
        Clash(
            int(row), int(cell), bool(up), int((bounds.high_from if up else bounds.low_from)[cell])
        )
        for row, cell, up in zip(
            rows[above | below], parent[above | below], above[above | below], strict=True
        )
    ]
    refused[rows[above | below]] = True
    fits = ~(above | below)
    _tighten(bounds, parent[fits], low[fits], high[fits], rows[fits])
    return clashes


def _descend(problem: Problem, forest: Forest, bounds: Bounds, rows: NDArray[np.int64]) -> None:
    """Tighten the cells of ``rows`` that are not their parents."""
    if len(rows) == 0:
        return
    sums = _Sums(problem, bounds, rows)
    child = sums.part != forest.parent[rows][sums.of]
    part, of = sums.part[child], sums.of[child]
    low, high = _to_part(problem, bounds, rows, sums, part=part, of=of)
    upward = np.flatnonzero(problem.whole[rows] != forest.parent[rows])
    whole = problem.whole[rows[upward]]
    whole_low, whole_high = _to_whole(problem, rows, sums)
    _tighten(bounds, part, low, high, rows[of])
    _tighten(bounds, whole, whole_low[upward], whole_high[upward], rows[upward])


def _message(
    problem: Problem, bounds: Bounds, rows: NDArray[np.int64], parent: NDArray[np.int64]
) -> tuple[Ints, Ints]:
    """Return the bounds that each row gives its parent."""
    sums = _Sums(problem, bounds, rows)
    low, high = _to_whole(problem, rows, sums)
    to_part = np.flatnonzero(parent != problem.whole[rows])
    part_low, part_high = _to_part(problem, bounds, rows, sums, part=parent[to_part], of=to_part)
    low[to_part], high[to_part] = part_low, part_high
    return low, high


def _to_whole(problem: Problem, rows: NDArray[np.int64], sums: _Sums) -> tuple[Ints, Ints]:
    """Return the bounds that each row's parts give its whole."""
    infinity = problem.unbounded
    low = np.where(sums.no_low == 0, sums.low, -infinity)
    high = np.where((sums.no_high == 0) & problem.complete[rows], sums.high, infinity)
    return low, high


def _to_part(
    problem: Problem,
    bounds: Bounds,
    rows: NDArray[np.int64],
    sums: _Sums,
    *,
    part: NDArray[np.int64],
    of: NDArray[np.int64],
) -> tuple[Ints, Ints]:
    """Return the bounds that each row ``of`` gives one of its parts: the whole less the others."""
    infinity, whole = problem.unbounded, problem.whole[rows[of]]
    others, finite = sums.less(sums.high, sums.no_high, of, bounds.high[part])
    finite = finite & problem.complete[rows[of]] & (np.abs(bounds.low[whole]) < infinity)
    low = np.where(finite, bounds.low[whole] - others, -infinity)
    others, finite = sums.less(sums.low, sums.no_low, of, bounds.low[part])
    high = np.where(
        finite & (np.abs(bounds.high[whole]) < infinity), bounds.high[whole] - others, infinity
    )
    return low, high


def _tighten(
    bounds: Bounds, cell: NDArray[np.int64], low: Ints, high: Ints, row: NDArray[np.int64]
) -> None:
    """Raise low ends and lower high ends, noting the row they came from."""
    up, down = low > bounds.low[cell], high < bounds.high[cell]
    bounds.low[cell[up]], bounds.low_from[cell[up]] = low[up], -2 - row[up]
    bounds.high[cell[down]], bounds.high_from[cell[down]] = high[down], -2 - row[down]
