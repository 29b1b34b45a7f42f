"""What all claims together force: bounds tighter than a question's own claims give."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from claimsync.findings.sums import Undecided
from claimsync.reason.certificates import derive
from claimsync.reason.forest import components
from claimsync.reason.problem import FLOOR
from claimsync.reason.steps import Given

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claimsync.findings.case import Case
    from claimsync.findings.kinds import Finding
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
    if len(case.cells.rows) == 0 and not found.problem.links:
        return
    tighter = (final.low > own.low) | (final.high < own.high)
    label = components(found.problem)
    spoiled = np.zeros(found.problem.cells, dtype=bool)
    spoiled[label[found.own.clash]] = True
    spoiled[label[found.problem.whole[found.refused]]] = True
    for joint in case.joint:
        tighter[list(joint.system.cells)] = False
    unsettled = np.isin(case.row, list(open_rows))
    spoiled[label[case.cell[unsettled]]] = True
    tighter[list(case.forced)] = True
    for cell in np.flatnonzero(tighter & ~spoiled[label]).tolist():
        yield Implied(cell, case.allowed(cell), _behind(case, cell))


def _behind(case: Case, cell: int) -> tuple[int, ...]:
    """Return the claims behind the ends that were tightened."""
    if cell in case.joint_of_cell:
        return _behind_joint(case, cell)
    found, own, final = case.found, case.found.own.bounds, case.found.final
    wanted = []
    if final.low[cell] > own.low[cell]:
        wanted.append((cell, True, int(final.low_from[cell])))
    if final.high[cell] < own.high[cell]:
        wanted.append((cell, False, int(final.high_from[cell])))
    leaves = derive(found, *wanted).leaves()
    return tuple(sorted({int(found.problem.tag[leaf.bound]) for leaf in leaves if leaf.bound >= 0}))


def _behind_joint(case: Case, cell: int) -> tuple[int, ...]:
    """Return the claims behind the ends that joint reasoning tightened."""
    given = (step for end in case.forced[cell] for step in end.steps if isinstance(step, Given))
    bounds = {step.bound for step in given if step.bound != FLOOR}
    return tuple(sorted({int(case.row[bound]) for bound in bounds}))


def undecided_jointly(case: Case, told: Iterable[Finding]) -> Iterator[Undecided]:
    """Yield the claims that could not be judged together, beside the conflicts ``told``."""
    aside = {row for finding in told for row in finding.rows}
    for joint in case.joint:
        open_ = joint.judged(aside & joint.system.tags).undecided
        if open_:
            yield Undecided(tuple(sorted(joint.system.tags)), open_)
