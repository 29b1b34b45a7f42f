"""Slow and plain answers to compare fast ones with: enumeration, elimination, another solver."""

from __future__ import annotations

import itertools
import math
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cached_property
from typing import Any

import numpy as np

from claimsync.reason.problem import Link, Problem

FITS = 2**60
TICKS = 64  # of cells that may hold any number: more than any sum of open ends here
End = int | None
Told = tuple[Fraction | int, int]  # a number, and -1, 0 or 1: just below it, it, just above it
Repairs = tuple[Fraction, set[frozenset[int]]]


@dataclass(frozen=True)
class Bound:
    """One claim's ends for one cell; None is no end. Bounds of one claim share its ``tag``."""

    cell: int
    low: End
    high: End
    tag: int
    open: bool = False  # both ends leave out themselves


@dataclass(frozen=True)
class Row:
    """``whole = Σ factor · part`` if complete, else ``whole ≥`` that; no factors: all are 1.

    A ``product`` is ``whole = factor · part · part``.
    """

    whole: int
    parts: tuple[int, ...]
    complete: bool = True
    factors: tuple[Fraction, ...] = ()
    product: bool = False

    @property
    def cells(self) -> tuple[int, ...]:
        """Every cell of the row, the whole first."""
        return (self.whole, *self.parts)

    @property
    def times(self) -> tuple[Fraction, ...]:
        """The factor of every part."""
        return self.factors or (Fraction(1),) * len(self.parts)

    @property
    def linked(self) -> bool:
        """Whether this is no plain sum."""
        return bool(self.factors) or self.product


@dataclass(frozen=True)
class System:
    """Cells (a floor each), bounds and rows, as plain Python numbers.

    A cell's number is a multiple of its step; 0: any number. No ``steps``: whole numbers.
    """

    floors: tuple[End, ...]
    bounds: tuple[Bound, ...]
    rows: tuple[Row, ...]
    steps: tuple[int, ...] = ()

    @property
    def step(self) -> tuple[int, ...]:
        """The step of every cell."""
        return self.steps or (1,) * len(self.floors)

    @property
    def tags(self) -> list[int]:
        """Every claim once, sorted."""
        return sorted({bound.tag for bound in self.bounds})

    def only(self, tags: Collection[int]) -> System:
        """Return the system with the bounds of some claims alone."""
        return replace(self, bounds=tuple(b for b in self.bounds if b.tag in tags))

    def scaled(self, factor: int) -> System:
        """Return the system with every number multiplied, and the steps between numbers too."""

        def times(end: End) -> End:
            return None if end is None else end * factor

        bounds = (replace(b, low=times(b.low), high=times(b.high)) for b in self.bounds)
        steps = tuple(step * factor for step in self.step)
        return System(tuple(map(times, self.floors)), tuple(bounds), self.rows, steps)

    def domain(self, cell: int) -> tuple[End, End]:
        """Return what the bounds and the floor of one cell leave by themselves."""
        lows = [b.low for b in self.bounds if b.cell == cell and b.low is not None]
        highs = [b.high for b in self.bounds if b.cell == cell and b.high is not None]
        floor = [] if self.floors[cell] is None else [self.floors[cell]]
        return max(lows + floor, default=None), min(highs, default=None)

    def problem(self, *, objects: bool = False) -> Problem:
        """Return the system as the engine wants it, in Python integers where int64 is too small."""
        ticks = 1 if all(self.step) else TICKS
        ends = [e for b in self.bounds for e in (b.low, b.high) if e is not None]
        known = [e for e in (*ends, *self.floors, *self.step) if e is not None]
        largest = max(map(abs, known), default=0)
        infinity = (largest + 1) * (len(self.floors) + 2) * 4 * ticks
        dtype = object if objects or infinity * len(self.floors) >= FITS else np.int64

        def array(values: Iterable[int]) -> np.ndarray:
            listed = list(values)
            filled = np.empty(len(listed), dtype=dtype)
            filled[:] = listed
            return filled

        sums = [row for row in self.rows if not row.linked]
        return Problem(
            floor=array(-infinity if f is None else f * ticks for f in self.floors),
            cell=np.array([b.cell for b in self.bounds], dtype=np.int64),
            low=array(-infinity if b.low is None else b.low * ticks + b.open for b in self.bounds),
            high=array(
                infinity if b.high is None else b.high * ticks - b.open for b in self.bounds
            ),
            tag=np.array([b.tag for b in self.bounds], dtype=np.int64),
            whole=np.array([row.whole for row in sums], dtype=np.int64),
            start=np.cumsum([0, *(len(row.parts) for row in sums)]).astype(np.int64),
            part=np.array([p for row in sums for p in row.parts], dtype=np.int64),
            complete=np.array([row.complete for row in sums], dtype=bool),
            unbounded=infinity,
            step=array(step * ticks for step in self.step),
            ticks=array(ticks for _ in self.floors),
            links=tuple(
                Link(row.whole, row.parts, row.times, row.complete, row.product)
                for row in self.rows
                if row.linked
            ),
        )


