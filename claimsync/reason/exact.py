"""The optional exact solver (z3, integers and rationals) behind the port that joint reasoning uses.

It is an oracle only: what it calls impossible is told once a proof has been found, what it calls
possible comes with the numbers that show it. Effort is counted in solver steps, never in time.
"""

from __future__ import annotations

import importlib
import importlib.util
from fractions import Fraction
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from claimsync.reason.steps import End, Exact, Supposed
    from claimsync.reason.system import System

EFFORT = 20_000_000


class Holds(NamedTuple):
    """All hold together, with these numbers."""

    numbers: Mapping[int, Fraction]


class Fails(NamedTuple):
    """The bounds of these tags cannot all hold."""

    tags: frozenset[int]


class Open(NamedTuple):
    """Nothing was decided within the effort."""


Answer = Holds | Fails | Open


def installed() -> bool:
    """Return whether the solver is there."""
    return importlib.util.find_spec("z3") is not None


class Solver:
    """One system in the solver's terms; tags and suppositions are switched on for each question.

    ``whole`` numbers count where the system says so, unless ``relaxed``.
    """

    def __init__(self, system: System, *, effort: int = EFFORT, relaxed: bool = False) -> None:
        """State floors, rows and, each behind its tag, bounds."""
        self._z3: Any = importlib.import_module("z3")
        self.system = system
        self._context = self._z3.Context()
        self._solver = self._z3.Solver(ctx=self._context)
        self._solver.set("rlimit", effort)
        self._numbers = {cell: self._variable(cell, relaxed=relaxed) for cell in system.cells}
        self._flags = {t: self._z3.Bool(f"t{t}", self._context) for t in sorted(system.tags)}
        for fact in self._facts():
            self._solver.add(fact)

    def _variable(self, cell: int, *, relaxed: bool) -> Any:
        """Return the number of a cell: any, or a multiple of its step."""
        step = self.system.steps[cell]
        if relaxed or not step:
            return self._z3.Real(f"x{cell}", self._context)
        whole = self._z3.Int(f"x{cell}", self._context)
        return whole if step == 1 else whole * step

    def _facts(self) -> Iterator[Any]:
        """Yield what the solver is told once and for all."""
        for cell, floor in self.system.floors.items():
            yield self._end(cell, floor, low=True)
        for bound in self.system.claimed:
            for low, end in ((True, bound.low), (False, bound.high)):
                if end is not None:
                    told = self._end(bound.cell, end, low=low)
                    yield self._z3.Implies(self._flags[bound.tag], told)
        for row in self.system.rows:
            numbers = [self._numbers[part] for part in row.parts]
            if row.product:
                made = self._exact(row.factors[0]) * numbers[0] * numbers[1]
            else:
                scaled = zip(row.factors, numbers, strict=True)
                made = sum(x if f == 1 else self._exact(f) * x for f, x in scaled)
            whole = self._numbers[row.whole]
            yield whole == made if row.complete else whole >= made

    def _exact(self, number: Exact) -> Any:
        """Return a number as the solver holds it exactly."""
        fraction = Fraction(number)
        return self._z3.Q(fraction.numerator, fraction.denominator, self._context)

    def _end(self, cell: int, end: End, *, low: bool) -> Any:
        """Return one end as an inequality, strict where it is open."""
        number, value = self._numbers[cell], self._exact(end[0])
        if low:
            return number > value if end[1] > 0 else number >= value
        return number < value if end[1] < 0 else number <= value

    def ask(self, tags: Collection[int], suppose: Collection[Supposed] = ()) -> Answer:
        """Return whether the bounds of ``tags`` and the suppositions hold together."""
        self._solver.push()
        for supposed in suppose:
            self._solver.add(self._end(supposed.cell, supposed.value, low=supposed.low))
        flags = [self._flags[tag] for tag in sorted(tags) if tag in self._flags]
        answer = self._solver.check(*flags)
        told: Answer = Open()
        if answer == self._z3.sat:
            told = self._witness()
        elif answer == self._z3.unsat:
            core = {str(flag) for flag in self._solver.unsat_core()}
            told = Fails(frozenset(tag for tag, flag in self._flags.items() if str(flag) in core))
        self._solver.pop()
        return told

    def _witness(self) -> Answer:
        """Return the numbers of a model; an irrational one shows nothing exactly."""
        model = self._solver.model()
        found = {}
        for cell, number in self._numbers.items():
            value = model.eval(number, model_completion=True)
            if self._z3.is_algebraic_value(value):
                return Open()
            found[cell] = Fraction(value.as_fraction() if value.is_real() else value.as_long())
        return Holds(found)

    def extreme(self, cell: int, *, low: bool) -> End | None:
        """Return the least (greatest) number of ``cell`` when all hold; None: no end, or no answer.

        An end that is approached but never reached lies an infinitesimal beside its number.
        """
        search = self._z3.Optimize(ctx=self._context)
        for fact in self._solver.assertions():
            search.add(fact)
        search.add(*self._flags.values())
        wanted = self._numbers[cell]
        goal = search.minimize(wanted) if low else search.maximize(wanted)
        if search.check() != self._z3.sat:
            return None
        infinity, number, beside = search.lower_values(goal) if low else search.upper_values(goal)
        if infinity.as_fraction() != 0 if infinity.is_real() else infinity.as_long() != 0:
            return None
        return _number(number), _number(beside)


