"""Proofs of what supports cells: their own claims, or the sums below, told once each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimsync.findings.steps import (
    Step,
    bound_step,
    cell_label,
    end_json,
    ends_of_bound,
    meet_step,
    row_shape,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from claimsync.findings.case import Case
    from claimsync.model.interval import Interval

Ends = tuple[int, int]


class SupportWriter:
    """Writes down what supports cells, both ends a step; shared steps are told once.

    ``usual``: by what words usually mean, unless those of one cell then exclude each other.
    """

    def __init__(self, case: Case, *, usual: bool = False) -> None:
        """Begin with nothing told."""
        self.case, self.usual, self.steps = case, usual, list[Step]()
        self.unbounded = case.frame.amounts.unbounded
        self._ends: list[Ends] = []
        self._written: dict[int, list[int]] = {}

    def cell(self, cell: int, claims: frozenset[int]) -> list[int]:
        """Write the support of ``cell`` by ``claims``; return the numbers of its steps."""
        if cell not in self._written:
            own = [b for b in self._own(cell) if int(self.case.row[b]) in claims]
            steps = self._claims(own) or [
                self.row(row, claims) for row in self._below(cell, claims)
            ]
            self._written[cell] = [*steps, *self._floored(cell, steps)]
        return self._written[cell]

    def row(self, row: int, claims: frozenset[int]) -> int:
        """Write the sum of the parts of ``row``; return its number."""
        case, shape = self.case, self.case.cells.rows
        whole, parts = int(shape.whole[row]), shape.parts(row).tolist()
        complete = bool(shape.complete[row])
        below = [self.cell(part, claims) for part in parts]
        met = [self.met(steps) for steps in below]
        ends = (
            self._added(low for low, _ in met),
            self._added(high for _, high in met) if complete else self.unbounded,
        )
        told = row_shape(case, whole, parts, complete=complete)
        numbers = [number for steps in below for number in steps]
        step = {"step": "row transfers bound", "row": told, "from": numbers}
        return self._add({**step, "question": told["whole"], **self._json(whole, ends)}, ends)

    def meet(self, cell: int, numbers: Sequence[int]) -> int:
        """Write that the bounds on ``cell`` meet, unless there is one only; return its number."""
        if len(numbers) == 1:
            return numbers[0]
        ends = self.met(numbers)
        step = meet_step(numbers, cell_label(self.case, cell), self.case.interval(cell, *ends))
        return self._add(step, ends)

    def fit(self, one: int, other: int) -> bool:
        """Return whether two steps allow a common number."""
        low, high = self.met([one, other])
        return low <= high

    def met(self, numbers: Iterable[int]) -> Ends:
        """Return what some steps on one cell allow together."""
        ends = [self._ends[number] for number in numbers]
        lows, highs = [low for low, _ in ends], [high for _, high in ends]
        return max(lows, default=-self.unbounded), min(highs, default=self.unbounded)

    def tightest(self, numbers: Sequence[int], *, low: bool) -> int:
        """Return which of some steps on one cell has the highest low (lowest high) end."""
        if low:
            return max(numbers, key=lambda number: self._ends[number][0])
        return min(numbers, key=lambda number: self._ends[number][1])

    def clash(self, numbers: Sequence[int]) -> None:
        """Write that of some steps on one cell a low end lies above a high end."""
        low, high = (self.tightest(numbers, low=end) for end in (True, False))
        told = {"step": "bounds clash", "low": low, "high": high, "from": list(numbers)}
        self._add(told, (self._ends[low][0], self._ends[high][1]))

    def _claims(self, bounds: Sequence[int]) -> list[int]:
        """Write what the claims behind bounds on one cell give it."""
        usual = [ends_of_bound(self.case, bound, usual=True) for bound in bounds]
        fits = max((low for low, _ in usual), default=0) <= min(
            (high for _, high in usual), default=0
        )
        taken = self.usual and fits
        return [
            self._add(
                bound_step(self.case, bound, usual=taken),
                ends_of_bound(self.case, bound, usual=taken),
            )
            for bound in bounds
        ]

    def _own(self, cell: int) -> list[int]:
        bounds: list[int] = self.case.bounds(cell).tolist()
        return bounds

    def _below(self, cell: int, claims: frozenset[int]) -> list[int]:
        """Return the rows below an unclaimed cell that were not refused and rest on claims."""
        if self.case.found.own.claimed[cell]:
            return []
        rows = self.case.found.problem.rows_of_whole.get(cell, [])
        return [r for r in rows if not self.case.found.refused[r] and self._rests(r, claims)]

    def _rests(self, row: int, claims: frozenset[int]) -> bool:
        """Return whether a sum rests on any of ``claims``."""
        parts = self.case.cells.rows.parts(row).tolist()
        mine = any(int(self.case.row[b]) in claims for part in parts for b in self._own(part))
        return mine or any(self._below(part, claims) for part in parts)

    def _floored(self, cell: int, steps: Sequence[int]) -> list[int]:
        """Write the floor of ``cell`` where it says more than its steps."""
        floor = int(self.case.found.problem.floor[cell])
        if floor <= self.met(steps)[0]:
            return []
        told = end_json(self.case.interval(cell, floor, self.unbounded), "low")
        step = {"step": "floor", "question": cell_label(self.case, cell), **told}
        return [self._add(step, (floor, self.unbounded))]

    def _json(self, cell: int, ends: Ends) -> Step:
        interval: Interval = self.case.interval(cell, *ends)
        return {**end_json(interval, "low"), **end_json(interval, "high")}

    def _added(self, ends: Iterable[int]) -> int:
        """Return a sum of ends; one infinite end makes it infinite."""
        total = 0
        for end in ends:
            if not -self.unbounded < end < self.unbounded:
                return end
            total += end
        return total

    def _add(self, step: Step, ends: Ends) -> int:
        self.steps.append(step)
        self._ends.append(ends)
        return len(self.steps) - 1
