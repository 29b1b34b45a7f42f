"""What a row lets some cells say of another one: bounds with open ends, in exact numbers.

It serves the checker alone and shares nothing with the engine. An end is a pair (number, tick):
tick 1 opens a low end and -1 a high end, so that pairs compare and add up as ends do; None is
unbounded.
"""

from __future__ import annotations

import math
from fractions import Fraction
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

Number = int | Fraction
End = tuple[Number, int] | None
Ends = tuple[End, End]
ANYTHING: Ends = (None, None)


def exact(told: Any) -> Number:
    """Return a number of JSON; a float is the decimal that it is written as.

    >>> exact(2.5), exact("1/3"), exact(7)
    (Fraction(5, 2), Fraction(1, 3), 7)
    """
    return told if type(told) is int else Fraction(str(told))


def meet(bounds: Iterable[Ends]) -> Ends:
    """Return what all of some bounds allow: the highest low end and the lowest high end."""
    lows, highs = ([end for end in side if end] for side in zip(ANYTHING, *bounds, strict=True))
    return max(lows, default=None), min(highs, default=None)


def clashing(bounds: Ends) -> bool:
    """Return whether no number lies between two ends."""
    return None not in bounds and bounds[0] > bounds[1]  # type: ignore[operator]


def inwards(end: End, *, low: bool) -> End:
    """Return the nearest whole number that an end allows."""
    if end is None:
        return None
    value, tick = end
    if low:
        return (math.floor(value) + 1 if tick else math.ceil(value)), 0
    return (math.ceil(value) - 1 if tick else math.floor(value)), 0


def coefficients(row: Mapping[str, Any]) -> dict[str, Number]:
    """Return how often each cell counts in ``whole - Σ factor · part`` of a row."""
    found: dict[str, Number] = {row["whole"]: 1}
    for part, factor in zip(row["parts"], row.get("factors", [1] * len(row["parts"])), strict=True):
        found[part] = found.get(part, 0) - exact(factor)
    return found


def transferred(row: Mapping[str, Any], target: str, known: Mapping[str, Ends]) -> Ends:
    """Return what a row says of its cell ``target``, knowing the bounds of the others."""
    ends, upward = (_by_product if row.get("product") else _by_sum)(row, target, known)
    if row["complete"]:
        return ends
    return (ends[0], None) if upward else (None, ends[1])


def _by_sum(row: Mapping[str, Any], target: str, known: Mapping[str, Ends]) -> tuple[Ends, bool]:
    """Return the bounds by a sum, and whether an open row bounds the target from below."""
    counts = coefficients(row)
    own = counts.pop(target)
    share = own if abs(own) == 1 else 1 / Fraction(own)
    terms = [_scaled(known.get(cell, ANYTHING), -count * share) for cell, count in counts.items()]
    low, high = zip(*terms, strict=True)
    return (_added(low), _added(high)), own > 0


def _by_product(
    row: Mapping[str, Any], target: str, known: Mapping[str, Ends]
) -> tuple[Ends, bool]:
    """Return likewise the bounds by a product of two different parts."""
    (factor,), (one, other) = map(exact, row.get("factors", [1])), row["parts"]
    if target == row["whole"]:
        product = _product(known.get(one, ANYTHING), known.get(other, ANYTHING))
        return _scaled(product, factor), True
    low, high = _scaled(known.get({one: other, other: one}[target], ANYTHING), factor)
    below = clashing(((0, 0), high))
    if not below and not clashing((low, (0, 0))):
        return ANYTHING, below  # 0 times anything is 0, so it says nothing where 0 is possible
    inverse = _divided(high, 1), _divided(low, -1)
    return _product(known.get(row["whole"], ANYTHING), inverse), below


def _scaled(ends: Ends, factor: Number) -> Ends:
    """Return bounds times a number."""
    if factor in {0, 1}:
        return ends if factor else ((0, 0), (0, 0))
    sign = 1 if factor > 0 else -1
    low, high = (end and (end[0] * factor, end[1] * sign) for end in ends[::sign])
    return low, high


def _added(ends: Iterable[End]) -> End:
    """Return the sum of low ends, or of high ends; open if one of them is."""
    value: Number = 0
    tick = 0
    for end in ends:
        if end is None:
            return None
        value, tick = value + end[0], tick or end[1]
    return value, tick


def _divided(end: End, tick: int) -> End:
    """Return one divided by an end: far away it nears 0, at 0 it goes beyond all bounds."""
    if end is None:
        return 0, tick
    return (1 / Fraction(end[0]), -end[1]) if end[0] else None


def _product(one: Ends, other: Ends) -> Ends:
    """Return the bounds of a product: its least and its greatest corner, closed where one is."""
    corners = [_corner(mine, theirs) for mine in _limits(one) for theirs in _limits(other)]
    least, is_open = min(corners)
    most, is_closed = max((value, not open_) for value, open_ in corners)
    low = None if least == -math.inf else (least, int(is_open))
    return low, None if most == math.inf else (most, int(is_closed) - 1)


def _limits(ends: Ends) -> Iterable[tuple[Any, bool]]:
    """Yield both ends as (number or infinity, whether it is not reached)."""
    for end, infinity in zip(ends, (-math.inf, math.inf), strict=True):
        yield (infinity, True) if end is None else (end[0], end[1] != 0)


def _corner(one: tuple[Any, bool], other: tuple[Any, bool]) -> tuple[Any, bool]:
    """Return a corner of a product; 0 times anything is 0, and reached if that 0 is."""
    zeros = [is_open for value, is_open in (one, other) if value == 0]
    return (0, all(zeros)) if zeros else (one[0] * other[0], one[1] or other[1])