def _number(value: Any) -> Fraction:
    """Return a rational of the solver as a Fraction."""
    return Fraction(value.as_fraction() if value.is_real() else value.as_long())


class Farkas(NamedTuple):
    """Multipliers of ends and rows under which everything cancels and ``0 < 0`` remains."""

    ends: tuple[Exact, ...]
    rows: tuple[Exact, ...]


def farkas(system: System, ends: list[tuple[int, bool, End]]) -> Farkas | None:
    """Return multipliers that refute ``ends`` (cell, low?, end) under the rows of a linear system.

    They solve a linear system of their own (Farkas 1902; the dual of feasibility).
    """
    z3: Any = importlib.import_module("z3")
    context = z3.Context()
    solver = z3.SolverFor("QF_LRA", ctx=context)

    def exact(number: Exact) -> Any:
        fraction = Fraction(number)
        return z3.Q(fraction.numerator, fraction.denominator, context)

    of_end = [z3.Real(f"e{at}", context) for at in range(len(ends))]
    of_row = [z3.Real(f"r{at}", context) for at in range(len(system.rows))]
    solver.add(*(times >= 0 for times in of_end))
    solver.add(*(t >= 0 for t, row in zip(of_row, system.rows, strict=True) if not row.complete))
    left: dict[int, list[Any]] = {cell: [] for cell in system.cells}
    for times, (cell, low, _) in zip(of_end, ends, strict=True):
        left[cell].append(times if low else -times)
    for times, terms in zip(of_row, system.terms, strict=True):
        for cell, factor in terms:
            left[cell].append(exact(factor) * times)
    solver.add(*(z3.Sum(sums) == 0 for sums in left.values() if sums))
    signed = [(t, low, end) for t, (_, low, end) in zip(of_end, ends, strict=True)]
    rest = z3.Sum([(-exact(e[0]) if low else exact(e[0])) * t for t, low, e in signed])
    strict = [t for t, _, end in signed if end[1]]
    solver.add(z3.Or(rest < 0, z3.And(rest <= 0, z3.Sum(strict) > 0) if strict else rest < 0))
    if solver.check() != z3.sat:
        return None
    model = solver.model()

    def told(times: list[Any]) -> tuple[Exact, ...]:
        return tuple(_number(model.eval(each, model_completion=True)) for each in times)

    return Farkas(_netted(ends, told(of_end)), told(of_row))


def _netted(ends: Sequence[tuple[int, bool, End]], times: Sequence[Exact]) -> tuple[Exact, ...]:
    """Return multipliers with one end a cell: what both ends add together is slack."""
    of_cell: dict[int, Exact] = {}
    for (cell, low, _), each in zip(ends, times, strict=True):
        of_cell[cell] = of_cell.get(cell, 0) + (each if low else -each)
    return tuple(max(of_cell[cell] if low else -of_cell[cell], 0) for cell, low, _ in ends)
