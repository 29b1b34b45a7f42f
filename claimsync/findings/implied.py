"""What all claims together force: bounds tighter than a question's own claims give."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from claimsync.findings.sums import Undecided
from claimsync.reason.certificates import derive
from claimsync.reason.forest import components

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claimsync.findings.case import Case
    from claimsync.model.interval import Interval


class Implied(NamedTuple):
    """A question, what all claims together allow for it, and the claim rows that force it."""

    cell: int
    interval: Interval
    rows: tuple[int, ...]


def implied_bounds(case: Case, open_rows: Iterable[int]) -> Iterator[Implied]:
    """Yield the cells of consistent components whose bounds are tighter than their own claims'.

    Components with claims that may still be read in several ways (``open_rows``) are left out.
    """
    found, own, final = case.found, case.found.own.bounds, case.found.final
    if len(case.cells.rows) == 0:
        return
    tighter = (final.low > own.low) | (final.high < own.high)
    label = components(found.problem)
    spoiled = np.zeros(found.problem.cells, dtype=bool)
    spoiled[label[found.own.clash]] = True
    spoiled[label[found.problem.whole[found.refused]]] = True
    spoiled[label[found.problem.whole[found.forest.cyclic]]] = True
    unsettled = np.isin(case.row, list(open_rows))
    spoiled[label[case.cell[unsettled]]] = True
    for cell in np.flatnonzero(tighter & ~spoiled[label]).tolist():
        yield Implied(cell, case.allowed(cell), _behind(case, cell))


def _behind(case: Case, cell: int) -> tuple[int, ...]:
    """Return the claims behind the ends that were tightened."""
    found, own, final = case.found, case.found.own.bounds, case.found.final
    wanted = []
    if final.low[cell] > own.low[cell]:
        wanted.append((cell, True, int(final.low_from[cell])))
    if final.high[cell] < own.high[cell]:
        wanted.append((cell, False, int(final.high_from[cell])))
    leaves = derive(found, *wanted).leaves()
    return tuple(sorted({int(found.problem.tag[leaf.bound]) for leaf in leaves if leaf.bound >= 0}))


def circles(case: Case) -> Iterator[Undecided]:
    """Yield the claims whose sums form a circle: judged row by row, undecided jointly."""
    cyclic = case.found.forest.cyclic
    if len(cyclic) == 0:
        return
    problem = case.found.problem
    label = components(problem)
    for name in np.unique(label[problem.whole[cyclic]]).tolist():
        rows = tuple(sorted(set(case.row[label[case.cell] == name].tolist())))
        yield Undecided(
            rows,
            "the sums over these questions form a circle;"
            " each sum was judged by itself, not all jointly",
        )
