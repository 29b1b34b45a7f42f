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
    low, low_from = _extreme(problem, problem.low, highest=True)
    high, high_from = _extreme(problem, problem.high, highest=False)
    claimed = np.zeros(problem.cells, dtype=bool)
    claimed[problem.cell] = True
    clash = claimed & (low > high)
    if clash.any():
        apart = np.flatnonzero(clash[problem.cell])
        cell = problem.cell[apart]
        below = apart[problem.low[apart] <= high[cell]]
        above = apart[problem.high[apart] >= low[cell]]
        lowest = _extreme(problem, problem.low, highest=True, among=below)
        highest = _extreme(problem, problem.high, highest=False, among=above)
        low[clash], low_from[clash] = (of[clash] for of in lowest)
        high[clash], high_from[clash] = (of[clash] for of in highest)
    floored = problem.floor >= low
    low_from[floored & (problem.floor > low)] = FLOOR
    low = np.where(floored, problem.floor, low)
    return Own(Bounds(low, high, low_from, high_from), clash, claimed)


def _extreme(
    problem: Problem, values: Ints, *, highest: bool, among: NDArray[np.int64] | None = None
) -> tuple[Ints, NDArray[np.int64]]:
    """Return the highest (lowest) of ``values`` per cell and the first bound it is from."""
    infinity = -problem.unbounded if highest else problem.unbounded
    best = np.full(problem.cells, infinity, dtype=problem.floor.dtype)
    source = np.full(problem.cells, FLOOR, dtype=np.int64)
    bound = np.arange(len(values)) if among is None else among
    cell, values = problem.cell[bound], values[bound]
    (np.maximum if highest else np.minimum).at(best, cell, values)
    reached = np.flatnonzero((values == best[cell]) & (values != infinity))[::-1]
    source[cell[reached]] = bound[reached]  # backwards, so that the first of several stays
    return best, source
