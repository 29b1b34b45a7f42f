"""Which combinations of alternatives some numbers satisfy, by the exact solver.

Every bound belongs to an alternative (its tag). Of each group of alternatives exactly one holds;
bounds of alternatives in no group always hold. All models over the alternatives are enumerated by
blocking those found (as in McMillan 2002, "Applying SAT methods in unbounded symbolic model
checking"), under a budget of solver steps rather than time, so that every run ends alike.
"""

from __future__ import annotations

import importlib
import itertools
from collections import defaultdict
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from claimsync.errors import MissingExtraError, SearchLimitError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from claimsync.reason.problem import Problem

EFFORT = 20_000_000  # solver steps for one combination; a second or two
MOST_BOUNDS = 1000  # on one cell: every pair of them is looked at
Pair = tuple[int, int]


def joint(
    problem: Problem, label: Sequence[int], groups: Sequence[Sequence[int]], most: int
) -> list[tuple[int, ...]]:
    """Return the combinations (an alternative a group) under which some numbers satisfy all.

    ``label`` names who set each bound: bounds of one label on one cell never exclude each other.
    Cells on which bounds that always hold exclude each other take no part, nor do links.

    Raises MissingExtraError without the solver, SearchLimitError for more than ``most``
    combinations, or where the budget ends before the search.
    """
    search = _Search(problem, label, groups)
    found: list[tuple[int, ...]] = []
    for combination in search.models():
        found.append(combination)
        if len(found) > most:
            raise SearchLimitError(f"more than {most:,} combinations fit together")
    return sorted(found)


def always_torn(
    problem: Problem, label: Sequence[int], groups: Iterable[Iterable[int]]
) -> set[int]:
    """Return the cells on which bounds of two labels exclude each other in every combination."""
    open_tags = {tag for group in groups for tag in group}
    torn = set()
    for cell, pairs in _exclusions(problem, label):
        if any(not open_tags.intersection(map(int, problem.tag[list(pair)])) for pair in pairs):
            torn.add(cell)
    return torn


def _exclusions(problem: Problem, label: Sequence[int]) -> Iterator[tuple[int, list[Pair]]]:
    """Yield, for every cell, the pairs of bounds of two labels that exclude each other."""
    for cell in sorted(set(problem.cell.tolist())):
        if len(problem.bounds(cell)) > MOST_BOUNDS:
            raise SearchLimitError(f"more than {MOST_BOUNDS:,} bounds on one cell are not searched")
        yield (
            cell,
            [
                pair
                for pair in itertools.combinations(problem.bounds(cell).tolist(), 2)
                if label[pair[0]] != label[pair[1]] and _disjoint(problem, *pair)
            ],
        )


def _disjoint(problem: Problem, one: int, other: int) -> bool:
    """Return whether two bounds on a cell share no number."""
    low, high = problem.low, problem.high
    return bool(low[one] > high[other] or low[other] > high[one])


