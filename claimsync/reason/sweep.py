"""Bounds through rows of any shape, swept until nothing moves: a fixpoint proves nothing.

An empty interval does. On circles each sweep may tighten for ever, so their number is bounded
(Davis 1987, "Constraint propagation with interval labels").
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from claimsync.reason.problem import FLOOR
from claimsync.reason.steps import Clashing, Given, Script, Supposed, Transferred

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from claimsync.reason.problem import Link
    from claimsync.reason.steps import End, Exact
    from claimsync.reason.system import System

MOST_SWEEPS = 24


class Told(NamedTuple):
    """One end and the number of the step that gave it."""

    value: End
    step: int


@dataclass
class Reach:
    """What sweeping left of every cell; ``clash`` is the number of the contradiction, if any."""

    script: Script
    low: dict[int, Told]
    high: dict[int, Told]
    clash: int | None = None

    def end(self, cell: int, *, low: bool) -> Told | None:
        """Return one end of a cell, if it has one."""
        return (self.low if low else self.high).get(cell)

    def tighten(self, step: Given | Transferred | Supposed) -> bool:
        """Take up an end if it is tighter; return whether it is."""
        ends = self.low if step.low else self.high
        known = ends.get(step.cell)
        if known and (step.value <= known.value if step.low else step.value >= known.value):
            return False
        ends[step.cell] = Told(step.value, self.script.add(step))
        low, high = self.low.get(step.cell), self.high.get(step.cell)
        if low and high and low.value > high.value:
            self.clash = self.script.add(Clashing(low.step, high.step))
        return True


def starting(
    system: System, tags: Collection[int], suppose: Collection[Supposed], script: Script
) -> Reach:
    """Return the ends that floors, the bounds of ``tags`` and suppositions give by themselves."""
    reach = Reach(script, {}, {})
    for cell, floor in system.floors.items():
        reach.tighten(Given(cell, low=True, value=floor, bound=FLOOR))
    for bound in system.claimed:
        if bound.tag in tags:
            for low, end in ((True, bound.low), (False, bound.high)):
                if end is not None and reach.clash is None:
                    reach.tighten(Given(bound.cell, low, end, bound.bound))
    for supposed in suppose:
        if reach.clash is None:
            reach.tighten(supposed)
    return reach


def sweep(
    system: System,
    tags: Collection[int],
    suppose: Collection[Supposed] = (),
    script: Script | None = None,
) -> Reach:
    """Return what rows make of the ends, up to the first contradiction or ``MOST_SWEEPS``."""
    reach = starting(system, tags, suppose, script or Script())
    moved: set[int] | None = None
    for _ in range(MOST_SWEEPS):
        if reach.clash is not None or moved == set():
            break
        moved = _swept(system, reach, moved)
    return reach


def _swept(system: System, reach: Reach, moved: set[int] | None) -> set[int]:
    """Pass every row with a moved cell once; return the cells that it moved."""
    now: set[int] = set()
    for row, link in enumerate(system.rows):
        cells = {link.whole, *link.parts}
        if moved is not None and not cells & (moved | now):
            continue
        for step in _transfers(system, reach, row):
            if reach.clash is None and reach.tighten(step):
                now.add(step.cell)
    return now


def _transfers(system: System, reach: Reach, row: int) -> Iterator[Transferred]:
    """Yield what one row gives each of its cells, where that is tighter than what they have."""
    link = system.rows[row]
    if link.product:
        yield from _product(system, reach, row, link)
        return
    for below in (False, True) if link.complete else (False,):
        yield from _sums(system, reach, row, below=below)


def _sums(system: System, reach: Reach, row: int, *, below: bool) -> Iterator[Transferred]:
    """Yield what ``Σ factor · cell ≥ 0`` (or ``below``: ``≤ 0``) gives each cell.

    A cell is left what the others can reach at most; one of them may be without an end.
    """
    terms = system.terms[row]
    ends = [reach.end(cell, low=(factor > 0) == below) for cell, factor in terms]
    missing = [at for at, end in enumerate(ends) if end is None]
    if len(missing) > 1:
        return
    reached = [
        (0, 0) if end is None else (factor * end.value[0], factor * end.value[1])
        for (_, factor), end in zip(terms, ends, strict=True)
    ]
    number, beside = sum(each[0] for each in reached), sum(each[1] for each in reached)
    for at in missing or range(len(terms)):
        cell, factor = terms[at]
        low = (factor > 0) != below
        left = (reached[at][0] - number, reached[at][1] - beside)
        value = system.rounded(cell, (_over(left[0], factor), _over(left[1], factor)), low=low)
        known = reach.end(cell, low=low)
        if known is None or (value > known.value if low else value < known.value):
            uses = [end.step for other, end in enumerate(ends) if end and other != at]
            yield Transferred(cell, low, value, row, tuple(dict.fromkeys(uses)))


def _over(number: Exact, factor: Exact) -> Exact:
    """Return an exact quotient."""
    return number if factor == 1 else -number if factor == -1 else Fraction(number) / factor


def _product(system: System, reach: Reach, row: int, link: Link) -> Iterator[Transferred]:
    """Yield what ``whole = factor · one · other`` gives its cells, where none is negative."""
    (one, other), (factor,) = link.parts, link.factors
    if factor <= 0:
        return
    positive = _nowhere_below(reach, one) and _nowhere_below(reach, other)
    for low in ((True, False) if link.complete else (True,)) if positive else ():
        value = _times(reach, one, other, low=low)
        if value:
            scaled = (value[0] * factor, value[1] * factor)
            # Below, both low ends count; above, both high ends, and that one part is not negative.
            ends = (
                [(one, True), (other, True)] if low else [(one, True), (one, False), (other, False)]
            )
            yield _told(system, reach, Transferred(link.whole, low, scaled, row, ()), ends)
    for part, rest in ((one, other), (other, one)):
        for low in (True, False) if link.complete else (False,):
            value = _quotient(reach, link.whole, rest, low=low)
            if value:
                scaled = (Fraction(value[0]) / factor, Fraction(value[1]) / factor)
                ends = [(link.whole, low), (rest, True), *([(rest, False)] if low else [])]
                yield _told(system, reach, Transferred(part, low, scaled, row, ()), ends)


def _told(
    system: System, reach: Reach, step: Transferred, needed: Sequence[tuple[int, bool]]
) -> Transferred:
    """Return a step with the ends (cell, low?) that it rests on."""
    ends = [reach.end(cell, low=low) for cell, low in needed]
    uses = tuple(dict.fromkeys(end.step for end in ends if end))
    return step._replace(value=system.rounded(step.cell, step.value, low=step.low), uses=uses)


def _nowhere_below(reach: Reach, cell: int) -> bool:
    """Return whether a cell is known not to be negative."""
    low = reach.end(cell, low=True)
    return low is not None and low.value >= (0, 0)


def _times(reach: Reach, one: int, other: int, *, low: bool) -> End | None:
    """Return the product of two ends, to the first order of infinitesimals."""
    first, second = reach.end(one, low=low), reach.end(other, low=low)
    if first is None or second is None:
        known = first or second
        # 0 times anything is 0, however large that may be.
        return (0, 0) if known and not low and known.value == (0, 0) else None
    (a, beside_a), (b, beside_b) = first.value, second.value
    return a * b, a * beside_b + b * beside_a


def _quotient(reach: Reach, whole: int, rest: int, *, low: bool) -> End | None:
    """Return an end of ``whole``, not below zero, over the opposite one of a positive ``rest``."""
    top, bottom, least = (
        reach.end(whole, low=low),
        reach.end(rest, low=not low),
        reach.end(rest, low=True),
    )
    if top is None or bottom is None or least is None:
        return None
    if least.value[0] <= 0 or bottom.value[0] <= 0:  # the latter where ends clash already
        return None
    if not _nowhere_below(reach, whole):
        return None
    (a, beside_a), (b, beside_b) = top.value, bottom.value
    divisor = Fraction(b)
    return a / divisor, (beside_a - a / divisor * beside_b) / divisor
