"""Intervals as exact integers: scaled by a measure's common denominator, open ends a tick inside.

Measures that relations join share one denominator and their units are told in the smallest of them.
A tick is an infinitesimal: so small that all ticks of one input together stay under one unit of the
finest denominator. Sums and comparisons of integers then decide open and closed ends alike.
"""

from __future__ import annotations

import math
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import numpy as np

from claimsync.model.interval import Interval

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claimsync.model.interval import Exact
    from claimsync.model.meaning import Meaning
    from claimsync.model.measure import Measure
    from claimsync.table.equations import Shared

_FITS = 2**60
_MADE = 128  # more cells than relations make for one claim


class Amounts:
    """The ends of every meaning as integers, and the way back; ``addends``: the longest sum.

    ``shared`` are the measures that stand in relations to others.
    """

    def __init__(
        self,
        meanings: list[tuple[Measure, Meaning]],
        addends: int,
        shared: Mapping[str, Shared] | None = None,
    ) -> None:
        """Scale and encode ``meanings``."""
        self._scale = _scales(meanings, 1 << (addends.bit_length() + 2), shared or {})
        ends = [
            self._ends(measure, interval)
            for measure, meant in meanings
            for interval in (meant.logical, meant.usual)
        ]
        # Relations make cells that nobody claims, whose floors are added as well.
        floors = (
            abs(int((member.measure.floor or 0) * self.scale(member.measure))) * _MADE
            for member in (shared or {}).values()
        )
        told = (abs(end) for pair in ends for end in pair if end is not None)
        largest = max((*told, *floors), default=0)
        fits = (largest + 1) * (addends + 2) < _FITS
        self.dtype: Any = np.int64 if fits else object
        self.unbounded = 2**61 if fits else (largest + 1) * (addends + 2) * 4
        both = self._array(ends)
        self.logical, self.usual = both[0::2], both[1::2]

    def _array(self, ends: list[tuple[int | None, int | None]]) -> Any:
        """Return ends as an array of shape (n, 2), infinity in place of None."""
        array = np.empty((len(ends), 2), dtype=self.dtype)
        for at, (low, high) in enumerate(ends):
            array[at, 0] = -self.unbounded if low is None else low
            array[at, 1] = self.unbounded if high is None else high
        return array

    def _ends(self, measure: Measure, interval: Interval) -> tuple[int | None, int | None]:
        """Return both ends of one interval as integers."""
        unit = self.scale(measure)
        low = None if interval.low is None else int(interval.low * unit) + interval.low_open
        high = None if interval.high is None else int(interval.high * unit) - interval.high_open
        return low, high

    def scale(self, measure: Measure) -> int:
        """Return by what a measure's numbers are multiplied to be ends."""
        denominator, ticks = self._scale.get(measure.name, (1, 1))
        return denominator * ticks

    def floor(self, measure: Measure) -> int:
        """Return the measure's floor as an integer."""
        if measure.floor is None or measure.categories:
            return -self.unbounded
        return int(measure.floor * self.scale(measure))

    def ticks(self, measure: Measure) -> int:
        """Return how many ticks one scaled unit of a measure has."""
        return self._scale.get(measure.name, (1, 1))[1]

    def step(self, measure: Measure) -> int:
        """Return of what every number of a measure is a multiple; 0: of nothing."""
        if not (measure.whole_numbers or measure.categories):
            return 0
        return self.scale(measure)

    def interval(self, measure: Measure, low: int, high: int) -> Interval:
        """Return two encoded ends as an interval in the measure's unit."""
        low_end, low_open = self._decoded(measure, low)
        high_end, high_open = self._decoded(measure, high)
        return Interval(low_end, high_end, low_open, high_open)

    def _decoded(self, measure: Measure, end: int) -> tuple[Exact | None, bool]:
        """Return one encoded end and whether it is open."""
        if not -self.unbounded < end < self.unbounded:
            return None, False
        denominator, ticks = self._scale.get(measure.name, (1, 1))
        nearest = (int(end) + ticks // 2) // ticks
        return Fraction(nearest, denominator), nearest * ticks != end


def _scales(
    meanings: list[tuple[Measure, Meaning]], ticks: int, shared: Mapping[str, Shared]
) -> dict[str, tuple[int, int]]:
    """Return each measure's common denominator of all ends, and how many ticks a unit has."""
    sizes = {name: member.size for name, member in shared.items()}
    groups = {name: member.group for name, member in shared.items()}
    denominators: dict[str, int] = {}
    finer: dict[str, int] = {}
    for member in shared.values():
        _note(denominators, member.group, member.size, (Fraction(1), member.measure.floor))
    for measure, meant in meanings:
        name = groups.get(measure.name, measure.name)
        size = sizes.get(measure.name, Fraction(1))
        denominators.setdefault(name, measure.floor.denominator if measure.floor else 1)
        for interval in (meant.logical, meant.usual):
            _note(denominators, name, size, (interval.low, interval.high))
            if interval.low_open or interval.high_open:
                finer[name] = ticks
    used = dict.fromkeys((*shared, *(measure.name for measure, _ in meanings)))
    return {name: _scale(name, groups, sizes, denominators, finer) for name in used}


def _note(
    denominators: dict[str, int], name: str, size: Fraction, ends: tuple[Exact | None, ...]
) -> None:
    """Take the denominators of ``ends``, told in a unit ``size`` times smaller, into account."""
    for end in ends:
        if end is not None and (isinstance(end, Fraction) or size.denominator > 1):
            told = denominators.get(name, 1)
            denominators[name] = math.lcm(told, Fraction(end * size).denominator)


def _scale(
    name: str,
    groups: Mapping[str, str],
    sizes: Mapping[str, Fraction],
    denominators: Mapping[str, int],
    finer: Mapping[str, int],
) -> tuple[int, int]:
    """Return the denominator and the ticks of one measure."""
    group = groups.get(name, name)
    denominator = denominators[group] * sizes.get(name, Fraction(1))
    return int(denominator), finer.get(group, 1)
