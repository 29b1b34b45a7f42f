"""Bounds through rows, exactly: leaves to roots with conflicts told once, then back for the hull.

On acyclic rows with unit coefficients interval propagation is complete, for integers too: what each
subtree can reach is an interval (Davis 1987, "Constraint propagation with interval labels").
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from claimsync.reason.forest import Forest, forest_of, spread
from claimsync.reason.own import Own, own_bounds

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from claimsync.reason.forest import Round
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


def propagate(problem: Problem, forest: Forest | None = None) -> Propagation:
    """Return the exact hull of every acyclic cell and the disjoint conflicts met on the way.

    The ``forest`` need not be found again where it is known.
    """
    forest, own = forest or forest_of(problem), own_bounds(problem)
    refused = np.zeros(len(problem.whole), dtype=bool)
    up, clashes, sums = own.bounds.after(), list[Clash](), list[_Sums]()
    for rows in forest.rounds:
        sums.append(_sums(problem, up, rows))
        clashes.extend(_climb(up, rows, sums[-1], refused))
    final = up.after()
    for rows in reversed(forest.rounds):
        _descend(problem, final, rows, sums.pop(), refused)
    return Propagation(problem, forest, own, up, final, clashes, refused)


class _Sums(NamedTuple):
    """What the members of some rows add up to, a row each; shape (2, rows).

    ``finite`` leaves out the members without an end, of which ``missing`` is the count (None:
    there are none at all); ``known`` is no end where one is missing.
    """

    finite: Ints
    missing: NDArray[np.int64] | None
    known: Ints


def _sums(problem: Problem, bounds: Bounds, rows: Round) -> _Sums:
    """Return what the members of each row add up to."""
    ends = _ends(bounds, rows.member, rows.turned)
    infinite = ends <= -problem.unbounded
    if not infinite.any():
        total = np.add.reduceat(ends, rows.first, axis=1)
        return _Sums(total, None, total)
    ends[infinite] = 0
    total = np.add.reduceat(ends, rows.first, axis=1)
    missing = np.add.reduceat(infinite, rows.first, axis=1, dtype=np.int64)
    return _Sums(total, missing, np.where(missing, -problem.unbounded, total))


def _ends(bounds: Bounds, member: NDArray[np.int64], turned: NDArray[np.bool_] | None) -> Ints:
    """Return the ends of some members, those of the ``turned`` ones as they count: negated."""
    ends = bounds.ends.take(member, axis=1)
    if turned is not None:
        ends[:, turned] = ends[::-1, turned]
    return ends


def _climb(bounds: Bounds, rows: Round, sums: _Sums, refused: NDArray[np.bool_]) -> Iterator[Clash]:
    """Tighten the parents of ``rows``; refuse the rows that clash with theirs."""
    parent = bounds.ends.take(rows.parent, axis=1)
    above, below = (sums.known + parent[::-1] > 0) & rows.holds
    clashing = above | below
    for at in np.flatnonzero(clashing).tolist():
        row, cell, up = int(rows.rows[at]), int(rows.parent[at]), bool(above[at])
        refused[row] = True
        yield Clash(row, cell, up, int(bounds.sources[up].now[cell]))
    tighter = (sums.known > parent) & rows.holds & ~clashing
    for side in (0, 1):
        here = np.flatnonzero(tighter[side])
        known = sums.known[side].take(here)
        bounds.tighten(side, rows.parent.take(here), known, rows.rows.take(here))


def _descend(
    problem: Problem, bounds: Bounds, rows: Round, sums: _Sums, refused: NDArray[np.bool_]
) -> None:
    """Tighten the members of the ``rows`` whose parents are tighter than the sums.

    From a parent that is no tighter on one side no member can learn anything there.
    """
    parent = bounds.ends.take(rows.parent, axis=1)
    tells = (parent > sums.known) & rows.holds[::-1] & ~refused.take(rows.rows)
    telling = np.flatnonzero(tells.any(axis=0))
    if len(telling) == 0:
        return
    last = np.append(rows.first[1:], len(rows.member))
    at, of = spread(rows.first.take(telling), last.take(telling))
    of = telling.take(of)
    member = rows.member.take(at)
    turned = None if rows.turned is None else rows.turned.take(at)
    ends = _ends(bounds, member, turned)
    for side in (0, 1):
        end = (parent[side] + sums.finite[1 - side]).take(of) - ends[1 - side]
        told = tells[side].take(of)
        if sums.missing is not None:
            infinite = ends[1 - side] <= -problem.unbounded
            end[infinite] -= problem.unbounded
            told &= sums.missing[1 - side].take(of) == infinite
        tighter = told & (end > ends[side])
        for each, here in _sides(side, tighter, turned):
            bounds.tighten(each, member.take(here), end.take(here), rows.rows.take(of.take(here)))


def _sides(
    side: int, places: NDArray[np.bool_], turned: NDArray[np.bool_] | None
) -> Iterator[tuple[int, NDArray[np.int64]]]:
    """Yield some places with the side that each is on, which is the other one where turned."""
    if turned is None:
        yield side, np.flatnonzero(places)
    else:
        yield side, np.flatnonzero(places & ~turned)
        yield 1 - side, np.flatnonzero(places & turned)
