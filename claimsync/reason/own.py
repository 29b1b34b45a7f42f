"""What the bounds on each cell say by themselves: what all allow, or the hull of positions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from claimsync.reason.problem import FLOOR, Bounds

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
    lowest_high, _ = _extreme(problem, problem.high, highest=False, among=None)
    highest_low, _ = _extreme(problem, problem.low, highest=True, among=None)
    claimed = np.zeros(problem.cells, dtype=bool)
    claimed[problem.cell] = True
    clash = claimed & (highest_low > lowest_high)
    below = problem.low <= lowest_high[problem.cell]
    above = problem.high >= highest_low[problem.cell]
    low, low_from = _extreme(problem, problem.low, highest=True, among=below)
    high, high_from = _extreme(problem, problem.high, highest=False, among=above)
    floored = problem.floor >= low
    low_from[floored & (problem.floor > low)] = FLOOR
    low = np.where(floored, problem.floor, low)
    return Own(Bounds(low, high, low_from, high_from), clash, claimed)


def _extreme(
    problem: Problem, values: Ints, *, highest: bool, among: NDArray[np.bool_] | None
) -> tuple[Ints, NDArray[np.int64]]:
    """Return the highest (lowest) of ``values`` per cell and the first bound it is from."""
    infinity = -problem.unbounded if highest else problem.unbounded
    best = np.full(problem.cells, infinity, dtype=problem.floor.dtype)
    source = np.full(problem.cells, FLOOR, dtype=np.int64)
    cell, bound = problem.cell, np.arange(len(values))
    if among is not None:
        bound = np.flatnonzero(among)
        cell, values = cell[bound], values[bound]
    (np.maximum if highest else np.minimum).at(best, cell, values)
    reached = np.flatnonzero((values == best[cell]) & (values != infinity))[::-1]
    source[cell[reached]] = bound[reached]  # backwards, so that the first of several stays
    return best, source
