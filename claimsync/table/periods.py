"""Periods as wholes and parts: a flow over a month is at least the sum of its days."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import numpy as np

from claimsync.model.measure import Additivity
from claimsync.model.period import Overlap, Period
from claimsync.table.keys import WHEN

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from claimsync.model.measure import Measure
    from claimsync.table.keys import Ints, KeySpace

PeriodRow = tuple[int, list[int], bool, str]


def period_rows(
    space: KeySpace, keys: Ints, measures: Mapping[str, Measure]
) -> Iterator[PeriodRow]:
    """Yield (whole, parts, complete, name) for flows whose periods contain one another."""
    periods = space.codes[WHEN].names
    if not _nested(periods[1:]):
        return
    flows = space.flagged(keys, measures, lambda m: m.adds is Additivity.FLOW and not m.cumulative)
    positive = space.flagged(keys, measures, lambda m: m.floor is not None and m.floor >= 0)
    when, base = space.column(keys, WHEN), space.without(keys, WHEN)
    groups: dict[int, list[int]] = defaultdict(list)
    for cell in np.flatnonzero((when > 0) & flows).tolist():
        groups[base[cell]].append(cell)
    for cells in groups.values():
        if len(cells) > 1:
            found = [(periods[when[cell]], cell) for cell in cells]
            for whole, parts, complete in _contained(found):
                if complete or positive[whole]:
                    yield whole, parts, complete, "period"


def _nested(periods: tuple[Period, ...]) -> bool:
    """Return whether any period contains another (they come sorted by start)."""
    ordered = sorted(periods, key=lambda p: (p.span[0], -p.span[1]))
    reach = float("-inf")
    for period in ordered:
        if period.span[1] <= reach:
            return True
        reach = max(reach, period.span[1])
    return False


def _contained(found: list[tuple[Period, int]]) -> Iterator[tuple[int, list[int], bool]]:
    """Yield each containing cell with its direct parts; parts that overlap stand alone."""
    ordered = sorted(
        found, key=lambda pair: (pair[0].span[0], -pair[0].span[1], pair[0].unnamed, pair[0].text)
    )
    stack: list[tuple[Period, int]] = []
    children: dict[int, list[tuple[Period, int]]] = defaultdict(list)
    whole_of = {cell: period for period, cell in ordered}
    for period, cell in ordered:
        while stack and period.overlap(stack[-1][0]) is not Overlap.WITHIN:
            stack.pop()
        if stack:
            children[stack[-1][1]].append((period, cell))
        stack.append((period, cell))
    for whole, parts in children.items():
        if whole_of[whole].unnamed:
            continue
        apart = [pair for pair in parts if not pair[0].unnamed and _alone(pair[0], parts)]
        if apart:
            complete = _complete(whole_of[whole], [part for part, _ in apart])
            yield whole, [cell for _, cell in apart], complete
        yield from ((whole, [pair[1]], False) for pair in parts if pair not in apart)


def _alone(period: Period, parts: list[tuple[Period, int]]) -> bool:
    """Return whether no other part shares time with ``period``."""
    return all(
        other == period or other.unnamed or other.overlap(period) is Overlap.DISJOINT
        for other, _ in parts
    )


def _complete(whole: Period, parts: list[Period]) -> bool:
    """Return whether disjoint parts fill the whole: a year's twelve months, a month's days."""
    filled = sum(part.span[1] - part.span[0] for part in parts)
    return filled == whole.span[1] - whole.span[0]
