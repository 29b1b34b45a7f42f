"""What the bounds on each cell say by themselves: what all allow, or the hull of positions."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

import numpy as np

from claimsync.reason.problem import FLOOR, Bounds, Sources

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from claimsync.reason.problem import Ints, Problem


@dataclass
class Own:
    """The bounds of every cell by its own claims; ``clash``: where these exclude each other."""

    bounds: Bounds
    clash: NDArray[np.bool_]
    claimed: NDArray[np.bool_]


def own_bounds(problem: Problem) -> Own:
    """Return the intersection of each cell's bounds; where it is empty, the hull of its positions.

    A position is a maximal set of bounds that hold together; the hull reaches from the lowest one's
    low end to the highest one's high end.
    """
    ends, claimed = _met(problem)
    clash = ends[0] + ends[1] > 0
    if clash.any():
        _hull(problem, ends, clash)
    np.maximum(ends[0], problem.floor, out=ends[0])
    sources = [Sources(partial(_source, problem, ends, side)) for side in (0, 1)]
    return Own(Bounds(ends, (sources[0], sources[1])), clash, claimed)


def _met(problem: Problem) -> tuple[Ints, NDArray[np.bool_]]:
    """Return what all bounds of each cell allow, and which cells have any."""
    count, cell = problem.cells, problem.cell
    if len(cell) == count and (cell[1:] > cell[:-1]).all():  # one each, in order
        return np.array([problem.low, -problem.high]), np.ones(count, dtype=bool)
    ends = np.full((2, count), -problem.unbounded, dtype=problem.floor.dtype)
    claimed = np.zeros(count, dtype=bool)
    claimed[cell] = True
    if np.count_nonzero(claimed) == len(cell):  # one each
        ends[0][cell], ends[1][cell] = problem.low, -problem.high
    else:
        np.maximum.at(ends[0], cell, problem.low)
        np.maximum.at(ends[1], cell, -problem.high)
    return ends, claimed


def _hull(problem: Problem, ends: Ints, clash: NDArray[np.bool_]) -> None:
    """Widen the ends of cells that ``clash`` to the hull of their positions."""
    apart = np.flatnonzero(clash.take(problem.cell))
    cell, low, high = (of.take(apart) for of in (problem.cell, problem.low, problem.high))
    below, above = low <= -ends[1].take(cell), high >= ends[0].take(cell)
    ends[:, clash] = -problem.unbounded
    np.maximum.at(ends[0], cell[below], low[below])
    np.maximum.at(ends[1], cell[above], -high[above])


def _source(problem: Problem, ends: Ints, side: int) -> NDArray[np.int64]:
    """Return the first bound that each end on one side is from; FLOOR: none."""
    values = -problem.high if side else problem.low
    source = np.full(problem.cells, FLOOR, dtype=np.int64)
    reached = np.flatnonzero(
        (values == ends[side].take(problem.cell)) & (values > -problem.unbounded)
    )
    backwards = reached[::-1]  # so that the first of several stays
    source[problem.cell.take(backwards)] = backwards
    return source
