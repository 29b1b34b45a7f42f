"""One row of a problem with the sums below it, as a small problem of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from claimsync.reason.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray


class Slice(NamedTuple):
    """A small problem, and which cells of the large one its cells are."""

    problem: Problem
    cells: tuple[int, ...]


def slice_of(problem: Problem, top: Sequence[int], kept: NDArray[np.bool_]) -> Slice:
    """Return the rows ``top`` of one whole with those below their unclaimed parts, and ``kept`` bounds."""
    claimed = np.zeros(problem.cells, dtype=bool)
    claimed[problem.cell[kept]] = True
    rows, cells = list(top), [int(problem.whole[top[0]])]
    for at in rows:
        for part in problem.parts(at).tolist():
            if part not in cells:
                cells.append(part)
                if not claimed[part]:
                    rows.extend(np.flatnonzero(problem.whole == part).tolist())
    number = {cell: at for at, cell in enumerate(cells)}
    bounds = np.flatnonzero(kept & np.isin(problem.cell, cells))
    parts = [[number[part] for part in problem.parts(at).tolist()] for at in rows]
    return Slice(
        Problem(
            floor=problem.floor[cells],
            cell=np.array([number[cell] for cell in problem.cell[bounds].tolist()], dtype=np.int64),
            low=problem.low[bounds],
            high=problem.high[bounds],
            tag=problem.tag[bounds],
            whole=np.array([number[int(problem.whole[at])] for at in rows], dtype=np.int64),
            start=np.cumsum([0, *map(len, parts)]),
            part=np.array([cell for listed in parts for cell in listed], dtype=np.int64),
            complete=problem.complete[rows],
            unbounded=problem.unbounded,
        ),
        tuple(cells),
    )