def acyclic(system: System) -> bool:
    """Return whether no two ways along rows lead from one cell to another."""
    parent = list(range(len(system.floors) + len(system.rows)))

    def root(node: int) -> int:
        while parent[node] != node:
            node = parent[node]
        return node

    for at, row in enumerate(system.rows):
        for cell in row.cells:
            one, other = root(len(system.floors) + at), root(cell)
            if one == other:
                return False
            parent[one] = other
    return True


# ------------------------------------------------------------------------------- enumeration


def solutions(system: System) -> np.ndarray:
    """Return all integer solutions of a system whose cells all have both ends; shape (n, cells)."""
    return _numbered(system, [system.domain(cell) for cell in range(len(system.floors))])


def _numbered(system: System, domains: list[tuple[int, int]]) -> np.ndarray:
    """Return all numbers within ``domains`` that steps allow and rows hold for."""
    axes = [
        np.array([n for n in range(low, high + 1) if n % step == 0], dtype=np.int64)
        for (low, high), step in zip(domains, system.step, strict=True)
    ]
    values = np.stack([axis.ravel() for axis in np.meshgrid(*axes, indexing="ij")], axis=1)
    for row in system.rows:
        unit = math.lcm(*(factor.denominator for factor in row.times))
        times = np.array([int(factor * unit) for factor in row.times])
        if row.product:
            made = times[0] * values[:, row.parts[0]] * values[:, row.parts[1]]
        else:
            made = values[:, list(row.parts)] @ times
        whole = values[:, row.whole] * unit
        values = values[(whole == made) if row.complete else (whole >= made)]
    return values


class Enumerated:
    """What every set of claims allows, when no number exceeds ``most``: by trying all numbers."""

    def __init__(self, system: System, most: int) -> None:
        """Try all numbers from the floors to ``most`` (cells without one begin at ``-most``)."""
        self.tags = system.tags
        floors = [-most if floor is None else floor for floor in system.floors]
        self._values = _numbered(system, [(floor, most) for floor in floors])
        self._broken = np.zeros(len(self._values), dtype=np.int64)  # bits of the claims that fail
        for bound in system.bounds:
            number = self._values[:, bound.cell]
            low = number < bound.low if bound.low is not None else np.zeros_like(number, bool)
            high = number > bound.high if bound.high is not None else np.zeros_like(number, bool)
            self._broken |= (low | high).astype(np.int64) << self.tags.index(bound.tag)

    def _bits(self, tags: Collection[int]) -> int:
        return sum(1 << self.tags.index(tag) for tag in tags)

    def _kept(self, tags: Collection[int]) -> np.ndarray:
        """Return the numbers that fit the claims ``tags``."""
        return self._values[(self._broken & self._bits(tags)) == 0]

    def holds(self, tags: Collection[int]) -> bool:
        """Return whether some numbers fit the claims ``tags``."""
        return bool(len(self._kept(tags)))

    def minimal(self, tags: Collection[int]) -> bool:
        """Return whether the claims ``tags`` cannot all hold, and all but any one of them can."""
        fewer = (set(tags) - {tag} for tag in tags)
        return not self.holds(tags) and all(map(self.holds, fewer))

    def hull(self, cell: int, tags: Collection[int]) -> tuple[int, int]:
        """Return the least and the greatest number of a cell that fit the claims ``tags``."""
        numbers = self._kept(tags)[:, cell]
        return int(numbers.min()), int(numbers.max())

    @cached_property
    def _sets(self) -> list[frozenset[int]]:
        """The sets of claims that some numbers break and no others."""
        return [
            frozenset(tag for at, tag in enumerate(self.tags) if bits >> at & 1)
            for bits in np.unique(self._broken).tolist()
        ]

    def lightest(self, weight: Mapping[int, Fraction | int]) -> Repairs | None:
        """Return the least weight to set aside, and all sets of it; claims without stay.

        The numbers that are true break some claims, and these are to be set aside: no others.
        """
        allowed = [tags for tags in self._sets if tags <= weight.keys()]
        weighed = {tags: Fraction(sum(weight[tag] for tag in tags)) for tags in allowed}
        if not weighed:
            return None
        least = min(weighed.values())
        return least, {tags for tags, heavy in weighed.items() if heavy == least}


