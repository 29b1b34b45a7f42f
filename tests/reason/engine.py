"""The engine asked as findings ask it: propagation where it suffices, joint reasoning elsewhere."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from itertools import product

import numpy as np

from claimsync.reason import exact
from claimsync.reason.certificates import derive_clash, minimal_conflict
from claimsync.reason.joint import NO_PROOF, Joint, joint_components
from claimsync.reason.mending import Mending, regions
from claimsync.reason.propagate import propagate
from claimsync.reason.repairs import Group
from claimsync.reason.steps import End, Exact, Script
from claimsync.reason.sweep import starting
from claimsync.reason.system import exact_end
from tests.oracles import Repairs, System

MANY = 100_000


class Engine:
    """A system as the engine sees it."""

    def __init__(self, system: System) -> None:
        """Propagate, and collect what propagation does not decide."""
        self.problem = system.problem()
        self.found = propagate(self.problem)
        self.joint = joint_components(self.problem, self.found.own, self.found.forest.cyclic)
        self.joint_of_cell = {cell: joint for joint in self.joint for cell in joint.system.cells}

    @property
    def plain(self) -> bool:
        """Whether all rows are sums, and all cells whole numbers."""
        return not self.problem.links and bool((self.problem.step == self.problem.ticks).all())

    @property
    def torn(self) -> bool:
        """Whether claims about one cell exclude each other by themselves."""
        return bool(self.found.own.clash.any())

    def holds(self) -> bool:
        """Return whether all claims hold together; asserts that it was decided."""
        answers = [joint.ask(joint.system.tags) for joint in self.joint]
        assert not any(isinstance(answer, exact.Open) for answer in answers)
        sums = all(isinstance(answer, exact.Holds) for answer in answers)
        return sums and not self.torn and not self.found.clashes

    def conflicts(self) -> list[frozenset[int]]:
        """Return the conflicts that sums and joint reasoning show."""
        found = [
            frozenset(minimal_conflict(self.found, derive_clash(self.found, clash)).tags)
            for clash in self.found.clashes
            if clash.cell not in self.joint_of_cell
        ]
        for joint in self.joint:
            judged = joint.judged()
            # With factors or steps, cases may go on for ever: no proof is found, and that is told.
            assert judged.undecided is None or (judged.undecided == NO_PROOF and not self.plain)
            found += [frozenset(conflict.tags) for conflict in judged.conflicts]
        return found

    def hull(self, cell: int) -> tuple[object, object]:
        """Return both ends of a cell as (number, -1, 0 or 1: below, at or above it), or None."""
        if cell not in self.joint_of_cell:
            final = self.found.final
            low, high = (int(ends[cell]) for ends in (final.low, final.high))
            ends = (exact_end(self.problem, cell, low), exact_end(self.problem, cell, high))
            return told(ends[0]), told(ends[1])
        return self._end(cell, low=True), self._end(cell, low=False)

    def reach(self, cell: int) -> tuple[object, object]:
        """Return likewise what joint reasoning says that others allow a cell."""
        if cell not in self.joint_of_cell:
            return self.hull(cell)
        low, high = self.joint_of_cell[cell].reach(cell)
        return told(low), told(high)

    def _end(self, cell: int, *, low: bool) -> object:
        """Return the end that joint reasoning forces, else the cell's own."""
        joint: Joint = self.joint_of_cell[cell]
        forced = {(end.cell, end.low): end.value for end in joint.forced}
        own = starting(joint.system, joint.system.tags, (), Script()).end(cell, low=low)
        return told(forced.get((cell, low), None if own is None else own.value))


def told(end: End | None) -> tuple[Exact, int] | None:
    """Return an end with the sign alone of the infinitesimals beside it."""
    return None if end is None else (end[0], (end[1] > 0) - (end[1] < 0))


def groups(
    system: System, weight: Mapping[int, int | Fraction], budget: int = MANY
) -> list[tuple[Mending, Group]]:
    """Return every group of conflicts with the region that it is in."""
    engine = Engine(system)
    everywhere = np.ones(engine.problem.cells, dtype=bool)
    return [
        (mending, group)
        for region in regions(engine.problem, everywhere, ())
        for mending in [
            Mending(
                engine.problem,
                region,
                weight,
                joint=any(cell in engine.joint_of_cell for cell in region.cells),
            )
        ]
        for group in mending.groups(budget)
    ]


def lightest(system: System, weight: Mapping[int, int | Fraction]) -> Repairs | None:
    """Return the least weight to set aside over all groups, and every set of it."""
    found = groups(system, weight)
    assert not any(group.more for _, group in found)
    if any(group.weight is None for _, group in found):
        return None
    asides = [[mending.spelt(aside) for aside in group.asides] for mending, group in found]
    assert all(len(set(each)) == len(each) for each in asides)
    weighed = sum((Fraction(group.weight) for _, group in found), start=Fraction(0))
    return weighed, {frozenset().union(*chosen) for chosen in product(*asides)}
