"""Components that propagation cannot finish: circles, factors, products, mixed lattices.

Sweeps first, since an empty interval is a proof; then the exact solver. What neither decides stays
open, and says so: never a silent *consistent*.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from claimsync.reason import exact
from claimsync.reason.forest import components
from claimsync.reason.problem import FLOOR
from claimsync.reason.refutation import beyond, bound_proof, refutation
from claimsync.reason.steps import Given, Script, Supposed
from claimsync.reason.sweep import starting, sweep
from claimsync.reason.system import System, system_of

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

    from numpy.typing import NDArray

    from claimsync.reason.own import Own
    from claimsync.reason.problem import Link, Problem
    from claimsync.reason.steps import End, Step
    from claimsync.reason.sweep import Reach, Told

MOST_HULLS = 48  # cells of one component up to which each exact end is looked for
NO_SOLVER = (
    "several sums run over the same questions in a circle, and only the exact solver can judge them"
    " jointly; pip install 'claimsync[solver]'"
)
NO_ANSWER = "the exact solver spent its effort before it could judge these claims jointly"
NO_PROOF = "the exact solver finds these claims impossible together, but no proof was found"


class JointConflict(NamedTuple):
    """Tags that cannot hold together, none of them dispensable, and the steps that show it."""

    tags: tuple[int, ...]
    steps: tuple[Step, ...]


class Forced(NamedTuple):
    """An end that all bounds together force on a cell, and the steps that show it."""

    cell: int
    low: bool
    value: End
    steps: tuple[Step, ...]


@dataclass
class Joint:
    """One component: its cells, and what can be said of all its bounds together."""

    system: System
    _judged: dict[frozenset[int], Judgement] = field(default_factory=dict, repr=False)

    @cached_property
    def solver(self) -> exact.Solver | None:
        """The exact solver on the system, if it is installed."""
        return exact.Solver(self.system) if exact.installed() else None

    def ask(self, tags: Collection[int]) -> exact.Answer:
        """Return whether the bounds of ``tags`` hold together."""
        reach = sweep(self.system, tags)
        if reach.clash is not None:
            return exact.Fails(self._behind(reach.script.ending_in(reach.clash)))
        settled = self._settled(reach.low, reach.high)
        if settled is not None:
            return settled
        return self.solver.ask(tags) if self.solver else exact.Open()

    def _settled(self, low: dict[int, Told], high: dict[int, Told]) -> exact.Holds | None:
        """Return the numbers of all cells where sweeping left one each and every row holds."""
        numbers = {}
        for cell in self.system.cells:
            below, above = low.get(cell), high.get(cell)
            if below is None or above is None or below.value != above.value or below.value[1]:
                return None
            numbers[cell] = Fraction(below.value[0])
        return exact.Holds(numbers) if all(map(numbers_fit(numbers), self.system.rows)) else None

    def _behind(self, steps: Sequence[Step]) -> frozenset[int]:
        """Return the tags of the bounds that some steps rest on."""
        tag_of = {bound.bound: bound.tag for bound in self.system.claimed}
        return frozenset(
            tag_of[step.bound] for step in steps if isinstance(step, Given) and step.bound != FLOOR
        )

    def minimal(self, tags: frozenset[int]) -> frozenset[int]:
        """Return tags of which none can be left out of the contradiction.

        Without the exact solver only what sweeps can see is left out.
        """
        for tag in sorted(tags):
            if tag in tags:
                answer = self.ask(tags - {tag})
                if isinstance(answer, exact.Fails):
                    tags = answer.tags
        return tags

    def proven(self, tags: frozenset[int]) -> JointConflict | None:
        """Return the minimal conflict within contradictory ``tags``; None without a proof."""
        least = self.minimal(tags)
        steps = refutation(self.system, least)
        return None if steps is None else JointConflict(tuple(sorted(least)), steps)

    def judged(self, aside: Collection[int] = ()) -> Judgement:
        """Return disjoint minimal conflicts among the tags not set ``aside``, and what is open."""
        left = self.system.tags - frozenset(aside)
        if left not in self._judged:
            self._judged[left] = self._conflicts(left)
        return self._judged[left]

    def _conflicts(self, left: frozenset[int]) -> Judgement:
        """Return one minimal conflict after the other, each without the tags of those before."""
        found = list[JointConflict]()
        while True:
            answer = self.ask(left)
            if isinstance(answer, exact.Holds):
                return Judgement(tuple(found), None)
            conflict = self.proven(answer.tags) if isinstance(answer, exact.Fails) else None
            if conflict is None:
                return Judgement(tuple(found), self.why_open(answer))
            found.append(conflict)
            left -= frozenset(conflict.tags)

    def why_open(self, answer: exact.Answer) -> str:
        """Return why a question was left open, and what to do."""
        if not exact.installed():
            return NO_SOLVER
        return NO_PROOF if isinstance(answer, exact.Fails) else NO_ANSWER

    @cached_property
    def forced(self) -> tuple[Forced, ...]:
        """The ends that the rows add to what each cell's own bounds say, if all hold together."""
        if not isinstance(self.ask(self.system.tags), exact.Holds):
            return ()
        return tuple(
            Forced(cell, low, value, steps)
            for cell in self.system.cells
            for low in (True, False)
            for value, steps in self._end(cell, low=low)
            if (known := self.own.end(cell, low=low)) is None or known.value != value
        )

    @cached_property
    def own(self) -> Reach:
        """The ends that each cell's own bounds and floor give it."""
        return starting(self.system, self.system.tags, (), Script())

    def reach(self, cell: int) -> tuple[End | None, End | None]:
        """Return both ends of what all bounds allow a cell; without a solver perhaps wider ones."""
        return self._reached(cell, low=True), self._reached(cell, low=False)

    def _reached(self, cell: int, *, low: bool) -> End | None:
        """Return the exact end of a cell, or the swept one where nothing shows a tighter one.

        The solver's optimum is taken only if nothing lies beyond it: between whole and other
        numbers it may miss the best one where ends are open.
        """
        swept = self._swept.end(cell, low=low)
        known = swept and swept.value
        if self.solver is None or not self.system.linear:
            return known
        value = self.solver.extreme(cell, low=low)
        if value is None or value == known:
            return known
        supposed = Supposed(cell, not low, beyond(self.system, cell, value, low=low))
        answer = self.solver.ask(self.system.tags, (supposed,))
        return value if isinstance(answer, exact.Fails) else known

    @cached_property
    def _swept(self) -> Reach:
        return sweep(self.system, self.system.tags)

    def _end(self, cell: int, *, low: bool) -> Iterator[tuple[End, tuple[Step, ...]]]:
        """Yield the tightest end of ``cell`` that can be proven, if there is one."""
        swept = self._swept.end(cell, low=low)
        if self.solver and self.system.linear and len(self.system.cells) <= MOST_HULLS:
            value = self.solver.extreme(cell, low=low)
            if value is not None and (swept is None or value != swept.value):
                steps = bound_proof(self.system, self.system.tags, cell, value, low=low)
                if steps is not None:
                    yield value, steps
                    return
        if swept:
            yield swept.value, self._swept.script.ending_in(swept.step)