class _Search:
    """The solver, told of the alternatives, of the bounds that they bring, and of the rows."""

    def __init__(
        self, problem: Problem, label: Sequence[int], groups: Sequence[Sequence[int]]
    ) -> None:
        self.problem, self.label, self.groups = problem, label, groups
        self.z3 = _solver_library()
        self.context = self.z3.Context()
        self.solver = self.z3.Solver(ctx=self.context)
        self.solver.set("random_seed", 0)
        self.solver.set("rlimit", EFFORT)
        self.held = {tag: self.z3.Bool(f"a{tag}", self.context) for g in groups for tag in g}
        self.group = {tag: at for at, group in enumerate(groups) for tag in group}
        self.torn = always_torn(problem, label, groups)
        self.number: dict[int, Any] = {}
        self._tell_groups()
        self._tell_exclusions()
        self._tell_bounds()
        self._tell_rows()

    def models(self) -> Iterator[tuple[int, ...]]:
        """Yield every combination that some numbers satisfy."""
        while (answer := self.solver.check()) == self.z3.sat:
            model = self.solver.model()
            chosen = tuple(
                next(tag for tag in group if self.z3.is_true(model.eval(self.held[tag])))
                for group in self.groups
            )
            yield chosen
            self.solver.add(
                self.z3.Or([self.z3.Not(self.held[tag]) for tag in chosen], self.context)
            )
        if answer == self.z3.unknown:
            raise SearchLimitError("the search for combinations was not finished within its budget")

    def _tell_groups(self) -> None:
        """Say that exactly one alternative of each group holds."""
        for group in self.groups:
            self.solver.add(self.z3.PbEq([(self.held[tag], 1) for tag in group], 1))

    def _tell_exclusions(self) -> None:
        """Say which alternatives exclude each other on one cell."""
        pairs = {
            tuple(sorted({int(tag) for tag in self.problem.tag[list(pair)]}))
            for cell, found in _exclusions(self.problem, self.label)
            if cell not in self.torn
            for pair in found
        }
        for tags in sorted(pairs):
            held = [self.held[tag] for tag in tags if tag in self.held]
            self.solver.add(self.z3.Not(self.z3.And(held)) if len(held) > 1 else held[0] == False)  # noqa: E712 - a formula

    def _tell_bounds(self) -> None:
        """Say what each alternative allows, where one label does not exclude itself."""
        by_cell: dict[Pair, list[int]] = defaultdict(list)
        for bound, cell in enumerate(self.problem.cell.tolist()):
            by_cell[cell, self.label[bound]].append(bound)
        for (cell, _), bounds in sorted(by_cell.items()):
            if cell in self.torn or self._clashes(bounds):
                continue
            for bound in bounds:
                self._tell_bound(cell, bound)

    def _clashes(self, bounds: Sequence[int]) -> bool:
        """Return whether bounds of one label exclude each other, and may hold at once."""
        tags = self.problem.tag
        return any(
            _disjoint(self.problem, one, other)
            and self.group.get(int(tags[one]), -1) != self.group.get(int(tags[other]), -2)
            for one, other in itertools.combinations(bounds, 2)
        )

    def _tell_bound(self, cell: int, bound: int) -> None:
        """Say that a cell lies between the ends of a bound if its alternative holds."""
        held = self.held.get(int(self.problem.tag[bound]))
        for formula in self._between(
            cell, int(self.problem.low[bound]), int(self.problem.high[bound])
        ):
            self.solver.add(formula if held is None else self.z3.Implies(held, formula))

    def _tell_rows(self) -> None:
        """Say that a whole is, or is at least, the sum of its parts."""
        for row, whole in enumerate(self.problem.whole.tolist()):
            parts = [self._cell(part) for part in self.problem.parts(row).tolist()]
            total = self.z3.Sum(parts)
            equal = bool(self.problem.complete[row])
            self.solver.add(self._cell(whole) == total if equal else self._cell(whole) >= total)

    def _cell(self, cell: int) -> Any:
        """Return the variable of a cell: how many steps it is, or its number times its scale."""
        if cell not in self.number:
            make = self.z3.Int if self.problem.step[cell] else self.z3.Real
            self.number[cell] = make(f"x{cell}", self.context)
            for formula in self._between(cell, int(self.problem.floor[cell]), self.unbounded):
                self.solver.add(formula)
        return self.number[cell]

    @property
    def unbounded(self) -> int:
        """What stands for infinity."""
        return int(self.problem.unbounded)

    def _between(self, cell: int, low: int, high: int) -> Iterator[Any]:
        """Yield the formulas for both ends, infinite ones left out."""
        number, step = self._cell(cell), int(self.problem.step[cell])
        if self.problem.finite(low):
            if step:
                yield number >= -(-low // step)
            else:
                end, is_open = self._end(cell, low)
                yield number > end if is_open else number >= end
        if self.problem.finite(high):
            if step:
                yield number <= high // step
            else:
                end, is_open = self._end(cell, high)
                yield number < end if is_open else number <= end

    def _end(self, cell: int, end: int) -> tuple[Any, bool]:
        """Return an end without its tick as a number of the solver, and whether it is open."""
        ticks = int(self.problem.ticks[cell])
        nearest = (end + ticks // 2) // ticks
        return self.z3.RealVal(str(Fraction(nearest)), self.context), nearest * ticks != end


def _solver_library() -> Any:
    """Return z3."""
    try:
        return importlib.import_module("z3")
    except ImportError:
        raise MissingExtraError("z3-solver", "solver") from None