# ------------------------------------------------------------------------------- elimination

Inequality = tuple[tuple[Fraction, ...], Fraction]  # coefficients · x ≤ bound


def _inequalities(system: System) -> set[Inequality]:
    """Return everything that a system says as coefficients · x ≤ bound."""
    count = len(system.floors)
    found: set[Inequality] = set()

    def add(terms: Mapping[int, Fraction | int], bound: int) -> None:
        found.add((tuple(Fraction(terms.get(cell, 0)) for cell in range(count)), Fraction(bound)))

    for cell, floor in enumerate(system.floors):
        if floor is not None:
            add({cell: -1}, -floor)
    for bound in system.bounds:
        if bound.low is not None:
            add({bound.cell: -1}, -bound.low)
        if bound.high is not None:
            add({bound.cell: 1}, bound.high)
    for row in system.rows:
        terms = {row.whole: Fraction(-1)}
        for part, factor in zip(row.parts, row.times, strict=True):
            terms[part] = terms.get(part, Fraction(0)) + factor
        add(terms, 0)
        if row.complete:
            add({cell: -factor for cell, factor in terms.items()}, 0)
    return found


def _strongest(inequalities: set[Inequality]) -> set[Inequality]:
    """Return the inequalities, the lowest bound alone of those with equal coefficients."""
    least: dict[tuple[Fraction, ...], Fraction] = {}
    for terms, bound in inequalities:
        size = max(map(abs, terms), default=Fraction(0))
        factor = 1 / size if size else Fraction(1)
        scaled = tuple(term * factor for term in terms)
        least[scaled] = min(least.get(scaled, bound * factor), bound * factor)
    return set(least.items())


def _without(inequalities: set[Inequality], cell: int) -> set[Inequality]:
    """Return what the inequalities say when ``cell`` may be anything (Fourier and Motzkin)."""
    above = [(t, b) for t, b in inequalities if t[cell] > 0]
    below = [(t, b) for t, b in inequalities if t[cell] < 0]
    kept = {(t, b) for t, b in inequalities if t[cell] == 0}
    for (one, first), (other, second) in itertools.product(above, below):
        p, q = -other[cell], one[cell]
        terms = tuple(p * a + q * c for a, c in zip(one, other, strict=True))
        kept.add((terms, p * first + q * second))
    return _strongest(kept)


def hull(system: System, cell: int) -> tuple[Fraction | None, Fraction | None] | None:
    """Return the least and greatest rational value of ``cell``; None where nothing solves it.

    For acyclic rows with unit coefficients the ends are whole numbers, and integers reach them.
    """
    left = _strongest(_inequalities(system))
    others = [other for other in range(len(system.floors)) if other != cell]
    while others:
        chosen = min(others, key=lambda c: _cost(left, c))
        left = _without(left, chosen)
        others.remove(chosen)
    low: Fraction | None = None
    high: Fraction | None = None
    for terms, bound in left:
        if terms[cell] == 0:
            if bound < 0:
                return None
        elif terms[cell] > 0:
            high = bound / terms[cell] if high is None else min(high, bound / terms[cell])
        else:
            low = bound / terms[cell] if low is None else max(low, bound / terms[cell])
    if low is not None and high is not None and low > high:
        return None
    return low, high


def _cost(inequalities: set[Inequality], cell: int) -> int:
    """Return how many inequalities the elimination of ``cell`` would make."""
    above = sum(terms[cell] > 0 for terms, _ in inequalities)
    return above * sum(terms[cell] < 0 for terms, _ in inequalities)


def feasible(system: System) -> bool:
    """Return whether some rational numbers solve the system."""
    return hull(system, 0) is not None


# ----------------------------------------------------------------------------- another solver


PATIENCE = 1_000  # milliseconds a question


