"""Rows of a problem with the sums below them, each copied out, all copies side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from claimsync.findings.values import cut_points
from claimsync.reason.problem import Problem
from claimsync.table.groups import Groups
from claimsync.table.keys import begins

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from numpy.typing import NDArray

    from claimsync.findings.case import Case


class Slices(NamedTuple):
    """Parts of a problem side by side: which cells and rows of it theirs are, in which copy."""

    problem: Problem
    cells: Sequence[int]
    rows: Sequence[int]
    copy: NDArray[np.int64]


class Position(NamedTuple):
    """Rows of a case, one of whose cells diverges, and the claims that one position leaves out."""

    rows: tuple[int, ...]
    without: frozenset[int]


def positions_of(
    case: Case, diverging: Iterable[tuple[tuple[int, ...], int]]
) -> Iterator[Position]:
    """Yield each position of the one diverging cell of some rows."""
    for rows, cell in diverging:
        bounds = case.bounds(cell)
        low, high, claim = case.low[bounds], case.high[bounds], case.row[bounds]
        for point in cut_points(low, high):
            yield Position(rows, frozenset(claim[(low > point) | (high < point)].tolist()))


def slices_of(problem: Problem, wanted: Sequence[tuple[Sequence[int], Collection[int]]]) -> Slices:
    """Return a copy of some rows of one whole for each of ``wanted``, and of those below them.

    Each is wanted without the bounds of some tags. What lies below a part counts where nobody
    claims the part itself.
    """
    rows, copy = _rows(problem, Groups.listed([rows for rows, _ in wanted]))
    parts = Groups(problem.start, problem.part).take(rows)
    met = np.concatenate([problem.whole[rows], parts.member])
    cells, number = np.unique(
        np.concatenate([copy, copy[parts.owner]]) * problem.cells + met, return_inverse=True
    )
    of_copy, cells = np.divmod(cells, max(1, problem.cells))
    bounds = Groups.of(problem.cell, np.arange(len(problem.cell)), problem.cells).take(cells)
    bound, cell = bounds.member, bounds.owner
    left_out = _left_out([tags for _, tags in wanted], of_copy[cell], problem.tag[bound])
    bound, cell = bound[~left_out], cell[~left_out]
    small = Problem(
        floor=problem.floor[cells],
        cell=cell,
        low=problem.low[bound],
        high=problem.high[bound],
        tag=problem.tag[bound],
        whole=number[: len(rows)],
        start=parts.start,
        part=number[len(rows) :],
        complete=problem.complete[rows],
        unbounded=problem.unbounded,
        step=problem.step[cells],
        ticks=problem.ticks[cells],
    )
    return Slices(small, cells.tolist(), rows.tolist(), copy)


def _rows(problem: Problem, top: Groups) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return the rows of each copy with those below their unclaimed parts, and their copies."""
    below = Groups.of(problem.whole, np.arange(len(problem.whole)), problem.cells)
    claimed = np.bincount(problem.cell, minlength=problem.cells) > 0
    rows, copies = [top.member], [top.owner]
    seen = copies[0] * problem.cells + problem.whole[rows[0]]
    while len(rows[-1]):
        parts = Groups(problem.start, problem.part).take(rows[-1])
        place = copies[-1][parts.owner] * problem.cells + parts.member
        order = np.argsort(place, kind="stable")
        fresh = np.zeros(len(place), dtype=bool)
        fresh[order[begins(place[order])]] = True  # where a cell is met first
        fresh &= ~np.isin(place, seen) & ~claimed[parts.member]
        found = below.take(parts.member[fresh])
        seen = np.concatenate([seen, place])
        copies.append(copies[-1][parts.owner[fresh]][found.owner])
        rows.append(found.member)
    row, copy = np.concatenate(rows), np.concatenate(copies)
    order = np.argsort(copy, kind="stable")
    return row[order], copy[order]


def _left_out(
    without: Sequence[Collection[int]], copy: NDArray[np.int64], tag: NDArray[np.int64]
) -> NDArray[np.bool_]:
    """Return which bounds are of a tag that their copy goes without."""
    most = int(tag.max(initial=0)) + 1
    gone = [at * most + each for at, tags in enumerate(without) for each in tags if each < most]
    return np.isin(copy * most + tag, np.array(gone, dtype=np.int64))
