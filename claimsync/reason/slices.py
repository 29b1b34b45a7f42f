"""Some rows of a problem as a problem of their own, and several copies of one side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from claimsync.reason.forest import counted_on
from claimsync.reason.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from numpy.typing import NDArray


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
    return _cut(problem, list(cells), rows, bounds)


def within(problem: Problem, cells: Sequence[int]) -> Slice:
    """Return all rows and bounds on ``cells``, which no row may leave; links are left out."""
    rows = sorted(row for cell in cells for row in problem.rows_of_whole.get(cell, ()))
    bounds = [bound for cell in cells for bound in problem.bounds(cell).tolist()]
    return _cut(problem, cells, rows, bounds)


def _cut(
    problem: Problem, cells: Sequence[int], rows: Sequence[int], bounds: Sequence[int]
) -> Slice:
    """Return the problem of some cells, rows and bounds."""
    number = {cell: at for at, cell in enumerate(cells)}
    parts = [[number[part] for part in problem.parts(row).tolist()] for row in rows]
    small = Problem(
        floor=problem.floor[list(cells)],
        cell=np.array([number[cell] for cell in problem.cell[bounds].tolist()], dtype=np.int64),
        low=problem.low[bounds],
        high=problem.high[bounds],
        tag=problem.tag[bounds],
        whole=np.array([number[int(problem.whole[row])] for row in rows], dtype=np.int64),
        start=np.cumsum([0, *map(len, parts)]),
        part=np.array([cell for listed in parts for cell in listed], dtype=np.int64),
        complete=problem.complete[rows],
        unbounded=problem.unbounded,
        step=problem.step[list(cells)],
        ticks=problem.ticks[list(cells)],
    )
    return Slice(small, tuple(cells), tuple(rows))


def copies(problem: Problem, kept: NDArray[np.bool_]) -> Problem:
    """Return copies of a problem side by side, each with the bounds that its row of ``kept`` names.

    ``kept`` has shape (copies, bounds); cell ``c`` of copy ``k`` becomes ``k · cells + c``.
    """
    count, cells, rows = len(kept), problem.cells, len(problem.whole)
    of_copy, bound = np.nonzero(kept)

    ends = counted_on(problem.start[1:], count, len(problem.part))
    return Problem(
        floor=np.tile(problem.floor, count),
        cell=of_copy * cells + problem.cell[bound],
        low=problem.low[bound],
        high=problem.high[bound],
        tag=problem.tag[bound],
        whole=counted_on(problem.whole, count, cells),
        start=np.concatenate([problem.start[:1], ends]) if rows else problem.start[:1],
        part=counted_on(problem.part, count, cells),
        complete=np.tile(problem.complete, count),
        unbounded=problem.unbounded,
        step=np.tile(problem.step, count),
        ticks=np.tile(problem.ticks, count),
    )
