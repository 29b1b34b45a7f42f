"""Some cells of a problem in exact numbers, for what interval propagation alone cannot decide."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from claimsync.reason.problem import FLOOR, Link

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from claimsync.reason.own import Own
    from claimsync.reason.problem import Problem
    from claimsync.reason.steps import End, Exact


class Claimed(NamedTuple):
    """What one bound of the problem allows for its cell; None: no end on that side."""

    cell: int
    low: End | None
    high: End | None
    tag: int
    bound: int


@dataclass(frozen=True)
class System:
    """Cells with floors and steps, bounds with tags, and rows as ``whole = Σ factor · part``.

    ``at`` tells which row of the problem each row is; links count on after the rows.
    """

    cells: tuple[int, ...]
    floors: Mapping[int, End]
    steps: Mapping[int, int]
    claimed: tuple[Claimed, ...]
    rows: tuple[Link, ...]
    at: tuple[int, ...]

    @cached_property
    def tags(self) -> frozenset[int]:
        """All tags of its bounds."""
        return frozenset(bound.tag for bound in self.claimed)

    @cached_property
    def terms(self) -> tuple[tuple[tuple[int, Exact], ...], ...]:
        """Each plain row as ``Σ factor · cell``, which is 0 (complete) or at least 0."""
        return tuple(_terms(row) for row in self.rows)

    @cached_property
    def linear(self) -> bool:
        """Whether no row is a product."""
        return not any(row.product for row in self.rows)

    def without(self, tags: Iterable[int]) -> System:
        """Return the system without the bounds of ``tags``."""
        gone = frozenset(tags)
        kept = tuple(bound for bound in self.claimed if bound.tag not in gone)
        return System(self.cells, self.floors, self.steps, kept, self.rows, self.at)

    def rounded(self, cell: int, end: End, *, low: bool) -> End:
        """Return the nearest end inside that the numbers of ``cell`` can take."""
        step = self.steps[cell]
        if not step:
            return end
        number, tick = end
        whole = number // step * step
        if low:
            return (whole if (whole, 0) >= (number, tick) else whole + step, 0)
        return (whole - step if (whole, 0) > (number, tick) else whole, 0)


def system_of(problem: Problem, cells: Sequence[int], own: Own | None = None) -> System:
    """Return ``cells``, which no row leaves, as a system.

    With ``own``, a cell whose claims exclude each other enters as the hull of its positions.
    """
    inside = set(cells)
    claimed = [bound for cell in cells for bound in _claimed(problem, cell, own)]
    rows = [(row, _plain(problem, row)) for row in _rows_within(problem, inside)] + [
        (len(problem.whole) + at, link)
        for at, link in enumerate(problem.links)
        if link.whole in inside
    ]
    floors = {cell: exact_end(problem, cell, int(problem.floor[cell])) for cell in cells}
    return System(
        cells=tuple(cells),
        floors={cell: floor for cell, floor in floors.items() if floor is not None},
        steps={cell: int(problem.step[cell]) // int(problem.ticks[cell]) for cell in cells},
        claimed=tuple(claimed),
        rows=tuple(link for _, link in rows),
        at=tuple(row for row, _ in rows),
    )


def exact_end(problem: Problem, cell: int, end: int) -> End | None:
    """Return an encoded end of ``cell`` as a number and the infinitesimals beside it."""
    if not problem.finite(end):
        return None
    ticks = int(problem.ticks[cell])
    number = (end + ticks // 2) // ticks
    return number, end - number * ticks


def _claimed(problem: Problem, cell: int, own: Own | None) -> Iterable[Claimed]:
    """Yield the bounds on one cell."""
    if own is not None and own.clash[cell]:
        for low, source in ((True, own.bounds.low_from[cell]), (False, own.bounds.high_from[cell])):
            if source != FLOOR:
                yield _half(problem, cell, int(source), low=low)
        return
    for bound in problem.bounds(cell).tolist():
        ends = (int(problem.low[bound]), int(problem.high[bound]))
        low_end, high_end = (exact_end(problem, cell, end) for end in ends)
        yield Claimed(cell, low_end, high_end, int(problem.tag[bound]), bound)


def _half(problem: Problem, cell: int, bound: int, *, low: bool) -> Claimed:
    """Return one end of a bound."""
    end = exact_end(problem, cell, int((problem.low if low else problem.high)[bound]))
    tag = int(problem.tag[bound])
    return Claimed(cell, end if low else None, None if low else end, tag, bound)


def _rows_within(problem: Problem, inside: set[int]) -> list[int]:
    """Return the rows whose whole lies inside."""
    wholes = problem.rows_of_whole
    return sorted(row for cell in inside for row in wholes.get(cell, ()))


def _plain(problem: Problem, row: int) -> Link:
    """Return a sum as a link with factors of one."""
    parts = tuple(problem.parts(row).tolist())
    ones: tuple[Fraction, ...] = (Fraction(1),) * len(parts)
    return Link(int(problem.whole[row]), parts, ones, bool(problem.complete[row]))


def _terms(row: Link) -> tuple[tuple[int, Exact], ...]:
    """Return ``whole - Σ factor · part`` by cell."""
    if row.product:
        return ()
    factors: dict[int, Exact] = {row.whole: 1}
    for part, factor in zip(row.parts, row.factors, strict=True):
        factors[part] = factors.get(part, 0) - factor
    return tuple((cell, factor) for cell, factor in factors.items() if factor)
