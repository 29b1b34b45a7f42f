"""Sums whose whole is claimed, and each part too unless it has no parts: all judged at once.

What ``support`` works out cell by cell is read off columns here, by the same rules.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from claimsync.table.groups import Groups

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from claimsync.findings.case import Case
    from claimsync.table.keys import Ints


@dataclass(frozen=True)
class PlainSums:
    """The plain rows of a case on which something is to be said.

    ``row``: which rows of the case; ``fits``: they agree, others strain; ``claims``: of the whole,
    then of the parts. ``plain``: all plain rows; shape (rows of the case,).
    """

    plain: NDArray[np.bool_]
    row: NDArray[np.int64]
    fits: NDArray[np.bool_]
    claims: Groups


def plain_sums(case: Case, told: NDArray[np.bool_]) -> PlainSums:
    """Return what plain rows say, but those ``told`` already."""
    plain = plain_rows(case)
    rows = np.flatnonzero(plain & ~told)
    parts, whole = _parts(case, rows), case.cells.rows.whole[rows]
    own, claimed = case.found.own, case.found.own.claimed
    low, high = own.bounds.low, own.bounds.high
    usual_low, usual_high = _usual(case)
    complete = case.cells.rows.complete[rows]
    sum_low, sum_high = _added(case, low, parts), _added(case, high, parts)
    above, below = _added(case, usual_low, parts), _added(case, usual_high, parts)
    sum_high[~complete] = below[~complete] = case.frame.amounts.unbounded
    every = np.ones(len(rows), dtype=bool)
    some, torn, refused = ~every, own.clash[whole], ~every
    every[parts.owner[~claimed[parts.member]]] = False
    some[parts.owner[claimed[parts.member]]] = True
    torn[parts.owner[own.clash[parts.member]]] = True
    refused[parts.owner[_refused_below(case)[parts.member]]] = True
    listed = complete & every & ~refused
    said = (sum_low <= high[whole]) & (sum_high >= low[whole])
    said &= (listed | (sum_low == high[whole])) & some & ~torn
    fits = (above <= usual_high[whole]) & (~listed | (below >= usual_low[whole]))
    at = np.flatnonzero(said)
    return PlainSums(
        plain, rows[at], fits[at].astype(bool), _claims(case, whole[at], parts.take(at))
    )


def plain_rows(case: Case) -> NDArray[np.bool_]:
    """Return which rows have a claimed whole, and no unclaimed part that is a sum itself."""
    shape, claimed = case.cells.rows, case.found.own.claimed
    below = ~claimed
    below &= np.isin(np.arange(len(claimed)), shape.whole)
    plain: NDArray[np.bool_] = claimed[shape.whole].copy()
    plain[np.repeat(np.arange(len(shape)), np.diff(shape.start))[below[shape.part]]] = False
    return plain


def _parts(case: Case, rows: NDArray[np.int64]) -> Groups:
    """Return the cells of the parts of some rows."""
    shape = case.cells.rows
    return Groups(shape.start, shape.part).take(rows)


def _usual(case: Case) -> tuple[Ints, Ints]:
    """Return the usual ends of every cell; where they exclude each other, the logical ones."""
    own, (low, high) = case.found.own, case.usual
    logical = (low > high) | ~own.claimed
    return np.where(logical, own.bounds.low, low), np.where(logical, own.bounds.high, high)


def _added(case: Case, ends: Ints, parts: Groups) -> Ints:
    """Return the sum of the ends of parts, a row each; one infinite end makes it infinite."""
    if not len(parts):
        return ends[:0]
    told = ends[parts.member]
    infinite = np.abs(told) >= case.frame.amounts.unbounded
    total = np.add.reduceat(np.where(infinite, 0, told), parts.start[:-1])
    total[parts.owner[infinite]] = told[infinite]
    return total


def _refused_below(case: Case) -> NDArray[np.bool_]:
    """Return which cells have a sum that was refused."""
    below = np.zeros(len(case.cells.keys), dtype=bool)
    below[case.cells.rows.whole[case.found.refused[: len(case.cells.rows)]]] = True
    return below


def _claims(case: Case, whole: NDArray[np.int64], parts: Groups) -> Groups:
    """Return the claims of each whole, and then those of its parts."""
    cells = Groups.of(
        np.concatenate([np.arange(len(whole)), parts.owner]),
        np.concatenate([whole, parts.member]),
        len(whole),
    )
    claims = case.claimed_by.take(cells.member)
    return Groups.of(cells.owner[claims.owner], claims.member, len(whole)).distinct()
