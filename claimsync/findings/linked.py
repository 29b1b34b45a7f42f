"""Relations with factors, and products: where claimed measures fit, or strain, as sums do."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import reduce
from math import prod
from typing import TYPE_CHECKING

from claimsync.findings.kinds import Agreement, Basis, Finding, Tension
from claimsync.findings.support import Supports
from claimsync.model.interval import Interval

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from claimsync.findings.case import Case
    from claimsync.findings.telling import Telling
    from claimsync.model.interval import Exact
    from claimsync.table.cells import Linked


@dataclass(frozen=True)
class LinkDetail:
    """A relation that fits: its cells, and what its measures allow the whole to be.

    ``whole`` is what its own claims allow, ``parts`` what the others make of it; usually so where
    only that strains.
    """

    case: Case
    linked: Linked
    whole: Interval
    parts: Interval


def link_findings(case: Case, telling: Telling, diverging: Iterable[Finding]) -> Iterator[Finding]:
    """Yield the relations, no plain sums, that hold between cells which are all claimed.

    Where claims among them diverge by themselves, that was told.
    """
    conflicts = [set(finding.rows) for finding in diverging]
    supports, own = Supports(case), case.found.own
    for linked in case.cells.links:
        cells = (linked.whole, *linked.parts)
        torn = any(own.clash[cell] or not own.claimed[cell] for cell in cells)
        if torn or not linked.equation.complete:
            continue
        found = [supports.of(cell) for cell in cells]
        logical = [case.interval(c, s.low, s.high) for c, s in zip(cells, found, strict=True)]
        usual = [
            case.interval(cell, each.usual_low, each.usual_high)
            for cell, each in zip(cells, found, strict=True)
        ]
        parts, usually = (_made(linked, ends[1:]) for ends in (logical, usual))
        if parts is None or usually is None or logical[0].disjoint(parts):
            continue
        rows = tuple(dict.fromkeys(row for each in found for row in each.claims))
        if any(conflict.issubset(rows) for conflict in conflicts):
            continue
        fits = not usual[0].disjoint(usually)
        kind, basis = (Agreement, Basis.RELATION) if fits else (Tension, Basis.OUTSIDE_USUAL)
        ends = (logical[0], parts) if fits else (usual[0], usually)
        detail = LinkDetail(case, linked, *ends)
        key, modifiers = case.cells.keys[linked.whole], telling.relation_of(rows)
        yield kind(basis, rows, key, telling, modifiers, case.assumptions(rows), detail)


def _made(linked: Linked, parts: Sequence[Interval]) -> Interval | None:
    """Return what the parts let the whole be; None for a product of numbers below zero."""
    if linked.equation.product:
        made = _product(*parts)
        return made and _times(made, prod(linked.factors, start=Fraction(1)))
    scaled = [_times(part, factor) for part, factor in zip(parts, linked.factors, strict=True)]
    return reduce(_sum, scaled)


def _times(interval: Interval, factor: Fraction) -> Interval:
    """Return an interval times a factor, which may turn it round."""
    if factor >= 0:
        return interval.scaled(factor)
    low, high = (None if end is None else end * factor for end in (interval.high, interval.low))
    return Interval(low, high, interval.high_open, interval.low_open)


def _sum(one: Interval, other: Interval) -> Interval:
    """Return what the sum of two numbers may be."""
    low = None if one.low is None or other.low is None else one.low + other.low
    high = None if one.high is None or other.high is None else one.high + other.high
    opens = (one.low_open or other.low_open, one.high_open or other.high_open)
    return Interval(low, high, low is not None and opens[0], high is not None and opens[1])


def _product(one: Interval, other: Interval) -> Interval | None:
    """Return what the product of two numbers may be, none of which is below zero."""
    if one.low is None or other.low is None or min(one.low, other.low) < 0:
        return None
    low, low_open = _corner((one.low, one.low_open), (other.low, other.low_open))
    if one.high is None or other.high is None:
        return Interval(low, None, low_open)
    high, high_open = _corner((one.high, one.high_open), (other.high, other.high_open))
    return Interval(low, high, low_open, high_open)


def _corner(one: tuple[Exact, bool], other: tuple[Exact, bool]) -> tuple[Exact, bool]:
    """Return the product of two ends, and whether it is not reached; a closed 0 always is."""
    zeros = [opened for end, opened in (one, other) if end == 0]
    return one[0] * other[0], all(zeros) if zeros else one[1] or other[1]