class TooHard(Exception):  # noqa: N818 - no fault: a question that this oracle gives up
    """The solver found no answer in time."""


class Solved:
    """The same questions put to z3, for numbers of any size; built without the engine's code."""

    def __init__(self, system: System) -> None:
        """Write the system down; every claim stands behind a switch."""
        import z3

        self._z3: Any = z3
        self.tags = system.tags
        self._x = [
            z3.Int(f"x{at}") * step if step else z3.Real(f"x{at}")
            for at, step in enumerate(system.step)
        ]
        self._on = {tag: z3.Bool(f"claim {tag}") for tag in self.tags}
        floors = zip(self._x, system.floors, strict=True)
        self._facts = [x >= floor for x, floor in floors if floor is not None]
        self._facts += map(self._row, system.rows)
        for bound in system.bounds:
            x, on = self._x[bound.cell], self._on[bound.tag]
            if bound.low is not None:
                self._facts.append(z3.Implies(on, x > bound.low if bound.open else x >= bound.low))
            if bound.high is not None:
                self._facts.append(
                    z3.Implies(on, x < bound.high if bound.open else x <= bound.high)
                )
        self._solver = z3.Solver()
        self._solver.set("timeout", PATIENCE)
        self._solver.add(*self._facts)

    def _row(self, row: Row) -> Any:
        """Return a row with its factors' denominators cleared."""
        unit = math.lcm(*(factor.denominator for factor in row.times))
        times = [int(factor * unit) for factor in row.times]
        parts = [self._x[part] for part in row.parts]
        if row.product:
            made = times[0] * parts[0] * parts[1]
        else:
            made = self._z3.Sum([t * x for t, x in zip(times, parts, strict=True)])
        whole = unit * self._x[row.whole]
        return whole == made if row.complete else whole >= made

    def holds(self, tags: Collection[int]) -> bool:
        """Return whether some numbers fit the claims ``tags``."""
        return self._holds(tags, ())

    def _holds(self, tags: Collection[int], more: Iterable[Any]) -> bool:
        self._solver.push()
        self._solver.add(*more)
        answer = self._solver.check(*(self._on[tag] for tag in tags))
        self._solver.pop()
        if answer == self._z3.unknown:
            raise TooHard
        return answer == self._z3.sat

    def minimal(self, tags: Collection[int]) -> bool:
        """Return whether the claims ``tags`` cannot all hold, and all but any one of them can."""
        fewer = (set(tags) - {tag} for tag in tags)
        return not self.holds(tags) and all(map(self.holds, fewer))

    def reached(self, cell: int, tags: Collection[int], end: Told | None, *, low: bool) -> bool:
        """Return whether numbers come as near as one likes to an end; to none: grow for ever."""
        far = 10**9
        number, beside = end or (-far if low else far, 0)
        x = self._x[cell]
        if end is None:
            near = [x < number if low else x > number]
        elif beside:
            shift = Fraction(1, far) if low else -Fraction(1, far)
            rim = number + shift
            near = [x > number, x < rim] if low else [x > rim, x < number]
        else:
            near = [x == number]
        return self._holds(tags, near)

    def passed(self, cell: int, tags: Collection[int], end: Told | None, *, low: bool) -> bool:
        """Return whether some number of a cell lies beyond an end."""
        if end is None:
            return False
        number, beside = end
        x = self._x[cell]
        if low:
            return self._holds(tags, [x <= number if beside > 0 else x < number])
        return self._holds(tags, [x >= number if beside < 0 else x > number])

    def lightest(self, weight: Mapping[int, Fraction | int]) -> Repairs | None:
        """Return the least weight to set aside, and all sets of it; claims without stay."""
        found: set[frozenset[int]] = set()
        least: Fraction | None = None
        for heavy, gone in sorted(_weighed(weight), key=lambda each: each[0]):
            if least is not None and heavy > least:
                break
            if self.holds(set(self.tags) - gone):
                found.add(gone)
                least = heavy
        return None if least is None else (least, found)


def _weighed(weight: Mapping[int, Fraction | int]) -> Iterable[tuple[Fraction, frozenset[int]]]:
    """Yield every set of claims that may be set aside, with what it weighs."""
    for count in range(len(weight) + 1):
        for gone in itertools.combinations(weight, count):
            yield Fraction(sum(weight[tag] for tag in gone)), frozenset(gone)
