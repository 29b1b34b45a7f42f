"""One row of a problem with the sums below it, as a small problem of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from claimsync.reason.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence


class Slice(NamedTuple):
    """A small problem, and which cells and rows of the large one its cells and rows are."""

    problem: Problem
    cells: tuple[int, ...]
    rows: tuple[int, ...]


def slice_of(problem: Problem, top: Sequence[int], without: Collection[int]) -> Slice:
    """Return the rows ``top`` of one whole with those below their unclaimed parts.

    Bounds whose tag is in ``without`` are left out.
    """
    rows, cells = list(top), {int(problem.whole[top[0]]): 0}
    for row in rows:
        for part in problem.parts(row).tolist():
            if part not in cells:
                cells[part] = len(cells)
                if not len(problem.bounds(part)):
                    rows.extend(problem.rows_of_whole.get(part, ()))
    bounds = [
        bound
        for cell in cells
        for bound in problem.bounds(cell).tolist()
        if int(problem.tag[bound]) not in without
    ]
    parts = [[cells[part] for part in problem.parts(row).tolist()] for row in rows]
    small = Problem(
        floor=problem.floor[list(cells)],
        cell=np.array([cells[cell] for cell in problem.cell[bounds].tolist()], dtype=np.int64),
        low=problem.low[bounds],
        high=problem.high[bounds],
        tag=problem.tag[bounds],
        whole=np.array([cells[int(problem.whole[row])] for row in rows], dtype=np.int64),
        start=np.cumsum([0, *map(len, parts)]),
        part=np.array([cell for listed in parts for cell in listed], dtype=np.int64),
        complete=problem.complete[rows],
        unbounded=problem.unbounded,
        step=problem.step[list(cells)],
        ticks=problem.ticks[list(cells)],
    )
    return Slice(small, tuple(cells), tuple(rows))
