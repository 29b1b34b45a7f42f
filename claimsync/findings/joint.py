"""What sums and relations say only together: conflicts that no single one of them shows."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from claimsync.findings.kinds import Basis, Divergence, Finding
from claimsync.reason.problem import FLOOR
from claimsync.reason.steps import (
    Clashing,
    Combined,
    Given,
    Transferred,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from claimsync.findings.case import Case
    from claimsync.findings.telling import Telling
    from claimsync.model.interval import Interval
    from claimsync.reason.joint import Joint, JointConflict
    from claimsync.reason.steps import Step
    from claimsync.reason.system import System


@dataclass(frozen=True)
class JointDetail:
    """A minimal conflict over several sums or relations, and the system that it was met in."""

    case: Case
    system: System
    conflict: JointConflict
    against: tuple[int, ...]
    top: int

    def positions(self, rows: Sequence[int]) -> list[list[int]]:
        """Return the claims whose low ends are too high, and those whose high ends are too low."""
        sides = [[row for row in rows if row in self.against], []]
        sides[1] = [row for row in rows if row not in self.against]
        return [side for side in sides if side]

    @property
    def squeezed(self) -> tuple[int, Interval, Interval] | None:
        """A cell for which nothing is left, what it is at least and at most, if the proof shows."""
        steps = self.conflict.steps
        last = steps[-1]
        low: Step | None = None
        high: Step | None = None
        if isinstance(last, Clashing):
            low, high = steps[last.low], steps[last.high]
        elif isinstance(last, Combined):
            low, high = _isolated(last, steps, self.top) or (None, None)
        if not isinstance(low, Given | Transferred) or not isinstance(high, Given | Transferred):
            return None
        exactly = self.case.exactly
        return low.cell, exactly(low.cell, low.value, None), exactly(low.cell, None, high.value)


def _isolated(last: Combined, steps: Sequence[Step], top: int) -> tuple[Given, Given] | None:
    """Return the end that claims give a cell, ``top`` if any, and the one that the others leave.

    What ends and rows add up to lies below 0; divided by its multiplier, that is by how far one end
    lies beyond what all others allow.
    """
    ends = [(step, times) for at, times in zip(last.uses, last.times, strict=True)
            if isinstance(step := steps[at], Given)]  # fmt: skip
    claimed = [each for each in ends if each[0].bound != FLOOR]
    if not claimed or len(ends) < len(last.uses):
        return None
    end, times = min(claimed, key=lambda each: each[0].cell != top)
    rest = [sum((-f if one.low else f) * Fraction(one.value[part]) for one, f in ends)
            for part in (0, 1)]  # fmt: skip
    sign = Fraction(1 if end.low else -1) / Fraction(times)
    left = (end.value[0] + sign * rest[0], end.value[1] + sign * rest[1])
    other = end._replace(low=not end.low, value=left)
    return (end, other) if end.low else (other, end)


def joint_findings(case: Case, telling: Telling, told: Iterable[Finding]) -> Iterator[Finding]:
    """Yield the conflicts that are left in each joint component beside those already told."""
    aside = {row for finding in told for row in finding.rows}
    for joint in case.joint:
        for conflict in joint.judged(aside & joint.system.tags).conflicts:
            yield _finding(case, telling, joint, conflict)


def _finding(case: Case, telling: Telling, joint: Joint, conflict: JointConflict) -> Finding:
    """Return the divergence of one joint conflict."""
    system, used = joint.system, rows_used(conflict.steps)
    tag_of = {bound.bound: bound.tag for bound in system.claimed}
    ends = {True: set[int](), False: set[int]()}
    for step in conflict.steps:
        if isinstance(step, Given) and step.bound != FLOOR:
            ends[step.low].add(tag_of[step.bound])
    against = tuple(sorted(ends[False] or ends[True]))
    rows = (*against, *(tag for tag in conflict.tags if tag not in against))
    wholes = {system.rows[row].whole for row in used}
    parts = {part for row in used for part in system.rows[row].parts}
    top = min(wholes - parts or wholes)
    detail = JointDetail(case, system, conflict, against, top)
    modifiers, key = telling.relation_of(rows), case.cells.keys[top]
    basis = Basis.RELATION_BROKEN if case.relates(system.at[row] for row in used) else _way(detail)
    return Divergence(basis, rows, key, telling, modifiers, case.assumptions(rows), detail)


def rows_used(steps: Iterable[Step]) -> list[int]:
    """Return the rows of the system that some steps use, sorted."""
    used: set[int] = set()
    for step in steps:
        if isinstance(step, Transferred):
            used.add(step.row)
        elif isinstance(step, Combined):
            used.update(row for row, _ in step.rows)
    return sorted(used)


def _way(detail: JointDetail) -> Basis:
    """Return which way the sums fail: claimed wholes too high for their parts, or too low."""
    system, used = detail.system, rows_used(detail.conflict.steps)
    wholes = {system.rows[row].whole for row in used}
    given = [step for step in detail.conflict.steps if isinstance(step, Given)]
    given = [step for step in given if step.bound != FLOOR]
    low = {step.cell for step in given if step.low}
    high = {step.cell for step in given if not step.low}
    short = low <= wholes and high.isdisjoint(wholes)
    return Basis.PARTS_FALL_SHORT if short and low else Basis.PARTS_EXCEED
