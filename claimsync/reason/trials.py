"""Setting tags aside to see what still conflicts: many at a time by propagation, or jointly."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, partial
from typing import TYPE_CHECKING

import numpy as np

from claimsync.reason import exact
from claimsync.reason.certificates import derive_clash, minimal_conflict
from claimsync.reason.forest import Forest, forest_of
from claimsync.reason.joint import Joint
from claimsync.reason.propagate import propagate
from claimsync.reason.repairs import Undecidable
from claimsync.reason.slices import copies
from claimsync.reason.steps import End
from claimsync.reason.system import exact_end

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimsync.reason.problem import Problem
    from claimsync.reason.propagate import Propagation

Left = Callable[[int], tuple[End | None, End | None]]
_MOST_CELLS = 400_000  # of all copies that are propagated together
_FEW = 64  # distinct figures on one cell up to which every clashing pair is listed


@dataclass(frozen=True)
class Propagated:
    """Trials by propagation, on rows without circles: one copy of the problem a trial."""

    problem: Problem

    def __call__(self, asides: Sequence[frozenset[int]]) -> list[tuple[frozenset[int], ...]]:
        """Return what conflicts once each set is aside; of several trials one conflict each."""
        found: list[tuple[frozenset[int], ...]] = []
        most = max(1, _MOST_CELLS // max(1, self.problem.cells))
        for at in range(0, len(asides), most):
            found += self._tried(asides[at : at + most], first=len(asides) > 1)
        return found

    def left(self, asides: Sequence[frozenset[int]]) -> list[Left]:
        """Return, for each set put aside, how to look up what the rest allows a cell."""
        found: list[Left] = []
        most = max(1, _MOST_CELLS // max(1, self.problem.cells))
        for at in range(0, len(asides), most):
            copied = self.propagated(asides[at : at + most])
            found += [
                partial(_ends, copied, copy * self.problem.cells)
                for copy in range(len(asides[at : at + most]))
            ]
        return found

    def propagated(self, asides: Sequence[frozenset[int]]) -> Propagation:
        """Return the copies of the problem, propagated."""
        gone = [np.isin(self.problem.tag, sorted(aside)) for aside in asides]
        forest = self._forest.copied(len(asides), self.problem.cells)
        return propagate(copies(self.problem, ~np.array(gone)), forest)

    @cached_property
    def _forest(self) -> Forest:
        """The order in which the rows of the problem are worked."""
        return forest_of(self.problem)

    def _tried(
        self, asides: Sequence[frozenset[int]], *, first: bool
    ) -> list[tuple[frozenset[int], ...]]:
        found = self.propagated(asides)
        told: list[list[frozenset[int]]] = [[] for _ in asides]
        for copy, conflict in self._conflicts(found, first=first):
            told[copy].append(conflict)
        return [tuple(dict.fromkeys(each)) for each in told]

    def _conflicts(
        self, found: Propagation, *, first: bool
    ) -> Iterator[tuple[int, frozenset[int]]]:
        """Yield (copy, conflict): two bounds on a cell, or what a row met; the ``first`` only."""
        seen: set[int] = set()
        for cell in np.flatnonzero(found.own.clash).tolist():
            copy = cell // self.problem.cells
            if not (first and copy in seen):
                seen.add(copy)
                pairs = clashing_pairs(_ends_on(found.problem, cell))
                yield from ((copy, pair) for pair in (pairs[:1] if first else pairs))
        for clash in found.clashes:
            copy = clash.cell // self.problem.cells
            if not (first and copy in seen):
                seen.add(copy)
                conflict = minimal_conflict(found, derive_clash(found, clash))
                yield copy, frozenset(conflict.tags)


def _ends(found: Propagation, first: int, cell: int) -> tuple[End | None, End | None]:
    """Return both ends of one cell of a copy whose cells begin at ``first``."""
    at, final = first + cell, found.final
    return (
        exact_end(found.problem, at, int(final.low[at])),
        exact_end(found.problem, at, int(final.high[at])),
    )


def clashing_pairs(ends: Sequence[tuple[int, int, int]]) -> tuple[frozenset[int], ...]:
    """Return the tags of bounds (low, high, tag) on one cell that exclude each other, by twos.

    Of very many figures only the pairs with the extremes are told.
    """
    if len(ends) > _FEW:
        ends = [max(ends), min(ends, key=lambda end: (end[1], end[0], end[2]))]
    return tuple(
        frozenset({one[2], other[2]})
        for at, one in enumerate(ends)
        for other in ends[:at]
        if one[0] > other[1] or other[0] > one[1]
    )


def _ends_on(problem: Problem, cell: int) -> list[tuple[int, int, int]]:
    """Return low, high and tag of the bounds on one cell."""
    bounds = problem.bounds(cell)
    columns = (problem.low[bounds], problem.high[bounds], problem.tag[bounds])
    return list(zip(*(column.tolist() for column in columns), strict=True))


@dataclass(frozen=True)
class Asked:
    """Trials by sweeps and the exact solver, one after the other."""

    joint: Joint

    def __call__(self, asides: Sequence[frozenset[int]]) -> list[tuple[frozenset[int], ...]]:
        """Return one minimal conflict a trial, or none.

        Raises Undecidable where the solver is missing or spent its effort.
        """
        return [self._tried(aside) for aside in asides]

    def left(self, aside: frozenset[int]) -> Left:
        """Return how to look up what the rest allows a cell once a set is aside."""
        rest = Joint(self.joint.system.without(aside))
        return rest.reach

    def _tried(self, aside: frozenset[int]) -> tuple[frozenset[int], ...]:
        answer = self.joint.ask(self.joint.system.tags - aside)
        match answer:
            case exact.Holds():
                return ()
            case exact.Fails():
                return (self.joint.minimal(answer.tags),)
            case exact.Open():
                raise Undecidable(self.joint.why_open(answer))
