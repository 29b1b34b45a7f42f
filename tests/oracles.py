"""Slow and plain answers to compare fast ones with: enumeration, elimination of variables."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from fractions import Fraction

import numpy as np

from claimsync.reason.problem import Problem

FITS = 2**60
End = int | None


@dataclass(frozen=True)
class Bound:
    """One claim's ends for one cell; None is no end. Bounds of one claim share its ``tag``."""

    cell: int
    low: End
    high: End
    tag: int


@dataclass(frozen=True)
class Row:
    """``whole = Σ parts`` if complete, else ``whole ≥ Σ parts``."""

    whole: int
    parts: tuple[int, ...]
    complete: bool = True

    @property
    def cells(self) -> tuple[int, ...]:
        """Every cell of the row, the whole first."""
        return (self.whole, *self.parts)


@dataclass(frozen=True)
class System:
    """Cells (a floor each), bounds and rows, as plain Python numbers."""

    floors: tuple[End, ...]
    bounds: tuple[Bound, ...]
    rows: tuple[Row, ...]

    def only(self, tags: set[int]) -> System:
        """Return the system with the bounds of some claims alone."""
        return System(self.floors, tuple(b for b in self.bounds if b.tag in tags), self.rows)

    def scaled(self, factor: int) -> System:
        """Return the system with every number multiplied."""

        def times(end: End) -> End:
            return None if end is None else end * factor

        bounds = (Bound(b.cell, times(b.low), times(b.high), b.tag) for b in self.bounds)
        return System(tuple(map(times, self.floors)), tuple(bounds), self.rows)

    def domain(self, cell: int) -> tuple[End, End]:
        """Return what the bounds and the floor of one cell leave by themselves."""
        lows = [b.low for b in self.bounds if b.cell == cell and b.low is not None]
        highs = [b.high for b in self.bounds if b.cell == cell and b.high is not None]
        floor = [] if self.floors[cell] is None else [self.floors[cell]]
        return max(lows + floor, default=None), min(highs, default=None)

    def problem(self, *, objects: bool = False) -> Problem:
        """Return the system as the engine wants it, in Python integers where int64 is too small."""
        ends = [e for b in self.bounds for e in (b.low, b.high) if e is not None]
        largest = max((abs(e) for e in (*ends, *self.floors) if e is not None), default=0)
        infinity = (largest + 1) * (len(self.floors) + 2) * 4
        dtype = object if objects or infinity * len(self.floors) >= FITS else np.int64

        def array(values: list[int]) -> np.ndarray:
            filled = np.empty(len(values), dtype=dtype)
            filled[:] = values
            return filled

        lengths = [len(row.parts) for row in self.rows]
        return Problem(
            floor=array([-infinity if f is None else f for f in self.floors]),
            cell=np.array([b.cell for b in self.bounds], dtype=np.int64),
            low=array([-infinity if b.low is None else b.low for b in self.bounds]),
            high=array([infinity if b.high is None else b.high for b in self.bounds]),
            tag=np.array([b.tag for b in self.bounds], dtype=np.int64),
            whole=np.array([row.whole for row in self.rows], dtype=np.int64),
            start=np.cumsum([0, *lengths]).astype(np.int64),
            part=np.array([p for row in self.rows for p in row.parts], dtype=np.int64),
            complete=np.array([row.complete for row in self.rows], dtype=bool),
            unbounded=infinity,
            step=array([1 for _ in self.floors]),
            ticks=array([1 for _ in self.floors]),
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
    domains = [system.domain(cell) for cell in range(len(system.floors))]
    grid = np.indices([max(0, high - low + 1) for low, high in domains])
    values = grid.reshape(len(domains), -1).T + np.array([low for low, _ in domains])
    for row in system.rows:
        total = values[:, list(row.parts)].sum(axis=1)
        whole = values[:, row.whole]
        values = values[(whole == total) if row.complete else (whole >= total)]
    return values


# ------------------------------------------------------------------------------- elimination

Inequality = tuple[tuple[Fraction, ...], Fraction]  # coefficients · x ≤ bound


def _inequalities(system: System) -> set[Inequality]:
    """Return everything that a system says as coefficients · x ≤ bound."""
    count = len(system.floors)
    found: set[Inequality] = set()

    def add(terms: dict[int, int], bound: int) -> None:
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
        add({**dict.fromkeys(row.parts, 1), row.whole: -1}, 0)
        if row.complete:
            add({**dict.fromkeys(row.parts, -1), row.whole: 1}, 0)
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