class Judgement(NamedTuple):
    """Conflicts that share no tag, and why the rest was left open, if it was."""

    conflicts: tuple[JointConflict, ...]
    undecided: str | None


def numbers_fit(numbers: Mapping[int, Fraction]) -> Callable[[Link], bool]:
    """Return the test of whether numbers satisfy a row."""

    def fits(row: Link) -> bool:
        values = [numbers[part] for part in row.parts]
        if row.product:
            made = row.factors[0] * values[0] * values[1]
        else:
            scaled = zip(row.factors, values, strict=True)
            made = sum((factor * value for factor, value in scaled), start=Fraction(0))
        whole = numbers[row.whole]
        return whole == made if row.complete else whole >= made

    return fits


def joint_components(problem: Problem, own: Own | None, cyclic: NDArray[np.int64]) -> list[Joint]:
    """Return the components that propagation alone does not decide, by their lowest cell."""
    label = components(problem)
    wanted = {int(label[cell]) for cell in problem.whole[cyclic].tolist()}
    wanted.update(int(label[link.whole]) for link in problem.links)
    wanted.update(_mixed(problem, label))
    if not wanted:
        return []
    cells: dict[int, list[int]] = {name: [] for name in sorted(wanted)}
    for cell in np.flatnonzero(np.isin(label, sorted(wanted))).tolist():
        cells[int(label[cell])].append(cell)
    return [Joint(system_of(problem, inside, own)) for inside in cells.values()]


def _mixed(problem: Problem, label: NDArray[np.int64]) -> set[int]:
    """Return the components in which some numbers are whole, or multiples, and others are not."""
    differs = problem.step != problem.step[label]
    return set(label[np.flatnonzero(differs)].tolist())
