"""Why some bounds cannot hold together: by sweeps, by multipliers, or by cases."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimsync.reason import exact
from claimsync.reason.steps import Combined, EitherWay, Hence, Script, Step, Supposed
from claimsync.reason.sweep import starting, sweep

if TYPE_CHECKING:
    from collections.abc import Collection
    from fractions import Fraction

    from claimsync.reason.steps import End
    from claimsync.reason.system import System

MOST_CASES = 64


def refutation(system: System, tags: Collection[int]) -> tuple[Step, ...] | None:
    """Return the proof that the bounds of ``tags`` cannot all hold; None: none was found."""
    seeker = _Seeker(system, frozenset(tags))
    found = seeker.contradiction(())
    return None if found is None else seeker.script.ending_in(found)


def bound_proof(
    system: System, tags: Collection[int], cell: int, end: End, *, low: bool
) -> tuple[Step, ...] | None:
    """Return the proof that the bounds of ``tags`` force this end on ``cell``; None: none found."""
    seeker = _Seeker(system, frozenset(tags))
    reach = sweep(system, seeker.tags, script=seeker.script)
    known = reach.end(cell, low=low)
    if known and (known.value >= end if low else known.value <= end):
        return seeker.script.ending_in(known.step)
    supposed = Supposed(cell, not low, beyond(system, cell, end, low=low))
    found = seeker.contradiction((supposed,))
    if found is None:
        return None
    number = seeker.script.add(supposed)
    return seeker.script.ending_in(seeker.script.add(Hence(cell, low, end, found, number)))


def beyond(system: System, cell: int, end: End, *, low: bool) -> End:
    """Return the opposite end of all numbers that an end leaves out."""
    step = system.steps[cell]
    if step:
        return (end[0] - step, 0) if low else (end[0] + step, 0)
    if end[1]:
        return end[0], 0
    return end[0], -1 if low else 1


@dataclass
class _Seeker:
    """Looks for a contradiction; what it finds is written into one script."""

    system: System
    tags: frozenset[int]

    def __post_init__(self) -> None:
        """Begin with an empty script."""
        self.script = Script()
        self.cases = 0

    def contradiction(self, suppose: tuple[Supposed, ...]) -> int | None:
        """Return the number of the step that contradicts the bounds and suppositions."""
        swept = sweep(self.system, self.tags, suppose, self.script)
        if swept.clash is not None:
            return swept.clash
        if not exact.installed() or not self.system.linear:
            return None
        return self._added_up(suppose) or self._by_cases(suppose)

    def _added_up(self, suppose: tuple[Supposed, ...]) -> int | None:
        """Return the step in which ends and rows add up to ``0 < 0``."""
        reach = starting(self.system, self.tags, suppose, self.script)
        ends = [
            (cell, low, told)
            for low, side in ((True, reach.low), (False, reach.high))
            for cell, told in sorted(side.items())
        ]
        found = exact.farkas(self.system, [(cell, low, told.value) for cell, low, told in ends])
        if found is None:
            return None
        used = [(told.step, t) for (_, _, told), t in zip(ends, found.ends, strict=True) if t]
        rows = tuple((row, times) for row, times in enumerate(found.rows) if times)
        uses, times = (tuple(each) for each in zip(*used, strict=True))
        return self.script.add(Combined(uses, times, rows))

    def _by_cases(self, suppose: tuple[Supposed, ...]) -> int | None:
        """Return the step that closes both cases of a number that cannot be a whole one."""
        split = self._split(suppose)
        if split is None:
            return None
        numbers, found = [], []
        for side in split:
            contradiction, number = self.contradiction((*suppose, side)), self.script.add(side)
            if contradiction is None or not self.script.rests(contradiction, number):
                return contradiction
            found.append(contradiction)
            numbers.append(number)
        return self.script.add(EitherWay((found[0], found[1]), (numbers[0], numbers[1])))

    def _split(self, suppose: tuple[Supposed, ...]) -> tuple[Supposed, Supposed] | None:
        """Return two cases for a cell whose number would have to be broken."""
        self.cases += 1
        if self.cases > MOST_CASES:
            return None
        answer = exact.Solver(self.system, relaxed=True).ask(self.tags, suppose)
        if not isinstance(answer, exact.Holds):
            return None
        for cell in self.system.cells:
            step, number = self.system.steps[cell], answer.numbers[cell]
            if step and number % step:
                return _cases(cell, number, step)
        return None


def _cases(cell: int, number: Fraction, step: int) -> tuple[Supposed, Supposed]:
    """Return the cases below and above a number between two multiples of a step."""
    below = number // step * step
    return Supposed(cell, low=False, value=(below, 0)), Supposed(
        cell, low=True, value=(below + step, 0)
    )
